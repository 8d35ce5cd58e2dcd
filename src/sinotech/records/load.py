"""Files of records to a record set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sinotech.digest import digest_of
from sinotech.findings import Finding, Findings
from sinotech.model import SECTIONS, Header, Omission, Record, Retired, kind_of
from sinotech.records.fields import read_part
from sinotech.records.reader import Node, read

FORMAT = 1
"""The version of the record format that this release reads."""

MAX_FINDINGS = 1000
"""Findings after which a file is not read on: it is no record set."""

SomeRecord = TypeVar("SomeRecord", bound=Record)


@dataclass(slots=True)
class RecordSet:
    """All records, by kind in the order of the files, and what is wrong with them."""

    name: str = ""
    version: str = ""
    sha256: str = ""
    records: dict[str, list[Record]] = field(default_factory=dict)
    retired: dict[str, Retired] = field(default_factory=dict)
    omissions: list[Omission] = field(default_factory=list)
    omissions_file: str = ""
    retired_file: str = ""
    findings: list[Finding] = field(default_factory=list)

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
    loaded = RecordSet(sha256=digest_of(paths))
    for path in paths:
        _load_file(path, _shown(path, paths), loaded)
    loaded.findings.sort()
    return loaded


def _shown(path: Path, paths: Sequence[Path]) -> str:
    """Return *path* as findings name it: its name, if no other file has the same."""
    alike = sum(1 for other in paths if other.name == path.name)
    return path.name if alike == 1 else str(path)


def header_of(path: Path) -> Header | None:
    """Return what the file *path* says of itself, reading no further than that."""
    findings = Findings(path.name)
    for key, _, node in read(path, findings):
        if key == "records":
            return _read_header(node, findings)
    return None


def _load_file(path: Path, name: str, loaded: RecordSet) -> None:
    findings = Findings(name)
    header: Header | None = None
    fresh: list[Record] = []
    for key, line, node in read(path, findings):
        if key == "records":
            header = _read_header(node, findings)
        elif section := SECTIONS.get(key):
            record = read_part(section, node, findings, file=name)
            if isinstance(record, Record):
                fresh.append(record)
        elif key in {"omissions", "retired"}:
            _add_aside(key, node, findings, loaded)
        else:
            known = ", ".join(["records", *SECTIONS, "omissions", "retired"])
            findings.add(line, "E010", f"unknown section {key!r}; there are: {known}")
        if len(findings.found) > MAX_FINDINGS:
            findings.add(line, "E009", "too many findings; the rest is not read")
            break
    if header is not None:
        _lay(header, fresh, loaded, findings)
    elif not findings.found:
        findings.add(1, "E013", "the section 'records' with name, version is missing")
    loaded.findings.extend(findings.found)


def _add_aside(key: str, node: Node, findings: Findings, loaded: RecordSet) -> None:
    """Add what is no record: something left out, or an id no longer used."""
    part = read_part(Omission if key == "omissions" else Retired, node, findings)
    if isinstance(part, Omission):
        loaded.omissions.append(part)
        loaded.omissions_file = findings.file
    elif isinstance(part, Retired):
        loaded.retired[part.id] = part
        loaded.retired_file = findings.file


def _read_header(node: Node, findings: Findings) -> Header | None:
    header = read_part(Header, node, findings)
    if not isinstance(header, Header):
        return None
    if header.format != FORMAT:
        message = f"is of format {header.format}; this release reads format {FORMAT}"
        findings.add(header.line_of("format"), "E008", message)
    return header


def _lay(
    header: Header, fresh: list[Record], loaded: RecordSet, findings: Findings
) -> None:
    """Add *fresh* records to those loaded; an overlay's replace their namesakes.

    A record is replaced by one of its own kind, and once.
    """
    names = (loaded.name, header.name)
    versions = (loaded.version, header.version)
    loaded.name = " + ".join(name for name in names if name)
    loaded.version = " + ".join(version for version in versions if version)
    places = {}
    if header.overlay:
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
