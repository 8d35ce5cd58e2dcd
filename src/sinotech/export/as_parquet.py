"""Tables as Parquet, by pyarrow: typed, compressed, each column with its meaning."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter as ArrowWriter

from sinotech.export.columns import Column, Row
from sinotech.export.writing import Writer

GROUP = 50_000
"""Rows of a group, which readers take at once: some ten megabytes of columns."""

_BATCH = 2_000
"""Rows that are made columns at once: as rows, they take ten times the memory."""

_TYPES = {
    "text": pa.string(),
    "number": pa.float64(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


class ParquetWriter(Writer):
    """Writes each table to a file."""

    def write(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Path:
        """Write *rows* to a file of that *name*, and return it. Raises OSError."""
        path, schema = self.folder / f"{name}.parquet", schema_of(columns)
        left = iter(rows)
        with ArrowWriter(path, schema, compression="zstd") as writer:
            while batches := list(_batches(columns, islice(left, GROUP), schema)):
                writer.write_table(pa.concat_tables(batches).combine_chunks())
        return path


def schema_of(columns: Sequence[Column]) -> pa.Schema:
    """Return the names and types of the columns, with what they mean."""
    fields = [
        pa.field(
            column.name,
            _TYPES[column.type],
            nullable=not column.required,
            metadata={"description": column.meaning},
        )
        for column in columns
    ]
    return pa.schema(fields)


def _batches(
    columns: Sequence[Column], rows: Iterator[Row], schema: pa.Schema
) -> Iterator[pa.Table]:
    """Yield *rows* as tables of a few each."""
    while batch := list(islice(rows, _BATCH)):
        yield _arrow(columns, batch, schema)


def _arrow(columns: Sequence[Column], rows: list[Row], schema: pa.Schema) -> pa.Table:
    arrays = [
        _array(column, values)
        for column, values in zip(columns, zip(*rows, strict=True), strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(column: Column, values: Row) -> pa.Array:
    if column.type == "date":  # they are texts until here
        return pa.array(values, pa.string()).cast(pa.date32())
    return pa.array(values, _TYPES[column.type])
