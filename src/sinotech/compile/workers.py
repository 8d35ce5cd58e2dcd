"""Pieces of files made into batches, side by side where that helps, in their order."""

import gc
import pickle
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from queue import SimpleQueue

from sinotech.compile.batch import Batch, Maker
from sinotech.compile.frame import Frame
from sinotech.compile.lexicon import whole_lexicon
from sinotech.errors import StoreError
from sinotech.processes import begin_service, held_back
from sinotech.processes import cores as _cores
from sinotech.records.opened import Share

FEWEST = 16
"""Pieces for which it is worth starting processes: some two seconds of work."""

MOST = 3
"""Processes that one process can insert the rows of (measured: it takes a third of the
time that making them does)."""

AHEAD = 2
"""Batches that each process may be ahead of the one that is inserted."""

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


class _Worker:
    """A process that makes batches, and the pipe to it, which no other process has.

    Whenever the process is killed, the pipe ends. A queue that several processes write
    to, as that of ``ProcessPoolExecutor``, does not: half a batch stays in it, and its
    reader waits for the other half.
    """

    def __init__(self, maker: Maker) -> None:
        """Start the process."""
        self.pipe, theirs = Pipe()
        told = (theirs, maker.frame, maker.judging)
        with closing(theirs), held_back():
            self.process = Process(target=_work, args=told, daemon=True)
            self.process.start()

    def ask(self, task: Task) -> bytes:
        """Return the pickled batch of *task*. Raises _KilledError."""
        try:
            self.pipe.send(task)
            return self.pipe.recv_bytes()
        except (EOFError, OSError):
            raise _KilledError from None


class _KilledError(Exception):
    """A process ended before it was told to."""


def _side_by_side(
    maker: Maker, tasks: Sequence[Task]
) -> Generator[tuple[Share, Batch], None, None]:
    """Yield the batches of *tasks*, made by several processes."""
    whole_lexicon()  # what is made before they are forked, they share
    workers: list[_Worker] = []
    count = min(_cores(), MOST)
    pool = ThreadPoolExecutor(count)  # a thread waits for each process
    try:
        while len(workers) < count:
            workers.append(_Worker(maker))
        yield from _in_turn(pool, workers, tasks)
    except _KilledError:
        message = "a process that compiles was killed, perhaps for want of memory"
        raise StoreError(message, "try again") from None
    finally:
        for worker in workers:
            worker.process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        for worker in workers:
            worker.process.join()
            worker.pipe.close()


def _in_turn(
    pool: ThreadPoolExecutor, workers: Iterable[_Worker], tasks: Iterable[Task]
) -> Iterator[tuple[Share, Batch]]:
    """Yield the batches of *tasks* in their order, a few made ahead."""
    idle: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def made(task: Task) -> bytes:
        worker = idle.get()
        try:
            return worker.ask(task)
        finally:
            idle.put(worker)

    waiting: deque[tuple[Share, Future[bytes]]] = deque()
    most = idle.qsize() * AHEAD
    for task in tasks:
        waiting.append((task[0], pool.submit(made, task)))
        if len(waiting) > most:
            yield _next(waiting)
    while waiting:
        yield _next(waiting)


def _next(waiting: deque[tuple[Share, Future[bytes]]]) -> tuple[Share, Batch]:
    share, future = waiting.popleft()
    made: Batch | Exception = pickle.loads(future.result())  # noqa: S301  # our own
    if isinstance(made, Exception):
        raise made
    return share, made


def _work(pipe: "Connection[object, Task]", frame: Frame, judging: bool) -> None:  # noqa: FBT001
    """Make a batch of each task that comes, until this process is ended."""
    begin_service()
    gc.disable()
    maker = Maker(frame, judging=judging)
    with suppress(EOFError, OSError):  # the other end is gone
        while True:
            pipe.send_bytes(pickle.dumps(_made(maker, *pipe.recv()), -1))


def _made(maker: Maker, share: Share, first: int) -> Batch | Exception:
    try:
        return maker.batch(share, first)
    except Exception as error:  # noqa: BLE001  # raised where the batch is wanted
        return error
