"""A batch: the lines of standard input, each answered, and its answer printed."""

import sys

from sinotech.answers.answer import Answer
from sinotech.answers.asking import answer_of, complete
from sinotech.errors import ANSWERED, USAGE, SinotechError, UsageError
from sinotech.naming import ECHOED, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Iterable, Iterator
    from typing import Any, Protocol

    from sinotech.answers.grammar import Command
    from sinotech.present.form import Format
    from sinotech.store import Handle

    class Form(Protocol):
        """What an answer is printed by: see :class:`sinotech.cli.run.Form`."""

        place: str
        unit: str

        def format(self) -> Format:
            """Return what writes the answers."""


MAX_LINE = 1 << 20
"""Bytes of a line of a batch that are read; no name or claim is longer."""


def print_batch(form: "Form", answers: "Iterable[tuple[str, Answer]]") -> int:
    """Print the answer to each line in turn; return the gravest of their exit codes.

    Raises UsageError if there is none.
    """
    worst, first = ANSWERED, True
    writer = form.format()
    for number, (line, answer) in enumerate(answers, 1):
        is_said = answer.exit_code == USAGE  # by what is wrong with the line
        form.place = "" if is_said else f"{form.unit} {number}: "
        asked = shortened(line, ECHOED)
        answer.meta["input"] = asked
        writer.show_line(answer, asked, first=first)
        worst, first = max(worst, answer.exit_code), False
    if first:
        raise UsageError("standard input is empty", "give one name or claim a line")
    sys.stdout.write(writer.text_of_end())
    return worst


def lines_of_stdin() -> "Iterator[str]":
    """Yield the lines of standard input; of a longer line, what is read at most.

    Bytes that are not UTF-8 arrive as lone surrogates, as they do in arguments. Raises
    UsageError if it is closed, or in another encoding; SinotechError if it cannot be
    read.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed", "give one name or claim a line")
    first = True
    while line := _read_line():
        if first:
            _check_encoding(line)
        text = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            text = _without_half(text)
            while (rest := _read_line()) and not rest.endswith(b"\n"):
                pass
        yield text.removeprefix("\ufeff") if first else text
        first = False


def _check_encoding(line: bytes) -> None:
    if line.isascii():
        return
    from sinotech.signs import encoding_of  # imported only where it is needed

    if encoding := encoding_of(line):
        remedy = f"convert it to UTF-8: iconv -f {encoding} -t UTF-8"
        raise UsageError(f"standard input is {encoding}", remedy)


def _without_half(text: str) -> str:
    """Return *text* without the bytes of a character that its cut has halved."""
    for _ in range(3):
        if "\udc80" <= text[-1:] <= "\udcff":
            text = text[:-1]
    return text


def _read_line() -> bytes:
    """Return a line of standard input, or of a longer one as much as is read."""
    try:
        return sys.stdin.buffer.readline(MAX_LINE)
    except (OSError, ValueError) as error:  # a folder, or open for writing alone
        reason = getattr(error, "strerror", None) or str(error)
        message = f"standard input cannot be read: {reason}"
        raise SinotechError(message, "give one name or claim a line") from None


def answers_of(
    command: "Command",
    values: "dict[str, Any]",
    store: "sqlite3.Connection",
    asked: "Iterator[str]",
    jobs: int | None,
    unit: str,
) -> "Generator[tuple[str, Answer], None, None]":
    """Yield the answer to each line that is *asked*, by as many processes as *jobs*.

    What is wrong with one is told with its number, as the *unit* of that: line or row.
    There is one where no other can open the database. Raises UsageError if none may be.
    """
    handle = None
    lines = enumerate(asked, 1)
    if jobs is not None:
        from sinotech.cli.jobs import answers_by, at_most
        from sinotech.store import handle_of

        jobs = at_most(jobs)
        handle = handle_of(store) if jobs > 1 else None
        if handle:
            told = (handle, command.name, values, unit)
            yield from answers_by(_begin, told, lines, jobs)
            return
    for one in lines:
        yield _answer_line(command, values, store, unit, *one)


def _begin(
    handle: "Handle", name: str, values: "dict[str, Any]", unit: str
) -> "Callable[[Iterable[tuple[int, str]]], list[tuple[str, Answer]]]":
    """Return what answers some lines, in a process that does nothing else."""
    from sinotech.answers.commands import BY_NAME
    from sinotech.store import Wall, open_handle

    store = open_handle(handle)

    def answer(lines: "Iterable[tuple[int, str]]") -> "list[tuple[str, Answer]]":
        with Wall(store):
            command = BY_NAME[name]
            return [_answer_line(command, values, store, unit, *one) for one in lines]

    return answer


def _answer_line(
    command: "Command",
    values: "dict[str, Any]",
    store: "sqlite3.Connection",
    unit: str,
    number: int,
    line: str,
) -> tuple[str, Answer]:
    """Answer one line of a batch; what is wrong with it does not stop the rest."""
    own = {**values, command.batch: line}
    if own.get("strict", False) is None:
        own["strict"] = True  # nobody watches a batch for notices of slips
    try:
        answer = answer_of(command, own, store)
    except UsageError as error:
        from sinotech.signs import writable

        failed = Answer(command.shape, None, notices=(f"{unit} {number}: {error}",))
        failed.exit_code = error.exit_code
        complete(failed, store)
        return writable(line), failed
    return line, answer
