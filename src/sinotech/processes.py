"""Processes that work for another one: how many there may be, and how they end."""

import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from sinotech.ending import ASKING
from sinotech.errors import StoreError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor
    from multiprocessing.connection import Connection

Task = TypeVar("Task")
Result = TypeVar("Result")
Begin = Callable[..., Callable[[Task], Result]]
"""A function of a module that prepares a process, and returns what does a task."""

_ENDING = {signal.SIGINT, *ASKING}

AHEAD = 2
"""Tasks for each process that may be done before the results of earlier ones are taken:
it waits for none, and memory stays flat."""


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def held_back() -> Iterator[None]:
    """Let what ends this process wait: one that it starts would take it, too."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def begin_service() -> None:
    """Make this process, which was just started, end with the one that it works for.

    Ctrl-C is for the process that it works for. A handler of that process would keep
    this one alive.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in ASKING:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the process that it works for is gone, were it killed, and go too."""
    from multiprocessing import parent_process  # whoever works alone need not load it

    if parent := parent_process():
        parent.join()
        os._exit(1)


def side_by_side(
    begin: "Begin[Task, Result]",
    told: tuple[Any, ...],
    tasks: Iterable[Task],
    count: int,
    killed: StoreError,
) -> Generator[Result, None, None]:
    """Yield the result of each of *tasks* in their order, made by *count* processes.

    Each calls *begin* with what it is *told*. No more tasks are read than are done
    soon. Raises *killed* if a process is killed, and whatever a task raises.
    """
    from concurrent.futures import ThreadPoolExecutor

    workers: list[_Worker] = []
    pool = ThreadPoolExecutor(count)  # a thread waits for each process
    try:
        while len(workers) < count:
            workers.append(_Worker(begin, told))
        yield from _in_turn(pool, workers, tasks)
    except _KilledError:
        raise killed from None
    finally:
        for worker in workers:
            worker.process.terminate()
        pool.shutdown(wait=True, cancel_futures=True)
        for worker in workers:
            worker.process.join()
            worker.pipe.close()


class _KilledError(Exception):
    """A process ended before it was told to."""


class _Worker:
    """A process that does tasks, and the pipe to it, which no other process has.

    Whenever the process is killed, the pipe ends. A queue that several processes write
    to, as that of ``ProcessPoolExecutor``, does not: half a result stays in it, and its
    reader waits for the other half.
    """

    def __init__(self, begin: "Begin[Any, Any]", told: tuple[Any, ...]) -> None:
        """Start the process."""
        from multiprocessing import Pipe, Process

        self.pipe, theirs = Pipe()
        with closing(theirs), held_back():
            args = (theirs, begin, told)
            self.process = Process(target=_serve, args=args, daemon=True)
            self.process.start()

    def ask(self, task: object) -> bytes:
        """Return the pickled result of *task*. Raises _KilledError."""
        try:
            self.pipe.send(task)
            return self.pipe.recv_bytes()
        except (EOFError, OSError):
            raise _KilledError from None


def _in_turn(
    pool: "ThreadPoolExecutor", workers: Iterable[_Worker], tasks: Iterable[Any]
) -> Iterator[Any]:
    """Yield the results of *tasks* in their order, a few made ahead."""
    from queue import SimpleQueue

    idle: SimpleQueue[_Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def made(task: object) -> bytes:
        worker = idle.get()
        try:
            return worker.ask(task)
        finally:
            idle.put(worker)

    waiting: deque[Future[bytes]] = deque()
    most = idle.qsize() * AHEAD
    for task in tasks:
        waiting.append(pool.submit(made, task))
        if len(waiting) > most:
            yield _result(waiting)
    while waiting:
        yield _result(waiting)


def _result(waiting: "deque[Future[bytes]]") -> object:
    """Return the result that has waited longest. Raises what its task raised."""
    made = pickle.loads(waiting.popleft().result())  # noqa: S301  # our own
    if isinstance(made, Exception):
        raise made
    return made


def _serve(
    pipe: "Connection[bytes, Any]", begin: "Begin[Any, Any]", told: tuple[Any, ...]
) -> None:
    """Do each task that comes, until this process is ended."""
    begin_service()
    work: Callable[[Any], Any] | None = None
    with suppress(EOFError, OSError):  # the other end is gone
        while True:
            task = pipe.recv()
            try:
                work = work or begin(*told)
                made = work(task)
            except Exception as error:  # noqa: BLE001  # raised where it is waited for
                from traceback import format_exc

                error.add_note(format_exc())  # which is lost on the way otherwise
                made = error
            pipe.send_bytes(pickle.dumps(made, -1))
