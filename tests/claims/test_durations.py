"""Days that a sentence gives by how long after, or before, another of its days."""

import pytest

from sinotech.claims.durations import read_durations
from sinotech.claims.session import Session

ROWS = [
    ("Announced in August 2023, it opened four months later.", "2023-12"),
    ("Opened in December 2023, it was announced four months earlier.", "2023-08"),
    ("It was announced in November 2024 and opened 3 months later.", "2025-02"),
    ("Founded in May 2020, it was renewed five years later.", "2025-05"),
    ("Announced in 2023, it opened four months later.", ""),
    ("It was planned in May 2023 and June 2023 and opened a month later.", ""),
    ("Announced in August 2023, it opened over four months later.", ""),
]
"""Sentences, and the month that is read; nothing where none follows."""


@pytest.mark.parametrize(("text", "month"), ROWS, ids=[row[0] for row in ROWS])
def test_the_month_that_is_meant_is_read(
    session: Session, text: str, month: str
) -> None:
    """It is counted from the one other month of the sentence."""
    sentence = session.read(text)
    given = list(sentence.times)
    read_durations(sentence, given)
    added = [time for time in sentence.times if time not in given]
    assert [time.earliest[:7] for time in added] == [month] * bool(month)
