"""The page of a claim: it fits a screen, and people on deadline can read it."""

import json
import re
import sqlite3
from typing import Any

import pytest
from conftest import Sinotech, width_of

from sinotech.answers.answer import Answer
from sinotech.present.form import page_of
from sinotech.present.text import as_markdown, as_plain

PARAGRAPH = (
    "China is deepening its commitment to international scientific cooperation, guided "
    "by openness and mutual benefit. It has sci-tech cooperation ties with over 160 "
    "countries and regions and has signed 119 intergovernmental sci-tech cooperation "
    "agreements. By the end of 2023 it had established 24 agricultural technology "
    "demonstration centers in Africa. The Belt and Road joint laboratories number "
    "more than 70. China has backed over 1,000 joint research projects with Belt and "
    "Road partners, officials said. FAST, the world's largest single-dish telescope, "
    "has been used by researchers from dozens of countries. Huawei will build research "
    "labs in Nigeria. In December 2025 China and Brazil launched a joint innovation "
    "center in Rio de Janeiro; Petrobras takes part in it. The RMB made up 3.5 percent "
    "of global transactions in April 2025. Critics say that the figures are hard to "
    "check, because no list of the agreements has ever been published, and some of the "
    "laboratories exist on paper only. A diplomat from a European country, who asked "
    "not to be named, told this newspaper that most of the promised money had never "
    "arrived, that two of the centers had closed, and that visas for scholars took up "
    "to nine months. None of that could be confirmed. The ministry did not answer "
    "questions sent last week about the size of the budget, which is thought to be "
    "close to 2 billion yuan a year, or about those who decide how it is spent."
)
ONE_PART = {
    "supported": "China has signed over 100 intergovernmental science agreements.",
    "contradicted": "China has signed 300 intergovernmental science agreements.",
    "conflicting": "China deals with over 1,000 international sci-tech organizations.",
    "outdated": "China has signed 116 intergovernmental S&T agreements.",
    "unsettled": "Over 1,200 companies exhibited at the 21st China-ASEAN Expo.",
    "not found": "Petrobras, CNOOC and Equinor will share a wave tank in Oslo.",
    "nothing": "Qwertz uiopü asdfgh yxcvb.",
    "chinese": "中国已签署了119个政府间科技合作协定",
}
THREE_PARTS = (
    "By the end of 2023 there were 24 Chinese agricultural demonstration centres in "
    "Africa. Huawei sells cars in Peru. China has signed 500 intergovernmental science "
    "agreements."
)
EVERY = {**ONE_PART, "three parts": THREE_PARTS, "paragraph": PARAGRAPH}
UNFOLDED = ("To paste: ", "    http")
"""Beginnings of lines that are never folded, so that they can be copied."""


def screen(out: str, columns: int) -> int:
    """Return the rows that *out* takes on a screen."""
    return sum(max(1, -(-width_of(line) // columns)) for line in out.splitlines())


@pytest.mark.parametrize("claim", ONE_PART.values(), ids=ONE_PART)
def test_an_answer_fits_a_screen(
    on_real: Sinotech, monkeypatch: pytest.MonkeyPatch, claim: str
) -> None:
    """A claim of one part takes 24 rows of 80 columns, sources and all."""
    monkeypatch.setenv("COLUMNS", "80")
    assert screen(on_real("cite", claim, "--format", "table").out, 80) <= 24
    explained = on_real("cite", claim, "--format", "table", "--explain").out
    assert screen(explained, 80) < 40


def test_three_parts_fit_a_larger_one(
    on_real: Sinotech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They take 42 rows, and each has its verdict and what decides it."""
    monkeypatch.setenv("COLUMNS", "80")
    out = on_real("cite", THREE_PARTS, "--format", "table").out
    assert screen(out, 80) <= 42
    assert len(re.findall(r"^\d\. “", out, re.MULTILINE)) == 3


@pytest.mark.slow
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("claim", EVERY.values(), ids=EVERY)
def test_an_answer_loses_nothing(
    on_real: Sinotech, monkeypatch: pytest.MonkeyPatch, claim: str, columns: int
) -> None:
    """At any width no line is too wide, and every word of the plain page is there."""
    monkeypatch.setenv("COLUMNS", str(columns))
    table = on_real("cite", claim, "--explain", "--format", "table").out
    folded = [line for line in table.splitlines() if not line.startswith(UNFOLDED)]
    assert max(map(width_of, folded)) <= columns
    plain = on_real("cite", claim, "--explain", "--format", "plain").out
    words = {w for w in re.findall(r"\w+", plain) if w.isascii() and not w.isupper()}
    assert {word for word in words if word not in table and len(word) < 9} == set()


@pytest.mark.slow
@pytest.mark.parametrize("claim", EVERY.values(), ids=EVERY)
@pytest.mark.parametrize("form", ["plain", "table", "md"])
def test_ids_are_for_scripts(
    on_real: Sinotech, real: sqlite3.Connection, claim: str, form: str
) -> None:
    """No page shows the id of a record unless it is to explain the verdict."""
    out = on_real("cite", claim, "--format", form).out
    sql = "SELECT id FROM record WHERE kind IN ('figure', 'event', 'statement')"
    assert [id_ for (id_,) in real.execute(sql) if id_ in out] == []


def test_words_stand_as_typed(on_real: Sinotech) -> None:
    """The words of a part are those of the claim, not in capitals."""
    out = on_real("cite", THREE_PARTS).out
    assert "“Huawei sells cars in Peru" in out
    assert "HUAWEI" not in out


def test_all_is_said_in_sentences(on_real: Sinotech) -> None:
    """The verdict, what decides it, the rule, what disputes it, what to beware of."""
    claim = ONE_PART["supported"]
    lines = on_real("cite", claim).out.splitlines()
    assert lines[0] == f"“{claim}”"
    assert re.fullmatch(r"SUPPORTED( \(\w+\))?: a source states it\.", lines[1])
    assert lines[2] == (
        "Source: 119: intergovernmental science and technology cooperation agreements "
        "signed by China, as of June 2025 [1a]"
    )
    assert lines[3] == "Rule: The record says 119, which “over 100” allows."
    assert lines[4].startswith("Disputed (as of another date): 116 in ")
    assert lines[5].startswith("Beware: It is not the number of ")
    assert lines[7].startswith(f"To paste: “{claim}” — supported")
    assert lines[-1].startswith(
        "[1a] S&T Daily, June 2025, Partnerships, para. 1; find"
    )


def test_then_and_now(on_real: Sinotech) -> None:
    """What is outdated is shown beside what replaces it, each with its source."""
    out = on_real("cite", ONE_PART["outdated"]).out
    then, now = re.findall(r"^(?:Then|Now): (\d+): .* \[(\d)a\]", out, re.MULTILINE)
    assert (then, now) == (("116", "1"), ("119", "2"))
    assert "caution: It is signed by an invented persona" in out


def test_how_the_parts_stand_is_said_first(on_real: Sinotech) -> None:
    """Of several parts, the verdict's sentence says which stand, and which do not."""
    line = on_real("cite", THREE_PARTS).out.splitlines()[1]
    assert line.startswith("CONTRADICTED")
    assert "a source contradicts part 3; " in line
    assert line.endswith("the sources support part 1.")


def answer_of(on_mini: Sinotech, claim: str) -> tuple[Answer, dict[str, Any]]:
    """Return an answer of the small record set, whose data can be changed."""
    envelope = json.loads(on_mini("cite", claim, "--json").out)
    answer = Answer("cite@2", envelope["data"])
    answer.sources = envelope["citations"]
    return answer, envelope["data"]


def test_how_sure_it_is_stands_in_brackets(on_mini: Sinotech) -> None:
    """A verdict that is certain says so, and so does one of its parts."""
    answer, data = answer_of(on_mini, "Brazil takes part in laboratories")
    data["confidence"] = "certain"
    plain = as_plain(page_of(answer)).splitlines()
    assert plain[1] == "SUPPORTED (certain): a source states it."
    assert "\n**SUPPORTED (certain):** a source" in as_markdown(page_of(answer))


def test_an_undecided_claim_says_what_is_near(on_mini: Sinotech) -> None:
    """It names the nearest records, each with its place and how it compares."""
    answer, data = answer_of(on_mini, "Brazil takes part in laboratories")
    data |= {"verdict": "undecided", "confidence": None}
    (part,) = data["parts"]
    part |= {"verdict": "undecided", "evidence": [], "rule": None}
    part["reasons"] = ["the sources speak of it", "no record bears out “70”"]
    plain = as_plain(page_of(answer))
    assert plain.startswith(
        "“Brazil takes part in laboratories”\n"
        "UNDECIDED: the sources speak of it.\n"
        "No record bears out “70”.\n"
        "Nearest 1: Brazil takes part in the work of the laboratories. [1a]\n"
    )
    assert "To paste" not in plain


def test_what_was_not_read_is_said(on_real: Sinotech) -> None:
    """A claim that is too long is not found, though what was read of it is so."""
    claim = ONE_PART["supported"] + " And so on." * 300
    result = on_real("cite", claim)
    assert "not all of the claim was read" in result.out or "part 2" in result.out
    assert "only its beginning was read" in result.err


def test_a_claim_that_was_cut_is_not_called_stated(on_real: Sinotech) -> None:
    """What a source states is what was read of it; the rest stands first."""
    result = on_real("cite", ONE_PART["supported"] + " " * 2000 + "x")
    told = "not all of the claim was read; of what was, a source states it."
    assert f"NOT FOUND: {told}\n" in result.out


def test_a_question_is_told_from_a_claim(on_real: Sinotech) -> None:
    """Nobody is told that no record comes near what was not asked."""
    result = on_real("cite", "Has China signed 119 agreements?")
    assert "NOT FOUND: no record was asked.\nA question is no claim" in result.out
    assert "comes near" not in result.err


def test_a_style_is_kept_whole(on_real: Sinotech) -> None:
    """With --style, the sources are references, and the line cites in that style."""
    out = on_real("cite", ONE_PART["supported"], "--style", "apa").out
    assert "June 2025 (Staff Reporters, [2025], para. 1)\n" in out
    assert "\n[1] Staff Reporters. ([2025, June]). China expands global " in out


STYLES = [None, "apa", "chicago-notes", "mla", "wikipedia", "newsroom", "bibtex"]


@pytest.mark.parametrize("style", STYLES)
def test_the_line_to_paste_follows_the_style(
    on_real: Sinotech, style: str | None
) -> None:
    """It has the citation of that style, and in Markdown stands as code, unescaped."""
    line = ["cite", ONE_PART["supported"], *(["--style", style] if style else [])]
    data = json.loads(on_real(*line, "--json").out)["data"]
    place = data["parts"][0]["evidence"][0]["citations"][0]
    wanted = place["styled"] if style else place["label"]
    assert wanted[1:].removesuffix(".") in data["line"]
    if style != "bibtex":  # which prints references alone
        assert f"**To paste:** `{data['line']}`" in on_real(*line, "-fmd").out
