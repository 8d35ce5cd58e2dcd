"""What the territories of ISO 3166 are called, whether a record speaks of them or not.

A country that the sources never name is then known as such, and never taken for its
neighbour. ``cldr.txt`` holds the names and codes that CLDR gives, in many languages;
``territories.txt`` what it does not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class Territory(NamedTuple):
    """A territory: its alpha-2 code, its other *codes*, its names."""

    code: str
    codes: tuple[str, ...]
    english: str
    others: tuple[str, ...]


class Region(NamedTuple):
    """The id of a group, and what the region that it is of is called."""

    group: str
    names: tuple[str, ...]


def territories() -> tuple[Territory, ...]:
    """Return the territories, each with the names that CLDR gives."""
    return tuple(
        Territory(code, tuple(codes.split(",")) if codes else (), english, tuple(names))
        for code, codes, english, *names in _rows("cldr.txt")
        if not code.startswith("@")
    )


def regions() -> Iterator[Region]:
    """Yield the regions that records have groups for."""
    for code, *names in _rows("cldr.txt"):
        if code.startswith("@"):
            yield Region(code[1:], tuple(names))


def names_besides() -> Iterator[tuple[str, str]]:
    """Yield codes and names that CLDR does not give: official, demonyms, others."""
    for code, official, demonyms, others in _rows("territories.txt"):
        for name in (official, *demonyms.split(","), *others.split(",")):
            if name:
                yield code, name


def _rows(file: str) -> Iterator[list[str]]:
    for line in (_FOLDER / file).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("|")
