"""E1xx and W5xx: ids, references, and what nothing refers to."""

from collections.abc import Iterator

from sinotech.checks.rules import Faults, Index, Reference, references, rule
from sinotech.findings import Finding
from sinotech.model import (
    Country,
    Group,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Source,
)

ISO2_LENGTH = 2

MAX_LEVELS = 32
"""Records above each other, or groups within each other: no real ones are so many."""


@rule("E103", Record)
def mistaken(record: Record, index: Index) -> Faults:
    """Refers to a record of the wrong kind.

    What is unknown here is noted in *index*, for who knows all ids: see E102.
    """
    for line, name, id_, kinds in references(record):
        index.used.add(id_)
        if (kind := index.kind_of(id_)) is None:
            unknown = Reference(record.file, line, record.id, name, id_, kinds)
            index.unknown.append(unknown)
        elif kinds and kind not in kinds:
            yield line, _mistaken(name, id_, kind, kinds)


def _mistaken(name: str, id_: str, kind: str, kinds: tuple[str, ...]) -> str:
    return f"{name}: {id_!r} is a {kind}, not a {' or '.join(kinds)}"


def misdirected(reference: Reference, kind: str | None) -> Finding | None:
    """Return what is wrong with a *reference* to a record of *kind*, or to none (E102)."""  # noqa: E501
    file, line, record, name, id_, kinds = reference
    if kind is None:
        wanted = " or ".join(kinds) or "record"
        message = f"{record}: {name}: there is no {wanted} {_as_written(id_)!r}"
        return Finding(file, line, "E102", message)
    if kinds and kind not in kinds:
        message = f"{record}: {_mistaken(name, id_, kind, kinds)}"
        return Finding(file, line, "E103", message)
    return None


def _as_written(id_: str) -> str:
    return id_.upper() if len(id_) == ISO2_LENGTH else id_


@rule("E104", Program, Organization)
def circular(record: Program | Organization, index: Index) -> Faults:
    """Is its own ancestor."""
    *way, last = _upwards(record, index)
    if way and last == record.id:
        yield (
            record.line_of("parent"),
            f"its parents go in a circle: {_shown(way, last)}",
        )


@rule("E108", Program, Organization)
def deep(record: Program | Organization, index: Index) -> Faults:
    """Has too many ancestors."""
    if len(_upwards(record, index)) > MAX_LEVELS + 1:
        yield (
            record.line_of("parent"),
            f"has over {MAX_LEVELS} parents above each other",
        )


def _upwards(record: Program | Organization, index: Index) -> list[str]:
    """Return the ids of *record* and of what is above it, up to one that comes again.

    After MAX_LEVELS, they are no more followed.
    """
    way = [record.id]
    above: Record | None = record
    while isinstance(above, Program | Organization) and above.parent:
        way.append(above.parent)
        if above.parent in way[:-1] or len(way) > MAX_LEVELS + 1:
            break
        above = index.by_id.get(above.parent)
    return way


@rule("E109", Group)
def self_containing(group: Group, index: Index) -> Faults:
    """Is a member of itself."""
    if way := _inwards(group, index):
        yield group.line_of("members"), f"is within itself: {_shown(way, group.id)}"


def _inwards(group: Group, index: Index) -> list[str]:
    """Return the ids from *group* to a group within it that it is a member of."""
    ways: dict[str, list[str]] = {group.id: [group.id]}
    level: list[Group] = [group]
    for _ in range(MAX_LEVELS):
        inner: list[Group] = []
        for outer in level:
            for party in (member.party for member in outer.members):
                if party == group.id:
                    return ways[outer.id]
                found = index.by_id.get(party)
                if isinstance(found, Group) and party not in ways:
                    ways[party] = [*ways[outer.id], party]
                    inner.append(found)
        level = inner
    return []


def _shown(way: list[str], last: str) -> str:
    return " → ".join((*way, last))


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


@rule("W501", Source)
def signed(source: Source, index: Index) -> Faults:
    """Has authors, who are spoken of by that alone; they are noted in *index*."""
    index.authors.update(author.name for author in source.authors)
    return iter(())


def unused(index: Index) -> Iterator[Finding]:
    """Yield each record that another should refer to, and none does (W501).

    That is a source, an organization, a person who is no author, or a measure.
    """
    for record in index.by_id.values():
        if record.id in index.used:
            continue
        if not isinstance(record, Source | Organization | Person | Measure):
            continue
        if not (isinstance(record, Person) and _names(record) & index.authors):
            message = f"{record.id}: no other record refers to it"
            yield Finding(record.file, record.line, "W501", message)


def _names(person: Person) -> set[str]:
    """Return what *person* is called: a byline may print the name otherwise."""
    return {person.name, *(alias.name for alias in person.aliases)}
