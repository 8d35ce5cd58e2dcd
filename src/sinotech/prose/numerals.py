"""Numbers in an English text, in digits or words: one reader for all who need them.

Claims and records are read by it (:mod:`sinotech.prose.quantities` adds hedges, units
and what is no number of anything), and so are the phrases that `lint` and `coverage`
look at, which take every number (:func:`numbers_in`).
"""

from sinotech.prose import numbers
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from sinotech.prose.tokens import Token

    Placed = tuple[float, int]
    """A number, and the last token of it."""

CLOSE = 3
"""Characters between two tokens that still belong to one number (``twenty - one``)."""

HYPHENS = frozenset("-‐‑")
_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_ARTICLES = frozenset(("a", "an"))
_ALONE = frozenset(("hundred", "thousand", "dozen"))
"""Words of scale that are a number without one before them."""

_AFTER_ARTICLE = frozenset(numbers.SCALES) - frozenset(
    ("k", "m", "mn", "bn", "tn", "b")
)
_BESIDE = {
    ("a", "half"): 1 / 2,
    ("one", "half"): 1 / 2,
    ("a", "quarter"): 1 / 4,
    ("one", "quarter"): 1 / 4,
    ("three", "quarters"): 3 / 4,
}
"""What may follow ``and``: ``two and a half``."""

_SHARED = frozenset(("third", "quarter", "fifth", "tenth", "half"))
_NOUGHTS = frozenset(("zero", "nought", "oh"))
_HUNDRED = 100


class Numerals:
    """Reads the numbers of a row of tokens: their values, and where they end."""

    def __init__(self, text: str, tokens: "Sequence[Token]") -> None:
        """Read *tokens* of *text*."""
        self.text, self.tokens = text, tokens
        self.words = [token.word for token in tokens]

    def word(self, at: int) -> str:
        """Return the word of the token at *at*; empty beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """Return what stands between the token at *at* and the one before it."""
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def near(self, at: int) -> bool:
        """Whether the token at *at* follows the one before it closely."""
        if not 0 < at < len(self.tokens):
            return False
        gap = self.gap(at)
        return len(gap) <= CLOSE and not gap.strip(" -\u2010\u2011\n")

    def number(self, at: int) -> "Placed | None":
        """Return the number that begins at *at*; of digits, the likeliest value."""
        token = self.tokens[at]
        if token.kind == "number":
            value = numbers.value_of(token.text)
            if value is None or self._is_ordinal(at):
                return None
            return self.scaled(value, at)
        if token.word in _ARTICLES:
            return self.scaled(1, at) if self.word(at + 1) in _AFTER_ARTICLE else None
        if token.word in _ALONE:
            return self.scaled(1, at - 1)
        small = self.small(at)
        if small is None:
            return None
        value, end = self.scaled(*(self._pointed(*small) or small))
        pointed = self._pointed(value, end) if isinstance(value, int) else None
        return self.scaled(*pointed) if pointed else (value, end)

    def unclear(self, at: int) -> list[float]:
        """Return all values of digits at *at* that may be read in several ways."""
        token = self.tokens[at]
        if token.kind != "number" or token.text.isdecimal():
            return []
        values = numbers.readings(token.text)
        return [self.scaled(one, at)[0] for one in values] if len(values) > 1 else []

    def small(self, at: int) -> "Placed | None":
        """Return a number below a hundred in words."""
        word = self.word(at)
        if word in numbers.UNITS:
            return numbers.UNITS[word], at
        if word not in numbers.TENS:
            return None
        one = numbers.UNITS.get(self.word(at + 1), 10)
        if one < 10 and self.near(at + 1):  # noqa: PLR2004
            return numbers.TENS[word] + one, at + 1
        return numbers.TENS[word], at

    def _pointed(self, value: float, end: int) -> "Placed | None":
        """Return ``three point five``, given the three."""
        digits, at = "", end + 2
        while self.word(end + 1) == "point" and self.near(at):
            none = self.word(at) in _NOUGHTS
            digit = 0 if none else numbers.UNITS.get(self.word(at), 10)
            if digit > 9:  # noqa: PLR2004
                break
            digits += str(digit)
            at += 1
        return (float(f"{value}.{digits}"), at - 1) if digits else None

    def scaled(self, value: float, end: int) -> "Placed":
        """Return *value* with the scale words and further parts that follow it."""
        total: float = 0
        section, unit = value, 1.0
        while True:
            scale = numbers.SCALES.get(self.word(end + 1))
            if scale and self.near(end + 1):
                total, section = _multiplied(total, section, scale)
                unit = scale
                end += 1
                continue
            beside = _BESIDE.get((self.word(end + 2), self.word(end + 3)))
            if beside and self.word(end + 1) == "and" and self.word(end + 4) != "of":
                part = numbers.times(beside, unit)
                total, section = (
                    (total, section + part) if section else (total + part, 0)
                )
                end += 3
                if not numbers.SCALES.get(self.word(end + 1)):
                    return total + section, end
                continue
            added = self._added(end, unit) if total or section >= _HUNDRED else None
            if added is None or section % _HUNDRED:
                return total + section, end
            section += added[0]
            end = added[1]

    def _added(self, end: int, unit: float) -> "Placed | None":
        """Return the next part of a number in words: ``five`` of ``… and five``."""
        if self.tokens[end].kind != "word":
            return None
        at = end + (2 if self.word(end + 1) == "and" else 1)
        added = self.small(at)
        if added is None and at < len(self.tokens) and self.tokens[at].kind == "number":
            value = numbers.value_of(self.tokens[at].text)
            added = None if value is None else (value, at)
        if added is None:
            return None
        scale = numbers.SCALES.get(self.word(added[1] + 1), 0)
        smaller = 0 < scale < unit and self.near(added[1] + 1)
        if self.tokens[at].kind == "number":  # 3 million 500 thousand
            return added if smaller and self.near(at) else None
        if self.near(end + 1) and self.near(at):
            return added
        return added if smaller and self.gap(at) == ", " else None

    def _is_ordinal(self, at: int) -> bool:
        return self.word(at + 1) in _ENDINGS and not self.gap(at + 1)

    def ordinal(self, at: int) -> "Placed | None":
        """Return an ordinal: ``21st``, ``twenty-first``, ``one hundred and first``."""
        token = self.tokens[at]
        if token.kind == "number":
            value = numbers.value_of(token.text) if self._is_ordinal(at) else None
            return None if value is None else (value, at + 1)
        if token.word in numbers.ORDINALS:
            return numbers.ORDINALS[token.word], at
        spelt = token.word in numbers.TENS or self._begins_hundreds(at)
        number = self.number(at) if spelt else None
        return self._ordinal_after(*number) if number else None

    def _ordinal_after(self, value: float, end: int) -> "Placed | None":
        """Return the ordinal that begins with *value*, which ends at *end*."""
        if scale := numbers.SCALE_ORDINALS.get(self.word(end + 1)):
            return numbers.times(value, scale), end + 1
        joined = end + (2 if self.word(end + 1) == "and" else 1)
        last = numbers.ORDINALS.get(self.word(joined), _HUNDRED)
        hyphened = self.gap(joined) in HYPHENS
        if value % _HUNDRED == 0 and joined == end + 2 and last < _HUNDRED:
            return value + last, joined
        if value % 10 == 0 and value % _HUNDRED and hyphened and last < 10:  # noqa: PLR2004
            return value + last, joined
        return None

    def _begins_hundreds(self, at: int) -> bool:
        """Whether a number of hundreds or more begins at *at*, in words."""
        following = self.word(at + 1)
        known = self.word(at) in numbers.UNITS or self.word(at) in _ARTICLES
        scales = (numbers.SCALES, numbers.SCALE_ORDINALS)
        return known and any(following in scale for scale in scales)

    def share(self, at: int) -> "Placed | None":
        """Return a share in words: ``half``, ``two thirds``, ``one in four``."""
        word, following = self.word(at), self.word(at + 1)
        if word in {"half", "quarter"}:
            return numbers.FRACTIONS[word], at
        if word in {"a", "one"} and following in _SHARED:
            return numbers.FRACTIONS[following], at + 1
        if word in numbers.UNITS and following in numbers.FRACTIONS:
            if following == "half":
                return None
            return numbers.UNITS[word] * numbers.FRACTIONS[following], at + 1
        return self._ratio(at)

    def _ratio(self, at: int) -> "Placed | None":
        """Return the share of ``one in four`` or ``three out of ten``."""
        small = self.small(at)
        if small is None:
            return None
        end = small[1] + 1
        if self.word(end) == "out" and self.word(end + 1) == "of":
            end += 1
        elif self.word(end) != "in":
            return None
        whole = self.small(end + 1)
        if whole is None or whole[0] <= small[0]:
            return None
        return small[0] / whole[0], whole[1]

    def amount(self, at: int) -> "Placed | None":
        """Return a share of a round number: ``half a million``, ``half a dozen``."""
        share = self.share(at)
        if share is None:
            return None
        parts, end = share
        end += self.word(end + 1) == "of"
        end += self.word(end + 1) in _ARTICLES
        scale = numbers.SCALES.get(self.word(end + 1))
        if (
            not scale
            or self.word(end + 1) not in _AFTER_ARTICLE
            or not self.near(end + 1)
        ):
            return None
        return numbers.times(parts, scale), end + 1

    def vague(self, at: int) -> "tuple[float, float, int] | None":
        """Return the ends of ``tens of thousands``, and the last token of it."""
        word = self.word(at)
        ends = numbers.VAGUE.get(word)
        if word in _MANY and self.word(at + 1) == "of":
            following = numbers.VAGUE.get(self.word(at + 2))
            if following and following[0] > _MANY[word]:
                scale = following[0] / 2
                return 2 * _MANY[word] * scale, (10 * _MANY[word] - 0.1) * scale, at + 2
        if ends is None or (word == "few" and self.word(at - 1) != "a"):
            return None
        of = self.word(at + 1) == "of"
        many = numbers.SCALES.get(self.word(at + 1 + of), 0)
        if self.word(at + 1 + of) not in _AFTER_ARTICLE:
            many = 0
        if many and word in {"several", "few", "couple"}:
            if of and word != "couple":
                return None
            most = 2 * many if word == "couple" else 10 * many - 1
            return 2 * many, most, at + 1 + of
        if word in {"couple", "pair", "handful"} and (many or not of):
            return None
        return *ends, at


_MANY = {"tens": 10, "hundreds": 100}
"""Words before ``of thousands``."""


def _multiplied(total: float, section: float, scale: float) -> "tuple[float, float]":
    """Return what was read so far, taken as many times as a word of scale says."""
    if scale <= _HUNDRED:
        return total, numbers.times(section, scale)
    if section:
        return total + numbers.times(section, scale), 0
    return numbers.times(total, scale), 0  # a thousand million


def chinese_row(
    tokens: "Sequence[Token]", at: int, taken: "Container[int]" = ()
) -> tuple[str, int]:
    """Return the Chinese numerals and digits from *at* on, and where they end.

    Digits stand first, or after a sign such as 万; a point stands between numerals.
    None of the tokens is *taken* by a name or date.
    """
    end, row = at, ""
    while end < len(tokens) and end not in taken:
        token = tokens[end]
        if end > at and tokens[end - 1].end != token.start:
            break
        digits = token.kind == "number"
        if digits and row and row[-1] not in numbers.MULTIPLIERS:
            break
        point = token.text in numbers.POINT and row[-1:] in numbers.NUMERALS
        following = tokens[end + 1].text if end + 1 < len(tokens) else ""
        point = point and following in numbers.NUMERALS
        if not (digits or point or token.text in numbers.NUMERALS):
            break
        row += token.text
        end += 1
    return row, end


def numbers_in(text: str) -> "Iterator[tuple[list[float], int, int]]":
    """Yield every number of *text*, whatever it is of: what it may be, and its place.

    >>> def read(text): return [values for values, *_ in numbers_in(text)]
    >>> read("nearly two thousand five hundred, a half")
    [[2500], [0.5]]
    >>> read("1.6万余名，一百一十九项")
    [[16000], [119]]
    >>> read("16.000 of G20, the 21st; dozens, doubled")
    [[16, 16000], [20], [21], [24.0], [2.0]]
    """
    tokens = tokenise(text)
    reader = Numerals(text, tokens)
    at = 0
    while at < len(tokens):
        values, end = _value_at(reader, at)
        if values:
            yield values, tokens[at].start, tokens[end].end
        at = end + 1


_SINGLE = {**numbers.MULTIPLES, "decade": 10}
"""Words that say a number by themselves."""


def _value_at(reader: Numerals, at: int) -> "tuple[list[float], int]":
    """Return what a number at *at* may be, and its last token; maybe no value."""
    token = reader.tokens[at]
    row, stop = chinese_row(reader.tokens, at)
    if row and not row.isascii():
        return list(numbers.chinese_readings(row)), stop - 1
    if token.kind == "word" and not token.text.isalpha():
        return [
            value for run in _runs(token.text) for value in numbers.readings(run)
        ], at
    if token.word in _SINGLE:
        return [_SINGLE[token.word]], at
    if vague := reader.vague(at):
        return [vague[0]], vague[2]
    read = reader.amount(at) or reader.share(at) or reader.ordinal(at)
    read = read or reader.number(at)
    if read is None:
        return [], at
    values = reader.unclear(at) or [read[0]]
    if token.word == "a" and (ordinal := numbers.ORDINALS.get(reader.word(read[1]))):
        values.append(ordinal)  # a third of them, or a third time
    return values, read[1]


def _runs(word: str) -> list[str]:
    """Return the digits inside a word: ``500kg``, ``G20``."""
    return "".join(char if char.isdecimal() else " " for char in word).split()
