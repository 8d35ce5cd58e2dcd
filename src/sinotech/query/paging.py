"""Pages of long lists: which records are wanted, and what a page is of."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    class Extent(TypedDict):
        """What is shown of a list."""

        total: int
        exact: bool
        offset: int
        shown: int


CAP = 10_000
"""Records up to which a filter's results are counted. Counting so many takes some ten
milliseconds, and nobody reads further to learn how many there are."""


class Window:
    """Which records of a list are wanted: at most *limit*, after *offset* others.

    Without a *limit*, all of them. Of a profile, *only* one section, if it is named;
    and of one that was *drawn* in that form, what was made when compiling will do.
    """

    __slots__ = ("drawn", "limit", "offset", "only")

    def __init__(
        self,
        limit: int | None = None,
        offset: int = 0,
        only: str | None = None,
        *,
        drawn: str = "",
    ) -> None:
        """Take numbers that SQLite can count with."""
        self.limit = limit
        self.offset = offset
        self.only = only
        self.drawn = drawn

    def wants(self, section: str) -> bool:
        """Whether *section* of a profile is wanted."""
        return self.only is None or self.only == section

    def bounds(self) -> tuple[int, int]:
        """Return what LIMIT and OFFSET are to be."""
        return -1 if self.limit is None else self.limit, self.offset

    def extent(self, total: int, shown: int, *, exact: bool = True) -> "Extent":
        """Return what a page with *shown* records is of.

        There are *total*, or more than that if that is not *exact*.
        """
        start = self.offset
        return {"total": total, "exact": exact, "offset": start, "shown": shown}


def is_cut(extent: "Extent") -> bool:
    """Whether there is more than the page shows."""
    return extent["shown"] < extent["total"] or not extent["exact"]


EVERYTHING = Window()
