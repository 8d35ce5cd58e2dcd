"""What a typed name means."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.naming import edits
from sinotech.query.names import resolve

COUNTRY = ("country",)
PROGRAM = ("program",)

READ = [
    # asked, kinds, id, method
    ("br", COUNTRY, "br", "id"),
    ("BR", COUNTRY, "br", "code"),
    ("bra", COUNTRY, "br", "code"),
    ("076", COUNTRY, "br", "code"),
    ("Brazil", COUNTRY, "br", "exact"),
    ("Brasil", COUNTRY, "br", "alias"),
    ("brazil", COUNTRY, "br", "folded"),
    ("  BRAZIL ", COUNTRY, "br", "folded"),
    ("brésil", COUNTRY, "br", "folded"),
    ("巴西", COUNTRY, "br", "alias"),
    ("Brazl", COUNTRY, "br", "typo"),
    ("Barzil", COUNTRY, "br", "typo"),
    ("no", COUNTRY, "no", "id"),
    ("NO", COUNTRY, "no", "code"),
    ("Norway", COUNTRY, "no", "exact"),
    ("ROC", COUNTRY, "cg", "alias"),
    ("Germany", COUNTRY, "de", "exact"),
    ("Deutschland", COUNTRY, "de", "alias"),
    ("Niger", COUNTRY, "ne", "exact"),
    ("Nigeria", COUNTRY, "ng", "exact"),
    ("Austria", COUNTRY, "at", "exact"),
    ("BRICS", PROGRAM, "brics", "exact"),
    ("brics", PROGRAM, "brics", "id"),
    ("BRICS Cooperation Mechanism", PROGRAM, "brics", "folded"),
    ("BRICS Joint Laboratry", PROGRAM, "brics-lab", "typo"),
    ("ONCE", PROGRAM, "once", "exact"),
    ("fig-labs-51", ("figure",), "fig-labs-50", "id"),
    ("José Alencar", ("person",), "jose-alencar", "exact"),
    ("Jose Alencar", ("person",), "jose-alencar", "folded"),
]


@pytest.mark.parametrize(("asked", "kinds", "id_", "method"), READ)
def test_a_name_is_read(
    mini: sqlite3.Connection, asked: str, kinds: tuple[str, ...], id_: str, method: str
) -> None:
    """A name is read by the first step that finds it, and says which."""
    resolution = resolve(mini, asked, kinds)
    assert (resolution.id, resolution.method) == (id_, method)
    spoken = {"alias", "folded", "typo"} if asked.casefold().strip() != "brazil" else {}
    delicate = {"ROC", "Niger", "ONCE", "fig-labs-51", "BRICS Cooperation Mechanism"}
    if asked not in delicate:
        assert (resolution.notice is not None) == (method in spoken)


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("", COUNTRY),
        ("   ", COUNTRY),
        ("Atlantis", COUNTRY),
        ("B", COUNTRY),
        ("BR", PROGRAM),
        ("BRI", PROGRAM),
        ("%", COUNTRY),
        ("*", COUNTRY),
        ("' OR 1=1 --", COUNTRY),
        ("Brazil AND China", COUNTRY),
        ("\x00", COUNTRY),
        ("\ud800", COUNTRY),
        ("\u202eBrazil\u202c Brazil", COUNTRY),
        ("x" * 1_000_000, COUNTRY),
    ],
)
def test_what_is_no_name_is_nothing(
    mini: sqlite3.Connection, asked: str, kinds: tuple[str, ...]
) -> None:
    """What names nothing is nothing: no match and no candidate is made up."""
    resolution = resolve(mini, asked, kinds)
    assert resolution.id is None
    assert resolution.candidates == []


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("Korea", {"kr", "kp"}),
        ("Congo", {"cg", "cd"}),
        ("Guinea", {"gn"}),
        ("Sudan", {"sd"}),
    ],
)
def test_an_ambiguous_name_is_not_chosen(
    mini: sqlite3.Connection, asked: str, ids: set[str]
) -> None:
    """A name that is part of several is listed; one that is a name is that one."""
    resolution = resolve(mini, asked, COUNTRY)
    found = {one["id"] for one in resolution.candidates} or {str(resolution.id)}
    assert ids <= found


def test_strict_forgives_no_slip(mini: sqlite3.Connection) -> None:
    """With strict, a slip is not read as the nearest name, but lists it."""
    resolution = resolve(mini, "Brazl", COUNTRY, strict=True)
    assert resolution.id is None
    assert "br" in [one["id"] for one in resolution.candidates]


@pytest.mark.parametrize(
    ("one", "other", "most", "distance"),
    [
        ("", "", 2, 0),
        ("brazil", "brazil", 2, 0),
        ("brazl", "brazil", 2, 1),
        ("barzil", "brazil", 2, 1),
        ("brazzil", "brazil", 2, 1),
        ("bresil", "brazil", 2, 2),
        ("ca", "abc", 3, 3),
        ("niger", "nigeria", 1, 2),
    ],
)
def test_edits_are_counted(one: str, other: str, most: int, distance: int) -> None:
    """Insertions, deletions, replacements and swaps of neighbours count one each."""
    assert edits(one, other, most) == distance
    assert edits(other, one, most) == distance


@given(st.text(max_size=8), st.text(max_size=8))
def test_edits_are_bounded(one: str, other: str) -> None:
    """Equal texts are no edit apart, and no two are further apart than their length."""
    distance = edits(one, other, 8)
    assert (distance == 0) == (one == other)
    assert distance <= max(len(one), len(other))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_breaks_the_resolver(mini: sqlite3.Connection, asked: str) -> None:
    """Any text is a match, candidates or nothing."""
    resolution = resolve(mini, asked, (*COUNTRY, *PROGRAM))
    assert resolution.id is None or resolution.method
