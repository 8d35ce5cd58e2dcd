"""Sets of records as integers: bit *n* of one says whether record *n* is in the set.

An operation on two such integers treats a million records in some ten microseconds. So
what many words tell of every record can be summed up, whatever the words, where a loop
could only afford to look at some. Sums are kept bit-sliced: one set for each binary
digit, the lowest first (P. O'Neil and D. Quass, "Improved query performance with
variant indexes", SIGMOD 1997), three digits added at a time, as carry-save adders do.
"""

from zlib import compress, decompress, error

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WHOLE, _DEFLATED = b"\0", b"\1"
_FAST = 1
"""The level of deflating: the highest one saves another sixth, and takes five times as
long."""

_FILLED = bytes([0, *[1] * 255])
"""What says of each byte whether any bit of it is set."""


def _keep_freed() -> None:
    """Let what is freed stay at hand for the next sum, which then takes half as long.

    Else glibc gives it back to the system each time. Once a block of so many bytes was
    freed, it keeps more: see M_TRIM_THRESHOLD in mallopt(3).
    """
    bytearray(1 << 24)


_keep_freed()


def bits_of(numbers: "Sequence[int]") -> int:
    """Return the set of *numbers*, of which none is negative.

    >>> bin(bits_of([0, 3, 5]))
    '0b101001'
    """
    held = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        held[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(held, "little")


def bits_within(runs: "Iterable[tuple[int, int]]") -> int:
    """Return the set of all numbers in *runs*, each from one up to another.

    >>> bin(bits_within([(1, 2), (5, 5)]))
    '0b100110'
    """
    within = 0
    for first, last in runs:
        within |= (1 << (last + 1)) - (1 << first)
    return within


def numbers_of(bits: int, most: int) -> list[int]:
    """Return the lowest *most* numbers of a set, in order.

    >>> numbers_of(0b101001, 2)
    [0, 3]
    """
    held = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    find = held.translate(_FILLED).find
    numbers: list[int] = []
    at = find(1)
    while at >= 0 and len(numbers) < most:
        byte = held[at]
        numbers += [at * 8 + bit for bit in range(8) if byte >> bit & 1]
        at = find(1, at + 1)
    return numbers[:most]


def pack(bits: int) -> bytes:
    """Return a set as it is stored: deflated if it takes an eighth of its room so.

    To inflate it takes three times as long as to read it whole.
    """
    held = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    deflated = compress(held, _FAST)
    if len(deflated) * 8 > len(held):
        return _WHOLE + held
    return _DEFLATED + deflated


def unpack(packed: bytes) -> int:
    """Return the set that :func:`pack` made *packed* of. Raises ValueError if none."""
    held = memoryview(packed)[1:]
    if packed[:1] == _WHOLE:
        return int.from_bytes(held, "little")
    try:
        if packed[:1] == _DEFLATED:
            return int.from_bytes(decompress(held), "little")
    except error:
        pass
    raise ValueError("a set of records cannot be read")


def bit_sliced_sum(told: "Iterable[tuple[int, int]]") -> list[int]:
    """Return for each number the sum of what sets tell of it, bit-sliced.

    *told* are what each set tells, not less than 0, and the set.

    >>> [bin(digit) for digit in bit_sliced_sum([(3, 0b011), (1, 0b110), (2, 0b010)])]
    ['0b101', '0b11', '0b10']
    """
    waiting: list[list[int]] = []  # of each digit, the sets that are still to be added
    for tells, bits in told:
        for digit in range(tells.bit_length()):
            if tells >> digit & 1:
                _add(waiting, digit, bits)
    for digit, sets in enumerate(waiting):  # which carrying lengthens
        while len(sets) > 1:
            one, other = sets.pop(), sets.pop()
            third = sets.pop() if sets else 0
            either = one ^ other
            sets.append(either ^ third)
            _add(waiting, digit + 1, one & other | either & third)
    return [sets[0] if sets else 0 for sets in waiting]


def _add(waiting: list[list[int]], digit: int, bits: int) -> None:
    """Let *bits* wait to be added to *digit*, unless they are none."""
    if bits:
        while len(waiting) <= digit:
            waiting.append([])
        waiting[digit].append(bits)


def top_k(digits: "Sequence[int]", within: int, most: int) -> list[int]:
    """Return up to *most* numbers of a set whose sums are the highest, above 0.

    Of those whose sum is that of the last, the lowest numbers are taken. They come
    after the others; else the numbers are in order.

    >>> top_k([0b101, 0b11, 0b10], 0b111, 2)
    [0, 1]
    """
    above, level, is_above_0 = 0, within, False
    for digit in reversed(digits):
        if not (with_it := level & digit):
            continue
        if (above | with_it).bit_count() > most:
            level, is_above_0 = with_it, True
        else:
            above |= with_it
            level &= ~digit
    found = numbers_of(above, most)
    if is_above_0 and len(found) < most:
        found += numbers_of(level, most - len(found))
    return found
