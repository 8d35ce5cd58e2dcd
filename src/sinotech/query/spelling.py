"""Names that are spelt nearly as what was asked, or hold it.

Comparing it with every name would take a hundred times as long as looking a name up. So
names stand together by length, each with a sign (see :func:`sinotech.naming.sign`)
that rules nearly all of them out; none is lost by it.
"""

from itertools import islice
from sys import byteorder

from sinotech.naming import edits, sign
from sinotech.rawjson import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence


MOST_COMPARED = 20_000
"""Names, alike by their signs, that are compared with what was asked: 40 milliseconds.
Where there are more, no name is taken for it, since one of the rest may be as near. A
million names made of two to four of our own words have 6,600 at most."""


class Near:
    """A name that is a few edits away, and what it is a name of."""

    __slots__ = ("abbreviated", "folded", "kind", "target")

    def __init__(self, folded: str, kind: str, target: str, abbreviated: int) -> None:
        """Take a row of the name table."""
        self.folded = folded
        self.kind = kind
        self.target = target
        self.abbreviated = bool(abbreviated)


def distances(
    store: "sqlite3.Connection", folded: str, kinds: "Sequence[str]", most: int
) -> "Iterable[tuple[int, Near]]":
    """Yield the edits to each name that takes at most *most*, with that name."""
    found: dict[str, int] = {}
    digits = _digits(folded)
    alike = list(islice(_alike(store, folded, kinds, most), MOST_COMPARED))
    for name in dict.fromkeys(alike) if len(alike) < MOST_COMPARED else ():
        if _digits(name) != digits:
            continue  # Chang'e 7 is no slip for Chang'e 6
        distance = edits(folded, name, most)
        if distance <= most:
            found[name] = distance
    sql = f"""SELECT DISTINCT folded, kind, target,
                     name = upper(name) AND instr(name, ' ') = 0
              FROM name
              WHERE folded IN (SELECT value FROM json_each(?))
                AND kind IN ({_marks(kinds)}) AND method IN ('exact', 'alias')"""
    for row in store.execute(sql, (dump(list(found)), *kinds)) if found else ():
        yield found[row[0]], Near(*row)


def _alike(
    store: "sqlite3.Connection", folded: str, kinds: "Sequence[str]", most: int
) -> "Iterator[str]":
    """Yield the names that may be within *most* edits, by their lengths and signs."""
    own = int.from_bytes(sign(folded).to_bytes(8, "little"), byteorder)
    sql = f"""SELECT length, names, signs FROM spelling
              WHERE kind IN ({_marks(kinds)}) AND length BETWEEN ? AND ?"""
    lengths = (len(folded) - most, len(folded) + most)
    for length, names, signs in store.execute(sql, (*kinds, *lengths)):
        step = length + len("  \n")
        held = memoryview(signs).cast("Q")
        for index, one in enumerate(held):
            if (one ^ own).bit_count() <= 2 * most:
                gone, new = own & ~one, one & ~own
                if gone.bit_count() <= most and new.bit_count() <= most:
                    begin = index * step + 1
                    yield names[begin : begin + length]


def holding(
    store: "sqlite3.Connection", folded: str, kinds: "Sequence[str]", most: int
) -> list[tuple[str, str]]:
    """Return the kinds and targets of up to *most* names that hold *folded*, as words.

    The shortest names come first.
    """
    words = f" {folded} "
    sql = f"""SELECT length, names FROM spelling
              WHERE kind IN ({_marks(kinds)}) AND length >= ? AND instr(names, ?)
              ORDER BY length"""
    rows = store.execute(sql, (*kinds, len(folded), words))
    holders = (one for length, names in rows for one in _holding(length, names, words))
    names = dict.fromkeys(islice(holders, MOST_COMPARED))
    sql = f"""SELECT DISTINCT kind, target FROM name
              WHERE folded IN (SELECT value FROM json_each(?))
                AND kind IN ({_marks(kinds)}) AND method IN ('exact', 'alias')
              ORDER BY length(folded), target LIMIT ?"""
    if not names:
        return []
    return store.execute(sql, (dump(list(names)), *kinds, most)).fetchall()


def _holding(length: int, names: str, words: str) -> "Iterator[str]":
    """Yield the names of a row, each of *length* letters, that hold *words*."""
    step = length + len("  \n")
    at = names.find(words)
    while at >= 0:
        index = at // step
        yield names[index * step + 1 : index * step + 1 + length]
        at = names.find(words, (index + 1) * step)


def _marks(values: "Sequence[str]") -> str:
    return ", ".join("?" * len(values))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
