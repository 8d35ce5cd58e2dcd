"""Files that are being made: nothing half made is read, and nothing of it stays."""

import errno
import fcntl
import os
import pty
import select
import signal
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from paths import MINI
from processes import LONG, outcome, scratch_in, started

from sinotech import scratch
from sinotech.compile.database import compile_records
from sinotech.errors import StoreError
from sinotech.scratch import beside, replacing, replacing_folder, sweep, turn
from sinotech.store import open_store

LATE = """
import os, signal, sys
from pathlib import Path
from sinotech.compile.database import compile_records

def finish(connection):
    print("compiling", flush=True)
    os.kill(os.getpid(), int(sys.argv[3]))

compile_records([Path(sys.argv[1])], Path(sys.argv[2]), finish=finish)
"""


def compiling(target: Path, number: signal.Signals) -> "subprocess.Popen[bytes]":
    """Start to compile *target*; it sends itself a signal when it is almost done."""
    process = started("-c", LATE, MINI, target, str(int(number)))
    assert process.stdout
    assert process.stdout.readline() == b"compiling\n"
    return process


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test a cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "sinotech"


def cached_in(cache: Path) -> Path:
    """Return the name that the compiled records get, without the file."""
    open_store(records=[str(MINI)]).close()
    (cached,) = cache.glob("*.db")
    cached.unlink()
    return cached


def unlockable(_handle: int, _operation: int) -> None:
    """Fail as where a file system has no locks."""
    raise OSError(errno.ENOLCK, "No locks available")


@pytest.mark.slow
def test_what_was_killed_is_swept(tmp_path: Path) -> None:
    """The next compile removes it, whatever either's target."""
    process = compiling(tmp_path / "one.db", signal.SIGKILL)
    assert outcome(process)[0] == -signal.SIGKILL
    assert len(scratch_in(tmp_path)) == 1
    compile_records([MINI], tmp_path / "another.db")
    assert [path.name for path in tmp_path.iterdir()] == ["another.db"]


@pytest.mark.slow
def test_what_is_being_made_is_left(tmp_path: Path) -> None:
    """A scratch file stays while its process is there, be it stopped; then it goes."""
    process = compiling(tmp_path / "one.db", signal.SIGSTOP)
    (left,) = scratch_in(tmp_path)
    os.utime(tmp_path / left, (0, 0))
    sweep(tmp_path)
    assert scratch_in(tmp_path) == [left]
    process.kill()
    outcome(process)
    sweep(tmp_path)
    assert scratch_in(tmp_path) == []


NAMES = [
    (".the.db.1f2e3d4c.building", True),
    (".the.db.123-456.building", True),
    (".the.db.building", False),
    (".the.db.notes.building", False),
    ("the.db.1.building", False),
    (".the.db.1.building.txt", False),
]


@pytest.mark.parametrize(("name", "goes"), NAMES)
def test_what_is_no_scratch_file_is_left(
    tmp_path: Path, name: str, *, goes: bool
) -> None:
    """Files of others, with names that are nearly such, are not touched."""
    (tmp_path / name).write_text("somebody's")
    sweep(tmp_path)
    assert (tmp_path / name).exists() is not goes


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """What a link leads to is not opened, let alone removed."""
    (tmp_path / "mine").write_text("mine")
    link = tmp_path / ".the.db.1.building"
    link.symlink_to(tmp_path / "mine")
    sweep(tmp_path)
    assert link.is_symlink()
    assert (tmp_path / "mine").read_text() == "mine"


def test_without_locks_what_is_old_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where files cannot be locked, an hour without a change tells a leftover."""
    monkeypatch.setattr(fcntl, "flock", unlockable)
    old, fresh = beside(tmp_path / "the.db", "1"), beside(tmp_path / "the.db", "2")
    for left in (old, fresh):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    compile_records([MINI], tmp_path / "the.db")
    assert scratch_in(tmp_path) == [fresh.name]


def test_what_is_replaced_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First the content is written there, then the name, as a power cut demands."""
    done = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        kind = "folder" if os.path.isdir(f"/dev/fd/{handle}") else "file"  # noqa: PTH112
        done.append(kind)
        sync(handle)

    def replaced(path: Path, target: Path) -> Path:
        done.append("name")
        return replace(path, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    with replacing(tmp_path / "the.db") as path:
        path.write_bytes(b"new")
    assert done == ["file", "name", "folder"]
    assert (tmp_path / "the.db").read_bytes() == b"new"


COUNTED = """
import os, sys, time
from pathlib import Path
from sinotech.compile import database
folder, others = Path(sys.argv[2]), int(sys.argv[3])
compile_records, sleep = database.compile_records, time.sleep

def counted(*args):
    (folder / f"compiling-{os.getpid()}").touch()
    while len(list(folder.glob("waiting-*"))) < others:
        sleep(0.01)
    return compile_records(*args)

def waiting(seconds):
    (folder / f"waiting-{os.getpid()}").touch()
    sleep(seconds)

database.compile_records, time.sleep = counted, waiting
import sinotech
with sinotech.open(records=sys.argv[1]) as ref:
    print(len(ref.countries()))
"""
"""A look-up that notes in a folder that it compiles, or that it waits for another.

It compiles when as many others wait for it as are given.
"""


def looking_up(
    folder: Path, number: int, others: int
) -> "list[subprocess.Popen[bytes]]":
    """Start a *number* of look-ups; who compiles waits for *others* that wait."""
    cache = str(folder / "cache")
    argv = ("-c", COUNTED, MINI, folder, str(others))
    return [started(*argv, XDG_CACHE_HOME=cache) for _ in range(number)]


def noted(folder: Path, what: str) -> int:
    """Return how many look-ups have noted in *folder* that they do *what*."""
    return len(list(folder.glob(f"{what}-*")))


@pytest.mark.slow
def test_one_of_twenty_compiles(tmp_path: Path) -> None:
    """Twenty look-ups of a set that was never compiled compile it once."""
    twenty = looking_up(tmp_path, 20, others=19)
    assert [outcome(one) for one in twenty] == [(0, "4\n", "")] * 20
    assert noted(tmp_path, "compiling") == 1
    assert scratch_in(tmp_path / "cache" / "sinotech") == []


STUCK = """
import os, signal, sys
from sinotech.compile import database

def stuck(*_):
    print("compiling", flush=True)
    os.kill(os.getpid(), signal.SIGSTOP)

database.compile_records = stuck
import sinotech
sinotech.open(records=sys.argv[1])
"""


@pytest.mark.slow
def test_another_takes_over_from_one_that_is_killed(tmp_path: Path) -> None:
    """Who waited for a process that is killed compiles instead of it."""
    cache = tmp_path / "cache"
    first = started("-c", STUCK, MINI, XDG_CACHE_HOME=str(cache))
    assert first.stdout
    assert first.stdout.readline() == b"compiling\n"
    others = looking_up(tmp_path, 3, others=2)
    began = time.monotonic()
    while noted(tmp_path, "waiting") < 3 and time.monotonic() - began < LONG:
        time.sleep(0.01)
    assert noted(tmp_path, "waiting") == 3
    assert noted(tmp_path, "compiling") == 0
    assert [one.poll() for one in others] == [None] * 3
    first.kill()
    outcome(first)
    assert [outcome(one) for one in others] == [(0, "4\n", "")] * 3
    assert noted(tmp_path, "compiling") == 1
    assert scratch_in(cache / "sinotech") == []


@pytest.mark.slow
def test_nobody_waits_for_ever(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the other takes too long, a look-up compiles by itself."""
    cached = cached_in(own_cache)
    monkeypatch.setattr(scratch, "PATIENCE", 0.2)
    with turn(cached):
        open_store(records=[str(MINI)]).close()
    assert cached.exists()
    assert scratch_in(own_cache) == []


@pytest.mark.slow
def test_waiting_is_said_on_a_terminal(own_cache: Path) -> None:
    """Who waits sees why."""
    cached = cached_in(own_cache)
    master, slave = pty.openpty()
    argv = ("-m", "sinotech", "countries", "--records", MINI)
    shown = b""
    with turn(cached):
        process = started(*argv, stderr=slave, TERM="xterm", COLUMNS="120")
        while b"waiting for another process" not in shown:
            assert select.select([master], [], [], LONG)[0], shown
            shown += os.read(master, 1000)
    code, out, _ = outcome(process)
    os.close(slave)
    os.close(master)
    assert (code, out.partition("\n")[0]) == (0, "4 countries")


def test_locks_are_done_without(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache folder where files cannot be locked keeps what is compiled."""
    monkeypatch.setattr(fcntl, "flock", unlockable)
    open_store(records=[str(MINI)]).close()
    assert len(list(own_cache.glob("*.db"))) == 1
    assert scratch_in(own_cache) == []


def test_a_read_only_cache_is_done_without(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache folder that cannot be written is left alone."""
    own_cache.mkdir(parents=True)
    opened = os.open

    def read_only(path: str, flags: int, *mode: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, flags, *mode)

    monkeypatch.setattr(os, "open", read_only)
    open_store(records=[str(MINI)]).close()
    assert [path for path in own_cache.iterdir() if path.suffix != ".digest"] == []


@pytest.mark.slow
def test_a_folder_that_was_killed_is_swept(tmp_path: Path) -> None:
    """It is left while its process is there; whoever is next removes it."""
    process = started("-c", FOLDER, tmp_path / "the")
    assert process.stdout
    assert process.stdout.readline() == b"making\n"
    (left,) = scratch_in(tmp_path)
    with replacing_folder(tmp_path / "another") as folder:
        (folder / "file").write_bytes(b"new")
    assert scratch_in(tmp_path) == [left]
    process.kill()
    assert outcome(process)[0] == -signal.SIGKILL
    sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["another"]


FOLDER = """
import signal, sys
from pathlib import Path
from sinotech.scratch import replacing_folder

with replacing_folder(Path(sys.argv[1])) as folder:
    (folder / "file").write_bytes(b"half")
    print("making", flush=True)
    signal.pause()
"""


@pytest.mark.slow
def test_a_folder_that_is_ended_leaves_nothing(tmp_path: Path) -> None:
    """A signal that asks the process to end leaves what was there before."""
    (tmp_path / "the").mkdir()
    (tmp_path / "the" / "old").write_bytes(b"old")
    process = started("-c", FOLDER, tmp_path / "the")
    assert process.stdout
    assert process.stdout.readline() == b"making\n"
    process.terminate()
    assert outcome(process)[0] == -signal.SIGTERM
    assert [path.name for path in tmp_path.iterdir()] == ["the"]
    assert (tmp_path / "the" / "old").read_bytes() == b"old"


def test_a_folder_takes_the_place_of_another(tmp_path: Path) -> None:
    """Whole, or not at all: what fails leaves the old one with all that is in it."""
    target = tmp_path / "the"
    for content in (b"one", b"two"):
        with replacing_folder(target) as folder:
            (folder / content.decode()).write_bytes(content)
        assert [path.name for path in target.iterdir()] == [content.decode()]
    with pytest.raises(IsADirectoryError), replacing_folder(target) as folder:
        folder.write_bytes(b"three")
    assert [path.name for path in target.iterdir()] == ["two"]
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_replaced_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new one cannot take its name, the old one has it again."""
    target = tmp_path / "the"
    target.mkdir()
    (target / "old").write_bytes(b"old")
    rename = Path.rename

    def refuse(path: Path, to: Path) -> Path:
        if (path / "new").exists():
            raise OSError(errno.EACCES, "Permission denied")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="denied"), replacing_folder(target) as folder:
        (folder / "new").write_bytes(b"new")
    assert [path.name for path in target.iterdir()] == ["old"]
    assert list(tmp_path.iterdir()) == [target]


def test_a_lock_that_a_child_inherits_is_given_up(tmp_path: Path) -> None:
    """A process that was forked meanwhile does not keep others waiting."""
    with turn(tmp_path / "the.db"), replacing(tmp_path / "the.db") as path:
        path.write_bytes(b"new")
        child = os.fork()
        if child == 0:
            signal.pause()
    try:
        began = time.monotonic()
        with turn(tmp_path / "another.db"), turn(tmp_path / "the.db"):
            pass
        assert time.monotonic() - began < LONG
        assert scratch_in(tmp_path) == []
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
sys.argv = ["sinotech", *sys.argv[1:]]
from sinotech.__main__ import script
script()
"""


@pytest.mark.slow
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    """A build that cannot be written whole leaves the old file, and one line."""
    target = tmp_path / "the.db"
    compile_records([MINI], target)
    old = target.read_bytes()
    process = started("-c", FULL, "build", "--records", MINI, "--db", target)
    code, out, errors = outcome(process)
    assert (code, out) == (4, "")
    assert errors.startswith(f"error: cannot write {target}: ")
    assert errors.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["the.db"]
    assert target.read_bytes() == old


@pytest.mark.slow
def test_a_full_cache_is_done_without(tmp_path: Path) -> None:
    """A look-up that cannot keep what it compiles answers all the same."""
    argv = ("-c", FULL, "countries", "--records", MINI)
    process = started(*argv, XDG_CACHE_HOME=str(tmp_path))
    code, out, errors = outcome(process)
    assert (code, out.partition("\n")[0], errors) == (0, "4 countries", "")
    kept = (tmp_path / "sinotech").iterdir()
    assert [path for path in kept if path.suffix != ".digest"] == []


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build into a read-only folder is one error with its remedy."""

    def read_only(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(StoreError, match="Permission denied; choose another place"):
        compile_records([MINI], tmp_path / "the.db")


@pytest.mark.slow
def test_readers_read_one_or_the_other(tmp_path: Path) -> None:
    """Who reads while a set is built in the place of another reads either whole."""
    names, target = ("Brazil", "Pindorama"), tmp_path / "out" / "the.db"
    sets = [tmp_path / name for name in names]
    for name, records in zip(names, sets, strict=True):
        text = MINI.read_text("utf-8").replace("name: Brazil,", f"name: {name},")
        records.write_text(text, "utf-8")
    compile_records(sets[:1], target)
    sql = "SELECT title FROM record WHERE id = 'br'"
    for records in reversed(sets):
        argv = ("-m", "sinotech", "build", "--records", records, "--db", target)
        process = started(*argv)
        seen: set[tuple[str]] = set()
        while process.poll() is None or not seen:
            with closing(open_store(str(target))) as store:
                seen |= set(store.execute(sql))
                assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert outcome(process)[0] == 0
        assert seen <= {(name,) for name in names}


@pytest.mark.slow
def test_builds_side_by_side_do_not_meet(tmp_path: Path) -> None:
    """Each makes the whole file, the last one's stays, and nothing else does."""
    argv = ("-m", "sinotech", "build", "--records", MINI, "--db", tmp_path / "the.db")
    builds = [started(*argv) for _ in range(4)]
    assert [outcome(one)[::2] for one in builds] == [(0, "")] * 4
    assert [path.name for path in tmp_path.iterdir()] == ["the.db"]
    open_store(str(tmp_path / "the.db")).close()
