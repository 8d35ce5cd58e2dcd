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

_CONCERN = """
    INSERT INTO concern
    SELECT link.target, 0, link.record
      FROM record JOIN link ON link.record = record.number
     WHERE record.kind = 'conflict'
    UNION ALL
    SELECT DISTINCT link.target, 1, dispute.conflict
      FROM dispute JOIN link USING (record)
     WHERE NOT EXISTS (SELECT 1 FROM link AS own
                       WHERE own.record = dispute.conflict AND own.target = link.target)
"""

_HELD = """
    INSERT INTO held
    SELECT 0, kind, '', count(*) FROM record GROUP BY kind
    UNION ALL
    SELECT target, kind,
           CASE WHEN kind IN ('statement', 'program') THEN sort ELSE '' END AS type,
           count(*)
      FROM link GROUP BY target, kind, type
    UNION ALL
    SELECT target, 'conflict', 'remote', count(*)
      FROM concern WHERE remote GROUP BY target
"""

_CITED = """
    INSERT INTO cited
    SELECT source.number, count(record), count(DISTINCT record)
      FROM source LEFT JOIN citation ON citation.source = source.number
     GROUP BY source.number
"""


def count_held(connection: sqlite3.Connection) -> None:
    """Fill ``concern``, ``held`` and ``cited`` from the rows that there are.

    Links of programs to what they are parts of are told from other links.
    """
    for sql in (_PARTS, _CONCERN, _HELD, _CITED):
        connection.execute(sql)
