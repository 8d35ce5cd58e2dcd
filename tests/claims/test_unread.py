"""Records that the compile leaves unread are read when a claim asks for them."""

import sqlite3
from collections.abc import Iterator

import pytest

from sinotech.cached import record_files
from sinotech.claims.answering import said
from sinotech.claims.engine import judge
from sinotech.claims.session import Session
from sinotech.compile import readings
from sinotech.compile.database import compile_records

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bare() -> Iterator[Session]:
    """Return the same where no figure, event or statement is read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readings, "AHEAD", 0)
        store = compile_records(record_files(), None)
    assert store is not None
    yield Session(store)
    store.close()


def left_out(store: sqlite3.Connection) -> list[int]:
    """Return the records that are not read."""
    sql = """SELECT number FROM record LEFT JOIN reading ON record = number
             WHERE kind IN ('figure', 'event', 'statement') AND features IS NULL"""
    return [number for (number,) in store.execute(sql)]


def test_reading_late_finds_the_same(session: Session, bare: Session) -> None:
    """Whether the compile reads a record or a claim does, it holds the same."""
    numbers = left_out(bare.store)
    assert numbers
    assert not left_out(session.store)
    for early, late in zip(
        session.numbered(numbers), bare.numbered(numbers), strict=True
    ):
        assert late.features.pack() == early.features.pack()
        assert late.features.linked == early.features.linked
        assert (late.id, late.ids, late.kinds) == (early.id, early.ids, early.kinds)


def test_late_records_are_judged_alike(session: Session, bare: Session) -> None:
    """What each of those records says is judged either way by the same records."""
    for one in session.numbered(left_out(bare.store)[::10]):
        claim = said(one.doc)
        early, late = judge(session, claim), judge(bare, claim)
        assert (late.verdict, late.ranking) == (early.verdict, early.ranking)


def test_a_long_batch_forgets(session: Session) -> None:
    """What was read for claims long past is dropped, and read again if need be."""
    forgetful = Session(session.store, kept=10)
    claim = "China has signed 119 intergovernmental agreements"
    expected = judge(session, claim)
    for _ in range(3):
        found = judge(forgetful, claim)
        assert (found.verdict, found.ranking) == (expected.verdict, expected.ranking)
