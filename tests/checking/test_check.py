"""A document checked: codes, places, messages, records, what comments suppress."""

import sqlite3
from collections.abc import Iterator

import pytest
from drafted import DOUBTFUL, IDLE, RIGHT, WRONG
from hypothesis import given, settings
from hypothesis import strategies as st

from sinotech.checking.check import Checked, Options, Share, Tally, check_document
from sinotech.checking.codes import CODES
from sinotech.checking.diagnostic import Diagnostic
from sinotech.claims.session import Session
from sinotech.drafts.reading import read_text

ALL = Options(frozenset(CODES))


@pytest.fixture(scope="module")
def session(mini_db: object) -> Iterator[Session]:
    """Return what is known of words in the small record set."""
    store = sqlite3.connect(f"file:{mini_db}?mode=ro", uri=True)
    yield Session(store)
    store.close()


def found(session: Session, text: str, options: Options = ALL) -> list[Diagnostic]:
    """Return what is found in a Markdown *text*."""
    return list(check_document(session, read_text(text, "d.md"), options))


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    """Return the codes of *diagnostics*, in their order; in brackets if suppressed."""
    return [f"({one.code})" if one.suppressed else one.code for one in diagnostics]


def test_each_sentence_has_its_code(session: Session) -> None:
    """What is no claim has none; levels are those of the codes."""
    text = f"# On labs\n\n{RIGHT} {IDLE} {WRONG}\n\n{DOUBTFUL}\n"
    diagnostics = found(session, text)
    assert codes(diagnostics) == ["S000", "S001", "S004"]
    assert [one.level for one in diagnostics] == ["note", "error", "note"]
    assert [one.sentence for one in diagnostics] == [RIGHT, WRONG, DOUBTFUL]
    assert codes(found(session, text, Options())) == ["S001"]


def test_it_stands_where_its_words_are(session: Session) -> None:
    """Lines and columns count code points, offsets the file as it stands."""
    before = f"﻿\r\n{IDLE}\r\n\r\n> 实验室。 "
    text = f"{before}{WRONG.replace('ran', '**ran**')}\r\n"
    (one,) = found(session, text, Options())
    assert (one.line, one.column) == (4, 8)
    assert (one.offset, one.length) == (len(before), len(WRONG) + 4)
    assert (one.end_line, one.end_column) == (4, 8 + len(WRONG) + 4)
    assert one.quoted
    assert one.message.startswith("contradicted (in a quotation): “30”, where the ")


def test_it_ends_on_another_line(session: Session) -> None:
    """A sentence of two lines ends behind its last character, not on a third line."""
    text = WRONG.replace(" and ", "\nand ") + "\n"
    (one,) = found(session, text, Options())
    assert (one.line, one.end_line) == (1, 2)
    assert one.end_column == 1 + len(text.splitlines()[1])
    assert one.sentence == WRONG


def test_it_names_what_decides(session: Session) -> None:
    """The record, its citation and its value are there, and what differs from it."""
    (one,) = found(session, WRONG, Options())
    (record,) = one.records
    assert (record["id"], record["value"]) == ("fig-labs-50", "over 50")
    assert record["citation"] == "Daily, 5 March 2024, “Labs, labs”, para. 2"
    assert record["relation"] == "contradicts"
    assert one.differs == ("30",)
    assert (one.verdict, one.confidence) == ("contradicted", "certain")
    assert one.full_message == (
        "contradicted: “30”, where the sources say over 50: joint laboratories, as of "
        "March 2024 — Daily, 5 March 2024, “Labs, labs”, para. 2 (fig-labs-50)"
    )


def test_a_source_is_cited_in_a_style(session: Session) -> None:
    """In a style, the citation is of that style, and so are all places."""
    (one,) = found(session, WRONG, Options(style="apa"))
    assert one.records[0]["citation"].startswith("(")
    assert "2024" in one.records[0]["citation"]
    assert one.records[0]["citations"][0]["styled"] == one.records[0]["citation"]


def test_what_was_published_later_is_not_known(session: Session) -> None:
    """As of a day before the source, no record speaks of it."""
    assert found(Session(session.store, "2023-01-01"), WRONG, Options()) == []


def test_what_is_inherited_is_said(session: Session) -> None:
    """A sentence that leans on the one before says what was read into it."""
    text = f"{RIGHT} It ran 30 joint laboratories with China in March 2024."
    *_, one = found(session, text)
    assert one.inherited == "Brazil"
    assert "(read with Brazil from before)" in one.message


SUPPRESSED = [
    (f"<!-- sinotech: ignore[S001] so it was -->\n{WRONG}\n", ["(S001)"]),
    (f"<!-- sinotech: ignore -->\n\n{WRONG}\n", ["(S001)"]),
    (f"<!-- sinotech: ignore[S001] -->\n{WRONG}\n\n{WRONG}\n", ["(S001)", "S001"]),
    (f"<!-- sinotech: ignore[S002] -->\n{WRONG}\n", ["S100", "S001"]),
    (f"<!-- sinotech: ignore[S001,S002] -->\n{WRONG}\n", ["S100", "(S001)"]),
    (f"<!-- sinotech: ignore[S999] -->\n{WRONG}\n", ["S100", "S001"]),
    (f"<!-- sinotech: ignore -->\n{IDLE}\n", ["S100"]),
    (f"<!-- sinotech: ignore -->\n{RIGHT}\n", ["S100", "(S000)"]),
    (f"<!-- sinotech: ignore[S000] -->\n{RIGHT}\n", ["(S000)"]),
    (
        f"<!-- sinotech: off -->\n{WRONG}\n\n{WRONG}\n\n<!-- sinotech: on -->\n{WRONG}",
        ["(S001)", "(S001)", "S001"],
    ),
    (f"{WRONG}\n\n<!-- sinotech: off -->\n\n{RIGHT}\n", ["S001", "S100", "(S000)"]),
]


@pytest.mark.parametrize(("text", "expected"), SUPPRESSED)
def test_comments_suppress(session: Session, text: str, expected: list[str]) -> None:
    """What they name there is suppressed; one that suppresses nothing is told."""
    assert codes(found(session, text)) == expected


UNUSED = [
    ("ignore", "unused suppression: nothing is found there"),
    ("ignore[S002]", "unused suppression: S002 is not found there"),
    ("ignore[S002, S003]", "unused suppression: S002, S003 is not found there"),
    ("ignore[S999]", "unused suppression: there is no code S999"),
]


@pytest.mark.parametrize(("said", "message"), UNUSED)
def test_an_unused_suppression_says_why(
    session: Session, said: str, message: str
) -> None:
    """It stands at the comment, and its sentence is the comment."""
    comment = f"<!-- sinotech: {said} -->"
    (one,) = found(session, f"{IDLE}\n\n{comment}\n{IDLE}\n")
    assert (one.code, one.level, one.message) == ("S100", "warning", message)
    assert (one.line, one.column, one.length) == (3, 1, len(comment))
    assert one.sentence == comment


def test_what_is_told_changes_no_suppression(session: Session) -> None:
    """A comment that suppresses what would not be told anyway is used all the same."""
    text = f"<!-- sinotech: ignore[S004] -->\n{DOUBTFUL}\n"
    assert found(session, text, Options()) == []
    assert codes(found(session, text)) == ["(S004)"]


def test_equal_findings_are_told_apart(session: Session) -> None:
    """The same sentence twice has two fingerprints."""
    first, second = found(session, f"{WRONG}\n\n{WRONG}\n", Options())
    assert (first.nth, second.nth) == (0, 1)
    assert first.fingerprint != second.fingerprint


def test_sentences_are_counted(session: Session) -> None:
    """Those that claim nothing are counted, and not judged."""
    tally = Tally()
    document = read_text(f"{RIGHT} {IDLE} {WRONG}\n\n{WRONG}\n", "d.txt")
    list(check_document(session, document, Options(), tally))
    assert (tally.sentences, tally.judged) == (4, 3)
    assert tally.verdicts == {"supported": 1, "contradicted": 2}


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from([RIGHT, WRONG, IDLE, "It ran 30 joint laboratories."])),
    st.integers(1, 5),
    st.sampled_from([" ", "\n\n"]),
)
def test_shares_make_the_whole(
    session: Session, sentences: list[str], of: int, between: str
) -> None:
    """However a document is shared out, the same is found in the same order."""
    document = read_text(between.join(sentences), "d.txt")
    whole, parts = Tally(), Tally()
    checked = Checked(session, document, ALL, whole)
    expected = list(checked.sentences())
    shared = [
        one
        for number in range(of)
        for one in Checked(session, document, ALL, parts).sentences(Share(number, of))
    ]
    assert shared == expected
    assert parts == whole
