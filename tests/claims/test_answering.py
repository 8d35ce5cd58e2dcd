"""What `cite` answers: what decides, what disputes it, and the line to paste."""

import json
import re
from typing import Any

import pytest
from conftest import Sinotech

from sinotech.answers.options import EXIT_CODE
from sinotech.claims.answering import as_data, line_of
from sinotech.claims.engine import judge
from sinotech.claims.judgement import Judgement
from sinotech.claims.session import Session
from sinotech.claims.settings import EXIT_CODES, MEANING, UNDECIDED, WEAKEST

AGREEMENTS = "China has signed {} intergovernmental science and technology agreements."
COMPANIES = "{} companies exhibited at the 21st China-ASEAN Expo."


def answered(session: Session, claim: str) -> dict[str, Any]:
    """Return the answer to *claim*."""
    return as_data(judge(session, claim), session, None, explain=False)


def unsure(line: str) -> str:
    """Return *line* without how sure its verdicts are."""
    return re.sub(r" \((certain|likely)\)", "", line)


def undecided(session: Session, claim: str) -> dict[str, Any]:
    """Return the answer to a *claim* of one part, had it been undecided."""
    whole = judge(session, claim)
    (part,) = whole.parts
    part.verdict = UNDECIDED
    judgement = Judgement(claim, [part])
    judgement.ranking = whole.ranking
    return as_data(judgement, session, None, explain=False)


def test_every_verdict_has_its_words() -> None:
    """Each has a meaning, an exit code of its own, and a place in the schema."""
    assert set(MEANING) == set(WEAKEST) == set(EXIT_CODES)
    assert len(set(EXIT_CODES.values())) == len(EXIT_CODES)
    assert EXIT_CODES["undecided"] == 13
    named = (f"{code} {name}" for name, code in EXIT_CODES.items())
    told = f"End with {', '.join(named)}.".replace("_", " ")
    assert EXIT_CODE.help == told


def test_what_decides_comes_first(session: Session) -> None:
    """Of those that support it, the current figure of an article decides."""
    (part,) = answered(session, AGREEMENTS.format("more than 100"))["parts"]
    first, *others = part["evidence"]
    assert (first["id"], first["value"]) == ("fig-sti-agreements-119-2025", "119")
    assert first["decides"]
    assert not any(one["decides"] for one in others)
    assert part["rule"] == "the record says 119, which “more than 100” allows"


RULES = {
    "The BRICS memorandum of understanding was signed before 2015.": (
        "the record says 2015, not “before 2015”"
    ),
    "Ethiopia joined BRICS in January 2023.": (
        "the record says January 2024, not “January 2023”"
    ),
    "China has signed up to 100 intergovernmental sci-tech cooperation agreements.": (
        "the record says 119, not “up to 100”"
    ),
    "The second Belt and Road Conference on Science and Technology Exchange was held "
    "in Beijing in June 2025.": (
        "the record says that it was in Chengdu, not in Beijing"
    ),
    "Vietnam launched the BRICS Technology Transfer Center in 2017.": (
        "the record names China, not Vietnam"
    ),
}
"""What decides a claim, as a fact-checker reads it."""


@pytest.mark.parametrize("claim", RULES)
def test_rules_are_plain_sentences(session: Session, claim: str) -> None:
    """Names and dates are written as people write them, never as ids and days."""
    (part,) = answered(session, claim)["parts"]
    assert (part["verdict"], part["rule"]) == ("contradicted", RULES[claim])


CROSSED = [
    "Norway signed 119 agreements with Ethiopia in 2024.",
    "India hosted the BRICS Summit in October 2024.",
    "The Ministry of Science of Vietnam praised the China-ASEAN Expo in Hanoi.",
    "China firmó acuerdos con Noruega y Etiopía en 2024.",
]
"""Claims with names in the place of those that the records have."""


@pytest.mark.parametrize("claim", CROSSED)
def test_no_reason_names_an_id(session: Session, claim: str) -> None:
    """Whatever record is compared, its parties are told by their names."""
    ids = {row[0] for row in session.store.execute("SELECT id FROM record")}
    for part in judge(session, claim).parts:
        told = [reason for one in part.matches for reason in one.reasons]
        bare = [re.sub("“[^”]*”", "", reason) for reason in told]
        assert bare
        named = {word for one in bare for word in re.findall(r"[\w-]+", one)}
        odd = {id_ for id_ in ids & named if len(id_) == 2 or "-" in id_}
        assert odd <= {"it"}  # a word, too


def test_each_number_has_what_decides_it(session: Session) -> None:
    """Of two numbers in a sentence, each is borne out by its own figure."""
    claim = (
        "China has science and technology ties with over 160 countries and regions and "
        "has signed 119 intergovernmental sci-tech cooperation agreements."
    )
    parts = answered(session, claim)["parts"]
    deciding = [one for part in parts for one in part["evidence"] if one["decides"]]
    assert {one["value"] for one in deciding} == {"119", "over 160"}
    sources = {one["citations"][0]["source"] for one in deciding}
    assert sources == {"stdaily-partnerships"}


def test_what_differs_says_why(session: Session) -> None:
    """The other sides of a conflict have its cause; those that say the same, none."""
    (part,) = answered(session, AGREEMENTS.format(119))["parts"]
    causes = {one["value"]: one["cause"] for one in part["evidence"]}
    assert causes["119"] is None
    assert causes["116"] == causes["118"] == "date"


def test_an_error_of_a_source_is_told(session: Session) -> None:
    """The article prints China-Pakistan for the center, and the answer says so."""
    claim = (
        "Setting up the China-Brazil innovation center is no isolated event but part "
        "of China's efforts to promote international cooperation."
    )
    errors = [one for p in answered(session, claim)["parts"] for one in p["errors"]]
    assert errors == ["“China-Pakistan” printed for the China-Brazil center"]


def test_an_opinion_is_its_speakers(session: Session) -> None:
    """What supports as an opinion says so, and whose it is."""
    claim = "The International Meridian Circle Program is a perfect example."
    warnings = [one for p in answered(session, claim)["parts"] for one in p["warnings"]]
    evidence = [one for p in answered(session, claim)["parts"] for one in p["evidence"]]
    for one in evidence:
        whose = f"{one['id']} is an opinion, of {one['speaker'] or 'the article'}"
        assert (whose in warnings) == (one["decides"] and one["opinion"])


def test_an_undecided_claim_shows_the_nearest(session: Session) -> None:
    """It says so, is not sure of anything, and tells what comes nearest."""
    data = undecided(session, "China has signed agreements with eighty-four countries.")
    (part,) = data["parts"]
    assert data["verdict"] == part["verdict"] == "undecided"
    assert data["confidence"] is part["confidence"] is part["rule"] is None
    assert part["reasons"][0] == MEANING["undecided"]
    assert 1 <= len(data["nearest"]) <= 3
    nearest = data["nearest"][0]
    assert f"; nearest is: {nearest['value'] or nearest['says'][:20]}" in data["line"]


def test_a_number_that_nothing_bears_out_is_named(session: Session) -> None:
    """What is borne out beside it is shown, and the line to paste says so."""
    data = answered(session, COMPANIES.format("Over 1,200"))
    (part,) = data["parts"]
    assert part["reasons"][1:] == ["no record bears out “Over 1,200”"]
    first = part["evidence"][0]
    assert (first["id"], first["decides"]) == ("fig-china-asean-expo-21", True)
    assert ": borne out is only 21st (S&T Daily, 28 Sept 2024, " in data["line"]
    assert any("“Over 1,200”" in one["comparison"] for one in data["nearest"])


LINES = [
    (
        AGREEMENTS.format(119),
        (
            "supported: 119: intergovernmental science and technology cooperation "
            "agreements signed by China, as of June 2025 (S&T Daily, June 2025, "
            "Partnerships, para. 1)"
        ),
    ),
    (
        AGREEMENTS.format(116),
        (
            "outdated: 116 (writer.dog, 19 June 2025, “Openness: More Than Just Lip "
            "Service?”, para. 4); now 119 (S&T Daily, June 2025, Partnerships, para. 1)"
        ),
    ),
    ("Qwertz uiopü asdfgh yxcvb.", "not found: no record speaks of this"),
]


@pytest.mark.parametrize(("claim", "told"), LINES, ids=[told for _, told in LINES])
def test_a_line_is_ready_to_paste(session: Session, claim: str, told: str) -> None:
    """It has the claim, the verdict, and what decides it with its place."""
    assert unsure(answered(session, claim)["line"]) == f"“{claim}” — {told}"


def test_a_line_tells_of_each_part(session: Session) -> None:
    """Of several parts it numbers them, each with its verdict and number."""
    claim = f"{AGREEMENTS.format(119)} {AGREEMENTS.format(500)}"
    line = unsure(answered(session, claim)["line"])
    assert "part 1 supported: 119 (S&T Daily" in line
    assert "part 2 contradicted: 119 (S&T Daily" in line


def test_a_long_claim_is_quoted_in_part(session: Session) -> None:
    """The line to paste has its beginning, and says that there is more."""
    data = answered(session, AGREEMENTS.format(119))
    data["claim"] = "China is no threat. " * 100
    begun = line_of(data).partition("” — ")[0]
    assert len(begun) < 260
    assert begun.endswith(" […]")


STYLES = [
    ("apa", "as of June 2025 (Staff Reporters, [2025], para. 1)"),
    ("chicago", "as of June 2025 (Staff Reporters [2025], para. 1)"),
    ("wikipedia", "as of June 2025 <ref>{{cite news |author1=Staff Reporters |"),
    ("newsroom", "as of June 2025 (according to an opinion piece by Staff Reporters"),
    ("bibtex", "as of June 2025 \\cite[{para.~1}]{stdaily-partnerships}"),
    ("ris", "as of June 2025 (S&T Daily, June 2025, Partnerships, para. 1)"),
    ("csl-json", "as of June 2025 (S&T Daily, June 2025, Partnerships, para. 1)"),
]


@pytest.mark.parametrize(("style", "told"), STYLES, ids=[style for style, _ in STYLES])
def test_a_line_has_the_style_asked_for(
    on_real: Sinotech, style: str, told: str
) -> None:
    """Its source is as the style has it, unless that is for programs alone."""
    out = on_real("cite", AGREEMENTS.format(119), "--style", style, "--json").out
    assert told in json.loads(out)["data"]["line"]


def test_a_batch_has_the_nearest(on_real: Sinotech) -> None:
    """Each line of a batch has as many as are asked for, one that is empty none."""
    lines = "China and Brazil opened a center.\n\nQwertz uiopü asdfgh.\n"
    asked = ("cite", "-", "--format", "jsonl", "--limit", "10")
    out = on_real(*asked, stdin=lines.encode()).out
    first, empty, last = map(json.loads, out.splitlines())
    assert len(first["data"]["nearest"]) == 10
    assert empty["data"] is None
    assert last["data"]["nearest"] == []
    assert last["data"]["verdict"] == "not_found"


def test_rows_have_the_nearest(on_real: Sinotech) -> None:
    """As rows, a claim that is not settled has its verdict, then what is nearest."""
    fields = "verdict,relation,value,comparison"
    claim = "China has 9,999 lighthouses in Brazil."
    out = on_real("cite", claim, "--format", "jsonl", "--fields", fields).out
    first, *nearest = map(json.loads, out.splitlines())
    assert (first["verdict"], first["relation"]) == ("not_found", None)
    assert 1 <= len(nearest) <= 3
    assert {one["relation"] for one in nearest} == {"nearest"}
    assert all("“9,999”" in one["comparison"] for one in nearest)


def test_explain_has_all_that_was_compared(on_real: Sinotech) -> None:
    """The trace has every record looked at, and each aspect's outcome."""
    claim = "China runs more than 50 Belt and Road joint laboratories."
    data = json.loads(on_real("cite", claim, "--explain", "--json").out)["data"]
    (part,) = data["parts"]
    assert part["reading"]["names"]
    aspects = {o["aspect"] for one in part["trace"] for o in one["outcomes"]}
    assert {"matter", "quantity", "date", "party", "place", "polarity"} <= aspects
