"""The rows of a table, read from the store page by page, and checked."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from types import NoneType
from typing import NoReturn

from sinotech.errors import UnsoundError
from sinotech.export.columns import Row, Value
from sinotech.export.tables import Entry, Table
from sinotech.kinds import KINDS
from sinotech.rawjson import load
from sinotech.store import Wall

PAGE = 500
"""Records that are read at once: half a megabyte of their documents."""

Tick = Callable[[int], None]
"""Told how many more records were read."""

KindOf = Callable[[str], str | None]

_TYPES: dict[str, type] = {
    "text": str,
    "number": float,
    "integer": int,
    "boolean": bool,
    "date": str,
}


def kinds_of(store: sqlite3.Connection) -> KindOf:
    """Return what tells the kind of the record with an id, or that there is none.

    It remembers the latest that were asked: of most references, all there are.
    """
    sql = "SELECT kind FROM record WHERE id = ?"

    @lru_cache(maxsize=100_000)
    def kind_of(id_: str) -> str | None:
        row = store.execute(sql, (id_,)).fetchone()
        return str(row[0]) if row else None

    return kind_of


def rows_of(
    store: sqlite3.Connection, table: Table, kind_of: KindOf, tick: Tick
) -> Iterator[Row]:
    """Yield all rows of *table*, in the order of the record set.

    Raises StoreError if what is in the store cannot be rows of it.
    """
    check = Check(table, kind_of)
    for kind in table.kinds:
        first, last = _span(store, kind)
        while first <= last:
            with Wall(store):
                found = store.execute(_PAGE, (first, last, kind, PAGE)).fetchall()
                rows = [row for one in found for row in _rows(store, table, one)]
                check(rows)
            yield from rows
            tick(len(found))
            first = found[-1][0] + 1 if len(found) == PAGE else last + 1


_PAGE = """SELECT number, id, kind, doc FROM record
           WHERE number BETWEEN ? AND ? AND kind = ? ORDER BY number LIMIT ?"""


def _span(store: sqlite3.Connection, kind: str) -> tuple[int, int]:
    """Return the numbers of the first and the last record of a *kind*."""
    sql = "SELECT min(number), max(number) FROM record WHERE kind = ?"
    with Wall(store):
        first, last = store.execute(sql, (kind,)).fetchone()
    return (0, -1) if first is None else (first, last)


def _rows(
    store: sqlite3.Connection, table: Table, found: tuple[int, str, str, str]
) -> Iterator[Row]:
    """Yield the rows of *table* that are of the record *found*."""
    number, id_, kind, doc = found
    if table.empty and table.empty in doc:  # as we write JSON, in no text
        return
    beside: tuple[tuple[str | None, ...], ...] = ()
    if table.beside:
        about = {"number": number, "id": id_, "kind": kind}
        beside = tuple(store.execute(table.beside, about))
    rows = table.rows(Entry(id_, kind, load(doc) if table.reads_doc else {}, beside))
    texts = (id_, doc, *(text for row in beside for text in row if text))
    is_plain = not any("\0" in text or "\\u" in text for text in texts)
    yield from rows if is_plain else map(_written, rows)


def _written(row: Row) -> Row:
    """Return *row* if it can be written. Raises UnsoundError.

    Other programs end a text at U+0000; JSON may escape that, or half a character.
    """
    text = "".join(value for value in row if isinstance(value, str))
    if "\0" in text or text.encode(errors="ignore").decode() != text:
        raise UnsoundError("a text holds half a character, or U+0000")
    return row


class Check:
    """Whether rows are what their table declares; of a stranger's, anything may be."""

    def __init__(self, table: Table, kind_of: KindOf) -> None:
        """Begin with the first row of *table*."""
        self._table, self._kind_of = table, kind_of
        self._met: set[tuple[type, ...]] = set()
        columns = list(enumerate(table.columns))
        own = 2 if table.numbered else 1
        self._choices = [(n, one.choices) for n, one in columns if one.choices]
        self._references = [(n, one.to) for n, one in columns[own:] if one.to]
        self._key = [table.names.index(name) for name in table.key]
        self._owner: Value = None
        self._keys: set[Row] = set()

    def __call__(self, rows: Iterable[Row]) -> None:
        """Look at *rows*. Raises UnsoundError."""
        for row in rows:
            if (types := tuple(map(type, row))) not in self._met:
                self._check_types(types)
            for place, choices in self._choices:
                if row[place] is not None and row[place] not in choices:
                    self._refuse(place, f"is {row[place]!r}")
            for place, to in self._references:
                if row[place] is not None and not self._leads(str(row[place]), to):
                    self._refuse(place, f"refers to {row[place]!r}")
            if len(self._key) > 1:
                self._check_key(row)

    def _check_types(self, types: tuple[type, ...]) -> None:
        for place, (type_, column) in enumerate(
            zip(types, self._table.columns, strict=True)
        ):
            if type_ is NoneType and not column.required:
                continue
            if type_ is not _TYPES[column.type]:
                self._refuse(place, f"is {type_.__name__}")
        self._met.add(types)

    def _leads(self, id_: str, to: str) -> bool:
        """Whether there is a record *id_* in the table *to*."""
        kind = self._kind_of(id_)
        return kind is not None and to in {"records", KINDS[kind]}

    def _check_key(self, row: Row) -> None:
        """Raise UnsoundError if the key of *row* is that of another.

        Rows of one record come one after another.
        """
        if row[0] != self._owner:
            self._owner = row[0]
            self._keys.clear()
        key = tuple(row[place] for place in self._key)
        if key in self._keys:
            self._refuse(self._key[-1], "stands twice")
        self._keys.add(key)

    def _refuse(self, place: int, what: str) -> NoReturn:
        name = f"{self._table.name}.{self._table.names[place]}"
        raise UnsoundError(f"{name} {what}")
