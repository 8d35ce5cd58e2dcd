"""The commands as a Python API: ``with sinotech.open() as ref: ref.country("Brazil")``.

Each method is a command, takes what it takes, and returns the ``data`` of its JSON, as
:mod:`sinotech.documents` types it. docs/api.md shows the use.
"""

import sqlite3

from sinotech.cli.commands import BY_NAME
from sinotech.cli.options import LOOK_UP, SECTION
from sinotech.cli.paging import turn
from sinotech.cli.run import answer_of
from sinotech.errors import AmbiguousError, NotFoundError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike
    from typing import Any, Self, TypeVar

    from sinotech import documents as doc
    from sinotech.present.answer import Answer

    Data = TypeVar("Data")


_FORM_OR_PLACE = frozenset(option.name for option in (*LOOK_UP, SECTION))
"""Parameters of commands that say how to print, or which records to open."""


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
    from os import fspath

    from sinotech.store import open_store

    one = isinstance(records, str) or hasattr(records, "__fspath__")
    named = [records] if one else records
    files = [fspath(path) for path in named]  # type: ignore[arg-type, union-attr]
    return Reference(open_store(None if db is None else fspath(db), files))


class Reference:
    """An open record set, to be asked as on the command line.

    Every method raises NotFoundError if a name is none that is recorded,
    AmbiguousError if it may mean several things, UsageError if what is asked cannot be.
    Filters that nothing passes give an empty list. Names are read strictly, as in a
    batch: with ``strict=False`` a slip is read as the nearest name, with a Notice.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        """Ask *store*, and close it in the end."""
        self._store = store

    def __enter__(self) -> "Self":
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the record set; nothing more can be asked."""
        self._store.close()

    def envelope(self, command: str, **values: "Any") -> "doc.Envelope":  # noqa: ANN401
        """Return what *command* prints with ``--json``, whether anything was found.

        *values* are the parameters of the method of that name; of several words or
        names, a list.
        """
        answer = self._answer(command, values)
        found: doc.Envelope = {**answer.envelope(), "data": answer.data}  # type: ignore[typeddict-item]
        return found

    def _answer(self, command: str, values: "dict[str, Any]") -> "Answer":
        declared = BY_NAME.get(command)
        if declared is None or not declared.reads_store:
            raise UsageError(f"there is nothing to ask by {command!r}")
        whole: dict[str, Any] = {}
        left = dict(values)
        for one in declared.parameters:
            if one.name not in _FORM_OR_PLACE:
                usual: Any = True if one.name == "strict" else one.default
                whole[one.name] = left.pop(one.name.rstrip("_"), usual)
        if left:
            raise UsageError(f"{command} takes no {', '.join(left)}")
        turn(declared, whole, None)
        return answer_of(declared, whole, self._store)

    def _data(self, command: str, **values: "Any") -> "Data":  # type: ignore[type-var]  # noqa: ANN401
        """Return the data of an answer, or raise why there is none."""
        answer = self._answer(command, values)
        resolved = answer.resolved
        why = "; ".join([*answer.notices, *([answer.hint] if answer.hint else [])])
        if resolved is not None and resolved.candidates:
            raise AmbiguousError(why, resolved.candidates)
        if answer.data is None or (resolved is not None and resolved.id is None):
            raise NotFoundError(why)
        if answer.data and answer.notices:
            from warnings import warn

            warn(why, Notice, stacklevel=3)
        data: Data = answer.data
        return data

    def country(self, name: str, *, strict: bool = True) -> "doc.CountryProfile":
        """Return what the sources say of a country."""
        return self._data("country", name=name, strict=strict)

    def program(self, name: str, *, strict: bool = True) -> "doc.ProgramProfile":
        """Return what the sources say of a program, forum, center or facility."""
        return self._data("program", name=name, strict=strict)

    def person(self, name: str, *, strict: bool = True) -> "doc.PersonProfile":
        """Return who somebody is, and what they say."""
        return self._data("person", name=name, strict=strict)

    def org(self, name: str, *, strict: bool = True) -> "doc.OrganizationProfile":
        """Return what an organization is, and does."""
        return self._data("org", name=name, strict=strict)

    def group(self, name: str, *, strict: bool = True) -> "doc.GroupProfile":
        """Return what the sources say of a group or region."""
        return self._data("group", name=name, strict=strict)

    def cite(
        self,
        claim: str,
        *,
        as_of: str | None = None,
        limit: int | None = None,
        explain: bool = False,
    ) -> "doc.Judged":
        """Return the verdict on a claim, and all that it rests on."""
        asked = {"as_of": as_of, "limit": limit, "explain": explain}
        return self._data("cite", claim=claim, exit_code=False, **asked)

    def figures(
        self,
        *words: str,
        country: str | None = None,
        program: str | None = None,
        measure: str | None = None,
        source: str | None = None,
        as_of: str | None = None,
    ) -> "list[doc.Figure]":
        """Return the numbers that hold all *words* and pass every filter."""
        about = {"country": country, "program": program, "measure": measure}
        stated = {"source": source, "as_of": as_of}
        return self._data("figures", words=list(words), **about, **stated)

    def figure(self, id: str) -> "doc.Figure":
        """Return one figure, with the measure that it counts."""
        return self._data("figure", id=id)

    def source(self, id: str) -> "doc.Source":
        """Return one source, and what is cited from it."""
        return self._data("source", id=id)

    def show(self, id: str) -> "doc.Record":
        """Return any record, by its id or name."""
        return self._data("show", id=id)

    def search(
        self, *words: str, kind: str | None = None, limit: int | None = None
    ) -> "list[doc.Record]":
        """Return the records that hold *words*, best matches first."""
        return self._data("search", words=list(words), kind=kind, limit=limit)

    def timeline(
        self,
        *,
        country: str | None = None,
        program: str | None = None,
        first: str | None = None,
        last: str | None = None,
    ) -> "list[doc.Event]":
        """Return events in order, from the date *first* to the date *last*."""
        about = {"country": country, "program": program}
        return self._data("timeline", **about, first=first, last=last)

    def series(self, measure: str, *, strict: bool = True) -> "doc.MeasureSeries":
        """Return a measure over time, with who says so."""
        return self._data("series", measure=measure, strict=strict)

    def compare(self, *names: str, strict: bool = True) -> "doc.Comparison":
        """Return countries, or programs, side by side."""
        return self._data("compare", names=list(names), strict=strict)

    def related(self, id: str, *, limit: int | None = None) -> "list[doc.Record]":
        """Return the records that share most with one."""
        return self._data("related", id=id, limit=limit)

    def conflicts(
        self, *, country: str | None = None, program: str | None = None
    ) -> "list[doc.Conflict]":
        """Return where sources disagree, or err."""
        return self._data("conflicts", country=country, program=program)

    def countries(self) -> "list[doc.Country]":
        """Return the countries recorded."""
        return self._data("countries")

    def programs(self) -> "list[doc.Program]":
        """Return the programs recorded."""
        return self._data("programs")

    def groups(self) -> "list[doc.Group]":
        """Return the groups and regions recorded."""
        return self._data("groups")

    def organizations(self) -> "list[doc.Organization]":
        """Return the organizations recorded."""
        return self._data("organizations")

    def people(self) -> "list[doc.Person]":
        """Return the people recorded."""
        return self._data("people")

    def measures(self) -> "list[doc.Measure]":
        """Return what is counted."""
        return self._data("measures")

    def sources(self) -> "list[doc.Source]":
        """Return the articles that everything is cited from."""
        return self._data("sources")
