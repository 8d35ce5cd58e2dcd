"""A draft: its source, and what is read of it, with the place of everything."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from sinotech.drafts.blocks import LONGEST, Block, Parse, Part, TooLongError
from sinotech.drafts.sentences import Sentence, sentences_of
from sinotech.drafts.suppressions import Suppression, suppressions_of
from sinotech.errors import DraftError

__all__ = ["BOM", "Anchor", "Block", "Document", "Sentence", "Suppression"]

BOM = "\ufeff"
"""The byte order mark: the first character of some sources, but of no line."""

_LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line: as the Language Server Protocol 3.17 counts them."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The characters of a ``.docx`` that one element of it gives.

    Those of the source from *begin* to *end* are the text of element number *element*
    of the file *part* of the archive, or what that element stands for (a tab, a line
    break). All elements of a part are counted in the order of their start tags; its
    root is 0.
    """

    begin: int
    end: int
    part: str
    element: int


class Document:
    r"""A draft: its *path* as given, its *source*, and what kind of text it is.

    *media* is ``markdown``, ``text``, ``html`` or ``docx``. The source is decoded, and
    else as it stands on disk, with all its line ends and its byte order mark. That of a
    ``.docx`` is its paragraphs, each ended by ``\n``: those of the document in the
    order of their start tags, then those of its footnotes and its endnotes; *anchors*
    say which element gave what.
    """

    def __init__(self, path: str, source: str, media: str, parse: Parse) -> None:
        """Note how *source* is read; nothing is read of it yet."""
        self.path = path
        self.source = source
        self.media = media
        self.anchors: Sequence[Anchor] = ()
        self._parse = parse

    @property
    def blocks(self) -> Iterator[Block]:
        """The blocks in their order, read as they are asked for, anew each time.

        Raises DraftError if one is too long to be a paragraph.
        """
        return (part for part in self._parts() if isinstance(part, Block))

    @cached_property
    def suppressions(self) -> list[Suppression]:
        """What comments say not to report, in their order; malformed ones too."""
        if "sinotech" not in self.source.lower():
            return []
        return suppressions_of(self.source, self._parts())

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of its prose, in their order.

        Raises DraftError if a block is too long to be a paragraph.
        """
        return chain.from_iterable(map(sentences_of, self.blocks))

    def _parts(self) -> Iterator[Part]:
        try:
            yield from self._parse(self.source)
        except TooLongError as error:
            line, _ = self.place(error.offset)
            message = f"{self.path}:{line}: a paragraph of over {LONGEST:,} characters"
            raise DraftError(message, "cut it into shorter ones") from None

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of *offset*, from 1, in code points.

        The line of a ``.docx`` is the number of its paragraph.
        """
        offset = max(offset, self._lines[0])
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    @cached_property
    def _lines(self) -> "array[int]":
        """Where each line begins; the first, behind the byte order mark."""
        first = int(self.source.startswith(BOM))
        ends = (found.end() for found in _LINE_END.finditer(self.source))
        return array("I", chain((first,), ends))
