"""Figures by the time that they are true of, and the days of that time."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Sinotech

import sinotech
from sinotech.schema.columns import value_at

TIMES = [
    ("--year 2024", "fig-labs-50"),
    ("--year 2025", "fig-labs-70"),
    ("--year 2023", ""),
    ("--from 2024-03-31", "fig-labs-50 fig-labs-70"),
    ("--from 2024-04", "fig-labs-70"),
    ("--to 2025-01", "fig-labs-50"),
    ("--to 2024-03-01", "fig-labs-50"),
    ("--to 2024-02", ""),
    ("--from 2024 --to 2024", "fig-labs-50"),
    ("--from 2024-02~ --to 2025-02-01", "fig-labs-50 fig-labs-70"),
    ("--year 2024 --from 2025", ""),
    ("--as-of 2024-03 --year 2024", "fig-labs-50"),
]


@pytest.mark.parametrize(("line", "ids"), TIMES)
def test_figures_are_found_by_time(on_mini: Sinotech, line: str, ids: str) -> None:
    """What may be true of a day that is asked for is found; without a date, never."""
    rows = on_mini("figures", *line.split(), "--format", "jsonl").out.splitlines()
    assert [json.loads(row)["id"] for row in rows] == ids.split()


NO_TIMES = [
    ("figures --year 0", "--year 0 is no year; give one to 9999"),
    ("figures --year 12024", "--year 12024 is no year; give one to 9999"),
    ("figures --from soon", "--from: 'soon' is no date such as 2024, 2024-09"),
    ("figures --to 2024-02-30", "--to: '2024-02-30' is a day that its month does not"),
    ("figures --from 2025 --to 2024", "--from 2025 is after --to 2024; swap them"),
    ("timeline --from 2025 --to 2024", "--from 2025 is after --to 2024; swap them"),
]


@pytest.mark.parametrize(("line", "error"), NO_TIMES)
def test_a_time_that_is_none_is_one_line(
    on_mini: Sinotech, line: str, error: str
) -> None:
    """It says which option it is of."""
    result = on_mini(*line.split())
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert result.err.startswith(f"error: {error}")


DAYS = [
    ({"as_of": "2024-02"}, ("2024-02-01", "2024-02-29")),
    ({"as_of": "2023/2024-06"}, ("2023-01-01", "2024-06-30")),
    ({"as_of": "2024-09-28~"}, ("2024-09-28", "2024-09-28")),
    ({"as_of": "202X"}, ("2020-01-01", "2029-12-31")),
    ({"as_of": "2023-05/.."}, ("2023-05-01", None)),
    ({"as_of": "../2023"}, (None, "2023-12-31")),
    ({"as_of": None}, (None, None)),
    ({"id": "x"}, (None, None)),
    ({"as_of": "of a stranger"}, (None, None)),
]


@pytest.mark.parametrize(("record", "days"), DAYS)
def test_a_date_has_its_first_and_last_day_beside_it(
    record: dict[str, object], days: tuple[str | None, str | None]
) -> None:
    """An end that is open is none."""
    names = ("as_of_start", "as_of_end")
    assert tuple(value_at(record, name) for name in names) == days


@pytest.mark.parametrize(
    "line",
    [
        "figures",
        "figure fig-labs-50",
        "country Brazil --section figures",
        "series m-labs",
    ],
)
def test_every_csv_of_figures_has_these_days(on_mini: Sinotech, line: str) -> None:
    """They stand behind the date itself."""
    out = on_mini(*line.split(), "--format", "csv").out
    head, *rows = csv.reader(io.StringIO(out, newline=""))
    at = head.index("as_of")
    assert head[at : at + 3] == ["as_of", "as_of_start", "as_of_end"]
    assert ["2024-03", "2024-03-01", "2024-03-31"] in [row[at : at + 3] for row in rows]


def test_the_library_takes_the_same(mini_db: Path) -> None:
    """A year is a number there, and what is none is told."""
    with sinotech.open(mini_db) as ref:
        found = ref.figures(year=2024, first="2024-02", last="2024")
        assert [one["id"] for one in found] == ["fig-labs-50"]
        for year in (0, -1, 10_000):
            with pytest.raises(sinotech.UsageError, match="year"):
                ref.figures(year=year)
        with pytest.raises(TypeError, match="year is of type str; it takes an int"):
            ref.figures(year="2024")  # type: ignore[arg-type]
