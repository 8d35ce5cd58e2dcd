"""Diagnostics: fingerprints that outlive edits, and numbers for equal ones."""

from dataclasses import replace

import pytest
from diagnosed import ONE

from sinotech.checking.codes import CODES, selected
from sinotech.checking.diagnostic import numbered
from sinotech.errors import UsageError

RECORD = {"id": "fig-labs-4", "citation": "Daily, para. 2"}

SAME = [
    {"line": 9, "end_line": 9, "offset": 300},
    {"column": 5, "end_column": 24},
    {"path": "elsewhere/a.md"},
    {"path": "C:\\drafts\\a.md"},
    {"message": "contradicted: the sources say 5"},
    {"sentence": "China  has\n3 labs."},
    {"suppressed": "baseline"},
]
OTHERS = [
    {"path": "drafts/b.md"},
    {"code": "S002"},
    {"sentence": "China has 2 labs."},
    {"nth": 1},
]


@pytest.mark.parametrize("changed", SAME)
def test_a_fingerprint_outlives_edits(changed: dict[str, object]) -> None:
    """Lines above, another folder, other white space: it is the same finding."""
    assert replace(ONE, **changed).fingerprint == ONE.fingerprint  # type: ignore[arg-type]


@pytest.mark.parametrize("changed", OTHERS)
def test_a_fingerprint_is_of_one_finding(changed: dict[str, object]) -> None:
    """Another file name, code or sentence, or the next equal one, is another."""
    assert replace(ONE, **changed).fingerprint != ONE.fingerprint  # type: ignore[arg-type]


def test_equal_findings_are_numbered() -> None:
    """Those of equal name, code and words are told apart by their order."""
    other = replace(ONE, code="S004")
    moved = replace(ONE, path="x/a.md", line=8)
    found = list(numbered([ONE, other, moved, ONE]))
    assert [one.nth for one in found] == [0, 0, 1, 2]


def test_the_full_message_names_the_records() -> None:
    """Each record is named once, with its citation; without any, nothing is added."""
    told = replace(ONE, records=(RECORD, RECORD)).full_message
    assert told == "contradicted: the sources say 4 — Daily, para. 2 (fig-labs-4)"
    assert ONE.full_message == ONE.message


def test_a_row_has_every_field() -> None:
    """What is empty is null, and what is computed is there."""
    row = ONE.row()
    assert (row["verdict"], row["inherited"], row["quoted"]) == (None, None, False)
    assert row["fingerprint"] == ONE.fingerprint
    assert row["records"] == []


SELECTED = [
    ([], {}, "S001 S002 S003 S100"),
    ([], {"strict": True}, "S001 S002 S003 S004 S100"),
    ([], {"everything": True}, "S000 S001 S002 S003 S005 S100"),
    (["s001, S005"], {}, "S001 S005"),
    (["S001", "S002"], {"strict": True}, "S001 S002 S004"),
    ([","], {}, "S001 S002 S003 S100"),
]


@pytest.mark.parametrize(("select", "options", "expected"), SELECTED)
def test_codes_are_selected(
    select: list[str], options: dict[str, bool], expected: str
) -> None:
    """Selected codes stand for the usual ones; --strict and --all add theirs."""
    found = selected(
        select,
        strict=options.get("strict", False),
        everything=options.get("everything", False),
    )
    assert " ".join(sorted(found)) == expected


def test_a_code_that_is_none_is_told() -> None:
    """The message says which it is, and which there are."""
    with pytest.raises(UsageError, match=r"--select: there is no code 'S9'.*S000, S0"):
        selected(["S001,S9"])


def test_problems_are_what_is_to_be_mended() -> None:
    """What is suppressed is no problem, nor what is merely listed."""
    problems = {id_ for id_ in CODES if replace(ONE, code=id_).is_problem}
    assert problems == {"S001", "S002", "S003", "S004", "S100"}
    assert not replace(ONE, suppressed="comment").is_problem
