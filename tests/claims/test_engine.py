"""How a claim is read and judged, aspect by aspect, on a small record set."""

from contextlib import suppress
from math import inf

import pytest
from conftest import Sinotech
from hypothesis import given
from hypothesis import strategies as st

from sinotech.claims import judge_text
from sinotech.claims.engine import judge
from sinotech.claims.session import Session
from sinotech.errors import UsageError
from sinotech.prose.intervals import Interval, pragmatic, strict
from sinotech.prose.numbers import chinese_value, value_of
from sinotech.prose.quantities import read_quantities
from sinotech.prose.times import read_times
from sinotech.prose.tokens import tokenise

HEDGES = ("bare", "more_than", "at_least", "nearly", "about", "up_to", "fewer_than")
NUMBERS = st.floats(min_value=0, max_value=1e9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 1,000 projects", [("more_than", 1000, "count")]),
        ("16 000 people", [("bare", 16000, "count")]),
        ("1'000 people", [("bare", 1000, "count")]),
        ("a hundred and nineteen pacts", [("bare", 119, "count")]),
        ("twenty-one labs", [("bare", 21, "count")]),
        ("3.5m tons", [("bare", 3500000, "t")]),
        ("US$2.5bn", [("bare", 2.5e9, "USD")]),
        ("15 billion RMB", [("bare", 15e9, "CNY")]),
        ("six hectares", [("bare", 60000, "m2")]),
        ("nearly 40 percent", [("nearly", 40, "percent")]),
        ("two percentage points", [("bare", 2, "points")]),
        ("a quarter of the firms", [("bare", 25, "percent")]),
        ("one in four firms", [("bare", 25, "percent")]),
        ("three and a half percent", [("bare", 3.5, "percent")]),
        ("it doubled", [("bare", 2, "times")]),
        ("three times as many", [("bare", 3, "times")]),
        ("the 21st expo", [("bare", 21, "ordinal")]),
        ("50 or more labs", [("at_least", 50, "count")]),
        ("70-plus labs", [("at_least", 70, "count")]),
        ("no fewer than 71 labs", [("at_least", 71, "count")]),
        ("as many as 30 states", [("up_to", 30, "count")]),
        ("half a dozen meetings", [("bare", 6, "count")]),
        ("several dozen countries", [("range", 24, "count")]),
        ("the CBERS-4 satellite", []),
        ("one of the two sides, in a two-way exchange", []),
        ("version 3.0 of the pact", []),
        ("over the past decade of work", []),
    ],
)
def test_numbers_are_read(text: str, expected: list[tuple[str, float, str]]) -> None:
    """A number is read with its hedge and unit; what is none is left alone."""
    read = read_quantities(text, tokenise(text))
    assert [(q.hedge, q.low, q.unit) for q in read] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 13 December 2025", ("in", "2025-12-13", "2025-12-13")),
        ("in the spring of 2018", ("in", "2018-03-01", "2018-05-31")),
        ("by the end of 2023", ("by", "2023-10-01", "2023-12-31")),
        ("from June 10 to 12, 2025", ("in", "2025-06-10", "2025-06-12")),
        ("between 2013 and 2024", ("in", "2013-01-01", "2024-12-31")),
        ("by late September 2024", ("by", "2024-09-20", "2024-09-30")),
        ("since 2012", ("since", "2012-01-01", "2012-12-31")),
        ("not until 2020", ("in", "2020-01-01", "2020-12-31")),
        ("not since 2020", ("since", "2020-01-01", "2020-12-31")),
        ("in the first half of 2018", ("in", "2018-01-01", "2018-06-30")),
        ("by the final quarter of 2023", ("by", "2023-10-01", "2023-12-31")),
        ("the first month of 2024", ("in", "2024-01-01", "2024-01-31")),
        ("the eighth of December 2025", ("in", "2025-12-08", "2025-12-08")),
        (
            "from the tenth to the twelfth of June 2025",
            ("in", "2025-06-10", "2025-06-12"),
        ),
        ("the twenty-first of March 2024", ("in", "2024-03-21", "2024-03-21")),
    ],
)
def test_dates_are_read(text: str, expected: tuple[str, str, str]) -> None:
    """A date is read as the days it may be, and how it is meant."""
    (time,) = read_times(text, tokenise(text))
    assert (time.relation, time.earliest, time.latest) == expected


@pytest.mark.parametrize(
    "text", ["the second of three", "the third of march past", "the fortieth of June"]
)
def test_not_every_ordinal_is_a_day(text: str) -> None:
    """It is one before a month only, and up to the thirty-first."""
    assert all(time.first > 1 for time in read_times(text, tokenise(text)))


@given(st.integers(min_value=0, max_value=10**15))
def test_thousands_marks_change_nothing(number: int) -> None:
    """A number is the same with commas, with points where they are meant, or bare."""
    assert value_of(f"{number:,}") == value_of(str(number)) == number
    assert value_of(f"{number:,}".replace(",", "."), comma=True) == number


@given(
    st.text(alphabet="一二三四五六七八九十百千万亿〇两0123456789.,多余", max_size=12)
)
def test_no_chinese_number_is_too_odd(text: str) -> None:
    """Any row of numerals is a number or none; nothing is raised."""
    value = chinese_value(text)
    assert value is None or value >= 0


@given(NUMBERS, st.sampled_from(HEDGES))
def test_what_is_meant_is_possible(number: float, hedge: str) -> None:
    """What people mean by a hedge lies within what logic allows, and is not nothing."""
    allowed, meant = strict(number, number, hedge), pragmatic(number, number, hedge)
    assert meant.low >= allowed.low
    assert meant.high <= allowed.high
    assert meant.low <= meant.high


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_intervals_that_meet_share_a_number(
    a: float, b: float, c: float, d: float
) -> None:
    """Meeting is mutual, and what lies within another meets it."""
    one, other = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    assert one.meets(other) == other.meets(one)
    if one.within(other):
        assert one.meets(other)
    assert Interval(0, inf).meets(one)


@pytest.mark.parametrize(
    ("claim", "evidence", "label"),
    [
        ("More than 100 labs were built.", "119 labs were built.", "supports"),
        ("About 120 labs were built.", "119 labs were built.", "supports"),
        ("Fewer than 100 labs were built.", "119 labs were built.", "contradicts"),
        ("Over 50 labs exist.", "There are 500 labs.", "contradicts"),
        ("The pact was signed in 2020.", "The pact was signed in 2021.", "contradicts"),
        ("The lab did not open.", "The lab opened.", "contradicts"),
        ("A center opened in Chile.", "A satellite was launched in May.", "neither"),
        ("", "119 labs were built.", "neither"),
    ],
)
def test_two_free_sentences(claim: str, evidence: str, label: str) -> None:
    """The comparators hold for sentences that are in no record set."""
    verdict = judge_text(claim, evidence)
    assert verdict.label == label
    assert verdict.reasons


@pytest.mark.parametrize(
    "claim",
    [
        "?",
        "1e999",
        "NaN NaN infinity",
        "the of and",
        "9" * 5000,
        "China " * 200_000,
        " ".join(str(n) for n in range(10_000)),
        "not " * 5000,
        "(((((" * 1000,
        "a" * 1_000_000,
        "\u202e\x1b]0;x\x07 119 agreements",
    ],
    ids=lambda claim: claim[:12],
)
def test_nothing_is_too_odd_to_judge(session: Session, claim: str) -> None:
    """Whatever is claimed, there is a verdict, and it is never *supported*."""
    assert judge(session, claim).verdict in {"not_found", "contradicted"}


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    """Nothing is raised but that a text is none."""
    with suppress(UsageError):
        judge_text(text, text[::-1])


def test_what_was_published_later_is_not_known(session: Session) -> None:
    """With a day given, only what was published by then decides."""
    claim = "China has signed 119 intergovernmental science and technology agreements."
    assert judge(session, claim).verdict == "supported"
    early = Session(session.store, "2024-12-31")
    assert judge(early, claim, "2024-12-31").verdict == "undecided"


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("China has signed 119 intergovernmental science agreements.", 0),
        ("China has signed 300 intergovernmental science agreements.", 10),
        ("China deals with over 1,000 international sci-tech organizations.", 11),
        ("China has signed 116 intergovernmental science agreements.", 12),
        ("The moon is made of cheese.", 1),
    ],
)
def test_the_exit_code_is_the_verdict(on_real: Sinotech, claim: str, code: int) -> None:
    """A verdict is an answer, so it ends with 0 unless the code is asked for."""
    assert on_real("cite", claim).code == 0
    asked = on_real("cite", claim, "--exit-code")
    assert asked.code == code
    assert asked.out.startswith(f"“{claim}”")


@pytest.mark.parametrize(
    ("claim", "verdict", "never"),
    [
        (
            "China has built 50 joint laboratories with Belt and Road countries",
            "contradicted",
            "fig-bri-joint-research-projects-1000-2024",
        ),
        (
            "China has built over 60 national parks in Belt and Road partner countries",
            "undecided",
            "fig-ip-cooperation-countries-50-2024",
        ),
    ],
)
def test_an_adjective_is_not_what_is_counted(
    session: Session, claim: str, verdict: str, never: str
) -> None:
    """Joint projects are no joint laboratories, and national parks no nations."""
    judgement = judge(session, claim)
    assert judgement.verdict == verdict
    settling = {
        match.evidence.id
        for part in judgement.parts
        for match in part.ranked()
        if match.relation in {"supports", "contradicts"}
    }
    assert never not in settling


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # The record's own place, and months after "in", are no other places.
        ("The second Belt and Road Conference was held in Chengdu.", "supported"),
        # Few Belt and Road partners are not few countries.
        ("Fewer than 100 countries have sci-tech ties with China.", "contradicted"),
        ("More than 100 countries have sci-tech ties with China.", "supported"),
        # That both reject something is not that it is the same; one that does not is.
        ("The Chengdu Declaration rejects politicizing cooperation.", "undecided"),
        (
            "The Chengdu Declaration does not reject politicizing cooperation.",
            "contradicted",
        ),
        # Only corroborating pages state what an article contradicts.
        ("The China-Brazil center was launched on 8 December 2025.", "conflicting"),
        ("The China-Brazil center was launched on 9 December 2025.", "contradicted"),
        ("China has signed 118 intergovernmental S&T agreements.", "outdated"),
        ("China has signed 117 intergovernmental S&T agreements.", "contradicted"),
        # What is denied beside what is said is no part of it.
        ("Huawei will build EV plants in Nigeria, not in Ghana.", "supported"),
        ("Huawei will build EV plants in Ghana, not in Nigeria.", "contradicted"),
        # … unless a record about as much names it, too: Australians helped with FAST.
        ("The FAST telescope is in China rather than Australia.", "not_found"),
        # Of whom something is told in a group are not all of its members.
        ("Brazil is a member of BRICS.", "undecided"),
        ("Iran is a member of BRICS.", "supported"),
        ("Japan joined BRICS in January 2024.", "contradicted"),
        ("Germany is a Belt and Road partner.", "undecided"),
        # What has the words of a claim need not state it, or only of a part.
        ("China leads the world in science.", "undecided"),
        ("China ranks first worldwide in green technology patents.", "undecided"),
        ("China leads the world in green technology patents.", "undecided"),
        ("China leads the world in big science programs.", "undecided"),
        ("China is a leading source of green tech patents worldwide.", "supported"),
        # Of a short claim, all must be held, and most by the record's own statement.
        ("Germany is sending scientists to China.", "undecided"),
        ("China funds African universities.", "undecided"),
        ("Africa depends on Chinese technology.", "undecided"),
        ("The WHO cooperates with China.", "not_found"),
        ("Malaysia rejected Chinese technology.", "undecided"),
        ("The China-Brazil center is in Rio.", "supported"),
        # Names, a word or a question state nothing.
        ("Pakistan", "not_found"),
        ("Laboratories", "not_found"),
        ("China and Brazil", "not_found"),
        ("Which country signed agreements with China?", "not_found"),
        # Neither the day of a count nor that of a report is when a firm began.
        ("GST, the fire safety firm from Qinhuangdao, began in 1993.", "undecided"),
        ("Belt and Road labs work on agriculture and no other field.", "not_found"),
        # No larger one is the largest; none that is not is all.
        (
            "No radio telescope in the world will be larger than the SKA.",
            "supported",
        ),
        ("No big science program is without China.", "not_found"),
    ],
)
def test_rules(session: Session, claim: str, verdict: str) -> None:
    """Each rule holds, and not for what is nearly the same."""
    assert judge(session, claim).verdict == verdict


@pytest.mark.parametrize(
    "claim",
    [
        "China has, so far, not signed 119 intergovernmental science agreements.",
        "Brazil has, according to the article, not launched a center with China.",
        "Brazil has by now, not launched a center with China.",
        "Iran is, so far, not a member of BRICS.",
        "Huawei is, as of today, not building EV plants in Nigeria.",
        "No country has more than 50 joint labs with Belt and Road countries.",
        "No country other than China takes part in the Square Kilometre Array.",
        "None other than China backs the Square Kilometre Array.",
        "Not one country backs the Square Kilometre Array.",
        "China has not until now signed any agreement.",
        "China, not Brazil, launched the China-Brazil center.",
        "The China-Brazil center was launched by China instead of Brazil.",
        "Huawei will build plants in Nigeria, not labs.",
        "The Chengdu Declaration rejects scientific cooperation.",
        "The Chengdu Declaration does not reject politicizing cooperation.",
    ],
)
def test_a_denial_is_not_lost(session: Session, claim: str) -> None:
    """What is no alternative, and no superlative, still denies."""
    assert judge(session, claim).verdict != "supported"


def test_leaders_of_the_world_lead_nothing(session: Session) -> None:
    """It is no claim to be first that world leaders met."""
    (part,) = judge(session, "World leaders praised the Belt and Road.").parts
    assert all("it is first" not in " ".join(f.reasons) for f in part.matches)
