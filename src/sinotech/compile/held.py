"""How much is held about each record: counted once, so that no look-up counts."""

import sqlite3

_PARTS = """
    UPDATE link SET sort = 'part'
    WHERE (target, kind, sort, record) IN (
        SELECT whole.number, part.kind, part.sort, part.number
          FROM record AS part
          JOIN record AS whole ON whole.id = json_extract(part.doc, '$.parent.id')
         WHERE part.kind = 'program')
"""

_HELD = """
    INSERT INTO held
    SELECT 0, kind, '', count(*) FROM record GROUP BY kind
    UNION ALL
    SELECT target, kind, CASE WHEN kind IN ('statement', 'program') THEN sort ELSE '' END
               AS type, count(*)
      FROM link GROUP BY target, kind, type
    UNION ALL
    SELECT target, 'conflict', 'disputed', count(DISTINCT conflict)
      FROM dispute JOIN link USING (record)
     WHERE NOT EXISTS (SELECT 1 FROM link AS own
                       WHERE own.record = conflict AND own.target = link.target)
     GROUP BY target
"""

_CITED = """
    INSERT INTO cited
    SELECT source.number, count(record), count(DISTINCT record)
      FROM source LEFT JOIN citation ON citation.source = source.number
     GROUP BY source.number
"""


def count_held(connection: sqlite3.Connection) -> None:
    """Fill ``held`` and ``cited``, and tell parts from other links, from the rows."""
    for sql in (_PARTS, _HELD, _CITED):
        connection.execute(sql)
