"""The two record sets that are compared: files, folders, databases, or the bundled."""

import os
import sqlite3
import stat
from pathlib import Path

from sinotech.cached import Watch, record_files
from sinotech.errors import StoreError, shown
from sinotech.store import BUNDLED, open_store

OURS = "bundled"
"""The word for the record set that comes with the tool."""

_MAGIC = b"SQLite format 3\0"
"""How a file of SQLite begins (its file format, 1.3)."""


def open_side(name: str, watch: Watch) -> sqlite3.Connection:
    """Open the record set *name*; *watch* is told how far it is compiled.

    Raises StoreError if there is none, RecordError if its records are at fault.
    """
    path = Path(name)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if name == OURS:
            return _open_bundled(watch)
        reason = getattr(error, "strerror", None) or str(error)
        remedy = f"give record files, a folder of them, a database, or {OURS}"
        raise StoreError(f"{shown(name)} cannot be read: {reason}", remedy) from None
    if stat.S_ISREG(mode) and _begins(path) == _MAGIC:
        return open_store(name)
    return open_store(None, [name], watch)


def _open_bundled(watch: Watch) -> sqlite3.Connection:
    if os.path.exists(BUNDLED):  # noqa: PTH110
        return open_store(BUNDLED)
    return open_store(None, [str(path) for path in record_files()], watch)


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC))
    except OSError as error:
        message = f"{shown(str(path))} cannot be read: {error.strerror}"
        raise StoreError(message, "check the path") from None
