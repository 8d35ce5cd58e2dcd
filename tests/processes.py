"""Processes that tests start, and what they say in the end."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from paths import ROOT

LONG = 300
"""Seconds after which a process hangs, however busy the machine is."""


def heeding() -> None:
    """Heed Ctrl-C, which what runs in the background does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(
    *argv: str | Path,
    stdin: int | IO[bytes] | None = None,
    stderr: int = subprocess.PIPE,
    **environment: str,
) -> "subprocess.Popen[bytes]":
    """Start Python in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, *argv],
        stdin=stdin,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        stdout=subprocess.PIPE,
        stderr=stderr,
        start_new_session=True,
        preexec_fn=heeding,  # noqa: PLW1509  # nothing else runs here
    )


def outcome(process: "subprocess.Popen[bytes]") -> tuple[int, str, str]:
    """Return exit code, output and errors; what hangs is killed, and a failure."""
    try:
        out, err = process.communicate(timeout=LONG)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        raise
    return process.returncode, (out or b"").decode(), (err or b"").decode()


def scratch_in(folder: Path) -> list[str]:
    """Return the names of all scratch files in a folder."""
    return sorted(path.name for path in folder.glob(".*"))
