"""Words and signs that a claim adds to what a record says, and that change it."""

import pytest

from sinotech.claims import judge_text
from sinotech.claims.answering import as_data
from sinotech.claims.engine import judge
from sinotech.claims.session import Session

LAUNCHED = "The BRICS Technology Transfer Center was officially launched {}"
AGREED = (
    "The memorandum of understanding for the Deep-time Digital Earth program was "
    "signed {}"
)
DATED = [
    (LAUNCHED, "in 2017", "supported"),
    (LAUNCHED, "by 2017", "supported"),
    (LAUNCHED, "since 2017", "undecided"),
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
    (LAUNCHED, "in 2017+", "undecided"),
    (LAUNCHED, "prior to 2017", "contradicted"),
    (LAUNCHED, "ahead of 2017", "undecided"),
    (LAUNCHED, "on the eve of 2017", "contradicted"),
    (LAUNCHED, "following 2017", "contradicted"),
    (LAUNCHED, "beyond 2017", "contradicted"),
    (LAUNCHED, "post-2017", "contradicted"),
    (LAUNCHED, "later than 2017", "undecided"),
    (LAUNCHED, "no later than 2017", "undecided"),
    (LAUNCHED, "after the year 2017", "contradicted"),
    (LAUNCHED, "after the 2017 forum", "undecided"),
    (LAUNCHED, "any year but 2017", "undecided"),
    (AGREED, "on 12 June 2025", "supported"),
    (AGREED, "on 2025-06-12", "supported"),
    (AGREED, "on 2025-06-10/2025-06-12", "undecided"),
    (AGREED, "on 2025-06-10/2025-06-11", "contradicted"),
    (AGREED, "before 12 June 2025", "contradicted"),
    (AGREED, "after 12 June 2025", "contradicted"),
    (AGREED, "the day after 12 June 2025", "contradicted"),
    (AGREED, "a year before 12 June 2025", "undecided"),
    (AGREED, "two days before 12 June 2025", "undecided"),
    (AGREED, "on ≠ 2025-06-12", "undecided"),
]

S = "intergovernmental science and technology agreements"
SIGNED = f"China has signed 119 {S}"

BESIDE = [
    f"🇹🇼 has signed 119 {S}",
    "🇯🇵 has science ties with over 160 countries",
    f"{SIGNED} 🇺🇸",
    f"China 没有 signed 119 {S}",
    f"China не signed 119 {S}",
    f"China لم signed 119 {S}",
    f"China (日本) has signed 119 {S}",
    f"China has ʇou signed 119 {S}",
    f"C̶h̶i̶n̶a̶ has signed 119 {S}",
    f"False! {SIGNED}.",
    f"Wrong: {SIGNED}.",
    f"Not true! {SIGNED}.",
    f"Fake news: {SIGNED}.",
    f"NOT! {SIGNED}.",
    f"FALSE: {SIGNED}.",
    f"False - {SIGNED}.",
    f"False – {SIGNED}.",
    f"{SIGNED}. False.",
    f"{SIGNED}. That's not true.",
    f"{SIGNED}, which is a lie.",
    f"{SIGNED} (false)",
    f"{SIGNED} – not!",
    f"{SIGNED} -not",
    f"{SIGNED} ❌",
    f"❌ {SIGNED}",
    f"🚫 {SIGNED}",
    f"👎 {SIGNED}",
    f"{SIGNED} #fakenews",
    f"China has ~~signed~~ 119 {S}",
]
"""What stands beside a claim and may deny it, or is not read."""

HARMLESS = [
    SIGNED,
    f"🎉 {SIGNED} 🎉",
    f"✅ {SIGNED}",
    f"🇨🇳 {SIGNED}",
    f"China (中国) has signed 119 {S}",
    f"China (Китай) has signed 119 {S}",
    f"As of 2025年6月, {SIGNED}",
    "The Belt and Road (一带一路) covers more than 80 countries",
    "China is part of more than 60 international big science programs and projects.",
    "GST introduces more than 50 new products annually.",
    "Every year GST brings more than fifty new products to market.",
]

DENIED = [
    f"China has 🅽🅾🆃 signed 119 {S}",
    f"China has 🅝🅞🅣 signed 119 {S}",
    f"China has ⓝⓞⓣ signed 119 {S}",
    f"China has 🄽🄾🅃 signed 119 {S}",
]
"""Claims that deny in odd letters what the records have."""

ANOTHER = [
    f"China has signed far from 119 {S}",
    f"China has signed a fraction of 119 {S}",
    f"China has signed only a fraction of its 119 {S}",
    f"China has signed nowhere near 119 {S}",
    f"China has signed a multiple of 119 {S}",
    f"China has signed some of the 119 {S}",
    f"{SIGNED} every day",
    f"{SIGNED} per day",
    f"{SIGNED} a week",
    f"{SIGNED} annually",
    f"China has signed a 119-page {S}",
    f"China has signed a 119-member {S}",
    f"China has signed 119 draft {S}",
    f"China has signed 119 would-be {S}",
    f"China has signed 119 failed {S}",
    f"China has signed 119 expired {S}",
    f"China has signed 119 unsigned {S}",
    f"China has signed 119 fake {S}",
    f"China has signed 119 so-called {S}",
    f"China has signed 119 proposed {S}",
    f"China has signed 5 draft {S}",
    f"China has signed a 12-page {S}",
    f"China has signed 12 {S} a day",
    f"{SIGNED} drafts",
    "China is a large number",
    "China is a number",
]
"""Claims of another thing, or number, than that which the records have."""


@pytest.mark.parametrize(("claim", "when", "verdict"), DATED)
def test_a_date_is_read_with_what_is_beside_it(
    session: Session, claim: str, when: str, verdict: str
) -> None:
    """What was on a day was neither before nor after it; odd signs settle nothing."""
    assert judge(session, claim.format(when)).verdict == verdict


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


def test_the_unread_date_is_told(session: Session) -> None:
    """The reasons name the sign by which a date is unread."""
    judgement = judge(session, LAUNCHED.format("in 2017 B.C."))
    (part,) = as_data(judgement, session, 1, explain=False)["parts"]
    assert "“2017” with “BC” is not read as a date" in part["reasons"]


@pytest.mark.parametrize("claim", DENIED)
def test_what_is_denied_in_odd_letters_is_denied(session: Session, claim: str) -> None:
    """Letters in circles and boxes are read as the letters that they are."""
    assert judge(session, claim).verdict == "contradicted"


@pytest.mark.parametrize("claim", [*BESIDE, *ANOTHER])
def test_what_is_dropped_settles_nothing(session: Session, claim: str) -> None:
    """A claim that says more than is read of it is neither right nor wrong."""
    assert judge(session, claim).verdict in {"undecided", "not_found"}


@pytest.mark.parametrize("claim", HARMLESS)
def test_decoration_changes_nothing(session: Session, claim: str) -> None:
    """Pictures, a country's own flag and a name's other spelling are harmless."""
    assert judge(session, claim).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (BESIDE[0], "a flag is not read where its country is not named: “TW”"),
        (BESIDE[3], "not read: “没有”"),
        (f"False! {SIGNED}", "what stands beside it may deny it: “false”"),
        (f"❌ {SIGNED}", "a sign that may deny it: “❌”"),
        (ANOTHER[0], "the record does not say so: “far from”"),
        ("❌ 中国已签署119个政府间科技合作协定", "a sign that may deny it: “❌”"),
        (f"Has {SIGNED}?", "a question is no claim: put it as a statement"),
    ],
)
def test_what_is_dropped_is_told(session: Session, claim: str, reason: str) -> None:
    """The reasons say what was not read."""
    judgement = judge(session, claim)
    (part,) = as_data(judgement, session, 1, explain=False)["parts"]
    assert reason in part["reasons"]


def test_a_question_is_set_against_no_record(session: Session) -> None:
    """The first reason does not say that no record speaks of it."""
    judgement = judge(session, f"Has {SIGNED}?")
    data = as_data(judgement, session, 1, explain=False)
    assert data["parts"][0]["reasons"][0] == "no record was asked"
    assert data["line"].endswith("not found: no record was asked")


@pytest.mark.parametrize(
    ("claim", "evidence", "label"),
    [
        ("China signed 119 agreements", "China signed 119 agreements", "supports"),
        ("China signed 119 drafts", "China signed 119 drafts", "supports"),
        ("❌ China signed 119 pacts", "China signed 119 pacts", "neither"),
        ("China signed 119 pacts", "False! China signed 119 pacts", "neither"),
        ("China 没有 signed 119 pacts", "China signed 119 pacts", "neither"),
        ("China signed far from 119 pacts", "China signed 119 pacts", "neither"),
        ("China signed 119 pacts a day", "China signed 119 pacts", "neither"),
        ("China signed 119 pacts", "China (中国) signed 119 pacts", "supports"),
        ("Tokyo is a capital", "Tokyo (東京) is a capital", "supports"),
        ("China signed 119 pacts a day", "China signs 119 pacts daily", "supports"),
    ],
)
def test_free_sentences_are_doubted_alike(
    claim: str, evidence: str, label: str
) -> None:
    """What only one of two sentences has leaves it open."""
    assert judge_text(claim, evidence).label == label
