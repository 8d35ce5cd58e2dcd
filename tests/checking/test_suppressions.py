"""What comments suppress: the same, however it is looked for."""

from types import SimpleNamespace

import pytest
from examples import times
from hypothesis import given, settings
from hypothesis import strategies as st

from sinotech.checking import suppressions
from sinotech.checking.codes import CODES, REST
from sinotech.drafts.suppressions import Suppression

PLACE = st.integers(0, 30)
CODE = st.sampled_from(sorted(CODES))
SPAN = st.tuples(PLACE, PLACE).map(sorted)


@st.composite
def comments(draw: st.DrawFn) -> Suppression:
    """Make up a comment, which may be wrong."""
    first, last = draw(SPAN)
    codes = draw(st.frozensets(CODE, max_size=2))
    problem = draw(st.sampled_from(["", "", "", "wrong"]))
    return Suppression(codes, first, first, first, last, "", problem)


@settings(max_examples=times(5))
@given(st.lists(comments(), max_size=8), st.lists(st.tuples(SPAN, CODE), max_size=5))
def test_every_comment_about_a_place_is_found(
    made: list[Suppression], asked: list[tuple[list[int], str]]
) -> None:
    """Each that is about a place suppresses what is found there, and counts as used."""
    document = SimpleNamespace(suppressions=made)
    every = suppressions.Suppressions(document)  # type: ignore[arg-type]
    used = set()
    for (begin, end), code in asked:
        about = {at for at, one in enumerate(made) if one.is_about(begin, end, code)}
        assert every.suppress(code, begin, end) == bool(about)
        used |= {(at, code) for at in about if made[at].codes or code not in REST}
    assert every.used == used


def test_few_comments_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a hundred thousand, those near a place: a draft may be full of them."""
    looked = 0

    def is_about(one: Suppression, begin: int, end: int, _code: str) -> bool:
        nonlocal looked
        looked += 1
        return begin < one.last and end > one.first

    monkeypatch.setattr(Suppression, "is_about", is_about)
    made = [
        Suppression(frozenset(), 9 * n, 9 * n, 9 * n, 9 * n + 5, "")
        for n in range(100_000)
    ]
    document = SimpleNamespace(suppressions=made)
    every = suppressions.Suppressions(document)  # type: ignore[arg-type]
    assert every.suppress("S001", 90, 92)
    assert not every.suppress("S001", 95, 99)
    assert every.used == {(10, "S001")}
    assert looked < 10
