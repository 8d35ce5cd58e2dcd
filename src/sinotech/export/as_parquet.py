"""Tables as Parquet, by pyarrow: typed, compressed, each column with its meaning."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter as ArrowWriter

from sinotech.export.columns import Column, Row
from sinotech.export.writing import Writer

GROUP = 50_000
"""Rows of a group: what is held in memory at once, some tens of megabytes."""

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
            while group := list(islice(left, GROUP)):
                writer.write_table(_arrow(columns, group, schema))
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
