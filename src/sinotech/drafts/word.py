"""A part of a Word document walked through: its paragraphs, as a reader sees them.

Deleted, moved and hidden text is left out, also what a style hides; so is the second
form of a text box, which is for old programs.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sinotech.drafts.blocks import LONGEST
from sinotech.drafts.page import RAISED
from sinotech.drafts.wordstyles import UNREAD, Styles
from sinotech.drafts.wordxml import is_on, walk

_SKIPPED = frozenset(
    """del moveFrom Fallback rt rPrChange pPrChange sectPrChange tblPrChange
    tblPrExChange tcPrChange trPrChange tblGridChange numberingChange""".split()
)
"""Elements that hold what was deleted or moved away, a text box once more, how a sign
is pronounced, and how something was formatted before a change."""

_GONE = frozenset(("del", "moveFrom"))
"""Elements that, among the properties of a paragraph, say that its end is gone."""

_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\v",
    "cr": "\v",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
"""What some elements of a run stand for."""

_PRIVATE = range(0xD800, 0xF900)
"""Halves of characters, and signs of fonts like Wingdings: their numbers do not tell
what they show."""

_RAISED_BY = 6
"""Half points by which characters are raised that stand for an exponent or a note: a
third of a line of 9 points."""

_BODY_LEVEL = "9"
"""The outline level of what is no heading."""

_NOTES = frozenset(("footnote", "endnote"))
"""Notes; those of a type are the lines that part notes from the text."""

_ONE_LINE = str.maketrans("\r\n", "  ")


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its *texts*, each with the number of its element, and what it is.

    The *kind* is that of a block, or empty if it is no prose. One whose end was deleted
    *is_joined* to the next, whose kind is that of both.
    """

    kind: str = ""
    texts: list[tuple[str, int]] = field(default_factory=list)
    style: str = ""
    is_cell: bool = False
    is_heading: bool = False
    is_item: bool = False
    is_joined: bool = False
    is_complete: bool = False


@dataclass(slots=True)
class _Run:
    """A run of characters that look the same."""

    is_hidden: bool = False
    is_raised: bool = False


class Walk:
    """A walk through a part, whose paragraphs are of *kind*, if it says one."""

    def __init__(self, styles: Styles, kind: str = "") -> None:
        """Begin before the first element."""
        self._styles = styles
        self._kind = kind
        self._element = -1
        self._skipped = 0
        self._cells = 0
        self._in_properties = 0
        self._is_text = False
        self._controls: list[bool] = []
        self._placeholders = 0
        self._found: deque[Paragraph] = deque()
        self._open: list[Paragraph] = []
        self._runs: list[_Run] = []
        self._starts: dict[str, Callable[[dict[str, str]], None]] = {
            "p": self._begin_paragraph,
            "r": self._begin_run,
            "t": self._begin_text,
            "sym": self._symbol,
            "pPr": self._begin_properties,
            "tc": self._begin_cell,
            "sdt": self._begin_control,
            "showingPlcHdr": self._placeholder,
            "pStyle": self._style,
            "numId": self._number,
            "outlineLvl": self._level,
            "vanish": self._vanish,
            "strike": self._strike,
            "dstrike": self._strike,
            "rStyle": self._run_style,
            "vertAlign": self._align,
            "position": self._position,
        }
        self._ends: dict[str, Callable[[], None]] = {
            "p": self._end_paragraph,
            "r": self._end_run,
            "t": self._end_text,
            "pPr": self._end_properties,
            "tc": self._end_cell,
            "sdt": self._end_control,
        }

    def paragraphs(self, pieces: Iterable[bytes]) -> Iterator[Paragraph]:
        """Yield the paragraphs of the XML in *pieces*, in order of their start tags.

        Raises ValueError if the XML is broken.
        """
        for _ in walk(pieces, self):
            while self._found and self._found[0].is_complete:
                yield self._found.popleft()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in that an element begins."""
        self._element += 1
        if name in _GONE and self._in_properties and not self._skipped and self._open:
            self._open[-1].is_joined = True
        is_line = name in _NOTES and "type" in attributes
        if self._skipped or name in _SKIPPED or is_line:
            self._skipped += 1
        elif name in self._starts:
            self._starts[name](attributes)
        elif name in _SIGNS and self._is_in_run():
            self._say(_SIGNS[name])

    def end(self, name: str) -> None:
        """Take in that an element ends."""
        if self._skipped:
            self._skipped -= 1
        elif name in self._ends:
            self._ends[name]()

    def data(self, text: str) -> None:
        """Take in text."""
        if self._is_text and not self._skipped:
            self._say(text.translate(_ONE_LINE))

    def _is_in_run(self) -> bool:
        return bool(self._runs and self._open) and not self._in_properties

    def _say(self, text: str) -> None:
        """Add *text*, which the present element gives, if it is shown.

        No more is kept than a paragraph may have, and one character: it is refused.
        """
        if not self._is_in_run() or self._runs[-1].is_hidden:
            return
        if self._runs[-1].is_raised:
            text = text.translate(RAISED)
        texts = self._open[-1].texts
        if texts and texts[-1][1] == self._element:
            if len(texts[-1][0]) > LONGEST:
                return
            text = texts.pop()[0] + text
        texts.append((text, self._element))

    def _begin_paragraph(self, _: dict[str, str]) -> None:
        paragraph = Paragraph(is_cell=bool(self._cells))
        self._found.append(paragraph)
        self._open.append(paragraph)

    def _end_paragraph(self) -> None:
        if self._open:
            paragraph = self._open.pop()
            paragraph.kind = self._kind_of(paragraph)
            paragraph.is_complete = True

    def _kind_of(self, paragraph: Paragraph) -> str:
        kind = self._styles.kind_of(paragraph.style)
        if kind == UNREAD:
            return ""
        if self._kind:
            return self._kind
        if paragraph.is_heading or kind == "heading":
            return "heading"
        if paragraph.is_cell:
            return "cell"
        return kind or ("item" if paragraph.is_item else "paragraph")

    def _begin_run(self, _: dict[str, str]) -> None:
        is_hidden = self._placeholders > 0
        if self._runs:
            is_hidden = is_hidden or self._runs[-1].is_hidden
        if self._open:
            is_hidden = is_hidden or self._styles.hides(self._open[-1].style)
        self._runs.append(_Run(is_hidden))

    def _end_run(self) -> None:
        if self._runs:
            self._runs.pop()

    def _begin_text(self, _: dict[str, str]) -> None:
        self._is_text = True

    def _end_text(self) -> None:
        self._is_text = False

    def _symbol(self, attributes: dict[str, str]) -> None:
        code = int(attributes.get("char", "20"), 16)
        self._say(" " if code in _PRIVATE or code < ord(" ") else chr(code))

    def _begin_properties(self, _: dict[str, str]) -> None:
        self._in_properties += 1

    def _end_properties(self) -> None:
        self._in_properties -= 1

    def _begin_cell(self, _: dict[str, str]) -> None:
        self._cells += 1

    def _end_cell(self) -> None:
        self._cells -= 1

    def _begin_control(self, _: dict[str, str]) -> None:
        self._controls.append(False)

    def _end_control(self) -> None:
        if self._controls:
            self._placeholders -= self._controls.pop()

    def _placeholder(self, attributes: dict[str, str]) -> None:
        if self._controls:
            is_placeholder = is_on(attributes)
            self._placeholders += is_placeholder - self._controls[-1]
            self._controls[-1] = is_placeholder

    def _style(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].style = attributes.get("val", "")

    def _number(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].is_item = attributes.get("val") != "0"

    def _level(self, attributes: dict[str, str]) -> None:
        if self._open:
            self._open[-1].is_heading = attributes.get("val") != _BODY_LEVEL

    def _vanish(self, attributes: dict[str, str]) -> None:
        if self._is_in_run():
            self._runs[-1].is_hidden = is_on(attributes)

    def _strike(self, attributes: dict[str, str]) -> None:
        if self._is_in_run() and is_on(attributes):
            self._runs[-1].is_hidden = True

    def _run_style(self, attributes: dict[str, str]) -> None:
        if self._is_in_run() and self._styles.hides(attributes.get("val", "")):
            self._runs[-1].is_hidden = True

    def _align(self, attributes: dict[str, str]) -> None:
        if self._is_in_run():
            self._runs[-1].is_raised = attributes.get("val") == "superscript"

    def _position(self, attributes: dict[str, str]) -> None:
        """Take in how far characters are raised, as LibreOffice may write it."""
        height = attributes.get("val", "0")
        if self._is_in_run() and height.isdecimal() and int(height) >= _RAISED_BY:
            self._runs[-1].is_raised = True
