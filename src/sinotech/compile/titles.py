"""The line that stands for a record in a list."""

from sinotech.kinds import title_field
from sinotech.model import Record, kind_of


def title_of(record: Record) -> str:
    """Return the line that stands for *record* in a list."""
    title = getattr(record, title_field(kind_of(type(record))))
    return str(title or getattr(record, "short", record.id))
