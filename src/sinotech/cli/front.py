"""The front door: what is asked most, read without Typer.

Typer costs five times as much as a look-up. So the plain command lines are read here,
from the same declarations, exactly as Typer reads them; whatever is not surely
understood (a mistake, help, an option of Typer's own) is left to Typer, and so are its
messages. A test holds the two readers to each other.
"""

import os
import sys

from sinotech.cli.commands import BY_NAME
from sinotech.cli.grammar import Argument, Option
from sinotech.cli.streams import open_streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sinotech.cli.grammar import Command

    Values = dict[str, Any]


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


class NotUnderstoodError(Exception):
    """The command line is for Typer to read."""


def read(argv: "Sequence[str]") -> "tuple[Command, Values] | None":
    """Return the command that *argv* names and the values of all its parameters.

    None if Typer must read it.
    """
    if not argv or argv[0] not in BY_NAME:
        return None
    command = BY_NAME[argv[0]]
    try:
        given, words = parted(command, argv[1:])
        placed = _placed(command, words)
    except NotUnderstoodError:
        return None
    given |= placed
    return command, {
        one.name: given.get(one.name, one.default) for one in command.parameters
    }


def parted(command: "Command", words: "Sequence[str]") -> "tuple[Values, list[str]]":
    """Return the options that *words* give to *command*, and the words between them.

    Raises NotUnderstoodError.
    """
    spelt = {
        flag: (one, meaning)
        for one in command.parameters
        if isinstance(one, Option)
        for flag, meaning in one.spellings().items()
    }
    given: Values = {}
    plain: list[str] = []
    left = list(reversed(words))
    while left:
        word = left.pop()
        if word == "--":
            return given, [*plain, *reversed(left)]
        if word == "-" or not word.startswith("-"):
            plain.append(word)
            continue
        flag, value = _halves(word)
        if flag not in spelt:
            raise NotUnderstoodError
        option, meaning = spelt[flag]
        if meaning is None:
            _give(given, option, _next(left) if value is None else value)
        elif value is None:
            given[option.name] = meaning
        else:
            raise NotUnderstoodError
    return given, plain


def _halves(word: str) -> tuple[str, str | None]:
    """Return the flag of an option, and the value that stands in the same word."""
    if word.startswith("--"):
        flag, equals, value = word.partition("=")
        return flag, value if equals else None
    return word[:2], word[2:] or None


def _next(left: list[str]) -> str:
    if not left:
        raise NotUnderstoodError
    return left.pop()


def _give(given: "Values", option: Option, value: str) -> None:
    """Put the *value* of an *option* to what is *given*."""
    if option.choices and value not in option.choices:
        raise NotUnderstoodError
    if option.many:
        given.setdefault(option.name, []).append(value)
    elif option.of == "count":
        try:
            given[option.name] = int(value)
        except ValueError:
            raise NotUnderstoodError from None
    else:
        given[option.name] = value


def _placed(command: "Command", words: list[str]) -> "Values":
    """Return the arguments that *words* give to *command*, each by its place."""
    placed: Values = {}
    for one in command.parameters:
        if isinstance(one, Argument) and words:
            placed[one.name] = words if one.many else words[0]
            words = [] if one.many else words[1:]
    if words:
        raise NotUnderstoodError
    return placed
