"""Answers as pages, but profiles and claims: a function for each shape."""

from sinotech.dates import spell
from sinotech.kinds import count, kinds, line_of
from sinotech.present import sections
from sinotech.present.page import Entry, Page
from sinotech.present.sections import dated, party, titled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from sinotech import documents as doc

    Row = Mapping[str, Any]


def conflicts(page: Page, data: "list[doc.Conflict]") -> None:
    """List conflicts, each with its sides."""
    page.entitle("conflicts", data)
    sections.add_conflicts(page, data, "")


def things(page: Page, data: "list[Row]") -> None:
    """List people, organizations, groups or measures: id, name, what, how much."""
    page.entitle({"person": "people"}.get(data[0]["kind"], f"{data[0]['kind']}s"), data)
    rows = [
        (
            one["id"],
            one.get("label") or titled(one),
            one.get("role") or one.get("type") or one.get("unit") or "",
            kinds(one["held"]),
        )
        for one in data
    ]
    page.add("", ("Id", "Name", "What", "Held"), rows)


def figures(page: Page, data: "list[doc.Figure]") -> None:
    """List figures as written."""
    page.entitle("figures", data)
    sections.add_figures(page, data, "", "")


def sources(page: Page, data: "list[doc.Source]") -> None:
    """List sources, each with its reference."""
    page.entitle("sources", data)
    page.entries = [
        Entry(
            f"{one['id']}:",
            one,
            [f"{one['type']}; cited {one['cited']} times"],
            page.marks.style,
        )
        for one in data
    ]


def countries(page: Page, data: "list[doc.Country]") -> None:
    """List countries: code, name, how much is recorded of each."""
    page.entitle("countries", data)
    rows = [(one["iso2"], one["name"], kinds(one["held"])) for one in data]
    page.add("", ("Code", "Name", "Held"), rows)


def programs(page: Page, data: "list[doc.Program]") -> None:
    """List programs: id, name, kind, how much is recorded of each."""
    page.entitle("programs", data)
    rows = [
        (one["id"], titled(one), one["type"].replace("_", " "), kinds(one["held"]))
        for one in data
    ]
    page.add("", ("Id", "Name", "Kind", "Held"), rows)


def record(page: Page, data: "Row") -> None:
    """Show one record of any kind."""
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
    members sides reference aliases_ours styled""".split()
)
"""Fields that a page shows in another place than the table of plain fields."""


def _words(name: str, value: object) -> str:
    if name in {"as_of", "date", "published"}:
        return spell(str(value))
    if isinstance(value, dict):
        told = (f"{key}: {one}" for key, one in value.items())
        if "lang" in value:
            return f"{value['name']} ({value['lang']})"
        return party(value) if "name" in value else "; ".join(told)
    if isinstance(value, list):
        return "; ".join(_words(name, one) for one in value)
    return str(value).replace("_", " ") if name in {"hedge", "type"} else str(value)


def _written_in(page: Page, data: "Row") -> "list[tuple[str, str]]":
    return [("written in", page.marks.of(data))] if data["citations"] else []


def _figure_record(page: Page, data: "doc.Figure") -> None:
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


def _source_record(page: Page, data: "doc.Source") -> None:
    page.title = data["short"]
    if page.marks.style:
        page.marks.of(data)  # puts it into the list at the end, in its style
    else:
        page.lines.append(data["reference"])
    _any_fields(page, data, skip=("short",))
    rows = [(one["kind"], one["id"], line_of(one)) for one in data["cited_for"]]
    page.add("Cited for", ("Kind", "Id", "What"), rows, "cited_for")


def _program_record(page: Page, data: "doc.Program") -> None:
    from sinotech.present.profiles import program_head

    program_head(page, data)
    sections.add_status(page, data["status"])
    sections.add_participants(page, data["participants"])
    page.lines.append(f"sinotech program {data['id']} shows all that is held on it.")


def _group_record(page: Page, data: "doc.Group") -> None:
    _any_record(page, data)
    sections.add_members(page, data["members"])


def _conflict_record(page: Page, data: "doc.Conflict") -> None:
    page.title = f"Conflict {data['id']}"
    sections.add_conflicts(page, [data])


_RECORDS: "dict[str, Callable[[Page, Any], None]]" = {
    "figure": _figure_record,
    "source": _source_record,
    "program": _program_record,
    "group": _group_record,
    "conflict": _conflict_record,
}


def findings(page: Page, data: "list[Row]") -> None:
    """List findings of records, each with its place."""
    rows = [
        (f"{one['file']}:{one['line']}: {one['code']} {one['message']}",)
        for one in data
    ]
    page.add("", ("Finding",), rows)


def check(page: Page, data: "doc.Check") -> None:
    """List what was found in drafts, each with its sentence and its sources."""
    found = data["diagnostics"]
    page.title = count(len(found), "findings")
    rows = [
        (
            f"{one['path']}:{one['line']}:{one['column']}",
            one["code"],
            one["sentence"],
            one["message"],
            "".join(dict.fromkeys(page.marks.of(each) for each in one["records"])),
        )
        for one in found
    ]
    page.add("", ("Place", "Code", "Sentence", "Message", "Source"), rows)


def fields(page: Page, data: "list[Row]") -> None:
    """List the columns of CSV, then what --fields selects besides."""
    page.title = "Fields"
    for heading, column in (("Columns of CSV", True), ("Others", False)):
        rows = [
            (one["field"], one["type"], one["meaning"])
            for one in data
            if one["column"] is column
        ]
        page.add(heading, ("Field", "Type", "Meaning"), rows)


def schema(page: Page, data: "list[Row] | dict[str, Any]") -> None:
    """Print a JSON Schema as it stands, or list which there are."""
    if isinstance(data, dict):
        import json

        page.listing = json.dumps(data, ensure_ascii=False, indent=2).splitlines()
        return
    page.title = "Schemas"
    rows = [(one["command"], one["schema"], one["about"]) for one in data]
    page.add("", ("Command", "Schema", "What it answers"), rows)


def help_(page: Page, data: "list[Row] | dict[str, Any]") -> None:
    """Tell of a topic, or which there are."""
    if isinstance(data, dict):
        page.title = data["about"]
        page.lines = data["text"]
        rows = [(one["term"], one["meaning"]) for one in data["entries"]]
        page.add("", ("Term", "Meaning"), rows)
        return
    page.title = "Topics; sinotech help TOPIC tells more"
    topics = [(one["topic"], one["about"]) for one in data]
    page.add("", ("Topic", "About"), topics)


def version(page: Page, data: "Row") -> None:
    """Show the versions."""
    page.title = f"{data['tool']} {data['version']}"
    if records := data["records"]:
        named = f"{records['name']} {records['version']}"
        page.lines.append(f"records {named}, sha256 {records['sha256']}")
    page.lines.append(f"database schema {data['database_schema']}")
    page.lines.append(f"Python {data['python']}, SQLite {data['sqlite']}")


def coverage(page: Page, data: "Row") -> None:
    """Show counts as one line for each thing counted by, or what is not recorded."""
    page.title = "What is held"
    if "untouched" in data:
        page.title = f"Not recorded: {count(len(data['untouched']), 'places')}"
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
            (of.upper() if by == "country" else of, kinds(counts))
            for of, counts in held.items()
        ]
        page.add(f"By {by}", (by.capitalize(), "Held"), rows)


def build(page: Page, data: "Row") -> None:
    """Show what was compiled."""
    page.title = f"Made {data['database']}"
    page.lines.append(f"Records: {kinds(data['records'])}")
    page.lines.append(f"sha256 of the records: {data['sha256']}")
