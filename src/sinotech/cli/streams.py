"""The standard streams, whatever state they are in."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

MAX_LINE = 1 << 20
"""Bytes of a line of a batch that are read; no name or claim is longer."""


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
    """Print *line* on stderr, harmless whatever it holds."""
    from sinotech.present.safe import visible

    print(visible(line), file=sys.stderr)  # noqa: T201


def lines_of_stdin() -> "Iterator[str]":
    """Yield the lines of standard input; of a longer line, what is read at most."""
    stream = sys.stdin.buffer
    first = True
    while line := stream.readline(MAX_LINE):
        while len(line) == MAX_LINE and not line.endswith(b"\n"):
            if not (rest := stream.readline(MAX_LINE)) or rest.endswith(b"\n"):
                break
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        yield text.removeprefix("\ufeff") if first else text
        first = False
