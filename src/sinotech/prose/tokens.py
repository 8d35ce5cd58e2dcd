"""Text cut into words and numbers that know where they stand."""

from sinotech.naming import fold, is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARKS = frozenset(",'’\u00a0\u2009\u202f ")
"""What may stand between thousands."""

_POINTS = frozenset(".,")
_SIGNS = frozenset("%‰$€£¥&")
_APOSTROPHES = frozenset("'’")
_POSSESSIVE = frozenset(("'s", "’s"))
_ENDINGS = frozenset(("", *"st nd rd th k m b t kn mn bn tn".split()))
"""What may follow the digits of a number without a space: ``21st``, ``3.5bn``."""


class Token:
    """A word, a number or a sign, and its place in the text.

    *word* is the token folded (lower case, no accents); *kind* is ``word``,
    ``number``, ``sign`` or ``cjk`` (one character); *owns* says that a possessive
    ending was cut off.
    """

    __slots__ = ("end", "kind", "owns", "start", "text", "word")

    def __init__(self, text: str, kind: str, start: int) -> None:
        """Hold the token *text*, which starts at *start*."""
        self.text = text
        self.kind = kind
        self.start = start
        self.end = start + len(text)
        self.owns = False
        self.word = folded(text)

    def __repr__(self) -> str:
        """Show the token's text."""
        return f"Token({self.text!r})"

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def folded(text: str) -> str:
    """Return the text of a token without capitals and accents."""
    return text.lower() if text.isascii() and text.isalnum() else fold(text)


class _Spaces(dict[int, int]):
    """Turns every character that no token begins with into a space."""

    def __missing__(self, code: int) -> int:
        """Tell a character that is met for the first time, and remember it."""
        char = chr(code)
        kept = char.isalnum() or char in _SIGNS or is_han(char)
        return self.setdefault(code, code if kept else ord(" "))


_SPACES = _Spaces()


def tokenise(text: str) -> list[Token]:
    """Return the tokens of *text* in order.

    A possessive ending is cut off; a number keeps its thousands marks; a hyphen cuts.

    >>> [t.word for t in tokenise("China's 1,000 sci-tech labs, 36% in the 21st")]
    ['china', '1 000', 'sci', 'tech', 'labs', '36', '', 'in', 'the', '21', 'st']
    """
    found = []
    for cut, kind, start, owns in cuts_of(text):
        token = Token(cut, kind, start)
        token.owns = owns
        found.append(token)
    return found


def cuts_of(text: str) -> list[tuple[str, str, int, bool]]:
    """Return what the tokens of *text* are made of: text, kind, start, owns."""
    found = []
    spaced = text.translate(_SPACES)
    at = stop = 0
    for row in spaced.split():
        begin = spaced.index(row, stop)
        stop = begin + len(row)
        plain = at <= begin and row.isascii() and row.isalpha()
        if plain and text[stop : stop + 1] not in _APOSTROPHES:
            found.append((row, "word", begin, False))
            continue
        at = max(at, begin)  # a token may have run on into this row
        while at < stop:
            kind, end = _next(text, at, stop)
            found.append(_cut(text, kind, at, end))
            at = end
    return found


def _cut(text: str, kind: str, start: int, end: int) -> tuple[str, str, int, bool]:
    """Return the token between two places, without a possessive ending."""
    ending = text[end - 2 : end]
    owns = end - start > 2 and kind == "word" and ending.lower() in _POSSESSIVE  # noqa: PLR2004
    return text[start : end - 2 if owns else end], kind, start, owns


def _next(text: str, at: int, stop: int) -> tuple[str, int]:
    """Return the kind of the token at *at*, and where it ends (by *stop* or beyond)."""
    char = text[at]
    if is_han(char):
        return "cjk", at + 1
    if char in _SIGNS:
        return "sign", at + 1
    if char.isdecimal():
        end = next((end for end in _numbers(text, at) if _is_bound(text, end)), 0)
        if end:
            return "number", end
        if text[at : _run(text, at, stop)].isdecimal():
            return "number", _digits(text, at)
    return "word", _word(text, at, stop)


def _run(text: str, at: int, stop: int) -> int:
    """Return where the letters and digits that begin at *at* end."""
    if text[at:stop].isalnum():
        return stop
    while text[at].isalnum():  # a sign stands before *stop*
        at += 1
    return at


def _word(text: str, at: int, stop: int) -> int:
    """Return where the word that begins at *at* ends, letters after ``'`` included."""
    end = _run(text, at, stop)
    while text[end : end + 1] in _APOSTROPHES and _is_letter(text[end + 1 : end + 2]):
        end += 2
        while _is_letter(text[end : end + 1]):
            end += 1
    return end


def _numbers(text: str, at: int) -> "Iterator[int]":
    """Yield where a number that begins at *at* may end, the likeliest place first.

    It has marks between its thousands, or points and commas between any digits.
    """
    first = end = _digits(text, at)
    if first - at <= 3:  # noqa: PLR2004
        yield from reversed(_thousands(text, first))
    ends = [first]
    while text[end : end + 1] in _POINTS and text[end + 1 : end + 2].isdecimal():
        end = _digits(text, end + 1)
        ends.append(end)
    yield from reversed(ends)


def _thousands(text: str, at: int) -> list[int]:
    """Return where a number may end that has marks from *at* on; maybe nowhere."""
    ends = []
    while text[at : at + 1] in _MARKS and _digits(text, at + 1) >= at + 4:
        at += 4
        if text[at : at + 1].isdecimal():
            break
        ends.append(at)
        if text[at : at + 1] == "." and text[at + 1 : at + 2].isdecimal():
            ends.append(_digits(text, at + 1))
    return ends


def _digits(text: str, at: int) -> int:
    """Return where the digits that begin at *at* end."""
    while text[at : at + 1].isdecimal():
        at += 1
    return at


def _is_bound(text: str, at: int) -> bool:
    """Whether a number can end at *at*, and does not run on as a word."""
    following = text[at : at + 1]
    if following and is_han(following):
        return True
    end = at
    while text[end : end + 1].isalnum() or text[end : end + 1] == "_":
        end += 1
    return text[at:end].lower() in _ENDINGS


def _is_letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def words(tokens: "Sequence[Token]") -> str:
    """Return the folded words of *tokens* with single spaces."""
    return " ".join(token.word for token in tokens)
