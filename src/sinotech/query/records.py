"""Records by id, and all that is about one, as the documents that commands print."""

from sinotech.query.paging import EVERYTHING, is_cut
from sinotech.rawjson import FIRST, FULL, PrecomputedJSON, RawJSON, dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from typing import Any

    from sinotech import documents as doc
    from sinotech.query.paging import Extent, Window

    Document = dict[str, Any]
    Linked = tuple[int, str, str, str | None]
    """Number, document, sources and role of a record about another."""

PROFILE_SECTIONS = {
    "groups": "group",
    "programs": "program",
    "figures": "figure",
    "events": "event",
    "statements": "statement",
    "organizations": "organization",
    "people": "person",
    "conflicts": "conflict",
}
"""The sections of a profile, and the kind of record that each holds."""

_SECTIONS = {kind: section for section, kind in PROFILE_SECTIONS.items()}

_PARTS = (
    # what a page is called, its section, and what `held` counts
    ("groups", "groups", "group", ""),
    ("programs", "programs", "program", ""),
    ("children", "children", "program", "part"),
    ("figures", "figures", "figure", ""),
    ("events", "events", "event", ""),
    ("facts", "statements", "statement", "fact"),
    ("opinions", "statements", "statement", "opinion"),
    ("plans", "statements", "statement", "plan"),
    ("organizations", "organizations", "organization", ""),
    ("people", "people", "person", ""),
)
"""What is paged in a profile, each for itself: no list may hide another."""


def get_record(store: "sqlite3.Connection", id_: str) -> "Document | None":
    """Return the record *id_*, or nothing."""
    row = store.execute("SELECT doc FROM record WHERE id = ?", (id_,)).fetchone()
    return load(row[0]) if row else None


def find_records(store: "sqlite3.Connection", ids: "Iterable[str]") -> "list[Document]":
    """Return the records *ids* in the order of the record set."""
    sql = """SELECT doc FROM record WHERE id IN (SELECT value FROM json_each(?))
             ORDER BY number"""
    return [load(doc) for (doc,) in store.execute(sql, (dump(list(ids)),))]


def find_briefs(store: "sqlite3.Connection", ids: "Sequence[str]") -> RawJSON:
    """Return the sources *ids*, in that order, as an envelope cites them."""
    sql = """SELECT brief FROM json_each(?) AS asked
             JOIN record ON record.id = asked.value
             JOIN source ON source.number = record.number ORDER BY asked.key"""
    briefs = RawJSON()
    for (brief,) in store.execute(sql, (dump(ids),)):
        briefs.add(brief, "")
    return briefs


def find_styled(
    store: "sqlite3.Connection", ids: "Sequence[str]", style: str
) -> "dict[str, tuple[str, str]]":
    """Return for each of the sources *ids* its reference in *style*, and its citation.

    In the citation, a slot is left for the place; see :mod:`sinotech.styles.place`.
    """
    sql = """SELECT record.id, styled.reference, styled.place FROM json_each(?) AS asked
             JOIN record ON record.id = asked.value
             JOIN styled ON styled.source = record.number AND styled.style = ?
             ORDER BY asked.key"""
    rows = store.execute(sql, (dump(ids), style))
    return {id_: (reference, place) for id_, reference, place in rows}


class Profile:
    """What is recorded about a thing: its own *record*, sections, and their *pages*.

    A page is named where there is more than the section shows. *held* counts what there
    is, by kind and type; *shown* are the numbers of the records in the sections.
    """

    __slots__ = ("held", "number", "pages", "record", "sections", "shown")

    def __init__(
        self, number: int, record: "Document", held: dict[tuple[str, str], int]
    ) -> None:
        """Begin with *record* and nothing about it."""
        self.number = number
        self.record = record
        self.held = held
        self.sections = {name: RawJSON() for name in PROFILE_SECTIONS}
        if record["kind"] == "program":
            self.sections["children"] = RawJSON()
        self.pages: dict[str, Extent] = {}
        self.shown: list[int] = []

    def turn(self, page: str, extent: "Extent") -> None:
        """Keep what *page* is of, unless it is the whole."""
        if is_cut(extent):
            self.pages[page] = extent


def find_profile(
    store: "sqlite3.Connection", id_: str, window: "Window" = EVERYTHING
) -> "Profile | None":
    """Return what is recorded about *id_*, by section; nothing if it is no record.

    A program in a section carries the ``role`` of *id_* in it; the parts of a program
    stand apart as ``children``, without. Conflicts are those about *id_* and those
    about any record that is about it; those about a record shown are on every page.
    """
    sql = "SELECT number, doc FROM record WHERE id = ?"
    row = store.execute(sql, (id_,)).fetchone()
    if row is None:
        return None
    sql = "SELECT kind, type, records FROM held WHERE target = ?"
    held = {(kind, type_): n for kind, type_, n in store.execute(sql, row[:1])}
    profile = Profile(row[0], load(row[1]), held)
    if _is_whole(held, window):
        _add_whole(store, profile)
    else:
        for page, section, kind, type_ in _PARTS:
            total = held.get((kind, type_), 0)
            if total and window.wants(section):
                shown = _add(store, profile, section, kind, type_, window)
                profile.turn(page, window.extent(total, shown))
    _add_conflicts(store, profile, window)
    return profile


def find_drawn(
    store: "sqlite3.Connection", id_: str
) -> "tuple[str, dict[str, Extent]] | None":
    """Return the profile of *id_* as plain text, with what is shown of its long parts.

    Nothing if it was not drawn when compiling, or if a terminal could obey it.
    """
    sql = """SELECT plain, pages FROM drawn
             WHERE target = (SELECT number FROM record WHERE id = ?)"""
    row = store.execute(sql, (id_,)).fetchone()
    if row is None or not row[0].replace("\n", "").isprintable():
        return None
    return row[0], load(row[1])


def find_ready(
    store: "sqlite3.Connection", id_: str
) -> "tuple[PrecomputedJSON, PrecomputedJSON, dict[str, Extent]] | None":
    """Return data and citations of the profile of *id_*, as its envelope has them.

    With what is shown of its long parts. Nothing if they were not kept so.
    """
    sql = """SELECT data, citations, pages FROM drawn
             WHERE target = (SELECT number FROM record WHERE id = ?)
               AND data IS NOT NULL AND citations IS NOT NULL"""
    row = store.execute(sql, (id_,)).fetchone()
    return (
        (PrecomputedJSON(row[0]), PrecomputedJSON(row[1]), load(row[2]))
        if row
        else None
    )


def _is_whole(held: dict[tuple[str, str], int], window: "Window") -> bool:
    """Whether *window* shows all of a profile."""
    limit, offset = window.bounds()
    most = max(held.values(), default=0) if limit >= 0 else -1
    return window.only is None and offset == 0 and most <= limit


def _add_whole(store: "sqlite3.Connection", profile: Profile) -> None:
    """Add all that is linked to a *profile*'s record: one walk instead of ten."""
    sql = """SELECT link.kind, link.sort, number, doc, cites, role FROM link
             CROSS JOIN record ON number = link.record
             WHERE target = ? ORDER BY link.kind, link.sort, link.record"""
    for kind, sort, number, doc, cites, role in store.execute(sql, (profile.number,)):
        if kind == "conflict":
            continue  # added with those about other records
        section = "children" if sort == "part" else _SECTIONS[kind]
        profile.shown.append(number)
        profile.sections[section].add(doc, cites, None if sort == "part" else role)


def _add(
    store: "sqlite3.Connection",
    profile: Profile,
    section: str,
    kind: str,
    type_: str,
    window: "Window",
) -> int:
    """Add a page of what is linked to a *profile*'s record; return how much that is."""
    before, documents = len(profile.shown), profile.sections[section]
    rows: Iterable[Linked] = ()
    if profile.held[kind, type_] >= FULL:
        rows = _first(store, profile.number, kind, type_, window)
    for number, doc, cites, role in rows or _linked(
        store, profile.number, kind, type_, window
    ):
        profile.shown.append(number)
        documents.add(doc, cites, None if section == "children" else role)
    return len(profile.shown) - before


def _first(
    store: "sqlite3.Connection", number: int, kind: str, type_: str, window: "Window"
) -> "list[Linked]":
    """Return a page that is among the first records; nothing if it is not stored."""
    limit, offset = window.bounds()
    if offset or not 0 <= limit <= FIRST:
        return []
    sql = """SELECT numbers, docs, cites, roles FROM page
             WHERE target = ? AND kind = ? AND type = ?"""
    row = store.execute(sql, (number, kind, type_)).fetchone()
    lines = zip(*(column.split("\n") for column in row or ()), strict=True)
    return [(int(one), *rest) for one, *rest in lines][:limit]


def _linked(
    store: "sqlite3.Connection", number: int, kind: str, type_: str, window: "Window"
) -> "Iterable[Linked]":
    """Return a page of what is linked to the record *number*.

    An offset is walked over in the index, at some ten million records a second.
    """
    apart = "AND sort = ?" if kind in {"program", "statement"} else ""
    sql = f"""SELECT number, doc, cites, role FROM
                  (SELECT record AS one, sort AS place, role FROM link
                   WHERE target = ? AND kind = ? {apart}
                   ORDER BY sort, record LIMIT ? OFFSET ?)
              CROSS JOIN record ON number = one ORDER BY place, one"""
    values = (number, kind, type_) if apart else (number, kind)
    return store.execute(sql, (*values, *window.bounds()))


def _add_conflicts(
    store: "sqlite3.Connection", profile: Profile, window: "Window"
) -> None:
    """Add the page of conflicts, and those about what else is shown."""
    kinds = (("conflict", ""), ("conflict", "remote"))
    total = sum(profile.held.get(one, 0) for one in kinds)
    if not total:
        return
    numbers: dict[int, None] = {}
    if window.wants("conflicts"):
        sql = """SELECT conflict, NULL FROM concern WHERE target = ?
                 ORDER BY remote, conflict LIMIT ? OFFSET ?"""
        numbers = dict(store.execute(sql, (profile.number, *window.bounds())))
        profile.turn("conflicts", window.extent(total, len(numbers)))
    if len(numbers) < total:
        sql = """SELECT conflict, NULL FROM dispute
                 WHERE record IN (SELECT value FROM json_each(?)) ORDER BY conflict"""
        numbers |= dict(store.execute(sql, (dump(profile.shown),)))
    sql = """SELECT doc, cites FROM json_each(?) CROSS JOIN record ON number = value
             ORDER BY key"""
    for row in store.execute(sql, (dump(list(numbers)),)):
        profile.sections["conflicts"].add(*row)


def find_conflicts(
    store: "sqlite3.Connection", sections: "dict[str, list[Document]]"
) -> "list[doc.Conflict]":
    """Return the conflicts in *sections* and those about any other record there."""
    ids = {document["id"] for document in sections.get("conflicts", ())}
    for documents in sections.values():
        for document in documents:
            ids.update(document.get("conflicts", ()))
    found: list[Any] = find_records(store, ids)
    return found


def find_origin(store: "sqlite3.Connection") -> dict[str, str]:
    """Return the name, version and sha256 of the record set."""
    sql = """SELECT substr(key, 9), value FROM meta
             WHERE key IN ('records_name', 'records_version', 'records_sha256')"""
    meta = dict(store.execute(sql).fetchall())
    return {key: meta[key] for key in ("name", "version", "sha256")}


def find_subject(store: "sqlite3.Connection") -> tuple[str, ...]:
    """Return the words that name the country whose cooperation is recorded; maybe none.

    They are as prose writes them: *China*, *RMB*.
    """
    sql = "SELECT value FROM meta WHERE key = 'subject_words'"
    row = store.execute(sql).fetchone()
    return tuple(str(row[0]).splitlines()) if row else ()


def count_kinds(store: "sqlite3.Connection") -> dict[str, int]:
    """Return how many records there are of each kind."""
    sql = "SELECT kind, records FROM held WHERE target = 0 ORDER BY kind"
    return dict(store.execute(sql).fetchall())


def quoted(word: str) -> str:
    """Return *word* as a string of FTS5, in which no operator can hide."""
    return '"' + word.replace('"', '""') + '"'
