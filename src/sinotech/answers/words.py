"""Counts and records in a few words."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]

_SINGULAR = {
    "children": "part",
    "cited_for": "record cited from it",
    "countries": "country",
    "people": "person",
}
_PLURAL = {"person": "people", "country": "countries"}
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
        f"{number:,} {kind if number == 1 else _PLURAL.get(kind, f'{kind}s')}"
        for kind, number in held.items()
    )


def line_of(record: "Row") -> str:
    """Return the line that stands for a record of any kind."""
    if record["kind"] == "figure":
        return f"{record['as_written']}: {record['label']}"
    keys = ("what", "text", "title", "label", "name", "short")
    return str(next(record[key] for key in keys if record.get(key)))
