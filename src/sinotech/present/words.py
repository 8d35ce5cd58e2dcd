"""Counts and records in a few words."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]

_SINGULAR = {"children": "part", "people": "person"}
_PLURAL = {"person": "people", "country": "countries"}


def count(number: int, section: str) -> str:
    """Return *number* and the noun for it, from the plural that names a section."""
    one = _SINGULAR.get(section, section.removesuffix("s"))
    many = {"children": "parts"}.get(section, section)
    return f"{number} {one if number == 1 else many}"


def kinds(held: dict[str, int]) -> str:
    """Return counts by kind of record in words."""
    return ", ".join(
        f"{number} {kind if number == 1 else _PLURAL.get(kind, f'{kind}s')}"
        for kind, number in held.items()
    )


def line_of(record: "Row") -> str:
    """Return the line that stands for a record of any kind."""
    if record["kind"] == "figure":
        return f"{record['as_written']}: {record['label']}"
    keys = ("what", "text", "title", "label", "name", "short")
    return str(next(record[key] for key in keys if record.get(key)))
