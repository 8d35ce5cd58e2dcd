"""Terminals and encodings: every page is written, and nothing is obeyed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

PAGES = [
    ("--help", 0),
    ("country --help", 0),
    ("cite --help", 0),
    ("help names", 0),
    ("--version", 0),
    ("country Brazil", 0),
    ("country Brazil --format table", 0),
    ("country Brazil --json", 0),
    ("program 海洋负排放 --format csv", 0),
    ("country “Atlantis”", 1),
    ("country Brazl --strict", 3),
    ("“nosuch”", 2),
    ("country Brazil --“nosuch”", 2),
]
ENCODINGS = ["latin-1:strict", "ascii:strict", "cp1252", "utf-16", "utf-8:strict"]


@pytest.fixture
def environment(mini_db: Path) -> dict[str, str]:
    """Return what a process needs to ask the small record set."""
    kept = {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME")}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "SINOTECH_DB": str(mini_db)}


@pytest.mark.slow
@pytest.mark.parametrize(("page", "code"), PAGES)
def test_every_page_is_written_in_every_encoding(
    environment: dict[str, str], page: str, code: int
) -> None:
    """Whatever encoding Python is told, pages and errors are the same UTF-8."""
    told = set()
    for encoding in ENCODINGS:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "sinotech", *page.split()],
            env={**environment, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert done.returncode == code, done
        assert "Traceback" not in done.stderr.decode()
        told.add((done.stdout, done.stderr))
    assert len(told) == 1
    assert all(out.decode() or error.decode() for out, error in told)


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "hex"])
def test_an_encoding_that_python_does_not_know_ends_python(
    environment: dict[str, str], encoding: str
) -> None:
    """Nothing is answered: Python itself ends before a line of ours is run."""
    done = subprocess.run(
        [sys.executable, "-m", "sinotech", "country", "Brazil"],
        env={**environment, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"Fatal Python error: init_")


TERMINALS = [
    ({"TERM": "xterm"}, True),
    ({"TERM": ""}, False),
    ({"TERM": "dumb"}, False),
    ({"TERM": "unknown"}, False),
    ({"TERM": "", "NO_COLOR": "1"}, False),
    ({"TERM": "", "FORCE_COLOR": "1"}, True),
    ({"TERM": "xterm", "FORCE_COLOR": "1"}, True),
]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("settings", "styled"), TERMINALS)
@pytest.mark.parametrize("page", ["country Brazil", "cite Brazil", "help names"])
def test_only_a_terminal_with_a_name_is_styled(
    environment: dict[str, str], settings: dict[str, str], page: str, *, styled: bool
) -> None:
    """A dumb or nameless terminal gets no escape sequence."""
    printed = on_terminal(page.split(), {**environment, **settings})
    assert (b"\x1b" in printed) is styled
    assert len(printed) > 100


def on_terminal(argv: list[str], environment: dict[str, str]) -> bytes:
    """Return what a command line prints on a terminal."""
    leader, follower = os.openpty()
    command = [sys.executable, "-m", "sinotech", *argv]
    with subprocess.Popen(
        command, env=environment, stdin=follower, stdout=follower, stderr=follower
    ):
        os.close(follower)
        printed = b"".join(iter(lambda: _read(leader), b""))
    os.close(leader)
    return printed


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 1 << 16)
    except OSError:  # as Linux says that nobody writes any more
        return b""
