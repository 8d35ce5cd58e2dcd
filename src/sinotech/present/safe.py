"""Text that can do no harm where it is printed.

Records and arguments may hold anything. On its way to a terminal, a control character
or a bidirectional override is shown as a visible sign in its place, so that nothing is
lost and nothing is obeyed.
"""

_FORMULA = ("=", "+", "-", "@")


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
    hidden = [
        *range(0x80, 0xA0),  # C1 controls; 0x9B begins an escape sequence
        *range(0x200B, 0x2010),  # zero width, and left-to-right marks
        *range(0x2028, 0x202F),  # separators, bidirectional embeddings and overrides
        *range(0x2060, 0x2070),  # invisible operators, bidirectional isolates
        *range(0xD800, 0xE000),  # lone surrogates
        0x061C,  # Arabic letter mark
        *range(0xE0000, 0xE0080),  # tags
        0xFEFF,
    ]
    pictures = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
    spaces = {0x0A: " ", 0x0D: " ", 0x09: " "}
    _SIGNS.update({**pictures, **dict.fromkeys(hidden, "\ufffd"), **spaces})
    return _SIGNS


def cell(text: str) -> str:
    """Return *text* as a cell of CSV that no spreadsheet reads as a formula.

    A quote mark before the sign is what spreadsheets themselves use for text (OWASP,
    CSV injection).

    >>> cell("=1+1"), cell("-5"), cell("plain")
    ("'=1+1", '-5', 'plain')
    """
    text = visible(text)
    if text.lstrip().startswith(_FORMULA) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdecimal()
