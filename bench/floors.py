"""What compiling cannot go below: reading the file's events, inserting the rows.

    python bench/floors.py events records.yaml
    python bench/floors.py rows records.db

Prints seconds, without the start of the interpreter.
"""

import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

BATCH = 1000
FULL_TEXT = "search"


def events(path: Path) -> float:
    """Return how long libyaml takes over the events of a file; json over its lines."""
    begin = time.perf_counter()
    with path.open("rb") as file:
        if path.suffix == ".jsonl":
            for line in file:
                json.loads(line)
        else:
            for _ in yaml.parse(file, Loader=yaml.CLoader):
                pass
    return time.perf_counter() - begin


def rows(path: Path) -> float:
    """Return how long SQLite takes to insert the rows of a database into another.

    Reading them is not counted; indexing the full text is.
    """
    source = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    schema = source.execute("SELECT name, type, sql FROM sqlite_master").fetchall()
    with tempfile.TemporaryDirectory() as folder:
        target = sqlite3.connect(Path(folder) / "copy.db")
        target.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        tables = [
            (name, sql)
            for name, kind, sql in schema
            if sql
            and not name.startswith(("sqlite_", f"{FULL_TEXT}_"))
            and kind in {"table", "index"}
        ]
        for _, sql in tables:
            target.execute(sql)
        names = [name for name, sql in tables if sql.startswith("CREATE TABLE")]
        seconds = sum(copied(source, target, name) for name in names)
        begin = time.perf_counter()
        for command in ("rebuild", "optimize"):
            sql = f"INSERT INTO {FULL_TEXT} ({FULL_TEXT}) VALUES ('{command}')"
            target.execute(sql)
        target.commit()
        return seconds + time.perf_counter() - begin


def copied(source: sqlite3.Connection, target: sqlite3.Connection, name: str) -> float:
    """Return how long it takes to insert the rows of a table."""
    cursor, seconds = source.execute(f"SELECT * FROM {name}"), 0.0
    marks = ", ".join("?" * len(cursor.description))
    while batch := cursor.fetchmany(BATCH):
        begin = time.perf_counter()
        target.executemany(f"INSERT INTO {name} VALUES ({marks})", batch)
        seconds += time.perf_counter() - begin
    return seconds


FLOORS: dict[str, Callable[[Path], float]] = {"events": events, "rows": rows}

if __name__ == "__main__":
    print(FLOORS[sys.argv[1]](Path(sys.argv[2]).resolve()))
