"""What an editor sends, held to the protocol before pygls reads it."""

from io import BytesIO

import pytest

from sinotech.editor.arriving import LONGEST, MOST, Arriving
from sinotech.errors import SinotechError


@pytest.mark.parametrize("header", [b"Content-Length: 2", b"content-length:\t2 "])
def test_headers_are_given_as_pygls_reads_them(header: bytes) -> None:
    """In any case, with any blanks; others are passed on, and the end is empty."""
    arriving = Arriving(BytesIO(b"Content-Type: x\r\n" + header + b"\r\n\r\n{}"))
    lines = [arriving.readline() for _ in range(3)]
    assert lines == [b"Content-Type: x\r\n", b"Content-Length: 2\r\n", b"\r\n"]
    assert (arriving.read(2), arriving.readline()) == (b"{}", b"")


STRANGE = [
    (b"Content-Length: 0\r\n", "Content-Length '0', which is not from 1 to "),
    (b"Content-Length: -1\r\n", "Content-Length '-1', which is not"),
    (b"Content-Length: two\r\n", "Content-Length 'two', which is not"),
    (b"Content-Length: %d\r\n" % (MOST + 1), "Content-Length '268435457', which"),
    (b"Content-Length: " + b"9" * 900 + b"\r\n", "Content-Length '999999999"),
    (b"\r\n", "a message without Content-Length"),
    (b"{}\n", r"no header: '{}\n'"),
    (b"Content-Length: 2\n", r"no header: 'Content-Length: 2\n'"),
    (b"\xff\x00", r"no header: '\xff\x00'"),
    (b"a" * LONGEST * 2, "no header: 'aaaaaaaa"),
]


@pytest.mark.parametrize(("line", "told"), STRANGE)
def test_what_is_no_header_is_told(line: bytes, told: str) -> None:
    """In one line that shows it, at most its beginning."""
    with pytest.raises(SinotechError) as raised:
        Arriving(BytesIO(line)).readline()
    assert told in str(raised.value)
    assert len(str(raised.value)) < 250
    assert raised.value.exit_code == 4


def test_a_message_is_whole() -> None:
    """One that ends early is told, with both lengths."""
    with pytest.raises(SinotechError, match="of 3 bytes that should be 1,000"):
        Arriving(BytesIO(b"abc")).read(1000)
