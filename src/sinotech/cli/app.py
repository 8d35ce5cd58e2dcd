"""The Typer application, made from the commands as they are declared.

It reads whatever :mod:`sinotech.cli.front` leaves to it: help, mistakes, and all that
is rare.
"""

import inspect
import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from sinotech.answers.commands import BY_NAME, COMMANDS
from sinotech.answers.grammar import Argument, Command, Option
from sinotech.answers.topics import EXAMPLES, EXIT_CODES, PURPOSE
from sinotech.cli.completing import names
from sinotech.cli.run import INTERRUPTED, run
from sinotech.cli.streams import complain, drop_stdout
from sinotech.errors import FAULT, NO_MORE_FILES, USAGE, cut, shown

_SHOWN = "\n".join(
    f"{line:<39}{told}" if len(line) < 39 else line  # noqa: PLR2004  # what fits
    for line, told in EXAMPLES
)
HELP = f"\b\n{_SHOWN}\n\n{PURPOSE}"

_SHOWN_FIRST = {
    "check": """\b
sinotech check draft.md                        what the sources contradict
sinotech check --strict press/*.docx -f csv    also what to look at again

"""
}
"""Examples of commands that have more options than can be read at once."""

EXITS = f"Exit codes: {'; '.join(f'{code} {told}' for code, told in EXIT_CODES)}."


def make_app(commands: Sequence[Command] = COMMANDS) -> typer.Typer:
    """Return the application with *commands*."""
    app = typer.Typer(
        rich_markup_mode=None,
        add_completion=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, help=HELP, epilog=EXITS)(_root)
    for command in commands:
        made = app.command(
            command.name,
            help=_SHOWN_FIRST.get(command.name, "") + command.help,
            short_help=command.help,
            rich_help_panel=command.panel,
        )
        made(_function(command))
    return app


def _root(
    context: typer.Context,
    version: Annotated[  # noqa: FBT002
        bool, typer.Option("--version", help="Short for `sinotech version`.")
    ] = False,
    json: Annotated[  # noqa: FBT002
        bool, typer.Option("--json", help="The version as JSON.")
    ] = False,
) -> None:
    """Print the version, or the help if there is no command."""
    if version:
        values = {"format_": None, "json_": json, "fields": None}
        raise typer.Exit(run(BY_NAME["version"], values))
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _function(command: Command) -> Callable[..., None]:
    """Return a function whose signature is what *command* declares, for Typer."""

    def call(**values: Any) -> None:  # noqa: ANN401
        raise typer.Exit(run(command, values))

    parameters = [_parameter(one) for one in command.parameters]
    call.__name__ = command.name
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    call.__annotations__ = {one.name: one.annotation for one in parameters}
    return call


def _parameter(declared: Argument | Option) -> inspect.Parameter:
    completer = _completer(declared.completes) if declared.completes else None
    if isinstance(declared, Argument):
        info = typer.Argument(
            metavar=declared.metavar, help=declared.help, autocompletion=completer
        )
    else:
        info = typer.Option(
            *declared.flags,
            help=declared.help,
            metavar=declared.metavar or None,
            autocompletion=completer,
        )
        if declared.choices:
            info.callback = _one_of(declared)
    return inspect.Parameter(
        declared.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=declared.default,
        annotation=Annotated[_type_of(declared), info],
    )


def _type_of(declared: Argument | Option) -> Any:  # noqa: ANN401  # a type
    """Return the type of a parameter; nothing is required of Typer."""
    if declared.many:
        return list[str]
    of = declared.of if isinstance(declared, Option) else "text"
    types = {"flag": bool, "switch": bool | None, "count": int | None}
    return types.get(of, str | None)


def _completer(kinds: tuple[str, ...]) -> Callable[[str], list[tuple[str, str]]]:
    """Return what offers names of *kinds* to a shell; nothing if there is no store."""

    def offered(incomplete: str) -> list[tuple[str, str]]:
        return names(kinds, incomplete)

    return offered


def _one_of(declared: Option) -> Callable[[str | None], str | None]:
    def checked(value: str | None) -> str | None:
        if value is not None and value not in declared.choices:
            raise typer.BadParameter(f"{value!r} is not one of {declared.metavar}")
        return value

    return checked


_OF_THE_SHELL = (["--install-completion"], ["--show-completion"])
"""Typer's own options; it does not heed a word after them."""


def _remedy(argv: Sequence[str]) -> str:
    """Return what helps with a command line that is not understood."""
    for word in argv:
        if word.startswith("-") and os.path.isfile(word):  # noqa: PTH113  # any word
            return f"If the file of that name is meant, write ./{shown(word)}."
    return "See sinotech --help."


def answer(argv: Sequence[str]) -> int:
    """Read the command line *argv* by Typer, run it, and return its exit code."""
    if argv[:1] in _OF_THE_SHELL and len(argv) > 1:
        told = "takes no word: it is for the shell that it is called from"
        complain(f"error: {argv[0]} {told}")
        return USAGE
    named = [command for command in COMMANDS if argv[:1] == [command.name]]
    app = make_app(named or COMMANDS)
    try:
        code = app(args=list(argv), prog_name="sinotech", standalone_mode=False)
        sys.stdout.flush()
    except typer.Abort:
        return INTERRUPTED
    except OSError as error:
        if error.errno in NO_MORE_FILES:
            raise
        file = shown(str(error.filename or "the answer"))
        complain(f"error: {file} cannot be written: {error.strerror}")
        drop_stdout()
        return FAULT
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        # Typer's own usage errors; it exports no class for them.
        complain(f"error: {cut(error.format_message())} {_remedy(argv)}")
        return USAGE
    return code or 0
