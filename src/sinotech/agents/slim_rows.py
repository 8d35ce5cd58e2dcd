"""Records as agents get them: what each says, who disputes it, and where it stands."""

from sinotech.errors import shown
from sinotech.safe import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]

SAYS, LABEL, FIND, LINK = 1_500, 200, 150, 500
"""Characters of what a row says, and of a citation's parts. The longest texts in the
record set have 900, 110, 90 and 330."""

CITATIONS, SIDES, NOTES = 4, 4, 2
"""Citations, sides of a conflict and notes that a row has; ``show`` has the others."""

STATED = frozenset(("figure", "event", "statement"))
"""Kinds of record whose notes say how a source was read; others have notes on names."""

DISPUTE = 900
"""Characters of what is said of a conflict beside the rows that it disputes."""

_FRAGMENT = "#:~:text="
"""What begins the part of a link that points at words (W3C, Text Fragments)."""


def says(doc: "Row") -> str:
    """Return what a record says in one line, with the name of what it is about."""
    kind = doc["kind"]
    if kind == "source":
        return text_of(doc.get("reference") or doc["short"])
    if kind == "measure":
        return text_of(f"{doc['label']}: {doc['definition']}")
    if kind == "conflict":
        return text_of(f"{doc['title']}: {doc['explanation']}")
    from sinotech.claims.answering import said  # nobody waits for it at the start

    return text_of(said(doc))


def text_of(text: object, most: int = SAYS) -> str:
    """Return *text* on one line, harmless, and cut at *most* characters."""
    return shown(visible(str(text)), most)


def citation(cited: "Row") -> "Row":
    """Return where a fact is written: the source, label, find phrase and link."""
    find = cited.get("find")
    return {
        "source": cited["source"],
        "label": text_of(cited["label"], LABEL),
        "find": text_of(find, FIND) if find else None,
        "link": _link(cited.get("link")),
    }


def _link(link: str | None) -> str | None:
    """Return a *link*: without its words if it is too long, and none if it still is."""
    for one in (link, (link or "").partition(_FRAGMENT)[0]):
        if one and len(one) <= LINK:
            return visible(one)
    return None


def row_of(doc: "Row", **more: object) -> "Row":
    """Return the record *doc* as a row, with what else is said of it here.

    Of the citations, the first ``CITATIONS``; ``more_citations`` counts the others.
    """
    cites = doc.get("citations") or []
    row: Row = {
        "id": doc["id"],
        "kind": doc["kind"],
        "says": says(doc),
        "standing": doc.get("standing"),
        "disputed_by": list(doc.get("conflicts") or ()),
        "citations": [citation(one) for one in cites[:CITATIONS]],
    }
    if len(cites) > CITATIONS:
        row["more_citations"] = len(cites) - CITATIONS
    row |= _asides(doc) | {key: value for key, value in more.items() if value}
    if doc["kind"] == "conflict":
        row["sides"] = [_side(one) for one in doc["sides"][:SIDES]]
    return row


def _asides(doc: "Row") -> "Row":
    """Return who says so, in which role, of what type it is, and how it was read."""
    found: Row = {}
    if doc["kind"] in {"statement", "event"}:
        found["type"] = doc["type"]
    speaker = doc.get("speaker")
    name = speaker["name"] if isinstance(speaker, dict) else doc.get("holder")
    if name or found.get("type") == "opinion":
        found["speaker"] = text_of(name or "the text itself", LABEL)
    if doc["kind"] in STATED and doc.get("notes"):
        found["notes"] = [text_of(note, LABEL) for note in doc["notes"][:NOTES]]
    if doc.get("role") and doc["kind"] != "person":
        found["role"] = text_of(doc["role"], LABEL)
    return found


def _side(side: "Row") -> "Row":
    """Return one of the records that disagree, with the label of its first citation."""
    labels = [text_of(one["label"], LABEL) for one in side["citations"][:1]]
    return {
        "id": side["id"],
        "says": text_of(side["title"], 300),
        "standing": side["standing"],
        "label": labels[0] if labels else None,
    }


def dispute_of(conflict: "Row") -> str:
    """Return what the sources disagree about, and what each side says, in a line."""
    sides = [_side(one) for one in conflict["sides"][:SIDES]]
    told = [f"“{one['says']}” ({one['label']})" for one in sides]
    about = text_of(f"{conflict['title']}: {conflict['explanation']}", DISPUTE)
    return text_of(f"{about} Sides: {'; '.join(told)}" if told else about, 2 * DISPUTE)
