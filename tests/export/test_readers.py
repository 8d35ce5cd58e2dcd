"""Other people's programs read what is exported, and find no fault in it."""

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest
from conftest import MadeOnce
from exported import READERS, export, read_csv

from sinotech.compile.database import compile_records
from sinotech.export.as_sqlite import NAME
from sinotech.export.package import NAME as PACKAGE
from sinotech.export.partition import TABLE
from sinotech.export.tables import TABLES, Table

REFERENCES = [
    (table, column) for table in TABLES for column in table.columns if column.to
]
pytestmark = pytest.mark.slow


def faults(folder: Path) -> dict[tuple[str, str], int]:
    """Return what frictionless finds in an export, by table and kind of fault."""
    report = frictionless.validate(folder / PACKAGE)
    found: dict[tuple[str, str], int] = {}
    for task in report.tasks:
        for error in task.errors:
            key = task.name, error.type
            found[key] = found.get(key, 0) + 1
    assert len(report.tasks) == len(TABLES)
    assert report.errors == []
    return found


def test_frictionless_finds_no_fault(real_exports: Path) -> None:
    """Headers, types, choices, keys, references and hashes are as the package says."""
    assert faults(real_exports / "csv") == {}


BROKEN: list[tuple[str, Callable[[str], str], set[tuple[str, str]]]] = [
    (
        "figures.csv",
        lambda text: text.replace(",m-labs,", ",m-lab,"),
        {("figures", "foreign-key")},
    ),
    (
        "participants.csv",
        lambda text: f"{text}brics,1,br,host\n",
        {("participants", "primary-key")},
    ),
    (
        "events.csv",
        lambda text: text.replace("planned", "maybe"),
        {("events", "constraint-error")},
    ),
    (
        "sources.csv",
        lambda text: text.replace("2023-12-31", "2023-12-32"),
        {("sources", "type-error")},
    ),
]


@pytest.mark.parametrize(
    ("file", "change", "expected"), BROKEN, ids=[one[0] for one in BROKEN]
)
def test_frictionless_finds_what_is_broken(
    mini_exports: Path,
    tmp_path: Path,
    file: str,
    change: Callable[[str], str],
    expected: set[tuple[str, str]],
) -> None:
    """A key that leads nowhere, or stands twice, a wrong choice and day are found."""
    folder = shutil.copytree(mini_exports / "csv", tmp_path / "broken")
    path = folder / file
    before = path.read_text("utf-8")
    path.write_text(change(before), "utf-8")
    assert path.read_text("utf-8") != before
    found = set(faults(folder))
    assert expected <= found
    counted = {f"{what}-count" for what in ("hash", "byte", "row")}
    assert found - expected <= {(file.removesuffix(".csv"), one) for one in counted}


@pytest.fixture(scope="module")
def duck() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database in memory."""
    with duckdb.connect() as connection:
        yield connection


def asked(duck: duckdb.DuckDBPyConnection, sql: str) -> Any:  # noqa: ANN401
    """Return the only value of an answer."""
    row = duck.execute(sql).fetchone()
    assert row
    return row[0]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_duckdb_finds_every_reference(
    duck: duckdb.DuckDBPyConnection, real_exports: Path, form: str
) -> None:
    """No value of a reference is missing in the table that it refers to."""
    for table, column in REFERENCES:
        one, other = (
            real_exports / form / f"{name}.{form}" for name in (table.name, column.to)
        )
        lost = asked(
            duck,
            f"SELECT count(*) FROM '{one}' AS a ANTI JOIN '{other}' AS b "  # noqa: S608
            f'ON a."{column.name}" = b.id WHERE a."{column.name}" IS NOT NULL',
        )
        assert lost == 0, (table.name, column.name)


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_duckdb_counts_the_same(
    duck: duckdb.DuckDBPyConnection, real_exports: Path, form: str
) -> None:
    """Each table has as many rows as the package says, and as many keys."""
    described = json.loads((real_exports / form / "datapackage.json").read_bytes())
    reader = "read_json_auto" if form == "jsonl" else f"read_{form}"
    for resource in described["resources"]:
        path = real_exports / form / resource["path"]
        keys = ", ".join(resource["schema"]["primaryKey"])
        if resource["rows"] or form == "parquet":
            sql = f"SELECT count(*) FROM {reader}('{path}')"  # noqa: S608
            assert asked(duck, sql) == resource["rows"], resource["name"]
            sql = (
                f"SELECT count(*) FROM (SELECT DISTINCT {keys} FROM {reader}('{path}'))"  # noqa: S608
            )
            assert asked(duck, sql) == resource["rows"], resource["name"]


def of_pandas(folder: Path, table: Table, form: str) -> pd.DataFrame:
    """Read a table as the README of the export says."""
    path = folder / form / f"{table.name}.{form}"
    if form == "parquet":
        return pd.read_parquet(path, partitioning=None)
    return pd.read_csv(path, keep_default_na=False, na_values=[""])


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_pandas_reads_each_table(real_exports: Path, table: Table, form: str) -> None:
    """Booleans are booleans, numbers numbers, and as much is empty as is."""
    frame = of_pandas(real_exports, table, form)
    rows = read_csv(real_exports / "csv", table)
    assert list(frame.columns) == list(table.names)
    assert len(frame) == len(rows)
    for place, column in enumerate(table.columns):
        empty = sum(1 for row in rows if row[place] is None)
        assert int(frame[column.name].isna().sum()) == empty, column.name
        if rows and column.type == "boolean":
            assert frame[column.name].dtype == bool
        if empty < len(rows) and column.type in {"number", "integer"}:
            assert frame[column.name].dtype.kind in "fi", column.name


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_polars_reads_each_table(real_exports: Path, table: Table, form: str) -> None:
    """As many rows, and as much that is empty."""
    path = real_exports / form / f"{table.name}.{form}"
    if form == "csv":
        frame = pl.read_csv(path, infer_schema_length=None)
    elif form == "jsonl":
        frame = pl.read_ndjson(path, infer_schema_length=None)
    else:
        frame = pl.read_parquet(path, hive_partitioning=False)
    rows = read_csv(real_exports / "csv", table)
    assert frame.columns == list(table.names)
    empty = [sum(1 for row in rows if row[n] is None) for n in range(frame.width)]
    assert (frame.height, list(frame.null_count().row(0))) == (len(rows), empty)


def test_sqlite_finds_every_reference(real_exports: Path) -> None:
    """The database is sound, its references lead somewhere, its views answer."""
    with closing(sqlite3.connect(real_exports / "sqlite" / NAME)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sql = "SELECT count(*) FROM pragma_foreign_key_list(?)"
        for table in TABLES:
            (count,) = database.execute(sql, (table.name,)).fetchone()
            assert count == sum(1 for column in table.columns if column.to)
        sql = "SELECT count(*), count(DISTINCT id) FROM figures_cited"
        places, figures = database.execute(sql).fetchone()
        assert places >= figures == 76
        sql = "SELECT title FROM about WHERE target_id = 'br' AND kind = 'conflict'"
        assert database.execute(sql).fetchall()


AWKWARD = """
records: {name: awkward, version: 1, format: 1}
sources: [{id: s, type: news, short: 'The "Daily", 1'}]
countries: [{id: "NA", name: Namibia}]
measures:
- {id: m-a, label: "=1+1", definition: "a, b; \\"c\\"", unit: "-x", counting: total}
- {id: m-b, label: "@上合组织", definition: "+1", unit: "null", counting: total}
figures:
- {id: fig-a, measure: m-a, value: 1, hedge: exact, as_written: "1", as_of: 2020,
   countries: ["NA"], cites: [{source: s, find: "NA 1"}]}
- {id: fig-b, measure: m-b, value: 0.5, hedge: about, as_written: "0.5",
   as_of: 2021/.., countries: ["NA"], cites: [{source: s}]}
"""


@pytest.fixture(scope="module")
def awkward(made_once: MadeOnce) -> Path:
    """Export records that programs take for what they are not, once."""

    def make(folder: Path) -> None:
        (folder / "awkward.yaml").write_text(AWKWARD, "utf-8")
        compile_records([folder / "awkward.yaml"], folder / "all.db")
        for form in READERS:
            export(folder / "all.db", folder / form, form)
        for field in ("unit", "as_of_end", "value"):
            for form in ("csv", "parquet"):
                target = folder / f"{form}-by-{field}"
                export(folder / "all.db", target, form, partition=field)

    return made_once("awkward", make)


MEASURES = [
    ("m-a", "=1+1", 'a, b; "c"', "-x", None, "total"),
    ("m-b", "@上合组织", "+1", "null", None, "total"),
]


HOSTILE = ["../x", "..", "a/b=c %2F", "__HIVE_DEFAULT_PARTITION__", "x.", "é\\"]
"""Units that are no names of folders as they are."""


def test_a_part_has_the_value_that_its_folder_says(
    duck: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """Whatever it is, its folder is one, beside the others, and is read back."""
    head = AWKWARD.partition("figures:")[0]
    own = [
        f"- {{id: fig-{n}, measure: m-a, value: 1, unit: {json.dumps(unit)}, "
        f'scope: "{n}", hedge: exact, as_written: "1", cites: [{{source: s}}]}}\n'
        for n, unit in enumerate(HOSTILE)
    ]
    (tmp_path / "hostile.yaml").write_text(f"{head}figures:\n{''.join(own)}", "utf-8")
    compile_records([tmp_path / "hostile.yaml"], tmp_path / "all.db")
    export(tmp_path / "all.db", tmp_path / "parts", "parquet", partition="unit")
    folder = tmp_path / "parts" / "figures"
    assert len(list(folder.iterdir())) == len(HOSTILE)
    sql = f"""SELECT unit FROM read_parquet('{folder}/*/*.parquet',
              hive_partitioning = true, hive_types_autocast = false) ORDER BY scope"""  # noqa: S608
    assert [row[0] for row in duck.execute(sql).fetchall()] == HOSTILE
    export(tmp_path / "all.db", tmp_path / "csv", "csv", partition="unit")
    assert faults(tmp_path / "csv") == {}


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_no_figures_are_one_empty_file(tmp_path: Path, form: str) -> None:
    """Also in parts: a table of a package has a file."""
    records = tmp_path / "none.yaml"
    records.write_text("records: {name: none, version: 1, format: 1}\n", "utf-8")
    compile_records([records], tmp_path / "all.db")
    folder = tmp_path / "out"
    export(tmp_path / "all.db", folder, form, partition="year")
    described = json.loads((folder / PACKAGE).read_bytes())
    paths = {one["name"]: one["path"] for one in described["resources"]}
    assert paths["figures"] == f"figures.{form}"
    assert READERS[form](folder, TABLE) == []


def test_what_is_awkward_is_read_as_it_is(
    duck: duckdb.DuckDBPyConnection, awkward: Path
) -> None:
    """Namibia is no missing value, nor is the word null; a formula is a text."""
    countries = pd.read_csv(
        awkward / "csv" / "countries.csv", keep_default_na=False, na_values=[""]
    )
    assert countries.to_numpy().tolist() == [["na", "NA", "Namibia"]]
    frame = pl.read_csv(awkward / "csv" / "measures.csv", infer_schema_length=None)
    assert frame.rows() == MEASURES
    sql = f"SELECT * FROM '{awkward / 'csv' / 'measures.csv'}'"  # noqa: S608
    assert duck.execute(sql).fetchall() == MEASURES


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("unit", {"-x": 1, "null": 1}),
        ("as_of_end", {"2020-12-31": 1, None: 1}),
        ("value", {"1.0": 1, "0.5": 1}),
    ],
)
def test_parts_are_read_as_one_table(
    duck: duckdb.DuckDBPyConnection,
    awkward: Path,
    field: str,
    values: dict[str | None, int],
) -> None:
    """The folders of a field are one table, and their names a column of it."""
    path = awkward / f"parquet-by-{field}" / "figures" / "*" / "*.parquet"
    sql = f"""SELECT "{field}"::VARCHAR, count(*)
              FROM read_parquet('{path}', hive_partitioning = true,
                                hive_types_autocast = false) GROUP BY 1"""  # noqa: S608
    assert dict(duck.execute(sql).fetchall()) == values
    frame = pl.read_parquet(path, hive_partitioning=True, try_parse_hive_dates=False)
    assert frame.height == sum(values.values())
    if None not in values:  # which pyarrow does not give to pandas
        frame = pd.read_parquet(awkward / f"parquet-by-{field}" / "figures")
        assert set(frame.columns) == set(TABLE.names)


def test_parts_of_csv_are_the_table_declared(awkward: Path) -> None:
    """Each file has all columns, so that frictionless reads them as one table."""
    assert faults(awkward / "csv-by-unit") == {}
    described = json.loads((awkward / "csv-by-unit" / PACKAGE).read_bytes())
    figures = {one["name"]: one for one in described["resources"]}["figures"]
    assert len(figures["path"]) == 2
    report = frictionless.validate(awkward / "csv-by-unit" / PACKAGE)
    (task,) = [task for task in report.tasks if task.name == "figures"]
    assert task.stats["rows"] == 2


AS_TEXT = "/".join(f"{column}/2" for column in range(1, 7))
"""What tells LibreOffice that six columns are text, so that none is a formula."""


@pytest.mark.skipif(not shutil.which("localc"), reason="needs LibreOffice Calc")
def test_a_spreadsheet_opens_it(awkward: Path, tmp_path: Path) -> None:
    """LibreOffice reads the CSV of measures, and writes the same cells again."""
    subprocess.run(
        [
            *("localc", f"-env:UserInstallation=file://{tmp_path / 'profile'}"),
            *("--headless", f"--infilter=CSV:44,34,76,1,{AS_TEXT}", "--convert-to"),
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
            *("--outdir", tmp_path, awkward / "csv" / "measures.csv"),
        ],
        check=True,
        capture_output=True,
    )
    frame = pl.read_csv(tmp_path / "measures.csv", infer_schema_length=None)
    assert frame.rows() == MEASURES
