"""The lines of a batch, answered by several processes."""

from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from sinotech.errors import StoreError, UsageError
from sinotech.processes import side_by_side

if TYPE_CHECKING:
    from sinotech.answers.answer import Answer
    from sinotech.processes import Begin

MOST = 64
"""Processes that are started at most, whatever ``--jobs`` says."""

LINES = 16
"""Lines that a process is given at once: some hundred milliseconds of work, beside
which handing them over is nothing."""

CHARACTERS = 1 << 16
"""Characters of lines that a process is given at once, unless one line has more."""

Line = tuple[int, str]


def at_most(jobs: int) -> int:
    """Return how many processes there may be. Raises UsageError if none."""
    if jobs < 1:
        raise UsageError(f"--jobs {jobs} does nothing", "give a number from 1")
    return min(jobs, MOST)


def answers_by(
    begin: "Begin[list[Line], list[tuple[str, Answer]]]",
    told: tuple[Any, ...],
    lines: Iterable[Line],
    jobs: int,
) -> "Generator[tuple[str, Answer], None, None]":
    """Yield the answers to *lines*, in order, made by as many processes as *jobs*.

    Each calls *begin* with what it is *told*, for what answers some lines. Raises
    StoreError if one is killed.
    """
    why = "a process that judges was killed, perhaps for want of memory"
    killed = StoreError(why, "try again with --jobs 1")
    for answers in side_by_side(begin, told, chunks(lines), jobs, killed):
        yield from answers


def chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield *lines* in lists that one process answers at once."""
    chunk: list[Line] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line[1])
        if len(chunk) == LINES or size >= CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
