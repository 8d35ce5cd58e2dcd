"""Finding and opening the compiled record set, read-only.

An installed copy finds ``sinotech.db`` beside its modules, be they in a folder or in a
zip archive. A checkout, or an editable install, has none there and compiles
``data/records.yaml`` itself (:mod:`sinotech.cached`).
"""

import os
import sys

try:  # sqlite3 itself adds conversions of dates, which nothing here needs
    from _sqlite3 import Error, ProgrammingError, connect
except ImportError:
    from sqlite3 import Error, ProgrammingError, connect

from sinotech.errors import (
    SinotechError,
    StoreError,
    UnsoundError,
    UsageError,
    is_interrupt,
    shown,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import Any

    Watch = Callable[[str, int, int], None]
    Handle = tuple[str, bool]  # a path, and whether it is a stranger's database

SCHEMA = "4fd564db6c8dac3a41e0a3f8631dfb47326b2c17bbaa7d4cdbc2da8c910cdde2"
"""The sha256 of the schema that this release reads; a test holds it to schema.sql."""

_HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120  # pathlib costs a fifth of a look-up
BUNDLED = os.path.join(_HERE, "sinotech.db")  # noqa: PTH118
FORMAT = 12
"""The number of that schema, in ``PRAGMA user_version``; a later one is larger."""

_MAKE = "sinotech build --records FILE --db FILE makes one"

LARGE = 1 << 26
"""Bytes of a database from which up to ``KEPT_KIB`` of it are kept at hand: a claim is
then judged in a fifth less time (measured at a million figures). To map it into memory
saves another tenth, and takes four to ten times as long while it is not in the system's
cache."""

KEPT_KIB = 262_144
"""Kibibytes of a large database that are kept at hand, where 2,000 are usual."""

FEWEST_CALLS = 200
"""Calls within calls that must be left for a question; ours takes some 60."""


def open_store(
    db: str | None = None,
    records: "Sequence[str]" = (),
    watch: "Watch | None" = None,
) -> "sqlite3.Connection":
    """Open the database *db*, or one compiled from the files *records*, or ours.

    With neither, the environment's ``SINOTECH_DB`` is opened if set. Where records have
    to be compiled, *watch* is told how far that is. Raises StoreError
    if there is no such database or it is of another schema, or if the system opens no
    file, RecordError if *records* cannot be compiled.
    """
    try:
        return _found(db, records, watch)
    except OSError as error:
        if error.errno is None:  # no system's: what heeds a signal has raised it
            raise
        message = f"the records cannot be opened ({error.strerror})"
        raise StoreError(message, "see what the system allows: ulimit -a") from None


def _found(
    db: str | None, records: "Sequence[str]", watch: "Watch | None"
) -> "sqlite3.Connection":
    """Open what is asked for. Raises OSError besides."""
    if records and db:
        remedy = "give one of them"
        raise UsageError("--db and --records name different records", remedy)
    if records:
        return _compiled(records, watch)
    if db == "":
        raise UsageError("--db names no file", "give its path")
    if db := db or os.environ.get("SINOTECH_DB"):
        return _of_stranger(db)
    if os.path.exists(BUNDLED):  # noqa: PTH110
        return _opened(BUNDLED)
    if zipped := _from_archive():
        return zipped
    return _compiled((), watch)


def _compiled(records: "Sequence[str]", watch: "Watch | None") -> "sqlite3.Connection":
    from sinotech.cached import open_compiled  # only here: most ask what is bundled

    return open_compiled(tuple(records), watch, _opened)


def open_in_turn(db: str | None, records: "Sequence[str]") -> "sqlite3.Connection":
    """Open as :func:`open_store` does, where a fork of the process has to wait for it.

    None waits for a compile, which forks processes of its own.
    """
    is_made = db or os.environ.get("SINOTECH_DB") or os.path.exists(BUNDLED)  # noqa: PTH110
    if records or not is_made:
        return open_store(db, records)
    from sinotech.locks import new_lock

    with new_lock():
        return open_store(db, records)


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
    return connect(":memory:", check_same_thread=False)


def _opened(path: str) -> "sqlite3.Connection":
    """Open the database *path* that came with the tool, or that it compiled."""
    try:
        connection = connect(_uri(path), uri=True, check_same_thread=False)
    except Error as error:
        raise _unreadable(path, error) from None
    try:
        _check_schema(connection, path)
        _keep_at_hand(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def handle_of(store: "sqlite3.Connection") -> "Handle | None":
    """Return by what another process opens the same database; None if none can."""
    if path := getattr(store, "path", ""):
        return path, True
    row = store.execute("PRAGMA database_list").fetchone()
    return (row[2], False) if row and row[2] else None


def open_handle(handle: "Handle") -> "sqlite3.Connection":
    """Open what :func:`handle_of` told of. Raises StoreError."""
    path, is_strange = handle
    return _of_stranger(path) if is_strange else _opened(path)


def _of_stranger(path: str) -> "sqlite3.Connection":
    """Open the database *path* that somebody named; whatever is in it does no harm."""
    from sinotech.stranger import Stranger, check_alone

    _check_path(path)
    check_alone(path)
    try:
        connection = Stranger(_uri(path), path)
    except Error as error:
        raise _unreadable(path, error) from None
    try:
        _check_schema(connection, path)
        with Wall(connection):
            connection.check(_schema())
        _keep_at_hand(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_path(path: str) -> None:
    """Raise StoreError if *path* is no file."""
    if os.path.isfile(path):  # noqa: PTH113
        return
    try:
        os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        raise StoreError(f"there is no database {shown(path)}", _MAKE) from None
    except OSError as error:
        raise _unreadable(path, error.strerror) from None
    except ValueError as error:  # a NUL
        raise _unreadable(path, error) from None
    folder = os.path.isdir(path)  # noqa: PTH112
    message = f"{path} is {'a folder' if folder else 'no file'}, and no database"
    raise StoreError(message, _MAKE)


def _unreadable(path: str, why: object) -> StoreError:
    message = f"{shown(path)} cannot be opened ({why})"
    return StoreError(message, "check that it can be read")


def _keep_at_hand(connection: "sqlite3.Connection", path: str) -> None:
    if os.path.getsize(path) > LARGE:  # noqa: PTH202
        connection.execute(f"PRAGMA cache_size = -{KEPT_KIB}")


def _schema() -> str:
    """Return the text of the schema, from the folder or archive of the modules."""
    path = os.path.join(_HERE, "compile", "schema.sql")  # noqa: PTH118
    content: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
    return content.decode()


def _uri(path: str) -> str:
    """Return *path* as a file: address by which SQLite only reads it."""
    escaped = os.path.abspath(path)  # noqa: PTH100
    for char in "%?#":
        escaped = escaped.replace(char, f"%{ord(char):02x}")
    return f"file:{escaped.replace(os.sep, '/')}?mode=ro&immutable=1"


def _check_schema(connection: "sqlite3.Connection", path: str) -> None:
    """Raise StoreError if a database is none of ours, or is of another schema."""
    try:
        sql = "SELECT value FROM meta WHERE key = 'schema'"
        row = connection.execute(sql).fetchone()
        if row == (SCHEMA,):
            return
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except (Error, ValueError) as error:  # it may not even be text
        message = f"{shown(path)} is no database of sinotech ({error})"
        raise StoreError(message, _MAKE) from None
    rebuild = f"rebuild it: sinotech build --records FILE --db {shown(path)}"
    if version > FORMAT:
        message = f"{shown(path)} was compiled by a newer release of sinotech"
        raise StoreError(message, f"upgrade sinotech, or {rebuild}")
    by = "an older" if version < FORMAT else "another"
    raise StoreError(f"{shown(path)} was compiled by {by} release of sinotech", rebuild)


class Wall:
    """Around whatever reads a database: what its contents break is its damage.

    Of ours, that is what SQLite or the reader of JSON cannot read; whatever else goes
    wrong is a mistake of the tool's, and shows. Of a stranger's, it is anything that is
    not raised by the caller's own code.
    """

    __slots__ = ("_path", "_store")

    def __init__(self, store: "sqlite3.Connection") -> None:
        """Stand around a question to *store*."""
        self._store: Any = store
        self._path: str = getattr(store, "path", "")  # only a stranger's has one

    def __enter__(self) -> bool:
        """Begin a question; return whether the database is ours, and so trusted."""
        if self._path:
            self._store.begin()
        return not self._path

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        """Raise StoreError in the place of what tells of damage."""
        if not isinstance(error, Exception):
            return
        if isinstance(error, (SinotechError, OSError, MemoryError)):
            return
        if is_interrupt(error):
            return
        if isinstance(error.__context__, RecursionError) and _is_deep():
            raise error.__context__  # the reader of JSON had too few calls left
        if self._path and self._store.is_spent:
            endless = UnsoundError("a question to it takes too long")
            raise StoreError.damaged(endless, self._path) from error
        if _is_damage(error) or (self._path and not _is_of_caller(error)):
            raise StoreError.damaged(error, self._path) from error


def _is_of_caller(error: Exception) -> bool:
    """Whether *error* is the caller's: raised by what heeds a signal, or far down."""
    if isinstance(error, RecursionError):
        return _is_deep()
    traceback = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    if traceback is None:
        return False
    module = str(traceback.tb_frame.f_globals.get("__name__", ""))
    package = module.partition(".")[0]
    return package != "sinotech" and package not in sys.stdlib_module_names


def _is_deep() -> bool:
    """Whether whoever asks leaves too few calls within calls for a question."""
    calls, frame = 0, sys._getframe()  # noqa: SLF001
    while frame := frame.f_back:  # type: ignore[assignment]
        calls += 1
    return sys.getrecursionlimit() - calls < FEWEST_CALLS


def _is_damage(error: Exception) -> bool:
    """Whether a database of ours must be damaged where *error* is raised."""
    if isinstance(error, ProgrammingError):  # such as a connection that is closed
        return False
    return isinstance(error, (Error, UnsoundError, UnicodeDecodeError))
