"""Word documents to blocks: what a reader sees, all changes that are tracked accepted.

The format is Office Open XML, ECMA-376, part 1 (WordprocessingML).
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from sinotech.drafts.blocks import Builder, Part
from sinotech.drafts.document import Anchor, Document
from sinotech.drafts.opening import refuse_others
from sinotech.drafts.word import Walk
from sinotech.drafts.wordstyles import Styles, read_styles
from sinotech.errors import DraftError, is_interrupt

LARGEST_PART = 64 << 20
"""Bytes of a part unpacked: a million words. A larger one is an attack."""

_LARGEST_INDEX = 4 << 20
"""Bytes of the archive's list of files: tens of thousands."""

_DAMAGES = (
    *(BadZipFile, EOFError, LookupError, NotImplementedError, OSError, RuntimeError),
    *(OverflowError, ValueError, struct.error, zlib.error),
)
"""What zipfile, zlib and expat raise where an archive is damaged or locked."""

_BLOCK = 1 << 16
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_STYLES = "word/styles.xml"


def read_docx(content: bytes, name: str) -> Document:
    """Return the Word document that *content*, of the file *name*, is.

    Raises DraftError if it is none, or would be too large when unpacked.
    """
    refuse_others(content, name, may_be_archive=True)
    try:
        return _read(_Archive(content, name), name)
    except _DAMAGES as error:
        if is_interrupt(error):
            raise
        raise _broken(name, str(error)) from None


def _broken(name: str, reason: str) -> DraftError:
    reason = " ".join(reason.split()) or "it ends too early"
    return DraftError(f"{name} is a broken Word document: {reason}", "save it again")


def _read(archive: "_Archive", name: str) -> Document:
    """Return the document that *archive* holds."""
    if _BODY not in archive.names:
        message = f"{name} is no Word document: it has no {_BODY}"
        raise DraftError(message, "save it as .docx")
    styles = Styles()
    if _STYLES in archive.names:
        styles = read_styles(archive.pieces(_STYLES))
    text = _Text()
    for part in (_BODY, *_NOTES):
        if part in archive.names:
            text.add(archive, part, styles)
    document = Document(name, "".join(text.pieces), "docx", text.parse)
    document.anchors = text.anchors
    return document


class _Archive:
    """The ZIP archive that a Word document is; its parts are unpacked up to a limit."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open *content*, of the file *name*. Raises BadZipFile, or DraftError."""
        self._name = name
        end = content.rfind(b"PK\5\6")
        size = int.from_bytes(content[end + 12 : end + 16], "little")
        if end >= 0 and size > _LARGEST_INDEX:
            raise BadZipFile("too many files in it")
        self._zip = ZipFile(BytesIO(content))
        self.names = frozenset(self._zip.namelist())

    def pieces(self, part: str) -> Iterator[bytes]:
        """Yield what *part* holds, piece by piece. Raises DraftError if it is too much."""  # noqa: E501
        self._check_size(part, self._zip.getinfo(part).file_size)
        size = 0
        with self._zip.open(part) as stream:
            while piece := stream.read(_BLOCK):
                size += len(piece)
                self._check_size(part, size)  # it may be more than it says of itself
                yield piece

    def _check_size(self, part: str, size: int) -> None:
        if size > LARGEST_PART:
            most = f"{LARGEST_PART >> 20} MiB"
            message = f"{self._name}: {part} is over {most} when unpacked"
            raise DraftError(message, "give the document in parts")


class _Text:
    """The source that the parts of a document make, and its blocks."""

    def __init__(self) -> None:
        """Begin with none."""
        self.pieces: list[str] = []
        self.anchors: list[Anchor] = []
        self._size = 0
        self._blocks: list[tuple[int, int, str]] = []

    def add(self, archive: _Archive, part: str, styles: Styles) -> None:
        """Add the paragraphs of *part*, a line each."""
        walk = Walk(styles, "footnote" if part in _NOTES else "")
        begin = self._size
        for paragraph in walk.paragraphs(archive.pieces(part)):
            for text, element in paragraph.texts:
                self._put(text)
                anchor = Anchor(self._size - len(text), self._size, part, element)
                self.anchors.append(anchor)
            if self._size > begin and paragraph.kind and not paragraph.is_joined:
                self._blocks.append((begin, self._size, paragraph.kind))
            self._put("\n")
            if not paragraph.is_joined:
                begin = self._size

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self._size += len(text)

    def parse(self, source: str) -> Iterator[Part]:
        """Yield the blocks of *source*, which must be all that was added."""
        for begin, end, kind in self._blocks:
            builder = Builder()
            builder.add(source[begin:end], begin, end)
            if block := builder.block(kind):
                yield block
