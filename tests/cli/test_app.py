"""Help, version and the console script."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Sinotech
from paths import ROOT

from sinotech import __version__
from sinotech.answers.commands import COMMANDS
from sinotech.answers.grammar import Command, Option
from sinotech.answers.options import FORMATS
from sinotech.records.load import RecordSet
from sinotech.store import SCHEMA


def test_alone_it_shows_examples(sinotech: Sinotech) -> None:
    """Without a command, the help begins with examples and lists every command."""
    result = sinotech()
    assert result.code == 0
    assert "sinotech country Brazil" in result.out
    for command in COMMANDS:
        assert f"  {command.name} " in result.out
        assert command.help in " ".join(result.out.split())


def test_the_version_is_told(sinotech: Sinotech, real_records: RecordSet) -> None:
    """--version names the tool, the record set and the schema of databases."""
    told = sinotech("--version")
    lines = told.out.splitlines()
    assert (told.code, lines[0]) == (0, f"sinotech {__version__}")
    name, version = real_records.name, real_records.version
    assert lines[1] == f"records {name} {version}, sha256 {real_records.sha256}"
    assert lines[2] == f"database schema {SCHEMA}"
    data = json.loads(sinotech("--version", "--json").out)["data"]
    assert data["version"] == __version__
    assert data["records"]["sha256"] == real_records.sha256


def test_the_version_is_told_without_records(
    sinotech: Sinotech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with the database keeps nobody from the tool's version."""
    monkeypatch.setenv("SINOTECH_DB", "/nowhere/at-all.db")
    told = sinotech("--version")
    assert (told.code, told.out.splitlines()[0]) == (0, f"sinotech {__version__}")
    assert told.err.startswith("there is no database /nowhere/at-all.db")
    assert json.loads(sinotech("--version", "--json").out)["data"]["records"] is None


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


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_a_reader_may_stop_reading(environment: dict[str, str], form: str) -> None:
    """`| head -1` ends quietly and with 0, in every form."""
    asked = f"country China --all --format {form}"
    command = f'set -o pipefail; "{sys.executable}" -m sinotech {asked} | head -1'
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


SCRIPT = """set -eu
look() {
  code=0
  sinotech country "$1" --strict >/dev/null 2>&1 || code=$?
  case $code in
    0) echo "$1: held" ;;
    1) echo "$1: nothing" ;;
    3) echo "$1: which" ;;
    *) exit "$code" ;;
  esac
}
look Brazil; look Japan; look Korea
if sinotech country Atlantis 2>/dev/null; then echo never; fi
sinotech figures --as-of soon 2>/dev/null || echo "misuse $?"
SINOTECH_DB=/nowhere sinotech countries 2>/dev/null || echo "fault $?"
sinotech country Atlantis 2>/dev/null
echo never
"""


@pytest.mark.slow
def test_a_script_branches_on_exit_codes(environment: dict[str, str]) -> None:
    """Under `set -e` every code can be told from the others, and a failure ends it."""
    function = f'sinotech() {{ "{sys.executable}" -m sinotech "$@"; }}'
    done = subprocess.run(
        ["bash", "-c", f"{function}\n{SCRIPT}"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = ["Brazil: held", "Japan: nothing", "Korea: which", "misuse 2", "fault 4"]
    assert (done.returncode, done.stdout.splitlines()) == (1, said)


SURROUNDINGS = [
    {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "COLUMNS": "20"},
    {"LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Sao_Paulo", "PYTHONHASHSEED": "4711"},
    {"LANG": "zh_CN.GB18030", "LC_ALL": "", "PYTHONUTF8": "0", "COLUMNS": "999"},
]
SAME = [
    ["country", "CN"],
    ["program", "BRICS", "--section", "figures"],
    ["figures", "--fields", "id,label,citations.find"],
    ["search", "laboratories"],
    ["related", "bri"],
    ["compare", "BR", "ZA"],
    ["cite", "China has signed 119 agreements"],
    ["country", "-"],
    ["fields", "country"],
    ["coverage"],
]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["json", "csv", "plain"])
@pytest.mark.parametrize("asked", SAME, ids=lambda asked: asked[0])
def test_the_surroundings_change_nothing(
    environment: dict[str, str], asked: list[str], form: str
) -> None:
    """Output is the same bytes whatever the locale, time zone, hash seed and width."""
    argv = [sys.executable, "-m", "sinotech", *asked, "--format", form]
    printed = set()
    for settings in SURROUNDINGS:
        done = subprocess.run(
            argv,
            env={**environment, **settings},
            input="Brasil\n南非\nCôte d’Ivoire\n".encode(),
            capture_output=True,
            check=False,
        )
        printed.add((done.returncode, done.stdout, done.stderr))
    assert len(printed) == 1
    ((_, out, _),) = printed
    assert out.decode()


def test_invalid_bytes_are_refused(environment: dict[str, str]) -> None:
    """An argument that is no UTF-8 is told of in one line."""
    argv = [sys.executable.encode(), b"-m", b"sinotech", b"country", b"\xff\xfe"]
    done = subprocess.run(argv, env=environment, capture_output=True, check=False)
    assert done.returncode == 2
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
