"""Records as they are stored and printed: one line of JSON each.

Read and written by the two functions in C that the standard library's json is made of:
importing that module costs a third of a look-up, for what is not needed here. And a
long answer is put together of what is stored, without reading any of it.
"""

from sinotech.errors import UnsoundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    Document = dict[str, Any]


FIRST = 25
"""Records of each part of a profile that are shown unless more are wanted: a screen. So
many leave whole what is recorded about any country but China, and keep a profile of
sections that have a million under five milliseconds."""

FULL = 100
"""Records of a part of a profile from which on the ``FIRST`` are stored together."""


MANY = 2_000
"""Records of a set up to which full text is searched as it is; and, in larger ones,
records with a word from which on it is stored which they are: to read fewer from the
index takes no longer."""


class RawJSON:
    """Documents that nobody has looked into yet."""

    __slots__ = ("sources", "texts")

    def __init__(self) -> None:
        """Begin without any."""
        self.texts: list[str] = []
        self.sources: list[str] = []

    def add(self, text: str, sources: str, role: str | None = None) -> None:
        """Put a document at the end, with the ids of the *sources* that it cites.

        The *role* of somebody in it, if given, becomes its last field.
        """
        if role:
            text = f'{text[:-1]},"role":{_encode(role)}}}'
        self.texts.append(text)
        self.sources += sources.split()

    def text(self) -> str:
        """Return the documents as a list of JSON."""
        return f"[{','.join(self.texts)}]"


class PrecomputedJSON(RawJSON):
    """One text of JSON that was put together when compiling, and nobody has read."""

    __slots__ = ()

    def __init__(self, text: str) -> None:
        """Hold it; what it cites is in another."""
        super().__init__()
        self.texts.append(text)

    def text(self) -> str:
        """Return it as it is."""
        return self.texts[0]


def read(data: "Any") -> "Any":  # noqa: ANN401  # JSON of any shape
    """Return *data* with the documents in it, or in its values, read."""
    if isinstance(data, RawJSON):
        return load(data.text())
    if isinstance(data, dict) and any(isinstance(v, RawJSON) for v in data.values()):
        return {key: read(value) for key, value in data.items()}
    return data


def own_citations(doc: "Document") -> "list[Document]":
    """Return where a record is written; of a conflict, not where its sides are."""
    sides = [place for side in doc.get("sides", ()) for place in side["citations"]]
    return [place for place in doc["citations"] if place not in sides]


def sources_of(data: object) -> "Iterator[str]":
    """Yield the id of the source of every citation in *data*, in reading order."""
    for found in _citing(data):
        if isinstance(found, RawJSON):
            yield from found.sources
        else:
            yield from (place["source"] for place in found)


def citations_of(data: object) -> "Iterator[Document]":
    """Yield every citation in *data*, in reading order, but none that is unread."""
    for found in _citing(data):
        if not isinstance(found, RawJSON):
            yield from found


def _citing(data: object) -> "Iterator[RawJSON | list[Document]]":
    """Yield the lists of citations in *data*, and what is unread."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "citations":
                yield value
            elif isinstance(value, dict | list | RawJSON):
                yield from _citing(value)
    elif isinstance(data, list):
        for item in data:
            yield from _citing(item)
    elif isinstance(data, RawJSON):
        yield data


def dump(data: object, depth: int = 0) -> str:
    """Return *data* as JSON on one line; down to *depth*, it may hold what is unread.

    A lone surrogate is escaped, so that the line can be written as UTF-8.
    """
    return "".join(iter_json(data, depth))


def iter_json(data: object, depth: int) -> "Iterator[str]":
    """Yield what :func:`dump` returns, bit by bit, what is unread whole."""
    if isinstance(data, RawJSON):
        yield data.text()
    elif depth and isinstance(data, dict):
        begin = "{"
        for key, value in data.items():
            yield f"{begin}{_encode(key)}:"
            yield from iter_json(value, depth - 1)
            begin = ","
        yield "}" if data else "{}"
    else:
        yield _sound(data)


def _sound(data: object) -> str:
    text = _encode(data)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _encode_ascii(data)
    return text


def load(text: str) -> "Any":  # noqa: ANN401  # JSON of any shape
    """Return what *text* holds. Raises UnsoundError if it is no JSON."""
    try:
        found, end = _scan(text, 0)
    except _NO_JSON:
        raise UnsoundError("there is no JSON") from None
    if end != len(text):
        raise UnsoundError("there is more than JSON")
    return found


_NO_JSON = (StopIteration, SystemError, TypeError, ValueError, RecursionError)
"""What the scanner raises; it knows no better while the json module is not there."""


_scan: "Callable[[str, int], tuple[Any, int]]"

try:
    from _json import (
        encode_basestring,
        encode_basestring_ascii,
        make_encoder,
        make_scanner,
    )

    class _Settings:
        """What the scanner asks for: everything as the json module reads it."""

        strict = True
        object_hook = object_pairs_hook = parse_constant = None
        parse_float, parse_int = float, int

    def _encoder(string: "Callable[[str], str]") -> "Callable[[object], str]":
        signs = (None, None, string, None, ":", ",", False, False, False)
        encode = make_encoder(*signs)  # type: ignore[arg-type]
        return lambda data: "".join(encode(data, 0))

    _scan = make_scanner(_Settings)  # type: ignore[arg-type]
    _encode = _encoder(encode_basestring)
    _encode_ascii = _encoder(encode_basestring_ascii)
except (ImportError, AttributeError, TypeError):  # an interpreter without them
    import json

    _scan = json.JSONDecoder().raw_decode
    _encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    _encode_ascii = json.JSONEncoder(separators=(",", ":")).encode
