"""Diagnostics on a terminal: folded to its width, with the sentence below."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from sinotech.checking.diagnostic import Diagnostic
from sinotech.present.checked import place_of
from sinotech.safe import visible

INDENT = 2
"""Columns by which the sentence is set in."""

BEFORE = 0.6
"""Share of the room beside what differs that is given to the words before it."""

CUT = "…"
"""Stands where a sentence was cut to the width."""

_COLORS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
"""How the code of a diagnostic is set, by its level."""


def draw_diagnostic(console: Console, diagnostic: Diagnostic) -> None:
    """Print *diagnostic*, folded where it must be, its sentence with carets, a gap."""
    line = Text(overflow="fold")
    line.append(visible(place_of(diagnostic)), "bold").append(": ")
    line.append(diagnostic.code, _COLORS[diagnostic.level])
    line.append(f" {visible(diagnostic.full_message)}")
    for part in line.wrap(console, console.width):
        part.rstrip()
        console.print(part)
    width = console.width - INDENT
    sentence, carets = excerpt(diagnostic.sentence, diagnostic.differs, width)
    for text, style in ((sentence, ""), (carets, _COLORS[diagnostic.level])):
        console.print(Text(" " * INDENT + text, style), soft_wrap=True)
    console.print()


def excerpt(sentence: str, differs: Sequence[str], width: int) -> tuple[str, str]:
    """Return a sentence cut to *width* columns, and the carets that go below it.

    They are below what *differs* of it, if each of that stands in it once; else below
    all of it. If it is too long, what is shown begins a little before them.

    >>> excerpt("China signed 119 agreements.", ["119"], 20)
    ('China signed 119 ag…', '             ^^^')
    >>> excerpt("In that year, China signed 119 agreements.", ["119"], 20)
    ('…a signed 119 agree…', '          ^^^')
    """
    shown = visible(sentence)
    spans = _spans(shown, differs)
    first = _first_shown(shown, spans, width) if cell_len(shown) > width else 0
    if first:
        shown = CUT + shown[first:]
        spans = [(a - first + 1, b - first + 1) for a, b in spans]
    if cell_len(shown) > width:
        shown = set_cell_size(shown, width - 1) + CUT
    return shown, _carets(shown, spans)


def _spans(sentence: str, differs: Sequence[str]) -> list[tuple[int, int]]:
    """Return where in a sentence the words stand that differ; else all of it."""
    places = [(sentence.find(one), len(one)) for one in differs if one]
    if not places or any(sentence.count(one) != 1 for one in differs):
        return [(0, len(sentence))]
    return sorted((begin, begin + length) for begin, length in places)


def _first_shown(sentence: str, spans: Sequence[tuple[int, int]], width: int) -> int:
    """Return with which character of a sentence that is too long to begin."""
    begin, end = spans[0]
    if cell_len(sentence[:end]) < width:
        return 0
    room = width - cell_len(sentence[begin:end]) - 2 * len(CUT)
    while begin and cell_len(sentence[begin - 1 : spans[0][0]]) <= room * BEFORE:
        begin -= 1
    return begin


def _carets(shown: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return carets below *spans* of what is shown, as wide as its characters are."""
    line = ""
    for begin, end in spans:
        line += " " * (cell_len(shown[:begin]) - len(line))
        line += "^" * (cell_len(shown[:end]) - len(line))
    return line
