"""How long made-up record sets take to compile, beside what cannot be gone below."""

import subprocess
import sys
from pathlib import Path
from statistics import median

from generate import generate
from measuring import Cost, cost_of, middle, table, told

FLOORS = Path(__file__).parent / "floors.py"
HEAD = (
    "figures",
    "form",
    "build",
    "s",
    "CPU s",
    "peak MB",
    "floor s (events + rows)",
    "× floor",
)
EDITED = ("It serves ", "It served ")
FEW = 10_000
"""Figures up to which compiling is measured in every round; beyond, in fewer."""


def rounds_for(figures: int, rounds: int) -> int:
    """Return how often a set of a size is compiled."""
    return max(1, rounds * FEW // max(figures, FEW))


def built(sinotech: Path, figures: int, folder: Path, form: str = "yaml") -> Path:
    """Return a database of a made-up set, made if it is not there yet."""
    database = folder / f"{figures}-{form}.db"
    if not database.exists():
        cost_of(command(sinotech, made(figures, folder, form), database))
    return database


def made(figures: int, folder: Path, form: str) -> Path:
    """Return the file of a made-up set, written if it is not there yet."""
    path = folder / str(figures) / f"records.{form}"
    if not path.exists():
        generate(path.parent, figures, form)
    return path


def command(sinotech: Path, records: Path, database: Path) -> list[str | Path]:
    """Return the command that compiles *records*."""
    return [sinotech, "build", "--records", records, "--db", database]


def measured(sinotech: Path, sizes: list[int], folder: Path, rounds: int) -> str:
    """Return a table of what compiling costs, at each size and in each form."""
    rows = []
    for figures in sizes:
        for form in ("yaml", "jsonl"):
            times = rounds_for(figures, rounds)
            try:
                rows += builds(sinotech, figures, form, folder, times)
            except subprocess.CalledProcessError:
                rows.append((f"{figures:,}", form, "not read", *["–"] * 5))
    return table(HEAD, rows)


def builds(
    sinotech: Path, figures: int, form: str, folder: Path, times: int
) -> list[tuple[str, ...]]:
    """Return a row for each way to build: from scratch, unchanged, after an edit."""
    records = made(figures, folder, form)
    database = folder / f"{figures}-{form}.db"
    costs: dict[str, list[Cost]] = {"scratch": [], "unchanged": [], "edited": []}
    floors = []
    original = records.read_text("utf-8")
    for _ in range(times):
        database.unlink(missing_ok=True)
        costs["scratch"].append(cost_of(command(sinotech, records, database)))
        costs["unchanged"].append(cost_of(command(sinotech, records, database)))
        records.write_text(original.replace(*EDITED, 1), "utf-8")
        costs["edited"].append(cost_of(command(sinotech, records, database)))
        records.write_text(original, "utf-8")
        floors.append((floor("events", records), floor("rows", database)))
    events, rows = (median(one[n] for one in floors) for n in range(2))
    return [
        (
            f"{figures:,}",
            form,
            way,
            f"{(cost := middle(some)).seconds:.2f}",
            f"{cost.cpu:.2f}",
            f"{cost.peak / 1e6:.0f}",
            f"{events:.2f} + {rows:.2f}",
            f"{cost.seconds / (events + rows):.2f}",
        )
        for way, some in costs.items()
    ]


def floor(kind: str, path: Path) -> float:
    """Return the seconds of a floor, measured in a process of its own."""
    return float(told([sys.executable, FLOORS, kind, path]))
