"""Answers as rows: which kind of row each is made of, and the rows themselves."""

from sinotech.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sinotech.answers.answer import Answer

    Row = dict[str, Any]

_ROW_KIND = {
    "country": "record",
    "program": "record",
    "show": "record",
    "person": "record",
    "organization": "record",
    "group": "record",
    "search": "found",
    "related": "found",
    "timeline": "event",
    "series": "figure",
    "compare": "compared",
    "conflicts": "conflict",
    "people": "person",
    "organizations": "organization",
    "groups": "group",
    "measures": "measure",
    "figure": "figure",
    "source": "source",
    "figures": "figure",
    "sources": "source",
    "countries": "country",
    "programs": "program",
    "cite": "evidence",
    "check": "diagnostic",
    "lint": "finding",
    "verify": "finding",
    "build": "build",
    "coverage": "count",
    "fields": "field",
    "schema": "schema",
    "version": "version",
    "help": "topic",
}
"""The kind of row that each shape is made of; other shapes are one record of a kind."""

_TOLD = {"schema": "document", "help": "entry"}
"""The rows of what can be a list or one thing, if it is one thing."""

_HEADS = ("country", "program", "person", "organization", "group")

_SECTIONS = {
    "groups": "group",
    "programs": "program",
    "children": "program",
    "figures": "figure",
    "events": "event",
    "statements": "statement",
    "organizations": "organization",
    "people": "person",
    "conflicts": "conflict",
    "participants": "participant",
    "status": "step",
    "members": "member",
}
"""The sections of profiles, and the kind of their rows."""

_ONLY = {
    "children": "program",
    "participants": "program",
    "status": "program",
    "members": "group",
}
"""The sections that only one kind of profile has."""


def row_kind(answer: "Answer", section: str | None, *, batch: bool = False) -> str:
    """Return the kind of the rows of *answer*, or of one *section* of a profile.

    In a *batch*, what `show` prints are rows of mixed kinds, alike in their columns.
    Raises UsageError if the profile has no such section.
    """
    shape, data = answer.shape.partition("@")[0], answer.data
    if section:
        there = sections_of(shape)
        if section not in there:
            message = f"there is no section {section!r} here"
            raise UsageError(message, f"there are: {', '.join(there) or 'none'}")
        return _SECTIONS[section]
    if shape == "show" and isinstance(data, dict) and not batch:
        return str(data["kind"])
    if shape in _TOLD and isinstance(data, dict):
        return _TOLD[shape]
    if shape in _ROW_KIND:
        untouched = shape == "coverage" and "untouched" in (data or ())
        return "untouched" if untouched else _ROW_KIND[shape]
    return str(data["kind"]) if isinstance(data, dict) and "kind" in data else shape


def sections_of(shape: str) -> list[str]:
    """Return the sections of a profile of *shape*; none if it is no profile."""
    if shape not in _HEADS:
        return []
    return [name for name in _SECTIONS if _ONLY.get(name, shape) == shape]


def rows(answer: "Answer", section: str | None) -> "list[Row]":
    """Return *answer* as rows: its list, the records of a profile, or one record."""
    data = answer.data
    if not isinstance(data, dict):
        return data or []
    if section:
        holder = {**data, **data[answer.shape.partition("@")[0]]}
        return list(holder[section])
    if "counts" in data:
        found: list[Row] = data["untouched" if "untouched" in data else "counts"]
    elif "entries" in data:
        found = data["entries"]
    elif "series" in data:
        found = [figure for one in data["series"] for figure in one["figures"]]
    elif "items" in data:
        found = [row for item in data["items"] for row in _compared(item)]
    elif "diagnostics" in data:
        found = data["diagnostics"]
    elif "claim" in data:
        found = [row for part in data["parts"] for row in _judged(part)]
        found += _nearest(data)
    elif heads := [name for name in _HEADS if "statements" in data and name in data]:
        found = _profile_rows(data, heads[0])
    else:
        found = [_as_record("record", data) if "citations" in data else data]
    return found


def _judged(part: "Row") -> "list[Row]":
    """Return the evidence of a part of a claim; if there is none, its verdict alone."""
    head = {"part": part["text"]}
    head |= {name: part[name] for name in ("verdict", "confidence", "rule")}
    if not part["evidence"]:
        return [head | {"id": None, "citations": [], "reasons": part["reasons"]}]
    return [head | one for one in part["evidence"]]


def _nearest(data: "Row") -> "list[Row]":
    """Return the records nearest to a claim that is not settled, as rows."""
    if data["verdict"] not in {"undecided", "not_found"}:
        return []
    verdicts = {part["text"]: part["verdict"] for part in data["parts"]}
    return [
        {**one, "verdict": verdicts[one["part"]], "relation": "nearest"}
        for one in data["nearest"]
    ]


def _compared(item: "Row") -> "list[Row]":
    """Return the records of one of several things compared, each with whose it is."""
    of = item["record"]["id"]
    return [
        {"of": of, **_as_record(section, record)}
        for section in _SECTIONS
        for record in item.get(section, ())
    ]


def _profile_rows(data: "Row", head: str) -> "list[Row]":
    found = [_as_record(head, data[head])]
    for name in _SECTIONS:
        if name not in {"participants", "status", "members"}:  # the head has them
            found += [_as_record(name, record) for record in data.get(name, ())]
    return found


def _as_record(section: str, record: "Row") -> "Row":
    """Return *record* with the fields that rows of mixed kinds share put first."""
    titles = ("what", "text", "title", "label", "name")
    title = next((record[key] for key in titles if record.get(key)), record["id"])
    if record["kind"] == "figure":
        title = f"{record['as_written']}: {record['label']}"
    date = record.get("date") or record.get("as_of") or record.get("published")
    return {"section": section, "title": title, "date": date, **record}
