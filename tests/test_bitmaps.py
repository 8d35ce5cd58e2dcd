"""Sets of numbers as integers, against Python's own sets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.bitmaps import (
    bit_sliced_sum,
    bits_of,
    bits_within,
    numbers_of,
    pack,
    top_k,
    unpack,
)

some_numbers = st.sets(st.integers(0, 300)).map(sorted)


@given(some_numbers, st.integers(0, 400))
def test_numbers_come_back(numbers: list[int], most: int) -> None:
    """The lowest so many, in order."""
    assert numbers_of(bits_of(numbers), most) == numbers[:most]


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=4))
def test_runs_are_all_that_is_within(pairs: list[tuple[int, int]]) -> None:
    """Wherever they begin and end, and if they overlap."""
    runs = [(min(pair), max(pair)) for pair in pairs]
    within = {n for first, last in runs for n in range(first, last + 1)}
    assert bits_within(runs) == bits_of(sorted(within))


@given(some_numbers | st.just(range(9_000)) | st.just([0, 80_000]))
def test_a_set_is_stored_and_read(numbers: list[int]) -> None:
    """Deflated or not, none or many."""
    bits = bits_of(numbers)
    assert unpack(pack(bits)) == bits


def test_sparse_sets_are_stored_small() -> None:
    """Two numbers far apart take few bytes; noise, no more than it is."""
    assert len(pack(bits_of([0, 800_000]))) < 1_000
    noise = int.from_bytes(bytes(n * n * 97 % 251 for n in range(999)), "little")
    assert len(pack(noise)) <= 1_000


@pytest.mark.parametrize(
    "damaged", [b"", b"\7x", b"\1", b"\1nonsense", pack(1 << 9_000)[:-5]]
)
def test_damage_is_told(damaged: bytes) -> None:
    """As a ValueError, which is what damage of a database is."""
    with pytest.raises(ValueError, match="a set of records"):
        unpack(damaged)


@given(
    st.lists(st.tuples(st.integers(0, 20), some_numbers), max_size=9),
    some_numbers,
    st.integers(1, 40),
)
def test_sums_are_sums(
    told: list[tuple[int, list[int]]], within: list[int], most: int
) -> None:
    """Of each number, and the highest are those that sorting finds."""
    digits = bit_sliced_sum((tells, bits_of(numbers)) for tells, numbers in told)
    sums = [0] * 301
    for tells, numbers in told:
        for number in numbers:
            sums[number] += tells
    for number, expected in enumerate(sums):
        made = sum((digit >> number & 1) << at for at, digit in enumerate(digits))
        assert made == expected
    found = top_k(digits, bits_of(within), most)
    summed = sorted((sums[n] for n in within if sums[n]), reverse=True)[:most]
    assert sorted((sums[n] for n in found), reverse=True) == summed
    assert len(found) == len(set(found))
    assert set(found) <= set(within)


def test_of_equals_the_lowest_are_found() -> None:
    """Nothing else decides between them."""
    assert top_k(bit_sliced_sum([(3, 0b11110), (1, 0b00001)]), 0b11111, 2) == [1, 2]
