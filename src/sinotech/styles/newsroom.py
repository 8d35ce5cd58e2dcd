"""Newsroom: one line that begins "According to", fit to be pasted into a report.

Who says it, where, and when, in words; what is inferred is named at the end.
"""

from sinotech.dates import spell
from sinotech.styles import SLOT
from sinotech.styles.cited import CitedSource
from sinotech.styles.prose import listed, quoted

_KINDS = {
    "news": "a report",
    "opinion": "an opinion piece",
    "declaration": "a declaration",
    "blog": "a blog post",
    "caption": "photo captions",
}


def reference(known: CitedSource) -> str:
    """Return the line."""
    return _line(known) + "."


def place(known: CitedSource) -> str:
    """Return the line with a slot for the place."""
    return f"{_line(known)}{SLOT}{known.of_part}{SLOT}"


def _line(known: CitedSource) -> str:
    what = f"headline not known ({known.description})"
    if known.title:
        what = quoted(known.english or known.headline)
    text = f"According to {_KINDS[known.type]}{_authors(known)}{_container(known)}"
    return f"{text} ({_when(known)}), {what}"


def _authors(known: CitedSource) -> str:
    names = [name.whole for name in known.authors]
    return f" by {listed(names, 'and', serial=False)}" if names else ""


def _container(known: CitedSource) -> str:
    if not known.publisher:
        return ""
    if known.periodical:
        return f" in {known.publisher}"
    return f" {'on' if known.authors else 'from'} {known.publisher}"


def _when(known: CitedSource) -> str:
    """Return the date, and all that is inferred."""
    published = known.source.published
    date = spell(published.text) if published else ""
    if known.date is None:
        date = f"undated, {date}" if date else "undated"
    fields = ["date" if field == "published" else field for field in known.inferred]
    if not fields:
        return date
    return f"{date}; {listed(fields, 'and', serial=False)} inferred"
