"""Tables as CSV, for machines: UTF-8, a header, nothing in place of what is empty."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sinotech.export.columns import Column, Row
from sinotech.export.writing import Writer


class CsvWriter(Writer):
    """Writes each table to a file."""

    def write(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Path:
        """Write *rows* to a file of that *name*, and return it. Raises OSError."""
        path = self.folder / f"{name}.csv"
        is_plain = all(column.type != "boolean" for column in columns)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in columns])
            writer.writerows(rows if is_plain else _spelt(rows))
        return path


def _spelt(rows: Iterable[Row]) -> Iterator[list[object]]:
    """Yield *rows* with what is true or false spelt as other programs read it."""
    for row in rows:
        yield [str(one).lower() if isinstance(one, bool) else one for one in row]
