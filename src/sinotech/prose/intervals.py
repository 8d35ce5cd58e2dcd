"""Numbers as intervals: what a hedge leaves open, and how two numbers stand.

A hedge is read strictly, as logic has it, and pragmatically, as people mean it: nobody
writes "over 50" for 500. The strict reading decides whether one number entails
another; the pragmatic one, whether they are at odds.
"""

from math import inf, isinf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDING = 0.1
"""Share by which a number said to be *about* or *nearly* so may be off.

119 is about 120, and 110; it is not about 100 (E304 reads figures by the same share).
"""

STEP = 0.1
"""How far beyond its bound a number said to be *more than* it is taken to lie, as a
share. In the record set every later or more exact number of the same measure lies
within it (over 80 and 81; more than 150, over 150)."""

UNDERSTATED = 5
"""How many times its bound a number may be before "more than" misleads; a bound that
is five times too low is no honest way to say it. Set by judgement."""


class Interval:
    """The numbers between two ends, each of which may be left out."""

    __slots__ = ("high", "high_open", "low", "low_open")

    def __init__(
        self,
        low: float,
        high: float,
        *,
        low_open: bool = False,
        high_open: bool = False,
    ) -> None:
        """Hold the ends; an end at infinity is always open."""
        self.low, self.high = low, high
        self.low_open = low_open or isinf(low)
        self.high_open = high_open or isinf(high)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same numbers."""
        return isinstance(other, Interval) and self.ends() == other.ends()

    def __hash__(self) -> int:
        """Hash by the ends."""
        return hash(self.ends())

    def ends(self) -> tuple[float, float, bool, bool]:
        """Return the ends, and whether each is left out."""
        return self.low, self.high, self.low_open, self.high_open

    def within(self, other: "Interval") -> bool:
        """Whether every number of this one is in *other*."""
        above = self.low > other.low or (
            self.low == other.low and (self.low_open or not other.low_open)
        )
        below = self.high < other.high or (
            self.high == other.high and (self.high_open or not other.high_open)
        )
        return above and below

    def meets(self, other: "Interval") -> bool:
        """Whether some number is in both."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and low in self and low in other)

    def __contains__(self, number: float) -> bool:
        """Whether *number* lies between the ends."""
        above = number > self.low or (number == self.low and not self.low_open)
        below = number < self.high or (number == self.high and not self.high_open)
        return above and below

    def __str__(self) -> str:
        """Write the interval as mathematics does: ``(100, ∞)``, ``[5, 7]``.

        >>> str(Interval(50, inf, low_open=True)), str(Interval(119, 119))
        ('(50, ∞)', '119')
        """
        if self.low == self.high:
            return spelled(self.low)
        left = "(" if self.low_open else "["
        right = ")" if self.high_open else "]"
        return f"{left}{spelled(self.low)}, {spelled(self.high)}{right}"


def spelled(number: float) -> str:
    """Return *number* with thousands marks and no needless decimals.

    >>> spelled(16000.0), spelled(2.35), spelled(inf)
    ('16,000', '2.35', '∞')
    """
    if isinf(number):
        return "∞" if number > 0 else "-∞"
    if number == int(number) and abs(number) < 10**15:
        return f"{int(number):,}"
    return f"{number:,.6g}"


_STRICT: "dict[str, Callable[[float, float], Interval]]" = {
    "more_than": lambda low, _: Interval(low, inf, low_open=True),
    "at_least": lambda low, _: Interval(low, inf),
    "up_to": lambda _, high: Interval(0, high),
    "fewer_than": lambda _, high: Interval(0, high, high_open=True),
    "nearly": lambda low, high: Interval(low * (1 - ROUNDING), high, high_open=True),
    "about": lambda low, high: Interval(low * (1 - ROUNDING), high * (1 + ROUNDING)),
}

_PRAGMATIC: "dict[str, Callable[[float, float], Interval]]" = {
    "more_than": lambda low, _: Interval(low, low * (1 + STEP), low_open=True),
    "at_least": lambda low, _: Interval(low, low * (1 + STEP)),
    "up_to": lambda _, high: Interval(high * (1 - STEP), high),
    "fewer_than": lambda _, high: Interval(high * (1 - STEP), high, high_open=True),
}


def strict(low: float, high: float, hedge: str) -> Interval:
    """Return what a number from *low* to *high*, hedged by *hedge*, may be in logic.

    >>> str(strict(50, 50, "more_than")), str(strict(200, 200, "nearly"))
    ('(50, ∞)', '[180, 200)')
    """
    make = _STRICT.get(hedge)
    return make(low, high) if make else Interval(low, high)


def pragmatic(low: float, high: float, hedge: str) -> Interval:
    """Return what people mean who write it so.

    >>> str(pragmatic(50, 50, "more_than"))
    '(50, 55]'
    """
    make = _PRAGMATIC.get(hedge)
    return make(low, high) if make else strict(low, high, hedge)
