"""Numbers as prose writes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.numerals import read_numbers

READ = [
    ("81 countries", ["81"]),
    ("more than 1,000 joint research projects", ["1000"]),
    ("over 1,200 tons", ["1200"]),
    ("30 percent to 60 percent", ["30", "60"]),
    ("3.5 percent", ["3.5"]),
    ("nine transnational technology transfer centers", ["9"]),
    ("Thirteen working groups", ["13"]),
    ("twenty-one", ["21"]),
    ("two hundred", ["200"]),
    ("two hundred and five", ["200", "5"]),
    ("15 billion RMB", ["15000000000"]),
    ("3.5 million", ["3500000.0"]),
    ("the 15th BRICS Summit", ["15"]),
    ("The third one, held in Beijing", ["3", "1"]),
    ("nearly a quarter of the total", ["0.25"]),
    ("have doubled from 15 tons", ["2", "15"]),
    ("dozens of countries", ["24"]),
    ("11 years, 16,000 people", ["11", "16000"]),
    ("60,000-square-meter", ["60000"]),
    ("no number at all", []),
    ("zero", []),
]


@pytest.mark.parametrize(("text", "numbers"), READ)
def test_numbers_are_read(text: str, numbers: list[str]) -> None:
    """Digits, words, scale words, ordinals and multiples are read in order."""
    assert read_numbers(text) == [Decimal(number) for number in numbers]


@given(st.integers(0, 10**15))
def test_digits_with_commas_are_one_number(number: int) -> None:
    """A number with thousands marks is the same number."""
    assert read_numbers(f"over {number:,} of them") == [Decimal(number)]


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text has a list of numbers."""
    assert all(number >= 0 for number in read_numbers(text))
