"""The records that disagree, in the document of their conflict."""

from collections.abc import Iterable

from sinotech.compile.documents import Document
from sinotech.kinds import title_field


def with_sides(conflict: Document, sides: Iterable[Document]) -> Document:
    """Return the document of a *conflict* with those of the records that disagree.

    It is written wherever they are.
    """
    sides = list(sides)
    cited: dict[tuple[object, ...], Document] = {}
    for document in (conflict, *sides):
        for one in document["citations"]:
            place = (one["source"], one["section"], one["paragraph"], one["find"])
            cited.setdefault(place, one)
    citations = list(cited.values())
    return {**conflict, "sides": list(map(_side, sides)), "citations": citations}


def _side(document: Document) -> Document:
    """Return one of the records that disagree, in a line."""
    title = document[title_field(document["kind"])]
    if document["kind"] == "figure":
        title = f"{title} ({document['label']})"
    return {
        "id": document["id"],
        "kind": document["kind"],
        "title": title,
        "date": document.get("as_of") or document.get("date"),
        "standing": document["standing"],
        "citations": document["citations"],
    }
