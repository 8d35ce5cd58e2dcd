"""Tables as JSON Lines: an object for each row, with every column."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sinotech.export.columns import Column, Row
from sinotech.export.writing import Writer
from sinotech.rawjson import dump


class JsonlWriter(Writer):
    """Writes each table to a file."""

    def write(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Path:
        """Write *rows* to a file of that *name*, and return it. Raises OSError."""
        path = self.folder / f"{name}.jsonl"
        names = [column.name for column in columns]
        with path.open("w", encoding="utf-8", newline="") as file:
            for row in rows:
                file.write(dump(dict(zip(names, row, strict=True))) + "\n")
        return path
