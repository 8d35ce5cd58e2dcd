"""Tasks that several processes do side by side."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count

import pytest

from sinotech.errors import StoreError
from sinotech.processes import AHEAD, side_by_side

KILLED = StoreError("a process was killed")


def squaring(most: int) -> Callable[[int], int]:
    """Return what squares numbers, but ends its process above *most*."""

    def square(number: int) -> int:
        if number > most:
            os.kill(os.getpid(), signal.SIGKILL)
        return number * number

    return square


def failing(number: int) -> Callable[[int], float]:
    """Return what divides *number*."""
    return lambda other: number / other


def test_results_come_in_the_order_of_the_tasks() -> None:
    """All of them, whatever the number of processes."""
    for processes in (1, 3):
        made = side_by_side(squaring, (99,), range(20), processes, KILLED)
        assert list(made) == [number * number for number in range(20)]


def test_no_more_is_read_than_is_done_soon() -> None:
    """Of tasks without end, a few are taken ahead."""
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    with closing(side_by_side(squaring, (1000,), tasks(), 2, KILLED)) as made:
        for number in range(50):
            assert next(made) == number * number
            assert len(taken) <= number + 2 * AHEAD + 2


def test_what_a_task_raises_is_raised_in_its_turn() -> None:
    """The results before it are had, and where it was raised is noted."""
    with closing(side_by_side(failing, (6,), [3, 2, 0], 2, KILLED)) as made:
        assert [next(made), next(made)] == [2, 3]
        with pytest.raises(ZeroDivisionError) as raised:
            next(made)
        assert "number / other" in raised.value.__notes__[0]


def test_a_process_that_is_killed_is_told() -> None:
    """What was done before is had; then the error that is given is raised."""
    made = side_by_side(squaring, (4,), count(), 2, KILLED)
    with closing(made), pytest.raises(StoreError, match="a process was killed"):
        list(made)
