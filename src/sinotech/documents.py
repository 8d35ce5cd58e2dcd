"""The documents that answers are made of, as types.

Made from the schemas by `pytest --accept`. Imported by type checkers, and by whoever
annotates with it; by no look-up.
"""

from typing import Any, Literal, NotRequired, TypedDict


class Recorded(TypedDict):
    """What records of every kind have."""

    id: str
    conflicts: list[str]
    notes: list[str]
    citations: "list[Citation]"
    snippet: NotRequired[str]
    score: NotRequired[float]
    shares: NotRequired[list[str]]


class Source(Recorded):
    """One article; a newspaper page holds several."""

    kind: Literal["source"]
    standing: Literal["article", "corroborating"]
    type: Literal["news", "opinion", "declaration", "blog", "caption"]
    title: str | None
    described: str | None
    short: str
    authors: list[str]
    publisher: str | None
    container: Literal["newspaper", "magazine", "website"]
    column: str | None
    published: str | None
    inferred: dict[str, str]
    url: str | None
    also_at: list[str]
    language: str
    file: str | None
    held: str | None
    defects: list[str]
    reference: str
    role: NotRequired[str]
    styled: NotRequired[str]
    cited: NotRequired[int]
    cited_for: NotRequired["list[Record]"]


class Country(Recorded):
    """A country or territory of ISO 3166; its id is the alpha-2 code."""

    kind: Literal["country"]
    standing: Literal["article", "corroborating"] | None
    name: str
    aliases: list[str]
    aliases_ours: list[str]
    iso2: str
    role: NotRequired[str]
    held: NotRequired[dict[str, int]]


class Group(Recorded):
    """A bloc, region or category of countries."""

    kind: Literal["group"]
    standing: Literal["article", "corroborating"] | None
    name: str
    aliases: list[str]
    aliases_ours: list[str]
    type: Literal["organization", "mechanism", "region", "category"]
    members: "list[Member]"
    role: NotRequired[str]
    held: NotRequired[dict[str, int]]


class Program(Recorded):
    """An initiative, mechanism, forum, declaration, facility, center or plan."""

    kind: Literal["program"]
    standing: Literal["article", "corroborating"] | None
    name: str
    abbreviation: str | None
    aliases: list[str]
    aliases_ours: list[str]
    type: Literal[
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
    ]
    parent: "Named | None"
    summary: str | None
    place: str | None
    participants: "list[Participant]"
    status: "list[Step]"
    role: NotRequired[str]
    held: NotRequired[dict[str, int]]


class Organization(Recorded):
    """A body that acts."""

    kind: Literal["organization"]
    standing: Literal["article", "corroborating"] | None
    name: str
    abbreviation: str | None
    aliases: list[str]
    aliases_ours: list[str]
    type: Literal[
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
    ]
    country: "Named | None"
    parent: "Named | None"
    summary: str | None
    role: NotRequired[str]
    held: NotRequired[dict[str, int]]


class Person(Recorded):
    """Somebody who acts or speaks."""

    kind: Literal["person"]
    standing: Literal["article", "corroborating"] | None
    name: str
    aliases: list[str]
    aliases_ours: list[str]
    role: str | None
    country: "Named | None"
    organization: "Named | None"
    held: NotRequired[dict[str, int]]


class Measure(Recorded):
    """What a number counts."""

    kind: Literal["measure"]
    standing: Literal["article", "corroborating"] | None
    label: str
    definition: str
    unit: str
    scope: str | None
    counting: Literal["total", "period", "share", "rate", "size", "ordinal", "change"]
    labels: list[dict[str, Any]]
    misreadings: list[str]
    differs_from: list[str]
    role: NotRequired[str]
    held: NotRequired[dict[str, int]]


class Figure(Recorded):
    """One number as one source states it."""

    kind: Literal["figure"]
    standing: Literal["article", "corroborating"] | None
    countries: list[str]
    groups: list[str]
    programs: list[str]
    organizations: list[str]
    people: list[str]
    measure: str
    label: str
    value: float | None
    low: float | None
    high: float | None
    hedge: Literal[
        "exact",
        "more_than",
        "at_least",
        "nearly",
        "about",
        "up_to",
        "fewer_than",
        "dozens",
    ]
    as_written: str
    unit: str
    as_of: str | None
    as_of_basis: str | None
    scope: str | None
    speaker: "Named | None"
    role: NotRequired[str]
    measure_record: NotRequired["Measure"]
    as_of_start: NotRequired[str | None]
    as_of_end: NotRequired[str | None]


class Event(Recorded):
    """Something that happened or is to happen."""

    kind: Literal["event"]
    standing: Literal["article", "corroborating"] | None
    countries: list[str]
    groups: list[str]
    programs: list[str]
    organizations: list[str]
    people: list[str]
    date: str
    date_basis: str | None
    type: Literal["happened", "planned"]
    what: str
    place: str | None
    role: NotRequired[str]
    earliest: NotRequired[str]
    latest: NotRequired[str]


class Statement(Recorded):
    """A checkable fact without a number, a plan, or an opinion and its holder."""

    kind: Literal["statement"]
    standing: Literal["article", "corroborating"] | None
    countries: list[str]
    groups: list[str]
    programs: list[str]
    organizations: list[str]
    people: list[str]
    type: Literal["fact", "opinion", "plan"]
    text: str
    speaker: "Named | None"
    holder: str | None
    date: str | None
    role: NotRequired[str]


class Conflict(Recorded):
    """Records that disagree, or a mistake in a source."""

    kind: Literal["conflict"]
    standing: Literal["article", "corroborating"] | None
    countries: list[str]
    groups: list[str]
    programs: list[str]
    organizations: list[str]
    people: list[str]
    title: str
    records: list[str]
    cause: Literal[
        "date", "scope", "definition", "translation", "source_error", "unresolved"
    ]
    explanation: str
    current: str | None
    sides: "list[Side]"
    role: NotRequired[str]


Record = (
    Source
    | Country
    | Group
    | Program
    | Organization
    | Person
    | Measure
    | Figure
    | Event
    | Statement
    | Conflict
)
"""A record of any kind, as ``kind`` tells."""


class Citation(TypedDict):
    """A source with a locator: where in it a fact is written."""

    source: str
    section: str | None
    paragraph: int | None
    find: str | None
    label: str
    link: str | None
    styled: NotRequired[str | None]


class Named(TypedDict):
    """A record that another refers to."""

    id: str
    kind: Literal[
        "source",
        "country",
        "group",
        "program",
        "organization",
        "person",
        "measure",
        "figure",
        "event",
        "statement",
        "conflict",
    ]
    name: str


class Member(TypedDict):
    """A member of a group, as a source states it."""

    party: "Named"
    since: str | None
    citations: "list[Citation]"


class Participant(TypedDict):
    """A party to a program, and its role there."""

    party: "Named"
    role: str
    citations: "list[Citation]"


class Step(TypedDict):
    """One step of a program's status."""

    state: Literal[
        "proposed",
        "announced",
        "signed",
        "under_construction",
        "launched",
        "operating",
        "suspended",
        "ended",
    ]
    date: str | None
    note: str | None
    citations: "list[Citation]"


class Side(TypedDict):
    """One of the records that disagree, in a line."""

    id: str
    kind: Literal[
        "source",
        "country",
        "group",
        "program",
        "organization",
        "person",
        "measure",
        "figure",
        "event",
        "statement",
        "conflict",
    ]
    title: str
    date: str | None
    standing: Literal["article", "corroborating"]
    citations: "list[Citation]"


class Brief(TypedDict):
    """A source, as the list of sources of an answer gives it."""

    id: str
    title: str | None
    authors: list[str]
    publisher: str | None
    published: str | None
    url: str | None
    file: str | None
    short: str
    standing: Literal["article", "corroborating"]
    inferred: dict[str, str]
    reference: str
    defects: list[str]
    styled: NotRequired[str]
    kind: Literal["news", "opinion", "declaration", "blog", "caption"]


class CountryProfile(TypedDict):
    """All that is recorded about a country."""

    country: "Country"
    groups: "list[Group]"
    programs: "list[Program]"
    figures: "list[Figure]"
    events: "list[Event]"
    statements: "list[Statement]"
    organizations: "list[Organization]"
    people: "list[Person]"
    conflicts: "list[Conflict]"
    notes: list[str]


class ProgramProfile(TypedDict):
    """All that is recorded about a program."""

    program: "Program"
    participants: "list[Participant]"
    children: "list[Program]"
    groups: "list[Group]"
    programs: "list[Program]"
    figures: "list[Figure]"
    events: "list[Event]"
    statements: "list[Statement]"
    organizations: "list[Organization]"
    people: "list[Person]"
    conflicts: "list[Conflict]"
    notes: list[str]


class PersonProfile(TypedDict):
    """All that is recorded about a person."""

    person: "Person"
    groups: "list[Group]"
    programs: "list[Program]"
    figures: "list[Figure]"
    events: "list[Event]"
    statements: "list[Statement]"
    organizations: "list[Organization]"
    people: "list[Person]"
    conflicts: "list[Conflict]"
    notes: list[str]


class OrganizationProfile(TypedDict):
    """All that is recorded about a organization."""

    organization: "Organization"
    groups: "list[Group]"
    programs: "list[Program]"
    figures: "list[Figure]"
    events: "list[Event]"
    statements: "list[Statement]"
    organizations: "list[Organization]"
    people: "list[Person]"
    conflicts: "list[Conflict]"
    notes: list[str]


class GroupProfile(TypedDict):
    """All that is recorded about a group."""

    group: "Group"
    groups: "list[Group]"
    programs: "list[Program]"
    figures: "list[Figure]"
    events: "list[Event]"
    statements: "list[Statement]"
    organizations: "list[Organization]"
    people: "list[Person]"
    conflicts: "list[Conflict]"
    notes: list[str]


class Compared(TypedDict):
    """One of several things compared."""

    record: "Record"
    groups: "list[Group]"
    programs: "list[Program]"
    figures: "list[Figure]"
    events: "list[Event]"
    statements: "list[Statement]"
    organizations: "list[Organization]"
    people: "list[Person]"
    conflicts: "list[Conflict]"


class Comparison(TypedDict):
    """Countries, or programs, side by side."""

    items: "list[Compared]"
    common: dict[str, Any]


class Series(TypedDict):
    """The figures of one thing that a measure counts."""

    label: str
    scope: str | None
    unit: str
    figures: "list[Figure]"


class MeasureSeries(TypedDict):
    """A measure over time."""

    measure: "Measure"
    series: "list[Series]"


class Judged(TypedDict):
    """A claim, judged."""

    claim: str
    verdict: Literal[
        "supported", "contradicted", "conflicting", "outdated", "undecided", "not_found"
    ]
    confidence: Literal["certain", "likely"] | None
    parts: "list[Part]"
    nearest: "list[Near]"
    line: str


class Part(TypedDict):
    """A part of a claim that can be true or false by itself."""

    text: str
    verdict: Literal[
        "supported", "contradicted", "conflicting", "outdated", "undecided", "not_found"
    ]
    confidence: Literal["certain", "likely"] | None
    rule: str | None
    quantities: "list[Quantity]"
    evidence: "list[Evidence]"
    reasons: list[str]
    warnings: list[str]
    errors: list[str]
    misreadings: list[str]
    reading: NotRequired["Reading"]
    trace: NotRequired["list[ComparedWith]"]


class Claim(TypedDict):
    """A claim in one row."""

    claim: str
    verdict: (
        Literal[
            "supported",
            "contradicted",
            "conflicting",
            "outdated",
            "undecided",
            "not_found",
        ]
        | None
    )
    confidence: Literal["certain", "likely"] | None
    evidence: list[str]
    says: str | None
    citation: str | None
    link: str | None
    score: float | None
    reasons: list[str]
    error: str | None


class Quantity(TypedDict):
    """A number that a claim states."""

    text: str
    low: float | None
    high: float | None
    hedge: str
    unit: str
    interval: str
    readings: NotRequired[list[str]]


class Evidence(TypedDict):
    """A record that decides a part of a claim, or disputes what does."""

    part: NotRequired[str]
    verdict: NotRequired[
        Literal[
            "supported",
            "contradicted",
            "conflicting",
            "outdated",
            "undecided",
            "not_found",
        ]
    ]
    confidence: NotRequired[Literal["certain", "likely"] | None]
    rule: NotRequired[str | None]
    comparison: NotRequired[str]
    id: str
    kind: Literal[
        "source",
        "country",
        "group",
        "program",
        "organization",
        "person",
        "measure",
        "figure",
        "event",
        "statement",
        "conflict",
    ]
    relation: Literal["supports", "contradicts", "rival", "supersedes", "nearest"]
    says: str
    value: str | None
    standing: Literal["article", "corroborating"] | None
    opinion: bool
    speaker: str | None
    citations: "list[Citation]"
    cause: str | None
    decides: bool
    score: float
    reasons: list[str]


class Near(TypedDict):
    """A record that is near to a claim, and how it compares."""

    id: str
    kind: Literal[
        "source",
        "country",
        "group",
        "program",
        "organization",
        "person",
        "measure",
        "figure",
        "event",
        "statement",
        "conflict",
    ]
    says: str
    value: str | None
    standing: Literal["article", "corroborating"] | None
    opinion: bool
    speaker: str | None
    citations: "list[Citation]"
    comparison: str
    part: str
    aspects: "list[Aspect]"


class Aspect(TypedDict):
    """How one aspect of a claim compares with a record."""

    aspect: str
    relation: Literal["same", "differs", "missing", "open", "silent"]
    claim: str | None
    record: str | None


class Reading(TypedDict):
    """How a part of a claim was read."""

    words: list[dict[str, Any]]
    names: list[dict[str, Any]]
    dates: list[dict[str, Any]]
    negated: bool
    status: str | None
    speaker: str | None


class ComparedWith(TypedDict):
    """How a record compares with a part of a claim."""

    id: str
    relation: Literal["supports", "contradicts", "rival", "supersedes"] | None
    score: float
    outcomes: list[dict[str, Any]]


class Diagnostic(TypedDict):
    """What was found of a sentence in a draft."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    code: str
    level: Literal["error", "warning", "note"]
    message: str
    sentence: str
    verdict: (
        Literal[
            "supported",
            "contradicted",
            "conflicting",
            "outdated",
            "undecided",
            "not_found",
        ]
        | None
    )
    confidence: Literal["certain", "likely"] | None
    quoted: bool
    inherited: str | None
    differs: list[str]
    fingerprint: str
    records: "list[Deciding]"


class Deciding(TypedDict):
    """A record that decides what is found of a sentence."""

    id: str
    kind: Literal[
        "source",
        "country",
        "group",
        "program",
        "organization",
        "person",
        "measure",
        "figure",
        "event",
        "statement",
        "conflict",
    ]
    relation: Literal["supports", "contradicts", "rival", "supersedes", "nearest"]
    says: str
    value: str | None
    standing: Literal["article", "corroborating"] | None
    speaker: str | None
    citation: str
    link: str | None
    citations: "list[Citation]"


class Check(TypedDict):
    """What was found in drafts, and what was counted."""

    diagnostics: "list[Diagnostic]"
    statistics: "Statistics"
    files: "list[CheckedFile]"
    failures: "list[Failure]"


class Statistics(TypedDict):
    """How many sentences and findings there were."""

    sentences: int
    judged: int
    problems: int
    suppressed: int
    baselined: int
    codes: dict[str, int]
    verdicts: dict[str, int]


class CheckedFile(TypedDict):
    """What was counted in one draft."""

    path: str
    sentences: int
    judged: int
    problems: int


class Failure(TypedDict):
    """A draft that could not be read."""

    path: str
    error: str


class Resolved(TypedDict):
    """How a name was read."""

    input: str
    id: str | None
    method: Literal["id", "code", "exact", "alias", "folded", "typo"] | None
    notice: str | None
    candidates: "list[Named]"


class Origin(TypedDict):
    """The record set that was asked."""

    name: str
    version: str
    sha256: str


class Extent(TypedDict):
    """What is shown of a long list."""

    total: int
    exact: bool
    offset: int
    shown: int


class Meta(TypedDict):
    """How an answer came about."""

    tool: str
    records: "Origin | None"
    resolved: "Resolved | None"
    warnings: list[str]
    conflicts: "list[Conflict]"
    pages: "dict[str, Extent]"
    input: NotRequired[str]
    rows_of: NotRequired[str]


class Envelope(TypedDict):
    """A whole answer, as ``--json`` prints it."""

    schema: str
    data: Any
    citations: list[Brief]
    meta: Meta
