"""What comments in a document say not to report."""

from typing import Any

import pytest
from paths import ROOT
from yaml import safe_load

from sinotech.drafts.reading import read_text

CASES = safe_load((ROOT / "tests/drafts/suppressions.yaml").read_text(encoding="utf-8"))
ASKED = [
    pytest.param(case, media, id=f"{case['name']}-{media}")
    for case in CASES
    for media in case.get("media", ("markdown", "text"))
]


@pytest.mark.parametrize(("case", "media"), ASKED)
def test_what_is_suppressed(case: dict[str, Any], media: str) -> None:
    """A comment is about its line, the next block, or what follows; or it is wrong."""
    document = read_text(case["source"], "draft", media)
    if "problems" in case:
        problems = [one.problem for one in document.suppressions]
        assert problems == case["problems"]
        return
    found = [
        [sorted(one.codes), document.source[one.first : one.last], one.reason]
        for one in document.suppressions
    ]
    assert found == case["found"]
    assert not any(one.problem for one in document.suppressions)


HTML = """<p>One.<!-- sinotech: ignore[S001] its line --></p>
<!-- sinotech: ignore the list -->
<ul><li>Two.<li>Three.</ul>
<!-- sinotech: off --><p>Four.</p><!-- sinotech: on --><p>Five.</p>
"""


def test_comments_in_html() -> None:
    """They are those of HTML."""
    document = read_text(HTML, "draft.html")
    found = [document.source[one.first : one.last] for one in document.suppressions]
    line = "<p>One.<!-- sinotech: ignore[S001] its line --></p>"
    assert found == [line, "<ul><li>Two.<li>Three.</ul>", "<p>Four.</p>"]


def test_what_a_suppression_is_about() -> None:
    """It is about a code of what stands in it, if only in part."""
    source = "<!-- sinotech: ignore[S001] -->\n\nIt is so.\n\nIt is not."
    (one,) = read_text(source, "draft.md").suppressions
    first, last = source.index("It is so"), source.index("It is not")
    assert one.is_about(first, first + 9, "S001")
    assert one.is_about(first + 3, last + 3, "S001")
    assert not one.is_about(first, first + 9, "S002")
    assert not one.is_about(last, last + 10, "S001")


def test_one_that_is_wrong_is_about_nothing() -> None:
    """What is malformed suppresses nothing: it is reported instead."""
    source = "<!-- sinotech: ignore[S01] -->\n\nIt is so."
    (one,) = read_text(source, "draft.md").suppressions
    assert one.problem
    assert not one.is_about(0, len(source), "S001")


def test_the_comment_has_its_own_place() -> None:
    """A finding about a comment is where the comment is."""
    source = "\ufeffOne.\n\n> <!-- sinotech: ignore -->\n> Two."
    (one,) = read_text(source, "draft.md").suppressions
    assert source[one.begin : one.end] == "<!-- sinotech: ignore -->"
