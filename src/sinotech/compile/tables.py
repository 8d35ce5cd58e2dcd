"""The tables of the store: made from the schema, and filled."""

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sinotech.digest import SCHEMA_FILE

PRAGMAS = """
    PRAGMA journal_mode = OFF;  -- a scratch file needs no way back
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -16384; -- KiB: pages of the indexes that all records touch
"""
"""How a database is written that nobody reads yet."""

_INDEX = re.compile(r"^CREATE INDEX [^;]+;", re.MULTILINE)


def tables() -> str:
    """Return the SQL of the schema without its indexes, which are made of all rows."""
    return _INDEX.sub("", SCHEMA_FILE.read_text(encoding="utf-8"))


def indexes() -> list[str]:
    """Return the SQL of each index of the schema."""
    return _INDEX.findall(SCHEMA_FILE.read_text(encoding="utf-8"))


def open_scratch(scratch: Path) -> sqlite3.Connection:
    """Open a *scratch* file; SQLite's locks could not be told from ours everywhere."""
    return sqlite3.connect(f"{scratch.absolute().as_uri()}?nolock=1", uri=True)


def insert(
    connection: sqlite3.Connection,
    table: str,
    rows: Iterable[tuple[object, ...]],
    conflict: str = "",
) -> None:
    """Insert *rows*, each as long as *table* is wide."""
    width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    marks = ", ".join("?" * width)
    sql = f"INSERT INTO {table} VALUES ({marks}){conflict}"  # noqa: S608
    connection.executemany(sql, rows)
