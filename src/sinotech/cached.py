"""Record files, and what they compile to, kept in the user's cache folder.

It is kept under a name made of what it depends on, so that nothing can go stale.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from sinotech.digest import compiler_digest, digest_of, remembered_digest
from sinotech.errors import StoreError
from sinotech.records.entries import header_of
from sinotech.records.files import files_of

Watch = Callable[[str, int, int], None]
Opener = Callable[[str], sqlite3.Connection]

KEPT = 8
"""Databases kept in the cache folder, at most."""

KEPT_BYTES = 8_000_000_000
"""Bytes of all databases there, but for the latest."""


def record_files(records: Sequence[str] = ()) -> list[Path]:
    """Return the record files to compile: *records*, laid over ours if they ask for it.

    A file that is named twice is taken once. Without *records*, ours alone: beside the
    modules, or in the checkout. Raises StoreError if they are in neither place, or if
    *records* name no files.
    """
    here = Path(__file__).parent
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


def _is_overlay(path: Path) -> bool:
    """Whether the record file *path* asks to be laid over ours."""
    header = header_of(path)
    return header is not None and header.overlay


def open_compiled(
    records: Sequence[str], watch: Watch | None, opened: Opener
) -> sqlite3.Connection:
    """Open what *records* compile to, compiling only if the cache lacks it.

    *opened* opens a database that we compiled. Raises StoreError and RecordError.
    """
    files = record_files(records)
    digest = digest_of([remembered_digest(file, _cache_folder()) for file in files])
    cached = _cache_folder() / f"{digest[:20]}-{compiler_digest()[:20]}.db"
    if found := _sound(cached, opened):
        return found
    from sinotech.compile.database import compile_records
    from sinotech.scratch import turn

    with turn(cached, watch):
        if found := _sound(cached, opened):  # another process compiled it meanwhile
            return found
        # no folder that can be written, or the records were changed
        with suppress(StoreError, OSError):
            compile_records(files, cached, watch, _latest(cached), digest)
            _prune(cached)
            return opened(str(cached))
    connection = compile_records(files, None, watch)
    assert connection is not None  # noqa: S101  # None asks for one in memory
    return connection


def _sound(cached: Path, opened: Opener) -> sqlite3.Connection | None:
    """Open the database *cached* if it is there, and not damaged."""
    try:
        return opened(str(cached)) if cached.is_file() else None
    except (StoreError, OSError):  # such as a folder whose name is too long
        return None


def _latest(cached: Path) -> list[Path]:
    """Return the databases from which *cached* may be made, the latest first."""
    compiled_alike = cached.parent.glob(f"*-{cached.stem.partition('-')[2]}.db")
    with_times = []
    for path in compiled_alike:
        if path == cached:  # it is damaged
            continue
        with suppress(OSError):  # another process may have removed it
            with_times.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(with_times, reverse=True)]


def _cache_folder() -> Path:
    """Return where compiled records are kept; without a home, where nothing can be."""
    try:
        folder = user_cache_path("sinotech", appauthor=False)
    except RuntimeError:  # what platformdirs raises today; before, it returned "~"
        folder = Path("~")
    return Path(os.devnull, "sinotech") if folder.parts[0] == "~" else folder


def _prune(newest: Path) -> None:
    """Remove all but the latest databases of the cache folder."""
    with suppress(OSError):
        others = [path for path in newest.parent.glob("*.db") if path != newest]
        others.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        size = 0
        for number, old in enumerate(others, 1):
            size += old.stat().st_size
            if number >= KEPT or size > KEPT_BYTES:
                old.unlink()
