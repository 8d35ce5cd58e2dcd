"""Ctrl-C, whenever it comes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

HOOK = """
import os, signal, sys

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["INTERRUPT_AT"]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
"""
MOMENTS = [
    ("sinotech.cli", ["country", "Brazil"]),
    ("sinotech.cli.front", ["country", "Brazil"]),
    ("sinotech.cli.options", ["country", "Brazil"]),
    ("sinotech.cli.run", ["country", "Brazil"]),
    ("sinotech.store", ["country", "Brazil"]),
    ("_sqlite3", ["country", "Brazil"]),
    ("sinotech.cli.lookups", ["country", "Brazil"]),
    ("sinotech.stored", ["country", "Brazil"]),
    ("sinotech.query.spelling", ["country", "Brazl"]),
    ("sinotech.present.profiles", ["country", "Brazil"]),
    ("sinotech.present.pages", ["countries"]),
    ("rich.console", ["country", "Brazil", "--format", "table"]),
    ("rich.table", ["country", "Brazil", "--format", "table"]),
    ("typer", ["--help"]),
    ("sinotech.cli.app", ["country", "--nonsense"]),
    ("sinotech.records.load", ["lint"]),
    ("yaml", ["lint"]),
]


def heeding() -> None:
    """Heed Ctrl-C, which what runs in the background does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(("moment", "argv"), MOMENTS)
def test_it_ends_without_a_traceback(
    mini_db: Path, tmp_path: Path, moment: str, argv: list[str]
) -> None:
    """The exit code is 130, and nothing is said."""
    (tmp_path / "sitecustomize.py").write_text(HOOK)
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
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
