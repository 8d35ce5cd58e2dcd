"""What the tests share: a small record set, the real one, and the command line."""

import fcntl
import io
import os
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from paths import DATA, MINI, RECORDS

from sinotech.answers.commands import BY_NAME
from sinotech.claims.session import Session
from sinotech.cli.front import main
from sinotech.compile.database import compile_records
from sinotech.records.load import RecordSet, load
from sinotech.store import open_store

CI_EXAMPLES = 100
"""Examples that a property is tried with in CI, under ``--hypothesis-profile=ci``."""

DAILY_EXAMPLES = 20
"""Examples that a property is tried with otherwise."""

MANY = 8
"""Records that hold a word, or that are about a thing, from which on the large set
stores which, as sets of millions do of thousands."""

DRAFT = """China and Brazil run over 60 joint laboratories. It takes part in the work.

Norway takes part in the work of the laboratories. Moons are cheese, said the cook.
"""
"""A draft on what the small record set holds."""

PATIENT = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # how long an example takes depends on who else uses the machine
settings.register_profile("daily", PATIENT, max_examples=DAILY_EXAMPLES)
settings.register_profile("ci", PATIENT, max_examples=CI_EXAMPLES)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let expected output be rewritten, to be reviewed as a diff."""
    parser.addoption("--accept", action="store_true", help="rewrite expected output")


def pytest_configure(config: pytest.Config) -> None:
    """Draw few examples unless a profile is asked for.

    It is done here, and not by the module, which tests import a second time.
    """
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("daily")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests first, so that all workers are busy to the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@dataclass(frozen=True)
class Result:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


Sinotech = Callable[..., Result]
MadeOnce = Callable[[str, Callable[[Path], object]], Path]


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
    """Keep what checkouts compile in a folder of this worker's own.

    Processes that tests start may write bytecode: compiling our modules takes longer
    than most of what they are asked.
    """
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.delenv("SINOTECH_DB", raising=False)
        yield folder


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """Make a folder of files once for all workers; nobody may change what is in it."""
    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "made"
    root.mkdir(exist_ok=True)

    def once(name: str, make: Callable[[Path], object]) -> Path:
        folder, unfinished = root / name, root / f"{name}.unfinished"
        with (root / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                unfinished.mkdir(exist_ok=True)
                make(unfinished)
                unfinished.rename(folder)
        return folder

    return once


@pytest.fixture(scope="session")
def real_records() -> RecordSet:
    """Load the record set itself, once."""
    return load([RECORDS])


def compiled(*records: Path) -> Callable[[Path], object]:
    """Return what compiles *records* into a folder, as ``all.db``."""
    return lambda folder: compile_records(records, folder / "all.db")


@pytest.fixture(scope="session")
def real_db(made_once: MadeOnce) -> Path:
    """Compile the record set itself, once."""
    return made_once("real", compiled(RECORDS)) / "all.db"


@pytest.fixture(scope="session")
def large_db(made_once: MadeOnce) -> Path:
    """Compile the record set itself as large ones are, once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sinotech.compile.bitmaps.MANY", MANY)
        patch.setattr("sinotech.compile.pages.FULL", MANY)
        return made_once("large", compiled(RECORDS)) / "all.db"


@pytest.fixture(scope="session")
def mini_db(made_once: MadeOnce) -> Path:
    """Compile the small record set, once."""
    return made_once("mini", compiled(MINI)) / "all.db"


@pytest.fixture(scope="session")
def session(cache: Path) -> Iterator[Session]:
    """Open the record set itself for claims, as a checkout does, once."""
    with closing(open_store(None, ())) as store:
        yield Session(store)


def read_only(db: Path) -> sqlite3.Connection:
    """Open a database that nobody may change."""
    return sqlite3.connect(f"{db.as_uri()}?mode=ro", uri=True)


@pytest.fixture
def mini(mini_db: Path) -> Iterator[sqlite3.Connection]:
    """Open the small record set."""
    with closing(read_only(mini_db)) as connection:
        yield connection


@pytest.fixture
def real(real_db: Path) -> Iterator[sqlite3.Connection]:
    """Open the record set itself."""
    with closing(read_only(real_db)) as connection:
        yield connection


@pytest.fixture
def as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask any record set as large ones are asked."""
    for module in ("ranking", "evidence", "search"):
        monkeypatch.setattr(f"sinotech.query.{module}.SMALL", 0)
    for module in ("ranking", "search"):
        monkeypatch.setattr(f"sinotech.query.{module}.POSTINGS", 0)
    monkeypatch.setattr("sinotech.query.records.FULL", MANY)


@pytest.fixture
def large(large_db: Path, as_large: None) -> Iterator[sqlite3.Connection]:
    """Open the record set itself, compiled and asked as large ones are."""
    with closing(read_only(large_db)) as connection:
        yield connection


@pytest.fixture(scope="session")
def session_when_large(large_db: Path) -> Iterator[Session]:
    """Open the record set itself, compiled as large ones are, for claims, once."""
    with closing(read_only(large_db)) as connection:
        yield Session(connection)


@pytest.fixture
def large_words(session_when_large: Session, as_large: None) -> Session:
    """Return the same to be asked as large ones are."""
    return session_when_large


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
        "out": str(tmp_path / "out"),
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
