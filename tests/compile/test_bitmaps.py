"""Where frequent words stand is stored as the full-text index has it."""

import sqlite3

import pytest

from sinotech.bitmaps import bits_of, unpack
from sinotech.prose.stems import stem_of


@pytest.fixture
def index(large: sqlite3.Connection) -> sqlite3.Connection:
    """Open the positions of the index of a large set."""
    sql = "CREATE VIRTUAL TABLE temp.at USING fts5vocab (main, search, instance)"
    large.execute(sql)
    return large


def test_each_frequent_stem_has_its_records(index: sqlite3.Connection) -> None:
    """Those that many records hold have a set, and it is that of its positions."""
    frequent = "SELECT stem FROM term WHERE records >= 8 ORDER BY stem"
    stored = dict(index.execute("SELECT stem, bits FROM bitmap ORDER BY stem"))
    assert list(stored) == [stem for (stem,) in index.execute(frequent)]
    for stem, packed in stored.items():
        rows = index.execute("SELECT doc FROM temp.at WHERE term = ?", (stem,))
        assert unpack(packed) == bits_of([number for (number,) in rows])


def test_stems_that_stemming_changes_are_among_them(
    index: sqlite3.Connection,
) -> None:
    """Some stems cannot be asked for; others are no plain words."""
    stored = {stem for (stem,) in index.execute("SELECT stem FROM bitmap")}
    asked = {stem for stem in stored if stem.isalnum() and stem.isascii()}
    changed = {stem for stem in asked if stem_of(stem) != stem}
    assert changed
    assert stored - asked


def test_each_concept_has_the_records_of_its_words(large: sqlite3.Connection) -> None:
    """A record that holds any of them is in the set, which is counted."""
    stored = large.execute("SELECT * FROM concept ORDER BY concept").fetchall()
    sql = "SELECT DISTINCT concept FROM meaning ORDER BY concept"
    assert [row[0] for row in stored] == [row[0] for row in large.execute(sql)]
    for concept, records, packed in stored:
        sql = """SELECT rowid FROM search WHERE search MATCH (
                     SELECT group_concat('"' || word || '"', ' OR ') FROM meaning
                     WHERE concept = ?)"""
        numbers = [number for (number,) in large.execute(sql, (concept,))]
        assert (records, unpack(packed)) == (len(numbers), bits_of(numbers))


@pytest.mark.parametrize("table", ["bitmap", "concept"])
def test_small_sets_store_nothing(real: sqlite3.Connection, table: str) -> None:
    """Ours is asked as it is."""
    sql = f"SELECT count(*) FROM {table}"  # noqa: S608
    assert real.execute(sql).fetchone() == (0,)
