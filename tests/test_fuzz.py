"""Whatever comes: an answer or a clear error, in time, and nothing a terminal obeys."""

from pathlib import Path

import pytest
from examples import times
from fuzzing import (
    BATCHES,
    DRAFTS,
    ON_DATABASES,
    ON_RECORDS,
    Ended,
    arguments,
    damaged,
    damages,
    fault_of,
    fault_of_arguments,
    fault_of_batch,
    fault_of_database,
    fault_of_draft,
    fault_of_records,
    record_sets,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

some = settings(
    max_examples=times(0.6),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@some
@given(arguments())
def test_any_command_line_is_answered(mini_db: Path, argv: list[str]) -> None:
    """With an answer, or with what is wrong with it."""
    assert not fault_of_arguments(argv, mini_db)


@some
@given(BATCHES)
def test_any_lines_are_answered(mini_db: Path, asked: tuple[str, bytes]) -> None:
    """Each by itself."""
    assert not fault_of_batch(*asked, mini_db)


@some
@given(DRAFTS)
def test_any_draft_is_checked(
    mini_db: Path, tmp_path: Path, drawn: tuple[str, str, str]
) -> None:
    """Or refused, with what is wrong with it."""
    assert not fault_of_draft(*drawn, mini_db, tmp_path)


@some
@given(record_sets(), st.sampled_from(ON_RECORDS))
def test_any_record_set_is_read_or_refused(
    tmp_path: Path, content: bytes, asked: list[str]
) -> None:
    """With the file and the line."""
    assert not fault_of_records(content, asked, tmp_path)


@some
@given(st.data(), st.sampled_from(ON_DATABASES))
def test_any_database_is_read_or_refused(
    mini_db: Path, tmp_path: Path, data: st.DataObject, asked: list[str]
) -> None:
    """However its bytes are damaged."""
    whole = mini_db.read_bytes()
    content = damaged(whole, data.draw(damages(len(whole))))
    assert not fault_of_database(content, asked, tmp_path)


FAULTS = [
    (Ended(None, "", "", "KeyError: 'x'"), "raised"),
    (Ended(7, "", "x"), "ended with 7"),
    (Ended(1, "", "Traceback (most recent call last):"), "traceback"),
    (Ended(0, "\x1b[31m", ""), "obeys"),
    (Ended(4, "", "the database is damaged"), "damaged"),
    (Ended(1, "", ""), "said nothing"),
    (Ended(0, "{", ""), "JSON"),
]


@pytest.mark.parametrize(("end", "told"), FAULTS, ids=[row[1] for row in FAULTS])
def test_each_kind_of_fault_is_seen(end: Ended, told: str) -> None:
    """So that a run without one says something."""
    assert told in fault_of(["country", "--json"], end)
