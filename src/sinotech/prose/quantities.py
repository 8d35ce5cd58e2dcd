"""The quantities that a sentence states: intervals, what they are of, and how hedged."""  # noqa: E501

from sinotech.prose import hedges, numbers
from sinotech.prose.intervals import Interval, pragmatic, strict
from sinotech.prose.numerals import HYPHENS, Numerals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.prose.tokens import Token

MAX_QUANTITIES = 12
"""Quantities of a sentence that are read; nobody states more in one."""

_LONGEST = max(map(len, hedges.HEDGES))
_LATEST = max(map(len, hedges.AFTERTHOUGHTS))
_WIDEST = max(len(name.split()) for name in hedges.MEASURES)
_MEASURING = frozenset(name.split()[0] for name in hedges.MEASURES)
_FIRST = frozenset(
    (
        *("a", "an", "one", "half", "quarter", "tens", "hundred", "thousand", "dozen"),
        *(*numbers.UNITS, *numbers.TENS, *numbers.ORDINALS),
        *(*numbers.VAGUE, *numbers.MULTIPLES),
    )
)
"""Words that a number may begin with."""


class Quantity:
    """A number that a sentence states.

    *low* and *high* are its ends, equal unless it is a range; *hedge* is a hedge of
    figures, or ``bare``, ``exactly`` or ``range``; *unit* is ``count``, ``percent``,
    ``points``, ``ordinal``, ``times`` or a currency. *first* and *last* are the tokens
    it is made of, its hedge and sign included; *noun* is where what it counts begins.
    *readings* are the ends that it may have, if its digits may be read in several ways
    (``16.000``): *low* and *high* are the least and the greatest of them.
    """

    __slots__ = (
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
        self.text = ""

    def may_be(self, readings: "list[tuple[float, float]]") -> None:
        """Let its ends be any of *readings*."""
        self.readings = readings
        self.low = float(min(low for low, _ in readings))
        self.high = float(max(high for _, high in readings))

    def multiply(self, factor: float) -> None:
        """Take it *factor* times."""
        times = numbers.times
        self.low, self.high = times(self.low, factor), times(self.high, factor)
        self.readings = [(times(a, factor), times(b, factor)) for a, b in self.readings]

    def as_read(self) -> "list[Quantity]":
        """Return a quantity for each of its readings."""
        made = [Quantity(low, high, self.unit) for low, high in self.readings]
        for one in made:
            one.first, one.last, one.noun = self.first, self.last, self.noun
            one.hedge, one.text = self.hedge, self.text
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


class _Reader(Numerals):
    """Reads the quantities of a row of tokens, left to right."""

    def __init__(self, text: str, tokens: "Sequence[Token]", taken: set[int]) -> None:
        """Read *tokens* of *text*, leaving out those that are *taken* by something."""
        super().__init__(text, tokens)
        self.taken = taken

    def read(self) -> "Iterator[Quantity]":
        """Yield each quantity."""
        at = 0
        last: Quantity | None = None
        while at < len(self.tokens):
            token = self.tokens[at]
            may_be = token.kind == "number" or token.word in _FIRST
            found = self._at(at) if may_be and at not in self.taken else None
            if found is None:
                at += 1
                continue
            self._inherit(found, last)
            if last and self._leads_to(last, found):
                last.unit = found.unit
            last = found
            self._hedged(found)
            if _is_article(found, self.word(found.first)):
                at = found.last + 1
                continue
            found.noun = found.last + 1
            if self.word(found.noun) == "of" and found.unit != "percent":
                found.noun += 1
                if self.word(found.noun) in {"the", "these", "those", "its", "their"}:
                    found.noun += 1
            start, end = self.tokens[found.first].start, self.tokens[found.last].end
            found.text = self.text[start:end]
            yield found
            at = found.last + 1

    def _leads_to(self, last: Quantity, found: Quantity) -> bool:
        """Whether two numbers are those of a change: ``from 15 to 30 tons``."""
        between = [self.word(at) for at in range(last.last + 1, found.first)]
        return between == ["to"] and last.unit == "count" != found.unit

    def _inherit(self, found: Quantity, last: Quantity | None) -> None:
        """Give a bare number the unit of the one before: ``from 15 tons to 30``."""
        if last is None or found.unit != "count":
            return
        if last.unit not in {"count", "ordinal", "times"} and (
            self.word(found.last + 1) in hedges.AFTER_BARE
        ):
            found.unit = last.unit

    def _at(self, at: int) -> Quantity | None:
        """Return the quantity that begins at the token *at*."""
        if self.tokens[at].kind == "number":
            found = self._multiple(at)
        else:
            found = self._vague(at) or self._multiple(at) or self._fraction(at)
        if found:
            if found.unit == "count":
                self._unit(found)
            return found
        if ordinal := self._ordinal(at):
            return ordinal
        number = self.number(at)
        if number is None:
            return None
        value, end = number
        if self._is_name(at, end):
            return None
        found = self._made(value, value, at, end)
        if values := self.unclear(at):
            found.may_be([(value, value) for value in values])
        self._ranged(found)
        self._unit(found)
        return found

    def _is_name(self, at: int, end: int) -> bool:
        """Whether the number is part of a name or word, or says nothing.

        So are those of ``CBERS-4``, ``two-way`` and ``one another``.
        """
        token = self.tokens[at]
        if self.gap(end + 1) in HYPHENS and self.word(end + 1) in hedges.JOINED:
            return True
        if self.word(at - 1) in hedges.NUMBERED:
            return True
        before = self.text[max(token.start - 2, 0) : token.start]
        if len(before) == 2 and before[1] in "-‐‑–" and before[0].isalpha():  # noqa: PLR2004
            return True
        if end == at and token.word == "one":
            following = self.word(at + 1)
            return following in {
                "of",
                "another",
                "day",
                "or",
                "after",
                "by",
                "who",
                "that",
            } or self.word(at - 1) in {
                "no",
                "any",
                "the",
                "this",
                "that",
                "every",
                "each",
                "some",
            }
        if self.word(end + 1) == "other":
            return True
        few = self.small(at)
        return (
            few is not None
            and few[0] <= hedges.KNOWN
            and end == at
            and self.word(at - 1) in {"the", "their", "these", "both", "its", "all"}
        )

    def _ordinal(self, at: int) -> Quantity | None:
        """Return an ordinal: ``21st``, ``third``, ``twenty-first``."""
        ordinal = self.ordinal(at)
        if ordinal is None:
            return None
        value, end = ordinal
        if self.words[at] in {"first", "second"} and not self._goes_on(end):
            return None
        found = self._made(value, value, at, end)
        found.unit = "ordinal"
        return found

    def _goes_on(self, at: int) -> bool:
        """Whether a word follows the token at *at* without a mark between."""
        return bool(self.word(at + 1)) and not self.gap(at + 1).strip(" -")

    def _vague(self, at: int) -> Quantity | None:
        """Return an indefinite number: ``dozens``, ``tens of thousands``."""
        vague = self.vague(at)
        return self._made(vague[0], vague[1], at, vague[2]) if vague else None

    def _made(self, low: float, high: float, first: int, last: int) -> Quantity:
        found = Quantity(low, high)
        found.first, found.last = first, last
        return found

    def _multiple(self, at: int) -> Quantity | None:
        """Return by how many times: ``doubled``, ``three times``, ``3-fold``."""
        word = self.word(at)
        if word in numbers.MULTIPLES:
            value, end = numbers.MULTIPLES[word], at
            if word in {"double", "triple"} and self.word(at + 1) in {
                "degree",
                "first",
            }:
                return None
        else:
            number = self.number(at)
            if number is None or self.word(number[1] + 1) not in {"times", "fold"}:
                return None
            value, end = number[0], number[1] + 1
        found = Quantity(value, value, "times")
        found.first, found.last = at, end
        return found

    def _fraction(self, at: int) -> Quantity | None:
        """Return ``half a million``, or a share in words as a percentage: ``half``."""
        if amount := self.amount(at):
            return self._made(amount[0], amount[0], at, amount[1])
        share = self.share(at)
        if share is None:
            return None
        parts, end = share
        bare = end == at and self.words[at] in {"half", "quarter"}
        if bare and self.word(at + 1) not in {"a", "of", "the"}:
            return None
        if (self.words[at], self.words[end]) == ("a", "half"):
            return None
        if self.word(end + 1) in {"century", "year", "decade", "day", "hour"}:
            return None
        found = Quantity(100 * parts, 100 * parts, "percent")
        found.first, found.last = at, end
        return found

    def _ranged(self, found: Quantity) -> None:
        """Extend *found* to a range, if it is the first half of one."""
        at = found.last + 1
        between = self.word(found.first - 1) == "between"
        if self.word(found.first - 1) == "from":
            return  # from one number to another: two numbers, and a change
        joined = self.word(at) in ({"and", "to"} if between else {"to"})
        if joined:
            at += 1
        else:
            gap = self.gap(at)
            if gap.strip() not in {"-", "–", "—", "‐", "‑"}:
                return
        other = self.number(at) if at < len(self.tokens) else None
        if other is None or other[0] <= found.low:
            return
        low = found.low
        if other[0] >= 1e3 and low < 1e3 and other[1] > at:  # noqa: PLR2004
            scale = numbers.SCALES.get(self.word(other[1]), 1.0)
            low = low * scale if low * scale < other[0] else low
        lows = [one for one, _ in found.readings] or [low]
        highs = self.unclear(at) or [other[0]]
        found.low, found.high, found.hedge = low, float(other[0]), "range"
        if len(lows) + len(highs) > 2:  # noqa: PLR2004
            found.may_be([(a, b) for a in lows for b in highs if a < b])
        found.last = other[1]
        if between:
            found.first -= 1

    def _measured(self, found: Quantity) -> None:
        """Turn an area or a weight into the unit that others are compared in."""
        first = found.last + 1
        if self.word(first) not in _MEASURING:
            return
        for end in range(min(first + _WIDEST, len(self.words)), first, -1):
            row = " ".join(self.words[first:end])
            if row in hedges.MEASURES:
                unit, factor = hedges.MEASURES[row]
                found.unit, found.last = unit, end - 1
                found.multiply(factor)
                return

    def _unit(self, found: Quantity) -> None:
        """Read the sign or word that says what *found* is measured in."""
        self._measured(found)
        after = (
            self.tokens[found.last + 1] if found.last + 1 < len(self.tokens) else None
        )
        following = (after.word or after.text) if after else ""
        if following == "per" and self.word(found.last + 2) == "cent":
            found.unit, found.last = "percent", found.last + 2
        elif following in hedges.PERCENT:
            found.unit, found.last = "percent", found.last + 1
        elif following in hedges.CURRENCIES:
            found.unit, found.last = hedges.CURRENCIES[following], found.last + 1
        elif following in hedges.MONEY and not self._is_number(found.last + 2):
            found.unit, found.last = hedges.MONEY[following], found.last + 1
        elif following == "us" and self.word(found.last + 2) in hedges.CURRENCIES:
            found.unit, found.last = "USD", found.last + 2
        if self.word(found.last + 1) in {"point", "points"} and found.unit == "percent":
            found.unit, found.last = "points", found.last + 1
        before = self.tokens[found.first - 1] if found.first else None
        if before and before.text in hedges.MONEY:
            found.unit, found.first = hedges.MONEY[before.text], found.first - 1
            if self.word(found.first - 1) in {"us", "rmb"}:
                found.first -= 1

    def _is_number(self, at: int) -> bool:
        """Whether the token at *at* is digits, to which a sign before it belongs."""
        return at < len(self.tokens) and self.tokens[at].kind == "number"

    def _hedged(self, found: Quantity) -> None:
        """Read the hedge before *found*, or after it."""
        if (
            found.hedge == "range"
            and found.unit == "count"
            and found.first == found.last
        ):
            return
        for start in range(max(found.first - _LONGEST, 0), found.first):
            phrase = tuple(self.words[start : found.first])
            if phrase in hedges.HEDGES and not self._is_of_time(start, found):
                found.hedge, found.first = hedges.HEDGES[phrase], start
                break
        first = found.last + 1
        for end in range(min(first + _LATEST, len(self.words)), first, -1):
            phrase = tuple(self.words[first:end])
            if phrase in hedges.AFTERTHOUGHTS:
                found.hedge, found.last = hedges.AFTERTHOUGHTS[phrase], end - 1
                return
        if self.text[self.tokens[found.last].end :][:1] == "+":
            found.hedge = "at_least"

    def _is_of_time(self, start: int, found: Quantity) -> bool:
        """Whether a hedge is none: ``over the past 11 years``, ``over five years``."""
        word, before = self.word(start), self.word(start - 1)
        if (
            word == "over"
            and before.startswith(hedges.SPREADING)
            and found.unit == "m2"
        ):
            return True
        return word in {"over", "past", "under"} and self.word(found.last + 1) in {
            "years",
            "decades",
            "months",
        }


def _is_article(found: Quantity, word: str) -> bool:
    """Whether *one* is hardly a number: ``in one direction``."""
    return (
        word == "one"
        and found.hedge == "bare"
        and found.unit == "count"
        and (found.low == found.high == 1)
    )


def read_quantities(
    text: str, tokens: "Sequence[Token]", taken: "set[int] | None" = None
) -> list[Quantity]:
    """Return the quantities that *text* states, in order.

    *taken* are the tokens that belong to dates and names, and state none.

    >>> from sinotech.prose.tokens import tokenise
    >>> def read(text): return read_quantities(text, tokenise(text))
    >>> read("more than 1,000 projects and nearly two hundred staff")
    [<more_than (1,000, ∞) count>, <nearly [180, 200) count>]
    >>> read("at the 21st expo, 30 to 40 percent; it doubled")
    [<bare 21 ordinal>, <range [30, 40] percent>, <bare 2 times>]
    >>> read("10-15 labs, two and a half million, 16.000 people")
    [<range [10, 15] count>, <bare 2,500,000 count>, <bare [16, 16,000] count>]
    >>> read("a hundred and nineteen, $3.5bn, dozens of labs, half a million, 50-odd")
    [<bare 119 count>, <bare 3,500,000,000 USD>, <range [24, 99] count>, \
<bare 500,000 count>, <more_than (50, ∞) count>]
    """
    found = []
    by_area = any(token.word in {"hectare", "hectares"} for token in tokens)
    for quantity in _Reader(text, tokens, taken or set()).read():
        found.append(quantity)
        if quantity.unit == "t" and by_area:
            quantity.unit = "t/ha"
        if len(found) == MAX_QUANTITIES:
            break
    return found
