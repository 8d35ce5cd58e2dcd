"""MLA: the MLA Handbook, 9th edition.

The first author's name is inverted unless it stands family name first anyway; of
three or more, the first stands for all. What the work itself does not say of its
publication stands in brackets; an unknown date is left out. An untitled work is
described, plainly. Addresses keep their protocol, so that they can be followed (5.95).
Only numbers that the work itself prints may name a place: paragraphs are not counted,
so the citation in the text has no locator.
"""

from sinotech.styles import SLOT
from sinotech.styles.cited import CitedSource
from sinotech.styles.dating import mla
from sinotech.styles.prose import italic, quoted, sentences

_MOST = 2
"""Authors that an entry names; more are "et al."."""


def reference(known: CitedSource) -> str:
    """Return the entry in the list of works cited."""
    date = known.supplied("published", mla(known.date)) if known.date else ""
    container = italic(known.supplied("publisher", known.publisher))
    published = ", ".join(part for part in (container, date, known.url) if part)
    captions = "Photo captions" if known.captions and known.title else ""
    return sentences(_authors(known), _title(known), published, captions)


def place(known: CitedSource) -> str:
    """Return the citation in the text: the first words of the entry."""
    return f"({_cited(known)}){SLOT}{SLOT}"


def _authors(known: CitedSource) -> str:
    names = [name.whole for name in known.authors]
    if not names:
        return ""
    first = known.authors[0]
    if first.given and not first.family_first:
        names[0] = f"{first.family}, {first.given}"
    text = f"{names[0]}, et al." if len(names) > _MOST else ", and ".join(names)
    return known.supplied("authors", text)


def _title(known: CitedSource) -> str:
    if not known.title:
        return known.described
    title = known.supplied("title", known.headline)
    if known.english:
        return f"{quoted(title)} [{known.english}]"
    return quoted(title, ".")


def _cited(known: CitedSource) -> str:
    names = [name.family or name.whole for name in known.authors]
    if len(names) > _MOST:
        return known.supplied("authors", f"{names[0]} et al.")
    if names:
        return known.supplied("authors", " and ".join(names))
    return (
        quoted(known.supplied("title", known.short)) if known.title else known.described
    )
