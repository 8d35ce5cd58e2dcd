"""Files of records to a record set."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sinotech.digest import digest_of
from sinotech.findings import MAX_IN_ALL, TOO_MANY, Finding, Findings
from sinotech.model import SECTIONS, Header, Omission, Record, Retired, Subject, kind_of
from sinotech.records.chunks import Chunk, ChunkedFile, File
from sinotech.records.entries import Entry, read_parts

FORMAT = 1
"""The version of the record format that this release reads."""

SomeRecord = TypeVar("SomeRecord", bound=Record)


@dataclass(slots=True)
class RecordSet:
    """All records, by kind in the order of the files, and what is wrong with them.

    *origins* are the names and versions of the sets laid over each other, *files* the
    files' names in their order, and whether each is an overlay; *subject* is the
    country whose cooperation the first set that names one records.
    """

    origins: dict[tuple[str, str], None] = field(default_factory=dict)
    files: dict[str, bool] = field(default_factory=dict)
    sha256: str = ""
    subject: Subject | None = None
    records: dict[str, list[Record]] = field(default_factory=dict)
    retired: dict[str, Retired] = field(default_factory=dict)
    omissions: list[Omission] = field(default_factory=list)
    omissions_file: str = ""
    retired_file: str = ""
    findings: list[Finding] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of the set, or of each set that was laid over another."""
        return " + ".join(name for name, _ in self.origins)

    @property
    def version(self) -> str:
        """The version of the set, or of each set that was laid over another."""
        return " + ".join(version for _, version in self.origins)

    def all(self) -> Iterator[Record]:
        """Yield every record, section after section."""
        for section in SECTIONS.values():
            yield from self.records.get(kind_of(section), ())

    def of(self, kind: type[SomeRecord]) -> list[SomeRecord]:
        """Return the records of *kind*."""
        return self.records.get(kind_of(kind), [])  # type: ignore[return-value]


Pick = Callable[[Chunk, Iterable[Entry]], Iterable[Entry]]
"""What is given a chunk and what it holds, to be read or not; returns what is kept."""


def load(paths: Sequence[Path], most_findings: int = MAX_IN_ALL) -> RecordSet:
    """Read *paths*, in order, as one record set.

    Records of a file that says ``overlay: true`` replace those of the same id in files
    before it. What is wrong is in the set's findings, sorted; nothing is raised. After
    a file with which there are more than *most_findings*, no other is read.
    """
    loaded = RecordSet()
    read_files(paths, loaded, lambda _chunk, held: held, most_findings)
    return loaded


def read_files(
    paths: Sequence[Path],
    loaded: RecordSet,
    pick: Pick,
    most_findings: int = MAX_IN_ALL,
) -> None:
    """Put what *pick* keeps of each chunk of *paths* into *loaded*."""
    digests = []
    places = _Places(loaded)
    named = Counter(path.name for path in paths)
    for path in paths:
        findings = Findings(path.name if named[path.name] == 1 else str(path))
        file = File(path, findings.file)
        cut = ChunkedFile(file, findings)
        reading = _Reading(loaded, places, findings)
        for chunk in cut.chunks:
            reading.add(pick(chunk, read_parts(chunk, findings)))
            if findings.are_too_many:
                break
        reading.close()
        digests.append(cut.sha256)
        if len(loaded.findings) > most_findings:
            loaded.findings.append(Finding(findings.file, 1, *TOO_MANY))
            break
    loaded.sha256 = digest_of(digests)
    loaded.findings.sort()


class _Places:
    """Where the records of a set stand, by id; noted as soon as one may be replaced."""

    def __init__(self, loaded: RecordSet) -> None:
        self.loaded = loaded
        self.known: dict[str, tuple[list[Record], int]] | None = None

    def of(self, id_: str) -> tuple[list[Record], int] | None:
        """Return the list and the place in it of the last record *id_*, if any."""
        if self.known is None:
            self.known = {
                record.id: (kept, i)
                for kept in self.loaded.records.values()
                for i, record in enumerate(kept)
            }
        return self.known.get(id_)

    def append(self, record: Record) -> None:
        """Add *record* to the set."""
        kept = self.loaded.records.setdefault(kind_of(type(record)), [])
        kept.append(record)
        if self.known is not None:
            self.known[record.id] = kept, len(kept) - 1


class _Reading:
    """Puts what stands in one file into a record set."""

    def __init__(self, loaded: RecordSet, places: _Places, findings: Findings) -> None:
        self.loaded, self.places, self.findings = loaded, places, findings
        self.header: Header | None = None
        self.fresh: list[Record] = []

    def add(self, parts: Iterable[Entry]) -> None:
        """Put *parts* of the file where they belong."""
        for part in parts:
            match part:
                case Header():
                    self.header = part
                case Omission():
                    self.loaded.omissions.append(part)
                    self.loaded.omissions_file = self.findings.file
                case Retired():
                    self.loaded.retired[part.id] = part
                    self.loaded.retired_file = self.findings.file
                case Record():
                    self.fresh.append(part)

    def close(self) -> None:
        """Lay the records over those of other files, as the header wants it."""
        header, loaded = self.header, self.loaded
        loaded.files[self.findings.file] = header is not None and header.overlay
        if header is not None:
            self.check_format(header)
            loaded.origins[header.name, header.version] = None
            loaded.subject = loaded.subject or header.subject
            self.lay(overlay=header.overlay)
        else:
            self.lay(overlay=True)  # what other records name is there, nevertheless
        if header is None and not self.findings.found:
            missing = "the section 'records' with name, version is missing"
            self.findings.add(1, "E013", missing)
        loaded.findings.extend(self.findings.found)

    def check_format(self, header: Header) -> None:
        """Note a finding if the file is of another format."""
        if header.format != FORMAT:
            message = f"is of format {header.format}; this release reads {FORMAT}"
            self.findings.add(header.line_of("format"), "E008", message)

    def lay(self, *, overlay: bool) -> None:
        """Add the fresh records to those loaded; an overlay's replace their namesakes.

        A record is replaced by one of its own kind, and once.
        """
        met: set[str] = set()
        for record in self.fresh:
            is_new = not overlay or record.id in met
            place = None if is_new else self.places.of(record.id)
            met.add(record.id)
            if place is None:
                self.places.append(record)
                continue
            kept, i = place
            if type(kept[i]) is type(record):
                kept[i] = record
            else:
                kind = kind_of(type(kept[i]))
                message = f"{record.id}: it would replace a {kind}; choose another id"
                self.findings.add(record.line, "E107", message)
