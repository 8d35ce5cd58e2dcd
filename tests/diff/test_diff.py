"""What differs between two record sets, and what does not."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import MadeOnce, Sinotech
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paths import DATA, MINI
from spoiling import unchecked

from sinotech.compile.database import compile_records
from sinotech.diff.compare import compare

TEXT = MINI.read_text("utf-8")
OTHER_FIGURE = """- id: fig-new
  measure: m-labs
  value: 90
  hedge: exact
  as_written: "90"
  scope: elsewhere
  as_of: 2024-05
  countries: [CN]
  cites: [{source: weekly, paragraph: 9}]

events:"""

VALUE_71 = "value: 71\n  hedge: about\n  as_written: about 71"

Replacements = list[tuple[str, str]]
CHANGES: list[tuple[str, Replacements, list[tuple[Any, ...]]]] = [
    (
        "a value and its hedge",
        [('value: 70\n  hedge: exact\n  as_written: "70"', VALUE_71)],
        [
            ("changed", "fig-labs-70", "value", 70, 71),
            ("changed", "fig-labs-70", "hedge", "exact", "about"),
            ("changed", "fig-labs-70", "as_written", "70", "about 71"),
        ],
    ),
    (
        "a date",
        [("as_of: 2025-02-01", "as_of: 2025-02")],
        [("changed", "fig-labs-70", "as_of", "2025-02-01", "2025-02")],
    ),
    (
        "a place in a source",
        [("paragraph: 1, find: BRICS was", "x"), ("paragraph: 4", "paragraph: 5")],
        [
            (
                *("changed", "once", "citations"),
                [{"source": "weekly", "section": None, "paragraph": 4, "find": None}],
                [{"source": "weekly", "section": None, "paragraph": 5, "find": None}],
            )
        ],
    ),
    (
        "a record more",
        [("\nevents:", OTHER_FIGURE)],
        [("added", "fig-new", None, None, None)],
    ),
    (
        "what a figure has of its measure",
        [("unit: laboratories", "unit: labs")],
        [("changed", "m-labs", "unit", "laboratories", "labs")],
    ),
    (
        "a name, which others show",
        [("name: Norway", "name: Kingdom of Norway")],
        [("changed", "no", "name", "Norway", "Kingdom of Norway")],
    ),
    (
        "the name of a source, which labels show",
        [("short: Daily, 5 March 2024", "short: The Daily of 5 March 2024")],
        [
            (
                *("changed", "daily-2024", "short"),
                *("Daily, 5 March 2024", "The Daily of 5 March 2024"),
            )
        ],
    ),
    (
        "an alias of ours",
        [("aliases: [ROC]", "aliases: [ROC, {name: Congo, ours: true}]")],
        [("changed", "cg", "aliases_ours", [], ["Congo"])],
    ),
    (
        "a step and who takes part",
        [
            ("role: member, cites", "role: host, cites"),
            ("state: announced", "state: proposed"),
        ],
        [
            ("changed", "brics", "status", "…", "…"),
            ("changed", "brics", "participants", "…", "…"),
        ],
    ),
    (
        "other words",
        [
            (
                "  place: Kazan, Russia",
                "  place: Kazan, Russia\n  wordings: [BRICS meets.]",
            )
        ],
        [("changed", "ev-summit", "wordings", [], ["BRICS meets."])],
    ),
    (
        "the hash of a text",
        [("sha256: 0000", "sha256: 0001")],
        [("changed", "daily-2024", "sha256", "0000", "0001")],
    ),
]
CHANGE_NAMES = [name for name, _, _ in CHANGES]


def changed(tmp_path: Path, replacements: Replacements) -> Path:
    """Return a copy of the small record set with something replaced."""
    text = TEXT
    for old, new in replacements:
        text = text.replace(old, new)
    path = tmp_path / "new.yaml"
    path.write_text(text, "utf-8")
    return path


def rows(data: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return what each change is, with what is long left out."""
    keys = ("change", "id", "field", "old", "new")
    found = [tuple(one[key] for key in keys) for one in data["changes"]]
    long = {"status", "participants"}
    return [(*one[:3], "…", "…") if one[2] in long else one for one in found]


@pytest.fixture(scope="module")
def changed_db(made_once: MadeOnce) -> Path:
    """Compile the small record set with every change, once."""

    def make(folder: Path) -> None:
        pairs = [pair for _, replacements, _ in CHANGES for pair in replacements]
        compile_records([changed(folder, pairs)], folder / "all.db")

    return made_once("changed", make) / "all.db"


@pytest.mark.parametrize("expected", [one[2] for one in CHANGES], ids=CHANGE_NAMES)
def test_each_change_is_told_by_field(
    sinotech: Sinotech, mini_db: Path, changed_db: Path, expected: list[tuple[Any, ...]]
) -> None:
    """Of the record that says it."""
    found = json.loads(sinotech("diff", str(mini_db), str(changed_db), "--json").out)
    assert [one for one in rows(found["data"]) if one in expected] == expected


def test_nothing_else_is_told(
    sinotech: Sinotech, mini_db: Path, changed_db: Path
) -> None:
    """Of no other record, and no other field; exit code 1 for what there is."""
    result = sinotech("diff", str(mini_db), str(changed_db), "--json")
    data = json.loads(result.out)["data"]
    expected = [one for _, _, rows_ in CHANGES for one in rows_]
    assert sorted(rows(data), key=repr) == sorted(expected, key=repr)
    assert result.code == 1
    ids = {(one[0], one[1]) for one in expected}
    for what in ("added", "removed", "changed"):
        assert data[what] == sum(1 for one in ids if one[0] == what)


def test_there_and_back(sinotech: Sinotech, mini_db: Path, changed_db: Path) -> None:
    """What was added is removed the other way round, with where it is written."""
    back = json.loads(sinotech("diff", str(changed_db), str(mini_db), "--json").out)
    (one,) = [one for one in back["data"]["changes"] if one["change"] == "removed"]
    assert (one["change"], one["id"], one["kind"]) == ("removed", "fig-new", "figure")
    assert one["title"] == "90: joint laboratories"
    assert [place["paragraph"] for place in one["citations"]] == [9]
    assert "weekly" in [source["id"] for source in back["citations"]]


def test_pages_and_tables_show_it(sinotech: Sinotech, tmp_path: Path) -> None:
    """Plain text, Markdown and CSV have each change, and its sources."""
    pairs = [("\nevents:", OTHER_FIGURE), ("as_of: 2025-02-01", "as_of: 2025-02")]
    pairs += [("aliases: [ROC]", "aliases: [DROC]")]
    new = changed(tmp_path, pairs)
    plain = sinotech("diff", str(MINI), str(new), "--format", "plain").out
    assert plain.startswith("1 added, 2 changed\nOld: mini 1, ")
    assert "- fig-new — 90: joint laboratories [1a]\n" in plain
    assert "- fig-labs-70 — as_of — 2025-02-01 — 2025-02 [2]\n" in plain
    assert "- cg — aliases — ROC — DROC\n" in plain
    out = sinotech("diff", str(MINI), str(new), "--format", "csv").out
    found = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [(one["id"], one["field"], one["old"], one["new"]) for one in found] == [
        ("cg", "aliases", "ROC", "DROC"),
        ("fig-labs-70", "as_of", "2025-02-01", "2025-02"),
        ("fig-new", "", "", ""),
    ]
    markdown = sinotech("diff", str(MINI), str(new), "--format", "md").out
    assert "## Changed" in markdown
    lines = sinotech("diff", str(MINI), str(new), "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [one["id"] for one in found]


def test_long_lists_are_paged(sinotech: Sinotech, mini_db: Path, real_db: Path) -> None:
    """What is shown is a page; what is counted is all."""
    sides = (str(mini_db), str(real_db))
    result = sinotech("diff", *sides, "--limit", "2", "--json")
    answer = json.loads(result.out)
    total = sum(answer["data"][what] for what in ("added", "removed"))
    assert len(answer["data"]["changes"]) == 2
    assert answer["meta"]["pages"]["changes"]["shown"] == 2
    assert answer["meta"]["pages"]["changes"]["total"] >= total > 900
    rest = sinotech("diff", *sides, "--offset", "1", "--limit=1", "--json")
    (second,) = json.loads(rest.out)["data"]["changes"]
    assert second == answer["data"]["changes"][1]


def test_all_sorts_of_sides_are_compared(
    sinotech: Sinotech, mini_db: Path, tmp_path: Path
) -> None:
    """Files, a folder of them, a database: the same records are the same."""
    folder = tmp_path / "records"
    folder.mkdir()
    shutil.copy(MINI, folder / "mini.yaml")
    for old in (str(MINI), str(folder), str(mini_db)):
        for new in (str(MINI), str(folder), str(mini_db)):
            result = sinotech("diff", old, new)
            assert (result.code, result.err) == (0, "")
            assert result.out.startswith("The same records\n")


@pytest.mark.slow
def test_the_bundled_records_are_a_side(sinotech: Sinotech, real_db: Path) -> None:
    """They are those that this repository has, by the word `bundled`."""
    result = sinotech("diff", "bundled", str(real_db))
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("The same records\n")


def test_files_that_differ_in_nothing_are_noted(
    sinotech: Sinotech, tmp_path: Path
) -> None:
    """A comment, or the language of a name, is no change of a record."""
    new = changed(tmp_path, [("# A small record set", "# The same record set")])
    result = sinotech("diff", str(MINI), str(new))
    told = "the records are the same, though their files are not\n"
    assert (result.code, result.err) == (0, told)


WRONG = [
    (["none.yaml", str(MINI)], 4, "none.yaml cannot be read: No such file"),
    ([str(MINI), "none.db"], 4, "give record files, a folder of them, a database"),
    ([str(MINI), str(DATA / "bad" / "E101-0.yaml")], 4, "E101"),
    ([str(MINI)], 2, "NEW is missing"),
    ([], 2, "OLD is missing"),
    (["", str(MINI)], 2, "OLD names nothing; give a path, or bundled"),
    ([str(MINI), ""], 2, "NEW names nothing"),
    (["a\0b", str(MINI)], 4, "cannot be read"),
]


@pytest.mark.parametrize(("argv", "code", "why"), WRONG)
def test_what_is_wrong_is_one_line(
    sinotech: Sinotech, argv: list[str], code: int, why: str
) -> None:
    """With its remedy, and nothing printed."""
    result = sinotech("diff", *argv)
    assert (result.code, result.out, result.err.count("\n")) == (code, "", 1)
    assert why in result.err


@pytest.mark.parametrize("side", [0, 1])
def test_a_strangers_database_does_no_harm(
    sinotech: Sinotech, mini_db: Path, tmp_path: Path, side: int
) -> None:
    """What is none of our documents is told of as damage."""
    db = tmp_path / "spoilt.db"
    with unchecked(mini_db, db) as connection:
        sql = "UPDATE record SET doc = '{\"id\":1}' WHERE id = 'fig-yield'"
        connection.execute(sql)
        connection.commit()
    argv = [str(mini_db)]
    argv.insert(side, str(db))
    result = sinotech("diff", *argv)
    assert (result.code, result.out, result.err.count("\n")) == (4, "", 1)
    assert f"the database {db} is damaged" in result.err


KEPT = st.sets(st.sampled_from(["ev-founding", "ev-summit", "st-fact", "st-plan"]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEPT, KEPT)
def test_sets_that_lack_records(
    sinotech: Sinotech, tmp_path: Path, old: set[str], new: set[str]
) -> None:
    """Added is what only the new set has, removed what only the old one has."""

    def kept(ids: set[str]) -> sqlite3.Connection:
        store = sqlite3.connect(":memory:")
        store.execute("CREATE TABLE record (number, id, kind, doc, wordings)")
        store.execute("CREATE TABLE source (number, sha256)")
        doc = '{"id": "", "kind": "event", "what": "", "citations": []}'
        rows = [(n, id_, "event", doc, "") for n, id_ in enumerate(sorted(ids))]
        store.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?)", rows)
        return store

    ticks: list[int] = []
    with closing(kept(old)) as one, closing(kept(new)) as other:
        found = {
            (change.what, change.id) for change in compare(one, other, ticks.append)
        }
    assert sum(ticks) == len(old) + len(new)
    expected = {("added", id_) for id_ in new - old}
    assert found == expected | {("removed", id_) for id_ in old - new}
