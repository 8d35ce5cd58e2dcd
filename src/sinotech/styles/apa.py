"""APA: the Publication Manual of the American Psychological Association, 7th edition.

Names of any order are printed family name first, given names as initials (8.17, 9.8);
without an author, the title moves into its place (9.12). A title not known is described
in brackets (9.22), and one in another language transliterated and translated (9.38).
Facts not on the work itself stand in brackets, approximate dates with "ca." (10.14).
A website's name is not set in italics, a periodical's is (10.16). Places without pages
are named by heading and paragraph (8.28).
"""

from sinotech.styles import SLOT
from sinotech.styles.cited import CitedSource, Name
from sinotech.styles.dating import month_and_day
from sinotech.styles.prose import ended, followed, italic, listed, quoted, sentences

_MOST = 20
"""Authors that a reference names; of more, the first nineteen and the last (9.8)."""


def reference(known: CitedSource) -> str:
    """Return the entry in the list of references."""
    title = _title(known)
    container = known.supplied("publisher", known.publisher)
    if known.periodical:
        container = italic(container)
    date = f"({_date(known)})"
    if known.authors:
        parts = [f"{ended(_authors(known))} {date}", title, container]
    else:
        parts = [f"{ended(title)} {date}", container]
    return f"{sentences(*parts)} {known.url}".rstrip()


def place(known: CitedSource) -> str:
    """Return the citation in the text: author and year, then the place."""
    return f"({_cited(known)} {_year(known)}{SLOT}{known.of_part}{SLOT})"


def _authors(known: CitedSource) -> str:
    names = [_name(name) for name in known.authors]
    if len(names) > _MOST:
        text = f"{', '.join(names[: _MOST - 1])}, … {names[-1]}"
    elif len(names) == 2:  # noqa: PLR2004
        text = ", & ".join(names)
    else:
        text = listed(names, "&")
    return known.supplied("authors", text)


def _name(name: Name) -> str:
    """Return *name* with initials; a hyphen within a given name is kept."""
    if not name.given:
        return name.whole
    parts = (
        "-".join(f"{part[0]}." for part in word.split("-") if part)
        for word in name.given.split()
    )
    return f"{name.family}, {' '.join(parts)}"


def _date(known: CitedSource) -> str:
    """Return the date in full, or else its year."""
    rest = month_and_day(known.date) if known.date else ""
    return _year(known, f", {rest}" if rest else "")


def _year(known: CitedSource, rest: str = "") -> str:
    if known.date is None:
        return "n.d."
    first, last = known.date.first.year, known.date.last.year
    year = first if first == last else f"{first}–{last}"
    before = "ca. " if known.date.unsure else ""
    return known.supplied("published", f"{before}{year}{rest}")


def _title(known: CitedSource) -> str:
    if not known.title:
        return f"[{known.described}]"
    title = known.supplied("title", known.sentence)
    title = title if known.periodical else italic(title)
    if known.english:
        title += f" [{known.english}]"
    return f"{title} [{known.described}]" if known.captions else title


def _cited(known: CitedSource) -> str:
    """Return who is cited: two authors at most, or the title in their place (8.14)."""
    text = _named(known)
    if known.authors or not known.title:
        return followed(text)
    return quoted(text, ",") if known.periodical else f"{italic(text)},"


def _named(known: CitedSource) -> str:
    names = [name.family or name.whole for name in known.authors]
    if len(names) > 2:  # noqa: PLR2004
        return known.supplied("authors", f"{names[0]} et al.")
    if names:
        return known.supplied("authors", " & ".join(names))
    if not known.title:
        return f"[{known.described}]"
    return known.supplied("title", known.short)
