"""What was found in drafts, printed in the form that is asked for."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from stat import S_ISFIFO
from typing import TYPE_CHECKING, Any

from sinotech.answers.answer import Answer
from sinotech.answers.asking import complete
from sinotech.checking.diagnostic import Diagnostic
from sinotech.checking.run import Run
from sinotech.cli.run import Form, default_form
from sinotech.cli.streams import complain
from sinotech.errors import SinotechError, UsageError
from sinotech.present.checked import line_of
from sinotech.present.data import as_jsonl, as_separated
from sinotech.progress import Bar
from sinotech.store import Wall

if TYPE_CHECKING:
    import sqlite3

SHAPE = "check@1"
"""The id of the schema of what `check` answers."""

LONG = 20_000
"""Bytes of drafts that take a second, so that people want to see how far it is."""

NEVER = 1 << 62
"""More than there ever is to do."""

_PAGES = frozenset(("table", "plain", "md"))
"""Forms that are read by people."""

_SEPARATORS = {"csv": ",", "tsv": "\t"}

_FOREIGN = frozenset(("sarif", "github"))
"""Forms of other programs, whose fields are theirs."""


class Report:
    """The form that findings are printed in, and the bar that shows how far it is."""

    def __init__(self, values: dict[str, Any]) -> None:
        """Heed the options among *values* that say how to print. Raises UsageError."""
        named, json = values["format_"], values["json_"]
        if json and named not in (None, "json"):
            raise UsageError(f"--json contradicts --format {named}", "give one of them")
        self.name: str = "json" if json else named or default_form()
        if self.name == "text":
            self.name = "table" if sys.stdout.isatty() else "plain"
        self.fields: str | None = values["fields"]
        self._is_whole = self.name in {"json", "md"} or (
            bool(self.fields) and self.name in _PAGES
        )
        # what reads a pipe may print on the same terminal, line by line
        self._bar = Bar(long=LONG if self._is_whole or not _is_pipe() else NEVER)
        if self.fields and self.name in _FOREIGN:
            raise UsageError(f"--fields is not for {self.name}", "give --format jsonl")

    def write(
        self, found: Iterator[Diagnostic], run: Run, store: "sqlite3.Connection"
    ) -> None:
        """Print what is *found* as it comes, where the form allows it."""
        size = sum(draft.size for draft in run.drafts)
        told = (one for one in found if not one.suppressed)
        rows: list[dict[str, Any]] = []
        with self._bar as bar:
            run.watch = lambda share: bar("checking", int(share * size), size)
            if self._is_whole:
                rows += (one.row() for one in told)
            elif self.name == "table":
                self._draw(told)
            else:
                for text in self._texts(found if self.name == "sarif" else told, run):
                    with self._aside():
                        sys.stdout.write(text)
        if self._is_whole:
            self._write_whole(rows, run, store)

    def complain(self, error: SinotechError) -> None:
        """Say on stderr what is wrong with a draft."""
        with self._bar.hidden():
            complain(f"error: {error}")

    def _aside(self) -> AbstractContextManager[None]:
        """Take the bar away while something is printed on the same terminal."""
        return self._bar.hidden() if sys.stdout.isatty() else nullcontext()

    def _write_whole(
        self, rows: list[dict[str, Any]], run: Run, store: "sqlite3.Connection"
    ) -> None:
        """Print the answer, now that all is found."""
        answer = answer_of_run(rows, run)
        with Wall(store):
            complete(answer, store, run.options.style)
        values = {"format_": self.name, "json_": False, "fields": self.fields}
        Form(values).print_one(answer)

    def _draw(self, told: Iterator[Diagnostic]) -> None:
        from sinotech.present.excerpt import draw_diagnostic
        from sinotech.present.table import console_of_stdout

        console = console_of_stdout()
        for one in told:
            with self._aside():
                draw_diagnostic(console, one)

    def _texts(self, found: Iterator[Diagnostic], run: Run) -> Iterator[str]:
        """Yield the text that is printed, bit by bit.

        SARIF takes what is suppressed, too, and the drafts that could not be read.
        """
        if self.name == "sarif":
            from sinotech.present.sarif import write_sarif

            yield from write_sarif(found, failures=run.failures)
        elif self.name == "github":
            from sinotech.present.github import as_github

            yield from map(as_github, found)
        elif self.name == "plain":
            for one in found:
                yield f"{line_of(one)}\n"
        elif self.name == "jsonl":
            for one in found:
                yield as_jsonl(answer_of_rows([one.row()]), self.fields, None)
        elif self.name in _SEPARATORS:
            separator = _SEPARATORS[self.name]
            yield as_separated(answer_of_rows([]), self.fields, None, separator)
            for one in found:
                answer = answer_of_rows([one.row()])
                yield as_separated(answer, self.fields, None, separator, header=False)


def _is_pipe() -> bool:
    """Whether another program reads what is printed."""
    try:
        return S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # it is no file at all
        return False


def answer_of_run(rows: list[dict[str, Any]], run: Run) -> Answer:
    """Return all that a run came to as an answer; *rows* are its diagnostics."""
    answer = answer_of_rows(rows)
    counts, tally = run.counts, run.counts.tally
    answer.data["statistics"] = {
        "sentences": tally.sentences,
        "judged": tally.judged,
        "problems": counts.problems,
        "suppressed": counts.by_comment.total(),
        "baselined": counts.by_baseline.total(),
        "codes": dict(sorted(counts.told.items())),
        "verdicts": dict(sorted(tally.verdicts.items())),
    }
    answer.data["files"] = [asdict(one) for one in run.files]
    answer.data["failures"] = [
        {"path": path, "error": error} for path, error in run.failures
    ]
    return answer


def answer_of_rows(rows: list[dict[str, Any]]) -> Answer:
    """Return an answer with the diagnostics *rows*."""
    return Answer(SHAPE, {"diagnostics": rows})
