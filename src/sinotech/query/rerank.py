"""Some records, ranked as FTS5 ranks them, without reading what others hold.

BM25 here is FTS5's formula, by FTS5 itself: the pool is indexed in memory, and what
each word then weighs there is put in proportion to how rare it is among all records.
The mean length of a record is that of the pool, and of what a record is about, the
pool holds the usual name, not each: of 300 claims, as many found their record.
"""

from sinotech.query.by_idf import idf
from sinotech.query.postings import TOKENISER, bm25
from sinotech.store import in_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from typing import Self

NAMED = """
    SELECT group_concat(one.title || ' ' || iif(one.kind = 'measure', one.wordings, ''))
    FROM link JOIN record AS one ON one.number = link.target
    WHERE link.record = record.number
"""
"""The usual names of what a record is about, and what a measure is called besides."""


class Reranker:
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

    def __enter__(self) -> "Self":
        return self

    def __exit__(self, *raised: object) -> None:
        self.index.close()

    def ranked(
        self, postings: "Mapping[str, int]", total: int, weights: "Sequence[float]"
    ) -> list[tuple[int, float]]:
        """Return all records, the best first, with their ranks; of no rank known, 0.

        *postings* says how many of *total* records hold each word, written as FTS5 is
        asked for it.
        """
        ranks = dict.fromkeys(self.numbers, 0.0)
        for word, held in postings.items():
            rows = self._holding(word, bm25(weights))
            share = idf(total, held) / idf(len(self.numbers), len(rows))
            for number, rank in rows:
                ranks[number] += rank * share
        return sorted(ranks.items(), key=lambda pair: (pair[1], pair[0]))

    def _holding(self, word: str, rank: str) -> list[tuple[int, float]]:
        """Return the records that hold *word*, with their ranks."""
        sql = f"SELECT rowid, {rank} FROM search WHERE search MATCH ?"
        return self.index.execute(sql, (word,)).fetchall()

    def shown(self, match: str, columns: str) -> dict[int, tuple[str, str]]:
        """Return the records that match, each with two *columns* of SQL."""
        sql = f"SELECT rowid, {columns} FROM search WHERE search MATCH ?"
        rows = self.index.execute(sql, (match,))
        return {number: (one, other) for number, one, other in rows}
