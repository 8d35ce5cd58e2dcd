"""Diagnostics for tests of what is done with them."""

from typing import Any

from sinotech.checking.codes import CODES
from sinotech.checking.diagnostic import Diagnostic

RECORD = {
    "id": "fig-pacts-119",
    "kind": "figure",
    "relation": "contradicts",
    "says": "agreements signed by China: 119",
    "value": "119",
    "citation": "The Daily, June 2025, para. 1",
    "link": "https://example.org/daily",
}
"""A record that decides, invented."""


def diagnostic(code: str = "S001", **changes: Any) -> Diagnostic:  # noqa: ANN401
    """Return a diagnostic of *code* in the third line of a file, with *changes*."""
    usual: dict[str, Any] = {
        "path": "drafts/draft.md",
        "level": CODES[code].level,
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 30,
        "offset": 9,
        "length": 29,
        "sentence": "China signed 120 agreements.",
        "message": "contradicted: the sources say 119",
        "verdict": "contradicted",
        "confidence": "certain",
        "records": (RECORD,),
    }
    return Diagnostic(code=code, **{**usual, **changes})


ONE = Diagnostic(
    path="drafts/a.md",
    code="S001",
    level="error",
    line=3,
    column=1,
    end_line=3,
    end_column=20,
    offset=40,
    length=19,
    sentence="China has 3 labs.",
    message="contradicted: the sources say 4",
)
"""A diagnostic without a record."""
