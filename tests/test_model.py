"""The model: every field is declared once, and documented."""

from dataclasses import fields

import pytest

from sinotech.fieldspec import FieldSpec, Use
from sinotech.kinds import KINDS, title_field
from sinotech.model import (
    SECTIONS,
    Figure,
    Measure,
    Part,
    Record,
    field_specs,
    kind_of,
    used,
)
from sinotech.prose.features import STATED
from sinotech.prose.reader import READ, SHARED
from sinotech.query.evidence import EVIDENCE_KINDS
from sinotech.schema.columns import FIELDS


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_says_what_it_means(section: str) -> None:
    """Each field that may be written has a meaning in words."""
    assert all(form.meaning for form in field_specs(SECTIONS[section]).values())


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_can_be_written(section: str) -> None:
    """No field of a record is without a form, but what the loader itself fills in."""
    kind = SECTIONS[section]
    own = {"line", "lines", "file"}
    assert {f.name for f in fields(kind)} - set(field_specs(kind)) == own


def declared() -> list[tuple[str, FieldSpec]]:
    """Return every field that may be written, also in parts, with its path."""
    found: dict[str, FieldSpec] = {}
    waiting: list[tuple[str, type[Part]]] = [*SECTIONS.items()]
    while waiting:
        path, part = waiting.pop()
        for name, form in field_specs(part).items():
            found[f"{path}.{name}"] = form
            if form.of == "part":
                waiting.append((f"{path}.{name}", form.to))
    return sorted(found.items())


@pytest.mark.parametrize(("path", "form"), declared(), ids=lambda one: str(one)[:60])
def test_no_text_is_undecided(path: str, form: FieldSpec) -> None:
    """Each is in our words or may repeat a source's; nothing but a text is either."""
    is_prose, is_named = Use.PROSE in form.uses, Use.NAMED in form.uses
    assert (is_prose != is_named) == (form.of == "text"), path
    assert not (is_prose and is_named)
    if form.uses & (Use.SENTENCE | Use.SUBJECT | Use.SEARCHED | Use.STATED):
        assert form.of == "text"


def uses_of(use: Use, kinds: tuple[str, ...]) -> set[str]:
    """Return the fields that have a *use* in any of the *kinds* of record."""
    classes = {kind_of(one): one for one in SECTIONS.values()}
    return {name for kind in kinds for name in used(classes[kind], use)}


def test_claims_are_compared_with_what_is_declared() -> None:
    """What look-ups read, which load no model, is what the model says."""
    kinds = (*EVIDENCE_KINDS, "measure")
    assert uses_of(Use.STATED, kinds) == set(STATED)
    assert uses_of(Use.READ, kinds) == set(READ)
    texts = {name for name, form in field_specs(Measure).items() if form.of == "text"}
    assert (texts & set(field_specs(Figure))) - set(field_specs(Record)) == set(SHARED)


def test_a_part_knows_the_lines_of_its_fields() -> None:
    """A field that was not written stands where its part does."""
    part = Part(line=7, lines={"a": 9})
    assert (part.line_of("a"), part.line_of("b")) == (9, 7)


def test_look_ups_know_the_kinds() -> None:
    """Kinds, their plurals and titles are those that the model declares, in order."""
    assert {kind_of(cls): section for section, cls in SECTIONS.items()} == KINDS
    for cls in SECTIONS.values():
        assert title_field(kind_of(cls)) in field_specs(cls)


def test_every_kind_has_columns() -> None:
    """Records of every kind can be printed as CSV."""
    kinds = {section.__name__.lower() for section in SECTIONS.values()}
    assert kinds <= set(FIELDS)
