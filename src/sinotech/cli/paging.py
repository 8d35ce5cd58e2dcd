"""Which page of a long list was asked for."""

from sinotech.errors import UsageError
from sinotech.query.paging import Window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sinotech.cli.grammar import Command

MOST = 1 << 53
"""The largest number that is counted with; SQLite adds two of them without loss."""


def turn(command: "Command", values: "dict[str, Any]", section: str | None) -> None:
    """Put a window in the place of the options among *values* that page an answer.

    Of a profile, only its *section* is wanted, if one is named. Raises UsageError if
    the options ask for nothing, or for two things.
    """
    if not command.page:
        return
    limit, offset = values.pop("limit"), values.pop("offset") or 0
    everything = values.pop("all_")
    at_least_one(limit)
    if offset < 0:
        raise UsageError(f"--offset {offset} is before the first", "give one from 0")
    if everything and limit is not None:
        raise UsageError(f"--all contradicts --limit {limit}", "give one of them")
    most = None if everything else min(limit or command.page, MOST)
    values["window"] = Window(most, min(offset, MOST), section)


def at_least_one(limit: int | None) -> None:
    """Raise UsageError if a *limit* is given that leaves nothing."""
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} asks for nothing", "give a number from 1")
