"""Figures by the million in partitioned Parquet, and claims about them by a join.

    python bench/duck.py                      # 20 million made-up figures
    python bench/duck.py --rows 200000        # a look whether it runs

Runs the SQL of docs/scale.md by DuckDB, on two threads with 2 GB. Prints bytes a
figure, and what each step takes as a ratio to one pass over a column of all rows.
"""

import argparse
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from statistics import median

import duckdb
from measuring import table

DOC = Path(__file__).parents[1] / "docs" / "scale.md"
RECIPE = re.compile(r"<!-- recipe: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)

ROWS = 20_000_000
MEASURES, COUNTRIES = 1000, 200
CLAIMS = (1000, 100_000)
"""How many claims are judged at once."""

FIGURES = f"""
CREATE VIEW figures AS
SELECT 'fig-' || n AS id,
    'm-' || (hash(n) % 1000 * (hash(n, 1) % 1000) // {1_000_000 // MEASURES})
        AS measure_id,
    'c' || (hash(n, 2) % 1000 * (hash(n, 3) % 1000) // {1_000_000 // COUNTRIES})
        AS country,
    DATE '2000-01-01' + (hash(n, 4) % 9000)::INTEGER AS as_of_start,
    as_of_start + (hash(n, 5) % 2 * 364)::INTEGER AS as_of_end,
    ['exact', 'exact', 'more_than', 'about', 'up_to'][(hash(n, 6) % 5 + 1)::BIGINT]
        AS hedge,
    (1 + hash(n, 7) % 1000)::DOUBLE AS value,
    NULL::DOUBLE AS low, NULL::DOUBLE AS high
FROM range({{rows}}) AS made(n)
"""
"""Made-up figures: what is counted and where is skewed, as in real ones."""

MADE = """
CREATE OR REPLACE TABLE claims AS
SELECT row_number() OVER () AS id, measure_id, country, as_of_start AS first_day,
    as_of_start + 30 AS last_day,
    least_of(value * (1 + n % 2), hedge)::DOUBLE AS least,
    most_of(value * (1 + n % 2), hedge)::DOUBLE AS most
FROM (SELECT *, row_number() OVER () AS n FROM figures USING SAMPLE {claims} ROWS)
"""
"""Claims made from figures: every other one with another number."""

ALL = "SELECT sum(least) FROM read_parquet('figures/*/*.parquet')"
ONE = """SELECT * FROM read_parquet('figures/*/*.parquet', hive_partitioning = true)
WHERE country = 'c7' AND measure_id = 'm-7' AND as_of_start >= DATE '2020-01-01'"""
GROUPED = """SELECT country, measure_id, count(*), max(least)
FROM read_parquet('figures/*/*.parquet', hive_partitioning = true) GROUP BY ALL"""


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        print(table(("step", "takes"), [*measured(args.rows, args.rounds)]))


def recipes() -> dict[str, str]:
    """Return the recipes of docs/scale.md, by their names."""
    return dict(RECIPE.findall(DOC.read_text("utf-8")))


def measured(rows: int, rounds: int) -> Iterator[tuple[str, str]]:
    """Yield each step with what it takes, in a folder that is empty."""
    steps = recipes()
    base = duckdb.connect()
    base.execute("SET threads = 2; SET memory_limit = '2GB'")
    base.execute(FIGURES.format(rows=rows))
    begin = time.perf_counter()
    base.execute(steps["figures.sql"])
    written = time.perf_counter() - begin
    size = sum(path.stat().st_size for path in Path("figures").glob("*/*.parquet"))
    once = seconds(base, ALL, rounds)
    yield f"Parquet of {rows:,} figures", f"{size / rows:.1f} bytes a figure"
    yield "one pass over a column", f"1 pass, {once * 1e9 / rows:.1f} ns a figure"
    yield "sorting and writing it", f"{written / once:,.0f} passes"
    yield "a measure in a country", ratio(seconds(base, ONE, rounds), once)
    yield "a count by country and measure", ratio(seconds(base, GROUPED, rounds), once)
    for many in CLAIMS:
        base.execute(MADE.format(claims=many))
        took = seconds(base, steps["judge.sql"], rounds)
        yield f"{many:,} claims judged: {verdicts(base)}", ratio(took, once)


def verdicts(base: duckdb.DuckDBPyConnection) -> str:
    """Return how many claims have each verdict."""
    judged = base.sql(recipes()["judge.sql"])
    counted = judged.aggregate("verdict, count(*) AS n", "verdict").order("n DESC")
    return ", ".join(f"{count:,} {verdict}" for verdict, count in counted.fetchall())


def seconds(base: duckdb.DuckDBPyConnection, sql: str, rounds: int) -> float:
    """Return the median of the seconds that a query takes."""
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        base.execute(sql).fetchall()
        taken.append(time.perf_counter() - begin)
    return median(taken)


def ratio(took: float, once: float) -> str:
    """Return how many passes something takes."""
    return f"{took / once:.2f} passes"


if __name__ == "__main__":
    main()
