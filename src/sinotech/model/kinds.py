"""The kinds of record, each field declared once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sinotech.edtf import Period
from sinotech.forms import (
    STATEMENT,
    Use,
    a_choice,
    a_date,
    a_name,
    a_number,
    a_part,
    a_ref,
    a_text,
    an_address,
    an_id,
    some_parts,
    some_refs,
    some_texts,
)
from sinotech.model.parts import (
    Author,
    Citation,
    Inference,
    Member,
    Name,
    Part,
    Participant,
    Step,
    Text,
    Titles,
)
from sinotech.model.vocabulary import (
    CAUSES,
    CONTAINERS,
    COUNTINGS,
    EVENT_TYPES,
    GROUP_TYPES,
    HEDGES,
    ORGANIZATION_TYPES,
    PROGRAM_TYPES,
    SOURCE_TYPES,
    STANDINGS,
    STATEMENT_TYPES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Part):
    """What every record has."""

    id: str = an_id(
        "lower-case words joined by hyphens; never reused", uses=Use.ELSEWHERE
    )
    file: str = field(default="", compare=False, repr=False)
    cites: tuple[Citation, ...] = some_parts(
        Citation, "where it is written", uses=Use.DROPPED | Use.ELSEWHERE
    )
    notes: tuple[str, ...] = some_texts(
        "what a reader must know besides", uses=Use.PROSE | Use.DROPPED | Use.ELSEWHERE
    )


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
    title: str | None = a_name("its headline; left out if not known")
    titles: Titles | None = a_part(
        Titles,
        "other forms of it, for citation styles",
        uses=Use.DROPPED | Use.ELSEWHERE,
    )
    described: str | None = a_text(
        "what it is, for a reference, if it has no title", uses=Use.NAMED
    )
    short: str = a_name("a short name for it, as footnotes print it", required=True)
    authors: tuple[Author, ...] = some_parts(
        Author, "the byline's names, in order", uses=Use.DROPPED
    )
    publisher: str | None = a_name("who published it")
    container: str = a_choice(
        CONTAINERS, "what the publisher's name names", default="website"
    )
    column: str | None = a_name("the column or rubric it appeared in")
    published: Period | None = a_date("when it was published")
    inferred: tuple[Inference, ...] = some_parts(
        Inference,
        "fields that are worked out, not stated, and from what",
        uses=Use.DROPPED,
    )
    url: str | None = an_address("its address; left out if not known")
    also_at: tuple[str, ...] = some_texts(
        "other places that carry it", uses=Use.NAMED | Use.DROPPED
    )
    language: str | None = a_name(
        "its language, if not English", uses=Use.NAMED | Use.FILLED
    )
    text: Text | None = a_part(Text, "the text it was read from")
    held: str | None = a_text(
        "the part of it that is held, and paragraphs are counted in, if not all",
        uses=Use.NAMED,
    )
    defects: tuple[str, ...] = some_texts(
        "what is wrong or missing in it", uses=Use.NAMED | Use.DROPPED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Record):
    """A country or territory of ISO 3166; its id is the alpha-2 code."""

    name: str = a_name(
        "its usual English name", required=True, uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = some_parts(Name, "other names")

    @property
    def iso2(self) -> str:
        """The alpha-2 code in capitals."""
        return self.id.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A bloc, region or category of countries."""

    name: str = a_name(
        "its usual English name", required=True, uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    type: str = a_choice(GROUP_TYPES, "what sort of group it is", uses=Use.READ)
    members: tuple[Member, ...] = some_parts(Member, "members that a source names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Record):
    """An initiative, mechanism, forum, declaration, facility, center or plan."""

    name: str = a_name("its full name", required=True, uses=Use.NAMED | Use.READ)
    abbreviation: str | None = a_name(
        "its abbreviation, as printed", uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    type: str = a_choice(PROGRAM_TYPES, "what sort of program it is", uses=Use.READ)
    parent: str | None = a_ref("program", meaning="the program it belongs to")
    summary: str | None = a_text(
        "what it is, in a sentence of ours that cites bear out",
        uses=Use.PROSE
        | Use.SENTENCE
        | Use.STATED
        | Use.SEARCHED
        | Use.READ
        | Use.DROPPED,
    )
    place: str | None = a_name("where it is", uses=Use.NAMED | Use.READ)
    participants: tuple[Participant, ...] = some_parts(
        Participant, "who takes part, and how"
    )
    status: tuple[Step, ...] = some_parts(
        Step, "the states it went through, oldest first", uses=Use.DROPPED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """A body that acts."""

    name: str = a_name("its full name", required=True, uses=Use.NAMED | Use.READ)
    abbreviation: str | None = a_name("its abbreviation", uses=Use.NAMED | Use.READ)
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    type: str = a_choice(ORGANIZATION_TYPES, "what sort of body it is", uses=Use.READ)
    country: str | None = a_ref("country", meaning="its country, if a source tells")
    parent: str | None = a_ref("organization", meaning="the body it belongs to")
    summary: str | None = a_text(
        "what the sources say it is",
        uses=Use.PROSE
        | Use.SENTENCE
        | Use.STATED
        | Use.SEARCHED
        | Use.READ
        | Use.DROPPED,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody who acts or speaks."""

    name: str = a_name("as usually printed", required=True, uses=Use.NAMED | Use.READ)
    aliases: tuple[Name, ...] = some_parts(Name, "other names")
    role: str | None = a_name(
        "the role in which the source presents them",
        uses=Use.NAMED | Use.SEARCHED | Use.READ,
    )
    country: str | None = a_ref("country", meaning="their country, if a source tells")
    organization: str | None = a_ref(
        "organization", meaning="the body they speak for or belong to"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """What a number counts."""

    label: str = a_name(
        "what is counted, in a few words",
        required=True,
        uses=Use.PROSE | Use.SEARCHED | Use.STATED | Use.READ,
    )
    definition: str = a_text(
        "what is counted, and what is not", required=True, uses=Use.PROSE | Use.SEARCHED
    )
    unit: str = a_name(
        "agreements, countries, percent…",
        required=True,
        uses=Use.NAMED | Use.SEARCHED | Use.READ,
    )
    scope: str | None = a_text(
        "of whom, where", uses=Use.PROSE | Use.SEARCHED | Use.READ
    )
    counting: str = a_choice(COUNTINGS, "how it counts")
    labels: tuple[Name, ...] = some_parts(
        Name, "what is counted, in other words or another language"
    )
    misreadings: tuple[str, ...] = some_texts(
        "what it is easily mistaken for", uses=Use.PROSE | Use.DROPPED
    )
    differs_from: tuple[str, ...] = some_refs(
        "measure", meaning="measures it is mistaken for", uses=Use.DROPPED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded(Linked):
    """What may be said in other words too."""

    wordings: tuple[str, ...] = some_texts(
        "the same in other words, by which a claim is recognised",
        uses=Use.PROSE | Use.ELSEWHERE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Worded):
    """One number as one source states it."""

    measure: str = a_ref(
        "measure", meaning="what it counts", required=True, uses=Use.BY_ID
    )
    label: str | None = a_name(
        "what it counts here, if the measure's label is too wide",
        uses=Use.PROSE
        | Use.SUBJECT
        | Use.SEARCHED
        | Use.STATED
        | Use.READ
        | Use.FILLED,
    )
    value: Decimal | None = a_number("the number; or low and high")
    low: Decimal | None = a_number("lower end of a range")
    high: Decimal | None = a_number("upper end of a range")
    hedge: str = a_choice(HEDGES, "how exactly the source means it")
    as_written: str = a_name(
        "the number with its hedge, as printed",
        required=True,
        uses=Use.NAMED | Use.SEARCHED | Use.READ,
    )
    unit: str | None = a_name(
        "if not the measure's", uses=Use.NAMED | Use.SEARCHED | Use.READ | Use.FILLED
    )
    as_of: Period | None = a_date("the date or period it is true of")
    as_of_basis: str | None = a_text(
        "how that is known, unless the sentence says it", uses=Use.PROSE
    )
    scope: str | None = a_text(
        "of whom, where, if narrower than the measure's",
        uses=Use.PROSE | Use.SUBJECT | Use.SEARCHED | Use.READ,
    )
    speaker: str | None = a_ref(
        "person", "organization", meaning="who says so, if named"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Worded):
    """Something that happened or is to happen."""

    date: Period = a_date("when", required=True)
    date_basis: str | None = a_text(
        "how that is known, unless the sentence says it", uses=Use.PROSE
    )
    type: str = a_choice(
        EVENT_TYPES, "happened, or planned when the source was written", uses=Use.READ
    )
    what: str = a_text("what, in a sentence of ours", required=True, uses=STATEMENT)
    place: str | None = a_name(
        "where", uses=Use.NAMED | Use.SUBJECT | Use.SEARCHED | Use.READ
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Worded):
    """A checkable fact without a number, a plan, or an opinion and its holder."""

    type: str = a_choice(STATEMENT_TYPES, "fact, plan or opinion", uses=Use.READ)
    text: str = a_text("what is said, in our own words", required=True, uses=STATEMENT)
    speaker: str | None = a_ref(
        "person", "organization", meaning="who says it; left out if the article does"
    )
    holder: str | None = a_name(
        "who says it, where no name is given: experts, officials…",
        uses=Use.PROSE | Use.SEARCHED | Use.READ,
    )
    date: Period | None = a_date("the time it speaks of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Linked):
    """Records that disagree, or a mistake in a source."""

    title: str = a_name("what it is about, in a few words", required=True)
    records: tuple[str, ...] = some_refs(
        "figure", "event", "statement", "program", meaning="the records that disagree"
    )
    cause: str = a_choice(CAUSES, "why they disagree")
    explanation: str = a_text(
        "what a reader should make of it", required=True, uses=Use.PROSE | Use.DROPPED
    )
    current: str | None = a_ref(
        "figure",
        "event",
        "statement",
        meaning="the record that supersedes the others",
        uses=Use.BY_ID,
    )


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
