"""Cities and provinces, with what they lie in: ``places.txt``, for the store.

A city lies in its province and that in its country, so that a claim which names one of
them can be compared with a record that names another.
"""

from collections.abc import Iterator
from pathlib import Path

from sinotech.naming import key

FILE = Path(__file__).with_name("places.txt")

_KINDS = {"C": "city", "P": "province"}

_SAINT = {"saint": "st", "st": "saint"}
"""Two ways to begin the name of a city."""


def place_rows() -> Iterator[tuple[str, str, str, str, int]]:
    """Yield the rows of the table ``place``: folded, name, kind, within, careful.

    *within* are the folded names of what the place lies in, each in one word, inner
    first, its country's code last: ``sichuan cn``. A place with several names has a row
    for each, and so has one that two countries call theirs, for each country.
    """
    seen = set()
    for kind, name, others, within, countries in _lines():
        plain = name.removesuffix("*")
        outer = [word(one) for one in within.split(",") if one]
        for one in (name, *others.split(",")):
            for folded in _foldings(one.removesuffix("*")):
                for country in countries.split(","):
                    chain = " ".join((*outer, country.lower()))
                    row = folded, plain, _KINDS[kind], chain
                    if folded and row not in seen:
                        seen.add(row)
                        yield *row, int(one.endswith("*"))


def word(name: str) -> str:
    """Return *name* folded, in one word.

    >>> word("Inner Mongolia"), word("Xi'an")
    ('inner-mongolia', 'xian')
    """
    return key(name).replace(" ", "-")


def _foldings(name: str) -> Iterator[str]:
    """Yield *name* folded; a name with *Saint* is also written with *St*."""
    folded = key(name)
    yield folded
    words = folded.split()
    if len(words) > 1 and words[0] in _SAINT:
        yield " ".join((_SAINT[words[0]], *words[1:]))


def _lines() -> Iterator[list[str]]:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")
