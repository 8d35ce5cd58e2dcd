"""A database that somebody else made: it may be wrong, and can do no harm.

What ``--db`` or ``SINOTECH_DB`` names is opened so. It has the tables of our schema and
nothing else: no view of its own that never ends, no trigger, no function in a
column. No table is empty that was not when it was compiled. A question takes a bounded
number of steps, and reads a bounded number of values. And whatever else its contents
break is told as its damage, by :class:`sinotech.store.Wall`.
"""

import os
from itertools import chain, repeat

try:
    from _sqlite3 import SQLITE_LIMIT_LENGTH, Connection
except ImportError:
    from sqlite3 import SQLITE_LIMIT_LENGTH, Connection

from sinotech.errors import StoreError, UnsoundError, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

STEPS = 50_000_000
"""Steps of SQLite's machine that a question to a small database may take: a second or
two. The dearest to our own, 900 records, takes a tenth of a million."""

STEPS_A_PAGE = 1_000
"""Steps more for each page of the file. The dearest question, ``coverage``, takes 162
a page of 200,000 figures; others take 9 at most."""

STEP = 100_000
"""Steps after which they are counted."""

LARGEST = 1 << 32
"""Bytes of a file, beyond which its size allows nothing more; a million figures have
2,600,000,000."""

LONGEST = 1 << 24
"""Bytes of the longest value that is read; that of 20,000 figures has 18,000, the
drawn profile of our own largest country 240,000."""

LONGEST_OF_SMALL = 1 << 20
"""That of a file that is smaller; of a larger one that is smaller than `LONGEST`, no
value is longer than the file."""

READ = 1 << 23
"""Characters and bytes that a question to a small database may read, and as many more
as the file has bytes. The dearest to our own reads a twelfth of the file, to 20,000
figures a third."""

MARKS = 500_000
"""Values, and commas and brackets of JSON, that a question to a small database may
read: each is an object of some hundred bytes. The dearest to our own reads 35,000."""

MARKS_A_KIB = 32
"""Marks more for each 1,024 bytes of the file. All that 20,000 figures hold has 18."""

MARKS_OF_ONE = 300_000
"""Marks of one value; the drawn profile of our own largest country has 10,000."""

_WORD = 32
"""Characters of a text that counts as one mark, whatever is in it."""

SHADOWS = frozenset(
    {
        "CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID",
        "CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB)",
        "CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
        (
            "CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term))"
            " WITHOUT ROWID"
        ),
    }
)
"""The tables that FTS5 makes for its index; a test holds them to what it makes."""

_CAREFUL = """
    PRAGMA query_only = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
"""
_DEFENSIVE = 1010
"""What SQLite calls SQLITE_DBCONFIG_DEFENSIVE; Python names it from 3.12 on."""


def check_alone(path: str) -> None:
    """Raise StoreError if a file beside the database *path* holds changes to it.

    The database is read as it is: what was not yet put into it would be missing, and
    what is to be taken back would be there. Of a log, SQLite's file format (4.1) says
    that it has a header of 32 bytes; of a journal, that one which is done is empty, or
    begins with zeros (3).
    """
    for ending, least in (("-wal", 32), ("-journal", 0)):
        beside = os.path.realpath(path) + ending
        if not os.path.isfile(beside):  # noqa: PTH113
            continue  # SQLite makes nothing else
        try:
            with open(beside, "rb") as file:  # noqa: PTH123
                begun = file.read(least + 1)
        except FileNotFoundError:
            continue
        if len(begun) > least and begun[0]:
            message = f"{shown(beside)} holds changes that are not in the database yet"
            remedy = f"let SQLite put them there: sqlite3 {shown(path)} .tables"
            raise StoreError(message, remedy)


class Allowance:
    """How much a question may still read; every row passes here."""

    __slots__ = ("length", "marks", "most_length", "most_marks")

    def __init__(self) -> None:
        """Begin with as much as a small database has."""
        self.most_marks, self.most_length = MARKS, READ
        self.begin()

    def add(self, size: int) -> None:
        """Allow for a file that has *size* bytes on the disk."""
        self.most_marks += MARKS_A_KIB * (size >> 10)
        self.most_length += size

    def begin(self) -> None:
        """Begin a question, which has read nothing yet."""
        self.marks, self.length = self.most_marks, self.most_length

    def __call__(self, _cursor: object, row: "tuple[Any, ...]") -> "tuple[Any, ...]":
        """Return *row*. Raises UnsoundError if it is more than may be read."""
        self.marks -= len(row)
        for value in row:
            if type(value) is str and len(value) > _WORD:
                marks = value.count(",") + value.count("[") + value.count("{")
                if marks > MARKS_OF_ONE:
                    raise UnsoundError("a value has too many parts")
                self.marks -= marks
                self.length -= len(value)
            elif type(value) is bytes:
                self.length -= len(value)
        if self.marks < 0 or self.length < 0:
            raise UnsoundError("a question to it reads too much")
        return row


class Stranger(Connection):
    """A connection to a database that somebody else made."""

    def __init__(self, uri: str, path: str) -> None:
        """Open *uri*, told of as *path*, read-only and without trust."""
        super().__init__(uri, uri=True, check_same_thread=False)
        self.path = path
        self._most = STEPS
        self.row_factory = self._allowance = Allowance()
        self.setlimit(SQLITE_LIMIT_LENGTH, LONGEST)
        if hasattr(self, "setconfig"):
            self.setconfig(_DEFENSIVE, True)  # noqa: FBT003  # its second parameter
        self.begin()

    def begin(self) -> None:
        """Count the steps of a new question, and what it reads.

        Nothing in Python counts the steps: SQLite would swallow what a signal raises
        there, such as a Ctrl-C.
        """
        self._allowance.begin()
        self._left = repeat(0, self._most // STEP)
        self.set_progress_handler(chain(self._left, repeat(1)).__next__, STEP)

    @property
    def is_spent(self) -> bool:
        """Whether a question has taken all the steps that it may."""
        return not self._left.__length_hint__()

    def check(self, schema: str) -> None:
        """Raise UnsoundError if the tables are not those of *schema*, or were emptied.

        That is the text by which our compiler makes them.
        """
        self.executescript(_CAREFUL)
        self._allow_for_size()
        sql = """SELECT name, sql FROM sqlite_master
                 WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_stat%' ESCAPE '~'"""
        made = dict(self.execute(sql).fetchall())
        for name, statement in made.items():
            if f"\n{statement};" not in schema and statement not in SHADOWS:
                raise UnsoundError(f"{name} is not of sinotech's schema")
        if len(made) != schema.count("\nCREATE ") + len(SHADOWS):
            raise UnsoundError("a table or an index is missing")
        self._check_filled([statement.split("(")[0] for statement in made.values()])

    def _allow_for_size(self) -> None:
        """Let a question take more steps, and read more, as the file has more bytes.

        Those are the bytes that it takes on the disk: of a sparse file, the size and
        the number of pages say nothing.
        """
        state = os.stat(self.path)  # noqa: PTH116
        size = min(state.st_size, getattr(state, "st_blocks", state.st_size) * 512)
        size = min(size, LARGEST)
        (page_size,) = self.execute("PRAGMA page_size").fetchone()
        self._most += STEPS_A_PAGE * (size // page_size)
        self._allowance.add(size)
        longest = min(LONGEST, max(size, LONGEST_OF_SMALL))
        self.setlimit(SQLITE_LIMIT_LENGTH, longest)
        self.begin()

    def _check_filled(self, begun: "Sequence[str]") -> None:
        """Raise UnsoundError if a table was emptied since it was compiled.

        *begun* are the first words of the statements that made the tables.
        """
        sql = "SELECT value FROM meta WHERE key = 'filled'"
        (filled,) = self.execute(sql).fetchone() or ("",)
        held = set(filled.split())
        tables = [words.split()[-1].strip("'") for words in begun]
        empty = " UNION ALL ".join(
            f"SELECT '{name}' WHERE NOT EXISTS (SELECT 1 FROM {name})"  # noqa: S608
            for name in tables
            if name in held
        )
        row = self.execute(empty).fetchone() if empty else ("meta",)
        if row:
            raise UnsoundError(f"the table {row[0]} was emptied")
