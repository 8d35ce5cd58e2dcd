"""A set brought up to date is what compiling it from the beginning makes."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import MadeOnce, compiled
from db_equality import told
from generate import generate
from paths import RECORDS, ROOT

from sinotech.compile import workers
from sinotech.compile.database import compile_records
from sinotech.compile.numbering import count_numbers
from sinotech.compile.update import DoubtError, apply_changes
from sinotech.errors import RecordError
from sinotech.present.drawing import draw_profiles
from sinotech.records import chunks
from sinotech.records.streaming import StreamedSet, open_streamed

SRC = ROOT / "src" / "sinotech"
pytestmark = pytest.mark.slow  # each compiles the record set itself

Edit = Callable[[str], str]


def replaced(old: str, new: str) -> Edit:
    """Return an edit that puts *new* in the place of *old*, which is there."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def without(id_: str) -> Edit:
    """Return an edit that takes a record away."""
    entry = re.compile(rf"^- id: {id_}\n(?:  .*\n)*", re.MULTILINE)

    def edit(text: str) -> str:
        return entry.sub("", text, count=1)

    return edit


FACT = """
statements:
- id: st-zebra
  type: fact
  text: A zebra was seen near the laboratories.
  countries: [BR]
  cites: [{source: stdaily-partnerships, paragraph: 1, find: signed 119}]
"""
CONFLICT = """
conflicts:
- id: cf-zebra
  title: Two numbers that have nothing to do with each other
  records: [fig-cpc-national-congress-18, fig-bri-cooperation-countries-150-2024]
  cause: unresolved
  explanation: This is for a test.
"""

EDITS: dict[str, Edit] = {
    "a word": replaced(
        "has become the largest of its kind", "is the largest of its kind"
    ),
    "a number": replaced("as_written: more than 150\n", "as_written: above 150\n"),
    "a link": replaced(
        "programs: [bri, bri-cooperation-agreements]", "programs: [bri]"
    ),
    "a record more": replaced("\nstatements:\n", FACT),
    "a record less": without("st-mimano-facility-largest"),
    "a conflict more": replaced("\nconflicts:\n", CONFLICT),
    "a conflict less": without("cf-agri-demonstration-centers-place"),
    "nothing": lambda text: text,
}


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut any file into chunks of a few records."""
    for name, size in (("SMALL", 0), ("SIZE", 1500), ("ONE_IN", 3)):
        monkeypatch.setattr(chunks, name, size)
    monkeypatch.setattr(workers, "FEWEST", 10**9)
    monkeypatch.setattr("sinotech.compile.bitmaps.MANY", 20)
    monkeypatch.setattr("sinotech.compile.pages.FULL", 5)


@pytest.fixture
def old(cut: None, made_once: MadeOnce) -> Path:
    """Compile the record set itself, cut, once."""
    return made_once("cut", compiled(RECORDS)) / "all.db"


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note how each update ended."""
    ends: list[str] = []

    def noted(connection: sqlite3.Connection, opened: StreamedSet) -> None:
        try:
            apply_changes(connection, opened)
        except DoubtError as error:
            ends.append(str(error))
            raise
        ends.append("updated")

    monkeypatch.setattr("sinotech.compile.update.apply_changes", noted)
    return ends


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_update_is_what_compiling_makes(
    old: Path, updates: list[str], tmp_path: Path, edit: Edit
) -> None:
    """After a small change, an update says all that compiling from scratch says."""
    records = tmp_path / "records.yaml"
    records.write_text(edit(RECORDS.read_text("utf-8")), encoding="utf-8")
    compile_records([records], tmp_path / "updated.db", None, [old])
    compile_records([records], tmp_path / "scratch.db")
    assert updates == ["updated"]
    for one, other in zip(
        told(tmp_path / "updated.db"), told(tmp_path / "scratch.db"), strict=True
    ):
        assert one == other


def test_updates_follow_each_other(
    old: Path, updates: list[str], tmp_path: Path
) -> None:
    """Each of several edits can be made of what the one before it left."""
    records = tmp_path / "records.yaml"
    text = RECORDS.read_text("utf-8")
    previous = old
    for number, edit in enumerate(EDITS.values(), 1):
        text = edit(text)
        records.write_text(text, encoding="utf-8")
        updated = tmp_path / f"{number}.db"
        compile_records([records], updated, None, [previous])
        previous = updated
    compile_records([records], tmp_path / "scratch.db")
    assert updates == ["updated"] * len(EDITS)
    assert told(previous) == told(tmp_path / "scratch.db")


DOUBTFUL: dict[str, Edit] = {
    "another id twice": replaced("id: st-mimano-facility\n", "id: st-mimano-example\n"),
    "a number at odds": replaced("value: 119\n", "value: 120\n"),
    "a dangling reference": without("fig-sti-agreements-116-blog"),
}


@pytest.mark.parametrize("edit", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_wrong_is_said_as_ever(
    old: Path, updates: list[str], tmp_path: Path, edit: Edit
) -> None:
    """A change that brings a finding is compiled from scratch, which names its line."""
    records = tmp_path / "records.yaml"
    text = edit(RECORDS.read_text("utf-8")).replace(
        "id: st-mimano-training-china\n", "id: st-mimano-example\n"
    )
    records.write_text(text, encoding="utf-8")
    with pytest.raises(RecordError, match=r"records.yaml:\d+: E"):
        compile_records([records], tmp_path / "new.db", None, [old])
    assert updates == ["something is wrong"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("short: S&T Daily, 28 Sept 2024", "short: S&T Daily, 28 September 2024"),
        ("- {id: BR, name: Brazil", "- {id: BR, name: Brasilia"),
    ],
)
def test_what_all_may_depend_on_is_compiled_again(
    old: Path, updates: list[str], tmp_path: Path, before: str, after: str
) -> None:
    """A change of what records refer to is no small one."""
    text = replaced(before, after)(RECORDS.read_text("utf-8"))
    updated, scratch = both(tmp_path, old, text)
    assert updates == []
    assert updated == scratch


@pytest.fixture
def beside_a_small_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Return our records, cut, and a small file of statements that is not."""
    for name, size in (("SMALL", 9000), ("SIZE", 1500), ("ONE_IN", 3)):
        monkeypatch.setattr(chunks, name, size)
    monkeypatch.setattr(workers, "FEWEST", 10**9)
    monkeypatch.setattr("sinotech.compile.bitmaps.MANY", 20)
    monkeypatch.setattr("sinotech.compile.pages.FULL", 5)
    large, small = tmp_path / "records.yaml", tmp_path / "small.yaml"
    large.write_bytes(RECORDS.read_bytes())
    small.write_text(f"records: {{name: small, version: 1, format: 1}}{FACT}")
    return [large, small]


TWO = CONFLICT + CONFLICT.removeprefix("\nconflicts:\n").replace("zebra", "yak")


def both(
    folder: Path, old: Path, text: str, name: str = "records.yaml"
) -> list[list[list[tuple[object, ...]]]]:
    """Return what *text* says when *old* is updated, and when it is compiled."""
    records = folder / name
    records.write_text(text, "utf-8")
    compile_records([records], folder / "new.db", None, [old])
    compile_records([records], folder / "scratch.db")
    return [told(folder / "new.db"), told(folder / "scratch.db")]


def test_conflicts_in_another_order_are_told_so(
    cut: None, updates: list[str], tmp_path: Path
) -> None:
    """A record names its conflicts in the order of the file."""
    text = RECORDS.read_text("utf-8")
    one, other = TWO.split("- id: ")[1:]
    turned = f"\nconflicts:\n- id: {other}- id: {one}"
    records = tmp_path / "records.yaml"
    records.write_text(text.replace("\nconflicts:\n", TWO, 1), "utf-8")
    compile_records([records], tmp_path / "old.db")
    after = text.replace("\nconflicts:\n", turned, 1)
    updated, scratch = both(tmp_path, tmp_path / "old.db", after)
    assert updates == ["updated"]
    assert updated == scratch


@pytest.mark.parametrize(
    "wrong",
    ["  bogus: 1\n", "  explanation: [\n", "  note:\n"],
    ids=["an unknown key", "broken YAML", "nothing"],
)
def test_what_is_wrong_with_a_conflict_is_said(
    old: Path, updates: list[str], tmp_path: Path, wrong: str
) -> None:
    """No set with an error is made of one without, wherever the error stands."""
    text = RECORDS.read_text("utf-8")
    after = text.replace("\nconflicts:\n", CONFLICT + wrong, 1)
    with pytest.raises(RecordError, match=r"records.yaml:\d+: E"):
        both(tmp_path, old, after)
    assert updates == ["something is wrong"]
    assert not (tmp_path / "new.db").exists()


def test_figures_are_all_read_or_none(
    cut: None,
    updates: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where a record more is one too many to read all, all are compiled again."""
    text = RECORDS.read_text("utf-8")
    numbers = count_numbers(open_streamed([RECORDS]))
    for module in ("readings", "update"):
        monkeypatch.setattr(f"sinotech.compile.{module}.AHEAD", numbers)
    compile_records([RECORDS], tmp_path / "old.db")
    after = text.replace("\nstatements:\n", FACT, 1)
    updated, scratch = both(tmp_path, tmp_path / "old.db", after)
    assert updates == []
    assert updated == scratch


def test_records_held_among_chunks_stay(
    cut: None, updates: list[str], tmp_path: Path
) -> None:
    """A line that belongs to no chunk is not lost between two that have changed."""
    (records,) = generate(tmp_path, 300, "jsonl")
    lines = records.read_text("utf-8").splitlines(keepends=True)
    figures = [at for at, line in enumerate(lines) if line.startswith('{"figures"')]
    middle = figures[len(figures) // 2]
    lines[middle] = lines[middle].replace("figures", r"fig\u0075res", 1)
    before = "".join(lines)
    for at in (middle - 1, middle + 1):
        lines[at] = lines[at].replace('"find":"', '"find":"x', 1)
        lines[at] = lines[at].replace('"find": "', '"find": "x', 1)
    assert "".join(lines) != before
    records.write_text(before, "utf-8")
    compile_records([records], tmp_path / "old.db")
    updated, scratch = both(tmp_path, tmp_path / "old.db", "".join(lines), records.name)
    assert updates == ["records are held among chunks"]
    assert updated == scratch


def test_a_damaged_database_is_no_base(old: Path, tmp_path: Path) -> None:
    """Where a document cannot be read, all is compiled again."""
    damaged = Path(shutil.copy(old, tmp_path / "damaged.db"))
    with closing(sqlite3.connect(damaged)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE record SET doc = '{' WHERE kind = 'figure'")
    text = EDITS["a number"](RECORDS.read_text("utf-8"))
    updated, scratch = both(tmp_path, damaged, text)
    assert updated == scratch


OF_THE_SMALL = CONFLICT.replace("fig-cpc-national-congress-18", "st-zebra")


@pytest.mark.parametrize(
    ("edit", "end"),
    [
        (EDITS["a word"], "updated"),
        (EDITS["a conflict more"], "updated"),
        (EDITS["a conflict less"], "updated"),
        (replaced("\nconflicts:\n", OF_THE_SMALL), "a record is not in a chunk"),
    ],
    ids=["a word", "a conflict more", "a conflict less", "a conflict about it"],
)
def test_a_small_file_beside_a_large_one_stays(
    beside_a_small_one: list[Path],
    made_once: MadeOnce,
    updates: list[str],
    tmp_path: Path,
    edit: Edit,
    end: str,
) -> None:
    """Records of a small file, which is no chunk, are as they were, and not forgotten."""  # noqa: E501
    old = made_once("cut-beside-a-small-one", compiled(*beside_a_small_one)) / "all.db"
    beside_a_small_one[0].write_text(edit(RECORDS.read_text("utf-8")), "utf-8")
    compile_records(beside_a_small_one, tmp_path / "updated.db", None, [old])
    compile_records(beside_a_small_one, tmp_path / "scratch.db")
    assert updates == [end]
    assert told(tmp_path / "updated.db") == told(tmp_path / "scratch.db")


def test_an_update_forgets_what_was_drawn(
    old: Path, updates: list[str], tmp_path: Path
) -> None:
    """A profile that was drawn before the change is not shown after it."""
    records, drawn = tmp_path / "records.yaml", tmp_path / "drawn.db"
    shutil.copy(old, drawn)
    with closing(sqlite3.connect(drawn)) as connection, connection:
        draw_profiles(connection)
    text = RECORDS.read_text("utf-8")
    records.write_text(EDITS["a record more"](text), encoding="utf-8")
    compile_records([records], tmp_path / "new.db", previous=[drawn])
    assert updates == ["updated"]
    counts = []
    for path in (drawn, tmp_path / "new.db"):
        with closing(sqlite3.connect(path)) as connection:
            counts += connection.execute("SELECT count(*) > 0 FROM drawn").fetchone()
    assert counts == [1, 0]


def test_nothing_else_knows_of_updates() -> None:
    """Only `compile/update.py` reads or writes what an update is made of."""
    told = re.compile(
        r"\bpiece VALUES|FROM chunk\b|'referenced'|\"referenced\"|DoubtError"
    )
    knowing = {
        path.name for path in SRC.rglob("*.py") if told.search(path.read_text("utf-8"))
    }
    callers = {
        path.name
        for path in SRC.rglob("*.py")
        if "sinotech.compile.update import" in path.read_text("utf-8")
    }
    assert knowing == {"update.py"}
    assert callers == {"database.py"}
