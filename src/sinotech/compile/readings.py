"""Records read for claims, so that a claim need not wait for it."""

from collections.abc import Iterable, Iterator, Mapping

from sinotech.compile.documents import Documents
from sinotech.compile.lexicon import lexicon, whole_lexicon
from sinotech.compile.rows import search_names, wordings_of
from sinotech.model import (
    Event,
    Figure,
    Group,
    Organization,
    Person,
    Program,
    Record,
    Statement,
    Worded,
)
from sinotech.prose.features import Features, Reader
from sinotech.prose.stems import Stemmer

_EVIDENCE = (Program, Figure, Event, Statement, Group, Organization, Person)


def readings(
    documents: Documents, records: Iterable[Record], numbers: Mapping[str, int]
) -> Iterator[tuple[int, Features]]:
    """Yield the number and the features of each of *records* that is long to read.

    That is one with wordings or other names; a bare record is read in no time.
    """
    reader: Reader | None = None
    for record in records:
        if not isinstance(record, _EVIDENCE) or not _is_long(record):
            continue
        reader = reader or Reader(Stemmer().stems, whole_lexicon(lexicon()))
        yield numbers[record.id], _read(reader, documents, record)


def _is_long(record: Record) -> bool:
    if isinstance(record, Worded):
        return bool(record.wordings)
    return isinstance(record, Program | Group | Organization | Person)


def _read(reader: Reader, documents: Documents, record: Record) -> Features:
    doc = documents.document(record)
    speaker = doc.get("speaker")
    return reader.read(
        doc,
        names=search_names(record, documents.by_id),
        wordings=wordings_of(record),
        measure=_document(documents, doc.get("measure")),
        speaker=_document(documents, speaker["id"]) if speaker else None,
    )


def _document(documents: Documents, id_: str | None) -> dict[str, object] | None:
    return documents.document(documents.by_id[id_]) if id_ else None
