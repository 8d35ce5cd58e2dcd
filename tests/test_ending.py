"""What a signal does to a compile, and what it leaves to who calls."""

import os
import signal
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import FrameType

import pytest
from paths import MINI
from processes import outcome, scratch_in, started

from sinotech.compile.database import compile_records
from sinotech.ending import ASKING

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="sends signals"),
]

LATE = """
import os, signal, sys
from pathlib import Path
from sinotech.compile.database import compile_records

def finish(connection):
    os.kill(os.getpid(), int(sys.argv[3]))

compile_records([Path(sys.argv[1])], Path(sys.argv[2]), finish=finish)
print("done")
"""


@pytest.mark.parametrize("number", [*ASKING, signal.SIGINT])
def test_who_ends_a_compile_finds_all_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    """The old file stays, no scratch file does, and the process ends by the signal."""
    target = tmp_path / "the.db"
    target.write_bytes(b"old")
    code, out, _ = outcome(started("-c", LATE, MINI, target, str(int(number))))
    assert (code, out) == (-number, "")
    assert target.read_bytes() == b"old"
    assert scratch_in(tmp_path) == []


def test_a_broken_pipe_ends_no_compile(tmp_path: Path) -> None:
    """Nobody reads what a compile writes, so SIGPIPE is nothing to it."""
    number = str(int(signal.SIGPIPE))
    process = started("-c", LATE, MINI, tmp_path / "the.db", number)
    assert outcome(process) == (0, "done\n", "")
    assert scratch_in(tmp_path) == []


@pytest.mark.parametrize("number", ASKING)
def test_who_asks_a_look_up_to_end_finds_no_scratch_file(
    tmp_path: Path, number: signal.Signals
) -> None:
    """A look-up that compiles into the cache leaves nothing there either."""
    code = """if True:
        import os, sys
        from sinotech.compile import computed
        def ended(*_):
            os.kill(os.getpid(), int(sys.argv[2]))
        computed.insert_pages = ended
        import sinotech
        sinotech.open(records=sys.argv[1])
    """
    process = started("-c", code, MINI, str(int(number)), XDG_CACHE_HOME=str(tmp_path))
    assert outcome(process) == (-number, "", "")
    left = [path.suffix for path in (tmp_path / "sinotech").iterdir()]
    assert set(left) <= {".digest"}


@pytest.fixture
def restored() -> Iterator[None]:
    """Give the signals their handlers back."""
    before = {number: signal.getsignal(number) for number in ASKING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def heeded(tmp_path: Path) -> tuple[list[object], list[object]]:
    """Return the handlers during a compile, and after it."""
    during: list[object] = []

    def finish(_: sqlite3.Connection) -> None:
        during.extend(signal.getsignal(number) for number in ASKING)

    compile_records([MINI], tmp_path / "the.db", finish=finish)
    return during, [signal.getsignal(number) for number in ASKING]


def test_handlers_are_given_back(tmp_path: Path, restored: None) -> None:
    """Signals that nobody heeded are heeded during a compile, and not after it."""
    for number in ASKING:
        signal.signal(number, signal.SIG_DFL)
    during, after = heeded(tmp_path)
    assert signal.SIG_DFL not in during
    assert after == [signal.SIG_DFL] * len(ASKING)


def test_handlers_of_others_stay(tmp_path: Path, restored: None) -> None:
    """Who heeds a signal, or ignores it, does so during a compile."""

    def own(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError

    signal.signal(signal.SIGTERM, own)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    handlers = [signal.getsignal(number) for number in ASKING]
    assert heeded(tmp_path) == (handlers, handlers)
    assert set(handlers) == {own, signal.SIG_IGN}


def test_a_thread_compiles_without_handlers(tmp_path: Path) -> None:
    """Python lets only the main thread set handlers; another compiles without."""
    with ThreadPoolExecutor(1) as pool:
        during, after = pool.submit(heeded, tmp_path).result()
    assert during == after
    assert (tmp_path / "the.db").exists()
