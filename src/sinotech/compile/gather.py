"""All records of a set judged and inserted, in the order in which they refer to others.

First come those that others refer to, which are kept, then what may be streamed, then
the conflicts, which refer to both.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from sinotech.checks import omission_faults, unused
from sinotech.compile.batch import Maker
from sinotech.compile.numbering import numbered
from sinotech.compile.referenced import ReferencedRecords, repeated
from sinotech.compile.workers import Task, batches
from sinotech.compile.writer import Writer
from sinotech.findings import MAX_IN_ALL, TOO_MANY, Finding, Findings
from sinotech.model import SECTIONS, Conflict, Record
from sinotech.records.streaming import STREAMED, StreamedSet

Watch = Callable[[str, int, int], None]
"""What is told what is being done, how much of it is, and of how much."""

BROKEN = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    sqlite3.IntegrityError,
)
"""What is raised where a record is at fault, or a database not as it was compiled."""

_BEFORE = tuple(one for one in SECTIONS if one not in (*STREAMED, "conflicts"))
"""Sections of records that others refer to."""


class Gathering:
    """Puts a set of records that was opened into a store."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        opened: StreamedSet,
        watch: Watch | None,
        *,
        judging: bool,
    ) -> None:
        """Insert into *connection*; if only *judging*, no more than judging takes."""
        self.connection, self.opened, self.watch = connection, opened, watch
        self.referenced = ReferencedRecords.of(opened)
        self.maker = Maker(self.referenced, judging=judging)
        self.writer = Writer(connection, opened.files, self.referenced)

    def run(self, meanwhile: Iterable[object] = ()) -> list[Finding]:
        """Insert all records; return all that is wrong with them, sorted.

        The steps of *meanwhile* are done while other processes are at work.
        """
        tasks = self.tasks()
        total = sum(shard.size for shard, _ in tasks)
        done = errors = 0
        with closing(batches(self.maker, tasks, iter(meanwhile))) as made:
            for shard, batch in made:
                self.writer.add(batch)
                done += shard.size
                errors += sum(one.is_error for one in batch.findings)
                if errors > MAX_IN_ALL:
                    line = shard.chunk.line if shard.chunk else 1
                    last = Finding(shard.file, line, *TOO_MANY)
                    return sorted((*self.writer.findings, last))
                if self.watch:
                    self.watch("reading records", done, total)
        self.add_what_refers()
        return sorted((*self.opened.findings, *self.writer.findings, *self.told()))

    def add_what_refers(self) -> None:
        """Insert what refers to any record: conflicts, and ids no longer used."""
        self._add_conflicts()
        self._add_retired()

    def tasks(self) -> list[Task]:
        """Return the shards but for conflicts, each with the number it begins with.

        What may be streamed comes last, the last file first: an overlay replaces what
        comes after it.
        """
        tasks = [(shard, 0) for shard in self.opened.of_sections(_BEFORE)]
        streamed = list(numbered(self.opened, self.referenced.first))
        if any(self.opened.files.values()):
            ranks = {name: rank for rank, name in enumerate(self.opened.files)}
            streamed.sort(key=lambda task: -ranks[task[0].file])
        return tasks + streamed

    def _add_conflicts(self) -> None:
        """Insert the conflicts, each with the documents of its sides."""
        for shard in self.opened.of_sections(("conflicts",)):
            found = shard.read(Findings(shard.file))
            self.maker.know(self._sides(found))
            self.writer.add(self.maker.batch(shard, 0))
        disputes = (
            (disputed, conflict)
            for disputed, about in self.referenced.disputes.items()
            for conflict in about
        )
        self.connection.executemany(_DISPUTE, disputes)

    def _sides(self, records: Iterable[Record]) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind and document of all that the conflicts in *records* refer to."""  # noqa: E501
        conflicts = [one for one in records if isinstance(one, Conflict)]
        ids = {id_ for one in conflicts for id_ in (*one.records, one.current) if id_}
        sql = "SELECT id, kind, doc FROM record WHERE id = ?"
        for id_ in sorted(ids):
            yield from self.connection.execute(sql, (id_,))

    def _add_retired(self) -> None:
        """Insert the ids that are no longer used (E106)."""
        file = self.opened.retired_file
        for old in sorted(self.opened.retired.values(), key=lambda one: one.id):
            if self.writer.kind_of(old.id) or not self.writer.kind_of(old.now):
                message = (
                    f"retired id {old.id!r} is in use, or {old.now!r} is no record"
                )
                self.writer.findings.append(Finding(file, old.line, "E106", message))
            else:
                self.connection.execute(_RETIRED, (old.id, old.now))

    def told(self) -> Iterator[Finding]:
        """Yield what only all records together tell."""
        index = self.referenced.index()
        index.used, index.recorded = self.writer.used, self.writer.recorded
        index.authors = self.writer.authors
        yield from repeated(self.opened, self.referenced)
        yield from self.writer.misdirected()
        yield from self.writer.inconsistent_pairs(self.referenced.disputes)
        yield from omission_faults(
            self.opened.omissions, self.opened.omissions_file, index
        )
        yield from unused(index)


_DISPUTE = """
    INSERT INTO dispute SELECT disputed.number, conflict.number
      FROM record AS disputed, record AS conflict
     WHERE disputed.id = ? AND conflict.id = ?
"""
_RETIRED = "INSERT INTO retired SELECT ?, number FROM record WHERE id = ?"
