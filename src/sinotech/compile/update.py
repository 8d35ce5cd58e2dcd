"""A compiled set brought up to date after a small change, at a fraction of the cost.

That is done only where it surely comes to the same as compiling everything: the change
is in figures, events, statements or conflicts of large files, and nothing is wrong with
it. Whatever is in doubt is compiled from the beginning, which says what is wrong too.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from sinotech.checks.inconsistencies import Span, hedged
from sinotech.compile.computed import COMPUTED, insert_computed
from sinotech.compile.gather import BROKEN, Gathering
from sinotech.compile.numbering import count_numbers, numbered, room_of
from sinotech.compile.readings import AHEAD
from sinotech.compile.referenced import ReferencedRecords
from sinotech.compile.rows import texts_of_names
from sinotech.compile.tables import PRAGMAS, open_scratch
from sinotech.digest import compiler_digest
from sinotech.gc_pause import gc_paused
from sinotech.model import Conflict
from sinotech.rawjson import load
from sinotech.records.chunks import Chunk
from sinotech.records.streaming import STREAMED, Shard, StreamedSet

FEW = 16
"""One in so many chunks may have changed; of more, all are compiled again."""

_LAST = 2**62
"""A number that no record has."""

_OF_RECORD = {
    "reading": "record",
    "citation": "record",
    "link": "record",
    "figure": "number",
    "event": "number",
    "record": "number",
}
"""Tables that tell of single records, and where."""


class DoubtError(Exception):
    """It is not sure that an update comes to the same as compiling everything."""


class Kept(NamedTuple):
    """A chunk that was compiled: the numbers kept for it, and what it is."""

    first: int
    room: int
    file: str
    section: str
    digest: str

    @property
    def end(self) -> int:
        """The number after the last."""
        return self.first + self.room


class Change(NamedTuple):
    """Numbers whose records are no more, and the shards that take them."""

    first: int
    end: int
    shards: list[Shard]


def note_base(
    connection: sqlite3.Connection, opened: StreamedSet, referenced: ReferencedRecords
) -> None:
    """Note in a database that was just compiled what :func:`update` asks of it later.

    That is which numbers each chunk has, and on what all rows depend.
    """
    for shard, first in numbered(opened, referenced.first):
        _keep(connection, shard, first, room_of(shard))
    _note_referenced(connection, opened)


def update(previous: Iterable[Path], scratch: Path, opened: StreamedSet) -> bool:
    """Make *scratch* of one of the databases *previous*, the first that will do.

    Returns whether that could be done; if not, *scratch* is empty.
    """
    return any(_updated(old, scratch, opened) for old in previous)


def _updated(old: Path, scratch: Path, opened: StreamedSet) -> bool:
    try:
        if not _is_base(old, opened):
            return False
        copyfile(old, scratch)
        with closing(open_scratch(scratch)) as connection, gc_paused():
            connection.executescript(PRAGMAS)
            with connection:
                apply_changes(connection, opened)
                insert_computed(connection, opened)
                _note_referenced(connection, opened)
    except (DoubtError, sqlite3.DatabaseError, OSError, *BROKEN):
        scratch.write_bytes(b"")
        return False
    return True


def _is_base(old: Path, opened: StreamedSet) -> bool:
    """Whether nothing has changed since *old* was compiled that all may depend on.

    Raises sqlite3.DatabaseError if it is no database of records.
    """
    if any(opened.files.values()):
        return False
    with closing(
        sqlite3.connect(f"{old.absolute().as_uri()}?mode=ro", uri=True)
    ) as connection:
        sql = "SELECT value FROM meta WHERE key = 'referenced'"
        return bool(connection.execute(sql).fetchone() == (_referenced_digest(opened),))


def _note_referenced(connection: sqlite3.Connection, opened: StreamedSet) -> None:
    row = ("referenced", _referenced_digest(opened))
    connection.execute("INSERT INTO meta VALUES (?, ?)", row)


def _referenced_digest(opened: StreamedSet) -> str:
    """Return a hash of all that any row may depend on, but for its own chunk."""
    is_read = str(count_numbers(opened) <= AHEAD)
    digests = [chunk.digest for chunk in opened.chunks if not _is_replaceable(chunk)]
    told = [compiler_digest(), is_read, *opened.files, *digests]
    return sha256("\n".join(told).encode(errors="surrogateescape")).hexdigest()


def _is_replaceable(chunk: Chunk) -> bool:
    """Whether *chunk* holds only what an update replaces: STREAMED, or conflicts."""
    return bool(chunk.entries) and chunk.section in (*STREAMED, "conflicts")


def _keep(connection: sqlite3.Connection, shard: Shard, first: int, room: int) -> None:
    """Note that numbers are kept for *shard*, if it is a chunk of a large file."""
    if shard.chunk:
        row = (first, room, shard.file, shard.section, shard.chunk.digest)
        connection.execute("INSERT INTO chunk VALUES (?, ?, ?, ?, ?)", row)


def apply_changes(connection: sqlite3.Connection, opened: StreamedSet) -> None:
    """Bring a copy of what was compiled before up to date with *opened*.

    The records of changed chunks are replaced, and all conflicts; what is computed of
    all rows is deleted. Raises DoubtError, after which the copy is of no use.
    """
    try:
        _Update(connection, opened).run()
    except LookupError:  # such as the place of a record that was not read again
        raise DoubtError("something is wrong") from None


class _Update:
    def __init__(self, connection: sqlite3.Connection, opened: StreamedSet) -> None:
        self.connection, self.opened = connection, opened
        self.gathering = Gathering(connection, opened, None, judging=False)
        sql = "SELECT first, room, file, section, digest FROM chunk ORDER BY first"
        self.kept = [Kept(*row) for row in connection.execute(sql)]
        sql = "SELECT max(number) FROM record WHERE kind <> 'conflict'"
        (last,) = connection.execute(sql).fetchone()
        self.end = max(self.kept[-1].end, last + 1)  # small files have no chunks
        self.measures: set[int] = set()

    def run(self) -> None:
        """Replace what has changed, and judge it."""
        self.check()
        changes = list(self.changes())
        if sum(len(one.shards) for one in changes) * FEW > len(self.kept):
            raise DoubtError("much has changed")
        self.number_conflicts()
        for change in (*changes, Change(self.end, _LAST, [])):
            self.forget(change)
        for table in ("dispute", "retired", "drawn", *COMPUTED):
            self.connection.execute(f"DELETE FROM {table}")  # noqa: S608
        for change in changes:
            self.replace(change)
        self.gathering.add_what_refers()
        self.connection.executemany(_SPAN, self.spans())
        found = (*self.gathering.writer.findings, *self.gathering.told())
        if any(finding.is_error for finding in found):
            raise DoubtError("something is wrong")

    def check(self) -> None:
        """Raise DoubtError if chunks are not all that there is of a file.

        What was wrong when it was opened, rows cannot tell; and records that are held
        have numbers between those of the chunks around them.
        """
        if any(finding.is_error for finding in self.opened.findings):
            raise DoubtError("something is wrong")
        streamed = self.opened.of_sections(STREAMED)
        large = {shard.file for shard in streamed if shard.chunk}
        if any(shard.file in large for shard in streamed if not shard.chunk):
            raise DoubtError("records are held among chunks")

    def changes(self) -> Iterator[Change]:
        """Yield what has changed, section after section of each file."""
        disputed = self.disputed()
        shards = [s for s in self.opened.of_sections(STREAMED) if s.chunk]
        of_share = {key: list(some) for key, some in groupby(shards, _share_key)}
        of_kept = {key: list(some) for key, some in groupby(self.kept, _kept_key)}
        if of_share.keys() != of_kept.keys():
            raise DoubtError("a section has come or gone")
        for key, kept in of_kept.items():
            yield from _changed(kept, of_share[key], disputed)

    def disputed(self) -> list[int]:
        """Return the numbers of records about which there are other conflicts now.

        All of them are in chunks, which can be read again. A record that is new has
        none yet.
        """
        sql = """SELECT record.id, conflict.id FROM dispute
                 JOIN record ON record.number = dispute.record
                 JOIN record AS conflict ON conflict.number = dispute.conflict
                 ORDER BY conflict.number"""
        before: dict[str, list[str]] = {}
        for id_, conflict in self.connection.execute(sql):
            before.setdefault(id_, []).append(conflict)
        after = self.gathering.referenced.disputes
        changed = []
        for id_ in before.keys() | after.keys():
            if before.get(id_) == after.get(id_):
                continue
            number = self.number_of(id_)
            if number and not any(one.first <= number < one.end for one in self.kept):
                raise DoubtError("a record is not in a chunk")
            changed.append(number)
        return changed

    def number_of(self, id_: str) -> int:
        """Return the number of a record; 0 if there was none."""
        sql = "SELECT number FROM record WHERE id = ?"
        row = self.connection.execute(sql, (id_,)).fetchone()
        return int(row[0]) if row else 0

    def number_conflicts(self) -> None:
        """Give the conflicts numbers after all that were kept."""
        numbers = self.gathering.referenced.numbers
        for number, conflict in enumerate(self.opened.of(Conflict), self.end):
            numbers[conflict.id] = number

    def forget(self, change: Change) -> None:
        """Delete the records of a range, and all that tells of them."""
        within = (change.first, change.end - 1)
        self.connection.executemany(_UNSEARCHED, self.searched(*within))
        for table, column in _OF_RECORD.items():
            sql = f"DELETE FROM {table} WHERE {column} BETWEEN ? AND ?"  # noqa: S608
            self.connection.execute(sql, within)

    def searched(self, first: int, last: int) -> Iterator[tuple[object, ...]]:
        """Yield what full-text search was told of the records of a range."""
        sql = """SELECT number, title, body, wordings FROM record
                 WHERE number BETWEEN ? AND ?"""
        targets = """SELECT record.id FROM link JOIN record ON record.number = target
                     WHERE link.record = ?"""
        for number, title, body, wordings in self.connection.execute(
            sql, (first, last)
        ):
            ids = [id_ for (id_,) in self.connection.execute(targets, (number,))]
            names = texts_of_names((), body, ids, self.gathering.referenced)
            yield number, title, body, names, wordings

    def replace(self, change: Change) -> None:
        """Insert the records of a change, numbered as those before them were."""
        within = (change.first, change.end - 1)
        self.connection.execute("DELETE FROM chunk WHERE first BETWEEN ? AND ?", within)
        first = change.first
        for shard in change.shards:
            batch = self.gathering.maker.batch(shard, first)
            self.measures |= {
                int(str(row[1])) for row in batch.tables.get("figure", ())
            }
            self.gathering.writer.add(batch)
            is_last = shard is change.shards[-1]
            room = change.end - first if is_last else shard.most
            _keep(self.connection, shard, first, room)
            first += room

    def spans(self) -> Iterator[Span]:
        """Yield what the figures say that those that changed may be at odds with."""
        self.connection.execute("DELETE FROM span")
        for measure in sorted(self.measures):
            for row in self.connection.execute(_FIGURES, (measure,)):
                yield _span(_Stated(*row))


def _share_key(shard: Shard) -> tuple[str, str]:
    return shard.section, shard.file


def _kept_key(kept: Kept) -> tuple[str, str]:
    return kept.section, kept.file


def _changed(
    kept: list[Kept], shards: list[Shard], disputed: Iterable[int]
) -> Iterator[Change]:
    """Yield how the chunks of a section have changed, those that hold *disputed* too."""  # noqa: E501
    before = [one.digest for one in kept]
    after = [shard.chunk.digest if shard.chunk else "" for shard in shards]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, i_end, j, j_end in matcher.get_opcodes():
        if tag == "equal":
            for one, shard in zip(kept[i:i_end], shards[j:j_end], strict=True):
                if any(one.first <= number < one.end for number in disputed):
                    yield Change(one.first, one.end, [shard])
            continue
        if i == i_end or j == j_end:
            raise DoubtError("a whole chunk has come or gone")
        change = Change(kept[i].first, kept[i_end - 1].end, shards[j:j_end])
        if sum(shard.most for shard in change.shards) > change.end - change.first:
            raise DoubtError("there is no room for so many records")
        yield change


class _Stated(NamedTuple):
    """A figure as it is stored: number, document, ends and days."""

    number: int
    doc: str
    value: float | None
    low: float | None
    high: float | None
    hedge: str
    earliest: str | None
    latest: str | None


def _span(stated: _Stated) -> Span:
    """Return what a figure says; what it counts may be told more fully than there."""
    doc = load(stated.doc)
    counted = "\n".join(
        str(doc[name]) for name in ("measure", "label", "scope", "unit")
    )
    ends = (stated.low, stated.high)
    least, most = (stated.value if end is None else end for end in ends)
    reach = hedged(stated.hedge, float(least or 0), float(most or 0))
    days = (stated.earliest or "", stated.latest or "")
    return Span(counted, *days, *reach, stated.number)


_UNSEARCHED = """
    INSERT INTO search (search, rowid, title, body, names, wordings)
    VALUES ('delete', ?, ?, ?, ?, ?)
"""
_SPAN = "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)"
_FIGURES = """
    SELECT figure.number, doc, value, low, high, hedge, earliest, latest
      FROM figure JOIN record USING (number) WHERE measure = ?
"""
