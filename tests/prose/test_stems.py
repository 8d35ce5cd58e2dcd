"""Stems are those of SQLite's own tokenizer, which the search index is made with."""

import sqlite3
from string import ascii_lowercase, digits

from hypothesis import given
from hypothesis import strategies as st

from sinotech.cached import record_files
from sinotech.prose.stems import Stemmer, stem_of
from sinotech.prose.tokens import tokenise

ENDINGS = """s es sses ies ed eed ing at bl iz y e ll ational tional enci anci izer
    logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti
    iviti biliti ical ness icate iciti ful ative alize al ance ence er ic able ible ant
    ement ment ent ion sion tion ou ism ate iti ous ive ize""".split()
LETTERS = st.text(ascii_lowercase + digits, min_size=1, max_size=70)
WORDS = LETTERS | st.builds(
    "".join,
    st.tuples(
        st.text("aeiouybcdlstzwxn", min_size=1, max_size=6),
        st.sampled_from(ENDINGS),
        st.sampled_from(["", *ENDINGS]),
    ),
)


def by_sqlite(words: list[str]) -> dict[str, str]:
    """Return the stems that an index of SQLite holds for *words*."""
    store = sqlite3.connect(":memory:")
    store.executescript(
        """CREATE VIRTUAL TABLE word USING fts5 (
               text, tokenize = 'porter unicode61 remove_diacritics 2');
           CREATE VIRTUAL TABLE stem USING fts5vocab (word, instance);"""
    )
    store.executemany("INSERT INTO word (rowid, text) VALUES (?, ?)", enumerate(words))
    return {
        words[row]: term for term, row in store.execute("SELECT term, doc FROM stem")
    }


@given(st.lists(WORDS, min_size=1, max_size=200, unique=True))
def test_stems_are_sqlites(words: list[str]) -> None:
    """Any word of letters and digits is stemmed as SQLite stems it."""
    assert {word: stem_of(word) for word in words} == by_sqlite(words)


def test_all_words_of_the_records_are_stemmed_alike() -> None:
    """So is every word of the record set, whatever its letters."""
    text = record_files()[0].read_text("utf-8")
    words = sorted({token.word.replace(" ", "") for token in tokenise(text)} - {""})
    known = by_sqlite(words)
    assert Stemmer().stems(words) == {word: known.get(word, word) for word in words}
