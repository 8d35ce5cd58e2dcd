"""Batches put into the store, each id once; and what only all records together tell."""

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from sinotech.checks import Reference, misdirected
from sinotech.checks.inconsistencies import Span, inconsistent_pairs
from sinotech.compile.batch import Batch, Row
from sinotech.compile.referenced import ReferencedRecords
from sinotech.findings import MAX_FINDINGS, Finding
from sinotech.model import Record

_SPANS = """
    CREATE TEMP TABLE span (
        counted TEXT, earliest TEXT, latest TEXT, low REAL, high REAL, figure INTEGER
    )
"""
_AT_ODDS = """
    SELECT * FROM span
     WHERE (counted, earliest <> '') IN
           (SELECT counted, earliest <> '' FROM span
             GROUP BY 1, 2 HAVING max(low) > min(high))
     ORDER BY counted, earliest <> '', earliest, figure
"""
"""Spans of things of which any two may have no number in common, in their order."""
_NUMBER_AT = {"link": 3, "label": 1}
"""Where the number of the record stands in a row of a table, if not first."""


class Place(NamedTuple):
    """Where a record is written: the file, its place among the files, the line."""

    file: str
    rank: int
    line: int


class Taken(NamedTuple):
    """A record whose id another has: both by number and kind."""

    id: str
    number: int
    kind: str
    holder: int
    holder_kind: str


class Writer:
    """Inserts batches, and remembers where each record is written.

    *files* are the names of the files in their order, and whether each is an overlay.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        files: Mapping[str, bool],
        referenced: ReferencedRecords,
    ) -> None:
        """Insert into *connection*, whose tables are there and empty."""
        self.connection, self.referenced = connection, referenced
        self.findings: list[Finding] = []
        self.used: set[str] = set()
        self.recorded: set[tuple[str, str]] = set()
        self.authors: set[str] = set()
        self._overlays = list(files.values())
        self._ranks = {name: rank for rank, name in enumerate(files)}
        self._unknown: list[Reference] = []
        self._referenced: dict[int, Record] = {}
        self._firsts: list[int] = []
        self._lines: dict[int, tuple[str, array[int]]] = {}
        self._inserts: dict[str, str] = {}
        connection.execute(_SPANS)

    def add(self, batch: Batch) -> None:
        """Insert *batch*, but for records whose id is taken.

        By one of its kind in an overlay, a record is replaced, if that was added
        before; any other is a finding.
        """
        if batch.lines:
            self._lines[batch.first] = batch.file, batch.lines
        self.findings += batch.findings
        self.used |= batch.used
        self.recorded |= batch.recorded
        self.authors |= batch.authors
        self._unknown += batch.unknown
        left_out: set[int] = set()
        records = batch.tables.pop("record", [])
        if self.insert("record", records, " ON CONFLICT (id) DO NOTHING") < len(
            records
        ):
            taken = list(self._taken(records))
            left_out = {one.number for one in taken}
            self.findings += [f for f in map(self._fault, taken) if f]
        for table, rows in batch.tables.items():
            at = _NUMBER_AT.get(table, 0)
            kept = (
                [row for row in rows if row[at] not in left_out] if left_out else rows
            )
            self.insert(table, kept)
        spans = [span for span in batch.spans if span.figure not in left_out]
        self.insert("span", spans)

    def insert(self, table: str, rows: Sequence[Row], conflict: str = "") -> int:
        """Insert *rows*, each as long as *table* is wide; return how many were."""
        if not rows:
            return 0
        if table not in self._inserts:
            columns = "(rowid, title, body, names, wordings)" * (table == "search")
            marks = ", ".join("?" * len(rows[0]))
            sql = f"INSERT INTO {table} {columns} VALUES ({marks}){conflict}"  # noqa: S608
            self._inserts[table] = sql
        return self.connection.executemany(self._inserts[table], rows).rowcount

    def _taken(self, records: Sequence[Row]) -> Iterator[Taken]:
        """Yield those of *records* whose id another has."""
        sql = "SELECT number, kind FROM record WHERE id = ?"
        for number, id_, kind, *_ in records:
            holder = self.connection.execute(sql, (id_,)).fetchone()
            if holder[0] != number:
                yield Taken(str(id_), int(str(number)), str(kind), *holder)

    def _fault(self, taken: Taken) -> Finding | None:
        """Return what is wrong with *taken*; nothing if an overlay replaces it."""
        own, others = self.place(taken.number), self.place(taken.holder)
        if own.rank != others.rank and self._overlays[max(own.rank, others.rank)]:
            if taken.kind == taken.holder_kind and others.rank > own.rank:
                return None
            later, kind = (own, taken.holder_kind)
            if others.rank > own.rank:
                later, kind = others, taken.kind
            message = f"{taken.id}: it would replace a {kind}; choose another id"
            return Finding(later.file, later.line, "E107", message)
        first, again = own, others
        if taken.number > taken.holder:
            first, again = others, own
        message = f"id {taken.id!r} is already used at {first.file}:{first.line}"
        return Finding(again.file, again.line, "E101", message)

    def place(self, number: int) -> Place:
        """Return where the record *number* is written."""
        if not self._referenced:
            known = self.referenced.numbers.items()
            self._referenced = {n: self.referenced.by_id[id_] for id_, n in known}
        if record := self._referenced.get(number):
            return Place(record.file, self._ranks[record.file], record.line)
        if len(self._firsts) != len(self._lines):
            self._firsts = sorted(self._lines)
        first = self._firsts[bisect_right(self._firsts, number) - 1]
        file, lines = self._lines[first]
        return Place(file, self._ranks[file], lines[number - first])

    def kind_of(self, id_: str) -> str | None:
        """Return the kind of the record *id_*, if there is one."""
        sql = "SELECT kind FROM record WHERE id = ?"
        row = self.connection.execute(sql, (id_,)).fetchone()
        return str(row[0]) if row else None

    def misdirected(self) -> Iterator[Finding]:
        """Yield what is wrong with references to records that were not known before."""
        for reference in self._unknown:
            if finding := misdirected(reference, self.kind_of(reference.id)):
                yield finding

    def inconsistent_pairs(
        self, disputes: Mapping[str, list[str]]
    ) -> Iterator[Finding]:
        """Yield figures that cannot both be right, and share none of *disputes* (E304)."""  # noqa: E501
        rows = self.connection.execute(_AT_ODDS)
        pairs = inconsistent_pairs(Span(*row) for row in rows)
        yield from islice(self._undisputed(pairs, disputes), MAX_FINDINGS)

    def _undisputed(
        self, pairs: Iterator[tuple[Span, Span]], disputes: Mapping[str, list[str]]
    ) -> Iterator[Finding]:
        sql = "SELECT id, number FROM record WHERE number IN (?, ?) ORDER BY id"
        for one, other in pairs:
            (first, number), (second, _) = self.connection.execute(
                sql, (one.figure, other.figure)
            )
            if set(disputes.get(first, ())).isdisjoint(disputes.get(second, ())):
                place = self.place(number)
                message = f"{first}: {second} states another number; record a conflict"
                yield Finding(place.file, place.line, "E304", message)
