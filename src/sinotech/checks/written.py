"""Whether a text states a number, as rules ask."""

from decimal import Decimal
from typing import TYPE_CHECKING

from sinotech.prose.numerals import numbers_in

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    """
    return [Decimal(str(one)) for values, *_ in numbers_in(text) for one in values]


def is_among(number: Decimal, written: "Iterable[Decimal]") -> bool:
    """Whether *number* is one of *written*, be it as a percentage: ``two thirds``.

    >>> is_among(Decimal("66.7"), written_in("two thirds of it"))
    True
    """
    return any(number in {one, round(one * 100, -_exponent(number))} for one in written)


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) and exponent < 0 else 0
