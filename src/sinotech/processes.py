"""Processes that work for another one: how many there may be, and how they end."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from sinotech.ending import ASKING

_ENDING = {signal.SIGINT, *ASKING}


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
