"""Databases spoilt on purpose, as whoever made them may have spoilt them.

A spoilt database keeps its schema to the letter: types, checks and constraints are
taken away before something is changed, and put back as if nothing had happened.
"""

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

DEEP = "[" * 100_000 + "]" * 100_000
HOSTILE = "\x1b[31mred\x07\x9b2J\u202e\u2066\u200b\x00\x7fend"
NOT_UTF8 = "CAST(X'41FF41' AS TEXT)"
"""SQL for a text that is none."""

VALUES: dict[str, object] = {
    "null": None,
    "empty": "",
    "list": "[]",
    "number in JSON": "1",
    "object": "{}",
    "text in JSON": '"x"',
    "null in JSON": "null",
    "nan": "NaN",
    "digits": "9" * 5000,
    "deep": DEEP,
    "odd lists": '{"id":[],"kind":{},"citations":1,"conflicts":2,"notes":"x"}',
    "itself": '{"id":"brics","kind":"program","parent":"brics","participants":[],'
    '"citations":[{"source":"brics"}],"conflicts":["brics"],"notes":[],"name":"B"}',
    "integer": 7,
    "largest": 2**63 - 1,
    "least": -(2**63),
    "infinite": float("inf"),
    "blob": b"\x00\xff\xfe",
    "no UTF-8": NOT_UTF8,
    "surrogate": '"\\ud800"',
    "hostile": HOSTILE,
    "hostile in JSON": f'{{"name": "{HOSTILE}"}}',
    "lines": "\n\n\n",
    "long": "x y" * 50_000,
}
"""What is put into a column, by name."""

LARGEST = 10_000_000
"""Characters that are put into a table; of more, none."""

_LOOSENED = re.compile(r"(?<! IS) NOT NULL|(?<=\)) STRICT(,(?= WITHOUT)|$)")
_COLUMNS = """
    SELECT made.name, of.name
      FROM sqlite_master AS made, pragma_table_info(made.name) AS of
     WHERE made.type = 'table' AND made.name NOT LIKE 'sqlite_%'
       AND made.name <> 'search' ORDER BY 1, of.cid
"""


@contextmanager
def unchecked(db: Path, target: Path) -> Iterator[sqlite3.Connection]:
    """Copy *db* to *target* and yield it without checks; restore its schema after."""
    shutil.copyfile(db, target)
    with closing(_writable(target)) as connection:
        sql = "SELECT sql, rowid FROM sqlite_master WHERE sql <> ''"
        kept = connection.execute(sql).fetchall()
        loose = [(_LOOSENED.sub("", made), row) for made, row in kept]
        _remake(connection, loose)
    with closing(_writable(target)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        _remake(connection, kept)


def _writable(target: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    connection.execute("PRAGMA writable_schema = ON")
    return connection


def _remake(connection: sqlite3.Connection, made: list[tuple[str, int]]) -> None:
    sql = "UPDATE sqlite_master SET sql = ? WHERE rowid = ?"
    connection.executemany(sql, made)


def columns(db: Path) -> list[tuple[str, str]]:
    """Return each table's each column, those of the full-text index too."""
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(_COLUMNS).fetchall()


def spoil(db: Path, target: Path, table: str, column: str, value: object) -> bool:
    """Put *value* into a *column* of every row that takes it; return whether any did."""  # noqa: E501
    mark, values = ("?", (value,)) if value != NOT_UTF8 else (NOT_UTF8, ())
    sql = f"UPDATE OR IGNORE {table} SET {column} = {mark}"  # noqa: S608
    with unchecked(db, target) as connection, suppress(sqlite3.Error):
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        if isinstance(value, str) and rows * len(value) > LARGEST:
            return False
        return connection.execute(sql, values).rowcount > 0
    return False


WIDTH = 250
"""Cells of a page of the graph that :func:`tangle` makes."""

_CELL = b"\x03\x0f\x0da"
"""A row of two columns: the text “a”, and an empty one (SQLite's file format, 2.1)."""


def tangle(db: Path, target: Path, depth: int, size: int = 0) -> None:
    """Copy *db* to *target*, and make a graph of the pages of its table `meta`.

    Each page leads `WIDTH` times to the next one, *depth* pages deep, so that a few
    pages hold `WIDTH` to that power of rows. The last row of each leads on to those
    that there were. A *size* in bytes is what the file says of itself, without taking
    it on the disk.
    """
    with closing(sqlite3.connect(db)) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'meta'"
        (root,) = connection.execute(sql).fetchone()
        page = int(connection.execute("PRAGMA page_size").fetchone()[0])
    content = bytearray(db.read_bytes())

    def appended(made: bytes) -> int:
        content.extend(made)
        return len(content) // page

    was = appended(bytes(content[(root - 1) * page : root * page]))
    low = appended(_page(page, 10, bytes([len(_CELL)]) + _CELL, b""))
    for _ in range(depth):
        cell = low.to_bytes(4) + bytes([len(_CELL)]) + _CELL
        low = appended(_page(page, 2, cell, low.to_bytes(4)))
    cell = low.to_bytes(4) + bytes([len(_CELL)]) + _CELL
    made = _page(page, 2, cell, was.to_bytes(4))
    content[(root - 1) * page : root * page] = made
    content[28:32] = (max(size, len(content)) // page).to_bytes(4)
    target.write_bytes(content)
    if size:
        os.truncate(target, size)


def _page(size: int, kind: int, cell: bytes, right: bytes) -> bytes:
    """Return a page of the b-tree of an index, which holds *cell* `WIDTH` times."""
    begin = size - WIDTH * len(cell)
    head = bytes([kind, 0, 0]) + WIDTH.to_bytes(2) + begin.to_bytes(2) + b"\0" + right
    places = range(size - len(cell), begin - 1, -len(cell))
    pointers = b"".join(place.to_bytes(2) for place in places)
    return (head + pointers).ljust(begin, b"\0") + cell * WIDTH


GROWN = 20_000
"""Bytes of a value before :func:`swell` lets it be read as many more."""

_OVERFLOWING = 0x80
"""The bit by which a byte of a number goes on (SQLite's file format, 1.6)."""


def swell(db: Path, target: Path, table: str, column: str, length: int) -> int:
    """Copy *db* to *target*, and let a *column* be *length* blanks longer in every row.

    The blanks take no place: the pages of each value lead to one that leads to itself.
    *length* is less than a million. Returns how many rows there are.
    """
    with unchecked(db, target) as connection:
        blanks = f"{column} || printf('%{GROWN}s', '')"
        connection.execute(f"UPDATE {table} SET {column} = {blanks}")  # noqa: S608
    with closing(sqlite3.connect(db)) as connection:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (root,) = connection.execute(sql, (table,)).fetchone()
        page = int(connection.execute("PRAGMA page_size").fetchone()[0])
        sql = "SELECT cid FROM pragma_table_info(?) WHERE name = ?"
        (place,) = connection.execute(sql, (table, column)).fetchone()
    content = bytearray(target.read_bytes())
    loop = len(content) // page + 1
    content += loop.to_bytes(4) + b" " * (page - 4)
    content[28:32] = loop.to_bytes(4)
    more = length // (page - 4) * (page - 4)  # as many bytes stay on the first page
    cells = [cell for leaf in _leaves(content, page, root) for cell in leaf]
    for cell in cells:
        _swell_cell(content, page, cell, place, more, loop)
    target.write_bytes(content)
    return len(cells)


def _leaves(content: bytearray, page: int, number: int) -> Iterator[list[int]]:
    """Yield where the cells are of each leaf of the table whose root is *number*."""
    begin = (number - 1) * page
    count = int.from_bytes(content[begin + 3 : begin + 5])
    head = begin + (12 if content[begin] == 5 else 8)  # an inner page
    places = [int.from_bytes(content[head + 2 * i :][:2]) for i in range(count)]
    cells = [begin + place for place in places]
    if head - begin == 8:
        yield cells
        return
    for low in [*cells, begin + 8]:
        yield from _leaves(content, page, int.from_bytes(content[low : low + 4]))


def _number(content: bytearray, at: int) -> tuple[int, int]:
    """Return the number at *at*, and where it ends."""
    value = 0
    while True:
        value = value << 7 | content[at] & 0x7F
        at += 1
        if not content[at - 1] & _OVERFLOWING:
            return value, at


def _swell_cell(
    content: bytearray, page: int, cell: int, place: int, more: int, loop: int
) -> None:
    """Let the value at *place* in a *cell* be *more* bytes longer."""
    payload, at = _number(content, cell)
    _put(content, cell, payload + more, at - cell)
    least = (page - 12) * 32 // 255 - 23
    local = least + (payload - least) % (page - 4)
    local = local if local <= page - 35 else least
    _, begin = _number(content, at)
    _, at = _number(content, begin)
    for _ in range(place):
        _, at = _number(content, at)
    kind, end = _number(content, at)
    _put(content, at, kind + 2 * more, end - at)
    pointer = before = begin + local
    while following := int.from_bytes(content[pointer : pointer + 4]):
        before, pointer = pointer, (following - 1) * page
    content[before : before + 4] = loop.to_bytes(4)


def _put(content: bytearray, at: int, value: int, size: int) -> None:
    """Write a number at *at* in *size* bytes."""
    for i in range(size):
        more = _OVERFLOWING if i < size - 1 else 0
        content[at + i] = value >> 7 * (size - 1 - i) & 0x7F | more
