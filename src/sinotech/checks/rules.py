"""What a rule is, and what rules may ask of the other records of a set."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from sinotech.fieldspec import FieldSpec
from sinotech.findings import Finding
from sinotech.model import Citation, Part, Record, Source, Subject, field_specs, kind_of

Faults = Iterator[tuple[int, str]]


class Reference(NamedTuple):
    """That a record names another in a field; *kinds* are what that one may be."""

    file: str
    line: int
    record: str
    field: str
    id: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Index:
    """The records of a set that others may refer to by id, and what rules learn of them.

    *others* are the kinds of records that are known by no more; *left_out* the phrases
    that are left out on purpose, by source; *subject* the country whose cooperation the
    set records. Rules add the ids *used*, the references that are *unknown* here, the
    phrases that are left out and *recorded* at once, and the names of *authors*.
    """  # noqa: E501

    by_id: Mapping[str, Record] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[tuple[str, str]] = frozenset()
    subject: Subject | None = None
    used: set[str] = field(default_factory=set)
    unknown: list[Reference] = field(default_factory=list)
    recorded: set[tuple[str, str]] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)

    def kind_of(self, id_: str) -> str | None:
        """Return the kind of the record *id_*, if it is known."""
        known = self.by_id.get(id_)
        return kind_of(type(known)) if known else self.others.get(id_)

    def source(self, citation: Citation) -> Source | None:
        """Return the source that *citation* names, if there is one."""
        source = self.by_id.get(citation.source)
        return source if isinstance(source, Source) else None


Rule = Callable[[Any, Index], Faults]
RULES: dict[str, Rule] = {}
_KINDS: dict[str, tuple[type[Record], ...]] = {}
SomeRecord = TypeVar("SomeRecord", bound=Record)


def rule(
    code: str, *kinds: type[Record]
) -> Callable[
    [Callable[[SomeRecord, Index], Faults]], Callable[[SomeRecord, Index], Faults]
]:
    """Register a rule under *code*, for records of *kinds* only."""

    def register(
        check: Callable[[SomeRecord, Index], Faults],
    ) -> Callable[[SomeRecord, Index], Faults]:
        RULES[code], _KINDS[code] = check, kinds
        return check

    return register


NEEDED = ("E", "W501")
"""Codes of the rules that compiling needs: errors, and what notes ids that are used."""

_BY_KIND: dict[tuple[type[Record], bool], tuple[tuple[str, Rule], ...]] = {}


def rules_of(
    kind: type[Record], *, advising: bool = True
) -> tuple[tuple[str, Rule], ...]:
    """Return the rules for records of *kind*, by code; advice only if *advising*."""
    if (kind, advising) not in _BY_KIND:
        _BY_KIND[kind, advising] = tuple(
            (code, check)
            for code, check in RULES.items()
            if issubclass(kind, _KINDS[code]) and (advising or code.startswith(NEEDED))
        )
    return _BY_KIND[kind, advising]


def faults_of(
    record: Record, index: Index, *, advising: bool = True
) -> Iterable[Finding]:
    """Yield all that the rules find wrong with *record*; advice only if *advising*."""
    for code, check in rules_of(type(record), advising=advising):
        for line, message in check(record, index):
            yield Finding(record.file, line, code, f"{record.id}: {message}")


def references(part: Part) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    """Yield ``(line, field, id, kinds)`` for each reference in *part*."""
    for name, form in _referring(type(part)):
        value = getattr(part, name)
        if not value:
            continue
        for one in value if form.many else (value,):
            if form.of == "ref":
                yield part.line_of(name), name, one, form.to
            else:
                yield from references(one)


_REFERRING: dict[type[Part], tuple[tuple[str, FieldSpec], ...]] = {}


def _referring(of: type[Part]) -> tuple[tuple[str, FieldSpec], ...]:
    """Return the fields of *of* that are references or parts, with their forms."""
    if of not in _REFERRING:
        _REFERRING[of] = tuple(
            (name, form)
            for name, form in field_specs(of).items()
            if form.of in {"ref", "part"}
        )
    return _REFERRING[of]


def citations(part: Part) -> Iterator[Citation]:
    """Yield every citation of *part*, those of its own parts included."""
    for name, form in _referring(type(part)):
        if form.of != "part" or not (value := getattr(part, name)):
            continue
        for inner in value if form.many else (value,):
            if isinstance(inner, Citation):
                yield inner
            else:
                yield from citations(inner)
