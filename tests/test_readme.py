"""The README tells the truth: each transcript prints what follows it."""

import re
from pathlib import Path

import pytest
from places import ROOT
from transcripts import BLOCK, rerun, surroundings

README = ROOT / "README.md"


def test_transcripts_are_true(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every `$ sinotech …` in the README prints what the README says."""
    text = README.read_text(encoding="utf-8")
    fresh = rerun(text, surroundings(tmp_path))
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
