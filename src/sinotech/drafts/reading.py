"""Files and texts to documents, by what their names say that they are."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sinotech.drafts.document import Document
from sinotech.drafts.opening import bytes_of, check_size, decoded, largest
from sinotech.errors import UsageError

if TYPE_CHECKING:
    from sinotech.drafts.blocks import Parse

MEDIA = ("markdown", "text", "html", "docx")
"""What a document may be."""

_HALF = re.compile("[\ud800-\udfff]")
_SUFFIXES = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".docx", ".docm"), "docx"),
}
"""What the end of a name says; any other is plain text."""


def media_of(name: str) -> str:
    """Return what the document *name* is, as its name says.

    >>> media_of("Draft.MD"), media_of("notes"), media_of("a.docx")
    ('markdown', 'text', 'docx')
    """
    return _SUFFIXES.get(Path(name).suffix.lower(), "text")


def read_document(
    path: str | Path, *, name: str | None = None, media: str | None = None
) -> Document:
    """Return the document that the file *path* holds; *name* is what to call it.

    *media* is as its name says, unless given. Raises DraftError with one line that
    names it, if it cannot be read, is not what it should be, or needs an extra.
    """
    name = str(path) if name is None else name
    media = media or media_of(name)
    return read_bytes(bytes_of(Path(path), largest(media)), name, media)


def read_bytes(content: bytes, name: str, media: str | None = None) -> Document:
    """Return the document that *content* is, as read_document does."""
    media = media or media_of(name)
    check_size(content, name, largest(media))
    if media == "docx":
        from sinotech.drafts.docx import read_docx

        return read_docx(content, name)
    return read_text(decoded(content, name), name, media)


def read_text(source: str, name: str, media: str | None = None) -> Document:
    """Return *source* as a document called *name*; half a character in it is U+FFFD.

    Raises UsageError if *media* is no text, DraftError if it needs an extra.
    """
    media = media or media_of(name)
    source = _HALF.sub("\ufffd", source)
    return Document(name, source, media, _reader(media, name))


def _reader(media: str, name: str) -> "Parse":
    """Return what reads the format *media*, which the document *name* is of."""
    if media == "markdown":
        from sinotech.drafts.markdown import parse, require

        require(name)
    elif media == "html":
        from sinotech.drafts.html import parse
    elif media == "text":
        from sinotech.drafts.plain import parse
    else:
        known = ", ".join(one for one in MEDIA if one != "docx")
        raise UsageError(f"{media} is not a kind of text", f"these are: {known}")
    return parse
