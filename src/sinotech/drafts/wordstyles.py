"""What the styles of a Word document say of its paragraphs and characters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sinotech.drafts.wordxml import is_on, walk

UNREAD = "unread"
"""The kind of a paragraph that is no prose."""

_HTML_CODE = ("code", "keyboard", "preformatted", "sample", "typewriter")
_STYLE_KINDS = (
    ("heading", "heading"),
    ("title", "heading"),
    ("subtitle", "heading"),
    ("toc heading", "heading"),
    ("toc ", UNREAD),
    ("table of figures", UNREAD),
    ("index", UNREAD),
    *((f"html {name}", UNREAD) for name in _HTML_CODE),
    ("preformatted", UNREAD),
    ("source ", UNREAD),
    ("verbatim", UNREAD),
    ("macro", UNREAD),
    ("caption", "caption"),
    ("quot", "quotation"),
    ("block text", "quotation"),
    ("intense quote", "quotation"),
    ("footnote text", "footnote"),
    ("endnote text", "footnote"),
    ("list", "item"),
)
"""How the names of styles begin that say what a paragraph is (they are English in the
file, whatever the language of Word, or LibreOffice's own). Lists of contents and code
are not read."""


@dataclass(slots=True)
class Style:
    """A style of paragraphs or characters; *is_hidden* is None if it does not say."""

    kind: str = ""
    is_hidden: bool | None = None
    parent: str = ""


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self) -> None:
        """Begin with none."""
        self.known: dict[str, Style] = {}

    def _line(self, id_: str) -> Iterator[Style]:
        """Yield the style *id_* and those that it is made from."""
        seen: set[str] = set()
        while id_ in self.known and id_ not in seen:
            seen.add(id_)
            yield self.known[id_]
            id_ = self.known[id_].parent

    def kind_of(self, id_: str) -> str:
        """Return what a paragraph of style *id_* is; empty if the style says none."""
        return next((style.kind for style in self._line(id_) if style.kind), "")

    def hides(self, id_: str) -> bool:
        """Whether text of style *id_* is not shown, or is code."""
        said = (style.is_hidden for style in self._line(id_))
        is_hidden = next((hides for hides in said if hides is not None), False)
        return is_hidden or self.kind_of(id_) == UNREAD


class _Reading:
    """Notes the styles that a part declares."""

    def __init__(self) -> None:
        self.styles = Styles()
        self._style = Style()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what an element says of a style."""
        value = attributes.get("val", "")
        if name == "style":
            self._style = Style()
            self.styles.known[attributes.get("styleId", "")] = self._style
        elif name == "name":
            self._style.kind = _kind_named(value.lower())
        elif name == "basedOn":
            self._style.parent = value
        elif name == "vanish":
            self._style.is_hidden = is_on(attributes)

    def end(self, name: str) -> None:
        """Take in nothing: all is said where elements begin."""

    def data(self, text: str) -> None:
        """Take in nothing: no text says anything of styles."""


def read_styles(pieces: Iterable[bytes]) -> Styles:
    """Return the styles that the XML in *pieces* declares. Raises ValueError."""
    reading = _Reading()
    for _ in walk(pieces, reading):
        pass
    return reading.styles


def _kind_named(name: str) -> str:
    """Return what a paragraph is whose style has *name*."""
    kinds = (kind for start, kind in _STYLE_KINDS if name.startswith(start))
    return next(kinds, "")
