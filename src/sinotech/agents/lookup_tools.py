"""The tools that look up: what each asks of the record set, and a page of rows."""

from sinotech.agents.fitting import Page, line_of_row
from sinotech.agents.profile_pages import Profile, party_row, place_of, status_row
from sinotech.agents.slim_rows import CITATIONS, LABEL, dispute_of, row_of, text_of
from sinotech.errors import NotFoundError, SinotechError, UsageError
from sinotech.kinds import KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech.agents.slim_rows import Row
    from sinotech.api import Reference

    Ask = Callable[[Reference, Row, int], Page]

ROWS = 40
"""Rows that are read for an answer unless a limit is given: more hardly fit."""

LISTS = {**KINDS, "event": "timeline", "statement": ""}
"""The kinds of record, and the command that lists all of each; statements have none."""

NOTHING = "nothing is recorded that fits; this refutes nothing"
"""What an empty answer means."""


def envelope_of(ref: "Reference", command: str, **values: "Any") -> "Row":  # noqa: ANN401
    """Return what *command* answers. Raises NotFoundError where a name is none."""
    envelope: Row = ref.envelope(command, **values)  # type: ignore[assignment]
    meta = envelope["meta"]
    resolved = meta["resolved"]
    if envelope["data"] is None or (resolved and resolved["id"] is None):
        raise NotFoundError(_in_tools("; ".join(meta["warnings"]) or NOTHING))
    return envelope


def _in_tools(message: str) -> str:
    """Return a *message* of the command line with tools in place of its commands."""
    for kind, command in LISTS.items():
        old, new = f"sinotech {command} lists", f"search with kind {kind} lists"
        message = message.replace(old, new) if command else message
    return message.replace(": sinotech ", ": ask ")


def notices_of(envelope: "Row") -> list[str]:
    """Return the notices of an answer, without the last: on pages, it names options."""
    warnings: list[str] = envelope["meta"]["warnings"]
    return warnings[:-1] if envelope["meta"]["pages"] else warnings


def listed(command: str) -> "Ask":
    """Return what asks *command*, which lists records, for a page."""

    def ask(ref: "Reference", given: "Row", offset: int) -> Page:
        values = {key: value for key, value in given.items() if key != "limit"}
        if "words" in values:
            values["words"] = [values["words"]]
        limit = given.get("limit", ROWS)
        envelope = envelope_of(ref, command, limit=limit, offset=offset, **values)
        rows = [row_of(doc) for doc in envelope["data"]]
        extents = list(envelope["meta"]["pages"].values())
        answer = Page(rows, extents[0]["total"] if extents else len(rows))
        answer.is_exact = all(one["exact"] for one in extents)
        answer.notices = notices_of(envelope)
        if not answer.total:
            answer.notices = [*answer.notices, NOTHING]
        return answer

    return ask


def search(ref: "Reference", given: "Row", offset: int) -> Page:
    """Answer with records that hold words, or with all of a kind."""
    if "words" in given:
        return listed("search")(ref, given, offset)
    command = LISTS.get(given.get("kind", ""))
    if not command:
        kinds = ", ".join(filter(LISTS.get, LISTS))
        remedy = f"give words, or one of the kinds {kinds}"
        raise UsageError("there is nothing to search for", remedy)
    page = {key: value for key, value in given.items() if key == "limit"}
    return listed(command)(ref, page, offset)


def profile(command: str) -> "Ask":
    """Return what asks *command* for a page of a profile, or of a section of it."""

    def ask(ref: "Reference", given: "Row", offset: int) -> Page:
        limit, section = given.get("limit", ROWS), given.get("section")
        asked = {"name": given["name"], "section": section}
        first = envelope_of(ref, command, limit=1, offset=0, **asked)
        totals = Profile(first["data"], first["meta"]["pages"], section).totals()
        rank, passed = place_of(offset, totals)
        ranks = limit + passed
        page = envelope_of(ref, command, limit=ranks, offset=rank, **asked)
        shown = Profile(page["data"], page["meta"]["pages"], section)
        pairs = shown.rows(rank, ranks)[passed : passed + limit]
        answer = Page([row for _, row in pairs], sum(totals.values()))
        answer.parts = [number for number, _ in pairs]
        answer.notices = notices_of(page)
        about = row_of(shown.head)
        if offset:  # the first page has its citations
            about["citations"] = about["citations"][:1]
        answer.head = {"about": about, "counts": totals}
        counts = ", ".join(f"{many} {part}" for part, many in totals.items())
        line = line_of_row(about).removeprefix("- ")
        answer.lines = [f"{line}\nRecorded: {counts or 'nothing'}"]
        return answer

    return ask


def show(ref: "Reference", given: "Row", offset: int) -> Page:
    """Answer with all of one record: its fields, and as rows all that it lists."""
    limit = ROWS
    begin = max(0, offset - 1)  # the record itself is the first row
    envelope = envelope_of(ref, "show", id=given["id"], limit=limit, offset=begin)
    doc = envelope["data"]
    own = _own_rows(doc)
    cited = [row_of(one) for one in doc.get("cited_for", ())]
    if doc["kind"] == "source":
        rows = ([] if offset else own) + cited
        extent = envelope["meta"]["pages"].get("cited_for")
        total = len(own) + (extent["total"] if extent else len(cited))
    else:
        rows, total = own[offset:], len(own)
    answer = Page(rows, total)
    answer.notices = notices_of(envelope)
    answer.head = {"fields": _fields(doc)}
    answer.lines = [f"{key}: {_flat(value)}" for key, value in _fields(doc).items()]
    return answer


def _own_rows(doc: "Row") -> "list[Row]":
    """Return the record *doc* and its lists as rows; a source is always one row."""
    if doc["kind"] == "source":
        place = {"source": doc["id"], "label": doc["short"], "link": doc["url"]}
        return [row_of({**doc, "citations": [place]})]
    rows = [row_of(doc)]
    cites = doc.get("citations", [])
    for at in range(CITATIONS, len(cites), CITATIONS):
        more = {"id": doc["id"], "kind": "citations", "text": "further citations"}
        rows.append(row_of({**more, "citations": cites[at : at + CITATIONS]}))
    rows += [status_row(doc, step) for step in doc.get("status", ())]
    rows += [party_row(one) for one in doc.get("participants", ())]
    rows += [party_row(one) for one in doc.get("members", ())]
    if doc.get("measure_record"):
        rows.append(row_of(doc["measure_record"]))
    for side in doc.get("sides", ()):
        rows.append(row_of({**side, "kind": "side", "text": side["title"]}))
    return rows


_ELSEWHERE = frozenset(
    "id kind standing citations conflicts status participants members measure_record "
    "sides cited_for records labels aliases_ours speaker snippet".split()
)
"""Fields of a record that its rows have, or that only search uses."""

_ITEMS, _LONG = 8, 400
"""Items and characters that are shown of a field."""


def _fields(doc: "Row") -> "Row":
    """Return the fields of a record that its rows do not have, cut short."""
    found: Row = {}
    for name, value in doc.items():
        if name in _ELSEWHERE or value in (None, [], "", {}):
            continue
        if isinstance(value, list):
            items = [text_of(_flat(one), LABEL) for one in value[:_ITEMS]]
            left = len(value) - len(items)
            found[name] = [*items, *([f"and {left} more"] if left else [])]
        elif isinstance(value, dict):
            found[name] = text_of(_flat(value), _LONG)
        else:
            found[name] = text_of(value, _LONG) if isinstance(value, str) else value
    return found


def _flat(value: object) -> str:
    """Return a value of a field as text."""
    if isinstance(value, list):
        return "; ".join(map(_flat, value))
    if isinstance(value, dict):
        known = value.get("name")
        pairs = (f"{key}: {_flat(one)}" for key, one in value.items())
        return str(known) if known else "; ".join(pairs)
    return text_of(value, _LONG)


def record_of(ref: "Reference", id_: str) -> "Row":
    """Return the record *id_* whole."""
    record: Row = ref.show(id_)  # type: ignore[assignment]
    return record


def dispute(ref: "Reference", id_: str) -> str:
    """Return what the conflict *id_* is about; nothing if there is none."""
    try:
        return dispute_of(record_of(ref, id_))
    except SinotechError:
        return ""
