"""Finding and opening the compiled record set, read-only.

An installed copy finds ``sinotech.db`` beside its modules, be they in a folder or in a
zip archive. A checkout, or an editable
install, has none there and compiles ``data/records.yaml`` itself, into the user's cache
folder under a name made of what the result depends on; so nothing can go stale.
"""

import os

try:  # sqlite3 itself adds conversions of dates, which nothing here needs
    from _sqlite3 import DatabaseError, Error, connect
except ImportError:
    from sqlite3 import DatabaseError, Error, connect

from sinotech.errors import StoreError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Watch = Callable[[str, int, int], None]

SCHEMA = "18d606c5a3a3572c967364e517daa206733d8a50aaaf0c948d09feac15954c9b"
"""The sha256 of the schema that this release reads; a test holds it to schema.sql."""

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  # pathlib costs a fifth of a look-up
BUNDLED = os.path.join(_HERE, "sinotech.db")  # noqa: PTH118
DAMAGE = (Error, KeyError, ValueError)
"""What is raised where a database is not as it was compiled."""

LARGE = 1 << 26
"""Bytes of a database from which up to ``KEPT_KIB`` of it are kept at hand: a claim is
then judged in a fifth less time (measured at a million figures). To map it into memory
saves another tenth, and takes four to ten times as long while it is not in the system's
cache."""

KEPT_KIB = 262_144
"""Kibibytes of a large database that are kept at hand, where 2,000 are usual."""

KEPT = 8
"""Databases kept in the cache folder, at most."""

KEPT_BYTES = 8_000_000_000
"""Bytes of all databases there, but for the latest."""


def open_store(
    db: str | None = None,
    records: "Sequence[str]" = (),
    watch: "Watch | None" = None,
) -> "sqlite3.Connection":
    """Open the database *db*, or one compiled from the files *records*, or ours.

    With neither, the environment's ``SINOTECH_DB`` is opened if set. Where records have
    to be compiled, *watch* is told how far that is. Raises StoreError
    if there is no such database or it is of another schema, RecordError if *records*
    cannot be compiled.
    """
    if records and db:
        remedy = "give one of them"
        raise UsageError("--db and --records name different records", remedy)
    if records:
        return _open_compiled(tuple(records), watch)
    if db == "":
        raise UsageError("--db names no file", "give its path")
    if db := db or os.environ.get("SINOTECH_DB"):
        return _opened(db)
    if os.path.exists(BUNDLED):  # noqa: PTH110
        return _opened(BUNDLED)
    if zipped := _from_archive():
        return zipped
    return _open_compiled((), watch)


def _from_archive() -> "sqlite3.Connection | None":
    """Open our database within the archive that the modules come from, if they do.

    It is read into memory: SQLite reads no archives, and no file is ever unpacked.
    """
    get_data = getattr(__spec__.loader, "get_data", None)
    try:
        content = get_data(BUNDLED) if get_data else None
    except OSError:
        return None
    if content is None:
        return None
    connection = in_memory()
    connection.deserialize(content)
    connection.execute("PRAGMA query_only = ON")
    _check_schema(connection, BUNDLED)
    return connection


def in_memory() -> "sqlite3.Connection":
    """Return a database of its own, without the module that sqlite3 is besides."""
    return connect(":memory:")


def _opened(path: str) -> "sqlite3.Connection":
    if not os.path.isfile(path):  # noqa: PTH113
        remedy = "sinotech build --records FILE --db FILE makes one"
        raise StoreError(f"there is no database {path}", remedy)
    try:
        connection = connect(f"{_uri(path)}?mode=ro&immutable=1", uri=True)
    except Error as error:
        message = f"{path} cannot be opened ({error})"
        raise StoreError(message, "check that it can be read") from None
    try:
        _check_schema(connection, path)
        if os.path.getsize(path) > LARGE:  # noqa: PTH202
            connection.execute(f"PRAGMA cache_size = -{KEPT_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: str) -> str:
    """Return *path* as a file: address, as SQLite reads it."""
    escaped = os.path.abspath(path)  # noqa: PTH100
    for char in "%?#":
        escaped = escaped.replace(char, f"%{ord(char):02x}")
    return "file:" + escaped.replace(os.sep, "/")


def _check_schema(connection: "sqlite3.Connection", path: str) -> None:
    try:
        row = connection.execute(
            "SELECT value FROM meta WHERE key = 'schema'"
        ).fetchone()
    except DatabaseError as error:
        message = f"{path} is no database of sinotech ({error})"
        raise StoreError(
            message, "sinotech build --records FILE --db FILE makes one"
        ) from None
    if row is None or row[0] != SCHEMA:
        message = f"{path} was compiled by another release of sinotech"
        remedy = f"rebuild it: sinotech build --records FILE --db {path}"
        raise StoreError(message, remedy)


def record_files(records: "Sequence[str]" = ()) -> "list[Path]":
    """Return the record files to compile: *records*, laid over ours if they ask for it.

    A file that is named twice is taken once. Without *records*, ours alone: beside the
    modules, or in the checkout. Raises StoreError if they are in neither place, or if
    *records* name no files.
    """
    from pathlib import Path

    from sinotech.records.files import files_of

    here = Path(_HERE)
    own = here / "records.yaml"
    if not own.is_file():
        own = here.parents[1] / "data" / "records.yaml"
    every = (file for name in records for file in files_of(name))
    named = list({file.resolve(): file for file in every}.values())
    if named and not _is_overlay(named[0]):
        return named
    if not own.is_file():
        message = "sinotech was installed without its records"
        raise StoreError(message, "install it again")
    return [own, *named]


def _is_overlay(path: "Path") -> bool:
    """Whether the record file *path* asks to be laid over ours."""
    from sinotech.records.entries import header_of

    header = header_of(path)
    return header is not None and header.overlay


def _open_compiled(
    records: "Sequence[str]", watch: "Watch | None"
) -> "sqlite3.Connection":
    """Open what *records* compile to, compiling only if the cache lacks it."""
    from sinotech.digest import compiler_digest, digest_of, remembered_digest

    files = record_files(records)
    digest = digest_of([remembered_digest(file, _cache_folder()) for file in files])
    cached = _cache_folder() / f"{digest[:20]}-{compiler_digest()[:20]}.db"
    if found := _sound(cached):
        return found
    from contextlib import suppress

    from sinotech.compile.database import compile_records
    from sinotech.scratch import turn

    with turn(cached, watch):
        if found := _sound(cached):  # another process compiled it meanwhile
            return found
        with suppress(StoreError):  # no writable home, or the records were changed
            compile_records(files, cached, watch, _latest(cached), digest)
            _prune(cached)
            return _opened(str(cached))
    connection = compile_records(files, None, watch)
    assert connection is not None  # noqa: S101  # None asks for one in memory
    return connection


def _sound(cached: "Path") -> "sqlite3.Connection | None":
    """Open the database *cached* if it is there, and not damaged."""
    try:
        return _opened(str(cached)) if cached.is_file() else None
    except StoreError:
        return None


def _latest(cached: "Path") -> "list[Path]":
    """Return the databases from which *cached* may be made, the latest first."""
    from contextlib import suppress

    compiled_alike = cached.parent.glob(f"*-{cached.stem.partition('-')[2]}.db")
    with_times = []
    for path in compiled_alike:
        if path == cached:  # it is damaged
            continue
        with suppress(OSError):  # another process may have removed it
            with_times.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(with_times, reverse=True)]


def _cache_folder() -> "Path":
    """Return where compiled records are kept; without a home, where nothing can be."""
    from pathlib import Path

    from platformdirs import user_cache_path

    try:
        folder = user_cache_path("sinotech", appauthor=False)
    except RuntimeError:  # what platformdirs raises today; before, it returned "~"
        folder = Path("~")
    return Path(os.devnull, "sinotech") if folder.parts[0] == "~" else folder


def _prune(newest: "Path") -> None:
    """Remove all but the latest databases of the cache folder."""
    from contextlib import suppress

    with suppress(OSError):
        others = [path for path in newest.parent.glob("*.db") if path != newest]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        size = 0
        for number, old in enumerate(others, 1):
            size += old.stat().st_size
            if number >= KEPT or size > KEPT_BYTES:
                old.unlink()
