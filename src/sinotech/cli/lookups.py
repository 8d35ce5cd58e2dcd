"""The commands that look something up: one question to the store, one answer."""

from sinotech.errors import NOT_FOUND
from sinotech.present.answer import Answer
from sinotech.query import records as query
from sinotech.query.names import resolve
from sinotech.stored import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from sinotech.query.records import Document
    from sinotech.stored import Unread


def country(store: "sqlite3.Connection", *, name: str, strict: bool) -> Answer:
    """Answer with all that is recorded about a country."""
    return _profile(store, "country", name, strict=strict)


def person(store: "sqlite3.Connection", *, name: str, strict: bool) -> Answer:
    """Answer with who somebody is, and what they say."""
    return _profile(store, "person", name, strict=strict)


def org(store: "sqlite3.Connection", *, name: str, strict: bool) -> Answer:
    """Answer with what an organization is and does."""
    return _profile(store, "organization", name, strict=strict)


def group(store: "sqlite3.Connection", *, name: str, strict: bool) -> Answer:
    """Answer with what is recorded about a group or region."""
    return _profile(store, "group", name, strict=strict)


def program(store: "sqlite3.Connection", *, name: str, strict: bool) -> Answer:
    """Answer with all that is recorded about a program."""
    return _profile(store, "program", name, strict=strict)


def _profile(
    store: "sqlite3.Connection", kind: str, name: str, *, strict: bool
) -> Answer:
    shape = f"{kind}@1"
    resolution = resolve(store, name, (kind,), strict=strict)
    if resolution.id is None:
        from sinotech.cli.reading import unresolved

        return unresolved(store, shape, resolution, kind)
    sections = query.find_profile(store, resolution.id)
    record = query.get_record(store, resolution.id)
    if sections is None or record is None:
        from sinotech.cli.reading import nothing

        return nothing(store, shape, resolution, kind)
    data: dict[str, Any] = {kind: record, **_parts(kind, record, sections)}
    data["notes"] = record["notes"]
    return Answer(shape, data, resolved=resolution)


def _parts(
    kind: str, record: "Document", sections: "dict[str, Unread]"
) -> "dict[str, Any]":
    """Return the sections of a profile; a program's participants and parts apart."""
    if kind != "program":
        return dict(sections)
    related = read(sections["programs"])
    children = [p for p in related if (p["parent"] or {}).get("id") == record["id"]]
    others = [p for p in related if p not in children]
    for child in children:
        child.pop("role")  # it is that of a part, which the section's name says
    parts = {"participants": record["participants"], "children": children}
    return {**parts, **sections, "programs": others}


def figures(  # noqa: PLR0913
    store: "sqlite3.Connection",
    *,
    words: "Sequence[str]",
    country: str | None,
    program: str | None,
    measure: str | None,
    source: str | None,
    as_of: str | None,
) -> Answer:
    """Answer with the figures that pass every filter."""
    from sinotech.cli.reading import about_all, days

    asked = {"country": country, "program": program, "measure": measure}
    about, notices, failed = about_all(store, "figures@1", asked)
    if failed:
        return failed
    found = query.find_figures(
        store,
        about=about,
        sources=[source] if source else (),
        period=days("--as-of", as_of),
        words=[word for text in words for word in text.split()],
    )
    if not found:
        notices.append("no figure passes these filters")
    conflicts = query.find_conflicts(store, {"figures": found})
    answer = Answer("figures@1", found, notices=tuple(notices), conflicts=conflicts)
    answer.exit_code = 0 if found else NOT_FOUND
    return answer


def figure(store: "sqlite3.Connection", *, id_: str) -> Answer:
    """Answer with one figure, its measure, and the conflicts about it."""
    return _record(store, "figure", id_, ("figure",))


def source(store: "sqlite3.Connection", *, id_: str) -> Answer:
    """Answer with one source and what is cited from it."""
    return _record(store, "source", id_, ("source",))


def show(store: "sqlite3.Connection", *, id_: str) -> Answer:
    """Answer with any record."""
    from sinotech.cli.reading import ANY_KIND

    return _record(store, "show", id_, ANY_KIND)


def _record(
    store: "sqlite3.Connection", shape: str, id_: str, kinds: "Sequence[str]"
) -> Answer:
    """Answer with the record *id_*, its measure and the conflicts about it."""
    resolution = resolve(store, id_, kinds)
    kind = kinds[0] if len(kinds) == 1 else "record"
    if resolution.id is None:
        from sinotech.cli.reading import unresolved

        return unresolved(store, f"{shape}@1", resolution, kind)
    record = query.get_record(store, resolution.id)
    if record is None:
        from sinotech.cli.reading import nothing

        return nothing(store, f"{shape}@1", resolution, resolution.kind or kind)
    if record["kind"] == "figure":
        record["measure_record"] = query.get_record(store, record["measure"])
    if record["kind"] == "source":
        record["cited_for"] = query.cited_from(store, record["id"])
    conflicts = query.find_records(store, record.get("conflicts", ()))
    return Answer(f"{shape}@1", record, resolved=resolution, conflicts=conflicts)
