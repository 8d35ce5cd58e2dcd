"""Commands that look something up, as methods of :class:`sinotech.api.Reference`.

Made from :mod:`sinotech.answers.commands` by `pytest --accept`.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypedDict, TypeVar, Unpack

    from sinotech import documents as doc

    Data = TypeVar("Data")

    class Page(TypedDict, total=False):
        """Which page of a long list is wanted: see the options of the command."""

        limit: int | None
        offset: int | None
        all: bool


class Methods:
    """A method for each command, which returns the data of its answer."""

    if TYPE_CHECKING:

        def _data(self, command: str, **values: Any) -> Data:  # type: ignore[type-var]
            """Return the data of an answer, or raise why there is none."""

    def country(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.CountryProfile":
        """Return what `sinotech country` answers.

        What the sources say of a country.

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("country", name=name, strict=strict, **page)

    def program(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.ProgramProfile":
        """Return what `sinotech program` answers.

        What the sources say of a program, forum, center, facility…

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("program", name=name, strict=strict, **page)

    def person(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.PersonProfile":
        """Return what `sinotech person` answers.

        Who somebody is, and what they say.

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("person", name=name, strict=strict, **page)

    def org(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.OrganizationProfile":
        """Return what `sinotech org` answers.

        What an organization is, and does.

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("org", name=name, strict=strict, **page)

    def group(
        self, name: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.GroupProfile":
        """Return what `sinotech group` answers.

        What the sources say of a group or region.

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("group", name=name, strict=strict, **page)

    def cite(
        self,
        claim: str,
        *,
        as_of: str | None = None,
        limit: int | None = None,
        explain: bool = False,
    ) -> "doc.Judged":
        """Return what `sinotech cite` answers.

        A verdict on a claim, what decides it, and the nearest records.

        *as_of*: Judge by what was published by then; read “last year” as of then.

        *limit*: How many of the nearest records to give, whatever the verdict; 3 unless
        told.

        *explain*: Show how the claim was read, and how the nearest records compare.
        """
        return self._data(
            "cite", claim=claim, as_of=as_of, limit=limit, explain=explain
        )

    def figures(
        self,
        *words: str,
        country: str | None = None,
        program: str | None = None,
        measure: str | None = None,
        source: str | None = None,
        as_of: str | None = None,
        year: int | None = None,
        first: str | None = None,
        last: str | None = None,
        **page: "Unpack[Page]",
    ) -> "list[doc.Figure]":
        """Return what `sinotech figures` answers.

        Numbers that the sources state.

        *country*: About this country.

        *program*: About this program.

        *measure*: Of this measure.

        *source*: Stated by this source.

        *as_of*: True of this date or period.

        *year*: True of a time in this year.

        *first*: True of a time from this date on.

        *last*: True of a time until this date.
        """
        return self._data(
            "figures",
            words=list(words),
            country=country,
            program=program,
            measure=measure,
            source=source,
            as_of=as_of,
            year=year,
            first=first,
            last=last,
            **page,
        )

    def figure(self, id: str) -> "doc.Figure":
        """Return what `sinotech figure` answers.

        One figure: what it counts, and what it is mistaken for.
        """
        return self._data("figure", id=id)

    def source(self, id: str, **page: "Unpack[Page]") -> "doc.Source":
        """Return what `sinotech source` answers.

        One source, and what is cited from it.
        """
        return self._data("source", id=id, **page)

    def show(self, id: str, **page: "Unpack[Page]") -> "doc.Record":
        """Return what `sinotech show` answers.

        Any record, by an id that was printed anywhere.
        """
        return self._data("show", id=id, **page)

    def search(
        self, *words: str, kind: str | None = None, **page: "Unpack[Page]"
    ) -> "list[doc.Record]":
        """Return what `sinotech search` answers.

        Full text over everything, best matches first.

        *kind*: Only records of this kind.
        """
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
        """Return what `sinotech timeline` answers.

        Events in order.

        *country*: About this country.

        *program*: About this program.

        *first*: Not before this date.

        *last*: Not after this date.
        """
        return self._data(
            "timeline", country=country, program=program, first=first, last=last, **page
        )

    def series(
        self, measure: str, *, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.MeasureSeries":
        """Return what `sinotech series` answers.

        A measure over time, with who says so.

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("series", measure=measure, strict=strict, **page)

    def compare(
        self, *names: str, strict: bool = True, **page: "Unpack[Page]"
    ) -> "doc.Comparison":
        """Return what `sinotech compare` answers.

        Countries, or programs, side by side.

        *strict*: Read no name as a slip for another; a batch is strict unless told
        otherwise.
        """
        return self._data("compare", names=list(names), strict=strict, **page)

    def related(self, id: str, *, limit: int | None = None) -> "list[doc.Record]":
        """Return what `sinotech related` answers.

        The records that share most with one.

        *limit*: At most so many records; in a profile, of each section.
        """
        return self._data("related", id=id, limit=limit)

    def countries(self, **page: "Unpack[Page]") -> "list[doc.Country]":
        """Return what `sinotech countries` answers.

        The countries recorded.
        """
        return self._data("countries", **page)

    def programs(self, **page: "Unpack[Page]") -> "list[doc.Program]":
        """Return what `sinotech programs` answers.

        The programs recorded.
        """
        return self._data("programs", **page)

    def groups(self, **page: "Unpack[Page]") -> "list[doc.Group]":
        """Return what `sinotech groups` answers.

        The groups and regions recorded.
        """
        return self._data("groups", **page)

    def organizations(self, **page: "Unpack[Page]") -> "list[doc.Organization]":
        """Return what `sinotech organizations` answers.

        The organizations recorded.
        """
        return self._data("organizations", **page)

    def people(self, **page: "Unpack[Page]") -> "list[doc.Person]":
        """Return what `sinotech people` answers.

        The people recorded.
        """
        return self._data("people", **page)

    def measures(self, **page: "Unpack[Page]") -> "list[doc.Measure]":
        """Return what `sinotech measures` answers.

        What is counted.
        """
        return self._data("measures", **page)

    def conflicts(
        self,
        *,
        country: str | None = None,
        program: str | None = None,
        **page: "Unpack[Page]",
    ) -> "list[doc.Conflict]":
        """Return what `sinotech conflicts` answers.

        Where sources disagree, or err.

        *country*: About this country.

        *program*: About this program.
        """
        return self._data("conflicts", country=country, program=program, **page)

    def sources(self, **page: "Unpack[Page]") -> "list[doc.Source]":
        """Return what `sinotech sources` answers.

        The articles that everything is cited from.
        """
        return self._data("sources", **page)
