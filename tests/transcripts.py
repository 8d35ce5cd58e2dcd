"""Transcripts in documentation: what follows `$ sinotech …` is what it prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

from places import ROOT

BLOCK = re.compile(r"```console\n\$ (?P<command>.*?)\n(?P<output>.*?)```", re.DOTALL)


def surroundings(folder: Path) -> dict[str, str]:
    """Return an environment whose PATH has `sinotech`, of this checkout.

    A script for that is put into *folder*.
    """
    script = folder / "sinotech"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sinotech "$@"\n')
    script.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }


def rerun(text: str, environment: dict[str, str], folder: Path | None = None) -> str:
    """Return *text* with what each command in it prints today, stdout and stderr."""

    def fresh(match: re.Match[str]) -> str:
        done = subprocess.run(
            ["bash", "-c", match["command"]],
            env=environment,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            check=False,
        )
        return f"```console\n$ {match['command']}\n{done.stdout}```"

    return BLOCK.sub(fresh, text)
