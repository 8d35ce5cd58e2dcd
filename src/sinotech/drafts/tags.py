"""HTML cut into tags, comments and text, as browsers cut it.

By hand, because ``html.parser`` cuts otherwise from one Python to the next, takes a
comment without an end for text, and needs hours for some pages of a megabyte. The rules
are those of the HTML standard, section 13.2.5: a tag or a comment that never ends takes
all that follows with it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.entities import html5

from sinotech.drafts.blocks import Comment

RAW = frozenset(
    """iframe noembed noframes noscript plaintext script style textarea title
    xmp""".split()
)
"""Elements in which nothing is a tag but the one that ends them, in a browser that runs
scripts."""


@dataclass(slots=True)
class Tag:
    """A tag between the offsets *begin* and *end*, its *name* in small letters."""

    name: str
    begin: int
    end: int
    is_end: bool
    is_empty: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Run:
    """Text between the offsets *begin* and *end*: entities are still to be decoded."""

    begin: int
    end: int


_MARKUP = re.compile(
    r"""(?xs)<!--(?P<comment>>|->|.*?(?:--!?>|\Z))
    | <(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*)
    | <[!?/][^>]*(?:>|\Z)"""
)
_ATTRIBUTE = re.compile(
    r"""(?xs)[\s/]*(?P<name>[^\s/>][^\s/>=]*)
    (?:\s*=\s*(?:"(?P<double>[^"]*)(?:"|\Z)|'(?P<single>[^']*)(?:'|\Z)
    |(?P<bare>[^\s>"'][^\s>]*)))?"""
)
_TAG_END = re.compile(r"[\s/]*(?:>|\Z)")
_COMMENT_END = re.compile(r"-*!?>\Z")
_ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def tokens_of(
    html: str, is_raw: Callable[[Tag], bool]
) -> Iterator[Tag | Comment | Run]:
    """Yield what *html* consists of, in its order.

    *is_raw* is asked of each tag, once it is taken in, whether it begins an element in
    which nothing is a tag.
    """
    at = 0
    while found := _MARKUP.search(html, at):
        if at < found.start():
            yield Run(at, found.start())
        at = found.end()
        if found["name"]:
            tag = _tag(html, found)
            at = tag.end
            yield tag
            if is_raw(tag):
                at = _raw_end(html, tag)
        elif found["comment"] is not None:
            text = found["comment"]
            end = _COMMENT_END.search(text)
            inside = text[: end.start()] if end else text
            yield Comment(*found.span(), inside, closed=bool(end))
    if at < len(html):
        yield Run(at, len(html))


def _tag(html: str, found: "re.Match[str]") -> Tag:
    """Return the tag whose beginning is *found*."""
    attributes: dict[str, str] = {}
    at = found.end()
    while not (end := _TAG_END.match(html, at)):
        read = _ATTRIBUTE.match(html, at)
        if read is None:  # nothing else can stand there
            break
        value = read["double"] or read["single"] or read["bare"] or ""
        attributes.setdefault(read["name"].lower(), value)
        at = read.end()
    at = end.end() if end else len(html)
    is_empty = html[at - 2 : at] == "/>"
    name = found["name"].lower()
    return Tag(name, found.start(), at, bool(found["end"]), is_empty, attributes)


def _raw_end(html: str, tag: Tag) -> int:
    """Return where the text of the element ends that *tag* begins."""
    end = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(html, tag.end)
    return end.start() if end and tag.name != "plaintext" else len(html)


def entities_of(html: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield where each entity between *begin* and *end* of *html* stands, and its text.

    >>> list(entities_of("R&amp;D &#8212; &notit; &nosuch;", 0, 32))
    [(1, 6, '&'), (8, 15, '—'), (16, 20, '¬')]
    """
    from html import unescape

    for found in _ENTITY.finditer(html, begin, end):
        name = found[0]
        if name[1] != "#" and name[1:] not in html5:
            name = next(
                (
                    name[:size]
                    for size in range(len(name) - 1, 2, -1)
                    if name[1:size] in html5
                ),
                "",
            )
        if name:
            yield found.start(), found.start() + len(name), unescape(name)
