"""A quantity: what a sentence states as a number, with its hedge and unit."""

from sinotech.prose.intervals import Interval, pragmatic, strict
from sinotech.prose.numbers import times


class Quantity:
    """A number that a sentence states.

    *low* and *high* are its ends, equal unless it is a range; *hedge* is a hedge of
    figures, or ``bare``, ``exactly`` or ``range``; *unit* is ``count``, ``percent``,
    ``points``, ``ordinal``, ``times`` or a currency. *first* and *last* are the tokens
    it is made of, its hedge and sign included; *noun* is where what it counts begins.
    *readings* are the ends that it may have, if its digits may be read in several ways
    (``16.000``): *low* and *high* are the least and the greatest of them. It is
    *collective* if a word says about how many, such as ``dozens``, ``une centaine``.
    """

    __slots__ = (
        "collective",
        "first",
        "hedge",
        "high",
        "last",
        "low",
        "noun",
        "readings",
        "text",
        "unit",
    )

    def __init__(self, low: float, high: float, unit: str = "count") -> None:
        """Hold the ends and the unit; the reader fills in the rest."""
        self.low, self.high, self.unit = float(low), float(high), unit
        self.hedge = "bare" if low == high else "range"
        self.first = self.last = self.noun = 0
        self.readings: list[tuple[float, float]] = []
        self.collective = False
        self.text = ""

    def may_be(self, readings: "list[tuple[float, float]]") -> None:
        """Let its ends be any of *readings*."""
        self.readings = readings
        self.low = float(min(low for low, _ in readings))
        self.high = float(max(high for _, high in readings))

    def multiply(self, factor: float) -> None:
        """Take it *factor* times."""
        self.low, self.high = times(self.low, factor), times(self.high, factor)
        self.readings = [(times(a, factor), times(b, factor)) for a, b in self.readings]

    def as_read(self) -> "list[Quantity]":
        """Return a quantity for each of its readings."""
        made = [Quantity(low, high, self.unit) for low, high in self.readings]
        for one in made:
            one.first, one.last, one.noun = self.first, self.last, self.noun
            one.hedge, one.text = self.hedge, self.text
            one.collective = self.collective
        return made or [self]

    @property
    def doubt(self) -> str:
        """Return in words what it may be, if that is unclear.

        >>> quantity = Quantity(16, 16)
        >>> quantity.may_be([(16, 16), (16000, 16000)])
        >>> quantity.text = "16.000"
        >>> quantity.doubt
        '“16.000” may be 16 or 16,000: it is not said which'
        """
        if not self.readings:
            return ""
        told = " or ".join(str(Interval(*ends)) for ends in self.readings)
        return f"“{self.text}” may be {told}: it is not said which"

    @property
    def interval(self) -> Interval:
        """What it may be in logic."""
        return strict(self.low, self.high, self.hedge)

    @property
    def meant(self) -> Interval:
        """What people mean by it."""
        return pragmatic(self.low, self.high, self.hedge)

    def __repr__(self) -> str:
        """Show hedge, interval and unit."""
        return f"<{self.hedge} {self.interval} {self.unit}>"
