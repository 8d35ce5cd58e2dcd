"""The records nearest to a claim: which they are, and how they are said to compare."""

from pathlib import Path

import pytest
from yaml_data import read_yaml

from sinotech.claims.answering import as_data
from sinotech.claims.engine import judge
from sinotech.claims.nearest import current_of, find_nearest
from sinotech.claims.session import Session
from sinotech.claims.settings import NEAREST
from sinotech.records.load import RecordSet

CASES = read_yaml(Path(__file__).parent / "cases.yaml")
OF_RECORDS = [case for case in CASES if case["evidence"]][::3]
"""Every third claim that names the records that it is about."""


def nearest(session: Session, claim: str, limit: int = NEAREST) -> list[str]:
    """Return the ids of the records nearest to *claim*."""
    found = find_nearest(judge(session, claim), session, limit)
    return [near.match.evidence.id for near in found]


@pytest.mark.slow
def test_the_right_record_is_shown(session: Session, real_records: RecordSet) -> None:
    """Of 100 claims that a record is about, 97 have it among the three nearest."""
    retired = {id_: one.now for id_, one in real_records.retired.items()}
    right = 0
    for case in OF_RECORDS:
        wanted = {retired.get(id_, id_) for id_ in case["evidence"]}
        right += not wanted.isdisjoint(nearest(session, case["claim"]))
    assert right >= 0.97 * len(OF_RECORDS)


@pytest.mark.parametrize("limit", [1, 3, 10])
def test_as_many_are_shown_as_are_wanted(session: Session, limit: int) -> None:
    """There are no more than are asked for, each once."""
    ids = nearest(session, "China signed agreements with Brazil and Kenya.", limit)
    assert len(ids) == len(set(ids)) == limit


@pytest.mark.parametrize(
    "claim", ["", "?", "Qwertz uiopü asdfgh", "It snowed on the twelfth of May."]
)
def test_what_says_nothing_is_near_to_nothing(session: Session, claim: str) -> None:
    """Neither are words that no record holds."""
    assert nearest(session, claim) == []


def figures_of(session: Session, claim: str, measure: str) -> list[str]:
    """Return the numbers of *measure* that are shown beside *claim*."""
    found = find_nearest(judge(session, claim), session, 10)
    docs = [near.match.evidence.doc for near in found]
    return [doc["as_written"] for doc in docs if doc.get("measure") == measure]


@pytest.mark.parametrize(
    ("claimed", "first"), [("300", "119"), ("119", "119"), ("116", "116")]
)
def test_of_a_measure_there_is_the_current_figure(
    session: Session, claimed: str, first: str
) -> None:
    """Of 116, 118 and 119 agreements it is 119, unless the claim says another."""
    claim = f"China has signed {claimed} intergovernmental science agreements."
    shown = figures_of(session, claim, "m-sti-agreements")
    assert shown[0] == first
    assert ("116" in shown) == (first == "116")


def test_an_article_comes_before_a_corroborating_page(session: Session) -> None:
    """Where both say the same, the article is nearer."""
    claim = "China has signed 119 intergovernmental science agreements."
    found = find_nearest(judge(session, claim), session, 10)
    stated = [
        near.match.evidence.features.standing
        for near in found
        if near.match.evidence.doc.get("as_written", "").startswith("119")
    ]
    assert stated[0] == "article"
    assert "corroborating" in stated


def test_each_part_that_is_not_settled_has_its_own(session: Session) -> None:
    """No part takes the place of another: Huawei is not lost beside the agreements."""
    claim = (
        "China has signed 500 intergovernmental science agreements. "
        "Huawei will build EV plants in Ghana."
    )
    judgement = judge(session, claim)
    parts = {near.part.sentence.text for near in find_nearest(judgement, session, 2)}
    assert len(parts) == len(judgement.parts) == 2


LINES = [
    (
        "China has signed 300 intergovernmental science agreements.",
        "fig-sti-agreements-119-2025",
        "same agreements; it says 119, June 2025, the claim 300",
    ),
    (
        "China has signed 116 intergovernmental science agreements.",
        "fig-sti-agreements-116-blog",
        "it says 116, 19 June 2025; a later source says 119, June 2025",
    ),
    (
        "The China-Brazil center was launched on 9 December 2025.",
        "ev-brazil-center-launch-13-december",
        "same subject and party; it says 13 December 2025, the claim 9 December 2025",
    ),
    (
        "Philip Diamond sees China's rise as a threat.",
        "st-diamond-no-threat-basis",
        "same subject and party; it denies that",
    ),
    (
        "Five universities in Peru have signed an agreement on pulsars.",
        None,
        "it says nothing of “Five”",
    ),
]


@pytest.mark.parametrize(("claim", "id_", "line"), LINES, ids=[c for c, _, _ in LINES])
def test_a_line_tells_how_a_record_compares(
    session: Session, claim: str, id_: str | None, line: str
) -> None:
    """It says what is the same, what each says instead, and what the record lacks."""
    data = as_data(judge(session, claim), session, None, explain=False)
    found = {one["id"]: one["comparison"] for one in data["nearest"]}
    assert line in (found[id_] if id_ else "\n".join(found.values()))


def test_aspects_have_the_words_of_both(session: Session) -> None:
    """Claim and record each in their own words, a name where there is one."""
    claim = "China has signed 300 intergovernmental science agreements with Mars."
    data = as_data(judge(session, claim), session, None, explain=False)
    (near,) = [n for n in data["nearest"] if n["id"] == "fig-sti-agreements-119-2025"]
    told = {one["aspect"]: (one["claim"], one["record"]) for one in near["aspects"]}
    assert told["quantity"] == ("300", "119")
    assert told["matter"] == ("Mars", None)


def test_a_claim_in_another_language_has_them_too(session: Session) -> None:
    """Of 150 agreements in Chinese, the nearest record says 119."""
    claim = "中国已签署了150个政府间科技合作协定"
    data = as_data(judge(session, claim), session, None, explain=False)
    assert data["nearest"][0]["value"] == "119"
    assert "it says 119, June 2025, the claim 150个" in data["nearest"][0]["comparison"]


def test_what_came_out_later_supersedes_nothing(session: Session) -> None:
    """As of a day, no conflict has a current record that is of a later source."""
    then = Session(session.store, "2024-12-31")
    (figure,) = then.evidence_of(["fig-sti-agreements-116-xinhua-2023"])
    assert current_of(figure, session) == "fig-sti-agreements-119-2025"
    assert current_of(figure, then) == ""
