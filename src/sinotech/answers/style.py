"""A citation style, with what the sources of one answer look like in it."""

from sinotech.styles.place import placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    Row = Mapping[str, Any]


class Style:
    """A citation style, with what an answer's sources look like in it."""

    __slots__ = ("name", "sources")

    def __init__(self, name: str, sources: "dict[str, tuple[str, str]]") -> None:
        """Hold for each source its reference, and its citation with a slot."""
        self.name = name
        self.sources = sources

    def reference(self, source: str) -> str:
        """Return the reference of *source*, with its italics marked."""
        return self.sources[source][0]

    def place(self, citation: "Row") -> str:
        """Return *citation* with its place; empty if the style has no such thing."""
        template = self.sources[citation["source"]][1]
        where = (citation["section"], citation["paragraph"], citation["link"])
        return placed(self.name, template, *where) if template else ""
