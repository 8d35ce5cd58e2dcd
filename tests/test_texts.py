"""Texts cut into paragraphs, and searched as a reader would."""

from pathlib import Path

import pytest

from sinotech.model import Source, Text
from sinotech.records.load import RecordSet
from sinotech.texts import Paragraph, paragraphs, read_texts, spans

LINES = """Title

First paragraph, cut by a co-

lumn break.
A heading
Second paragraph.

PHOTO: a caption inside

goes on here.""".split("\n")


def source(**text: object) -> Source:
    """Return a source that was read from some lines."""
    laid_out = Text(file="a.txt", sha256="0", **text)  # type: ignore[arg-type]
    return Source(id="src", type="news", short="A source", text=laid_out)


def test_an_article_is_cut_into_paragraphs() -> None:
    """Column breaks are joined, headings begin sections, other lines are left out."""
    article = source(
        span=((3, 7), (11, 11)), headings=((6, 6),), joins=((3, 3), (7, 7))
    )
    assert paragraphs(article, LINES) == [
        Paragraph(1, None, "First paragraph, cut by a co- lumn break."),
        Paragraph(2, "A heading", "Second paragraph. goes on here."),
    ]


def test_an_article_may_end_elsewhere() -> None:
    """Lines are read in the order given, not in that of the page."""
    article = source(span=((11, 11), (7, 7)), joins=((11, 11),))
    assert [p.text for p in paragraphs(article, LINES)] == [
        "goes on here. Second paragraph."
    ]


FOUND = [
    ("cut by a column break", 1),
    ("First paragraph", 1),
    ("first paragraph", 0),
    ("paragraph, cut", 1),
    ("irst", 0),
    ("break.", 1),
    ("co- lumn", 1),
    ("co-lumn", 1),
    ("a", 1),
]


@pytest.mark.parametrize(("phrase", "count"), FOUND)
def test_a_phrase_is_found_as_whole_words(phrase: str, count: int) -> None:
    """Hyphens and gaps are folded; case and word boundaries are not."""
    text = "First paragraph, cut by a co- lumn break."
    assert len(spans(phrase, text)) == count


def test_texts_are_found_by_their_bytes(tmp_path: Path) -> None:
    """A text is found under any name, and what is not there is missing."""
    import hashlib

    content = b"One line.\n"
    (tmp_path / "anything").write_bytes(content)
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    known = Text(
        file="a.txt", sha256=hashlib.sha256(content).hexdigest(), span=((1, 1),)
    )
    records = RecordSet()
    records.records["source"] = [
        Source(id="here", type="news", short="Here", text=known),
        Source(id="not-here", type="news", short="Not here"),
    ]
    texts = read_texts(records, tmp_path)
    assert texts.articles == {"here": [Paragraph(1, None, "One line.")]}
    assert texts.missing == ["not-here"]
