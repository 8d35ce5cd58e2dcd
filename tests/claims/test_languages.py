"""Claims in Chinese, Spanish, Portuguese and French, judged by our record set."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from yaml_data import read_yaml

from sinotech.claims.engine import judge
from sinotech.claims.foreign import judge_foreign, language_of
from sinotech.claims.session import Session

HERE = Path(__file__).parent
FILES = ("languages.yaml", "languages-more.yaml", "languages-hard.yaml")
CASES: list[dict[str, Any]] = [
    case for name in FILES for case in read_yaml(HERE / name)
]
ENGLISH_TO_US = "Le premier Forum de la Ceinture et la Route a annoncé 458 résultats."
"""Too few words that tell French; it is then judged as English, and not found."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"][:40])
def test_a_claim_is_judged(case: dict[str, Any], session: Session) -> None:
    """Each claim is judged as a reviewer would, or as is written down where not."""
    found = judge_foreign(session, case["claim"], case["language"])
    assert found.verdict == case.get("got", case["verdict"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"][:40])
def test_the_evidence_is_the_right_record(
    case: dict[str, Any], session: Session
) -> None:
    """What decides a claim is one of the records that a reviewer would name."""
    expected = set(case.get("evidence", ()))
    if not expected or "got" in case:
        return
    found = judge_foreign(session, case["claim"], case["language"])
    deciding = {f.evidence.id for p in found.parts for f in p.matches if f.relation}
    assert deciding & expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["claim"][:40])
def test_the_language_is_told(case: dict[str, Any], session: Session) -> None:
    """The language of each claim is told by its words."""
    expected = "" if case["claim"] == ENGLISH_TO_US else case["language"]
    assert language_of(session, case["claim"]) == expected


def test_what_is_not_read_is_said(session: Session) -> None:
    """A word that no list holds is named, and the claim is not found."""
    claim = "China firmó 119 acuerdos intergubernamentales de cooperación zoológica."
    found = judge_foreign(session, claim, "es")
    reasons = [r for part in found.parts for f in part.matches for r in f.reasons]
    assert found.verdict == "not_found"
    assert any("not read: “zoológica”" in reason for reason in reasons)
    assert found.parts[0].notes == ["not read: “zoológica”"]


def test_what_was_read_is_said(session: Session) -> None:
    """The reasons tell in English what was read as what."""
    found = judge_foreign(
        session, "截至2025年6月，中国已签署119个政府间科技合作协定。", "zh"
    )
    (reading,) = {
        reason
        for part in found.parts
        for match in part.matches
        for reason in match.reasons
        if reason.startswith("reading: ")
    }
    assert "“119个” as 119 count" in reading
    assert "“截至2025年6月” as June 2025" in reading
    assert "“协定” as agreement" in reading


def test_each_sentence_is_a_part(session: Session) -> None:
    """A claim of two sentences has two parts, and is worth what the weaker is."""
    claim = "北斗导航产品已出口到140多个国家。中国已签署191个政府间科技合作协定。"
    found = judge_foreign(session, claim, "zh")
    assert [part.verdict for part in found.parts] == ["supported", "contradicted"]
    assert found.verdict == "contradicted"


def test_the_engine_tells_the_language(session: Session) -> None:
    """A claim is judged in its own language by whoever judges claims."""
    claim = "La Chine a créé neuf centres transnationaux de transfert de technologies."
    assert judge(session, claim).verdict == "supported"


def test_addresses_are_not_read(session: Session) -> None:
    """The address of a page is no part of what a claim says."""
    claim = "北斗导航产品已出口到140多个国家 https://example.org/a/b"
    assert judge(session, claim).verdict == "supported"


def test_what_is_too_long_is_not_supported(session: Session) -> None:
    """Of a claim of many sentences, those that are not read cannot be supported."""
    found = judge(session, "北斗导航产品已出口到140多个国家。" * 40)
    assert {part.verdict for part in found.parts} == {"supported"}
    assert found.verdict == "not_found"
    assert found.notes == ["the claim is too long; only its beginning was read"]


def test_a_capital_is_the_city(session: Session) -> None:
    """What was in Kunming was not in Pékin, though Beijing may stand for China."""
    claim = "Le Centre de transfert de technologies des BRICS a été lancé à {} en 2017."
    assert judge(session, claim.format("Kunming")).verdict == "supported"
    assert judge(session, claim.format("Pékin")).verdict == "contradicted"


def test_an_english_claim_loads_no_word_lists(real_db: Path) -> None:
    """The lists of the other languages are read only for a claim in one of them."""
    code = (
        "import sys; from sinotech.claims.engine import judge;"
        "from sinotech.claims.session import Session;"
        "from sinotech.store import open_store;"
        "judge(Session(open_store(sys.argv[1])), 'China has signed 119 agreements.');"
        "print(*(m for m in sys.modules if m.startswith('sinotech.prose.languages.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(real_db)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == []


def test_a_relative_date_is_read_only_with_a_day(session: Session) -> None:
    """Of *this year* it is known which it is only if it is said as of when."""
    claim = "今年，中国和巴西共同发起了开放科学国际合作倡议。"
    assert judge_foreign(session, claim, "zh").verdict == "not_found"
    assert judge_foreign(session, claim, "zh", "2024-09-28").verdict == "supported"


def test_no_english_is_taken_for_another_language(session: Session) -> None:
    """Statements, events and sentences with foreign names in them are English."""
    rows = session.store.execute(
        """SELECT json_extract(doc, '$.text') FROM record WHERE kind = 'statement'
           UNION SELECT json_extract(doc, '$.what') FROM record WHERE kind = 'event'
           UNION SELECT name || ' signed pacts' FROM name WHERE folded GLOB '[a-z]*'
           UNION SELECT 'The ' || name || ' opened a center in 2023.' FROM name
           WHERE folded GLOB '[a-z]*'"""
    ).fetchall()
    assert [text for (text,) in rows if text and language_of(session, text)] == []
