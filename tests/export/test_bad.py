"""What stands in the way of an export: one line, and nothing half written."""

import re
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from exported import READERS, export
from processes import outcome, started
from spoiling import unchecked

from sinotech.errors import SinotechError, StoreError, UsageError
from sinotech.export.export import Export
from sinotech.export.partition import divided, name_of
from sinotech.store import open_store


def refused(name: str | Path, form: str = "csv", *, force: bool = False) -> str:
    """Return why nothing is exported to *name*."""
    with pytest.raises(SinotechError) as refusal:
        Export(str(name), form, partition=None, force=force)
    return str(refusal.value)


def test_a_folder_with_something_in_it_is_left(tmp_path: Path) -> None:
    """It must be empty, or be replaced on purpose."""
    (tmp_path / "notes.txt").write_text("mine")
    why = (
        f"{tmp_path} is not empty; give --force to replace an export, or choose another"
    )
    assert refused(tmp_path) == why
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_standard_output_is_no_folder() -> None:
    """A dash is not taken for the name of one."""
    assert refused("-") == "an export is a folder, not standard output; name one"


def test_what_is_no_export_is_not_replaced(mini_db: Path, tmp_path: Path) -> None:
    """Not with --force, if anything in it was not written by an export."""
    folder = tmp_path / "out"
    export(mini_db, folder, "csv")
    (folder / "more").mkdir()
    (folder / "more" / "notes.txt").write_text("mine")
    why = f"{folder} holds more/notes.txt, which no export wrote; "
    assert refused(folder, force=True) == f"{why}move it, or choose another folder"
    (folder / "more" / "notes.txt").unlink()
    (folder / "link").symlink_to(tmp_path)
    assert "holds link" in refused(folder, force=True)
    shutil.rmtree(folder)
    folder.mkdir()
    (folder / "figures.csv").write_text("mine")
    assert "holds figures.csv" in refused(folder, force=True)


PRETENDERS = [
    "",
    "[]",
    "{}",
    '{"sinotech": []}',
    '{"sinotech": {"files": 1}}',
    "[" * 9999,
]


@pytest.mark.parametrize("text", PRETENDERS)
def test_a_package_of_others_is_not_ours(tmp_path: Path, text: str) -> None:
    """Whatever its description holds."""
    (tmp_path / "datapackage.json").write_text(text)
    assert "holds datapackage.json" in refused(tmp_path, force=True)


@pytest.mark.parametrize("old", READERS)
def test_an_export_is_replaced(mini_db: Path, tmp_path: Path, old: str) -> None:
    """With --force, by one of another form; nothing of the old one stays."""
    folder = tmp_path / "out"
    export(mini_db, folder, old, partition=None if old == "sqlite" else "hedge")
    export(mini_db, folder, "jsonl", force=True)
    kinds = {path.suffix for path in folder.iterdir()}
    assert kinds == {".jsonl", ".json", ".md"}
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("form", READERS)
def test_the_same_records_are_the_same_bytes(
    mini_exports: Path, mini_db: Path, tmp_path: Path, form: str
) -> None:
    """An empty folder is taken, and gets every byte as another run wrote it."""
    export(mini_db, tmp_path, form)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    before = {path.name: path.read_bytes() for path in (mini_exports / form).iterdir()}
    assert written == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Nor is what lies in one, a name with a NUL, or no name."""
    file = tmp_path / "file"
    file.write_text("mine")
    assert refused(file, force=True) == f"{file} is no folder; choose another name"
    assert "embedded null" in refused("a\0b")
    assert refused("") == "DIR names no folder; give its path"
    assert "too long" in refused("x" * 5000).lower()


def test_a_stream_is_no_folder() -> None:
    """Here `-` is no name of one, as it is for drafts and claims."""
    why = "an export is a folder, not standard output; name one"
    assert refused("-") == why


@pytest.mark.parametrize("force", [False, True])
def test_what_others_put_there_meanwhile_stays(
    mini_db: Path, tmp_path: Path, *, force: bool
) -> None:
    """While an export is written, its folder is no other's to lose."""
    folder = tmp_path / "out"
    made = Export(str(folder), "csv", partition=None, force=force)

    def watch(_what: str, _done: int, _total: int) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "notes.txt").write_text("mine")

    why = "no export wrote" if force else "is not empty"
    with (
        closing(open_store(str(mini_db))) as store,
        pytest.raises(UsageError, match=why),
    ):
        made.write(store, watch)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_the_folder_one_is_in_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be replaced under the feet of who asks."""
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    for name in (".", "..", str(tmp_path)):
        assert refused(name, force=True) == (
            f"{name} is the folder you are in; name a new one in it"
        )


def test_a_place_that_cannot_be_written_is_said(mini_db: Path, tmp_path: Path) -> None:
    """One line tells why, with the name as it was given, and nothing was made."""
    file = tmp_path / "file"
    file.write_text("mine")
    for name in (file / "out", file / "more" / "out"):
        assert refused(name) == f"{file} is no folder; choose another"
    with pytest.raises(StoreError) as refusal:
        export(mini_db, Path("/proc/none/out"), "csv")
    assert str(refusal.value).startswith("cannot write /proc/none/out: ")
    assert list(tmp_path.iterdir()) == [file]


FIELDS = """measure_id, label, value, low, high, hedge, unit, as_written, as_of,
as_of_start, as_of_end, as_of_basis, scope, speaker_id, year""".replace("\n", " ")


def test_an_unknown_field_lists_those_there_are(tmp_path: Path) -> None:
    """So does the id, which every figure has for itself; a database has no parts."""
    for name in ("countries", "id", ""):
        with pytest.raises(UsageError) as refusal:
            Export(str(tmp_path / "out"), "csv", partition=name, force=False)
        why = f"figures cannot be divided by {name!r}; choose one of {FIELDS}"
        assert str(refusal.value) == why
    with pytest.raises(UsageError, match="not divided into folders"):
        Export(str(tmp_path / "out"), "sqlite", partition="unit", force=False)
    assert list(tmp_path.iterdir()) == []


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    """Each would be a folder."""
    rows = [(number,) for number in range(4)]
    with pytest.raises(UsageError, match="the field has 4 values"):
        list(divided(rows, 0, tmp_path / "spool", most=3))
    (part, *_) = divided([(2,), (None,), (1,), (None,)], 0, tmp_path / "other")
    assert part[0] is None


def test_a_value_that_names_no_folder_is_refused(
    mini_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is too long for one, or the same as another where capitals do not count."""
    why = f"label '{'é' * 40} […]' is too long for the name of a folder"
    with pytest.raises(UsageError, match=re.escape(why)):
        name_of("label", "é" * 42)  # six characters each, when quoted
    assert len(name_of("label", "é" * 41)) == 252
    monkeypatch.setattr("sinotech.export.export.name_of", lambda *_: "hedge=x")
    with pytest.raises(UsageError, match="hedge=x stands for two values"):
        export(mini_db, tmp_path / "out", "csv", partition="hedge")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("form", READERS)
def test_a_full_disk_leaves_nothing(mini_db: Path, tmp_path: Path, form: str) -> None:
    """Neither of the new export nor of a scratch folder; the old one stays."""
    folder = tmp_path / "out"
    export(mini_db, folder, "csv")
    before = sorted(path.name for path in folder.iterdir())
    argv = ("export", folder, "--force", "--db", mini_db, "--format", form)
    code, out, errors = outcome(started("-c", FULL, *argv))
    assert (code, out) == (4, "")
    assert errors.startswith(f"error: cannot write {folder}: ")
    assert errors.count("\n") == 1
    assert sorted(path.name for path in folder.iterdir()) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


FULL = """
import resource, sys
sys.dont_write_bytecode = True
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
sys.argv = ["sinotech", *sys.argv[1:]]
from sinotech.__main__ import script
script()
"""


def spoilt(db: Path, target: Path, sql: str) -> Path:
    """Return a copy of *db* in which *sql* has changed something."""
    with unchecked(db, target) as connection:
        connection.execute(sql)
        connection.commit()
    return target


DOC = "UPDATE record SET doc = json_set(doc, '$.{}', {}) WHERE id = '{}'"
CSL = """UPDATE styled SET reference = '{{"author":{}}}' WHERE style = 'csl-json'"""
SPOILT = [
    (DOC.format("measure", "'m-none'", "fig-yield"), "figures.measure_id refers to"),
    (DOC.format("measure", "'br'", "fig-yield"), "figures.measure_id refers to 'br'"),
    (DOC.format("hedge", "'so'", "fig-yield"), "figures.hedge is 'so'"),
    (DOC.format("low", "json('1e999')", "fig-yield"), "a number is infinite"),
    (DOC.format("low", "'x'", "fig-yield"), "could not convert string to float"),
    (DOC.format("as_of", "'soon'", "fig-yield"), "no date"),
    ("DELETE FROM styled WHERE style = 'csl-json'", "not enough values"),
    (CSL.format('[{"family":1}]'), "is shorter"),
    (CSL.format('[{"family":"\\u0000"},{}]'), "U+0000"),
    ("UPDATE name SET name = name || char(0) WHERE target = 'br'", "U+0000"),
    ("UPDATE record SET id = id || char(0) WHERE kind = 'event'", "U+0000"),
    (CSL.format('[{"family":1},{}]'), "source_authors.family is int"),
    (DOC.format("label", "7", "fig-yield"), "figures.label is int"),
    (DOC.format("label", "''", "fig-yield"), "figures.label is NoneType"),
    (DOC.format("label", "json('\"\\ud800\"')", "fig-yield"), "half a character"),
    (DOC.format("label", "char(0)", "fig-yield"), "U+0000"),
    (DOC.format("citations[0].paragraph", "9223372036854775808", "fig-yield"), "large"),
    (DOC.format("citations[0].paragraph", "1.5", "fig-yield"), "is float"),
    ("UPDATE record SET doc = '{}' WHERE id = 'fig-yield'", "KeyError"),
    ("UPDATE record SET doc = '[]' WHERE id = 'fig-yield'", "damaged"),
    (
        "INSERT INTO link SELECT target, kind, sort || 'x', record, role FROM link",
        "links.target_id stands twice",
    ),
]


@pytest.mark.parametrize(("sql", "why"), SPOILT)
def test_a_strangers_database_is_checked(
    mini_db: Path, tmp_path: Path, sql: str, why: str
) -> None:
    """What is no row of its table is told of as damage, before anything is written."""
    db = spoilt(mini_db, tmp_path / "spoilt.db", sql)
    with pytest.raises(StoreError) as refusal:
        export(db, tmp_path / "out", "csv")
    assert str(refusal.value).startswith(f"the database {db} is damaged (")
    assert why in str(refusal.value)
    assert [path.name for path in tmp_path.iterdir()] == ["spoilt.db"]
