"""The README tells the truth: each transcript prints what follows it."""

import re
from pathlib import Path

import pytest
from paths import ROOT
from transcripts import BLOCK, printed, surroundings

README = ROOT / "README.md"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return an environment whose PATH has `sinotech`, of this checkout."""
    return surroundings(tmp_path_factory.mktemp("bin"))


BLOCKS = BLOCK.findall(README.read_text(encoding="utf-8"))


def test_there_are_transcripts() -> None:
    """The README shows what the tool does."""
    assert len(BLOCKS) >= 10


@pytest.mark.parametrize(
    ("command", "output"), BLOCKS, ids=[command[:50] for command, _ in BLOCKS]
)
def test_a_transcript_is_true(
    environment: dict[str, str],
    request: pytest.FixtureRequest,
    command: str,
    output: str,
) -> None:
    """Every `$ sinotech …` in the README prints what the README says.

    To accept what it prints now, run these tests in one process.
    """
    fresh = printed(command, environment)
    if request.config.getoption("--accept"):
        text = README.read_text(encoding="utf-8")
        README.write_text(
            text.replace(f"$ {command}\n{output}```", f"$ {command}\n{fresh}```"),
            encoding="utf-8",
        )
    assert fresh == output


@pytest.mark.parametrize("mark", ["use", "test"])
def test_there_are_two_set_up_commands(mark: str) -> None:
    """One command installs and answers, one runs all tests; each is one line."""
    text = README.read_text(encoding="utf-8")
    block = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)```", text, re.DOTALL)
    assert block is not None
    assert len(block[1].splitlines()) == 1


LINKS = re.findall(r"\]\((?!https?:)([^)#]+)", README.read_text(encoding="utf-8"))


@pytest.mark.parametrize("target", sorted(set(LINKS)))
def test_files_that_the_readme_names_exist(target: str) -> None:
    """Every link to a file of the project leads somewhere."""
    assert Path(ROOT / target).exists()
