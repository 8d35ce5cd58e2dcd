"""The compile: records in, a database out, whole or not at all."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

from sqlite_utils import Database

from sinotech import __version__
from sinotech.compile.bitmaps import insert_bitmaps
from sinotech.compile.gather import Gathering, Watch
from sinotech.compile.held import COUNTED, count_held
from sinotech.compile.lexicon import lexicon, meaning_rows, occurrences
from sinotech.compile.names import name_rows, spelling_rows
from sinotech.compile.pages import insert_pages
from sinotech.compile.places import place_rows
from sinotech.compile.update import DoubtError, frame_digest, is_base, update
from sinotech.compile.verbs import verb_rows
from sinotech.digest import SCHEMA_FILE, schema_digest
from sinotech.errors import RecordError, StoreError
from sinotech.findings import Finding
from sinotech.garbage import uncollected
from sinotech.records.opened import Opened, open_records
from sinotech.scratch import replacing

Finish = Callable[[sqlite3.Connection], None]

_BROKEN = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    sqlite3.IntegrityError,
)
"""What is raised where a record is at fault, or a database not as it was compiled."""

_STEP, _LINES = 2000, 50
"""Names, and lines of spellings, that are inserted at once: some 20 milliseconds."""

_FEW = 20
"""One page in so many may stay unused: to write a large file anew costs seconds."""

_PRAGMAS = """
    PRAGMA journal_mode = OFF;  -- a scratch file needs no way back
    PRAGMA synchronous = OFF;
    PRAGMA cache_size = -16384; -- KiB: pages of the indexes that all records touch
"""
_OF_WORDS = ("term", "lexicon", "meaning", "verb", "place", "bitmap", "concept")
"""Tables that tell of words, and are computed of all rows."""
_DISPENSABLE = ("meta", "piece", "page", "drawn")
"""Tables without which every question is answered."""
_INDEX = re.compile(r"^CREATE INDEX [^;]+;", re.MULTILINE)


def compile_records(  # noqa: PLR0913, PLR0917
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
    opened = open_records(paths)
    if digest and opened.sha256 != digest:
        raise StoreError("the records were changed just now", "try again")
    if target is None:
        connection = sqlite3.connect(":memory:")
        _fill(connection, opened, watch, finish)
        return connection
    with _replacing(target) as scratch:
        if any(_updated(old, scratch, opened) for old in previous):
            return None
        with closing(_written(scratch)) as connection:
            _fill(connection, opened, watch, finish)
    return None


def _updated(old: Path, scratch: Path, opened: Opened) -> bool:
    """Whether *scratch* could be made of an *old* database; else it is empty."""
    try:
        if not is_base(old, opened):
            return False
        copyfile(old, scratch)
        with closing(_written(scratch)) as connection, uncollected():
            connection.executescript(_PRAGMAS)
            with connection:
                update(connection, opened)
                _insert_computed(connection, opened)
    except (DoubtError, sqlite3.DatabaseError, OSError, *_BROKEN):
        scratch.write_bytes(b"")
        return False
    return True


class Checked(NamedTuple):
    """What is wrong with a record set, sorted, and how many records it has."""

    findings: list[Finding]
    records: int


def check(paths: Sequence[Path], watch: Watch | None = None) -> Checked:
    """Return all that is wrong with the records of *paths*."""
    return _judged(open_records(paths), watch)


def _judged(opened: Opened, watch: Watch | None) -> Checked:
    """Return all that is wrong with a set that was *opened*."""
    with closing(sqlite3.connect("")) as connection:  # a file that is nowhere
        connection.executescript(_PRAGMAS + _tables())
        gathering = Gathering(connection, opened, watch, judging=True)
        with uncollected():
            findings = gathering.run()
        count = connection.execute("SELECT count(*) FROM record").fetchone()[0]
    return Checked(findings, int(count))


def _tables() -> str:
    """Return the schema without its indexes, which are quicker made of all rows."""
    return _INDEX.sub("", SCHEMA_FILE.read_text(encoding="utf-8"))


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Yield a scratch file beside *target* that takes its place if all goes well."""
    if target.is_dir() or not target.name:
        raise StoreError(f"{target} is a folder", "give a file with --db")
    try:
        with replacing(target) as scratch:
            yield scratch
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"cannot write {target}: {reason}"
        raise StoreError(message, "choose another place with --db") from error


def _written(scratch: Path) -> sqlite3.Connection:
    """Open a *scratch* file; SQLite's locks could not be told from ours everywhere."""
    return sqlite3.connect(f"{scratch.absolute().as_uri()}?nolock=1", uri=True)


def _fill(
    connection: sqlite3.Connection,
    opened: Opened,
    watch: Watch | None,
    finish: Finish | None,
) -> None:
    connection.executescript(_PRAGMAS + _tables())
    if any(finding.is_error for finding in opened.findings):
        _refuse(_judged(opened, watch).findings)
    with connection, uncollected():
        gathering = Gathering(connection, opened, watch, judging=False)
        try:
            findings = gathering.run(_inserting_frame(connection, opened))
        except _BROKEN:  # of records at fault, not all can be made rows
            _refuse(_judged(opened, None).findings)
            raise
        _refuse(findings)
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


def _inserting_frame(connection: sqlite3.Connection, opened: Opened) -> Iterator[None]:
    """Insert what is known of a set without its streamed records, in short steps."""
    rows = name_rows(list(opened.all()))
    while some := list(islice(rows, _STEP)):
        _insert(connection, "name", some, " ON CONFLICT DO NOTHING")
        yield
    spelt = connection.execute(
        """SELECT DISTINCT kind, length(folded), folded FROM name
           WHERE method IN ('exact', 'alias') ORDER BY 1, 2, 3"""
    )
    spellings = spelling_rows(spelt)
    while lines := list(islice(spellings, _LINES)):
        _insert(connection, "spelling", lines)
        yield


def _finishing(
    connection: sqlite3.Connection, opened: Opened, finish: Finish | None
) -> list[Callable[[], object]]:
    """Return the steps that make indexes, and what is computed of all rows."""
    indexes = _INDEX.findall(SCHEMA_FILE.read_text(encoding="utf-8"))
    database = Database(connection)
    return [
        *(partial(connection.execute, index) for index in indexes),
        partial(connection.execute, "INSERT INTO search (search) VALUES ('optimize')"),
        partial(_insert_computed, connection, opened),
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


def _insert_computed(connection: sqlite3.Connection, opened: Opened) -> None:
    """Insert what is computed of all rows, in the place of what there may be."""
    for table in (*COUNTED, "page", "drawn", *_OF_WORDS, "meta"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    count_held(connection)
    insert_pages(connection)
    _insert_terms(connection)
    _insert_lexicon(connection)
    insert_bitmaps(connection)
    _insert(connection, "meta", _meta_rows(connection, opened))


def _meta_rows(connection: sqlite3.Connection, opened: Opened) -> list[tuple[str, str]]:
    sql = """SELECT kind, min(number), max(number), count(*) FROM record
             GROUP BY kind ORDER BY min(number)"""
    runs = connection.execute(sql).fetchall()
    return [
        ("compiler", f"sinotech {__version__}"),
        ("filled", " ".join(_filled(connection))),
        ("frame", frame_digest(opened)),
        ("records_count", str(sum(count for *_, count in runs))),
        ("records_name", opened.name),
        ("records_runs", " ".join(f"{k} {a} {b}" for k, a, b, _ in runs)),
        ("records_sha256", opened.sha256),
        ("records_version", opened.version),
        ("schema", schema_digest()),
    ]


def _filled(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that hold anything, but those that need not."""
    sql = """SELECT name FROM sqlite_master
             WHERE type = 'table' AND rootpage > 0 ORDER BY name"""
    tables = [name for (name,) in connection.execute(sql).fetchall()]
    return [
        name
        for name in tables
        if name not in _DISPENSABLE and not name.startswith("sqlite_")
        if connection.execute(f"SELECT EXISTS (SELECT 1 FROM {name})").fetchone()[0]  # noqa: S608
    ]


def _insert(
    connection: sqlite3.Connection,
    table: str,
    rows: Iterable[tuple[object, ...]],
    conflict: str = "",
) -> None:
    """Insert *rows*, each as long as *table* is wide."""
    width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    marks = ", ".join("?" * width)
    sql = f"INSERT INTO {table} VALUES ({marks}){conflict}"  # noqa: S608
    connection.executemany(sql, rows)


def _insert_terms(connection: sqlite3.Connection) -> None:
    """Insert how many records hold each stem, as the index itself counts."""
    sql = "CREATE VIRTUAL TABLE temp.stem USING fts5vocab (main, search, row)"
    connection.execute(sql)
    connection.execute("INSERT INTO term SELECT term, doc FROM temp.stem ORDER BY term")
    connection.execute("DROP TABLE temp.stem")


def _insert_lexicon(connection: sqlite3.Connection) -> None:
    meanings = lexicon()
    records = dict(connection.execute("SELECT stem, records FROM term").fetchall())
    _insert(connection, "lexicon", occurrences(meanings.rows, records))
    _insert(connection, "meaning", meaning_rows(meanings, records))
    _insert(connection, "verb", verb_rows(records))
    _insert(connection, "place", place_rows())
