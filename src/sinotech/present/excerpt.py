"""Diagnostics on a terminal: folded to its width, with the sentence below."""

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from sinotech.checking.diagnostic import Diagnostic
from sinotech.present.checked import place_of
from sinotech.present.safe import visible

INDENT = 2
"""Columns by which the sentence is set in."""

CUT = "…"
"""Stands where a sentence was cut to the width."""

_COLORS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
"""How the code of a diagnostic is set, by its level."""


def draw_diagnostic(console: Console, diagnostic: Diagnostic) -> None:
    """Print *diagnostic*, folded where it must be, and its sentence with a caret."""
    line = Text(overflow="fold")
    line.append(visible(place_of(diagnostic)), "bold").append(": ")
    line.append(diagnostic.code, _COLORS[diagnostic.level])
    line.append(f" {visible(diagnostic.full_message)}")
    console.print(line)
    sentence, carets = excerpt(diagnostic.sentence, console.width - INDENT)
    for text, style in ((sentence, ""), (carets, _COLORS[diagnostic.level])):
        console.print(Text(" " * INDENT + text, style), soft_wrap=True)


def excerpt(sentence: str, width: int) -> tuple[str, str]:
    """Return a sentence cut to *width* columns, and the carets that go below it.

    >>> excerpt("China signed 119 agreements.", 16)
    ('China signed 11…', '^^^^^^^^^^^^^^^^')
    """
    shown = visible(sentence)
    if cell_len(shown) > width:
        shown = set_cell_size(shown, width - len(CUT)).rstrip() + CUT
    return shown, "^" * cell_len(shown)
