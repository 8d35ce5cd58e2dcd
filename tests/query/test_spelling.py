"""Slips are found among names without comparing every name, and none is missed."""

import sqlite3

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.naming import edits, key, sign
from sinotech.query.spelling import distances, holding

ALL = ("country", "program", "person", "organization", "group", "measure", "source")
FIXTURES = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SHORT = st.text(alphabet="abcé1 中", max_size=9)


def reference(one: str, other: str) -> int:
    """Return the optimal string alignment distance, by its definition."""
    table = [[i + j for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            differ = one[i - 1] != other[j - 1]
            ways = [table[i - 1][j] + 1, table[i][j - 1] + 1]
            ways.append(table[i - 1][j - 1] + differ)
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                ways.append(table[i - 2][j - 2] + 1)
            table[i][j] = min(ways)
    return table[-1][-1]


@settings(max_examples=500)
@given(SHORT, SHORT, st.integers(0, 4))
def test_edits_are_those_of_the_definition(one: str, other: str, most: int) -> None:
    """The distance is exact up to *most*, and more than *most* beyond."""
    distance = reference(one, other)
    assert min(edits(one, other, most), most + 1) == min(distance, most + 1)


@settings(max_examples=500)
@given(SHORT, SHORT)
def test_a_sign_never_rules_out_a_near_name(one: str, other: str) -> None:
    """The signs of two names differ by no more bits than there are edits, each way."""
    most = reference(one, other)
    assert (sign(one) & ~sign(other)).bit_count() <= most
    assert (sign(other) & ~sign(one)).bit_count() <= most


SLIPS = st.tuples(st.integers(0), st.sampled_from("+-~"), st.sampled_from("aez 1中"))


def slipped(name: str, slips: list[tuple[int, str, str]]) -> str:
    """Return *name* with some letters put in, left out or changed."""
    for place, what, letter in slips:
        at = place % (len(name) + 1)
        left_out = at + (what != "+")
        name = name[:at] + ("" if what == "-" else letter) + name[left_out:]
    return name


@FIXTURES
@given(st.integers(0), st.lists(SLIPS, max_size=4), st.integers(1, 3), st.booleans())
def test_every_near_name_is_found(
    real: sqlite3.Connection,
    index: int,
    slips: list[tuple[int, str, str]],
    most: int,
    everything: bool,  # noqa: FBT001
) -> None:
    """What is found is what comparing with each name finds."""
    sql = """SELECT DISTINCT folded, kind, target FROM name
             WHERE method IN ('exact', 'alias') ORDER BY 1, 2, 3"""
    rows = real.execute(sql).fetchall()
    folded, kind, _ = rows[index % len(rows)]
    asked = key(slipped(folded, slips))
    kinds = ALL if everything else (kind,)
    digits = [c for c in asked if c.isdigit()]
    expected = {
        (reference(asked, row[0]), *row)
        for row in rows
        if row[1] in kinds
        and abs(len(row[0]) - len(asked)) <= most
        and digits == [c for c in row[0] if c.isdigit()]
        and edits(asked, row[0], most) <= most
    }
    near = distances(real, asked, kinds, most)
    found = {(d, one.folded, one.kind, one.target) for d, one in near}
    assert found == expected


@FIXTURES
@given(st.integers(0), st.integers(0), st.booleans())
def test_every_name_that_holds_a_word_is_found(
    real: sqlite3.Connection,
    index: int,
    word: int,
    everything: bool,  # noqa: FBT001
) -> None:
    """What holds a word is what a scan of all names finds, the shortest first."""
    rows = real.execute("SELECT folded, kind FROM name ORDER BY 1, 2").fetchall()
    folded, kind = rows[index % len(rows)]
    words = folded.split()
    asked = words[word % len(words)]
    kinds = ALL if everything else (kind,)
    sql = f"""SELECT DISTINCT kind, target FROM name
              WHERE kind IN ({", ".join("?" * len(kinds))})
                AND method IN ('exact', 'alias')
                AND instr(' ' || folded || ' ', ' ' || ? || ' ')
              ORDER BY length(folded), target LIMIT 8"""  # noqa: S608
    expected = real.execute(sql, (*kinds, asked)).fetchall()
    assert holding(real, asked, kinds, 8) == expected
