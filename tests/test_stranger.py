"""Databases of others: they may be wrong, but do no harm, and nothing hangs."""

import itertools
import json
import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import spoiling
from conftest import Sinotech
from paths import MINI

import sinotech as package
from sinotech import store, stranger
from sinotech.answers import lookups
from sinotech.errors import StoreError
from sinotech.store import Wall, open_store

QUESTIONS = [
    line.split("|")
    for line in """country|Brazil
country|Brazl|--json
country|Brazil|--format|table
country|Brazil|--json
program|BRICS|--format|md
person|Alencar|--format|csv
org|Petrobras|--style|apa
group|BRICS countries|--json|--fields|id
cite|Brazil takes part in laboratories|--explain
cite|Norway takes part in the work of the laboratories|--json
cite|Brasil participa en los laboratorios conjuntos|--json
figures|--country|NO|--json
figures|labs|--as-of|2024|--format|table
figure|fig-labs-50|--format|tsv
source|weekly|--style|bibtex
show|cf-labs|--format|table
search|laboratories|--format|jsonl
timeline|--country|BR|--style|chicago
series|m-labs
compare|Brazil|Norway
related|fig-labs-50
countries|--format|table
measures|--format|csv
sources|--style|mla
conflicts
coverage""".splitlines()
]
"""Questions of all kinds to the small record set, in all forms."""

CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - set("\t\n\r")
CONTROLS |= set("\u200b\u202e\u2066")
AT_ONCE = 2
"""Values that are tried in each column, and questions that are asked of each."""


@pytest.fixture
def asked(sinotech: Sinotech) -> Callable[[Path, list[str]], str]:
    """Ask a database, and return what is told on stderr if it is damaged."""

    def ask(db: Path, question: list[str]) -> str:
        result = sinotech(*question, "--db", str(db))
        assert result.code in range(5), question
        assert not CONTROLS & set(result.out + result.err), question
        if result.code == 4:
            assert result.err.count("\n") == 1, question
            assert str(db) in result.err
        elif "--json" in question:
            json.loads(result.out)
        return result.err if result.code == 4 else ""

    return ask


@pytest.mark.slow
def test_whatever_a_column_holds(
    mini_db: Path, tmp_path: Path, asked: Callable[[Path, list[str]], str]
) -> None:
    """In no column of any table does a value make a traceback, or reach a terminal."""
    values, questions = itertools.cycle(spoiling.VALUES), itertools.cycle(QUESTIONS)
    target, told = tmp_path / "spoilt.db", []
    for table, column in spoiling.columns(mini_db):
        for value in itertools.islice(values, AT_ONCE):
            row = (table, column, spoiling.VALUES[value])
            if spoiling.spoil(mini_db, target, *row):
                told += [asked(target, q) for q in itertools.islice(questions, AT_ONCE)]
    assert len(told) > 200
    assert 10 < sum(map(bool, told)) < len(told)


@pytest.mark.slow
@pytest.mark.parametrize("value", spoiling.VALUES)
def test_whatever_a_document_is(
    mini_db: Path,
    tmp_path: Path,
    asked: Callable[[Path, list[str]], str],
    value: str,
) -> None:
    """Lists, numbers, depths and blobs in the place of documents are damage at most."""
    target = tmp_path / "spoilt.db"
    assert spoiling.spoil(mini_db, target, "record", "doc", spoiling.VALUES[value])
    for question in QUESTIONS:
        asked(target, question)


def test_whatever_the_bytes_are(
    mini_db: Path, tmp_path: Path, asked: Callable[[Path, list[str]], str]
) -> None:
    """A file in which bytes are others, or that is cut, is damage at most."""
    drawn = random.Random(18)  # noqa: S311  # no secret
    whole, target = mini_db.read_bytes(), tmp_path / "spoilt.db"
    for question in QUESTIONS * 2:
        spoilt = bytearray(whole)
        first = drawn.randrange(len(whole) // 4096) * 4096
        for _ in range(drawn.choice((1, 20, 400))):
            place = drawn.choice((first, 0, drawn.randrange(len(whole) - 4096)))
            spoilt[place + drawn.randrange(4096)] = drawn.randrange(256)
        target.write_bytes(spoilt[: drawn.choice((None, len(whole) // 2))])
        asked(target, question)


ENDLESS = """WITH RECURSIVE every (n) AS (SELECT 1 UNION ALL SELECT n FROM every)
             SELECT n, n, n, n, n, n, n, n, n FROM every"""
OTHERS = {
    "an endless view": f"ALTER TABLE link RENAME TO was; CREATE VIEW link AS {ENDLESS}",
    "a view": "CREATE VIEW more AS SELECT 1",
    "a trigger": "CREATE TRIGGER t AFTER DELETE ON meta BEGIN SELECT 1; END",
    "another table": "CREATE TABLE more (a)",
    "another index": "CREATE INDEX more ON event (latest)",
    "another column": "ALTER TABLE event ADD COLUMN more TEXT AS (length(latest))",
    "another index of words": "CREATE VIRTUAL TABLE more USING fts5 (a)",
    "a table less": "DROP TABLE link",
    "an index less": "DROP INDEX record_by_kind",
}


@pytest.mark.parametrize("other", OTHERS)
def test_only_our_tables_are_read(mini_db: Path, tmp_path: Path, other: str) -> None:
    """Whatever is in the schema besides, or is not, is found out before it is used."""
    target = Path(shutil.copy(mini_db, tmp_path / "other.db"))
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(OTHERS[other])
    with pytest.raises(StoreError, match=r"other\.db is damaged \((a ta|\w+ is n)"):
        open_store(str(target))


def test_the_index_of_words_has_the_tables_that_are_expected(mini_db: Path) -> None:
    """They are made by SQLite, not by our schema."""
    sql = """SELECT sql FROM sqlite_master
             WHERE name LIKE 'search~_%' ESCAPE '~' AND sql <> ''"""
    with closing(sqlite3.connect(mini_db)) as connection:
        assert {row[0] for row in connection.execute(sql)} == stranger.SHADOWS


def filled(db: Path) -> list[str]:
    """Return the tables that hold something, as the database says."""
    with closing(sqlite3.connect(db)) as connection:
        sql = "SELECT value FROM meta WHERE key = 'filled'"
        return str(connection.execute(sql).fetchone()[0]).split()


def test_no_table_may_be_emptied(real_db: Path, tmp_path: Path) -> None:
    """Rows that are gone are damage, and never an answer that nothing is recorded."""
    tables = filled(real_db)
    assert {"record", "link", "name", "search_idx", "search_docsize"} <= set(tables)
    for table in tables:
        target = tmp_path / f"{table}.db"
        with spoiling.unchecked(real_db, target) as connection:
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
        with pytest.raises(StoreError, match=f"the table {table} was emptied"):
            open_store(str(target))
        target.unlink()


def test_an_emptied_index_is_damage(
    mini_db: Path, tmp_path: Path, sinotech: Sinotech
) -> None:
    """It never tells that nothing holds a word."""
    target = Path(shutil.copy(mini_db, tmp_path / "emptied.db"))
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    told = sinotech("search", "laboratories", "--db", str(target))
    assert (told.code, told.out, "was emptied" in told.err) == (4, "", True)


SPOILT_META = [
    "DELETE FROM meta WHERE key = 'filled'",
    "UPDATE meta SET value = '' WHERE key = 'filled'",
    "UPDATE meta SET value = 'nothing; DROP TABLE' WHERE key = 'filled'",
]


@pytest.mark.parametrize("sql", SPOILT_META)
def test_what_is_filled_is_told(mini_db: Path, tmp_path: Path, sql: str) -> None:
    """A database that tells of no table is damaged."""
    target = Path(shutil.copy(mini_db, tmp_path / "untold.db"))
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute(sql)
    with pytest.raises(StoreError, match="the table meta was emptied"):
        open_store(str(target))


def test_a_question_takes_a_bounded_number_of_steps(
    mini_db: Path, monkeypatch: pytest.MonkeyPatch, sinotech: Sinotech
) -> None:
    """What takes more is ended and told as damage; the next begins anew."""
    monkeypatch.setattr(stranger, "STEP", 10)
    monkeypatch.setattr(stranger, "STEPS_A_PAGE", 0)
    monkeypatch.setattr(stranger, "STEPS", 2000)
    with closing(open_store(str(mini_db))) as opened:
        for _ in range(9):
            with Wall(opened):
                opened.execute("SELECT count(*) FROM place LIMIT 1").fetchone()
        with pytest.raises(StoreError, match="takes too long"), Wall(opened):
            opened.execute(ENDLESS).fetchall()
    told = sinotech("cite", "Brazil has 119 labs", "--db", str(mini_db))
    assert (told.code, "takes too long" in told.err) == (4, True)
    assert told.err.count("\n") == 1


def allowed(opened: sqlite3.Connection) -> tuple[int, int, int]:
    """Return how many steps a question may take, how much and how many it may read."""
    assert isinstance(opened, stranger.Stranger)
    allowance = opened._allowance  # noqa: SLF001
    return opened._most, allowance.most_length, allowance.most_marks  # noqa: SLF001


def test_what_a_sparse_file_says_of_its_size_is_not_believed(
    mini_db: Path, tmp_path: Path
) -> None:
    """A question may take as many steps as the bytes on the disk are worth."""
    target = tmp_path / "sparse.db"
    spoiling.tangle(mini_db, target, 1, 1 << 34)
    assert target.stat().st_size == 1 << 34
    with (
        closing(open_store(str(mini_db))) as ours,
        closing(open_store(str(target))) as t,
    ):
        for own, other in zip(allowed(ours), allowed(t), strict=True):
            assert other < own * 1.1


@pytest.mark.parametrize("size", [0, 1 << 34])
def test_a_graph_in_the_place_of_a_table(
    mini_db: Path, tmp_path: Path, size: int, sinotech: Sinotech
) -> None:
    """Questions pass it by, and what reads it is ended by what it has read."""
    target = tmp_path / "tangled.db"
    spoiling.tangle(mini_db, target, 8, size)
    with closing(open_store(str(target))) as opened:
        for _ in range(3):
            with pytest.raises(StoreError, match="reads too much"), Wall(opened):
                opened.execute("SELECT key, value FROM meta").fetchall()
        assert not opened.is_spent  # type: ignore[attr-defined]
        with pytest.raises(StoreError, match="takes too long"), Wall(opened):
            opened.execute("SELECT count(value || key) FROM meta").fetchall()
    for question in (["countries"], ["country", "Norway"], ["version"]):
        asked = sinotech(*question, "--json", "--db", str(target))
        assert asked == sinotech(*question, "--json", "--db", str(mini_db))


CROWDS = {
    "one value": ("[]" + ",[]" * 200_000, "a value has too many parts"),
    "all values": ("[]" + ",[]" * 130_000, "a question to it reads too much"),
    "a long one": ("x" * (stranger.LONGEST + 1), "too big"),
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_what_is_read_is_bounded(
    mini_db: Path,
    tmp_path: Path,
    crowd: str,
    sinotech: Sinotech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A document has no more parts than memory has room for, nor have all of them."""
    monkeypatch.setattr(stranger, "MARKS_A_KIB", 1)
    value, told = CROWDS[crowd]
    target = tmp_path / "crowded.db"
    with spoiling.unchecked(mini_db, target) as connection:
        few = "kind = 'country'" if len(value) < 1 << 20 else "id = 'br'"
        sql = f"UPDATE record SET doc = ? WHERE {few}"  # noqa: S608
        connection.execute(sql, (f'{{"id":"br","notes":[{value}]}}',))
    result = sinotech("countries", "--all", "--db", str(target))
    assert (result.code, result.out, told in result.err) == (4, "", True), result.err


SWOLLEN = {"record.doc": "search laboratories", "reading.names": "cite Brazil labs"}
"""Columns, and questions that read them."""


@pytest.mark.parametrize("column", SWOLLEN)
def test_the_bytes_that_are_read_are_bounded(
    mini_db: Path,
    tmp_path: Path,
    column: str,
    sinotech: Sinotech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pages that lead to themselves make megabytes of each value, in every row."""
    monkeypatch.setattr(stranger, "READ", 1 << 20)
    table, _, name = column.partition(".")
    target = tmp_path / "swollen.db"
    rows = spoiling.swell(mini_db, target, table, name, 1_000_000)
    size = target.stat().st_size
    with closing(open_store(str(target))) as opened:
        sql = f"SELECT {name} FROM {table}"  # noqa: S608
        with Wall(opened):
            read = opened.execute(f"{sql} LIMIT 1").fetchone()[0]
        assert len(read) > 900_000
        assert rows * 900_000 > 2 * size
        with pytest.raises(StoreError, match="reads too much"), Wall(opened):
            opened.execute(sql).fetchall()
        allowed = opened._allowance  # type: ignore[attr-defined]  # noqa: SLF001
        assert allowed.most_length - allowed.length < size + (3 << 20)
    asked = sinotech(*SWOLLEN[column].split(maxsplit=1), "--db", str(target))
    assert (asked.code, asked.out, "damaged" in asked.err) == (4, "", True)


def test_no_value_of_a_small_file_is_longer_than_it(
    mini_db: Path, tmp_path: Path
) -> None:
    """What the pages of a file cannot hold, no honest value has."""
    target = tmp_path / "swollen.db"
    spoiling.swell(mini_db, target, "record", "doc", 1_040_000)
    with closing(open_store(str(target))) as opened:
        assert opened.getlimit(sqlite3.SQLITE_LIMIT_LENGTH) < 1 << 24
    (tmp_path / "small.db").write_bytes(mini_db.read_bytes())
    with closing(open_store(str(tmp_path / "small.db"))) as opened:
        limit = opened.getlimit(sqlite3.SQLITE_LIMIT_LENGTH)
        assert 1 << 20 <= limit <= max(1 << 20, mini_db.stat().st_size)


def test_an_absolute_bound_is_kept(
    mini_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large a file is, its size allows no more than that of the largest."""
    before = allowed(open_store(str(mini_db)))
    monkeypatch.setattr(stranger, "LARGEST", 4096)
    after = allowed(open_store(str(mini_db)))
    assert after[1] == stranger.READ + 4096
    assert all(one < other for one, other in zip(after, before, strict=True))


CHANGES = {
    "a log": ("-wal", b"7" * 33, "holds changes"),
    "a log without any": ("-wal", b"7" * 32, ""),
    "a journal": ("-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", "holds changes"),
    "a journal that is done": ("-journal", b"\0" * 512, ""),
    "an empty journal": ("-journal", b"", ""),
}


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
@pytest.mark.parametrize("ending", ["-wal", "-journal", "-shm"])
def test_what_is_no_file_beside_a_database_is_passed_by(
    mini_db: Path,
    tmp_path: Path,
    sinotech: Sinotech,
    make: Callable[[Path], None],
    ending: str,
) -> None:
    """SQLite makes nothing but files there, so nothing else holds changes."""
    shutil.copy(mini_db, tmp_path / "own.db")
    make(tmp_path / f"own.db{ending}")
    for command in (["countries"], ["build", "--records", str(MINI)]):
        asked = sinotech(*command, "--db", str(tmp_path / "own.db"))
        assert (asked.code, asked.err) == (0, "")


@pytest.mark.parametrize("case", CHANGES)
def test_changes_beside_a_database_are_told(
    mini_db: Path, tmp_path: Path, case: str, sinotech: Sinotech
) -> None:
    """They are not read, so nothing is answered until they are where they belong."""
    ending, content, told = CHANGES[case]
    target, link = tmp_path / "own.db", tmp_path / "link.db"
    shutil.copy(mini_db, target)
    link.symlink_to(target)
    (tmp_path / f"own.db{ending}").write_bytes(content)
    for path in (target, link):
        result = sinotech("countries", "--db", str(path))
        assert (result.code, told in result.err) == (4 if told else 0, True)
        assert result.err.count("\n") == bool(told)


LONG = """WITH RECURSIVE every (n) AS
              (SELECT 1 UNION ALL SELECT n + 1 FROM every WHERE n < 50000)
          SELECT count(*) FROM every"""


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs timers")
@pytest.mark.parametrize("raised", [KeyboardInterrupt, TimeoutError, LookupError])
def test_what_a_signal_raises_is_no_damage(
    mini_db: Path, monkeypatch: pytest.MonkeyPatch, raised: type[BaseException]
) -> None:
    """Whenever it comes, such as while SQLite counts the steps of a question."""

    def heed(*_: object) -> None:
        raise raised

    def ask(opened: sqlite3.Connection, after: float) -> None:
        with Wall(opened):
            signal.setitimer(signal.ITIMER_REAL, after)
            opened.execute(LONG).fetchone()
            while True:  # another thread may take the signal, and end no pause
                time.sleep(0.001)

    monkeypatch.setattr(stranger, "STEP", 10)
    before = signal.signal(signal.SIGALRM, heed)
    try:
        with closing(open_store(str(mini_db))) as opened:
            for after in range(1, 20):
                with pytest.raises(raised):
                    ask(opened, after / 1000)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_a_stranger_is_not_trusted(mini_db: Path) -> None:
    """Nothing is written, and no function of ours is called by a schema."""
    with closing(open_store(str(mini_db))) as opened:
        for pragma, value in (("query_only", 1), ("trusted_schema", 0)):
            assert opened.execute(f"PRAGMA {pragma}").fetchone() == (value,)
        assert isinstance(opened, stranger.Stranger)


def test_our_own_mistakes_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a database of ours, only what SQLite or JSON cannot read is damage."""

    def mistaken(*_: object, **__: object) -> None:
        raise KeyError("mistake")

    monkeypatch.setattr(lookups, "resolve", mistaken)
    with package.open(records=MINI) as ref, pytest.raises(KeyError, match="mistake"):
        ref.country("Brazil")


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT CAST(X'41FF41' AS TEXT)", "Could not decode"),
        ("SELECT * FROM nowhere", "no such table: nowhere"),
    ],
)
def test_damage_to_ours_is_told(sql: str, told: str) -> None:
    """Where SQLite cannot read a database of ours, that is told in one line."""
    with closing(open_store(records=[str(MINI)])) as opened:
        assert not isinstance(opened, stranger.Stranger)
        with pytest.raises(StoreError, match=told), Wall(opened):
            opened.execute(sql).fetchall()


@pytest.mark.parametrize(
    ("version", "told"),
    [
        (store.FORMAT + 1, "a newer release of sinotech; upgrade sinotech, or rebuild"),
        (store.FORMAT - 1, "an older release of sinotech; rebuild it"),
        (store.FORMAT, "another release of sinotech; rebuild it"),
    ],
)
def test_it_is_told_which_release_is_newer(
    mini_db: Path, tmp_path: Path, version: int, told: str
) -> None:
    """A newer schema asks for a newer tool, an older one for a newer database."""
    target = Path(shutil.copy(mini_db, tmp_path / "other.db"))
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE key = 'schema'")
        connection.execute(f"PRAGMA user_version = {version}")
    with pytest.raises(StoreError, match=told):
        open_store(str(target))


def test_the_schema_has_the_number_that_is_read(mini_db: Path) -> None:
    """It is raised in both places."""
    with closing(sqlite3.connect(mini_db)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (store.FORMAT,)


@pytest.mark.slow
def test_a_link_is_followed_in_both_ways(
    mini_db: Path, tmp_path: Path, sinotech: Sinotech
) -> None:
    """`build` makes anew what a link leads to, as look-ups read it; the link stays."""
    target, link = tmp_path / "own.db", tmp_path / "link.db"
    link.symlink_to(target)
    for _ in range(2):  # first there is nothing yet
        argv = ("build", "--records", str(MINI), "--db", str(link))
        assert sinotech(*argv).code == 0
        assert link.is_symlink()
        assert sinotech("countries", "--db", str(link)).code == 0
        shutil.copy(mini_db, target)


PLACES = {
    "nowhere.db": "there is no database",
    ".": "is a folder, and no database",
    "loop": "symbolic links",
    "x" * 5000: "File name too long",
    "a\0b": "null",
}


@pytest.mark.parametrize("command", ["countries", "build"])
@pytest.mark.parametrize("name", PLACES, ids=lambda name: ascii(name[:20]))
def test_places_that_hold_no_database_are_told(
    tmp_path: Path, sinotech: Sinotech, name: str, command: str
) -> None:
    """In one line that names the place, and says what is wrong with it."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    path = str(tmp_path / name) if name != "." else str(tmp_path)
    more = ["--records", str(MINI)] if command == "build" else []
    result = sinotech(command, *more, "--db", path)
    if command == "countries":
        assert (result.code, PLACES[name] in result.err) == (4, True), result.err
    elif name != "nowhere.db":
        assert result.code in {2, 4}
    assert result.err.count("\n") <= 1
    assert len(result.err) < 500
    assert str(tmp_path)[:100] in result.err or not result.err
    assert (tmp_path / "loop").is_symlink()
