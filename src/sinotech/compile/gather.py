"""All records of a set judged and inserted, in the order in which they refer to others.

First come those that others refer to (the frame), then what may be streamed, then the
conflicts, which refer to both.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from sinotech.checks import omission_faults, unused
from sinotech.compile.batch import Maker
from sinotech.compile.frame import Frame, frame_records
from sinotech.compile.workers import Task, batches
from sinotech.compile.writer import Writer
from sinotech.findings import Finding
from sinotech.model import Conflict, Record
from sinotech.records.load import RecordSet

Watch = Callable[[int, int], None]
"""What is told how much is done, and of how much."""

TOGETHER = 500
"""Conflicts that are compiled at once, with the documents of all their sides."""


class Gathering:
    """Puts a set of records that was opened into a store."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        opened: RecordSet,
        watch: Watch,
        *,
        judging: bool,
    ) -> None:
        """Insert into *connection*; if only *judging*, no more than judging takes."""
        self.opened, self.watch, self.judging = opened, watch, judging
        self.frame = Frame.of(opened)
        self.writer = Writer(connection, opened.files)
        self.connection = connection

    def run(self) -> list[Finding]:
        """Insert all records; return all that is wrong with them, sorted."""
        self._add_frame()
        self._add_streamed()
        self._add_conflicts()
        self._add_retired()
        return sorted((*self.opened.findings, *self.writer.findings, *self._told()))

    def _add(self, maker: Maker, records: Iterable[Record], first: int) -> int:
        """Insert *records*, numbered from *first*; return the number after the last."""
        for file, some in groupby(records, lambda record: record.file):
            batch = maker.batch(file, some, first)
            self.writer.add(batch)
            first += len(batch.lines)
        return first

    def _add_frame(self) -> None:
        maker = Maker(self.frame, judging=self.judging)
        self.next = self._add(maker, frame_records(self.opened), 1)

    def _add_streamed(self) -> None:
        """Insert what may be streamed; first an overlay, which replaces others."""
        maker = Maker(self.frame.slim(), judging=self.judging)
        shares = self.opened.shares
        total = sum(share.size for share in shares)
        done = 0
        for share, batch in batches(maker, self._tasks()):
            self.writer.add(batch)
            done += share.size
            self.watch(done, total)

    def _tasks(self) -> list[Task]:
        """Return the shares, each with the number of its first record."""
        tasks: list[Task] = []
        for share in self.opened.shares:
            tasks.append((share, self.next))
            self.next += share.most
        if any(self.opened.files.values()):
            tasks.sort(key=lambda task: -task[0].rank)
        return tasks

    def _add_conflicts(self) -> None:
        """Insert the conflicts, each with the documents of its sides."""
        maker = Maker(self.frame, judging=self.judging)
        conflicts = self.opened.of(Conflict)
        for at in range(0, len(conflicts), TOGETHER):
            some = conflicts[at : at + TOGETHER]
            maker.know(self._sides(some))
            self.next = self._add(maker, some, self.next)
        disputes = (
            (disputed, conflict)
            for disputed, about in self.frame.disputes.items()
            for conflict in about
        )
        self.connection.executemany(_DISPUTE, disputes)

    def _sides(self, conflicts: Iterable[Conflict]) -> Iterator[tuple[str, str, str]]:
        """Yield id, kind and document of all records that *conflicts* refer to."""
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

    def _told(self) -> Iterator[Finding]:
        """Yield what only all records together tell."""
        index = self.frame.index()
        index.used, index.recorded = self.writer.used, self.writer.recorded
        yield from self.writer.misdirected()
        yield from self.writer.at_odds(self.frame.disputes)
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
