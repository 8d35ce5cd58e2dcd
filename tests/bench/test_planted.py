"""The rule by which errors are planted: other numbers, in the same style."""

from decimal import Decimal

import pytest
from planted import times


@pytest.mark.parametrize(
    ("number", "factor", "expected", "value"),
    [
        ("over 16,000", 1.5, "over 24,000", "24000"),
        ("119", 0.5, "60", "60"),
        ("3.5 percent", 0.6, "2.1 percent", "2.1"),
        ("21st", 1.5, "32nd", "32"),
        ("11th", 1.3, "14th", "14"),
        ("three", 1.7, "five", "5"),
        ("Thirteen", 0.5, "Six", "6"),
        ("first", 1.3, "second", "2"),
        ("doubled", 1.5, "tripled", "0"),
        ("60,000-square-meter", 1.3, "80,000-square-meter", "80000"),
        ("30 percent to 60 percent", 0.5, "20 percent to 30 percent", "20"),
    ],
)
def test_a_number_is_changed_in_its_style(
    number: str, factor: float, expected: str, value: str
) -> None:
    """Digits stay digits, words words, and round numbers round."""
    assert times(number, factor) == (expected, Decimal(value))
