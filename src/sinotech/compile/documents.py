"""Records to the JSON documents that commands print."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from sinotech.compile.references import label_of, reference_of
from sinotech.compile.titles import title_of
from sinotech.edtf import Period
from sinotech.model import (
    Citation,
    Conflict,
    Country,
    Event,
    Figure,
    Group,
    Linked,
    Measure,
    Name,
    Organization,
    Person,
    Program,
    Record,
    Source,
    Statement,
    kind_of,
)
from sinotech.styles.place import link

Document = dict[str, Any]


class Documents:
    """Makes a record's document; knows the records that it refers to, to name them."""

    def __init__(
        self, by_id: Mapping[str, Record], disputes: Mapping[str, list[str]]
    ) -> None:
        """Know records by id, and the conflicts about each."""
        self.by_id, self.disputes = by_id, disputes

    def document(self, record: Record) -> Document:
        """Return the document of *record*: what it says, then where that is written."""
        made: Callable[[Any], Document] = _MAKERS[type(record)].__get__(self)
        cites = record.cites
        if isinstance(record, Source):
            cites = (Citation(source=record.id),)
        return {
            "id": record.id,
            "kind": kind_of(type(record)),
            "standing": self.standing(record) if record.cites else None,
            **made(record),
            "conflicts": self.disputes.get(record.id, []),
            "notes": list(record.notes),
            "citations": self.citations(cites),
        }

    def standing(self, record: Record) -> str:
        """Say ``article`` if any article states *record*, else ``corroborating``."""
        cited = (self.by_id[citation.source] for citation in record.cites)
        standings = {source.standing for source in cited if isinstance(source, Source)}
        return "article" if "article" in standings else "corroborating"

    def citations(self, cites: tuple[Citation, ...]) -> list[Document]:
        """Return *cites* as printed, each with a label for footnotes."""
        return [self.citation(citation) for citation in cites]

    def citation(self, citation: Citation) -> Document:
        """Return one citation as printed."""
        source = self.by_id[citation.source]
        assert isinstance(source, Source)  # noqa: S101  # checked before compiling
        return {
            "source": citation.source,
            "section": citation.section,
            "paragraph": citation.paragraph,
            "find": citation.find,
            "label": label_of(source, citation),
            "link": link(source.url, citation.find),
        }

    def named(self, id_: str | None) -> Document | None:
        """Return a record that another refers to: id, kind and name."""
        if id_ is None:
            return None
        record = self.by_id[id_]
        return {"id": id_, "kind": kind_of(type(record)), "name": title_of(record)}

    def links(self, record: Linked) -> Document:
        """Return what *record* is about, by kind."""
        return {
            "countries": [code.upper() for code in record.countries],
            "groups": list(record.groups),
            "programs": list(record.programs),
            "organizations": list(record.organizations),
            "people": list(record.people),
        }

    def source(self, source: Source) -> Document:
        """Return what an article is, and how each field is known."""
        return {
            "type": source.type,
            "standing": source.standing,
            **_published(source),
            "short": source.short,
            "column": source.column,
            "container": source.container,
            "described": source.described,
            "held": source.held,
            "inferred": {known.field: known.basis for known in source.inferred},
            "also_at": list(source.also_at),
            "language": source.language or "en",
            "reference": reference_of(source),
            "defects": list(source.defects),
        }

    def country(self, country: Country) -> Document:
        """Return a country's names."""
        return {"iso2": country.iso2, "name": country.name, **_names(country.aliases)}

    def group(self, group: Group) -> Document:
        """Return a group's names, and the members that sources name."""
        members = [
            {
                "party": self.named(member.party),
                "since": _date(member.since),
                "citations": self.citations(member.cites),
            }
            for member in group.members
        ]
        names = {"name": group.name, **_names(group.aliases)}
        return {**names, "type": group.type, "members": members}

    def program(self, program: Program) -> Document:
        """Return what a program is, its status and who takes part."""
        return {
            "name": program.name,
            "abbreviation": program.abbreviation,
            **_names(program.aliases),
            "type": program.type,
            "parent": self.named(program.parent),
            "summary": program.summary,
            "place": program.place,
            "status": [
                {
                    "state": step.state,
                    "date": _date(step.date),
                    "note": step.note,
                    "citations": self.citations(step.cites),
                }
                for step in program.status
            ],
            "participants": [
                {
                    "party": self.named(participant.party),
                    "role": participant.role,
                    "citations": self.citations(participant.cites),
                }
                for participant in program.participants
            ],
        }

    def organization(self, body: Organization) -> Document:
        """Return what an organization is."""
        return {
            "name": body.name,
            "abbreviation": body.abbreviation,
            **_names(body.aliases),
            "type": body.type,
            "country": self.named(body.country),
            "parent": self.named(body.parent),
            "summary": body.summary,
        }

    def person(self, person: Person) -> Document:
        """Return who somebody is."""
        return {
            "name": person.name,
            **_names(person.aliases),
            "role": person.role,
            "country": self.named(person.country),
            "organization": self.named(person.organization),
        }

    def measure(self, measure: Measure) -> Document:
        """Return what a measure counts, and what it is mistaken for."""
        return {
            "label": measure.label,
            "definition": measure.definition,
            "unit": measure.unit,
            "scope": measure.scope,
            "counting": measure.counting,
            "labels": [
                {"name": label.name, "lang": label.lang or "en"}
                for label in measure.labels
            ],
            "misreadings": list(measure.misreadings),
            "differs_from": list(measure.differs_from),
        }

    def figure(self, figure: Figure) -> Document:
        """Return a number, what it counts, and how it is stated."""
        measure = self.by_id[figure.measure]
        assert isinstance(measure, Measure)  # noqa: S101  # checked before compiling
        return {
            "measure": figure.measure,
            "label": figure.label or measure.label,
            "value": _number(figure.value),
            "low": _number(figure.low),
            "high": _number(figure.high),
            "hedge": figure.hedge,
            "unit": figure.unit or measure.unit,
            "as_written": figure.as_written,
            "as_of": _date(figure.as_of),
            "as_of_basis": figure.as_of_basis,
            "scope": figure.scope or measure.scope,
            "speaker": self.named(figure.speaker),
            **self.links(figure),
        }

    def event(self, event: Event) -> Document:
        """Return what happened, or is to happen."""
        return {
            "type": event.type,
            "date": event.date.text,
            "date_basis": event.date_basis,
            "what": event.what,
            "place": event.place,
            **self.links(event),
        }

    def statement(self, statement: Statement) -> Document:
        """Return what is said, and by whom."""
        return {
            "type": statement.type,
            "text": statement.text,
            "speaker": self.named(statement.speaker),
            "holder": statement.holder,
            "date": _date(statement.date),
            **self.links(statement),
        }

    def conflict(self, conflict: Conflict) -> Document:
        """Return a disagreement, its cause, and what to make of it.

        Its sides are put in by :mod:`sinotech.compile.sides`, when they are made.
        """
        return {
            "title": conflict.title,
            "cause": conflict.cause,
            "explanation": conflict.explanation,
            "records": list(conflict.records),
            "sides": [],
            "current": conflict.current,
            **self.links(conflict),
        }


_MAKERS: Mapping[type[Record], Any] = {
    Source: Documents.source,
    Country: Documents.country,
    Group: Documents.group,
    Program: Documents.program,
    Organization: Documents.organization,
    Person: Documents.person,
    Measure: Documents.measure,
    Figure: Documents.figure,
    Event: Documents.event,
    Statement: Documents.statement,
    Conflict: Documents.conflict,
}


def brief_of(source: Source) -> Document:
    """Return a source as the list of sources in an envelope gives it."""
    return {
        "id": source.id,
        **_published(source),
        "kind": source.type,
        "short": source.short,
        "standing": source.standing,
        "inferred": {known.field: known.basis for known in source.inferred},
        "reference": reference_of(source),
        "defects": list(source.defects),
    }


def _published(source: Source) -> Document:
    return {
        "title": source.title,
        "authors": [author.name for author in source.authors],
        "publisher": source.publisher,
        "published": _date(source.published),
        "url": source.url,
        "file": source.text.file if source.text else None,
    }


def _names(aliases: tuple[Name, ...]) -> Document:
    """Return all other names, and apart those that no source prints."""
    return {
        "aliases": [alias.name for alias in aliases],
        "aliases_ours": [alias.name for alias in aliases if alias.ours],
    }


def _date(period: Period | None) -> str | None:
    return period.text if period else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
