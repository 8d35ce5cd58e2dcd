"""The quantities of a claim in Chinese."""

from sinotech.prose import numbers
from sinotech.prose.languages.counting import Tokens, made, measure
from sinotech.prose.numerals import chinese_row
from sinotech.prose.quantities import MAX_QUANTITIES
from sinotech.prose.quantity import Quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass

_SESSIONS = frozenset("届次个期版")
_PERCENT = ("百", "分", "之")
_PER_HECTARE = ("每", "公", "顷")
_TO = frozenset("至到")
_DASHES = frozenset("-–—~～－")
_YEARS = "年"
_LEAST = {"hundred": 100.0, "thousand": 1000.0}
"""The least of what words such as 上百 mean, by their codes."""

_LITTLE_MORE = "来"
"""What makes a number after it one of about as many: 一百来个."""


class ChineseCounter(Tokens):
    """Reads the quantities of a row of tokens, left to right."""

    def words(self, at: int, length: int) -> tuple[str, ...]:
        """Return *length* tokens from *at* on."""
        return tuple(self.word(i) for i in range(at, at + length))

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
            start, end = self.tokens[one.first].start, self.tokens[one.last].end
            one.text = self.text[start:end]
            self._inherit(one, found[-1] if found else None)
            found.append(one)
            at = one.last + 1
        return found

    def _inherit(self, one: Quantity, last: Quantity | None) -> None:
        """Let tons after tons per hectare be per hectare: 从每公顷15吨提高到30吨."""
        if last and last.unit == "t/ha" and one.unit == "t":
            one.unit = "t/ha"

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
                one = made(float(value), float(value), unit, at, at + length - 1)
                self._more(one)
                return one
        return self._ordinal(at) or self._percent(at) or self._counted(at)

    def _vague(self, code: str, first: int, last: int) -> Quantity:
        """Return 几十 or 上百, with a word of scale and a classifier after it."""
        least = _LEAST.get(code, 0.0)
        ends = (least, least) if least else numbers.VAGUE[code]
        one = made(*ends, "count", first, last)
        one.hedge = "at_least" if least else one.hedge
        one.collective = True
        if scale := numbers.LARGE.get(self.word(last + 1)):
            one.multiply(scale)
            one.last += 1
        self._classified(one)
        return one

    def _ordinal(self, at: int) -> Quantity | None:
        """Return 第二届, 首届."""
        length, value = self.language.ordinals.at(self.rows, at)
        if length:
            return made(float(value), float(value), "ordinal", at, at + length - 1)
        number = self.number(at + 1) if self.word(at) == "第" else None
        if number is None:
            return None
        end = number[1] + (self.word(number[1] + 1) in _SESSIONS)
        return made(number[0], number[0], "ordinal", at, end)

    def _percent(self, at: int) -> Quantity | None:
        """Return 百分之三十."""
        if self.words(at, 3) != _PERCENT:
            return None
        number = self.number(at + 3)
        if number is None:
            return None
        one = made(number[0], number[0], "percent", at, number[1])
        self._ranged(one)
        return one

    def _counted(self, at: int) -> Quantity | None:
        """Return a number with its classifier or unit."""
        number = self.number(at)
        if number is None:
            return None
        value, end = number
        one = made(value, value, "count", at, end)
        if len(values := numbers.chinese_readings(self._row(at))) > 1:
            one.may_be([(value, value) for value in values])
        self._more(one)
        self._unit(one)
        self._ranged(one)
        if one.unit == "count":
            classified = self._classified(one)
            bare = one.first == one.last == at and self.word(at) in numbers.NUMERALS
            if bare and not classified:
                return None
        return one

    def number(self, at: int) -> tuple[float, int] | None:
        """Return the number that begins at *at*, and its last token."""
        row, end = chinese_row(self.tokens, at, self.taken)
        value = numbers.chinese_value(row) if row else None
        if value is None or row[0] in numbers.LARGE:
            return None
        return value, end - 1

    def _row(self, at: int) -> str:
        return chinese_row(self.tokens, at, self.taken)[0]

    def _more(self, one: Quantity) -> None:
        """Read 多, 余… after the number, and a scale word after that: 150多亿."""
        length, code = self.language.after.at(self.rows, one.last + 1)
        if not length:
            return
        one.hedge, one.last = code, one.last + length
        one.collective = self.word(one.last) == _LITTLE_MORE
        if scale := numbers.LARGE.get(self.word(one.last + 1)):
            one.multiply(scale)
            one.last += 1

    def _classified(self, one: Quantity) -> bool:
        """Take in a classifier, and a hedge after it; say whether there was one."""
        length, _ = self.language.classifiers.at(self.rows, one.last + 1)
        one.last += length
        later, code = self.language.after.at(self.rows, one.last + 1)
        if later:
            one.hedge, one.last = code, one.last + later
        return bool(length) or self.word(one.last + 1) == _YEARS or one.hedge != "bare"

    def _unit(self, one: Quantity) -> None:
        """Read what *one* is measured in."""
        if self.word(one.last + 1) == "%":
            one.unit, one.last = "percent", one.last + 1
        for phrases in (self.language.points, self.language.units):
            length, unit = phrases.at(self.rows, one.last + 1)
            if length:
                measure(one, unit, one.last + length)
                break
        if one.unit == "t" and self.words(one.first - 3, 3) == _PER_HECTARE:
            one.unit, one.first = "t/ha", one.first - 3
        later, code = self.language.after.at(self.rows, one.last + 1)
        if later and one.unit != "count":
            one.hedge, one.last = code, one.last + later

    def _ranged(self, one: Quantity) -> None:
        """Take in the second end of a range: 30%至60%."""
        at = one.last + 1
        if at >= len(self.tokens):
            return
        gap = self.text[self.tokens[at - 1].end : self.tokens[at].start].strip()
        if self.word(at) in _TO:
            at += 1
        elif gap not in _DASHES or not gap:
            return
        if self.words(at, 3) == _PERCENT:
            at += 3
        other = self.number(at)
        if other is None or other[0] <= one.low:
            return
        one.high, one.last, one.hedge = other[0], other[1], "range"
        if one.unit == "count":
            self._unit(one)
        elif self.word(one.last + 1) == "%":
            one.last += 1

    def _hedged(self, one: Quantity) -> None:
        """Read the hedge before *one*."""
        length, code = self.language.hedges.before(self.rows, one.first)
        if length and not self.taken & set(range(one.first - length, one.first)):
            one.first -= length
            one.hedge = code if one.hedge == "bare" else one.hedge
