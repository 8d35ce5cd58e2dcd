"""Figures in folders by the values of one column, as Hive names them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sinotech.errors import UsageError
from sinotech.export.columns import Row, Value
from sinotech.export.tables import TABLES
from sinotech.export.writing import told_by_system
from sinotech.naming import shortened
from sinotech.rawjson import dump, load

TABLE = next(table for table in TABLES if table.name == "figures")
"""The table that is divided: the one that grows."""

MOST = 10_000
"""Folders, at most: what reads them opens a file in each."""

_NOTHING = "__HIVE_DEFAULT_PARTITION__"
"""What Hive calls the folder of rows that have no value."""

_LONGEST = 255
"""Bytes of a file's name, at most, in the file systems of Linux, macOS and Windows."""

SHOWN = 40
"""Characters of a value that an error repeats."""


def place_of(field: str) -> int:
    """Return the place of the column *field* of figures. Raises UsageError."""
    names = TABLE.names
    if field in names[1:]:
        return names.index(field)
    message = f"figures cannot be divided by {field!r}"
    raise UsageError(message, f"choose one of {', '.join(names[1:])}")


def name_of(field: str, value: Value) -> str:
    """Return the name of the folder for a *value* of *field*.

    Raises UsageError if no file system takes so long a name.

    >>> name_of("unit", "a/b"), name_of("year", None), name_of("as_of", "2023/..")
    ('unit=a%2Fb', 'year=__HIVE_DEFAULT_PARTITION__', 'as_of=2023%2F%2E%2E')
    """
    name = f"{field}={_NOTHING if value is None else _quoted(str(value))}"
    if len(name) > _LONGEST:
        start = shortened(str(value), SHOWN)
        message = f"{field} {start!r} is too long for the name of a folder"
        raise UsageError(message, "choose another --partition-by")
    return name


def _quoted(text: str) -> str:
    """Return *text* as a name that is no other folder, nor that of what is empty."""
    quoted = quote(text, safe="").replace("..", "%2E%2E")
    if quoted.endswith("."):  # which Windows leaves out
        return f"{quoted[:-1]}%2E"
    return quoted.replace("_", "%5F") if text == _NOTHING else quoted


def divided(
    rows: Iterable[Row], place: int, scratch: Path, most: int = MOST
) -> Iterator[tuple[Value, Iterator[Row]]]:
    """Yield each value in a *place* of *rows*, and the rows that have it.

    They are sorted in the file *scratch*, not in memory. Raises UsageError if there are
    more values than *most*, OSError if the file cannot be written.
    """
    sql = "SELECT row FROM spool WHERE value IS ? ORDER BY rowid"
    with closing(sqlite3.connect(scratch, isolation_level=None)) as database:
        with told_by_system():
            _fill(database, rows, place)
        values = database.execute("SELECT DISTINCT value FROM spool ORDER BY 1")
        found = [value for (value,) in values]
        if len(found) > most:
            message = f"the field has {len(found)} values, and {most} folders are many"
            raise UsageError(message, "choose another --partition-by")
        for value in found:
            yield (
                value,
                (tuple(load(row)) for (row,) in database.execute(sql, (value,))),
            )


def _fill(database: sqlite3.Connection, rows: Iterable[Row], place: int) -> None:
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("CREATE TABLE spool (value, row TEXT)")
    database.execute("BEGIN")
    sql = "INSERT INTO spool VALUES (?, ?)"
    database.executemany(sql, ((row[place], dump(row)) for row in rows))
    database.execute("COMMIT")
    database.execute("CREATE INDEX by_value ON spool (value)")
