"""The records that match words best, at a cost that hardly grows with the record set.

FTS5 ranks by BM25, and to do so reads every posting of every word asked for. So:

- Up to ``POSTINGS`` postings, and in small sets always, FTS5 is asked as it is. The
  result is exact.
- Beyond, the records whose words tell most are looked for among all of them
  (see .likely), and if their order matters, a few more than are wanted are ranked
  by BM25 over all the words (see .pool). A record is missed if its words tell less
  than those of others, but its shorter text, or words that it holds more often, would
  put it before them. `bench/retrieval.py` measures how often that is.
"""

from sinotech.query.postings import bm25, count_all, count_postings, joined, runs_of
from sinotech.query.records import quoted
from sinotech.rawjson import MANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

SMALL = MANY
"""Records up to which FTS5 is asked as it is, whatever the words: such sets have no
bitmaps."""

POSTINGS = 8_000
"""Postings up to which it is, in larger sets: it ranks them in some 6 ms."""

PER_RECORD = 2
"""Records that are ranked for each that is wanted."""


class RankingQuery:
    """The *limit* records of *kinds* that match *terms* best.

    The terms are words or phrases of which a record holds at least one (in large sets,
    the words of a phrase may stand apart). If they stand
    for other *words*, those are given, and the *concepts* by which they do. The order
    of the records may be of no matter: then they are not *ranked* in large sets.
    """

    __slots__ = ("concepts", "kinds", "limit", "ranked", "terms", "words")

    def __init__(
        self,
        terms: "Sequence[str]",
        limit: int,
        kinds: "Sequence[str]",
        words: "Sequence[str] | None" = None,
        concepts: "Sequence[int]" = (),
        *,
        ranked: bool = True,
    ) -> None:
        """Hold what is wanted."""
        self.terms, self.limit, self.kinds = terms, limit, kinds
        self.words = terms if words is None else words
        self.concepts, self.ranked = concepts, ranked


def rank(
    store: "sqlite3.Connection",
    every: "Sequence[RankingQuery]",
    weights: "Sequence[float]",
) -> list[list[int]]:
    """Return the numbers of the records that are wanted of *every*, the best first.

    *weights* are those of the columns of the index.
    """
    return [
        _of_many(store, one, weights)
        if _is_frequent(store, one.terms)
        else _by_index(store, one, weights)
        for one in every
    ]


def _is_frequent(store: "sqlite3.Connection", terms: "Sequence[str]") -> bool:
    """Whether too many records hold *terms* to rank them."""
    if count_all(store) <= SMALL:
        return False
    return sum(count_postings(store, terms).values()) > POSTINGS


def _by_index(
    store: "sqlite3.Connection", wanted: RankingQuery, weights: "Sequence[float]"
) -> list[int]:
    """Return what FTS5 finds, as it ranks it."""
    runs = joined(runs_of(store, wanted.kinds))
    within = " OR ".join(f"rowid BETWEEN {first} AND {last}" for first, last in runs)
    sql = f"""SELECT rowid FROM search WHERE search MATCH ? AND ({within or "0"})
              ORDER BY {bm25(weights)}, rowid LIMIT ?"""
    match = " OR ".join(quoted(term) for term in wanted.terms)
    if not match:
        return []
    return [number for (number,) in store.execute(sql, (match, wanted.limit))]


def _of_many(
    store: "sqlite3.Connection", wanted: RankingQuery, weights: "Sequence[float]"
) -> list[int]:
    """Return the likeliest records, ranked if need be."""
    from sinotech.query.by_idf import top_by_idf  # in large sets only
    from sinotech.query.rerank import Reranker

    counts = count_postings(store, wanted.words)
    postings = {quoted(word): count for word, count in counts.items()}
    runs = runs_of(store, wanted.kinds)
    most = wanted.limit * (PER_RECORD if wanted.ranked else 1)
    likely = top_by_idf(store, postings, wanted.concepts, runs, most)
    if not wanted.ranked:
        return likely
    with Reranker(store, likely) as pool:
        ranked = pool.ranked(postings, count_all(store), weights)
    return [number for number, _ in ranked[: wanted.limit]]
