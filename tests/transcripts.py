"""Transcripts in documentation: what follows `$ sinotech …` is what it prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

from paths import ROOT

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


def printed(
    command: str, environment: dict[str, str], folder: Path | None = None
) -> str:
    """Return what a reader who types *command* sees, stdout and stderr."""
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def rerun(text: str, environment: dict[str, str], folder: Path | None = None) -> str:
    """Return *text* with what each command in it prints today."""

    def fresh(match: re.Match[str]) -> str:
        command = match["command"]
        shown = printed(command, environment, folder)
        return f"```console\n$ {command}\n{shown}```"

    return BLOCK.sub(fresh, text)
