"""Large and odd record sets: what is too much is said, at once and in few words."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from paths import DATA

from sinotech import findings
from sinotech.compile.database import check
from sinotech.errors import RecordError
from sinotech.records import chunks
from sinotech.records.files import files_of
from sinotech.records.load import load

HEAD = "records: {name: big, version: 1, format: 1}\n"
JSON_HEAD = '{"records": {"name": "big", "version": "1", "format": 1}}'
SOURCE = "sources:\n- {id: src, type: news, short: A source}\n"
LONG_LINE = 400
"""Characters that no message has, whatever it repeats."""


def written(path: Path, head: str, again: str, size: int) -> Path:
    """Write *head*, and *again* as often as makes some *size* bytes."""
    path.write_text(head + again * (size // len(again)), encoding="utf-8")
    return path


ENDLESS = {
    "words.yaml": (HEAD, "words without a key "),
    "lines.yaml": (HEAD, "just some words without a key\n"),
    "blank.yaml": ("", "\n"),
    "brackets.yaml": ("", "["),
    "flow.yaml": (f"{HEAD}figures: [", "{id: x},\n  "),
    "quoted.yaml": (f'{HEAD}figures:\n- id: "', "a b c d e f "),
    "line.jsonl": ("", "x"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_file_without_entries_is_not_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What has no entry to be cut at is read as far as an entry may reach."""
    monkeypatch.setattr(chunks, "LONGEST", 1 << 20)
    path = written(tmp_path / name, *ENDLESS[name], 1 << 23)
    read = 0

    class Counting:
        """A file that counts what is read of it."""

        def __init__(self, stream: BinaryIO) -> None:
            self.stream = stream

        def read(self, size: int) -> bytes:
            nonlocal read
            block = self.stream.read(size)
            read += len(block)
            return block

    cutter = chunks._LineChunker if name.endswith("jsonl") else chunks._Chunker  # noqa: SLF001
    found = findings.Findings(name)
    with path.open("rb") as stream:
        list(cutter(chunks.File(path, name), found).chunks(Counting(stream)))  # type: ignore[arg-type]
    assert [one.code for one in found.found] == ["E021"]
    assert read <= 3 << 20
    assert "E021" in {one.code for one in check([path]).findings}


MANY = {
    "sections.yaml": ("", "a: 1\n", "E010"),
    "section.yaml": (f"{HEAD}foo:\n", "- x\n", "E010"),
    "lines.jsonl": ("", '{"a": 1}\n{"b": 1}\n', "E010"),
    "sources.yaml": (f"{HEAD}sources:\n", "- {id: x, foo: bar}\n", "E012"),
    "figures.yaml": (f"{HEAD}figures:\n", "- {id: x, foo: bar}\n", "E012"),
}


@pytest.mark.parametrize("name", MANY)
def test_after_a_thousand_findings_a_file_is_left(tmp_path: Path, name: str) -> None:
    """What is no record set is not listed line by line."""
    head, again, code = MANY[name]
    path = written(tmp_path / name, head, again, 1 << 21)
    found = check([path]).findings
    assert {one.code for one in found} >= {code, "E009"}
    assert len(found) <= findings.MAX_IN_ALL + findings.MAX_FINDINGS + 2


def test_after_ten_thousand_errors_a_set_is_left(tmp_path: Path) -> None:
    """Of many files that are no records, the last are not read."""
    paths = [tmp_path / f"{n}.yaml" for n in range(9)]
    for path in paths:
        path.write_text(HEAD + "foo: bar\nbar: foo\n", encoding="utf-8")
    assert [(f.file, f.code) for f in load(paths, most_findings=5).findings][-3:] == [
        ("2.yaml", "E009"),
        ("2.yaml", "E010"),
        ("2.yaml", "E010"),
    ]


NINES = "9" * 5000
FIGURE = (
    "id: fig-x, measure: m-x, hedge: exact, as_written: many, cites: [{source: src}]"
)
ODD: dict[str, str] = {
    "number": f"{SOURCE}figures:\n- {{{FIGURE}, value: {NINES}}}\n",
    "count": f"figures:\n- {{id: x, cites: [{{source: src, paragraph: {NINES}}}]}}\n",
    "date": f"{SOURCE}events:\n- {{id: x, date: {NINES}}}\n",
    "interval": f"{SOURCE}events:\n- {{id: x, date: {NINES}/2024}}\n",
    "lines": f"sources:\n- {{id: x, text: {{span: {NINES}}}}}\n",
    "flag": f"countries:\n- {{id: BR, aliases: [{{name: b, ours: {NINES}}}]}}\n",
    "choice": f"groups:\n- {{id: g, name: G, type: {NINES}}}\n",
    "id": f"groups:\n- {{id: {'g' * 10_000}, name: G, type: region}}\n",
    "bad id": f"groups:\n- {{id: {'G' * 10_000}, name: G, type: region}}\n",
    "reference": f"{SOURCE}events:\n- {{id: x, countries: [{'b' * 10_000}]}}\n",
    "name": f"countries:\n- {{id: BR, name: {'B' * 10_000_000}}}\n",
    "key": f"countries:\n- {{id: BR, name: B, ? {NINES}\n  : x}}\n",
    "key twice": f"countries:\n- {{id: BR, {'n' * 900}: B, {'n' * 900}: B}}\n",
    "section": f"{'s' * 900}: [x]\n",
    "tag": f"countries: !{'t' * 5000} []\n",
    "note": f"countries:\n- {{id: BR, name: B, notes: [{'n' * 9000}]}}\n",
}


@pytest.mark.parametrize("name", ODD)
def test_a_message_repeats_little(tmp_path: Path, name: str) -> None:
    """However long what is wrong may be, it is told in a line."""
    path = tmp_path / "odd.yaml"
    path.write_text(HEAD + ODD[name], encoding="utf-8")
    found = check([path]).findings
    assert found
    assert max(len(str(one)) for one in found) < LONG_LINE
    with pytest.raises(RecordError) as refused:
        raise RecordError(found)
    assert len(str(refused.value)) < LONG_LINE + 100


def test_a_crowded_line_is_refused(tmp_path: Path) -> None:
    """An entry in JSON holds no more than one in YAML."""
    path = tmp_path / "crowded.jsonl"
    aliases = ", ".join(['"a"'] * 10_001)
    entry = f'{{"id": "BR", "name": "Brazil", "aliases": [{aliases}]}}'
    head = '{"records": {"name": "t", "version": "1", "format": 1}}'
    path.write_text(f'{head}\n{{"countries": {entry}}}\n', encoding="utf-8")
    assert [(one.line, one.code) for one in check([path]).findings] == [(2, "E022")]


SEEN = ["Müller", "北京大学", "Ғылым", "می\u200cخواهم", "क्\u200dष", "e\u0301"]


@pytest.mark.parametrize("name", SEEN)
def test_letters_of_the_world_are_names(tmp_path: Path, name: str) -> None:
    """What scripts need to join and part letters is no hidden sign."""
    path = tmp_path / "names.yaml"
    path.write_text(f"{HEAD}countries:\n- {{id: BR, name: {name}}}\n", encoding="utf-8")
    assert check([path]).findings == []


def figures(value: str, counting: str, unit: str) -> str:
    """Return a set of one figure."""
    measure = f"id: m-x, label: x, definition: y, unit: {unit}, counting: {counting}"
    figure = f"{FIGURE}, value: {value}"
    return f"{HEAD}{SOURCE}measures:\n- {{{measure}}}\nfigures:\n- {{{figure}}}\n"


@pytest.mark.parametrize(
    ("value", "counting", "unit"),
    [
        ("999999999999999", "total", "yuan"),
        ("100", "share", "percent"),
        ("0", "share", "percent"),
        ("400", "change", "percent"),
        ("-5", "change", "percent"),
        ("104", "rate", "percent"),
        ("-196", "size", "degrees"),
    ],
)
def test_numbers_of_the_world_are_no_slips(
    tmp_path: Path, value: str, counting: str, unit: str
) -> None:
    """What may be so is not doubted."""
    path = tmp_path / "figures.yaml"
    path.write_text(figures(value, counting, unit), encoding="utf-8")
    assert {one.code for one in check([path]).findings} == set()


def of_files(folder: Path, number: int) -> list[Path]:
    """Write a set of *number* files, each an overlay with a country group."""
    folder.mkdir()
    for n in range(number):
        overlay = ", overlay: true" if n else ""
        head = f"records: {{name: t, version: 'v{n}', format: 1{overlay}}}\n"
        text = f"{head}groups:\n- {{id: g-{n}, name: Group {n}, type: region}}\n"
        (folder / f"f{n:05}.yaml").write_text(text, encoding="utf-8")
    return list(files_of(os.fspath(folder)))


def test_files_are_read_in_linear_time(tmp_path: Path) -> None:
    """Four times as many files take some four times as many calls."""
    calls = [calls_of(load, of_files(tmp_path / str(n), n)) for n in (50, 200)]
    assert calls[1] < 5 * calls[0]


def calls_of(function: Callable[[list[Path]], object], paths: list[Path]) -> int:
    """Return how many calls *function* makes."""
    import cProfile
    import pstats

    profile = cProfile.Profile()
    profile.runcall(function, paths)
    return pstats.Stats(profile).total_calls  # type: ignore[attr-defined, no-any-return]


def test_an_overlay_replaces_what_an_overlay_added(tmp_path: Path) -> None:
    """Each file is laid over all before it; a record given twice in one is an error."""
    head = "records: {name: t, version: 1, format: 1, overlay: true}\ngroups:\n"
    texts = ["", "- {id: g, name: One, type: region}\n"]
    texts += [
        "- {id: g, name: Two, type: region}\n- {id: g, name: Three, type: region}\n"
    ]
    paths = [tmp_path / f"{n}.yaml" for n in range(3)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(head + text if text else HEAD, encoding="utf-8")
    names = [getattr(one, "name", "") for one in load(paths).all()]
    assert names == ["Two", "Three"]
    assert [one.code for one in check(paths).findings] == ["E101"]


def test_a_circle_is_spelled_out() -> None:
    """Who is told of a circle need not go round it."""
    found = check([DATA / "bad" / "E104-0.yaml"]).findings
    told = [one.message for one in found if one.code == "E104"]
    assert told[0] == "one: its parents go in a circle: one → two → three → one"
    found = check([DATA / "bad" / "E109-0.yaml"]).findings
    told = [one.message for one in found if one.code == "E109"]
    assert told[0] == "g-a: is within itself: g-a → g-b → g-c → g-a"


BLANK = {"blank": "\n", "spaces": "   \n", "one line": " "}


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("name", BLANK)
def test_what_follows_blank_lines_is_read(tmp_path: Path, name: str, end: str) -> None:
    """However many they are, and whether the last line ends or not."""
    blank = BLANK[name] * (chunks.SMALL // len(BLANK[name]) * 2)
    path = tmp_path / "blank.jsonl"
    group = '{"groups": {"id": "g", "name": "Group", "type": "region"}}'
    event = '{"events": {"id": "e"}}'
    lines = [JSON_HEAD, blank, event, group]
    path.write_text("\n".join(lines) + end, encoding="utf-8")
    loaded = load([path])
    assert [one.id for one in loaded.all()] == ["g"]
    assert {one.code for one in check([path]).findings} == {"E013"}


@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["bare", "with a BOM"])
@pytest.mark.parametrize("name", [*BLANK, "nothing"])
def test_a_blank_file_is_empty(tmp_path: Path, name: str, begin: str) -> None:
    """However large it is, it is not taken for one that is changed as it is read."""
    blank = BLANK.get(name, "")
    path = written(tmp_path / "blank.yaml", begin, blank or " ", len(blank) * 1_500_000)
    (found,) = check([path]).findings
    assert (found.code, "is empty" in found.message) == ("E003", True)


HOLLOW = {
    "blank.yaml": "\n",
    "comments.yaml": "#\n",
    "spaces.yaml": " ",
    "lines.yaml": " \n",
    "indented.yaml": "  # x\n",
    "blank.jsonl": "\n",
    "spaces.jsonl": " ",
    "lines.jsonl": " \n",
}


@pytest.mark.parametrize("name", HOLLOW)
def test_what_holds_nothing_takes_no_more_than_its_bytes(
    tmp_path: Path, name: str
) -> None:
    """Looking for the first entry keeps no note of the lines before it."""
    head = HEAD if name.endswith("yaml") else f"{JSON_HEAD}\n"
    path = written(tmp_path / name, head, HOLLOW[name], 1 << 22)
    tracemalloc.start()
    try:
        cut = chunks.ChunkedFile(chunks.File(path, name), findings.Findings(name))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sum(chunk.size for chunk in cut.chunks) == path.stat().st_size
    assert most < 6 << 22


def repeated(key: str) -> dict[str, str]:
    """Return an entry, in each format, that gives *key* 20,000 times."""
    json = ", ".join([f'"{key}": "2008"'] * 20_000)
    yaml = f"  {key}: 2008\n" * 20_000
    lines = f'{JSON_HEAD}\n{{"events": {{"id": "e", {json}}}}}\n'
    return {"keys.yaml": f"{HEAD}events:\n- id: e\n{yaml}", "keys.jsonl": lines}


@pytest.mark.parametrize("key", ["date", "bogus"])
@pytest.mark.parametrize("name", ["keys.yaml", "keys.jsonl"])
def test_an_entry_alone_has_no_more_findings_than_a_file(
    tmp_path: Path, name: str, key: str
) -> None:
    """They are counted as they are found, and not when the entry is read."""
    path = tmp_path / name
    path.write_text(repeated(key)[name], encoding="utf-8")
    codes = [one.code for one in check([path]).findings]
    assert codes
    assert len(codes) <= findings.MAX_FINDINGS + 2
    assert name.endswith("jsonl") or codes.count("E009") == 1


@pytest.mark.parametrize("size", [0, 1 << 20])
def test_a_section_is_known_though_it_is_empty(tmp_path: Path, size: int) -> None:
    """An empty list of what there is not is as wrong as a full one."""
    path = tmp_path / "empty.yaml"
    rest = "#\n" * (size // 2)
    path.write_text(f"{HEAD}bogus: []\nsources: []\n{rest}", encoding="utf-8")
    assert [(one.line, one.code) for one in check([path]).findings] == [(2, "E010")]


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_json_has_no_such_number(tmp_path: Path, name: str) -> None:
    """What Python reads as a number, and JSON does not have, is no text either."""
    path = tmp_path / "nan.jsonl"
    entry = f'{{"id": "g", "name": {name}, "type": "region"}}'
    path.write_text(f'{JSON_HEAD}\n{{"groups": {entry}}}\n', encoding="utf-8")
    (found,) = check([path]).findings
    assert (found.line, found.code, name in found.message) == (2, "E002", True)
