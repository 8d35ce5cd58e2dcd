"""The values of number words and of digits, however the world writes them."""

from sinotech.prose.tokens import cuts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SPELT = tuple(_UNITS[1:13])
"""The numbers that newspapers mostly spell out, from one to twelve."""

UNITS: dict[str, float] = {word: n for n, word in enumerate(_UNITS) if n}
TENS: dict[str, float] = {word: n * 10 for n, word in enumerate(_TENS, 2)}
SCALES: dict[str, float] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "b": 10**9,
}
"""Words that multiply the number before them, Indian ones included."""

FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
}
VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 99_999.0),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
    "several": (3.0, 9.0),
    "few": (3.0, 6.0),
    "handful": (3.0, 6.0),
    "numerous": (3.0, 1e15),
    "couple": (2.0, 2.0),
    "pair": (2.0, 2.0),
}
"""What indefinite number words cover: two of the thing at least, up to where the next
word begins; *several* and *a few* as dictionaries give them (more than two, not many).
"""
MULTIPLES = {
    "double": 2.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "doubles": 2.0,
    "twofold": 2.0,
    "twice": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "triples": 3.0,
    "threefold": 3.0,
    "thrice": 3.0,
    "quadruple": 4.0,
    "quadrupled": 4.0,
    "quadrupling": 4.0,
    "fourfold": 4.0,
    "quintupled": 5.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
    "halved": 0.5,
    "halve": 0.5,
    "halving": 0.5,
}
_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
ORDINALS: dict[str, float] = {word: n for n, word in enumerate(_ONES, 1)} | {
    word[:-1] + "ieth": n for word, n in TENS.items()
}
SCALE_ORDINALS: dict[str, float] = {
    "hundredth": 100,
    "thousandth": 10**3,
    "millionth": 10**6,
}
NUMBER_WORDS = frozenset((*UNITS, *TENS, *SCALES, *ORDINALS, *FRACTIONS)) - {"dozen"}
_SPACES = frozenset("\u00a0\u2009\u202f ")
"""Blanks that stand between thousands."""

_APOSTROPHES = frozenset("'’")
_SWAPPED = str.maketrans(",.", ".,")
_LONGEST = 300
"""Digits of the longest number: what has more is no quantity of anything."""


def readings(digits: str, *, comma: bool = False) -> tuple[float, ...]:
    """Return what a number in digits may be, the likeliest first; maybe nothing.

    Thousands are marked as in English or Indian English (``1,19,000``), by blanks, by
    apostrophes, or by points if the comma is the decimal sign. *comma* says that the
    language writes so (Spanish, Portuguese, French). Two values where nobody can tell:
    ``16.000`` in English may be sixteen thousand, and ``1,19`` a slip.

    >>> readings("16 000"), readings("1,234.5"), readings("1.234,5"), readings("1,2,3")
    ((16000,), (1234.5,), (1234.5,), ())
    >>> readings("16.000"), readings("1,19"), readings("1,19,000"), readings("9" * 400)
    ((16, 16000), (1.19, 119), (119000,), ())
    >>> readings("16.000", comma=True), readings("2,500", comma=True)
    ((16000,), (2.5, 2500))
    """
    if digits.isdecimal():
        return (int(digits),) if len(digits) <= _LONGEST else ()
    english, other = _valued(digits, "."), _valued(digits, ",")
    if english is None and other is None:
        return ()
    if english is None or other is None or english == other:
        value = other if english is None else english
        slip = english is None and not comma and _is_decimal(digits, ",")
        return (value, int(digits.replace(",", ""))) if slip else (value,)  # type: ignore[return-value]
    if comma:
        return (other,) if "." in digits else (other, english)
    return (english,) if "," in digits else (english, other)


def value_of(digits: str, *, comma: bool = False) -> float | None:
    """Return the likeliest value of a number in digits; None if it is no number."""
    return next(iter(readings(digits, comma=comma)), None)


def _valued(digits: str, point: str) -> float | None:
    """Return the value of *digits* if they are well written where *point* is decimal.

    >>> _valued("1.234", "."), _valued("1.234", ","), _valued("1.2.3", ",")
    (1.234, 1234, None)
    """
    whole, part = digits, ""
    if digits.count(point) == 1:
        whole, _, part = digits.partition(point)
        if not part.isdecimal():
            return None
    plain = _ungrouped(whole, "," if point == "." else ".")
    if not plain or len(digits) > _LONGEST:
        return None
    return float(f"{plain}.{part}") if part.strip("0") else int(plain)


def _ungrouped(whole: str, mark: str) -> str:
    """Return *whole* without its marks between thousands; nothing if they are odd."""
    if whole.isdecimal():
        return whole
    signs = {char for char in whole if not char.isdecimal()}
    if not (signs == {mark} or signs <= _SPACES or signs <= _APOSTROPHES):
        return ""
    first, *groups = "".join(c if c.isdecimal() else " " for c in whole).split(" ")
    if not first or first.startswith("0") or not all((first, *groups)):
        return ""
    sizes = {len(group) for group in groups}
    indian = mark == "," and sizes == {2, 3} and {len(g) for g in groups[:-1]} == {2}
    if len(first) > (2 if indian else 3) or not (sizes == {3} or indian):
        return ""
    return "".join((first, *groups))


def _is_decimal(digits: str, point: str) -> bool:
    """Whether *digits* hold one mark, *point*, and no zero stands before it alone."""
    whole, _, part = digits.partition(point)
    return whole.isdecimal() and part.isdecimal() and whole != "0"


def restyled(text: str, *, comma: bool = False) -> str:
    """Return *text* with commas and points exchanged if its numbers are written so.

    They are if some can be read only with the decimal comma, and none only with the
    decimal point; one ``3,5`` alone may be a slip. With *comma* it is the reverse.

    >>> restyled("3,5 percent of 16.000 people, on 28.09.2024")
    '3.5 percent of 16,000 people, on 28.09.2024'
    >>> restyled("1,19 pacts"), restyled("1.5 of 16.000"), restyled("1.234.567; 2.000")
    ('1,19 pacts', '1.5 of 16.000', '1,234,567; 2,000')
    """
    if not _has_marks(text):
        return text
    own, foreign = ",." if comma else ".,"
    spans = [
        (at, at + len(cut)) for cut, kind, at, _ in cuts_of(text) if kind == "number"
    ]
    told, sure = 0, False
    for start, end in spans:
        cut = text[start:end]
        mine, theirs = _valued(cut, own), _valued(cut, foreign)
        if mine == theirs:
            continue
        if theirs is None:
            return text
        sure |= mine is None
        told += _TELLING - _is_decimal(cut, foreign) if mine is None else own in cut
    if not sure or told < _TELLING:
        return text
    signs = list(text)
    for start, end in spans:
        if _valued(text[start:end], foreign) is not None:
            signs[start:end] = text[start:end].translate(_SWAPPED)
    return "".join(signs)


_TELLING = 2
"""Numbers that tell how a text writes them; one that is no slip tells as much."""


def _has_marks(text: str) -> bool:
    """Whether a comma or point stands between two digits of *text*."""
    for mark in ",.":
        at = text.find(mark)
        while at >= 0:
            if text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal():
                return True
            at = text.find(mark, at + 1)
    return False


def times(value: float, factor: float) -> float:
    """Return the product as decimals have it: 2.3 times a million is 2300000.

    >>> times(2.3, 10**6), times(0.119, 1000), times(3, 100), times(1.5, 3)
    (2300000, 119, 300, 4.5)
    """
    product = value * factor
    if isinstance(product, int):
        return product
    rounded = float(f"{product:.15g}")
    return int(rounded) if rounded.is_integer() else rounded


_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    **{c: n for n, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{c: n for n, c in enumerate("○壹貳參肆伍陸柒捌玖")},
    "两": 2,
    "兩": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
POINT = "点點"
"""Chinese decimal points."""

MINUS = frozenset("-‐‑‒–−﹘﹣－⁻₋˗➖")
"""Signs that are a minus where a digit follows and nothing that they could join."""

BELOW = frozenset("负負")
"""How Chinese writes a minus."""

NUMERALS = frozenset((*_DIGITS, *_SMALL, *LARGE))
MULTIPLIERS = frozenset((*_SMALL, *LARGE))


def chinese_value(text: str) -> float | None:
    """Return the value of a number in Chinese numerals, digits among them allowed.

    >>> chinese_value("一百一十九"), chinese_value("1.6万"), chinese_value("三亿五千万")
    (119, 16000, 350000000)
    >>> chinese_value("零点一一九千"), chinese_value("1万6千"), chinese_value("2万亿")
    (119, 16000, 2000000000000)
    >>> chinese_value("二〇二四"), chinese_value("十二"), chinese_value("一万二")
    (2024, 12, 12000)
    >>> chinese_value("多"), chinese_value("一百零二"), chinese_value("三点五亿")
    (None, 102, 350000000)
    """
    return next(iter(chinese_readings(text)), None)


def chinese_readings(text: str) -> tuple[float, ...]:
    """Return what a number in Chinese numerals may be: its digits may be unclear."""
    parts = list(_chinese_parts(text))
    if not parts or not all(values for _, values in parts):
        return ()
    most = max(len(values) for _, values in parts)
    made = (
        _chinese_sum(
            [(sign, values[min(n, len(values) - 1)]) for sign, values in parts]
        )
        for n in range(most)
    )
    return tuple(value for value in made if value is not None)


def _chinese_parts(text: str) -> "Iterator[tuple[str, tuple[float, ...]]]":
    """Yield the digits of *text* with what they may be, and its multipliers."""
    at = 0
    while at < len(text):
        end = at
        if text[at] in MULTIPLIERS:
            yield text[at], (1,)
            at += 1
            continue
        while end < len(text) and text[end] not in MULTIPLIERS:
            end += 1
        row = text[at:end]
        yield row, _chinese_digits(row)
        at = end


def _chinese_digits(row: str) -> tuple[float, ...]:
    """Return what *row* may be: digits, or Chinese numerals with a point at most."""
    if row[0].isdecimal():
        return readings(row)
    for point in POINT:
        row = row.replace(point, ".")
    told = "".join(str(_DIGITS.get(char, char)) for char in row)
    whole, point, part = told.partition(".")
    if not whole.isdecimal() or (point and not part.isdecimal()):
        return ()
    return (
        (float(told) if part.strip("0") else int(whole),)
        if len(told) < _LONGEST
        else ()
    )


def _chinese_sum(parts: list[tuple[str, float]]) -> float | None:
    """Return the value of digits and multipliers in a row.

    Digits that end a number after a multiplier, without a zero, are of the next lower
    one: 一万二 is twelve thousand.
    """
    total: float = 0
    section: float = 0
    number: float | None = None
    largest = last = 1
    for at, (sign, value) in enumerate(parts, 1):
        if sign not in MULTIPLIERS:
            short = at == len(parts) and last > 10 and len(sign) == 1  # noqa: PLR2004
            number = times(value, last // 10) if short and value else value
        elif sign in _SMALL:
            last = _SMALL[sign]
            section += times(1 if number is None else number, last)
            number = None
        else:
            last = LARGE[sign]
            bare = number is None and not (section or total)
            section = 1 if bare else section + (number or 0)
            if last > largest:  # 2万亿: ten thousand times a hundred million
                total = times(total + section, last)
            else:
                total += times(section, last)
            largest, section, number = last, 0, None
    return total + section + (number or 0)
