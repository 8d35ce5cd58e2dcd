"""The quantities of a claim in Spanish, Portuguese or French."""

import re
from itertools import pairwise

from sinotech.prose import numbers
from sinotech.prose.quantities import MAX_QUANTITIES
from sinotech.prose.quantity import Quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.languages.language import Language
    from sinotech.prose.tokens import Token

SIZES = {
    "ha": ("m2", 1e4),
    "km2": ("m2", 1e6),
    "kg": ("t", 1e-3),
    "decades": ("years", 10),
}
"""Units that others are compared in, and what one is of those."""

_ORDINAL = re.compile(r"(\d+)(?:er|re|ere|eme|e|o|a|nd|nde)")
_BESIDES = frozenset(("los", "las", "les", "os", "as", "un", "le", "el", "d", "de"))
"""Articles that may stand between a hedge and its number."""

_AND = frozenset(("y", "e", "et"))
_HALF = frozenset(("medio", "media", "meio", "meia", "demi", "demie"))
_COMMA = frozenset(("coma", "virgula", "virgule", "punto"))
"""Words between the whole and the decimals of a number in words."""

_EXACT = 12.0
"""The one word of scale below a thousand that is not meant as *about*: a dozen."""

_OVERLAP = {
    "dozens": (20.0, 99.9),
    "hundreds": (200.0, 999.9),
    "thousands": (2e3, 99999),
}
"""What the words for indefinite numbers are before a word of scale."""

_ONE = frozenset(("un", "una", "uno", "um", "uma", "une"))
_OF = frozenset(("de", "d"))
_TO = frozenset(("a", "para", "y", "e", "et"))
"""Words between two numbers of one unit."""
_ALONE = frozenset(("mil", "mille"))
"""Scale words that are a number by themselves."""

_FROM = frozenset(("de", "du", "del", "do", "da", "desde", "des"))
_BETWEEN = "entre"
_HUNDRED, _THOUSAND = 100, 1000


class Tokens:
    """A row of tokens in which quantities are read."""

    def __init__(
        self,
        text: str,
        tokens: "Sequence[Token]",
        language: "Language",
        taken: set[int],
    ) -> None:
        """Read *tokens* of *text*, leaving out those *taken* by names and dates."""
        self.text, self.tokens = text, tokens
        self.language, self.taken = language, taken
        self.rows = [(token.word or token.text,) for token in tokens]

    def word(self, at: int) -> str:
        """Return the token at *at*; empty beyond the ends."""
        return self.rows[at][0] if 0 <= at < len(self.rows) else ""


class Counter(Tokens):
    """Reads the quantities of a row of tokens, left to right."""

    def read(self) -> list[Quantity]:
        """Return the quantities in order."""
        found: list[Quantity] = []
        at = 0
        while at < len(self.tokens) and len(found) < MAX_QUANTITIES:
            one = None if at in self.taken else self._at(at)
            if one is None:
                at += 1
                continue
            self._hedged(one)
            one.noun = one.last + 1
            if self.word(one.noun) in _OF and one.unit != "percent":
                one.noun += 1
            start, end = self.tokens[one.first].start, self.tokens[one.last].end
            one.text = self.text[start:end]
            found.append(one)
            at = one.last + 1
        _share_units(found, self.rows)
        return found

    def _at(self, at: int) -> Quantity | None:
        """Return the quantity that begins at the token *at*."""
        language = self.language
        length, code = language.vague.at(self.rows, at)
        if length:
            return self._vague(code, at, at + length - 1)
        for unit, phrases in (
            ("times", language.multiples),
            ("percent", language.shares),
        ):
            length, value = phrases.at(self.rows, at)
            if length:
                return made(float(value), float(value), unit, at, at + length - 1)
        ordinal = self._ordinal(at)
        if ordinal:
            return ordinal
        number = self.number(at)
        if number is None:
            return None
        one = made(number[0], number[0], "count", at, number[1])
        if self._is_round(one):
            one.hedge, one.collective = "about", True
        if unclear := self._unclear(at):
            one.may_be([(value, value) for value in unclear])
        self._ranged(one)
        self._unit(one)
        return one

    def _vague(self, code: str, first: int, last: int) -> Quantity:
        """Return ``dozens`` or, with a word of scale, ``dozens of thousands``."""
        one = made(*numbers.VAGUE[code], "count", first, last)
        length, scale = self.language.scales.at(self.rows, last + 1)
        if length and float(scale) >= _THOUSAND:
            one = made(*_OVERLAP[code], "count", first, last + length)
            one.multiply(float(scale))
        one.collective = True
        return one

    def _is_round(self, one: Quantity) -> bool:
        """Whether a word such as ``une centaine`` says that it is about so many."""
        length, scale = self.language.scales.before(self.rows, one.last + 1)
        return length > 0 and float(scale) < _THOUSAND and float(scale) != _EXACT

    def _ordinal(self, at: int) -> Quantity | None:
        """Return an ordinal: ``segunda``, ``3e``, ``21.º``."""
        match = _ORDINAL.fullmatch(self.word(at))
        if match:
            return made(float(match[1]), float(match[1]), "ordinal", at, at)
        token = self.tokens[at]
        if token.text.isdecimal() and self.text[token.end : token.end + 2] in {
            ".º",
            ".ª",
        }:
            return made(float(token.text), float(token.text), "ordinal", at, at + 1)
        length, value = self.language.ordinals.at(self.rows, at)
        if not length or self.language.stops.at(self.rows, at)[0] > length:
            return None
        end = at + length
        more, ones = self.language.ordinals.at(self.rows, end)
        if more and not float(value) % 10 and float(ones) < 10:  # noqa: PLR2004
            value, end = str(float(value) + float(ones)), end + more
        return made(float(value), float(value), "ordinal", at, end - 1)

    def number(self, at: int) -> tuple[float, int] | None:
        """Return the number that begins at *at*, and its last token."""
        if at >= len(self.tokens):
            return None
        if self.tokens[at].kind == "number":
            values = self._digits(at)
            return self._scaled(values[0], at) if values else None
        length, _ = self.language.scales.at(self.rows, at)
        if length and (self.word(at) in _ALONE):
            return self._scaled(1.0, at - 1)
        if half := self._half_of(at):
            return half
        if self.word(at) in _ONE:
            length, _ = self.language.scales.at(self.rows, at + 1)
            return (
                self._scaled(1.0, at)
                if length and self.word(at + 1) not in _ALONE
                else None
            )
        section = self._section(at)
        return self._scaled(*(self._pointed(*section))) if section else None

    def _half_of(self, at: int) -> tuple[float, int] | None:
        """Return ``medio millón``, ``un demi-million``."""
        at += self.word(at) in _ONE
        length, scale = self.language.scales.at(self.rows, at + 1)
        if self.word(at) not in _HALF or not length:
            return None
        return float(scale) / 2, at + length

    def _pointed(self, value: float, end: int) -> tuple[float, int]:
        """Return ``dos coma cinco``, given the two."""
        part = self._section(end + 2) if self.word(end + 1) in _COMMA else None
        return (float(f"{value:g}.{part[0]:g}"), part[1]) if part else (value, end)

    def _digits(self, at: int) -> tuple[float, ...]:
        """Return what the digits at *at* may be: the comma is decimal.

        Before three digits it may be a mark of thousands, as in some countries; in
        French it is none before ``%`` or a million.
        """
        values = numbers.readings(self.tokens[at].text, comma=True)
        following = self.text[self.tokens[at].end :].lstrip()
        sure = self.language.language == "fr" and following.startswith(_DECIMAL)
        return values[:1] if sure else values

    def _unclear(self, at: int) -> list[float]:
        """Return all values of digits at *at* that may be read in several ways."""
        values = self._digits(at) if self.tokens[at].kind == "number" else ()
        return [self._scaled(one, at)[0] for one in values] if len(values) > 1 else []

    def _section(self, at: int) -> tuple[float, int] | None:
        """Return a number below a thousand in words, and its last token."""
        total, room, last = 0.0, float(_THOUSAND), at - 1
        while room > 1:
            step = at + bool(total and self.word(at) in _AND)
            value, end = self._cardinal(step, total, room)
            if value is None:
                break
            total, room = total + value, self._room(value)
            last, at = end, end + 1
            if self._is_hundreds(at, total):
                total, room, last, at = total * _HUNDRED, float(_HUNDRED), at, at + 1
        return (total, last) if last >= 0 and total else None

    def _cardinal(self, at: int, total: float, room: float) -> tuple[float | None, int]:
        """Return what the word at *at* adds to *total*, and its last token."""
        word = self.word(at)
        if self.language.language == "fr" and word == "cent" and not total:
            return float(_HUNDRED), at
        if word == "quatre" and self.word(at + 1) in {"vingt", "vingts"} and room > 80:  # noqa: PLR2004
            return 80.0, at + 1
        if word in _ONE and total and room in {10.0, 20.0, 100.0}:
            bare = room == _HUNDRED and self.language.language != "pt"  # cent un
            joined = self.word(at - 1) in {*_AND, "vingt"} or bare
            return (1.0, at) if joined else (None, at)
        value = self.language.cardinals.get(word)
        return (value, at) if value is not None and value < room else (None, at)

    def _is_hundreds(self, at: int, total: float) -> bool:
        """Whether *cent* at *at* multiplies: ``deux cents``."""
        french = self.language.language == "fr" and self.word(at) in {"cent", "cents"}
        return french and 1 < total < 10  # noqa: PLR2004

    def _room(self, value: float) -> float:
        """Return below what the next part of a number must be."""
        if value >= _HUNDRED:
            return float(_HUNDRED)
        if self.language.language == "fr" and value in {60.0, 80.0}:
            return 20.0
        tens = value >= 20 and value % 10 == 0  # noqa: PLR2004
        if value == 10 and self.language.language == "fr":  # noqa: PLR2004
            return 10.0  # dix-sept, soixante-dix-sept
        return 10.0 if tens else 1.0

    def _scaled(self, value: float, end: int) -> tuple[float, int]:
        """Return *value* with the scale words and further parts that follow it."""
        total, held = 0.0, 0.0
        while True:
            length, scale = self.language.scales.at(self.rows, end + 1)
            if not length:
                return total + held + value, end
            end += length
            if float(scale) == _THOUSAND:
                held, value = numbers.times(value or 1, _THOUSAND), 0.0
            else:
                total += numbers.times(held + value, float(scale))
                held, value = 0.0, 0.0
            step = end + (2 if self.word(end + 1) in _AND else 1)
            if step > end + 1 and self.word(step) in _HALF:
                return total + held + float(scale) / 2, step
            more = self._section(step) or self._smaller(step, float(scale))
            if more is None and self.word(step) in _ONE:
                more = (1.0, step)  # mil e um
            if more and self.word(end) not in {"milliers", "miles", "millares"}:
                value, end = more

    def _smaller(self, at: int, scale: float) -> tuple[float, int] | None:
        """Return digits at *at* before a smaller word of scale: 2 millones 300 mil."""
        length, other = self.language.scales.at(self.rows, at + 1)
        if at >= len(self.tokens) or not length or float(other) >= scale:
            return None
        values = self._digits(at) if self.tokens[at].kind == "number" else ()
        return (values[0], at) if values and not self._gap(at).strip() else None

    def _ranged(self, one: Quantity) -> None:
        """Take in the second end of a range: ``entre un 30 y un 60``, ``30-60``."""
        before = one.first - 1
        if self.word(before) in _ONE:
            before -= 1
        between = self.word(before) == _BETWEEN
        at = one.last + 1
        gap = self._gap(at).strip()
        if gap not in {"-", "–", "—"}:
            joint = self.word(at)
            if joint not in (_AND | {"e"} if between else {"a"}) or (
                not between and self.word(before) in _FROM
            ):
                return
            at += 1
            if between and self.word(at) in _ONE:
                at += 1
        other = self.number(at)
        if other is None or other[0] <= one.low:
            return
        lows = [low for low, _ in one.readings] or [one.low]
        highs = self._unclear(at) or [other[0]]
        one.high, one.last, one.hedge = float(other[0]), other[1], "range"
        if len(lows) + len(highs) > 2:  # noqa: PLR2004
            one.may_be([(a, b) for a in lows for b in highs if a < b])
        one.first = before if between else one.first

    def _gap(self, at: int) -> str:
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _unit(self, one: Quantity) -> None:
        """Read what *one* is measured in."""
        at = one.last + 1
        if self.word(at) in _OF:
            at += 1
        length, unit = self.language.units.at(self.rows, at)
        if length:
            measure(one, unit, at + length - 1)
            return
        at = one.last + 1
        for phrases in (self.language.points, self.language.percent):
            length, unit = phrases.at(self.rows, at)
            if length:
                one.unit, one.last = unit, at + length - 1
                return
        if self.word(at) == "%":
            one.unit, one.last = "percent", at
        elif at - 2 >= 0 and self.word(one.first - 1) in {"$", "€", "£", "¥"}:
            signs = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}
            one.unit = signs[self.word(one.first - 1)]
            one.first -= 1

    def _hedged(self, one: Quantity) -> None:
        """Read the hedge before *one*; an article may stand between."""
        first = one.first
        for skipped in (0, 1):
            end = first - skipped
            if skipped and self.word(first - 1) not in _BESIDES:
                return
            length, code = self.language.hedges.before(self.rows, end)
            if length and not self.taken & set(range(end - length, end)):
                one.first = end - length
                about = one.collective and one.hedge == "about"  # une centaine
                one.hedge = code if about or one.hedge == "bare" else one.hedge
                return


def made(low: float, high: float, unit: str, first: int, last: int) -> Quantity:
    """Return a quantity of those tokens."""
    one = Quantity(low, high, unit)
    one.first, one.last = first, last
    return one


def measure(one: Quantity, unit: str, last: int) -> None:
    """Say that *one* is in *unit*, whose words end at the token *last*."""
    unit, factor = SIZES.get(unit, (unit, 1.0))
    one.unit, one.last = unit, last
    one.multiply(factor)


def _share_units(found: list[Quantity], rows: list[tuple[str]]) -> None:
    """Give a bare number the unit of the one after it: ``de 15 a 45 toneladas``."""
    for one, following in pairwise(found):
        measured = following.unit not in {"count", "ordinal", "times"}
        close = following.first == one.last + 2 and rows[one.last + 1][0] in _TO
        if one.unit == "count" and measured and close:
            one.unit = following.unit


_DECIMAL = ("%", "pour cent", "million", "milliard")
"""What a French number with a decimal comma stands before."""
