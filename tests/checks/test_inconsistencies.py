"""Figures that cannot all be right are found, however many there are."""

from hypothesis import given
from hypothesis import strategies as st

from sinotech.checks.inconsistencies import Span, inconsistent_pairs

days = st.integers(1, 9).map(lambda n: f"200{n}-01-01")
numbers = st.integers(0, 5)


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Draw spans of two things, some undated, in the order they are read in."""
    drawn = []
    for figure in range(draw(st.integers(0, 40))):
        first, last = sorted((draw(days), draw(days)))
        if draw(st.booleans()):
            first = last = ""
        low, high = sorted((draw(numbers), draw(numbers)))
        drawn.append(Span(draw(st.sampled_from("ab")), first, last, low, high, figure))
    return sorted(drawn, key=lambda one: (one[0], one[1] != "", one[1], one[5]))


def disagree(one: Span, other: Span) -> bool:
    """Whether two figures are of one thing and time, and have no number in common."""
    dated = bool(one.earliest), bool(other.earliest)
    together = one.earliest <= other.latest and other.earliest <= one.latest
    apart = one.high < other.low or other.high < one.low
    return one.counted == other.counted and len(set(dated)) == 1 and together and apart


@given(spans())
def test_pairs_at_odds_are_those_of_comparing_all(drawn: list[Span]) -> None:
    """No pair is missed, and none is found that agrees."""
    pairs = {(a.figure, b.figure) for a in drawn for b in drawn if disagree(a, b)}
    found = list(inconsistent_pairs(drawn))
    assert len(found) == len({(a.figure, b.figure) for a, b in found})
    unordered = {frozenset((a.figure, b.figure)) for a, b in found}
    assert unordered == {frozenset(pair) for pair in pairs}
