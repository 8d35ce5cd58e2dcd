"""Hovers: Markdown that shows what decides, and nothing else."""

import pytest
from diagnosed import RECORD, diagnostic
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sinotech.editor.evidence import evidence, plain


def tokens(markdown: str) -> list[Token]:
    """Return the pieces of a text, as a third party reads its Markdown."""
    blocks = MarkdownIt().parse(markdown)
    return [piece for block in blocks for piece in (block.children or [block])]


def test_a_hover_names_value_record_and_citation() -> None:
    """Code and message first; then each record, with a link to where it is written."""
    assert evidence([diagnostic()]) == (
        "**S001** contradicted: the sources say 119\n\n"
        "- agreements signed by China: 119 — "
        "[The Daily, June 2025, para. 1](<https://example.org/daily>) "
        "(`fig-pacts-119`)"
    )


def test_citations_are_all_shown() -> None:
    """A record that is cited twice has both; one without a link has its label."""
    cited = [{"label": "A, para. 1", "link": None}, {"label": "B", "link": "x:y"}]
    record = {**RECORD, "citations": cited, "speaker": "Ann"}
    assert "- Ann: agreements signed by China: 119 — A, para. 1; B (`" in (
        evidence([diagnostic(records=(record,))])
    )


def test_many_records_are_cut() -> None:
    """Five are shown, and how many more there are."""
    told = evidence([diagnostic(records=(RECORD,) * 7)])
    assert told.count("(`fig-pacts-119`)") == 5
    assert told.endswith("- … and 2 more")


def test_two_diagnostics_are_apart() -> None:
    """A line parts them, and is no heading."""
    kinds = [one.type for one in tokens(evidence([diagnostic(), diagnostic("S002")]))]
    assert kinds.count("hr") == 1
    assert "heading_open" not in kinds


@pytest.mark.parametrize("link", ["https://a.b/c d>e", "https://a.b/(x)?y=[1]"])
def test_addresses_stay_whole(link: str) -> None:
    """Whatever an address holds, the link ends where it ends."""
    told = evidence([diagnostic(records=({**RECORD, "link": link},))])
    (opened,) = [one for one in tokens(told) if one.type == "link_open"]
    assert str(opened.attrs["href"]).startswith("https://a.b/")
    assert told.endswith("(`fig-pacts-119`)")


@given(st.text(st.sampled_from("a1 .)-+=*_`[]()<>!#&;|\\\\~{}\n中")))
def test_text_reads_as_it_stands(text: str) -> None:
    """No sign of a message or record is read as Markdown or HTML."""
    read = tokens(plain(text))
    kinds = {one.type for one in read}
    assert kinds <= {"paragraph_open", "text", "text_special", "paragraph_close"}
    shown = "".join(one.content for one in read if one.type.startswith("text"))
    assert shown == " ".join(text.split())
