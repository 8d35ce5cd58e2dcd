"""Records read for claims, so that a claim need not wait for it."""

from sinotech.compile.documents import Document, Documents
from sinotech.compile.frame import Frame
from sinotech.compile.lexicon import lexicon, whole_lexicon
from sinotech.compile.rows import wordings_of
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


AHEAD = 20_000
"""Records that may be streamed up to which they are read ahead: reading one takes
several times as long as all else that is done for it (measured), and of more, most are
never asked for."""


class Readings:
    """Reads records; opens the lexicon when the first has to be read."""

    def __init__(self, documents: Documents, frame: Frame) -> None:
        """Read records that refer to those of *frame*."""
        self._documents, self._frame = documents, frame
        self._reader: Reader | None = None

    def of(self, record: Record, doc: Document, names: str) -> Features | None:
        """Return the features of *record*, whose document is *doc*, if it is long to read.

        That is one with wordings or other names; a bare record is read in no time.
        """  # noqa: E501
        if not isinstance(record, _EVIDENCE) or not _is_long(record):
            return None
        if isinstance(record, Worded) and self._frame.streamed > AHEAD:
            return None
        self._reader = self._reader or Reader(Stemmer().stems, whole_lexicon(lexicon()))
        speaker = doc.get("speaker")
        return self._reader.read(
            doc,
            names=names,
            wordings=wordings_of(record),
            measure=self._document(doc.get("measure")),
            speaker=self._document(speaker["id"]) if speaker else None,
        )

    def _document(self, id_: str | None) -> Document | None:
        return self._documents.document(self._frame.by_id[id_]) if id_ else None


def _is_long(record: Record) -> bool:
    if isinstance(record, Worded):
        return bool(record.wordings)
    return isinstance(record, Program | Group | Organization | Person)
