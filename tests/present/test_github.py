"""GitHub's annotations: commands that a runner reads from the output."""

import pytest
from diagnosed import diagnostic

from sinotech.present.github import as_github


def test_a_command_says_what_and_where() -> None:
    """Level, file, place, code, and the message with its citation."""
    assert as_github(diagnostic()) == (
        "::error file=drafts/draft.md,line=3,col=1,endLine=3,endColumn=30,"
        "title=sinotech S001::contradicted: the sources say 119 — "
        "The Daily, June 2025, para. 1 (fig-pacts-119)\n"
    )


@pytest.mark.parametrize(
    ("code", "command"), [("S002", "::warning "), ("S004", "::notice ")]
)
def test_levels_have_githubs_names(code: str, command: str) -> None:
    """A note is a notice there."""
    assert as_github(diagnostic(code)).startswith(command)


def test_a_sentence_over_two_lines_has_no_columns() -> None:
    """GitHub takes columns only within a line."""
    told = as_github(diagnostic(end_line=4, end_column=2))
    assert "line=3,endLine=4,title=" in told


def test_signs_of_the_command_are_escaped() -> None:
    """A path or message can neither end the command nor begin another."""
    one = diagnostic(path="a,b:c%.md", message="50%\n::error::x\x1b", records=())
    assert as_github(one) == (
        "::error file=a%2Cb%3Ac%25.md,line=3,col=1,endLine=3,endColumn=30,"
        "title=sinotech S001::50%25%0A::error::x␛\n"
    )
