"""Figures in series, records that belong together."""

from sinotech.query.paging import EVERYTHING
from sinotech.rawjson import dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Any

    from sinotech.query.paging import Extent, Window
    from sinotech.query.records import Document


def find_series(
    store: "sqlite3.Connection", measure: str, window: "Window" = EVERYTHING
) -> "tuple[list[Document], Extent]":
    """Return a page of *measure* over time, apart by what exactly the figures count.

    Each series has a ``label``, a ``scope`` and a ``unit``; figures of another scope
    are another series, never a later value of the same. The page is of the figures of
    all series, in the order of time.
    """
    sql = """SELECT doc FROM
                 (SELECT figure.number AS one, earliest, latest FROM figure
                  WHERE measure = (SELECT number FROM record WHERE id = ?)
                  ORDER BY earliest NULLS LAST, latest, figure.number
                  LIMIT ? OFFSET ?)
             CROSS JOIN record ON number = one
             ORDER BY earliest NULLS LAST, latest, number"""
    figures = [load(doc) for (doc,) in store.execute(sql, (measure, *window.bounds()))]
    series: dict[tuple[Any, ...], Document] = {}
    for figure in figures:
        told = {name: figure[name] for name in ("label", "scope", "unit")}
        one = series.setdefault(tuple(told.values()), {**told, "figures": []})
        one["figures"].append(figure)
    sql = """SELECT records FROM record JOIN held ON target = number
             WHERE id = ? AND held.kind = 'figure'"""
    total = store.execute(sql, (measure,)).fetchone() or (0,)
    return list(series.values()), window.extent(total[0], len(figures))


def find_related(store: "sqlite3.Connection", id_: str, limit: int) -> "list[Document]":
    """Return the records that share most with *id_*, rarest ties first.

    A tie is a record that both are about, or that one is about; it weighs the less the
    more records are about it. Each result has ``shares``, the names of the ties.

    Ties are looked through from the rarest on, until NEAR records are found. So what is
    missed, if anything, shares none but the most frequent ties, which weigh least.
    """
    ties = _ties(store, id_)
    near: dict[int, None] = {}
    for tie in ties:
        sql = "SELECT record FROM link WHERE target = ? LIMIT ?"
        left = NEAR - len(near)
        near.update(dict.fromkeys(n for (n,) in store.execute(sql, (tie, left))))
    sql = """SELECT doc, score, tied FROM
                 (SELECT link.record, sum(1.0 / tie.value) AS score,
                         group_concat(link.target) AS tied
                  FROM json_each(?) AS near
                  CROSS JOIN link ON link.record = near.value
                  JOIN json_each(?) AS tie ON tie.key = link.target
                  GROUP BY link.record
                  ORDER BY score DESC, link.record LIMIT ?)
             JOIN record ON number = record
             WHERE id <> ? ORDER BY score DESC, record"""
    found = []
    asked = (dump(list(near)), dump({tie: n for tie, (n, _) in ties.items()}))
    for doc, score, tied in store.execute(sql, (*asked, limit + 1, id_)):
        shared = {int(tie) for tie in tied.split(",")}
        names = [title for tie, (_, title) in ties.items() if tie in shared]
        found.append(load(doc) | {"score": round(score, 4), "shares": names})
    return found[:limit]


NEAR = 5000
"""Records that are compared with one, which takes some tens of milliseconds."""


def _ties(store: "sqlite3.Connection", id_: str) -> "dict[int, tuple[int, str]]":
    """Return what *id_* is about, and itself: how many records are, and its title.

    The rarest come first.
    """
    sql = """SELECT number, sum(records) AS records, title FROM record
             JOIN held ON held.target = number AND type <> 'remote'
             WHERE id = ?1 OR number IN
                 (SELECT target FROM link WHERE link.record =
                      (SELECT number FROM record WHERE id = ?1))
             GROUP BY number ORDER BY records, number"""
    return {number: (n, title) for number, n, title in store.execute(sql, (id_,))}
