"""Our formatted styles against those of a CSL processor, difference by difference."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from paths import DATA, RECORDS
from yaml_data import read_yaml

from sinotech.compile.styled import WRITERS
from sinotech.model import Source
from sinotech.records.load import load
from sinotech.styles.cited import CitedSource
from sinotech.styles.place import placed

FOLDER = DATA / "styles"
RECORDED: dict[str, Any] = json.loads((FOLDER / "citeproc-js.json").read_text("utf-8"))
DIFFERENCES: list[dict[str, Any]] = read_yaml(FOLDER / "differences.yaml")
SOURCES = load([RECORDS]).of(Source)
COMPARED = ["apa", "chicago", "chicago-notes", "mla"]


def ours(style: str, source: Source) -> dict[str, str]:
    """Return reference and citation of *source*, at paragraph 3, without italics."""
    known = CitedSource(source)
    reference, place = WRITERS[style]
    texts = {
        "reference": reference(known),
        "place": placed(style, place(known), None, 3),
    }
    return {key: text.replace("\x02", "") for key, text in texts.items()}


def steps(style: str, side: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield why each difference that changes *text* of one *side* is there."""
    for difference in DIFFERENCES:
        pattern = difference.get(side) or difference.get("both")
        if pattern is None or style not in difference.get("styles", COMPARED):
            continue
        before = text
        if pattern == "casefold":
            text = text.casefold()
        else:
            text = re.sub(pattern, difference.get("with", ""), text)
        if text != before:
            yield difference["why"], text


def levelled(style: str, side: str, text: str) -> str:
    """Return *text* of one *side* with all known differences taken out."""
    return [text, *(after for _, after in steps(style, side, text))][-1]


@pytest.mark.parametrize("style", COMPARED)
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: str(source.id))
def test_a_processor_of_csl_says_the_same(style: str, source: Source) -> None:
    """But for the differences listed, each with its reason, the texts are equal."""
    theirs = RECORDED[style][source.id]
    for key, text in ours(style, source).items():
        assert levelled(style, "ours", text) == levelled(style, "theirs", theirs[key])


def test_each_difference_is_met() -> None:
    """No difference is listed that is not there."""
    met = {
        why
        for style in COMPARED
        for source in SOURCES
        for side, texts in [
            ("ours", ours(style, source)),
            ("theirs", RECORDED[style][source.id]),
        ]
        for text in texts.values()
        for why, _ in steps(style, side, text)
    }
    assert [one["why"] for one in DIFFERENCES if one["why"] not in met] == []
