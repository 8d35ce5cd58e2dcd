"""Full text over everything, the best matches first."""

from sinotech.query.expressions import expression, joined, parts_of, without
from sinotech.query.postings import (
    ORDER,
    count_all,
    count_beginnings,
    count_matches,
    count_postings,
    find_beginnings,
    find_spread,
    runs_of,
)
from sinotech.query.ranking import (
    POOL,
    POSTINGS,
    SMALL,
    Pool,
    likeliest,
    listed,
)
from sinotech.query.records import quoted
from sinotech.stored import dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sinotech.query.records import Document

MARKS = ("‹", "›")
"""What stands around the words that matched."""

_SHOWN = f"""highlight(search, 0, '{MARKS[0]}', '{MARKS[1]}'),
             snippet(search, 1, '{MARKS[0]}', '{MARKS[1]}', ' … ', 24)"""

_HITS = 50
"""Records of each kind that a search of a large set looks at."""

_READ = 200_000
"""Postings up to which what matches is counted, and titles are searched first: 6 and
8 ms."""

_BEGUN = 20_000
"""Postings of the words with a beginning up to which FTS5 is asked for it: it sorts all
of them whatever else is asked, 3 ms each time."""

_LIKELY = 10
"""Words tried for a short beginning of a word, if nothing else is asked for."""

_WEIGHTS = (6.0, 2.0, 1.0)
"""Weights of a match in a record's title, text and linked names. A match in what a
record says of itself tells more than one in what it is linked to; set by reading
results, not measured."""


def find_text(
    store: "sqlite3.Connection", text: str, kinds: "Sequence[str]", limit: int
) -> "tuple[list[Document], int, bool]":
    """Return the *limit* best records that match *text*, and how many match.

    Each has a ``snippet`` in which the words that matched are marked. The last value
    tells whether exactly so many match, or so many at least: in large sets, the best of
    words that many records hold are those of a part of the records. Whoever asks for
    more than ``POOL`` gets them from all, and waits.
    """
    match = expression(text)
    if match is None:
        return [], 0, True
    if limit <= POOL and count_all(store) > SMALL:
        asked = Asked(store, text)
        if asked.postings > POSTINGS:
            return _bounded(store, asked, kinds or ORDER, limit)
    wanted = f"kind IN ({', '.join('?' * len(kinds))})" if kinds else "1"
    matching = f"""FROM search JOIN record ON record.number = search.rowid
                   WHERE search MATCH ? AND {wanted}"""
    total = store.execute(f"SELECT count(*) {matching}", (match, *kinds)).fetchone()[0]
    sql = f"""SELECT doc, {_SHOWN} {matching}
              ORDER BY bm25(search, {listed(_WEIGHTS)}), record.number
              LIMIT ?"""
    found = []
    for doc, title, snippet in store.execute(sql, (match, *kinds, limit)):
        found.append(load(doc) | {"snippet": _marked(title, snippet or "")})
    return found, total, True


class Asked:
    """What is asked for, as FTS5 is asked, and how many postings that has.

    *match* leaves out beginnings of words that FTS5 would read much of the index for,
    whatever else is asked; *whole* has them.
    """

    def __init__(self, store: "sqlite3.Connection", text: str) -> None:
        """Count the postings of what *text* asks for."""
        parts = parts_of(text)
        terms = dict.fromkeys(part for part, is_operator in parts if not is_operator)
        self.counted = {term: _count(store, term) for term in terms}
        self.postings = sum(self.counted.values())
        begun = {term for term in terms if term.endswith("*")}
        self.wide = {term for term in begun if self.counted[term] > _BEGUN}
        self.whole = joined(parts) or ""
        self.match = joined(without(parts, self.wide)) or _likely(store, self.wide)

    def narrow(self) -> dict[str, int]:
        """Return the terms of *match*, and how many records hold each."""
        return {t: n for t, n in self.counted.items() if n and t not in self.wide}

    def walked(self) -> int:
        """Return how many postings FTS5 walks over, were all records looked at."""
        return sum(self.narrow().values()) or self.postings


def _words(term: str) -> str:
    return term.rstrip("*").strip('"')


def _count(store: "sqlite3.Connection", term: str) -> int:
    words = _words(term)
    if term.endswith("*"):
        return count_beginnings(store, words)
    return count_postings(store, [words]).get(words, 0)


def _likely(store: "sqlite3.Connection", beginnings: "set[str]") -> str:
    """Return a query for the most frequent words that begin so."""
    stems = [
        stem
        for term in sorted(beginnings)
        for stem in find_beginnings(store, _words(term), _LIKELY)
    ]
    return " OR ".join(quoted(stem) for stem in stems)


def _bounded(
    store: "sqlite3.Connection", asked: Asked, kinds: "Sequence[str]", limit: int
) -> "tuple[list[Document], int, bool]":
    """Return what :func:`find_text` does, the best of a part of the records.

    That part is some records of each kind: those that have the words in their titles,
    those that hold the rarest of alternatives, and then the first of each kind.
    """
    runs = runs_of(store, kinds)
    hits, is_all = find_spread(store, asked.match, runs, _HITS)
    first: list[int] = []
    if asked.walked() <= _READ:
        titled = f"{{title}} : ({asked.match})"
        first = find_spread(store, titled, runs, _HITS)[0][: POOL // 2]
    if " OR " in asked.match:
        first += likeliest(store, asked.narrow(), runs)[: POOL // 2]
    pool = Pool(store, list(dict.fromkeys(first + hits))[:POOL])
    shown = pool.shown(asked.whole, _SHOWN)
    ranked = pool.ranked(asked.counted, count_all(store), _WEIGHTS)
    numbers = [number for number, _ in ranked if number in shown][:limit]
    found = [
        doc | {"snippet": _marked(*shown[number])}
        for number, doc in zip(numbers, _documents(store, numbers), strict=True)
    ]
    if asked.wide:
        return found, len(shown), False
    if not is_all and asked.walked() <= _READ:
        return found, count_matches(store, asked.match, runs), True
    return found, len(hits), is_all


def _documents(
    store: "sqlite3.Connection", numbers: "Sequence[int]"
) -> "list[Document]":
    sql = """SELECT doc FROM json_each(?) JOIN record ON number = value ORDER BY key"""
    return [load(doc) for (doc,) in store.execute(sql, (dump(numbers),))]


def _marked(title: str, snippet: str) -> str:
    """Return the line that shows where a record matched."""
    if MARKS[0] in title:
        return title
    if MARKS[0] in snippet:
        return f"{title} — {' '.join(snippet.split())}"
    return f"{title} (matched by a name of it, or of what it is about)"
