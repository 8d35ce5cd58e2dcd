"""In which records frequent words and concepts stand, stored as sets of numbers."""

import sqlite3
from collections.abc import Iterable

from sinotech.bitmaps import bits_of, pack, unpack
from sinotech.prose.stems import stem_of
from sinotech.rawjson import MANY, load

_MATCHING = """
    SELECT json_group_array(rowid)
      FROM (SELECT rowid FROM search WHERE search MATCH ?)
"""
_SEEN = "SELECT json_group_array(doc) FROM temp.seen WHERE term = ?"


def insert_bitmaps(connection: sqlite3.Connection) -> None:
    """Insert ``bitmap`` and ``concept``; nothing in sets of no more than ``MANY``.

    Records, stems and meanings are there before.
    """
    (records,) = connection.execute("SELECT count(*) FROM record").fetchone()
    if records <= MANY:
        return
    connection.execute(
        "CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, search, instance)"
    )
    sql = "SELECT stem FROM term WHERE records >= ? ORDER BY stem"
    for (stem,) in connection.execute(sql, (MANY,)).fetchall():
        packed = pack(_holding(connection, stem))
        connection.execute("INSERT INTO bitmap VALUES (?, ?)", (stem, packed))
    connection.execute("DROP TABLE temp.seen")
    sql = "SELECT concept, json_group_array(word) FROM meaning GROUP BY concept"
    for concept, words in connection.execute(sql).fetchall():
        bits = _holding_any(connection, load(words))
        row = (concept, bits.bit_count(), pack(bits))
        connection.execute("INSERT INTO concept VALUES (?, ?, ?)", row)


def _holding(connection: sqlite3.Connection, stem: str) -> int:
    """Return the records that hold *stem*, of which many do.

    FTS5 stems what it is asked for once more; where that changes it, the positions are
    read, which takes three times as long.
    """
    if _is_plain(stem) and stem_of(stem) == stem:
        return _read(connection, _MATCHING, f'"{stem}"')
    return _read(connection, _SEEN, stem)


def _holding_any(connection: sqlite3.Connection, words: Iterable[str]) -> int:
    """Return the records that hold any of *words*."""
    bits = 0
    for word in words:
        stem = stem_of(word) if _is_plain(word) else word
        sql = "SELECT bits FROM bitmap WHERE stem = ?"
        row = connection.execute(sql, (stem,)).fetchone()
        bits |= unpack(row[0]) if row else _read(connection, _MATCHING, f'"{word}"')
    return bits


def _read(connection: sqlite3.Connection, sql: str, asked: str) -> int:
    numbers: list[int] = load(connection.execute(sql, (asked,)).fetchone()[0])
    return bits_of(numbers)


def _is_plain(word: str) -> bool:
    """Whether *word* is of letters and digits of English."""
    return word.isascii() and word.isalnum()
