"""Comments put at words of a part of a ``.docx``, with every other byte as it was.

A part is XML. Where the words of a comment begin or end within a run (a stretch of text
of one format), the run is cut in two of the same format.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespaces of text: of nearly all files, and of those of ISO 29500's strict form
(ECMA-376, parts 4 and 1)."""

NOTES = ("footnote", "endnote")
"""Elements that are notes; what refers to one is called ``footnoteReference``."""

_WRAPPERS = frozenset(
    "hyperlink ins moveTo sdt sdtContent smartTag fldSimple customXml dir bdo".split()
)
"""Elements of a paragraph that may hold runs, and ends of comments beside them
(ECMA-376, part 1, EG_PContent); a ``sdt`` holds them in its content alone."""

_TAG = re.compile(rb"""</?([^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")

_DECLARED = re.compile(rb"""\A(<\?xml[^>]*?encoding\s*=\s*["'])([\w.:-]+)(?=["'])""")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a part: before character *at* of an *element*.

    The element is named by its number, in the order of start tags from 0; what refers
    to a note, by the kind and id of that: ``footnote 2``.
    """

    element: int | str
    at: int


@dataclass(frozen=True, slots=True)
class Range:
    """The words of the comment *id*: from *begin* to *end*."""

    id: int
    begin: Place
    end: Place


def in_utf8(data: bytes) -> bytes:
    """Return a part in UTF-8, as nearly all are. Raises UnicodeError, LookupError."""
    declared = _DECLARED.match(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    elif declared and declared[2].lower() != b"utf-8":
        text = data.decode(declared[2].decode())
    else:
        return data
    return _DECLARED.sub(rb"\1UTF-8", text.encode())


def notes_of(data: bytes, elements: Iterable[int]) -> dict[int, str]:
    """Return of which note each of *elements* is a part: ``footnote 2``."""
    wanted, found, number, note = set(elements), {}, -1, ""
    parser = _parser()

    def starts(name: str, attributes: dict[str, str]) -> None:
        nonlocal number, note
        number += 1
        if _local(name) in NOTES:
            note = f"{_local(name)} {_id(attributes)}"
        if number in wanted and note:
            found[number] = note

    parser.StartElementHandler = starts
    parser.Parse(data, True)  # noqa: FBT003  # the whole of it
    return found


def with_ranges(data: bytes, ranges: Sequence[Range]) -> tuple[bytes, dict[int, str]]:
    """Return the part *data*, in UTF-8, with *ranges*, and the ids of those put there.

    Each id has what its words are within, if its comment is at that and not at the
    words: ``text box`` or ``object``. A comment is left out whose words are in no
    paragraph.
    """
    wanted = {place.element for one in ranges for place in (one.begin, one.end)}
    nodes = _nodes_of(data, wanted)
    insertions = _Insertions(data)
    placed = {}
    for one in ranges:
        begin, end = nodes.get(one.begin.element), nodes.get(one.end.element)
        if begin and end:
            insertions.begin(one.id, begin, one.begin.at)
            insertions.end(one.id, end, one.end.at)
            placed[one.id] = _within(begin) or _within(end)
    return insertions.made(), placed


@dataclass(slots=True)
class _Node:
    """An element of a paragraph: where its tags are, and the text that it has itself.

    Its start tag ends at *inner*. *texts* has of each stretch of text how many
    characters stand before it, its first byte, and the text; *whole* says that it
    cannot be cut.
    """

    name: str
    namespace: str
    begin: int
    inner: int
    parent: "_Node | None"
    end: int = 0
    children: "list[_Node]" = field(default_factory=list)
    texts: list[tuple[int, int, str]] = field(default_factory=list)
    length: int = 0
    whole: bool = False

    def path(self) -> "list[_Node]":
        """Return the elements from the outermost paragraph to this."""
        path: list[_Node] = []
        one: _Node | None = self
        while one:
            path.append(one)
            one = one.parent
        return path[::-1]


def _nodes_of(data: bytes, wanted: set[int | str]) -> dict[int | str, _Node]:
    """Return the elements of paragraphs that are *wanted*, as they are wanted."""
    reader = _Reader(data, wanted)
    reader.parser.Parse(data, True)  # noqa: FBT003  # the whole of it
    return reader.found


class _Reader:
    """Reads a part; keeps of its paragraphs only those that hold what is *wanted*.

    A paragraph within a text box belongs to the one that the box hangs on.
    """

    def __init__(self, data: bytes, wanted: set[int | str]) -> None:
        self.found: dict[int | str, _Node] = {}
        self.parser = _parser()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._tell
        self.parser.StartCdataSectionHandler = self._keep_whole
        self._data, self._wanted = data, wanted
        self._number, self._node = -1, None

    _node: _Node | None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._number += 1
        local = _local(name)
        if self._node is None and local != "p":
            return
        begin = self.parser.CurrentByteIndex
        inner = _end_of_tag(self._data, begin)
        node = _Node(local, name.rpartition(" ")[0], begin, inner, self._node)
        if self._node:
            self._node.children.append(node)
        self._node = node
        note = f"{local.removesuffix('Reference')} {_id(attributes)}"
        keys: tuple[int | str, ...] = (self._number, note)
        for key in keys:
            if key in self._wanted:
                self.found.setdefault(key, node)

    def _end(self, _: str) -> None:
        if node := self._node:
            is_empty = self._data[node.inner - 2 : node.inner] == b"/>"
            at = self.parser.CurrentByteIndex
            node.end = node.inner if is_empty else _end_of_tag(self._data, at)
            self._node = node.parent

    def _tell(self, text: str) -> None:
        if node := self._node:
            node.texts.append((node.length, self.parser.CurrentByteIndex, text))
            node.length += len(text)

    def _keep_whole(self) -> None:
        """Let text between ``<![CDATA[`` and ``]]>`` be uncut."""
        if self._node:
            self._node.whole = True


class _Insertions:
    """What is put into a part, at which bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._closing: dict[int, bytes] = {}
        self._opening: dict[int, bytes] = {}
        self._marks: dict[int, list[tuple[bool, int, bytes]]] = {}
        self._spaces: set[int] = set()

    def begin(self, id_: int, node: _Node, at: int) -> None:
        """Let comment *id_* begin before character *at* of the text of *node*."""
        outer = _outer(node)
        where = outer.begin
        if _is_cut(node, outer):
            byte = _byte(node, at)
            if byte or node is not _content(outer)[0]:
                where = byte or node.begin
                self._part(where, outer, node if byte else None)
        mark = _mark(self._data, outer, "commentRangeStart", id_)
        self._marks.setdefault(where, []).append((True, id_, mark))

    def end(self, id_: int, node: _Node, at: int) -> None:
        """Let comment *id_* end before character *at* of the text of *node*."""
        outer = _outer(node)
        where = outer.end
        if _is_cut(node, outer):
            byte = _byte(node, at)
            if byte or node is not _content(outer)[-1]:
                where = byte or node.end
                self._part(where, outer, node if byte else None)
        mark = _mark(self._data, outer, "commentRangeEnd", id_)
        mark += _mark(self._data, outer, "commentReference", id_)
        self._marks.setdefault(where, []).append((False, id_, mark))

    def _part(self, where: int, run: _Node, text: _Node | None) -> None:
        """Let *run* end at a byte, and one of the same format begin there.

        So does a *text*, if the byte is within one; blanks at the cut are kept.
        """
        data = self._data
        formats = (data[o.begin : o.end] for o in run.children if o.name == "rPr")
        close, open_ = b"</%s>" % _tag(data, run), data[run.begin : run.inner]
        open_ += b"".join(formats)
        if text:
            tag = data[text.begin : text.inner]
            if b"xml:space" not in tag:
                self._spaces.add(text.inner - 1)
                tag = tag[:-1] + _SPACE + b">"
            close, open_ = b"</%s>%s" % (_tag(data, text), close), open_ + tag
        self._closing[where], self._opening[where] = close, open_

    def made(self) -> bytes:
        """Return the part with all of it; where comments meet, one ends first."""
        pieces, last = [], 0
        for where in sorted({*self._marks, *self._spaces}):
            pieces.append(self._data[last:where])
            if where in self._spaces:
                pieces.append(_SPACE)
            pieces.append(self._closing.get(where, b""))
            pieces += [mark for *_, mark in sorted(self._marks.get(where, []))]
            pieces.append(self._opening.get(where, b""))
            last = where
        return b"".join([*pieces, self._data[last:]])


_SPACE = b' xml:space="preserve"'


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = False
    return parser


def _local(name: str) -> str:
    """Return the name of an element of text; nothing if it is of another namespace."""
    namespace, _, local = name.rpartition(" ")
    return local if namespace in {WORD, STRICT} else ""


def _id(attributes: dict[str, str]) -> str:
    return attributes.get(f"{WORD} id") or attributes.get(f"{STRICT} id") or ""


def _end_of_tag(data: bytes, begin: int) -> int:
    """Return where the tag that begins at *begin* ends: behind its ``>``."""
    found = _TAG.match(data, begin)
    return found.end() if found else begin


def _tag(data: bytes, node: _Node) -> bytes:
    """Return the name of an element as it is written, with its prefix."""
    found = _TAG.match(data, node.begin)
    return found[1] if found else b""


def _outer(node: _Node) -> _Node:
    """Return what holds *node* where a run may stand: a run, mostly."""
    above, *below = node.path()
    for one in below:
        if one.name not in _WRAPPERS:
            return above if above.name == "sdt" else one
        above = one
    return node


def _is_cut(node: _Node, outer: _Node) -> bool:
    """Whether *outer* is a run that may be cut at *node*, which is its own."""
    return outer.name == "r" and node.parent is outer


def _within(node: _Node) -> str:
    """Return what *node* is in that takes no comment; nothing if it takes one."""
    if _is_cut(node, _outer(node)):
        return ""
    named = {one.name for one in node.path()}
    return "text box" if "txbxContent" in named else "object"


def _content(run: _Node) -> list[_Node]:
    """Return what a run holds beside its format."""
    return [one for one in run.children if one.name != "rPr"]


def _byte(node: _Node, at: int) -> int:
    """Return the byte of character *at* of a text; 0 at its ends, or if it is whole."""
    if node.whole or not 0 < at < node.length:
        return 0
    before, byte, text = max(one for one in node.texts if one[0] <= at)
    return byte + len(text[: at - before].encode())


def _mark(data: bytes, near: _Node, name: str, id_: int) -> bytes:
    """Return a mark of a comment, with the prefix that *near* has."""
    prefix, colon, _ = _tag(data, near).decode().rpartition(":")
    declared = ""
    if not colon or near.namespace not in {WORD, STRICT}:
        namespace = near.path()[0].namespace
        prefix, declared = "w", f' xmlns:w="{namespace}"'
    mark = f'<{prefix}:{name}{declared} {prefix}:id="{id_}"/>'
    if name == "commentReference":
        mark = f"<{prefix}:r{declared}>{mark}</{prefix}:r>"
    return mark.encode()
