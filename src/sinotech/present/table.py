"""Pages as Rich tables, for a terminal."""

import os

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sinotech.present.form import PageFormat
from sinotech.present.text import sentence
from sinotech.safe import ITALIC, is_nameless, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from sinotech.answers.answer import Answer
    from sinotech.checking.diagnostic import Diagnostic
    from sinotech.checking.run import Run
    from sinotech.present.page import Page, Section, Told

NARROW = 76
"""Columns below which rows are set one under the other instead of side by side."""

WIDEST_FIXED = 22
"""Characters of the widest cell that is never wrapped."""

WIDEST_BESIDE = 30
"""Columns of a wrapped column beside the one that holds most text."""

SPEAKS_FOR_ITSELF = {"What", "What it counts", "Source", "Value", "Meaning", "Role"}
"""Columns whose cells need no title where rows are stacked."""

NEVER_CUT = {"Id", "Code"}
"""Columns that are copied from, and so not wrapped where the text beside has room."""

NARROWEST = 40
"""Columns below which nothing can be read; a narrower terminal folds lines itself."""

NARROWEST_TEXT = 10
"""Columns that the text beside them must have for that; else ids break at hyphens."""

INDENT = 4
"""Columns by which the lines under a source are set in."""

STEP = 2
"""Columns by which a sentence is set in under another."""

WIDE = 160
"""Columns off a terminal, where nothing tells how wide the reader's screen is."""


class _Pipe(Console):
    """A console whose reader may stop reading; Rich would end with 1."""

    def on_broken_pipe(self) -> None:
        """Leave it to whoever printed."""
        raise BrokenPipeError


class Drawn(PageFormat):
    """Pages with tables as wide as the terminal, and colors where it has them."""

    def show(self, answer: "Answer") -> None:
        """Print the page of *answer*. Raises BrokenPipeError if nobody reads on."""
        page = self.page(answer)
        self.tell(answer)
        if page:
            draw(page)

    def show_findings(
        self,
        found: "Iterator[Diagnostic]",
        run: "Run",  # noqa: ARG002
        aside: "Callable[[], AbstractContextManager[None]]",
    ) -> None:
        """Draw each of what is *found*, with its sentence and what decides it."""
        from sinotech.present.excerpt import draw_diagnostic

        console = console_of_stdout()
        for one in found:
            with aside():
                draw_diagnostic(console, one)


def draw(page: "Page") -> None:
    """Print *page* on standard output. Raises BrokenPipeError if nobody reads on."""
    with console_of_stdout() as console:
        _draw(console, page)


def _draw(console: Console, page: "Page") -> None:
    if page.title:
        console.print(_text(page.title, "bold"))
    for line in page.lines:
        console.print(_text(line))
    for line in page.listing:
        console.print(_text(line), soft_wrap=True)
    for told in page.told:
        _draw_told(console, told)
    for section in page.sections:
        console.print()
        if section.heading:
            console.print(_text(section.heading + section.part, "bold cyan"))
        narrow = console.width < NARROW and not section.small
        if narrow and len(section.columns) > 1:
            _draw_stacked(console, section)
        else:
            console.print(_table(section, console.width))
    _draw_sources(console, page)


def console_of_stdout() -> Console:
    """Return a console that knows what it is, and does not ask again for each line."""
    found = _Pipe()
    told = found.is_terminal or os.environ.get("COLUMNS")
    return _Pipe(
        color_system=None if is_nameless() else "auto",
        force_terminal=found.is_terminal,
        width=max(found.width if told else WIDE, NARROWEST),
        height=found.height,
        highlight=False,
        emoji=False,
        markup=False,
    )


def _text(text: str, style: str = "") -> Text:
    """Return *text* as it stands: never markup, never an escape sequence."""
    return Text(visible(text), style=style, overflow="fold")


def _italics(text: str, style: str = "") -> Text:
    """Return *text* as it stands, with its marked italics."""
    shown = Text(style=style, overflow="fold")
    for index, part in enumerate(text.split(ITALIC)):
        shown.append(visible(part), "italic" if index % 2 else "")
    return shown


def _table(section: "Section", wide: int) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    shown = [i for i in range(len(section.columns)) if any(r[i] for r in section.rows)]
    cells = {i: [visible(row[i]) for row in section.rows] for i in shown}
    widths = {i: max(map(len, cells[i])) for i in shown}
    longest = max(shown, key=lambda i: widths[i])
    beside = sum(widths[i] + 2 for i in shown if i != longest)
    crowded = wide - min(beside, wide) < min(widths[longest], NARROWEST_TEXT)
    for index in shown:
        title = section.columns[index]
        fixed = widths[index] <= WIDEST_FIXED or title in NEVER_CUT
        if crowded and title in NEVER_CUT:
            cells[index] = [_broken(cell) for cell in cells[index]]
        fixed = fixed and not section.small
        most = None if fixed or index == longest else WIDEST_BESIDE
        lines = [line for cell in (title, *cells[index]) for line in cell.split("\n")]
        width = max(map(cell_len, lines)) if fixed else None
        table.add_column(
            title, overflow="fold", no_wrap=fixed, width=width, max_width=most
        )
    for at in range(len(section.rows)):
        table.add_row(*(Text(cells[index][at], overflow="fold") for index in shown))
    return table


def _broken(id_: str) -> str:
    """Return an id in lines of ``WIDEST_FIXED`` columns at most, broken at hyphens."""
    lines = [""]
    for part in id_.replace("-", "-\0").split("\0"):
        if lines[-1] and len(lines[-1]) + len(part) > WIDEST_FIXED:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _draw_told(console: Console, told: "Told") -> None:
    """Print a sentence set in by its depth, its label in bold.

    Where it is folded, the rest is set in further, so that labels stand out.
    """
    label = visible(told.label)
    text = Text(sentence(label, visible(told.text)), overflow="fold")
    text.stylize("bold", 0, len(label))
    if told.whole or not text:
        console.print(text, soft_wrap=True)
        return
    indent = STEP * told.depth
    for line in text.wrap(console, console.width - indent - STEP):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line))
        indent = STEP * (told.depth + 1)


def _draw_stacked(console: Console, section: "Section") -> None:
    """Print each row as lines: the first cell, the others indented under it."""
    for row in section.rows:
        cells = [pair for pair in zip(section.columns, row, strict=True) if pair[1]]
        console.print(_text(cells[0][1], "bold"))
        for title, cell in cells[1:]:
            told = cell if title in SPEAKS_FOR_ITSELF else f"{title}: {cell}"
            console.print(Padding(_text(told), (0, 0, 0, 2), expand=False))


def _draw_sources(console: Console, page: "Page") -> None:
    if not page.sources:
        return
    console.print()
    console.print(_text("Sources", "bold cyan"))
    for entry in page.sources:
        # a reference in a style is one line, so that it can be copied
        reference = _italics(f"{entry.mark} {entry.reference}")
        console.print(reference, soft_wrap=page.marks.style is not None)
        if entry.url:  # on a line of its own, unbroken, so that it can be copied
            console.print(_text(f"    {entry.url}"), soft_wrap=True)
        if page.marks.style:
            for line in entry.lines:
                told = Text(" " * INDENT).append(_italics(line, "dim"))
                console.print(told, soft_wrap=True)
        else:
            console.print(_indented(console, entry.lines), end="")


def _indented(console: Console, lines: "Sequence[str]") -> Text:
    """Return *lines*, each folded where it must be, as one text: drawn in one go."""
    most = console.width - INDENT
    folded = Text()
    for line in lines:
        text = _italics(line, "dim")
        parts = [text] if text.cell_len <= most else text.wrap(console, most)
        for part in parts:
            folded.append(" " * INDENT).append_text(part).append("\n")
    return folded
