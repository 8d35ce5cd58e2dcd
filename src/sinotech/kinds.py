"""The kinds of record: their plurals, counts of them, and the line for one of them.

The model declares what each kind holds (:mod:`sinotech.model.kinds`); this is what
look-ups know of kinds without loading it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Row = Mapping[str, Any]

KINDS = {
    "source": "sources",
    "country": "countries",
    "group": "groups",
    "program": "programs",
    "organization": "organizations",
    "person": "people",
    "measure": "measures",
    "figure": "figures",
    "event": "events",
    "statement": "statements",
    "conflict": "conflicts",
}
"""The kinds of record in the order of a file, each with its section there, which is its
plural."""

ANY_KIND = tuple(KINDS)
"""Every kind of record."""

LISTED = frozenset(KINDS) - {"figure", "event", "statement", "conflict"}
"""The kinds that have a command which lists all of them, whatever they say."""

PROFILES = ("country", "program", "person", "organization", "group")
"""The kinds of record that have a profile."""

TITLES = {
    "source": "title",
    "measure": "label",
    "figure": "as_written",
    "event": "what",
    "statement": "text",
    "conflict": "title",
}
"""The field that stands for a record in a line; of other kinds, the name."""

_SINGULAR = {
    **{plural: kind for kind, plural in KINDS.items()},
    "children": "part",
    "cited_for": "record cited from it",
}
_NAMED = {"children": "parts", "cited_for": "records cited from it"}


def count(number: int, section: str) -> str:
    """Return *number* and the noun for it, from the plural that names a section."""
    return f"{number:,} {noun(number, section)}"


def noun(number: int, section: str) -> str:
    """Return the noun for *number* things, from the plural that names a section."""
    if number == 1:
        return _SINGULAR.get(section, section.removesuffix("s"))
    return _NAMED.get(section, section)


def kinds(held: dict[str, int]) -> str:
    """Return counts by kind of record in words."""
    return ", ".join(
        f"{number:,} {kind if number == 1 else KINDS.get(kind, f'{kind}s')}"
        for kind, number in held.items()
    )


def title_field(kind: str) -> str:
    """Return the field that stands for a record of a *kind* in a line."""
    return TITLES.get(kind, "name")


def title_of(record: "Row") -> str:
    """Return the line that stands for a document of any kind; a figure's has its label.

    It is the id, if it has no such field.
    """
    title = record[title_field(record["kind"])]
    if record["kind"] == "figure":
        return f"{title}: {record['label']}"
    return str(title or record["id"])


def line_of(record: "Row") -> str:
    """Return the line that stands for a document on a page; a source has a short name.

    >>> line_of({"kind": "source", "id": "x", "title": None, "short": "Daily, 2024"})
    'Daily, 2024'
    """
    return title_of({**record, "id": record.get("short") or record["id"]})
