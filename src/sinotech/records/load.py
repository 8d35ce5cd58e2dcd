"""Files of records to a record set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sinotech.digest import digest_of
from sinotech.findings import Finding, Findings
from sinotech.model import SECTIONS, Header, Omission, Record, Retired, kind_of
from sinotech.records.fields import read_part
from sinotech.records.jsonlines import read_lines
from sinotech.records.pieces import SMALL, Cut, File, Piece
from sinotech.records.reader import Node, read_text

FORMAT = 1
"""The version of the record format that this release reads."""

MAX_FINDINGS = 1000
"""Findings after which a file is not read on: it is no record set."""

STREAMED = ("figures", "events", "statements")
"""Sections whose records no other record needs to know, but for conflicts: there may be
millions, and they can be read one after the other."""

SomeRecord = TypeVar("SomeRecord", bound=Record)


@dataclass(slots=True)
class Share:
    """Records of one section of one file: those *held*, or a *piece* yet to be read.

    *rank* is the file's place among the files.
    """

    section: str
    rank: int
    held: list[Record] = field(default_factory=list)
    piece: Piece | None = None

    @property
    def size(self) -> int:
        """How many bytes are yet to be read."""
        return self.piece.size if self.piece else 0

    @property
    def most(self) -> int:
        """How many records it has at most."""
        return self.piece.entries if self.piece else len(self.held)

    def read(self, findings: Findings) -> Iterator[Record]:
        """Yield its records; what is wrong with those that are yet to be read is noted."""  # noqa: E501
        yield from self.held
        if self.piece:
            for part in read_parts(self.piece, findings):
                if isinstance(part, Record):
                    yield part


@dataclass(slots=True)
class RecordSet:
    """All records, by kind in the order of the files, and what is wrong with them.

    Of a set that was only opened, *shares* hold what is yet to be read. *files* are its
    files' names in their order, and whether each is an overlay.
    """

    origins: list[tuple[str, str]] = field(default_factory=list)
    sha256: str = ""
    records: dict[str, list[Record]] = field(default_factory=dict)
    retired: dict[str, Retired] = field(default_factory=dict)
    omissions: list[Omission] = field(default_factory=list)
    omissions_file: str = ""
    retired_file: str = ""
    findings: list[Finding] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    files: dict[str, bool] = field(default_factory=dict)

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


def load(paths: Sequence[Path]) -> RecordSet:
    """Read *paths*, in order, as one record set.

    Records of a file that says ``overlay: true`` replace those of the same id in files
    before it. What is wrong is in the set's findings, sorted; nothing is raised.
    """
    loaded = open_records(paths)
    for rank, path in enumerate(paths):
        shares = [share for share in loaded.shares if share.rank == rank]
        findings = Findings(_shown(path, paths))
        fresh = [record for share in shares for record in share.read(findings)]
        overlay = loaded.files[findings.file]
        _lay(fresh, loaded, findings, overlay=overlay)
        loaded.findings += findings.found
    loaded.shares.clear()
    loaded.findings.sort()
    return loaded


def open_records(paths: Sequence[Path]) -> RecordSet:
    """Return *paths* as one record set of which the STREAMED sections are yet to be read.

    They are in its shares: section after section, each in the order of the files.
    """  # noqa: E501
    opened = RecordSet()
    digests = []
    for rank, path in enumerate(paths):
        file = File(path, _shown(path, paths))
        digests.append(_File(file, rank, opened).read())
    opened.sha256 = digest_of(digests)
    opened.shares.sort(key=lambda share: (STREAMED.index(share.section), share.rank))
    opened.findings.sort()
    return opened


def _shown(path: Path, paths: Sequence[Path]) -> str:
    """Return *path* as findings name it: its name, if no other file has the same."""
    alike = sum(1 for other in paths if other.name == path.name)
    return path.name if alike == 1 else str(path)


def header_of(path: Path) -> Header | None:
    """Return what the file *path* says of itself, reading no further than that."""
    file, findings = File(path, path.name), Findings(path.name)
    size = path.stat().st_size
    for piece in (Piece(file, "", 0, min(size, SMALL), 1), *_headers(file, size)):
        for part in read_parts(piece, findings):
            if isinstance(part, Header):
                return part
    return None


def _headers(file: File, size: int) -> Iterator[Piece]:
    """Yield the pieces of a large file in which a header may be, were it not first."""
    if size > SMALL:
        pieces = Cut(file, Findings(file.name)).pieces
        yield from (piece for piece in pieces if piece.section == "records")


def read_parts(
    piece: Piece, findings: Findings
) -> Iterator[Record | Header | Omission | Retired]:
    """Yield what *piece* holds; what is wrong is noted."""
    for key, line, node in read_entries(piece, findings):
        if section := SECTIONS.get(key):
            part = read_part(section, node, findings, file=piece.file.name)
        elif key in _ASIDE:
            part = read_part(_ASIDE[key], node, findings)
        else:
            known = ", ".join(["records", *SECTIONS, "omissions", "retired"])
            findings.add(line, "E010", f"unknown section {key!r}; there are: {known}")
            part = None
        if isinstance(part, Record | Header | Omission | Retired):
            yield part
        if len(findings.found) > MAX_FINDINGS:
            findings.add(line, "E009", "too many findings; the rest is not read")
            return


_ASIDE = {"records": Header, "omissions": Omission, "retired": Retired}


def read_entries(piece: Piece, findings: Findings) -> Iterator[tuple[str, int, Node]]:
    """Yield ``(section, line, node)`` for each entry of *piece*."""
    try:
        content = piece.read()
        text = content.decode("utf-8" if piece.offset else "utf-8-sig")
    except OSError as error:
        findings.add(1, "E001", f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        line = piece.line + error.object.count(b"\n", 0, error.start)
        findings.add(line, "E001", "is not UTF-8 here; save the file as UTF-8")
    else:
        if piece.file.is_json:
            yield from read_lines(text, piece.line, findings)
        elif piece.resumed:
            text = f"{piece.section}:\n{text}"
            yield from read_text(text, piece.line - 1, findings)
        else:
            yield from read_text(text, piece.line, findings)


class _File:
    """Reads one file into a record set, but for what may be streamed."""

    def __init__(self, file: File, rank: int, opened: RecordSet) -> None:
        self.file, self.rank, self.opened = file, rank, opened
        self.findings = Findings(file.name)
        self.header: Header | None = None
        self.fresh: list[Record] = []
        self.streamed: dict[str, list[Share]] = {}

    def read(self) -> str:
        """Read the file; return its sha256."""
        cut = Cut(self.file, self.findings)
        for piece in cut.pieces:
            if piece.section in STREAMED and piece.entries:
                share = Share(piece.section, self.rank, piece=piece)
                self.streamed.setdefault(piece.section, []).append(share)
                continue
            for part in read_parts(piece, self.findings):
                self.add(part)
            if len(self.findings.found) > MAX_FINDINGS:
                break
        self.close()
        return cut.sha256

    def add(self, part: Record | Header | Omission | Retired) -> None:
        """Put a *part* of the file where it belongs."""
        match part:
            case Header():
                self.header = part
                _check_format(part, self.findings)
            case Omission():
                self.opened.omissions.append(part)
                self.opened.omissions_file = self.file.name
            case Retired():
                self.opened.retired[part.id] = part
                self.opened.retired_file = self.file.name
            case _ if (section := _SECTION_OF[type(part)]) in STREAMED:
                shares = self.streamed.setdefault(section, [])
                if not shares or shares[-1].piece:
                    shares.append(Share(section, self.rank))
                shares[-1].held.append(part)
            case _:
                self.fresh.append(part)

    def close(self) -> None:
        """Lay what was read over what other files hold."""
        opened, header = self.opened, self.header
        opened.files[self.file.name] = header is not None and header.overlay
        if header is not None:
            if (origin := (header.name, header.version)) not in opened.origins:
                opened.origins.append(origin)
            _lay(self.fresh, opened, self.findings, overlay=header.overlay)
            for shares in self.streamed.values():
                opened.shares += shares
        elif not self.findings.found:
            missing = "the section 'records' with name, version is missing"
            self.findings.add(1, "E013", missing)
        opened.findings.extend(self.findings.found)


_SECTION_OF = {kind: name for name, kind in SECTIONS.items()}


def _check_format(header: Header, findings: Findings) -> None:
    if header.format != FORMAT:
        message = f"is of format {header.format}; this release reads format {FORMAT}"
        findings.add(header.line_of("format"), "E008", message)


def _lay(
    fresh: list[Record], loaded: RecordSet, findings: Findings, *, overlay: bool
) -> None:
    """Add *fresh* records to those loaded; an overlay's replace their namesakes.

    A record is replaced by one of its own kind, and once.
    """
    places = {}
    if overlay:
        for kept in loaded.records.values():
            places.update({record.id: (kept, i) for i, record in enumerate(kept)})
    for record in fresh:
        kept, i = places.pop(record.id, ([], 0))
        if kept and type(kept[i]) is not type(record):
            kind = kind_of(type(kept[i]))
            message = f"{record.id}: it would replace a {kind}; choose another id"
            findings.add(record.line, "E107", message)
        elif kept:
            kept[i] = record
        else:
            loaded.records.setdefault(kind_of(type(record)), []).append(record)
