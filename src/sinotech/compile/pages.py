"""The first records of the long parts of profiles, stored together.

What is about one thing is strewn over all records: a profile that shows the first of
each kind would read a page of the file for almost each of them.
"""

import sqlite3

from sinotech.rawjson import FIRST, FULL

_LONG = """
    SELECT target, kind, type FROM held
     WHERE target AND records >= ? AND kind <> 'conflict' ORDER BY 1, 2, 3
"""
_PART = """
    SELECT CAST(number AS TEXT), doc, cites, coalesce(role, '')
      FROM (SELECT record AS one, sort AS place, role FROM link
             WHERE target = ? AND kind = ? AND sort BETWEEN ? AND ?
             ORDER BY sort, record LIMIT ?)
     CROSS JOIN record ON number = one ORDER BY place, one
"""
_TYPED = ("program", "statement")
"""Kinds of which ``held`` counts types, by which they are sorted."""
_LAST = "\U0010ffff"
"""A text after all by which records are sorted."""


def insert_pages(connection: sqlite3.Connection) -> None:
    """Insert ``page``; what is held about each target has been counted before."""
    for target, kind, type_ in connection.execute(_LONG, (FULL,)).fetchall():
        last = type_ if kind in _TYPED else _LAST
        rows = connection.execute(_PART, (target, kind, type_, last, FIRST))
        columns = ("\n".join(column) for column in zip(*rows, strict=True))
        connection.execute(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)",
            (target, kind, type_, *columns),
        )
