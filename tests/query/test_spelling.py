"""Slips are found among names without comparing every name, and none is missed."""

import sqlite3
from itertools import islice, permutations

from examples import times
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.compile.names import spelling_rows
from sinotech.naming import edits, key, sign
from sinotech.query.spelling import MOST_COMPARED, distances, holding

ALL = ("country", "program", "person", "organization", "group", "measure", "source")
FIXTURES = settings(
    max_examples=times(0.6), suppress_health_check=[HealthCheck.function_scoped_fixture]
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


@settings(max_examples=times(5))
@given(SHORT, SHORT, st.integers(0, 4))
def test_edits_are_those_of_the_definition(one: str, other: str, most: int) -> None:
    """The distance is exact up to *most*, and more than *most* beyond."""
    distance = reference(one, other)
    assert min(edits(one, other, most), most + 1) == min(distance, most + 1)


@settings(max_examples=times(5))
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


def filled(names: list[str]) -> sqlite3.Connection:
    """Return a store of nothing but countries of these *names*."""
    store = sqlite3.connect(":memory:")
    store.execute("CREATE TABLE name (folded, kind, target, name, method)")
    store.execute("CREATE TABLE spelling (kind, length, names, signs)")
    rows = [(name, "country", f"c-{name}", name, "exact") for name in names]
    store.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", rows)
    lines = spelling_rows(("country", len(name), name) for name in names)
    store.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?)", lines)
    return store


def test_of_too_many_that_are_alike_none_is_near() -> None:
    """Where not all can be compared, no name is taken for a slip of another."""
    letters = permutations("bcdfghjkl")
    many = sorted("".join(name) for name in islice(letters, MOST_COMPARED - 1))
    asked = f"{many[0][:-2]}{many[0][-1]}{many[0][-2]}"
    few = {near.folded for _, near in distances(filled(many), asked, ("country",), 1)}
    assert many[0] in few
    assert not list(distances(filled([*many, "blkjhgfdc"]), asked, ("country",), 1))


def test_of_a_row_without_end_the_first_names_are_shown() -> None:
    """However many names of a row hold a word, few are looked up."""
    store = filled(["one land"] * (MOST_COMPARED + 1))
    assert holding(store, "land", ("country",), 8) == [("country", "c-one land")]
