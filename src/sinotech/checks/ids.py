"""E1xx and W5xx: ids, references, and what nothing refers to."""

from sinotech.checks.rules import Faults, Index, references, rule
from sinotech.model import (
    Country,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Source,
    kind_of,
)

ISO2_LENGTH = 2


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


@rule("W501", Source, Organization, Person, Measure)
def unused(record: Record, index: Index) -> Faults:
    """Every source, organization, person and measure is spoken of by another record."""
    is_author = isinstance(record, Person) and record.name in index.authors
    if record.id not in index.used and not is_author:
        yield record.line, "no other record refers to it"
