"""Standard input, held to the base protocol of the Language Server Protocol 3.17."""

import re
from typing import BinaryIO

from sinotech.drafts.opening import LARGEST
from sinotech.errors import SinotechError, shown

MOST = 8 * LARGEST
"""Bytes of a message: JSON may write a byte of a draft as six (``\\u0000``)."""

LONGEST = 1000
"""Bytes of a header line; an editor's have some 60."""

_HEADER = re.compile(rb"(?P<name>[!#-9;-~]+):[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r\n")
_LENGTH = b"content-length"


class Arriving:
    """What pygls reads from *stream*: headers that it understands, and whole messages.

    Raises SinotechError where that is not what an editor sends.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Read from *stream*."""
        self._stream = stream
        self._has_length = False

    def readline(self) -> bytes:
        """Return the next header, or the empty line that ends them; nothing at the end.

        That of the length is as pygls takes it: its name in these letters.
        """
        line = self._stream.readline(LONGEST)
        if line == b"\r\n":
            if not self._has_length:
                raise _strange("a message without Content-Length")
            self._has_length = False
            return line
        found = _HEADER.fullmatch(line)
        if line and not found:
            raise _strange(f"no header: {shown(ascii(line)[1:], 60)}")
        if not found or found["name"].lower() != _LENGTH:
            return line
        self._has_length = True
        return b"Content-Length: %d\r\n" % _length(found["value"])

    def read(self, size: int) -> bytes:
        """Return the next *size* bytes."""
        content = self._stream.read(size)
        if len(content) < size:
            raise _strange(
                f"a message of {len(content):,} bytes that should be {size:,}"
            )
        return content


def _length(value: bytes) -> int:
    """Return the length that a header says. Raises SinotechError."""
    length = int(value) if value.isdigit() and len(value) < len(str(MOST)) + 1 else 0
    if not 0 < length <= MOST:
        told = shown(ascii(value)[1:], 60)
        raise _strange(f"Content-Length {told}, which is not from 1 to {MOST:,}")
    return length


def _strange(what: str) -> SinotechError:
    """Return what to raise where *what* is sent."""
    message = f"standard input does not speak the Language Server Protocol ({what})"
    return SinotechError(message, "let an editor start sinotech lsp")
