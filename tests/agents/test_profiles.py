"""The places of rows among the parts of a profile, and the check of arguments."""

from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from sinotech.agents.profile_pages import place_of
from sinotech.agents.schemas import mistakes
from sinotech.agents.tools import TOOLS, Tool

TOTALS = st.dictionaries(st.sampled_from("abcde"), st.integers(1, 9))


@given(totals=TOTALS, offset=st.integers(0, 50))
def test_the_place_of_a_row(totals: dict[str, int], offset: int) -> None:
    """It is where the row stands if all are written down, rank after rank."""
    ranks = range(max(totals.values(), default=0))
    rows = [rank for rank in ranks for total in totals.values() if total > rank]
    rank, passed = place_of(offset, totals)
    assert sum(one < rank for one in rows) + passed == offset
    if offset < len(rows):
        assert rows[offset] == rank


NAMES = sorted({name for tool in TOOLS for name in tool.takes["properties"]})
VALUES = st.one_of(
    st.integers(-2, 102),
    st.booleans(),
    st.lists(st.just(1), max_size=1),
    st.sampled_from(["figures", "figure", "x", "", "y" * 501, "y" * 1_001]),
)
ARGUMENTS = st.dictionaries(st.sampled_from([*NAMES, "z"]), VALUES, max_size=4)


@given(tool=st.sampled_from(TOOLS), arguments=ARGUMENTS)
def test_arguments_are_checked_by_their_schema(
    tool: Tool,
    arguments: dict[str, Any],
) -> None:
    """What our check finds wrong, a validator of JSON Schema does, and no more."""
    valid = jsonschema.Draft202012Validator(tool.takes).is_valid(arguments)
    assert (mistakes(tool.takes, arguments) == []) == valid
