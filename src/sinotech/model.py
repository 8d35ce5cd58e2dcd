"""The records, as values: what each kind holds, and what every field means.

Each class is one kind of record. Its fields say, through :class:`Form`, what may be
written in YAML; the loader, the checks and the format's documentation all read that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import ClassVar

from sinotech.edtf import Period
from sinotech.forms import (
    Form,
    a_choice,
    a_count,
    a_date,
    a_flag,
    a_number,
    a_part,
    a_ref,
    a_text,
    an_id,
    some_lines,
    some_parts,
    some_refs,
    some_texts,
)

SOURCE_TYPES = ("news", "opinion", "declaration", "blog", "caption")
STANDINGS = ("article", "corroborating")
GROUP_TYPES = ("organization", "mechanism", "region", "category")
PROGRAM_TYPES = (
    "initiative",
    "mechanism",
    "forum",
    "conference",
    "declaration",
    "agreement",
    "plan",
    "program",
    "big_science",
    "facility",
    "center",
    "laboratory",
    "network",
    "fund",
    "platform",
    "mission",
    "project",
    "expo",
    "park",
    "system",
)
STATES = (
    "proposed",
    "announced",
    "signed",
    "launched",
    "operating",
    "suspended",
    "ended",
)
ORGANIZATION_TYPES = (
    "company",
    "university",
    "institute",
    "government",
    "intergovernmental",
    "society",
    "observatory",
    "media",
    "alliance",
    "other",
)
COUNTINGS = ("total", "period", "share", "rate", "size", "ordinal", "change")
HEDGES = (
    "exact",
    "more_than",
    "at_least",
    "nearly",
    "about",
    "up_to",
    "fewer_than",
    "dozens",
)
EVENT_TYPES = ("happened", "planned")
STATEMENT_TYPES = ("fact", "opinion", "plan")
CAUSES = ("date", "scope", "definition", "translation", "source_error", "unresolved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something written inside a record, which remembers its lines."""

    short_for: ClassVar[str | None] = None
    """The field that plain text stands for, where a part is written as text."""

    line: int = field(default=0, compare=False, repr=False)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, name: str) -> int:
        """Return the line where the field *name* stands, else the part's own."""
        return self.lines.get(name, self.line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Part):
    """A source with a locator: where in it a fact is written."""

    source: str = a_ref("source", meaning="the article", required=True)
    section: str | None = a_text("the sub-heading it stands under, as printed")
    paragraph: int | None = a_count("its paragraph, counted through the article from 1")
    find: str | None = a_text("at most eight words that find the place with Ctrl-F")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Part):
    """Another name of a record."""

    short_for = "name"

    name: str = a_text("the name", required=True)
    lang: str | None = a_text("its language, if not English: zh, pt, es…")
    ours: bool = a_flag("true if no source prints this name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Author(Part):
    """An author as the byline names them."""

    short_for = "name"

    name: str = a_text("as printed, such as LIN Yuchen", required=True)
    family: str | None = a_text("family name, for citation styles")
    given: str | None = a_text("given name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Part):
    """The text that an article was read from, and how it is laid out there."""

    file: str = a_text("name of the file it was read from", required=True)
    sha256: str = a_text("hash of that file's bytes", required=True)
    span: tuple[tuple[int, int], ...] = some_lines(
        "its lines in reading order: 9-17, 23-37", required=True
    )
    headings: tuple[tuple[int, int], ...] = some_lines("lines that are sub-headings")
    joins: tuple[tuple[int, int], ...] = some_lines(
        "lines whose paragraph goes on after a column break"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference(Part):
    """A field of a source that no page states, and what it was worked out from."""

    field: str = a_text("the field", required=True)
    basis: str = a_text("what it rests on", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Part):
    """A member of a group, as a source states it."""

    party: str = a_ref("country", "group", meaning="the member", required=True)
    since: Period | None = a_date("when it joined")
    cites: tuple[Citation, ...] = some_parts(
        Citation, "where it says so", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Part):
    """A party to a program, and its role there."""

    party: str = a_ref(
        "country", "group", "organization", "person", meaning="who", required=True
    )
    role: str = a_text("in what role: founder, host, partner…", required=True)
    cites: tuple[Citation, ...] = some_parts(
        Citation, "where it says so", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One step of a program's status."""

    state: str = a_choice(STATES, "the state reached")
    date: Period | None = a_date("when it was reached, or as of when it is stated")
    note: str | None = a_text("the word the source uses, or a doubt")
    cites: tuple[Citation, ...] = some_parts(
        Citation, "where it says so", required=True
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Part):
    """What every record has."""

    id: str = an_id("lower-case words joined by hyphens; never reused")
    file: str = field(default="", compare=False, repr=False)
    cites: tuple[Citation, ...] = some_parts(Citation, "where it is written")
    notes: tuple[str, ...] = some_texts("what a reader must know besides")


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(Record):
    """What a record is about, besides what it says."""

    countries: tuple[str, ...] = some_refs(
        "country", meaning="countries concerned: BR, CN"
    )
    groups: tuple[str, ...] = some_refs("group", meaning="groups and regions concerned")
    programs: tuple[str, ...] = some_refs("program", meaning="programs concerned")
    organizations: tuple[str, ...] = some_refs("organization", meaning="organizations")
    people: tuple[str, ...] = some_refs("person", meaning="people concerned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One article; a newspaper page holds several."""

    type: str = a_choice(SOURCE_TYPES, "what sort of text it is")
    standing: str = a_choice(
        STANDINGS,
        "corroborating pages explain, and decide nothing",
        default="article",
    )
    title: str | None = a_text("its headline; left out if not known")
    short: str = a_text("a short name for it, as footnotes print it", required=True)
    authors: tuple[Author, ...] = some_parts(Author, "the byline's names, in order")
    publisher: str | None = a_text("who published it")
    column: str | None = a_text("the column or rubric it appeared in")
    published: Period | None = a_date("when it was published")
    inferred: tuple[Inference, ...] = some_parts(
        Inference, "fields that are worked out, not stated, and from what"
    )
    url: str | None = a_text("its address; left out if not known")
    also_at: tuple[str, ...] = some_texts("other places that carry it")
    language: str | None = a_text("its language, if not English")
    text: Text | None = a_part(Text, "the text it was read from")
    defects: tuple[str, ...] = some_texts("what is wrong or missing in it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Record):
    """A country or territory of ISO 3166; its id is the alpha-2 code."""

    name: str = a_text("its usual English name", required=True)
    aliases: tuple[Name, ...] = some_parts(Name, "other names")

    @property
    def iso2(self) -> str:
        """The alpha-2 code in capitals."""
        return self.id.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A bloc, region or category of countries."""

    name: str = a_text("its usual English name", required=True)
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    type: str = a_choice(GROUP_TYPES, "what sort of group it is")
    members: tuple[Member, ...] = some_parts(Member, "members that a source names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Record):
    """An initiative, mechanism, forum, declaration, facility, center or plan."""

    name: str = a_text("its full name", required=True)
    abbreviation: str | None = a_text("its abbreviation, as printed")
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    type: str = a_choice(PROGRAM_TYPES, "what sort of program it is")
    parent: str | None = a_ref("program", meaning="the program it belongs to")
    summary: str | None = a_text(
        "what it is, in a sentence of ours that cites bear out"
    )
    place: str | None = a_text("where it is")
    participants: tuple[Participant, ...] = some_parts(
        Participant, "who takes part, and how"
    )
    status: tuple[Step, ...] = some_parts(
        Step, "the states it went through, oldest first"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """A body that acts."""

    name: str = a_text("its full name", required=True)
    abbreviation: str | None = a_text("its abbreviation")
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    type: str = a_choice(ORGANIZATION_TYPES, "what sort of body it is")
    country: str | None = a_ref("country", meaning="its country, if a source tells")
    parent: str | None = a_ref("organization", meaning="the body it belongs to")
    summary: str | None = a_text("what the sources say it is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who acts or speaks."""

    name: str = a_text("as usually printed", required=True)
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    role: str | None = a_text("the role in which the source presents them")
    country: str | None = a_ref("country", meaning="their country, if a source tells")
    organization: str | None = a_ref("organization", meaning="the body they speak for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """What a number counts."""

    label: str = a_text("what is counted, in a few words", required=True)
    definition: str = a_text("what is counted, and what is not", required=True)
    unit: str = a_text("agreements, countries, percent…", required=True)
    scope: str | None = a_text("of whom, where")
    counting: str = a_choice(COUNTINGS, "how it counts")
    misreadings: tuple[str, ...] = some_texts("what it is easily mistaken for")
    differs_from: tuple[str, ...] = some_refs(
        "measure", meaning="measures it is mistaken for"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Linked):
    """One number as one source states it."""

    measure: str = a_ref("measure", meaning="what it counts", required=True)
    label: str | None = a_text(
        "what it counts here, if the measure's label is too wide"
    )
    value: Decimal | None = a_number("the number; or low and high")
    low: Decimal | None = a_number("lower end of a range")
    high: Decimal | None = a_number("upper end of a range")
    hedge: str = a_choice(HEDGES, "how exactly the source means it")
    as_written: str = a_text("the number with its hedge, as printed", required=True)
    unit: str | None = a_text("if not the measure's")
    as_of: Period | None = a_date("the date or period it is true of")
    as_of_basis: str | None = a_text("how that is known, unless the sentence says it")
    scope: str | None = a_text("of whom, where, if narrower than the measure's")
    speaker: str | None = a_ref(
        "person", "organization", meaning="who says so, if named"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Linked):
    """Something that happened or is to happen."""

    date: Period = a_date("when", required=True)
    date_basis: str | None = a_text("how that is known, unless the sentence says it")
    type: str = a_choice(
        EVENT_TYPES, "happened, or planned when the source was written"
    )
    what: str = a_text("what, in a sentence of ours", required=True)
    place: str | None = a_text("where")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Linked):
    """A checkable fact without a number, a plan, or an opinion and its holder."""

    type: str = a_choice(STATEMENT_TYPES, "fact, plan or opinion")
    text: str = a_text("what is said, in our own words", required=True)
    speaker: str | None = a_ref(
        "person", "organization", meaning="who says it; left out if the article does"
    )
    holder: str | None = a_text(
        "who says it, where no name is given: experts, officials…"
    )
    date: Period | None = a_date("the time it speaks of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Linked):
    """Records that disagree, or a mistake in a source."""

    title: str = a_text("what it is about, in a few words", required=True)
    records: tuple[str, ...] = some_refs(
        "figure", "event", "statement", "program", meaning="the records that disagree"
    )
    cause: str = a_choice(CAUSES, "why they disagree")
    explanation: str = a_text("what a reader should make of it", required=True)
    current: str | None = a_ref(
        "figure", "event", "statement", meaning="the record that supersedes the others"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Header(Part):
    """What a file of records says of itself."""

    name: str = a_text("name of the record set", required=True)
    version: str = a_text("its version", required=True)
    format: int = a_count("version of this format: 1", required=True)
    overlay: bool = a_flag("true if its records may replace those of files before it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired(Part):
    """An id that is no longer used."""

    id: str = an_id("the old id")
    now: str = a_ref(meaning="the id that stands for it now", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission(Part):
    """Something in a text that no record is made of, on purpose.

    Either *find*, a phrase of the article *source*, or *lines* of the text *file* that
    belong to no article.
    """

    reason: str = a_text("why it is left out", required=True)
    source: str | None = a_ref("source", meaning="the article")
    find: str | None = a_text("the words left out, as printed")
    file: str | None = a_text("a text, for lines that belong to no article")
    span: tuple[tuple[int, int], ...] = some_lines("those lines")


SECTIONS: Mapping[str, type[Record]] = {
    "sources": Source,
    "countries": Country,
    "groups": Group,
    "programs": Program,
    "organizations": Organization,
    "people": Person,
    "measures": Measure,
    "figures": Figure,
    "events": Event,
    "statements": Statement,
    "conflicts": Conflict,
}
"""The sections of a file in their order, and what each holds."""


def kind_of(record: type[Record]) -> str:
    """Return the name of a kind of record, such as ``figure``."""
    return record.__name__.lower()


def forms(of: type[Part]) -> Mapping[str, Form]:
    """Return the fields that may be written in *of*, in the order declared."""
    if of not in _FORMS:
        declared = (f for f in fields(of) if "form" in f.metadata)
        _FORMS[of] = {f.name: f.metadata["form"] for f in declared}
    return _FORMS[of]


_FORMS: dict[type[Part], Mapping[str, Form]] = {}
