"""What the records of a set must know of those that they refer to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sinotech.checks.omissions import phrases_of
from sinotech.checks.rules import Index
from sinotech.compile.names import names_of
from sinotech.compile.numbering import count_numbers
from sinotech.findings import Finding
from sinotech.model import Conflict, Measure, Record, Subject
from sinotech.naming import bigrams
from sinotech.records.streaming import StreamedSet

_KEPT = 4096
"""Records whose names are kept at hand: some megabytes."""

OrderedWords = dict[str, None]


@dataclass(slots=True)
class ReferencedRecords:
    """Records by id, each with its number in the store, and the conflicts about any.

    *left_out* are phrases that are left out on purpose, *subject* is the country whose
    cooperation the set records; *others* are the kinds of records that conflicts refer
    to besides, *streamed* how many numbers are kept for them: they are numbered after
    them, and the conflicts after them.
    """

    by_id: dict[str, Record] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    disputes: dict[str, list[str]] = field(default_factory=dict)
    left_out: frozenset[tuple[str, str]] = frozenset()
    subject: Subject | None = None
    others: dict[str, str] = field(default_factory=dict)
    streamed: int = 0
    _called: "dict[str, tuple[OrderedWords, OrderedWords]]" = field(
        default_factory=dict
    )

    @classmethod
    def of(cls, opened: StreamedSet) -> "ReferencedRecords":
        """Return the records of a set that was *opened*, the first of each id."""
        referenced = cls(left_out=phrases_of(opened.omissions), subject=opened.subject)
        referenced.streamed = count_numbers(opened)
        for record in opened.all():
            if referenced.by_id.setdefault(record.id, record) is record:
                after = referenced.streamed if isinstance(record, Conflict) else 0
                referenced.numbers[record.id] = len(referenced.by_id) + after
        for conflict in opened.of(Conflict):
            if referenced.by_id[conflict.id] is not conflict:
                continue
            for disputed in dict.fromkeys((*conflict.records, *conflict.programs)):
                referenced.disputes.setdefault(disputed, []).append(conflict.id)
        return referenced

    def index(self) -> Index:
        """Return what rules may ask."""
        return Index(self.by_id, self.others, self.left_out, self.subject)

    @property
    def first(self) -> int:
        """The number of the first record that is not referenced."""
        return 1 + sum(not isinstance(one, Conflict) for one in self.by_id.values())

    def number_of(self, record: Record) -> int | None:
        """Return the number of a *record* that was read again, if it is one of these.

        That it is not if another took its id, or took its place.
        """
        known = self.by_id.get(record.id)
        if known is None or (known.file, known.line) != (record.file, record.line):
            return None
        return self.numbers[record.id]

    def called(self, id_: str) -> tuple[OrderedWords, OrderedWords]:
        """Return the names of the record *id_*, and their bigrams, each once in order.

        A measure is known by what it counts. What is asked for often is kept.
        """
        if id_ not in self._called:
            if len(self._called) >= _KEPT:
                self._called.clear()
            names = dict.fromkeys(search_names_of(self.by_id[id_]))
            pairs = dict.fromkeys(pair for name in names for pair in bigrams(name))
            self._called[id_] = names, pairs
        return self._called[id_]


def repeated(opened: StreamedSet, referenced: ReferencedRecords) -> Iterator[Finding]:
    """Yield a finding for each referenced record whose id another has (E101)."""
    for record in opened.all():
        first = referenced.by_id[record.id]
        if first is not record:
            message = f"id {record.id!r} is already used at {first.file}:{first.line}"
            yield Finding(record.file, record.line, "E101", message)


def search_names_of(record: Record) -> list[str]:
    """Return the names by which what is about *record* is found."""
    if isinstance(record, Measure):
        labels = (label.name for label in record.labels)
        return [f"{record.label} {record.unit}", *labels]
    return [name for name, _ in names_of(record)]
