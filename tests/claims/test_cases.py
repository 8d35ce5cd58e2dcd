"""Claims with the verdict they deserve, and what the engine says of them."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from yaml_data import read_yaml

from sinotech.claims.engine import judge
from sinotech.claims.session import Session

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = read_yaml(HERE / "cases.yaml")
GROUPS: list[dict[str, Any]] = read_yaml(HERE / "rephrased.yaml")
REPHRASED = [
    (group, claim if isinstance(claim, dict) else {"claim": claim})
    for group in GROUPS
    for claim in group["claims"]
]


def deserved(case: dict[str, Any]) -> set[str]:
    """Return the verdicts that are right for *case*, or the miss that it admits.

    Where its author knew only *not found*, *undecided* is no less right.
    """
    if "now" in case:
        return {case["now"]}
    right = {case["verdict"], *case.get("also", ())}
    return right | {"undecided"} if case["verdict"] == "not_found" else right


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"][:50])
def test_a_claim_gets_its_verdict(session: Session, case: dict[str, Any]) -> None:
    """The verdict is the one deserved, or the miss that the case admits.

    What is neither *undecided* nor *not found* has a record that settles it.
    """
    as_of = case.get("as_of")
    judgement = judge(session, case["claim"], str(as_of) if as_of else None)
    assert judgement.verdict in deserved(case)
    if judgement.verdict not in {"undecided", "not_found"}:
        assert any(f.relation for part in judgement.parts for f in part.matches)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"][:50])
def test_a_large_set_judges_it_alike(
    large_words: Session, case: dict[str, Any]
) -> None:
    """Bounds on a claim's cost change no verdict, or that which the case admits."""
    as_of = str(case["as_of"]) if case.get("as_of") else None
    verdict = judge(large_words, case["claim"], as_of).verdict
    assert verdict in ({case["large"]} if "large" in case else deserved(case))


def test_large_sets_are_judged_alike() -> None:
    """Bounds on a claim's cost change 1 verdict in 100, and 1 in 1000 to false."""
    others = [case for case in CASES if "large" in case]
    assert 100 * len(others) <= len(CASES)
    safe = {"undecided", "not_found"}
    false = [one for one in others if one["large"] not in {one["verdict"], *safe}]
    assert 1000 * len(false) <= len(CASES)


@pytest.mark.parametrize(
    ("group", "said"), REPHRASED, ids=[said["claim"][:50] for _, said in REPHRASED]
)
def test_other_words_get_the_same_verdict(
    session: Session, group: dict[str, Any], said: dict[str, str]
) -> None:
    """A claim said in ten ways gets one verdict, or the miss that it admits."""
    assert judge(session, said["claim"]).verdict in deserved({**group, **said})


def test_the_cases_are_of_every_kind() -> None:
    """There are at least 300, a quarter of them not decided by any record."""
    verdicts = Counter(case["verdict"] for case in CASES)
    kinds = Counter(case["kind"] for case in CASES)
    assert len({case["claim"] for case in CASES}) == len(CASES) >= 300
    assert 4 * (verdicts["not_found"] + verdicts["undecided"]) >= len(CASES)
    assert kinds["absent-near"] >= kinds["absent"] - 5
    assert set(verdicts) == {
        "supported",
        "contradicted",
        "conflicting",
        "outdated",
        "undecided",
        "not_found",
    }


def test_false_support_is_rare() -> None:
    """Of all cases, no more than one in a hundred is said to be supported falsely."""
    false = [case for case in CASES if case.get("now") == "supported"]
    assert len(false) <= len(CASES) / 100
