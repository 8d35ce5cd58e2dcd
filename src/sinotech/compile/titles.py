"""The line that stands for a record in a list."""

from collections.abc import Mapping

from sinotech.model import Conflict, Event, Figure, Measure, Record, Source, Statement

_TITLES: Mapping[type[Record], str] = {
    Source: "title",
    Measure: "label",
    Figure: "as_written",
    Event: "what",
    Statement: "text",
    Conflict: "title",
}
"""The field that stands for a record in a list, where it is not the name."""


def title_of(record: Record) -> str:
    """Return the line that stands for *record* in a list."""
    title = getattr(record, _TITLES.get(type(record), "name"))
    return str(title or getattr(record, "short", record.id))
