"""How much is held, by kind, source, country, program and year."""

from sinotech.errors import UnsoundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    Row = dict[str, Any]

_ORDER = ("kind", "source", "country", "program", "year")
"""By what is counted, in the order in which it is told."""

_COUNTS = """
    SELECT 'kind' AS by, kind AS "of", kind AS title, kind, count(*) AS records
      FROM record GROUP BY kind
    UNION ALL
    SELECT 'source', cited.id, cited.title, citing.kind, citing.records
      FROM (SELECT source, kind, count(DISTINCT number) AS records
              FROM citation JOIN record ON number = citation.record
             GROUP BY source, kind) AS citing
      JOIN record AS cited ON cited.number = citing.source
    UNION ALL
    SELECT target.kind, target.id, target.title, linked.kind, linked.records
      FROM (SELECT target, kind, count(*) AS records FROM link
             GROUP BY target, kind) AS linked
      JOIN record AS target ON target.number = linked.target
     WHERE target.kind IN ('country', 'program')
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
    keys = ("by", "of", "title", "kind", "records")
    rows = store.execute(_COUNTS).fetchall()
    if not all(isinstance(name, str) for row in rows for name in row[:-1]):
        raise UnsoundError("a name is no text")
    rows.sort(key=lambda row: (_ORDER.index(row[0]), row[1], row[3]))
    return [dict(zip(keys, row, strict=True)) for row in rows]
