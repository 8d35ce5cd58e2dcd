"""Words and signs that a claim adds to what a record says, and that change it."""

import pytest

from sinotech.claims import judge_text
from sinotech.claims.answering import as_data
from sinotech.claims.engine import judge
from sinotech.claims.words import Words
from sinotech.store import open_store

LAUNCHED = "The BRICS Technology Transfer Center was officially launched {}"
AGREED = (
    "The memorandum of understanding for the Deep-time Digital Earth program was "
    "signed {}"
)
DATED = [
    (LAUNCHED, "in 2017", "supported"),
    (LAUNCHED, "by 2017", "supported"),
    (LAUNCHED, "since 2017", "supported"),
    (LAUNCHED, "in 2017 (AD)", "supported"),
    (LAUNCHED, "after 2017", "contradicted"),
    (LAUNCHED, "before 2017", "contradicted"),
    (LAUNCHED, "after 2018", "contradicted"),
    (LAUNCHED, "before 2016", "contradicted"),
    (LAUNCHED, "after 2016", "undecided"),
    (LAUNCHED, "before 2018", "undecided"),
    (LAUNCHED, "in <2017", "undecided"),
    (LAUNCHED, "in > 2017", "undecided"),
    (LAUNCHED, "in >= 2017", "undecided"),
    (LAUNCHED, "in ≠ 2017", "undecided"),
    (LAUNCHED, "in −2017", "undecided"),
    (LAUNCHED, "in 2017 B.C.", "undecided"),
    (LAUNCHED, "in 2017 BC", "undecided"),
    (AGREED, "on 12 June 2025", "supported"),
    (AGREED, "on 2025-06-12", "supported"),
    (AGREED, "on 2025-06-10/2025-06-12", "supported"),
    (AGREED, "on 2025-06-10/2025-06-11", "contradicted"),
    (AGREED, "before 12 June 2025", "contradicted"),
    (AGREED, "after 12 June 2025", "contradicted"),
    (AGREED, "the day after 12 June 2025", "contradicted"),
    (AGREED, "a year before 12 June 2025", "contradicted"),
    (AGREED, "two days before 12 June 2025", "undecided"),
    (AGREED, "on ≠ 2025-06-12", "undecided"),
]


@pytest.fixture(scope="module")
def words() -> Words:
    """Return the words of the record set."""
    return Words(open_store(None, ()))


@pytest.mark.parametrize(("claim", "when", "verdict"), DATED)
def test_a_date_is_read_with_what_is_beside_it(
    words: Words, claim: str, when: str, verdict: str
) -> None:
    """What was on a day was neither before nor after it; odd signs settle nothing."""
    assert judge(words, claim.format(when)).verdict == verdict


@pytest.mark.parametrize(
    ("claim", "evidence", "label"),
    [
        ("It was launched after 2017.", "It was launched in 2017.", "contradicts"),
        ("It was launched before 2017.", "It was launched in 2017.", "contradicts"),
        ("It was launched after 2017.", "It was launched after 2017.", "supports"),
        ("It was launched in ≠ 2017.", "It was launched in 2017.", "neither"),
        ("It was launched by 2017.", "It was launched in 2017.", "supports"),
    ],
)
def test_free_dates_are_read_alike(claim: str, evidence: str, label: str) -> None:
    """Two sentences are compared by the same rule."""
    assert judge_text(claim, evidence).label == label


def test_the_unread_date_is_told(words: Words) -> None:
    """The reasons name the sign by which a date is unread."""
    judgement = judge(words, LAUNCHED.format("in 2017 B.C."))
    (part,) = as_data(judgement, words, 1, explain=False)["parts"]
    assert "“2017” with “BC” is not read as a date" in part["reasons"]
