"""The commands that find, order and set side by side."""

from sinotech.answers.answer import Answer
from sinotech.answers.options import A_SEARCH, at_least_one
from sinotech.answers.reading import about_all, nothing, span, unresolved
from sinotech.errors import NOT_FOUND, UsageError
from sinotech.kinds import ANY_KIND
from sinotech.query import events as query
from sinotech.query.lists import find_all_conflicts, find_common, find_events
from sinotech.query.names import resolve
from sinotech.query.records import find_conflicts, find_profile, get_record
from sinotech.rawjson import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from sinotech.query.lists import Listed
    from sinotech.query.paging import Window
    from sinotech.query.records import Profile

MOST = 40
"""Things that are compared at most: more than anybody reads side by side."""

FEWEST = 2
"""Things that can be compared."""


def search(
    store: "sqlite3.Connection",
    *,
    words: "Sequence[str]",
    kind: str | None,
    window: "Window",
) -> Answer:
    """Answer with the records that hold the words searched for."""
    from sinotech.query.search import find_text

    if kind is not None and kind not in ANY_KIND:
        raise UsageError(f"there is no kind {kind!r}", f"kinds: {', '.join(ANY_KIND)}")
    text = " ".join(words)
    if not text.strip():
        raise UsageError("there is nothing to search for", "give words")
    found, extent = find_text(store, text, [kind] if kind else [], window)
    if not extent["total"]:
        notice = f"nothing holds “{text[:60]}”"
        return Answer("search@1", [], notices=(notice,), exit_code=NOT_FOUND)
    conflicts = find_conflicts(store, {"records": found})
    shown = {record["id"] for record in found}
    conflicts = [one for one in conflicts if one["id"] not in shown]
    return Answer("search@1", found, conflicts=conflicts, pages={"records": extent})


def timeline(
    store: "sqlite3.Connection",
    *,
    country: str | None,
    program: str | None,
    first: str | None,
    last: str | None,
    window: "Window",
) -> Answer:
    """Answer with events in order, uncertain ones in the time they may be of."""
    about, notices, failed = about_all(
        store, "timeline@1", {"country": country, "program": program}
    )
    if failed:
        return failed
    begin, end = span(first, last)
    found = find_events(store, about=about, first=begin, last=end, window=window)
    none = "no event is recorded there"
    answer = _listed("timeline@1", "events", found, notices, none)
    answer.conflicts = find_conflicts(store, {"records": found[0]})
    return answer


def conflicts(
    store: "sqlite3.Connection",
    *,
    country: str | None,
    program: str | None,
    window: "Window",
) -> Answer:
    """Answer with the conflicts and source errors recorded."""
    about, notices, failed = about_all(
        store, "conflicts@1", {"country": country, "program": program}
    )
    if failed:
        return failed
    found = find_all_conflicts(store, about, window)
    none = "no conflict is recorded"
    return _listed("conflicts@1", "conflicts", found, notices, none)


def _listed(
    shape: str, what: str, listed: "Listed", notices: "list[str]", none: str
) -> Answer:
    """Answer with a page of a list, or say that there is *none*."""
    found, extent = listed
    if not extent["total"]:
        notices = [*notices, none]
        return Answer(shape, [], notices=tuple(notices), exit_code=NOT_FOUND)
    return Answer(shape, found, notices=tuple(notices), pages={what: extent})


def series(
    store: "sqlite3.Connection", *, measure: str, strict: bool, window: "Window"
) -> Answer:
    """Answer with what a measure was over time; different scopes stay apart."""
    resolution = resolve(store, measure, ("measure",), strict=strict)
    if resolution.id is None:
        return unresolved(store, "series@1", resolution, "measure")
    found, extent = query.find_series(store, resolution.id, window)
    record = get_record(store, resolution.id)
    if record is None:
        return nothing(store, "series@1", resolution, "measure")
    figures = [figure for one in found for figure in one["figures"]]
    several = f"{len(found)} series: they count different things, and are not mixed"
    return Answer(
        "series@1",
        {"measure": record, "series": found},
        resolved=resolution,
        notices=(several,) if len(found) > 1 else (),
        conflicts=find_conflicts(store, {"figures": figures}),
        pages={"figures": extent},
    )


def related(store: "sqlite3.Connection", *, id_: str, limit: int | None) -> Answer:
    """Answer with the records that share most with one."""
    at_least_one(limit)
    resolution = resolve(store, id_, ANY_KIND)
    if resolution.id is None:
        return unresolved(store, "related@1", resolution, "record", [])
    most = min(limit or A_SEARCH, query.NEAR)
    found = query.find_related(store, resolution.id, most)
    if not found:
        none = ("no record shares anything with it",)
        return Answer(
            "related@1", [], resolved=resolution, notices=none, exit_code=NOT_FOUND
        )
    about = find_conflicts(store, {"records": found})
    return Answer("related@1", found, resolved=resolution, conflicts=about)


def compare(
    store: "sqlite3.Connection",
    *,
    names: "Sequence[str]",
    strict: bool,
    window: "Window",
) -> Answer:
    """Answer with countries, or programs, side by side."""
    if len(names) < FEWEST:
        remedy = "name two or more: sinotech compare Brazil Kenya"
        raise UsageError("there is nothing to compare", remedy)
    profiles: dict[str, Profile] = {}
    notices: list[str] = []
    for name in names:
        resolution = resolve(store, name, ("country", "program"), strict=strict)
        if resolution.id is None:
            return unresolved(store, "compare@1", resolution, "country or program")
        notices += [resolution.notice] if resolution.notice else []
        if resolution.id in profiles:
            continue
        if len(profiles) == MOST:
            raise UsageError(f"more than {MOST} are named", "compare fewer at once")
        profile = find_profile(store, resolution.id, window)
        if profile is None:
            return nothing(store, "compare@1", resolution, "country")
        profiles[resolution.id] = profile
    return _compared(store, list(profiles.values()), notices)


def _compared(
    store: "sqlite3.Connection", profiles: "list[Profile]", notices: list[str]
) -> Answer:
    """Answer with *profiles* side by side. Raises UsageError if they cannot be."""
    if len(profiles) < FEWEST:
        message = f"{profiles[0].record['name']} is compared with itself"
        raise UsageError(message, "name another, too")
    kinds = {profile.record["kind"] for profile in profiles}
    if len(kinds) > 1:
        message = "countries and programs cannot be compared with each other"
        raise UsageError(message, "name things of one kind")
    items = [_item(one) for one in profiles]
    data = {"items": items, "common": _common(store, items)}
    answer = Answer("compare@1", data, notices=tuple(dict.fromkeys(notices)))
    for one in profiles:
        pages = one.pages.items()
        answer.pages |= {f"{one.record['id']}.{name}": page for name, page in pages}
    return answer


def _item(profile: "Profile") -> "dict[str, Any]":
    """Return one of the things compared; its parts stand among its programs."""
    sections = read(profile.sections)
    parts = sections.pop("children", ())
    sections["programs"] += [part | {"role": "parent"} for part in parts]
    return {"record": profile.record, **sections}


def _common(
    store: "sqlite3.Connection", items: "list[dict[str, Any]]"
) -> dict[str, list[str]]:
    """Return the ids of the records shown that are about all *items*, by section."""
    targets = [item["record"]["id"] for item in items]
    common: dict[str, list[str]] = {}
    for section in items[0]:
        if section != "record":
            shown = dict.fromkeys(one["id"] for item in items for one in item[section])
            about = find_common(store, targets, list(shown))
            common[section] = [id_ for id_ in shown if id_ in about]
    return common
