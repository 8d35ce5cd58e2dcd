"""A record set opened: what its records must know of each other, the rest yet to be read.

Figures, events and statements may be millions, and only conflicts refer to them. All
other records are kept, without what is long in them.
"""  # noqa: E501

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sinotech.edtf import Period
from sinotech.fieldspec import Use
from sinotech.findings import Findings
from sinotech.model import SECTIONS, Record, field_specs, used
from sinotech.records.chunks import Chunk
from sinotech.records.entries import Entry, read_parts
from sinotech.records.load import RecordSet, read_files

STREAMED = ("figures", "events", "statements")
"""Sections whose records are not kept."""

_SECTION_OF = {kind: name for name, kind in SECTIONS.items()}


@dataclass(slots=True)
class Shard:
    """Records of one *section* of a *file*: those *held*, or a *chunk* yet to be read."""  # noqa: E501

    section: str
    file: str
    held: list[Record] = field(default_factory=list)
    chunk: Chunk | None = None

    @property
    def size(self) -> int:
        """How many bytes are yet to be read."""
        return self.chunk.size if self.chunk else 0

    @property
    def most(self) -> int:
        """How many records it has at most."""
        return self.chunk.entries if self.chunk else len(self.held)

    def read(self, findings: Findings) -> Iterator[Record]:
        """Yield its records; what is wrong with those yet to be read is noted."""
        yield from self.held
        if self.chunk:
            for part in read_parts(self.chunk, findings):
                if isinstance(part, Record):
                    yield part


@dataclass(slots=True)
class StreamedSet(RecordSet):
    """A set whose records are slim, without those of the STREAMED sections.

    All of them are in *shards*: section after section, each in the order of the files.
    *chunks* are all that the files were cut into, in their order.
    """

    shards: list[Shard] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)

    def of_sections(self, sections: Iterable[str]) -> list[Shard]:
        """Return the shards that are of *sections*, in their order."""
        return [shard for shard in self.shards if shard.section in sections]


def open_streamed(paths: Sequence[Path]) -> StreamedSet:
    """Return *paths*, in order, as one record set.

    What is wrong with the records that are kept is in the set's findings.
    """
    opened = StreamedSet()
    sections = list(SECTIONS)
    slim = Stripper()
    read_files(paths, opened, lambda chunk, held: _kept(chunk, held, opened, slim))
    opened.shards.sort(key=lambda shard: sections.index(shard.section))
    return opened


def _kept(
    chunk: Chunk, parts: Iterable[Entry], opened: StreamedSet, slim: "Stripper"
) -> Iterator[Entry]:
    """Yield what is kept of the *parts* of *chunk*, and note its shards in *opened*."""
    name = chunk.file.name
    opened.chunks.append(chunk)
    is_share = bool(chunk.entries) and chunk.section in SECTIONS
    if is_share:
        opened.shards.append(Shard(chunk.section, name, chunk=chunk))
        if chunk.section in STREAMED:
            return
    held: dict[str, Shard] = {}
    for part in parts:
        if not isinstance(part, Record):
            yield part
            continue
        section = _SECTION_OF[type(part)]
        if not is_share:
            held.setdefault(section, Shard(section, name)).held.append(part)
        if section not in STREAMED:
            yield slim.without(part)
    opened.shards += held.values()


class Stripper:
    """Makes records small, and lets them share what is the same in many."""

    def __init__(self) -> None:
        """Begin without any record."""
        self._met: dict[object, object] = {}
        self._lines: dict[str, int] = {}

    def without(self, record: Record) -> Record:
        """Return *record* without what is long in it."""
        declared = field_specs(type(record))
        dropped = used(type(record), Use.DROPPED)
        changed: dict[str, Any] = {"lines": self._lines}
        for name, form in declared.items():
            value = getattr(record, name)
            if name in dropped:
                changed[name] = () if form.many else None
            elif form.of == "part" and "cites" in field_specs(form.to):
                # who takes part, not where it says so
                changed[name] = tuple(replace(one, cites=(), lines={}) for one in value)
            elif isinstance(value, str | Period):
                changed[name] = self._met.setdefault(value, value)
        return replace(record, **changed)
