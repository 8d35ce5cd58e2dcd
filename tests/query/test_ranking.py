"""What bounds a search changes nothing in small sets, and little in large ones."""

import json
import re
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sinotech.model import SECTIONS, kind_of
from sinotech.query import evidence
from sinotech.query.by_idf import UNIT, idf, top_by_idf
from sinotech.query.evidence import (
    EVIDENCE_KINDS,
    find_candidates,
    find_linked,
    find_meanings,
)
from sinotech.query.evidence import find_mates as mates
from sinotech.query.paging import Window
from sinotech.query.postings import count_all, count_postings, runs_of
from sinotech.query.ranking import RankingQuery
from sinotech.query.records import quoted
from sinotech.query.rerank import Reranker
from sinotech.query.search import find_text

WEIGHTS = (0.5, 1.0, 0.5, 0.5)
MANY = 10**9
ORDER = [kind_of(kind) for kind in SECTIONS.values()]
WORDS = (
    "china brazil science technology agreement countries laboratory 119 1,000 BRICS "
    "space energy signed africa joint cooperation center talent moon 2024 sci-tech "
    "the of and zeppelin 一带 telescope SKA innovation forum people's"
).split()

some_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20, unique=True)
some_kinds = st.lists(st.sampled_from(ORDER), min_size=1, unique=True)
together = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def by_fts5(
    store: sqlite3.Connection, words: Sequence[str], kinds: Sequence[str], limit: int
) -> list[tuple[int, float]]:
    """Return what FTS5 itself finds, and how it ranks it."""
    marks = ", ".join("?" * len(kinds))
    sql = f"""SELECT search.rowid, bm25(search, 0.5, 1.0, 0.5, 0.5) AS rank
              FROM search JOIN record ON number = search.rowid
              WHERE search MATCH ? AND kind IN ({marks})
              ORDER BY rank, search.rowid LIMIT ?"""  # noqa: S608
    match = " OR ".join(quoted(word) for word in words)
    return store.execute(sql, (match, *kinds, limit)).fetchall()


def found_of(
    store: sqlite3.Connection, words: Sequence[str], limit: int, kinds: Sequence[str]
) -> list[int]:
    """Return what is found of *words*."""
    (found,) = find_candidates(store, [RankingQuery(words, limit, kinds)])
    return found


@together
@given(some_words, some_kinds)
def test_small_sets_are_ranked_by_fts5(
    real: sqlite3.Connection, words: list[str], kinds: list[str]
) -> None:
    """Records and their order are those of the whole index."""
    expected = [number for number, _ in by_fts5(real, words, kinds, 30)]
    assert found_of(real, words, 30, kinds) == expected


@together
@given(some_words)
def test_a_pool_is_ranked_as_fts5_ranks(
    real: sqlite3.Connection, words: list[str]
) -> None:
    """The ranks of words one by one add up to those FTS5 gives to all at once."""
    terms = [quoted(word) for word in words]
    with Reranker(real, range(1, count_all(real) + 1)) as pool:
        sql = "SELECT count(*) FROM search WHERE search MATCH ?"
        held = {term: pool.index.execute(sql, (term,)).fetchone()[0] for term in terms}
        sql = """SELECT rowid, bm25(search, 0.5, 1.0, 0.5, 0.5) FROM search
                 WHERE search MATCH ?"""
        expected = dict(pool.index.execute(sql, (" OR ".join(terms),)))
        ranked = pool.ranked(held, len(pool.numbers), WEIGHTS)
    assert {n: r for n, r in ranked if r} == pytest.approx(expected)


def test_rare_words_weigh_in_a_pool_as_among_all(real: sqlite3.Connection) -> None:
    """A word that all of a pool holds tells as much as it does among all records."""
    sql = "SELECT rowid FROM search WHERE search MATCH 'moon' ORDER BY rowid"
    numbers = [number for (number,) in real.execute(sql)]
    postings = count_postings(real, ["moon"])
    with Reranker(real, numbers) as pool:
        ranked = dict(pool.ranked(postings, count_all(real), WEIGHTS))
    expected = dict(by_fts5(real, ["moon"], ORDER, MANY))
    assert ranked.keys() == expected.keys()
    assert min(ranked.values()) == pytest.approx(min(expected.values()), rel=0.5)


def told_by(
    store: sqlite3.Connection, words: Sequence[str], kinds: Sequence[str]
) -> dict[int, int]:
    """Return what the words of each record of *kinds* tell, added up one by one.

    Those of a phrase (``people's`` is one) may stand apart.
    """
    sums: dict[int, int] = {}
    for one, held in count_postings(store, words).items():
        apart = " AND ".join(quoted(part) for part in re.findall(r"\w+", one))
        matching = "SELECT rowid FROM search WHERE search MATCH ?"
        numbers = [n for (n,) in store.execute(matching, (apart,))]
        told = round(idf(count_all(store), held) / UNIT)
        for number in numbers:
            sums[number] = sums.get(number, 0) + told
    runs = runs_of(store, kinds)
    return {n: s for n, s in sums.items() if any(a <= n <= b for a, b in runs)}


@together
@given(some_words, some_kinds, st.integers(1, 40))
def test_the_likeliest_are_those_whose_words_tell_most(
    large: sqlite3.Connection, words: list[str], kinds: list[str], most: int
) -> None:
    """No record that is left out tells more than one that is found."""
    held = {quoted(word): n for word, n in count_postings(large, words).items()}
    found = top_by_idf(large, held, (), runs_of(large, kinds), most)
    sums = told_by(large, words, kinds)
    assert len(found) == len(set(found)) == min(most, len(sums))
    highest = sorted(sums.values(), reverse=True)[:most]
    assert sorted((sums[number] for number in found), reverse=True) == highest


@together
@given(some_words, some_kinds)
def test_what_large_sets_rank_is_what_fts5_finds(
    large: sqlite3.Connection, words: list[str], kinds: list[str]
) -> None:
    """The best of a few are among those that match, and none is missed for its rank."""
    found = set(found_of(large, words, MANY, kinds))
    assert found == told_by(large, words, kinds).keys()
    assert found >= {number for number, _ in by_fts5(large, words, kinds, MANY)}


def test_frequent_words_count_where_rarer_ones_find_nothing(
    large: sqlite3.Connection,
) -> None:
    """A rare word that stands elsewhere does not keep others from being found."""
    found = found_of(large, ["China", "AFPBB"], 30, EVIDENCE_KINDS)
    assert len(found) == 30


def test_frequent_words_alone_still_find_records(large: sqlite3.Connection) -> None:
    """Words that tell nothing count alike if there are no others."""
    (number, *_) = found_of(large, ["China", "technology"], 5, ["program"])
    sql = "SELECT rowid FROM search WHERE search MATCH 'china AND technology'"
    assert (number,) in large.execute(sql).fetchall()


def test_concepts_find_what_any_of_their_words_is_in(
    large: sqlite3.Connection,
) -> None:
    """Each concept counts once, however many of its words a record holds."""
    for concept, words in find_meanings(large, range(1, 400)).items():
        wanted = RankingQuery(words, 5, ORDER, [], [concept], ranked=False)
        (found,) = find_candidates(large, [wanted])
        match = " OR ".join(quoted(word) for word in words)
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT 5"
        assert found == [n for (n,) in large.execute(sql, (match,))]


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        ('"joint research"', "joint AND research"),
        ('"joint zeppelin"', '"joint zeppelin"'),
        ("laborator*", "laborator*"),
    ],
)
def test_phrases_of_frequent_words_are_sets_of_both(
    large: sqlite3.Connection, asked: str, match: str
) -> None:
    """What holds all words of a phrase is taken to hold it, beginnings as FTS5 does."""
    sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"
    expected = [number for (number,) in large.execute(sql, (match,))]
    held = {asked: len(expected)}
    assert top_by_idf(large, held, (), runs_of(large), MANY) == expected


def test_records_of_a_kind_are_numbered_together(real: sqlite3.Connection) -> None:
    """A run of numbers is a kind, in the order of the kinds, up to the next."""
    sql = "SELECT min(number), max(number) FROM record GROUP BY kind ORDER BY 1"
    held = real.execute(sql).fetchall()
    runs = list(runs_of(real))
    assert [first for first, _ in runs] == [first for first, _ in held]
    assert all(last >= most for (_, last), (_, most) in zip(runs, held, strict=True))
    assert all(one[1] == other[0] - 1 for one, other in pairwise(runs))


SEARCHES = st.lists(
    st.sampled_from([*WORDS, "AND", "OR", "NOT", "tech*", "a*", '"joint research"']),
    min_size=1,
    max_size=6,
).map(" ".join)


@together
@given(text=SEARCHES, kinds=st.sampled_from([[], ["figure"], ["statement", "event"]]))
@example(text="AND china", kinds=[])
@example(text="china brazil OR china", kinds=[])
@example(text="china NOT brazil", kinds=[])
@example(text='"joint research"', kinds=[])
@example(text='moon OR "joint research" OR sci-tech', kinds=[])
def test_a_bounded_search_finds_only_what_matches(
    large: sqlite3.Connection, text: str, kinds: list[str]
) -> None:
    """What is found in a part of the records matches, and so does an exact number."""
    everything, whole = find_text(large, text, kinds, Window())
    assert whole["exact"]
    found, part = find_text(large, text, kinds, Window(20))
    assert {one["id"] for one in found} <= {one["id"] for one in everything}
    total, held = whole["total"], part["total"]
    assert held == total if part["exact"] else held <= total
    assert bool(found) == bool(everything)


@pytest.mark.parametrize(
    "text", ["s*", "s* NOT a*", "china s*", "s* OR laboratory", "s* NOT moon"]
)
def test_short_beginnings_are_answered(
    large: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Words that begin in too many ways are tried, and the number is no more exact."""
    monkeypatch.setattr("sinotech.query.search._BEGUN", 0)
    found, extent = find_text(large, text, [], Window(5))
    assert (len(found), extent["exact"]) == (5, False)
    assert extent["total"] >= 5


def ids_of(store: sqlite3.Connection) -> list[str]:
    """Return the ids of all records."""
    return [id_ for (id_,) in store.execute("SELECT id FROM record")]


@together
@given(st.data())
def test_records_linked_to_most_of_some_are_found(
    real: sqlite3.Connection, data: st.DataObject
) -> None:
    """As counting all links finds them."""
    some = st.lists(st.sampled_from(ids_of(real)), min_size=1, max_size=6, unique=True)
    targets = data.draw(some)
    marks, kinds = (", ".join("?" * len(x)) for x in (targets, EVIDENCE_KINDS))
    sql = f"""SELECT link.record FROM link JOIN record ON number = link.target
              WHERE record.id IN ({marks}) AND link.kind IN ({kinds})
              GROUP BY link.record
              ORDER BY count(*) DESC, link.record LIMIT 30"""  # noqa: S608
    rows = real.execute(sql, (*targets, *EVIDENCE_KINDS))
    assert find_linked(real, targets, 30) == [number for (number,) in rows]


def test_of_many_linked_records_the_first_are_looked_at(
    large: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a large set, of each kind no more than it takes to find some."""
    monkeypatch.setattr("sinotech.query.evidence.FEWER_LINKED", 2)
    evidence._near.cache_clear()  # noqa: SLF001  # it was asked with other bounds
    found = find_linked(large, ["cn", "br"], MANY)
    evidence._near.cache_clear()  # noqa: SLF001
    sql = "SELECT kind, count(*) FROM record WHERE number IN ({}) GROUP BY kind"
    marks = ", ".join("?" * len(found))
    counts = dict(large.execute(sql.format(marks), found))
    assert counts
    assert max(counts.values()) <= 2 * 2


def test_measures_are_called_what_their_records_say(real: sqlite3.Connection) -> None:
    """In each language but English, and in the order of the record."""
    expected: dict[str, list[str]] = {}
    for (doc,) in real.execute("SELECT doc FROM record WHERE kind = 'measure'"):
        measure = json.loads(doc)
        names = [one["name"] for one in measure["labels"] if one["lang"] == "pt"]
        expected |= {measure["id"]: names} if names else {}
    assert evidence.find_labels(real, "pt") == expected
    assert expected


@pytest.mark.parametrize("most", [0, 1, 12, 1000])
def test_mates_are_records_about_what_few_are_about(
    real: sqlite3.Connection, most: int
) -> None:
    """As counting all links finds them."""
    sql = """SELECT id FROM record JOIN link ON link.record = record.number
             WHERE target IN (SELECT target FROM link GROUP BY target
                              HAVING count(*) <= ?)"""
    expected = [id_ for (id_,) in real.execute(sql, (most,))]
    assert sorted(mates(real, ids_of(real), most)) == sorted(expected)
