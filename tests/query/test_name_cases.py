"""Names as people type them, against the record set itself.

The cases of ``tests/data/names.yaml`` were written by somebody who had not seen the
resolver. ``want`` is an id, ``ambiguous`` (candidates are listed and none is chosen) or
``none`` (nothing is chosen; what is near may be offered).
"""

import sqlite3
from typing import Any

import pytest
from paths import DATA
from yaml_data import read_yaml

from sinotech.query.names import resolve

CASES: list[dict[str, Any]] = read_yaml(DATA / "names.yaml")


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case['kind']} {case['asked'][:40]}"
)
def test_a_name_is_read_as_a_careful_editor_would(
    real: sqlite3.Connection, case: dict[str, Any]
) -> None:
    """A name is read as wanted, and not silently as something else."""
    resolution = resolve(real, case["asked"], (case["kind"],))
    chosen = resolution.id or ("ambiguous" if resolution.candidates else "none")
    assert chosen in {"none": {"none", "ambiguous"}}.get(case["want"], {case["want"]})


def test_there_are_cases_enough() -> None:
    """The table is large, and of every kind of thing that has a name."""
    assert len(CASES) >= 400
    kinds = {case["kind"] for case in CASES}
    assert kinds == {"country", "program", "group", "organization", "person"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("ROC", "Republic of the Congo, for which the sources use it"),
        ("Georgia", "not the U.S. state"),
        ("Guinea", "not Equatorial Guinea"),
        ("Sudan", "not South Sudan"),
        ("Niger", "another country than Nigeria"),
        ("Dominica", "another country than the Dominican Republic"),
        ("England", "is read as the United Kingdom"),
        ("Taiwan", "read as itself"),
        ("Hong Kong", "read as itself"),
        ("Macau", "read as itself"),
        ("臺灣", "Taiwan is read as itself"),
        ("香港", "Hong Kong is read as itself"),
        ("Kosovo", "read as itself"),
        ("Palestine", "read as itself"),
        ("DRC", "not the Republic of the Congo"),
    ],
)
def test_delicate_names_are_told(
    real: sqlite3.Connection, asked: str, words: str
) -> None:
    """A name that may be taken for another is read with a notice that says so."""
    resolution = resolve(real, asked, ("country",))
    assert resolution.id is not None
    assert words in str(resolution.notice)
