"""What a claim is judged by: names, words and records that may bear on it."""

from functools import lru_cache

from sinotech.prose.lexicon import Entry, unpack
from sinotech.query.postings import count_all
from sinotech.query.ranking import SMALL, RankingQuery, rank
from sinotech.rawjson import dump, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from typing import Any


EVIDENCE_KINDS = (
    "program",
    "figure",
    "event",
    "statement",
    "group",
    "organization",
    "person",
)
"""Kinds of record that a claim is judged by."""


_WEIGHTS = (0.5, 1.0, 0.5, 0.5)
"""Weights of a word in a record's title, text, linked names and wordings. The title is
mostly the text again; of five settings tried on CheckThat! (development), the best."""

LINKED = 300
"""Records of a kind about one target that are looked at: as many as the fullest of ours
has."""

FEWER_LINKED = 50
"""As many in sets that are larger than any made by hand: each costs 2 microseconds."""


KEPT = 64
"""Targets of which it is kept what is about them: the parts of a claim share them."""


class EvidenceRow:
    """A record that may bear on a claim, with all that it is judged by.

    *features* are empty if the compile left it unread; then its *wordings* are read
    too. *links* are the numbers of what it is about, *kinds* the ids of that and what
    each is.
    """

    __slots__ = (
        "doc",
        "features",
        "id",
        "kind",
        "kinds",
        "links",
        "number",
        "wordings",
    )

    def __init__(
        self,
        number: int,
        id_: str,
        kind: str,
        doc: str,
        wordings: str,
        features: str | None,
    ) -> None:
        """Hold a row of the store."""
        self.number, self.id, self.kind = number, id_, kind
        self.doc, self.wordings, self.features = doc, wordings, features or ""
        self.kinds: dict[str, str] = {}
        self.links = [number]


def _marks(values: "Sequence[object]") -> str:
    return ", ".join("?" * len(values))


def find_named(
    store: "sqlite3.Connection", grams: "Iterable[str]"
) -> list[tuple[str, str, str, str, str]]:
    """Return the names that *grams* (folded) are: folded, kind, target, name, method."""  # noqa: E501
    sql = """SELECT folded, kind, target, name, method FROM name
             WHERE folded IN (SELECT value FROM json_each(?))"""
    rows: list[tuple[str, str, str, str, str]]
    rows = store.execute(sql, (dump(list(grams)),)).fetchall()
    return rows


def find_entries(store: "sqlite3.Connection", stems: "Iterable[str]") -> list[Entry]:
    """Return the entries of the lexicon that begin with one of *stems*."""
    sql = """SELECT phrase, own, implied, opposed, records, light, adverse FROM lexicon
             WHERE head IN (SELECT value FROM json_each(?))"""
    return [
        Entry(
            tuple(phrase.split()),
            (unpack(own), unpack(implied), unpack(opposed)),
            records,
            light,
            adverse=bool(adverse),
        )
        for phrase, own, implied, opposed, records, light, adverse in store.execute(
            sql, (dump(list(stems)),)
        )
    ]


def find_places(
    store: "sqlite3.Connection", grams: "Iterable[str]"
) -> list[tuple[str, str, str, str, int]]:
    """Return the places that *grams* (folded) are: folded, name, kind, within, careful."""  # noqa: E501
    sql = """SELECT folded, name, kind, within, careful FROM place
             WHERE folded IN (SELECT value FROM json_each(?))"""
    rows: list[tuple[str, str, str, str, int]]
    rows = store.execute(sql, (dump(list(grams)),)).fetchall()
    return rows


def find_verbs(
    store: "sqlite3.Connection", stems: "Iterable[str]"
) -> dict[str, tuple[str, str, str]]:
    """Return what is known of each of *stems* that a verb has.

    That is whether it is mostly one (``v``, ``n`` or ``=``), the stems of verbs akin to
    it, and of its opposites, each in one row.
    """
    sql = """SELECT stem, mostly, akin, against FROM verb
             WHERE stem IN (SELECT value FROM json_each(?))"""
    rows = store.execute(sql, (dump(list(stems)),))
    return {stem: (mostly, akin, against) for stem, mostly, akin, against in rows}


def count_records(
    store: "sqlite3.Connection", stems: "Iterable[str]"
) -> dict[str, int]:
    """Return how many records hold each of *stems*; those in none are left out."""
    sql = """SELECT stem, records FROM term
             WHERE stem IN (SELECT value FROM json_each(?))"""
    return dict(store.execute(sql, (dump(list(stems)),)).fetchall())


def find_meanings(
    store: "sqlite3.Connection", concepts: "Iterable[int]"
) -> dict[int, list[str]]:
    """Return the words in records that mean or entail each of *concepts*."""
    found: dict[int, list[str]] = {}
    sql = """SELECT concept, word FROM meaning
             WHERE concept IN (SELECT value FROM json_each(?))"""
    for concept, word in store.execute(sql, (dump(list(concepts)),)):
        found.setdefault(concept, []).append(word)
    return found


def find_candidates(
    store: "sqlite3.Connection", every: "Sequence[RankingQuery]"
) -> list[list[int]]:
    """Return the numbers of the records that are wanted of *every*, the best first."""
    return rank(store, every, _WEIGHTS)


def find_linked(
    store: "sqlite3.Connection", targets: "Sequence[str]", limit: int
) -> list[int]:
    """Return the numbers of up to *limit* records about most of *targets*.

    Of a target that more than ``LINKED`` records of a kind are about (in large sets,
    ``FEWER_LINKED``), the first so many are looked at, as a profile lists them, and
    those that are about a rarer target.
    """
    sql = f"SELECT number FROM record WHERE id IN ({_marks(targets)}) ORDER BY number"
    asked = [number for (number,) in store.execute(sql, tuple(targets))]
    near = [number for target in asked for number in _near(store, target)]
    if len(asked) == 1:
        return sorted(set(near))[:limit]
    return _by_links(store, tuple(asked), tuple(sorted(set(near))))[:limit]


@lru_cache(maxsize=KEPT)
def _near(store: "sqlite3.Connection", target: int) -> tuple[int, ...]:
    """Return the first records of each kind about *target*."""
    found: list[int] = []
    most = LINKED if count_all(store) <= SMALL else FEWER_LINKED
    for kind in EVIDENCE_KINDS:
        sql = "SELECT record FROM link WHERE target = ? AND kind = ? LIMIT ?"
        found += [row[0] for row in store.execute(sql, (target, kind, most))]
    return tuple(found)


@lru_cache(maxsize=KEPT)
def _by_links(
    store: "sqlite3.Connection", targets: tuple[int, ...], numbers: tuple[int, ...]
) -> list[int]:
    """Return *numbers*, those first that are about most of *targets*."""
    sql = """SELECT record FROM json_each(?) JOIN link ON record = value
             WHERE target IN (SELECT value FROM json_each(?))
             GROUP BY record ORDER BY count(*) DESC, record"""
    rows = store.execute(sql, (dump(numbers), dump(targets)))
    return [number for (number,) in rows]


def find_mates(
    store: "sqlite3.Connection", targets: "Sequence[str]", most: int
) -> list[str]:
    """Return the ids of records about those of *targets* with at most *most* records."""  # noqa: E501
    sql = f"""SELECT record.id FROM record AS one
              JOIN link ON link.target = one.number
              JOIN record ON record.number = link.record
              WHERE one.id IN ({_marks(targets)})
                AND ? >= (SELECT count(*) FROM (
                    SELECT 1 FROM link WHERE target = one.number LIMIT ?))"""
    return [id_ for (id_,) in store.execute(sql, (*targets, most, most + 1))]


def find_beside(store: "sqlite3.Connection", number: int, most: int) -> list[int]:
    """Return up to *most* records that cite a paragraph which record *number* cites."""
    marks = _marks(EVIDENCE_KINDS)
    sql = f"""SELECT DISTINCT other.record FROM citation AS one
              JOIN citation AS other
                ON other.source = one.source AND other.paragraph = one.paragraph
              JOIN record ON record.number = other.record
              WHERE one.record = ? AND other.record != one.record
                AND record.kind IN ({marks}) LIMIT ?"""
    rows = store.execute(sql, (number, *EVIDENCE_KINDS, most))
    return sorted(number for (number,) in rows)


def find_own(store: "sqlite3.Connection", ids: "Sequence[str]") -> list[int]:
    """Return the numbers of the records *ids* themselves that can be evidence."""
    sql = f"""SELECT number FROM record
              WHERE id IN ({_marks(ids)}) AND kind IN ({_marks(EVIDENCE_KINDS)})"""
    return [number for (number,) in store.execute(sql, (*ids, *EVIDENCE_KINDS))]


def get_evidence(
    store: "sqlite3.Connection", numbers: "Sequence[int]"
) -> list[EvidenceRow]:
    """Return the records *numbers*, in that order, with what they are linked to."""
    if not numbers:
        return []
    asked = dump(numbers)
    sql = """SELECT number, id, kind, doc, wordings, features FROM record
             LEFT JOIN reading ON record = number
             WHERE number IN (SELECT value FROM json_each(?))"""
    found = {row[0]: EvidenceRow(*row) for row in store.execute(sql, (asked,))}
    sql = """SELECT link.record, number, id, record.kind
             FROM link JOIN record ON number = link.target
             WHERE link.record IN (SELECT value FROM json_each(?))"""
    for number, target, id_, kind in store.execute(sql, (asked,)):
        found[number].kinds[id_] = kind
        found[number].links.append(target)
    return [found[number] for number in numbers if number in found]


def find_name_stems(
    store: "sqlite3.Connection", numbers: "Iterable[int]"
) -> dict[int, str]:
    """Return the stems of the names of the records *numbers*; none where none is."""
    numbers = list(numbers)
    sql = """SELECT record, names FROM reading
             WHERE record IN (SELECT value FROM json_each(?))"""
    return dict.fromkeys(numbers, "") | dict(store.execute(sql, (dump(numbers),)))


def get_passages(store: "sqlite3.Connection", id_: str) -> "dict[str, list[Any]]":
    """Return the texts of the measure *id_*, read and packed."""
    sql = """SELECT features FROM reading JOIN record ON number = reading.record
             WHERE id = ? AND features IS NOT NULL"""
    row = store.execute(sql, (id_,)).fetchone()
    return load(row[0]) if row else {}


def find_later(
    store: "sqlite3.Connection", numbers: "Sequence[int]", day: str
) -> set[int]:
    """Return those of *numbers* that no source published by *day* states.

    A source whose date is not known may have been published by then.
    """
    sql = f"""SELECT citation.record FROM citation
              JOIN source ON source.number = citation.source
              WHERE citation.record IN ({_marks(numbers)})
              GROUP BY citation.record
              HAVING min(coalesce(earliest, '')) > ?"""
    return {number for (number,) in store.execute(sql, (*numbers, day))}


def find_labels(store: "sqlite3.Connection", language: str) -> dict[str, list[str]]:
    """Return what each measure is called in *language*, by its id."""
    found: dict[str, list[str]] = {}
    sql = """SELECT id, name FROM label JOIN record ON number = measure
             WHERE lang = ? ORDER BY measure, place"""
    for id_, name in store.execute(sql, (language,)):
        found.setdefault(id_, []).append(name)
    return found


def same_measure(store: "sqlite3.Connection", measure: str) -> list[int]:
    """Return the numbers of the first ``LINKED`` figures of *measure*, oldest first."""
    sql = """SELECT figure.number FROM figure JOIN record ON record.number = measure
             WHERE record.id = ? ORDER BY earliest, figure.number LIMIT ?"""
    return [number for (number,) in store.execute(sql, (measure, LINKED))]
