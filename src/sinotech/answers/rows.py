"""Answers as rows: of which kind, with which columns, and the rows themselves."""

from sinotech.answers.commands import command_of
from sinotech.errors import UsageError
from sinotech.kinds import PROFILES, title_of
from sinotech.query.records import PROFILE_SECTIONS
from sinotech.schema.columns import FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sinotech.answers.answer import Answer

    Row = dict[str, Any]

CLAIM = "claim"
"""The kind of a claim in one row, and the section of what `cite` answers that it is."""

_SECTIONS = {
    **{name: PROFILE_SECTIONS[name] for name in ("groups", "programs")},
    "children": "program",
    **PROFILE_SECTIONS,
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
    if section == CLAIM and answer.shape.startswith("cite@"):
        return CLAIM
    if section:
        there = sections_of(answer.shape.partition("@")[0])
        if section not in there:
            message = f"there is no section {section!r} here"
            raise UsageError(message, f"there are: {', '.join(there) or 'none'}")
        return _SECTIONS[section]
    command, data = command_of(answer.shape), answer.data
    if isinstance(data, dict):
        if command.name == "show" and not batch:
            return str(data["kind"])
        for key, kind in _INSIDE.items():
            if key in data:
                return kind
    return command.rows


_INSIDE = {"untouched": "untouched", "$id": "document", "entries": "entry"}
"""The kind of the rows of what holds a field, if it is another than its command's."""


def sections_of(shape: str) -> list[str]:
    """Return the sections of a profile of *shape*; none if it is no profile."""
    if shape not in PROFILES:
        return []
    return [name for name in _SECTIONS if _ONLY.get(name, shape) == shape]


def rows(answer: "Answer", section: str | None) -> "list[Row]":
    """Return *answer* as rows: its list, the records of a profile, or one record."""
    data = answer.data
    if section and (section == CLAIM or isinstance(data, dict)):
        return _rows_of_section(answer, section)
    if not isinstance(data, dict):
        return data or []
    if "counts" in data:
        found: list[Row] = data["untouched" if "untouched" in data else "counts"]
    elif "entries" in data:
        found = data["entries"]
    elif "series" in data:
        found = [figure for one in data["series"] for figure in one["figures"]]
    elif "items" in data:
        found = [row for item in data["items"] for row in _compared(item)]
    elif lists := [name for name in ("diagnostics", "changes") if name in data]:
        found = data[lists[0]]
    elif "claim" in data:
        found = [row for part in data["parts"] for row in _judged(part)]
        found += _nearest(data)
    elif heads := [name for name in PROFILES if "statements" in data and name in data]:
        found = _profile_rows(data, heads[0])
    else:
        found = [_as_record("record", data) if "citations" in data else data]
    return found


def _rows_of_section(answer: "Answer", section: str) -> "list[Row]":
    """Return the records of one *section* of a profile; a claim, as one row."""
    if section == CLAIM:
        from sinotech.answers.claimed import row_of_answer

        return [row_of_answer(answer)]
    holder = {**answer.data, **answer.data[answer.shape.partition("@")[0]]}
    return list(holder[section])


def _judged(part: "Row") -> "list[Row]":
    """Return the evidence of a part of a claim; if there is none, its verdict alone."""
    head = {"part": part["text"]}
    head |= {name: part[name] for name in ("verdict", "confidence", "rule")}
    if not part["evidence"]:
        return [head | {"id": None, "citations": [], "reasons": part["reasons"]}]
    return [head | one for one in part["evidence"]]


def _nearest(data: "Row") -> "list[Row]":
    """Return the records nearest to a claim that is not settled, as rows."""
    from sinotech.claims.settings import OPEN  # a claim loaded it already

    if data["verdict"] not in OPEN:
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
    date = record.get("date") or record.get("as_of") or record.get("published")
    return {"section": section, "title": title_of(record), "date": date, **record}


def chosen(
    answer: "Answer", fields: str | None, section: str | None, *, batch: bool = False
) -> list[str]:
    """Return the paths of the columns asked for, or all. Raises UsageError."""
    kind = row_kind(answer, section, batch=batch)
    known = [path for path, _ in FIELDS[kind]]
    if not fields:
        return [path for path in known if answer.style or not path.endswith("styled")]
    wanted = [path.strip() for path in fields.split(",")]
    if others := [path for path in wanted if path not in known]:
        from sinotech.schema.paths import check

        # `show` is asked for any kind, and so takes any kind's fields
        check("record" if answer.shape.startswith("show@") else kind, others)
    return wanted


def flat(value: object) -> str:
    """Return *value* as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(flat(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {flat(one)}" for key, one in value.items())
    return str(value)
