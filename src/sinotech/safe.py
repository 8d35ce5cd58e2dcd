"""Text that can do no harm where it is printed.

Records and arguments may hold anything. On its way to a terminal, a control character
or a bidirectional override is shown as a visible sign in its place, so that nothing is
lost and nothing is obeyed.
"""

import os

ITALIC = "\x02"
"""Stands before and after what is set in italics; no record can hold it."""

_FORMULA = tuple("=+-@＝＋－＠")


def unmarked(text: str) -> str:
    """Return *text* without the marks of its italics."""
    return text.replace(ITALIC, "")


def visible(text: str) -> str:
    r"""Return *text* on one line, with every control character made visible.

    >>> visible("a\x1b[31mred\nb\u202e")
    'a␛[31mred b�'
    """
    if text.isprintable():  # nearly all text is, and asking costs next to nothing
        return text
    return text.translate(_signs())


_SIGNS: dict[int, int | str] = {}


def _signs() -> dict[int, int | str]:
    """Return what stands for each character that must not be obeyed."""
    if _SIGNS:
        return _SIGNS
    pictures = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
    spaces = {0x0A: " ", 0x0D: " ", 0x09: " "}
    _SIGNS.update({**pictures, **dict.fromkeys(_hidden(), "\ufffd"), **spaces})
    return _SIGNS


def _hidden() -> list[int]:
    """Return the characters without a picture that a terminal could obey, or hide."""
    return [
        *range(0x80, 0xA0),  # C1 controls; 0x9B begins an escape sequence
        *(0x200B, 0x200E, 0x200F),  # zero width space, marks of direction
        *range(0x2028, 0x202F),  # separators, bidirectional embeddings and overrides
        *range(0x2060, 0x2070),  # invisible operators, bidirectional isolates
        *range(0xD800, 0xE000),  # lone surrogates
        0x061C,  # Arabic letter mark
        0x180E,  # Mongolian vowel separator
        *range(0xFFF9, 0xFFFC),  # interlinear annotation
        *range(0x1BCA0, 0x1BCA4),  # shorthand controls
        *range(0x1D173, 0x1D17B),  # musical controls
        *range(0xE0000, 0xE0080),  # tags
        0xFEFF,
    ]


def escaped(text: str) -> str:
    r"""Return *text*, a line of JSON, with what a terminal could obey as escapes.

    It is the same JSON. The controls below the space are escaped in it already.

    >>> escaped('{"a": "\u202e\u009b\U000e0041"}')
    '{"a": "\\u202e\\u009b\\udb40\\udc41"}'
    """
    if text.isascii() and "\x7f" not in text:  # at once, and true of nearly all
        return text
    if text.isprintable():
        return text
    if not _ESCAPES:
        _ESCAPES.update({code: _escape(code) for code in (0x7F, *_hidden())})
    return text.translate(_ESCAPES)


_ESCAPES: dict[int, str] = {}


def _escape(code: int) -> str:
    """Return a character as JSON escapes it: by one unit of 16 bits, or by two."""
    above = code - 0x10000
    if above < 0:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + (above >> 10):04x}\\u{0xDC00 + (above & 0x3FF):04x}"


def is_nameless() -> bool:
    """Whether the terminal is said to have no name, and so may obey no sequence.

    Rich knows those that are called dumb or unknown. FORCE_COLOR overrules it.
    """
    return os.environ.get("TERM") == "" and not os.environ.get("FORCE_COLOR")


def cell(text: str) -> str:
    """Return *text* as a cell of CSV that no spreadsheet reads as a formula.

    A quote mark before the sign is what spreadsheets themselves use for text (OWASP,
    CSV injection). Text that looks as if it had been given one is given another, so
    that a reader can take it away again.

    >>> cell("=1+1"), cell("-5"), cell("plain"), cell("'=1")
    ("'=1+1", '-5', 'plain', "''=1")
    """
    text = visible(text)
    begins = text.replace("'", " ").lstrip()
    if begins.startswith(_FORMULA) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdecimal()
