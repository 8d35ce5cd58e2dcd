"""Pieces of files made into batches, side by side where that helps, in their order."""

import gc
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from multiprocessing import parent_process
from threading import Thread

from sinotech.compile.batch import Batch, Maker
from sinotech.compile.frame import Frame
from sinotech.compile.lexicon import whole_lexicon
from sinotech.errors import StoreError
from sinotech.records.opened import Share

FEWEST = 16
"""Pieces for which it is worth starting processes: some two seconds of work."""

MOST = 3
"""Processes that one process can insert the rows of (measured: it takes a third of the
time that making them does)."""

AHEAD = 2
"""Batches that each process may be ahead of the one that is inserted."""

_ENDING = {signal.SIGINT, signal.SIGTERM}

Task = tuple[Share, int]


def batches(
    maker: Maker, tasks: Sequence[Task], meanwhile: Iterator[object]
) -> Generator[tuple[Share, Batch], None, None]:
    """Yield the batch of each of *tasks*: a share, and the number that it begins with.

    The steps of *meanwhile* are done in between, one for each, whatever the number of
    processes: what is inserted comes in the same order. Raises StoreError if a process
    that makes them is killed.
    """
    made: Generator[tuple[Share, Batch], None, None]
    if sum(share.piece is not None for share, _ in tasks) < FEWEST or _cores() == 1:
        made = ((share, maker.batch(share, first)) for share, first in tasks)
    else:
        made = _side_by_side(maker, tasks)
    with closing(made):
        for share, batch in made:
            next(meanwhile, None)
            yield share, batch
    for _ in meanwhile:
        pass


def _side_by_side(
    maker: Maker, tasks: Sequence[Task]
) -> Generator[tuple[Share, Batch], None, None]:
    """Yield the batches of *tasks*, made by several processes."""
    whole_lexicon()  # what is made before they are forked, they share
    pool = ProcessPoolExecutor(
        min(_cores(), MOST),
        initializer=_begin,
        initargs=(maker.frame, maker.judging),
    )
    try:
        yield from _in_turn(pool, tasks)
    except BrokenProcessPool:
        message = "a process that compiles was killed, perhaps for want of memory"
        raise StoreError(message, "try again") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_turn(
    pool: ProcessPoolExecutor, tasks: Iterable[Task]
) -> Iterator[tuple[Share, Batch]]:
    """Yield the batches of *tasks* in their order, a few made ahead."""
    waiting: deque[tuple[Share, Future[Batch]]] = deque()
    most = min(_cores(), MOST) * AHEAD
    for share, first in tasks:
        with _held_back():
            waiting.append((share, pool.submit(_made, share, first)))
        if len(waiting) > most:
            yield _next(waiting)
    while waiting:
        yield _next(waiting)


@contextmanager
def _held_back() -> Iterator[None]:
    """Let what ends this process wait: one that it starts would take it, too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _next(waiting: deque[tuple[Share, Future[Batch]]]) -> tuple[Share, Batch]:
    share, future = waiting.popleft()
    return share, future.result()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_MAKER: Maker | None = None


def _begin(frame: Frame, judging: bool) -> None:  # noqa: FBT001
    """Get a process ready; Ctrl-C is for the process that it works for.

    A handler of SIGTERM that raises, as that process may have, would be caught by the
    executor, and keep this one alive.
    """
    global _MAKER  # noqa: PLW0603
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    gc.disable()
    Thread(target=_end_with_parent, daemon=True).start()
    _MAKER = Maker(frame, judging=judging)


def _end_with_parent() -> None:
    """Wait until the process that it works for is gone, were it killed, and go too."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _made(share: Share, first: int) -> Batch:
    assert _MAKER is not None  # noqa: S101  # _begin was called
    return _MAKER.batch(share, first)
