"""Which numbers in the store the streamed records get.

They follow those of the frame, share after share. For a piece of a large file, some
numbers more than it needs are left free, so that an edited piece may have more records.
"""

from collections.abc import Iterator

from sinotech.records.opened import STREAMED, Opened, Share


def room_of(share: Share) -> int:
    """Return how many numbers are kept for the records of *share*."""
    return share.most + (share.most // 8 + 16 if share.chunk else 0)


def count_numbers(opened: Opened) -> int:
    """Return how many numbers are kept for all streamed records."""
    return sum(map(room_of, opened.of_sections(STREAMED)))


def numbered(opened: Opened, first: int) -> Iterator[tuple[Share, int]]:
    """Yield the streamed shares in order, each with the number it begins with.

    The first of them begins with *first*.
    """
    for share in opened.of_sections(STREAMED):
        yield share, first
        first += room_of(share)
