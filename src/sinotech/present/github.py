"""Diagnostics as commands that GitHub Actions shows beside the lines of a change."""

import os
from collections.abc import Iterator

from sinotech.checking.codes import ERROR, NOTE, WARNING
from sinotech.checking.diagnostic import Diagnostic
from sinotech.checking.run import Run
from sinotech.present.form import Format
from sinotech.safe import visible

_COMMANDS = {ERROR: "error", WARNING: "warning", NOTE: "notice"}
"""What GitHub calls each level."""

_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
"""What stands for a character of a message."""

_OF_PROPERTIES = {**_ESCAPES, ":": "%3A", ",": "%2C"}
"""What stands for a character of a property."""


class GitHub(Format):
    """A command for each finding."""

    takes_fields = False

    def texts(self, found: Iterator[Diagnostic], run: Run) -> Iterator[str]:  # noqa: ARG002
        """Yield the commands for what is *found*."""
        return map(as_github, found)


def as_github(diagnostic: Diagnostic) -> str:
    """Return the command for *diagnostic*, a line with its end.

    Columns are left out where it ends on another line: GitHub takes none then.
    """
    one = diagnostic
    path = os.path.normpath(one.path).replace(os.sep, "/")
    properties: dict[str, object] = {"file": path, "line": one.line}
    if one.line == one.end_line:
        properties["col"] = one.column
    properties["endLine"] = one.end_line
    if one.line == one.end_line:
        properties["endColumn"] = one.end_column
    properties["title"] = f"sinotech {one.code}"
    told = ",".join(
        f"{name}={_escape(str(value), _OF_PROPERTIES)}"
        for name, value in properties.items()
    )
    return f"::{_COMMANDS[one.level]} {told}::{_escape(one.full_message, _ESCAPES)}\n"


def _escape(text: str, escapes: dict[str, str]) -> str:
    return visible("".join(escapes.get(sign, sign) for sign in text))
