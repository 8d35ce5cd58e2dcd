"""Tries to break the tool for some minutes, with what ``tests/fuzzing.py`` makes up.

Every round has a seed, which is printed, with what was found: a round can be had again
with ``--seed``.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from fuzzing import (
    BATCHES,
    DRAFTS,
    ON_DATABASES,
    ON_RECORDS,
    arguments,
    damaged,
    damages,
    fault_of_arguments,
    fault_of_batch,
    fault_of_database,
    fault_of_draft,
    fault_of_records,
    record_sets,
)
from paths import MINI

from sinotech.compile.database import compile_records

EXAMPLES = 300
"""Of each kind in a round."""

KINDS = 5
LONGEST = 600
"""Characters that are printed of what was made up."""


def asserted(fault: str) -> None:
    """Raise AssertionError if there is a fault."""
    if fault:
        raise AssertionError(fault)


def kinds(db: Path, folder: Path) -> dict[str, Callable[[], None]]:
    """Return what is tried, by what it is made up of."""
    whole = db.read_bytes()

    @given(arguments())
    def command_lines(argv: list[str]) -> None:
        asserted(fault_of_arguments(argv, db))

    @given(BATCHES)
    def lines(asked: tuple[str, bytes]) -> None:
        asserted(fault_of_batch(*asked, db))

    @given(DRAFTS)
    def drafts(drawn: tuple[str, str, str]) -> None:
        asserted(fault_of_draft(*drawn, db, folder))

    @given(record_sets(), st.sampled_from(ON_RECORDS))
    def sets_of_records(content: bytes, asked: list[str]) -> None:
        asserted(fault_of_records(content, asked, folder))

    @given(damages(len(whole)), st.sampled_from(ON_DATABASES))
    def databases(damage: list[tuple[int, bytes]], asked: list[str]) -> None:
        asserted(fault_of_database(damaged(whole, damage), asked, folder))

    tried = (command_lines, lines, drafts, sets_of_records, databases)
    return {one.__name__.replace("_", " "): one for one in tried}


def round_of(number: int, db: Path, folder: Path) -> int:
    """Try each kind with seed *number*; print and count what was found."""
    often = settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    found = 0
    for kind, test in kinds(db, folder).items():
        try:
            seed(number)(often(test))()
        except BaseException as error:  # groups of errors, too
            if isinstance(error, KeyboardInterrupt):
                raise
            found += 1
            notes = " ".join(" ".join(getattr(error, "__notes__", ())).split())
            print(f"seed {number}, {kind}: {error}\n  {notes[-LONGEST:]}", flush=True)
    return found


def main() -> int:
    """Go round until the time is up; end with 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument(
        "--seed", type=int, default=0, help="the first; the next follow"
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = folder / "mini.db"
        compile_records([MINI], db)
        end = time.monotonic() + 60 * args.minutes
        number, found = args.seed, 0
        while number == args.seed or time.monotonic() < end:
            found += round_of(number, db, folder)
            number += 1
    rounds = number - args.seed
    made = rounds * EXAMPLES * KINDS
    print(f"seeds {args.seed} to {number - 1}: {made} made up, {found} faults")
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main())
