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
    from sinotech.safe import visible

    try:
        print(visible(line), file=sys.stderr)  # noqa: T201
    except OSError:
        sys.stderr = _nowhere()
