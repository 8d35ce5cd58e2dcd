"""Whose turn it is among threads; and none is in the midst of it when one forks.

What SQLite locks for all threads while one is in it, it would keep locked for ever in
a process that was forked meanwhile.
"""

import os
from threading import RLock, get_ident
from weakref import WeakSet

_every: "WeakSet[RLock]" = WeakSet()
_making = RLock()
"""Held while a turn is made, and while the process forks."""

_held: "dict[int, list[RLock]]" = {}
"""What each thread has taken that forks just now."""


def new_lock() -> "RLock":
    """Return a lock that a fork of this process waits for."""
    turn = RLock()
    with _making:
        _every.add(turn)
    return turn


def _take_all() -> None:
    """Wait until no other thread has a turn, and take them all.

    A thread that has one may want to make another before it ends; so it can.
    """
    taken = _held[get_ident()] = []
    while True:
        _making.acquire()
        new = [turn for turn in _every if turn not in taken]
        if not new:
            taken.append(_making)
            return
        _making.release()
        for turn in new:
            turn.acquire()
            taken.append(turn)


def _give_back() -> None:
    for turn in reversed(_held.pop(get_ident(), [])):
        turn.release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_take_all, after_in_parent=_give_back, after_in_child=_give_back
    )
