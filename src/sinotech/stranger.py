"""A database that somebody else made: it may be wrong, and can do no harm.

What ``--db`` or ``SINOTECH_DB`` names is opened so. It has the tables of our schema and
nothing else: no view of its own that never ends, no trigger, no function in a
column. No table is empty that was not when it was compiled. A question takes a bounded
number of steps. And whatever else its contents break is told as its damage, by
:class:`sinotech.store.Wall`.
"""

from itertools import chain, repeat

try:
    from _sqlite3 import SQLITE_LIMIT_LENGTH, Connection
except ImportError:
    from sqlite3 import SQLITE_LIMIT_LENGTH, Connection

from sinotech.errors import UnsoundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 50_000_000
"""Steps of SQLite's machine that a question to a small database may take: a second or
two. The dearest to our own, 900 records, takes a tenth of a million."""

STEPS_A_PAGE = 4_000
"""Steps more for each page of the file. The dearest question, ``coverage``, takes 162
a page of 200,000 figures; others take 9 at most."""

STEP = 100_000
"""Steps after which they are counted."""

LONGEST = 1 << 27
"""Bytes of the longest value that is read; that of 200,000 figures has 72,000."""

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


class Stranger(Connection):
    """A connection to a database that somebody else made."""

    def __init__(self, uri: str, path: str) -> None:
        """Open *uri*, told of as *path*, read-only and without trust."""
        super().__init__(uri, uri=True, check_same_thread=False)
        self.path = path
        self._most = STEPS
        self.setlimit(SQLITE_LIMIT_LENGTH, LONGEST)
        if hasattr(self, "setconfig"):
            self.setconfig(_DEFENSIVE, True)  # noqa: FBT003  # its second parameter
        self.begin()

    def begin(self) -> None:
        """Count the steps of a new question.

        Nothing in Python counts them: SQLite would swallow what a signal raises there,
        such as a Ctrl-C.
        """
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
        (pages,) = self.execute("PRAGMA page_count").fetchone()
        self._most += STEPS_A_PAGE * pages
        self.begin()
        sql = """SELECT name, sql FROM sqlite_master
                 WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_stat%' ESCAPE '~'"""
        made = dict(self.execute(sql).fetchall())
        for name, statement in made.items():
            if f"\n{statement};" not in schema and statement not in SHADOWS:
                raise UnsoundError(f"{name} is not of sinotech's schema")
        if len(made) != schema.count("\nCREATE ") + len(SHADOWS):
            raise UnsoundError("a table or an index is missing")
        self._check_filled([statement.split("(")[0] for statement in made.values()])

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
