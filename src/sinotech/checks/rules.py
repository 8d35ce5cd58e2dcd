"""What a rule is, and what rules may ask of a record set."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from sinotech.model import Citation, Conflict, Figure, Part, Record, Source, forms
from sinotech.records.load import RecordSet

Faults = Iterator[tuple[int, str]]


@dataclass(slots=True)
class Index:
    """All records of a set by id, the first of each id, and how they hang together."""

    by_id: dict[str, Record] = field(default_factory=dict)
    repeated: list[Record] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)
    figures: dict[tuple[str, ...], list[Figure]] = field(default_factory=dict)
    disputed: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: RecordSet) -> "Index":
        """Index *records*."""
        index = cls()
        for record in records.all():
            if index.by_id.setdefault(record.id, record) is not record:
                index.repeated.append(record)
            index.used.update(id_ for _, _, id_, _ in references(record))
            if isinstance(record, Source):
                index.authors.update(author.name for author in record.authors)
        for figure in records.of(Figure):
            index.figures.setdefault(counted(figure), []).append(figure)
        for conflict in records.of(Conflict):
            for id_ in conflict.records:
                index.disputed.setdefault(id_, set()).add(conflict.id)
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


def counted(figure: Figure) -> tuple[str, ...]:
    """Return what tells figures of one thing from those of another."""
    return (figure.measure, figure.label or "", figure.scope or "", figure.unit or "")
