"""What every writer of tables does."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from errno import EIO
from pathlib import Path

from sinotech.export.columns import Column, Row


class Writer(ABC):
    """Writes tables to a folder."""

    def __init__(self, folder: Path) -> None:
        """Write to *folder*. Raises OSError."""
        self.folder = folder

    @abstractmethod
    def write(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Path:
        """Write *rows* as the table *name*, and return the file. Raises OSError."""

    def finish(self) -> None:  # noqa: B027  # few have anything to do
        """Do what is left when all tables are written. Raises OSError."""

    def close(self) -> None:  # noqa: B027
        """Close what is open, whatever happened."""


@contextmanager
def told_by_system() -> Iterator[None]:
    """Raise OSError where SQLite cannot write, as files do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(EIO, str(error)) from error
