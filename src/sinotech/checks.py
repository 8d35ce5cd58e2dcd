"""Judging a record set: rules with codes, each a small function over one record.

A rule yields ``(line, message)`` for each fault. ``E`` codes forbid compiling. Codes
E0xx are the loader's (what cannot be read), E1xx concern ids and references, E2xx
citations, E3xx numbers and dates; W codes are advice.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from sinotech.findings import Finding
from sinotech.model import (
    Citation,
    Country,
    Event,
    Figure,
    Organization,
    Part,
    Person,
    Program,
    Record,
    Source,
    Statement,
    forms,
    kind_of,
)
from sinotech.numerals import read_numbers
from sinotech.records.load import RecordSet

MAX_PHRASE = 8
"""Words of a find phrase: enough to find a place, too few to be the sentence."""

ISO2_LENGTH = 2

Faults = Iterator[tuple[int, str]]


@dataclass(slots=True)
class Index:
    """All records of a set by id; the first of each id."""

    by_id: dict[str, Record] = field(default_factory=dict)
    repeated: list[Record] = field(default_factory=list)

    @classmethod
    def of(cls, records: RecordSet) -> "Index":
        """Index *records*."""
        index = cls()
        for record in records.all():
            if index.by_id.setdefault(record.id, record) is not record:
                index.repeated.append(record)
        return index


Rule = Callable[[Record, Index], Faults]
RULES: dict[str, Rule] = {}
SomeRecord = TypeVar("SomeRecord", bound=Record)


def rule(
    code: str, *kinds: type[SomeRecord]
) -> Callable[[Callable[[SomeRecord, Index], Faults]], Rule]:
    """Register a rule under *code*, for records of *kinds* only."""

    def register(check: Callable[[SomeRecord, Index], Faults]) -> Rule:
        def applied(record: Record, index: Index) -> Faults:
            if isinstance(record, kinds):
                yield from check(record, index)

        applied.__doc__ = check.__doc__
        RULES[code] = applied
        return applied

    return register


def check(records: RecordSet) -> list[Finding]:
    """Return all that is wrong with *records*, what the loader found included."""
    index = Index.of(records)
    findings = list(records.findings)
    for record in index.repeated:
        first = index.by_id[record.id]
        message = f"id {record.id!r} is already used at {first.file}:{first.line}"
        findings.append(Finding(record.file, record.line_of("id"), "E101", message))
    for record in records.all():
        for code, applied in RULES.items():
            for line, message in applied(record, index):
                told = f"{record.id}: {message}"
                findings.append(Finding(record.file, line, code, told))
    for old in records.retired.values():
        if old.id in index.by_id or old.now not in index.by_id:
            message = f"retired id {old.id!r} is in use, or {old.now!r} is no record"
            findings.append(Finding("retired", old.line, "E106", message))
    return sorted(findings)


def references(part: Part) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    """Yield ``(line, field, id, kinds)`` for each reference in *part*."""
    for name, form in forms(type(part)).items():
        value = getattr(part, name)
        if value is None or form.of not in {"ref", "part"}:
            continue
        for one in value if form.many else (value,):
            if form.of == "ref":
                yield part.line_of(name), name, one, form.to
            else:
                yield from references(one)


def citations(part: Part) -> Iterator[Citation]:
    """Yield every citation of *part*, those of its own parts included."""
    for name, form in forms(type(part)).items():
        if form.of != "part" or not (value := getattr(part, name)):
            continue
        for inner in value if form.many else (value,):
            if isinstance(inner, Citation):
                yield inner
            else:
                yield from citations(inner)


@rule("E102", Record)
def dangling(record: Record, index: Index) -> Faults:
    """Refers to an id that no record has."""
    for line, name, id_, kinds in references(record):
        if id_ not in index.by_id:
            wanted = " or ".join(kinds) or "record"
            yield line, f"{name}: there is no {wanted} {_as_written(id_)!r}"


@rule("E103", Record)
def mistaken(record: Record, index: Index) -> Faults:
    """Refers to a record of the wrong kind."""
    for line, name, id_, kinds in references(record):
        kind = kind_of(type(index.by_id[id_])) if id_ in index.by_id else ""
        if kind and kinds and kind not in kinds:
            yield line, f"{name}: {id_!r} is a {kind}, not a {' or '.join(kinds)}"


def _as_written(id_: str) -> str:
    return id_.upper() if len(id_) == ISO2_LENGTH else id_


@rule("E104", Record)
def circular(record: Record, index: Index) -> Faults:
    """Is its own ancestor."""
    above: str | None = getattr(record, "parent", None)
    for _ in range(len(index.by_id)):
        parent = index.by_id.get(above or "")
        if above == record.id:
            yield record.line_of("parent"), "parent: it is its own ancestor"
        if not isinstance(parent, Program | Organization) or above == record.id:
            return
        above = parent.parent


@rule("E105", Record)
def miscoded(record: Record, _index: Index) -> Faults:
    """A country's id is two letters, and no other record's is."""
    two_letters = len(record.id) == ISO2_LENGTH and record.id.isalpha()
    if isinstance(record, Country) and not two_letters:
        yield record.line_of("id"), "a country's id is its ISO 3166 code, such as BR"
    if two_letters and not isinstance(record, Country):
        yield (
            record.line_of("id"),
            "two letters are a country's id; choose a longer one",
        )


@rule("E201", Program, Organization, Person, Figure, Event, Statement)
def uncited(record: Record, _index: Index) -> Faults:
    """Nothing without a source."""
    if not record.cites:
        yield record.line, "has no citation; give cites: [{source: …, paragraph: …}]"


@rule("E202", Record)
def wordy(record: Record, _index: Index) -> Faults:
    """A find phrase is at most eight words."""
    for citation in citations(record):
        words = len((citation.find or "").split())
        if words > MAX_PHRASE:
            yield citation.line, f"the find phrase has {words} words, over {MAX_PHRASE}"


@rule("E203", Figure)
def unwritten(figure: Figure, _index: Index) -> Faults:
    """A figure's find phrase contains its number, in digits or words."""
    wanted = {n for n in (figure.value, figure.low, figure.high) if n is not None}
    wanted |= {n / 100 for n in wanted}  # "a quarter" is recorded as 25 percent
    for citation in figure.cites:
        if citation.find and not wanted & set(read_numbers(citation.find)):
            yield citation.line, f"the number is not in its phrase {citation.find!r}"


@rule("E204", Record)
def unlocated(record: Record, index: Index) -> Faults:
    """A citation of a source whose text was read names paragraph and find phrase."""
    for citation in citations(record):
        source = index.by_id.get(citation.source)
        if not isinstance(source, Source) or source.text is None:
            continue
        if citation.find is None or citation.paragraph is None:
            yield citation.line, f"give paragraph and find for {citation.source}"


@rule("E205", Source)
def unexplained(source: Source, _index: Index) -> Faults:
    """What is said to be inferred is a field of the source that is given."""
    for known in source.inferred:
        if known.field not in forms(Source) or not getattr(source, known.field):
            yield known.line, f"inferred: the source gives no field {known.field!r}"


@rule("E301", Figure)
def valueless(figure: Figure, _index: Index) -> Faults:
    """A figure has a value, or both ends of a range, in order."""
    ends = (figure.low, figure.high)
    if figure.value is None and None in ends:
        yield figure.line, "give a value, or low and high"
    elif figure.value is not None and ends != (None, None):
        yield figure.line, "give a value or a range, not both"
    elif (
        figure.low is not None and figure.high is not None and figure.low > figure.high
    ):
        yield figure.line_of("low"), "low is above high"


@rule("E302", Figure)
def misquoted(figure: Figure, _index: Index) -> Faults:
    """The number as written is the number recorded."""
    written = read_numbers(figure.as_written)
    wanted = {n for n in (figure.value, figure.low, figure.high) if n is not None}
    if written and not _agree(wanted, written):
        shown = " and ".join(str(n) for n in sorted(wanted))
        yield (
            figure.line_of("as_written"),
            f"{figure.as_written!r} does not say {shown}",
        )


def _agree(wanted: set[Decimal], written: list[Decimal]) -> bool:
    return all(n in written or n / 100 in written for n in wanted)


@rule("E303", Event)
def premature(event: Event, index: Index) -> Faults:
    """What happened had happened when an article told of it."""
    for citation in event.cites:
        source = index.by_id.get(citation.source)
        if not isinstance(source, Source) or source.published is None:
            continue
        if event.type == "happened" and event.date.earliest > source.published.latest:
            when = source.published.text
            yield event.line_of("date"), f"it lies after {source.id} ({when}); planned?"
