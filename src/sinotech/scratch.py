"""Files, and folders of them, that take their place when they are whole.

A scratch file, or folder, is locked while it is written. The kernel gives up the lock
when the process ends, however it ends, so what nobody has locked is a leftover.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from re import compile as expression

from sinotech.ending import orderly

try:
    import fcntl
except ImportError:  # not on Windows, where an open file cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

Watch = Callable[[str, int, int], None]

STALE = 3600
"""Seconds after which an unchanged scratch file is a leftover where files cannot be
locked."""

PATIENCE = 600
"""Seconds that a process waits for another that makes the same file. A million figures
take three minutes."""

PAUSE, SILENCE = 0.05, 1
"""Seconds between two looks whether the file is there, and before waiting is shown."""

_MODE = 0o644
_LEFTOVER = expression(r"\..+\.([0-9a-f]{8}|[0-9]+(-[0-9]+)?)\.building")
_WAITING = "waiting for another process that compiles these records"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield an empty file beside *target* that takes its place if all goes well.

    Otherwise *target* stays as it was. When the block is done, the file is on the disk,
    and so is its name. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    with orderly():
        scratch, handle = _new(target)
        try:
            yield scratch
            with scratch.open("rb") as file:
                os.fsync(file.fileno())
            scratch.replace(target)
            _sync_folder(target.parent)
        finally:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
            _let_go(handle)


@contextmanager
def replacing_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside *target* that takes its place if all goes well.

    Otherwise *target* stays as it was: absent, or a folder that is replaced with all
    that is in it. When the block is done, everything is on the disk. Raises OSError.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target.parent)
    with orderly():
        scratch, handle = _new_folder(target)
        try:
            yield scratch
            _sync_all(scratch)
            _take_place(scratch, target)
            _sync_folder(target.parent)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
            _let_go(handle)


@contextmanager
def turn(target: Path, watch: Watch | None = None) -> Iterator[None]:
    """Let one process at a time make *target*.

    The others wait until it is there, or until its maker has ended; they wait no longer
    than ``PATIENCE``. Nobody waits where files cannot be written or locked. *watch* is
    told of the waiting.
    """
    path, handle = beside(target, "0"), None
    with orderly():
        try:
            with suppress(OSError):
                target.parent.mkdir(parents=True, exist_ok=True)
                handle = _when_free(path, target, watch)
            yield
        finally:
            if handle is not None:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            _let_go(handle)


def sweep(folder: Path) -> None:
    """Remove the scratch files of processes that have ended, whatever their target."""
    for left in folder.glob(".*.building"):
        if _LEFTOVER.fullmatch(left.name):
            with suppress(OSError):
                _remove_leftover(left)


def beside(target: Path, mark: str) -> Path:
    """Return the path of a scratch file of *target*, told from others by a *mark*.

    That is eight hex digits, a number, or two with a hyphen.
    """
    return target.with_name(f".{target.name}.{mark}.building")


def _new(target: Path) -> tuple[Path, int | None]:
    """Return a new scratch file and its handle, which locks it."""
    while True:
        scratch = beside(target, os.urandom(4).hex())
        with suppress(FileExistsError):
            handle = os.open(scratch, os.O_RDWR | os.O_CREAT | os.O_EXCL, _MODE)
            if fcntl is None:
                os.close(handle)
                return scratch, None
            if _lock(handle) is not False and _is_at(handle, scratch):
                return scratch, handle
            os.close(handle)  # a sweep was quicker


def _new_folder(target: Path) -> tuple[Path, int | None]:
    """Return a new scratch folder and its handle, which locks it."""
    while True:
        scratch = beside(target, os.urandom(4).hex())
        with suppress(FileExistsError):
            scratch.mkdir()
            if fcntl is None:
                return scratch, None
            with suppress(FileNotFoundError):  # a sweep was quicker
                handle = os.open(scratch, os.O_RDONLY)
                if _lock(handle) is not False and _is_at(handle, scratch):
                    return scratch, handle
                os.close(handle)


def _take_place(scratch: Path, target: Path) -> None:
    """Put the folder *scratch* in the place of *target*, which may hold another."""
    if not target.exists():
        scratch.rename(target)
        return
    old = beside(target, os.urandom(4).hex())
    target.rename(old)
    try:
        scratch.rename(target)
    except BaseException:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sync_all(folder: Path) -> None:
    """Write all that is in *folder* to the disk."""
    for parent, _, files in os.walk(folder):
        for name in files:
            with Path(parent, name).open("rb") as file:
                os.fsync(file.fileno())
        _sync_folder(Path(parent))


def _when_free(path: Path, target: Path, watch: Watch | None) -> int | None:
    """Return a handle of *path*, locked when no other process has it.

    None if that took too long, or *target* is there.
    """
    began = time.monotonic()
    while (waited := time.monotonic() - began) < PATIENCE:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, _MODE)
        if (locked := _lock(handle)) is None or (locked and _is_at(handle, path)):
            return handle
        os.close(handle)
        if target.exists():
            return None
        if watch and waited > SILENCE:
            watch(_WAITING, int(waited * 1e6), int(PATIENCE * 1e6))
        time.sleep(0 if locked else PAUSE)
    return None


def _remove_leftover(left: Path) -> None:
    is_folder = left.is_dir() and not left.is_symlink()
    how = os.O_RDONLY if is_folder else os.O_RDWR
    handle = os.open(left, how | getattr(os, "O_NOFOLLOW", 0))
    remove = shutil.rmtree if is_folder else Path.unlink
    try:
        locked, changed = _lock(handle), os.fstat(handle).st_mtime
        if locked:
            remove(left)
    finally:
        _let_go(handle)
    if locked is None and time.time() - changed > STALE:
        remove(left)


def _lock(handle: int) -> bool | None:
    """Lock an open file; False if another has, None if files cannot be locked here."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_at(handle: int, path: Path) -> bool:
    """Whether an open file is still the one that *path* names."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _let_go(handle: int | None) -> None:
    """Give up a file; a process that was forked meanwhile must not keep the lock."""
    if handle is None:
        return
    if fcntl:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
    os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Write the names in *folder* to the disk, where a system does that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
