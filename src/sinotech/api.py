"""The commands as a Python API: ``with sinotech.open() as ref: ref.country("Brazil")``.

Each method is a command, takes what it takes, and returns the ``data`` of its JSON, as
:mod:`sinotech.documents` types it. docs/api.md shows the use.
"""

import sqlite3

from sinotech.cli.commands import BY_NAME
from sinotech.cli.options import LOOK_UP, SECTION, turn
from sinotech.cli.run import answer_of
from sinotech.errors import AmbiguousError, NotFoundError, UsageError
from sinotech.garbage import uncollected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike
    from typing import Any, Self, TypedDict, TypeVar, Unpack

    from sinotech import documents as doc
    from sinotech.present.answer import Answer

    Data = TypeVar("Data")

    class Page(TypedDict, total=False):
        """Which page of a long list is wanted: see the options of the command."""

        limit: int | None
        offset: int | None
        all: bool


A_PAGE = 10_000
"""Records that :meth:`Reference.each` reads at once: some ten megabytes."""

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
    Filters that nothing passes give an empty list. Long lists, and the sections of a
    profile, are as long as on the command line, with a Notice where they are cut
    unasked: *limit*, *offset* and *all* page them, and :meth:`each` goes through all.
    Names are read strictly, as in a batch: with ``strict=False`` a slip is read as the
    nearest name, with a Notice.
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
        with uncollected():
            answer = self._answer(command, values, whole=True)
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
        offset, more = 0, True
        while more:
            page = {"limit": A_PAGE, "offset": offset}
            with uncollected():
                answer = self._answer(command, {**values, **page}, section)
                found = _found(answer)
            yield from _records(found, section)
            offset += A_PAGE
            extents = answer.pages.values()
            more = any(one["total"] > offset or not one["exact"] for one in extents)

    def _answer(
        self,
        command: str,
        values: "dict[str, Any]",
        section: str | None = None,
        *,
        whole: bool = False,
    ) -> "Answer":
        """Return what is asked; of an answer that is not *whole*, only the data."""
        declared = BY_NAME.get(command)
        if declared is None or not declared.reads_store:
            raise UsageError(f"there is nothing to ask by {command!r}")
        every: dict[str, Any] = {}
        left = dict(values)
        for one in declared.parameters:
            if one.name not in _FORM_OR_PLACE:
                usual: Any = True if one.name == "strict" else one.default
                every[one.name] = left.pop(one.name.rstrip("_"), usual)
        if left:
            raise UsageError(f"{command} takes no {', '.join(left)}")
        turn(declared, every, section)
        return answer_of(declared, every, self._store, whole=whole)

    def _data(self, command: str, **values: "Any") -> "Data":  # type: ignore[type-var]  # noqa: ANN401
        """Return the data of an answer, or raise why there is none."""
        with uncollected():
            answer = self._answer(command, values)
            data: Data = _found(answer)
        notices = answer.notices
        if answer.pages and (values.get("limit") or values.get("offset")):
            notices = notices[:-1]  # the last says what is cut, which was asked for
        if data and notices:
            from warnings import warn

            warn("; ".join(notices), Notice, stacklevel=3)
        return data

    def country(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.CountryProfile":
        """Return what the sources say of a country."""
        return self._data("country", name=name, strict=strict, **page)

    def program(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.ProgramProfile":
        """Return what the sources say of a program, forum, center or facility."""
        return self._data("program", name=name, strict=strict, **page)

    def person(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.PersonProfile":
        """Return who somebody is, and what they say."""
        return self._data("person", name=name, strict=strict, **page)

    def org(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.OrganizationProfile":
        """Return what an organization is, and does."""
        return self._data("org", name=name, strict=strict, **page)

    def group(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.GroupProfile":
        """Return what the sources say of a group or region."""
        return self._data("group", name=name, strict=strict, **page)

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
        **page: "Unpack[Page]",
    ) -> "list[doc.Figure]":
        """Return the numbers that hold all *words* and pass every filter."""
        about = {"country": country, "program": program, "measure": measure}
        stated = {"source": source, "as_of": as_of}
        return self._data("figures", words=list(words), **about, **stated, **page)

    def figure(self, id: str) -> "doc.Figure":
        """Return one figure, with the measure that it counts."""
        return self._data("figure", id=id)

    def source(self, id: str, **page: "Unpack[Page]") -> "doc.Source":
        """Return one source, and what is cited from it."""
        return self._data("source", id=id, **page)

    def show(self, id: str, **page: "Unpack[Page]") -> "doc.Record":
        """Return any record, by its id or name."""
        return self._data("show", id=id, **page)

    def search(
        self, *words: str, kind: str | None = None, **page: "Unpack[Page]"
    ) -> "list[doc.Record]":
        """Return the records that hold *words*, best matches first."""
        return self._data("search", words=list(words), kind=kind, **page)

    def timeline(
        self,
        *,
        country: str | None = None,
        program: str | None = None,
        first: str | None = None,
        last: str | None = None,
        **page: "Unpack[Page]",
    ) -> "list[doc.Event]":
        """Return events in order, from the date *first* to the date *last*."""
        about = {"country": country, "program": program}
        return self._data("timeline", **about, first=first, last=last, **page)

    def series(
        self, measure: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.MeasureSeries":
        """Return a measure over time, with who says so."""
        return self._data("series", measure=measure, strict=strict, **page)

    def compare(
        self, *names: str, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.Comparison":
        """Return countries, or programs, side by side."""
        return self._data("compare", names=list(names), strict=strict, **page)

    def related(self, id: str, *, limit: int | None = None) -> "list[doc.Record]":
        """Return the records that share most with one."""
        return self._data("related", id=id, limit=limit)

    def conflicts(
        self,
        *,
        country: str | None = None,
        program: str | None = None,
        **page: "Unpack[Page]",
    ) -> "list[doc.Conflict]":
        """Return where sources disagree, or err."""
        return self._data("conflicts", country=country, program=program, **page)

    def countries(self, **page: "Unpack[Page]") -> "list[doc.Country]":
        """Return the countries recorded."""
        return self._data("countries", **page)

    def programs(self, **page: "Unpack[Page]") -> "list[doc.Program]":
        """Return the programs recorded."""
        return self._data("programs", **page)

    def groups(self, **page: "Unpack[Page]") -> "list[doc.Group]":
        """Return the groups and regions recorded."""
        return self._data("groups", **page)

    def organizations(self, **page: "Unpack[Page]") -> "list[doc.Organization]":
        """Return the organizations recorded."""
        return self._data("organizations", **page)

    def people(self, **page: "Unpack[Page]") -> "list[doc.Person]":
        """Return the people recorded."""
        return self._data("people", **page)

    def measures(self, **page: "Unpack[Page]") -> "list[doc.Measure]":
        """Return what is counted."""
        return self._data("measures", **page)

    def sources(self, **page: "Unpack[Page]") -> "list[doc.Source]":
        """Return the articles that everything is cited from."""
        return self._data("sources", **page)


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
