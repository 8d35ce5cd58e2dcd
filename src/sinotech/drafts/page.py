"""A page of elements, HTML's or what Markdown stands for, gathered into blocks."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from sinotech.drafts.blocks import Builder, Comment, Part, Region
from sinotech.drafts.elements import (
    BLOCKS,
    CLOSED,
    FOREIGN,
    HEAD_HOLDS,
    PARAGRAPH_STAYS,
    REGIONS,
    SCOPES,
    THROUGH_WALLS,
    VOID,
    WALLS,
    Element,
    leaves_blank,
)
from sinotech.drafts.tags import RAW, Run, Tag, entities_of, tokens_of

_DEEPEST = 512
"""Elements within each other that are heeded: as many as Chromium heeds."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""The raised form of each digit."""


class Page:
    """Gathers the blocks of a document whose elements and texts it is told in order.

    What is complete is in *parts*, for the caller to take out.
    """

    def __init__(self, *, is_xml: bool = False) -> None:
        """Begin with nothing. In XML, an empty tag ends its own element."""
        self.parts: list[Part] = []
        self._builder = Builder()
        self._is_xml = is_xml
        self._open = [Element("")]
        self._names: Counter[str] = Counter()
        self._deeper: Counter[str] = Counter()
        self._is_broken = False

    def drained(self) -> Iterator[Part]:
        """Yield what is complete, and forget it."""
        if self.parts:
            yield from self.parts
            self.parts.clear()

    def html(
        self, html: str, begins: Sequence[int], ends: Sequence[int]
    ) -> Iterator[Part]:
        """Take in *html*, whose characters stand between *begins* and *ends*."""
        for token in tokens_of(html, self._is_raw):
            if isinstance(token, Run):
                self._run(html, token, begins, ends)
            else:
                begin, end = begins[token.begin], ends[token.end - 1]
                if isinstance(token, Tag):
                    self._tag(token, begin, end)
                else:
                    self.parts.append(Comment(begin, end, token.text, token.closed))
            yield from self.drained()

    def _tag(self, tag: Tag, begin: int, end: int) -> None:
        """Take in *tag*, which stands between *begin* and *end*."""
        if tag.is_end:
            self.end(tag.name, begin, end)
            return
        self.start(tag.name, tag.attributes, begin, end)
        if self._ends_itself(tag) and tag.name not in VOID:
            self.end(tag.name, begin, end)

    def _is_raw(self, tag: Tag) -> bool:
        """Whether *tag*, which was taken in, begins text in which nothing is a tag."""
        is_plain = tag.name in RAW and not tag.is_end and not self._is_foreign()
        return is_plain and not self._ends_itself(tag)

    def _ends_itself(self, tag: Tag) -> bool:
        return tag.is_empty and (self._is_xml or self._is_foreign())

    def _is_foreign(self) -> bool:
        return any(self._names[name] for name in FOREIGN)

    def _run(
        self, html: str, run: Run, begins: Sequence[int], ends: Sequence[int]
    ) -> None:
        """Take in a run of text, its entities decoded."""
        at = run.begin
        for first, last, text in entities_of(html, run.begin, run.end):
            self.text(html[at:first], begins[at:first], ends[at:first])
            self.say(text, begins[first], ends[last - 1])
            at = last
        end = run.end
        self.text(html[at:end], begins[at:end], ends[at:end])

    def text(self, text: str, begins: Sequence[int], ends: Sequence[int]) -> None:
        """Take in *text*, whose characters stand between *begins* and *ends*."""
        if self._open[-1].name == "head" and not text.isspace():
            self._close({"head"}, (), begins[0])
        inside = self._open[-1]
        if inside.is_hidden or not text:
            return
        if not text.isspace():
            self._is_broken = False
        if inside.is_raised:
            text = text.translate(RAISED)
        self._builder.join(text, begins, ends)

    def say(self, text: str, begin: int, end: int) -> None:
        """Take in *text*, which the source says between *begin* and *end*."""
        size = len(text)
        self.text(text, (begin,) * size, (end,) * size)

    def start(
        self, name: str, attributes: dict[str, str], begin: int, end: int
    ) -> None:
        """Begin the element *name*; its start tag stands between *begin* and *end*."""
        if self._open[-1].name == "head" and name not in HEAD_HOLDS:
            self._close({"head"}, (), end)
        if name in BLOCKS:
            self._begin_block(name, end)
        if name in VOID:
            self._void(name, begin, end)
            return
        if leaves_blank(name):
            self.say(" ", begin, end)
        elif name == "q":
            self.say("“", begin, end)
        self._push(self._open[-1].holding(name, attributes, begin))

    def _push(self, element: Element) -> None:
        """Have *element* open; not if it changes nothing, for many are never closed."""
        if len(self._open) > _DEEPEST:
            self._deeper[element.name] += 1
            return
        inside = self._open[-1]
        changes = element.name in BLOCKS or not element.is_like(inside)
        if changes or inside.is_hidden or self._names[element.name]:
            self._open.append(element)
            self._names[element.name] += 1

    def _begin_block(self, name: str, end: int) -> None:
        """End the block before the block *name*, and the elements that it ends."""
        self._break()
        if name not in PARAGRAPH_STAYS:
            self._close({"p"}, SCOPES, end)
        if name in CLOSED:
            self._close(*CLOSED[name], end)

    def _void(self, name: str, begin: int, end: int) -> None:
        """Take in an element that holds nothing; two line breaks end a block."""
        if name == "br":
            if self._is_broken:
                self.flush()
            self.say("\n", begin, end)
            self._is_broken = True
        elif name in {"img", "input", "embed"}:
            self.say(" ", begin, end)

    def end(self, name: str, begin: int, end: int) -> None:
        """End the element *name*, whose end tag stands between *begin* and *end*."""
        if self._deeper[name]:
            self._deeper[name] -= 1
            return
        if name in BLOCKS:
            self._break()
        self._close({name}, (), end)
        if name == "q":
            self.say("”", begin, end)
        elif name == "br":  # which browsers take for a start tag
            self._void(name, begin, end)

    def _close(self, names: set[str], within: Collection[str], end: int) -> None:
        """Close the innermost open element of *names*, and all that is in it.

        None is looked for beyond a wall, or an element *within* which to look.
        """
        if not any(self._names[name] for name in names):
            return
        walls = () if names <= THROUGH_WALLS else WALLS
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name in names:
                break
            if self._open[at].name in within or self._open[at].name in walls:
                return
        else:
            return
        if any(one.name in BLOCKS and not one.is_hidden for one in self._open[at:]):
            self.flush()
        for element in reversed(self._open[at:]):
            self._names[element.name] -= 1
            if element.name in REGIONS:
                self.parts.append(Region(element.begin, max(end, element.begin)))
        del self._open[at:]
        self._deeper.clear()

    def _break(self) -> None:
        """End the block that has been gathered, unless what does that is not shown."""
        if not self._open[-1].is_hidden:
            self.flush()

    def flush(self) -> None:
        """End the block that has been gathered, if any."""
        self._is_broken = False
        shown = next(one for one in reversed(self._open) if not one.is_hidden)
        if block := self._builder.block(shown.kind):
            self.parts.append(block)
