"""The values of number words and digits."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
UNITS = {word: float(n) for n, word in enumerate(_UNITS) if n}
TENS = {word: float(n * 10) for n, word in enumerate(_TENS, 2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "b": 1e9,
}
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
ORDINALS = {word: float(n) for n, word in enumerate(_ONES, 1)} | {
    word[:-1] + "ieth": n for word, n in TENS.items()
}
NUMBER_WORDS = frozenset((*UNITS, *TENS, *SCALES, *ORDINALS, *FRACTIONS))
_MARKS = frozenset(",'’\u00a0\u2009\u202f ")
"""Thousands marks."""

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
CHINESE = "".join((*_DIGITS, *_SMALL, *_LARGE, "几", "数", "余", "多"))

MOST = 1e300
"""Numbers beyond it are no quantities of anything."""


def value_of(digits: str, *, comma: bool = False) -> float | None:
    """Return the value of a number in digits; None if it is no number or endless.

    Thousands marks are those of English, blanks and apostrophes; with *comma*, a
    comma is the decimal sign and a point the thousands mark (Spanish, Portuguese,
    French).

    >>> value_of("16 000"), value_of("1,234.5"), value_of("9" * 400)
    (16000.0, 1234.5, None)
    >>> value_of("1.234", comma=True), value_of("3,5", comma=True), value_of("1,2,3")
    (1234.0, 3.5, None)
    """
    if comma:
        digits = digits.translate(str.maketrans(",.", ".,"))
    try:
        value = float(digits if digits.isdecimal() else _unmarked(digits))
    except ValueError:
        return None
    return value if value < MOST else None


def _unmarked(digits: str) -> str:
    """Return *digits* without the marks before just three of them."""
    kept = []
    for at, char in enumerate(digits):
        three, after = digits[at + 1 : at + 4], digits[at + 4 : at + 5]
        thousand = len(three) == 3 and three.isdecimal() and not after.isdecimal()  # noqa: PLR2004
        kept.append("" if char in _MARKS and thousand else char)
    return "".join(kept)


def chinese_value(text: str) -> float | None:
    """Return the value of a number in Chinese numerals, digits before them allowed.

    >>> chinese_value("一百一十九"), chinese_value("1.6万"), chinese_value("三亿五千万")
    (119.0, 16000.0, 350000000.0)
    >>> chinese_value("二〇二四"), chinese_value("十二"), chinese_value("多")
    (2024.0, 12.0, None)
    """
    total = section = 0.0
    number: float | None = None
    digits = ""
    for char in text:
        if char.isascii():
            digits += "" if char == "," else char
            continue
        if digits:
            number, digits = value_of(digits), ""
        if char in _DIGITS:
            number = (number or 0) * 10 + _DIGITS[char]
        elif char in _SMALL:
            section += (1 if number is None else number) * _SMALL[char]
            number = None
        elif char in _LARGE:
            section += number or 0
            total += (section or 1) * _LARGE[char]
            section, number = 0.0, None
        else:
            return None
    if digits:
        number = value_of(digits)
    if number is None and not total and not section:
        return None
    return total + section + (number or 0)
