"""What `cite` answers, as JSON Schema."""

from sinotech.claims.settings import EXIT_CODES
from sinotech.schema.shapes import (
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

CONFIDENCE = ("certain", "likely")
RELATIONS = ("supports", "contradicts", "rival", "supersedes")
NEAREST = "nearest"
"""The relation of rows that decide nothing, but are nearest to the claim."""

OUTCOMES = ("same", "differs", "missing", "open", "silent")

_VERDICT: Schema = {"type": "string", "enum": list(EXIT_CODES)}
_CONFIDENCE: Schema = or_none({"type": "string", "enum": list(CONFIDENCE)})
_SURE = "how sure it is; null unless supported or contradicted"
_NUMBER: Schema = {"type": "number"}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def judged() -> dict[str, Schema]:
    """Return the schemas of a claim that was judged, and of its parts."""
    told_of = {
        "says": TEXT,
        "value": or_none(TEXT),
        "standing": or_none({"type": "string", "enum": ["article", "corroborating"]}),
        "opinion": {"type": "boolean"},
        "speaker": or_none(TEXT),
        "citations": told(listed(ref("citation")), "where it is written"),
    }
    return {
        "judged": an_object(
            {
                "claim": told(TEXT, "the claim as given; of a long one, its beginning"),
                "verdict": told(_VERDICT, "that of its weakest part"),
                "confidence": told(_CONFIDENCE, _SURE),
                "parts": listed(ref("part")),
                "nearest": told(
                    listed(ref("near")), "the records nearest to it, nearest first"
                ),
                "line": told(TEXT, "a line ready to paste"),
            }
        ),
        "part": _part(),
        "claim": _claim(),
        "quantity": _quantity(),
        "evidence": _evidence(told_of),
        "near": _near(told_of),
        "aspect": _aspect(),
        "reading": _reading(),
        "compared_with": _compared(),
    }


def _claim() -> Schema:
    """Return the schema of a claim in one row."""
    claim = {
        "claim": TEXT,
        "verdict": or_none(_VERDICT),
        "confidence": _CONFIDENCE,
        "evidence": listed(ID),
        "says": or_none(TEXT),
        "citation": or_none(TEXT),
        "link": or_none(TEXT),
        "score": or_none(_SHARE),
        "reasons": listed(TEXT),
        "error": or_none(TEXT),
    }
    return an_object(all_told("claim", claim))


def _part() -> Schema:
    """Return the schema of a part of a claim."""
    part = {
        "text": told(TEXT, "the part's words"),
        "verdict": _VERDICT,
        "confidence": told(_CONFIDENCE, _SURE),
        "rule": told(or_none(TEXT), "the one rule that was applied"),
        "quantities": told(listed(ref("quantity")), "the numbers that it states"),
        "evidence": told(listed(ref("evidence")), "the records that decide it"),
        "reasons": told(listed(TEXT), "why, in words"),
        "warnings": told(listed(TEXT), "what to beware of"),
        "errors": told(listed(TEXT), "what its sources get wrong about it"),
        "misreadings": told(listed(TEXT), "what its figures do not count"),
        "reading": told(ref("reading"), "how it was read (only with --explain)"),
        "trace": told(listed(ref("compared_with")), "every record looked at (same)"),
    }
    return an_object(part, optional=("reading", "trace"))


def _evidence(told_of: Schema) -> Schema:
    """Return the schema of a record that decides a part; *told_of* is what it says."""
    in_rows = {
        "part": TEXT,
        "verdict": _VERDICT,
        "confidence": _CONFIDENCE,
        "rule": or_none(TEXT),
        "comparison": TEXT,
    }
    evidence = {
        **in_rows,
        "id": ID,
        "kind": KIND,
        "relation": {"type": "string", "enum": [*RELATIONS, NEAREST]},
        **told_of,
        "cause": or_none(TEXT),
        "decides": {"type": "boolean"},
        "score": _SHARE,
        "reasons": listed(TEXT),
    }
    return an_object(all_told("evidence", evidence), optional=in_rows)


def _near(told_of: Schema) -> Schema:
    """Return the schema of a record near a claim; *told_of* is what it says."""
    near = all_told("evidence", {"id": ID, "kind": KIND, **told_of, "comparison": TEXT})
    near["part"] = told(TEXT, "the part of the claim that it is nearest to")
    near["aspects"] = told(listed(ref("aspect")), "how each aspect compares")
    return an_object(near)


def _aspect() -> Schema:
    return an_object(
        {
            "aspect": told(TEXT, "quantity, date, party, place, matter…"),
            "relation": {"type": "string", "enum": list(OUTCOMES)},
            "claim": told(or_none(TEXT), "the claim's words for it"),
            "record": told(or_none(TEXT), "the record's"),
        }
    )


def _quantity() -> Schema:
    return an_object(
        {
            "text": TEXT,
            "low": told(or_none(_NUMBER), "null if it has no lower end"),
            "high": told(or_none(_NUMBER), "null if it has no upper end"),
            "hedge": TEXT,
            "unit": told(TEXT, "count, percent, points, ordinal, times, USD…"),
            "interval": TEXT,
            "readings": told(listed(TEXT), "what it may be, if that is unclear"),
        },
        optional=("readings",),
    )


def _reading() -> Schema:
    dates = {
        "text": TEXT,
        "relation": TEXT,
        "earliest": or_none(TEXT),
        "latest": or_none(TEXT),
        "readings": told(listed(TEXT), "what it may be, if that is unclear"),
    }
    return an_object(
        {
            "words": listed(an_object({"text": TEXT, "weight": _NUMBER})),
            "names": listed(an_object({"text": TEXT, "ids": listed(ID)})),
            "dates": listed(an_object(dates, optional=("readings",))),
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
