"""Markdown to blocks: what pyromark reads, told as the elements that it stands for."""

import re
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from sinotech.drafts.blocks import Builder, Part
from sinotech.drafts.extra import is_absent
from sinotech.drafts.page import Page
from sinotech.errors import DraftError

if TYPE_CHECKING:
    from pyromark import Options
    from pyromark.event import Event

_EXTENSIONS = """TABLES FOOTNOTES STRIKETHROUGH TASKLISTS HEADING_ATTRIBUTES GFM
    DEFINITION_LIST""".split()
"""What Markdown is read beside CommonMark. Formulas are not: two sums in dollars would
be one."""

_FRONT_MATTER = re.compile(
    r"""(?xs)\ufeff?(?:(?P<yaml>---)|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?![ \t]*(?:\r|\n))
    (?:.*?(?:\r\n|\r|\n))??
    (?(yaml)(?:---|\.\.\.)|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)"""
)
"""Data at the top of a file, in YAML or TOML; a rule there has a blank line below."""

_LONE_CR = re.compile(r"\r(?!\n)")
"""A line end that pulldown-cmark 0.13 overlooks in HTML; another is as long."""

_NAMES = {
    "Paragraph": "p",
    "Item": "li",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
    "TableHead": "tr",
    "TableRow": "tr",
    "TableCell": "td",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
    "Superscript": "sup",
    "Subscript": "sub",
    "Heading": "h1",
    "CodeBlock": "pre",
    "List": "ul",
    "FootnoteDefinition": "aside",
    "Table": "table",
    "Link": "a",
    "Image": "object",
}
"""The element that each of Markdown's stands for. A picture's text is not shown."""

_NOTE = {"class": "footnote"}
_HIDDEN = {"hidden": ""}
_ADDRESSES = frozenset(("Autolink", "Email"))


def require(name: str) -> None:
    """Raise DraftError, for the file *name*, unless pyromark is installed, and new."""
    try:
        from pyromark import events_with_range  # noqa: F401
    except ImportError as error:
        if not is_absent(error):
            raise
        message = f"{name} is Markdown, which needs the extra check"
        raise DraftError(message, "install it: pip install 'sinotech[check]'") from None


def parse(source: str) -> Iterator[Part]:
    """Yield the parts of *source*. pyromark must be installed: see `require`."""
    from pyromark import events_with_range

    front = _FRONT_MATTER.match(source)
    first = front.end() if front else int(source.startswith("\ufeff"))
    text = _LONE_CR.sub("\n", source[first:])
    points = _Points(text, first)
    reading = _Reading(source)
    for event, place in events_with_range(text, options=_options()):
        yield from reading.take(event, points[place["start"]], points[place["end"]])
    reading.page.flush()
    yield from reading.page.drained()


def _options() -> "Options":
    from pyromark import Options

    options = Options(0)
    for name in _EXTENSIONS:
        options |= Options[f"ENABLE_{name}"]
    return options


class _Points:
    """The offset in code points of each offset in bytes of a text's UTF-8."""

    _STEP = 256
    _CONTINUED = bytes(range(0x80, 0xC0))
    """Bytes that begin no character."""

    def __init__(self, text: str, first: int) -> None:
        """Count the code points of *text*, from *first*."""
        self._bytes = text.encode()
        self._first = first
        steps = range(0, len(self._bytes), self._STEP)
        self._counts: array[int] | None = None
        if len(self._bytes) != len(text):
            counts = (self._count(at, at + self._STEP) for at in steps)
            self._counts = array("I", accumulate(counts, initial=0))

    def _count(self, begin: int, end: int) -> int:
        return len(self._bytes[begin:end].translate(None, self._CONTINUED))

    def __getitem__(self, at: int) -> int:
        """Return the offset in code points of byte *at*."""
        if self._counts is None:
            return self._first + at
        step, rest = divmod(at, self._STEP)
        return self._first + self._counts[step] + self._count(at - rest, at)


class _Reading:
    """Tells a page what is read in a Markdown source."""

    def __init__(self, source: str) -> None:
        """Begin to read *source*."""
        self.page = Page()
        self._source = source
        self._html: Builder | None = None

    def take(self, event: "Event", begin: int, end: int) -> Iterator[Part]:
        """Take in *event*, which stands between *begin* and *end*."""
        if isinstance(event, str):
            self._mark(event, begin, end)
        else:
            ((what, value),) = event.items()
            if what in {"Html", "InlineHtml"} or value == "HtmlBlock":
                yield from self._take_html(what, begin, end)
            else:
                self._take(what, value, begin, end)
        yield from self.page.drained()

    def _mark(self, event: str, begin: int, end: int) -> None:
        """Take in a line end or a rule."""
        if event == "Rule":
            self.page.flush()
        else:
            self.page.say("\n", begin, end)

    def _take(self, what: str, value: Any, begin: int, end: int) -> None:  # noqa: ANN401
        """Take in text, or where an element begins or ends."""
        match what:
            case "Text":
                self._text(value, begin, end)
            case "Start":
                self._start(value, begin, end)
            case "End":
                self.page.end(_name(value), end, end)
            case "Code":
                self.page.say(" ", begin, end)
            case "FootnoteReference":
                self.page.say("[1]", begin, end)  # left out, as others are
            case _:  # the box of a task
                pass

    def _text(self, text: str, begin: int, end: int) -> None:
        if self._source[begin:end] == text:
            self.page.text(text, range(begin, end), range(begin + 1, end + 1))
        else:
            self.page.say(text, begin, end)

    def _start(self, value: "str | dict[str, Any]", begin: int, end: int) -> None:
        """Begin the element that *value* describes."""
        name, attributes = _name(value), {}
        if _of(value) == "FootnoteDefinition":
            attributes = _NOTE
        elif name == "a" and isinstance(value, dict):
            link = value["Link"]
            if link["link_type"] in _ADDRESSES:
                self.page.say(" ", begin, end)
                attributes = _HIDDEN
            elif link["link_type"] == "Shortcut" and link["id"].isdecimal():
                attributes = _HIDDEN  # [3], with an address elsewhere
        self.page.start(name, attributes, begin, end)

    def _take_html(self, what: str, begin: int, end: int) -> Iterator[Part]:
        """Take in HTML: a tag in a line, or a block, line by line."""
        text = self._source[begin:end]
        places = range(begin, end), range(begin + 1, end + 1)
        if what == "InlineHtml":
            yield from self.page.html(text, *places)
        elif what == "Start":
            self._html = Builder()
        elif what == "Html" and self._html is not None:
            self._html.join(text, *places)
        elif self._html is not None:
            yield from self.page.html(*self._html.gathered())
            self._html = None


def _of(value: "str | dict[str, Any]") -> str:
    """Return the name of what begins or ends, as pyromark calls it."""
    return value if isinstance(value, str) else next(iter(value))


def _name(value: "str | dict[str, Any]") -> str:
    """Return the element that *value* stands for."""
    name = _of(value)
    if name == "BlockQuote":  # a note to the reader, or a quotation
        is_note = isinstance(value, dict) and value["BlockQuote"] is not None
        return "aside" if is_note else "blockquote"
    return _NAMES.get(name, "div")
