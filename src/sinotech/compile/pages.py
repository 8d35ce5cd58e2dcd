"""The first records of the long parts of profiles, stored together.

What is about one thing is strewn over all records: a profile that shows the first of
each kind would read a page of the file for almost each of them.
"""

import sqlite3

from sinotech.stored import FIRST, FULL, dump

_LONG = """
    SELECT target, kind, type FROM held
     WHERE target AND records >= ? AND kind <> 'conflict' ORDER BY 1, 2, 3
"""
_PART = """
    SELECT number, doc, cites, role
      FROM (SELECT record AS one, sort AS place, role FROM link
             WHERE target = ? AND kind = ? AND sort BETWEEN ? AND ?
             ORDER BY sort, record LIMIT ?)
     CROSS JOIN record ON number = one ORDER BY place, one
"""
_LAST = "\U0010ffff"
"""A text after all by which records are sorted."""


def insert_pages(connection: sqlite3.Connection) -> None:
    """Insert ``page``; what is held about each target has been counted before."""
    for target, kind, type_ in connection.execute(_LONG, (FULL,)).fetchall():
        part = (target, kind, type_, type_ or _LAST, FIRST)
        columns = zip(*connection.execute(_PART, part), strict=True)
        numbers, docs, cites, roles = (list(column) for column in columns)
        row = (dump(numbers), "\n".join(docs), "\n".join(cites), dump(roles))
        connection.execute(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", (target, kind, type_, *row)
        )
