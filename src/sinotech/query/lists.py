"""Lists of one kind, whole or filtered, page by page.

Whatever is long is read in the order of an index, and only as far as the page goes; how
many there are is counted when compiling, or else up to a cap.
"""

from sinotech.query.paging import CAP, EVERYTHING
from sinotech.query.records import quoted
from sinotech.rawjson import dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from sinotech.query.paging import Extent, Window
    from sinotech.query.records import Document

    Listed = tuple[list[Document], Extent]


def find_kind(
    store: "sqlite3.Connection", kind: str, window: "Window" = EVERYTHING
) -> "Listed":
    """Return a page of the records of *kind*, each with how many are linked to it.

    ``held`` counts the records about it, by kind.
    """
    sql = """SELECT doc, (SELECT json_group_object(kind, records) FROM
                 (SELECT kind, sum(records) AS records FROM held
                  WHERE target = record.number AND type <> 'remote' GROUP BY kind))
             FROM record WHERE kind = ? ORDER BY sort, number LIMIT ? OFFSET ?"""
    rows = store.execute(sql, (kind, *window.bounds())).fetchall()
    found = [load(doc) | {"held": load(held)} for doc, held in rows]
    return found, window.extent(_held(store, 0, kind), len(found))


def find_sources(
    store: "sqlite3.Connection", window: "Window" = EVERYTHING
) -> "Listed":
    """Return a page of the sources, each with how many citations point to it."""
    sql = """SELECT doc, (SELECT citations FROM cited WHERE source = number)
             FROM record WHERE kind = 'source' ORDER BY sort, number LIMIT ? OFFSET ?"""
    rows = store.execute(sql, window.bounds()).fetchall()
    found = [load(doc) | {"cited": cited} for doc, cited in rows]
    return found, window.extent(_held(store, 0, "source"), len(found))


def cited_from(
    store: "sqlite3.Connection", source: str, window: "Window" = EVERYTHING
) -> "Listed":
    """Return a page of the records that *source* is cited for, kind after kind."""
    sql = (
        "SELECT source, records FROM cited JOIN record ON number = source WHERE id = ?"
    )
    number, total = store.execute(sql, (source,)).fetchone() or (0, 0)
    sql = """SELECT doc FROM
                 (SELECT DISTINCT record FROM citation WHERE source = ?
                  ORDER BY record LIMIT ? OFFSET ?)
             JOIN record ON number = record ORDER BY number"""
    rows = store.execute(sql, (number, *window.bounds()))
    found = [load(doc) for (doc,) in rows]
    return found, window.extent(total, len(found))


def find_figures(
    store: "sqlite3.Connection",
    *,
    about: "Sequence[str]" = (),
    sources: "Sequence[str]" = (),
    periods: "Sequence[tuple[str, str]]" = (),
    words: "Sequence[str]" = (),
    window: "Window" = EVERYTHING,
) -> "Listed":
    """Return a page of the figures that pass every filter, by measure and date.

    They are about each of the records *about* (a country, a program, a measure), are
    written in one of *sources*, are true of a date that overlaps each of *periods*,
    and hold all *words*.
    """
    asked = Filter(store, "figure", about)
    if sources:
        asked.among(_WRITTEN_IN, dump(sources))
    if words:
        asked.among(_HOLDING, " ".join(quoted(word) for word in words))
    for period in periods:
        asked.among(_TRUE_WITHIN, *period)
    rows, extent = asked.page(window)
    return [load(doc) for doc, _ in rows], extent


_TRUE_WITHIN = "SELECT number FROM figure WHERE latest >= ? AND earliest <= ?"
_HOLDING = "SELECT rowid FROM search WHERE search MATCH ?"
_WRITTEN_IN = """SELECT citation.record FROM json_each(?)
                 JOIN record AS cited ON cited.id = value
                 JOIN citation ON citation.source = cited.number"""


def find_events(
    store: "sqlite3.Connection",
    *,
    about: "Sequence[str]" = (),
    first: str | None = None,
    last: str | None = None,
    window: "Window" = EVERYTHING,
) -> "Listed":
    """Return a page of the events about each of *about*, by the days they may be of.

    They may lie between *first* and *last*. Each has the ``earliest`` and the
    ``latest`` day that it may be of, which are what it is sorted by.
    """
    asked = Filter(store, "event", about)
    if last:
        asked.where("one.sort <= ?", f"{last} ~")  # where the walk can end
    if first:
        asked.where("substr(one.sort, 12) >= ?", first)
    rows, extent = asked.page(window)
    return [load(doc) | _days(sort) for doc, sort in rows], extent


def _days(sort: str) -> "Document":
    """Return the days that events are sorted by."""
    earliest, latest = sort.split()
    return {"earliest": earliest, "latest": latest}


def find_all_conflicts(
    store: "sqlite3.Connection", about: "Sequence[str]", window: "Window" = EVERYTHING
) -> "Listed":
    """Return a page of the conflicts that are about each of *about*."""
    rows, extent = Filter(store, "conflict", about).page(window)
    return [load(doc) for doc, _ in rows], extent


def find_common(
    store: "sqlite3.Connection", targets: "Sequence[str]", ids: "Sequence[str]"
) -> set[str]:
    """Return those of the records *ids* that profiles of all *targets* hold."""
    sql = """SELECT record.id FROM json_each(?) AS shown
             JOIN record ON record.id = shown.value
             WHERE NOT EXISTS (
                 SELECT 1 FROM json_each(?) AS asked
                 JOIN record AS target ON target.id = asked.value
                 WHERE NOT EXISTS (
                     SELECT 1 FROM link
                     WHERE link.record = record.number AND link.target = target.number)
                 AND NOT EXISTS (
                     SELECT 1 FROM concern
                     WHERE concern.target = target.number AND remote = 1
                       AND conflict = record.number))"""
    rows = store.execute(sql, (dump(list(ids)), dump(list(targets))))
    return {id_ for (id_,) in rows}


class Filter:
    """What records of a *kind* must be, put together to one walk in their order.

    The walk is along the index of what is linked to the one of *about* that least is
    linked to, or along that of the kind. Where few records are left at all, these are
    sorted instead. What it costs is what it passes over before the page is full: at
    worst, where filters rule nearly everything out together but none does alone, one
    look at each record on the way.
    """

    def __init__(
        self, store: "sqlite3.Connection", kind: str, about: "Sequence[str]"
    ) -> None:
        """Begin with the records of *kind* that are about each of *about*."""
        self.store = store
        self.kind = kind
        self._few = False
        self._conditions: list[str] = []
        self._values: list[Any] = []
        targets = [_number(store, id_) for id_ in about]
        sizes = sorted((_held(store, target, kind), target) for target in targets)
        self._known, self._start = sizes[0] if sizes else (_held(store, 0, kind), 0)
        for _, target in sizes[1:]:
            self.where(_LINKED, target, kind)

    def where(self, condition: str, *values: "Any") -> None:  # noqa: ANN401  # SQL's
        """Ask for a *condition* of ``one``, which has a number and a sort."""
        self._conditions.append(condition)
        self._values += values

    def among(self, numbers: str, *values: str) -> None:
        """Ask that a record's number be one of those that a query yields."""
        counted = f"SELECT count(*) FROM ({numbers} LIMIT {CAP + 1})"
        found = self.store.execute(counted, values).fetchone()[0]
        few = found <= min(CAP, self._known)
        self._few = self._few or few
        # the plus keeps SQLite from walking along the numbers, and sorting them all
        self.where(f"{'' if few else '+'}one.number IN ({numbers})", *values)

    def page(self, window: "Window") -> "tuple[list[tuple[str, str]], Extent]":
        """Return documents and their sorts, with what the page is of."""
        walk, values = self._walk()
        limit, offset = window.bounds()
        if self._conditions:  # what comes after the page is only counted
            last = -1 if limit < 0 else max(CAP, offset + limit) + 1
            passed = self.store.execute(walk, (*values, last, 0)).fetchall()
            known, exact = len(passed), limit < 0 or len(passed) < last
            known -= not exact
            numbers = passed[offset : None if limit < 0 else offset + limit]
        else:
            numbers = self.store.execute(walk, (*values, limit, offset)).fetchall()
            known, exact = self._known, True
        sql = """SELECT doc, sort FROM json_each(?) CROSS JOIN record ON number = value
                 ORDER BY key"""
        listed = dump([number for (number,) in numbers])
        rows = self.store.execute(sql, (listed,)).fetchall()
        return rows, window.extent(known, len(rows), exact=exact)

    def _walk(self) -> "tuple[str, list[Any]]":
        """Return the query that yields the numbers of the records, in order."""
        base, conditions = _OF_KIND, self._conditions
        values: list[Any] = [self.kind]
        if self._few:
            base = _UNORDERED
        if self._start and self._few:
            conditions = [_LINKED, *conditions]
            values += [self._start, self.kind]
        elif self._start:
            base, values = _OF_TARGET, [self._start, self.kind]
        sql = f"""SELECT one.number FROM ({base}) AS one
                  WHERE {" AND ".join(conditions) or "1"}
                  ORDER BY one.sort, one.number LIMIT ? OFFSET ?"""
        return sql, [*values, *self._values]


_OF_KIND = "SELECT number, sort FROM record WHERE kind = ?"
_UNORDERED = "SELECT number, sort FROM record WHERE +kind = ?"  # not by its index
_OF_TARGET = """SELECT record AS number, sort FROM link
                WHERE target = ? AND link.kind = ?"""
_LINKED = """EXISTS (SELECT 1 FROM link WHERE link.target = ? AND link.kind = ?
                     AND link.sort = one.sort AND link.record = one.number)"""


def _number(store: "sqlite3.Connection", id_: str) -> int:
    """Return the number of the record *id_*; if there is none, one that nothing has."""
    row = store.execute("SELECT number FROM record WHERE id = ?", (id_,)).fetchone()
    return int(row[0]) if row else -1


def _held(store: "sqlite3.Connection", target: int, kind: str) -> int:
    """Return how many records of *kind* are about *target*, or at all if it is 0."""
    sql = """SELECT coalesce(sum(records), 0) FROM held
             WHERE target = ? AND kind = ? AND type <> 'remote'"""
    return int(store.execute(sql, (target, kind)).fetchone()[0])
