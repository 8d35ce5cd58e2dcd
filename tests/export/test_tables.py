"""What the tables are, and which rows a small record set becomes."""

from contextlib import closing
from pathlib import Path

import pytest
from exported import BY_NAME, READERS, Rows, read_csv
from hypothesis import given
from hypothesis import strategies as st

from sinotech.edtf import parse
from sinotech.export.columns import values_of, year
from sinotech.export.export import Export
from sinotech.export.tables import TABLES, Table
from sinotech.fieldspec import FieldSpec
from sinotech.kinds import KINDS
from sinotech.model import SECTIONS, Record, field_specs, kind_of
from sinotech.store import open_store

ROWS: dict[str, Rows] = {
    "countries": [
        ("br", "BR", "Brazil"),
        ("cg", "CG", "Republic of the Congo"),
        ("cn", "CN", "China"),
        ("no", "NO", "Norway"),
    ],
    "source_authors": [
        ("daily-2024", 1, "WANG Xiaoming", "Wang", "Xiaoming"),
        ("daily-2024", 2, "Ana Souza", None, None),
    ],
    "source_inferences": [
        ("weekly", 1, "published", "a guess from the page furniture")
    ],
    "source_defects": [("weekly", 1, "Prints one name wrongly.")],
    "source_copies": [],
    "groups": [("brics-countries", "BRICS countries", "mechanism")],
    "group_members": [("brics-countries", 1, "br", "2009", "2009-01-01", "2009-12-31")],
    "participants": [("brics", 1, "br", "member")],
    "statuses": [
        ("brics", 1, "announced", "2008", "2008-01-01", "2008-12-31", None),
        (
            "brics",
            2,
            "operating",
            "2024-03",
            "2024-03-01",
            "2024-03-31",
            "as of publication",
        ),
    ],
    "organizations": [("petrobras", "Petrobras", None, "company", "br", None, None)],
    "people": [
        ("jose-alencar", "José Alencar", "engineer at Petrobras", None, "petrobras")
    ],
    "measures": [
        (
            "m-labs",
            "joint laboratories",
            "Laboratories run together, in operation.",
            "laboratories",
            "BRICS",
            "total",
        )
    ],
    "measure_labels": [],
    "measure_misreadings": [("m-labs", 1, "Planned laboratories are not counted.")],
    "measure_differences": [],
    "figures": [
        (
            *("fig-labs-50", "m-labs", "joint laboratories", 50.0, None, None),
            *("more_than", "laboratories", "over 50", "2024-03", "2024-03-01"),
            *("2024-03-31", "as of publication", "BRICS", None, 2024),
        ),
        (
            *("fig-labs-70", "m-labs", "joint laboratories", 70.0, None, None),
            *("exact", "laboratories", "70", "2025-02-01", "2025-02-01"),
            *("2025-02-01", None, "BRICS", "jose-alencar", 2025),
        ),
        (
            *("fig-yield", "m-labs", "=cmd() [bold]yield[/bold] of the labs", None),
            *(30.0, 60.5, "about", "percent", "about 30 to 60.5 percent", None, None),
            *(None, None, "BRICS", None, None),
        ),
    ],
    "events": [
        (
            *("ev-founding", "happened", "2008", "2008-01-01", "2008-12-31", None),
            *("BRICS was founded.", None),
        ),
        (
            *("ev-summit", "planned", "2024-10-22/2024-10-24", "2024-10-22"),
            *("2024-10-24", None, "A summit is to be held.", "Kazan, Russia"),
        ),
    ],
    "conflicts": [
        (
            *("cf-labs", "50 or 70 laboratories", "date"),
            *("The later count supersedes the earlier.", "fig-labs-70"),
        )
    ],
    "conflict_records": [
        ("cf-labs", 1, "fig-labs-50"),
        ("cf-labs", 2, "fig-labs-70"),
    ],
    "notes": [],
}
"""The rows of tables of the small record set, as its file says."""


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("name", ROWS)
def test_rows_are_what_the_records_say(
    mini_exports: Path, name: str, form: str
) -> None:
    """Each value is in its column, of the type declared, in every form."""
    rows = READERS[form](mini_exports / form, BY_NAME[name])
    assert sorted(rows, key=repr) == sorted(ROWS[name], key=repr)


def of_record(folder: Path, name: str, id_: str) -> Rows:
    """Return the rows of a table that are of one record."""
    rows = read_csv(folder / "csv", BY_NAME[name])
    return [row[1:] for row in rows if row[0] == id_]


def test_each_citation_is_a_row(mini_exports: Path) -> None:
    """Those of a record's parts say of which part; a locator stands in its columns."""
    label = "Daily, 5 March 2024, para. 1"
    rows = of_record(mini_exports, "citations", "brics")
    assert [row[:7] for row in rows] == [
        (1, "record", None, "daily-2024", None, 1, "the BRICS mechanism"),
        (2, "participant", 1, "daily-2024", None, 1, "Brazil among them"),
        (3, "status", 1, "daily-2024", None, 1, "announced in 2008"),
        (4, "status", 2, "daily-2024", None, 1, "is at work"),
    ]
    assert {row[7] for row in rows} == {label}
    assert rows[0][8].startswith("https://example.org/daily?a=1&b=2#:~:text=")
    (member,) = of_record(mini_exports, "citations", "brics-countries")
    assert member[:4] == (1, "member", 1, "daily-2024")


def test_names_say_where_they_are_from(mini_exports: Path) -> None:
    """Each name of a record is there once: what it gives, and what is known besides.

    The language of a name is what the record says: English unless it says another.
    """
    named = {row[0]: row[1:] for row in of_record(mini_exports, "names", "br")}
    assert named["Brazil"] == ("name", "en", False)
    assert named["Brasil"] == ("alias", "pt", True)
    assert named["BRA"] == ("code", None, True)
    assert named["巴西"] == ("other", None, True)
    once = {row[0]: row[1:] for row in of_record(mini_exports, "names", "once")}
    assert once["ONCE"] == ("abbreviation", "en", False)
    assert once["海洋负排放"] == ("alias", "zh", True)
    congo = {row[0]: row[1:] for row in of_record(mini_exports, "names", "cg")}
    assert congo["ROC"] == ("alias", "en", False)


def test_links_say_what_records_are_about(mini_exports: Path) -> None:
    """A speaker is linked, and so is the country of the speaker's organization."""
    links = of_record(mini_exports, "links", "fig-labs-70")
    assert sorted(links, key=repr) == [
        ("br", None),
        ("brics", None),
        ("jose-alencar", "speaker"),
        ("m-labs", None),
    ]
    assert of_record(mini_exports, "links", "brics-lab") == [("brics", "parent")]


def test_records_has_them_all(mini_exports: Path) -> None:
    """Every record is there, and its standing is that of its sources."""
    rows = {
        row[0]: row[1:] for row in read_csv(mini_exports / "csv", BY_NAME["records"])
    }
    assert len(rows) == 3 + 4 + 1 + 3 + 1 + 1 + 1 + 3 + 2 + 3 + 1
    assert rows["br"] == ("country", "Brazil", None)
    assert rows["fig-labs-70"][2] == "corroborating"
    assert rows["fig-labs-50"][2] == "article"


@pytest.mark.parametrize("form", ["jsonl", "sqlite", "parquet"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_all_forms_hold_the_same(real_exports: Path, table: Table, form: str) -> None:
    """Row by row, each form has the values that CSV has."""
    rows = READERS[form](real_exports / form, table)
    assert rows == read_csv(real_exports / "csv", table)


def test_how_far_it_is_is_told(mini_db: Path, tmp_path: Path) -> None:
    """Records read, of those that all tables read, to the last."""
    told: list[tuple[str, int, int]] = []
    made = Export(str(tmp_path / "out"), "csv", partition=None, force=False)
    with closing(open_store(str(mini_db))) as store:
        made.write(store, lambda *one: told.append(one))
    assert {one[0] for one in told} == {"exporting"}
    (total,) = {one[2] for one in told}
    done = [one[1] for one in told]
    assert done == sorted(done)
    assert done[-1] == total


LEFT_OUT = {
    "wordings": "they serve claims, and say nothing new",
    "titles": "they serve citation styles",
    "cites": "they are in citations",
    "aliases": "they are in names",
    "countries groups programs organizations people": "they are in links",
}
"""Fields of records that are no column of their table, and why."""

ELSEWHERE = {name for names in LEFT_OUT for name in names.split()}
PARTS = {
    ("source", "authors"): "source_authors",
    ("source", "inferred"): "source_inferences",
    ("source", "defects"): "source_defects",
    ("source", "also_at"): "source_copies",
    ("group", "members"): "group_members",
    ("program", "participants"): "participants",
    ("program", "status"): "statuses",
    ("measure", "labels"): "measure_labels",
    ("measure", "misreadings"): "measure_misreadings",
    ("measure", "differs_from"): "measure_differences",
    ("conflict", "records"): "conflict_records",
}
RENAMED = {("source", "column"): "rubric", ("source", "text"): "file"}
FIELDS = [
    pytest.param(kind, name, form, id=f"{kind_of(kind)}.{name}")
    for kind in SECTIONS.values()
    for name, form in field_specs(kind).items()
    if name not in ELSEWHERE
]


@pytest.mark.parametrize(("kind", "name", "form"), FIELDS)
def test_every_field_is_exported(
    kind: type[Record], name: str, form: FieldSpec
) -> None:
    """A field that the model declares is a column, or a table of its own."""
    of = kind_of(kind)
    if form.many:
        table = BY_NAME["notes" if name == "notes" else PARTS[of, name]]
        assert of in table.kinds
        return
    wanted = RENAMED.get((of, name), f"{name}_id" if form.of == "ref" else name)
    assert wanted in BY_NAME[KINDS[of]].names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_is_whole(table: Table) -> None:
    """It and its columns are described; keys are there; references lead to tables."""
    assert table.holds.endswith(".")
    assert len(set(table.names)) == len(table.names)
    assert all(column.meaning for column in table.columns)
    assert {column.to for column in table.columns} <= {"", *BY_NAME}
    required = {column.name for column in table.columns if column.required}
    assert set(table.key) <= required
    assert set(table.kinds) <= set(KINDS)


DAYS = st.dates().map(str)
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: f"{day[:7]}~"),
    DAYS.map(lambda day: f"{day[:3]}X"),
    DAYS.map(lambda day: f"{day}/.."),
    DAYS.map(lambda day: f"../{day}"),
    st.tuples(DAYS, DAYS).map(lambda days: f"{min(days)}/{max(days)}"),
)


@given(DATES)
def test_days_are_within_the_date(text: str) -> None:
    """First and last day are those of the date, and empty where it is open."""
    (dated,) = [one for one in BY_NAME["events"].fields if one.key == "date"]
    told, first, last = values_of({"date": text}, [dated])
    _, earliest, latest = parse(text)
    assert told == text
    assert first in {earliest, None}
    assert (first is None) == (text.startswith("..") or earliest <= "0001-01-01")
    assert last in {latest, None}
    assert (last is None) == (text.endswith("..") or latest >= "9999-12-31")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2024", 2024), ("2024-02~", 2024), ("2023/2024", None), ("2023/..", None)],
)
def test_a_year_is_one(text: str, expected: int | None) -> None:
    """It is given only where the date is within it."""
    assert list(values_of({"as_of": text}, [year("as_of")])) == [expected]
