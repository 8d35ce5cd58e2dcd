"""What a reader reads in a document, and where it stands, case by case."""

from typing import Any

import pytest
from paths import ROOT
from yaml import safe_load

from sinotech.drafts.document import Document
from sinotech.drafts.reading import read_text

CASES = safe_load((ROOT / "tests/drafts/cases.yaml").read_text(encoding="utf-8"))


def found(document: Document) -> list[list[str]]:
    """Return place, text and, if it differs, source of each sentence of *document*."""
    rows = []
    for sentence in document.sentences():
        begin, end = sentence.span()
        line, column = document.place(begin)
        row = [f"{line}:{column}", sentence.text, document.source[begin:end]]
        rows.append(row if row[1] != row[2] else row[:2])
    return rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_read(case: dict[str, Any]) -> None:
    """Sentences have the text that a reader reads, and the place of their words."""
    document = read_text(case["source"], "draft", case["media"])
    if "blocks" in case:
        blocks = [[block.kind, block.text] for block in document.blocks]
        assert blocks == case["blocks"]
    else:
        assert found(document) == case["sentences"]
