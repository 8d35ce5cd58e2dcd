"""What the full-text index holds of a word, and where; read in bounded steps."""

from functools import lru_cache

from sinotech.prose.stems import stem_of
from sinotech.rawjson import dump, load
from sinotech.store import in_memory

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    Run = tuple[int, int]

TOKENISER = "porter unicode61 remove_diacritics 2"
"""The tokenizer of the index: see compile/schema.sql."""

_LAST = "\U0010ffff"
"""A character after every other: words with a beginning stand before it and this."""


@lru_cache(maxsize=1)
def count_all(store: "sqlite3.Connection") -> int:
    """Return how many records there are."""
    return int(_told(store, "records_count"))


def _told(store: "sqlite3.Connection", key: str) -> str:
    """Return what the database tells of itself; KeyError, which is damage, if not."""
    row = store.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise KeyError(key)
    return str(row[0])


@lru_cache(maxsize=1)
def _runs(store: "sqlite3.Connection") -> "dict[str, Run]":
    """Return the numbers of the records of each kind: from, and up to, in order.

    A run goes up to the next one, though there may be no record at its end.
    """
    words = _told(store, "records_runs").split()
    firsts = [int(first) for first in words[1::3]]
    lasts = [first - 1 for first in firsts[1:]] + [int(last) for last in words[-1:]]
    return dict(zip(words[::3], zip(firsts, lasts, strict=True), strict=True))


def runs_of(
    store: "sqlite3.Connection", kinds: "Sequence[str]" = ()
) -> "tuple[Run, ...]":
    """Return from and up to which number the records of each of *kinds* are, or of all.

    Those of a kind are numbered in one run.
    """
    runs = _runs(store)
    return tuple(run for kind, run in runs.items() if not kinds or kind in kinds)


def joined(runs: "Sequence[Run]") -> "tuple[Run, ...]":
    """Return *runs* with those that follow one another made one.

    >>> joined([(3, 4), (5, 9), (12, 13)])
    ((3, 9), (12, 13))
    """
    whole: list[Run] = []
    for first, last in runs:
        if whole and whole[-1][1] == first - 1:
            first = whole.pop()[0]  # noqa: PLW2901  # it begins where that one did
        whole.append((first, last))
    return tuple(whole)


def bm25(weights: "Sequence[float]") -> str:
    """Return how FTS5 is asked for ranks: *weights* are those of the columns."""
    return f"bm25(search, {', '.join(str(float(weight)) for weight in weights)})"


def find_numbers(store: "sqlite3.Connection", match: str) -> list[int]:
    """Return the records that match, in order and unranked."""
    sql = """SELECT json_group_array(rowid) FROM (
                 SELECT rowid FROM search WHERE search MATCH ?)"""
    numbers: list[int] = load(store.execute(sql, (match,)).fetchone()[0])
    return numbers


def find_spread(
    store: "sqlite3.Connection", match: str, runs: "tuple[Run, ...]", most: int
) -> tuple[list[int], bool]:
    """Return records in *runs* that match, unranked, and whether those are all.

    There are at least *most* of each run, if it has so many. FTS5 looks for words that
    seldom stand together up to where they do, even beyond the end of a run; so it is
    not told the end, and where it got to is not walked over again.
    """
    sql = """SELECT json_group_array(rowid) FROM (
                 SELECT rowid FROM search
                 WHERE search MATCH ? AND rowid >= ? LIMIT ?)"""
    found: list[int] = []
    known = 0
    is_all = True
    for first, last in runs:
        if known > last:
            continue
        begin = max(first, known + 1)
        numbers = load(store.execute(sql, (match, begin, most)).fetchone()[0])
        found += numbers
        if len(numbers) < most:
            break
        known = numbers[-1]
        is_all = is_all and known >= last
    wanted: list[int] = []
    for first, last in joined(runs):
        wanted += [number for number in found if first <= number <= last]
    return wanted, is_all


def count_matches(
    store: "sqlite3.Connection", match: str, runs: "Sequence[Run]"
) -> int:
    """Return how many records in *runs* match."""
    sql = """SELECT count(*) FROM search
             WHERE search MATCH ? AND rowid BETWEEN ? AND ?"""
    return sum(store.execute(sql, (match, *run)).fetchone()[0] for run in joined(runs))


def count_postings(
    store: "sqlite3.Connection", terms: "Iterable[str]"
) -> dict[str, int]:
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


def count_beginnings(store: "sqlite3.Connection", beginning: str) -> int:
    """Return how many postings the words have that begin so."""
    sql = "SELECT sum(records) FROM term WHERE stem >= ? AND stem < ?"
    (count,) = store.execute(sql, _begun(beginning)).fetchone()
    return count or 0


def find_beginning(store: "sqlite3.Connection", beginning: str) -> str:
    """Return the stem that most records hold of those that begin so."""
    sql = """SELECT stem FROM term WHERE stem >= ? AND stem < ?
             ORDER BY records DESC, stem LIMIT 1"""
    row = store.execute(sql, _begun(beginning)).fetchone()
    return row[0] if row else beginning


def _begun(beginning: str) -> tuple[str, str]:
    """Return the stems between which those are that begin so."""
    stem = stems_of([beginning]).get(beginning, [""])[-1]
    return stem, stem + _LAST


def stems_of(terms: "Iterable[str]") -> dict[str, list[str]]:
    """Return for each of *terms* the stems that the index's tokenizer makes of it."""
    stems: dict[str, list[str]] = {}
    others = []
    for term in dict.fromkeys(terms):
        if term.isascii() and term.replace(" ", "").isalnum():
            stems[term] = [_stem(word) for word in term.lower().split()]
        else:
            others.append(term)
    return stems | _tokenised(others) if others else stems


_stem = lru_cache(maxsize=1 << 12)(stem_of)


def _tokenised(terms: list[str]) -> dict[str, list[str]]:
    """Return what SQLite makes of *terms*."""
    memory = in_memory()
    memory.executescript(
        f"""CREATE VIRTUAL TABLE said USING fts5 (text, tokenize = '{TOKENISER}');
            CREATE VIRTUAL TABLE stem USING fts5vocab (said, instance);"""
    )
    sql = "INSERT INTO said (rowid, text) VALUES (?, ?)"
    memory.executemany(sql, enumerate(terms))
    stems: dict[str, list[str]] = {}
    for stem, row in memory.execute("SELECT term, doc FROM stem ORDER BY doc, offset"):
        stems.setdefault(terms[row], []).append(stem)
    memory.close()
    return stems
