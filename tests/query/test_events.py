"""Events in order, figures in series, what belongs together."""

import sqlite3

import pytest

from sinotech.query.events import find_related, find_series
from sinotech.query.lists import find_all_conflicts, find_events
from sinotech.query.names import complete


def test_events_stand_in_order(mini: sqlite3.Connection) -> None:
    """Events are ordered by the first day they may be of, and carry both ends."""
    found = [(e["id"], e["earliest"], e["latest"]) for e in find_events(mini)[0]]
    assert found == [
        ("ev-founding", "2008-01-01", "2008-12-31"),
        ("ev-summit", "2024-10-22", "2024-10-24"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        ("2008-06-01", "2008-06-30", 1),
        ("2009-01-01", "2009-12-31", 0),
        (None, "2008-01-01", 1),
        ("2024-10-24", None, 1),
        ("2024-10-25", None, 0),
    ],
)
def test_an_uncertain_event_is_kept_where_it_may_be(
    mini: sqlite3.Connection, first: str | None, last: str | None, count: int
) -> None:
    """An event of some day in 2008 is in every part of 2008, and in no other year."""
    assert len(find_events(mini, first=first, last=last)[0]) == count


def test_events_are_of_what_was_asked(mini: sqlite3.Connection) -> None:
    """Filters narrow together."""
    assert [e["id"] for e in find_events(mini, about=["br"])[0]] == ["ev-founding"]
    assert len(find_events(mini, about=["brics"])[0]) == 2
    assert find_events(mini, about=["brics", "cn"])[0] == []


def test_series_of_different_scopes_stay_apart(mini: sqlite3.Connection) -> None:
    """What counts something else, or in another unit, is a series of its own."""
    series = [
        (one["label"], one["unit"], [figure["id"] for figure in one["figures"]])
        for one in find_series(mini, "m-labs")[0]
    ]
    assert series == [
        ("joint laboratories", "laboratories", ["fig-labs-50", "fig-labs-70"]),
        ("=cmd() [bold]yield[/bold] of the labs", "percent", ["fig-yield"]),
    ]


def test_what_shares_most_is_first(mini: sqlite3.Connection) -> None:
    """Records are related by what both are about; the rarer, the closer."""
    found = find_related(mini, "fig-labs-50", 3)
    assert found[0]["id"] == "fig-labs-70"
    assert set(found[0]["shares"]) == {
        "Brazil",
        "BRICS cooperation mechanism",
        "joint laboratories",
    }
    assert "fig-labs-50" not in [one["id"] for one in found]


def test_conflicts_are_of_what_they_touch(mini: sqlite3.Connection) -> None:
    """All conflicts are listed unless something is asked for that none is about."""
    assert [one["id"] for one in find_all_conflicts(mini, [])[0]] == ["cf-labs"]
    assert find_all_conflicts(mini, ["br"])[0] == []


def test_a_shell_is_offered_what_is_held(mini: sqlite3.Connection) -> None:
    """Names that begin so are offered, in the case that was typed, each thing once."""
    assert complete(mini, "B", ("country",)) == [("Brazil", "Brazil")]
    assert complete(mini, "bra", ("country",)) == [("brazil", "Brazil")]
    assert complete(mini, "brics", ("program",))[0][0].startswith("brics")
    assert complete(mini, "Japan", ("country",)) == []
    assert {name for name, _ in complete(mini, "", ("country",))} == {
        "Brazil",
        "China",
        "Norway",
        "Republic of the Congo",
    }
