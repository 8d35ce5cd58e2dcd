"""Pages of what was chosen: some fields, or one section of a profile."""

from sinotech.answers.rows import chosen, flat, row_kind, rows
from sinotech.kinds import line_of
from sinotech.present import sections
from sinotech.present.page import Page
from sinotech.schema.columns import value_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech import documents as doc
    from sinotech.answers.answer import Answer

    Row = dict[str, Any]


def page_of_rows(answer: "Answer", fields: str | None, section: str | None) -> Page:
    """Return the page of the *fields* of *answer*, or of a *section* of it as it is.

    Every row still ends in the marks of the places where it is written, and the
    conflicts about what is printed are printed too.
    """
    page = Page(answer)
    kind = row_kind(answer, section)
    paths = chosen(answer, fields, section)
    found = rows(answer, section)
    if fields:
        cells = [
            (*(flat(value_at(row, path)) for path in paths), _marks(page, row))
            for row in found
        ]
        page.add("", (*paths, "Source"), cells)
    elif found:
        page.title = line_of(answer.data[answer.shape.partition("@")[0]])
        _ADD[kind](page, found, str(section).capitalize())
    sections.add_conflicts(page, _conflicts(answer, found))
    return page


def _conflicts(answer: "Answer", found: "list[Row]") -> "list[doc.Conflict]":
    """Return the conflicts about any of the records *found* that are not among them."""
    profile = isinstance(answer.data, dict) and "kind" not in answer.data
    own = answer.data.get("conflicts", ()) if profile else ()
    known = {one["id"]: one for one in (*answer.conflicts, *own)}
    about = {id_ for one in found for id_ in one.get("conflicts", ())}
    shown = {one.get("id") for one in found}
    return [one for id_, one in known.items() if id_ in about - shown]


def _marks(page: Page, row: "Row") -> str:
    return page.marks.of(row) if "citations" in row else ""


def _groups(page: Page, found: "list[Row]", heading: str) -> None:
    rows_of_groups = [(one["id"], one["name"], _marks(page, one)) for one in found]
    page.add(heading, ("Id", "Name", "Source"), rows_of_groups)


_ADD: "dict[str, Callable[[Page, Any, str], None]]" = {
    "group": _groups,
    "program": sections.add_programs,
    "figure": sections.add_figures,
    "event": lambda page, found, _: sections.add_events(page, found),
    "statement": lambda page, found, _: sections.add_statements(page, found),
    "organization": lambda page, found, _: sections.add_organizations(page, found),
    "person": lambda page, found, _: sections.add_people(page, found),
    "conflict": lambda page, found, _: sections.add_conflicts(page, found),
    "participant": lambda page, found, _: sections.add_participants(page, found),
    "step": lambda page, found, _: sections.add_status(page, found),
    "member": lambda page, found, _: sections.add_members(page, found),
}
"""How the rows of a section are set, by their kind."""
