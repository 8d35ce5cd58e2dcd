"""An export: every table of a record set written in one form, whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sinotech.errors import StoreError, UsageError, shown
from sinotech.export.columns import Row
from sinotech.export.package import NAME as PACKAGE
from sinotech.export.package import Written, as_text, package
from sinotech.export.partition import TABLE, divided, name_of, place_of
from sinotech.export.place import place_for
from sinotech.export.reading import kinds_of, rows_of
from sinotech.export.readme import NAME as README
from sinotech.export.readme import readme
from sinotech.export.tables import TABLES, Table
from sinotech.export.writing import Writer
from sinotech.progress import Meter
from sinotech.query.records import count_kinds, find_origin
from sinotech.scratch import replacing_folder
from sinotech.store import Wall

FORMS = ("csv", "sqlite", "parquet", "jsonl")
"""The forms that tables are written in."""

Watch = Callable[[str, int, int], None]
MakeWriter = Callable[[Path], Writer]

_CACHE_KIB = 16_384
"""Kibibytes of the store that are kept at hand: it is read through, not asked."""

_NO_PYARROW = "Parquet is written by pyarrow, which is not installed"
_INSTALL = "python -m pip install 'sinotech[parquet]'"


class Export:
    """What is to be exported where: checked before anything is read or written."""

    def __init__(
        self, name: str, form: str, *, partition: str | None, force: bool
    ) -> None:
        """Check the folder *name*, the *form* and the field of the *partition*.

        Raises UsageError, and StoreError if the folder cannot be read.
        """
        self.form, self.field = form, partition
        self._make = _writer(form)
        self._place = -1
        if partition is not None:
            if form == "sqlite":
                remedy = "choose csv, jsonl or parquet"
                raise UsageError("a database is not divided into folders", remedy)
            self._place = place_of(partition)
        self.name, self.force = name, force
        self.folder = place_for(name, force=force)

    def write(self, store: sqlite3.Connection, watch: Watch) -> list[Written]:
        """Write all that is in *store*, and return what was written.

        *watch* is told how far it is. Raises StoreError if the store is damaged, or the
        folder cannot be written; UsageError if the partition would have too many parts,
        or if others have filled the folder since.
        """
        with Wall(store):
            origin, counts = find_origin(store), count_kinds(store)
            store.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        total = sum(counts.get(kind, 0) for table in TABLES for kind in table.kinds)
        tick = Meter(watch, "exporting", total)
        with _writing(self.folder, self.name) as scratch:
            with closing(self._make(scratch)) as writer:
                kind_of = kinds_of(store)
                done = [
                    self._one(writer, table, rows_of(store, table, kind_of, tick))
                    for table in TABLES
                ]
                writer.finish()
            described = as_text(package(scratch, self.form, origin, done))
            (scratch / PACKAGE).write_text(described, encoding="utf-8", newline="\n")
            told = readme(self.form, origin, done)
            (scratch / README).write_text(told, encoding="utf-8", newline="\n")
            place_for(self.name, force=self.force)  # others may have filled it
        return done

    def _one(self, writer: Writer, table: Table, rows: Iterable[Row]) -> Written:
        """Write one table, in parts if it is the one that is divided."""
        counted = _Counted(rows)
        if table is not TABLE or self.field is None:
            path = writer.write(table.name, table.columns, counted)
            return Written(table, counted.rows, (path,))
        scratch = writer.folder / ".spool"
        paths = [
            self._part(writer, name_of(self.field, value), part)
            for value, part in divided(counted, self._place, scratch)
        ]
        scratch.unlink()
        if not paths:  # a table is one file at least
            paths = [writer.write(table.name, table.columns, ())]
        return Written(table, counted.rows, tuple(paths))

    def _part(self, writer: Writer, name: str, rows: Iterable[Row]) -> Path:
        """Write the part of the figures that is in the folder *name*.

        A row of Parquet leaves out the value that its folder is named after, as Hive
        has it; the others keep it, so that each file is the table it says it is.
        """
        columns, place = TABLE.columns, self._place
        if self.form == "parquet":
            columns = (*columns[:place], *columns[place + 1 :])
            rows = ((*row[:place], *row[place + 1 :]) for row in rows)
        folder = writer.folder / TABLE.name / name
        if folder.exists():
            what = f"{shown(name)} stands for two values where capitals do not count"
            raise UsageError(what, "choose another --partition-by")
        folder.mkdir(parents=True)
        return writer.write(f"{TABLE.name}/{name}/part-0", columns, rows)


class _Counted:
    """Rows that are counted as they are read."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._all = rows
        self.rows = 0

    def __iter__(self) -> Iterator[Row]:
        for self.rows, row in enumerate(self._all, 1):  # noqa: B020
            yield row


def _writer(form: str) -> MakeWriter:
    """Return what writes a *form*. Raises UsageError if it is not to be had."""
    match form:
        case "csv":
            from sinotech.export.as_csv import CsvWriter

            return CsvWriter
        case "jsonl":
            from sinotech.export.as_jsonl import JsonlWriter

            return JsonlWriter
        case "sqlite":
            from sinotech.export.as_sqlite import SqliteWriter

            return SqliteWriter
        case "parquet":
            return _parquet_writer()
        case _:
            known = f"choose one of {', '.join(FORMS)}"
            raise UsageError(f"there is no form {form!r}", known)


def _parquet_writer() -> MakeWriter:
    try:
        from sinotech.export.as_parquet import ParquetWriter
    except ModuleNotFoundError:
        raise UsageError(_NO_PYARROW, _INSTALL) from None
    return ParquetWriter


@contextmanager
def _writing(folder: Path, name: str) -> Iterator[Path]:
    """Yield a scratch folder that becomes *folder*, which was given as *name*.

    Raises StoreError if it cannot.
    """
    try:
        with replacing_folder(folder) as scratch:
            yield scratch
    except OSError as error:
        message = f"cannot write {shown(name)}: {error.strerror or error}"
        raise StoreError(message, "choose another place") from error
