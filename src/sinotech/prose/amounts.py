"""Numbers as a sentence states them: ordinals, multiples, shares, ranges, and plain.

A number that only is part of a name, or says which things are meant, is none of these.
"""

from sinotech.prose import numbers
from sinotech.prose.numerals import HYPHENS, Numerals
from sinotech.prose.quantity import Quantity

JOINED = frozenset(
    """way year month week day hour stop time step sided dimensional phase stage point
    level size third track off man woman person party""".split()
)
"""Words that make an adjective with a number before a hyphen: no number of anything."""

_NUMBERED = frozenset(
    "version phase stage article chapter section level grade model".split()
)
"""Words after which a number is a name: ``version 3.0``."""

_KNOWN = 5
"""Up to this, a number after *the* only says which things are meant: the four founders."""  # noqa: E501


_KNOWN_BY = frozenset(("the", "their", "these", "both", "its", "all"))
"""Words before a small number that only says which things are meant."""

_AFTER_PRONOUN = frozenset(("of", "another", "day", "or", "after", "by", "who", "that"))
"""Words after *one* where it is no number: ``one another``."""

_BEFORE_PRONOUN = frozenset(
    ("no", "any", "the", "this", "that", "every", "each", "some")
)
"""Words before *one* where it is no number: ``this one``."""


class Amounts(Numerals):
    """Reads a number at a token as a quantity, as yet without unit and hedge."""

    def in_words(self, at: int) -> Quantity | None:
        """Return a multiple, an indefinite number or a share that begins at *at*."""
        if self.tokens[at].kind == "number":
            return self._multiple(at)
        return self._vague(at) or self._multiple(at) or self._fraction(at)

    def plain(self, at: int) -> Quantity | None:
        """Return the number or range that begins at *at*, if it is of something."""
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
        return found

    def _is_name(self, at: int, end: int) -> bool:
        """Whether the number is part of a name or word, or says nothing.

        So are those of ``CBERS-4``, ``two-way`` and ``one another``.
        """
        token = self.tokens[at]
        if self.gap(end + 1) in HYPHENS and self.word(end + 1) in JOINED:
            return True
        if self.word(at - 1) in _NUMBERED:
            return True
        before = self.text[max(token.start - 2, 0) : token.start]
        if len(before) == 2 and before[1] in "-‐‑–" and before[0].isalpha():  # noqa: PLR2004
            return True
        if end == at and token.word == "one":
            following, preceding = self.word(at + 1), self.word(at - 1)
            return following in _AFTER_PRONOUN or preceding in _BEFORE_PRONOUN
        if self.word(end + 1) == "other":
            return True
        few = self.small(at)
        return (
            few is not None
            and few[0] <= _KNOWN
            and end == at
            and self.word(at - 1) in _KNOWN_BY
        )

    def ordinal_at(self, at: int) -> Quantity | None:
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
        return self._shared(at, *share) if share else None

    def _shared(self, at: int, parts: float, end: int) -> Quantity | None:
        """Return a share from *at* to *end*: of all, or of one percent."""
        bare = end == at and self.words[at] in {"half", "quarter"}
        if bare and self.word(at + 1) not in {"a", "of", "the", "percent", "per"}:
            return None
        if (self.words[at], self.words[end]) == ("a", "half"):
            return None
        if self.word(end + 1) in {"century", "year", "decade", "day", "hour"}:
            return None
        if last := self._percent(end):  # half a percent, which is no half
            found = self._made(parts, parts, at, last)
            found.unit = "percent"
            return found
        found = Quantity(100 * parts, 100 * parts, "percent")
        found.first, found.last = at, end
        return found

    def _percent(self, end: int) -> int:
        """Return the last token of ``of a percent`` after a share, or 0."""
        at = end + 1
        at += self.word(at) == "of"
        at += self.word(at) in {"a", "one"}
        if self.word(at) in {"percent", "%"}:
            return at
        return at + 1 if (self.word(at), self.word(at + 1)) == ("per", "cent") else 0

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
