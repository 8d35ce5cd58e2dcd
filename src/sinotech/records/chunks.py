"""Files cut into chunks that are read one at a time, or side by side.

A small file is one chunk. A large one is cut before an entry of a section, so that
neither its text nor its records need ever be held whole. In YAML, an entry is a line
that begins with a dash where the section's first one does: nothing else can stand
there, since lines within quotes and brackets must be indented (YAML 1.2, 6.3).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b, sha256
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from sinotech.errors import quoted
from sinotech.findings import MAX_FINDINGS, Findings
from sinotech.model import SECTIONS

SMALL = 1 << 20
"""Bytes up to which a file is one chunk."""

SIZE = 1 << 16
"""Bytes that a chunk has at least, but for a section's last."""

MOST = 1 << 18
"""Bytes after which a chunk ends with the next entry."""

ONE_IN = 128
"""Of so many entries, a chunk ends before one, by the checksum of its line. A change
moves the ends of few chunks so, and all others are known again. A chunk has a hundred
kilobytes or so, and is read in less than a tenth of a second."""

TRIED = 8 * ONE_IN
"""Entries among which one that ends a chunk is looked for: nearly always, one does."""

LONGEST = 1 << 23
"""Bytes that a chunk may have: a longer one is no list of entries, or has no end."""

_BLOCK = 1 << 20
"""Bytes that are looked at together: several chunks."""

KNOWN = frozenset({"records", *SECTIONS, "omissions", "retired"})
"""Sections that a file may have."""

JSON_LINES = ".jsonl"
"""How the name of a file ends that holds JSON lines; any other is YAML."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of records, and how findings name it."""

    path: Path
    name: str

    @property
    def is_json(self) -> bool:
        """Whether it holds JSON lines."""
        return self.path.suffix == JSON_LINES


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of bytes of a file that begins on *line*.

    All of it is of one *section*, or it is the whole file if that is empty. If
    *resumed*, it begins in the midst of the section. It has at most *entries* entries;
    its *digest* tells it from any other, if it has one.
    """

    file: File
    section: str
    offset: int
    size: int
    line: int
    digest: str
    entries: int = 0
    resumed: bool = False

    def read(self) -> bytes:
        """Return the bytes. Raises OSError, also if they are others than were cut."""
        with self.file.path.open("rb") as stream:
            stream.seek(self.offset)
            text = stream.read(self.size)
        if self.digest not in {"", _hash(text, whole=not self.section)}:
            raise OSError(0, "it was changed while it was read")
        return text


def _hash(text: bytes, *, whole: bool) -> str:
    """Return what tells a chunk from any other; of a *whole* file, its sha256."""
    return (sha256(text) if whole else blake2b(text, digest_size=16)).hexdigest()


class ChunkedFile:
    """The chunks of a file, in order, and the sha256 of the whole."""

    __slots__ = ("chunks", "sha256")

    def __init__(self, file: File, findings: Findings) -> None:
        """Read *file* once. That it cannot be read, or a section twice, is noted."""
        self.chunks: list[Chunk] = []
        self.sha256 = "unreadable"
        try:
            with file.path.open("rb") as stream:
                text = stream.read(SMALL + 1)
                if len(text) <= SMALL:
                    self.sha256 = _hash(text, whole=True)
                    self.chunks.append(Chunk(file, "", 0, len(text), 1, self.sha256))
                    return
                stream.seek(0)
                cutter = (_LineChunker if file.is_json else _Chunker)(file, findings)
                if self._take(cutter.chunks(stream), findings):
                    self.sha256 = cutter.digest.hexdigest()
        except OSError as error:
            findings.add(1, "E001", f"cannot be read: {error.strerror}")

    def _take(self, chunks: Iterator[Chunk], findings: Findings) -> bool:
        """Take *chunks*; return whether they are all of a file that may be a set.

        They are not if so many hold no section that is known.
        """
        wrong = 0
        for chunk in chunks:
            self.chunks.append(chunk)
            if chunk.section not in KNOWN:
                wrong += chunk.entries or 1
            if wrong + len(findings.found) > MAX_FINDINGS:
                return False  # who reads them says so
        return not any(one.code == "E021" for one in findings.found)


class _Chunker:
    """Cuts YAML."""

    ENDLESS = "no entry begins within {} MiB; write each as '- ' on a line of its own"

    BEGIN = re.compile(rb"(?:\xef\xbb\xbf)?([^\s#%.-][^\n:]*):(?=\s)")
    KEY = re.compile(rb"\n" + BEGIN.pattern)
    ENTRY = re.compile(rb"[^\n]*+\n(?:[ \t\r]*+(?:#[^\n]*+)?\n)*+([ ]*+)- ")
    """The first entry after a key. Nothing in it is tried in two ways: what would be,
    the expression keeps note of, and a file of blank lines takes a gigabyte so."""

    def __init__(self, file: File, findings: Findings) -> None:
        self.file, self.findings = file, findings
        self.digest = sha256()
        self.offset, self.line = 0, 1
        self.section, self.mark, self.resumed = "", b"", False
        self.seen: set[str] = set()

    def chunks(self, stream: BinaryIO) -> Iterator[Chunk]:
        """Yield the chunks of *stream*, each as soon as its end is known."""
        text = b""
        while block := stream.read(_BLOCK):
            self.digest.update(block)
            text += block
            at = 0
            while (found := self.end(text, at)) is not None:
                end, resumed = found
                yield self.chunk(text[at:end], resumed=resumed)
                at = end
            text = text[at:]
            if len(text) > LONGEST:
                message = self.ENDLESS.format(LONGEST >> 20)
                self.findings.add(self.line, "E021", message)
                return
        if text:
            yield self.chunk(text, resumed=False)

    def end(self, text: bytes, at: int) -> tuple[int, bool] | None:
        """Return where the chunk at *at* ends, and whether its section goes on there.

        None if *text* does not tell yet.
        """
        begin = at if self.resumed else self.enter(text, at)
        if begin is None:
            return None
        if key := self.KEY.search(text, begin, at + SIZE):
            return key.start() + 1, False
        cut = self.cut(text, at) if self.mark else -1
        key = self.KEY.search(text, begin, cut + 1 if cut >= 0 else len(text))
        if key:
            return key.start() + 1, False
        return (cut + 1, True) if cut >= 0 else None

    def cut(self, text: bytes, at: int) -> int:
        """Return where the line before the next chunk ends; -1 if *text* does not tell."""  # noqa: E501
        cut = text.find(self.mark, at + SIZE)
        for _ in range(TRIED):
            if not 0 <= cut < at + MOST:
                break
            end = text.find(b"\n", cut + 1)
            if end < 0:
                return -1
            if crc32(text[cut:end]) % ONE_IN == 0:
                break
            cut = text.find(self.mark, end)
        return cut

    def enter(self, text: bytes, at: int) -> int | None:
        """Note which section begins at *at*, and how its entries do; return where."""
        key = self.BEGIN.match(text, at) or self.KEY.search(text, at)
        if key is None:
            return None
        self.section = key[1].strip(b" \"'").decode("utf-8", "replace")
        entry = self.ENTRY.match(text, key.end())
        self.mark = b"\n" + entry[1] + b"- " if entry else b""
        return key.end()

    def chunk(self, text: bytes, *, resumed: bool) -> Chunk:
        """Return the chunk that is *text*; *resumed* says of the next what it is."""
        self.note_repeated()
        begin = self.mark[:-1]  # after the dash, an entry may go on in the next line
        entries = text.count(begin) + self.resumed if begin else 0
        digest = _hash(text, whole=not self.section)
        place = (self.offset, len(text), self.line, digest)
        made = Chunk(self.file, self.section, *place, entries, self.resumed)
        self.offset += len(text)
        self.line += text.count(b"\n")
        self.resumed = resumed
        return made

    def note_repeated(self) -> None:
        """Note a finding if the section that begins was given before."""
        if not self.resumed and self.section in self.seen:
            message = f"section {quoted(self.section)} is already given"
            self.findings.add(self.line, "E005", message)
        self.seen.add(self.section)


class _LineChunker(_Chunker):
    """Cuts JSON lines: where the section is another, or a chunk is long enough."""

    ENDLESS = "a line is longer than {} MiB; write one entry a line"

    FIRST = re.compile(rb'(?:\xef\xbb\xbf)?\s*+\{\s*+"(\w+)"\s*:')
    BLANK = re.compile(rb"\s*+\Z")

    def __init__(self, file: File, findings: Findings) -> None:
        super().__init__(file, findings)
        self.mark = b"\n"

    def end(self, text: bytes, at: int) -> tuple[int, bool] | None:
        """Return where the chunk at *at* ends, if *text* tells."""
        first = self.FIRST.match(text, at)
        unread = "records" if self.BLANK.match(text, at) else "?"
        self.section = first[1].decode() if first else unread
        line_end = text.find(b"\n", at) + 1
        if not line_end:
            return None
        same = rb'[ \t]*+\{\s*+"%s"|[^\S\n]*+\n' % re.escape(self.section.encode())
        other = re.compile(rb"\n(?!%s)(?=[^\n])" % same)
        near = text.rfind(b"\n", at, at + SIZE)  # of what follows, too little is seen
        if change := other.search(text, line_end - 1, max(near, 0)):
            return change.start() + 1, False
        cut = self.cut(text, at) + 1
        change = other.search(text, line_end - 1, cut or len(text))
        if change:
            return change.start() + 1, False
        return (cut, False) if cut and cut < len(text) else None

    def chunk(self, text: bytes, *, resumed: bool) -> Chunk:
        """Return the chunk that is *text*."""
        made = super().chunk(text, resumed=resumed)
        entries = text.count(b"\n") + (not text.endswith(b"\n"))
        return replace(made, entries=entries, resumed=False)

    def note_repeated(self) -> None:
        """Note nothing: lines may come in any order."""
