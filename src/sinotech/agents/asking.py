"""What each tool asks of the record set, and what it makes of the answer."""

from functools import lru_cache

from sinotech.agents.answers import Found, line_of_row
from sinotech.agents.profiles import Profile, party_row, place_of, status_row
from sinotech.agents.rows import CITATIONS, LABEL, dispute_of, row_of, text_of
from sinotech.errors import NotFoundError, SinotechError, UsageError
from sinotech.guidance import MEANINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech.agents.rows import Row
    from sinotech.api import Reference

    Ask = Callable[[Reference, Row, int], Found]

ROWS = 40
"""Rows that are read for an answer unless a limit is given: more hardly fit."""

REASONS = 3
"""Reasons and notes that are given of each part of a claim."""

PARTS = 8
"""Parts of a claim that are told of."""

NEAREST = 3
"""Records nearest to a claim that are given."""

LISTS = {
    "source": "sources",
    "country": "countries",
    "group": "groups",
    "program": "programs",
    "organization": "organizations",
    "person": "people",
    "measure": "measures",
    "figure": "figures",
    "event": "timeline",
    "conflict": "conflicts",
    "statement": "",
}
"""The kinds of record, and the command that lists all of each; statements have none."""

NOTHING = "nothing is recorded that fits; this refutes nothing"
"""What an empty answer means."""


def _envelope(ref: "Reference", command: str, **values: "Any") -> "Row":  # noqa: ANN401
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


def _notices(envelope: "Row") -> list[str]:
    """Return the notices of an answer, without the last: on pages, it names options."""
    warnings: list[str] = envelope["meta"]["warnings"]
    return warnings[:-1] if envelope["meta"]["pages"] else warnings


def listed(command: str) -> "Ask":
    """Return what asks *command*, which lists records, for a page."""

    def ask(ref: "Reference", given: "Row", offset: int) -> Found:
        values = {key: value for key, value in given.items() if key != "limit"}
        if "words" in values:
            values["words"] = [values["words"]]
        limit = given.get("limit", ROWS)
        envelope = _envelope(ref, command, limit=limit, offset=offset, **values)
        rows = [row_of(doc) for doc in envelope["data"]]
        extents = list(envelope["meta"]["pages"].values())
        found = Found(rows, extents[0]["total"] if extents else len(rows))
        found.is_exact = all(one["exact"] for one in extents)
        found.notices = _notices(envelope)
        if not found.total:
            found.notices = [*found.notices, NOTHING]
        return found

    return ask


def search(ref: "Reference", given: "Row", offset: int) -> Found:
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

    def ask(ref: "Reference", given: "Row", offset: int) -> Found:
        limit, section = given.get("limit", ROWS), given.get("section")
        asked = {"name": given["name"], "section": section}
        first = _envelope(ref, command, limit=1, offset=0, **asked)
        totals = Profile(first["data"], first["meta"]["pages"], section).totals()
        rank, passed = place_of(offset, totals)
        ranks = limit + passed
        page = _envelope(ref, command, limit=ranks, offset=rank, **asked)
        shown = Profile(page["data"], page["meta"]["pages"], section)
        pairs = shown.rows(rank, ranks)[passed : passed + limit]
        found = Found([row for _, row in pairs], sum(totals.values()))
        found.parts = [number for number, _ in pairs]
        found.notices = _notices(page)
        about = row_of(shown.head)
        if offset:  # the first page has its citations
            about["citations"] = about["citations"][:1]
        found.head = {"about": about, "counts": totals}
        counts = ", ".join(f"{many} {part}" for part, many in totals.items())
        line = line_of_row(about).removeprefix("- ")
        found.lines = [f"{line}\nRecorded: {counts or 'nothing'}"]
        return found

    return ask


def show(ref: "Reference", given: "Row", offset: int) -> Found:
    """Answer with all of one record: its fields, and as rows all that it lists."""
    limit = ROWS
    begin = max(0, offset - 1)  # the record itself is the first row
    envelope = _envelope(ref, "show", id=given["id"], limit=limit, offset=begin)
    doc = envelope["data"]
    own = _own_rows(doc)
    cited = [row_of(one) for one in doc.get("cited_for", ())]
    if doc["kind"] == "source":
        rows = ([] if offset else own) + cited
        extent = envelope["meta"]["pages"].get("cited_for")
        total = len(own) + (extent["total"] if extent else len(cited))
    else:
        rows, total = own[offset:], len(own)
    found = Found(rows, total)
    found.notices = _notices(envelope)
    found.head = {"fields": _fields(doc)}
    found.lines = [f"{key}: {_flat(value)}" for key, value in _fields(doc).items()]
    return found


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
"""Fields of a record that its rows tell, or that only search uses."""

_ITEMS, _LONG = 8, 400
"""Items and characters that are shown of a field."""


def _fields(doc: "Row") -> "Row":
    """Return the fields of a record that its rows do not tell, short."""
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


def cite(ref: "Reference", given: "Row", offset: int) -> Found:
    """Answer with the verdict on a claim, its evidence, and the nearest records."""
    claim, as_of = given["claim"], given.get("as_of")
    envelope = _envelope(ref, "cite", claim=claim, as_of=as_of, limit=NEAREST)
    data = envelope["data"]
    rows: dict[str, Row] = {}
    for part in data["parts"]:
        for one in part["evidence"]:
            row = _evidence(ref, one, one["relation"])
            rows.setdefault(f"{one['id']} {one['relation']}", row)
    known = {row["id"] for row in rows.values()}
    for one in data["nearest"]:
        if one["id"] not in known:
            row = _evidence(ref, one, "nearest")
            rows[one["id"]] = row | {"comparison": text_of(one["comparison"], LABEL)}
    found = Found(list(rows.values())[offset:], len(rows))
    found.notices = _notices(envelope)
    means = MEANINGS[data["verdict"]]
    parts = [_part(part) for part in data["parts"][:PARTS]]
    head = {"claim": text_of(data["claim"]), "verdict": data["verdict"]}
    found.head = {**head, "confidence": data["confidence"], "means": means}
    found.head["parts"] = parts
    told = f" ({data['confidence']})" if data["confidence"] else ""
    found.lines = [f"{data['verdict']}{told}: {means}. Claim: {head['claim']}"]
    found.lines += [_line_of_part(part, alone=len(parts) == 1) for part in parts]
    return found


def _evidence(ref: "Reference", one: "Row", relation: str) -> "Row":
    """Return a record that bears on a claim as a row, with how it does."""
    row = row_of({**_record(ref, one["id"])})
    return row | {"relation": relation, "says": text_of(one["says"])}


def _record(ref: "Reference", id_: str) -> "Row":
    """Return the record *id_* whole."""
    record: Row = ref.show(id_)  # type: ignore[assignment]
    return record


def _part(part: "Row") -> "Row":
    """Return a part of a claim: its verdict, and why."""
    notes = [*part["warnings"], *part["errors"], *part["misreadings"]]
    return {
        "text": text_of(part["text"], 300),
        "verdict": part["verdict"],
        "confidence": part["confidence"],
        "rule": text_of(part["rule"], LABEL) if part["rule"] else None,
        "reasons": [text_of(one, LABEL) for one in part["reasons"][:REASONS]],
        "notes": [text_of(one, LABEL) for one in notes[:REASONS]],
    }


def _line_of_part(part: "Row", *, alone: bool) -> str:
    """Return a part of a claim as text; one that is *alone* is the claim itself."""
    begins = "Because" if alone else f"Part “{part['text']}” is {part['verdict']}"
    lines = [f"{begins}: {'; '.join(part['reasons'])}"]
    return "\n".join([*lines, *(f"Mind: {note}" for note in part["notes"])])


def check(ref: "Reference", given: "Row", offset: int) -> Found:
    """Answer with what is found of each sentence of a passage that was judged."""
    as_of = given.get("as_of")
    judged = _checked(ref, given["passage"], as_of)
    rows = [_sentence(ref, one) for one in judged[offset : offset + ROWS]]
    found = Found(rows, len(judged), _line_of_sentence)
    verdicts = [str(one["verdict"]) for one in judged]
    counts = {verdict: verdicts.count(verdict) for verdict in MEANINGS}
    told = [f"{many} {verdict}" for verdict, many in counts.items() if many]
    found.head = {"as_of": as_of}
    found.lines = [f"Sentences judged: {len(judged)} ({', '.join(told) or 'none'})"]
    if not judged:
        found.notices = ["no sentence speaks of what is recorded, so none was judged"]
    elif counts["not_found"] or counts["undecided"]:
        found.notices = [
            f"{key}: {MEANINGS[key]}" for key in ("undecided", "not_found")
        ]
    return found


@lru_cache(maxsize=1)
def _checked(ref: "Reference", passage: str, as_of: str | None) -> "tuple[Row, ...]":
    """Return what is found of each sentence of a passage; the next page has it kept."""
    found = ref.check(passage, as_of=as_of, all=True, strict=True)
    return tuple(found)  # type: ignore[arg-type]


def _sentence(ref: "Reference", found: "Row") -> "Row":
    """Return what is found of a sentence as a row, with the records that decide it."""
    records = [
        _evidence(ref, one, one["relation"]) for one in found["records"][:NEAREST]
    ]
    disputed = [id_ for row in records for id_ in row["disputed_by"]]
    return {
        "sentence": text_of(found["sentence"], 600),
        "code": found["code"],
        "verdict": found["verdict"],
        "confidence": found["confidence"],
        "message": text_of(found["message"], 600),
        "disputed_by": list(dict.fromkeys(disputed)),
        "records": records,
    }


def _line_of_sentence(row: "Row") -> str:
    """Return what is found of a sentence as text."""
    lines = [f"- “{row['sentence']}”", f"  {row['code']} {row['message']}"]
    for record in row["records"]:
        lines += [f"  {line}" for line in line_of_row(record).splitlines()]
    return "\n".join(lines)


def dispute(ref: "Reference", id_: str) -> str:
    """Return what the conflict *id_* is about; nothing if there is none."""
    try:
        return dispute_of(_record(ref, id_))
    except SinotechError:
        return ""
