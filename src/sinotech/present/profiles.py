"""The pages of profiles: a country, a program, a person, an organization, a group."""

from sinotech.kinds import count
from sinotech.present import sections
from sinotech.present.sections import STATEMENTS, party, titled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sinotech import documents as doc
    from sinotech.present.page import Page

    Row = Mapping[str, Any]

HELD = (
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
"""The sections of a profile that its head counts."""


def country(page: "Page", data: "doc.CountryProfile") -> None:
    """Show a country."""
    country = data["country"]
    page.title = f"{country['name']} ({country['iso2']})"
    _head(page, country, data)
    sections.add_groups(page, data["groups"], country["id"])
    sections.add_profile(page, data)


def program(page: "Page", data: "doc.ProgramProfile") -> None:
    """Show a program: status, participants, parts, then what is about it."""
    program_head(page, data["program"])
    _head(page, data["program"], data)
    sections.add_status(page, data["program"]["status"])
    sections.add_participants(page, data["participants"])
    sections.add_programs(page, data["children"], "Parts of it", "children")
    sections.add_profile(page, data)


def program_head(page: "Page", program: "doc.Program") -> None:
    """Show what a program is, where, and under which other."""
    page.title = titled(program)
    line = program["type"].replace("_", " ").capitalize()
    if program["parent"]:
        line += f" under {program['parent']['name']}"
    if program["place"]:
        line += f"; at {program['place']}"
    summary = program["summary"] or "Named"
    page.lines += [line, f"{summary} {page.marks.of(program)}"]


def person(page: "Page", data: "doc.PersonProfile") -> None:
    """Show who somebody is, and what they say."""
    person = data["person"]
    page.title = person["name"]
    of = [party(one) for one in (person["organization"], person["country"]) if one]
    role = person["role"] or "Named"
    page.lines.append(f"{role} {page.marks.of(person)}")
    if of:
        page.lines.append(f"Of: {'; '.join(of)}")
    _head(page, person, data)
    sections.add_profile(page, data)


def organization(page: "Page", data: "doc.OrganizationProfile") -> None:
    """Show what an organization is, and what is about it."""
    body = data["organization"]
    page.title = titled(body)
    line = body["type"].capitalize()
    line += f" in {party(body['country'])}" if body["country"] else ""
    line += f", part of {body['parent']['name']}" if body["parent"] else ""
    page.lines.append(f"{line} {page.marks.of(body)}")
    page.lines += [body["summary"]] if body["summary"] else []
    _head(page, body, data)
    sections.add_profile(page, data)


def group(page: "Page", data: "doc.GroupProfile") -> None:
    """Show a group, the members that a source names, and what is about it."""
    group = data["group"]
    page.title = group["name"]
    page.lines.append(f"{group['type'].capitalize()} {page.marks.of(group)}".strip())
    _head(page, group, data)
    sections.add_members(page, group["members"])
    sections.add_profile(page, data)


def _head(page: "Page", record: "Row", data: "Row") -> None:
    """Add the lines that every profile begins with: names, what is held, notes."""
    page.lines += _other_names(record)
    totals = {name: _total(page, name, data.get(name, ())) for name in HELD}
    held = [count(total, name) for name, total in totals.items() if total]
    page.lines += [f"Held: {', '.join(held)}"] if held else []
    page.lines += [f"Note: {note}" for note in data["notes"]]


def _total(page: "Page", name: str, shown: "list[Row]") -> int:
    """Return how much of the section *name* is held, shown or not."""
    if name == "statements":
        return len(shown) + page.left(name for _, name in STATEMENTS.values())
    return page.total(name, shown)


def _other_names(record: "Row") -> list[str]:
    """Return a line of the other names that sources print, and how many are ours."""
    ours = set(record["aliases_ours"])
    printed = [name for name in record["aliases"] if name not in ours]
    more = [f"{len(ours)} of ours lead here too"] if ours else []
    return [f"Also: {'; '.join([*printed, *more])}"] if printed or more else []
