"""A batch: the lines of standard input, each answered, and its answer printed."""

import sys

from sinotech.errors import ANSWERED, USAGE, SinotechError, UsageError
from sinotech.naming import ECHOED, shortened

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    from sinotech.answers.answer import Answer
    from sinotech.present.form import Format

    class Form(Protocol):
        """What an answer is printed by: see :class:`sinotech.cli.run.Form`."""

        place: str

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
        form.place = "" if is_said else f"line {number}: "
        asked = shortened(line, ECHOED)
        answer.meta["input"] = asked
        writer.show_line(answer, asked, first=first)
        worst, first = max(worst, answer.exit_code), False
    if first:
        raise UsageError("standard input is empty", "give one name or claim a line")
    sys.stdout.write(writer.text_of_end())
    return worst


def _print_page(form: "Form", line: str, answer: "Answer", *, first: bool) -> None:
    """Print a page, or in its place that there is none; why goes to stderr."""
    from sinotech.present.safe import visible

    if not first:
        sys.stdout.write("\n")
    if answer.found:
        form.print_one(answer)
    else:
        form.warn(answer)
        sys.stdout.write(f"no answer to: {visible(line[:SHOWN])}\n")


def _print_data(form: "Form", line: str, answer: "Answer", *, first: bool) -> None:
    """Print an envelope a line, or rows that begin with the input."""
    from sinotech.present.columns import CLAIM

    form.warn(answer)
    if form.name == "json" or (form.name == "jsonl" and form.section != CLAIM):
        sys.stdout.write(form.as_json(answer, batch=True))
        return
    if form.name == "jsonl":
        from sinotech.present.data import as_jsonl

        sys.stdout.write(as_jsonl(answer, form.fields, CLAIM))
        return
    from sinotech.present.data import separated_batch

    separator = "," if form.name == "csv" else "\t"
    options = (form.fields, form.section, separator)
    sys.stdout.write(separated_batch(answer, line, *options, header=first))


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
