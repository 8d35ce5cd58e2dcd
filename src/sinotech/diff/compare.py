"""Two record sets compared, id by id, in flat memory.

Compared is what records say themselves. What a document holds of others is left out:
the name of what it refers to, the label of a citation, the conflicts about it.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from sinotech.kinds import line_of
from sinotech.rawjson import load, own_citations
from sinotech.store import Wall

Document = dict[str, Any]
Tick = Callable[[int], None]

PAGE = 500
"""Records that are read at once."""

ADDED, REMOVED, CHANGED = "added", "removed", "changed"

_NOT_OWN = frozenset("id kind standing conflicts sides reference iso2".split())
"""Fields of documents that say what other records do, or the same once more."""

_PLACE = ("source", "section", "paragraph", "find")
"""What a record itself says of a place where it is written."""

_OF_MEASURE = ("label", "unit", "scope")
"""Fields of a figure that its document has of the measure, unless it has its own."""

_SQL = """SELECT id, kind, doc, wordings, sha256 FROM record
          LEFT JOIN source ON source.number = record.number
          WHERE id > ? ORDER BY id LIMIT ?"""


class Found(NamedTuple):
    """A record as a store has it."""

    id: str
    kind: str
    doc: str
    wordings: str
    sha256: str | None


Difference = tuple[str, Any, Any]
"""A field by its name, what it was, and what it is."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record that only one set has, or that both have, with other *fields*.

    *citations* say where the new record, or one that was removed, is written.
    """

    what: str
    id: str
    kind: str
    title: str
    fields: tuple[Difference, ...]
    citations: list[Document]


class Side:
    """One of the sets, read by id."""

    def __init__(self, store: sqlite3.Connection, tick: Tick) -> None:
        """Read *store*; *tick* is told how many more records were read."""
        self._store, self._tick = store, tick
        self._measure = lru_cache(maxsize=10_000)(self._find_measure)

    def __iter__(self) -> Iterator[Found]:
        """Yield all records by id. Raises StoreError if the store is damaged."""
        last: str | None = ""
        while last is not None:
            with Wall(self._store):
                rows = self._store.execute(_SQL, (last, PAGE)).fetchall()
                found = [Found(*row) for row in rows]
            yield from found
            self._tick(len(found))
            last = found[-1].id if len(found) == PAGE else None

    def own(self, found: Found) -> Document:
        """Return what a record says itself. Raises StoreError if that is damaged."""
        with Wall(self._store):
            doc = load(found.doc)
            doc["citations"] = own_citations(doc)
            own = {key: _own(key, doc[key]) for key in doc if key not in _NOT_OWN}
            if "aliases_ours" in own:
                ours = own["aliases_ours"]
                own["aliases"] = [one for one in own["aliases"] if one not in ours]
            if found.kind == "figure":
                measure = self._measure(doc["measure"])
                for name in _OF_MEASURE:
                    own[name] = None if doc[name] == measure[name] else doc[name]
            if found.kind == "source":
                own |= {"standing": doc["standing"], "sha256": found.sha256}
                del own["citations"]
            if found.kind != "measure":  # whose wordings are its labels
                own["wordings"] = found.wordings.split("\n") if found.wordings else []
            return own

    def change(
        self, what: str, found: Found, fields: tuple[Difference, ...] = ()
    ) -> Change:
        """Return a change of a record of this side. Raises StoreError."""
        with Wall(self._store):
            doc = load(found.doc)
            title, places = line_of(doc), doc["citations"]
            return Change(what, found.id, found.kind, title, fields, places)

    def _find_measure(self, id_: str) -> Document:
        sql = "SELECT doc FROM record WHERE id = ?"
        measure: Document = load(self._store.execute(sql, (id_,)).fetchone()[0])
        return measure


def _own(key: str, value: Any) -> Any:  # noqa: ANN401  # JSON of any shape
    """Return what a record itself says in a field *key* of its document."""
    if key == "citations":
        return [{name: place[name] for name in _PLACE} for place in value]
    if isinstance(value, list):
        return [_own("", one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"id", "kind", "name"}:
        return value["id"]
    return {name: _own(name, one) for name, one in value.items()}


def compare(
    old: sqlite3.Connection, new: sqlite3.Connection, tick: Tick
) -> Iterator[Change]:
    """Yield what differs between two sets, by id. Raises StoreError.

    *tick* is told how many more records of either were read.
    """
    before, after = Side(old, tick), Side(new, tick)
    olds, news = iter(before), iter(after)
    one, other = next(olds, None), next(news, None)
    while one or other:
        if other is None or (one and one.id < other.id):
            assert one  # noqa: S101  # or the loop had ended
            yield before.change(REMOVED, one)
            one = next(olds, None)
        elif one is None or other.id < one.id:
            yield after.change(ADDED, other)
            other = next(news, None)
        else:
            if one != other and (fields := _fields(before, one, after, other)):
                yield after.change(CHANGED, other, fields)
            one, other = next(olds, None), next(news, None)


def _fields(
    before: Side, one: Found, after: Side, other: Found
) -> tuple[Difference, ...]:
    """Return the fields in which a record differs, in their order."""
    old, new = before.own(one), after.own(other)
    if one.kind != other.kind:
        old, new = {"kind": one.kind, **old}, {"kind": other.kind, **new}
    return tuple(
        (name, old.get(name), new.get(name))
        for name in dict.fromkeys((*new, *old))
        if old.get(name) != new.get(name)
    )
