"""Texts of an editor checked, by what the configuration at their place says."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sinotech.answers.reading import days
from sinotech.cached import record_files
from sinotech.checking.baseline import Baseline, read_baseline
from sinotech.checking.check import Checked, Options, Tally
from sinotech.checking.codes import CODES, selected
from sinotech.checking.configuration import find_configuration
from sinotech.checking.diagnostic import Diagnostic, in_order, numbered
from sinotech.claims.session import Session
from sinotech.drafts.reading import read_text
from sinotech.store import open_store

if TYPE_CHECKING:
    import sqlite3

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Text:
    """A text as an editor has it: its *path*, its *source*, and what kind it is of."""

    path: Path
    source: str
    media: str


@dataclass(frozen=True, slots=True)
class Result:
    """What is found of a text: all of it, and what of that is *told*.

    All of it has an entry for every sentence that was judged, for those who ask.
    """

    text: Text
    found: list[Diagnostic]
    told: list[Diagnostic]


class Checker:
    """Checks one text after another, all in one thread, by a store that stays open.

    Settings are read anew for each text, so that a change of them is heeded at once.
    """

    def __init__(self, db: str | None = None, records: tuple[str, ...] = ()) -> None:
        """Judge by the database *db* or *records*, whatever the configuration says."""
        self._db, self._records = db, records
        self._store: sqlite3.Connection | None = None
        self._session: Session | None = None
        self._key: object = None

    def check(self, text: Text, stale: Callable[[], bool]) -> Result | None:
        """Return what is found of *text*; nothing, once it is *stale*.

        Raises a SinotechError if the settings, the records or the text cannot be read.
        """
        configuration = find_configuration(text.path.parent)
        values = configuration.values
        codes = selected(
            values.get("select", ()),
            strict=values.get("strict", False),
            everything=values.get("all", False),
            named=configuration.named("select"),
        )
        as_of = days(configuration.named("as-of"), values.get("as-of"))
        session = self._session_of(values, as_of[1] if as_of else None)
        options = Options(codes=frozenset(CODES), style=values.get("style"))
        found = self._found(text, options, session, stale)
        if found is None:
            return None
        path = values.get("baseline")
        baseline = read_baseline(Path(path)) if path else Baseline()
        found = [baseline.mark(one) for one in found]
        told = [one for one in found if one.code in codes and not one.suppressed]
        return Result(text, found, told)

    def close(self) -> None:
        """Close the store."""
        if self._store:
            self._store.close()
        self._store = self._session = self._key = None

    def _session_of(self, values: Values, as_of: str | None) -> Session:
        """Return the session that judges by the records asked for.

        Those are what was published by the day *as_of*. They are opened anew when a
        file of theirs has changed.
        """
        own = bool(self._db or self._records)
        db = self._db if own else values.get("db")
        records = self._records if own else tuple(values.get("records", ()))
        files = record_files(records) if records else [Path(db)] if db else []
        key = (db, records, tuple(map(_stamp, files)), as_of)
        if self._session is None or key != self._key:
            self.close()
            self._store = open_store(db, records)
            self._session, self._key = Session(self._store, as_of), key
        return self._session

    @staticmethod
    def _found(
        text: Text, options: Options, session: Session, stale: Callable[[], bool]
    ) -> list[Diagnostic] | None:
        document = read_text(text.source, text.path.name, text.media)
        checked = Checked(session, document, options, Tally())
        found: list[Diagnostic] = []
        for _, some in checked.sentences():
            if stale():
                return None
            found += some
        return [*numbered(in_order([*found, *checked.unused()]))]


def _stamp(path: Path) -> tuple[int, int]:
    """Return what changes with a file: when it was written, and how large it is."""
    try:
        told = os.stat(path)  # noqa: PTH116  # a name may be no path
    except (OSError, ValueError):
        return 0, 0
    return told.st_mtime_ns, told.st_size
