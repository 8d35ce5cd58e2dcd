"""Finding and opening the compiled records."""

import os
import re
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from paths import MINI, RECORDS
from processes import outcome, started

from sinotech.cached import KEPT, record_files
from sinotech.compile.database import compile_records
from sinotech.digest import compiler_digest
from sinotech.errors import RecordError, StoreError
from sinotech.store import handle_of, open_handle, open_store


def test_a_database_is_read_only(mini_db: Path) -> None:
    """Nothing can be written through an opened store, and no file appears beside it."""
    before = sorted(mini_db.parent.iterdir())
    connection = open_store(str(mini_db))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM record")
    connection.close()
    assert sorted(mini_db.parent.iterdir()) == before


def test_an_awkward_path_opens(mini_db: Path, tmp_path: Path) -> None:
    """A path with signs that addresses read otherwise is opened as it is."""
    folder = tmp_path / "a b#c%20?d=e&f"
    folder.mkdir()
    target = shutil.copy(mini_db, folder / "m#?.db")
    connection = open_store(str(target))
    assert connection.execute("SELECT count(*) FROM record").fetchone()[0] > 0
    connection.close()


def test_a_database_in_a_read_only_folder_opens(mini_db: Path, tmp_path: Path) -> None:
    """Neither the folder nor the file needs to be writable."""
    target = Path(shutil.copy(mini_db, tmp_path / "m.db"))
    target.chmod(0o444)
    tmp_path.chmod(0o555)
    open_store(str(target)).close()
    tmp_path.chmod(0o755)


def test_another_schema_is_refused(mini_db: Path, tmp_path: Path) -> None:
    """A database of another schema says so, and names the command that rebuilds it."""
    target = Path(shutil.copy(mini_db, tmp_path / "old.db"))
    connection = sqlite3.connect(target)
    connection.execute("UPDATE meta SET value = 'other' WHERE key = 'schema'")
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=r"sinotech build .*--db .*old\.db"):
        open_store(str(target))


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" * 9])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    """Any other file is an error with a remedy, not an exception of SQLite's."""
    target = tmp_path / "file.db"
    target.write_bytes(content)
    with pytest.raises(StoreError, match="sinotech build"):
        open_store(str(target))


def test_a_missing_database_is_said(tmp_path: Path) -> None:
    """A path that leads nowhere is an error with a remedy."""
    with pytest.raises(StoreError, match="sinotech build"):
        open_store(str(tmp_path / "none.db"))


def test_the_environment_names_a_database(
    mini_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SINOTECH_DB is opened if nothing else is asked for."""
    monkeypatch.setenv("SINOTECH_DB", str(mini_db))
    connection = open_store()
    sql = "SELECT value FROM meta WHERE key = 'records_name'"
    assert connection.execute(sql).fetchone() == ("mini",)
    connection.close()


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test a cache folder of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "sinotech"


def test_a_second_call_does_not_compile(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was compiled once is opened from the cache."""
    open_store(records=[str(MINI)]).close()
    (cached,) = own_cache.glob("*.db")

    def forbidden(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("sinotech.compile.database.compile_records", forbidden)
    open_store(records=[str(MINI)]).close()
    assert list(own_cache.glob("*.db")) == [cached]


def test_changed_records_compile_again(own_cache: Path, tmp_path: Path) -> None:
    """A changed record file is never answered from what the old one compiled to."""
    records = tmp_path / "records.yaml"
    text = MINI.read_text(encoding="utf-8")
    records.write_text(text, encoding="utf-8")
    open_store(records=[str(records)]).close()
    records.write_text(
        text.replace("name: Brazil,", "name: Pindorama,"), encoding="utf-8"
    )
    connection = open_store(records=[str(records)])
    sql = "SELECT title FROM record WHERE id = 'br'"
    assert connection.execute(sql).fetchone() == ("Pindorama",)
    connection.close()
    assert len(list(own_cache.glob("*.db"))) == 2


def test_records_that_change_meanwhile_are_not_cached(
    own_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is answered is what the file says by then, and no name tells otherwise."""
    records = tmp_path / "records.yaml"
    text = MINI.read_text(encoding="utf-8")
    records.write_text(text, encoding="utf-8")

    def saved_again(*args: Any) -> sqlite3.Connection | None:  # noqa: ANN401
        records.write_text(text.replace("name: Brazil,", "name: Pindorama,"))
        return compile_records(*args)

    monkeypatch.setattr("sinotech.compile.database.compile_records", saved_again)
    connection = open_store(records=[str(records)])
    sql = "SELECT title FROM record WHERE id = 'br'"
    assert connection.execute(sql).fetchone() == ("Pindorama",)
    connection.close()
    assert list(own_cache.glob("*.db")) == []


def test_threads_compile_side_by_side(own_cache: Path) -> None:
    """Two threads that need the same records both get them."""
    asked = [str(MINI)]
    with ThreadPoolExecutor(4) as pool:
        counts = pool.map(lambda _: count_records(asked), range(8))
        assert len(set(counts)) == 1
    assert len(list(own_cache.iterdir())) <= 2


def count_records(records: list[str]) -> int:
    """Return how many records are in what *records* compile to."""
    connection = open_store(records=records)
    try:
        return int(connection.execute("SELECT count(*) FROM record").fetchone()[0])
    finally:
        connection.close()


def test_a_database_that_vanishes_is_no_base(own_cache: Path) -> None:
    """What another process has removed meanwhile is passed over."""
    own_cache.mkdir(parents=True)
    gone = own_cache / f"{'0' * 20}-{compiler_digest()[:20]}.db"
    gone.symlink_to(own_cache / "nowhere")
    assert count_records([str(MINI)]) > 0


def test_a_file_named_twice_is_taken_once(own_cache: Path) -> None:
    """However it is written."""
    twice = [str(MINI), str(MINI.parent / "." / MINI.name)]
    assert count_records(twice) == count_records([str(MINI)])


def test_old_databases_leave_the_cache(own_cache: Path, tmp_path: Path) -> None:
    """The cache keeps only the latest databases."""
    own_cache.mkdir(parents=True)
    for n in range(20):
        old = own_cache / f"{n}.db"
        old.write_bytes(b"")
        os.utime(old, (n, n))
    open_store(records=[str(MINI)]).close()
    assert len(list(own_cache.glob("*.db"))) == KEPT


def test_without_a_writable_home_records_compile_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache folder that cannot be made is done without."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    connection = open_store(records=[str(MINI)])
    assert connection.execute("SELECT count(*) FROM record").fetchone()[0] > 0
    connection.close()


@pytest.mark.parametrize("place", ["XDG_CACHE_HOME", "HOME"])
@pytest.mark.parametrize("name", ["x" * 300, "x/" * 3000, "a/loop"])
def test_a_cache_folder_that_no_system_makes_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, name: str
) -> None:
    """Records are compiled in memory, whatever is wrong with its path."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "loop").symlink_to("loop")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv(place, str(tmp_path / name))
    assert count_records([str(MINI)]) > 0
    assert len(list(tmp_path.rglob("*"))) == len(["a", "loop"])


LEAVING = """
import os, resource, sys
import sinotech.api, sinotech.stranger, sinotech.cached
from sinotech import SinotechError

db, records, left = sys.argv[1], sys.argv[2], int(sys.argv[3])
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (64, most))
taken = []
try:
    while True:
        taken.append(os.open(os.devnull, os.O_RDONLY))
except OSError:
    for _ in range(left):
        os.close(taken.pop())
try:
    sinotech.api.open(db if db else None, records=records if records else ()).close()
except SinotechError as error:
    print(error)
else:
    print("opened")
"""
"""A process that may open a few more files, and opens a record set."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs limits of processes")
@pytest.mark.parametrize("left", range(4))
@pytest.mark.parametrize("option", ["db", "records"])
def test_a_system_that_opens_no_more_files_is_told(
    mini_db: Path, left: int, option: str
) -> None:
    """It is an error of ours, however far the opening gets."""
    asked = ("", str(MINI)) if option == "records" else (str(mini_db), "")
    done = outcome(started("-c", LEAVING, *asked, str(left)))
    assert (done[0], done[2]) == (0, ""), done
    told = r"(Too many open files|unable to open database)" if left == 0 else r"."
    assert re.search(told, done[1])
    assert option == "records" or left < 2 or done[1] == "opened\n"


def test_without_a_home_records_compile_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user whom the system gives no home gets no folder of the name ~ instead."""

    def unknown(uid: int) -> None:
        raise KeyError(uid)

    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    assert count_records([str(MINI)]) > 0
    assert list(tmp_path.iterdir()) == []


def test_a_checkout_compiles_its_own_records() -> None:
    """With nothing named, a checkout answers from data/records.yaml."""
    assert record_files() == [RECORDS]
    connection = open_store()
    sql = "SELECT value FROM meta WHERE key = 'records_name'"
    assert connection.execute(sql).fetchone() == ("sinotech",)
    connection.close()


@pytest.mark.slow
def test_an_overlay_lies_over_ours(tmp_path: Path) -> None:
    """A file that says so is laid over the tool's own records."""
    over = tmp_path / "over.yaml"
    over.write_text(
        "records: {name: over, version: 1, format: 1, overlay: true}\n"
        "countries: [{id: FR, name: La France}]\n"
    )
    assert record_files([str(over)]) == [RECORDS, over]
    connection = open_store(records=[str(over)])
    sql = "SELECT title FROM record WHERE id IN ('br', 'fr') ORDER BY id"
    assert connection.execute(sql).fetchall() == [("Brazil",), ("La France",)]
    connection.close()


def test_records_at_fault_open_nothing(tmp_path: Path) -> None:
    """Records that cannot be compiled are an error that says where."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("countries: [\n")
    with pytest.raises(RecordError, match=r"bad\.yaml:"):
        open_store(records=[str(bad)])


def test_missing_records_are_said() -> None:
    """A record file that is not there is an error."""
    with pytest.raises(StoreError, match=r"none\.yaml"):
        open_store(records=["none.yaml"])


def test_another_process_opens_the_same(mini_db: Path) -> None:
    """A handle tells a database by its file, and whether it is a stranger's."""
    with closing(open_store(str(mini_db))) as named:
        handle = handle_of(named)
    assert handle == (str(mini_db), True)
    with closing(open_handle(handle)) as again:
        assert getattr(again, "path", "") == str(mini_db)
    with closing(sqlite3.connect(mini_db)) as ours:
        handle = handle_of(ours)
    assert handle == (str(mini_db), False)
    with closing(open_handle(handle)) as again:
        assert not hasattr(again, "path")
    with closing(sqlite3.connect(":memory:")) as memory:
        assert handle_of(memory) is None
