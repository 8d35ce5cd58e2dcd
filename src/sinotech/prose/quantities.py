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

_COLLECTIVE = numbers.VAGUE.keys() - {"couple", "pair"} | {"dozen", "tens"}
"""Words that say about how many."""

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

    def _complete(self, found: Quantity) -> None:
        """Note where what *found* counts begins, and what was read."""
        found.noun = found.last + 1
        if self.word(found.noun) == "of" and found.unit != "percent":
            found.noun += 1
            found.noun += self.word(found.noun) in _DETERMINERS
        start, end = self.tokens[found.first].start, self.tokens[found.last].end
        found.text = self.text[start:end]
        words = self.words[found.first : found.last + 1]
        found.collective = not _COLLECTIVE.isdisjoint(words)


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
