"""Where in a file what is found stands."""

from typing import TypedDict

from sinotech.drafts.document import Document


class Place(TypedDict):
    """The fields of a diagnostic that say where it stands."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int


def placed(document: Document, begin: int, end: int) -> Place:
    """Return the place of what stands from *begin* to *end* in the source."""
    line, column = document.place(begin)
    end_line, last = document.place(max(begin, end - 1))
    return {
        "path": document.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": last + 1,
        "offset": begin,
        "length": end - begin,
    }
