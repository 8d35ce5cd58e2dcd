"""When two spellings are the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinotech.naming import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brazil", "BRAZIL"),
        ("São Tomé", "Sao Tome"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("sci-tech", "sci–tech"),
        ("sci-tech", "Sci Tech"),
        ("R&D", "R and D"),
        ("U.S.", "u s"),
        ("ＢＲＩＣＳ", "BRICS"),
        ("José", "Jose\u0301"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("  Belt   and\tRoad ", "belt and road"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, accents, width, punctuation and spaces do not tell names apart."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Niger", "Nigeria"), ("Austria", "Australia"), ("BR", "BRI"), ("中国", "中巴")],
)
def test_different_names_fold_apart(one: str, other: str) -> None:
    """Names that differ in letters stay different."""
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    """What is folded is its own fold, so that stored and asked forms meet."""
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_folded_text_has_no_wildcards(name: str) -> None:
    """No sign that SQL or FTS would read survives."""
    assert not set(fold(name)) & set("%_\"'*^:-+()")
