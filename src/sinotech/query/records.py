"""Records by id and by filter, as the documents that commands print."""

from sinotech.stored import Unread, dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from typing import Any

    Document = dict[str, Any]

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


def get_record(store: "sqlite3.Connection", id_: str) -> "Document | None":
    """Return the record *id_*, or nothing."""
    row = store.execute("SELECT doc FROM record WHERE id = ?", (id_,)).fetchone()
    return load(row[0]) if row else None


def find_records(store: "sqlite3.Connection", ids: "Iterable[str]") -> "list[Document]":
    """Return the records *ids* in the order of the record set."""
    sql = """SELECT doc FROM record WHERE id IN (SELECT value FROM json_each(?))
             ORDER BY number"""
    return [load(doc) for (doc,) in store.execute(sql, (dump(list(ids)),))]


def find_kind(store: "sqlite3.Connection", kind: str) -> "list[Document]":
    """Return all records of *kind* in their order, each with what is linked to it.

    ``held`` counts the records about it, by kind.
    """
    sql = """SELECT doc, (SELECT json_group_object(kind, held) FROM
                 (SELECT kind, count(*) AS held FROM link
                  WHERE target = record.number GROUP BY kind))
             FROM record WHERE kind = ? ORDER BY sort, number"""
    rows = store.execute(sql, (kind,))
    return [load(doc) | {"held": load(held)} for doc, held in rows]


def find_sources(store: "sqlite3.Connection") -> "list[Document]":
    """Return all sources, each with the number of citations that point to it."""
    sql = """SELECT doc, (SELECT count(*) FROM citation WHERE source = record.number)
             FROM record WHERE kind = 'source' ORDER BY number"""
    return [load(doc) | {"cited": cited} for doc, cited in store.execute(sql)]


def find_briefs(store: "sqlite3.Connection", ids: "Sequence[str]") -> "list[Document]":
    """Return the sources *ids*, in that order, as an envelope cites them."""
    sql = """SELECT brief FROM json_each(?) AS asked
             JOIN record ON record.id = asked.value
             JOIN source ON source.number = record.number ORDER BY asked.key"""
    return [load(brief) for (brief,) in store.execute(sql, (dump(ids),))]


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


def cited_from(store: "sqlite3.Connection", source: str) -> "list[Document]":
    """Return the records that *source* is cited for, kind after kind."""
    sql = """SELECT doc FROM record WHERE number IN
                 (SELECT citation.record FROM citation
                  JOIN record AS cited ON cited.number = citation.source
                  WHERE cited.id = ?)
             ORDER BY number"""
    return [load(doc) for (doc,) in store.execute(sql, (source,))]


def find_figures(
    store: "sqlite3.Connection",
    *,
    about: "Sequence[str]" = (),
    sources: "Sequence[str]" = (),
    period: "tuple[str, str] | None" = None,
    words: "Sequence[str]" = (),
) -> "list[Document]":
    """Return the figures that pass every filter, by measure and date.

    They are about each of the records *about* (a country, a program, a measure), are
    written in one of *sources*, are true of a date that overlaps *period*, and hold
    all *words*.
    """
    where, values = ["record.kind = 'figure'"], []
    for target in about:
        where.append(
            """record.number IN (SELECT link.record FROM link
               JOIN record AS target ON target.number = link.target
               WHERE target.id = ?)"""
        )
        values.append(target)
    if sources:
        where.append(
            """record.number IN (SELECT citation.record FROM citation
               JOIN record AS cited ON cited.number = citation.source
               WHERE cited.id IN (SELECT value FROM json_each(?)))"""
        )
        values.append(dump(sources))
    if period:
        where.append("figure.earliest <= ? AND figure.latest >= ?")
        values += [period[1], period[0]]
    if words:
        where.append("record.number IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(" ".join(quoted(word) for word in words))
    sql = f"""SELECT doc FROM record JOIN figure USING (number)
              WHERE {" AND ".join(where)} ORDER BY sort, number"""
    return [load(doc) for (doc,) in store.execute(sql, values)]


def find_profile(store: "sqlite3.Connection", id_: str) -> "dict[str, Unread] | None":
    """Return what is recorded about *id_*, by section; nothing if it is no record.

    A program in a section carries the ``role`` of *id_* in it. Conflicts are those
    about *id_* and those about any record listed.
    """
    row = store.execute("SELECT number FROM record WHERE id = ?", (id_,)).fetchone()
    if row is None:
        return None
    sql = """SELECT link.kind, doc, cites, role FROM link
             JOIN record ON number = link.record
             WHERE target = ? ORDER BY link.kind, link.sort, number"""
    sections = {name: Unread() for name in PROFILE_SECTIONS}
    section_of = {kind: sections[name] for name, kind in PROFILE_SECTIONS.items()}
    section_of["conflict"] = Unread()  # found below, with those about other records
    for kind, *document in store.execute(sql, row):
        if kind in section_of:
            section_of[kind].add(*document)
    for document in _conflicts_about(store, row[0]):
        sections["conflicts"].add(*document)
    return sections


def _conflicts_about(
    store: "sqlite3.Connection", target: int
) -> "Iterable[tuple[str, str]]":
    """Yield the conflicts about a record, and about all that a profile of it lists."""
    kinds = tuple(PROFILE_SECTIONS.values())
    listed = f"target = ? AND kind IN ({', '.join('?' * len(kinds))})"
    sql = f"""SELECT doc, cites FROM record WHERE number IN (
                  SELECT record FROM link WHERE target = ? AND kind = 'conflict'
                  UNION
                  SELECT conflict FROM dispute JOIN link USING (record) WHERE {listed})
              ORDER BY number"""
    return store.execute(sql, (target, target, *kinds))


def find_conflicts(
    store: "sqlite3.Connection", sections: "dict[str, list[Document]]"
) -> "list[Document]":
    """Return the conflicts in *sections* and those about any other record there."""
    ids = {document["id"] for document in sections.get("conflicts", ())}
    for documents in sections.values():
        for document in documents:
            ids.update(document.get("conflicts", ()))
    return find_records(store, ids)


def find_meta(store: "sqlite3.Connection") -> dict[str, str]:
    """Return what the database says of where it comes from."""
    return dict(store.execute("SELECT key, value FROM meta").fetchall())


def find_origin(store: "sqlite3.Connection") -> dict[str, str]:
    """Return the name, version and sha256 of the record set."""
    meta = find_meta(store)
    return {key: meta[f"records_{key}"] for key in ("name", "version", "sha256")}


def count_kinds(store: "sqlite3.Connection") -> dict[str, int]:
    """Return how many records there are of each kind."""
    sql = "SELECT kind, count(*) FROM record GROUP BY kind ORDER BY kind"
    return dict(store.execute(sql).fetchall())


def quoted(word: str) -> str:
    """Return *word* as a string of FTS5, in which no operator can hide."""
    return '"' + word.replace('"', '""') + '"'
