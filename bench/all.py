"""Everything that is measured, in one run, as the Markdown of bench/RESULTS.md.

    python bench/all.py                             # as RESULTS.md has it: hours
    python bench/all.py --sizes 1k --rounds 1       # a look whether it runs

Prints; with --write, into bench/RESULTS.md. Peers are installed by pip in an
environment of the run's own; those that cannot be are left out.
"""

import argparse
import datetime as dt
import io
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from statistics import median

import asking
import compiling
import retrieval
import start
from measuring import on, table

RESULTS = Path(__file__).parent / "RESULTS.md"
PEERS = "bm25s sqlite-utils wn".split()
UNITS = {"k": 1000, "m": 1_000_000}
QUESTION = "country Brazil --json --db".split()


def main() -> None:
    """Measure, and print or write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=sizes_of, default="1k,10k,100k,1m")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--env", type=Path, help="an environment that has the wheel")
    parser.add_argument("--folder", type=Path, help="where sets are kept between runs")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    told, before = "", RESULTS.read_text("utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        for part in report(args, Path(scratch)):  # each takes minutes
            told += f"{part}\n"
            if args.write:
                RESULTS.write_text(with_others(told, before), "utf-8")
            else:
                print(part, flush=True)


def with_others(told: str, before: str) -> str:
    """Return *told* with the sections of *before* that are measured by other scripts.

    A section begins with ``## ``.

    """
    others = before.split("\n## ")[1:]
    headings = set(told.splitlines())
    kept = [one for one in others if f"## {one.partition(chr(10))[0]}" not in headings]
    return "\n## ".join([told.rstrip("\n") + "\n", *kept]) if kept else told


def sizes_of(text: str) -> list[int]:
    """Return sizes such as ``1k,1m`` as numbers."""
    return [
        int(size.rstrip("km")) * UNITS.get(size[-1], 1)
        for size in text.lower().split(",")
    ]


def report(args: argparse.Namespace, scratch: Path) -> Iterator[str]:
    """Yield the parts of the report."""
    env = args.env or start.installed(scratch)
    peers = None if args.no_peers else peers_in(scratch)
    os.environ["HOME"] = str(scratch)  # what a peer keeps there is no one's business
    if peers:
        on(peers)
    yield f"# Results\n\n{today(env, peers, args.rounds)}\n"
    yield "## Starting\n\nA ratio is to `python -c pass` in the same round.\n"
    yield printed(env, args.rounds)
    folder = args.folder or scratch
    sinotech = (env / "bin" / "sinotech").absolute()
    yield "## Compiling\n"
    yield compiling.measured(sinotech, args.sizes, folder, args.rounds)
    databases = {n: compiling.built(sinotech, n, folder).absolute() for n in args.sizes}
    if peers:
        yield "`sqlite-utils insert` and `enable-fts` of the texts alone:\n"
        yield table(
            ("figures", "sqlite-utils"),
            [
                (f"{n:,}", retrieval.by_sqlite_utils(scratch, d))
                for n, d in databases.items()
            ],
        )
    yield "## Asking, within the process\n"
    yield asking.measured(databases, args.rounds)
    yield "## Asking, whole processes\n"
    yield processes(sinotech, databases, args.rounds)
    if peers:
        yield table(("peer", "ms", "× python"), [started(peers, args.rounds)])
    yield "## Finding what a claim was made from\n"
    python = peers / "python" if peers else None
    yield retrieval.measured(databases, args.rounds, python)


def peers_in(scratch: Path) -> Path | None:
    """Return the programs of an environment that has the peers, if it can be made."""
    env = scratch / "peers"
    subprocess.run([sys.executable, "-m", "venv", env], check=True)
    done = subprocess.run(
        [env / "bin" / "pip", "--quiet", "install", *PEERS], check=False
    )
    return env / "bin" if done.returncode == 0 else None


def today(env: Path, peers: Path | None, rounds: int) -> str:
    """Return when and on what this was measured; no name of a machine, no path."""
    date = dt.datetime.now(dt.UTC).date()
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    python = start.told(
        env / "bin" / "python", "import platform as p; p.python_version()"
    )
    versions = f"Python {python}, SQLite {sqlite3.sqlite_version}"
    if peers:
        listed = subprocess.run(
            [peers / "pip", "list", "--format=freeze"], capture_output=True, check=True
        )
        lines = listed.stdout.decode().split()
        own = (
            line.replace("==", " ") for line in lines if line.split("==")[0] in PEERS
        )
        versions = ", ".join([versions, *own])
    load = os.getloadavg()[0]
    return f"{date}. {machine}, load {load:.1f}. {versions}. {rounds} rounds."


def printed(env: Path, rounds: int) -> str:
    """Return what the benchmark of starting prints."""
    with redirect_stdout(io.StringIO()) as out:
        start.report(env / "bin", rounds)
    return out.getvalue()


def started(peers: Path, rounds: int) -> tuple[str, str, str]:
    """Return a row for how long wn takes to say that it holds no lexicon."""
    python = str(peers / "python")
    wn = start.Row("wn lexicons", [python, "-m", "wn", "lexicons"])
    bare = start.Row("python -c pass", [python, "-c", "pass"])
    start.measure([bare, wn], rounds)
    return compared(wn, bare)


def compared(row: start.Row, base: start.Row) -> tuple[str, str, str]:
    """Return a row's label, milliseconds, and median ratio to another in its rounds."""
    pairs = zip(row.times, base.times, strict=True)
    ratio = median(own / other for own, other in pairs)
    return row.label, f"{median(row.times) * 1e3:.1f}", f"{ratio:.2f}"


def processes(sinotech: Path, databases: dict[int, Path], rounds: int) -> str:
    """Return a table of a question asked by a whole process, beside peers'."""
    sql = "SELECT doc FROM record WHERE id = 'br'"
    rows = []
    for size, path in databases.items():
        asked = [
            start.Row("python -c pass", [sys.executable, "-c", "pass"]),
            start.Row("sinotech country Brazil", [str(sinotech), *QUESTION, str(path)]),
            start.Row(
                "sinotech cite", [str(sinotech), "cite", start.CLAIM, "--db", str(path)]
            ),
            start.Row("sqlite3", ["sqlite3", "-readonly", str(path), sql]),
            start.Row("sqlite-utils query", ["sqlite-utils", "query", str(path), sql]),
        ]
        asked = [row for row in asked if shutil.which(row.argv[0])]
        start.measure(asked, rounds)
        rows += [(f"{size:,}", *compared(row, asked[0])) for row in asked]
    return table(("figures", "process", "ms", "× python"), rows)


if __name__ == "__main__":
    main()
