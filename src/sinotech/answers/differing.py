"""The command that says what differs between two record sets."""

from contextlib import closing

from sinotech.answers.answer import Answer
from sinotech.errors import ANSWERED, UsageError
from sinotech.progress import Bar, Meter

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import Any

    from sinotech.diff.compare import Change
    from sinotech.query.paging import Window

    Row = dict[str, Any]

LONG = 200_000
"""Records of both sets that take a second to compare."""

DIFFERENT = 1
"""The exit code where anything differs, as that of diff(1)."""


def diff(*, old: str | None, new: str | None, window: "Window") -> Answer:
    """Answer with the records that were added, removed or changed."""
    from sinotech.diff.sides import open_side

    old, new = _given("OLD", old), _given("NEW", new)
    with Bar() as bar:
        before = open_side(old, bar)
    with closing(before):
        with Bar() as bar:
            after = open_side(new, bar)
        with closing(after):
            return _answer(before, after, window)


def _given(name: str, side: str | None) -> str:
    """Return the *side* that the argument *name* names. Raises UsageError if none."""
    if side is None:
        raise UsageError(f"{name} is missing", "see sinotech diff --help")
    if not side:
        raise UsageError(f"{name} names nothing", "give a path, or bundled")
    return side


def _answer(
    before: "sqlite3.Connection", after: "sqlite3.Connection", window: "Window"
) -> Answer:
    from sinotech.diff.compare import compare
    from sinotech.query.records import count_kinds, find_origin
    from sinotech.store import Wall

    origins, records = {}, 0
    for side, store in (("old", before), ("new", after)):
        with Wall(store):
            origins[side] = find_origin(store)
            records += sum(count_kinds(store).values())
    data = {**origins, "added": 0, "removed": 0, "changed": 0}
    limit, offset = window.bounds()
    changes: list[Row] = []
    total = 0
    with Bar(LONG) as bar:
        found = compare(before, after, Meter(bar, "comparing", records))
        for total, row in enumerate(_counted(found, data), 1):
            if total > offset and (limit < 0 or len(changes) < limit):
                changes.append(row)
    extent = window.extent(total, len(changes))
    answer = Answer("diff@1", {**data, "changes": changes}, pages={"changes": extent})
    answer.exit_code = DIFFERENT if total else ANSWERED
    answer.judged = True
    if not total and origins["old"]["sha256"] != origins["new"]["sha256"]:
        answer.notices = ("the records are the same, though their files are not",)
    answer.sources = _sources(answer, before, after)
    return answer


def _counted(changes: "Iterator[Change]", counts: "Row") -> "Iterator[Row]":
    """Yield a row for each record that was added or removed, and each field changed.

    Records are counted by what was done to them.
    """
    for one in changes:
        counts[one.what] += 1
        for name, old, new in one.fields or ((None, None, None),):
            yield {
                "change": one.what,
                "id": one.id,
                "kind": one.kind,
                "title": one.title,
                "field": name,
                "old": old,
                "new": new,
                "citations": one.citations,
            }


def _sources(
    answer: Answer, before: "sqlite3.Connection", after: "sqlite3.Connection"
) -> "list[Row]":
    """Return the sources that are cited, from the new set, or else from the old."""
    from sinotech.query.records import find_briefs
    from sinotech.rawjson import read
    from sinotech.store import Wall

    found: dict[str, Row] = {}
    for store in (before, after):
        with Wall(store):
            briefs = read(find_briefs(store, answer.cited()))
            found |= {brief["id"]: brief for brief in briefs}
    return [found[id_] for id_ in answer.cited() if id_ in found]
