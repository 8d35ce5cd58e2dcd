"""The recipes of docs/scale.md, run as they are printed."""

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from paths import ROOT
from processes import LONG
from yaml_data import read_yaml

from sinotech.batch import judge_batches, schema

RECIPES = dict(
    re.findall(
        r"<!-- recipe: (\S+) -->\n```\w+\n(.*?)```",
        (ROOT / "docs" / "scale.md").read_text("utf-8"),
        re.DOTALL,
    )
)
Rows = list[dict[str, Any]]

FILES, CLAIMS = 6, 15
"""Files of claims, and claims in each."""

ID = pa.field("id", pa.int64())


@pytest.fixture(scope="module")
def claims() -> Any:  # noqa: ANN401
    """Return a table of claims, each with an id."""
    cases = read_yaml(ROOT / "tests" / "claims" / "cases.yaml")
    texts = [case["claim"] for case in cases if "claim" in case][: FILES * CLAIMS]
    return pa.table({"id": range(len(texts)), "claim": texts})


@pytest.fixture(scope="module")
def judged(claims: Any, real_db: Path) -> Rows:  # noqa: ANN401
    """Return the rows that this process makes of the claims."""
    batches = judge_batches(claims.to_batches(), "claim", real_db, keep=["id"])
    rows: Rows = pa.Table.from_batches(batches).to_pylist()
    assert len(rows) == FILES * CLAIMS
    return rows


@pytest.fixture
def folder(claims: Any, tmp_path: Path) -> Path:  # noqa: ANN401
    """Return a folder with files of claims."""
    (tmp_path / "claims").mkdir()
    for number in range(FILES):
        own = claims.slice(number * CLAIMS, CLAIMS)
        pq.write_table(own, tmp_path / "claims" / f"{number}.parquet")
    return tmp_path


def run(name: str, folder: Path, db: Path, code: str = "") -> None:
    """Run a recipe in a folder, by the database *db*."""
    (folder / name).write_text(code or RECIPES[name], "utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "error::UserWarning", name],
        cwd=folder,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(folder),
            "PYTHONPATH": f"{folder}:{ROOT / 'src'}",
            "SINOTECH_DB": str(db),
        },
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=LONG,
    )
    assert done.returncode == 0, done.stderr


def judged_there(path: Path) -> Rows:
    """Return the rows that a recipe has written; they have the schema."""
    table = pq.read_table(path, schema=pa.schema([ID, *schema()]))
    rows: Rows = table.sort_by("id").to_pylist()
    return rows


@pytest.mark.slow
@pytest.mark.parametrize("name", ["duckdb_claims.py", "polars_claims.py"])
def test_an_engine_in_one_process(
    folder: Path, judged: Rows, real_db: Path, name: str
) -> None:
    """What it writes is what is judged here."""
    run(name, folder, real_db)
    assert judged_there(folder / "judged.parquet") == judged


WEIGHED = '''
"""judge_frame that writes down which process has how much memory afterwards."""
import os
from sinotech.batch import judge_frame as judge, schema

def judge_frame(frame, column, **options):
    for _ in range(2):
        judged = judge(frame, column, **options)
    if len(frame):
        with open("/proc/self/statm") as statm, open("memory.txt", "a") as out:
            pages = int(statm.read().split()[1])
            out.write(f"{os.getpid()} {pages * os.sysconf('SC_PAGE_SIZE')}\\n")
    return judged
'''
MEGABYTE = 1 << 20
GROWS = 30 * MEGABYTE
"""Bytes that a worker may grow by, from its first partition to its last: what it keeps
of the records is bounded, and here not yet full."""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads Linux's files")
def test_two_workers_of_dask(folder: Path, judged: Rows, real_db: Path) -> None:
    """Verdicts and evidence are those of one process, and memory stays flat."""
    (folder / "weighed.py").write_text(WEIGHED)
    code = RECIPES["dask_claims.py"].replace("from sinotech.batch", "from weighed")
    run("dask_claims.py", folder, real_db, code)
    assert judged_there(folder / "judged") == judged
    held = defaultdict(list)
    for line in (folder / "memory.txt").read_text().splitlines():
        worker, size = line.split()
        held[worker].append(int(size))
    assert len(held) == 2
    for sizes in held.values():
        assert sizes[-1] - sizes[0] < GROWS, held


FIGURES = """id,measure_id,country,as_of_start,as_of_end,hedge,value,low,high
exact,m-labs,BR,2024-01-01,2024-12-31,exact,50,,
over,m-centers,BR,2024-01-01,2024-12-31,more_than,100,,
range,m-parks,BR,2024-01-01,2024-12-31,exact,,30,60
early,m-pacts,BR,2020-01-01,2020-12-31,exact,110,,
late,m-pacts,BR,2024-06-01,,exact,119,,
one,m-ships,BR,,2024-12-31,exact,7,,
two,m-ships,BR,2024-01-01,2024-12-31,exact,9,,
about,m-trains,NO,2024-01-01,2024-12-31,about,100,,
"""
"""Figures, some of whose periods are open."""

JUDGED = [
    # measure, country, first day, last day, number, hedge: verdict, evidence
    ("m-labs BR 2024-05-01 2024-05-31 50 exact", "supported", ["exact"]),
    ("m-labs BR 2024-12-31 2025-12-31 50 exact", "supported", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 51 exact", "contradicted", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 50 at_least", "supported", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 50 more_than", "contradicted", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 52 about", "supported", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 52 nearly", "supported", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 50 nearly", "contradicted", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 50 fewer_than", "contradicted", ["exact"]),
    ("m-labs BR 2024-05-01 2024-05-31 50 up_to", "supported", ["exact"]),
    ("m-labs BR 2025-01-01 2025-01-31 50 exact", "not_found", None),
    ("m-labs NO 2024-05-01 2024-05-31 50 exact", "not_found", None),
    ("m-trains BR 2024-05-01 2024-05-31 100 exact", "not_found", None),
    ("m-centers BR 2024-05-01 2024-05-31 100 more_than", "supported", ["over"]),
    ("m-centers BR 2024-05-01 2024-05-31 100 at_least", "supported", ["over"]),
    ("m-centers BR 2024-05-01 2024-05-31 100 exact", "contradicted", ["over"]),
    ("m-centers BR 2024-05-01 2024-05-31 120 exact", "undecided", None),
    ("m-parks BR 2024-05-01 2024-05-31 45 exact", "undecided", None),
    ("m-parks BR 2024-05-01 2024-05-31 60 up_to", "supported", ["range"]),
    ("m-parks BR 2024-05-01 2024-05-31 61 at_least", "contradicted", ["range"]),
    ("m-pacts BR 2020-05-01 2020-05-31 110 exact", "supported", ["early"]),
    ("m-pacts BR 2030-01-01 2030-12-31 119 exact", "supported", ["late"]),
    ("m-ships BR 1999-01-01 1999-12-31 7 exact", "supported", ["one"]),
    ("m-ships BR 2024-05-01 2024-05-31 7 exact", "conflicting", ["one", "two"]),
    ("m-trains NO 2024-05-01 2024-05-31 100 about", "supported", ["about"]),
    ("m-trains NO 2024-05-01 2024-05-31 100 exact", "undecided", None),
]


def test_a_claim_about_a_figure_is_a_join(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is judged as its intervals stand, by hand."""
    monkeypatch.chdir(tmp_path)
    Path("figures.csv").write_text(FIGURES)
    with duckdb.connect() as base:
        base.execute("CREATE TABLE figures AS FROM 'figures.csv'")
        base.execute(RECIPES["figures.sql"])
        base.execute(
            """CREATE TABLE claims (id BIGINT, measure_id TEXT, country TEXT,
            first_day DATE, last_day DATE, least DOUBLE, most DOUBLE)"""
        )
        for number, (claim, _, _) in enumerate(JUDGED):
            *head, value, hedge = claim.split()
            base.execute(
                """INSERT INTO claims VALUES (?, ?, ?, ?, ?,
                least_of(?::DOUBLE, ?), most_of(?::DOUBLE, ?))""",
                [number, *head, value, hedge, value, hedge],
            )
        found = base.execute(RECIPES["judge.sql"]).fetchall()
    assert found == [
        (number, verdict, evidence)
        for number, (_, verdict, evidence) in enumerate(JUDGED)
    ]


def test_hedges_leave_open_what_the_claim_engine_reads() -> None:
    """The macros give the ends of the intervals of `cite`, for every hedge."""
    from sinotech.model.vocabulary import HEDGES
    from sinotech.prose.intervals import strict

    macros = RECIPES["figures.sql"].partition("-- a file")[0]
    with duckdb.connect() as base:
        base.execute(macros)
        for hedge in HEDGES:
            for low, high in ((50.0, 50.0), (30.0, 60.5)):
                sql = "SELECT least_of(?, ?)::DOUBLE, most_of(?, ?)::DOUBLE"
                ((*found,),) = base.execute(sql, [low, hedge, high, hedge]).fetchall()
                ends = strict(low, high, hedge)
                assert found == pytest.approx([ends.low, ends.high])
                assert (found[0] > ends.low) == ends.low_open
                assert (found[1] < ends.high) == (
                    ends.high_open and ends.high != float("inf")
                )
