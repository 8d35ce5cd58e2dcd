"""BibTeX, as the programs of BibTeX and biblatex read it.

The bytes are UTF-8, which both read today. Titles are kept from being put into lower
case. ``note`` is printed by styles and says what is inferred, ``annote`` from what.
"""

from sinotech.styles import SLOT, entries
from sinotech.styles.cited import CitedSource, Name
from sinotech.styles.dating import When
from sinotech.styles.escapes import address, tex

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_LANGUAGES = {
    "de": "german",
    "en": "",
    "es": "spanish",
    "fr": "french",
    "ja": "japanese",
    "pt": "portuguese",
    "ru": "russian",
    "zh": "chinese",
}
"""What biblatex calls a language; English is what it takes for granted."""


def reference(known: CitedSource) -> str:
    """Return the entry, one field a line."""
    fields = [(name, value) for name, value in _fields(known) if value]
    lines = "".join(f"  {name:<12} = {value},\n" for name, value in fields)
    kind = "article" if known.periodical else "misc"
    return f"@{kind}{{{known.id},\n{lines}}}"


def place(known: CitedSource) -> str:
    r"""Return the command that cites the place in a text."""
    return f"\\cite{SLOT}{tex(known.of_part)}{SLOT}{{{known.id}}}"


def _fields(known: CitedSource) -> list[tuple[str, str]]:
    year, month, day = _date(known.date)
    unsigned = "" if known.authors else known.publisher or entries.title(known)
    return [
        ("key", _in_braces(tex(unsigned))),  # what unsigned entries are sorted by
        ("author", _in_braces(" and ".join(_name(name) for name in known.authors))),
        ("title", _in_braces(_in_braces(tex(entries.title(known))))),
        ("shorttitle", _in_braces(_in_braces(tex(entries.short(known))))),
        ("origtitle", _in_braces(_in_braces(tex(entries.original(known))))),
        ("journal" if known.periodical else "howpublished", _publisher(known)),
        ("year", _in_braces(year)),
        ("month", month),
        ("day", _in_braces(day)),
        ("url", _in_braces(address(known.url))),
        ("language", _in_braces(_LANGUAGES.get(known.language, known.language))),
        ("note", _in_braces(tex(entries.note(known)))),
        ("annote", _in_braces(tex(entries.bases(known)))),
    ]


def _in_braces(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _publisher(known: CitedSource) -> str:
    return _in_braces(_in_braces(tex(known.publisher)))


def _name(name: Name) -> str:
    """Return *name*: in parts, or in braces, so that no word in it splits it."""
    if not name.given:
        return _in_braces(tex(name.whole))
    return f"{_part(name.family)}, {_part(name.given)}"


def _part(text: str) -> str:
    """Return part of a name, in braces if a comma or "and" in it would split it."""
    splits = "," in text or "and" in text.casefold().split()
    return _in_braces(tex(text)) if splits else tex(text)


def _date(date: When | None) -> tuple[str, str, str]:
    """Return year, month and day of *date*; of an interval, what its ends share."""
    if date is None:
        return "", "", ""
    first, last = date.first, date.last
    same_month = first[:2] == last[:2]
    month = _MONTHS[first.month - 1] if first.month and same_month else ""
    day = str(first.day) if first.day and first == last else ""
    return date.years, month, day
