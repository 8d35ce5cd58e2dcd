"""Files cut into chunks: nothing is lost, and nothing read otherwise."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paths import MINI, RECORDS

from sinotech.compile.database import check
from sinotech.findings import Findings
from sinotech.records import chunks
from sinotech.records.chunks import Chunk, ChunkedFile, File
from sinotech.records.entries import read_entries
from sinotech.records.load import load
from sinotech.records.reader import Mapping, Node, Scalar
from sinotech.records.streaming import open_streamed

HEAD = "records: {name: test, version: 1, format: 1}\n"


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut any file into chunks of a few lines."""
    for name, size in (("SMALL", 0), ("SIZE", 40), ("ONE_IN", 2), ("_BLOCK", 200)):
        monkeypatch.setattr(chunks, name, size)


def plain(node: Node) -> Any:  # noqa: ANN401  # what any YAML holds
    """Return a node as plain data."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(one) for key, one in node.items.items()}
    return [plain(one) for one in node.items]


def entries(path: Path, cut: bool) -> Iterator[tuple[str, int, Any]]:  # noqa: FBT001
    """Yield what stands in a file, read as a whole or in chunks."""
    file, findings = File(path, path.name), Findings(path.name)
    whole = Chunk(file, "", 0, path.stat().st_size, 1, "")
    for chunk in ChunkedFile(file, findings).chunks if cut else [whole]:
        for key, line, node in read_entries(chunk, findings):
            yield key, line, node and plain(node)
    assert findings.found == []


words = st.text("ab -:#\n'\"[]{}|>é科", max_size=20)
records = st.lists(
    st.dictionaries(st.sampled_from(["id", "text", "notes"]), words | st.lists(words)),
    max_size=12,
)
styles = st.sampled_from([None, '"', "'", "|", ">"])


sections = st.dictionaries(
    st.sampled_from(["figures", "events", "x"]), records, min_size=1
)


@given(sections, styles)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_chunks_say_what_the_whole_says(
    small_chunks: None,
    tmp_path_factory: pytest.TempPathFactory,
    sections: dict[str, Any],
    style: str | None,
) -> None:
    """However YAML is written, its chunks hold the same entries on the same lines."""
    written = yaml.safe_dump(sections, default_style=style, allow_unicode=True)
    path = tmp_path_factory.mktemp("cut") / "any.yaml"
    path.write_text(HEAD + written, encoding="utf-8")
    assert list(entries(path, cut=True)) == list(entries(path, cut=False))


LAYOUTS = {
    "indented lists": "figures:\n" + "".join(f"  - id: f{n}\n" for n in range(40)),
    "comments between": "# a\nfigures:\n# b\n\n- id: a\n# c: d\n- id: b\nevents: # e\n",
    "windows": ("figures:\n" + "- id: a\n" * 30).replace("\n", "\r\n"),
    "flow section": "figures: [{id: a}, {id: b}]\nevents:\n" + "- {id: c}\n" * 30,
    "quoted section": '"figures":\n' + "- id: a\n" * 30,
    "nested lists": "figures:\n" + "- id: a\n  notes:\n  - x\n  - y\n" * 20,
    "literal text": "figures:\n" + "- text: |\n    a: b\n\n    - c\n" * 20,
    "byte order mark": "\ufefffigures:\n" + "- id: a\n" * 30,
    "start of document": "---\nfigures:\n" + "- id: a\n" * 30,
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_layouts_that_people_use(small_chunks: None, tmp_path: Path, text: str) -> None:
    """Each is read alike, whole or in chunks."""
    path = tmp_path / "layout.yaml"
    path.write_bytes(text.encode())
    assert list(entries(path, cut=True)) == list(entries(path, cut=False))


def test_chunks_are_the_file(small_chunks: None) -> None:
    """One after the other, they are all its bytes, each on the line it says."""
    file = File(RECORDS, "records.yaml")
    made = ChunkedFile(file, Findings(file.name)).chunks
    content = RECORDS.read_bytes()
    assert b"".join(chunk.read() for chunk in made) == content
    assert len(made) > 100
    for chunk in made:
        assert chunk.line == content.count(b"\n", 0, chunk.offset) + 1


def test_the_record_set_is_the_same_in_chunks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The real set, cut before every record, is what it is as a whole."""
    whole = load([RECORDS])
    monkeypatch.setattr(chunks, "SMALL", 0)
    monkeypatch.setattr(chunks, "SIZE", 1)
    monkeypatch.setattr(chunks, "ONE_IN", 1)
    cut = load([RECORDS])
    assert list(cut.all()) == list(whole.all())
    assert [r.line for r in cut.all()] == [r.line for r in whole.all()]
    assert (cut.sha256, cut.omissions) == (whole.sha256, whole.omissions)


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("figures:\n" + "- {id: a}\n" * 9 + "- {id: [}\n", 12, "E002"),
        ("figures:\n" + "- {id: a}\n" * 9 + "---\na: b\n", 11, "E004"),
        ("figures:\n" + "- {id: a}\n" * 9 + "figures:\n- {id: b}\n", 12, "E005"),
        ("figures:\n" + "- {id: a}\n" * 9 + "- &x {id: a}\n", 12, "E006"),
        ("figures:\n" + "- {id: a}\n" * 9 + "- \x01\n", 12, "E002"),
        ("figures:\n" + "- {id: a}\n" * 9 + "- {id: a, id: b}\n", 12, "E005"),
        (
            "figures:\n" + "- {id: a}\n" * 9 + '- id: "' + "a" * 99 + '\n- b"\n',
            12,
            "E002",
        ),
    ],
)
def test_what_is_wrong_is_found_on_its_line(
    small_chunks: None, tmp_path: Path, text: str, line: int, code: str
) -> None:
    """In whatever chunk it stands, a finding is at the line of the file."""
    path = tmp_path / "wrong.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    found = [(f.line, f.code) for f in load([path]).findings]
    assert any(code == one and abs(line - at) <= 1 for at, one in found)


def as_json_lines(path: Path, target: Path) -> None:
    """Write the records of the YAML file *path* as JSON lines."""
    data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # text
    lines = [{"records": data.pop("records")}]
    lines += [{section: entry} for section, held in data.items() for entry in held]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    text = text.replace('"ours": "true"', '"ours": true')
    target.write_text(text, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("size", [1, 10**9])
@pytest.mark.parametrize("path", [MINI, RECORDS], ids=["mini", "real"])
def test_json_lines_are_the_same_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: Path, size: int
) -> None:
    """What YAML says, JSON lines say, in one chunk or many."""
    target = tmp_path / "records.jsonl"
    as_json_lines(path, target)
    if size == 1:
        monkeypatch.setattr(chunks, "SMALL", 0)
        monkeypatch.setattr(chunks, "SIZE", 1)
        monkeypatch.setattr(chunks, "ONE_IN", 1)
    written, read = load([path]), load([target])
    assert read.findings == []
    for one, other in zip(written.all(), read.all(), strict=True):
        assert repr(one) == repr(other)


def test_json_keeps_numbers_and_flags(tmp_path: Path) -> None:
    """A number is what is written, not what a float makes of it."""
    path = tmp_path / "n.jsonl"
    path.write_text('{"x": {"a": 1.10, "b": 12345678901234567890, "c": true}}\n')
    ((_, line, data),) = entries(path, cut=False)
    assert (line, data) == (
        1,
        {"a": "1.10", "b": "12345678901234567890", "c": "true"},
    )


JSON_FAULTS = [
    ('{"figures": {"id": "a"', "E002"),
    ("[1]", "E003"),
    ('{"a": {}, "b": {}}', "E003"),
    ('{"figures": {"id": "a", "id": "b"}}', "E005"),
    ('{"figures": {"id": null}}', "E014"),
    (r'{"figures": {"id": "a\ud83d"}}', "E014"),
    ('{"figures": ' + "[" * 30 + "]" * 30 + "}", "E007"),
    ('{"figures": ' + "[" * 100_000 + "}", "E007"),
    ('{"nonsense": {}}', "E010"),
]


@pytest.mark.parametrize(("line", "code"), JSON_FAULTS, ids=[c for _, c in JSON_FAULTS])
def test_a_bad_line_is_a_finding_and_no_more(
    tmp_path: Path, line: str, code: str
) -> None:
    """What is wrong with a line is said, and the others are read."""
    header = '{"records": {"name": "n", "version": "1", "format": 1}}'
    good = '{"countries": {"id": "BR", "name": "Brazil"}}'
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{header}\n{line}\n\n{good}\n")
    loaded = load([path])
    assert (loaded.findings[0].line, loaded.findings[0].code) == (2, code)
    assert [record.id for record in loaded.all()] == ["br"]


def test_a_file_that_changes_meanwhile_is_not_read(
    small_chunks: None, tmp_path: Path
) -> None:
    """A chunk is read as it was cut, or not at all."""
    path = tmp_path / "records.yaml"
    path.write_bytes(RECORDS.read_bytes())
    *_, last = ChunkedFile(File(path, path.name), Findings(path.name)).chunks
    assert last.read()
    path.write_bytes(RECORDS.read_bytes().replace(b"a", b"b"))
    with pytest.raises(OSError, match="it was changed while it was read"):
        last.read()


def test_entries_may_begin_below_their_dash(small_chunks: None, tmp_path: Path) -> None:
    """There is room for all records, however they are laid out."""
    path = tmp_path / "records.yaml"
    text = MINI.read_text("utf-8")
    begun = text.index("\n- id: ", text.index("\nstatements:")) + 1
    head, body = text[: begun + 1], text[begun + 1 :]
    path.write_text(head + body.replace("\n- id: ", "\n-\n  id: "), "utf-8")
    checked = check([path])
    assert [one for one in checked.findings if one.is_error] == []
    assert checked.records == check([MINI]).records


def test_a_section_that_is_not_seen_is_said(small_chunks: None, tmp_path: Path) -> None:
    """In a large file, a key must stand where keys do."""
    path = tmp_path / "records.yaml"
    text = MINI.read_text("utf-8")
    path.write_text(text.replace("\nstatements:\n", "\n? statements\n:\n"), "utf-8")
    assert "E010" in {finding.code for finding in check([path]).findings}


def test_an_opened_set_keeps_no_figures(small_chunks: None) -> None:
    """What others refer to is kept; figures, events, statements are yet to be read."""
    opened = open_streamed([MINI])
    kinds = {type(record).__name__ for record in opened.all()}
    assert kinds.isdisjoint({"Figure", "Event", "Statement"})
    read = [r.id for shard in opened.shards for r in shard.read(Findings(""))]
    assert read == [record.id for record in load([MINI]).all()]
