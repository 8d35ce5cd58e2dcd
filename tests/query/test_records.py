"""Records by id and by filter."""

import sqlite3
from typing import Any

import pytest

from sinotech.query import records as query
from sinotech.query.lists import cited_from, find_figures
from sinotech.query.paging import Window
from sinotech.rawjson import FULL, read

FILTERS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["fig-yield", "fig-labs-50", "fig-labs-70"]),
    ({"about": ["br"]}, ["fig-labs-50", "fig-labs-70"]),
    ({"about": ["br", "cn"]}, ["fig-labs-50"]),
    ({"about": ["no"]}, ["fig-yield"]),
    ({"about": ["brics", "m-labs"]}, ["fig-labs-50", "fig-labs-70"]),
    ({"sources": ["wire-2025"]}, ["fig-labs-70"]),
    ({"sources": ["wire-2025", "weekly"]}, ["fig-yield", "fig-labs-70"]),
    ({"periods": [("2024-01-01", "2024-12-31")]}, ["fig-labs-50"]),
    ({"periods": [("2024-03-31", "2025-02-01")]}, ["fig-labs-50", "fig-labs-70"]),
    ({"periods": [("2023-01-01", "2023-12-31")]}, []),
    ({"words": ["laboratory"]}, ["fig-yield", "fig-labs-50", "fig-labs-70"]),
    ({"words": ["laboratories", "70"]}, ["fig-labs-70"]),
    ({"words": ['"', "OR", "*"]}, []),
    ({"about": ["br"], "words": ["over"]}, ["fig-labs-50"]),
]


@pytest.mark.parametrize(("filters", "ids"), FILTERS)
def test_figures_pass_every_filter(
    mini: sqlite3.Connection, filters: dict[str, Any], ids: list[str]
) -> None:
    """Filters narrow together; the order is by measure, then date."""
    assert [one["id"] for one in find_figures(mini, **filters)[0]] == ids


def test_a_profile_holds_what_is_linked(mini: sqlite3.Connection) -> None:
    """A country's profile holds each kind of record about it, in its section."""
    profile = query.find_profile(mini, "br")
    assert profile is not None
    sections = read(profile.sections)
    found = {name: [one["id"] for one in rows] for name, rows in sections.items()}
    assert found == {
        "groups": ["brics-countries"],
        "programs": ["brics"],
        "figures": ["fig-labs-50", "fig-labs-70"],
        "events": ["ev-founding"],
        "statements": ["st-fact", "st-opinion", "st-plan"],
        "organizations": ["petrobras"],
        "people": ["jose-alencar"],
        "conflicts": ["cf-labs"],
    }


def test_a_program_in_a_profile_has_a_role(mini: sqlite3.Connection) -> None:
    """A program in a country's profile says what the country is in it."""
    profile = query.find_profile(mini, "br")
    assert profile is not None
    assert read(profile.sections)["programs"][0]["role"] == "member"


def test_what_is_no_record_has_no_profile(mini: sqlite3.Connection) -> None:
    """An id without a record has no profile, rather than an empty one."""
    assert query.find_profile(mini, "de") is None


def test_briefs_keep_the_order_asked(mini: sqlite3.Connection) -> None:
    """Sources come back in the order in which they are cited."""
    asked = ["wire-2025", "daily-2024"]
    assert [one["id"] for one in read(query.find_briefs(mini, asked))] == asked


def test_a_source_lists_what_it_is_cited_for(mini: sqlite3.Connection) -> None:
    """Every record that cites a source is found from it."""
    assert [one["id"] for one in cited_from(mini, "weekly")[0]] == [
        "once",
        "fig-yield",
        "st-plan",
    ]


LONG = "SELECT id, page.kind, type FROM page JOIN record ON number = target"


def shown(store: sqlite3.Connection, id_: str, window: Window) -> list[object]:
    """Return all that is in a profile."""
    profile = query.find_profile(store, id_, window)
    assert profile is not None
    return [
        profile.shown,
        profile.pages,
        {name: read(one) for name, one in profile.sections.items()},
        {name: one.sources for name, one in profile.sections.items()},
    ]


@pytest.mark.parametrize("window", [Window(1), Window(25), Window(5, 2)])
def test_stored_pages_are_what_is_linked(
    large: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    """A profile that begins with records stored together is as if they were not."""
    long = [id_ for (id_,) in large.execute(f"SELECT DISTINCT id FROM ({LONG})")]  # noqa: S608
    quick = [shown(large, id_, window) for id_ in long]
    monkeypatch.setattr(query, "FULL", 10**9)
    assert quick == [shown(large, id_, window) for id_ in long]
    assert {"cn", "br", "bri"} <= set(long)


def test_long_parts_are_stored(real: sqlite3.Connection) -> None:
    """Each part with so many records that it is worth it, and no other."""
    sql = """SELECT id, held.kind, type FROM held JOIN record ON number = target
             WHERE records >= ? AND held.kind <> 'conflict' ORDER BY 1, 2, 3"""
    expected = real.execute(sql, (FULL,)).fetchall()
    assert sorted(real.execute(LONG)) == expected
    assert expected
