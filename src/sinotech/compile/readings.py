"""Records read for claims, so that a claim need not wait for it."""

from functools import lru_cache

from sinotech.compile.documents import Document, Documents
from sinotech.compile.lexicon import whole_lexicon
from sinotech.compile.referenced import ReferencedRecords, search_names_of
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
from sinotech.prose.passages import ReadText
from sinotech.prose.reader import ReadBeside, Reader
from sinotech.prose.stems import Stemmer
from sinotech.rawjson import dump

_STREAMED = (Figure, Event, Statement)
_THINGS = (Program, Group, Organization, Person)

AHEAD = 2000
"""Figures, events and statements of a set of which all are read. To read one takes
several times as long as all else that is done for it, and of more most are never asked
for: with what is read of measures and names, they are read when a claim asks."""

MEASURES = 1000
"""Measures whose readings are kept while their figures are read."""

Row = tuple[int, str, str | None]


class Readings:
    """Reads records as a claim is compared with them."""

    def __init__(self, documents: Documents, referenced: ReferencedRecords) -> None:
        """Read records that refer to those of *referenced*."""
        self._documents, self._referenced = documents, referenced
        self._shared = lru_cache(MEASURES)(self._read_measure)
        self._opened: Reader | None = None

    @property
    def _reader(self) -> Reader:
        """What reads them; the lexicon is opened when the first is read."""
        if self._opened is None:
            self._opened = Reader(Stemmer().stems, whole_lexicon())
        return self._opened

    def row(self, record: Record, number: int, doc: Document) -> Row | None:
        """Return what is read of *record*, if anything is, whose document is *doc*.

        That is its number, the stems of its names, and what it says, packed; of a
        measure, the texts that its figures share.
        """
        match record:
            case Country():
                return number, self._names(record), None
            case Measure():
                shared = self._shared(record.id)[1]
                packed = {text: passage.pack() for text, passage in shared.items()}
                return number, self._names(record), dump(packed)
            case _ if isinstance(record, _THINGS):
                return number, self._names(record), self._features(record, doc)
            case _ if (
                isinstance(record, _STREAMED) and self._referenced.streamed <= AHEAD
            ):
                return number, "", self._features(record, doc)
            case _:
                return None

    def _names(self, record: Record) -> str:
        return self._reader.names(search_names_of(record))

    def _read_measure(self, id_: str) -> tuple[Document, dict[str, ReadText]]:
        measure = self._documents.document(self._referenced.by_id[id_])
        return measure, self._reader.shared(measure)

    def _features(self, record: Record, doc: Document) -> str:
        of = ReadBeside()
        if isinstance(record, Figure):
            of.measure, of.shared = self._shared(record.measure)
        if speaker := doc.get("speaker"):
            of.speaker = self._documents.document(self._referenced.by_id[speaker["id"]])
        features = self._reader.read(doc, wordings_of(record), of)
        return dump(features.pack())
