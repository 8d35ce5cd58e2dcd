"""Every code has a file that earns it, at the line that says so."""

from pathlib import Path

import pytest
from paths import DATA

from sinotech.checks import RULES
from sinotech.compile.database import check
from sinotech.records.load import load

BAD = sorted((DATA / "bad").glob("*.yaml"))


def expected_lines(path: Path) -> set[int]:
    """Return the lines that are marked as wrong; 1 if the file is empty."""
    lines = path.read_text().splitlines()
    return {n for n, line in enumerate(lines, 1) if "# here" in line} or {1}


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_earns_its_code(path: Path) -> None:
    """The findings hold the code that the file is named after, where it is marked."""
    code = path.stem.partition("-")[0]
    found = {f.line for f in check([path]).findings if f.code == code}
    assert found
    assert found <= expected_lines(path)


def test_every_rule_has_a_bad_file() -> None:
    """No rule is without a file that breaks it."""
    assert set(RULES) <= {path.stem.partition("-")[0] for path in BAD}


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    """One reading finds all that is wrong, sorted by line."""
    path = tmp_path / "many.yaml"
    path.write_text(
        "records: {name: many, version: 1, format: 1}\n"
        "countries:\n"
        "- {id: brazil, name: Brazil}\n"
        "- {id: CN}\n"
        "- {id: FR, name: France, capital: Paris}\n"
        "groups:\n"
        "- {id: a-group, name: A group, type: continent}\n"
    )
    found = [(f.line, f.code) for f in check([path]).findings]
    assert found == [(3, "E105"), (4, "E013"), (5, "E012"), (7, "E016")]


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"records: {}\nname: \xff\n", 2), (b"records: {}\r\n\xc3(\n", 2)],
)
def test_a_file_that_is_not_utf8_says_where(
    tmp_path: Path, content: bytes, line: int
) -> None:
    """Bytes that are no UTF-8 are one finding, at their line."""
    path = tmp_path / "latin.yaml"
    path.write_bytes(content)
    (finding,) = load([path]).findings
    assert (finding.line, finding.code) == (line, "E001")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_at_once(tmp_path: Path, opening: str) -> None:
    """A file of 200,000 open brackets is refused without being parsed to its end."""
    path = tmp_path / "bomb.yaml"
    path.write_text("countries:\n- " + opening * 200_000)
    findings = load([path]).findings
    assert findings
    assert {f.code for f in findings} <= {"E002", "E003", "E007"}


def test_aliases_do_not_multiply(tmp_path: Path) -> None:
    """The billion laughs are refused at the first anchor."""
    path = tmp_path / "laughs.yaml"
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    path.write_text(laughs)
    codes = [finding.code for finding in load([path]).findings]
    assert codes == ["E006"]
