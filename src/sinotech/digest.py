"""What a compiled database depends on: the records, the schema, the compiler."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from threading import get_ident

from sinotech.scratch import beside

_PACKAGE = Path(__file__).parent
SCHEMA_FILE = _PACKAGE / "compile" / "schema.sql"

_JUST = 2_000_000_000
"""Nanoseconds within which some file systems give two changes the same time."""

_READERS = {"cli", "present", "query", "store.py", "verify.py"}
"""Parts of the package that only read the database, and have no part in making it."""


def digest_of(digests: Sequence[str]) -> str:
    """Return one sha256 for those of several files; a single one stands for itself."""
    if len(digests) == 1:
        return digests[0]
    return sha256("\n".join(digests).encode()).hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the sha256 of a file; a word in its place if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"  # the loader says so


def remembered_digest(path: Path, folder: Path) -> str:
    """Return the sha256 of the file *path*, read again only if the file has changed.

    It has not if size, times and inode are as they were when it was noted in *folder*;
    a file that changed just then is not noted, for it could change again unseen.
    """
    seen = path.stat()
    state = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
    name = sha256(os.fsencode(path.resolve())).hexdigest()[:20]
    note = folder / f"{name}.digest"
    with suppress(OSError, ValueError):
        noted, digest = note.read_text(encoding="utf-8").rsplit(" ", 1)
        if noted == state:
            return digest
    digest = digest_of_file(path)
    if time.time_ns() - max(seen.st_mtime_ns, seen.st_ctime_ns) > _JUST:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            scratch = beside(note, f"{os.getpid()}-{get_ident()}")
            scratch.write_text(f"{state} {digest}", encoding="utf-8")
            scratch.replace(note)
    return digest


def schema_digest() -> str:
    """Return the sha256 of ``schema.sql``."""
    return digest_of_file(SCHEMA_FILE)


def compiler_digest() -> str:
    """Return a hash over the package's files that decide what is compiled.

    A checkout's cached database is found by it, so that a changed compiler never
    answers from what an older one made.
    """
    digest = sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        place = path.relative_to(_PACKAGE)
        if path.suffix in {".py", ".sql", ".txt"} and place.parts[0] not in _READERS:
            digest.update(f"{place.as_posix()} {digest_of_file(path)}\n".encode())
    return digest.hexdigest()
