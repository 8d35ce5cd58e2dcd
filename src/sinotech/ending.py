"""What asks a process to end, and what it still has to do before it does."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

ASKING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Signals that ask a process to end, and end it at once if nothing heeds them."""


@contextmanager
def orderly() -> Iterator[None]:
    """Let a signal that would end this process end the block first, then the process.

    The block ends as by an exception. A signal that somebody heeds or ignores is left
    alone, and so are all of them in a thread that cannot heed any.
    """
    ended: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        if not ended:  # a second one must not keep the first from cleaning up
            ended.append(number)
            raise SystemExit(128 + number)

    heeded: list[int] = []
    try:
        heeded += (number for number in ASKING if _heed(number, end))
        yield
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)
        if ended:
            signal.raise_signal(ended[0])


def _heed(number: int, handler: Callable[[int, FrameType | None], None]) -> bool:
    """Whether a signal that nobody heeds has got a *handler*."""
    if signal.getsignal(number) is not signal.SIG_DFL:
        return False
    try:
        signal.signal(number, handler)
    except ValueError:  # not in the main thread
        return False
    return True
