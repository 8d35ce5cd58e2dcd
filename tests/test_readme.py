"""The README tells the truth: each transcript prints what follows it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>.*?)\n(?P<output>.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def surroundings_of_readers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment whose PATH has `sinotech`, of this checkout."""
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "sinotech"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sinotech "$@"\n')
    script.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }


def transcript(command: str, environment: dict[str, str]) -> str:
    """Return what a reader who types *command* sees, stdout and stderr."""
    done = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_transcripts_are_true(
    surroundings_of_readers: dict[str, str], request: pytest.FixtureRequest
) -> None:
    """Every `$ sinotech …` in the README prints what the README says."""
    text = README.read_text(encoding="utf-8")

    def rerun(match: re.Match[str]) -> str:
        output = transcript(match["command"], surroundings_of_readers)
        return f"```console\n$ {match['command']}\n{output}```"

    fresh = BLOCK.sub(rerun, text)
    if request.config.getoption("--accept"):
        README.write_text(fresh, encoding="utf-8")
    assert fresh == text
    assert len(BLOCK.findall(text)) >= 10


def test_there_are_two_set_up_commands() -> None:
    """One command installs and answers, one runs all tests; each is one line."""
    text = README.read_text(encoding="utf-8")
    for mark in ("use", "test"):
        block = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)```", text, re.DOTALL)
        assert block is not None
        assert len(block[1].splitlines()) == 1


def test_files_that_the_readme_names_exist() -> None:
    """Every link to a file of the project leads somewhere."""
    text = README.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert Path(ROOT / target).exists(), target
