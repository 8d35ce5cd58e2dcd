"""Processes that compile side by side end with the one that they work for."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from generate import generate
from places import ROOT

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="looks for processes as Linux lists them, and needs two cores",
)
FIGURES = 12_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record set that several processes compile, for some seconds."""
    (path,) = generate(tmp_path_factory.mktemp("large"), FIGURES)
    return path


def building(records: Path, target: Path) -> "subprocess.Popen[bytes]":
    """Start to build *target*, in a group of processes of its own."""
    argv = [sys.executable, "-m", "sinotech", "build"]
    process = subprocess.Popen(
        [*argv, "--records", str(records), "--db", str(target)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509  # where tests run in the background, it is ignored
    )
    while len(group_of(process.pid)) < 3 and process.poll() is None:
        time.sleep(0.01)
    return process


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
    """Whether a group has no process left, after a while."""
    for _ in range(500):
        if not group_of(leader):
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_nothing(
    large: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """Whoever ends a build gets one quiet end: no file, no process, no traceback."""
    process = building(large, tmp_path / "the.db")
    assert len(group_of(process.pid)) >= 3
    os.killpg(process.pid, number)
    _, errors = process.communicate()
    assert process.returncode == 128 + number
    assert b"Traceback" not in errors
    assert list(tmp_path.iterdir()) == []
    assert ended(process.pid)


def test_a_killed_build_leaves_no_process(large: Path, tmp_path: Path) -> None:
    """The processes that worked for one that was killed end by themselves."""
    process = building(large, tmp_path / "the.db")
    process.kill()
    process.communicate()
    assert ended(process.pid)
    assert not (tmp_path / "the.db").exists()


def test_a_process_that_is_killed_is_said(large: Path, tmp_path: Path) -> None:
    """If one of them is killed, as for want of memory, the build says so and ends."""
    process = building(large, tmp_path / "the.db")
    worker = max(group_of(process.pid))
    os.kill(worker, signal.SIGKILL)
    _, errors = process.communicate()
    assert process.returncode == 4
    assert errors.startswith(b"error: a process that compiles was killed")
    assert list(tmp_path.iterdir()) == []
