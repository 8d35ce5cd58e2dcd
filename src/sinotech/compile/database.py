"""The compile: records in, a database out, whole or not at all."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path

from sqlite_utils import Database

from sinotech import __version__
from sinotech.checks import check
from sinotech.compile.documents import Documents, brief_of
from sinotech.compile.lexicon import lexicon, meaning_rows, occurrences
from sinotech.compile.names import name_rows, spelling_rows
from sinotech.compile.readings import readings
from sinotech.compile.references import reference_of
from sinotech.compile.rows import (
    body_of,
    citation_rows,
    links_of,
    search_names,
    sort_key,
    wordings_of,
)
from sinotech.compile.styled import styled_rows
from sinotech.compile.titles import title_of
from sinotech.digest import SCHEMA_FILE, schema_digest
from sinotech.edtf import Period
from sinotech.errors import RecordError, StoreError
from sinotech.model import Event, Figure, Measure, Record, Source, kind_of
from sinotech.records.load import RecordSet
from sinotech.stored import dump, sources_of

_STALE = 3600
"""Seconds after which a half-made database must be from a build that was killed."""

_PRAGMAS = """
    PRAGMA journal_mode = OFF;  -- a scratch file needs no way back
    PRAGMA synchronous = OFF;
    PRAGMA foreign_keys = ON;
"""


def compile_records(
    records: RecordSet, target: Path | None
) -> sqlite3.Connection | None:
    """Compile *records* into a database at *target*, or in memory if there is none.

    A file appears under its name only when complete; until then, and if anything goes
    wrong, what was there stays as it was. The same records give the same bytes (with
    the same release of SQLite). Raises RecordError if *records* have findings that
    forbid it, StoreError if *target* cannot be written. Returns the connection if in
    memory.
    """
    errors = [finding for finding in check(records) if finding.is_error]
    if errors:
        raise RecordError(errors)
    if target is None:
        connection = sqlite3.connect(":memory:")
        _fill(connection, records)
        return connection
    with _replacing(target) as scratch, closing(sqlite3.connect(scratch)) as connection:
        _fill(connection, records)
    return None


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """Yield a scratch file beside *target* that takes its place if all goes well."""
    if target.is_dir() or not target.name:
        raise StoreError(f"{target} is a folder", "give a file with --db")
    scratch = target.with_name(f".{target.name}.{os.getpid()}.building")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        scratch.unlink(missing_ok=True)
        yield scratch
        with scratch.open("rb") as file:
            os.fsync(file.fileno())
        scratch.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"cannot write {target}: {reason}"
        raise StoreError(message, "choose another place with --db") from error
    finally:
        with suppress(OSError):
            scratch.unlink(missing_ok=True)


def _sweep(target: Path) -> None:
    """Remove what killed builds left beside *target*."""
    for left in target.parent.glob(f".{escape(target.name)}.*.building"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _fill(connection: sqlite3.Connection, records: RecordSet) -> None:
    database = Database(connection)
    connection.executescript(_PRAGMAS)
    connection.executescript(SCHEMA_FILE.read_text(encoding="utf-8"))
    with connection:
        _insert(connection, "meta", _meta_rows(records))
        _insert_records(connection, records)
        names = name_rows(records)
        _insert(connection, "name", names)
        _insert(connection, "spelling", spelling_rows(names))
    with connection:
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        _insert(connection, "term", _term_rows(connection))
        _insert_lexicon(connection)
    database.analyze()
    database.vacuum()


def _meta_rows(records: RecordSet) -> list[tuple[str, str]]:
    return [
        ("compiler", f"sinotech {__version__}"),
        ("records_name", records.name),
        ("records_sha256", records.sha256),
        ("records_version", records.version),
        ("schema", schema_digest()),
    ]


def _insert(
    connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]
) -> None:
    """Insert *rows*, each as long as *table* is wide."""
    width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    marks = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _insert_records(connection: sqlite3.Connection, records: RecordSet) -> None:
    documents = Documents(records)
    everything = list(documents.by_id.values())
    numbers = {record.id: number for number, record in enumerate(everything, 1)}
    _insert(
        connection,
        "record",
        (_record_row(record, numbers, documents) for record in everything),
    )
    _insert(connection, "reading", readings(documents, everything, numbers))
    for table, rows in _typed_rows(records, numbers).items():
        _insert(connection, table, rows)
    _insert(
        connection,
        "styled",
        ((numbers[row.source], *row[1:]) for row in styled_rows(records.of(Source))),
    )
    _insert(connection, "citation", _citation_rows(everything, numbers))
    _insert(connection, "link", _link_rows(documents.by_id, numbers))
    _insert(connection, "dispute", _dispute_rows(documents, numbers))
    retired = sorted(records.retired.items())
    _insert(connection, "retired", ((id_, numbers[old.now]) for id_, old in retired))


def _record_row(
    record: Record, numbers: dict[str, int], documents: Documents
) -> tuple[object, ...]:
    document = documents.document(record)
    return (
        numbers[record.id],
        record.id,
        kind_of(type(record)),
        title_of(record),
        body_of(record),
        search_names(record, documents.by_id),
        wordings_of(record),
        sort_key(record),
        dump(document),
        " ".join(dict.fromkeys(sources_of(document))),
    )


def _typed_rows(
    records: RecordSet, numbers: dict[str, int]
) -> dict[str, list[tuple[object, ...]]]:
    return {
        "source": [
            (
                numbers[source.id],
                source.standing,
                *_days(source.published),
                source.text.sha256 if source.text else None,
                reference_of(source),
                dump(brief_of(source)),
            )
            for source in records.of(Source)
        ],
        "measure": [(numbers[m.id], m.unit) for m in records.of(Measure)],
        "figure": [
            (
                numbers[figure.id],
                numbers[figure.measure],
                *(_real(n) for n in (figure.value, figure.low, figure.high)),
                figure.hedge,
                *_days(figure.as_of),
            )
            for figure in records.of(Figure)
        ],
        "event": [(numbers[e.id], *_days(e.date)) for e in records.of(Event)],
    }


def _citation_rows(
    everything: list[Record], numbers: dict[str, int]
) -> Iterator[tuple[object, ...]]:
    for record in everything:
        for position, row in enumerate(citation_rows(record)):
            place = (row.section, row.paragraph, row.find)
            yield (numbers[record.id], position, numbers[row.source], *place)


def _link_rows(
    by_id: dict[str, Record], numbers: dict[str, int]
) -> Iterator[tuple[object, ...]]:
    for record in by_id.values():
        kind, sort = kind_of(type(record)), sort_key(record)
        for target, role in links_of(record, by_id):
            yield numbers[target], kind, sort, numbers[record.id], role


def _dispute_rows(
    documents: Documents, numbers: dict[str, int]
) -> Iterator[tuple[int, int]]:
    for disputed, conflicts in documents.disputes.items():
        for conflict in conflicts:
            yield numbers[disputed], numbers[conflict]


def _term_rows(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return how many records hold each stem, as the index itself counts."""
    sql = "CREATE VIRTUAL TABLE temp.stem USING fts5vocab (main, search, row)"
    connection.execute(sql)
    rows = connection.execute(
        "SELECT term, doc FROM temp.stem ORDER BY term"
    ).fetchall()
    connection.execute("DROP TABLE temp.stem")
    return rows


def _insert_lexicon(connection: sqlite3.Connection) -> None:
    meanings = lexicon()
    records = dict(connection.execute("SELECT stem, records FROM term").fetchall())
    _insert(connection, "lexicon", occurrences(meanings.rows(), records))
    _insert(connection, "meaning", meaning_rows(meanings, records))


def _days(period: Period | None) -> tuple[str | None, str | None]:
    return (period.earliest, period.latest) if period else (None, None)


def _real(value: object) -> float | None:
    return None if value is None else float(str(value))
