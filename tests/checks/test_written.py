"""Numbers of records, and the phrases that say them."""

from decimal import Decimal
from pathlib import Path

import pytest

from sinotech.checks.written import all_written
from sinotech.compile.database import check

RECORD = """records: {{name: one, version: 1, format: 1}}
sources:
- {{id: src, type: news, short: A source, published: 2024-01}}
measures:
- {{id: m-x, label: things, definition: Things., unit: things, counting: total}}
figures:
- id: fig-x
  measure: m-x
  value: {value}
  hedge: exact
  as_written: "{text}"
  cites:
  - {{source: src, find: "{text}"}}
"""
RIGHT = [
    ("2500", "two thousand five hundred labs"),
    ("119", "one hundred and nineteen pacts"),
    ("2500000", "two and a half million"),
    ("18", "a dozen and a half"),
    ("21", "the twenty-first forum"),
    ("16000", "16.000 personas"),
    ("16000", "16 000 people"),
    ("119000", "1,19,000 people"),
    ("1234567.89", "1.234.567,89 tons"),
    ("16000", "1.6万余名"),
    ("119", "一百一十九项"),
    ("119", "ciento diecinueve acuerdos"),
    ("2500", "dois mil e quinhentos projetos"),
    ("99", "quatre-vingt-dix-neuf pays"),
    ("2.5", "2,5 por ciento"),
    ("25", "a quarter of them"),
    ("66.7", "two thirds of them"),
    ("500", "500kg of it"),
    ("3.5", "3½ percent"),
    ("3.5", "3 1/2 percent"),
    ("0.119", ".119 tons"),
    ("-5", "−5 percent"),
    ("1190000", "119万"),
]
WRONG = [
    ("200500", "two thousand five hundred labs"),
    ("116", "119 pacts"),
    ("19", "one hundred and nineteen pacts"),
    ("160", "16.000 personas"),
    ("119", "119万"),
    ("119", "-119 pacts"),
    ("119", "−119 pacts"),
    ("119", ".119 pacts"),
    ("2", "3 1/2 percent"),
    ("3", "3½ percent"),
]


def codes(folder: Path, value: str, text: str) -> set[str]:
    """Return the codes of what is wrong with a number and its phrase."""
    path = folder / "one.yaml"
    path.write_text(RECORD.format(value=value, text=text), encoding="utf-8")
    return {one.code for one in check([path]).findings} & {"E203", "E302"}


@pytest.mark.parametrize(("value", "text"), RIGHT)
def test_a_right_record_is_not_refused(tmp_path: Path, value: str, text: str) -> None:
    """However its number is written, in words or digits, lint reads it."""
    assert codes(tmp_path, value, text) == set()


@pytest.mark.parametrize(("value", "text"), WRONG)
def test_another_number_is_refused(tmp_path: Path, value: str, text: str) -> None:
    """Neither is a part of a number the number, nor another one."""
    assert codes(tmp_path, value, text) == {"E203", "E302"}


@pytest.mark.parametrize("text", ["<119 pacts", "≥ 119 pacts", "~119 pacts"])
def test_what_is_compared_is_not_exact(tmp_path: Path, text: str) -> None:
    """A sign says how exactly a number is meant, as a word does."""
    assert codes(tmp_path, "119", text) == {"E302"}


def test_every_number_must_be_written() -> None:
    """Both ends of a range are looked for in one language."""
    both = [Decimal(10), Decimal(15)]
    assert all_written(both, "10-15 labs")
    assert not all_written(both, "10 or 16 labs")
