"""Numbers and dates that may be read in several ways settle only what all agree on."""

import pytest

from sinotech.claims.answering import as_data
from sinotech.claims.engine import judge
from sinotech.claims.session import Session

PEOPLE = "In 11 years China trained over {} professionals from partner countries."
PACTS = "China has signed {} intergovernmental agreements."
HELD = "The International Big Science Program Forum was held on {}."
ROWS = [
    (PACTS, "119", "supported"),
    (PACTS, "one hundred and nineteen", "supported"),
    (PACTS, "1,19", "undecided"),
    (PACTS, "1,19,000", "contradicted"),
    (PACTS, "16.000", "contradicted"),
    (PEOPLE, "16,000", "supported"),
    (PEOPLE, "16 000", "supported"),
    (PEOPLE, "16\u202f000", "supported"),
    (PEOPLE, "16'000", "supported"),
    (PEOPLE, "sixteen thousand", "supported"),
    (PEOPLE, "16.000", "undecided"),
    (HELD, "12 June 2025", "supported"),
    (HELD, "12.06.2025", "supported"),
    (HELD, "2025/6/12", "supported"),
    (HELD, "2025年6月12日", "supported"),
    (HELD, "13/06/2025", "contradicted"),
    (HELD, "12/06/2025", "undecided"),
    (HELD, "06/12/2025", "undecided"),
    (HELD, "12/07/2025", "contradicted"),
    (HELD, "31/06/2025", "undecided"),
]


@pytest.mark.parametrize(("claim", "written", "verdict"), ROWS)
def test_what_is_unclear_settles_nothing(
    session: Session, claim: str, written: str, verdict: str
) -> None:
    """A claim is settled where every reading of its number or date is."""
    judgement = judge(session, claim.format(written))
    assert judgement.verdict == verdict
    if verdict == "undecided":
        (part,) = as_data(judgement, session, 1, explain=True)["parts"]
        assert any(f"{written}” " in reason for reason in part["reasons"])


def test_the_other_numbers_of_a_sentence_say_how_it_writes(session: Session) -> None:
    """Beside ``3,5``, what is written ``16.000`` is sixteen thousand."""
    claim = PEOPLE.format("16.000").replace("11 years", "11,0 years")
    assert judge(session, claim).verdict == "supported"


def test_the_readings_are_in_the_answer(session: Session) -> None:
    """The answer lists what a number, and a date, may be."""
    judgement = judge(session, "By 05/06/2025 China signed 1,19 agreements.")
    (part,) = as_data(judgement, session, 1, explain=True)["parts"]
    assert part["quantities"][0]["readings"] == ["1.19", "119"]
    assert part["reading"]["dates"][0]["readings"] == ["2025-05-06", "2025-06-05"]
    assert part["reasons"][1:3] == [
        "“1,19” may be 1.19 or 119: it is not said which",
        "“05/06/2025” may be 2025-05-06 or 2025-06-05: it is not said which",
    ]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (
            "En 11 años, China formó a más de 16.000 profesionales de sus socios.",
            "supported",
        ),
        (
            "En 11 años, China formó a más de 16,000 profesionales de sus socios.",
            "not_found",
        ),
        ("截至2025-06-30，中国已签署零点一一九千个政府间科技合作协定。", "supported"),
        ("截至2025年6月，中国已签署1,19个政府间科技合作协定。", "not_found"),
    ],
)
def test_other_languages_are_read_in_their_style(
    session: Session, claim: str, verdict: str
) -> None:
    """A point marks thousands in Spanish; what is unclear is not found."""
    assert judge(session, claim).verdict == verdict
