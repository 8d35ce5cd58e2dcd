"""What the elements of HTML are to a reader: blocks, text that is not shown, notes."""

import re
from dataclasses import dataclass

KINDS = {
    **dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), "heading"),
    **dict.fromkeys("td th".split(), "cell"),
    **dict.fromkeys("li dt dd".split(), "item"),
    **dict.fromkeys("caption figcaption legend summary".split(), "caption"),
    "blockquote": "quotation",
}
"""What kind of block an element makes of what it holds."""

REGIONS = frozenset("ul ol dl table blockquote figure".split())
"""Elements that a reader sees as one thing."""

BLOCKS = frozenset(
    """address article aside body center details dialog div fieldset figure footer form
    header hgroup hr html main menu nav optgroup option p pre search section table tbody
    tfoot thead tr""".split()
) | {*KINDS, *REGIONS}
"""Elements that begin and end a block (HTML standard, 15.3: those displayed as one)."""

PARAGRAPH_STAYS = frozenset("body dialog html option optgroup summary td th tr".split())
"""Blocks that leave a paragraph open that has not been closed."""

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)
"""Elements without an end tag."""

FOREIGN = frozenset("math svg".split())
"""Elements of another language, in which an empty tag ends its own element."""

HEAD_HOLDS = frozenset(
    """base basefont bgsound link meta noembed noframes noscript script style template
    title""".split()
)
"""Elements that may stand in ``head``; any other begins the body (HTML standard,
13.2.6.4.4)."""

WALLS = frozenset(
    """annotation-xml applet desc foreignobject marquee object select template
    title""".split()
)
"""Elements in which no tag ends one that was begun outside of them (13.2.4.2) …"""

THROUGH_WALLS = FOREIGN | {"template"}
"""… but for these."""

_UNREAD = frozenset(
    """applet audio canvas datalist head iframe math meter nav noembed noframes noscript
    object pre progress script select style svg template textarea title video
    xmp""".split()
)
"""Elements whose text is not shown, or is no prose."""

_ASIDE = frozenset("rp rt rtc".split())
"""What ruby says of the word before it, and the brackets around that."""

_BLANKED = frozenset("button code del kbd s samp strike tt".split())
"""Elements whose text is no prose, either: buttons, code, keys, and what is struck."""

_ROWS = ("tbody", "thead", "tfoot")
CLOSED: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    **dict.fromkeys(("dt", "dd"), ({"dt", "dd"}, {"dl"})),
    **dict.fromkeys(("td", "th"), ({"td", "th"}, {"tr", "table"})),
    "tr": ({"tr"}, {"table"}),
    **dict.fromkeys(_ROWS, ({*_ROWS}, {"table"})),
}
"""Which open elements a start tag ends, and beyond which others it ends none."""

SCOPES = frozenset("button caption html table td th".split())
"""Other elements in which no paragraph is ended that was begun outside of them."""

_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTE_ROLES = frozenset("doc-footnote doc-endnote doc-endnotes".split())
_NOTE_CLASSES = frozenset("footnote footnotes endnote endnotes".split())
_NOTE_MARKS = frozenset("doc-noteref doc-backlink".split())


@dataclass(slots=True)
class Element:
    """An open element: where it begins, what blocks in it are, how text in it is."""

    name: str
    begin: int = 0
    kind: str = "paragraph"
    is_hidden: bool = False
    is_raised: bool = False

    def holding(self, name: str, attributes: dict[str, str], begin: int) -> "Element":
        """Return the element *name* that begins at *begin* in this one."""
        is_mark = self.is_raised and attributes.get("href", "").startswith("#")
        return Element(
            name,
            begin,
            self._kind_of(name, attributes),
            self.is_hidden or is_mark or not is_read(name, attributes),
            self.is_raised or name == "sup",
        )

    def _kind_of(self, name: str, attributes: dict[str, str]) -> str:
        """Return what a block is that stands in the element *name* within this one."""
        own = KINDS.get(name, "")
        if self.kind == "footnote" or _is_note(attributes):
            return "footnote"
        if not own or (own == "item" and self.kind == "quotation"):
            return self.kind
        return own

    def is_like(self, other: "Element") -> bool:
        """Whether text in it is as it is in the *other*."""
        mine = self.kind, self.is_hidden, self.is_raised
        return mine == (other.kind, other.is_hidden, other.is_raised)


def is_read(name: str, attributes: dict[str, str]) -> bool:
    """Whether the text of an element is shown, and is prose."""
    if name in _UNREAD or name in _BLANKED or name in _ASIDE:
        return False
    if name == "dialog" and "open" not in attributes:
        return False
    return not attributes or not (
        "hidden" in attributes
        or "popover" in attributes
        or _NOT_SHOWN.search(attributes.get("style", ""))
        or attributes.get("role") in _NOTE_MARKS
    )


def leaves_blank(name: str) -> bool:
    """Whether the element *name* in a sentence has a blank in its place."""
    return name in _BLANKED or (name in _UNREAD and name not in BLOCKS)


def _is_note(attributes: dict[str, str]) -> bool:
    """Whether an element is the text of a note, or holds such texts."""
    return bool(attributes) and (
        attributes.get("role") in _NOTE_ROLES
        or attributes.get("epub:type") in _NOTE_CLASSES
        or not _NOTE_CLASSES.isdisjoint(attributes.get("class", "").split())
    )
