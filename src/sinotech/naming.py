"""When two spellings are the same name.

Shared by the compiler, which stores names folded, and by look-ups, which fold what was
asked; so it imports nothing that a look-up does not need.
"""

_SAME = str.maketrans(
    {
        "&": " and ",
        "’": "",
        "‘": "",
        "'": "",
        "ʼ": "",
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
    }
)


def fold(name: str) -> str:
    """Return *name* without case, accents, width, punctuation and doubled spaces.

    >>> fold("  Côte d’Ivoire "), fold("sci‑tech — R&D"), fold("ＢＲＩＣＳ")
    ('cote divoire', 'sci tech r and d', 'brics')
    """
    name = name.translate(_SAME)
    if not name.isascii():
        from unicodedata import category, normalize

        decomposed = normalize("NFKD", name.casefold())
        name = "".join(c for c in decomposed if category(c)[0] != "M").translate(_SAME)
        name = normalize("NFC", name)
    kept = [c if c.isalnum() else " " for c in name.casefold()]
    return " ".join("".join(kept).split())
