"""The sections of pages: how the records of each kind are set in rows."""

from sinotech.dates import spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sinotech import documents as doc
    from sinotech.present.page import Page

    Row = Mapping[str, Any]

STATEMENTS = {
    "fact": ("Facts", "facts"),
    "plan": ("Plans and intentions", "plans"),
    "opinion": ("Opinions, each its holder's own", "opinions"),
}
"""The types of statement, in the order and under the headings that pages give them, and
what a page of them is called."""


def add_profile(page: "Page", data: "Row") -> None:
    """Add the sections that profiles share, in their fixed order."""
    add_programs(page, data["programs"], "Programs")
    add_figures(page, data["figures"])
    add_events(page, data["events"])
    add_statements(page, data["statements"])
    add_people(page, data["people"])
    add_organizations(page, data["organizations"])
    add_conflicts(page, data["conflicts"])


def add_groups(page: "Page", records: "list[doc.Group]", member: str) -> None:
    """Add the groups that *member* belongs to, by a source's word."""
    rows = [
        (group["name"], f"member since {spell(one['since'])}", page.marks.of(one))
        for group in records
        for one in group["members"]
        if one["party"]["id"] == member
    ]
    page.add("Groups", ("Group", "Membership", "Source"), rows, "groups")


def add_programs(
    page: "Page", records: "list[doc.Program]", heading: str, name: str = "programs"
) -> None:
    """Add programs, each with its role or kind and the last step of its status."""
    rows = [
        (
            titled(one) + _disputed(one),
            one.get("role") or one["type"].replace("_", " "),
            _latest(page, one),
            page.marks.of(one),
        )
        for one in records
    ]
    page.add(heading, ("Program", "Role or kind", "Status", "Source"), rows, name)


def _latest(page: "Page", program: "doc.Program") -> str:
    """Return the last state of *program*, its date, and where that is written."""
    if not program["status"]:
        return ""
    step = program["status"][-1]
    return " ".join([step["state"], spell(step["date"]), page.marks.of(step)])


def add_status(page: "Page", steps: "list[doc.Step]") -> None:
    """Add the states that a program went through."""
    rows = [
        (one["state"], spell(one["date"]), one["note"] or "", page.marks.of(one))
        for one in steps
    ]
    page.add("Status", ("State", "Date", "Note", "Source"), rows)


def add_participants(page: "Page", parts: "list[doc.Participant]") -> None:
    """Add who takes part in a program, and how."""
    rows = [(party(one["party"]), one["role"], page.marks.of(one)) for one in parts]
    page.add("Participants", ("Who", "Role", "Source"), rows)


def add_members(page: "Page", members: "list[doc.Member]") -> None:
    """Add the members of a group that a source names."""
    rows = [
        (party(one["party"]), spell(one["since"]), page.marks.of(one))
        for one in members
    ]
    page.add("Members that a source names", ("Who", "Since", "Source"), rows)


def add_figures(
    page: "Page",
    records: "list[doc.Figure]",
    heading: str = "Figures",
    name: str = "figures",
) -> None:
    """Add figures as written, each with what it counts and its date."""
    rows = [
        (one["as_written"], _counted(one), dated(one), page.marks.of(one))
        for one in records
    ]
    page.add(heading, ("Figure", "What it counts", "As of", "Source"), rows, name)


def _counted(figure: "doc.Figure") -> str:
    text = str(figure["label"])
    if figure["scope"] and figure["scope"].casefold() not in text.casefold():
        text += f"; {figure['scope']}"
    if figure["speaker"]:
        text += f", according to {figure['speaker']['name']}"
    return text + asides(figure)


def add_events(page: "Page", records: "list[doc.Event]") -> None:
    """Add events in the order of their dates."""
    rows = [(*event_cells(one), page.marks.of(one)) for one in records]
    page.add("Events", ("Date", "What", "Where", "Source"), rows, "events")


def event_cells(event: "doc.Event") -> tuple[str, str, str]:
    """Return when, what and where an event is."""
    planned = "planned: " if event["type"] == "planned" else ""
    return (dated(event), planned + event["what"] + asides(event), event["place"] or "")


def add_statements(page: "Page", records: "list[doc.Statement]") -> None:
    """Add facts, plans and opinions apart; opinions under their holders' names."""
    for type_, (heading, name) in STATEMENTS.items():
        rows = [
            (
                _holder(page, one),
                one["text"] + asides(one),
                page.marks.of(one),
            )
            for one in records
            if one["type"] == type_
        ]
        if type_ == "opinion":
            rows.sort(key=lambda row: row[0])
        page.add(heading, ("Who says so", "What", "Source"), rows, name)


def _holder(page: "Page", statement: "doc.Statement") -> str:
    """Say who makes *statement*: for facts, only if it is not the text itself."""
    if statement["speaker"]:
        return str(statement["speaker"]["name"])
    if statement["holder"]:
        return str(statement["holder"])
    if statement["type"] != "opinion":
        return ""
    return f"the text itself ({page.marks.short(statement['citations'][0]['source'])})"


def add_people(page: "Page", records: "list[doc.Person]") -> None:
    """Add people with the role in which a source presents them."""
    rows = [(titled(one), one["role"] or "", page.marks.of(one)) for one in records]
    page.add("People", ("Name", "Role", "Source"), rows, "people")


def add_organizations(page: "Page", records: "list[doc.Organization]") -> None:
    """Add organizations with what and where they are."""
    rows = [
        (
            titled(one),
            one.get("role") or one["type"],
            one["country"]["name"] if one["country"] else "",
            page.marks.of(one),
        )
        for one in records
    ]
    columns = ("Name", "What", "Country", "Source")
    page.add("Organizations", columns, rows, "organizations")


def add_conflicts(
    page: "Page", records: "list[doc.Conflict]", name: str = "conflicts"
) -> None:
    """Add conflicts, each with its cause and an explanation, then all its sides."""
    rows: list[tuple[str, ...]] = []
    for one in records:
        told = one["explanation"] + asides(one)
        cause = one["cause"].replace("_", " ")
        rows.append((one["title"], cause, told, _own_marks(page, one)))
        rows += [_side(page, one, side) for side in one["sides"]]
    columns = ("About", "Cause or date", "What to make of it, and the sides", "Source")
    page.add("Conflicts and source errors", columns, rows, name)


def _own_marks(page: "Page", conflict: "doc.Conflict") -> str:
    """Return the marks of the places that *conflict* itself cites, not its sides."""
    sides = [citation for side in conflict["sides"] for citation in side["citations"]]
    own = [citation for citation in conflict["citations"] if citation not in sides]
    return page.marks.of({"citations": own})


def _side(page: "Page", conflict: "doc.Conflict", side: "doc.Side") -> tuple[str, ...]:
    current = " (current)" if side["id"] == conflict["current"] else ""
    told = f"→ {side['title']}{current}{_only_corroborated(side)}"
    return ("", spell(side["date"]), told, page.marks.of(side))


def titled(record: "Row") -> str:
    """Return a record's name, with its abbreviation if it has one."""
    short = record.get("abbreviation")
    name = f"{record['name']} ({short})" if short else str(record["name"])
    return name + _only_corroborated(record)


def party(named: "Row") -> str:
    """Return the name of a record that another refers to; a country's with its code."""
    if named["kind"] == "country":
        return f"{named['name']} ({named['id'].upper()})"
    return str(named["name"])


def dated(record: "Row") -> str:
    """Return the date of *record* in words, with how it is known if need be."""
    date = record.get("as_of") or record.get("date")
    basis = record.get("as_of_basis") or record.get("date_basis")
    return spell(date) + (f" ({basis})" if date and basis else "")


def _only_corroborated(record: "Row") -> str:
    corroborating = record.get("standing") == "corroborating"
    return " (corroborating page only)" if corroborating else ""


def asides(record: "Row") -> str:
    """Return what must not be overlooked about *record*: standing, conflicts, notes."""
    notes = "".join(f" (Note: {note})" for note in record["notes"])
    return _only_corroborated(record) + _disputed(record) + notes


def _disputed(record: "Row") -> str:
    return " (see conflicts)" if record.get("conflicts") else ""
