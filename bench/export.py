"""What exporting a made-up set costs, beside reading its rows by SQLite alone.

    python bench/export.py --figures 100000
    python bench/export.py --db made.db --forms csv,sqlite --partition measure_id

Each form is written by a process of its own; the ratio is of processor seconds.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generate import generate
from measuring import Cost, cost_of, table

FORMS = ("csv", "jsonl", "sqlite", "parquet")
HEAD = ("what", "s", "CPU s", "× rows read", "peak MB", "MB written")
READ = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for name in ("record", "link", "citation", "name"):
    for row in db.execute(f"SELECT * FROM {name}"):
        pass
"""
"""Reads all that an export is made of, once."""


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--figures", type=int, default=100_000)
    parser.add_argument("--db", type=Path, help="a database, instead of a made-up set")
    parser.add_argument("--forms", default=",".join(FORMS))
    parser.add_argument("--partition", help="also Parquet, divided by this field")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="export-") as name:
        folder = Path(name)
        db = args.db or compiled(args.figures, folder)
        rows = measured(db, args.forms.split(","), args.partition, folder)
        print(table(HEAD, list(rows)))


def compiled(figures: int, folder: Path) -> Path:
    """Return a database of a made-up set."""
    (records,) = generate(folder / "set", figures, "jsonl")
    db = folder / "made.db"
    cost_of([*sinotech(), "build", "--records", records, "--db", db])
    return db


def sinotech() -> tuple[str, ...]:
    """Return how the tool is started in this environment."""
    return sys.executable, "-m", "sinotech"


def measured(
    db: Path, forms: list[str], partition: str | None, folder: Path
) -> Iterator[tuple[str, ...]]:
    """Yield a row for reading, and one for each form."""
    read = cost_of([sys.executable, "-c", READ, db])
    yield row("rows read by SQLite", read, read, 0)
    ways = [(form, ["--format", form]) for form in forms]
    if partition:
        more = ["--format", "parquet", "--partition-by", partition]
        ways.append((f"parquet by {partition}", more))
    for name, options in ways:
        out = folder / "out"
        cost = cost_of([*sinotech(), "export", out, "--db", db, *options])
        size = sum(one.stat().st_size for one in out.rglob("*") if one.is_file())
        shutil.rmtree(out)
        yield row(name, cost, read, size)


def row(name: str, cost: Cost, read: Cost, size: int) -> tuple[str, ...]:
    """Return what one way cost, in figures that are read by people."""
    return (
        name,
        f"{cost.seconds:.1f}",
        f"{cost.cpu:.1f}",
        f"{cost.cpu / read.cpu:.1f}",
        f"{cost.peak / 1e6:.0f}",
        f"{size / 1e6:.0f}",
    )


if __name__ == "__main__":
    main()
