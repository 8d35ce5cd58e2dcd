"""Which records bear on a claim."""

import sqlite3

import pytest

from sinotech.query.bearing import claim_words, find_bearing


def ids(store: sqlite3.Connection, claim: str) -> list[str]:
    """Return the ids of the records that bear on *claim*."""
    return [record["id"] for record, _ in find_bearing(store, claim, 10)[0]]


@pytest.mark.parametrize(
    ("claim", "id_"),
    [
        ("There are 50 joint laboratories of BRICS", "fig-labs-50"),
        ("BRICS has 999 joint laboratories", "fig-labs-50"),
        ("Brazil takes part in the laboratories' work", "st-fact"),
        ("A summit is held in Kazan", "ev-summit"),
    ],
)
def test_a_claim_finds_its_record(
    mini: sqlite3.Connection, claim: str, id_: str
) -> None:
    """A claim in other words, or with another number, finds the record."""
    assert id_ in ids(mini, claim)


@pytest.mark.parametrize(
    "claim",
    [
        "France exports more cheese than Brazil exports coffee",
        "The moon is made of green cheese",
        "50",
        "the of and",
        "",
        "Brazil won the football world cup in 2002",
        '" OR NEAR( *',
        "x" * 100_000,
        "word " * 100_000,
    ],
)
def test_a_claim_about_something_else_finds_nothing(
    mini: sqlite3.Connection, claim: str
) -> None:
    """Sharing a country and a number is not enough to bear on a claim."""
    assert ids(mini, claim) == []


def test_function_words_and_numbers_say_nothing() -> None:
    """Only words that say what a claim is about are looked up, each once."""
    assert claim_words("The 50 labs of the BRICS labs were built") == [
        "labs",
        "brics",
        "built",
    ]
