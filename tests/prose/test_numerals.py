"""Numbers as prose writes them, in whatever style."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.prose.numbers import chinese_readings, readings, restyled
from sinotech.prose.numerals import numbers_in
from sinotech.prose.quantities import read_quantities
from sinotech.prose.tokens import tokenise

READ = [
    ("81 countries", [81]),
    ("more than 1,000 joint research projects", [1000]),
    ("30 percent to 60 percent", [30, 60]),
    ("3.5 percent", [3.5]),
    ("nine transnational technology transfer centers", [9]),
    ("Thirteen working groups", [13]),
    ("twenty-one", [21]),
    ("two hundred", [200]),
    ("two hundred and five", [205]),
    ("two thousand five hundred", [2500]),
    ("one hundred and nineteen", [119]),
    ("two and a half million", [2_500_000]),
    ("a million and a half", [1_500_000]),
    ("a dozen and a half", [18]),
    ("two and three quarters", [2.75]),
    ("half a dozen", [6]),
    ("three quarters of a million", [750_000]),
    ("a quarter of a million", [250_000]),
    ("nineteen hundred", [1900]),
    ("a thousand million", [10**9]),
    ("two million, three hundred thousand", [2_300_000]),
    ("3 million 500 thousand", [3_500_000]),
    ("one hundred, nineteen of them", [100, 19]),
    ("several hundred", [200]),
    ("a couple of hundred", [200]),
    ("three point five percent", [3.5]),
    ("five lakh, 1.5 crore", [500_000, 15_000_000]),
    ("2.3 million", [2_300_000]),
    ("twenty-first", [21]),
    ("one hundred and twenty-first", [121]),
    ("the two hundredth", [200]),
    ("fifty first-time visitors", [50, 1]),
    ("15 billion RMB", [15 * 10**9]),
    ("the 15th BRICS Summit", [15]),
    ("The third one, held in Beijing", [3, 1]),
    ("nearly a quarter of the total", [0.25]),
    ("have doubled from 15 tons", [2, 15]),
    ("dozens of countries", [24]),
    ("11 years, 16,000 people", [11, 16000]),
    ("60,000-square-meter", [60000]),
    ("10-15 labs", [10, 15]),
    ("500kg of it, at the G20", [500, 20]),
    ("no number at all", []),
    ("zero", []),
]
STYLES = [
    ("16 000", [16000]),
    ("16\u202f000", [16000]),
    ("16'000.5", [16000.5]),
    ("1 234,5", [1234.5]),
    ("1.234.567,89", [1234567.89]),
    ("1,234,567.89", [1234567.89]),
    ("1,19,000", [119000]),
    ("12,34,567", [1234567]),
    ("16.000", [16, 16000]),
    ("1.234", [1.234, 1234]),
    ("1,19", [1.19, 119]),
    ("0,5", [0.5]),
    ("0.119", [0.119]),
    ("16,000", [16000]),
    ("1234.567", [1234.567]),
    ("1.2.3", []),
    ("28.09.2024", []),
    ("1,000.000.5", []),
]
EVIDENT = [
    ("3,5 percent of 16.000 people", "3.5 percent of 16,000 people"),
    ("1.234.567 of 2.000", "1,234,567 of 2,000"),
    ("1,19 of 3,5", "1.19 of 3.5"),
    ("1,19 pacts", "1,19 pacts"),
    ("16.000 of 25.000", "16.000 of 25.000"),
    ("1,19 of 2.5", "1,19 of 2.5"),
    ("16.000 of 1,234.5", "16.000 of 1,234.5"),
    ("1,200 labs, by 2024, 119.", "1,200 labs, by 2024, 119."),
]
ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelt(n: int, joint: str = " and ") -> str:
    """Return *n* in English words."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for name, scale in (
        ("trillion", 10**12),
        ("billion", 10**9),
        ("million", 10**6),
        ("thousand", 1000),
        ("hundred", 100),
    ):
        if n >= scale:
            head, rest = f"{spelt(n // scale, joint)} {name}", n % scale
            if not rest:
                return head
            return f"{head}{joint if rest < 100 else ' '}{spelt(rest, joint)}"
    raise AssertionError(n)


def indian(n: int) -> str:
    """Return *n* with the thousands marks of India."""
    head, tail = str(n)[:-3], str(n)[-3:]
    pairs: list[str] = []
    while head:
        pairs.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*pairs, tail])


def read(text: str) -> list[list[float]]:
    """Return what each number of *text* may be."""
    return [values for values, *_ in numbers_in(text)]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_numbers_are_read(text: str, expected: list[float]) -> None:
    """Digits, words, scale words, ordinals and multiples are read in order."""
    assert [values[0] for values in read(text)] == expected


@pytest.mark.parametrize(("digits", "expected"), STYLES)
def test_digits_are_read_in_every_style(digits: str, expected: list[float]) -> None:
    """What nobody can tell has two values, and what is odd has none."""
    assert list(readings(digits)) == expected


@pytest.mark.parametrize(("text", "expected"), EVIDENT)
def test_a_text_says_how_it_writes_numbers(text: str, expected: str) -> None:
    """Commas and points are exchanged only where other numbers leave no doubt."""
    assert restyled(text) == expected


def test_spanish_may_write_as_english_does() -> None:
    """So some countries do: ``2,500`` is clear beside ``3.5``, and unclear alone."""
    assert restyled("3.5 % de 2,500", comma=True) == "3,5 % de 2.500"
    assert readings("2,500", comma=True) == (2.5, 2500)


@given(st.integers(1, 10**15 - 1), st.sampled_from((" and ", " ")))
def test_english_words_come_back(number: int, joint: str) -> None:
    """A number in words is that number, in a claim as in a record's phrase."""
    text = f"{spelt(number, joint)} labs"
    assert read(text) == [[number]]
    claimed = read_quantities(text, tokenise(text))
    assert [one.low for one in claimed] == [number] * (number > 1)


@given(st.integers(0, 10**15))
def test_digits_come_back_in_every_style(number: int) -> None:
    """Marks between thousands change nothing, with and without decimals."""
    marked = f"{number:,}"
    for mark in ",", "'", "’", "\u00a0", "\u2009", "\u202f", " ":
        assert readings(marked.replace(",", mark)) == (number,)
        assert read(f"over {marked.replace(',', mark)} of them") == [[number]]
    assert readings(indian(number)) == (number,)
    dotted = marked.replace(",", ".")
    assert number in readings(dotted)
    assert readings(dotted, comma=True) == (number,)
    if number >= 10**6:
        assert readings(dotted) == (number,)
    if number >= 1000:
        assert readings(f"{dotted},5") == (number + 0.5,)
    assert readings(f"{marked}.5") == (number + 0.5,)


@given(st.integers(1, 10**12), st.sampled_from("千万亿"))
def test_chinese_decimals_come_back(number: int, scale: str) -> None:
    """A decimal in Chinese or in digits is multiplied by the sign after it."""
    factor = {"千": 1000, "万": 10**4, "亿": 10**8}[scale]
    whole, part = divmod(number % 10**6, 1000)
    digits = f"{whole}.{part:03}"
    signs = digits.translate(str.maketrans("0123456789.", "零一二三四五六七八九点"))
    expected = (whole * 1000 + part) * factor / 1000
    assert chinese_readings(signs + scale)[0] == expected
    assert expected in chinese_readings(f"{digits}{scale}")


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text has a list of numbers, each in its place, one after another."""
    at = 0
    for values, start, end in numbers_in(text):
        assert min(values) >= 0
        assert at <= start < end <= len(text)
        at = end
    assert len(restyled(text)) == len(text)


@given(st.text(alphabet="0123456789., '\u202f", max_size=14))
def test_no_row_of_digits_breaks_the_reader(text: str) -> None:
    """Any row of digits and marks has a value, two, or none."""
    assert len(readings(text)) <= 2
    assert len(restyled(text, comma=True)) == len(text)
