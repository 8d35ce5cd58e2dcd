"""Which records bear on a claim: those that speak of most of what it speaks of."""

from math import log

from sinotech.naming import fold
from sinotech.query.records import quoted
from sinotech.stored import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from sinotech.query.records import Document

MAX_WORDS = 60
"""Distinct words of a claim that are looked up; the first ones of a longer claim."""

COVERAGE = 0.5
"""Share of a claim, by weight of words, that a record must hold to bear on it.

Below a half, the claim is more about something else. A first setting, not measured.
"""

FUNCTION_WORDS = frozenset(
    """a about after all also an and any are as at be been before being but by can could
    did do does for from had has have how if in into is it its many more most much no
    not of on one or other our out over s said says so some such than that the their
    them then there these they this those to under up was we were what when where which
    who will with would""".split()
)
"""Words that say nothing of what a claim is about."""

EVIDENCE_KINDS = ("program", "figure", "event", "statement", "conflict")


def claim_words(claim: str) -> list[str]:
    """Return the distinct words of *claim* that say what it is about.

    Numbers are left out: a record that states another number bears on it no less.
    """
    words = dict.fromkeys(fold(claim).split())
    telling = (w for w in words if w not in FUNCTION_WORDS and not w.isdecimal())
    return list(telling)[:MAX_WORDS]


def find_bearing(
    store: "sqlite3.Connection", claim: str, limit: int
) -> "tuple[list[tuple[Document, list[str]]], int]":
    """Return up to *limit* records that bear on *claim*, and how many there are.

    Each comes with the words it shares with the claim.

    A word weighs as much as it is rare (inverse document frequency); one that no
    record holds weighs most, so that a claim about something else finds nothing.
    """
    words = claim_words(claim)
    total = store.execute("SELECT count(*) FROM record").fetchone()[0]
    weights: dict[str, float] = {}
    sharing: dict[int, list[str]] = {}
    for word in words:
        rows = _holding(store, word)
        weights[word] = log((total + 1) / (len(rows) + 0.5))
        for number in rows:
            sharing.setdefault(number, []).append(word)
    needed = COVERAGE * sum(weights.values())
    scores = {n: sum(weights[word] for word in ws) for n, ws in sharing.items()}
    best = sorted((-score, n) for n, score in scores.items() if score >= needed)
    chosen = [number for _, number in best[:limit]]
    return [(_document(store, n), sharing[n]) for n in chosen], len(best)


def _holding(store: "sqlite3.Connection", word: str) -> list[int]:
    sql = f"""SELECT search.rowid FROM search JOIN record ON number = search.rowid
              WHERE search MATCH ?
                AND kind IN ({", ".join("?" * len(EVIDENCE_KINDS))})"""
    return [number for (number,) in store.execute(sql, (quoted(word), *EVIDENCE_KINDS))]


def _document(store: "sqlite3.Connection", number: int) -> "Document":
    row = store.execute("SELECT doc FROM record WHERE number = ?", (number,)).fetchone()
    document: Document = load(row[0])
    return document
