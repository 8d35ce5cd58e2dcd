"""The command that exports: what it prints, and that all it prints is so."""

import csv
import json
import sys
from pathlib import Path

import pytest
from conftest import Sinotech
from exported import READERS, read_csv
from paths import DATA, MINI, ROOT

from sinotech.answers.options import EXPORT_FORMATS
from sinotech.export.export import FORMS
from sinotech.export.tables import TABLES


def test_what_was_written_is_said(
    sinotech: Sinotech, mini_db: Path, tmp_path: Path
) -> None:
    """The tables with their rows, the folder and the record set."""
    folder = tmp_path / "out"
    result = sinotech("export", str(folder), "--db", str(mini_db))
    assert (result.code, result.err) == (0, "")
    title, files, origin, *tables = result.out.splitlines()
    assert title.endswith(f" rows to {folder}")
    assert files == ("27 tables in 27 files (csv), with datapackage.json and README.md")
    assert origin.startswith("Records: mini 1, ")
    told = dict(line[2:].split(" — ") for line in tables)
    assert told == {table.name: f"{len(read_csv(folder, table)):,}" for table in TABLES}


@pytest.mark.parametrize("form", FORMS)
def test_json_says_the_same(
    sinotech: Sinotech, mini_db: Path, tmp_path: Path, form: str
) -> None:
    """With --json, the form of the tables is still --format's."""
    folder = tmp_path / "out"
    argv = ("export", str(folder), "--db", str(mini_db), "--format", form, "--json")
    data = json.loads(sinotech(*argv).out)["data"]
    assert (data["directory"], data["format"]) == (str(folder), form)
    assert data["files"] == (1 if form == "sqlite" else 27)
    assert data["tables"]["figures"] == 3
    described = json.loads((folder / "datapackage.json").read_bytes())
    rows = {one["name"]: one["rows"] for one in described["resources"]}
    assert rows == data["tables"]
    assert described["sinotech"]["records"] == data["records"]


def test_forms_are_those_that_are_written() -> None:
    """The option offers what there are writers of."""
    assert set(EXPORT_FORMATS) == set(FORMS) == set(READERS)


def test_record_files_are_exported_too(sinotech: Sinotech, tmp_path: Path) -> None:
    """Those of one's own, as they are compiled."""
    result = sinotech("export", str(tmp_path / "out"), "--records", str(MINI))
    assert result.code == 0
    with (tmp_path / "out" / "countries.csv").open(encoding="utf-8") as file:
        assert [row["iso2"] for row in csv.DictReader(file)] == ["BR", "CN", "NO", "CG"]


WRONG = [
    (["--fields", "files,nothing"], 2, "there is no field 'nothing' here"),
    (["--partition-by", "country"], 2, "figures cannot be divided by 'country'"),
    (["--format", "sqlite", "--partition-by", "unit"], 2, "a database is not divided"),
    (["--records", str(DATA / "bad" / "E101-0.yaml")], 4, "E101"),
    (["--db", "none.db"], 4, "there is no database none.db"),
    (["--db", "none.db", "--records", str(MINI)], 2, "name different records"),
]


@pytest.mark.parametrize(("argv", "code", "why"), WRONG)
def test_what_is_wrong_is_one_line(
    sinotech: Sinotech, tmp_path: Path, argv: list[str], code: int, why: str
) -> None:
    """It is said before anything is written."""
    result = sinotech("export", str(tmp_path / "out"), *argv)
    assert (result.code, result.out, result.err.count("\n")) == (code, "", 1)
    assert why in result.err
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow_the_command_is_named(
    sinotech: Sinotech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parquet alone needs it."""
    for name in [*sys.modules]:
        if name.startswith(("pyarrow", "sinotech.export.as_parquet")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = sinotech("export", str(tmp_path / "out"), "--format", "parquet")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "error: Parquet is written by pyarrow, which is not installed; "
        "python -m pip install 'sinotech[parquet]'\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_the_readme_tells_of_every_column(mini_exports: Path) -> None:
    """And of the two traps, where there are any."""
    for form in FORMS:
        text = (mini_exports / form / "README.md").read_text("utf-8")
        for table in TABLES:
            assert f"\n### {table.name}\n" in text
            assert all(f"\n| {column.name} | " in text for column in table.columns)
        assert ("**`NA` is Namibia.**" in text) == (form == "csv")


UNICODE, OURS = "Unicode-3.0", "CC-BY-4.0"


def test_licenses_are_those_that_the_repository_states(
    mini_exports: Path, real_exports: Path
) -> None:
    """Ours are told of our records alone; names of CLDR are in every export."""
    for exports, licenses in ((mini_exports, []), (real_exports, [OURS])):
        described = json.loads((exports / "csv" / "datapackage.json").read_bytes())
        assert [one["name"] for one in described.get("licenses", [])] == licenses
        told = {one["name"]: one.get("licenses") for one in described["resources"]}
        named = [one["name"] for one in told.pop("names")]
        assert named == [*licenses, UNICODE]
        assert set(told.values()) == {None}
        text = (exports / "csv" / "README.md").read_text("utf-8")
        assert ("CC BY 4.0" in text) == bool(licenses)
        assert "Unicode License V3" in text
    for name, spdx in (("RECORDS", OURS), ("UNICODE", UNICODE)):
        license_ = (ROOT / f"LICENSE-{name}").read_text("utf-8")
        assert f"(SPDX: {spdx})" in license_


def test_the_documentation_names_every_table() -> None:
    """docs/export.md says what each holds."""
    text = (ROOT / "docs" / "export.md").read_text("utf-8")
    assert all(f"`{table.name}`" in text for table in TABLES)
