"""Full text over everything, the best matches first."""

from sinotech.query.expressions import expression, parts_of
from sinotech.query.postings import (
    bm25,
    count_all,
    count_beginnings,
    count_matches,
    count_postings,
    find_beginning,
    find_spread,
    runs_of,
    stems_of,
)
from sinotech.query.ranking import POSTINGS, SMALL
from sinotech.query.records import quoted
from sinotech.rawjson import dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.query.paging import Extent, Window
    from sinotech.query.records import Document

MARKS = ("‹", "›")
"""What stands around the words that matched."""

_SHOWN = f"""highlight(search, 0, '{MARKS[0]}', '{MARKS[1]}'),
             snippet(search, 1, '{MARKS[0]}', '{MARKS[1]}', ' … ', 24)"""

POOL = 200
"""Records of a large set that are ranked: 4 ms, most of it to index them."""

_HITS = 50
"""Records of each kind that a search of a large set looks at."""

_READ = 200_000
"""Postings up to which what matches is counted, and titles are searched first: 6 and
8 ms."""

_BEGUN = 20_000
"""Postings of the words with a beginning up to which FTS5 is asked for it: it sorts all
of them whatever else is asked, 3 ms each time."""

_WEIGHTS = (6.0, 2.0, 1.0)
"""Weights of a match in a record's title, text and linked names. A match in what a
record says of itself tells more than one in what it is linked to; set by reading
results, not measured."""


def find_text(
    store: "sqlite3.Connection", text: str, kinds: "Sequence[str]", window: "Window"
) -> "tuple[list[Document], Extent]":
    """Return a page of the records that match *text*, the best first.

    Each has a ``snippet`` in which the words that matched are marked. In large sets,
    the best of words that many records hold are those of a part of the records, and at
    least so many match. Whoever asks for more than ``POOL`` gets them from all, and
    waits.
    """
    match = expression(text)
    if match is None:
        return [], window.extent(0, 0)
    if _is_near(window) and count_all(store) > SMALL:
        asked = SearchTerms(store, text)
        if asked.postings > POSTINGS:
            return _bounded(store, asked, kinds, window)
    wanted = f"kind IN ({', '.join('?' * len(kinds))})" if kinds else "1"
    matching = f"""FROM search JOIN record ON record.number = search.rowid
                   WHERE search MATCH ? AND {wanted}"""
    total = store.execute(f"SELECT count(*) {matching}", (match, *kinds)).fetchone()[0]
    sql = f"""SELECT doc, {_SHOWN} {matching}
              ORDER BY {bm25(_WEIGHTS)}, record.number
              LIMIT ? OFFSET ?"""
    found, bounds = [], window.bounds()
    for doc, title, snippet in store.execute(sql, (match, *kinds, *bounds)):
        found.append(load(doc) | {"snippet": _marked(title, snippet or "")})
    return found, window.extent(total, len(found))


def _is_near(window: "Window") -> bool:
    """Whether a page is among the first, which people ask for."""
    return window.limit is not None and window.offset + window.limit <= POOL


class SearchTerms:
    """What is asked for, as FTS5 is asked, and how many postings that has.

    *whole* is what was typed. In *match*, a beginning that so many words have that FTS5
    would read much of the index for it is the word that most records hold of those.
    *is_choice* is whether any one of the terms will do.
    """

    def __init__(self, store: "sqlite3.Connection", text: str) -> None:
        """Count the postings of what *text* asks for."""
        parts = parts_of(text)
        terms = dict.fromkeys(part for part, is_operator in parts if not is_operator)
        self.counted = _counts(store, terms)
        self.postings = sum(self.counted.values())
        self.wide = {
            term: quoted(find_beginning(store, _words(term)))
            for term, count in self.counted.items()
            if term.endswith("*") and count > _BEGUN
        }
        self.whole = " ".join(part for part, _ in parts)
        self.match = " ".join(self.wide.get(part, part) for part, _ in parts)
        self.read = _counts(store, [self.wide.get(term, term) for term in terms])
        self.walked = sum(self.read.values())
        operators = [part for part, is_operator in parts if is_operator]
        self.is_choice = operators == ["OR"] * (len(parts) // 2)

    def single(self) -> dict[str, int]:
        """Return how many postings the words have that are asked for by themselves.

        Of a phrase, sets of records tell only which hold all of its words.
        """
        words = {term: _words(term) for term in self.read}
        stems = stems_of(words.values())
        return {
            term: count
            for term, count in self.read.items()
            if term.endswith("*") or len(stems.get(words[term], ())) == 1
        }


def _counts(store: "sqlite3.Connection", terms: "Iterable[str]") -> dict[str, int]:
    """Return how many postings each of *terms* has, beginnings of words included."""
    words = {term: _words(term) for term in terms}
    plain = count_postings(store, words.values())
    return {
        term: count_beginnings(store, said)
        if term.endswith("*")
        else plain.get(said, 0)
        for term, said in words.items()
    }


def _words(term: str) -> str:
    return term.rstrip("*").strip('"')


def _bounded(
    store: "sqlite3.Connection",
    asked: SearchTerms,
    kinds: "Sequence[str]",
    window: "Window",
) -> "tuple[list[Document], Extent]":
    """Return what :func:`find_text` does, the best of a part of the records.

    That part is some records of each kind: those that have the words in their titles,
    those that hold the rarest of alternatives, and then the first of each kind.
    """
    from sinotech.query.by_idf import top_by_idf  # in large sets only
    from sinotech.query.rerank import Reranker

    runs = runs_of(store, kinds)
    hits, is_all = find_spread(store, asked.match, runs, _HITS)
    first: list[int] = []
    if asked.walked <= _READ:
        titled = f"({{title}} : ({asked.match})) AND ({asked.match})"
        first = find_spread(store, titled, runs, _HITS)[0][: POOL // 2]
    if asked.is_choice:
        first += top_by_idf(store, asked.single(), (), runs, POOL // 2)
    with Reranker(store, list(dict.fromkeys(first + hits))[:POOL]) as pool:
        shown = pool.shown(asked.whole, _SHOWN)
        ranked = pool.ranked(asked.counted, count_all(store), _WEIGHTS)
    # all match, if only by a name that the pool does not hold, unless *match* is wider
    numbers = [n for n, _ in ranked if n in shown or not asked.wide]
    page = numbers[window.offset :][: window.limit]
    found = [
        doc | {"snippet": _marked(*shown.get(number, (title, "")))}
        for number, title, doc in _documents(store, page)
    ]
    total, is_exact = max(len(hits), len(numbers)), is_all
    if asked.wide:
        total, is_exact = len(shown), False
    elif not is_all and asked.walked <= _READ:
        total, is_exact = count_matches(store, asked.match, runs), True
    return found, window.extent(total, len(found), exact=is_exact)


def _documents(
    store: "sqlite3.Connection", numbers: "Sequence[int]"
) -> "Iterator[tuple[int, str, Document]]":
    """Yield the number, title and document of each of *numbers*, in that order."""
    sql = """SELECT number, title, doc FROM json_each(?) JOIN record ON number = value
             ORDER BY key"""
    for number, title, doc in store.execute(sql, (dump(numbers),)):
        yield number, title, load(doc)


def _marked(title: str, snippet: str) -> str:
    """Return the line that shows where a record matched."""
    if MARKS[0] in title:
        return title
    if MARKS[0] in snippet:
        return f"{title} — {' '.join(snippet.split())}"
    return f"{title} (matched by a name of it, or of what it is about)"
