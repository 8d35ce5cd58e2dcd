"""Blocks cut into sentences, and which of them are quotations."""

import sys
from array import array
from itertools import pairwise
from types import ModuleType

import pytest
from paths import ROOT
from yaml import safe_load

from sinotech.drafts.blocks import Block
from sinotech.drafts.reading import read_text
from sinotech.drafts.sentences import cut, cutter, own_cutter, sentences_of, states

CASES = safe_load((ROOT / "tests/drafts/sentences.yaml").read_text(encoding="utf-8"))


def joined(sentences: list[str]) -> str:
    """Return the text that *sentences* make: blanks part all but Chinese ones."""
    text = sentences[0]
    for before, after in pairwise(sentences):
        is_chinese = before[-1] in "。！？”" and after[0] > "\u3000"
        text += after if is_chinese else f" {after}"
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_sentences(case: list[str]) -> None:
    """A text is cut where its sentences end."""
    pytest.importorskip("sentencex")
    text = joined(case)
    assert [text[begin:end] for begin, end in cut(text)] == case


BEYOND = ("She lives in the U.S.", "At 6 a.m. Mr. Reed", "She asked: “Is", "1. The")
"""How cases begin in which our own rules cut otherwise."""

OWN = [case for case in CASES if not case[0].startswith(BEYOND)]


@pytest.mark.parametrize("case", OWN, ids=lambda case: case[0])
def test_sentences_by_our_own_rules(case: list[str]) -> None:
    """Without sentencex, nearly all of them are cut as well."""
    text = joined(case)
    assert [text[begin:end] for begin, end in own_cutter(text)] == case


@pytest.mark.parametrize("installed", [None, ModuleType("sentencex")])
def test_without_sentencex(
    monkeypatch: pytest.MonkeyPatch, installed: ModuleType | None
) -> None:
    """Where none is installed, or an old one, sentences are cut by our own rules."""
    monkeypatch.setitem(sys.modules, "sentencex", installed)
    cutter.cache_clear()
    try:
        assert cutter() is own_cutter
        sentences = read_text("It is. So it is.", "draft.txt").sentences()
        assert [one.text for one in sentences] == ["It is.", "So it is."]
    finally:
        cutter.cache_clear()


QUOTED = [
    ("“It is so.” He left.", [True, False]),
    ("“It is so,” said Ms. Lee.", [True]),
    ("According to Lee, “it is so, and it was so”.", [True]),
    ("Lee said “yes” to 53 labs in China.", [False]),
    ("The “Belt and Road” has 150 members.", [False]),
    ("“We did it. We won. We had them all.” So it was.", [True, False]),
    ("“It goes on. It has no end here.", [True, True]),
    ('"It is so," he said. It was 5" wide. "So it is."', [True, False, True]),
    ("他说：“我们签署了119个协定。”大家都同意。", [True, False]),
    ("「我们签署了协定。」", [True]),
    ("It’s ‘so’. China’s labs aren’t theirs.", [False, False]),
    ("‘It’s so,’ said Lee.", [True]),
    ("« C'est vrai et certain », a dit M. Li.", [True]),
    ("It is so. No one is quoted.", [False, False]),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED, ids=[one[0] for one in QUOTED])
def test_what_is_quoted(text: str, quoted: list[bool]) -> None:
    """A sentence is a quotation if all of it is, but for who said it."""
    pytest.importorskip("sentencex")
    sentences = list(read_text(text, "draft.txt").sentences())
    together = [one.quoted for one in sentences]
    assert together == quoted, [one.text for one in sentences]


def test_the_first_of_a_block_opens_it() -> None:
    """Only the first sentence of each block does."""
    sentences = read_text("`x` It is. So.\n\n- It was. So.", "draft.md").sentences()
    assert [one.opens for one in sentences] == [True, False, True, False]


STATING = [
    ("119 agreements", True),
    ("Agreements: 119", True),
    ("China opens a lab", True),
    ("A lab was opened", True),
    ("中国签署政府间协定", True),
    ("119个协定", True),
    ("Results", False),
    ("119", False),
    ("Country", False),
    ("A lab", False),
    ("国家", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), STATING)
def test_what_a_heading_states(text: str, expected: bool) -> None:  # noqa: FBT001
    """A verb, or a number of something."""
    assert states(text) is expected


def test_headings_that_state_nothing_are_no_sentences() -> None:
    """Nor are cells and captions; items and notes are."""
    places = array("I", range(7)), array("I", range(1, 8))
    for kind in ("heading", "cell", "caption"):
        assert not list(sentences_of(Block(kind, "Results", *places)))
    for kind in ("paragraph", "item", "quotation", "footnote"):
        assert len(list(sentences_of(Block(kind, "Results", *places)))) == 1
