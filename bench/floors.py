"""What compiling cannot go below: reading the file's events, inserting the rows.

    python bench/floors.py events records.yaml
    python bench/floors.py rows records.yaml

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

from sinotech.compile.gather import Gathering
from sinotech.digest import SCHEMA_FILE
from sinotech.records.streaming import open_streamed


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
    """Return how long SQLite takes to insert the rows that a file is compiled to.

    Making them is not counted; indexing is, and that of the full text.
    """
    schema = SCHEMA_FILE.read_text("utf-8")
    indexes = [sql for sql in schema.split(";") if "CREATE INDEX" in sql]
    for sql in indexes:
        schema = schema.replace(f"{sql};", "")
    with tempfile.TemporaryDirectory() as folder:
        target = sqlite3.connect(Path(folder) / "rows.db")
        target.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        target.executescript(f"PRAGMA cache_size = -16384; {schema}")
        seconds = inserted(target, path)
        begin = time.perf_counter()
        for sql in (*indexes, "INSERT INTO search (search) VALUES ('optimize')"):
            target.execute(sql)
        target.commit()
        return seconds + time.perf_counter() - begin


def inserted(target: sqlite3.Connection, path: Path) -> float:
    """Return how long it takes to insert the records of a file, batch by batch."""
    gathering = Gathering(target, open_streamed([path]), None, judging=False)
    seconds = 0.0
    for share, first in gathering.tasks():
        tables = gathering.maker.batch(share, first).tables
        begin = time.perf_counter()
        for table, some in tables.items():
            columns = "(rowid, title, body, names, wordings)" * (table == "search")
            marks = ", ".join("?" * len(some[0]))
            target.executemany(f"INSERT INTO {table} {columns} VALUES ({marks})", some)
        seconds += time.perf_counter() - begin
    return seconds


FLOORS: dict[str, Callable[[Path], float]] = {"events": events, "rows": rows}

if __name__ == "__main__":
    print(FLOORS[sys.argv[1]](Path(sys.argv[2]).resolve()))
