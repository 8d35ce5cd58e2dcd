"""A judgement as the data that `cite` prints."""

from sinotech.claims import settings
from sinotech.claims.comparing import SAME, SILENT
from sinotech.claims.relation import BEARS, CONTRADICTS, SUPPORTS
from sinotech.claims.verdicts import (
    CONFLICTING,
    CONTRADICTED,
    NOT_FOUND,
    OUTDATED,
    SUPPORTED,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sinotech.claims.engine import Judgement, Part
    from sinotech.claims.findings import Finding
    from sinotech.claims.words import Words
    from sinotech.prose.quantities import Quantity

    Row = dict[str, Any]

RIVAL, SUPERSEDES = "rival", "supersedes"
MAX_EVIDENCE = 5
"""Records of one part that are shown as evidence unless more are asked for."""

_MEANING = {
    SUPPORTED: "a source states it",
    CONTRADICTED: "a source states otherwise",
    CONFLICTING: "sources disagree about it, and none supersedes the other",
    OUTDATED: "it was stated once, and a later source supersedes it",
    NOT_FOUND: "no record settles it",
}


def as_data(
    judgement: "Judgement", words: "Words", limit: int | None, *, explain: bool
) -> "Row":
    """Return *judgement* as data: parts with their evidence, what is related apart.

    *limit* is how many records there are at most, evidence and related together;
    with *explain*, how the claim was read and how each record compares is in it too.
    """
    parts = [_part(part, words, limit, explain=explain) for part in judgement.parts]
    shown = {one["id"] for part in parts for one in part["evidence"]}
    most = settings.NEAREST if limit is None else max(limit - len(shown), 0)
    related = [id_ for id_ in _nearest(judgement) if id_ not in shown][:most]
    return {
        "claim": judgement.claim,
        "verdict": judgement.verdict,
        "parts": parts,
        "related": related,
        "line": _line(judgement, parts),
    }


def _part(part: "Part", words: "Words", limit: int | None, *, explain: bool) -> "Row":
    evidence = list(_evidence(part, words))[: limit or MAX_EVIDENCE]
    made: Row = {
        "text": part.sentence.text,
        "verdict": part.verdict,
        "quantities": [_quantity(one) for one in part.sentence.quantities],
        "evidence": evidence,
        "reasons": _reasons(part, evidence),
        "warnings": _warnings(part, evidence, words),
    }
    if explain:
        made["reading"] = _reading(part)
        made["trace"] = [_traced(finding) for finding in part.ranked()]
    return made


def _quantity(quantity: "Quantity") -> "Row":
    interval = quantity.interval
    ends = (interval.low, interval.high)
    return {
        "text": quantity.text,
        "low": _end(ends[0]),
        "high": _end(ends[1]),
        "hedge": quantity.hedge,
        "unit": quantity.unit,
        "interval": str(interval),
    }


def _end(number: float) -> float | int | None:
    """Return the end of an interval; nothing if it has none."""
    if number in (float("inf"), float("-inf")):
        return None
    return int(number) if number == int(number) else number


def _evidence(part: "Part", words: "Words") -> "Iterable[Row]":
    """Yield the records that decide *part*, then those that dispute them."""
    wanted = {
        SUPPORTED: (SUPPORTS,),
        CONTRADICTED: (CONTRADICTS,),
        CONFLICTING: (SUPPORTS, CONTRADICTS),
        OUTDATED: (SUPPORTS,),
        NOT_FOUND: (),
    }[part.verdict]
    seen: set[str] = set()
    if part.verdict in {CONTRADICTED, NOT_FOUND} and len(part.sentence.quantities) > 1:
        wanted = (*wanted, SUPPORTS)  # what is right of it
    for relation in wanted:
        for finding in part.ranked():
            if finding.relation == relation and finding.evidence.id not in seen:
                seen.add(finding.evidence.id)
                yield _shown(finding, relation)
    for id_, relation in _disputing(part, words, seen):
        for one in words.evidence_of([id_]):
            yield {**_record(one.doc, relation), "score": 0.0, "reasons": []}


def _disputing(
    part: "Part", words: "Words", seen: set[str]
) -> "Iterable[tuple[str, str]]":
    """Yield the other sides of conflicts that the evidence is in, each once."""
    told = set(seen)
    for finding in part.ranked():
        if finding.evidence.id not in seen:
            continue
        for conflict in words.conflicts(finding.evidence.doc):
            for id_ in conflict["records"]:
                if id_ not in told:
                    told.add(id_)
                    yield id_, SUPERSEDES if id_ == conflict["current"] else RIVAL


def _shown(finding: "Finding", relation: str) -> "Row":
    return {
        **_record(finding.evidence.doc, relation),
        "score": finding.score,
        "reasons": finding.reasons,
    }


def _record(doc: "Row", relation: str) -> "Row":
    """Return what evidence is, what it says, who says so, and where."""
    speaker = doc.get("speaker")
    return {
        "id": doc["id"],
        "kind": doc["kind"],
        "relation": relation,
        "says": said(doc),
        "standing": doc["standing"],
        "opinion": doc["kind"] == "statement" and doc["type"] == "opinion",
        "speaker": speaker["name"] if speaker else doc.get("holder"),
        "citations": doc["citations"],
    }


def said(doc: "Row") -> str:
    """Return what a record says, in a line."""
    if doc["kind"] == "figure":
        when = f", as of {doc['as_of']}" if doc["as_of"] else ""
        return f"{doc['as_written']}: {doc['label']}{when}"
    for field in ("text", "what", "summary", "role", "name"):
        if doc.get(field):
            named = field in {"summary", "role"}
            return f"{doc['name']}: {doc[field]}" if named else str(doc[field])
    return str(doc["id"])


def _reasons(part: "Part", evidence: "list[Row]") -> list[str]:
    """Return in words why *part* has its verdict."""
    reasons = [f"{_MEANING[part.verdict]}"]
    if part.verdict == NOT_FOUND:
        return reasons + (part.notes or _what_is_missing(part))
    for one in evidence:
        if one["relation"] in {SUPPORTS, CONTRADICTS}:
            reasons += [reason for reason in one["reasons"] if reason not in reasons][
                :2
            ]
            break
    return reasons


def _what_is_missing(part: "Part") -> list[str]:
    """Say which numbers no record settles, or what the nearest record lacks."""
    if 0 < len(part.unsettled) < len(part.sentence.quantities):
        return [f"no record bears out “{one.text}”" for one in part.unsettled]
    nearest = next(iter(part.ranked()), None)
    if nearest is None:
        return ["no record speaks of anything in it"]
    lacking = (o for o in nearest.outcomes if o.relation not in {SAME, SILENT})
    told = [outcome.reason for outcome in lacking if outcome.reason]
    if nearest.missing:
        told += [o.reason for o in nearest.outcomes if o.aspect == "matter"]
    told = told or ["it has the words of the claim, but does not state it"]
    return [f"the nearest record, {nearest.evidence.id}: {'; '.join(told)}"]


def _warnings(part: "Part", evidence: "list[Row]", words: "Words") -> list[str]:
    """Return what to beware of: misreadings, opinions, doubtful standing."""
    warnings: list[str] = []
    for one in evidence:
        if one["relation"] not in {SUPPORTS, CONTRADICTS}:
            continue
        if one["opinion"]:
            whose = one["speaker"] or "the article"
            warnings.append(f"{one['id']} is an opinion, of {whose}")
        if one["standing"] == "corroborating":
            warnings.append(f"{one['id']} rests on corroborating pages only")
    for finding in part.ranked():
        if finding.relation != BEARS and finding.evidence.kind == "figure":
            warnings += words.measure(finding.evidence.doc)["misreadings"]
    return list(dict.fromkeys(warnings))


def _nearest(judgement: "Judgement") -> list[str]:
    """Return the ids of records that come near any part, the nearest first."""
    others = (f.evidence.id for part in judgement.parts for f in part.ranked())
    return list(dict.fromkeys((*judgement.ranking, *others)))


def _line(judgement: "Judgement", parts: "list[Row]") -> str:
    """Return a line that is ready to paste."""
    verdict = judgement.verdict.replace("_", " ")
    told = []
    for part in parts:
        for one in part["evidence"][:1]:
            places = "; ".join(c["label"] for c in one["citations"][:2])
            told.append(f"{one['says']} ({places})")
    reason = ". ".join(dict.fromkeys(told)) or _MEANING[judgement.verdict]
    if told and judgement.verdict == NOT_FOUND:
        reason = f"no record settles all of it; borne out is only this: {reason}"
    return f"“{judgement.claim}” — {verdict}: {reason}"


def _reading(part: "Part") -> "Row":
    """Return how a part was read."""
    sentence = part.sentence
    return {
        "words": [
            {"text": unit.text, "weight": round(unit.weight, 2)}
            for unit in sentence.units
        ],
        "names": [
            {"text": mention.name, "ids": sorted(mention.ids)}
            for mention in sentence.mentions
        ],
        "dates": [
            {
                "text": time.text,
                "relation": time.relation,
                "earliest": time.earliest or None,
                "latest": time.latest or None,
            }
            for time in sentence.times
        ],
        "negated": sentence.negated,
        "status": sentence.status or None,
        "speaker": sentence.within(sentence.speaker.start, sentence.speaker.stop - 1)
        or None,
    }


def _traced(finding: "Finding") -> "Row":
    return {
        "id": finding.evidence.id,
        "relation": finding.relation or None,
        "score": finding.score,
        "outcomes": [
            {
                "aspect": outcome.aspect,
                "relation": outcome.relation,
                "score": round(outcome.score, 3),
                "reason": outcome.reason or None,
            }
            for outcome in finding.outcomes
        ],
    }
