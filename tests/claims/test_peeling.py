"""Which pieces a sentence is peeled into, and how its numbers are told apart."""

import pytest

from sinotech.claims.engine import judge
from sinotech.claims.passage import Passage
from sinotech.claims.peeling import peel, subject_of
from sinotech.claims.session import Session
from sinotech.prose.quantities import read_quantities
from sinotech.prose.tokens import tokenise
from sinotech.store import open_store

PIECES = [
    (
        "Kenya runs nine labs, while scholars and students work at 30 schools.",
        ["Kenya runs nine labs", "scholars and students work at 30 schools"],
    ),
    (
        "From selling maps to 40 states to teaching pilots, Kenya is becoming a hub.",
        [
            "Kenya selling maps to 40 states",
            "Kenya teaching pilots",
            "Kenya is becoming a hub",
        ],
    ),
    (
        "Kenya has focused on skills, training over 900 pilots in two years.",
        ["Kenya has focused on skills", "Kenya training over 900 pilots in two years"],
    ),
    (
        "It is in Mombasa's port, where firms jointly own 9 ships and hold the rest.",
        [
            "It is in Mombasa's port",
            "Mombasa's port firms jointly own 9 ships",
            "Mombasa's port firms jointly hold the rest",
        ],
    ),
    (
        "Within Acme's 5,000-square-meter plant in Mombasa, all is on display.",
        [
            "Acme's 5,000-square-meter plant in Mombasa",
            "Within Acme's 5,000-square-meter plant in Mombasa, all is on display",
        ],
    ),
    (
        "Backed by ten states, including Kenya and Peru, the dish will be the largest.",
        [
            "the dish Backed by ten states, including Kenya and Peru",
            "the dish will be the largest",
        ],
    ),
    (
        "Scientists met in April, their laboratory having been founded in 2020.",
        [
            "Scientists met in April",
            "Scientists their laboratory having been founded in 2020",
        ],
    ),
]


@pytest.fixture(scope="module")
def session() -> Session:
    """Return the words of the record set."""
    return Session(open_store(None, ()))


@pytest.mark.parametrize(("text", "pieces"), PIECES)
def test_each_piece_says_one_thing(text: str, pieces: list[str]) -> None:
    """Clauses, openings and participles are told apart, each with its subject."""
    assert [piece.text for piece in peel(text)] == pieces


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In 2016, China and Kenya founded a laboratory.", "China and Kenya"),
        ("The center, opened in 2017, has ten rooms.", "The center"),
        ("Kenya's plan was adopted.", "Kenya's plan"),
        ("Old friends in Kenya", ""),
    ],
)
def test_a_subject_is_found(text: str, subject: str) -> None:
    """It ends before the verb, or before what is added between commas."""
    assert text[slice(*subject_of(text))] == subject


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("over the past 11 years", "bare"),
        ("in the past 11 years", "bare"),
        ("it is past 11 years", "more_than"),
    ],
)
def test_past_years_are_no_bound(text: str, hedge: str) -> None:
    """*The past 11 years* are eleven; *past 11 years* are more."""
    assert [one.hedge for one in read_quantities(text, tokenise(text))] == [hedge]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (
            "More than 900 technology exchange activities have been held, "  # noqa: ISC004
            "implementing over 1,000 cooperative projects.",
            "contradicted",
        ),
        (
            "More than 700 Chinese industrial enterprises are in the top 2,500.",
            "contradicted",
        ),
        (
            "More than 570 Chinese industrial enterprises are in the top 2,500.",
            "supported",
        ),
    ],
)
def test_numbers_are_each_of_their_own_thing(
    session: Session, claim: str, verdict: str
) -> None:
    """No number is borne out by that of something else which the claim counts."""
    assert judge(session, claim).verdict == verdict


def test_words_that_lean_on_nothing_are_certain(session: Session) -> None:
    """Only the pieces with a pronoun are in doubt because of it."""
    judgement = Passage(session).judge(
        "It is growing, and China has signed 250 intergovernmental agreements."
    )
    assert judgement is not None
    assert (judgement.verdict, judgement.confidence) == ("contradicted", "certain")
