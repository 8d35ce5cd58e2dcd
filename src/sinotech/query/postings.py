"""What the full-text index holds of a word, and where; read in bounded steps."""

import sqlite3
from bisect import bisect_left

from sinotech.stored import dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Run = tuple[int, int]

TOKENISER = "porter unicode61 remove_diacritics 2"
"""The tokenizer of the index: see compile/schema.sql."""

ORDER = (
    "source",
    "country",
    "group",
    "program",
    "organization",
    "person",
    "measure",
    "figure",
    "event",
    "statement",
    "conflict",
)
"""Kinds in the order in which records are numbered, those of a kind in one run."""

_LAST = "\U0010ffff"
"""A character after every other: words with a beginning stand before it and this."""


def count_all(store: sqlite3.Connection) -> int:
    """Return how many records there are."""
    row: tuple[int] = store.execute("SELECT max(number) FROM record").fetchone()
    return row[0] or 0


def runs_of(store: sqlite3.Connection, kinds: "Sequence[str]" = ORDER) -> "list[Run]":
    """Return the first and the last number of the records of each of *kinds*."""
    total, first = count_all(store), {}
    places = {ORDER.index(kind) for kind in kinds}
    for place in sorted(places | {place + 1 for place in places}):
        first[place] = 1 + bisect_left(
            range(1, total + 1), place, key=lambda number: _place(store, number)
        )
    runs = [(first[place], first[place + 1] - 1) for place in sorted(places)]
    return [run for run in runs if run[0] <= run[1]]


def _place(store: sqlite3.Connection, number: int) -> int:
    """Return the place in ``ORDER`` of the record *number*, or the next there is."""
    sql = "SELECT kind FROM record WHERE number >= ? ORDER BY number LIMIT 1"
    return ORDER.index(store.execute(sql, (number,)).fetchone()[0])


def joined(runs: "Sequence[Run]") -> "list[Run]":
    """Return *runs* with those that follow one another made one.

    >>> joined([(3, 4), (5, 9), (12, 13)])
    [(3, 9), (12, 13)]
    """
    whole: list[Run] = []
    for first, last in runs:
        if whole and whole[-1][1] == first - 1:
            first = whole.pop()[0]  # noqa: PLW2901  # it begins where that one did
        whole.append((first, last))
    return whole


def part_of(runs: "Sequence[Run]", width: int) -> "list[Run]":
    """Return *width* numbers of *runs*: short runs whole, of the next its last ones.

    >>> part_of([(1, 2), (3, 100), (101, 105)], 10)
    [(1, 2), (101, 105), (98, 100)]
    """
    kept: list[Run] = []
    for first, last in sorted(runs, key=lambda run: run[1] - run[0]):
        begin = max(first, last - width + 1)
        if begin <= last:
            kept.append((begin, last))
        width -= last - begin + 1
    return kept


def find_numbers(
    store: sqlite3.Connection, match: str, runs: "Sequence[Run]", most: int
) -> list[int]:
    """Return the records in *runs* that match, unranked, up to *most* in each run."""
    sql = """SELECT json_group_array(rowid) FROM (
                 SELECT rowid FROM search
                 WHERE search MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)"""
    found: list[int] = []
    for first, last in runs:
        (numbers,) = store.execute(sql, (match, first, last, most)).fetchone()
        found += load(numbers)
    return found


def count_postings(store: sqlite3.Connection, terms: "Iterable[str]") -> dict[str, int]:
    """Return for each of *terms* how many records hold it, at most; 0 is left out.

    A phrase is taken to be in as many as its rarest word is: to count it would be to
    read it.
    """
    stems = stems_of(terms)
    asked = dump([stem for of_term in stems.values() for stem in of_term])
    sql = """SELECT stem, records FROM term
             WHERE stem IN (SELECT value FROM json_each(?))"""
    records = dict(store.execute(sql, (asked,)).fetchall())
    counts = {
        term: min(records.get(stem, 0) for stem in of_term)
        for term, of_term in stems.items()
    }
    return {term: count for term, count in counts.items() if count}


def count_beginnings(store: sqlite3.Connection, beginning: str) -> int:
    """Return how many postings the words have that begin so."""
    stems = stems_of([beginning]).get(beginning, [""])
    sql = "SELECT sum(records) FROM term WHERE stem >= ? AND stem < ?"
    last = stems[-1]
    (count,) = store.execute(sql, (last, last + _LAST)).fetchone()
    return count or 0


def stems_of(terms: "Iterable[str]") -> dict[str, list[str]]:
    """Return for each of *terms* the stems that the index's tokenizer makes of it."""
    listed = list(dict.fromkeys(terms))
    memory = sqlite3.connect(":memory:")
    memory.executescript(
        f"""CREATE VIRTUAL TABLE said USING fts5 (text, tokenize = '{TOKENISER}');
            CREATE VIRTUAL TABLE stem USING fts5vocab (said, instance);"""
    )
    sql = "INSERT INTO said (rowid, text) VALUES (?, ?)"
    memory.executemany(sql, enumerate(listed))
    stems: dict[str, list[str]] = {}
    for stem, row in memory.execute("SELECT term, doc FROM stem ORDER BY doc, offset"):
        stems.setdefault(listed[row], []).append(stem)
    memory.close()
    return stems
