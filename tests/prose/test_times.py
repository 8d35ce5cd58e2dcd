"""Days in digits alone, as the world writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.prose.time import Time
from sinotech.prose.times import read_times
from sinotech.prose.tokens import tokenise

DATES = [
    ("on 09/28/2024", ["2024-09-28"]),
    ("on 28/09/2024", ["2024-09-28"]),
    ("on 28.09.2024", ["2024-09-28"]),
    ("on 09.28.2024", ["2024-09-28"]),
    ("on 28-9-2024", ["2024-09-28"]),
    ("on 2024/9/28", ["2024-09-28"]),
    ("on 2024-9-28", ["2024-09-28"]),
    ("on 2024.09.28", ["2024-09-28"]),
    ("on 2024年9月28日 it", ["2024-09-28"]),
    ("on 28/09/24", ["2024-09-28", "2028-09-24"]),
    ("on 05.06.2024", ["2024-06-05"]),
    ("on 05/05/2024", ["2024-05-05"]),
    ("on 05/06/2024", ["2024-05-06", "2024-06-05"]),
    ("on 5-6-2024", ["2024-05-06", "2024-06-05"]),
    ("on 05/06/07", ["2005-06-07", "2007-05-06", "2007-06-05"]),
    ("on 31/02/2024", []),
    ("on 2023-02-29", []),
]
NONE = ["10-15 labs", "10-12-15 labs", "1-2-3-2024", "1.2.3", "50/50", "12/365/2024"]


def read(text: str) -> list[Time]:
    """Return the dates of *text*."""
    return read_times(text, tokenise(text))


@pytest.mark.parametrize(("text", "days"), DATES)
def test_days_in_digits_are_read(text: str, days: list[str]) -> None:
    """A day has one reading or all that it may be; a day there is not has none."""
    (time,) = read(text)
    ends = days or [""]
    assert (time.earliest, time.latest) == (ends[0], ends[-1])
    assert time.readings == ([(day, day) for day in days] if len(days) > 1 else [])
    assert bool(time.doubt) == (len(days) != 1)


@pytest.mark.parametrize("text", NONE)
def test_other_rows_of_numbers_are_no_days(text: str) -> None:
    """Ranges, versions and shares are left alone."""
    assert not any(time.first == 0 for time in read(text))


def test_periods_may_begin_on_either_day() -> None:
    """Each reading of a period ends after it begins."""
    (time,) = read("05/06/2024 to 20/05/2024")
    assert time.readings == [("2024-05-06", "2024-05-20")]
    (time,) = read("from 05/06/2024 to 20/08/2024")
    assert [first for first, _ in time.readings] == ["2024-05-06", "2024-06-05"]


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_a_day_comes_back_in_every_style(day: date) -> None:
    """Whatever the style, the day is among the readings."""
    year, month, number = day.year, day.month, day.day
    for text in (
        f"{year}-{month:02}-{number:02}",
        f"{year}/{month}/{number}",
        f"{year}年{month}月{number}日",
        f"{number:02}.{month:02}.{year}",
        f"{number}/{month}/{year}",
        f"{month:02}/{number:02}/{year}",
        f"{number}-{month}-{year}",
    ):
        (time,) = read(f"on {text}")
        days = [first for first, _ in time.readings] or [time.earliest]
        assert str(day) in days
        assert len(days) == 1 or (number <= 12 and number != month)


WRITTEN = [
    ("in early June 2025", "in", "2025-06-01/2025-06-10"),
    ("in mid-June 2025", "in", "2025-06-10/2025-06-20"),
    ("in late June", "in", "XXXX-06-20/XXXX-06-31"),
    ("by the end of February 2024", "by", "2024-02-20/2024-02-29"),
    ("in the early 2010s", "in", "2010-01-01/2013-12-31"),
    ("in the late 2010s", "in", "2016-01-01/2019-12-31"),
    ("in 2016-17", "in", "2016-01-01/2017-12-31"),
    ("in 2017/18 it", "in", "2017-01-01/2018-12-31"),
    ("in 2016-12", "in", "2016-12-01/2016-12-31"),
    ("in or before 2015", "by", "2015-01-01/2015-12-31"),
    ("on or after 12 June 2025", "since", "2025-06-12/2025-06-12"),
    ("up to 2015", "until", "2015-01-01/2015-12-31"),
    ("through 2015", "until", "2015-01-01/2015-12-31"),
    ("from 2015 onwards", "since", "2015-01-01/2015-12-31"),
    ("from 1 to 12 June 2025", "in", "2025-06-01/2025-06-12"),
    ("a day before 12 June 2025", "before", "2025-06-12/2025-06-12"),
    ("two days before 12 June 2025", "before", "/"),
    ("two years after 2015", "after", "/"),
    ("in 2015 or later", "in", "/"),
]
"""Dates, how each is meant, and its days; none if they are not read."""


@pytest.mark.parametrize(("text", "relation", "days"), WRITTEN)
def test_what_stands_beside_a_date_is_read(text: str, relation: str, days: str) -> None:
    """A part of a month, the end of a time, another day than that: all are minded."""
    (time,) = read(text)
    assert (time.relation, f"{time.earliest}/{time.latest}") == (relation, days)
    assert time.doubt or days != "/"


@pytest.mark.parametrize(
    ("text", "ends", "vague"),
    [
        ("from 9 to 12 June 2025", True, False),
        ("9-12 June", True, False),
        ("June 9 to 12, 2025", True, False),
        ("June to August 2024", True, False),
        ("from 2013 to 2024", True, False),
        ("between 9 and 12 June 2025", False, False),
        ("between 2013 and 2024", False, False),
        ("on 12 June 2025", False, False),
        ("in late June 2025", False, True),
        ("in the mid-2010s", False, True),
    ],
)
def test_both_ends_of_a_time_are_known(text: str, *, ends: bool, vague: bool) -> None:
    """It is known whether both were written, and whether nobody knows them."""
    (time,) = read(text)
    assert (time.ends, time.vague) == (ends, vague)
