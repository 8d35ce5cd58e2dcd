"""The commands as a Python API: ``with sinotech.open() as ref: ref.country("Brazil")``.

Each method is a command, takes what it takes, and returns the ``data`` of its JSON, as
:mod:`sinotech.documents` types it. docs/api.md shows the use.
"""

import os
import sqlite3
from contextlib import contextmanager

from sinotech.answers.asking import answer_of
from sinotech.answers.commands import BY_NAME
from sinotech.answers.grammar import Option
from sinotech.answers.options import BATCH, LOOK_UP, SECTION, bounded, turn
from sinotech.errors import (
    AmbiguousError,
    HandleError,
    NotFoundError,
    StoreError,
    UsageError,
)
from sinotech.gc_pause import gc_paused
from sinotech.locks import new_lock
from sinotech.methods import Methods
from sinotech.store import Wall, open_in_turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike
    from typing import Any, Self, TypeVar

    from sinotech import documents as doc
    from sinotech.answers.answer import Answer
    from sinotech.answers.grammar import Argument, Command

    Data = TypeVar("Data")


A_PAGE = 10_000
"""Records that :meth:`Reference.each` reads at once: some ten megabytes."""

_FORM_OR_PLACE = frozenset(option.name for option in (*LOOK_UP, SECTION, *BATCH))
"""Parameters of commands that say how to read and print, or which records to open."""


class Notice(UserWarning):
    """What the command line would say on stderr: how a name was read, what is cut."""


def open(
    db: "str | PathLike[str] | None" = None,
    *,
    records: "str | PathLike[str] | Sequence[str | PathLike[str]]" = (),
) -> "Reference":
    """Open the record set, or the database *db*, or one of the files *records*.

    As for ``--db`` and ``--records``; without either, ``SINOTECH_DB`` is opened if it
    is set. Raises StoreError or RecordError if that cannot be, UsageError if both are
    given.
    """
    path = None if db is None else _path("db", db)
    several = records if isinstance(records, list | tuple) else [records]
    files = [_path("records", one) for one in several]
    return Reference(open_in_turn(path, files))


def _path(name: str, value: object) -> str:
    """Return the path *value* of the parameter *name* as text."""
    read = getattr(type(value), "__fspath__", None)  # not that of a class itself
    path = read(value) if read else value
    if path == "":
        raise UsageError(f"{name} names no file", "give its path")
    if isinstance(path, str):
        return path
    several = ", or a list of them" if name == "records" else ""
    raise _wrong(name, value, f"a path: a str or an os.PathLike of str{several}")


def _wrong(name: str, value: object, taken: str) -> TypeError:
    """Return the error that the parameter *name* takes no such *value*."""
    given = "None" if value is None else f"of type {type(value).__name__}"
    return TypeError(f"{name} is {given}; it takes {taken}")


def _closed() -> HandleError:
    """Return the error that a record set is closed."""
    return HandleError("this record set is closed", "open it again: sinotech.open()")


class Reference(Methods):
    """An open record set, to be asked as on the command line.

    Every method raises NotFoundError if a name is none that is recorded,
    AmbiguousError if it may mean several things, UsageError if what is asked cannot be.
    Filters that nothing passes give an empty list. Long lists, and the sections of a
    profile, are as long as on the command line, with a Notice where they are cut
    unasked: *limit*, *offset* and *all* page them, and :meth:`each` goes through all.
    Names are read strictly, as in a batch: with ``strict=False`` a slip is read as the
    nearest name, with a Notice.

    Threads may share it: one question waits for another. A process that was forked
    opens a record set of its own; there, as after :meth:`close`, what is asked raises
    HandleError.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        """Ask *store*, and close it in the end."""
        if not isinstance(store, sqlite3.Connection):
            raise _wrong("store", store, "a connection; sinotech.open() makes one")
        self._store = store
        self._is_closed = False
        self._process = os.getpid()
        self._turn = new_lock()

    def __enter__(self) -> "Self":
        with self._asking():
            return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the record set; nothing more can be asked."""
        if os.getpid() != self._process:
            return  # it is the parent's to close
        with self._turn:
            self._is_closed = True
            self._store.close()

    @contextmanager
    def _asking(self) -> "Iterator[None]":
        """Wait for other threads' questions, and keep them waiting meanwhile."""
        if os.getpid() != self._process:
            message = "this record set was opened before the process was forked"
            raise HandleError(message, "open it again: sinotech.open()")
        with self._turn:
            if self._is_closed:
                raise _closed()
            try:
                with gc_paused(), Wall(self._store):
                    yield
            except (sqlite3.Error, StoreError):
                if self._is_closed:  # meanwhile, by what heeds a signal
                    raise _closed() from None
                raise

    def envelope(
        self,
        command: str,
        *,
        section: str | None = None,
        **values: "Any",  # noqa: ANN401
    ) -> "doc.Envelope":
        """Return what *command* prints with ``--json``, whether anything was found.

        *values* are the parameters of the method of that name; of several words or
        names, a list. Of a profile, only a *section* is read, if one is named.
        """
        asked = _asked(command, values, section)
        with self._asking():
            answer = self._answer(asked, whole=True)
            found: doc.Envelope = answer.envelope()  # type: ignore[assignment]
        return found

    def each(
        self,
        command: str,
        *,
        section: str | None = None,
        **values: "Any",  # noqa: ANN401
    ) -> "Iterator[doc.Record]":
        """Yield every record that *command* lists, or of a *section* of its answer.

        *values* are the parameters of the method of that name, as for
        :meth:`envelope`. No more than a page is held at a time.
        """
        if section is not None and not isinstance(section, str):
            raise _wrong("section", section, "a str, or None")
        offset, more = 0, True
        while more:
            page = {"limit": A_PAGE, "offset": offset}
            asked = _asked(command, {**values, **page}, section)
            with self._asking():
                answer = self._answer(asked)
                found = _records(_found(answer), section)
            yield from found
            offset += A_PAGE
            extents = answer.pages.values()
            more = any(one["total"] > offset or not one["exact"] for one in extents)

    def _answer(
        self, asked: "tuple[Command, dict[str, Any]]", *, whole: bool = False
    ) -> "Answer":
        """Return what is *asked*; of an answer that is not *whole*, only the data."""
        command, values = asked
        return answer_of(command, values, self._store, whole=whole)

    def _data(self, command: str, **values: "Any") -> "Data":  # type: ignore[type-var]  # noqa: ANN401
        """Return the data of an answer, or raise why there is none."""
        asked = _asked(command, values)
        with self._asking():
            answer = self._answer(asked)
            data: Data = _found(answer)
        notices = answer.notices
        if answer.pages and (values.get("limit") or values.get("offset")):
            notices = notices[:-1]  # the last says what is cut, which was asked for
        if data and notices:
            from warnings import warn

            warn("; ".join(notices), Notice, stacklevel=3)
        return data

    def check(
        self,
        text: str,
        *,
        name: str = "draft.txt",
        select: "Sequence[str]" = (),
        strict: bool = False,
        all: bool = False,
        as_of: str | None = None,
    ) -> "list[doc.Diagnostic]":
        """Return what is found in a draft, sentence by sentence.

        The end of its *name* says what it is: ``.md``, ``.html``; else, plain text.
        What a comment in it suppresses is left out.
        """
        options = {"select": select, "strict": strict, "all": all, "as_of": as_of}
        for key, value in (("text", text), ("name", name)):
            if not isinstance(value, str):
                raise _wrong(key, value, "a str")
        asked = _taken_by("check", options)
        from sinotech.answers.texts import check_text  # few check texts

        with self._asking():
            return check_text(self._store, text, name, **asked)  # type: ignore[return-value]


def _asked(
    command: str, values: "dict[str, Any]", section: str | None = None
) -> "tuple[Command, dict[str, Any]]":
    """Return the *command*, and all its parameters with the *values* that are given.

    Raises TypeError or UsageError if it takes no such values.
    """
    if not isinstance(command, str):
        raise _wrong("command", command, "the name of a command: a str")
    declared = BY_NAME.get(command)
    if declared is None or not declared.reads_store:
        raise UsageError(f"there is nothing to ask by {command!r}")
    every: dict[str, Any] = {}
    left = dict(values)
    for one in declared.parameters:
        if one.name not in _FORM_OR_PLACE:
            name = one.name.rstrip("_")
            usual: Any = True if one.name == "strict" else one.default
            every[one.name] = _taken(one, name, left.pop(name, usual))
    if left:
        raise UsageError(f"{command} takes no {', '.join(left)}")
    turn(declared, every, section)
    return declared, every


def _taken_by(command: str, values: "dict[str, Any]") -> "dict[str, Any]":
    """Return those parameters of a *command* that *values* are given for, as it takes
    them.
    """  # noqa: D205
    declared = {one.name.rstrip("_"): one for one in BY_NAME[command].parameters}
    return {key: _taken(declared[key], key, value) for key, value in values.items()}


_DAYS = frozenset(("as_of", "first", "last"))
"""Parameters that take a date."""

_LEAST = {"limit": 1, "offset": 0, "year": 1}
"""The smallest number that a parameter takes."""


def _taken(declared: "Argument | Option", name: str, value: object) -> object:
    """Return the *value* of the parameter *name*, as its command takes it.

    Raises TypeError if it is of another type, UsageError if it is out of range.
    """
    if declared.many:
        if not isinstance(value, list | tuple):
            raise _wrong(name, value, "a list of str")
        for one in value:
            if not isinstance(one, str):
                raise _wrong(name, one, "str, each of them")
        return list(value)
    of = declared.of if isinstance(declared, Option) else "text"
    if of in {"flag", "switch"}:
        if not isinstance(value, bool):
            raise _wrong(name, value, "True or False")
        return value
    if value is None and isinstance(declared, Option):
        return None
    if of == "count":
        return _number(name, value)
    if not isinstance(value, str):
        optional = ", or None" if isinstance(declared, Option) else ""
        raise _wrong(name, value, f"a str{optional}")
    return _text(name, value)


def _text(name: str, value: str) -> str:
    """Return the *value* of the parameter *name*. Raises UsageError if it is no date
    where it has to be one.
    """  # noqa: D205
    if name in _DAYS:
        from sinotech.answers.reading import days  # who gives no day need not load it

        days(name, value)
    return value


def _number(name: str, value: object) -> int:
    """Return the whole number *value* of the parameter *name*."""
    if isinstance(value, bool) or not hasattr(type(value), "__index__"):
        raise _wrong(name, value, "an int, or None")
    number = bounded(value.__index__())  # type: ignore[attr-defined]
    least = _LEAST[name]
    if number < least:
        raise UsageError(f"{name} is {number}", f"give a number from {least}")
    return number


def _found(answer: "Answer") -> "Any":  # noqa: ANN401  # JSON of any shape
    """Return the data of *answer*, or raise why there is none."""
    resolved = answer.resolved
    if resolved is not None and resolved.candidates:
        raise AmbiguousError(_why(answer), resolved.candidates)
    if answer.data is None or (resolved is not None and resolved.id is None):
        raise NotFoundError(_why(answer))
    return answer.data


def _why(answer: "Answer") -> str:
    return "; ".join([*answer.notices, *([answer.hint] if answer.hint else [])])


def _records(data: "Any", section: str | None) -> "list[doc.Record]":  # noqa: ANN401
    """Return the records that *data* lists, or its *section* does."""
    if isinstance(data, list) and section is None:
        return data
    if not isinstance(data, dict):
        raise UsageError("a list has no sections", "leave section= out")
    if "series" in data and section is None:
        return [figure for one in data["series"] for figure in one["figures"]]
    sections = {name: rows for name, rows in data.items() if isinstance(rows, list)}
    if section not in sections:
        there = f"there are: {', '.join(sections)}"
        raise UsageError(f"there is no section {section!r} here", there)
    return sections[section]
