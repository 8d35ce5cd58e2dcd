"""Made-up record sets: sound, alike in each form, and the same for the same seed."""

import json
from collections import Counter
from pathlib import Path

import pytest
from conftest import MadeOnce, Sinotech
from generate import generate

from sinotech.compile.database import check, compile_records
from sinotech.findings import Findings
from sinotech.model import SECTIONS, kind_of
from sinotech.records.chunks import ChunkedFile, File
from sinotech.records.entries import read_entries
from sinotech.records.load import RecordSet, load
from sinotech.records.reader import Mapping, Node, Scalar

pytestmark = pytest.mark.slow
FIGURES = 700


@pytest.fixture(scope="module")
def made(made_once: MadeOnce) -> Path:
    """Return a small set, in one file of YAML."""
    folder = made_once("generated-small", lambda folder: generate(folder, FIGURES))
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def loaded(made: Path) -> RecordSet:
    """Return the small set, loaded."""
    return load([made])


def plain(node: Node) -> object:
    """Return what is written at *node*, every scalar as text."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items.items()}
    return [plain(item) for item in node.items]


def as_text(value: object) -> object:
    """Return *value* with its numbers and truths as text."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return value if isinstance(value, str) else json.dumps(value)


def in_yaml(path: Path) -> list[tuple[str, object]]:
    """Return each section and record of a file of YAML."""
    findings = Findings(path.name)
    (chunk,) = ChunkedFile(File(path, path.name), findings).chunks
    read = read_entries(chunk, findings)
    entries = [(key, plain(node)) for key, _, node in read if node]
    assert not findings.found
    return entries


def in_json(path: Path) -> list[tuple[str, object]]:
    """Return each section and record of a file of JSON lines."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [(key, as_text(value)) for line in lines for key, value in line.items()]


def test_nothing_is_wrong_with_it(made: Path) -> None:
    """No rule forbids compiling a made-up set."""
    assert not [finding for finding in check([made]).findings if finding.is_error]


def test_it_has_what_real_sets_have(loaded: RecordSet) -> None:
    """Every section has records, conflicts included."""
    counts = {kind: len(records) for kind, records in loaded.records.items()}
    assert counts.keys() == {kind_of(kind) for kind in SECTIONS.values()}
    assert counts["figure"] == FIGURES


def test_it_compiles_and_answers(
    made: Path, tmp_path: Path, sinotech: Sinotech
) -> None:
    """Its fullest country has a profile with figures."""
    database = tmp_path / "made.db"
    compile_records([made], database)
    answer = sinotech("country", "China", "--db", str(database), "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["data"]["figures"]


def test_json_lines_hold_the_same_records(made: Path, tmp_path: Path) -> None:
    """Both forms hold the same sections, records and fields, in the same order."""
    (lines,) = generate(tmp_path, FIGURES, "jsonl")
    assert in_json(lines) == in_yaml(made)


def test_several_files_hold_the_same_records(made: Path, tmp_path: Path) -> None:
    """Files beside one another hold, section by section, what one file does."""
    paths = generate(tmp_path, FIGURES, files=3)
    assert len(paths) == 3
    parts = [entry for path in paths for entry in in_yaml(path)]
    (header, *whole) = in_yaml(made)
    assert Counter(str(entry) for entry in parts) == Counter(
        [str(header)] * 3 + [str(entry) for entry in whole]
    )


def test_a_seed_decides(made: Path, tmp_path: Path) -> None:
    """The same seed makes the same bytes, and another one others."""
    (again,) = generate(tmp_path / "again", FIGURES, seed=1)
    (other,) = generate(tmp_path / "other", FIGURES, seed=2)
    assert again.read_bytes() == made.read_bytes() != other.read_bytes()
