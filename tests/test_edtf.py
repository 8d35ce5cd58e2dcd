"""Dates that may be partial, approximate or open."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech import edtf
from sinotech.dates import spell

PERIODS = [
    ("2024", "2024-01-01", "2024-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-09-28", "2024-09-28", "2024-09-28"),
    ("2025-06~", "2025-06-01", "2025-06-30"),
    ("2025?", "2025-01-01", "2025-12-31"),
    ("2025-12%", "2025-12-01", "2025-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2025-06-10/2025-06-12", "2025-06-10", "2025-06-12"),
    ("2013/2024", "2013-01-01", "2024-12-31"),
    ("2025-12-13/..", "2025-12-13", "9999-12-31"),
    ("../2023", "0001-01-01", "2023-12-31"),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), PERIODS)
def test_a_date_means_the_days_it_may_be(text: str, earliest: str, latest: str) -> None:
    """An expression means all days from its earliest to its latest."""
    assert edtf.parse(text) == edtf.Period(text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "24",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-06-31",
        "2024-6-1",
        "28/09/2024",
        "2024/2023",
        "../..",
        "..",
        "202X-05",
        "2024~?",
        "2024/",
        "/2024",
        "２０２４",
        "2024\n",
        "1e3",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Anything outside the subset raises ValueError with a message for a person."""
    with pytest.raises(ValueError, match=r"."):
        edtf.parse(text)


@given(st.dates(min_value=dt.date(1, 1, 1)))
def test_every_day_is_itself(day: dt.date) -> None:
    """A full date means that one day."""
    text = day.isoformat()
    assert edtf.parse(text) == edtf.Period(text, text, text)


@given(st.dates(), st.dates())
def test_an_interval_holds_its_ends(one: dt.date, other: dt.date) -> None:
    """An interval of days runs from the first to the last."""
    first, last = sorted((one, other))
    period = edtf.parse(f"{first}/{last}")
    assert (period.earliest, period.latest) == (first.isoformat(), last.isoformat())


@given(st.text(max_size=30))
def test_no_text_breaks_the_parser(text: str) -> None:
    """Any text is a period or a ValueError, nothing else."""
    try:
        period = edtf.parse(text)
    except ValueError:
        return
    assert period.earliest <= period.latest


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, ""),
        ("2024", "2024"),
        ("2024-09", "September 2024"),
        ("2024-09-08", "8 September 2024"),
        ("2025-06-10/2025-06-12", "10–12 June 2025"),
        ("2025-01/2025-03", "January–March 2025"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024"),
        ("2013/2024", "2013 – 2024"),
        ("2025-12-13/..", "13 December 2025 or later"),
        ("../2023-06", "June 2023 or earlier"),
        ("2025-06~", "about June 2025"),
        ("2025?", "2025 (uncertain)"),
        ("2025%", "about 2025 (uncertain)"),
        ("199X", "1990s"),
        ("20XX", "the 2000s"),
    ],
)
def test_a_date_is_spelt(date: str | None, words: str) -> None:
    """A date is printed as people write it, doubt included."""
    assert spell(date) == words
