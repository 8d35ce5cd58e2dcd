"""Baselines: stable on disk, read back whole, and refused in one line where broken."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from diagnosed import ONE
from hypothesis import given
from hypothesis import strategies as st

from sinotech.checking.baseline import (
    Baseline,
    Entry,
    entry_of,
    read_baseline,
    written,
)
from sinotech.errors import StoreError

OTHER = replace(ONE, path="b.md", code="S002", sentence="中国有三个实验室。")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ENTRIES = st.builds(Entry, TEXTS, TEXTS, TEXTS, st.integers(0, 9), TEXTS)


def test_a_baseline_is_json_for_people() -> None:
    """It is sorted, says what each entry is of, and ends in a line end."""
    text = written([entry_of(OTHER), entry_of(ONE), entry_of(ONE)])
    made = json.loads(text)
    assert (made["tool"], made["format"]) == ("sinotech check", 1)
    assert [one["file"] for one in made["findings"]] == ["a.md", "b.md"]
    assert made["findings"][0] == {
        "file": "a.md",
        "code": "S001",
        "sentence": "China has 3 labs.",
        "nth": 0,
        "fingerprint": ONE.fingerprint,
    }
    assert "中国有三个实验室。" in text
    assert text.endswith("}\n")


@given(st.lists(ENTRIES, unique_by=lambda one: one.fingerprint, max_size=5))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    """Written in any order, it is the same text, and is read back whole."""
    text = written(entries)
    assert written(reversed(entries)) == text
    path = tmp_path_factory.mktemp("baseline") / "b.json"
    path.write_text(text, "utf-8")
    assert sorted(read_baseline(path).entries.values()) == sorted(entries)


def test_what_is_known_is_suppressed() -> None:
    """An entry suppresses its finding wherever it has moved, and no other."""
    baseline = Baseline([entry_of(ONE)])
    moved = replace(ONE, path="drafts/old/a.md", line=80, offset=4000)
    assert baseline.mark(moved).suppressed == "baseline"
    assert baseline.mark(OTHER).suppressed == ""
    assert baseline.mark(replace(ONE, nth=1)).suppressed == ""
    by_comment = replace(ONE, suppressed="comment")
    assert baseline.mark(by_comment) == by_comment


def test_a_baseline_that_is_written_takes_all_problems() -> None:
    """What is merely listed is no problem, and so stays as it is."""
    baseline = Baseline(takes_all=True)
    assert baseline.mark(ONE).suppressed == "baseline"
    assert baseline.mark(replace(ONE, code="S005")).suppressed == ""


def test_entries_that_match_nothing_are_known() -> None:
    """Only of files that were checked, and of codes that were looked for."""
    entries = [entry_of(ONE), entry_of(OTHER)]
    baseline = Baseline(entries)
    assert baseline.idle(["a.md", "b.md"], ["S001", "S002"]) == entries
    assert baseline.idle(["b.md"], ["S001"]) == []
    baseline.mark(OTHER)
    assert baseline.idle(["a.md", "b.md"], ["S001", "S002"]) == entries[:1]


WHOLE = {"file": "a", "code": "S001", "sentence": "x", "nth": 0, "fingerprint": "f"}
HEAD = {"tool": "sinotech check", "format": 1}
BROKEN = [
    ("{", "b.json:1: the baseline is no JSON"),
    ('{\n"tool": }', "b.json:2: the baseline is no JSON"),
    ("[" * 100_000, "b.json:1: the baseline is no JSON"),
    ("[]", "b.json is no baseline of sinotech check"),
    ('{"tool": "ruff"}', "b.json is no baseline of sinotech check"),
    (json.dumps({**HEAD, "format": 2}), "b.json: format is 2, and 1 is read"),
    (json.dumps(HEAD), "b.json: findings is no list"),
    (json.dumps({**HEAD, "findings": [7]}), "b.json: findings[0] is no object"),
    (
        json.dumps({**HEAD, "findings": [WHOLE, {**WHOLE, "nth": True}]}),
        "b.json: findings[1]: nth is no number",
    ),
    (
        json.dumps({**HEAD, "findings": [{**WHOLE, "file": None}]}),
        "b.json: findings[0]: file is no text",
    ),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str, told: str) -> None:
    """One line names the file, the place in it and what is wrong."""
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(StoreError) as caught:
        read_baseline(path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_baseline_that_is_not_there_is_told(tmp_path: Path) -> None:
    """So is a folder in its place."""
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(StoreError, match="cannot be read"):
            read_baseline(path)
