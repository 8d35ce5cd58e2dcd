"""The command that compiles a record set into a database."""

import os
from pathlib import Path
from stat import S_ISREG

from sinotech.answers.answer import Answer
from sinotech.errors import StoreError, UsageError, shown
from sinotech.progress import Bar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def build(*, records: "Sequence[str]", db: str | None) -> Answer:
    """Compile a record set, and answer with what was made."""
    from contextlib import closing

    from sinotech.cached import record_files
    from sinotech.compile.database import compile_records
    from sinotech.present.drawing import draw_profiles
    from sinotech.query.records import count_kinds, find_origin
    from sinotech.store import open_store

    if not db:
        raise UsageError("build needs a place for the database", "give --db FILE")
    if db == "-":
        raise UsageError("a database is a file, not standard output", "name one")
    files = record_files(records)
    target = _target(db)
    with Bar() as bar:
        compile_records(files, target, bar, finish=draw_profiles)
    with closing(open_store(str(target))) as store:  # /dev/fd/7 is the old one still
        counts, origin = count_kinds(store), find_origin(store)
    data = {"database": db, "records": counts, "sha256": origin["sha256"]}
    return Answer("build@1", data)


def _target(db: str) -> Path:
    """Return the file that the database *db* is, or will be; a link is followed.

    Raises UsageError if that is there and is no database of ours, or takes what this
    process prints; StoreError if it cannot be read.
    """
    try:
        target = Path(os.path.realpath(db))
        begins = _beginning(target)
    except (OSError, ValueError) as error:  # a name that is too long, or has a NUL
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{shown(db)} cannot be written ({reason})"
        raise StoreError(message, "choose another --db") from None
    if any(_is_open_as(target, stream) for stream in (1, 2)):
        message = f"{shown(db)} is where this command prints what it made"
        raise UsageError(message, "choose another --db")
    if begins and begins[68:72] != b"sino":  # PRAGMA application_id, at its place
        message = f"{db} is no database of sinotech, and is left as it is"
        raise UsageError(message, "choose another --db, or remove it first")
    return target


def _is_open_as(path: Path, stream: int) -> bool:
    """Whether *path* is the file that this process has open by the number *stream*."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream))
    except OSError:
        return False


def _beginning(path: Path) -> bytes:
    """Return the first bytes of the file *path*; none if nothing is there."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return b""
    if not S_ISREG(mode):
        return b"no file"
    with path.open("rb") as file:
        return file.read(72)
