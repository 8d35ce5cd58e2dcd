"""Realistic record sets of any size, to measure on.

    python bench/generate.py --figures 100000 FOLDER --format jsonl --files 4

The same seed and size make the same records. They are written as they are made, so
that a set of a million figures needs no more memory than its cast of sources, programs
and measures.
"""

import argparse
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import random_entities
import random_statements
from writers import FORMATS, Record, Writer

PER_EVENT, PER_STATEMENT = 15, 12
"""Figures for one event, and for one statement."""

Section = tuple[str, int, Iterable[Record]]
"""Its name, how many records it has, and those."""


def main() -> None:
    """Write a record set."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--figures", type=int, default=1000)
    parser.add_argument("--format", choices=FORMATS, default="yaml")
    parser.add_argument("--files", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for path in generate(
        args.folder, args.figures, args.format, files=args.files, seed=args.seed
    ):
        print(path)


def generate(
    folder: Path, figures: int, form: str = "yaml", *, files: int = 1, seed: int = 1
) -> list[Path]:
    """Write a set of *figures* figures to *folder*, and return its files."""
    folder.mkdir(parents=True, exist_ok=True)
    ending = f".{form}"
    names = [f"records-{n:03}{ending}" for n in range(1, files + 1)]
    paths = [folder / name for name in (names if files > 1 else [f"records{ending}"])]
    header = {"name": f"made-up-{figures}", "version": f"seed-{seed}", "format": 1}
    with ExitStack() as stack:
        writers: list[Writer] = [FORMATS[form](path, header) for path in paths]
        for writer in writers:
            stack.enter_context(writer.file)
        for name, size, records in sections(figures, seed):
            deal(writers, name, size, records)
    return paths


def deal(
    writers: list[Writer], name: str, size: int, records: Iterable[Record]
) -> None:
    """Write the *size* records of a section, to each file its run of them."""
    for number, record in enumerate(records):
        writers[number * len(writers) // size].write(name, [record])


def sections(figures: int, seed: int) -> Iterator[Section]:
    """Yield the sections of a set in their order; each is to be read in its turn."""
    players = random_entities.Cast(figures, seed)
    saying = random_statements.Saying(players)
    events, statements = figures // PER_EVENT, figures // PER_STATEMENT
    yield "sources", len(players.sources.items), random_entities.sources(players)
    yield "countries", len(players.countries.items), random_entities.countries(players)
    yield "groups", len(players.groups.items), random_entities.groups(players)
    yield "programs", len(players.programs.items), random_entities.programs(players)
    yield (
        "organizations",
        len(players.organizations.items),
        random_entities.organizations(players),
    )
    yield "people", len(players.people.items), random_entities.people(players)
    yield "measures", len(players.measures.items), players.measures.items
    yield "figures", figures, saying.figures(figures)
    yield "events", events, random_statements.events(players, events)
    yield "statements", statements, random_statements.statements(players, statements)
    yield "conflicts", len(saying.disputed), saying.conflicts()


if __name__ == "__main__":
    main()
