"""Numbers as English prose writes them: digits, words, scale words, fractions."""

import re
from decimal import Decimal

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: Decimal(n) for n, word in enumerate(_UNITS) if n}
_WORDS |= {word: Decimal(n * 10) for n, word in enumerate(_TENS, 2)}
_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_OTHERS = {
    "half": Decimal("0.5"),
    "halved": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "twice": Decimal(2),
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "decade": Decimal(10),
    "dozen": Decimal(12),
    "dozens": Decimal(24),
}
_ORDINALS = {
    "first": Decimal(1),
    "second": Decimal(2),
    "third": Decimal(3),
    "fourth": Decimal(4),
    "fifth": Decimal(5),
    "sixth": Decimal(6),
    "seventh": Decimal(7),
    "eighth": Decimal(8),
    "ninth": Decimal(9),
    "tenth": Decimal(10),
}
_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<ordinal>st|nd|rd|th)?|(?P<word>[a-z]+)",
    re.IGNORECASE,
)


def states(text: str, number: Decimal | None) -> bool:
    """Whether *number* stands in *text* in plain digits, as a word by itself.

    If not, :func:`read_numbers` may still find it.

    >>> states("signed 119 agreements", Decimal(119)), states("1,000", Decimal(1000))
    (True, False)
    """
    return number is not None and str(number) in text.split()


def read_numbers(text: str) -> list[Decimal]:
    """Return the numbers that *text* states, in order.

    Scale words multiply what stands before them; ``a quarter`` is 0.25.

    >>> [str(n) for n in read_numbers("over 1,000 joint projects in thirteen groups")]
    ['1000', '13']
    >>> [str(n) for n in read_numbers("3.5 million, twenty-one, the third one")]
    ['3500000.0', '21', '3', '1']
    """
    numbers: list[Decimal] = []
    open_at: int | None = None  # where a number ended that what follows may extend
    for match in _TOKEN.finditer(text):
        value, extends, extensible = _value_of(match)
        if value is None:
            continue
        gap = "" if open_at is None else text[open_at : match.start()]
        if extends and open_at is not None and not gap.strip(" -\n"):
            scaled = match["word"].lower() in _SCALES
            numbers[-1] = numbers[-1] * value if scaled else numbers[-1] + value
        else:
            numbers.append(value)
        open_at = match.end() if extensible else None
    return numbers


def _value_of(match: re.Match[str]) -> tuple[Decimal | None, bool, bool]:
    """Return a token's value, whether it may extend a number, and be extended."""
    if digits := match["digits"]:
        return Decimal(digits.replace(",", "")), False, match["ordinal"] is None
    word = match["word"].lower()
    if value := _SCALES.get(word) or _WORDS.get(word):
        return value, True, True
    return _OTHERS.get(word, _ORDINALS.get(word)), False, False
