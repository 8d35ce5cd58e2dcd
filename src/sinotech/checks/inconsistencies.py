"""E304: figures of one thing at one time that cannot all be right."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from sinotech.model import Figure

_ENDLESS = float("inf")
_ROUNDING = 0.1
"""Share by which a number said to be about or nearly so may be off, for E304."""


class Span(NamedTuple):
    """What a figure says of a thing, from when to when.

    *counted* tells figures of one thing from those of another. The number lies between
    *low* and *high*; the days are empty if it is not said of when it is true.
    """

    counted: str
    earliest: str
    latest: str
    low: float
    high: float
    figure: int


def span_of(figure: Figure, number: int) -> Span:
    """Return what *figure*, which is known by *number*, says."""
    told = (figure.measure, figure.label, figure.scope, figure.unit)
    counted = "\n".join(one or "" for one in told)
    _, first, last = figure.as_of or ("", "", "")
    return Span(counted, first, last, *_reach(figure), number)


def _reach(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that *figure* may mean."""
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    if low is None or high is None:
        return -_ENDLESS, _ENDLESS
    return hedged(figure.hedge, float(low), float(high))


def hedged(hedge: str, low: float, high: float) -> tuple[float, float]:
    """Return what a number between *low* and *high* may be, if it is hedged so."""
    margin = abs(high) * _ROUNDING
    match hedge:
        case "more_than" | "at_least" | "dozens":
            return low, _ENDLESS
        case "up_to" | "fewer_than":
            return -_ENDLESS, high
        case "about":
            return low - margin, high + margin
        case "nearly":
            return low - margin, high
        case _:
            return low, high


def inconsistent_pairs(spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each two of *spans* that overlap in time, and have no number in common.

    The spans come in order. Those that are undated overlap with one another alone.
    """
    for _, some in groupby(spans, lambda span: (span.counted, span.earliest != "")):
        going = _Going()
        for span in some:
            yield from ((one, span) for one in going.against(span))


class _Going:
    """Spans of one thing that are not over, by their first days.

    Where all agree, as nearly always, a span is compared with two bounds, not with each
    of them.
    """

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.least_high, self.most_low = _ENDLESS, -_ENDLESS
        self.kept = 0

    def against(self, span: Span) -> list[Span]:
        """Return those that *span* is at odds with, and take it in."""
        found: list[Span] = []
        if self.least_high < span.low or self.most_low > span.high:
            self.leave_out_before(span.earliest)
            found = [
                one for one in self.spans if one.high < span.low or one.low > span.high
            ]
        elif len(self.spans) > 2 * self.kept + _FEW:
            self.leave_out_before(span.earliest)
        self.spans.append(span)
        self.least_high = min(self.least_high, span.high)
        self.most_low = max(self.most_low, span.low)
        return found

    def leave_out_before(self, day: str) -> None:
        """Forget what was over before *day*."""
        self.spans = [one for one in self.spans if one.latest >= day]
        self.least_high = min((one.high for one in self.spans), default=_ENDLESS)
        self.most_low = max((one.low for one in self.spans), default=-_ENDLESS)
        self.kept = len(self.spans)


_FEW = 100
"""Spans that it is not worth looking through for those that are over."""
