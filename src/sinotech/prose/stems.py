"""Stems of words, as the tokenizer of the full-text index gives them.

What a claim is searched by and what it is judged by must not differ. So a plain word is
stemmed here just as SQLite's ``porter`` does it (tests hold one to the other), and any
other word by SQLite itself.

Reference: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130-137,
with the changes to the suffixes *bli* and *logi* that its author made later.
"""

try:  # sqlite3 itself adds conversions of dates, which nothing here needs
    from _sqlite3 import connect
except ImportError:
    from sqlite3 import connect

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_LEAST, _MOST = 3, 64
"""Letters of the shortest and the longest word that SQLite stems."""

_VOWELS = frozenset("aeiou")
_SHAPES = {code: "v" if chr(code) in _VOWELS else "c" for code in range(128)}
_SHAPES[ord("y")] = "y"


class Stemmer:
    """Gives stems; remembers those it gave."""

    def __init__(self) -> None:
        """Begin without any."""
        self._store: sqlite3.Connection | None = None
        self._known: dict[str, str] = {}

    def stems(self, words: "Iterable[str]") -> dict[str, str]:
        """Return the stem of each of *words*, which are folded and without blanks.

        >>> Stemmer().stems(["laboratories", "cooperating"])
        {'laboratories': 'laboratori', 'cooperating': 'cooper'}
        """
        known = self._known
        asked = dict.fromkeys(words, "")
        others = []
        for word in asked:
            if word not in known:
                if word.isascii() and word.isalnum():
                    known[word] = stem_of(word)
                else:
                    others.append(word)
        if others:
            self._ask(others)
        return {word: known[word] for word in asked}

    def _ask(self, words: list[str]) -> None:
        """Learn the stems of *words* from SQLite."""
        store = self._store = self._store or _open()
        store.execute("INSERT INTO word (word) VALUES ('delete-all')")
        store.executemany(
            "INSERT INTO word (rowid, text) VALUES (?, ?)", enumerate(words)
        )
        self._known.update((word, word) for word in words)
        for term, row in store.execute("SELECT term, doc FROM stem"):
            self._known[words[row]] = term


def _open() -> "sqlite3.Connection":
    """Return a small index in memory."""
    store = connect(":memory:")
    store.executescript(
        """CREATE VIRTUAL TABLE word USING fts5 (
               text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
           CREATE VIRTUAL TABLE stem USING fts5vocab (word, instance);"""
    )
    return store


def stem_of(word: str) -> str:
    """Return the stem of *word*, which is of small letters and digits of English.

    >>> [stem_of(word) for word in ("agreements", "agreed", "signing", "by", "skies")]
    ['agreement', 'agre', 'sign', 'by', 'ski']
    """
    if not _LEAST <= len(word) <= _MOST:
        return word
    word = _without_ending(_without_s(word))
    if word[-1] == "y" and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _STEP_2, 0)
    word = _replaced(word, _STEP_3, 0)
    word = _replaced(word, _STEP_4, 1)
    return _tidied(word)


def _without_s(word: str) -> str:
    """Cut off a plural's ending (step 1a)."""
    if word[-1] != "s" or word[-2] == "s":
        return word
    if word[-2] != "e":
        return word[:-1]
    short = (len(word) > 4 and word[-4:-2] == "ss") or (  # noqa: PLR2004
        len(word) > 3 and word[-3] == "i"  # noqa: PLR2004
    )
    return word[: -2 if short else -1]


def _without_ending(word: str) -> str:
    """Cut off *ed* and *ing*, and mend what is left (step 1b)."""
    if word.endswith("eed") and len(word) > 3:  # noqa: PLR2004
        return word[:-1] if _measure(word[:-3]) else word
    if word.endswith("ed") and len(word) > 2:  # noqa: PLR2004
        stem = word[:-2]
    elif word.endswith("ing") and len(word) > 3:  # noqa: PLR2004
        stem = word[:-3]
    else:
        return word
    if not _has_vowel(stem):
        return word
    if len(stem) > 2 and stem.endswith(("at", "bl", "iz")):  # noqa: PLR2004
        return stem + "e"
    if stem[-1] not in "aeioulsz" and stem[-1:] == stem[-2:-1]:
        return stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _is_short(stem) else stem


def _replaced(
    word: str, step: dict[str, tuple[tuple[str, str], ...]], most: int
) -> str:
    """Replace the ending of *word* that a step knows, if enough stands before it."""
    for ending, instead in step.get(word[-2:-1], ()):
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            if _measure(stem) > most and (ending != "ion" or stem[-1] in "st"):
                return stem + instead
            return word
    return word


def _tidied(word: str) -> str:
    """Cut off a last *e*, and one of two *l* (step 5)."""
    if word[-1] == "e":
        stem = word[:-1]
        measure = _measure(stem)
        if measure > 1 or (measure == 1 and not _is_short(stem)):
            word = stem
    if word.endswith("ll") and _measure(word[:-1]) > 1:
        word = word[:-1]
    return word


def _has_vowel(stem: str) -> bool:
    return "y" in stem[1:] or not _VOWELS.isdisjoint(stem)


def _measure(stem: str) -> int:
    """Return how many times a consonant follows a vowel."""
    return _shape(stem).count("vc")


def _is_short(stem: str) -> bool:
    """Whether *stem* ends as *hop* does: a final *e* of such a word is its own."""
    return stem[-1:] not in {"w", "x", "y"} and _shape(stem)[-3:] == "cvc"


def _shape(stem: str) -> str:
    """Return *stem* with ``v`` for a vowel and ``c`` for any other letter."""
    shape = stem.translate(_SHAPES)
    if "y" not in shape:
        return shape
    made = "v"
    for sign in shape:  # y is a vowel after a consonant
        made += ("v" if made[-1] == "c" else "c") if sign == "y" else sign
    return made[1:]


def _table(*rows: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return endings and what replaces each, by the last letter but one."""
    table: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        ending, _, instead = row.partition(">")
        table.setdefault(ending[-2], []).append((ending, instead))
    return {letter: tuple(pairs) for letter, pairs in table.items()}


_STEP_2 = _table(
    *"""ational>ate tional>tion enci>ence anci>ance izer>ize logi>log bli>ble alli>al
    entli>ent eli>e ousli>ous ization>ize ation>ate ator>ate alism>al iveness>ive
    fulness>ful ousness>ous aliti>al iviti>ive biliti>ble""".split()
)
_STEP_3 = _table(*"ical>ic ness> icate>ic iciti>ic ful> ative> alize>al".split())
_STEP_4 = _table(
    *"""al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive
    ize""".split()
)
