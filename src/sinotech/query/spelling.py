"""Names that are spelt nearly as what was asked, or hold it.

Comparing it with every name would take a hundred times as long as looking a name up. So
names stand together by length, each with a sign (see :func:`sinotech.naming.sign`)
that rules nearly all of them out; none is lost by it.
"""

from sinotech.naming import edits, sign
from sinotech.stored import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence


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
    for name in _alike(store, folded, kinds, most):
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
    from struct import unpack

    own = sign(folded)
    sql = f"""SELECT names, signs FROM spelling
              WHERE kind IN ({_marks(kinds)}) AND length BETWEEN ? AND ?"""
    lengths = (len(folded) - most, len(folded) + most)
    for names, signs in store.execute(sql, (*kinds, *lengths)):
        held = unpack(f"<{len(signs) // 8}Q", signs)
        near = [i for i, one in enumerate(held) if (one ^ own).bit_count() <= 2 * most]
        lines = names.split("\n") if near else ()
        for index in near:
            gone, new = own & ~held[index], held[index] & ~own
            if gone.bit_count() <= most and new.bit_count() <= most:
                yield lines[index][1:-1]


def holding(
    store: "sqlite3.Connection", folded: str, kinds: "Sequence[str]", most: int
) -> list[tuple[str, str]]:
    """Return the kinds and targets of up to *most* names that hold *folded*, as words.

    The shortest names come first.
    """
    words = f" {folded} "
    sql = f"""SELECT names FROM spelling
              WHERE kind IN ({_marks(kinds)}) AND length >= ? AND instr(names, ?)"""
    names = [
        line[1:-1]
        for (lines,) in store.execute(sql, (*kinds, len(folded), words))
        for line in lines.split("\n")
        if words in line
    ]
    sql = f"""SELECT DISTINCT kind, target FROM name
              WHERE folded IN (SELECT value FROM json_each(?))
                AND kind IN ({_marks(kinds)}) AND method IN ('exact', 'alias')
              ORDER BY length(folded), target LIMIT ?"""
    if not names:
        return []
    return store.execute(sql, (dump(names), *kinds, most)).fetchall()


def _marks(values: "Sequence[str]") -> str:
    return ", ".join("?" * len(values))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
