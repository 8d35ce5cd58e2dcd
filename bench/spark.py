"""Spark: the recipe of docs/scale.md, run by a cluster on this machine.

    pip install pyspark; apt-get install default-jre-headless
    python bench/spark.py                     # 2 workers, 1 core and 1 GB each
    python bench/spark.py --claims 300        # a look whether it runs

Prints whether all rows are those of one process, and what the cluster takes as a ratio
to it: to start, and to judge.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import chdir, suppress
from itertools import cycle, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import yaml
from claims import CASES, RECORDS
from duck import recipes
from measuring import memory_of, table

from sinotech.batch import judge_batches
from sinotech.compile.database import compile_records

FILES = 8
"""Files that the claims are in: Spark gives each to a worker at once."""

CLUSTER = "local-cluster[2,1,1024]"

PAUSE = 0.2
"""Seconds between two looks at the memory of the workers."""

MEGABYTE = 1 << 20


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--claims", type=int, default=8000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        compile_records([RECORDS], Path("records.db"))
        Path("spark_claims.py").write_text(recipes()["spark_claims.py"], "utf-8")
        print(table(("what", "is"), measured(args.claims)))


def measured(many: int) -> list[tuple[str, str]]:
    """Return what is measured with so *many* claims, in a folder with the recipe."""
    write([])
    start, _ = submitted()
    Path("judged").rename("nothing")
    write(texts(many))
    whole, peak = submitted()
    begin = time.perf_counter()
    batches = pq.read_table("claims").to_batches()
    rows = pa.Table.from_batches(
        judge_batches(batches, "claim", "records.db", keep=["id"])
    )
    alone = time.perf_counter() - begin
    same = rows.sort_by("id").to_pylist() == by_spark()
    return [
        ("claims", f"{many:,}"),
        ("rows of one process and of Spark", "the same" if same else "NOT THE SAME"),
        ("one process", f"1 ({many / alone:.0f} claims a second)"),
        ("Spark, two workers, start and all", f"{whole / alone:.2f}"),
        ("of that, without claims", f"{start / alone:.2f}"),
        ("memory of a Python worker, at most", f"{peak / MEGABYTE:,.0f} MB"),
    ]


def texts(many: int) -> list[str]:
    """Return so *many* claims: those of the tests, again and again."""
    cases = yaml.safe_load(CASES.read_text("utf-8"))
    return [*islice(cycle(case["claim"] for case in cases if "claim" in case), many)]


def write(claims: list[str]) -> None:
    """Write *claims*, each with an id, to the files of the folder ``claims``."""
    folder = Path("claims")
    folder.mkdir(exist_ok=True)
    size = -(-max(len(claims), 1) // FILES)
    shape = pa.schema([("id", pa.int64()), ("claim", pa.string())])
    for number in range(FILES):
        own = claims[number * size : (number + 1) * size]
        ids = range(number * size, number * size + len(own))
        pq.write_table(
            pa.table({"id": ids, "claim": own}, schema=shape),
            folder / f"{number}.parquet",
        )


def submitted() -> tuple[float, int]:
    """Run the recipe; return its seconds, and the bytes of its largest worker."""
    path = os.environ.get("PYTHONPATH", "")
    home = os.environ.get("SPARK_HOME") or _home()
    command = [
        f"{home}/bin/spark-submit",
        *("--master", CLUSTER, "--conf", f"spark.executorEnv.PYTHONPATH={path}"),
        *("--conf", "spark.ui.enabled=false", "spark_claims.py"),
    ]
    told = os.environ | {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    begin = time.perf_counter()
    peak = 0
    with (
        Path("spark.log").open("wb") as log,
        subprocess.Popen(
            command, env=told, stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        while process.poll() is None:
            peak = max(peak, largest_worker(process.pid))
            time.sleep(PAUSE)
    if process.returncode:
        sys.exit(Path("spark.log").read_text("utf-8", "replace")[-4000:])
    return time.perf_counter() - begin, peak


def largest_worker(session: int) -> int:
    """Return the bytes of memory of the largest Python process of a *session*."""
    sizes = [0]
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            stat = (path / "stat").read_text("utf-8").rpartition(")")[2].split()
            command = (path / "cmdline").read_bytes()
            if int(stat[3]) == session and b"pyspark.daemon" in command:
                sizes.append(memory_of(int(path.name)))
    return max(sizes)


def _home() -> str:
    """Return where pyspark is installed, Spark and all."""
    import pyspark

    return str(Path(pyspark.__file__).parent)


def by_spark() -> list[dict[str, object]]:
    """Return the rows that Spark has written, by their ids."""
    rows: list[dict[str, object]] = pq.read_table("judged").sort_by("id").to_pylist()
    return rows


if __name__ == "__main__":
    main()
