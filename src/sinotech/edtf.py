"""Dates that may be partial, approximate or open: a subset of EDTF.

The subset is that of ISO 8601-2:2019 (Extended Date/Time Format) which the records
need: ``2024``, ``2024-09``, ``2024-09-28``, the qualifiers ``?`` (uncertain), ``~``
(approximate) and ``%`` (both) at the end, ``202X`` and ``20XX`` for unspecified
digits, and intervals ``2023-01/2023-06``, either end of which may be open (``..``).
"""

from collections import namedtuple

from sinotech.errors import quoted

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Period(namedtuple("Period", "text earliest latest")):  # noqa: PYI024  # typing is slow to import
    """The days that an EDTF expression may mean, both ends included."""

    __slots__ = ()
    text: str
    earliest: str
    latest: str


def last_day(year: int, month: int) -> int:
    """Return the last day of a month.

    >>> last_day(2024, 2), last_day(2023, 2), last_day(2023, 9)
    (29, 28, 30)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)  # noqa: PLR2004
    return 29 if leap else _DAYS[month - 1]


def parse(text: str) -> Period:
    """Return the period that *text* means.

    Raises ValueError, with a message fit for a user, if *text* is not of the subset.

    >>> parse("2024-02")
    Period(text='2024-02', earliest='2024-02-01', latest='2024-02-29')
    >>> parse("2023-10/..").latest
    '9999-12-31'
    """
    start, slash, end = text.partition("/")
    if not slash:
        return Period(text, *_bounds(start))
    earliest = FIRST_DAY if start == ".." else _bounds(start)[0]
    latest = LAST_DAY if end == ".." else _bounds(end)[1]
    if start == end == ".." or earliest > latest:
        wrong = "is open at both ends, or ends before it starts"
        msg = f"the interval {quoted(text)} {wrong}"
        raise ValueError(msg)
    return Period(text, earliest, latest)


def _bounds(text: str) -> tuple[str, str]:
    year, month, day = _fields(text)
    if "X" in year:
        if month:
            msg = f"{quoted(text)} gives a month of an unspecified year"
            raise ValueError(msg)
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    last = last_day(int(year), int(month)) if month and int(year) else 31
    if day and int(day) > last:
        msg = f"{quoted(text)} is a day that its month does not have"
        raise ValueError(msg)
    first_day = f"{year}-{month or '01'}-{day or '01'}"
    return first_day, f"{year}-{month or '12'}-{day or f'{last:02}'}"


def _fields(text: str) -> tuple[str, str, str]:
    """Return the year, month and day that *text* writes, empty if it does not."""
    bare = text[:-1] if text.endswith(("?", "~", "%")) else text
    year, *rest = bare.split("-")
    month, day = (*rest, "", "")[:2]
    known = year.rstrip("X")
    if (
        len(year) == 4  # noqa: PLR2004
        and len(known) >= 2  # noqa: PLR2004
        and _is_number(known)
        and all(_is_number(one) and len(one) == 2 for one in rest)  # noqa: PLR2004
        and len(rest) <= 2  # noqa: PLR2004
        and (not month or "01" <= month <= "12")
        and (not day or "01" <= day <= "31")
    ):
        return year, month, day
    such = "2024, 2024-09, 2024-09-28, 2024~ or 2023/2024"
    msg = f"{quoted(text)} is no date such as {such}"
    raise ValueError(msg)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
