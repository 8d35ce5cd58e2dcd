"""What the records of a set must know of those that they refer to."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sinotech.checks.omissions import phrases_of
from sinotech.checks.rules import Index
from sinotech.compile.names import names_of
from sinotech.model import Conflict, Measure, Record, forms
from sinotech.naming import bigrams
from sinotech.records.load import RecordSet

_LONG = frozenset(
    """cites notes participants status members defects titles authors inferred
    also_at misreadings differs_from summary records""".split()
)
"""Fields that nobody asks of a record that another refers to."""

_KEPT = 4096
"""Records whose names are kept at hand: some megabytes."""

Words = dict[str, None]


@dataclass(slots=True)
class Frame:
    """Records by id, each with its number in the store, and the conflicts about any.

    *left_out* are phrases that are left out on purpose, *others* the kinds of records
    that conflicts refer to besides, *streamed* how many there are at most.
    """

    by_id: dict[str, Record] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    disputes: dict[str, list[str]] = field(default_factory=dict)
    left_out: frozenset[tuple[str, str]] = frozenset()
    others: dict[str, str] = field(default_factory=dict)
    streamed: int = 0
    _called: "dict[str, tuple[Words, Words]]" = field(default_factory=dict)

    @classmethod
    def of(cls, opened: RecordSet) -> "Frame":
        """Return the records of a set that was *opened*, conflicts apart."""
        frame = cls(left_out=phrases_of(opened.omissions))
        frame.streamed = sum(share.most for share in opened.shares)
        for number, record in enumerate(frame_records(opened), 1):
            if frame.by_id.setdefault(record.id, record) is record:
                frame.numbers[record.id] = number
        for conflict in opened.of(Conflict):
            for disputed in dict.fromkeys((*conflict.records, *conflict.programs)):
                frame.disputes.setdefault(disputed, []).append(conflict.id)
        return frame

    def slim(self) -> "Frame":
        """Return what records of the STREAMED sections must know, and no more."""
        by_id = {id_: _slim(record) for id_, record in self.by_id.items()}
        return replace(self, by_id=by_id, _called={})

    def index(self) -> Index:
        """Return what rules may ask."""
        return Index(self.by_id, self.others, self.left_out)

    def called(self, id_: str) -> "tuple[Words, Words]":
        """Return the names of the record *id_*, and their bigrams, each once in order.

        A measure is known by what it counts. What is asked for often is kept.
        """
        if id_ not in self._called:
            if len(self._called) >= _KEPT:
                self._called.clear()
            names = dict.fromkeys(_search_names(self.by_id[id_]))
            pairs = dict.fromkeys(pair for name in names for pair in bigrams(name))
            self._called[id_] = names, pairs
        return self._called[id_]


def frame_records(opened: RecordSet) -> Iterator[Record]:
    """Yield the records that were read when a set was opened, but no conflicts."""
    return (record for record in opened.all() if not isinstance(record, Conflict))


def _search_names(record: Record) -> list[str]:
    if isinstance(record, Measure):
        labels = (label.name for label in record.labels)
        return [f"{record.label} {record.unit}", *labels]
    return [name for name, _ in names_of(record)]


def _slim(record: Record) -> Record:
    return replace(record, **_emptied(type(record)))


def _emptied(kind: type[Record]) -> dict[str, Any]:
    """Return the long fields of *kind*, with nothing in them."""
    declared = forms(kind)
    emptied: dict[str, Any] = {"lines": {}}
    for name in declared.keys() & _LONG:
        emptied[name] = () if declared[name].many else None
    return emptied
