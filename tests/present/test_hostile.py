"""Hostile text: harmless in every form, and unchanged in meaning."""

import contextlib
import csv
import io
import json
import unicodedata
from typing import Any
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sinotech.answers.answer import Answer
from sinotech.cli.streams import complain
from sinotech.present.data import Csv, Json, JsonLines, Tsv
from sinotech.present.form import page_of
from sinotech.present.page import Page
from sinotech.present.table import draw
from sinotech.present.text import as_markdown, as_plain
from sinotech.safe import cell, visible

PIECES = [
    *("[bold]", "[/]", "[link=http://x]", "[red]x[/red]", ":smile:", "\\[b]"),
    *(
        "\x1b[31m",
        "\x1b]8;;http://x\x07",
        "\x1b]0;title\x1b\\",
        "\x9b2J",
        "\x07",
        "\x00",
    ),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u2028", "\ufeff", "\u200b"),
    *("\n", "\r", "\r\n", "\t", "\x0b", "\x85", "\ud800", "\U000e0041", "\ufff9"),
    *("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "＝1", "'=1", '"', ",", ";", "|"),
    *(
        "$x$",
        "\\input{x}",
        "%",
        "&",
        "#",
        "_",
        "{",
        "}",
        "~",
        "^",
        "`",
        "``",
        "*",
        "**",
    ),
    *("<script>", "&amp;", "](x)", "![", "# ", "- ", "1. ", "> ", "---", "===", "  "),
    *(
        "http://x.example/a?b=1",
        "www.x.example",
        "海洋",
        "नमस्ते",
        "می‌خواهم",
        "👩‍🔬",
        "é",
    ),
]
hostile = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=8
).map("".join)

SCRIPTS = ("ARABIC ", "SYRIAC ", "KAITHI ", "EGYPTIAN ")
"""Scripts whose own signs are of the category of format characters."""

FORBIDDEN = {"Cc", "Cs", "Zl", "Zp"}
OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def harmless(text: str) -> bool:
    """Whether a terminal prints *text* and obeys nothing in it but line ends."""
    return not any(
        unicodedata.category(c) in FORBIDDEN
        or unicodedata.bidirectional(c) in OVERRIDES
        or (
            (unicodedata.category(c) == "Cf" and c not in "\u200c\u200d\xad")
            and not unicodedata.name(c, "").startswith(SCRIPTS)
        )
        for c in text.replace("\n", "")
    )


def figure(text: str) -> dict[str, Any]:
    """Return a figure all of whose words are *text*."""
    citation = {"source": "s", "section": text, "paragraph": 1, "find": text}
    return {
        "id": "fig-x",
        "kind": "figure",
        "standing": "article",
        "as_written": text,
        "label": text,
        "scope": text,
        "as_of": None,
        "as_of_basis": None,
        "speaker": {"id": "x", "kind": "person", "name": text},
        "conflicts": [],
        "notes": [text],
        "citations": [{**citation, "label": text}],
    }


def answer(text: str) -> Answer:
    """Return an answer that holds *text* wherever it can."""
    made = Answer("figures@1", [figure(text)], notices=(text,))
    brief = {"id": "s", "url": text, "short": text, "reference": text}
    made.sources = [{**brief, "inferred": {"title": text}, "defects": [text]}]
    made.meta = {"tool": "sinotech", "records": None, "input": text}
    return made


def no_surrogates(text: str) -> str:
    """Return *text* as UTF-8 can have it, as whatever comes from outside does."""
    return text.encode("utf-8", "replace").decode()


def unheard(_: Answer) -> None:
    """Tell no notices."""


@given(hostile)
@example("\x1b]8;;http://x\x07")
def test_json_holds_it_unchanged(text: str) -> None:
    """JSON gives back the very text, on one line of UTF-8."""
    for form in (Json, JsonLines):
        written = form(None, None, unheard).text(answer(text))
        written.encode()
        assert written.count("\n") == 1
        read = json.loads(written)
        record = read["data"][0] if "data" in read else read
        assert record == figure(text)


@given(hostile)
def test_json_is_harmless_on_a_terminal(text: str) -> None:
    """No control or override in JSON is raw, so that it can be looked at."""
    assert harmless(answer(text).line())
    chosen = Json("label", None, unheard).text(answer(text))
    assert json.loads(chosen)["data"] == [{"label": text}]
    assert harmless(chosen)


@given(hostile)
def test_separated_values_are_rows_of_cells(text: str) -> None:
    """The csv module reads back each cell, visible and no formula, in its place."""
    for form in (Csv, Tsv):
        written = form(None, None, unheard).text(answer(text))
        lines = io.StringIO(written, newline="")
        header, row = csv.reader(lines, delimiter=form.separator, strict=True)
        found = dict(zip(header, row, strict=True))
        assert found["label"] == found["notes"] == cell(text)
        assert harmless(written.replace("\r\n", "\n").replace("\t", ""))
        assert not any(
            value.lstrip("' ").startswith(tuple("=@")) and not value.startswith("'")
            for value in row
        )


@given(hostile)
def test_a_batch_begins_with_what_was_asked(text: str) -> None:
    """The input of a batch is a cell like any other."""
    form = Csv("label", None, unheard)
    written = form.text_of_line(answer(text), text, first=True)
    rows = list(csv.reader(io.StringIO(written, newline=""), strict=True))
    assert rows == [["input", "label"], [cell(text), cell(text)]]


@given(hostile)
def test_cells_can_be_told_apart(text: str) -> None:
    """Taking the quote from a cell that was given one leaves the visible text."""
    shown = cell(text)
    bare = shown.replace("'", " ").lstrip()
    quoted = shown.startswith("'") and bare.startswith(tuple("=+-@＝＋－＠"))
    assert (shown[1:] if quoted else shown) == visible(text)


@given(hostile)
def test_plain_text_is_harmless(text: str) -> None:
    """Each thing said is a line, with nothing that a terminal obeys."""
    written = as_plain(page_of(answer(text)))
    assert harmless(written)
    assert visible(text).strip() in written
    assert written.count("\n") == as_plain(page_of(answer("x"))).count("\n")


@given(hostile)
def test_a_table_is_harmless(text: str) -> None:
    """Rich reads no markup, and no escape reaches the terminal."""
    out = io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        mock.patch.dict("os.environ", {"COLUMNS": "500"}),
    ):
        draw(page_of(answer(text)))
    assert harmless(out.getvalue())
    printed = "".join(out.getvalue().split())
    assert "".join(visible(text).split()) in printed


@given(hostile)
def test_complaints_are_one_harmless_line(text: str) -> None:
    """Whatever was asked, what is said of it is one line."""
    out = io.StringIO()
    with contextlib.redirect_stderr(out):
        complain(f"no country is called “{text}”")
    assert harmless(out.getvalue())
    assert out.getvalue() == f"no country is called “{visible(text)}”\n"


def words(tokens: list[Any]) -> str:
    """Return what a reader of rendered Markdown sees of *tokens*, without spaces."""
    text = "".join(
        token.content
        for one in tokens
        for token in (one.children or [one])
        if token.type in {"text", "code_inline"}
    )
    return "".join(text.split())


@given(hostile)
def test_markdown_prints_it_as_it_stands(text: str) -> None:
    """A Markdown reader sees headings, lines and cells, each with the very text."""
    page = Page(answer(text))
    page.title = f"T {text}"
    page.lines = [text]
    page.add(text, ("One", "Two"), [(text, "end")])
    written = as_markdown(page)
    assert harmless(written)
    tokens = MarkdownIt("commonmark").enable("table").parse(written)
    shown = "".join(visible(text).split())
    heads = [
        words([tokens[n + 1]])
        for n, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    assert heads == [f"T{shown}", *([shown] if text else [])]
    cells = [
        words([tokens[n + 1]])
        for n, token in enumerate(tokens)
        if token.type == "td_open"
    ]
    assert cells == [shown, "end"]
    kinds = {token.type for token in tokens}
    assert not kinds & {"bullet_list_open", "ordered_list_open", "blockquote_open"}
    assert not kinds & {"html_block", "code_block", "fence", "hr"}
    paragraphs = [
        words([tokens[n + 1]])
        for n, token in enumerate(tokens)
        if token.type == "paragraph_open"
    ]
    assert paragraphs == ([shown] if shown else [])
