"""Plain text to blocks: blank lines part paragraphs, other line ends are blanks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sinotech.drafts.blocks import Builder, Comment, Part

_UNWRAPPED = 160
"""Characters that no line has where an editor breaks them: such a line is a
paragraph, and so are the lines about it."""

_HEADING = 100
"""Characters of a line by itself that may be a heading, if no mark ends it."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_COMMENT = re.compile(
    r"<!--(?P<text>\s*sinotech\b(?:(?!<!--)[\s\S]){0,500}?)-->|<!--(?P<rest>\s*sinotech\b[^\r\n]*)"
)
_FRONT = re.compile(
    r"(?P<quote>(?:\s*>)*)\s*(?P<bullet>(?:[-*+•·▪◦‣]|\(?\d{1,2}[.)])\s+(?=\S))?"
)
_RULE = re.compile(r"\W*|[\W_]{3,}")
_INDENTED = "\u3000\u3000"
"""How a Chinese paragraph begins."""

_ENDS = tuple(".!?:;。！？：；")
_CLOSING = "\"'”’»」』)）"
"""Signs that end a sentence, and that may follow them."""


@dataclass(slots=True)
class _Line:
    """A line of text without its comments: the pieces of it that are left.

    Its text begins at *item* if it begins an item; else that is 0.
    """

    pieces: list[tuple[int, int]]
    text: str
    is_quoted: bool = False
    item: int = 0


def parse(source: str) -> Iterator[Part]:
    """Yield the parts of *source*."""
    comments = list(_comments(source))
    yield from comments
    lines: list[_Line] = []
    for line in _lines(source, comments):
        if _RULE.fullmatch(line.text):
            yield from _paragraphs(source, lines)
            lines = []
        else:
            lines.append(line)
    yield from _paragraphs(source, lines)


def _comments(source: str) -> Iterator[Comment]:
    for found in _COMMENT.finditer(source):
        is_closed = found["text"] is not None
        text = found["text"] if is_closed else found["rest"]
        yield Comment(*found.span(), text, closed=is_closed)


def _lines(source: str, comments: list[Comment]) -> Iterator[_Line]:
    """Yield the lines of *source*, of which *comments* are no part."""
    at = 0
    for found in _LINE.finditer(source, int(source.startswith("\ufeff"))):
        begin, end = found.span()
        pieces = []
        while at < len(comments) and comments[at].begin < end:
            pieces.append((begin, comments[at].begin))
            begin = comments[at].end
            if begin >= end:
                break
            at += 1
        pieces.append((begin, end))
        yield _line(source, [(first, last) for first, last in pieces if first < last])


def _line(source: str, pieces: list[tuple[int, int]]) -> _Line:
    """Return what *pieces* of a line of *source* make, without its marks in front."""
    if not pieces:
        return _Line([], "")
    front = _FRONT.match(source, *pieces[0])
    is_quoted, item = False, 0
    if front:
        is_quoted = bool(front["quote"])
        pieces[0] = front.end("quote"), pieces[0][1]
        item = front.end() if front["bullet"] else 0
    text = "".join(source[first:last] for first, last in pieces)
    return _Line(pieces, text, is_quoted, item)


def _paragraphs(source: str, lines: list[_Line]) -> Iterator[Part]:
    """Yield the blocks that *lines* between two blank ones are."""
    is_wrapped = all(len(line.text) < _UNWRAPPED for line in lines)
    paragraph: list[_Line] = []
    for line in lines:
        if paragraph and (not is_wrapped or _begins(line, paragraph)):
            yield from _block(source, paragraph)
            paragraph = []
        paragraph.append(line)
    yield from _block(source, paragraph)


def _begins(line: _Line, paragraph: list[_Line]) -> bool:
    """Whether *line* begins another block than the *paragraph* before it.

    A line that begins like an item may be one only among items, or behind a colon:
    a year or a dash may be in front of any line.
    """
    before = paragraph[-1]
    if line.is_quoted != before.is_quoted or line.text.startswith(_INDENTED):
        return True
    may_be_item = bool(paragraph[0].item) or before.text.rstrip().endswith((":", "："))
    return bool(line.item) and may_be_item


def _block(source: str, lines: Iterable[_Line]) -> Iterator[Part]:
    """Yield the block that *lines* are, if there is prose in them."""
    builder = Builder()
    lines = list(lines)
    if not lines:
        return
    for line in lines:
        for begin, end in line.pieces:
            first = max(begin, lines[0].item)
            builder.add(source[first:end], first, end)
    text = lines[0].text.strip()
    ends = text.rstrip(_CLOSING).endswith(_ENDS)
    kind = "paragraph"
    if lines[0].is_quoted:
        kind = "quotation"
    elif lines[0].item:
        kind = "item"
    elif len(lines) == 1 and len(text) < _HEADING and not ends:
        kind = "heading"
    if block := builder.block(kind):
        yield block
