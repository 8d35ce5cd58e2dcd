"""A claim that was judged, as one row."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sinotech.answers.answer import Answer

    Row = dict[str, Any]


COLUMNS = (
    "claim",
    "verdict",
    "confidence",
    "evidence",
    "says",
    "citation",
    "link",
    "score",
    "reasons",
    "error",
)
"""The fields of the row, in their order."""


def row_of(data: "Row") -> "Row":
    """Return the row of a claim, of what `cite` answers.

    What decides it is that of its first part that has the verdict of the whole.
    """
    verdict = data["verdict"]
    parts = data["parts"]
    part = next((one for one in parts if one["verdict"] == verdict), parts[0])
    deciding = [one for one in part["evidence"] if one["decides"]]
    first = deciding[0] if deciding else {"citations": []}
    place = first["citations"][0] if first["citations"] else {}
    return {
        "claim": data["claim"],
        "verdict": verdict,
        "confidence": data["confidence"],
        "evidence": [one["id"] for one in deciding],
        "says": first.get("says"),
        "citation": place.get("styled") or place.get("label"),
        "link": place.get("link"),
        "score": first.get("score"),
        "reasons": [*part["reasons"], *_replaced(part)],
        "error": None,
    }


def _replaced(part: "Row") -> list[str]:
    """Return what a part that is outdated is replaced by, in words."""
    if part["verdict"] != "outdated":
        return []
    current = [one for one in part["evidence"] if one["relation"] == "supersedes"]
    return [f"now {one['says']} ({one['id']})" for one in current]


def row_of_error(claim: str | None, error: str | None) -> "Row":
    """Return the row of a *claim* that could not be judged, and why."""
    empty: Row = dict.fromkeys(COLUMNS)
    return {**empty, "claim": claim, "evidence": [], "reasons": [], "error": error}


def row_of_answer(answer: "Answer") -> "Row":
    """Return the row of an answer of `cite`; of one line of a batch, too."""
    if answer.data is None:
        return row_of_error(answer.meta["input"], "; ".join(answer.notices))
    return row_of(answer.data)
