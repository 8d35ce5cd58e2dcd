"""Full text as people type it."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.query.expressions import expression
from sinotech.query.paging import Window
from sinotech.query.search import find_text

EXPRESSIONS = [
    ("lunar station", '"lunar" "station"'),
    ('"open science"', '"open science"'),
    ("open OR closed", '"open" OR "closed"'),
    ("open AND NOT closed", '"open" "AND" NOT "closed"'),
    ("open NOT closed", '"open" NOT "closed"'),
    ("OR open", '"OR" "open"'),
    ("open OR", '"open" "OR"'),
    ("tech*", '"tech"*'),
    ("te*ch", '"te ch"'),
    ("title:x", '"title x"'),
    ("NEAR(a b)", '"NEAR a" "b"'),
    ('unfinished "phrase here', '"unfinished" "phrase here"'),
    ("sci-tech", '"sci tech"'),
    ("21.3%", '"21 3"'),
    ("一带一路", '"一带 带一 一路"'),
    ("东盟", '"东盟"'),
    ("东", '"东"'),
    ("", None),
    ("  ", None),
    ("*** \" ' ()", None),
    ("\x00\x1b", None),
]


@pytest.mark.parametrize(("text", "built"), EXPRESSIONS)
def test_what_is_typed_is_understood(text: str, built: str | None) -> None:
    """Quotes, operators and stars are read where they make sense, else as words."""
    assert expression(text) == built


FOUND = [
    ("splendid", ["st-opinion"]),
    ("splendidly", []),
    ("laboratory", ["brics-lab", "m-labs", "st-plan"]),
    ('"joint laboratories"', ["m-labs", "brics-lab"]),
    ("Kazan", ["ev-summit"]),
    ("kaz*", ["ev-summit"]),
    ("summit OR splendid", ["ev-summit", "st-opinion"]),
    ("laboratory NOT further", ["brics-lab", "m-labs"]),
    ("海洋", ["once"]),
    ("负排", ["once"]),
    ("nothing at all", []),
]


@pytest.mark.parametrize(("text", "ids"), FOUND)
def test_records_are_found(mini: sqlite3.Connection, text: str, ids: list[str]) -> None:
    """Words are found in any form, and each record at least that should be."""
    found, extent = find_text(mini, text, [], Window(50))
    assert extent["total"] == len(found)
    assert set(ids) <= {one["id"] for one in found}
    assert bool(found) == bool(ids)


def test_the_best_match_is_first(mini: sqlite3.Connection) -> None:
    """A record whose title holds the words stands before one that is linked to it."""
    found, _ = find_text(mini, "joint laboratory", [], Window(50))
    assert [one["id"] for one in found[:2]] == ["m-labs", "brics-lab"]
    assert found[1]["snippet"] == "BRICS ‹Joint› ‹Laboratory›"


def test_kinds_narrow_a_search(mini: sqlite3.Connection) -> None:
    """Only records of the kinds asked for are found, and the limit holds."""
    found, extent = find_text(mini, "laboratories", ["figure"], Window(1))
    assert (len(found), found[0]["kind"]) == (1, "figure")
    assert extent == {"total": 3, "exact": True, "offset": 0, "shown": 1}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_is_a_syntax_error(mini: sqlite3.Connection, text: str) -> None:
    """Whatever is typed finds something or nothing."""
    found, extent = find_text(mini, text.replace("\ud800", ""), [], Window(5))
    assert len(found) <= extent["total"]


OPERATORS = st.sampled_from(
    ["AND", "OR", "NOT", "NEAR", '"', "*", "(", ")", "-", "a", "^"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OPERATORS, max_size=12))
def test_no_heap_of_operators_is_a_syntax_error(
    mini: sqlite3.Connection, parts: list[str]
) -> None:
    """Operators in any order are read somehow."""
    find_text(mini, " ".join(parts), [], Window(5))
