"""Numbers in a form that no reader knows settle nothing; signs of comparison do."""

import pytest

from sinotech.claims import judge_text
from sinotech.claims.engine import judge
from sinotech.claims.session import Session

SIGNED = "China has signed {} intergovernmental science and technology agreements."
TRAINED = "In 11 years China trained over {} professionals from partner countries."
TIES = "China has cooperation ties with over {} countries and regions."
SHARE = "RMB accounted for {} of global transactions."
JOINED = (
    "{} institutions have joined the Alliance of International Science Organizations."
)
ZH = "中国签署了{}个政府间科技合作协定"
ES = (
    "China ha firmado {} acuerdos intergubernamentales de cooperación científica y "
    "tecnológica"
)
FR = "En 11 ans, la Chine a formé plus de {} professionnels des pays partenaires."

ODD = {
    SIGNED: [
        *("≠119", "!=119", "±119", "± 119", "119°", "119‰", "119T"),
        *("119万", "119亿", "119千", "119 万", ".119", "1,1,9", "1,1,6", "1 19"),
        *("1_19", "1'19", "238/2", "1.6 × 10^4", "119 or 120", "119 ~ 500", "119½"),
        *("[999]", "⁹⁹⁹", "九百", "九九九", "(99)", "½", "119 + 5", "119=119"),
        *("119-10000", "119 to 10,000", "over <119"),
        *("119²", "119¹", "119!", "119's", "119’s", "№119", "#119", "119s"),
    ],
    TRAINED: [
        *("16,000万", "16, 000", "16 ,000", "16，000", "16·000", "16´000"),
        *("16\t000", "16\u3000000", "16..000", "16,,000", "016,000", "16  000"),
    ],
    TIES: ["140万", ".160", "1,6,0"],
    SHARE: ["≠3.5 percent", "3 1/2 percent", "7/2 percent", "3·5%", "3. 5 percent"],
    JOINED: ["67百", "[999]", "⁶⁷"],
    ZH: [
        "119对",
        "119双",
        "‹119",
        "<119",
        "≤119",
        "[999]",
        "⁹⁹⁹",
        "119~500",
        "119-10000",
    ],
    ES: ["<119", "≠ 119", "119万", "[999]", ".119", "119°"],
    FR: ["16, 000"],
}
NEGATIVE = {
    SIGNED: [
        *("− 119", "−(119)", "(−119)", "-one hundred and nineteen", "负119"),
        *("⁻119", "₋119", "˗119", "➖119", "﹘119", "-.119"),
    ],
    TIES: ["− 160"],
    ZH: ["负119", "− 119"],
}
SETTLED = [
    (SIGNED, "<119", "contradicted"),
    (SIGNED, "< 119", "contradicted"),
    (SIGNED, ">119", "contradicted"),
    (SIGNED, ">118", "supported"),
    (SIGNED, "≥119", "supported"),
    (SIGNED, ">= 119", "supported"),
    (SIGNED, "~119", "supported"),
    (SIGNED, "≈ 119", "supported"),
    (SIGNED, "≤119", "undecided"),
    (SIGNED, "<120", "undecided"),
    (SIGNED, "€119", "undecided"),
    (SIGNED, "119€", "undecided"),
    (SIGNED, "119%", "undecided"),
    (SIGNED, "one hundred and nineteen point five", "contradicted"),
    (SHARE, "<3.5%", "contradicted"),
    (FR, "16 000", "supported"),
    (FR, "16,000", "not_found"),
    *(
        (SIGNED, usual, "supported")
        for usual in (
            *("119[3]", "*119*", "**119**", "_119_", "“119”", "(119)"),
            *("119 ✅", "119–121", "100-150", "- 119", "{119}"),
        )
    ),
]


def rows(of: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return each claim with each number that is written into it."""
    return [(claim, number) for claim, numbers in of.items() for number in numbers]


@pytest.mark.parametrize(("claim", "number"), rows(ODD), ids=ascii)
def test_an_odd_number_settles_nothing(
    session: Session, claim: str, number: str
) -> None:
    """It is neither right nor wrong, and the answer names it."""
    judgement = judge(session, claim.format(number))
    assert judgement.verdict in {"undecided", "not_found"}
    notes = [note for part in judgement.parts for note in part.notes]
    notes += [doubt for part in judgement.parts for doubt in part.sentence.doubts]
    digits = number.removeprefix("over ").removesuffix(" percent").rstrip("½°%")
    assert any(digits in note or "½" in note for note in notes)
    assert not any(" read as 0" in note for note in judgement.notes)


@pytest.mark.parametrize(("claim", "number"), rows(NEGATIVE), ids=ascii)
def test_no_minus_is_overlooked(session: Session, claim: str, number: str) -> None:
    """A minus in another form is one, and so is one before a blank or bracket."""
    judgement = judge(session, claim.format(number))
    assert judgement.verdict in {"undecided", "not_found"}
    notes = [note for part in judgement.parts for note in part.notes]
    assert any("below zero" in note for note in notes)


@pytest.mark.parametrize(("claim", "number", "verdict"), SETTLED, ids=ascii)
def test_what_is_known_is_read(
    session: Session, claim: str, number: str, verdict: str
) -> None:
    """Signs that compare say what words say; marks around a number say nothing."""
    judgement = judge(session, claim.format(number))
    assert judgement.verdict == verdict
    notes = [note for part in judgement.parts for note in part.notes]
    assert not any("not read" in note for note in notes)


@pytest.mark.parametrize(
    "claim",
    [
        "China has signed 119 agreements [3] in Beijing on June 30, 160 in all.",
        "[3] China has signed 119 agreements; 50 labs – 20 of them new – opened.",
        "In 2024, 119 agreements (一带一路) were signed at T23:30:00-08:00.",
        "In 2025 119 agreements were signed, 24/7, for Horizon 2020 and COVID-19.",
        "On 12/06/2025, 2025-06-12, 28.09.2024 and in 2024/25 it made 1,000+ of 5G.",
        "After 9/11, on 2025-06-19 16:23:07 UTC, it gave grants #791, #107 and #200.",
        "In 2025's forum, the 1990s and the '90s, 119! Its number grew; grant #5, #6.",
        "It rose from 119, 160 and 200 to $3.5bn; the 21st, 5-year, US$4bn, 36%.",
    ],
)
def test_usual_numbers_are_not_odd(session: Session, claim: str) -> None:
    """Dates, times, lists, footnotes and names are no numbers in an odd form."""
    judgement = judge(session, claim)
    notes = [note for part in judgement.parts for note in part.notes]
    assert not any("not read" in note for note in notes + judgement.notes)
    assert not any("read as" in note for note in judgement.notes)


FREE = [
    ("China has signed ≠119 agreements", "China signed 119 agreements", "neither"),
    ("China has signed <119 agreements", "China signed 119 agreements", "contradicts"),
    ("China has signed 119万 agreements", "China signed 119 agreements", "neither"),
    ("China has signed 119 agreements", "China signed .119 agreements", "neither"),
    ("China has signed [999] agreements", "China signed 119 agreements", "neither"),
    ("China has signed ≥119 agreements", "China signed 119 agreements", "supports"),
]


@pytest.mark.parametrize(("claim", "evidence", "label"), FREE, ids=ascii)
def test_free_sentences_are_read_alike(claim: str, evidence: str, label: str) -> None:
    """What is odd in one of two sentences leaves open how they stand."""
    assert judge_text(claim, evidence).label == label
