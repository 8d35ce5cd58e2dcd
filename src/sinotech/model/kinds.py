"""The kinds of record, each field declared once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sinotech.edtf import Period
from sinotech.fieldspec import (
    STATEMENT,
    Use,
    address_field,
    choice_field,
    date_field,
    id_field,
    name_field,
    number_field,
    part_field,
    part_list,
    ref_field,
    ref_list,
    text_field,
    text_list,
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

    id: str = id_field(
        "lower-case words joined by hyphens; never reused", uses=Use.ELSEWHERE
    )
    file: str = field(default="", compare=False, repr=False)
    cites: tuple[Citation, ...] = part_list(
        Citation, "where it is written", uses=Use.DROPPED | Use.ELSEWHERE
    )
    notes: tuple[str, ...] = text_list(
        "what a reader must know besides", uses=Use.PROSE | Use.DROPPED | Use.ELSEWHERE
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(Record):
    """What a record is about, besides what it says."""

    countries: tuple[str, ...] = ref_list(
        "country", meaning="countries concerned: BR, CN"
    )
    groups: tuple[str, ...] = ref_list("group", meaning="groups and regions concerned")
    programs: tuple[str, ...] = ref_list("program", meaning="programs concerned")
    organizations: tuple[str, ...] = ref_list("organization", meaning="organizations")
    people: tuple[str, ...] = ref_list("person", meaning="people concerned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """One article; a newspaper page holds several."""

    type: str = choice_field(SOURCE_TYPES, "what sort of text it is")
    standing: str = choice_field(
        STANDINGS,
        "corroborating pages explain, and decide nothing",
        default="article",
    )
    title: str | None = name_field("its headline; left out if not known")
    titles: Titles | None = part_field(
        Titles,
        "other forms of it, for citation styles",
        uses=Use.DROPPED | Use.ELSEWHERE,
    )
    described: str | None = text_field(
        "what it is, for a reference, if it has no title", uses=Use.NAMED
    )
    short: str = name_field("a short name for it, as footnotes print it", required=True)
    authors: tuple[Author, ...] = part_list(
        Author, "the byline's names, in order", uses=Use.DROPPED
    )
    publisher: str | None = name_field("who published it")
    container: str = choice_field(
        CONTAINERS, "what the publisher's name names", default="website"
    )
    column: str | None = name_field("the column or rubric it appeared in")
    published: Period | None = date_field("when it was published")
    inferred: tuple[Inference, ...] = part_list(
        Inference,
        "fields that are worked out, not stated, and from what",
        uses=Use.DROPPED,
    )
    url: str | None = address_field("its address; left out if not known")
    also_at: tuple[str, ...] = text_list(
        "other places that carry it", uses=Use.NAMED | Use.DROPPED
    )
    language: str | None = name_field(
        "its language, if not English", uses=Use.NAMED | Use.FILLED
    )
    text: Text | None = part_field(Text, "the text it was read from")
    held: str | None = text_field(
        "the part of it that is held, and paragraphs are counted in, if not all",
        uses=Use.NAMED,
    )
    defects: tuple[str, ...] = text_list(
        "what is wrong or missing in it", uses=Use.NAMED | Use.DROPPED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Record):
    """A country or territory of ISO 3166; its id is the alpha-2 code."""

    name: str = name_field(
        "its usual English name", required=True, uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = part_list(Name, "other names")

    @property
    def iso2(self) -> str:
        """The alpha-2 code in capitals."""
        return self.id.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A bloc, region or category of countries."""

    name: str = name_field(
        "its usual English name", required=True, uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = part_list(Name, "other names")
    type: str = choice_field(GROUP_TYPES, "what sort of group it is", uses=Use.READ)
    members: tuple[Member, ...] = part_list(Member, "members that a source names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Record):
    """An initiative, mechanism, forum, declaration, facility, center or plan."""

    name: str = name_field("its full name", required=True, uses=Use.NAMED | Use.READ)
    abbreviation: str | None = name_field(
        "its abbreviation, as printed", uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = part_list(Name, "other names")
    type: str = choice_field(PROGRAM_TYPES, "what sort of program it is", uses=Use.READ)
    parent: str | None = ref_field("program", meaning="the program it belongs to")
    summary: str | None = text_field(
        "what it is, in a sentence of ours that cites bear out",
        uses=Use.PROSE
        | Use.SENTENCE
        | Use.STATED
        | Use.SEARCHED
        | Use.READ
        | Use.DROPPED,
    )
    place: str | None = name_field("where it is", uses=Use.NAMED | Use.READ)
    participants: tuple[Participant, ...] = part_list(
        Participant, "who takes part, and how"
    )
    status: tuple[Step, ...] = part_list(
        Step, "the states it went through, oldest first", uses=Use.DROPPED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """A body that acts."""

    name: str = name_field("its full name", required=True, uses=Use.NAMED | Use.READ)
    abbreviation: str | None = name_field("its abbreviation", uses=Use.NAMED | Use.READ)
    aliases: tuple[Name, ...] = part_list(Name, "other names")
    type: str = choice_field(
        ORGANIZATION_TYPES, "what sort of body it is", uses=Use.READ
    )
    country: str | None = ref_field("country", meaning="its country, if a source tells")
    parent: str | None = ref_field("organization", meaning="the body it belongs to")
    summary: str | None = text_field(
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

    name: str = name_field(
        "as usually printed", required=True, uses=Use.NAMED | Use.READ
    )
    aliases: tuple[Name, ...] = part_list(Name, "other names")
    role: str | None = name_field(
        "the role in which the source presents them",
        uses=Use.NAMED | Use.SEARCHED | Use.READ,
    )
    country: str | None = ref_field(
        "country", meaning="their country, if a source tells"
    )
    organization: str | None = ref_field(
        "organization", meaning="the body they speak for or belong to"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """What a number counts."""

    label: str = name_field(
        "what is counted, in a few words",
        required=True,
        uses=Use.PROSE | Use.SEARCHED | Use.STATED | Use.READ,
    )
    definition: str = text_field(
        "what is counted, and what is not", required=True, uses=Use.PROSE | Use.SEARCHED
    )
    unit: str = name_field(
        "agreements, countries, percent…",
        required=True,
        uses=Use.NAMED | Use.SEARCHED | Use.READ,
    )
    scope: str | None = text_field(
        "of whom, where", uses=Use.PROSE | Use.SEARCHED | Use.READ
    )
    counting: str = choice_field(COUNTINGS, "how it counts")
    labels: tuple[Name, ...] = part_list(
        Name, "what is counted, in other words or another language"
    )
    misreadings: tuple[str, ...] = text_list(
        "what it is easily mistaken for", uses=Use.PROSE | Use.DROPPED
    )
    differs_from: tuple[str, ...] = ref_list(
        "measure", meaning="measures it is mistaken for", uses=Use.DROPPED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded(Linked):
    """What may be said in other words too."""

    wordings: tuple[str, ...] = text_list(
        "the same in other words, by which a claim is recognised",
        uses=Use.PROSE | Use.ELSEWHERE,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Worded):
    """One number as one source states it."""

    measure: str = ref_field(
        "measure", meaning="what it counts", required=True, uses=Use.BY_ID
    )
    label: str | None = name_field(
        "what it counts here, if the measure's label is too wide",
        uses=Use.PROSE
        | Use.SUBJECT
        | Use.SEARCHED
        | Use.STATED
        | Use.READ
        | Use.FILLED,
    )
    value: Decimal | None = number_field("the number; or low and high")
    low: Decimal | None = number_field("lower end of a range")
    high: Decimal | None = number_field("upper end of a range")
    hedge: str = choice_field(HEDGES, "how exactly the source means it")
    as_written: str = name_field(
        "the number with its hedge, as printed",
        required=True,
        uses=Use.NAMED | Use.SEARCHED | Use.READ,
    )
    unit: str | None = name_field(
        "if not the measure's", uses=Use.NAMED | Use.SEARCHED | Use.READ | Use.FILLED
    )
    as_of: Period | None = date_field("the date or period it is true of")
    as_of_basis: str | None = text_field(
        "how that is known, unless the sentence says it", uses=Use.PROSE
    )
    scope: str | None = text_field(
        "of whom, where, if narrower than the measure's",
        uses=Use.PROSE | Use.SUBJECT | Use.SEARCHED | Use.READ,
    )
    speaker: str | None = ref_field(
        "person", "organization", meaning="who says so, if named"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Worded):
    """Something that happened or is to happen."""

    date: Period = date_field("when", required=True)
    date_basis: str | None = text_field(
        "how that is known, unless the sentence says it", uses=Use.PROSE
    )
    type: str = choice_field(
        EVENT_TYPES, "happened, or planned when the source was written", uses=Use.READ
    )
    what: str = text_field("what, in a sentence of ours", required=True, uses=STATEMENT)
    place: str | None = name_field(
        "where", uses=Use.NAMED | Use.SUBJECT | Use.SEARCHED | Use.READ
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Worded):
    """A checkable fact without a number, a plan, or an opinion and its holder."""

    type: str = choice_field(STATEMENT_TYPES, "fact, plan or opinion", uses=Use.READ)
    text: str = text_field(
        "what is said, in our own words", required=True, uses=STATEMENT
    )
    speaker: str | None = ref_field(
        "person", "organization", meaning="who says it; left out if the article does"
    )
    holder: str | None = name_field(
        "who says it, where no name is given: experts, officials…",
        uses=Use.PROSE | Use.SEARCHED | Use.READ,
    )
    date: Period | None = date_field("the time it speaks of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Linked):
    """Records that disagree, or a mistake in a source."""

    title: str = name_field("what it is about, in a few words", required=True)
    records: tuple[str, ...] = ref_list(
        "figure", "event", "statement", "program", meaning="the records that disagree"
    )
    cause: str = choice_field(CAUSES, "why they disagree")
    explanation: str = text_field(
        "what a reader should make of it", required=True, uses=Use.PROSE | Use.DROPPED
    )
    current: str | None = ref_field(
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
