"""Help, version and the console script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Sinotech
from places import ROOT

from sinotech import __version__
from sinotech.cli.commands import COMMANDS
from sinotech.cli.grammar import Command, Option


def test_alone_it_shows_examples(sinotech: Sinotech) -> None:
    """Without a command, the help begins with examples and lists every command."""
    result = sinotech()
    assert result.code == 0
    assert "sinotech country Brazil" in result.out
    for command in COMMANDS:
        assert f"  {command.name} " in result.out
        assert command.help in " ".join(result.out.split())


def test_the_version_is_told(sinotech: Sinotech) -> None:
    """--version names the tool."""
    assert sinotech("--version").out == f"sinotech {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_has_help(sinotech: Sinotech, command: Command) -> None:
    """Help names every argument and option with its text."""
    result = sinotech(command.name, "--help")
    assert result.code == 0
    text = " ".join(result.out.split())
    assert command.help in text
    for one in command.parameters:
        assert one.help.split(".")[0] in text
        if isinstance(one, Option):
            flags = [flag for flags in one.flags for flag in flags.split("/")]
            assert all(flag in text for flag in flags)


@pytest.fixture
def environment(cache: Path) -> dict[str, str]:
    """Return what a process needs to run this checkout."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_CACHE_HOME": str(cache),
    }


def test_a_reader_may_stop_reading(environment: dict[str, str]) -> None:
    """`| head -1` ends quietly."""
    command = f'set -o pipefail; "{sys.executable}" -m sinotech country China | head -1'
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "China (CN)\n", "")


def test_the_locale_changes_nothing(environment: dict[str, str]) -> None:
    """Output is UTF-8 and the same bytes under any locale, hash seed and width."""
    printed = set()
    for n, locale in enumerate(("C", "C.UTF-8", "POSIX")):
        settings = {"LC_ALL": locale, "PYTHONHASHSEED": str(n), "COLUMNS": str(50 * n)}
        for form in ("json", "csv", "plain"):
            argv = [sys.executable, "-m", "sinotech", "country", "CN", "--format", form]
            done = subprocess.run(
                argv, env={**environment, **settings}, capture_output=True, check=True
            )
            printed.add((form, done.stdout))
    assert len(printed) == 3


def test_invalid_bytes_are_not_found(environment: dict[str, str]) -> None:
    """An argument that is no UTF-8 is told of in one line."""
    argv = [sys.executable.encode(), b"-m", b"sinotech", b"country", b"\xff\xfe"]
    done = subprocess.run(argv, env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1


WAITING = [
    "import atexit; atexit.register(print, 'left in order')",
    "import sys; sys.setprofile(lambda *_: None); import atexit",
    "import sys; sys.settrace(lambda *_: None)",
]


@pytest.mark.parametrize("waiting", WAITING)
def test_who_waits_for_the_end_is_told(
    environment: dict[str, str], waiting: str
) -> None:
    """With something to be done at the end, the process ends as any other does."""
    start = "from sinotech.__main__ import script"
    code = f"{waiting}\n{start}\ntry: script()\nfinally: print('orderly')"
    done = subprocess.run(
        [sys.executable, "-c", code, "country", "Brazl", "--strict"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout.startswith("orderly\n")
    assert done.stdout.endswith("left in order\n") == ("print" in waiting)
    assert "did you mean" in done.stderr
