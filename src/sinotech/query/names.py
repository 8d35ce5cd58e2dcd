"""What a typed name means: one record, several candidates, or nothing.

In this order: an id or code; a name exactly as it stands; another name exactly as it
stands; either of them folded (case, accents, width, punctuation); the one nearest name
within one edit, or two from eight letters. The first step that finds anything decides.
Similarity never ranks a long name over a short one; nothing is guessed silently.
"""

from sinotech.naming import ECHOED, fold, is_cjk, key, shortened, untitled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

MAX_LENGTH = 200
"""Characters of the longest name worth looking up; none recorded is as long."""

MAX_CANDIDATES = 8

MAX_OFFERS = 500
"""Names, and ids, that completion offers: more than anybody reads."""

SHORTEST_TYPO = 4
"""Letters a name needs before one edit is read as a slip: BRI is not a slip for BR."""

FEWEST_LETTERS = 3
"""Letters that say enough of a name to offer others that hold them."""

MAX_EDITS = 3
"""Edits within which a name is offered as a candidate."""

LONG = 8
"""Letters from which two edits are read as a slip."""


class Resolution:
    """How a name was read."""

    __slots__ = ("candidates", "id", "input", "kind", "method", "name", "notice")

    def __init__(self, asked: str) -> None:
        """Begin with nothing found for *asked*."""
        self.input = asked
        self.id: str | None = None
        self.kind: str | None = None
        self.name: str | None = None
        self.method: str | None = None
        self.notice: str | None = None
        self.candidates: list[dict[str, str]] = []

    def as_json(self) -> dict[str, object]:
        """Return it as ``meta.resolved`` prints it."""
        return {
            "input": shortened(self.input, ECHOED),
            "id": self.id,
            "method": self.method,
            "notice": self.notice,
            "candidates": self.candidates,
        }


def resolve(
    store: "sqlite3.Connection",
    asked: str,
    kinds: "Sequence[str]",
    *,
    strict: bool = False,
) -> Resolution:
    """Return how *asked* reads as the name of a record of *kinds*.

    The resolution has an id, or candidates, or neither. With *strict*, typos are not
    forgiven.
    """
    resolution = known(store, asked, kinds)
    folded = _folded(asked)
    if not folded or resolution.id or resolution.candidates:
        return resolution
    if not strict and (near := _nearest(store, folded, kinds)):
        return _settle(store, resolution, "typo", near)
    resolution.candidates = _candidates(store, _similar(store, folded, kinds))
    return resolution


def known(
    store: "sqlite3.Connection", asked: str, kinds: "Sequence[str]"
) -> Resolution:
    """Return how *asked* reads if it is a name or spelling of records of *kinds*.

    Nothing that is merely near is looked for.
    """
    resolution = Resolution(asked)
    if not (folded := _folded(asked)):
        return resolution
    for method, found in _steps(store, " ".join(asked.split()), folded, kinds):
        if found:
            return _settle(store, resolution, method, found)
    if "person" in kinds and (bare := untitled(folded)) != folded:
        for method, found in _steps(store, bare, bare, ("person",)):
            if found:
                return _settle(store, resolution, method, found)
    return resolution


def _folded(asked: str) -> str:
    """Return what *asked* is looked up by; nothing if no name is as long."""
    text = " ".join(asked.split())
    return key(text) if len(text) <= MAX_LENGTH else ""


def complete(
    store: "sqlite3.Connection", begun: str, kinds: "Sequence[str]"
) -> list[tuple[str, str]]:
    """Return names and ids that begin as *begun* does, each with what it stands for.

    Only of things that are recorded; names before ids, each thing once.
    """
    wanted = f"kind IN ({', '.join('?' * len(kinds))})"
    names = f"""SELECT name.name, record.title FROM name
                JOIN record ON record.id = name.target AND record.kind = name.kind
                WHERE folded >= ? AND folded < ? || char(1114111)
                  AND name.{wanted} AND method = 'exact'
                ORDER BY record.sort, record.number, name.name <> record.title
                LIMIT ?"""
    ids = f"""SELECT id, title FROM record
              WHERE id >= ? AND id < ? || char(1114111) AND {wanted}
              ORDER BY id LIMIT ?"""
    offered: dict[str, str] = {}
    for sql, begins in ((names, key(begun)), (ids, begun.casefold())):
        for name, title in store.execute(sql, (begins, begins, *kinds, MAX_OFFERS)):
            if title not in offered.values() and name.casefold().startswith(
                begun.casefold()
            ):
                offered[begun + name[len(begun) :]] = title  # shells compare by case
    return list(offered.items())


def _steps(
    store: "sqlite3.Connection", text: str, folded: str, kinds: "Sequence[str]"
) -> "Iterable[tuple[str, list[tuple[str, str]]]]":
    """Yield each step's method and what it finds, as (kind, target) pairs."""
    wanted = f"kind IN ({', '.join('?' * len(kinds))})"
    sql = f"""SELECT 'id', id, kind, id FROM record WHERE id = ? AND {wanted}
              UNION SELECT method, name, kind, target FROM name
              WHERE name IN (?, ?) AND {wanted}"""
    code = text.upper()
    values = (text, *kinds, text, code, *kinds)
    rows = store.execute(sql, values).fetchall()

    def called(method: str, name: str) -> list[tuple[str, str]]:
        return [row[2:] for row in rows if row[:2] == (method, name)]

    yield "id", called("id", text)
    yield "id", _retired(store, text, kinds)
    yield "code", called("code", code)
    yield "exact", called("exact", text)
    yield "alias", called("alias", text)
    sql = f"""SELECT kind, target FROM name
              WHERE folded = ? AND {wanted} AND method <> 'code'
              UNION SELECT kind, id FROM record WHERE id = ? AND {wanted}
              ORDER BY kind, target"""
    values = (folded, *kinds, "-".join(fold(text).split()), *kinds)
    yield "folded", store.execute(sql, values).fetchall()


def _retired(
    store: "sqlite3.Connection", text: str, kinds: "Sequence[str]"
) -> list[tuple[str, str]]:
    sql = """SELECT kind, record.id FROM retired JOIN record ON number = now
             WHERE retired.id = ?"""
    return [row for row in store.execute(sql, (text,)) if row[0] in kinds]


def _settle(
    store: "sqlite3.Connection",
    resolution: Resolution,
    method: str,
    found: list[tuple[str, str]],
) -> Resolution:
    """Fill in what was *found*: one match, or the candidates."""
    if len(found) > 1:
        resolution.candidates = _candidates(store, found)
        return resolution
    resolution.kind, resolution.id = found[0]
    resolution.method = method
    resolution.name = name_of(store, *found[0])
    resolution.notice = _notice(store, resolution)
    return resolution


_HOW = {"alias": "another name of", "folded": "a spelling of", "typo": "a slip for"}


def _notice(store: "sqlite3.Connection", resolution: Resolution) -> str | None:
    """Return what must be said of how a name was read, if anything must."""
    asked = " ".join(resolution.input.split())
    if resolution.method == "id" and resolution.id != asked:
        return f"“{asked}” is now {resolution.id}"
    if resolution.method in {"id", "code"}:
        return None
    sql = "SELECT notice FROM name WHERE folded = ? AND kind = ? AND target = ?"
    known = store.execute(sql, (key(asked), resolution.kind, resolution.id))
    if notice := next((row[0] for row in known if row[0]), None):
        return str(notice)
    if resolution.method == "id" and resolution.id != asked:
        return f"“{asked}” is now {resolution.id}"
    if (
        resolution.method not in _HOW
        or asked.casefold() == str(resolution.name).casefold()
    ):
        return None
    return f"“{asked}” read as {_HOW[resolution.method]} {resolution.name}"


def name_of(store: "sqlite3.Connection", kind: str, target: str) -> str:
    """Return the first name of a target: the record's own, else CLDR's English."""
    row = store.execute("SELECT title FROM record WHERE id = ?", (target,)).fetchone()
    if row is None:
        sql = """SELECT name FROM name WHERE target = ? AND kind = ?
                 ORDER BY method <> 'exact', name"""
        row = store.execute(sql, (target, kind)).fetchone()
    return str(row[0]) if row else target


def _candidates(
    store: "sqlite3.Connection", found: "Iterable[tuple[str, str]]"
) -> list[dict[str, str]]:
    return [
        {"id": target, "kind": kind, "name": name_of(store, kind, target)}
        for kind, target in found
    ]


def _nearest(
    store: "sqlite3.Connection", folded: str, kinds: "Sequence[str]"
) -> list[tuple[str, str]]:
    """Return the targets whose names are fewest edits away, if few enough.

    Chinese has no slips of a letter. An abbreviation with another letter is another
    body (CASS is not CAS), so it is none but where letters are swapped; it still
    stands beside a rival that is as near, as ASEAN does beside Asia.
    """
    if len(folded) < SHORTEST_TYPO or any(map(is_cjk, folded)):
        return []
    from sinotech.query.spelling import distances

    allowed = 2 if len(folded) >= LONG else 1
    best: dict[tuple[str, str], bool] = {}
    for distance, near in distances(store, folded, kinds, allowed):
        if distance < allowed:
            best, allowed = {}, distance
        if distance == allowed:
            swapped = sorted(near.folded) == sorted(folded)
            target = (near.kind, near.target)
            best[target] = best.get(target, False) or not near.abbreviated or swapped
    return sorted(best) if any(best.values()) else []


def _similar(
    store: "sqlite3.Connection", folded: str, kinds: "Sequence[str]"
) -> list[tuple[str, str]]:
    """Return targets that somebody may have meant: they hold its words, or are near."""
    if len(folded) < FEWEST_LETTERS and not any(map(is_cjk, folded)):
        return []
    from sinotech.query.spelling import distances, holding

    found = holding(store, folded, kinds, MAX_CANDIDATES)
    if found or len(folded) < SHORTEST_TYPO:
        return found
    most = min(len(folded) // 3, MAX_EDITS)
    near = distances(store, folded, kinds, most)
    nearest = sorted((distance, one.kind, one.target) for distance, one in near)
    targets = dict.fromkeys((kind, target) for _, kind, target in nearest)
    return list(targets)[:MAX_CANDIDATES]
