"""Places in a text as editors give them: a line, and a column in some unit."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

_LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line (Language Server Protocol 3.17, Text Documents)."""

_WIDTHS: dict[PositionEncodingKind, Callable[[str], int]] = {
    PositionEncodingKind.Utf8: lambda sign: len(sign.encode("utf-8", "surrogatepass")),
    PositionEncodingKind.Utf16: lambda sign: 1 + (sign > "\uffff"),
    PositionEncodingKind.Utf32: lambda _: 1,
}
"""How many units of a column a character takes, by the encoding that a client counts
in."""


class Lines:
    """The lines of a *source*; columns are in units of *encoding*, both from 0."""

    def __init__(self, source: str, encoding: str) -> None:
        """Find where the lines begin; UTF-16 is counted in unless *encoding* is known.

        The protocol has that as its default.
        """
        ends = (found.end() for found in _LINE_END.finditer(source))
        self._source, self._begins = source, [0, *ends]
        kind = PositionEncodingKind.Utf16
        for known in _WIDTHS:
            kind = known if known.value == encoding else kind
        self._width = _WIDTHS[kind]

    def position(self, offset: int) -> Position:
        """Return the position of the character at *offset*, in code points."""
        line = bisect_right(self._begins, offset) - 1
        before = self._source[self._begins[line] : offset]
        return Position(line, sum(map(self._width, before)))

    def range(self, begin: int, end: int) -> Range:
        """Return the range of the characters from *begin* to *end*."""
        return Range(self.position(begin), self.position(end))

    def offset(self, position: Position) -> int:
        """Return the offset of the character at *position*.

        A column behind the end of its line means that end, as the protocol has it.
        """
        if position.line >= len(self._begins):
            return len(self._source)
        begin = self._begins[position.line]
        line = _LINE_END.split(self._source[begin:], maxsplit=1)[0]
        ends = accumulate(map(self._width, line))
        return begin + sum(end <= position.character for end in ends)
