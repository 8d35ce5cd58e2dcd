"""The sentences of a text, judged one after another; and what makes no claim."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sinotech.claims.engine import judge
from sinotech.claims.passage import REACH, Passage, makes_claim, to_review
from sinotech.claims.session import Session
from sinotech.store import open_store

HERE = Path(__file__).parent
PASSAGES: list[dict[str, Any]] = yaml.safe_load(
    (HERE / "passages.yaml").read_text("utf-8")
)
NAMED = [str(passage["what"]) for passage in PASSAGES]

CLAIMS = [
    "China has signed 119 agreements with other governments.",
    "BRICS plans new centers for science and technology.",
    "Some 2,300 engineers were trained last year.",
    "Kenya and Uruguay run joint laboratories.",
    "What they signed in Beijing was a pact with China.",
    "Beijing runs many of its laboratories abroad.",
    "Its deals are now often settled with RMB.",
    "La Chine a signé 119 accords avec des pays du monde.",
]
NO_CLAIMS = [
    "",
    "China and BRICS",
    "Show your support",
    "How China builds its science networks",
    "Why Brazil matters to BRICS this year",
    "Has China signed 119 agreements?",
    "134 programs, 27 countries, 15 groups; 76 figures of 58 measures, 37 events.",
    "This package provides decorators that retry a function.",
    "The weather in Beijing was fine, and nobody asked why.",
    "The parser was rewritten and is now much faster than before.",
    "El paquete ofrece funciones para leer los archivos de la red.",
]


@pytest.fixture(scope="module")
def session() -> Session:
    """Return the words of the record set."""
    return Session(open_store(None, ()))


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMED)
def test_a_sentence_is_judged_after_others(
    session: Session, passage: dict[str, Any]
) -> None:
    """Each gets its verdict, and says what it takes from the sentences before."""
    text = Passage(session)
    for at, said in enumerate(passage["sentences"]):
        judgement = text.judge(said["text"], opens=not at or said.get("opens", False))
        if said["verdict"] == "none":
            assert judgement is None
            continue
        assert judgement is not None
        assert judgement.verdict == said["verdict"]
        assert judgement.confidence == said.get("confidence", judgement.confidence)
        assert judgement.inherited == said.get("inherited", "")
        noted = [note for note in judgement.notes if "of the sentence before" in note]
        assert bool(noted) == bool(judgement.inherited)


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMED)
def test_what_is_heard_counts_as_what_is_judged(
    session: Session, passage: dict[str, Any]
) -> None:
    """The last sentence gets the same, whether those before were judged or heard."""
    *before, last = [said["text"] for said in passage["sentences"]]
    judged, heard = Passage(session), Passage(session)
    for text in before:
        judged.judge(text)
        heard.hear(text)
    ours, theirs = judged.judge(last), heard.judge(last)
    assert ours is not None
    assert theirs is not None
    assert (ours.verdict, ours.inherited) == (theirs.verdict, theirs.inherited)


@pytest.mark.parametrize("passage", PASSAGES, ids=NAMED)
def test_a_paragraph_takes_the_same_road(
    session: Session, passage: dict[str, Any]
) -> None:
    """A claim of several sentences takes from one to the next what a text does."""
    told = [said["text"] for said in passage["sentences"]]
    wanted = [said["inherited"] for said in passage["sentences"] if "inherited" in said]
    judgement = judge(session, " ".join(told))
    inherited = {part.lent.inherited for part in judgement.parts if part.lent}
    assert inherited - {""} == set(wanted) - {""}


def test_a_new_text_takes_nothing(session: Session) -> None:
    """What was before is forgotten with its text."""
    text = Passage(session)
    text.hear("China works with governments on every continent.")
    text.forget()
    claim = "It has signed 119 intergovernmental agreements on science."
    assert text.judge(claim) is None
    text.hear("Officials met in Kenya.")
    text.forget()
    assert text.judge(f"Kenya looks on. {claim}") is not None


def test_far_from_what_is_recorded_nothing_is_a_claim(session: Session) -> None:
    """A count is judged near the name of something recorded, and nowhere else."""
    text = Passage(session)
    claim = "Over 70 joint laboratories have been set up in partner countries."
    assert text.judge(claim) is None
    text.hear("China works with governments on every continent.")
    assert text.judge(claim) is not None
    for _ in range(REACH):
        text.hear("The weather was fine on that day.")
    assert text.judge(claim) is None


@pytest.mark.parametrize("text", CLAIMS)
def test_what_states_something_recorded_is_judged(session: Session, text: str) -> None:
    """A verb, and a recorded name or a number of something."""
    assert makes_claim(session, text)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_is_about_something_else_is_not(session: Session, text: str) -> None:
    """Headings, questions, fragments, and sentences without name and number."""
    assert not makes_claim(session, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agenda lists 87 inter-governmental agreements with China.", True),
        ("China is said by some to be a partner of many.", False),
        ("China has signed 119 intergovernmental agreements.", False),
    ],
)
def test_a_near_number_is_to_review(
    session: Session, text: str, *, expected: bool
) -> None:
    """Undecided with another number of the same thing is; undecided alone is not."""
    judgement = Passage(session).judge(text)
    assert judgement is not None
    assert to_review(judgement) == expected
