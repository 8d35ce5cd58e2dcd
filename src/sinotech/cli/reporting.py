"""What was found in drafts, printed in the form that is asked for."""

import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from stat import S_ISFIFO
from typing import TYPE_CHECKING, Any

from sinotech.answers.answer import Answer
from sinotech.answers.asking import complete, named
from sinotech.answers.options import FORMATS, FORMATS_OF_DRAFTS
from sinotech.checking.diagnostic import Diagnostic
from sinotech.checking.run import Run
from sinotech.cli.run import default_form, named_form
from sinotech.cli.streams import complain
from sinotech.errors import SinotechError, UsageError
from sinotech.present.data import answer_of_rows
from sinotech.present.form import Format
from sinotech.progress import Bar
from sinotech.store import Wall

if TYPE_CHECKING:
    import sqlite3

LONG = 20_000
"""Bytes of drafts that take a second, so that people want to see how far it is."""

NEVER = 1 << 62
"""More than there ever is to do."""


class Report:
    """The form that findings are printed in, and the bar that shows how far it is."""

    def __init__(self, values: dict[str, Any]) -> None:
        """Heed the options among *values* that say how to print. Raises UsageError."""
        name = named_form(values) or default_form()
        if name == "text":
            name = "table" if sys.stdout.isatty() else "plain"
        fields: str | None = values["fields"]
        _, writer, _ = {**FORMATS, **FORMATS_OF_DRAFTS}[name]
        self._format: Format = named(writer)(fields, None, _say_nothing)
        # what reads a pipe may print on the same terminal, line by line
        is_seen = self._format.is_whole or not _is_pipe()
        self._bar = Bar(long=LONG if is_seen else NEVER)
        if fields and not self._format.takes_fields:
            raise UsageError(f"--fields is not for {name}", "give --format jsonl")

    def write(
        self, found: Iterator[Diagnostic], run: Run, store: "sqlite3.Connection"
    ) -> None:
        """Print what is *found* as it comes, where the form allows it."""
        size = sum(draft.size for draft in run.drafts)
        if not self._format.takes_suppressed:
            found = (one for one in found if not one.suppressed)
        rows: list[dict[str, Any]] = []
        with self._bar as bar:
            run.watch = lambda share: bar("checking", int(share * size), size)
            if self._format.is_whole:
                rows += (one.row() for one in found)
            else:
                self._format.show_findings(found, run, self._aside)
        if self._format.is_whole:
            answer = answer_of_run(rows, run)
            with Wall(store):
                complete(answer, store, run.options.style)
            self._format.show(answer)

    def complain(self, error: SinotechError) -> None:
        """Say on stderr what is wrong with a draft."""
        with self._bar.hidden():
            complain(f"error: {error}")

    def _aside(self) -> AbstractContextManager[None]:
        """Take the bar away while something is printed on the same terminal."""
        return self._bar.hidden() if sys.stdout.isatty() else nullcontext()


def _say_nothing(answer: Answer) -> None:
    """Tell no notices: what is found in drafts has none."""


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
