"""What is computed of all rows of the store, when they are there."""

import sqlite3

from sinotech import __version__
from sinotech.compile.bitmaps import insert_bitmaps
from sinotech.compile.counts import COUNTED, insert_counts
from sinotech.compile.lexicon import lexicon, meaning_rows, occurrences
from sinotech.compile.pages import insert_pages
from sinotech.compile.places import place_rows
from sinotech.compile.tables import insert
from sinotech.compile.verbs import verb_rows
from sinotech.digest import schema_digest
from sinotech.records.streaming import StreamedSet

COMPUTED = (
    *COUNTED,
    "page",
    *("term", "lexicon", "meaning", "verb", "place", "bitmap", "concept"),
    "meta",
)
"""Tables that are filled here."""

_DISPENSABLE = ("meta", "chunk", "page", "drawn")
"""Tables without which every question is answered."""


def insert_computed(connection: sqlite3.Connection, opened: StreamedSet) -> None:
    """Fill the tables of COMPUTED."""
    insert_counts(connection)
    insert_pages(connection)
    _insert_terms(connection)
    _insert_lexicon(connection)
    insert_bitmaps(connection)
    insert(connection, "meta", _meta_rows(connection, opened))


def _meta_rows(
    connection: sqlite3.Connection, opened: StreamedSet
) -> list[tuple[str, str]]:
    sql = """SELECT kind, min(number), max(number), count(*) FROM record
             GROUP BY kind ORDER BY min(number)"""
    runs = connection.execute(sql).fetchall()
    subject = opened.subject.words if opened.subject else ()
    return [
        ("compiler", f"sinotech {__version__}"),
        ("filled", " ".join(_filled(connection))),
        ("records_count", str(sum(count for *_, count in runs))),
        ("records_name", opened.name),
        ("records_runs", " ".join(f"{k} {a} {b}" for k, a, b, _ in runs)),
        ("records_sha256", opened.sha256),
        ("records_version", opened.version),
        ("schema", schema_digest()),
        ("subject_words", "\n".join(subject)),
    ]


def _filled(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that hold anything, but those that need not."""
    sql = """SELECT name FROM sqlite_master
             WHERE type = 'table' AND rootpage > 0 ORDER BY name"""
    tables = [name for (name,) in connection.execute(sql).fetchall()]
    return [
        name
        for name in tables
        if name not in _DISPENSABLE and not name.startswith("sqlite_")
        if connection.execute(f"SELECT EXISTS (SELECT 1 FROM {name})").fetchone()[0]  # noqa: S608
    ]


def _insert_terms(connection: sqlite3.Connection) -> None:
    """Insert how many records hold each stem, as the index itself counts."""
    sql = "CREATE VIRTUAL TABLE temp.stem USING fts5vocab (main, search, row)"
    connection.execute(sql)
    connection.execute("INSERT INTO term SELECT term, doc FROM temp.stem ORDER BY term")
    connection.execute("DROP TABLE temp.stem")


def _insert_lexicon(connection: sqlite3.Connection) -> None:
    meanings = lexicon()
    records = dict(connection.execute("SELECT stem, records FROM term").fetchall())
    insert(connection, "lexicon", occurrences(meanings.rows, records))
    insert(connection, "meaning", meaning_rows(meanings, records))
    insert(connection, "verb", verb_rows(records))
    insert(connection, "place", place_rows())
