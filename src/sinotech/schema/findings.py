"""What `check` answers, as JSON Schema."""

from sinotech.claims.settings import EXIT_CODES
from sinotech.schema.shapes import (
    COUNTS,
    ID,
    KIND,
    SHA256,
    TEXT,
    WHOLE,
    Schema,
    all_told,
    an_object,
    listed,
    or_none,
    ref,
    told,
)
from sinotech.schema.verdicts import CONFIDENCE, NEAREST, RELATIONS

_PLACE: Schema = {"type": "integer", "minimum": 1}


def checked() -> dict[str, Schema]:
    """Return the schemas of what was found in drafts, and of what was counted."""
    return {
        "diagnostic": an_object(all_told("diagnostic", _DIAGNOSTIC)),
        "deciding": an_object(_DECIDING),
        "check": an_object(
            {
                "diagnostics": listed(ref("diagnostic")),
                "statistics": ref("statistics"),
                "files": listed(ref("checked_file")),
                "failures": listed(ref("failure")),
            }
        ),
        "statistics": an_object(_STATISTICS),
        "checked_file": an_object(
            {
                "path": told(TEXT, "the file, as it was named"),
                "sentences": told(WHOLE, "its sentences"),
                "judged": told(WHOLE, "those that claim something, and were judged"),
                "problems": told(WHOLE, "its problems that are not suppressed"),
            }
        ),
        "failure": an_object(
            {
                "path": told(TEXT, "a file that was not checked"),
                "error": told(TEXT, "why"),
            }
        ),
    }


_DIAGNOSTIC: dict[str, Schema] = {
    "path": TEXT,
    "line": _PLACE,
    "column": _PLACE,
    "end_line": _PLACE,
    "end_column": _PLACE,
    "offset": WHOLE,
    "length": WHOLE,
    "code": {"type": "string", "pattern": r"^S\d{3}$"},
    "level": {"type": "string", "enum": ["error", "warning", "note"]},
    "message": TEXT,
    "sentence": TEXT,
    "verdict": or_none({"type": "string", "enum": list(EXIT_CODES)}),
    "confidence": or_none({"type": "string", "enum": list(CONFIDENCE)}),
    "quoted": {"type": "boolean"},
    "inherited": or_none(TEXT),
    "differs": listed(TEXT),
    "fingerprint": SHA256,
    "records": told(listed(ref("deciding")), "the records that decide"),
}

_DECIDING: dict[str, Schema] = {
    "id": told(ID, "its id"),
    "kind": told(KIND, "what kind of record it is"),
    "relation": told(
        {"type": "string", "enum": [*RELATIONS, NEAREST]}, "how it stands to the claim"
    ),
    "says": told(TEXT, "what it says"),
    "value": told(or_none(TEXT), "its number, as written, or its date"),
    "standing": told(
        or_none({"type": "string", "enum": ["article", "corroborating"]}),
        "article, or corroborating; null if none",
    ),
    "speaker": told(or_none(TEXT), "who says so, if named"),
    "citation": told(TEXT, "where it is written, in a line"),
    "link": told(or_none(TEXT), "the address of that, where known"),
    "citations": told(listed(ref("citation")), "all places where it is written"),
}

_STATISTICS: dict[str, Schema] = {
    "sentences": told(WHOLE, "sentences of all files"),
    "judged": told(WHOLE, "those that claim something, and were judged"),
    "problems": told(WHOLE, "problems that are not suppressed"),
    "suppressed": told(WHOLE, "findings that a comment suppresses"),
    "baselined": told(WHOLE, "findings that the baseline has"),
    "codes": told(COUNTS, "findings that are told, by code"),
    "verdicts": told(COUNTS, "judged sentences by the name of their gravest code"),
}
