"""The model: every field is declared once, and documented."""

from dataclasses import fields

import pytest

from sinotech.model import SECTIONS, Part, forms
from sinotech.schema.columns import FIELDS


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_says_what_it_means(section: str) -> None:
    """Each field that may be written has a meaning in words."""
    assert all(form.meaning for form in forms(SECTIONS[section]).values())


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_can_be_written(section: str) -> None:
    """No field of a record is without a form, but what the loader itself fills in."""
    kind = SECTIONS[section]
    own = {"line", "lines", "file"}
    assert {f.name for f in fields(kind)} - set(forms(kind)) == own


def test_a_part_knows_the_lines_of_its_fields() -> None:
    """A field that was not written stands where its part does."""
    part = Part(line=7, lines={"a": 9})
    assert (part.line_of("a"), part.line_of("b")) == (9, 7)


def test_every_kind_has_columns() -> None:
    """Records of every kind can be printed as CSV."""
    kinds = {section.__name__.lower() for section in SECTIONS.values()}
    assert kinds <= set(FIELDS)
