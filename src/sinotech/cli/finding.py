"""The commands that find, order and set side by side."""

from sinotech.cli.reading import ANY_KIND, about_all, days, nothing, unresolved
from sinotech.errors import NOT_FOUND, UsageError
from sinotech.present.answer import Answer
from sinotech.query import events as query
from sinotech.query.names import resolve
from sinotech.query.records import find_conflicts, find_profile, get_record
from sinotech.stored import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from sinotech.query.records import Document

FOUND = 20
"""Records that `search` and `related` print unless told otherwise."""

FEWEST = 2
"""Things that can be compared."""


def search(
    store: "sqlite3.Connection",
    *,
    words: "Sequence[str]",
    kind: str | None,
    limit: int | None,
) -> Answer:
    """Answer with the records that hold the words searched for."""
    from sinotech.query.search import find_text

    if kind is not None and kind not in ANY_KIND:
        raise UsageError(f"there is no kind {kind!r}", f"kinds: {', '.join(ANY_KIND)}")
    most = at_most(limit, FOUND)
    text = " ".join(words)
    found, total, is_exact = find_text(store, text, [kind] if kind else [], most)
    if not found:
        notice = f"nothing holds “{text[:60]}”"
        return Answer("search@1", [], notices=(notice,), exit_code=NOT_FOUND)
    conflicts = find_conflicts(store, {"records": found})
    shown = {record["id"] for record in found}
    conflicts = [one for one in conflicts if one["id"] not in shown]
    answer = Answer("search@1", found, conflicts=conflicts)
    if not is_exact:
        answer.notices = (f"the first {len(found)} of {total} or more",)
    elif total > most:
        answer.notices = (f"the first {most} of {total}; --limit {total} shows all",)
    return answer


def at_most(limit: int | None, usual: int) -> int:
    """Return how many records to print. Raises UsageError if none."""
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} asks for nothing", "give a number from 1")
    return limit or usual


def timeline(
    store: "sqlite3.Connection",
    *,
    country: str | None,
    program: str | None,
    first: str | None,
    last: str | None,
) -> Answer:
    """Answer with events in order, uncertain ones in the time they may be of."""
    about, notices, failed = about_all(
        store, "timeline@1", {"country": country, "program": program}
    )
    if failed:
        return failed
    begins = days("--from", first)
    ends = days("--to", last)
    found = query.find_events(
        store,
        about=about,
        first=begins[0] if begins else None,
        last=ends[1] if ends else None,
    )
    return _listed(store, "timeline@1", found, notices, "no event is recorded there")


def conflicts(
    store: "sqlite3.Connection", *, country: str | None, program: str | None
) -> Answer:
    """Answer with the conflicts and source errors recorded."""
    about, notices, failed = about_all(
        store, "conflicts@1", {"country": country, "program": program}
    )
    if failed:
        return failed
    found = query.find_all_conflicts(store, about)
    answer = _listed(store, "conflicts@1", found, notices, "no conflict is recorded")
    answer.conflicts = []
    return answer


def _listed(
    store: "sqlite3.Connection",
    shape: str,
    found: "list[Document]",
    notices: "list[str]",
    none: str,
) -> Answer:
    """Answer with a list, or say that there is *none*."""
    if not found:
        notices = [*notices, none]
        return Answer(shape, [], notices=tuple(notices), exit_code=NOT_FOUND)
    about = find_conflicts(store, {"records": found})
    return Answer(shape, found, notices=tuple(notices), conflicts=about)


def series(store: "sqlite3.Connection", *, measure: str, strict: bool) -> Answer:
    """Answer with what a measure was over time; different scopes stay apart."""
    resolution = resolve(store, measure, ("measure",), strict=strict)
    if resolution.id is None:
        return unresolved(store, "series@1", resolution, "measure")
    found = query.find_series(store, resolution.id)
    record = get_record(store, resolution.id)
    if record is None:
        return nothing(store, "series@1", resolution, "measure")
    data = {"measure": record, "series": found}
    figures = [figure for one in found for figure in one["figures"]]
    about = find_conflicts(store, {"figures": figures})
    several = f"{len(found)} series: they count different things, and are not mixed"
    notices = (several,) if len(found) > 1 else ()
    return Answer(
        "series@1", data, resolved=resolution, notices=notices, conflicts=about
    )


def related(store: "sqlite3.Connection", *, id_: str, limit: int | None) -> Answer:
    """Answer with the records that share most with one."""
    resolution = resolve(store, id_, ANY_KIND)
    if resolution.id is None:
        return unresolved(store, "related@1", resolution, "record", [])
    found = query.find_related(store, resolution.id, at_most(limit, FOUND))
    if not found:
        none = ("no record shares anything with it",)
        return Answer(
            "related@1", [], resolved=resolution, notices=none, exit_code=NOT_FOUND
        )
    about = find_conflicts(store, {"records": found})
    return Answer("related@1", found, resolved=resolution, conflicts=about)


def compare(
    store: "sqlite3.Connection", *, names: "Sequence[str]", strict: bool
) -> Answer:
    """Answer with countries, or programs, side by side."""
    if len(names) < FEWEST:
        remedy = "name two or more: sinotech compare Brazil Kenya"
        raise UsageError("there is nothing to compare", remedy)
    items: list[dict[str, Any]] = []
    notices: list[str] = []
    for name in names:
        resolution = resolve(store, name, ("country", "program"), strict=strict)
        if resolution.id is None:
            return unresolved(store, "compare@1", resolution, "country or program")
        record = get_record(store, resolution.id)
        profile = find_profile(store, resolution.id)
        if record is None or profile is None:
            return nothing(store, "compare@1", resolution, "country")
        notices += [resolution.notice] if resolution.notice else []
        items.append({"record": record, **read(profile)})
    kinds = {item["record"]["kind"] for item in items}
    if len(kinds) > 1:
        message = "countries and programs cannot be compared with each other"
        raise UsageError(message, "name things of one kind")
    data = {"items": items, "common": _common(items)}
    return Answer("compare@1", data, notices=tuple(dict.fromkeys(notices)))


def _common(items: "list[dict[str, Any]]") -> dict[str, list[str]]:
    """Return the ids of the records that all *items* have, by section."""
    common: dict[str, list[str]] = {}
    for section, first in items[0].items():
        if section == "record":
            continue
        ids = [{one["id"] for one in item[section]} for item in items]
        common[section] = [
            one["id"] for one in first if one["id"] in set.intersection(*ids)
        ]
    return common
