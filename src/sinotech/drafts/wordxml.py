"""The XML of a Word document's parts, told element by element."""

from collections.abc import Iterable, Iterator
from typing import Protocol
from xml.parsers import expat

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
"""What the names of Word's elements begin with (transitional, strict)."""

_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"

_NOT = frozenset(("0", "false", "off"))


class Handler(Protocol):
    """What is told of the elements of Word's namespaces, by their names without it.

    Of an element of another one it is told with an empty name; Fallback has its own.
    """

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in that an element begins."""

    def end(self, name: str) -> None:
        """Take in that an element ends."""

    def data(self, text: str) -> None:
        """Take in text."""


def walk(pieces: Iterable[bytes], handler: Handler) -> Iterator[None]:
    """Tell *handler* what the XML in *pieces* holds, one piece after each step.

    Raises ValueError if it is broken, or declares what no Word document does.
    """
    names: dict[str, str] = {}

    def named(name: str) -> str:
        if name not in names:
            names[name] = _without_namespace(name)
        return names[name]

    def start(name: str, attributes: dict[str, str]) -> None:
        found = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        handler.start(named(name), found)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: handler.end(named(name))
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)  # noqa: FBT003  # its only way to be told
            yield
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise ValueError(str(error)) from None
    yield


def _refuse(*_: object) -> None:
    raise ValueError("it declares a document type")


def _without_namespace(name: str) -> str:
    if name == _FALLBACK:
        return "Fallback"
    return next(
        (name.removeprefix(one) for one in _NAMESPACES if name.startswith(one)), ""
    )


def is_on(attributes: dict[str, str]) -> bool:
    """Whether an element that switches something switches it on."""
    return attributes.get("val", "") not in _NOT
