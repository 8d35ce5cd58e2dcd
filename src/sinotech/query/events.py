"""Events in order, figures in series, records that belong together."""

from sinotech.stored import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

    from sinotech.query.records import Document

_ABOUT = """number IN (SELECT link.record FROM link
            JOIN record AS target ON target.number = link.target WHERE target.id = ?)"""


def find_events(
    store: "sqlite3.Connection",
    *,
    about: "Sequence[str]" = (),
    first: str | None = None,
    last: str | None = None,
) -> "list[Document]":
    """Return the events about each of *about* that may lie between *first* and *last*.

    Each has the first and the last day that it may be of; the order is by these.
    """
    where = ["latest >= ?", "earliest <= ?", *[_ABOUT] * len(about)]
    sql = f"""SELECT doc, earliest, latest FROM event JOIN record USING (number)
              WHERE {" AND ".join(where)} ORDER BY earliest, latest, number"""
    values = (first or "", last or "9999-12-31", *about)
    return [
        load(doc) | {"earliest": earliest, "latest": latest}
        for doc, earliest, latest in store.execute(sql, values)
    ]


def find_all_conflicts(
    store: "sqlite3.Connection", about: "Sequence[str]"
) -> "list[Document]":
    """Return all conflicts that are about each of *about*."""
    where = ["kind = 'conflict'", *[_ABOUT] * len(about)]
    sql = f"SELECT doc FROM record WHERE {' AND '.join(where)} ORDER BY number"
    return [load(doc) for (doc,) in store.execute(sql, about)]


def find_series(store: "sqlite3.Connection", measure: str) -> "list[Document]":
    """Return the figures of *measure* over time, apart by what exactly they count.

    Each series has a ``label``, a ``scope`` and a ``unit``; figures of another scope
    are another series, never a later value of the same.
    """
    sql = """SELECT record.doc FROM figure
             JOIN record ON record.number = figure.number
             JOIN record AS measured ON measured.number = figure.measure
             WHERE measured.id = ?
             ORDER BY earliest IS NULL, earliest, latest, figure.number"""
    series: dict[tuple[Any, ...], Document] = {}
    for (doc,) in store.execute(sql, (measure,)):
        figure = load(doc)
        told = {name: figure[name] for name in ("label", "scope", "unit")}
        one = series.setdefault(tuple(told.values()), {**told, "figures": []})
        one["figures"].append(figure)
    return list(series.values())


def find_related(store: "sqlite3.Connection", id_: str, limit: int) -> "list[Document]":
    """Return the records that share most with *id_*, rarest ties first.

    A tie is a record that both are about, or that one is about; it weighs the less the
    more records are about it. Each result has ``shares``, the names of the ties.
    """
    sql = """WITH asked AS (SELECT number FROM record WHERE id = ?1),
                  tie AS (SELECT target AS number FROM link, asked
                          WHERE record = asked.number
                          UNION SELECT number FROM asked),
                  weight AS (SELECT tie.number, 1.0 / count(*) AS worth
                             FROM tie JOIN link ON link.target = tie.number
                             GROUP BY tie.number)
             SELECT record.doc, sum(worth) AS score,
                    group_concat(tied.title, char(10))
             FROM weight
             JOIN link ON link.target = weight.number
             JOIN record ON record.number = link.record
             JOIN record AS tied ON tied.number = weight.number
             WHERE record.number NOT IN (SELECT number FROM asked)
             GROUP BY record.number ORDER BY score DESC, record.number LIMIT ?2"""
    return [
        load(doc) | {"score": round(score, 4), "shares": ties.split("\n")}
        for doc, score, ties in store.execute(sql, (id_, limit))
    ]
