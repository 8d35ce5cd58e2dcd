"""The commands for those who keep records."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Sinotech
from paths import DATA, MINI, ROOT

from sinotech.store import open_store

TEXT = """Title

Brazil is among them. They signed 119 sci-
tech agreements.

Labs, labs
Over 50 labs are at

work in 181 countries.
"""


def record_file(folder: Path, cite: str) -> Path:
    """Write a record set with one statement that cites a text."""
    import hashlib

    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    path = folder / "own.yaml"
    path.write_text(
        "records: {name: own, version: 1, format: 1}\n"
        "sources:\n"
        "- {id: src, type: news, short: A source, published: 2024-01,\n"
        f"   text: {{file: a.txt, sha256: {sha256}, span: 3-9,"
        ' headings: "6", joins: "3, 7"}}\n'
        "statements:\n"
        "- id: st-x\n"
        "  type: fact\n"
        "  text: Something is so.\n"
        f"  cites: [{cite}]\n"
    )
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "under-any-name.txt").write_text(TEXT)
    return path


def test_lint_is_silent_about_a_sound_set(sinotech: Sinotech) -> None:
    """A sound record set has no findings; the count goes to stderr."""
    result = sinotech("lint", "--records", str(MINI))
    assert (result.code, result.out) == (0, "")
    assert result.err == "23 records, 0 errors\n"


def test_lint_lists_what_is_wrong(sinotech: Sinotech) -> None:
    """Findings are lines of FILE:LINE, code and message; errors end with 4."""
    bad = DATA / "bad" / "E101-0.yaml"
    result = sinotech("lint", "--records", str(bad))
    assert result.code == 4
    assert "E101-0.yaml:4: E101 id 'br' is already used" in result.out
    data = json.loads(sinotech("lint", "--records", str(bad), "--json").out)["data"]
    assert [(one["line"], one["code"]) for one in data] == [(4, "E101")]


def test_build_makes_a_database_that_answers(
    sinotech: Sinotech, tmp_path: Path
) -> None:
    """What build makes, --db opens."""
    target = tmp_path / "own.db"
    result = sinotech("build", "--records", str(MINI), "--db", str(target))
    assert result.code == 0
    assert f"Made {target}" in result.out
    assert sinotech("countries", "--db", str(target)).out.startswith("4 countries")


def test_build_refuses_bad_records(sinotech: Sinotech, tmp_path: Path) -> None:
    """Records at fault make no database."""
    bad = DATA / "bad" / "E102-0.yaml"
    target = tmp_path / "own.db"
    result = sinotech("build", "--records", str(bad), "--db", str(target))
    assert result.code == 4
    assert result.err.startswith("error: E102-0.yaml:8: E102 a-program")
    assert not target.exists()


PRINTED = [
    ("--db /dev/stdout > {new}", 2, 0),
    ("--db {new} > {new}", 2, 0),
    ("--db {link} > {new}", 2, 0),
    ("--db {new} 2> {new}", 2, None),
    ("--db /dev/fd/7 7> {new}", 0, None),
    ("--db {new} < {new}", 0, None),
]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
@pytest.mark.parametrize(("line", "code", "size"), PRINTED)
def test_a_database_is_not_what_is_printed(
    tmp_path: Path, cache: Path, line: str, code: int, size: int | None
) -> None:
    """What takes the answer is no place for it; all else is made, and told."""
    new, link = tmp_path / "new.db", tmp_path / "link.db"
    new.touch()
    link.symlink_to(new)
    rest = line.format(new=new, link=link)
    script = f'"{sys.executable}" -m sinotech build --records {MINI} {rest}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        ["bash", "-c", script],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done
    assert size is None or new.stat().st_size == size
    if code:
        told = done.stderr or new.read_text(encoding="utf-8")
        assert "is where this command prints" in told
    else:
        assert done.stdout.startswith("Made ")
        open_store(str(new)).close()


def test_build_needs_a_place(sinotech: Sinotech) -> None:
    """Without --db there is nothing to make, nor on standard output."""
    assert sinotech("build").code == 2
    assert "not standard output" in sinotech("build", "--db", "-").err


def test_build_is_refused_before_it_is_done(sinotech: Sinotech, tmp_path: Path) -> None:
    """A slip in the fields of its answer leaves no database."""
    target = tmp_path / "own.db"
    argv = ("build", "--records", str(MINI), "--db", str(target), "--fields", "size")
    result = sinotech(*argv)
    assert (result.code, result.out) == (2, "")
    assert "there is no field 'size' here" in result.err
    assert not target.exists()


def test_records_of_ones_own_answer(sinotech: Sinotech) -> None:
    """--records is read instead of ours."""
    result = sinotech("countries", "--records", str(MINI))
    assert result.out.startswith("4 countries")


def test_fields_of_an_unknown_command(sinotech: Sinotech) -> None:
    """Asking for the fields of no command names the commands."""
    result = sinotech("fields", "nonsense")
    assert result.code == 2
    assert "there are: country, program, person" in result.err


VERIFIED = [
    ("paragraph: 1, find: Brazil is among them", ""),
    ("paragraph: 1, find: 119 sci-tech agreements", ""),
    ("paragraph: 1, find: signed 119 sci- tech", ""),
    ('paragraph: 2, section: "Labs, labs", find: are at work', ""),
    ("paragraph: 2, find: are at work", "section 'Labs, labs', not None"),
    ("paragraph: 1, find: are at work", "stands in paragraph 2, not 1"),
    ("paragraph: 1, find: they signed", "occurs 0 times"),
    ('paragraph: 2, section: "Labs, labs", find: 81 countries', "occurs 0 times"),
    ("paragraph: 1, find: labs", "stands in paragraph 2, not 1"),
    ("paragraph: 1, find: e", "occurs 0 times"),
    ("paragraph: 1, find: Title", "occurs 0 times"),
]


@pytest.mark.parametrize(("place", "fault"), VERIFIED)
def test_verify_checks_each_place(
    sinotech: Sinotech, tmp_path: Path, place: str, fault: str
) -> None:
    """A citation holds if its phrase stands once, in its paragraph and section."""
    path = record_file(tmp_path, f"{{source: src, {place}}}")
    texts = str(tmp_path / "texts")
    result = sinotech("verify", "--sources", texts, "--records", str(path))
    assert result.code == (4 if fault else 0)
    assert fault in result.out


def test_verify_says_what_it_could_not_check(
    sinotech: Sinotech, tmp_path: Path
) -> None:
    """A text that is not there is named; nothing checked is nothing found."""
    path = record_file(tmp_path, "{source: src, paragraph: 1, find: nowhere}")
    (tmp_path / "empty").mkdir()
    argv = ["verify", "--sources", str(tmp_path / "empty"), "--records", str(path)]
    result = sinotech(*argv)
    assert result.code == 1
    assert "0 citations checked" in result.err
    assert "could not check what cites: src" in result.err


def test_verify_needs_a_folder(sinotech: Sinotech, tmp_path: Path) -> None:
    """No folder, or one that is not there, is misuse."""
    assert sinotech("verify").code == 2
    assert sinotech("verify", "--sources", str(tmp_path / "none")).code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("That these seven brown dogs jumped over the lazy.", 4),
        ("These seven brown dogs jumped over the lazy.", 0),
        ("THESE seven-brown dogs jumped over the lazy fox!", 4),
    ],
)
def test_verify_finds_words_that_are_not_ours(
    sinotech: Sinotech, tmp_path: Path, words: str, code: int
) -> None:
    """Nine words in a row that stand in a text are reported; eight are not."""
    text = "We all know that these seven brown dogs jumped over the lazy fox today.\n"
    (tmp_path / "text.txt").write_text(text)
    path = tmp_path / "own.yaml"
    path.write_text(
        "records: {name: own, version: 1, format: 1}\n"
        "sources:\n"
        "- {id: src, type: news, short: A source, text: {file: a.txt,"
        f" sha256: {hashlib.sha256(text.encode()).hexdigest()}, span: 1-1}}}}\n"
        "statements:\n"
        f"- {{id: st-x, type: fact, text: '{words}',"
        " cites: [{source: src, paragraph: 1, find: brown dogs}]}\n"
    )
    result = sinotech("verify", "--sources", str(tmp_path), "--records", str(path))
    assert (result.code, "E402" in result.out) == (code, code == 4)


@pytest.mark.parametrize(
    ("basis", "code"), [("", 4), (", date_basis: inferred from the issue", 0)]
)
def test_verify_finds_years_that_are_not_printed(
    sinotech: Sinotech, tmp_path: Path, basis: str, code: int
) -> None:
    """A date whose year the paragraph does not print needs a basis."""
    path = record_file(tmp_path, "{source: src, paragraph: 1, find: is among}")
    event = (
        "events:\n- {id: ev-x, type: happened, date: 2023-05, what: It was so.,"
        " cites: [{source: src, paragraph: 1, find: They signed}]BASIS}\n"
    )
    path.write_text(path.read_text() + event.replace("BASIS", basis))
    texts = str(tmp_path / "texts")
    result = sinotech("verify", "--sources", texts, "--records", str(path))
    assert (result.code, "E403" in result.out) == (code, code == 4)


@pytest.mark.parametrize(("phrase", "code"), [("among them", 0), ("among us", 4)])
def test_verify_finds_omissions_of_nothing(
    sinotech: Sinotech, tmp_path: Path, phrase: str, code: int
) -> None:
    """A phrase that is left out on purpose stands in its article."""
    path = record_file(tmp_path, "{source: src, paragraph: 1, find: They signed}")
    left_out = f"omissions: [{{source: src, find: {phrase}, reason: a test}}]\n"
    path.write_text(path.read_text() + left_out)
    texts = str(tmp_path / "texts")
    result = sinotech("verify", "--sources", texts, "--records", str(path))
    assert (result.code, "E404" in result.out) == (code, code == 4)


def test_coverage_counts_what_is_held(on_mini: Sinotech) -> None:
    """Records are counted by kind, source, country, program and year."""
    data = json.loads(on_mini("coverage", "--json").out)["data"]
    counts = {(c["by"], c["of"], c["kind"]): c["records"] for c in data["counts"]}
    assert counts["kind", "figure", "figure"] == 3
    assert counts["source", "weekly", "statement"] == 1
    assert counts["country", "br", "statement"] == 3
    assert counts["program", "brics", "figure"] == 2
    assert counts["year", "2024", "figure"] == 1
    assert counts["year", "2008", "event"] == 1


@pytest.mark.slow
def test_coverage_lists_what_no_record_touches(
    sinotech: Sinotech, tmp_path: Path
) -> None:
    """Numbers, names and lines without a record are listed, or left out on purpose."""
    path = record_file(tmp_path, "{source: src, paragraph: 1, find: They signed}")
    argv = ["coverage", "--sources", str(tmp_path / "texts"), "--records", str(path)]
    result = sinotech(*argv, "--format", "csv", "--fields", "kind,text")
    assert result.code == 4
    assert result.out.splitlines()[1:] == [
        "number,119",
        "number,50",
        "number,181",
        "line,Title",
    ]
    path.write_text(
        path.read_text()
        + "omissions:\n"
        + "- {source: src, find: signed 119, reason: for the test}\n"
        + "- {source: src, find: Over 50 labs, reason: for the test}\n"
        + "- {source: src, find: in 181 countries, reason: for the test}\n"
        + "- {file: a.txt, span: 1-1, reason: page furniture}\n"
    )
    assert sinotech(*argv).code == 0
    assert json.loads(sinotech(*argv, "--json").out)["data"]["untouched"] == []


def test_coverage_of_texts_needs_record_files(on_mini: Sinotech) -> None:
    """A database cannot be compared with texts."""
    assert on_mini("coverage", "--sources", str(DATA)).code == 2
