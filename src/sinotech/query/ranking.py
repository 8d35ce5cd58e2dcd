"""The records that match words best, at a cost that does not grow with the record set.

FTS5 ranks by BM25, and to do so reads every posting of every word asked for: of a word
that half the records hold, half a million, though it tells next to nothing. So:

- Up to ``POSTINGS`` postings, and in small sets always, FTS5 is asked as it is. The
  result is exact.
- Beyond, words are read from the rarest on, as many as ``READ`` postings allow, and
  only to sum up what the words that a record holds tell (their idf). Frequent words
  are asked for together, in a part of the record set that bounds the reading. Of the
  records found, the ``POOL`` likeliest are ranked by BM25 over all the words, the
  frequent ones too. A record is missed if it is not among those: if it holds none of
  the rarer words, or only such as hundreds of others do. `bench/retrieval.py` measures
  how often that is.

BM25 here is FTS5's formula, by FTS5 itself: the pool is indexed in memory, and what
each word then weighs there is put in proportion to how rare it is among all records.
The mean length of a record is that of the pool, and of what a record is about, the
pool holds the usual name, not each: of 300 claims, as many found their record.
"""

from math import log, prod

from sinotech.query.postings import (
    TOKENISER,
    count_all,
    count_postings,
    find_numbers,
    find_spread,
    inside,
    joined,
    runs_of,
)
from sinotech.query.records import quoted
from sinotech.store import in_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Self

    from sinotech.query.postings import Run

SMALL = 2_000
"""Records up to which FTS5 is asked as it is, whatever the words."""

POSTINGS = 8_000
"""Postings up to which it is, in larger sets: it ranks them in some 6 ms."""

READ = 16_000
"""Postings that are read otherwise: 3 ms."""

WALKED = 200_000
"""Postings that FTS5 may walk over, unread, for records with several words: 5 ms."""

FOUND = 50
"""Such records that are taken of each kind."""

POOL = 200
"""Records that are ranked: 4 ms, most of it to index them."""

PER_RECORD = 12
"""Records that are ranked for each that is wanted, where few are."""

TOGETHER = 4
"""Frequent words that are asked for together."""

LEAST_IDF = 1e-6
"""What FTS5 gives to a word that half of the records or more hold."""


class Wanted:
    """The *limit* records of *kinds* that match *terms* best.

    The terms are words or phrases of which a record holds at least one.
    """

    __slots__ = ("kinds", "limit", "terms")

    def __init__(
        self, terms: "Sequence[str]", limit: int, kinds: "Sequence[str]"
    ) -> None:
        """Hold what is wanted."""
        self.terms, self.limit, self.kinds = terms, limit, kinds


def best(
    store: "sqlite3.Connection",
    every: "Sequence[Wanted]",
    weights: "Sequence[float]",
) -> list[list[tuple[int, float]]]:
    """Return the records that are wanted of *every*, the best first, with their ranks.

    *weights* are those of the columns of the index. The lower a rank, the better.
    """
    counted = [_frequent(store, one.terms) for one in every]
    if not any(counted):
        return [_by_index(store, one, weights) for one in every]
    likely = [
        likeliest(store, count, runs_of(store, one.kinds))[: one.limit * PER_RECORD]
        for one, count in zip(every, counted, strict=True)
    ]
    with Pool(store, sorted({n for some in likely for n in some})) as pool:
        return [
            pool.ranked(count, count_all(store), weights, some)[: one.limit]
            if count
            else _by_index(store, one, weights)
            for one, count, some in zip(every, counted, likely, strict=True)
        ]


def _frequent(store: "sqlite3.Connection", terms: "Sequence[str]") -> dict[str, int]:
    """Return how many records hold each of *terms*, if those are too many to rank."""
    if count_all(store) <= SMALL:
        return {}
    postings = count_postings(store, terms)
    if sum(postings.values()) <= POSTINGS:
        return {}
    return {quoted(term): count for term, count in postings.items()}


def _by_index(
    store: "sqlite3.Connection", wanted: Wanted, weights: "Sequence[float]"
) -> list[tuple[int, float]]:
    """Return what FTS5 finds, as it ranks it."""
    runs = joined(runs_of(store, wanted.kinds))
    within = " OR ".join(f"rowid BETWEEN {first} AND {last}" for first, last in runs)
    sql = f"""SELECT rowid, bm25(search, {listed(weights)}) AS rank
              FROM search WHERE search MATCH ? AND ({within or "0"})
              ORDER BY rank, rowid LIMIT ?"""
    match = " OR ".join(quoted(term) for term in wanted.terms)
    if not match:
        return []
    return store.execute(sql, (match, wanted.limit)).fetchall()


def listed(weights: "Sequence[float]") -> str:
    """Return *weights* as arguments of ``bm25``."""
    return ", ".join(str(float(weight)) for weight in weights)


def idf(total: int, held: int) -> float:
    """Return what a word tells that *held* of *total* records hold, as FTS5 has it."""
    told = log((max(total - held, 0) + 0.5) / (held + 0.5))
    return told if told > 0 else LEAST_IDF


def likeliest(
    store: "sqlite3.Connection", postings: "Mapping[str, int]", runs: "Sequence[Run]"
) -> list[int]:
    """Return records that hold the rarest of words, those first that tell most.

    *postings* says how many records hold each word, written as FTS5 is asked for it.
    """
    total, left = count_all(store), READ
    within = joined(runs)
    words = sorted(postings, key=lambda word: (postings[word], word))
    told: list[tuple[set[int], float]] = []
    while words and postings[words[0]] <= left:
        word = words.pop(0)
        left -= postings[word]
        numbers = set(inside(find_numbers(store, word, READ), within))
        told.append((numbers, idf(total, postings[word])))
    frequent = {word: postings[word] for word in words[:TOGETHER]}
    told += _together(store, frequent, runs)
    return _highest(told)


def _highest(told: "Sequence[tuple[set[int], float]]") -> list[int]:
    """Return the ``POOL`` numbers of the highest sums; of equals, the lower.

    *told* are sets and what each adds to the sums of its numbers, the highest first. A
    number of one set alone counts only among the first so many: below those, most stand
    in two.
    """
    seen: set[int] = set()
    many: set[int] = set()
    for numbers, _ in told:
        many |= seen & numbers if len(seen) > POOL else numbers
        seen |= numbers
    if len(many) < POOL:
        many = seen
    sums = dict.fromkeys(sorted(many), 0.0)
    for numbers, one in told:
        for number in many & numbers:
            sums[number] += one
    return sorted(sums, key=sums.__getitem__, reverse=True)[:POOL]


def _together(
    store: "sqlite3.Connection", postings: "Mapping[str, int]", runs: "Sequence[Run]"
) -> "Iterator[tuple[set[int], float]]":
    """Yield records that hold all of frequent words, then all but one, and so on.

    Each comes once, with what those words tell. The rarest come first in *postings*.
    """
    total, words = count_all(store), list(postings)
    found: set[int] = set()
    while words and len(found) < POOL:
        counts = [postings[word] for word in words]
        if _walk(total, counts, FOUND * len(runs)) <= WALKED:
            match = " AND ".join(words)
            fresh = set(find_spread(store, match, runs, FOUND)[0]) - found
            yield fresh, sum(idf(total, count) for count in counts)
            found |= fresh
        words.pop()


def _walk(total: int, counts: "Sequence[int]", wanted: int) -> float:
    """Return how many postings FTS5 walks over to find *wanted* records with all words.

    Words are taken to meet by chance. *counts* says how many records hold each.
    """
    expected = total * prod(count / total for count in counts)
    return sum(counts) * min(1.0, wanted / expected)


NAMED = """
    SELECT group_concat(one.title || ' ' || iif(one.kind = 'measure', one.wordings, ''))
    FROM link JOIN record AS one ON one.number = link.target
    WHERE link.record = record.number
"""
"""The usual names of what a record is about, and what a measure is called besides."""


class Pool:
    """Some records, indexed apart, so that ranking them does not read the index."""

    def __init__(self, store: "sqlite3.Connection", numbers: "Sequence[int]") -> None:
        """Index the records *numbers* in memory."""
        marks = ", ".join("?" * len(numbers))
        sql = f"""SELECT number, title, body, ({NAMED}), wordings FROM record
                  WHERE number IN ({marks})"""
        self.numbers = numbers
        self.index = in_memory()
        self.index.execute(
            f"""CREATE VIRTUAL TABLE search USING fts5
                (title, body, names, wordings, tokenize = '{TOKENISER}')"""
        )
        fill = """INSERT INTO search (rowid, title, body, names, wordings)
                  VALUES (?, ?, ?, ?, ?)"""
        self.index.executemany(fill, store.execute(sql, tuple(numbers)))
        self._found: dict[tuple[str, str], list[tuple[int, float]]] = {}

    def __enter__(self) -> "Self":
        return self

    def __exit__(self, *raised: object) -> None:
        self.index.close()

    def ranked(
        self,
        postings: "Mapping[str, int]",
        total: int,
        weights: "Sequence[float]",
        some: "Sequence[int] | None" = None,
    ) -> list[tuple[int, float]]:
        """Return *some* of the records, the best first, with their ranks.

        Without them, all are returned; of no rank known, with 0. *postings* says how
        many of *total* records hold each word, written as FTS5 is asked for it.
        """
        ranks = dict.fromkeys(self.numbers if some is None else some, 0.0)
        for word, held in postings.items():
            rows = self._holding(word, listed(weights))
            share = idf(total, held) / idf(len(self.numbers), len(rows))
            for number, rank in rows:
                if number in ranks:
                    ranks[number] += rank * share
        return sorted(ranks.items(), key=lambda pair: (pair[1], pair[0]))

    def _holding(self, word: str, weights: str) -> list[tuple[int, float]]:
        """Return the records that hold *word*, with their ranks; keep them."""
        if (word, weights) not in self._found:
            sql = f"""SELECT rowid, bm25(search, {weights}) FROM search
                      WHERE search MATCH ?"""
            rows = self.index.execute(sql, (word,)).fetchall()
            self._found[word, weights] = rows
        return self._found[word, weights]

    def shown(self, match: str, columns: str) -> dict[int, tuple[str, str]]:
        """Return the records that match, each with two *columns* of SQL."""
        sql = f"SELECT rowid, {columns} FROM search WHERE search MATCH ?"
        rows = self.index.execute(sql, (match,))
        return {number: (one, other) for number, one, other in rows}
