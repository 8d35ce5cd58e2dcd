"""Exports for tests: made by the package itself, and read back by plain means."""

import csv
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from sinotech.export.as_sqlite import NAME
from sinotech.export.columns import Column
from sinotech.export.export import Export
from sinotech.export.package import Written
from sinotech.export.tables import TABLES, Table
from sinotech.store import open_store

Rows = list[tuple[Any, ...]]

BY_NAME = {table.name: table for table in TABLES}


def silent(_what: str, _done: int, _total: int) -> None:
    """Show nothing."""


def export(
    db: Path,
    folder: Path,
    form: str,
    *,
    partition: str | None = None,
    force: bool = False,
) -> list[Written]:
    """Export the database *db* to *folder*."""
    made = Export(str(folder), form, partition=partition, force=force)
    with closing(open_store(str(db))) as store:
        return made.write(store, silent)


def read_csv(folder: Path, table: Table) -> Rows:
    """Return the rows of a table that is CSV, each value as its column declares it."""
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        header, *lines = csv.reader(file)
    assert header == list(table.names)
    pairs = (zip(table.columns, line, strict=True) for line in lines)
    return [tuple(_value(*pair) for pair in row) for row in pairs]


def _value(column: Column, cell: str) -> object:
    if not cell:
        return None
    if column.type == "boolean":
        return {"true": True, "false": False}[cell]
    return {"number": float, "integer": int}.get(column.type, str)(cell)


def read_jsonl(folder: Path, table: Table) -> Rows:
    """Return the rows of a table that is JSON Lines."""
    text = (folder / f"{table.name}.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    assert all(list(row) == list(table.names) for row in rows)
    return [tuple(row.values()) for row in rows]


def read_sqlite(folder: Path, table: Table) -> Rows:
    """Return the rows of a table of the database, in the order of their making."""
    with closing(sqlite3.connect(folder / NAME)) as database:
        found = database.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')  # noqa: S608
        assert [one[0] for one in found.description] == list(table.names)
        flags = [column.type == "boolean" for column in table.columns]
        return [
            tuple(
                bool(one) if is_ else one for is_, one in zip(flags, row, strict=True)
            )
            for row in found
        ]


def read_parquet(folder: Path, table: Table) -> Rows:
    """Return the rows of a table that is Parquet, with dates as texts."""
    found = pq.read_table(folder / f"{table.name}.parquet", partitioning=None)
    assert found.column_names == list(table.names)
    rows = zip(*(column.to_pylist() for column in found.columns), strict=True)
    return [
        tuple(one.isoformat() if hasattr(one, "isoformat") else one for one in row)
        for row in rows
    ]


READERS: dict[str, Callable[[Path, Table], Rows]] = {
    "csv": read_csv,
    "jsonl": read_jsonl,
    "sqlite": read_sqlite,
    "parquet": read_parquet,
}
"""What reads a table of each form."""
