"""Profiles drawn when compiling: what is printed is the same, in every form."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import MadeOnce, Sinotech
from paths import MINI

from sinotech.present.drawing import draw_profiles

COMMANDS = {
    "country": "country",
    "program": "program",
    "person": "person",
    "organization": "org",
    "group": "group",
}
"""The commands of profiles, by the kind of record."""

MARK = "drawn when compiling"


@pytest.fixture(scope="module")
def drawn_db(real_db: Path, made_once: MadeOnce) -> Path:
    """Draw the profiles of the record set itself, once."""

    def draw(folder: Path) -> None:
        target = shutil.copyfile(real_db, folder / "all.db")
        with closing(sqlite3.connect(target)) as connection, connection:
            draw_profiles(connection)

    return made_once("drawn", draw) / "all.db"


@pytest.fixture
def marked_db(drawn_db: Path, tmp_path: Path) -> Path:
    """Change what was drawn of China, so that it shows where it comes from."""
    target = tmp_path / "marked.db"
    shutil.copyfile(drawn_db, target)
    sql = """UPDATE drawn SET plain = ? || char(10), data = '{"country": "' || ? || '"}'
             WHERE target = (SELECT number FROM record WHERE id = 'cn')"""
    with closing(sqlite3.connect(target)) as connection, connection:
        assert connection.execute(sql, (MARK, MARK)).rowcount == 1
    return target


@pytest.mark.slow
@pytest.mark.parametrize("form", ["plain", "json"])
@pytest.mark.parametrize("kind", COMMANDS)
def test_what_was_drawn_is_what_would_be_printed(
    real_db: Path, drawn_db: Path, sinotech: Sinotech, kind: str, form: str
) -> None:
    """Of every profile, stdout, stderr and exit code are the same."""
    with closing(sqlite3.connect(drawn_db)) as connection:
        rows = connection.execute(
            """SELECT id, drawn.target IS NOT NULL FROM record
               LEFT JOIN drawn ON target = number WHERE kind = ?""",
            (kind,),
        ).fetchall()
    assert len(rows) > 10
    assert all(is_drawn for _, is_drawn in rows)
    others = []
    for id_, _ in rows:
        argv = (COMMANDS[kind], id_, "--format", form)
        once = sinotech(*argv, "--db", str(drawn_db))
        if once != sinotech(*argv, "--db", str(real_db)):
            others.append(id_)
    assert others == []


def test_only_what_is_long_is_kept_as_json(drawn_db: Path) -> None:
    """JSON is kept of a tenth of the profiles: of all that are printed in pages."""
    with closing(sqlite3.connect(drawn_db)) as connection:
        rows = connection.execute(
            """SELECT id, pages <> '{}', data IS NOT NULL, citations IS NOT NULL
               FROM drawn JOIN record ON number = target"""
        ).fetchall()
    assert {row[1:] for row in rows} == {(0, 0, 0), (0, 1, 1), (1, 1, 1)}
    assert {("cn", 1, 1, 1), ("br", 0, 1, 1)} <= set(rows)
    assert 10 < sum(kept for *_, kept in rows) < len(rows) / 4


UNASKED = ["", "--format plain", "--json", "--limit 25", "--offset 0 --format json"]
ASKED = [
    *("--limit 24", "--offset 1", "--all", "--format md", "--format jsonl"),
    *("--format csv", "--fields id", "--section programs", "--style apa"),
    *("--json --style apa", "--json --fields programs.id", "--json --section facts"),
    *("--limit 24 --json", "--offset 25 --json", "--all --json", "--format tsv"),
    *("--section programs --format jsonl", "--fields id --format plain"),
]


@pytest.mark.parametrize("options", UNASKED)
def test_it_is_printed_if_nothing_else_is_asked(
    marked_db: Path, sinotech: Sinotech, options: str
) -> None:
    """The first page, plain or as JSON, is what was drawn."""
    told = sinotech("country", "China", *options.split(), "--db", str(marked_db))
    assert (MARK in told.out, told.code) == (True, 0)
    assert "the first 25 of " in told.err


@pytest.mark.parametrize("options", ASKED)
def test_it_is_not_printed_if_anything_else_is_asked(
    marked_db: Path, real_db: Path, sinotech: Sinotech, options: str
) -> None:
    """Any other page, form, style or selection is made of the records."""
    argv = ("country", "China", *options.split(), "--db")
    told = sinotech(*argv, str(marked_db))
    assert MARK not in told.out
    assert told == sinotech(*argv, str(real_db))


@pytest.mark.parametrize("form", ["plain", "json"])
def test_a_batch_prints_what_was_drawn(
    drawn_db: Path, real_db: Path, sinotech: Sinotech, form: str
) -> None:
    """So does each line of a batch, between others that find nothing."""
    lines = b"China\nAtlantis\nBrazl\n\nBR\n"
    argv = ("country", "-", "--format", form, "--db")
    told = sinotech(*argv, str(drawn_db), stdin=lines)
    assert told == sinotech(*argv, str(real_db), stdin=lines)
    assert told.code == 3  # the slip is not read in a batch


def test_what_a_terminal_could_obey_is_drawn_anew(
    drawn_db: Path, real_db: Path, tmp_path: Path, sinotech: Sinotech
) -> None:
    """Whoever changed the database: no control character of it is printed."""
    target = tmp_path / "hostile.db"
    shutil.copyfile(drawn_db, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("UPDATE drawn SET plain = plain || char(27) || '[31m'")
        connection.execute("""UPDATE drawn SET data = '{"x": "' || char(155) || '"}'""")
    for options in ([], ["--json"]):
        told = sinotech("country", "China", *options, "--db", str(target))
        assert "\x1b" not in told.out
        assert "\x9b" not in told.out
    plain = sinotech("country", "China", "--db", str(target))
    assert plain == sinotech("country", "China", "--db", str(real_db))


def test_nothing_is_drawn_of_a_large_set(mini_db: Path, tmp_path: Path) -> None:
    """Drawing all that a large set holds would take as long as compiling it."""
    target = tmp_path / "large.db"
    shutil.copyfile(mini_db, target)
    with closing(sqlite3.connect(target)) as connection:
        draw_profiles(connection, most=1)
        assert connection.execute("SELECT count(*) FROM drawn").fetchone() == (0,)


def test_a_database_that_is_built_is_drawn(sinotech: Sinotech, tmp_path: Path) -> None:
    """`sinotech build` draws; what --records compiles while somebody waits does not."""
    target = tmp_path / "built.db"
    assert sinotech("build", "--records", str(MINI), "--db", str(target)).code == 0
    with closing(sqlite3.connect(target)) as connection:
        sql = "SELECT count(*), count(data) FROM drawn"
        (drawn, as_json) = connection.execute(sql).fetchone()
    assert drawn > 5
    assert as_json == 0
