"""The bytes of a draft, and the text that they are; or in one line, why not."""

from pathlib import Path

from sinotech.errors import DraftError, StoreError
from sinotech.records.files import kind_of
from sinotech.signs import encoding_of

LARGEST = 32 << 20
"""Bytes of a text that is read: more than a shelf of books. A larger one is data."""

LARGEST_ARCHIVE = 128 << 20
"""Bytes of a Word document that is read: most of them are pictures."""

_ARCHIVE = b"PK\3\4"
_UNLOCKED = "save it as .docx, without a password"
_OTHERS = (
    (b"%PDF", "a PDF", "take its text out first, e.g. with pdftotext"),
    (_ARCHIVE, "an archive", "name it .docx if it is a Word document"),
    (b"\xd0\xcf\x11\xe0", "of an old Office, or locked", _UNLOCKED),
    (b"{\\rtf", "RTF", "save it as .docx or as plain text"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
)
"""How files begin that are no text, what they are, and what to do."""


def largest(media: str) -> int:
    """Return how many bytes of a file are read that is of *media*."""
    return LARGEST_ARCHIVE if media == "docx" else LARGEST


def bytes_of(path: Path, most: int) -> bytes:
    """Return what the file *path* holds, or *most* bytes and one more.

    Raises DraftError, in one line, if it cannot be read.
    A pipe that the shell made (``<(…)``) is read, too.
    """
    try:
        kind = kind_of(path, "check the path")
        if kind == "a pipe" and str(path).startswith(("/dev/", "/proc/")):
            kind = "a file"
        if kind != "a file":
            raise DraftError(f"{path} is {kind}", "give a file, or - and its text")
        with path.open("rb") as stream:
            return stream.read(most + 1)
    except StoreError as error:
        raise DraftError(error.message, error.remedy) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DraftError(f"{path} cannot be read: {reason}", "check the path") from None


def check_size(content: bytes, name: str, most: int) -> None:
    """Raise DraftError if *content*, of the file *name*, is more than *most* bytes."""
    if len(content) > most:
        message = f"{name} is larger than {most >> 20} MiB"
        is_archive = most == LARGEST_ARCHIVE
        remedy = "take its pictures out" if is_archive else "give it in parts"
        raise DraftError(message, remedy)


def refuse_others(content: bytes, name: str, *, may_be_archive: bool = False) -> None:
    """Raise DraftError if *content*, of the file *name*, is known to be no draft."""
    for mark, what, remedy in _OTHERS:
        if content.startswith(mark) and not (may_be_archive and mark == _ARCHIVE):
            raise DraftError(f"{name} is {what}: no text", remedy)


def decoded(content: bytes, name: str) -> str:
    """Return the text that *content*, of the file *name*, is; line ends as they are.

    Raises DraftError if it is no UTF-8, or nothing that people write.
    """
    refuse_others(content, name)
    if encoding := encoding_of(content):
        remedy = f"convert it to UTF-8: iconv -f {encoding} -t UTF-8"
        raise DraftError(f"{name} is in {encoding}", remedy)
    if (at := content.find(0)) >= 0:
        remedy = "if it is in UTF-16: iconv -f UTF-16LE -t UTF-8"
        message = f"{name}:{_line(content, at)}: a NUL byte, so this is no text"
        raise DraftError(message, remedy)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        what = f"not UTF-8 (byte 0x{content[error.start]:02X})"
        message = f"{name}:{_line(content, error.start)}: {what}"
        raise DraftError(message, "convert it to UTF-8, e.g. with iconv") from None


def _line(content: bytes, at: int) -> int:
    """Return the number of the line in which byte *at* of *content* stands."""
    before = content[:at]
    return 1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
