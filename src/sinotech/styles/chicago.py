"""Chicago: the Chicago Manual of Style, 18th edition; author-date, and notes.

Names that stand family name first keep their order, without a comma. Where nobody
signs, the newspaper, or the body behind a website, stands in the author's place in a
list, and the title begins a note; "The" is dropped from a newspaper's name. What is
supplied stands in brackets; a date not known is "n.d.". Titles have headline capitals;
one in another script is romanized, then given as printed; translations follow in
brackets. Places without pages are named by heading and paragraph.
"""

from sinotech.styles import SLOT
from sinotech.styles.cited import CitedSource, Name
from sinotech.styles.dating import american, month_and_day
from sinotech.styles.prose import followed, italic, listed, quoted, sentences

_MOST, _SHOWN, _CITED = 6, 3, 2
"""Authors that a list names; those it names if there are more; those a note names."""


def reference(known: CitedSource) -> str:
    """Return the entry in the reference list: author, year, title."""
    year = known.supplied("published", known.date.years) if known.date else "n.d."
    rest = month_and_day(known.date) if known.date else ""
    return _entry(known, year, known.supplied("published", rest))


def place(known: CitedSource) -> str:
    """Return the citation in the text: author and year, then the place."""
    year = known.supplied("published", known.date.years) if known.date else "n.d."
    cited = _cited(known, "" if known.date else ",")
    return f"({cited} {year}{SLOT}{known.of_part}{SLOT})"


def bibliography(known: CitedSource) -> str:
    """Return the entry in the bibliography that goes with notes."""
    return _entry(known, "", _date(known))


def note(known: CitedSource) -> str:
    """Return the note: author, title, container, date, then the place."""
    names = [name.whole for name in known.authors]
    author = f"{names[0]} et al." if len(names) > _CITED else " and ".join(names)
    parts = [
        known.supplied("authors", author),
        _title(known, ","),
        "photo captions" if known.captions and known.title else "",
        _column(known),
        _container(known),
        _date(known),
    ]
    text = _spaced([part for part in parts if part])
    url = f", {known.url}" if known.url else ""
    return f"{text}{SLOT}{known.of_part}{SLOT}{url}."


def _spaced(parts: list[str]) -> str:
    """Return *parts* joined by commas, one that ends in a comma needing no other."""
    return " ".join([*(followed(part) for part in parts[:-1]), parts[-1]])


def _entry(known: CitedSource, year: str, date: str) -> str:
    container = _container(known) if known.authors else ""
    published = ", ".join(part for part in (container, date) if part)
    captions = "Photo captions" if known.captions and known.title else ""
    title = _title(known, ".")
    author = _author(known)
    begins = (author, year, title) if author else (title, year)
    return sentences(*begins, captions, _column(known), published, known.url)


def _column(known: CitedSource) -> str:
    """Return the column it appeared in, unless that is all the title it has."""
    column = known.source.column or ""
    return "" if column == known.title else column


def _date(known: CitedSource) -> str:
    if known.date is None:
        return "n.d."
    return known.supplied("published", american(known.date))


def _author(known: CitedSource) -> str:
    """Return who signs; else the newspaper, or the body behind the website."""
    if not known.authors:
        return _container(known)
    names = [_inverted(known.authors[0]), *(name.whole for name in known.authors[1:])]
    if len(names) > _MOST:
        text = f"{', '.join(names[:_SHOWN])}, et al."
    elif len(names) == 2 and not known.authors[0].family_first:  # noqa: PLR2004
        text = ", and ".join(names)
    else:
        text = listed(names, "and")
    return known.supplied("authors", text)


def _inverted(name: Name) -> str:
    if name.family_first or not name.given:
        return name.whole
    return f"{name.family}, {name.given}"


def _cited(known: CitedSource, comma: str) -> str:
    """Return who is cited, or what stands in their place, and a *comma*."""
    if known.title and not (known.authors or known.publisher):
        return quoted(known.short, comma)
    return _named(known) + comma


def _named(known: CitedSource) -> str:
    names = [name.family or name.whole for name in known.authors]
    if len(names) > _CITED:
        return known.supplied("authors", f"{names[0]} et al.")
    if names:
        return known.supplied("authors", " and ".join(names))
    return _container(known) or known.described


def _container(known: CitedSource) -> str:
    name = known.publisher
    if not known.periodical:
        return known.supplied("publisher", name)
    if known.language == "en" and known.source.container == "newspaper":
        name = name.removeprefix("The ")
    return italic(known.supplied("publisher", name))


def _title(known: CitedSource, end: str) -> str:
    if not known.title:
        return known.described
    marked = known.supplied("title", known.headline)
    original = f" {known.title}" if known.latin != known.title else ""
    if not known.english:
        return quoted(marked, end) + original
    return f"{quoted(marked)}{original} [{known.english}]"
