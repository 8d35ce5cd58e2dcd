"""A judgement as the data that `cite` prints."""

from sinotech.claims import settings
from sinotech.claims.compare.outcome import DIFFERS, SAME
from sinotech.claims.contrast import Contrast
from sinotech.claims.engine import QUESTION
from sinotech.claims.match import CONTRADICTS, SUPPORTS
from sinotech.claims.nearest import (
    Near,
    agreeing_with,
    current_of,
    find_nearest,
    is_of_blog,
)
from sinotech.claims.settings import (
    CONFLICTING,
    CONTRADICTED,
    MEANING,
    NOT_FOUND,
    OPEN,
    OUTDATED,
    SUPPORTED,
    UNDECIDED,
)
from sinotech.dates import spell
from sinotech.naming import ECHOED, shortened
from sinotech.prose.intervals import Interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.judgement import Judgement, Part
    from sinotech.claims.match import Match
    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.query.records import Document

    Row = dict[str, Any]

RIVAL, SUPERSEDES = "rival", "supersedes"
_ERROR = "source_error"
MAX_EVIDENCE = 5
"""Records of one part that are given as evidence, but for those that dispute them."""

QUOTED, BRIEFLY = 240, 120
"""Characters of a claim that are quoted in the line to paste; if it has several parts,
they are told besides."""

_SETTLING = ("quantity", "date", "place", "party", "matter")
"""Aspects by which a record supports a claim, the most telling first."""

_UNASKED = "no record was asked"

_DECIDING = {
    SUPPORTED: (SUPPORTS,),
    CONTRADICTED: (CONTRADICTS,),
    CONFLICTING: (SUPPORTS, CONTRADICTS),
    OUTDATED: (SUPPORTS,),
    UNDECIDED: (),
    NOT_FOUND: (),
}
"""The relations of the records that decide a part, by its verdict."""

_SURE = frozenset((SUPPORTED, CONTRADICTED))
"""Verdicts that come with how sure they are."""


def as_data(
    judgement: "Judgement", session: "Session", limit: int | None, *, explain: bool
) -> "Row":
    """Return *judgement* as data: parts with their evidence, and the nearest records.

    *limit* is how many nearest records there are at most; with *explain*, how the claim
    was read and how each record compares is in it too.
    """
    data: Row = {
        "claim": shortened(judgement.claim, ECHOED),
        "verdict": judgement.verdict,
        "confidence": _confidence(judgement),
        "parts": [_part(part, session, explain=explain) for part in judgement.parts],
        "nearest": nearest_of(judgement, session, limit or settings.NEAREST),
    }
    data["line"] = line_of(data)
    return data


def evidence_of(part: "Part", session: "Session") -> "list[Row]":
    """Return the records that decide *part*, then those that dispute them."""
    return list(_evidence(part, session))


def differing_in(part: "Part", session: "Session", id_: str) -> list[tuple[str, str]]:
    """Return the words of *part* that the record *id_* has otherwise, with its own."""
    own = [match for match in part.matches if match.evidence.id == id_]
    for match in sorted(own, key=lambda one: one.relation != CONTRADICTS):
        rows = Contrast(Near(part, match, match.score), session).aspects()
        pairs = [
            (row["claim"], row["record"] or "")
            for row in rows
            if row["relation"] == DIFFERS
            and row["claim"]
            and row["claim"] != row["record"]
            and row["claim"] in part.sentence.text  # not what an aspect is called
        ]
        if pairs:
            return pairs
    return []


def nearest_of(judgement: "Judgement", session: "Session", limit: int) -> "list[Row]":
    """Return at most *limit* records that are nearest to a claim, nearest first."""
    return [_near(one, session) for one in find_nearest(judgement, session, limit)]


def _confidence(judged: "Judgement | Part") -> str | None:
    """Return how sure a verdict is, if it is one that decides."""
    return judged.confidence or None


def _part(part: "Part", session: "Session", *, explain: bool) -> "Row":
    evidence = list(_evidence(part, session))
    made: Row = {
        "text": part.sentence.text,
        "verdict": part.verdict,
        "confidence": _confidence(part),
        "rule": _rule(part, evidence) or None,
        "quantities": [_quantity(one) for one in part.sentence.quantities],
        "evidence": evidence,
        "reasons": _reasons(part, evidence),
        "warnings": _warnings(evidence),
        "errors": _errors(evidence, session),
        "misreadings": _misreadings(part, evidence, session),
    }
    if explain:
        made["reading"] = _reading(part)
        made["trace"] = [_traced(match) for match in part.ranked()]
    return made


def _quantity(quantity: "Quantity") -> "Row":
    interval = quantity.interval
    ends = (interval.low, interval.high)
    row: Row = {
        "text": quantity.text,
        "low": _end(ends[0]),
        "high": _end(ends[1]),
        "hedge": quantity.hedge,
        "unit": quantity.unit,
        "interval": str(interval),
    }
    if quantity.readings:
        row["readings"] = [str(Interval(*ends)) for ends in quantity.readings]
    return row


def _end(number: float) -> float | int | None:
    """Return the end of an interval; nothing if it has none."""
    if number in (float("inf"), float("-inf")):
        return None
    return int(number) if number == int(number) else number


def _evidence(part: "Part", session: "Session") -> "Iterable[Row]":
    """Yield the records that decide *part*, then those that dispute them."""
    wanted = _DECIDING[part.verdict]
    halves = len(part.sentence.quantities) > 1
    if halves and part.verdict in {CONTRADICTED, UNDECIDED, NOT_FOUND}:
        wanted = (*wanted, SUPPORTS)  # what is right of it
    seen: dict[str, Match] = {}
    deciding: set[str] = set()
    for relation in wanted:
        found = [f for f in part.ranked() if f.relation == relation]
        found.sort(key=lambda match: _weakness(match, part, session))
        deciding |= _first_for_each(part, found)
        seen |= {f.evidence.id: f for f in found if f.evidence.id not in seen}
    found = sorted(seen.values(), key=lambda f: f.evidence.id not in deciding)
    found = found[:MAX_EVIDENCE]
    first = [match.evidence for match in found if match.evidence.id in deciding]
    for match in found:
        decides = match.evidence.id in deciding
        cause = None if decides else _cause(match.evidence, first, session)
        yield {
            **_record(match.evidence.doc, match.relation),
            "cause": cause,
            "decides": decides,
            "score": match.score,
            "reasons": match.reasons,
        }
    for one, relation, cause in _disputing(found, session):
        row = {**_record(one, relation), "cause": cause}
        yield {**row, "decides": False, "score": 0.0, "reasons": []}


def _cause(
    one: "Evidence", deciding: "Sequence[Evidence]", session: "Session"
) -> str | None:
    """Return why a record differs from those that decide, if it is recorded."""
    for conflict in _sided(one, session):
        for other in deciding:
            if other.id in conflict["records"] and not _says_the_same(one, other):
                return str(conflict["cause"])
    return None


def _weakness(match: "Match", part: "Part", session: "Session") -> tuple[bool, ...]:
    """Return what makes one record worse to name than another that says the same.

    A corroborating page says so alone; or it is no figure where one is claimed; or a
    later figure replaces it; or it is a blog.
    """
    evidence = match.evidence
    weak = evidence.features.standing == "corroborating"
    other = bool(part.sentence.quantities) and evidence.kind != "figure"
    replaced = part.verdict in _SURE and bool(current_of(evidence, session))
    return weak, other, replaced, is_of_blog(evidence, session)


def _first_for_each(part: "Part", found: "Sequence[Match]") -> set[str]:
    """Return the ids of the first of *found* that state each number of *part*."""
    first = [
        next(
            (f for f in found if agreeing_with(one, part.sentence, f.evidence)),
            None,
        )
        for one in part.sentence.quantities
    ]
    if not any(first):
        first = [*found[:1]]
    return {match.evidence.id for match in first if match}


def _disputing(
    matches: "Iterable[Match]", session: "Session"
) -> "Iterable[tuple[Document, str, str]]":
    """Yield the other sides of conflicts that the evidence is in, each once.

    Of several that state the same number, there is one: the current one, if it is.
    """
    told = [match.evidence for match in matches]
    for match in matches:
        for conflict in _sided(match.evidence, session):
            current = conflict["current"]
            sides = session.evidence_of(conflict["records"])
            for one in sorted(sides, key=lambda side: side.id != current):
                if not any(_says_the_same(one, other) for other in told):
                    told.append(one)
                    relation = SUPERSEDES if one.id == current else RIVAL
                    yield one.doc, relation, str(conflict["cause"])


def _sided(one: "Evidence", session: "Session") -> "list[Document]":
    """Return the conflicts that a record is a side of, but for errors of a source."""
    return [
        conflict
        for conflict in session.conflicts(one.doc)
        if one.id in conflict["records"] and conflict["cause"] != _ERROR
    ]


def _says_the_same(one: "Evidence", other: "Evidence") -> bool:
    """Whether two sides are one record, or figures whose numbers may be the same."""
    if one.kind != "figure" or other.kind != "figure":
        return one.id == other.id
    pairs = zip(one.features.stated[:1], other.features.stated[:1], strict=False)
    return all(a.quantity.meant.meets(b.quantity.meant) for a, b in pairs)


def _record(doc: "Document", relation: str) -> "Row":
    """Return what evidence is, what it says, who says so, and where."""
    return {"id": doc["id"], "kind": doc["kind"], "relation": relation, **_told(doc)}


def _told(doc: "Document") -> "Row":
    speaker = doc.get("speaker")
    return {
        "says": said(doc),
        "value": doc.get("as_written") or doc.get("date"),
        "standing": doc["standing"],
        "opinion": doc["kind"] == "statement" and doc["type"] == "opinion",
        "speaker": speaker["name"] if speaker else doc.get("holder"),
        "citations": doc["citations"],
    }


def said(doc: "Document") -> str:
    """Return what a record says, in a line."""
    if doc["kind"] == "figure":
        when = f", as of {spell(doc['as_of'])}" if doc["as_of"] else ""
        return f"{doc['as_written']}: {doc['label']}{when}"
    if doc["kind"] == "event" and doc["date"]:
        return f"{spell(doc['date'])}: {doc['what']}"
    for field in ("text", "what", "summary", "role", "name"):
        if doc.get(field):
            named = field in {"summary", "role"}
            return f"{doc['name']}: {doc[field]}" if named else str(doc[field])
    return str(doc["id"])


def _near(near: "Near", session: "Session") -> "Row":
    """Return one of the nearest records, beside the part that it is nearest to."""
    doc = near.match.evidence.doc
    contrast = Contrast(near, session)
    return {
        "id": doc["id"],
        "kind": doc["kind"],
        "part": near.part.sentence.text,
        **_told(doc),
        "comparison": contrast.line(),
        "aspects": contrast.aspects(),
    }


def _rule(part: "Part", evidence: "list[Row]") -> str:
    """Return the one rule by which the first deciding record settles *part*."""
    deciding = [one["id"] for one in evidence if one["decides"]][:1]
    for match in part.ranked() if part.verdict in _SURE else ():
        if match.evidence.id in deciding:
            told = {(o.aspect, o.relation): o.reason for o in match.outcomes}
            if part.verdict == CONTRADICTED:
                return next((told[key] for key in told if key[1] == DIFFERS), "")
            return next(filter(None, (told.get((a, SAME)) for a in _SETTLING)), "")
    return ""


def _reasons(part: "Part", evidence: "list[Row]") -> list[str]:
    """Return in words why *part* has its verdict."""
    reasons = [_UNASKED if QUESTION in part.notes else MEANING[part.verdict]]
    if part.verdict in OPEN:
        return [*reasons, *part.sentence.doubts, *part.notes, *_unsettled(part)]
    reasons += part.sentence.doubts
    for one in evidence:
        if one["relation"] in {SUPPORTS, CONTRADICTS}:
            reasons += [reason for reason in one["reasons"] if reason not in reasons][
                :2
            ]
            break
    return reasons


def _unsettled(part: "Part") -> list[str]:
    """Say which numbers no record settles, if it settles others."""
    if 0 < len(part.unsettled) < len(part.sentence.quantities):
        return [f"no record bears out “{one.text}”" for one in part.unsettled]
    return []


def _warnings(evidence: "list[Row]") -> list[str]:
    """Return what to beware of in the records that decide: opinions, standing."""
    warnings: list[str] = []
    for one in evidence:
        if not one["decides"]:
            continue
        if one["opinion"]:
            whose = one["speaker"] or "the article"
            warnings.append(f"{one['id']} is an opinion, of {whose}")
        if one["standing"] == "corroborating":
            warnings.append(f"{one['id']} rests on corroborating pages only")
    return warnings


def _errors(evidence: "list[Row]", session: "Session") -> list[str]:
    """Return what the sources of the records that decide get wrong about it."""
    docs = [session.record(one["id"]) for one in evidence if one["decides"]]
    told = [
        conflict["title"]
        for doc in docs
        for conflict in session.conflicts(doc or {"conflicts": []})
        if conflict["cause"] == _ERROR
    ]
    return list(dict.fromkeys(told))


def _misreadings(part: "Part", evidence: "list[Row]", session: "Session") -> list[str]:
    """Return what the figures that decide *part* must not be mistaken for."""
    deciding = {one["id"] for one in evidence if one["decides"]}
    told: list[str] = []
    for match in part.ranked():
        one = match.evidence
        if one.id in deciding and one.kind == "figure":
            told += session.measure(one.doc)["misreadings"]
    return list(dict.fromkeys(told))


def line_of(data: "Row") -> str:
    """Return a line that is ready to paste, with its sources as *data* has them."""
    parts, most = data["parts"], QUOTED
    if len(parts) == 1:
        told = _told_of_one(data, parts[0])
    else:
        most = BRIEFLY
        several = []
        for number, part in enumerate(parts, 1):
            decided = _pasted(part, brief=True)
            named = f"part {number} {_named(part)}"
            several.append(f"{named}: {decided}" if decided else named)
        told = "; ".join(several)
    return f"“{shortened(data['claim'], most)}” — {_named(data)}: {told}"


def _named(judged: "Row") -> str:
    verdict = str(judged["verdict"]).replace("_", " ")
    return f"{verdict} ({judged['confidence']})" if judged["confidence"] else verdict


def _told_of_one(data: "Row", part: "Row") -> str:
    """Return what decides a claim of one *part*; if nothing does, what is nearest."""
    decided = _pasted(part, brief=part["verdict"] not in _SURE)
    if data["verdict"] not in OPEN:
        return decided or MEANING[data["verdict"]]
    told = MEANING[data["verdict"]]
    if part["verdict"] == data["verdict"]:
        told = part["reasons"][0]
    if decided:
        return f"borne out is only {decided}"
    if data["verdict"] == UNDECIDED and data["nearest"]:
        return f"{told}; nearest is: {_sourced(data['nearest'][0], brief=True)}"
    return told


def _pasted(part: "Row", *, brief: bool) -> str:
    """Return what decides *part*, each with its place."""
    told = [_sourced(one, brief=brief) for one in part["evidence"] if one["decides"]]
    if part["verdict"] == OUTDATED:
        told += [
            f"now {_sourced(one, brief=brief)}"
            for one in part["evidence"]
            if one["relation"] == SUPERSEDES
        ]
    return "; ".join(dict.fromkeys(told))


def _sourced(one: "Row", *, brief: bool) -> str:
    """Return what a record says, with its first place in the style asked for.

    A figure in *brief* is its number, where the claim has told what it counts.
    """
    says = str(one["says"]).removesuffix(".")
    if brief and one["kind"] == "figure":
        says = str(one["value"])
    if not one["citations"]:
        return says
    place = one["citations"][0]
    styled = place.get("styled") or ""
    if styled.startswith(_BARE):
        return f"{says} {styled}"
    if not styled or styled.startswith("{"):  # a style for programs alone
        styled = place["label"]
    elif styled.startswith("According to "):
        styled = f"a{styled[1:]}"
    return f"{says} ({styled.removesuffix('.')})"


_BARE = ("(", "<", "\\cite")
"""Beginnings of citations that stand in a sentence as they are."""


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
        "dates": [_date(time) for time in sentence.times],
        "negated": sentence.negated,
        "status": sentence.status or None,
        "speaker": sentence.within(sentence.speaker.start, sentence.speaker.stop - 1)
        or None,
    }


def _date(time: "Time") -> "Row":
    row: Row = {
        "text": time.text,
        "relation": time.relation,
        "earliest": time.earliest or None,
        "latest": time.latest or None,
    }
    if time.readings:
        row["readings"] = [a if a == b else f"{a}/{b}" for a, b in time.readings]
    return row


def _traced(match: "Match") -> "Row":
    return {
        "id": match.evidence.id,
        "relation": match.relation or None,
        "score": match.score,
        "outcomes": [
            {
                "aspect": outcome.aspect,
                "relation": outcome.relation,
                "score": round(outcome.score, 3),
                "reason": outcome.reason or None,
            }
            for outcome in match.outcomes
        ],
    }
