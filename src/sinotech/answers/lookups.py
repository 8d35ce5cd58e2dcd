"""The commands that look something up: one question to the store, one answer."""

from sinotech.answers.answer import Answer
from sinotech.errors import NOT_FOUND
from sinotech.query import records as query
from sinotech.query.names import resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from sinotech.query.names import Resolution
    from sinotech.query.paging import Extent, Window


def country(
    store: "sqlite3.Connection", *, name: str, strict: bool, window: "Window"
) -> Answer:
    """Answer with all that is recorded about a country."""
    return _profile(store, "country", name, window, strict=strict)


def person(
    store: "sqlite3.Connection", *, name: str, strict: bool, window: "Window"
) -> Answer:
    """Answer with who somebody is, and what they say."""
    return _profile(store, "person", name, window, strict=strict)


def org(
    store: "sqlite3.Connection", *, name: str, strict: bool, window: "Window"
) -> Answer:
    """Answer with what an organization is and does."""
    return _profile(store, "organization", name, window, strict=strict)


def group(
    store: "sqlite3.Connection", *, name: str, strict: bool, window: "Window"
) -> Answer:
    """Answer with what is recorded about a group or region."""
    return _profile(store, "group", name, window, strict=strict)


def program(
    store: "sqlite3.Connection", *, name: str, strict: bool, window: "Window"
) -> Answer:
    """Answer with all that is recorded about a program."""
    return _profile(store, "program", name, window, strict=strict)


def _profile(
    store: "sqlite3.Connection", kind: str, name: str, window: "Window", *, strict: bool
) -> Answer:
    shape = f"{kind}@1"
    resolution = resolve(store, name, (kind,), strict=strict)
    if resolution.id is None:
        from sinotech.answers.reading import unresolved

        return unresolved(store, shape, resolution, kind)
    answer = _drawn(store, shape, resolution.id, window.drawn, resolution)
    answer = answer or profile_of(store, kind, resolution.id, window, resolution)
    if answer:
        return answer
    from sinotech.answers.reading import nothing

    return nothing(store, shape, resolution, kind)


def _drawn(
    store: "sqlite3.Connection",
    shape: str,
    id_: str,
    form: str,
    resolution: "Resolution",
) -> Answer | None:
    """Answer with a profile as it was drawn when compiling, if in that *form*."""
    if form == "plain" and (drawn := query.find_drawn(store, id_)):
        text, pages = drawn
        return Answer(shape, None, resolved=resolution, pages=pages, drawn=text)
    if form == "json" and (ready := query.find_ready(store, id_)):
        data, sources, pages = ready
        answer = Answer(shape, data, resolved=resolution, pages=pages)
        answer.sources = sources
        return answer
    return None


def profile_of(
    store: "sqlite3.Connection",
    kind: str,
    id_: str,
    window: "Window",
    resolution: "Resolution | None" = None,
) -> Answer | None:
    """Answer with what is recorded about *id_*; nothing if it is no record."""
    profile = query.find_profile(store, id_, window)
    if profile is None:
        return None
    data: dict[str, Any] = {kind: profile.record}
    sections = profile.sections
    if kind == "program":
        data["participants"] = profile.record["participants"]
        data["children"] = sections.pop("children")
    data = {**data, **sections, "notes": profile.record["notes"]}
    return Answer(f"{kind}@1", data, resolved=resolution, pages=profile.pages)


def figures(  # noqa: PLR0913
    store: "sqlite3.Connection",
    *,
    words: "Sequence[str]",
    country: str | None,
    program: str | None,
    measure: str | None,
    source: str | None,
    as_of: str | None,
    year: int | None,
    first: str | None,
    last: str | None,
    window: "Window",
) -> Answer:
    """Answer with the figures that pass every filter."""
    from sinotech.answers.reading import about_all, periods
    from sinotech.query.lists import find_figures

    asked = {"country": country, "program": program, "measure": measure}
    about, notices, failed = about_all(store, "figures@1", asked)
    sources, more, unknown = about_all(store, "figures@1", {"source": source})
    if failed := failed or unknown:
        return failed
    notices += more
    found, extent = find_figures(
        store,
        about=about,
        sources=sources,
        periods=periods(as_of, year, first, last),
        words=[word for text in words for word in text.split()],
        window=window,
    )
    if not extent["total"]:
        notices.append("no figure passes these filters")
    conflicts = query.find_conflicts(store, {"figures": found})
    return Answer(
        "figures@1",
        found,
        notices=tuple(notices),
        conflicts=conflicts,
        pages={"figures": extent},
        exit_code=0 if extent["total"] else NOT_FOUND,
    )


def figure(store: "sqlite3.Connection", *, id_: str) -> Answer:
    """Answer with one figure, its measure, and the conflicts about it."""
    return _record(store, "figure", id_, ("figure",))


def source(store: "sqlite3.Connection", *, id_: str, window: "Window") -> Answer:
    """Answer with one source and what is cited from it."""
    return _record(store, "source", id_, ("source",), window)


def show(store: "sqlite3.Connection", *, id_: str, window: "Window") -> Answer:
    """Answer with any record."""
    from sinotech.kinds import ANY_KIND

    return _record(store, "show", id_, ANY_KIND, window)


def _record(
    store: "sqlite3.Connection",
    shape: str,
    id_: str,
    kinds: "Sequence[str]",
    window: "Window | None" = None,
) -> Answer:
    """Answer with the record *id_*, its measure and the conflicts about it."""
    resolution = resolve(store, id_, kinds)
    kind = kinds[0] if len(kinds) == 1 else "record"
    if resolution.id is None:
        from sinotech.answers.reading import unresolved

        return unresolved(store, f"{shape}@1", resolution, kind)
    record = query.get_record(store, resolution.id)
    if record is None:
        from sinotech.answers.reading import nothing

        return nothing(store, f"{shape}@1", resolution, resolution.kind or kind)
    if record["kind"] == "figure":
        record["measure_record"] = query.get_record(store, record["measure"])
    pages: dict[str, Extent] = {}
    if record["kind"] == "source" and window:
        from sinotech.query.lists import cited_from

        found = cited_from(store, resolution.id, window)
        record["cited_for"], pages["cited_for"] = found
    return Answer(
        f"{shape}@1",
        record,
        resolved=resolution,
        conflicts=query.find_records(store, record.get("conflicts", ())),
        pages=pages,
    )
