"""Records to the rows of the tables that look-ups filter, join and sort by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sinotech.checks import citations
from sinotech.compile.documents import brief_of
from sinotech.compile.names import names_of
from sinotech.compile.references import reference_of
from sinotech.edtf import Period
from sinotech.fieldspec import Use
from sinotech.model import (
    Event,
    Figure,
    Group,
    Linked,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Source,
    Statement,
    Worded,
    used,
)
from sinotech.naming import bigrams
from sinotech.rawjson import dump

if TYPE_CHECKING:
    from sinotech.compile.referenced import ReferencedRecords


class LinkRow(NamedTuple):
    """That a record is about a target; both by id."""

    target: str
    role: str | None


def sort_key(record: Record) -> str:
    """Return the text by which a record is ordered among its kind.

    Figures stand by measure, then by date; events and dated statements by date;
    everything else by its place in the record set.
    """
    match record:
        case Figure():
            return f"{record.measure} {record.as_of.earliest if record.as_of else ''}"
        case Event():
            return f"{record.date.earliest} {record.date.latest}"
        case Statement():
            return record.type
        case _:
            return ""


def links_of(record: Record, by_id: Mapping[str, Record]) -> list[LinkRow]:
    """Return what *record* is about, each target once, with its role if it has one.

    *by_id* holds all records: a person is linked to their organization's country too,
    and what somebody says to the speaker's country.
    """
    links: dict[str, str | None] = {}
    for target, role in (*_links(record), *_through(record, by_id)):
        if target is not None and target != record.id:
            links[target] = _both(links.get(target), role)
    return [LinkRow(target, role) for target, role in links.items()]


def _through(
    record: Record, by_id: Mapping[str, Record]
) -> Iterator[tuple[str | None, None]]:
    """Yield the countries that *record* is linked to through a person or body."""
    if isinstance(record, Person):
        yield _country_of(record, by_id), None
    if isinstance(record, Statement) and record.speaker:
        yield _country_of(by_id[record.speaker], by_id), None


def _country_of(record: Record, by_id: Mapping[str, Record]) -> str | None:
    """Return the country of a person, or else of their organization."""
    if isinstance(record, Organization):
        return record.country
    if isinstance(record, Person) and record.country is None and record.organization:
        return _country_of(by_id[record.organization], by_id)
    return record.country if isinstance(record, Person) else None


def _both(one: str | None, other: str | None) -> str | None:
    return "; ".join(dict.fromkeys(role for role in (one, other) if role)) or None


def _links(record: Record) -> Iterator[tuple[str | None, str | None]]:
    if isinstance(record, Linked):
        yield from _plain(record.countries, record.groups, record.programs)
        yield from _plain(record.organizations, record.people)
    match record:
        case Figure():
            yield record.measure, None
            yield record.speaker, "speaker"
        case Statement():
            yield record.speaker, "speaker"
        case Group():
            yield from ((member.party, "member") for member in record.members)
        case Program():
            yield record.parent, "parent"
            yield from ((part.party, part.role) for part in record.participants)
        case Organization():
            yield record.country, None
            yield record.parent, "parent"
        case Person():
            yield record.country, None
            yield record.organization, None
        case _:
            pass


def _plain(*targets: Iterable[str]) -> Iterator[tuple[str, None]]:
    for some in targets:
        yield from ((target, None) for target in some)


def citation_rows(
    record: Record, number: int, numbers: Mapping[str, int]
) -> Iterator[tuple[object, ...]]:
    """Yield where *record* and its parts are written, each place once."""
    places = dict.fromkeys(
        (numbers[c.source], c.section, c.paragraph, c.find) for c in citations(record)
    )
    for position, place in enumerate(places):
        yield number, position, *place


def typed_row(
    record: Record, number: int, numbers: Mapping[str, int]
) -> tuple[object, ...] | None:
    """Return the row of *record* in the table of its kind, if there is one."""
    match record:
        case Source(text=text):
            sha256 = text.sha256 if text else None
            told = (reference_of(record), dump(brief_of(record)))
            return number, record.standing, *_days(record.published), sha256, *told
        case Measure():
            return number, record.unit
        case Figure():
            ends = map(_real, (record.value, record.low, record.high))
            days = _days(record.as_of)
            return number, numbers[record.measure], *ends, record.hedge, *days
        case Event():
            return number, *_days(record.date)
        case _:
            return None


def _days(period: Period | None) -> tuple[str | None, str | None]:
    return (period.earliest, period.latest) if period else (None, None)


def _real(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def body_of(record: Record) -> str:
    """Return the text of *record* that full-text search reads."""
    parts = (getattr(record, name) for name in used(type(record), Use.SEARCHED))
    return " ".join(part for part in parts if part)


def wordings_of(record: Record) -> str:
    """Return *record* in other words, one wording a line."""
    match record:
        case Worded():
            return "\n".join(record.wordings)
        case Measure():
            return "\n".join(label.name for label in record.labels)
        case _:
            return ""


def label_rows(measure: Measure, number: int) -> Iterator[tuple[str, int, int, str]]:
    """Yield what *measure* is called in other languages than English."""
    for place, label in enumerate(measure.labels):
        if label.lang:
            yield label.lang, number, place, label.name


def search_names(
    record: Record, targets: Iterable[str], referenced: "ReferencedRecords"
) -> str:
    """Return the names of *record*, and of the *targets* that it is about.

    Full-text search finds it by them, each on a line.
    """
    own = [name for name, _ in names_of(record)]
    return texts_of_names(own, body_of(record), targets, referenced)


def texts_of_names(
    own: Sequence[str],
    body: str,
    targets: Iterable[str],
    referenced: "ReferencedRecords",
) -> str:
    """Return a record's *own* names and those of its *targets*, each on a line.

    After them come all pairs of Chinese characters in these and in its *body*.
    """
    own_pairs = [pair for text in (body, *own) for pair in bigrams(text)]
    names, pairs = dict.fromkeys(own), dict.fromkeys(own_pairs)
    for target in targets:
        called, paired = referenced.called(target)
        names.update(called)
        pairs.update(paired)
    return "\n".join((*names, *pairs))
