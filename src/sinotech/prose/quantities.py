"""The quantities that a sentence states: intervals, what they are of, and how hedged."""  # noqa: E501

from sinotech.prose import hedges, numbers
from sinotech.prose.intervals import Interval, pragmatic, strict

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
    """

    __slots__ = ("first", "hedge", "high", "last", "low", "noun", "text", "unit")

    def __init__(self, low: float, high: float, unit: str = "count") -> None:
        """Hold the ends and the unit; the reader fills in the rest."""
        self.low, self.high, self.unit = low, high, unit
        self.hedge = "bare" if low == high else "range"
        self.first = self.last = self.noun = 0
        self.text = ""

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


class _Reader:
    """Reads the quantities of a row of tokens, left to right."""

    def __init__(self, text: str, tokens: "Sequence[Token]", taken: set[int]) -> None:
        """Read *tokens* of *text*, leaving out those that are *taken* by something."""
        self.text, self.tokens, self.taken = text, tokens, taken
        self.words = [token.word for token in tokens]

    def word(self, at: int) -> str:
        """Return the word of the token at *at*; empty beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def near(self, at: int) -> bool:
        """Whether the token at *at* follows the one before it closely."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return len(gap) <= hedges.CLOSE and not gap.strip(" -\u2010\u2011\n")

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
        found = self._vague(at) or self._multiple(at) or self._fraction(at)
        if found:
            return found
        number = self._number(at)
        if number is None:
            return self._ordinal(at)
        value, end = number
        if self._is_name(at, end):
            return None
        found = Quantity(value, value)
        found.first, found.last = at, end
        self._ranged(found)
        self._unit(found)
        return found

    def _is_name(self, at: int, end: int) -> bool:
        """Whether the number is part of a name or word, or says nothing.

        So are those of ``CBERS-4``, ``two-way`` and ``one another``.
        """
        token = self.tokens[at]
        if (
            self._gap(end + 1) in {"-", "‐", "‑"}
            and self.word(end + 1) in hedges.JOINED
        ):
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
        few = self._small(at)
        return (
            few is not None
            and few[0] <= hedges.KNOWN
            and end == at
            and self.word(at - 1) in {"the", "their", "these", "both", "its", "all"}
        )

    def _number(self, at: int) -> tuple[float, int] | None:
        """Return the plain number at *at* and the last token of it."""
        token = self.tokens[at]
        if token.kind == "number":
            value = numbers.value_of(token.text)
            if value is None or self.word(at + 1) in {"st", "nd", "rd", "th"}:
                return None
            end = at
        elif token.word in {"a", "an"}:
            if self.word(at + 1) not in {"hundred", "thousand", "million", "dozen"}:
                return None
            value, end = 1.0, at
        elif token.word in {"hundred", "thousand", "dozen"}:
            value, end, at = 1.0, at - 1, at  # noqa: PLW0127
        else:
            small = self._small(at)
            if small is None:
                return None
            value, end = small
        return self._scaled(value, end)

    def _small(self, at: int) -> tuple[float, int] | None:
        """Return a number below a hundred in words, and its last token."""
        word = self.word(at)
        if word in numbers.UNITS:
            return numbers.UNITS[word], at
        if word in numbers.TENS:
            following = self.word(at + 1)
            one = numbers.UNITS.get(following, 10.0)
            if one < 10 and self.near(at + 1):  # noqa: PLR2004
                return numbers.TENS[word] + one, at + 1
            return numbers.TENS[word], at
        return None

    def _scaled(self, value: float, end: int) -> tuple[float, int]:
        """Return *value* with the scale words and further parts that follow it."""
        total, section = 0.0, value
        while True:
            word = self.word(end + 1)
            scale = 12.0 if word == "dozen" else numbers.SCALES.get(word)
            if scale and self.near(end + 1):
                if scale > 100:  # noqa: PLR2004
                    total, section = total + section * scale, 0.0
                else:
                    section *= scale
                end += 1
                continue
            skip = 2 if word == "and" else 1
            added = self._small(end + skip) if section >= 100 or total else None  # noqa: PLR2004
            if self._and_a_half(end):
                return total + section + 0.5, end + 3
            if added is None or section % 100 or not self._in_words(end):
                return total + section, end
            section += added[0]
            end = added[1]

    def _and_a_half(self, at: int) -> bool:
        return [self.word(at + i) for i in (1, 2, 3)] == ["and", "a", "half"]

    def _in_words(self, at: int) -> bool:
        return self.tokens[at].kind == "word" if at >= 0 else False

    def _ordinal(self, at: int) -> Quantity | None:
        """Return an ordinal: ``21st``, ``third``, ``twenty-first``."""
        token, value, end = self.tokens[at], None, at
        if token.kind == "number" and self.word(at + 1) in {"st", "nd", "rd", "th"}:
            value, end = numbers.value_of(token.text), at + 1
        elif token.word in numbers.ORDINALS:
            value = numbers.ORDINALS[token.word]
        elif token.word in numbers.TENS and self.near(at + 1):
            one = numbers.ORDINALS.get(self.word(at + 1), 10.0)
            if one < 10:  # noqa: PLR2004
                value, end = numbers.TENS[token.word] + one, at + 1
        if value is None or (
            token.word in {"first", "second"} and not self._goes_on(end)
        ):
            return None
        found = Quantity(value, value, "ordinal")
        found.first, found.last = at, end
        return found

    def _goes_on(self, at: int) -> bool:
        """Whether a word follows the token at *at* without a mark between."""
        return bool(self.word(at + 1)) and not self._gap(at + 1).strip(" -")

    def _vague(self, at: int) -> Quantity | None:  # noqa: PLR0911
        """Return an indefinite number: ``dozens``, ``tens of thousands``."""
        word = self.word(at)
        ends = numbers.VAGUE.get(word)
        if word == "tens" and self.word(at + 1) == "of":
            following = numbers.VAGUE.get(self.word(at + 2))
            if following is None:
                return None
            scale = following[0] / 2
            return self._made(10 * 2 * scale, 99.9 * scale, at, at + 2)
        if ends is None or (word == "few" and self.word(at - 1) != "a"):
            return None
        many = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6}.get(
            self.word(at + 1)
        )
        if many and word in {"several", "few"}:
            return self._made(2 * many, 10 * many - 1, at, at + 1)
        if many and word in {"couple", "handful"}:
            return None
        if word in {"couple", "pair", "handful"} and self.word(at + 1) != "of":
            return None
        if word == "hundreds" and self.word(at + 1) == "of":
            following = numbers.VAGUE.get(self.word(at + 2))
            if following and following[0] >= 2e3:  # noqa: PLR2004
                scale = following[0] / 2
                return self._made(200 * scale, 999.9 * scale, at, at + 2)
        return self._made(*ends, at, at)

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
            number = self._number(at)
            if number is None or self.word(number[1] + 1) not in {"times", "fold"}:
                return None
            value, end = number[0], number[1] + 1
        found = Quantity(value, value, "times")
        found.first, found.last = at, end
        return found

    def _fraction(self, at: int) -> Quantity | None:
        """Return a share in words as a percentage: ``half``, ``two thirds``."""
        word, following = self.word(at), self.word(at + 1)
        if word in {"half", "quarter"} and following in {"a", "of", "the"}:
            if following == "a" and self.word(at + 2) in numbers.SCALES | {"dozen": 12}:
                scale = numbers.SCALES.get(self.word(at + 2), 12.0)
                value = numbers.FRACTIONS[word] * scale
                return self._made(value, value, at, at + 2)
            parts, end = numbers.FRACTIONS[word], at
        elif word in {"a", "one"} and following in {
            "third",
            "quarter",
            "fifth",
            "tenth",
        }:
            parts, end = numbers.FRACTIONS[following], at + 1
        elif word in numbers.UNITS and following in numbers.FRACTIONS:
            if following == "half":
                return None
            parts, end = numbers.UNITS[word] * numbers.FRACTIONS[following], at + 1
        elif ratio := self._ratio(at):
            parts, end = ratio
        else:
            return None
        if self.word(end + 1) in {"century", "year", "decade", "day", "hour"}:
            return None
        found = Quantity(100 * parts, 100 * parts, "percent")
        found.first, found.last = at, end
        return found

    def _ratio(self, at: int) -> tuple[float, int] | None:
        """Return the share of ``one in four`` or ``3 out of 10``, and its last token."""  # noqa: E501
        small = self._small(at)
        if small is None:
            return None
        end = small[1] + 1
        if self.word(end) == "out" and self.word(end + 1) == "of":
            end += 1
        elif self.word(end) != "in":
            return None
        whole = self._small(end + 1)
        if whole is None or whole[0] <= small[0]:
            return None
        return small[0] / whole[0], whole[1]

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
            gap = self._gap(at)
            if gap.strip() not in {"-", "–", "—", "‐", "‑"}:
                return
        other = self._number(at) if at < len(self.tokens) else None
        if other is None or other[0] <= found.low:
            return
        low = found.low
        if other[0] >= 1e3 and low < 1e3 and other[1] > at:  # noqa: PLR2004
            scale = numbers.SCALES.get(self.word(other[1]), 1.0)
            low = low * scale if low * scale < other[0] else low
        found.low, found.high, found.hedge = low, other[0], "range"
        found.last = other[1]
        if between:
            found.first -= 1

    def _gap(self, at: int) -> str:
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _measured(self, found: Quantity) -> None:
        """Turn an area or a weight into the unit that others are compared in."""
        first = found.last + 1
        if self.word(first) not in _MEASURING:
            return
        for end in range(min(first + _WIDEST, len(self.words)), first, -1):
            row = " ".join(self.words[first:end])
            if row in hedges.MEASURES:
                unit, factor = hedges.MEASURES[row]
                found.unit = unit
                found.low, found.high = found.low * factor, found.high * factor
                found.last = end - 1
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
        elif following == "us" and self.word(found.last + 2) in hedges.CURRENCIES:
            found.unit, found.last = "USD", found.last + 2
        if self.word(found.last + 1) in {"point", "points"} and found.unit == "percent":
            found.unit, found.last = "points", found.last + 1
        before = self.tokens[found.first - 1] if found.first else None
        if before and before.text in hedges.MONEY:
            found.unit, found.first = hedges.MONEY[before.text], found.first - 1
            if self.word(found.first - 1) in {"us", "rmb"}:
                found.first -= 1

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
