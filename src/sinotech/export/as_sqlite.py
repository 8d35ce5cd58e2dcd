"""Tables in one SQLite database: strict, with keys, indexes and two views."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sinotech.export.columns import Column, Row
from sinotech.export.tables import TABLES, Table
from sinotech.export.writing import Writer, told_by_system

NAME = "sinotech.sqlite"
"""The file that holds them."""

_TYPES = {
    "text": "TEXT",
    "number": "REAL",
    "integer": "INTEGER",
    "boolean": "INTEGER",
    "date": "TEXT",
}

_PRAGMAS = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
"""
"""Nobody else sees the database before it is whole and on the disk."""

VIEWS = {
    "figures_cited": """
    -- Each figure with each place where it is written.
    SELECT figures.*, measures.definition, citations.source_id, citations.paragraph,
           citations.find, citations.label AS citation, citations.link
    FROM figures
    JOIN measures ON measures.id = figures.measure_id
    JOIN citations ON citations.record_id = figures.id
    ORDER BY figures.measure_id, figures.as_of_start, figures.id, citations.position""",
    "about": """
    -- What is recorded about each thing: ask WHERE target_id = 'br'.
    SELECT links.target_id, target.title AS target, links.role, records.id,
           records.kind, records.title, records.standing
    FROM links
    JOIN records ON records.id = links.record_id
    JOIN records AS target ON target.id = links.target_id""",
}
"""What most people ask for, ready made."""


class SqliteWriter(Writer):
    """Writes each table to one database, which it makes."""

    def __init__(self, folder: Path) -> None:
        """Make the database in *folder*, without rows. Raises OSError."""
        super().__init__(folder)
        self._path = folder / NAME
        with told_by_system():
            self._database = sqlite3.connect(self._path, isolation_level=None)
        with told_by_system():
            self._database.executescript(_PRAGMAS + schema())

    def write(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Path:
        """Insert *rows* into the table *name*, and return the file. Raises OSError."""
        marks = ", ".join("?" * len(columns))
        insert = f'INSERT INTO "{name}" VALUES ({marks})'  # noqa: S608
        with told_by_system():
            self._database.execute("BEGIN")
            self._database.executemany(insert, rows)
            self._database.execute("COMMIT")
        return self._path

    def finish(self) -> None:
        """Make the indexes of references. Raises OSError."""
        with told_by_system():
            for table in TABLES:
                self._database.executescript("".join(_indexes(table)))
            self._database.execute("ANALYZE")

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def schema() -> str:
    """Return the statements that make all tables and views."""
    tables = "\n".join(map(_statement, TABLES))
    views = (f"CREATE VIEW {name} AS{sql};\n" for name, sql in VIEWS.items())
    return tables + "\n".join(views)


def _statement(table: Table) -> str:
    """Return what makes *table*, with the meaning of each column."""
    entries = [(_column(column), column.meaning) for column in table.columns]
    entries.append((f"PRIMARY KEY ({', '.join(table.key)})", ""))
    lines = [
        f"    {sql}{',' if number < len(entries) else ''}{f'  -- {why}' if why else ''}"
        for number, (sql, why) in enumerate(entries, 1)
    ]
    body = "\n".join(lines)
    return f'-- {table.holds}\nCREATE TABLE "{table.name}" (\n{body}\n) STRICT;\n'


def _column(column: Column) -> str:
    parts = [f'"{column.name}"', _TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if column.choices:
        words = ", ".join(f"'{word}'" for word in column.choices)
        parts.append(f'CHECK ("{column.name}" IN ({words}))')
    if column.type == "boolean":
        parts.append(f'CHECK ("{column.name}" IN (0, 1))')
    if column.to:
        parts.append(f'REFERENCES "{column.to}" (id)')
    return " ".join(parts)


def _indexes(table: Table) -> Iterator[str]:
    """Yield what makes an index of each reference that the key does not begin with."""
    for column in table.columns:
        if column.to and column.name != table.key[0]:
            name = f"{table.name}_by_{column.name}"
            yield f'CREATE INDEX "{name}" ON "{table.name}" ("{column.name}");\n'
