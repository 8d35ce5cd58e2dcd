"""The standard streams, whatever state they are in."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def open_streams() -> None:
    """Make the standard streams UTF-8, and give back those that were closed."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere())
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def drop_stdout() -> None:
    """Send what is still to be written nowhere, so that exiting does not fail."""
    sys.stdout = _nowhere()


def _nowhere() -> "TextIO":
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123


def complain(line: str) -> None:
    """Print *line* on stderr, harmless whatever it holds.

    If stderr takes no more, the answer and the exit code still stand.
    """
    from sinotech.present.safe import visible

    try:
        print(visible(line), file=sys.stderr)  # noqa: T201
    except OSError:
        sys.stderr = _nowhere()


def lines_of_stdin() -> "Iterator[str]":
    """Yield the lines of standard input; of a longer line, what is read at most.

    Bytes that are not UTF-8 arrive as lone surrogates, as they do in arguments. Raises
    UsageError if it is closed, or in another encoding; SinotechError if it cannot be
    read.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed", "give one name or claim a line")
    first = True
    while line := _read_line():
        if first:
            _check_encoding(line)
        text = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            text = _without_half(text)
            while (rest := _read_line()) and not rest.endswith(b"\n"):
                pass
        yield text.removeprefix("\ufeff") if first else text
        first = False


def _check_encoding(line: bytes) -> None:
    if line.isascii():
        return
    from sinotech.signs import encoding_of  # imported only where it is needed

    if encoding := encoding_of(line):
        remedy = f"convert it to UTF-8: iconv -f {encoding} -t UTF-8"
        raise UsageError(f"standard input is {encoding}", remedy)


def _without_half(text: str) -> str:
    """Return *text* without the bytes of a character that its cut has halved."""
    for _ in range(3):
        if "\udc80" <= text[-1:] <= "\udcff":
            text = text[:-1]
    return text


def _read_line() -> bytes:
    """Return a line of standard input, or of a longer one as much as is read."""
    try:
        return sys.stdin.buffer.readline(MAX_LINE)
    except (OSError, ValueError) as error:  # a folder, or open for writing alone
        reason = getattr(error, "strerror", None) or str(error)
        message = f"standard input cannot be read: {reason}"
        raise SinotechError(message, "give one name or claim a line") from None
