"""YAML text to nodes: what the author wrote, and on which line.

YAML 1.1 would make ``NO`` false, ``012`` ten and ``12:30`` seven hundred and fifty;
here every scalar stays the text it is. Anchors, aliases, tags, second documents,
duplicate keys and deep nesting are refused. The parser's events are read one at a time,
and reading stops at the first that is too deep: libyaml takes a minute over 200,000
open brackets (measured), and PyYAML's own composer overflows the C stack on them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn, TypeAlias

import yaml

from sinotech.errors import quoted
from sinotech.findings import Findings

MAX_DEPTH = 10
"""Deepest nesting of a record: section, record, list, part, list, part, list, text."""

MAX_ITEMS = 10_000
"""Items and keys of all lists and mappings of an entry: a thousand citations or so."""

_Event: TypeAlias = Any  # a union that PyYAML does not type
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(slots=True)
class Scalar:
    """Text, as written; *plain* if it stood without quotes."""

    line: int
    text: str
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and what they hold; *lines* says where each key stands."""

    line: int
    items: "dict[str, Node]" = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping

Placed: TypeAlias = tuple[str, int, Node | None]
"""A section, a line, and what stands there; None in a section that is an empty list."""


CROWDED = f"an entry holds more than {MAX_ITEMS:,} items and keys"


class Unreadable(Exception):  # noqa: N818  # it ends one file's reading, no more
    """The text cannot be read on from here; the finding has been noted."""


def read_text(text: str, line: int, findings: Findings) -> Iterator[Placed]:
    """Yield ``(key, line, node)`` for each entry of the mapping that *text* is.

    The text begins on *line* of its file. A list is yielded item by item, under its
    key, so that it is never held whole; an empty one, once as None. What is wrong goes
    to *findings*; what can still be read is yielded.
    """
    try:
        yield from _Composer(text, line, findings).entries()
    except Unreadable:
        return
    except yaml.reader.ReaderError as error:
        at = line + text.count("\n", 0, error.position)
        findings.add(at, "E002", "is no YAML: a control character stands in it")
    except yaml.YAMLError as error:
        at = line - 1 + _line_of(error)
        findings.add(at, "E002", f"is no YAML: {_problem_of(error)}")


def _line_of(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark else 1


def _problem_of(error: yaml.YAMLError) -> str:
    parts = (getattr(error, "context", None), getattr(error, "problem", None))
    return ", ".join(part for part in parts if part) or "it cannot be parsed"


class _Composer:
    """Builds nodes from parser events, bounded in depth."""

    def __init__(self, text: str, line: int, findings: Findings) -> None:
        self.next: Callable[[], _Event] = _LOADER(text).get_event
        self.first = line
        self.findings = findings
        self.left = MAX_ITEMS

    def entries(self) -> "Iterator[Placed]":
        """Yield the entries of the document's top mapping."""
        self.next()  # the stream's start
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            self.refuse(event, "E003", "is empty; a record set begins with 'records:'")
        event = self.next()
        if not isinstance(event, yaml.MappingStartEvent):
            self.refuse(event, "E003", "must be a mapping of sections: 'sources:' …")
        self.plain_only(event)
        yield from self.sections()
        self.next()  # the document's end
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            self.refuse(event, "E004", "a second document begins; a file holds one")

    def sections(self) -> "Iterator[Placed]":
        """Yield what each section holds, item by item."""
        seen: set[str] = set()
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key, line = self.key(event)
            if key in seen:
                self.findings.add(
                    line, "E005", f"section {quoted(key)} is already given"
                )
            seen.add(key)
            event = self.next()
            self.plain_only(event)
            if not isinstance(event, yaml.SequenceStartEvent):
                yield key, line, self.node(event, 1)
                continue
            item = self.next()
            if isinstance(item, yaml.SequenceEndEvent):
                yield key, line, None
            while not isinstance(item, yaml.SequenceEndEvent):
                self.left = MAX_ITEMS
                yield key, self.line(item), self.node(item, 2)
                item = self.next()

    def line(self, event: "_Event") -> int:
        """Return the line of the file that *event* begins on."""
        return event.start_mark.line + self.first  # type: ignore[no-any-return]

    def refuse(self, event: "_Event", code: str, message: str) -> NoReturn:
        """Note a finding after which nothing can be trusted, and stop."""
        self.findings.add(self.line(event), code, message)
        raise Unreadable

    def key(self, event: "_Event") -> tuple[str, int]:
        """Return the text of a mapping's key, and its line."""
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse(event, "E003", "a key must be a word")
        if event.anchor is not None or event.tag is not None:
            self.plain_only(event)
        return event.value, self.line(event)

    def plain_only(self, event: "_Event") -> None:
        """Refuse aliases, anchors and tags."""
        if event.anchor is not None:  # an alias has one too
            self.refuse(
                event, "E006", "anchors and aliases (&, *) are refused; write it out"
            )
        if event.tag is not None:
            message = f"the tag {quoted(event.tag)} is refused; leave it out"
            self.refuse(event, "E006", message)

    def node(self, event: "_Event", depth: int) -> Node:
        """Build the node that *event* begins."""
        if event.anchor is not None or event.tag is not None:
            self.plain_only(event)
        if depth > MAX_DEPTH:
            self.refuse(event, "E007", f"is nested deeper than {MAX_DEPTH} levels")
        line = event.start_mark.line + self.first
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(line, event.value, not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            sequence = Sequence(line)
            while not isinstance(item := self.next(), yaml.SequenceEndEvent):
                sequence.items.append(self.node(item, depth + 1))
                if len(sequence.items) > self.left:
                    self.refuse(event, "E022", CROWDED)
            self.left -= len(sequence.items)
            return sequence
        return self.mapping(Mapping(line), depth)

    def mapping(self, mapping: Mapping, depth: int) -> Mapping:
        """Fill *mapping* up to its end; a key given twice is a finding."""
        items, lines = mapping.items, mapping.lines
        following, first = self.next, self.first
        scalar: type[_Event] = yaml.ScalarEvent
        while not isinstance(event := following(), yaml.MappingEndEvent):
            # nearly all keys and values are plain scalars: no call is spent on them
            if type(event) is scalar and event.anchor is None and event.tag is None:
                key, line = event.value, event.start_mark.line + first
            else:
                key, line = self.key(event)
            event = following()
            if (
                type(event) is scalar
                and event.anchor is None
                and event.tag is None
                and depth < MAX_DEPTH
            ):
                at = event.start_mark.line + first
                value: Node = Scalar(at, event.value, not event.style)
            else:
                value = self.node(event, depth + 1)
            if key in items:
                self.findings.add(line, "E005", f"key {quoted(key)} is already given")
                self.left -= 1
            else:
                items[key] = value
                lines[key] = line
            if len(items) > self.left:
                self.refuse(event, "E022", CROWDED)
        self.left -= len(items)
        return mapping
