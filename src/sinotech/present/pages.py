"""The pages that answers are shown as: one function for each shape of answer."""

from sinotech.dates import spell
from sinotech.present import sections
from sinotech.present.page import Entry, Page
from sinotech.present.sections import dated, party, titled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech.present.answer import Answer

    Row = dict[str, Any]

_HELD = (
    "groups",
    "programs",
    "children",
    "figures",
    "events",
    "statements",
    "people",
    "organizations",
    "conflicts",
)
_SINGULAR = {"children": "part", "people": "person"}
_PLURAL = {"person": "people", "country": "countries"}


def page_of(answer: "Answer") -> Page:
    """Return the page of *answer*; one that found nothing has an empty page."""
    page = Page(answer)
    shape = answer.shape.partition("@")[0]
    if answer.found:
        _PAGES[shape](page, answer.data)
    sections.add_conflicts(page, answer.conflicts)
    return page


def _country(page: Page, data: "Row") -> None:
    country = data["country"]
    page.title = f"{country['name']} ({country['iso2']})"
    _head(page, country, data)
    sections.add_groups(page, data["groups"], country["id"])
    sections.add_profile(page, data)


def _program(page: Page, data: "Row") -> None:
    _program_head(page, data["program"])
    _head(page, data["program"], data)
    sections.add_status(page, data["program"]["status"])
    sections.add_participants(page, data["participants"])
    sections.add_programs(page, data["children"], "Parts of it")
    sections.add_profile(page, data)


def _program_head(page: Page, program: "Row") -> None:
    page.title = titled(program)
    line = program["type"].replace("_", " ").capitalize()
    if program["parent"]:
        line += f" under {program['parent']['name']}"
    if program["place"]:
        line += f"; at {program['place']}"
    summary = program["summary"] or "Named"
    page.lines += [line, f"{summary} {page.marks.of(program)}"]


def _person(page: Page, data: "Row") -> None:
    person = data["person"]
    page.title = person["name"]
    of = [party(one) for one in (person["organization"], person["country"]) if one]
    role = person["role"] or "Named"
    page.lines.append(f"{role} {page.marks.of(person)}")
    if of:
        page.lines.append(f"Of: {'; '.join(of)}")
    _head(page, person, data)
    sections.add_profile(page, data)


def _organization(page: Page, data: "Row") -> None:
    body = data["organization"]
    page.title = titled(body)
    line = body["type"].capitalize()
    line += f" in {party(body['country'])}" if body["country"] else ""
    line += f", part of {body['parent']['name']}" if body["parent"] else ""
    page.lines.append(f"{line} {page.marks.of(body)}")
    page.lines += [body["summary"]] if body["summary"] else []
    _head(page, body, data)
    sections.add_profile(page, data)


def _group(page: Page, data: "Row") -> None:
    group = data["group"]
    page.title = group["name"]
    page.lines.append(f"{group['type'].capitalize()} {page.marks.of(group)}".strip())
    _head(page, group, data)
    sections.add_members(page, group["members"])
    sections.add_profile(page, data)


def _search(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "records")
    rows = [
        (one["kind"], one["id"], one["snippet"], page.marks.of(one)) for one in data
    ]
    page.add("", ("Kind", "Id", "What", "Source"), rows)


def _related(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "related records")
    rows = [
        (one["kind"], _line_of(one), "; ".join(one["shares"]), page.marks.of(one))
        for one in data
    ]
    page.add("", ("Kind", "What", "Shares", "Source"), rows)


def _timeline(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "events")
    rows = [
        (_within(one), *sections.event_cells(one), page.marks.of(one)) for one in data
    ]
    page.add("", ("Within", "Date", "What", "Where", "Source"), rows)


def _within(event: "Row") -> str:
    """Return the days that an event may be of, if they are more than one."""
    if event["earliest"] == event["latest"]:
        return str(event["earliest"])
    return f"{event['earliest']} … {event['latest']}"


def _conflicts(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "conflicts")
    sections.add_conflicts(page, data)


def _series(page: Page, data: "Row") -> None:
    measure = data["measure"]
    page.title = measure["label"]
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


def _compare(page: Page, data: "Row") -> None:
    items = data["items"]
    names = [titled(item["record"]) for item in items]
    page.title = " · ".join(names)
    counts = [
        (name, *(str(len(item[name])) for item in items))
        for name in _HELD
        if any(item.get(name) for item in items)
    ]
    page.add("Held", ("", *names), counts)
    for section in ("groups", "programs"):
        page.add(
            section.capitalize(), ("", *names, "Source"), _beside(page, data, section)
        )
    for item, name in zip(items, names, strict=True):
        sections.add_figures(page, item["figures"], f"Figures: {name}")
    for section in ("events", "statements"):
        shared = set(data["common"][section])
        records = [one for one in items[0][section] if one["id"] in shared]
        rows = [(_line_of(one), page.marks.of(one)) for one in records]
        page.add(f"{section.capitalize()} in common", ("What", "Source"), rows)


def _beside(page: Page, data: "Row", section: str) -> "list[tuple[str, ...]]":
    """Return a row for each record of *section*: its role in each of the items."""
    records = {one["id"]: one for item in data["items"] for one in item[section]}
    held = [{one["id"]: one for one in item[section]} for item in data["items"]]
    order = sorted(records, key=lambda id_: -sum(id_ in one for one in held))
    return [
        (
            titled(records[id_]),
            *(str(one[id_].get("role") or "yes") if id_ in one else "" for one in held),
            page.marks.of(records[id_]),
        )
        for id_ in order
    ]


def _list(page: Page, data: "list[Row]") -> None:
    """List people, organizations, groups or measures: id, name, what, how much."""
    kind = data[0]["kind"]
    page.title = _kinds({kind: len(data)})
    rows = [
        (
            one["id"],
            one.get("label") or titled(one),
            one.get("role") or one.get("type") or one.get("unit") or "",
            _kinds(one["held"]),
        )
        for one in data
    ]
    page.add("", ("Id", "Name", "What", "Held"), rows)
    page.sources = []


def _head(page: Page, record: "Row", data: "Row") -> None:
    """Add the lines that every profile begins with: names, what is held, notes."""
    if record["aliases"]:
        page.lines.append(f"Also: {'; '.join(record['aliases'])}")
    held = [_count(len(data[name]), name) for name in _HELD if data.get(name)]
    page.lines += [f"Held: {', '.join(held)}"] if held else []
    page.lines += [f"Note: {note}" for note in data["notes"]]


def _count(number: int, section: str) -> str:
    """Return *number* and the noun for it, from the plural that names a section."""
    one = _SINGULAR.get(section, section.removesuffix("s"))
    many = {"children": "parts"}.get(section, section)
    return f"{number} {one if number == 1 else many}"


def _kinds(held: dict[str, int]) -> str:
    """Return counts by kind of record in words."""
    return ", ".join(
        f"{number} {kind if number == 1 else _PLURAL.get(kind, f'{kind}s')}"
        for kind, number in held.items()
    )


def _figures(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "figures")
    sections.add_figures(page, data, "")


def _sources(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "sources")
    page.sources = [
        Entry(f"{one['id']}:", one, [f"{one['type']}; cited {one['cited']} times"])
        for one in data
    ]


def _countries(page: Page, data: "list[Row]") -> None:
    page.title = f"{len(data)} {'country' if len(data) == 1 else 'countries'}"
    rows = [(one["iso2"], one["name"], _kinds(one["held"])) for one in data]
    page.add("", ("Code", "Name", "Held"), rows)


def _programs(page: Page, data: "list[Row]") -> None:
    page.title = _count(len(data), "programs")
    rows = [
        (one["id"], titled(one), one["type"].replace("_", " "), _kinds(one["held"]))
        for one in data
    ]
    page.add("", ("Id", "Name", "Kind", "Held"), rows)
    page.sources = []


def _cite(page: Page, data: "Row") -> None:
    page.title = f"“{data['claim']}”"
    page.lines.append("Records that bear on it. They are no verdict: read them.")
    kinds: dict[str, list[Row]] = {}
    for record in data["records"]:
        kinds.setdefault(record["kind"], []).append(record)
    sections.add_figures(page, kinds.get("figure", []))
    sections.add_events(page, kinds.get("event", []))
    sections.add_statements(page, kinds.get("statement", []))
    sections.add_programs(page, kinds.get("program", []), "Programs")
    sections.add_conflicts(page, kinds.get("conflict", []))


def _record(page: Page, data: "Row") -> None:
    _RECORDS.get(data["kind"], _any_record)(page, data)
    page.lines += [f"Note: {note}" for note in data["notes"]]


def _any_record(page: Page, data: "Row") -> None:
    """Show the plain fields of a record, under its id."""
    page.title = f"{data['kind'].capitalize()} {data['id']}"
    page.add("", ("Field", "Value"), [*_plain_fields(data), *_written_in(page, data)])


def _plain_fields(data: "Row") -> "list[tuple[str, str]]":
    return [
        (name.replace("_", " "), _words(name, value))
        for name, value in data.items()
        if value not in (None, [], {}, "") and name not in _ELSEWHERE
    ]


_ELSEWHERE = frozenset(
    """id kind citations notes conflicts cited_for measure_record status participants
    members sides reference""".split()
)
"""Fields that a page shows in another place than the table of plain fields."""


def _words(name: str, value: object) -> str:
    if name in {"as_of", "date", "published"}:
        return spell(str(value))
    if isinstance(value, dict):
        told = (f"{key}: {one}" for key, one in value.items())
        return party(value) if "name" in value else "; ".join(told)
    if isinstance(value, list):
        return "; ".join(_words(name, one) for one in value)
    return str(value).replace("_", " ") if name in {"hedge", "type"} else str(value)


def _written_in(page: Page, data: "Row") -> "list[tuple[str, str]]":
    return [("written in", page.marks.of(data))] if data["citations"] else []


def _figure_record(page: Page, data: "Row") -> None:
    measure = data["measure_record"]
    page.title = f"{data['as_written']}: {data['label']}"
    page.lines.append(
        f"As of {dated(data) or 'a date not known'} {page.marks.of(data)}"
    )
    _any_fields(page, data, skip=("as_written", "label", "as_of", "as_of_basis"))
    rows = [("definition", measure["definition"])]
    rows += [("not to be read as", line) for line in measure["misreadings"]]
    page.add("What it counts", ("Field", "Value"), rows)


def _any_fields(page: Page, data: "Row", skip: tuple[str, ...]) -> None:
    fields = {name: value for name, value in data.items() if name not in skip}
    page.add("", ("Field", "Value"), _plain_fields(fields))


def _source_record(page: Page, data: "Row") -> None:
    page.title = data["short"]
    page.lines.append(data["reference"])
    _any_fields(page, data, skip=("short",))
    rows = [(one["kind"], one["id"], _line_of(one)) for one in data["cited_for"]]
    page.add("Cited for", ("Kind", "Id", "What"), rows)
    page.sources = []


def _line_of(record: "Row") -> str:
    """Return the line that stands for a record of any kind."""
    if record["kind"] == "figure":
        return f"{record['as_written']}: {record['label']}"
    keys = ("what", "text", "title", "label", "name", "short")
    return str(next(record[key] for key in keys if record.get(key)))


def _program_record(page: Page, data: "Row") -> None:
    _program_head(page, data)
    sections.add_status(page, data["status"])
    sections.add_participants(page, data["participants"])
    page.lines.append(f"sinotech program {data['id']} shows all that is held on it.")


def _group_record(page: Page, data: "Row") -> None:
    _any_record(page, data)
    sections.add_members(page, data["members"])


def _conflict_record(page: Page, data: "Row") -> None:
    page.title = f"Conflict {data['id']}"
    sections.add_conflicts(page, [data])


_RECORDS: "dict[str, Callable[[Page, Row], None]]" = {
    "figure": _figure_record,
    "source": _source_record,
    "program": _program_record,
    "group": _group_record,
    "conflict": _conflict_record,
}


def _findings(page: Page, data: "list[Row]") -> None:
    rows = [
        (f"{one['file']}:{one['line']}: {one['code']} {one['message']}",)
        for one in data
    ]
    page.add("", ("Finding",), rows)


def _fields(page: Page, data: "list[Row]") -> None:
    page.title = "Fields"
    rows = [(one["field"], one["meaning"]) for one in data]
    page.add("", ("Field", "Meaning"), rows)


def _coverage(page: Page, data: "Row") -> None:
    """Show counts as one line for each thing counted by, or what is not recorded."""
    page.title = "What is held"
    if "untouched" in data:
        page.title = f"Not recorded: {_count(len(data['untouched']), 'places')}"
        places = [
            (f"{one['source']}, {one['paragraph']}", one["text"], one["context"])
            for one in data["untouched"]
        ]
        page.add("", ("Place", "Not recorded", "Context"), places)
        return
    for by in ("kind", "source", "country", "program", "year"):
        held: dict[str, dict[str, int]] = {}
        for one in data["counts"]:
            if one["by"] == by:
                held.setdefault(one["of"], {})[one["kind"]] = one["records"]
        rows = [
            (of.upper() if by == "country" else of, _kinds(counts))
            for of, counts in held.items()
        ]
        page.add(f"By {by}", (by.capitalize(), "Held"), rows)


def _build(page: Page, data: "Row") -> None:
    page.title = f"Made {data['database']}"
    page.lines.append(f"Records: {_kinds(data['records'])}")
    page.lines.append(f"sha256 of the records: {data['sha256']}")


_PAGES: "dict[str, Callable[[Page, Any], None]]" = {
    "country": _country,
    "program": _program,
    "figures": _figures,
    "figure": _record,
    "source": _record,
    "show": _record,
    "sources": _sources,
    "countries": _countries,
    "programs": _programs,
    "person": _person,
    "organization": _organization,
    "group": _group,
    "people": _list,
    "organizations": _list,
    "groups": _list,
    "measures": _list,
    "search": _search,
    "related": _related,
    "timeline": _timeline,
    "conflicts": _conflicts,
    "series": _series,
    "compare": _compare,
    "cite": _cite,
    "lint": _findings,
    "verify": _findings,
    "fields": _fields,
    "build": _build,
    "coverage": _coverage,
}
