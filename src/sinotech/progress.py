"""How far what takes long is, on a terminal."""

import sys
from contextlib import contextmanager

from sinotech.safe import is_nameless

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType
    from typing import Self

    from rich.progress import Progress

    Watch = Callable[[str, int, int], None]

LONG = 4_000_000
"""Bytes of records that take so long to compile, a second, that people want to see."""


class Bar:
    """A bar on standard error, drawn only where a person sees it and has to wait."""

    def __init__(self, long: int = LONG) -> None:
        """Draw nothing yet, and nothing at all where there is less than *long* to do.

        That is a second's work, in whatever is counted: bytes of records, unless told.
        """
        self._long = long
        self._progress: Progress | None = None
        seen = sys.stderr is not None and sys.stderr.isatty()
        self._silent = not seen or is_nameless()

    def __enter__(self) -> "Self":
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        """Take the bar away, whatever happened."""
        if self._progress:
            self._progress.stop()

    @contextmanager
    def hidden(self) -> "Iterator[None]":
        """Take the bar away while something else is printed."""
        if self._progress:
            self._progress.stop()
        yield
        if self._progress:
            self._progress.start()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show that of *total* bytes, or steps, of *what* so many are *done*."""
        if self._progress is None:
            if self._silent or total < self._long:
                self._silent = True
                return
            self._progress = _drawn()
        progress = self._progress
        if not progress.tasks or progress.tasks[-1].description != what:
            progress.add_task(what, total=total)
        progress.update(progress.tasks[-1].id, completed=done)


class Meter:
    """How far something is, for who counts what more is done."""

    __slots__ = ("_done", "_total", "_watch", "_what")

    def __init__(self, watch: "Watch", what: str, total: int) -> None:
        """Tell *watch* of *what*, of which *total* is to be done."""
        self._watch, self._what, self._total = watch, what, total
        self._done = 0

    def __call__(self, more: int) -> None:
        """Tell that so much *more* is done."""
        self._done += more
        self._watch(self._what, self._done, self._total)


def _drawn() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:3.0f} %"),
        TimeRemainingColumn(),
    )
    progress = Progress(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,  # what is printed goes where it always goes
        redirect_stderr=False,
    )
    progress.start()
    return progress
