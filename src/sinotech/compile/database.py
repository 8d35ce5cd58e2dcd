"""The compile: records in, a database out, whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from sinotech.compile.computed import insert_computed
from sinotech.compile.gather import BROKEN, Gathering, Watch
from sinotech.compile.names import name_rows, spelling_rows
from sinotech.compile.tables import PRAGMAS, indexes, insert, open_scratch, tables
from sinotech.compile.update import note_base, update
from sinotech.errors import RecordError, StoreError
from sinotech.findings import Finding
from sinotech.gc_pause import gc_paused
from sinotech.records.streaming import StreamedSet, open_streamed
from sinotech.scratch import replacing

Finish = Callable[[sqlite3.Connection], None]

_STEP, _LINES = 2000, 50
"""Names, and lines of spellings, that are inserted at once: some 20 milliseconds."""

_FEW = 20
"""One page in so many may stay unused: to write a large file anew costs seconds."""


def compile_records(
    paths: Sequence[Path],
    target: Path | None,
    watch: Watch | None = None,
    previous: Iterable[Path] = (),
    digest: str = "",
    finish: Finish | None = None,
) -> sqlite3.Connection | None:
    """Compile the files *paths* into a database at *target*, or in memory if it is None.

    A file appears under its name only when complete; until then, and if anything goes
    wrong, what was there stays as it was. The same records give the same bytes (with
    the same releases of SQLite and zlib); if they can be made of one of the databases *previous*,
    which is much quicker, they say the same in other bytes. *watch* is told how much is
    done; *finish* puts into tables what takes more than compiling to make. Raises
    RecordError if the records have findings that forbid it, StoreError if *target*
    cannot be written, or if the records have another *digest* than is given: they were
    changed just then. Returns the connection if in memory.
    """  # noqa: E501
    opened = open_streamed(paths)
    if digest and opened.sha256 != digest:
        raise StoreError("the records were changed just now", "try again")
    if target is None:
        connection = sqlite3.connect(":memory:")
        _fill(connection, opened, watch, finish)
        return connection
    with _replacing(target) as scratch:
        if update(previous, scratch, opened):
            return None
        with closing(open_scratch(scratch)) as connection:
            _fill(connection, opened, watch, finish)
    return None


class Checked(NamedTuple):
    """What is wrong with a record set, sorted, and how many records it has."""

    findings: list[Finding]
    records: int


def check(paths: Sequence[Path], watch: Watch | None = None) -> Checked:
    """Return all that is wrong with the records of *paths*."""
    return _judged(open_streamed(paths), watch)


def _judged(opened: StreamedSet, watch: Watch | None) -> Checked:
    """Return all that is wrong with a set that was *opened*."""
    with closing(sqlite3.connect("")) as connection:  # a file that is nowhere
        connection.executescript(PRAGMAS + tables())
        gathering = Gathering(connection, opened, watch, judging=True)
        with gc_paused():
            findings = gathering.run()
        count = connection.execute("SELECT count(*) FROM record").fetchone()[0]
    return Checked(findings, int(count))


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Yield a scratch file beside *target* that takes its place if all goes well."""
    try:
        if target.is_dir() or not target.name:
            raise StoreError(f"{target} is a folder", "give a file with --db")
        with replacing(target) as scratch:
            yield scratch
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"cannot write {target}: {reason}"
        raise StoreError(message, "choose another place with --db") from error


def _fill(
    connection: sqlite3.Connection,
    opened: StreamedSet,
    watch: Watch | None,
    finish: Finish | None,
) -> None:
    connection.executescript(PRAGMAS + tables())
    if any(finding.is_error for finding in opened.findings):
        _refuse(_judged(opened, watch).findings)
    with connection, gc_paused():
        gathering = Gathering(connection, opened, watch, judging=False)
        try:
            findings = gathering.run(_inserting_referenced(connection, opened))
        except BROKEN:  # of records at fault, not all can be made rows
            _refuse(_judged(opened, None).findings)
            raise
        _refuse(findings)
        note_base(connection, opened, gathering.referenced)
    steps = _finishing(connection, opened, finish)
    for done, step in enumerate(steps):
        if watch:
            watch("making indexes", done, len(steps))
        with connection:
            step()


def _refuse(findings: Sequence[Finding]) -> None:
    """Raise RecordError if any of *findings* forbids compiling."""
    if errors := [finding for finding in findings if finding.is_error]:
        raise RecordError(errors)


def _inserting_referenced(
    connection: sqlite3.Connection, opened: StreamedSet
) -> Iterator[None]:
    """Insert what is known of a set without its streamed records, in short steps."""
    rows = name_rows(list(opened.all()))
    while some := list(islice(rows, _STEP)):
        insert(connection, "name", some, " ON CONFLICT DO NOTHING")
        yield
    spelt = connection.execute(
        """SELECT DISTINCT kind, length(folded), folded FROM name
           WHERE method IN ('exact', 'alias') ORDER BY 1, 2, 3"""
    )
    spellings = spelling_rows(spelt)
    while lines := list(islice(spellings, _LINES)):
        insert(connection, "spelling", lines)
        yield


def _finishing(
    connection: sqlite3.Connection, opened: StreamedSet, finish: Finish | None
) -> list[Callable[[], object]]:
    """Return the steps that make indexes, and what is computed of all rows."""
    database = Database(connection)
    return [
        *(partial(connection.execute, index) for index in indexes()),
        partial(connection.execute, "INSERT INTO search (search) VALUES ('optimize')"),
        partial(insert_computed, connection, opened),
        *([partial(finish, connection)] if finish else []),
        database.analyze,
        partial(_vacuum, connection),
    ]


def _vacuum(connection: sqlite3.Connection) -> None:
    """Give back the pages that nothing uses, if there are many."""
    pages, unused = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count")
    )
    if unused * _FEW > pages:
        Database(connection).vacuum()
