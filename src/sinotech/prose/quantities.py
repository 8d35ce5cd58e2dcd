"""The quantities that a sentence states, read from left to right."""

from sinotech.prose import numbers
from sinotech.prose.amounts import Amounts
from sinotech.prose.hedges import read_hedge
from sinotech.prose.quantity import Quantity
from sinotech.prose.units import read_unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.prose.tokens import Token

MAX_QUANTITIES = 12
"""Quantities of a sentence that are read; nobody states more in one."""

_FIRST = frozenset(
    (
        *("a", "an", "one", "half", "quarter", "tens", "hundred", "thousand", "dozen"),
        *(*numbers.UNITS, *numbers.TENS, *numbers.ORDINALS),
        *(*numbers.VAGUE, *numbers.MULTIPLES),
    )
)
"""Words that a number may begin with."""

_SHARING = frozenset(("", "in", "with", "by", "from", "now", "thanks", "and", "after"))
"""Words after a bare number that may share the unit of the number before it."""

_DETERMINERS = frozenset(("the", "these", "those", "its", "their"))
"""Words that may stand between *of* and what a number counts."""


class _Reader(Amounts):
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
            self._share_unit(last, found)
            last = found
            read_hedge(self, found)
            if not _is_article(found, self.word(found.first)):
                self._complete(found)
                yield found
            at = found.last + 1

    def _at(self, at: int) -> Quantity | None:
        """Return the quantity that begins at the token *at*, with its unit."""
        found = self.in_words(at) or self.ordinal_at(at) or self.plain(at)
        if found and found.unit == "count":
            read_unit(self, found)
        return found

    def _share_unit(self, last: Quantity | None, found: Quantity) -> None:
        """Give one of two numbers the other's unit: ``from 15 tons to 30``."""
        if last is None:
            return
        is_bare = found.unit == "count" and self.word(found.last + 1) in _SHARING
        if is_bare and last.unit not in {"count", "ordinal", "times"}:
            found.unit = last.unit
        between = [self.word(at) for at in range(last.last + 1, found.first)]
        if between == ["to"] and last.unit == "count" != found.unit:
            last.unit = found.unit

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
        if word == "past" and before in {"the", "these", "those"}:
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
<bare 500,000 count>, <at_least [50, ∞) count>]
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


__all__ = ["MAX_QUANTITIES", "Quantity", "read_quantities"]
