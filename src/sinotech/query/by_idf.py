"""The records whose words tell most, in sets that are too large to rank them all.

FTS5 ranks by reading every posting of every word asked for: of a word that half the
records hold, half a million. Here, what a record's words tell is summed up instead, for
all records and words at once (see sinotech.bitmaps). Nothing is missed for standing
behind frequent words. What is left out is what ranking adds to the sum: how often a
record holds a word, where, and how long it is. Whoever needs that ranks the likeliest.
"""

from functools import lru_cache, reduce
from math import log
from operator import and_

from sinotech.bitmaps import bit_sliced_sum, bits_of, bits_within, top_k, unpack
from sinotech.query.postings import count_all, find_numbers, joined, stems_of
from sinotech.rawjson import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from sinotech.query.postings import Run

UNIT = 2.0
"""Natural logarithms to which what a word tells is rounded. At a million figures, a
quarter of it finds the record of no more of 300 claims, and takes a fifth longer."""

KEPT = 128
"""Words and concepts of which it is kept which records hold them, 190 kB each at a
million figures: the parts of a claim share them, and so do claims."""

LEAST_IDF = 1e-6
"""What FTS5 gives to a word that half of the records or more hold."""


def idf(total: int, held: int) -> float:
    """Return what a word tells that *held* of *total* records hold, as FTS5 has it."""
    told = log((max(total - held, 0) + 0.5) / (held + 0.5))
    return told if told > 0 else LEAST_IDF


def top_by_idf(
    store: "sqlite3.Connection",
    postings: "Mapping[str, int]",
    concepts: "Iterable[int]",
    runs: "Sequence[Run]",
    most: int,
) -> list[int]:
    """Return up to *most* records in *runs* that hold some of the words, in no order.

    They are those whose words, and concepts, tell most; what a quarter of all records
    hold counts only where nothing else finds so many. *postings* says how many records
    hold each word, written as FTS5 is asked for it.
    """
    total = count_all(store)
    counts = [*postings.items(), *_count(store, tuple(concepts)).items()]
    tells = [(round(idf(total, held) / UNIT), asked) for asked, held in counts]
    within = _within(joined(runs))
    digits = bit_sliced_sum(
        (told, _holding(store, asked)) for told, asked in tells if told
    )
    found = top_k(digits, within, most)
    if len(found) < most:
        frequent = bit_sliced_sum(
            (1, _holding(store, asked)) for told, asked in tells if not told
        )
        found += top_k(frequent, within & ~bits_of(found), most - len(found))
    return found


def _count(store: "sqlite3.Connection", concepts: tuple[int, ...]) -> dict[int, int]:
    """Return how many records hold each of *concepts*; those in none are left out."""
    sql = """SELECT concept, records FROM concept
             WHERE concept IN (SELECT value FROM json_each(?)) AND records"""
    return dict(store.execute(sql, (dump(concepts),)).fetchall())


@lru_cache(maxsize=8)
def _within(runs: "tuple[Run, ...]") -> int:
    return bits_within(runs)


@lru_cache(maxsize=KEPT)
def _holding(store: "sqlite3.Connection", asked: str | int) -> int:
    """Return the records that hold a word or a concept; of a phrase, all its words.

    Those of a phrase need not stand together there.
    """
    if isinstance(asked, int):
        sql = "SELECT bits FROM concept WHERE concept = ?"
        return unpack(store.execute(sql, (asked,)).fetchone()[0])
    if asked.endswith("*"):
        return bits_of(find_numbers(store, asked))
    words = asked.strip('"')
    every = [_of_stem(store, stem) for stem in stems_of([words]).get(words, ())]
    known = [bits for bits in every if bits is not None]
    if len(known) < len(every) or not known:  # a rare one
        return bits_of(find_numbers(store, asked))
    return reduce(and_, known)


def _of_stem(store: "sqlite3.Connection", stem: str) -> int | None:
    """Return the records that hold *stem*, if those are many."""
    sql = "SELECT bits FROM bitmap WHERE stem = ?"
    row = store.execute(sql, (stem,)).fetchone()
    return unpack(row[0]) if row else None
