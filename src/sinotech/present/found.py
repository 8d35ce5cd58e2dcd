"""The pages of what was searched, ordered or set side by side."""

from sinotech.kinds import count, line_of
from sinotech.present import sections
from sinotech.present.profiles import HELD
from sinotech.present.sections import dated, party, titled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sinotech import documents as doc
    from sinotech.present.page import Page

    Row = Mapping[str, Any]


def search(page: "Page", data: "list[doc.Record]") -> None:
    """Show what was found, with the words that matched marked."""
    page.entitle("records", data)
    rows = [
        (one["kind"], one["id"], one["snippet"], page.marks.of(one)) for one in data
    ]
    page.add("", ("Kind", "Id", "What", "Source"), rows)


def related(page: "Page", data: "list[doc.Record]") -> None:
    """Show what is related, and by what."""
    page.title = count(len(data), "related records")
    rows = [
        (one["kind"], line_of(one), "; ".join(one["shares"]), page.marks.of(one))
        for one in data
    ]
    page.add("", ("Kind", "What", "Shares", "Source"), rows)


def timeline(page: "Page", data: "list[doc.Event]") -> None:
    """Show events in order, each with the days it may be of."""
    page.entitle("events", data)
    rows = [
        (_within(one), *sections.event_cells(one), page.marks.of(one)) for one in data
    ]
    page.add("", ("Within", "Date", "What", "Where", "Source"), rows)


def _within(event: "doc.Event") -> str:
    """Return the days that an event may be of, if they are more than one."""
    if event["earliest"] == event["latest"]:
        return str(event["earliest"])
    return f"{event['earliest']} … {event['latest']}"


def series(page: "Page", data: "doc.MeasureSeries") -> None:
    """Show a measure over time, one table for each thing counted."""
    measure = data["measure"]
    page.title = measure["label"]
    if part := page.part("figures"):
        page.lines.append(f"Figures: {part}")
    page.lines.append(measure["definition"])
    page.lines += [f"Not to be read as: {line}" for line in measure["misreadings"]]
    for one in data["series"]:
        scope = f"; {one['scope']}" if one["scope"] else ""
        heading = f"{one['label']} ({one['unit']}{scope})"
        rows = [
            (
                dated(figure),
                figure["as_written"],
                figure["hedge"].replace("_", " "),
                party(figure["speaker"]) if figure["speaker"] else "",
                sections.asides(figure).strip(),
                page.marks.of(figure),
            )
            for figure in one["figures"]
        ]
        columns = ("As of", "Figure", "Hedge", "According to", "Mind", "Source")
        page.add(heading, columns, rows)


def compare(page: "Page", data: "doc.Comparison") -> None:
    """Show several things side by side: counts, roles, figures, what is common."""
    items = data["items"]
    names = [titled(item["record"]) for item in items]
    page.title = " · ".join(names)
    counts = [
        (name, *(f"{_total(page, item, name):,}" for item in items))
        for name in HELD
        if any(item.get(name) for item in items)
    ]
    page.add("Held", ("", *names), counts)
    for section in ("groups", "programs"):
        page.add(
            section.capitalize(), ("", *names, "Source"), _beside(page, data, section)
        )
    for item, name in zip(items, names, strict=True):
        own = f"{item['record']['id']}.figures"
        sections.add_figures(page, item["figures"], f"Figures: {name}", own)
    for section in ("events", "statements"):
        records = {one["id"]: one for item in items for one in _section(item, section)}
        shared = [records[id_] for id_ in data["common"][section]]
        rows = [(line_of(one), page.marks.of(one)) for one in shared]
        page.add(f"{section.capitalize()} in common", ("What", "Source"), rows)


def _section(item: "Row", section: str) -> "list[Row]":
    """Return the records of a *section* of a thing compared."""
    return list(item[section])


def _beside(page: "Page", data: "Row", section: str) -> "list[tuple[str, ...]]":
    """Return a row for each record of *section*: its role in each of the items."""
    records = {one["id"]: one for item in data["items"] for one in item[section]}
    held = [{one["id"]: one for one in item[section]} for item in data["items"]]
    unsaid = [_unsaid(page, item, section) for item in data["items"]]
    order = sorted(records, key=lambda id_: -sum(id_ in one for one in held))
    return [
        (
            titled(records[id_]),
            *(
                str(one[id_].get("role") or "yes") if id_ in one else blank
                for one, blank in zip(held, unsaid, strict=True)
            ),
            page.marks.of(records[id_]),
        )
        for id_ in order
    ]


def _unsaid(page: "Page", item: "Row", section: str) -> str:
    """Return what stands for a role that is not shown: there may be one elsewhere."""
    return "not on this page" if page.left(_names(item, section)) else ""


def _total(page: "Page", item: "Row", section: str) -> int:
    """Return how much of a *section* of a thing compared is held, shown or not."""
    names = _names(item, section)
    if len(names) == 1:
        return page.total(names[0], item[section])
    return len(item[section]) + page.left(names)


def _names(item: "Row", section: str) -> list[str]:
    """Return the names of the pages of a *section* of a thing compared."""
    return [
        f"{item['record']['id']}.{name}" for name in _PAGES.get(section, (section,))
    ]


_PAGES = {
    "programs": ("programs", "children"),
    "statements": ("facts", "plans", "opinions"),
}
"""The pages that some sections of a comparison are made of."""
