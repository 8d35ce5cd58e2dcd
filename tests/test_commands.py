"""A command is an entry, a function and a page: all else follows from the entry."""

import csv
import io
import json
import sqlite3
from typing import Any

import pytest
from conftest import Sinotech
from jsonschema import Draft202012Validator
from typed import method

from sinotech.answers import commands
from sinotech.answers.answer import Answer
from sinotech.answers.grammar import Argument, Command
from sinotech.answers.options import LOOK_UP
from sinotech.present.page import Page
from sinotech.query.records import get_record

FIRST = Command(
    "first",
    f"{__name__}:first",
    "The first of several figures.",
    Argument("ids", "Ids of figures.", many=True),
    *LOOK_UP,
    panel=commands.ASK,
    data="figure?",
    rows="figure",
    view=f"{__name__}:show_first",
)


def first(store: sqlite3.Connection, *, ids: list[str]) -> Answer:
    """Answer with the figure that is named first."""
    return Answer("first@1", get_record(store, ids[0]))


def show_first(page: Page, data: dict[str, Any]) -> None:
    """Show what the figure counts."""
    page.title = f"{data['label']} {page.marks.of(data)}"


@pytest.fixture
def ask_first(ask: Sinotech, monkeypatch: pytest.MonkeyPatch) -> Sinotech:
    """Ask, where there is one command more."""
    monkeypatch.setattr(commands, "COMMANDS", (*commands.COMMANDS, FIRST))
    monkeypatch.setitem(commands.BY_NAME, "first", FIRST)
    return ask


def test_a_command_has_every_form(ask_first: Sinotech) -> None:
    """It is read, answered, printed as a page, as JSON and as CSV."""
    argv = ("first", "fig-labs-50", "fig-yield")
    assert ask_first(*argv).out.startswith("joint laboratories [1a]\n\nSOURCES\n[1] ")
    envelope = json.loads(ask_first(*argv, "--json").out)
    assert envelope["schema"] == "sinotech/first@1"
    assert envelope["data"]["id"] == "fig-labs-50"
    out = ask_first(*argv, "--format", "csv").out
    header, row = csv.reader(io.StringIO(out, newline=""))
    assert dict(zip(header, row, strict=True))["as_written"] == "over 50"


def test_a_command_has_schema_and_fields(ask_first: Sinotech) -> None:
    """Its schema judges its answers; its fields are those of figures."""
    schema = json.loads(ask_first("schema", "first", "--json").out)["data"]
    answer = json.loads(ask_first("first", "fig-labs-50", "--json").out)
    Draft202012Validator(schema).validate(answer)
    listed = ask_first("fields", "first", "--json").out
    assert (
        json.loads(listed)["data"]
        == json.loads(ask_first("fields", "figures", "--json").out)["data"]
    )


def test_a_command_has_a_method() -> None:
    """The library gets a method that takes what it takes, and is typed."""
    assert method(FIRST).split('"""')[0].strip() == (
        'def first(self, *ids: str) -> "doc.Figure":'
    )
