"""What the tests share: a small record set, the real one, and the command line."""

import io
import os
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from places import DATA, MINI, RECORDS

from sinotech.cli.commands import BY_NAME
from sinotech.cli.front import main
from sinotech.compile.database import compile_records
from sinotech.records.load import RecordSet, load

MANY = 8
"""Records that hold a word, or that are about a thing, from which on the large set
stores which, as sets of millions do of thousands."""

DRAFT = """China and Brazil run over 60 joint laboratories. It takes part in the work.

Norway takes part in the work of the laboratories. Moons are cheese, said the cook.
"""
"""A draft on what the small record set holds."""

settings.register_profile("patient", deadline=None)  # how long it takes is no test
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let expected output be rewritten, to be reviewed as a diff."""
    parser.addoption("--accept", action="store_true", help="rewrite expected output")


@dataclass(frozen=True)
class Result:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Sinotech = Callable[..., Result]


def width_of(line: str) -> int:
    """Return the columns that *line* takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test the same surroundings: no colour, no settings."""
    for name in ("SINOTECH_DB", "SINOTECH_FORMAT", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what checkouts compile in a folder of the tests' own."""
    folder = tmp_path_factory.mktemp("cache")
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder)
    yield folder
    if before is None:
        del os.environ["XDG_CACHE_HOME"]
    else:
        os.environ["XDG_CACHE_HOME"] = before


@pytest.fixture(scope="session")
def real_records() -> RecordSet:
    """Load the record set itself, once."""
    return load([RECORDS])


@pytest.fixture(scope="session")
def real_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the record set itself, once."""
    target = tmp_path_factory.mktemp("real") / "real.db"
    compile_records([RECORDS], target)
    return target


@pytest.fixture(scope="session")
def large_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the record set itself as large ones are, once."""
    target = tmp_path_factory.mktemp("large") / "large.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sinotech.compile.bitmaps.MANY", MANY)
        patch.setattr("sinotech.compile.pages.FULL", MANY)
        compile_records([RECORDS], target)
    return target


@pytest.fixture(scope="session")
def mini_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the small record set, once."""
    target = tmp_path_factory.mktemp("mini") / "mini.db"
    compile_records([MINI], target)
    return target


@pytest.fixture
def mini(mini_db: Path) -> Iterator[sqlite3.Connection]:
    """Open the small record set."""
    connection = sqlite3.connect(f"{mini_db.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def real(real_db: Path) -> Iterator[sqlite3.Connection]:
    """Open the record set itself."""
    connection = sqlite3.connect(f"{real_db.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def large(
    large_db: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[sqlite3.Connection]:
    """Open the record set itself, compiled and asked as large ones are."""
    for module in ("ranking", "evidence", "search"):
        monkeypatch.setattr(f"sinotech.query.{module}.SMALL", 0)
    for module in ("ranking", "search"):
        monkeypatch.setattr(f"sinotech.query.{module}.POSTINGS", 0)
    monkeypatch.setattr("sinotech.query.records.FULL", MANY)
    connection = sqlite3.connect(f"{large_db.as_uri()}?mode=ro", uri=True)
    yield connection
    connection.close()


@pytest.fixture
def sinotech(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Sinotech:
    """Run a command line in this process."""

    def run(*argv: str, stdin: bytes | None = None) -> Result:
        text = io.TextIOWrapper(io.BytesIO(stdin or b""), encoding="utf-8")
        monkeypatch.setattr("sys.stdin", text)
        if stdin is None:
            monkeypatch.setattr(text, "isatty", lambda: True, raising=False)
        with pytest.raises(SystemExit) as ended:
            main(list(argv))
        printed = capsys.readouterr()
        code = ended.value.code
        return Result(code if isinstance(code, int) else 0, printed.out, printed.err)

    return run


@pytest.fixture
def on_mini(sinotech: Sinotech, mini_db: Path) -> Sinotech:
    """Run a command line on the small record set."""

    def run(*argv: str, stdin: bytes | None = None) -> Result:
        return sinotech(*argv, "--db", str(mini_db), stdin=stdin)

    return run


@pytest.fixture
def ask(sinotech: Sinotech, mini_db: Path, tmp_path: Path) -> Sinotech:
    """Run a command of :mod:`asked`, mostly on the small record set."""
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    places = {
        "draft": str(draft),
        "none": str(tmp_path / "none.txt"),
        "mini": str(MINI),
        "bad": str(DATA / "bad" / "E101-0.yaml"),
        "db": str(mini_db),
        "texts": str(tmp_path),
        "new": str(tmp_path / "new.db"),
    }

    def run(command: str, *argv: str, stdin: bytes | None = None) -> Result:
        filled = [arg.format(**places) if arg[:1] == "{" else arg for arg in argv]
        db = ["--db", str(mini_db)] if BY_NAME[command].reads_store else []
        return sinotech(command, *filled, *db, stdin=stdin)

    return run


@pytest.fixture
def on_real(sinotech: Sinotech, real_db: Path) -> Sinotech:
    """Run a command line on the record set itself."""

    def run(*argv: str, stdin: bytes | None = None) -> Result:
        return sinotech(*argv, "--db", str(real_db), stdin=stdin)

    return run
