"""How claims write numbers: signs within them, a minus, idle zeros."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sinotech.claims import judge_text
from sinotech.claims.engine import judge
from sinotech.claims.judgement import Judgement
from sinotech.claims.session import Session
from sinotech.claims.written import is_plain, negatives_in
from sinotech.errors import UsageError
from sinotech.prose.oddities import oddities, worded

SIGNED = "China has signed {} intergovernmental science and technology agreements."
IN_CHINESE = "中国已签署{}个政府间科技合作协定"
IN_SPANISH = (
    "China ha firmado {} acuerdos intergubernamentales de cooperación científica y "
    "tecnológica"
)


def judged(session: Session, claim: str, number: str) -> Judgement:
    """Return *claim* judged with a *number* in it."""
    return judge(session, claim.format(number))


@pytest.mark.parametrize("claim", [SIGNED, IN_CHINESE, IN_SPANISH])
@pytest.mark.parametrize(
    "number",
    ["1\u200b19", "1\u00ad19", "1\u206019", "11\ufe0f9", "1\u202c19", "1\x0819"],
    ids=ascii,
)
def test_hidden_signs_part_no_number(session: Session, claim: str, number: str) -> None:
    """The number that is seen is the one that is judged, and the notes say so."""
    judgement = judged(session, claim, number)
    assert judgement.verdict == "supported"
    (note,) = judgement.notes
    assert "were left out" in note


@pytest.mark.parametrize("number", ["１１９", "𝟏𝟏𝟗", "\ufeff119", "119\u200b", "119"])
def test_digits_in_another_form_are_the_same(session: Session, number: str) -> None:
    """They are read without a word about it."""
    judgement = judged(session, SIGNED, number)
    assert (judgement.verdict, judgement.notes) == ("supported", [])


def test_a_hidden_sign_parts_no_word(session: Session) -> None:
    """A soft hyphen leaves a name whole."""
    claim = "Chi\u00adna has signed 119 inter\u00adgovernmental agree\u00adments."
    judgement = judge(session, claim)
    assert judgement.verdict == "supported"
    assert judgement.notes[0].startswith("read as “China”, “intergovernmental”, “agre")


@pytest.mark.parametrize("claim", [SIGNED, IN_CHINESE, IN_SPANISH])
@pytest.mark.parametrize(
    "number", ["-119", "−119", "–119", "－１１９", "-\u200b119", "-50", "−119.0"]
)
def test_no_number_below_zero_is_settled(
    session: Session, claim: str, number: str
) -> None:
    """No source counts below zero, so such a number is neither right nor wrong."""
    judgement = judged(session, claim, number)
    assert judgement.verdict in {"undecided", "not_found"}
    notes = [note for part in judgement.parts for note in part.notes]
    assert any("no record counts anything below zero" in note for note in notes)
    matches = [match for part in judgement.parts for match in part.matches]
    assert not any(match.relation for match in matches)


def test_more_than_a_negative_number_is_not_denied(session: Session) -> None:
    """119 is more than −119, and no number differs from a wrong reading of it."""
    assert judged(session, SIGNED, "more than −119").verdict == "undecided"


def test_a_part_keeps_its_minus(session: Session) -> None:
    """Of a sentence in parts, only the part with that number is undecided."""
    claim = (
        "-119 intergovernmental science and technology agreements were signed by "
        "China, which has ties with over 160 countries"
    )
    verdicts = [part.verdict for part in judge(session, claim).parts]
    assert verdicts == ["undecided", "supported"]


@pytest.mark.parametrize(
    "claim",
    [
        "- China has signed 119 intergovernmental science and technology agreements.",
        "China signed - 119 intergovernmental science and technology agreements.",
        "The BRI-119 ties: China has signed 119 intergovernmental agreements.",
    ],
)
def test_a_dash_is_no_minus(session: Session, claim: str) -> None:
    """A bullet, a dash between blanks and a hyphen leave a number as it is."""
    notes = [note for part in judge(session, claim).parts for note in part.notes]
    assert not any("below zero" in note for note in notes)


def test_idle_zeros_are_told(session: Session) -> None:
    """0119 is 119, and the notes say that it was read so."""
    judgement = judged(session, SIGNED, "0119")
    assert judgement.verdict == "supported"
    assert judgement.notes == ["“0119” read as 119"]
    assert judged(session, SIGNED, "0.5").notes == []


FREE = [
    (
        "China signed 1\u200b19 labs",
        "China signed 119 agreements",
        "supports",
    ),
    (
        "China has signed 119 agreements",
        "China signed １\u00ad１９ agreements",
        "supports",
    ),
    ("China has signed -119 agreements", "China signed 119 agreements", "neither"),
    ("China has signed 119 agreements", "China signed −119 agreements", "neither"),
    ("Exports changed by -5 percent", "Exports changed by -5 percent", "supports"),
]


@pytest.mark.parametrize(("claim", "evidence", "label"), FREE, ids=ascii)
def test_free_sentences_are_read_alike(claim: str, evidence: str, label: str) -> None:
    """Signs that nobody sees and a minus are minded without records, too."""
    assert judge_text(claim, evidence).label == label


@pytest.mark.parametrize("bad", ["L\0F", "L\ud800F"], ids=ascii)
@pytest.mark.parametrize("side", ["claim", "evidence"])
def test_free_sentences_are_text(bad: str, side: str) -> None:
    """What is no text is the caller's mistake, on either side."""
    sentences = {"claim": "China has labs.", "evidence": "China has labs.", side: bad}
    with pytest.raises(UsageError):
        judge_text(**sentences)


PIECES = st.sampled_from(
    """labs In by signed China's (S&T) Jan. June x or and/or and of the a per minus -
    119 1,200 3.5 16.000 2024 50% 21st 10-15 .5 012 1,19 $5 5bn 5k (5) [5] "5" 5, 5.
    5; 5: 5) (5 +5 -5 5+ 5/6 ~5 <5 5' '5' 5?! 1.2.3 12345 0 00 3rd 5th-century 5's
    5! 5!! 119s 1990s 2015² 10³ #5 №5 5!? !
    COVID-19 dozen hundred million ½ ² five -- — ( ) . , : ; ' % + & / T""".split()
)


@settings(max_examples=1000)
@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", " ", " ", "\n"]))))
def test_in_plain_text_no_number_is_unclear(pieces: list[tuple[str, str]]) -> None:
    """What is said to be plain is read no otherwise than by the whole reader."""
    text = "".join(map("".join, pieces))
    if is_plain(text):
        assert worded(text) == text
        assert not negatives_in(text)
        assert not oddities(text)
