"""Pieces of files made into batches, side by side where that helps, in their order."""

import gc
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing

from sinotech.compile.batch import Batch, Maker
from sinotech.compile.lexicon import whole_lexicon
from sinotech.compile.referenced import ReferencedRecords
from sinotech.errors import StoreError
from sinotech.processes import cores as _cores
from sinotech.processes import side_by_side
from sinotech.records.streaming import Shard

FEWEST = 16
"""Pieces for which it is worth starting processes: some two seconds of work."""

MOST = 3
"""Processes that one process can insert the rows of (measured: it takes a third of the
time that making them does)."""

Task = tuple[Shard, int]


def batches(
    maker: Maker, tasks: Sequence[Task], meanwhile: Iterator[object]
) -> Generator[tuple[Shard, Batch], None, None]:
    """Yield the batch of each of *tasks*: a shard, and the number that it begins with.

    The steps of *meanwhile* are done in between, one for each, whatever the number of
    processes: what is inserted comes in the same order. Raises StoreError if a process
    that makes them is killed.
    """
    made: Generator[tuple[Shard, Batch], None, None]
    if sum(shard.chunk is not None for shard, _ in tasks) < FEWEST or _cores() == 1:
        made = ((shard, maker.batch(shard, first)) for shard, first in tasks)
    else:
        made = _side_by_side(maker, tasks)
    with closing(made):
        for shard, batch in made:
            next(meanwhile, None)
            yield shard, batch
    for _ in meanwhile:
        pass


def _side_by_side(
    maker: Maker, tasks: Sequence[Task]
) -> Generator[tuple[Shard, Batch], None, None]:
    """Yield the batches of *tasks*, made by several processes."""
    whole_lexicon()  # what is made before they are forked, they share
    killed = StoreError(
        "a process that compiles was killed, perhaps for want of memory", "try again"
    )
    told = (maker.referenced, maker.judging)
    made = side_by_side(_begin, told, tasks, min(_cores(), MOST), killed)
    with closing(made):
        yield from zip((shard for shard, _ in tasks), made, strict=True)


def _begin(referenced: ReferencedRecords, judging: bool) -> Callable[[Task], Batch]:  # noqa: FBT001
    """Return what makes a batch of a task, in a process that does nothing else."""
    gc.disable()
    maker = Maker(referenced, judging=judging)
    return lambda task: maker.batch(*task)
