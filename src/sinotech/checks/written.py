"""Whether a text states a number, as rules ask."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING
from unicodedata import numeric

from sinotech.prose.languages.language import tokens_of
from sinotech.prose.languages.reading import read_foreign_quantities
from sinotech.prose.numbers import MINUS
from sinotech.prose.numerals import numbers_in
from sinotech.prose.oddities import oddities

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def states(text: str, number: Decimal | None) -> bool:
    """Whether *number* stands in *text* in plain digits, as a word by itself.

    If not, :func:`written_in` may still find it.

    >>> states("signed 119 agreements", Decimal(119)), states("1,000", Decimal(1000))
    (True, False)
    """
    return number is not None and str(number) in text.split()


def written_in(text: str) -> list[Decimal]:
    """Return the numbers that *text* states; of digits in doubt, all they may be.

    >>> [str(number) for number in written_in("16.000 people, a quarter")]
    ['16', '16000', '0.25']
    >>> [str(number) for number in written_in("−5 of .5, 3 1/2 and 2½")]
    ['3.5', '2.5', '-5', '0.5']
    """
    found, plain = _fractions(_POINTED.sub("0.", text))
    for values, start, _ in numbers_in(plain):
        below = plain[start - 1 : start] in MINUS and start
        sign = -1 if below and not plain[: start - 1][-1:].isalnum() else 1
        found += [sign * Decimal(str(one)) for one in values]
    return found


_POINTED = re.compile(r"(?<![\w.)\]])\.(?=\d)")
"""A decimal point that no digit stands before."""

_PARTED = re.compile(
    r"(?<![\w/])(?:(\d+)[ \u00a0\u2009-])?(\d{1,2})/(\d{1,2})(?![\d/])"
    r"|(\d*) ?([¼-¾⅐-⅞])"
)
"""A number with a fraction: ``3 1/2``, ``3½``."""


def _fractions(text: str) -> tuple[list[Decimal], str]:
    """Return the numbers of *text* with fractions, and the text without them."""
    found = []

    def read(match: "re.Match[str]") -> str:
        whole, over, under, before, part = match.groups()
        if part:
            value = Decimal(before or 0) + Decimal(str(numeric(part)))
        elif int(over) < int(under):
            value = Decimal(whole or 0) + Decimal(over) / Decimal(under)
        else:
            return match[0]
        found.append(value)
        return " "

    return found, _PARTED.sub(read, text)


def all_written(wanted: "Collection[Decimal]", text: str) -> bool:
    """Whether *text* states all numbers *wanted*, be it in another language.

    >>> all_written([Decimal(119)], "ciento diecinueve acuerdos")
    True
    >>> all_written([Decimal(116)], "119 acuerdos")
    False
    """
    written = written_in(text)
    return all(is_among(one, written) for one in wanted) or any(
        all(is_among(one, written) for one in wanted) for written in _abroad(text)
    )


def any_written(wanted: "Collection[Decimal]", text: str) -> bool:
    """Whether *text* states one of the numbers *wanted*, be it in another language."""
    written = written_in(text)
    return any(is_among(one, written) for one in wanted) or any(
        is_among(one, written) for written in _abroad(text) for one in wanted
    )


def _abroad(text: str) -> "Iterator[list[Decimal]]":
    """Yield the numbers of *text* as each of the other languages reads them."""
    if any(number < 0 for number in written_in(text)):
        return  # there, a minus is not read
    tokens = tokens_of(text)
    for language in _LANGUAGES:
        if oddities(text, language):
            continue
        read = read_foreign_quantities(text, tokens, language, set())
        ends = [(one.low, one.high) for quantity in read for one in quantity.as_read()]
        yield [Decimal(str(one)) for pair in ends for one in pair]


_LANGUAGES = ("es", "pt", "fr")
"""Languages whose words for numbers are read, too; Chinese numerals are in any text."""


def is_among(number: Decimal, written: "Iterable[Decimal]") -> bool:
    """Whether *number* is one of *written*, be it as a percentage: ``two thirds``.

    >>> is_among(Decimal("66.7"), written_in("two thirds of it"))
    True
    """
    return any(number in {one, round(one * 100, -_exponent(number))} for one in written)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) and exponent < 0 else 0
