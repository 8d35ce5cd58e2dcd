"""The record files that a path names: a file, those in a folder, or a pipe.

A pipe can be read once, and records are read several times: what comes through it is
copied first.
"""

import os
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from sinotech.errors import StoreError, UsageError

RECORD_FILES = (".yaml", ".yml", ".jsonl")
"""How the names of record files in a folder end."""

MOST_PIPED = 1 << 30
"""Bytes that are taken from a pipe: one that holds more may have no end."""

_BLOCK = 1 << 20

_KINDS = {
    stat.S_IFREG: "a file",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


def files_of(name: str, most_piped: int = MOST_PIPED) -> Iterator[Path]:
    """Yield the record file *name*, those in the folder *name*, or a copy of a pipe.

    Of a pipe, no more than *most_piped* bytes are read. Raises StoreError if there are
    more, if *name* is none of these, or if something in the folder that is named as a
    record file is no file; UsageError if *name* is empty. Hidden files are passed over.
    """
    if not name:
        raise UsageError("--records names no file", "give its path")
    path = Path(name)
    match kind := kind_of(path):
        case "a folder":
            yield from _members(path)
        case "a file":
            yield path
        case "a pipe":
            yield _copied(path, most_piped)
        case _:
            remedy = "give a record file after --records, or a folder of them"
            raise StoreError(f"{path} is {kind}", remedy)


def kind_of(path: Path, remedy: str = "check the path after --records") -> str:
    """Return what *path* is, in words.

    Raises StoreError, with *remedy*, if nothing is there.
    """
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116  # Path's says the same
    except (OSError, ValueError) as error:
        if os.path.islink(path):  # noqa: PTH114  # Path's raises for a long name
            return "a link that leads nowhere"
        if isinstance(error, FileNotFoundError):
            raise StoreError(f"there is no file {path}", remedy) from None
        raise _unreadable(path, error) from None
    return _KINDS.get(stat.S_IFMT(mode), "a device")


def _unreadable(path: Path, error: Exception) -> StoreError:
    reason = getattr(error, "strerror", None) or str(error)
    return StoreError(f"{path} cannot be read: {reason}", "check the path")


def _members(folder: Path) -> Iterator[Path]:
    """Yield the record files in *folder*, by name."""
    try:
        members = sorted(folder.iterdir())
    except OSError as error:
        raise _unreadable(folder, error) from None
    found = [
        one
        for one in members
        if one.suffix in RECORD_FILES and not one.name.startswith(".")
    ]
    if not found:
        remedy = f"record files end in {' or '.join(RECORD_FILES)}"
        raise StoreError(f"there are no records in {folder}", remedy)
    for one in found:
        if (kind := kind_of(one)) != "a file":
            raise StoreError(f"{one} is {kind}", "take it out of the folder")
        yield one


def _copied(pipe: Path, most: int) -> Path:
    """Return a file that holds all that comes through *pipe*, until this process ends."""  # noqa: E501
    of_process = pipe.parent.name == "fd"  # /dev/fd/63: a number is no name
    name = f"fd-{pipe.name}" if of_process else pipe.name
    try:
        copy = Path(mkdtemp(dir=_copies().name)) / name
        with pipe.open("rb") as source, copy.open("wb") as target:
            while block := source.read(_BLOCK):
                target.write(block)
                if target.tell() > most:
                    message = f"{pipe} does not end within {most >> 20} MiB"
                    raise StoreError(message, "put the records into a file")
    except OSError as error:
        reason = f"{pipe} cannot be copied: {error.strerror}"
        raise StoreError(reason, "put the records into a file") from None
    return copy


@lru_cache(maxsize=1)
def _copies() -> TemporaryDirectory[str]:
    """Return the folder for copies of pipes, which is removed with this process."""
    return TemporaryDirectory(prefix="sinotech-")
