"""The tools that judge: a claim, and the sentences of a passage."""

from functools import lru_cache

from sinotech.agents.fitting import Page, line_of_row
from sinotech.agents.lookup_tools import ROWS, envelope_of, notices_of, record_of
from sinotech.agents.slim_rows import LABEL, row_of, text_of
from sinotech.guidance import MEANINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.agents.slim_rows import Row
    from sinotech.api import Reference

REASONS = 3
"""Reasons and notes that are given of each part of a claim."""

PARTS = 8
"""Parts of a claim whose verdicts are given."""

NEAREST = 3
"""Records nearest to a claim that are given."""


def cite(ref: "Reference", given: "Row", offset: int) -> Page:
    """Answer with the verdict on a claim, its evidence, and the nearest records."""
    claim, as_of = given["claim"], given.get("as_of")
    envelope = envelope_of(ref, "cite", claim=claim, as_of=as_of, limit=NEAREST)
    data = envelope["data"]
    rows = _rows(ref, data)
    answer = Page(rows[offset:], len(rows))
    answer.notices = notices_of(envelope)
    means = MEANINGS[data["verdict"]]
    parts = [_part(part) for part in data["parts"][:PARTS]]
    head = {"claim": text_of(data["claim"]), "verdict": data["verdict"]}
    answer.head = {**head, "confidence": data["confidence"], "means": means}
    answer.head["parts"] = parts
    sure = f" ({data['confidence']})" if data["confidence"] else ""
    answer.lines = [f"{data['verdict']}{sure}: {means}. Claim: {head['claim']}"]
    answer.lines += [_line_of_part(part, alone=len(parts) == 1) for part in parts]
    return answer


def _rows(ref: "Reference", data: "Row") -> "list[Row]":
    """Return the evidence on each part of a claim, and the nearest other records."""
    rows: list[Row] = []
    several = len(data["parts"]) > 1
    for part in data["parts"]:
        of = {"part": text_of(part["text"], LABEL)} if several else {}
        evidence = part["evidence"]
        rows += [_evidence(ref, one, one["relation"]) | of for one in evidence]
    known = {row["id"] for row in rows}
    for one in data["nearest"]:
        if one["id"] not in known:
            comparison = {"comparison": text_of(one["comparison"], LABEL)}
            rows.append(_evidence(ref, one, "nearest") | comparison)
    return rows


def _evidence(ref: "Reference", one: "Row", relation: str) -> "Row":
    """Return a record that bears on a claim as a row, with how it does."""
    row = row_of(record_of(ref, one["id"]))
    return row | {"relation": relation, "says": text_of(one["says"])}


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
    return "\n".join([*lines, *(f"Note: {note}" for note in part["notes"])])


def check(ref: "Reference", given: "Row", offset: int) -> Page:
    """Answer with what is found of each sentence of a passage that was judged."""
    as_of = given.get("as_of")
    judged = _checked(ref, given["passage"], as_of)
    rows = [_sentence(ref, one) for one in judged[offset : offset + ROWS]]
    answer = Page(rows, len(judged), _line_of_sentence)
    verdicts = [str(one["verdict"]) for one in judged]
    counts = {verdict: verdicts.count(verdict) for verdict in MEANINGS}
    parts = [f"{many} {verdict}" for verdict, many in counts.items() if many]
    answer.head = {"as_of": as_of}
    answer.lines = [f"Sentences judged: {len(judged)} ({', '.join(parts) or 'none'})"]
    if not judged:
        answer.notices = ["no sentence speaks of what is recorded, so none was judged"]
    elif counts["not_found"] or counts["undecided"]:
        answer.notices = [
            f"{key}: {MEANINGS[key]}" for key in ("undecided", "not_found")
        ]
    return answer


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
