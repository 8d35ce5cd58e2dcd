"""How much longer a command takes than the interpreter that runs it.

Builds the wheel, installs it in a clean environment of its own, and times whole
processes: each command and ``python -c pass`` once in every round, in an order that
rotates. A ratio is the median of the ratios within rounds, so that what else the
machine does falls on both. Prints a Markdown table, and fails on nothing.
"""

import argparse
import os
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
CLAIM = "China has signed 119 intergovernmental agreements"
COMPLETING = ("_SINOTECH_COMPLETE=complete_bash", "COMP_CWORD=2")
COMMANDS = [
    # arguments, and how many times the interpreter's start they may take
    (["country", "Brazil", "--json"], 2),
    (["country", "Brazil"], 2),
    (["country", "China", "--json"], 2),
    (["country", "China"], 2),
    (["program", "BRICS", "--json"], 2),
    (["program", "BRICS"], 2),
    (["figure", "fig-bri-cooperation-countries-150-2024", "--json"], 2),
    (["show", "brics", "--json"], 2),
    (["country", "Brazl", "--json"], 2),
    (["cite", CLAIM, "--json"], 3),
    (["cite", CLAIM], 3),
    (["country", "Brazil", "--format", "table"], 8),
    (["--help"], 15),
    (["country", "--help"], 15),
]
HELLO = (
    '{"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": '
    '{"protocolVersion": "2025-11-25", "capabilities": {}}}\n'
)
"""What a client says first to `sinotech mcp`; it is answered, and the input ends."""
SQL = "SELECT doc FROM record WHERE id = 'br'"
LINES = 1000


class Row:
    """One command that is timed: its label, words, limit, input, and its seconds."""

    def __init__(
        self, label: str, argv: list[str], limit: int | None = None, lines: str = ""
    ) -> None:
        """Hold what is to be run, with *lines* on its standard input."""
        self.label = label
        self.argv = argv
        self.limit = limit
        self.lines = lines
        self.times: list[float] = []


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--env", type=Path, help="an environment that has the wheel")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        report((args.env or installed(Path(scratch))) / "bin", args.rounds)


def report(bin_: Path, rounds: int) -> None:
    """Measure what is installed beside *bin_*, and print it."""
    database = Path(told(bin_ / "python", "import sinotech.store as s; s.BUNDLED"))
    with tempfile.TemporaryDirectory() as scratch:
        rows = [*own_rows(bin_, Path(scratch)), *peers(bin_, database)]
        print_versions(bin_, rounds)
        measure(rows, rounds)
    print_rows(rows)
    print_batches(bin_, database)


def installed(folder: Path) -> Path:
    """Return a clean environment in *folder* that the built wheel is installed in."""
    wheels, env = folder / "wheels", folder / "env"
    pip = [sys.executable, "-m", "pip", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", wheels, ROOT], check=True)
    subprocess.run([sys.executable, "-m", "venv", env], check=True)
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([env / "bin" / "pip", "--quiet", "install", wheel], check=True)
    return env


def told(python: Path, code: str) -> str:
    """Return what the last expression of *code* is in an environment."""
    *before, last = code.split("; ")
    code = "; ".join([*before, f"print({last})"])
    done = subprocess.run([python, "-c", code], capture_output=True, check=True)
    return done.stdout.decode().strip()


def own_rows(bin_: Path, folder: Path) -> list[Row]:
    """Return the interpreter, the floors of what can be reached, and our commands."""
    python, script = str(bin_ / "python"), str(bin_ / "sinotech")
    empty = folder / "empty"
    shutil.copy(script, empty)
    lines = empty.read_text().splitlines()
    lines = [line for line in lines if "sinotech" not in line or line.startswith("#!")]
    empty.write_text("\n".join(line.replace("script()", "0") for line in lines))
    completing = ["env", *COMPLETING, "COMP_WORDS=sinotech country B", script]
    return [
        Row("python -c pass", [python, "-c", "pass"]),
        Row("console script that does nothing", [str(empty)]),
        Row("python -c 'import _sqlite3'", [python, "-c", "import _sqlite3"]),
        Row("python -c 'import re, _sqlite3'", [python, "-c", "import re, _sqlite3"]),
        Row("python -c 'import rich.table'", [python, "-c", "import rich.table"]),
        *(Row(f"sinotech {' '.join(a)}", [script, *a], n) for a, n in COMMANDS),
        Row("completion of `country B` (with env)", completing, 3),
        Row("sinotech mcp, to its first answer", [script, "mcp"], 15, HELLO),
    ]


def peers(bin_: Path, database: Path) -> list[Row]:
    """Return comparable questions to other tools, so far as they are there."""
    utils = str(bin_ / "sqlite-utils")
    asked = [
        Row("sqlite3 (SELECT by id)", ["sqlite3", "-readonly", str(database), SQL]),
        Row("sqlite-utils query", [utils, "query", str(database), SQL]),
        Row("tldr tar", ["tldr", "tar"]),
    ]
    return [row for row in asked if shutil.which(row.argv[0])]


def environment() -> dict[str, str]:
    """Return this process's environment without what changes how Python starts."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}


def seconds(argv: list[str], lines: str | None = None) -> float:
    """Return how long *argv* runs, with *lines* on its standard input."""
    begin = time.perf_counter()
    subprocess.run(
        argv,
        env=environment(),
        input=(lines or "").encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - begin


def measure(rows: list[Row], rounds: int) -> None:
    """Run every row once in each round, after one that does not count."""
    for row in rows:
        seconds(row.argv, row.lines)
    for number in range(rounds):
        at = number % len(rows)
        for row in [*rows[at:], *rows[:at]]:
            row.times.append(seconds(row.argv, row.lines))


def print_versions(bin_: Path, rounds: int) -> None:
    """Print what was measured, and on what."""
    named = "pip rich sinotech sqlite-utils typer".split()
    listed = subprocess.run(
        [bin_ / "python", "-m", "pip", "list", "--format=freeze"],
        capture_output=True,
        check=True,
    )
    versions = dict(
        line.split("==") for line in listed.stdout.decode().split() if "==" in line
    )
    wrapper = "with" if "import re\n" in (bin_ / "sinotech").read_text() else "without"
    told_versions = ", ".join(f"{name} {versions.get(name, '?')}" for name in named)
    python = told(bin_ / "python", "import platform; platform.python_version()")
    library = told(bin_ / "python", "import sqlite3; sqlite3.sqlite_version")
    print(f"Python {python}, SQLite {library}, {told_versions}")
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    print(f"{machine}, load {os.getloadavg()[0]:.1f}")
    print(f"{rounds} rounds; console script {wrapper} `import re`\n")


def print_rows(rows: list[Row]) -> None:
    """Print each row's median, its ratio to the first row's, and the limit."""
    print("| command | ms | × python | at most |\n| --- | --- | --- | --- |")
    for row in rows:
        pairs = zip(row.times, rows[0].times, strict=True)
        ratio = median(own / base for own, base in pairs)
        cells = (row.label, f"{median(row.times) * 1e3:.1f}", f"{ratio:.2f}")
        print(f"| {' | '.join(cells)} | {row.limit or ''} |")


def print_batches(bin_: Path, database: Path) -> None:
    """Print what a line of a batch costs, beyond starting."""
    rng = random.Random(1)  # noqa: S311  # the same questions each time
    with sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True) as connection:
        names = column(connection, "SELECT name FROM name WHERE kind = 'country'")
        recorded = column(connection, "SELECT title FROM record WHERE kind = 'program'")
        said = column(connection, "SELECT title FROM record WHERE kind = 'statement'")
    slips = [f"{name[:2]}x{name[3:]}" for name in names if name.isascii()]
    print(f"\n| batch of {LINES} lines | ms a line |\n| --- | --- |")
    batches = [
        ("names of countries", "country", names),
        ("misspelt names of countries", "country", slips),
        ("names of programs", "program", recorded),
        ("claims", "cite", said),
    ]
    for label, command, asked in batches:
        argv = [str(bin_ / "sinotech"), command, "-", "--json"]
        lines = "\n".join(rng.choices(asked, k=LINES))
        cost = seconds(argv, lines) - seconds(argv, asked[0])
        print(f"| {label} | {cost / LINES * 1e3:.2f} |")


def column(connection: sqlite3.Connection, sql: str) -> list[str]:
    """Return the first column of what *sql* selects."""
    return [row[0] for row in connection.execute(sql)]


if __name__ == "__main__":
    main()
