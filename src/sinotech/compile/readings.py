"""Records read for claims, so that a claim need not wait for it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from sinotech.compile.documents import Document, Documents
from sinotech.compile.lexicon import lexicon, whole_lexicon
from sinotech.compile.names import names_of
from sinotech.compile.rows import wordings_of
from sinotech.model import (
    Country,
    Event,
    Figure,
    Group,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Statement,
)
from sinotech.prose.passages import Passage
from sinotech.prose.reader import Reader
from sinotech.prose.stems import Stemmer
from sinotech.stored import dump

_EVIDENCE = (Program, Event, Statement, Group, Organization, Person)

AHEAD = 1000
"""Records of a set of which all are read. Of more, a figure takes too long: to read a
million takes minutes."""

MEASURES = 1000
"""Measures whose readings are kept while their figures are read."""


class ReadingRow(NamedTuple):
    """What is read of a record: stems of its names, and what it says, packed."""

    number: int
    names: str
    features: str | None


class Readings:
    """Reads records as a claim is compared with them."""

    def __init__(self, documents: Documents) -> None:
        """Read the records that *documents* knows."""
        self._documents = documents
        self._reader = Reader(Stemmer().stems, whole_lexicon(lexicon()))
        self._shared = lru_cache(MEASURES)(self._read_measure)

    def row(self, record: Record, number: int) -> ReadingRow | None:
        """Return what is read of *record*, which has that *number*.

        Of a figure without wordings that is nothing, but in a small record set: with
        what its measure and its links give, it is read quickly when a claim asks.
        """
        match record:
            case Country():
                return ReadingRow(number, self._names(record), None)
            case Measure():
                shared = self._shared(record.id)[1]
                packed = {text: passage.pack() for text, passage in shared.items()}
                return ReadingRow(number, self._names(record), dump(packed))
            case Figure() if not record.wordings and number > AHEAD:
                return None
            case Figure():
                measure, shared = self._shared(record.measure)
                features = self._features(record, measure, shared)
                return ReadingRow(number, "", features)
            case _ if isinstance(record, _EVIDENCE):
                return ReadingRow(number, self._names(record), self._features(record))
            case _:
                return None

    def _names(self, record: Record) -> str:
        names = [name for name, _ in names_of(record)]
        if isinstance(record, Measure):
            labels = (label.name for label in record.labels)
            names = [f"{record.label} {record.unit}", *labels]
        return self._reader.names(names)

    def _read_measure(self, id_: str) -> tuple[Document, dict[str, Passage]]:
        measure = self._documents.document(self._documents.by_id[id_])
        return measure, self._reader.shared(measure)

    def _features(
        self,
        record: Record,
        measure: Document | None = None,
        shared: dict[str, Passage] | None = None,
    ) -> str:
        doc = self._documents.document(record)
        speaker = doc.get("speaker")
        if speaker:
            speaker = self._documents.document(self._documents.by_id[speaker["id"]])
        features = self._reader.read(
            doc,
            wordings=wordings_of(record),
            measure=measure,
            shared=shared,
            speaker=speaker,
        )
        return dump(features.pack())


def readings(
    documents: Documents, records: Iterable[Record], numbers: Mapping[str, int]
) -> Iterator[ReadingRow]:
    """Yield what is read of each of *records*, where there is something."""
    made = Readings(documents)
    rows = (made.row(record, numbers[record.id]) for record in records)
    return (row for row in rows if row)
