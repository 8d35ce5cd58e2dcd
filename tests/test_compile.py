"""The compile: the same bytes each time, whole or not at all."""

import hashlib
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import yaml
from db_equality import told
from paths import MINI, RECORDS, ROOT
from processes import outcome, started

from sinotech import store
from sinotech.compile import workers
from sinotech.compile.database import check, compile_records
from sinotech.digest import schema_digest
from sinotech.errors import RecordError, StoreError
from sinotech.query.records import find_subject
from sinotech.records import chunks


def sha256(path: Path) -> str:
    """Return the hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """The same records compile to the same file, whatever the process's hash seed."""
    code = (
        "import sys; from pathlib import Path;"
        "from sinotech.compile.database import compile_records;"
        "compile_records([Path(sys.argv[1])], Path(sys.argv[2]))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "src"}
        argv = [sys.executable, "-c", code, str(RECORDS), str(tmp_path / seed)]
        subprocess.run(argv, check=True, cwd=ROOT, env=environment)
    assert sha256(tmp_path / "1") == sha256(tmp_path / "2")


def test_the_database_says_where_it_is_from(mini: sqlite3.Connection) -> None:
    """Records, schema and compiler are stamped into the database."""
    meta = dict(mini.execute("SELECT key, value FROM meta").fetchall())
    assert meta["records_sha256"] == sha256(MINI)
    assert (meta["records_name"], meta["records_version"]) == ("mini", "1")
    assert meta["schema"] == schema_digest()
    assert meta["compiler"].startswith("sinotech ")
    assert meta["subject_words"] == ""


def test_the_database_knows_its_subject(real_db: Path) -> None:
    """The words that name it are kept as the records have them."""
    with closing(sqlite3.connect(real_db)) as opened:
        words = ("China", "Chinese", "Beijing", "Sino", "RMB")
        assert find_subject(opened) == words


def test_the_store_reads_the_schema_as_it_is() -> None:
    """Whoever changes schema.sql decides so, by changing store.SCHEMA with it."""
    assert schema_digest() == store.SCHEMA


def test_every_reference_holds(mini: sqlite3.Connection) -> None:
    """Foreign keys are satisfied, and the file and its full-text index are sound."""
    assert mini.execute("PRAGMA foreign_key_check").fetchall() == []
    assert mini.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_every_table_is_strict(mini: sqlite3.Connection) -> None:
    """No table takes a value of another type than it declares."""
    tables = mini.execute("PRAGMA table_list").fetchall()
    loose = [
        row[1]
        for row in tables
        if row[2] == "table" and not row[5] and not row[1].startswith("sqlite_")
    ]
    assert loose == []


def test_documents_are_as_recorded(mini: sqlite3.Connection) -> None:
    """A figure's document holds what scripts lean on, in the shape promised."""
    sql = "SELECT doc FROM record WHERE id = 'fig-labs-50'"
    assert json.loads(mini.execute(sql).fetchone()[0]) == {
        "id": "fig-labs-50",
        "kind": "figure",
        "measure": "m-labs",
        "label": "joint laboratories",
        "value": 50,
        "low": None,
        "high": None,
        "hedge": "more_than",
        "unit": "laboratories",
        "as_written": "over 50",
        "as_of": "2024-03",
        "as_of_basis": "as of publication",
        "scope": "BRICS",
        "speaker": None,
        "countries": ["BR", "CN"],
        "groups": [],
        "programs": ["brics"],
        "organizations": [],
        "people": [],
        "standing": "article",
        "conflicts": ["cf-labs"],
        "notes": [],
        "citations": [
            {
                "source": "daily-2024",
                "section": "Labs, labs",
                "paragraph": 2,
                "find": "over 50 laboratories",
                "label": "Daily, 5 March 2024, “Labs, labs”, para. 2",
                "link": "https://example.org/daily?a=1&b=2"
                "#:~:text=over%2050%20laboratories",
            }
        ],
    }


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut any file of records into chunks, and make processes read them."""
    monkeypatch.setattr(chunks, "SMALL", 0)
    monkeypatch.setattr(chunks, "SIZE", 2000)
    monkeypatch.setattr(workers, "FEWEST", 0)


@pytest.mark.slow
def test_processes_make_what_one_would(
    small_chunks: None,
    tmp_path: Path,
    mini_db: Path,
    real_db: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Records compile to the same, as a whole, in chunks, or in chunks side by side."""
    monkeypatch.setattr(workers, "_cores", lambda: 2)
    for records, whole in ((MINI, mini_db), (RECORDS, real_db)):
        compile_records([records], tmp_path / "two.db")
        monkeypatch.setattr(workers, "FEWEST", 10**9)
        compile_records([records], tmp_path / "one.db")
        assert told(tmp_path / "two.db") == told(whole)
        assert sha256(tmp_path / "two.db") == sha256(tmp_path / "one.db")


def test_a_set_may_be_split_over_files(tmp_path: Path, mini_db: Path) -> None:
    """Sections in files of their own, in whatever order, are the same record set."""
    data = yaml.load(MINI.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # text
    header = data.pop("records")
    for number, section in enumerate(reversed(data)):
        part = {"records": header, section: data[section]}
        written = yaml.safe_dump(part, allow_unicode=True).replace("'true'", "true")
        (tmp_path / f"{number}.yaml").write_text(written, encoding="utf-8")
    files = sorted(tmp_path.glob("*.yaml"))
    compile_records(files, tmp_path / "split.db")
    assert told(tmp_path / "split.db") == told(mini_db)


OVER = """\
records: {name: over, version: 2, format: 1, overlay: true}
figures:
- {id: fig-labs-50, measure: m-labs, value: 60, hedge: more_than,
   as_written: over 60, cites: [{source: weekly}]}
- {id: fig-new, measure: m-labs, label: new labs, value: 7, hedge: exact,
   as_written: "7", cites: [{source: weekly}]}
"""


@pytest.mark.parametrize("cut", [False, True])
def test_an_overlay_replaces_figures(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    cut: bool,  # noqa: FBT001
) -> None:
    """A figure of an overlay stands in the place of its namesake, whatever was cut."""
    if cut:
        request.getfixturevalue("small_chunks")
    over = tmp_path / "over.yaml"
    over.write_text(OVER, encoding="utf-8")
    connection = compile_records([MINI, over], None)
    assert connection is not None
    sql = "SELECT title FROM record WHERE id = ?"
    assert connection.execute(sql, ("fig-labs-50",)).fetchall() == [("over 60",)]
    assert connection.execute(sql, ("fig-new",)).fetchall() == [("7",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    sql = "SELECT count(*) FROM search WHERE search MATCH 'title: \"over 50\"'"
    assert connection.execute(sql).fetchone() == (0,)


CITED = "cites: [{source: weekly}]"
FACT = f"- {{id: %s, type: fact, text: A fact., {CITED}}}"
ONE = "label: other, value: 1, hedge: exact, as_written: one"
DISPUTE = """- {id: cf-a, title: Two, records: [fig-labs-50, fig-labs-70], \
cause: unresolved, explanation: They differ.}"""
TAKEN = {
    # what stands in a second file, whether it is an overlay, the finding
    "figure": (
        f"figures:\n- {{id: fig-labs-50, measure: m-labs, {ONE}, {CITED}}}",
        False,
        (3, "E101"),
    ),
    "kind": ("statements:\n" + FACT % "fig-labs-50", True, (3, "E107")),
    "country": ("countries:\n- {id: BR, name: Brazil}", False, (3, "E101")),
    "person": (
        f"people:\n- {{id: fig-labs-50, name: Ann, {CITED}}}",
        True,
        (3, "E107"),
    ),
    "conflict": (
        f"conflicts:\n{DISPUTE}\n{DISPUTE}",
        False,
        (4, "E101"),
    ),
    "same file": (
        f"statements:\n{FACT % 'st-a'}\n{FACT % 'st-a'}",
        True,
        (4, "E101"),
    ),
}


@pytest.mark.parametrize(("text", "overlay", "expected"), TAKEN.values(), ids=TAKEN)
@pytest.mark.parametrize("cut", [False, True])
def test_an_id_that_is_taken_is_found(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    cut: bool,  # noqa: FBT001
    text: str,
    overlay: bool,  # noqa: FBT001
    expected: tuple[int, str],
) -> None:
    """An id twice is a finding at the later place, unless an overlay replaces it."""
    if cut:
        request.getfixturevalue("small_chunks")
    second = tmp_path / "second.yaml"
    lays = ", overlay: true" if overlay else ""
    head = f"records: {{name: second, version: 1, format: 1{lays}}}\n"
    second.write_text(head + text + "\n", encoding="utf-8")
    found = [(f.file, f.line, f.code) for f in check([MINI, second]).findings]
    assert ("second.yaml", *expected) in found
    assert len([code for *_, code in found if code in {"E101", "E107"}]) == 1


def test_records_at_fault_compile_to_nothing(tmp_path: Path) -> None:
    """A finding that forbids compiling leaves the old database as it was."""
    target = tmp_path / "old.db"
    target.write_bytes(b"old")
    bad = tmp_path / "bad.yaml"
    bad.write_text("records: {name: b, version: 1, format: 1}\ncountries: [{id: x}]\n")
    with pytest.raises(RecordError, match=r"bad\.yaml:2: E013"):
        compile_records([bad], target)
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.yaml", "old.db"]


def test_an_exception_leaves_the_old_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong midway, the old file stays and no scratch file is left."""
    target = tmp_path / "old.db"
    target.write_bytes(b"old")

    def broken(_records: object) -> list[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("sinotech.compile.database.name_rows", broken)
    with pytest.raises(KeyboardInterrupt):
        compile_records([MINI], target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["old.db"]


STOPPED = """
import os, sys
from pathlib import Path
from sinotech.compile.database import compile_records

step, number = sys.argv[3], int(sys.argv[4])

def stop(doing, done, of):
    if step == f"{doing} {done}":
        os.kill(os.getpid(), number)

def finish(connection):
    stop("finishing", 0, 0)

compile_records([Path(sys.argv[1])], Path(sys.argv[2]), stop, finish=finish)
"""
"""A compile that sends itself a signal at a step of its own."""

STEPS = ["reading records 0", "making indexes 0", "making indexes 3", "finishing 0"]
"""When the first records are there, when all are, between indexes, and at the end."""


def stopped(target: Path, step: str, number: signal.Signals) -> None:
    """Compile the small record set, up to a signal that ends it."""
    process = started("-c", STOPPED, MINI, target, step, str(int(number)))
    assert outcome(process) == (-number, "", "")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends SIGKILL")
@pytest.mark.parametrize("step", STEPS)
def test_a_killed_build_loses_nothing(tmp_path: Path, step: str) -> None:
    """A build killed at any step leaves the old database, whole."""
    target = tmp_path / "the.db"
    compile_records([MINI], target)
    old = sha256(target)
    stopped(target, step, signal.SIGKILL)
    assert sha256(target) == old


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends SIGTERM")
@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_is_ended_leaves_nothing(tmp_path: Path, step: str) -> None:
    """A build that is told to end leaves no scratch file."""
    stopped(tmp_path / "the.db", step, signal.SIGTERM)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A target that cannot be is one error with its remedy."""
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match="--db"):
        compile_records([MINI], tmp_path / "file" / "the.db")


LINES = MINI.read_text(encoding="utf-8").splitlines(keepends=True)
HEADINGS = [n for n, line in enumerate(LINES) if re.fullmatch(r"[a-z]+:\n", line)]


@pytest.mark.parametrize("lost", HEADINGS, ids=lambda n: LINES[n].strip(":\n"))
def test_a_set_without_a_heading_is_refused_with_its_errors(
    tmp_path: Path, lost: int
) -> None:
    """What stands under another heading is said as lint says it."""
    path = tmp_path / "lost.yaml"
    path.write_text("".join(LINES[:lost] + LINES[lost + 1 :]), encoding="utf-8")
    errors = [finding for finding in check([path]).findings if finding.is_error]
    with pytest.raises(RecordError) as refused:
        compile_records([path], None)
    assert list(refused.value.findings) == errors


def test_a_person_of_no_body_is_refused_with_its_error(tmp_path: Path) -> None:
    """Who speaks is made part of a statement: what is wrong there is said there."""
    path = tmp_path / "lost.yaml"
    text = MINI.read_text(encoding="utf-8")
    path.write_text(text.replace("organization: petrobras", "organization: gone", 1))
    with pytest.raises(RecordError, match="there is no organization 'gone'"):
        compile_records([path], None)
