"""What `cite` answers, as JSON Schema."""

from sinotech.present.shapes import (
    ID,
    KIND,
    TEXT,
    Schema,
    all_told,
    an_object,
    listed,
    or_none,
    ref,
    told,
)

VERDICTS = ("supported", "contradicted", "conflicting", "outdated", "not_found")
RELATIONS = ("supports", "contradicts", "rival", "supersedes")
OUTCOMES = ("same", "differs", "missing", "open", "silent")

_VERDICT: Schema = {"type": "string", "enum": list(VERDICTS)}
_NUMBER: Schema = {"type": "number"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def judged() -> dict[str, Schema]:
    """Return the schemas of a claim that was judged, and of its parts."""
    evidence = {
        "part": TEXT,
        "verdict": _VERDICT,
        "id": ID,
        "kind": KIND,
        "relation": {"type": "string", "enum": list(RELATIONS)},
        "says": TEXT,
        "score": _SHARE,
        "reasons": listed(TEXT),
        "standing": or_none({"type": "string", "enum": ["article", "corroborating"]}),
        "opinion": {"type": "boolean"},
        "speaker": or_none(TEXT),
        "citations": told(listed(ref("citation")), "where it is written"),
    }
    part = {
        "text": told(TEXT, "the part's words"),
        "verdict": _VERDICT,
        "quantities": told(listed(ref("quantity")), "the numbers that it states"),
        "evidence": told(listed(ref("evidence")), "the records that decide it"),
        "reasons": told(listed(TEXT), "why, in words"),
        "warnings": told(listed(TEXT), "what to beware of"),
        "reading": told(ref("reading"), "how it was read (only with --explain)"),
        "trace": told(listed(ref("compared_with")), "every record looked at (same)"),
    }
    return {
        "judged": an_object(
            {
                "claim": told(TEXT, "the claim as given"),
                "verdict": told(_VERDICT, "that of its weakest part"),
                "parts": listed(ref("part")),
                "related": told(listed(ID), "records near it, the nearest first"),
                "line": told(TEXT, "a line ready to paste"),
            }
        ),
        "part": an_object(part, optional=("reading", "trace")),
        "quantity": _quantity(),
        "evidence": an_object(
            all_told("evidence", evidence), optional=("part", "verdict")
        ),
        "reading": _reading(),
        "compared_with": _compared(),
    }


def _quantity() -> Schema:
    return an_object(
        {
            "text": TEXT,
            "low": told(or_none(_NUMBER), "null if it has no lower end"),
            "high": told(or_none(_NUMBER), "null if it has no upper end"),
            "hedge": TEXT,
            "unit": told(TEXT, "count, percent, points, ordinal, times, USD…"),
            "interval": TEXT,
        }
    )


def _reading() -> Schema:
    dates = {
        "text": TEXT,
        "relation": TEXT,
        "earliest": or_none(TEXT),
        "latest": or_none(TEXT),
    }
    return an_object(
        {
            "words": listed(an_object({"text": TEXT, "weight": _NUMBER})),
            "names": listed(an_object({"text": TEXT, "ids": listed(ID)})),
            "dates": listed(an_object(dates)),
            "negated": {"type": "boolean"},
            "status": or_none(TEXT),
            "speaker": or_none(TEXT),
        }
    )


def _compared() -> Schema:
    outcome = {
        "aspect": TEXT,
        "relation": {"type": "string", "enum": list(OUTCOMES)},
        "score": _SHARE,
        "reason": or_none(TEXT),
    }
    return an_object(
        {
            "id": ID,
            "relation": or_none({"type": "string", "enum": list(RELATIONS)}),
            "score": _SHARE,
            "outcomes": listed(an_object(outcome)),
        }
    )
