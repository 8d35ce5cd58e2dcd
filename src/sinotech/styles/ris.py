"""RIS: one tag a line; a file of it ends them by CR and LF, as its description has it.

RIS has no citations in a text, so there is none of a place.
"""

from collections.abc import Iterator

from sinotech.styles import entries
from sinotech.styles.cited import CitedSource
from sinotech.styles.dating import When

_TYPES = {"newspaper": "NEWS", "magazine": "MGZN"}


def reference(known: CitedSource) -> str:
    """Return the entry, with a line for each tag."""
    tags = [(tag, value) for tag, value in _tags(known) if value]
    return "".join(f"{tag}  - {value}\n" for tag, value in tags) + "ER  - "


def place(_known: CitedSource) -> str:
    """Return nothing: RIS has no citations of a place."""
    return ""


def _tags(known: CitedSource) -> Iterator[tuple[str, str]]:
    web = "BLOG" if known.type == "blog" else "ELEC"
    yield "TY", _TYPES.get(known.source.container, web)
    yield "ID", known.id
    for name in known.authors:
        yield "AU", f"{name.family}, {name.given}" if name.given else name.whole
    yield "TI", entries.title(known)
    yield "TT", known.english
    yield "ST", entries.short(known)
    yield "T2", known.publisher
    if known.date:
        yield "PY", known.date.first.year if known.date.first.year.isdecimal() else ""
        yield "DA", _date(known.date)
    yield "UR", known.url
    yield "LA", known.language
    notes = (entries.note_with_original(known), _bases(known))
    yield "N1", " ".join(part for part in notes if part)


def _date(date: When) -> str:
    """Return *date* as year/month/day/rest, with what is not known left empty."""
    first, last = date.first, date.last
    if not first.year.isdecimal():
        return ""
    month = f"{first.month:02}" if first.month and first[:2] == last[:2] else ""
    day = f"{first.day:02}" if first.day and first == last else ""
    return f"{first.year}/{month}/{day}/"


def _bases(known: CitedSource) -> str:
    bases = entries.bases(known)
    return f"({bases})" if bases else ""
