"""How long made-up record sets take to compile, beside what cannot be gone below.

What is timed is a look-up with --records: of a set that was never compiled, of the same
again, and after a statement has got a word more.
"""

import shutil
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
    "set",
    "s",
    "CPU s",
    "peak MB",
    "floor s (events + rows)",
    "× floor",
)
FEW = 10_000
"""Figures up to which compiling is measured in every round; beyond, in fewer."""


def rounds_for(figures: int, rounds: int) -> int:
    """Return how often a set of a size is compiled."""
    return max(1, rounds * FEW // max(figures, FEW))


def built(sinotech: Path, figures: int, folder: Path, form: str = "yaml") -> Path:
    """Return a database of a made-up set, made if it is not there yet."""
    cache = folder / f"{figures}-{form}"
    if not cache.exists():
        cost_of(command(sinotech, made(figures, folder, form), cache))
    return max((cache / "sinotech").glob("*.db"), key=lambda db: db.stat().st_mtime)


def made(figures: int, folder: Path, form: str) -> Path:
    """Return the file of a made-up set, written if it is not there yet."""
    path = folder / str(figures) / f"records.{form}"
    if not path.exists():
        generate(path.parent, figures, form)
    return path


def command(sinotech: Path, records: Path, cache: Path) -> list[str | Path]:
    """Return the command that asks *records*, which are kept compiled in *cache*."""
    asked = ["country", "China", "--json", "--records"]
    return ["env", f"XDG_CACHE_HOME={cache}", sinotech, *asked, records]


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
    """Return a row for a set that is new, for the same again, and after an edit."""
    records, cache = made(figures, folder, form), folder / f"{figures}-{form}"
    costs: dict[str, list[Cost]] = {"new": [], "the same": [], "edited": []}
    floors = []
    for _ in range(times):
        shutil.rmtree(cache, ignore_errors=True)
        for way, some in costs.items():
            if way == "edited":
                edit(records)
            some.append(cost_of(command(sinotech, records, cache)))
        floors.append((floor("events", records), floor("rows", records)))
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


def edit(records: Path) -> None:
    """Put a word before a statement of *records*."""
    content = records.read_bytes()
    section = b'{"statements"' if records.suffix == ".jsonl" else b"\nstatements:"
    at = content.index(b"text", content.index(section)) + len("text")
    while not content[at : at + 1].isalnum():
        at += 1
    records.write_bytes(content[:at] + b"Once " + content[at:])


def floor(kind: str, path: Path) -> float:
    """Return the seconds of a floor, measured in a process of its own."""
    return float(told([sys.executable, FLOORS, kind, path]))
