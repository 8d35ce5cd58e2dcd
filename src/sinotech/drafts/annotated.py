"""A copy of a ``.docx`` with comments at some of its words.

Comments are put at the words themselves, wherever runs of text may be cut. Word takes
none within a text box, and not every program takes one within a footnote or an endnote:
there, a comment is at what the box hangs on, or at the note's mark, and repeats the
words. Everything else in the file stays as it was.
"""

import datetime as dt
import re
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import IO
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError
from xml.sax.saxutils import escape, quoteattr
from zipfile import BadZipFile, ZipFile, ZipInfo

from sinotech.drafts.document import Document
from sinotech.drafts.docx import LARGEST_PART
from sinotech.drafts.ranges import (
    STRICT,
    WORD,
    Place,
    Range,
    in_utf8,
    notes_of,
    with_ranges,
)
from sinotech.scratch import replacing

AUTHOR, INITIALS = "sinotech", "s"
"""Whom comments are by."""

LARGEST = 1 << 30
"""Bytes of a file unpacked; pictures and all. What is larger is an attack."""

_BLOCK = 1 << 16
_TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_OFFICE = {
    WORD: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
"""What relations of office files are called, by the namespace of their text."""

_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML holds (XML 1.0, production 2)."""

_ID = re.compile(rb"""comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?\bid=["'](\d+)""")


@dataclass(frozen=True, slots=True)
class Note:
    """What to say, by the paragraph, of the words at the offsets *begin* to *end*."""

    begin: int
    end: int
    paragraphs: tuple[str, ...]


def annotate(
    original: bytes,
    document: Document,
    notes: Sequence[Note],
    target: Path,
    when: dt.datetime,
) -> int:
    """Write a copy of the file *original* with comments; return how many it has got.

    *document* is what was read of it; the comments are of the time *when*. The copy is
    *target*, which it replaces when it is whole. Raises OSError if it cannot be
    written, or any of ``DAMAGED`` if what was not read before is damaged.
    """
    with ZipFile(BytesIO(original)) as package:
        changed = _Package(package)
        placed = _comment(changed, document, notes, when)
        with replacing(target) as scratch, ZipFile(scratch, "w") as copy:
            changed.write(copy)
    return placed


DAMAGED = (
    *(BadZipFile, EOFError, ExpatError, LookupError, RuntimeError),
    *(SyntaxError, ValueError, zlib.error),
)
"""What is raised by a damaged or locked archive, or a damaged part of it."""


class _Package:
    """The files of a ``.docx``, and what becomes of some."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._changed: dict[str, bytes] = {}
        self.main, self.namespace = "", WORD
        for namespace, office in _OFFICE.items():
            for target in self.related("", f"{office}/officeDocument"):
                self.main, self.namespace = target, namespace

    def has(self, name: str) -> bool:
        """Whether there is a file *name*."""
        return name in self._changed or name in self._package.namelist()

    def read(self, name: str) -> bytes:
        """Return a file in UTF-8, as it is to be."""
        if name in self._changed:
            return self._changed[name]
        with self._package.open(name) as file:
            data = file.read(LARGEST_PART + 1)
        if len(data) > LARGEST_PART:
            raise BadZipFile(f"{name} is over {LARGEST_PART >> 20} MiB when unpacked")
        return in_utf8(data)

    def change(self, name: str, data: bytes) -> None:
        """Let the file *name* be *data*, whether it was there or not."""
        self._changed[name] = data

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that *part* refers to as a *kind*."""
        name = _relations_of(part)
        if not self.has(name):
            return []
        found = ET.fromstring(self.read(name)).iterfind(f"{{{_RELATIONS}}}Relationship")  # noqa: S314
        targets = [one.get("Target", "") for one in found if one.get("Type") == kind]
        return [normpath(join("/", dirname(part), one))[1:] for one in targets]

    def relate(self, part: str, kind: str, target: str) -> None:
        """Let *part* refer to *target*, beside it, as a *kind*."""
        name = _relations_of(part)
        empty = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        data = self.read(name) if self.has(name) else empty
        number = 1
        while f'"sinotech{number}"'.encode() in data:
            number += 1
        told = f'Id="sinotech{number}" Type="{kind}" Target={quoteattr(target)}'
        child = f'<Relationship xmlns="{_RELATIONS}" {told}/>'
        self.change(name, _appended(data, child))

    def write(self, copy: ZipFile) -> None:
        """Write all files to *copy*, in their order, then those that are new."""
        left, room = dict(self._changed), LARGEST
        last = {info.filename: info for info in self._package.infolist()}
        for info in last.values():
            own = ZipInfo(info.filename, info.date_time)
            own.compress_type, own.external_attr = (
                info.compress_type,
                info.external_attr,
            )
            if info.filename in left:
                copy.writestr(own, left.pop(info.filename))
            else:
                with self._package.open(info) as source, copy.open(own, "w") as sink:
                    room = _copied(source, sink, room)
        for name, data in left.items():
            own = ZipInfo(name)
            own.compress_type = self._package.infolist()[0].compress_type
            copy.writestr(own, data)


def _copied(source: IO[bytes], sink: IO[bytes], room: int) -> int:
    """Copy a file, and return how much *room*, in bytes, is left for others."""
    while piece := source.read(_BLOCK):
        room -= len(piece)
        if room < 0:
            raise BadZipFile(f"it is over {LARGEST >> 20} MiB when unpacked")
        sink.write(piece)
    return room


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def _comment(
    package: _Package, document: Document, notes: Sequence[Note], when: dt.datetime
) -> int:
    """Put the comments *notes* into a package; return how many."""
    listed = package.related(package.main, _kind(package))
    name = next(iter(listed), "") or _new_name(package)
    main = package.read(package.main)
    first = _first_id(main, package.read(name) if listed else b"")
    ranges, apart = _ranges(package, document, notes, first)
    main, placed = with_ranges(main, ranges)
    if not placed:
        return 0
    package.change(package.main, main)
    if not listed:
        _add_part(package, name)
    texts = []
    for id_, within in sorted(placed.items()):
        note = notes[id_ - first]
        told = _said(document, note, apart.get(id_) or within)
        begin = _begin(id_, package.namespace, when)
        texts.append(_comment_of(begin, (*told, *note.paragraphs)))
    package.change(name, _appended(package.read(name), "".join(texts)))
    return len(placed)


def _said(document: Document, note: Note, within: str) -> tuple[str, ...]:
    """Return what repeats the words of a note, if they are *within* something."""
    words = document.source[note.begin : note.end]
    return (f"In this {within}: “{words}”",) if within else ()


def _add_part(package: _Package, name: str) -> None:
    """Add a part for comments to a package that has none."""
    package.change(name, _empty(package.namespace))
    package.relate(package.main, _kind(package), name.rpartition("/")[2])
    told = f'PartName="/{name}" ContentType="{_COMMENTS}"'
    child = f'<Override xmlns="{_CONTENT}" {told}/>'
    package.change(_TYPES, _appended(package.read(_TYPES), child))


def _kind(package: _Package) -> str:
    return f"{_OFFICE[package.namespace]}/comments"


def _new_name(package: _Package) -> str:
    """Return a name for a part of comments, beside the document."""
    folder, number = dirname(package.main), ""
    while package.has(name := join(folder, f"comments{number}.xml")):
        number = f"{int(number or 0) + 1}"
    return name


def _first_id(main: bytes, comments: bytes) -> int:
    """Return an id that no comment has, nor any above."""
    ids = [int(one) for one in _ID.findall(main)]
    if comments:
        root = ET.fromstring(comments)  # noqa: S314  # read before, by our reader
        told = (one.get(f"{{{name}}}id", "") for one in root for name in _OFFICE)
        ids += [int(one) for one in told if one.isdecimal()]
    return max(ids, default=-1) + 1


def _ranges(
    package: _Package, document: Document, notes: Sequence[Note], first: int
) -> tuple[list[Range], dict[int, str]]:
    """Return the ranges of *notes* in the main part, and of which note words are."""
    places = _Places(document)
    ranges, apart = [], {}
    elsewhere: dict[str, list[tuple[int, int]]] = {}
    for number, note in enumerate(notes, first):
        if (found := places.range_of(number, note)) is None:
            continue
        part, one = found
        if part == package.main:
            ranges.append(one)
        else:
            elsewhere.setdefault(part, []).append((number, int(one.begin.element)))
    for part, asked in elsewhere.items():
        of = notes_of(package.read(part), [element for _, element in asked])
        for number, element in asked:
            if mark := of.get(element):
                at = Place(mark, 0)
                ranges.append(Range(number, at, at))
                apart[number] = mark.partition(" ")[0]
    return ranges, apart


class _Places:
    """Where in the parts of a ``.docx`` the characters of its source are."""

    def __init__(self, document: Document) -> None:
        self._anchors = [one for one in document.anchors if one.begin < one.end]
        self._begins = [one.begin for one in self._anchors]

    def range_of(self, id_: int, note: Note) -> tuple[str, Range] | None:
        """Return the part that a note's words are in, and their range there."""
        first = bisect_right(self._begins, note.begin) - 1
        last = bisect_right(self._begins, note.end - 1) - 1
        if first < 0:
            return None
        one, other = self._anchors[first], self._anchors[last]
        if one.part != other.part or note.begin >= one.end:
            return None
        begin = Place(one.element, note.begin - one.begin)
        end = Place(other.element, min(note.end, other.end) - other.begin)
        return one.part, Range(id_, begin, end)


def _appended(data: bytes, children: str) -> bytes:
    """Return XML with *children* as the last of its root."""
    at = data.rfind(b"</")
    root = re.search(rb"<([^?!\s/>][^\s/>]*)", data)
    if root and data.rstrip().endswith(b"/>") and at < root.start():
        at = data.rfind(b"/>")
        return b"%s>%s</%s>" % (data[:at], children.encode(), root[1])
    return data[:at] + children.encode() + data[at:]


def _empty(namespace: str) -> bytes:
    begin = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{begin}<w:comments xmlns:w="{namespace}"></w:comments>'.encode()


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _begin(id_: int, namespace: str, when: dt.datetime) -> str:
    """Return the start tag of a comment."""
    told = f'w:author="{AUTHOR}" w:initials="{INITIALS}"'
    date = when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f'<w:comment xmlns:w="{namespace}" w:id="{id_}" {told} w:date="{date}">'


def _comment_of(begin: str, paragraphs: Iterable[str]) -> str:
    """Return a comment as its part holds it; *begin* is its start tag."""
    text = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(_legal(one))}</w:t></w:r></w:p>'
        for one in paragraphs
    )
    return f"{begin}{text}</w:comment>"
