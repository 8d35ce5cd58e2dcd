"""Processes that compile side by side end with the one that they work for."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import MadeOnce
from generate import generate
from paths import MINI
from processes import LONG, outcome, started

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
        reason="looks for processes as Linux lists them, and needs two cores",
    ),
]
FIGURES = 12_000
PAUSE = 0.01
"""Seconds between two looks whether something has come."""


@pytest.fixture(scope="module")
def large(made_once: MadeOnce) -> Path:
    """Return a record set that several processes compile, for some seconds."""
    folder = made_once("generated", lambda folder: generate(folder, FIGURES))
    (path,) = folder.iterdir()
    return path


def building(records: Path, target: Path) -> "subprocess.Popen[bytes]":
    """Start to build *target*, and wait until several processes do."""
    argv = ("build", "--records", records, "--db", target)
    process = started("-m", "sinotech", *argv)
    while len(group_of(process.pid)) < 3 and process.poll() is None:
        time.sleep(PAUSE)
    return process


def inserted(folder: Path) -> int:
    """Return how many bytes a build into *folder* has written so far."""
    return sum(path.stat().st_size for path in folder.glob(".*.building"))


def group_of(leader: int) -> list[int]:
    """Return the processes of a group, on Linux."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, group = path.read_text().rpartition(")")[2].split()[:3]
            if int(group) == leader and state != "Z":
                found.append(int(path.parent.name))
    return found


def ended(leader: int) -> bool:
    """Wait until a group has no process left; return whether that comes."""
    began = time.monotonic()
    while group_of(leader) and time.monotonic() - began < LONG:
        time.sleep(PAUSE)
    return not group_of(leader)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_leaves_nothing(
    large: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """Whoever ends a build gets one quiet end: no file, no process, no traceback."""
    process = building(large, tmp_path / "the.db")
    assert len(group_of(process.pid)) >= 3
    os.killpg(process.pid, number)
    assert outcome(process) == (-number, "", "")
    assert list(tmp_path.iterdir()) == []
    assert ended(process.pid)


def test_a_killed_build_leaves_no_process(large: Path, tmp_path: Path) -> None:
    """The processes that worked for one that was killed end by themselves."""
    process = building(large, tmp_path / "the.db")
    process.kill()
    assert outcome(process) == (-signal.SIGKILL, "", "")
    assert ended(process.pid)
    assert not (tmp_path / "the.db").exists()


@pytest.mark.parametrize("size", [0, 1 << 20, 3 << 20])
def test_a_process_that_is_killed_is_said(
    large: Path, tmp_path: Path, size: int
) -> None:
    """If one of them is killed, as for want of memory, the build says so and ends.

    However much is inserted by then.
    """
    process = building(large, tmp_path / "the.db")
    while inserted(tmp_path) < size and process.poll() is None:
        time.sleep(PAUSE)
    process.send_signal(signal.SIGSTOP)  # so that its processes do not end meanwhile
    workers = [one for one in group_of(process.pid) if one != process.pid]
    os.kill(max(workers), signal.SIGKILL)
    process.send_signal(signal.SIGCONT)
    code, _, errors = outcome(process)
    assert code == 4
    assert errors.startswith("error: a process that compiles was killed")
    assert list(tmp_path.iterdir()) == []
    assert ended(process.pid)


HALF = """
import os, signal, struct, sys
from pathlib import Path
from sinotech import processes
from sinotech.compile import database, workers
from sinotech.errors import StoreError
from sinotech.records import chunks

def half_sent(pipe, begin, told):
    os.write(pipe.fileno(), struct.pack("!i", 1000) + b"half")
    os.kill(os.getpid(), signal.SIGKILL)

chunks.SMALL, chunks.SIZE, workers.FEWEST = 0, 2000, 0
workers._cores, processes._serve = lambda: 2, half_sent
try:
    database.compile_records([Path(sys.argv[1])], Path(sys.argv[2]))
except StoreError as error:
    print(error)
"""


def test_half_a_batch_is_not_waited_for(tmp_path: Path) -> None:
    """A process that is killed while it sends a batch is said, too."""
    code, out, errors = outcome(started("-c", HALF, MINI, tmp_path / "the.db"))
    assert (code, errors) == (0, "")
    assert out.startswith("a process that compiles was killed")
