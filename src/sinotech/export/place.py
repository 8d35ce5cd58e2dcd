"""The folder that an export is to be, which others may have filled."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from sinotech.errors import StoreError, UsageError, shown
from sinotech.export.package import NAME as PACKAGE
from sinotech.export.readme import NAME as README

_LARGEST = 1 << 26
"""Bytes of a description that is read."""


def place_for(name: str, *, force: bool) -> Path:
    """Return the folder *name*, which is not there yet, is empty, or may be replaced.

    A link is followed. Raises UsageError if it is ``-``, a file, or the folder that
    the process is in, or lies in a file; if something is in it, unless *force* is given
    and nothing is but an export; StoreError if it cannot be read.
    """
    if not name:
        raise UsageError("DIR names no folder", "give its path")
    if name == "-":
        raise UsageError("an export is a folder, not standard output", "name one")
    try:
        folder = Path(os.path.realpath(name))
        if not folder.is_dir():
            if folder.exists():
                raise UsageError(f"{shown(name)} is no folder", "choose another name")
            _check_parents(folder)
            return folder
        if folder in {Path.cwd(), *Path.cwd().parents}:
            remedy = "name a new one in it"
            raise UsageError(f"{shown(name)} is the folder you are in", remedy)
        _check_free(folder, name, force=force)
    except (OSError, ValueError) as error:  # a name that is too long, or has a NUL
        if isinstance(error, UsageError):
            raise
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{shown(name)} cannot be written: {reason}"
        raise StoreError(message, "choose another place") from None
    return folder


def _check_parents(folder: Path) -> None:
    """Raise UsageError if *folder* would lie in a file."""
    for parent in folder.parents:
        if parent.is_dir():
            return
        if parent.exists():
            raise UsageError(f"{shown(str(parent))} is no folder", "choose another")


def _check_free(folder: Path, name: str, *, force: bool) -> None:
    """Raise UsageError if *folder* holds what may not be removed."""
    if not any(folder.iterdir()):
        return
    if not force:
        remedy = "give --force to replace an export, or choose another"
        raise UsageError(f"{shown(name)} is not empty", remedy)
    own = _own_files(folder)
    for path in _everything(folder):
        if path not in own:
            message = f"{shown(name)} holds {shown(path)}, which no export wrote"
            raise UsageError(message, "move it, or choose another folder")


def _own_files(folder: Path) -> frozenset[str]:
    """Return the files that an earlier export says it wrote to *folder*."""
    path = folder / PACKAGE
    try:
        if path.stat().st_size > _LARGEST:
            return frozenset()
        files = json.loads(path.read_bytes())["sinotech"]["files"]
        return frozenset((*map(str, files), PACKAGE, README))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return frozenset()


def _everything(folder: Path) -> Iterator[str]:
    """Yield the files and links in *folder*, and in the folders in it."""
    for parent, folders, files in os.walk(folder):
        where = Path(parent).relative_to(folder)
        linked = [one for one in folders if (Path(parent) / one).is_symlink()]
        for name in sorted([*files, *linked]):
            yield (where / name).as_posix()
