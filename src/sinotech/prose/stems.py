"""Stems of words, by the tokenizer of the full-text index itself.

SQLite's own Porter stemmer is asked, so that what a claim is searched by and what it
is judged by cannot differ.
"""

import sqlite3

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Stemmer:
    """Gives stems; remembers those it gave."""

    def __init__(self) -> None:
        """Open a small index in memory."""
        self._store = sqlite3.connect(":memory:")
        self._store.executescript(
            """CREATE VIRTUAL TABLE word USING fts5 (
                   text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
               CREATE VIRTUAL TABLE stem USING fts5vocab (word, instance);"""  # noqa: E501
        )
        self._known: dict[str, str] = {}

    def stems(self, words: "Iterable[str]") -> dict[str, str]:
        """Return the stem of each of *words*, which are folded and without blanks.

        >>> Stemmer().stems(["laboratories", "cooperating"])
        {'laboratories': 'laboratori', 'cooperating': 'cooper'}
        """
        asked = list(dict.fromkeys(words))
        new = [word for word in asked if word not in self._known]
        if new:
            self._learn(new)
        return {word: self._known[word] for word in asked}

    def _learn(self, words: list[str]) -> None:
        store = self._store
        store.execute("INSERT INTO word (word) VALUES ('delete-all')")
        store.executemany(
            "INSERT INTO word (rowid, text) VALUES (?, ?)", enumerate(words)
        )
        self._known.update((word, word) for word in words)
        for term, row in store.execute("SELECT term, doc FROM stem"):
            self._known[words[row]] = term
