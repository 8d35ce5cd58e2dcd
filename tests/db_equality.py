"""What two databases of the same records have in common, whatever their bytes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sinotech.bitmaps import numbers_of, unpack

SAME = """
    SELECT id, kind, title, body, wordings, sort, doc, cites FROM record
      ORDER BY number;
    SELECT target.id, link.kind, link.sort, record.id, role FROM link
      JOIN record AS target ON target.number = link.target
      JOIN record ON record.number = link.record ORDER BY 1, 2, 3, 4;
    SELECT record.id, position, source.id, section, paragraph, find FROM citation
      JOIN record ON record.number = record
      JOIN record AS source ON source.number = source ORDER BY 1, 2;
    SELECT id, value, low, high, hedge, earliest FROM figure JOIN record USING (number)
      ORDER BY 1;
    SELECT lang, id, place, name FROM label JOIN record ON number = measure
      ORDER BY 1, 2, 3;
    SELECT id, earliest, latest FROM event JOIN record USING (number) ORDER BY 1;
    SELECT record.id, conflict.id FROM dispute JOIN record ON record.number = record
      JOIN record AS conflict ON conflict.number = conflict ORDER BY 1, 2;
    SELECT id, page.kind, type, docs, page.cites, roles FROM page
      JOIN record ON number = target ORDER BY 1, 2, 3;
    SELECT id, features FROM reading JOIN record ON number = record ORDER BY 1;
    SELECT key, value FROM meta
      WHERE key NOT IN ('referenced', 'records_runs', 'records_sha256') ORDER BY 1;
    SELECT * FROM term; SELECT * FROM lexicon; SELECT * FROM meaning;
    SELECT * FROM name;
    SELECT id, round(bm25(search, 2, 1, 1, 1), 9) FROM search
      JOIN record ON number = search.rowid
      WHERE search MATCH 'agreements OR brazil OR laboratories OR 科技 OR moon OR zebra'
      ORDER BY 2, number
"""


SETS = "SELECT stem, bits FROM bitmap; SELECT concept, bits FROM concept"


def told(path: Path) -> list[list[tuple[object, ...]]]:
    """Return all that a database says, without the numbers of its records."""
    with closing(sqlite3.connect(path)) as connection:
        ids = dict(connection.execute("SELECT number, id FROM record").fetchall())
        sets = [
            (key, *sorted(ids[number] for number in numbers_of(unpack(bits), len(ids))))
            for sql in SETS.split(";")
            for key, bits in connection.execute(sql)
        ]
        return [
            *(connection.execute(sql).fetchall() for sql in SAME.split(";")),
            sorted(sets, key=str),
        ]
