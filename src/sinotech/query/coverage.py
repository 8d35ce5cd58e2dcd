"""How much is held, by kind, source, country, program and year."""

from sinotech.errors import UnsoundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    Row = dict[str, Any]

_COUNTS = """
    SELECT 'kind' AS by, kind AS "of", kind AS title, kind, count(*) AS records
      FROM record GROUP BY kind
    UNION ALL
    SELECT 'source', cited.id, cited.title, record.kind, count(DISTINCT record.number)
      FROM citation
      JOIN record ON record.number = citation.record
      JOIN record AS cited ON cited.number = citation.source
     GROUP BY cited.number, record.kind
    UNION ALL
    SELECT target.kind, target.id, target.title, link.kind, count(*)
      FROM link JOIN record AS target ON target.number = link.target
     WHERE target.kind IN ('country', 'program')
     GROUP BY target.number, link.kind
    UNION ALL
    SELECT 'year', substr(earliest, 1, 4), substr(earliest, 1, 4), kind, count(*)
      FROM (SELECT number, earliest FROM figure WHERE earliest IS NOT NULL
            UNION ALL SELECT number, earliest FROM event)
      JOIN record USING (number)
     GROUP BY substr(earliest, 1, 4), kind
"""


def find_counts(store: "sqlite3.Connection") -> "list[Row]":
    """Return how many records of each kind there are, by several measures.

    Each row says *by* what is counted (kind, source, country, program, year), *of*
    which one, and how many *records* of which *kind*. A year is that in which a
    figure's or event's date begins.
    """
    sql = f"""SELECT * FROM ({_COUNTS}) ORDER BY
              CASE by WHEN 'kind' THEN 1 WHEN 'source' THEN 2 WHEN 'country' THEN 3
                      WHEN 'program' THEN 4 ELSE 5 END, "of", kind"""
    keys = ("by", "of", "title", "kind", "records")
    rows = store.execute(sql).fetchall()
    if not all(isinstance(name, str) for row in rows for name in row[:-1]):
        raise UnsoundError("a name is no text")
    return [dict(zip(keys, row, strict=True)) for row in rows]
