"""Full text over everything, as people expect to type it.

Quotes hold a phrase together, ``AND``, ``OR`` and ``NOT`` in capitals combine, a star
at a word's end stands for any ending. Whatever is typed is understood somehow: an
operator without something on both sides is a word like any other.
"""

import re

from sinotech.naming import bigrams, is_cjk
from sinotech.query.records import quoted
from sinotech.stored import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from sinotech.query.paging import Extent, Window
    from sinotech.query.records import Document

MARKS = ("‹", "›")
"""What stands around the words that matched."""

MAX_TERMS = 50
"""Terms of a search that are read; nobody types more by hand."""

_TOKEN = re.compile(r'"([^"]*)"?|(\S+)')
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_WORDS = re.compile(r"\w+")

_TITLE, _BODY, _NAMES = 6.0, 2.0, 1.0
"""Weights of a match in a record's title, text and linked names. A match in what a
record says of itself tells more than one in what it is linked to; set by reading
results, not measured."""


def find_text(
    store: "sqlite3.Connection", text: str, kinds: "Sequence[str]", window: "Window"
) -> "tuple[list[Document], Extent]":
    """Return a page of the records that match *text*, the best first.

    Each has a ``snippet`` in which the words that matched are marked.
    """
    match = expression(text)
    if match is None:
        return [], window.extent(0, 0)
    wanted = f"kind IN ({', '.join('?' * len(kinds))})" if kinds else "1"
    matching = f"""FROM search JOIN record ON record.number = search.rowid
                   WHERE search MATCH ? AND {wanted}"""
    total = store.execute(f"SELECT count(*) {matching}", (match, *kinds)).fetchone()[0]
    sql = f"""SELECT doc, highlight(search, 0, '{MARKS[0]}', '{MARKS[1]}'),
                     snippet(search, 1, '{MARKS[0]}', '{MARKS[1]}', ' … ', 24)
              {matching}
              ORDER BY bm25(search, {_TITLE}, {_BODY}, {_NAMES}), record.number
              LIMIT ? OFFSET ?"""
    found, bounds = [], window.bounds()
    for doc, title, snippet in store.execute(sql, (match, *kinds, *bounds)):
        found.append(load(doc) | {"snippet": _marked(title, snippet or "")})
    return found, window.extent(total, len(found))


def _marked(title: str, snippet: str) -> str:
    """Return the line that shows where a record matched."""
    if MARKS[0] in title:
        return title
    if MARKS[0] in snippet:
        return f"{title} — {' '.join(snippet.split())}"
    return f"{title} (matched by a name of it, or of what it is about)"


def expression(text: str) -> str | None:
    """Return *text* as a query of FTS5, or nothing if it holds no word.

    >>> expression('lunar AND "research station" NOT mars*')
    '"lunar" AND "research station" NOT "mars"*'
    >>> expression("AND OR"), expression("***")
    ('"AND" "OR"', None)
    """
    parts = list(_parts(text))[:MAX_TERMS]
    built: list[str] = []
    for index, (part, is_operator) in enumerate(parts):
        between = 0 < index < len(parts) - 1 and not parts[index + 1][1]
        if not is_operator or (between and built and built[-1] not in _OPERATORS):
            built.append(part)
        else:
            built.append(quoted(part))
    return " ".join(built) or None


def _parts(text: str) -> "Iterator[tuple[str, bool]]":
    """Yield each term of *text* as FTS5 writes it, and whether it is an operator."""
    for phrase, word in _TOKEN.findall(text):
        if word in _OPERATORS:
            yield word, True
        elif term := _term(phrase or word):
            star = "*" if word.endswith("*") and not is_cjk(word[-2:-1]) else ""
            yield term + star, False


def _term(text: str) -> str:
    """Return the words of *text* as a phrase; Chinese as its pairs of characters."""
    words: list[str] = []
    for word in _WORDS.findall(text):
        words += bigrams(word) or [word]
    return quoted(" ".join(words)) if words else ""
