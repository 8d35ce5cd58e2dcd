"""Records judged, and made into the rows of the store: a batch at a time."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from sinotech.checks import Index, Reference, faults_of
from sinotech.checks.inconsistencies import Span, span_of
from sinotech.compile.documents import Document, Documents
from sinotech.compile.readings import Readings
from sinotech.compile.referenced import ReferencedRecords
from sinotech.compile.rows import (
    body_of,
    citation_rows,
    label_rows,
    links_of,
    search_names,
    sort_key,
    typed_row,
    wordings_of,
)
from sinotech.compile.sides import with_sides
from sinotech.compile.styled import styled_rows
from sinotech.compile.titles import title_of
from sinotech.findings import Finding, Findings
from sinotech.model import (
    Conflict,
    Figure,
    Measure,
    Program,
    Record,
    Source,
    Worded,
    kind_of,
)
from sinotech.rawjson import dump, load, sources_of
from sinotech.records.streaming import STREAMED, Shard

Row = tuple[object, ...]


@dataclass(slots=True)
class Batch:
    """Some records of one *file* as rows, by table, and all that was found out.

    If they are not referenced, they are numbered from *first*, and *lines* says where
    each begins.
    """

    file: str
    first: int
    lines: "array[int]" = field(default_factory=lambda: array("I"))
    tables: dict[str, list[Row]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unknown: list[Reference] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    recorded: set[tuple[str, str]] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)

    def put(self, table: str, *rows: Row) -> None:
        """Add *rows* to those of *table*."""
        self.tables.setdefault(table, []).extend(rows)


class Maker:
    """Makes batches of records that refer to those referenced.

    If only *judging*, it makes no more rows than tell that there are such records.
    """

    def __init__(self, referenced: ReferencedRecords, *, judging: bool) -> None:
        """Make documents and readings for records of *referenced*."""
        self.referenced, self.judging = referenced, judging
        self.documents = Documents(referenced.by_id, referenced.disputes)
        self.readings = Readings(self.documents, referenced)
        self.sides: dict[str, Document] = {}

    def know(self, records: Iterable[tuple[str, str, str]]) -> None:
        """Take in id, kind and document of records that are not referenced.

        Conflicts refer to them.
        """
        known = list(records)
        self.referenced.others = {id_: kind for id_, kind, _ in known}
        self.sides = {id_: load(doc) for id_, _, doc in known}

    def batch(self, shard: Shard, first: int) -> Batch:
        """Return the records of *shard*, each judged by the rules.

        Those that are not referenced are numbered from *first*. Each step is done for
        all of them before the next: that takes a tenth less than all steps for each.
        """
        findings = Findings(shard.file)
        batch, index = Batch(shard.file, first), self.referenced.index()
        records = list(shard.read(findings))
        numbers = [self._number(batch, shard, record) for record in records]
        sound = [
            (record, number)
            for record, number in zip(records, numbers, strict=True)
            if number is not None and self._is_sound(batch, record, number, index)
        ]
        for record, number in sound:
            self.rows(batch, record, number)
        if shard.section in STREAMED:  # the others' were found when they were opened
            batch.findings += findings.found
        batch.unknown, batch.used = index.unknown, index.used
        batch.recorded, batch.authors = index.recorded, index.authors
        return batch

    def _number(self, batch: Batch, shard: Shard, record: Record) -> int | None:
        if shard.section not in STREAMED:
            return self.referenced.number_of(record)
        batch.lines.append(record.line_of("id"))
        return batch.first + len(batch.lines) - 1

    def _is_sound(
        self, batch: Batch, record: Record, number: int, index: Index
    ) -> bool:
        """Whether *record* is to have all its rows; if not, *batch* gets what it has.

        That is what is wrong with it, and that there is such a record.
        """
        unknown = len(index.unknown)
        faults = list(faults_of(record, index, advising=self.judging))
        batch.findings += faults
        if isinstance(record, Figure):
            batch.spans.append(span_of(record, number))
        at_fault = faults or len(index.unknown) > unknown or self._lacks_sides(record)
        if self.judging or at_fault:
            kind = kind_of(type(record))
            batch.put("record", (number, record.id, kind, *_NO_MORE))
            return False
        return True

    def rows(self, batch: Batch, record: Record, number: int) -> None:
        """Add the rows of *record* to *batch*."""
        numbers = self.referenced.numbers
        document = self.document(record)
        kind, sort, title = kind_of(type(record)), sort_key(record), title_of(record)
        body, wordings = body_of(record), wordings_of(record)
        cited = " ".join(dict.fromkeys(_sources_of(record, document)))
        told = (title, body, wordings, sort, dump(document), cited)
        batch.put("record", (number, record.id, kind, *told))
        links = links_of(record, self.referenced.by_id)
        names = search_names(record, (link.target for link in links), self.referenced)
        batch.put("search", (number, title, body, names, wordings))
        if isinstance(record, Source):
            batch.put("styled", *styled_rows(record, number))
        if typed := typed_row(record, number, numbers):
            batch.put(kind, typed)
        if isinstance(record, Measure):
            batch.put("label", *label_rows(record, number))
        for place in citation_rows(record, number, numbers):
            batch.put("citation", place)
        for target, role in links:
            among = "part" if _is_part(record, target) else sort
            batch.put("link", (numbers[target], kind, among, number, role))
        if reading := self.readings.row(record, number, document):
            batch.put("reading", reading)

    def _lacks_sides(self, record: Record) -> bool:
        """Whether *record* is a conflict of which a side is at fault."""
        if not isinstance(record, Conflict):
            return False
        return not all(self.sides.get(id_) for id_ in record.records)

    def document(self, record: Record) -> Document:
        """Return the document of *record*; of a conflict, with its sides."""
        document = self.documents.document(record)
        if not isinstance(record, Conflict):
            return document
        return with_sides(document, (self.sides[id_] for id_ in record.records))


def _sources_of(record: Record, document: Document) -> Iterable[str]:
    """Return the sources cited in the *document* of *record*, in order."""
    if isinstance(record, Worded):  # nothing in it is cited by itself
        return (citation.source for citation in record.cites)
    return sources_of(document)


def _is_part(record: Record, target: str) -> bool:
    """Whether *record* is a program that belongs to *target*."""
    return isinstance(record, Program) and record.parent == target


_NO_MORE = ("", "", "", "", "{}", "")
"""The rest of the row of a record that will not be compiled."""
