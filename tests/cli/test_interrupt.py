"""Ctrl-C, whenever it comes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT
from processes import LONG, heeding, outcome, started

HOOK = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["INTERRUPT_AT"]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
"""
INTERRUPT = "os.kill(os.getpid(), signal.SIGINT)"
WRAPPED = f"""
            try:
                {INTERRUPT}
            except KeyboardInterrupt as error:
                raise RuntimeError("Error calling __set_name__") from error
"""
"""What Python 3.11 makes of a Ctrl-C that comes while it makes a class."""

HOOKS = {"bare": HOOK, "wrapped": HOOK.replace(INTERRUPT, WRAPPED.strip())}

MOMENTS = [
    ("sinotech.cli", ["country", "Brazil"]),
    ("sinotech.cli.front", ["country", "Brazil"]),
    ("sinotech.answers.options", ["country", "Brazil"]),
    ("sinotech.cli.run", ["country", "Brazil"]),
    ("sinotech.store", ["country", "Brazil"]),
    ("_sqlite3", ["country", "Brazil"]),
    ("sinotech.answers.lookups", ["country", "Brazil"]),
    ("sinotech.rawjson", ["country", "Brazil"]),
    ("sinotech.query.spelling", ["country", "Brazl"]),
    ("sinotech.present.profiles", ["country", "Brazil"]),
    ("sinotech.present.pages", ["countries"]),
    ("rich.console", ["country", "Brazil", "--format", "table"]),
    ("rich.table", ["country", "Brazil", "--format", "table"]),
    ("typer", ["--help"]),
    ("sinotech.cli.app", ["country", "--nonsense"]),
    ("sinotech.records.load", ["lint"]),
    ("yaml", ["lint"]),
    ("sinotech.checking.sharing", ["check", str(ROOT / "README.md")]),
    ("sinotech.claims.reading", ["check", str(ROOT / "README.md")]),
    ("sentencex", ["check", "--jobs", "1", str(ROOT / "README.md")]),
]


@pytest.mark.slow
@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(("moment", "argv"), MOMENTS)
def test_it_ends_without_a_traceback(
    mini_db: Path, tmp_path: Path, moment: str, argv: list[str], hook: str
) -> None:
    """The process ends by the signal, and nothing is said."""
    (tmp_path / "sitecustomize.py").write_text(HOOKS[hook])
    paths = [str(tmp_path), str(ROOT / "src")]
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(paths),
        "SINOTECH_DB": str(mini_db),
        "INTERRUPT_AT": moment,
    }
    done = subprocess.run(
        [sys.executable, "-m", "sinotech", *argv],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=heeding,
        timeout=LONG,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


NO_MEMORY = "error: there is not enough memory; ask for less at once\n"
NO_FILES = "error: the system opens no more files; see what it allows: ulimit -n\n"
TOO_MANY = "Too many open files"
FAILURES = {
    "MemoryError()": NO_MEMORY,
    "ImportError('x.so: failed to map segment from shared object')": NO_MEMORY,
    f"OSError(24, '{TOO_MANY}')": NO_FILES,
    "ImportError('no such name')": None,
}


@pytest.mark.parametrize("raised", FAILURES)
@pytest.mark.parametrize(("moment", "argv"), MOMENTS)
def test_what_the_system_lacks_is_one_line(
    mini_db: Path, tmp_path: Path, moment: str, argv: list[str], raised: str
) -> None:
    """Whenever memory or files run out; whatever else cannot be imported shows."""
    hook = HOOK.replace(INTERRUPT, f"raise {raised}")
    (tmp_path / "sitecustomize.py").write_text(hook)
    paths = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    asked = {"PYTHONPATH": paths, "SINOTECH_DB": str(mini_db), "INTERRUPT_AT": moment}
    process = started(
        "-m", "sinotech", *argv, stdin=None, stderr=subprocess.PIPE, **asked
    )
    done = outcome(process)
    opening = f"error: the records cannot be opened ({TOO_MANY}); see what the system"
    if FAILURES[raised] is None:
        assert "Traceback" in done[2]
    elif done[2].startswith(opening) and TOO_MANY in raised:
        assert done[:2] == (4, "")
    else:
        assert done == (4, "", FAILURES[raised])


def test_a_shell_calls_it_130(mini_db: Path, tmp_path: Path) -> None:
    """What a shell runs after the command is told how it ended."""
    (tmp_path / "sitecustomize.py").write_text(HOOK)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "src")]),
        "SINOTECH_DB": str(mini_db),
        "INTERRUPT_AT": "sinotech.store",
    }
    line = f"{sys.executable} -m sinotech country Brazil; echo $?"
    done = subprocess.run(
        ["sh", "-c", line],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=heeding,
        timeout=LONG,
    )
    assert (done.stdout, done.stderr) == ("130\n", "")


UNHEARD = """
import os, signal, sys
from sinotech.cli import front

class Interrupting:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

def main():
    Interrupting()
    print("goes on")

front.main = main
from sinotech.__main__ import script
script()
"""


def test_it_is_heard_where_nothing_can_be_raised() -> None:
    """Python prints a Ctrl-C that comes in a finalizer, and goes on; not here."""
    assert outcome(started("-c", UNHEARD)) == (-signal.SIGINT, "", "")


BATCH = """
import os, signal, sys
from sinotech.cli import front

def main():
    print("a line")
    os.kill(os.getpid(), signal.SIGINT)

front.main = main
from sinotech.__main__ import script
script()
"""


def test_what_was_answered_is_written() -> None:
    """Answers that are finished are not lost with the rest of a batch."""
    assert outcome(started("-c", BATCH)) == (-signal.SIGINT, "a line\n", "")


def test_where_it_is_ignored_it_stays_so(mini_db: Path) -> None:
    """A command that a shell runs in the background does not end by Ctrl-C."""
    code = """if True:
        import os, signal, sys
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.argv = ["sinotech", "countries"]
        from sinotech.__main__ import script
        from sinotech.cli import front
        answer = front.main
        def main():
            os.kill(os.getpid(), signal.SIGINT)
            answer()
        front.main = main
        script()
    """
    process = started("-c", code, SINOTECH_DB=str(mini_db))
    assert outcome(process)[0] == 0
