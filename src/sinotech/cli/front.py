"""The front door: what is asked most, read without Typer.

Typer costs five times as much as a look-up. So the plain command lines are read here,
from the same declarations, exactly as Typer reads them; whatever is not surely
understood (a mistake, help, an option of Typer's own) is left to Typer, and so are its
messages. A test holds the two readers to each other.
"""

import os
import sys

from sinotech.answers.commands import BY_NAME
from sinotech.answers.grammar import NotUnderstoodError, parted, placed
from sinotech.cli.streams import open_streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.answers.grammar import Command, Values


def main(argv: "Sequence[str] | None" = None) -> None:
    """Answer the command line *argv*, or that of the process, and exit."""
    args = sys.argv[1:] if argv is None else list(argv)
    raise SystemExit(_answer(args))


def _answer(argv: "list[str]") -> int:
    open_streams()
    if (shell := os.environ.get("_SINOTECH_COMPLETE")) and not argv:
        from sinotech.cli.completing import complete

        if (code := complete(shell)) is not None:
            return code
    if shell or (asked := read(argv)) is None:
        from sinotech.cli.app import answer

        return answer(argv)
    from sinotech.cli.run import run

    return run(*asked)


def read(argv: "Sequence[str]") -> "tuple[Command, Values] | None":
    """Return the command that *argv* names and the values of all its parameters.

    None if Typer must read it.
    """
    if not argv or argv[0] not in BY_NAME:
        return None
    command = BY_NAME[argv[0]]
    try:
        given, words = parted(command, argv[1:])
        at_places = placed(command, words)
    except NotUnderstoodError:
        return None
    given |= at_places
    return command, {
        one.name: given.get(one.name, one.default) for one in command.parameters
    }
