"""The signs that a question is written in: what is refused, and what is folded.

Every look-up and every claim passes here once. Text that no database can hold is
refused; signs that nobody sees are left out; letters in another form (accents apart,
full width, bold) become the usual ones. Imports nothing that a look-up does not need.
"""

import os

from sinotech.errors import UsageError
from sinotech.naming import is_cjk, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTED = 60
"""Characters of a question that a message quotes."""

_WORD = 30
"""Characters of a word that a notice quotes; Chinese puts no blanks between words."""

_UNSEEN = (
    *(("\x01", "\x08"), ("\x0e", "\x1b"), ("\x7f", "\x84"), ("\x86", "\x9f")),
    *(("\u00ad", "\u00ad"), ("\u034f", "\u034f"), ("\u061c", "\u061c")),
    *(("\u115f", "\u1160"), ("\u17b4", "\u17b5"), ("\u180b", "\u180f")),
    *(("\u200b", "\u200f"), ("\u202a", "\u202e"), ("\u2060", "\u206f")),
    *(("\u3164", "\u3164"), ("\ufe00", "\ufe0f"), ("\ufeff", "\ufeff")),
    *(("\uffa0", "\uffa0"), ("\ufff0", "\ufffb"), ("\U0001bca0", "\U0001bca3")),
    *(("\U0001d173", "\U0001d17a"), ("\U000e0000", "\U000e0fff")),
)
"""Signs that nobody sees: Unicode's Default_Ignorable_Code_Point (soft hyphens,
joiners, marks of direction, variation selectors, tags), and controls but for blanks."""

_TURNING = frozenset("\u202d\u202e")
"""Signs that show the letters after them in another order than they are read in."""

_TAGS = ("\U000e0020", "\U000e007f")
"""Letters that nobody sees, in which another text may be hidden."""

_FLAG = "\U0001f3f4"
"""The emoji whose region tags name: the flag of Scotland."""

_JOINERS = frozenset("\u200c\u200d")
_JOINED = (("\u0600", "\u109f"), ("\u1780", "\u1aaf"))
"""Scripts that are not spelt right without joiners: Arabic, those of India, Khmer."""

_OTHER_FORMS = (
    *(("\uff10", "\uff19"), ("\uff21", "\uff3a"), ("\uff41", "\uff5a")),
    *(("\uff05", "\uff05"), ("\U0001d400", "\U0001d7ff"), ("\ufb00", "\ufb06")),
    *(("\u24b6", "\u24e9"), ("\U0001f130", "\U0001f149")),
    *(("\U0001f150", "\U0001f169"), ("\U0001f170", "\U0001f189")),
)
"""Letters and digits of full width, of mathematics, ligatures, enclosed letters."""

_WHITE_ON_BLACK = ("\U0001f150", "\U0001f170")
"""The first of two rows of enclosed letters of which Unicode gives no usual form."""

_WIDE_MARKS = {"\uff0c": ",", "\uff0e": ".", "\uff0d": "-", "\uff0b": "+"}
"""Marks of full width that belong to a number in digits of full width."""

_COMBINING = (("\u0300", "\u1fff"), ("\u3099", "\u309a"))
"""Where the signs are that are put together with the one before them."""

_ESCAPE = "\x1b"
_COLOR = r"\x1b\[[0-?]*[ -/]*[@-~]"
"""What tells a terminal the color of text: its letters are no part of the text."""


def check(text: str) -> None:
    r"""Raise UsageError if *text* holds what SQLite cannot be asked for, or nothing.

    >>> check("L\0F")
    Traceback (most recent call last):
    sinotech.errors.UsageError: “L␀F” holds a NUL character; ...
    """
    if "\0" in text:
        remedy = "leave it out; iconv -f UTF-16 -t UTF-8 converts text in UTF-16"
        raise UsageError(f"“{_quoted(text)}” holds a NUL character", remedy)
    if text.strip() and not plain(text).strip():
        raise UsageError(
            f"“{_quoted(text)}” holds nothing that is seen", "leave it out"
        )
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        if code in _BYTES:  # as which bytes arrive that are no character
            message = f"“{_quoted(text)}” is not UTF-8 (byte 0x{code - 0xDC00:02X})"
            raise UsageError(message, "convert it to UTF-8") from None
        message = f"“{_quoted(text)}” holds half a character (U+{code:04X})"
        raise UsageError(message, "leave it out") from None


_BYTES = range(0xDC80, 0xDD00)

_ENCODINGS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""How text begins that says that it is in another encoding than UTF-8."""


def encoding_of(content: bytes) -> str:
    """Return the encoding that *content* says it is in; empty if it says none.

    >>> encoding_of("中国".encode("utf-16")), encoding_of(b"China")
    ('UTF-16', '')
    """
    found = (name for mark, name in _ENCODINGS if content.startswith(mark))
    return next(found, "")


def arrived(text: str) -> str:
    """Return *text* read as UTF-8, if it is, where the locale had it read otherwise.

    In the locale C, every byte of an argument that is not ASCII arrives as half a
    character.
    """
    if text.isascii() or not any("\udc80" <= char <= "\udcff" for char in text):
        return text
    try:
        return os.fsencode(text).decode()
    except UnicodeError:
        return text


def _is_usual(text: str) -> bool:
    """Whether *text* holds nothing that could be folded; each sign is tried once."""
    if text.isascii() and text.isprintable():  # at once, and true of nearly all
        return True
    new = set(text) - _USUAL
    _USUAL.update(char for char in new if not _may_be_folded(char))
    return new <= _USUAL


_USUAL: set[str] = set()


def _may_be_folded(char: str) -> bool:
    return any(_is_in(char, of) for of in (_UNSEEN, _OTHER_FORMS, _COMBINING))


def writable(text: str) -> str:
    r"""Return *text* with a sign in place of what is no character.

    >>> ascii(writable("Braz\udcff"))
    "'Braz\\ufffd'"
    """
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def _quoted(text: str) -> str:
    return writable(shortened(text.replace("\0", "\u2400"), _QUOTED))


def plain(text: str) -> str:
    r"""Return *text* without signs that nobody sees, in the usual letters and digits.

    >>> plain("1\u200b19, Bra\u00adzil, １，１９０, Co\u0302te, ﬁrst")
    '119, Brazil, 1,190, Côte, first'
    """
    return text if _is_usual(text) else _folded(text)[0]


def told(text: str, *, prose: bool = False) -> list[str]:
    r"""Return notices of what :func:`plain` changed that changes how *text* is read.

    A sign that nobody sees changes it within a word or number. Letters in another form
    change how a name is looked up, and nothing in *prose*, which is read word by word.

    >>> told("1\u200b19 labs"), told("119\u200b labs"), told("ＢＲ", prose=True)
    (['read as “119”: signs that nobody sees (U+200B) were left out'], [], [])
    """
    if _is_usual(text):
        return []
    read, hidden, words, formed = _folded(text)
    notices = []
    if hidden:
        named = ", ".join(sorted(f"U+{ord(one):04X}" for one in hidden))
        what = f"signs that nobody sees ({named}) were left out"
        notices.append(f"read as {_listed(words)}: {what}")
    if formed and not prose:
        notices.append(f"read as “{shortened(read, _QUOTED)}”: in plain letters")
    return notices


_FEW = 3
"""Words that a notice quotes."""


def _listed(words: "Iterable[str]") -> str:
    first = list(dict.fromkeys(words))
    quoted = [f"“{shortened(word, _WORD)}”" for word in first[:_FEW]]
    return ", ".join(quoted) + (" and others" if len(first) > _FEW else "")


def _folded(text: str) -> tuple[str, set[str], list[str], bool]:
    """Return *text* made plain, and what that changed.

    That is the unseen signs that matter, the words that they stood in, and whether
    letters were in another form.
    """
    if _ESCAPE in text:
        import re  # only here: few texts come from a terminal

        text = re.sub(_COLOR, "", text)
    signs = set(text)
    unseen = {char for char in signs if _is_in(char, _UNSEEN)}
    formed = {char for char in signs if _is_in(char, _OTHER_FORMS)}
    hidden: set[str] = set()
    words: list[str] = []
    if formed:
        text = _in_usual_forms(text, formed)
    if unseen:
        text, hidden, words = _seen(text, unseen)
    if any(_is_in(char, _COMBINING) for char in signs):
        from unicodedata import normalize

        text = normalize("NFC", text)
    return text, hidden, words, bool(formed)


def _is_in(char: str, ranges: "tuple[tuple[str, str], ...]") -> bool:
    return any(first <= char <= last for first, last in ranges)


def _seen(text: str, unseen: set[str]) -> tuple[str, set[str], list[str]]:
    """Return *text* without *unseen* signs, those that matter, and their words."""
    kept: list[str] = []
    hidden: set[str] = set()
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at
        while text[end : end + 1] in unseen:
            end += 1
        run, before = text[at:end], kept[-1] if kept else ""
        if run and _matters(before, run, text[end : end + 1]):
            hidden.update(run)
            places.append(len(kept))
        if run and run[0] in _JOINERS and _is_in(before or " ", _JOINED):
            kept.append(run[0])
        kept += text[end : end + 1]
        at = end + 1
    read = "".join(kept)
    return read, hidden, [_word_at(read, place) for place in places]


def _matters(before: str, run: str, after: str) -> bool:
    """Whether the unseen signs *run* change how what stands around them is read."""
    if not _TURNING.isdisjoint(run):
        return True
    if any(_TAGS[0] <= char <= _TAGS[1] for char in run):
        return before != _FLAG
    if not (after.isalnum() and before) or is_cjk(before):
        return False
    if run in _JOINERS and _is_in(before, _JOINED):
        return False
    return before.isalnum() or before in _INSIDE


_INSIDE = frozenset(".,-−'’")
"""Marks that may stand within a word or number."""


def _word_at(text: str, at: int) -> str:
    """Return the word of *text* that holds the place *at*, or ends there."""
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return (text[begin:].split(None, 1) or [text])[0]


def _in_usual_forms(text: str, formed: set[str]) -> str:
    """Return *text* with the letters *formed* in another way as they usually are."""
    from unicodedata import normalize

    usual = {ord(char): normalize("NFKC", char) for char in formed}
    for first in map(ord, _WHITE_ON_BLACK):
        usual |= {
            code: chr(ord("A") + code - first) for code in range(first, first + 26)
        }
    if not _WIDE_MARKS.keys().isdisjoint(text):
        signs = list(text)
        for at, char in enumerate(text):
            after, before = text[at + 1 : at + 2], text[max(at - 1, 0) : at]
            wide = after in formed and after.isdecimal()
            if char in _WIDE_MARKS and wide and (before in formed or char == "\uff0d"):
                signs[at] = _WIDE_MARKS[char]
        text = "".join(signs)
    return text.translate(usual)
