"""Which numbers in the store the streamed records get.

They follow those referenced, shard after shard. For a chunk of a large file, some
numbers more than it needs are left free, so that an edited chunk may have more records.
"""

from collections.abc import Iterator

from sinotech.records.streaming import STREAMED, Shard, StreamedSet


def room_of(shard: Shard) -> int:
    """Return how many numbers are kept for the records of *shard*."""
    return shard.most + (shard.most // 8 + 16 if shard.chunk else 0)


def count_numbers(opened: StreamedSet) -> int:
    """Return how many numbers are kept for all streamed records."""
    return sum(map(room_of, opened.of_sections(STREAMED)))


def numbered(opened: StreamedSet, first: int) -> Iterator[tuple[Shard, int]]:
    """Yield the streamed shards in order, each with the number it begins with.

    The first of them begins with *first*.
    """
    for shard in opened.of_sections(STREAMED):
        yield shard, first
        first += room_of(shard)
