"""The pages of what was exported, and of what differs between two record sets."""

from sinotech.kinds import count
from sinotech.present.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]


def export(page: Page, data: "Row") -> None:
    """Show which tables were written, and how many rows each has."""
    rows = sum(data["tables"].values())
    page.title = f"Exported {count(rows, 'rows')} to {data['directory']}"
    files = f"{count(data['files'], 'files')} ({data['format']})"
    tables = count(len(data["tables"]), "tables")
    page.lines.append(f"{tables} in {files}, with datapackage.json and README.md")
    page.lines.append(_set("Records", data["records"]))
    named = [(name, f"{number:,}") for name, number in data["tables"].items()]
    page.add("", ("Table", "Rows"), named, small=True)


def diff(page: Page, data: "Row") -> None:
    """List what was added, removed and changed, each with where it is written."""
    told = [f"{data[what]:,} {what}" for what in _HEADINGS if data[what]]
    page.title = ", ".join(told) if told else "The same records"
    page.lines += [_set("Old", data["old"]), _set("New", data["new"])]
    for what, heading in _HEADINGS.items():
        found = [one for one in data["changes"] if one["change"] == what]
        if what == "changed":
            rows = [
                (one["id"], one["field"], *_sides(one), page.marks.of(one))
                for one in found
            ]
            page.add(heading, ("Id", "Field", "Old", "New", "Source"), rows)
        else:
            plain = [(one["id"], one["title"], page.marks.of(one)) for one in found]
            page.add(heading, ("Id", "What", "Source"), plain)


_HEADINGS = {"added": "Added", "removed": "Removed", "changed": "Changed"}


def _set(label: str, origin: "Row") -> str:
    return f"{label}: {origin['name']} {origin['version']}, {origin['sha256'][:12]}"


def _sides(one: "Row") -> tuple[str, str]:
    """Return a field as it was and is; of lists, what only one of them has."""
    old, new = one["old"], one["new"]
    if isinstance(old, list) and isinstance(new, list):
        gone = [item for item in old if item not in new]
        come = [item for item in new if item not in old]
        if gone or come:
            return _words(gone), _words(come)
    return _words(old), _words(new)


def _words(value: object) -> str:
    if value in (None, []):
        return "–"
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    if isinstance(value, dict):
        given = (one for one in value.values() if one not in (None, []))
        return ", ".join(map(_words, given))
    return str(value)
