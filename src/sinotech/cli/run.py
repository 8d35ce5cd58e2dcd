"""Running one command: read what was asked, answer, print, and say how it went."""

import os
import sys

from sinotech.answers.answer import Answer
from sinotech.answers.asking import answer_of, named
from sinotech.answers.grammar import Argument
from sinotech.answers.options import FILES, FORMATS, REFERENCES, turn
from sinotech.cli.streams import complain, drop_stdout
from sinotech.errors import ANSWERED, FAULT, NO_MORE_FILES, SinotechError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import Any

    from sinotech.answers.grammar import Command
    from sinotech.present.form import Format

    Values = dict[str, Any]

INTERRUPTED = 130


def run(command: "Command", values: "Values") -> int:
    """Run *command* with the *values* of its parameters; return the exit code.

    A mistake is one line on stderr. A reader that stops reading, as ``head`` does, is
    no mistake.
    """
    try:
        code = _run(command, dict(values))
        sys.stdout.flush()
    except SinotechError as error:
        complain(f"error: {error}")
        return error.exit_code
    except BrokenPipeError:
        drop_stdout()
        return ANSWERED
    except OSError as error:
        if error.errno in NO_MORE_FILES:
            raise
        complain(f"error: the answer cannot be written: {error.strerror}")
        drop_stdout()
        return FAULT
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(command: "Command", values: "Values") -> int:
    if command.prints:
        code: int = named(command.run)(**values)
        return code
    form = Form(values)
    turn(command, values, form.section, form.drawn)
    if values.get("column") is not None:
        form.unit = "row"
    asked = _batch(command, values)
    jobs = values.pop("jobs", None)
    if command.reads_store and asked is None:
        _check_given(command, values)
    if asked is not None and "as_of" in values:
        _check_options(values)
    if command.writes:
        form.check_fields(command)
    if not command.reads_store:
        return form.print_one(answer_of(command, values, None))
    return _look_up(form, command, values, asked, jobs)


def _look_up(
    form: "Form",
    command: "Command",
    values: "Values",
    asked: "Iterator[str] | None",
    jobs: int | None,
) -> int:
    """Ask the store what is *asked*, a line each, or what *values* hold; print it."""
    from sinotech.store import Wall, open_store

    db, records = values.pop("db"), values.pop("records")
    store = _compiled(records, db) if records else open_store(db)
    try:
        with Wall(store):
            if asked is None:
                if "strict" in values:
                    values["strict"] = bool(values["strict"])
                return form.print_one(answer_of(command, values, store))
            from sinotech.cli.batches import answers_of, print_batch

            answers = answers_of(command, values, store, asked, jobs, form.unit)
            try:
                return print_batch(form, answers)
            finally:
                answers.close()
    finally:
        store.close()


def _check_options(values: "Values") -> None:
    """Raise UsageError if options are wrong for every claim of a batch."""
    from sinotech.answers.judging import check_options

    check_options(values["limit"], values["as_of"])


def _compiled(records: "list[str]", db: str | None) -> "sqlite3.Connection":
    """Open what *records* compile to; who has to wait for it sees how long."""
    from sinotech.progress import Bar
    from sinotech.store import open_store

    with Bar() as bar:
        return open_store(db, records, bar)


def _batch(command: "Command", values: "Values") -> "Iterator[str] | None":
    """Return the lines of standard input if the command is to answer each of them."""
    if not command.batch:
        return None
    given = values[command.batch]
    column = values.pop("column", None)
    if given is not None and given != "-":
        if column is not None or values.get("jobs") is not None:
            option = "--jobs" if column is None else "--column"
            remedy = f"give - for {command.batch.upper()}"
            raise UsageError(f"{option} is for what - reads", remedy)
        return None
    if given is None and (sys.stdin is None or sys.stdin.isatty()):
        raise missing(command, command.batch)
    from sinotech.cli.batches import lines_of_stdin

    if column is None:
        return lines_of_stdin()
    from sinotech.cli.columns import column_of

    return column_of(lines_of_stdin(), column)


def _check_given(command: "Command", values: "Values") -> None:
    """Raise UsageError if a word is missing that *command* needs."""
    for one in command.parameters:
        if isinstance(one, Argument) and one.required and values[one.name] is None:
            raise missing(command, one.name)


def missing(command: "Command", parameter: str) -> UsageError:
    """Return the error that an argument of *command* is missing."""
    word = parameter.rstrip("_").upper()
    return UsageError(f"{word} is missing", f"see sinotech {command.name} --help")


class Form:
    """The form that answers are printed in, as the options and environment say."""

    def __init__(self, values: "Values") -> None:
        """Take the output options out of *values*. Raises UsageError."""
        self.name = named_form(values) or default_form()
        style = values.get("style")
        self.fields: str | None = values.pop("fields", None)
        if self.fields is not None and not self.fields.strip():
            raise UsageError("--fields names no field", "see sinotech fields COMMAND")
        self.drawn = "" if style or self.fields else self.name
        self.section: str | None = values.pop("section", None)
        self.place, self.unit = "", "line"  # of a batch
        if "command" in values:  # `fields COMMAND --section` asks about a section
            values["section"], self.section = self.section, None
        self._is_page, self._writer, _ = FORMATS[self.name]
        if values.pop("one_row", False):
            self.section = self._one_row()
        if style in FILES and self._is_page:
            self.name, self._writer = "references", REFERENCES
            if self.fields or self.section:
                option = "--fields" if self.fields else "--section"
                remedy = "give --format csv, tsv, json or jsonl too"
                raise UsageError(f"{option} is for data", remedy)

    def format(self) -> "Format":
        """Return what writes the answers."""
        made: Format = named(self._writer)(self.fields, self.section, self.warn)
        return made

    def check_fields(self, command: "Command") -> None:
        """Raise UsageError if the answer of *command* has not the fields chosen."""
        if self.fields:
            from sinotech.answers.rows import chosen

            chosen(Answer(command.shape, None), self.fields, None)

    def _one_row(self) -> str:
        """Return the section that is a claim in one row. Raises UsageError."""
        from sinotech.answers.rows import CLAIM

        if self._is_page:
            remedy = "give --format csv, tsv, json or jsonl too"
            raise UsageError("--one-row is for data", remedy)
        return CLAIM

    def print_one(self, answer: Answer) -> int:
        """Print *answer*, and its notices on stderr; return its exit code."""
        ready = self._ready(answer)
        if ready is None:
            self.format().show(answer)
        else:
            self.warn(answer)
            sys.stdout.write(ready)
        return answer.exit_code

    def _ready(self, answer: Answer) -> str | None:
        """Return the text of *answer* if no module need be loaded to write it."""
        if answer.drawn:
            return answer.drawn
        if self.fields or self.section:
            return None
        if self.name == "json":
            return answer.line()
        return "" if self._is_page and not answer.found else None

    def warn(self, answer: Answer) -> None:
        """Print the notices of *answer* on stderr, and then its hint.

        Each begins with the *place* of what was asked in a batch.
        """
        *others, last = answer.notices or [""]
        for notice in others:
            complain(f"{self.place}{notice}")
        if last:
            last = f"{last}; {answer.hint}" if answer.hint else last
            complain(f"{self.place}{last}")


def named_form(values: "Values") -> str | None:
    """Return the form that the output options among *values* name, if they do.

    They are taken out. Raises UsageError if they name two.
    """
    named, json = values.pop("format_", None), values.pop("json_")
    if json and named not in (None, "json"):
        raise UsageError(f"--json contradicts --format {named}", "give one of them")
    return "json" if json else named


def default_form() -> str:
    """Return the form that the environment sets, or what suits the output."""
    if named := os.environ.get("SINOTECH_FORMAT"):
        if named not in FORMATS:
            remedy = f"choose one of {', '.join(FORMATS)}"
            from sinotech.signs import writable

            raise UsageError(f"SINOTECH_FORMAT is {writable(named)!r}", remedy)
        return named
    return "table" if sys.stdout.isatty() else "plain"
