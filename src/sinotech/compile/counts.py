"""How much is held about each record: counted once, so that no look-up counts."""

import sqlite3

COUNTED = ("concern", "held", "cited")
"""The tables that are filled here."""

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


def insert_counts(connection: sqlite3.Connection) -> None:
    """Fill ``concern``, ``held`` and ``cited`` from the rows that there are."""
    for sql in (_CONCERN, _HELD, _CITED):
        connection.execute(sql)
