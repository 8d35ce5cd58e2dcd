"""Text cut into words and numbers that know where they stand."""

import re

from sinotech.naming import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = r"\d{1,3}(?:[,'’\u00a0\u2009\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*"
_ALNUM = r"(?=[^\W_]*[^\W\d_])[^\W_]+"
_CJK = r"[\u3400-\u9fff\uf900-\ufaff]"
_TOKEN = re.compile(
    rf"""(?P<cjk>{_CJK})
       | (?P<number>(?:{_NUMBER})(?=(?:st|nd|rd|th|[kmbt]n?)?\b|[%\u2030\u3400-\u9fff]))
       | (?P<word>{_ALNUM}(?:['’][^\W\d_]+)*)
       | (?P<digits>\d+)
       | (?P<sign>[%‰$€£¥&])""",
    re.VERBOSE | re.IGNORECASE,
)


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
        self.word = text.lower() if text.isascii() and text.isalpha() else fold(text)

    def __repr__(self) -> str:
        """Show the token's text."""
        return f"Token({self.text!r})"

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokenise(text: str) -> list[Token]:
    """Return the tokens of *text* in order.

    A possessive ending is cut off; a number keeps its thousands marks; a hyphen cuts.

    >>> [t.word for t in tokenise("China's 1,000 sci-tech labs, 36% in the 21st")]
    ['china', '1 000', 'sci', 'tech', 'labs', '36', '', 'in', 'the', '21', 'st']
    """
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "word"
        piece = match.group()
        if kind == "digits":
            kind = "number"
        owns = kind == "word" and piece[-2:].lower() in {"'s", "’s"}
        token = Token(piece[:-2] if owns else piece, kind, match.start())
        token.owns = owns
        found.append(token)
    return found


def words(tokens: "Sequence[Token]") -> str:
    """Return the folded words of *tokens* with single spaces."""
    return " ".join(token.word for token in tokens)
