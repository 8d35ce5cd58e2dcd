"""Pages of long lists are the list, cut."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from examples import times
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.query import lists
from sinotech.query.events import find_related, find_series
from sinotech.query.lists import find_figures
from sinotech.query.paging import CAP, Window
from sinotech.query.records import Profile, find_profile
from sinotech.rawjson import read

if TYPE_CHECKING:
    from sinotech.query.paging import Extent

Turn = Callable[[sqlite3.Connection, Window], "tuple[list[Any], Extent]"]


def kind(name: str) -> Turn:
    """List the records of a kind."""
    return lambda store, window: lists.find_kind(store, name, window)


def figures(**filters: Any) -> Turn:  # noqa: ANN401
    """List the figures that pass filters."""
    return lambda store, window: find_figures(store, window=window, **filters)


def events(**filters: Any) -> Turn:  # noqa: ANN401
    """List events."""
    return lambda store, window: lists.find_events(store, window=window, **filters)


def conflicts(*about: str) -> Turn:
    """List conflicts."""
    return lambda store, window: lists.find_all_conflicts(store, about, window)


def cited(source: str) -> Turn:
    """List what a source is cited for."""
    return lambda store, window: lists.cited_from(store, source, window)


SOURCE = "stdaily-2024-09-28"
LISTS: dict[str, Turn] = {
    **{name: kind(name) for name in "country program group person measure".split()},
    "source": lists.find_sources,
    "figures": figures(),
    "figures of two": figures(about=["cn", "bri"]),
    "figures of nothing": figures(about=["none"]),
    "figures in a source": figures(sources=[SOURCE], about=["cn"]),
    "figures then": figures(periods=[("2024-01-01", "2025-12-31")]),
    "figures with a word": figures(words=["cooperation"], about=["bri"]),
    "figures with every filter": figures(
        about=["cn"], sources=[SOURCE], periods=[("2020", "2026")], words=["China"]
    ),
    "events": events(),
    "events of China": events(about=["cn"]),
    "events in a time": events(first="2013-01-01", last="2024-12-31"),
    "conflicts": conflicts(),
    "conflicts of China": conflicts("cn"),
    "cited": cited(SOURCE),
}


def ids(records: list[Any]) -> list[str]:
    """Return the ids of records."""
    return [one["id"] for one in records]


LIMITS = st.integers(1, 80)
ON_REAL = settings(
    max_examples=times(0.6), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@ON_REAL
@given(name=st.sampled_from(list(LISTS)), limit=LIMITS)
def test_pages_of_a_list_are_the_list(
    real: sqlite3.Connection, name: str, limit: int
) -> None:
    """One after the other, they hold every record once, in order."""
    whole, extent = LISTS[name](real, Window())
    size = len(whole)
    assert extent == {"total": size, "exact": True, "offset": 0, "shown": size}
    turned = []
    for offset in range(0, size + limit, limit):
        page, extent = LISTS[name](real, Window(limit, offset))
        turned += ids(page)
        assert extent["shown"] == len(page) == min(limit, max(size - offset, 0))
        assert (extent["total"], extent["exact"]) == (size, True)
    assert turned == ids(whole)
    assert len(set(turned)) == size


def test_a_series_is_paged_by_time(real: sqlite3.Connection) -> None:
    """A page of a measure is of the figures of all its series together."""
    measure = real.execute(
        """SELECT id FROM record JOIN held ON target = number
           WHERE record.kind = 'measure' ORDER BY records DESC LIMIT 1"""
    ).fetchone()[0]
    found, extent = find_series(real, measure)
    whole = {figure["id"] for one in found for figure in one["figures"]}
    assert extent["total"] == len(whole) > 1
    turned: set[str] = set()
    for offset in range(len(whole)):
        page, extent = find_series(real, measure, Window(1, offset))
        assert extent["shown"] == 1
        turned |= {figure["id"] for one in page for figure in one["figures"]}
    assert turned == whole


PARTS = ("fact", "opinion", "plan")


def by_page(profile: Profile) -> dict[str, list[str]]:
    """Return the ids in each page of a profile: statements apart by type."""
    found = {name: ids(rows) for name, rows in read(profile.sections).items()}
    statements = read(profile.sections["statements"])
    del found["statements"]
    for type_ in PARTS:
        found[f"{type_}s"] = ids([one for one in statements if one["type"] == type_])
    return found


@pytest.fixture(scope="session")
def targets(real_db: Path) -> list[str]:
    """Return the ids of all that has more than two records about it."""
    store = sqlite3.connect(real_db)
    sql = """SELECT id FROM record JOIN held ON target = number
             GROUP BY id HAVING sum(records) > 2 ORDER BY id"""
    return [id_ for (id_,) in store.execute(sql)]


@ON_REAL
@given(data=st.data(), limit=LIMITS)
def test_pages_of_a_profile_are_the_profile(
    real: sqlite3.Connection, targets: list[str], data: st.DataObject, limit: int
) -> None:
    """Each section is paged for itself; so are statements of each type, and parts."""
    target = data.draw(st.sampled_from(targets))
    whole = find_profile(real, target)
    assert whole is not None
    assert whole.pages == {}
    expected = by_page(whole)
    turned: dict[str, list[str]] = {name: [] for name in expected}
    for page in pages(real, target, limit):
        for name, extent in page.pages.items():
            assert extent["total"] == len(expected[name]), name
        for name, found in by_page(page).items():
            cut = page.pages.get(name)
            # conflicts about records shown are there besides, and may be there again
            turned[name] += found[: cut["shown"]] if cut else found
            assert name == "conflicts" or len(found) <= limit
    assert turned == expected


def pages(store: sqlite3.Connection, target: str, limit: int) -> Iterator[Profile]:
    """Yield the pages of a profile up to the one that is the last of all sections."""
    offset, more = 0, True
    while more:
        page = find_profile(store, target, Window(limit, offset))
        assert page is not None
        yield page
        offset += limit
        more = any(one["total"] > offset for one in page.pages.values())


@ON_REAL
@given(data=st.data(), limit=LIMITS, offset=st.integers(0, 100))
def test_a_page_has_the_conflicts_about_it(
    real: sqlite3.Connection,
    targets: list[str],
    data: st.DataObject,
    limit: int,
    offset: int,
) -> None:
    """Whoever sees one side sees the other, whichever page it is."""
    target = data.draw(st.sampled_from(targets))
    page = find_profile(real, target, Window(limit, offset))
    assert page is not None
    sections = read(page.sections)
    there = set(ids(sections["conflicts"]))
    for name, records in sections.items():
        for record in records if name != "conflicts" else ():
            assert set(record["conflicts"]) <= there


def test_one_section_is_had_alone(real: sqlite3.Connection) -> None:
    """No other is read; conflicts about it are still there."""
    whole = find_profile(real, "cn")
    alone = find_profile(real, "cn", Window(only="figures"))
    assert whole is not None
    assert alone is not None
    sections = read(alone.sections)
    assert sections["figures"] == read(whole.sections)["figures"]
    assert {name for name, rows in sections.items() if rows} == {"figures", "conflicts"}


def test_what_is_held_is_counted_right(real: sqlite3.Connection) -> None:
    """Counts made when compiling are those that a query counts."""
    counted = dict(real.execute("SELECT kind, count(*) FROM record GROUP BY kind"))
    sql = "SELECT kind, records FROM held WHERE target = 0"
    assert dict(real.execute(sql)) == counted
    sql = """SELECT source, count(*), count(DISTINCT record) FROM citation
             GROUP BY source ORDER BY source"""
    cited = "SELECT * FROM cited WHERE records ORDER BY source"
    assert real.execute(cited).fetchall() == real.execute(sql).fetchall()
    programs, _ = lists.find_kind(real, "program")
    for program in programs:
        profile = find_profile(real, program["id"])
        assert profile is not None
        sections = read(profile.sections)
        found = len(sections["programs"]) + len(sections["children"])
        assert program["held"].get("program", 0) == found
        assert program["held"].get("figure", 0) == len(sections["figures"])


def test_parts_of_a_program_stand_apart(real: sqlite3.Connection) -> None:
    """A program is among the parts of another if and only if that is its parent."""
    for program in lists.find_kind(real, "program")[0]:
        profile = find_profile(real, program["id"])
        assert profile is not None
        for one in read(profile.sections["children"]):
            assert one["parent"]["id"] == program["id"]
            assert "role" not in one
        for one in read(profile.sections["programs"]):
            assert (one["parent"] or {}).get("id") != program["id"]


def many(store: sqlite3.Connection, number: int) -> None:
    """Add *number* figures of one word, about Norway and Brazil, in one source."""
    store.execute("PRAGMA foreign_keys = OFF")
    sql = (
        """SELECT id, doc FROM record WHERE id IN ('fig-yield', 'no', 'br', 'weekly')"""
    )
    docs = dict(store.execute(sql))
    numbers = dict(store.execute("SELECT id, number FROM record"))
    for n in range(1000, 1000 + number):
        row = (
            n,
            f"f-{n}",
            "figure",
            "t",
            "b",
            "n",
            f"z {n:06}",
            docs["fig-yield"],
        )
        store.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')", row)
        when = (n, numbers["m-labs"], 1, "exact", "2030-01-01", "2030-12-31")
        store.execute("INSERT INTO figure VALUES (?, ?, ?, NULL, NULL, ?, ?, ?)", when)
        for target in ("no", "br"):
            link = (numbers[target], "figure", row[6], n)
            store.execute("INSERT INTO link VALUES (?, ?, ?, ?, NULL)", link)
        place = (n, numbers["weekly"])
        store.execute("INSERT INTO citation VALUES (?, 0, ?, NULL, NULL, NULL)", place)
    store.execute("INSERT INTO search (search) VALUES ('rebuild')")
    for target in ("no", "br"):
        sql = (
            "UPDATE held SET records = records + ? WHERE target = ? AND kind = 'figure'"
        )
        store.execute(sql, (number, numbers[target]))


@pytest.fixture(scope="module")
def large(mini_db: Path) -> Iterator[sqlite3.Connection]:
    """Copy the small record set into memory, with more figures than are counted."""
    store = sqlite3.connect(":memory:")
    with sqlite3.connect(mini_db) as small:
        small.backup(store)
    many(store, CAP + 5)
    yield store
    store.close()


CAPPED = [
    {"about": ["no", "br"]},
    {"sources": ["weekly"]},
    {"periods": [("2030-01-01", "2030-01-31")]},
    {"words": ["n"]},
    {"about": ["no"], "sources": ["weekly"], "words": ["n"]},
]


@pytest.mark.slow
@pytest.mark.parametrize("filters", CAPPED)
def test_more_than_enough_is_not_counted(
    large: sqlite3.Connection, filters: dict[str, Any]
) -> None:
    """Beyond the cap, there are more; further on, as many more as have been seen."""
    turn = figures(**filters)
    page, extent = turn(large, Window(3))
    assert extent == {"total": CAP, "exact": False, "offset": 0, "shown": len(page)}
    page, extent = turn(large, Window(3, CAP))
    assert (extent["total"], extent["exact"], len(page)) == (CAP + 3, False, 3)
    page, extent = turn(large, Window(10, CAP))
    assert (extent["exact"], len(page)) == (True, extent["total"] - CAP)
    page, extent = turn(large, Window())
    assert (extent["exact"], len(page)) == (True, extent["total"])
    page, extent = turn(large, Window(3, 2 * CAP))
    assert (page, extent["exact"]) == ([], True)


def test_what_is_related_is_bounded(large: sqlite3.Connection) -> None:
    """However many records share a tie, the nearest are found."""
    found = find_related(large, "fig-yield", 5)
    assert len(found) == 5
    assert found[0]["score"] >= found[-1]["score"]


PLANS = [
    (figures(about=["no"]), "link"),
    (figures(about=["no", "br"]), "link"),
    (figures(), "record_by_kind"),
    (events(), "record_by_kind"),
    (events(about=["br"], first="2000-01-01", last="2010-01-01"), "link"),
    (conflicts(), "record_by_kind"),
]


@pytest.mark.parametrize(("turn", "index"), PLANS)
def test_a_page_is_read_along_an_index(
    large: sqlite3.Connection, turn: Turn, index: str
) -> None:
    """Nothing is sorted that is not on the page, and no table is read through."""
    asked: list[str] = []
    large.set_trace_callback(asked.append)
    turn(large, Window(2))
    large.set_trace_callback(None)
    walks = [sql for sql in asked if "AS one" in sql]
    assert walks
    for sql in walks:
        plan = " ".join(r[3] for r in large.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert index in plan
        assert "SCAN" not in plan
        assert "TEMP B-TREE" not in plan
