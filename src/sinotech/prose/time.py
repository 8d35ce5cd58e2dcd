"""A time: a date or period that a sentence states, and the days that it may be."""

FIRST_YEAR, LAST_YEAR = 1600, 2099
"""Years between which four digits are read as a year."""

_MONTHS = 12
"""Months of a year."""


class Time:
    """A date or period that a sentence states.

    *earliest* and *latest* are days (``2024-02-01``); *relation* says how it is meant:
    ``in``, ``since``, ``after``, ``until``, ``before`` or ``by``. *first* and *last*
    are the tokens it is made of. *text* is what was read, as written. *readings* are
    the days that it may be, if nobody can tell which (``05/06/2024``): *earliest* and
    *latest* are the first and the last of them. *unread* is a sign beside it by which
    it means other days, which are not read. *ends* says that it is written by its first
    and its last day (or month, or year), *vague* that it is written as a part of a
    month or decade, whose ends nobody knows. It is meant *around* those days, or for
    some day *between* them; or it is *listed* with another: ``in 2017 and 2019``.
    """

    __slots__ = (
        "around",
        "between",
        "earliest",
        "ends",
        "first",
        "last",
        "latest",
        "listed",
        "readings",
        "relation",
        "text",
        "unread",
        "vague",
    )

    def __init__(self, earliest: str, latest: str, first: int, last: int) -> None:
        """Hold the days and the tokens."""
        self.earliest, self.latest = earliest, latest
        self.first, self.last = first, last
        self.readings: list[tuple[str, str]] = []
        self.relation = "in"
        self.text = self.unread = ""
        self.ends = self.vague = self.around = self.between = self.listed = False

    def may_be(self, readings: "list[tuple[str, str]]") -> None:
        """Let it be any of *readings*."""
        self.readings = readings
        self.earliest = min(first for first, _ in readings)
        self.latest = max(last for _, last in readings)

    def as_read(self) -> "list[Time]":
        """Return a date for each of its readings."""
        made = [Time(*days, self.first, self.last) for days in self.readings]
        for one in made:
            one.relation, one.text = self.relation, self.text
            one.ends, one.vague = self.ends, self.vague
            one.around, one.between, one.listed = self.around, self.between, self.listed
        return made or [self]

    @property
    def doubt(self) -> str:
        """Return in words which days it may be, if that is unclear; or that none is.

        >>> time = Time("", "", 0, 2)
        >>> time.may_be([("2024-05-06", "2024-05-06"), ("2024-06-05", "2024-06-05")])
        >>> time.text = "05/06/2024"
        >>> time.doubt
        '“05/06/2024” may be 2024-05-06 or 2024-06-05: it is not said which'
        """
        if self.unread:
            return f"“{self.text}” with “{self.unread}” is not read as a date"
        if not self.readings:
            odd = self.text[:1].isdecimal() and not self.earliest
            return f"“{self.text}” is no day of the calendar" if odd else ""
        told = " or ".join(a if a == b else f"{a} to {b}" for a, b in self.readings)
        return f"“{self.text}” may be {told}: it is not said which"

    def __repr__(self) -> str:
        """Show relation and days."""
        return f"<{self.relation} {self.earliest}/{self.latest}>"


def months(year: int, first: int, last: int) -> tuple[str, str]:
    """Return the days from a month's first to a month's last."""
    from sinotech.edtf import last_day  # only here: few claims hold a date

    return f"{year}-{first:02}-01", f"{year}-{last:02}-{last_day(year, last)}"


def existing_days(days: list[tuple[int, int, int]]) -> list[str]:
    """Return those of *days* that the calendar has, in order, each once."""
    from sinotech.edtf import last_day  # only here: few claims hold a date

    return sorted(
        {
            f"{year}-{month:02}-{day:02}"
            for year, month, day in days
            if FIRST_YEAR <= year <= LAST_YEAR
            and 1 <= month <= _MONTHS
            and 1 <= day <= last_day(year, month)
        }
    )


def join_readings(first: Time, last: Time) -> int:
    """Let *first* be what may be the days up to *last*; return the last token."""
    if first.readings or last.readings:
        begins = first.readings or [(first.earliest, first.latest)]
        ends = last.readings or [(last.earliest, last.latest)]
        first.may_be([(a, b) for a, _ in begins for _, b in ends if a <= b])
    return last.last
