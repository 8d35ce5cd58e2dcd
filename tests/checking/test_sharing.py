"""Drafts shared out among processes, and what becomes of one that is killed."""

import sqlite3
from pathlib import Path

import pytest
from drafted import RIGHT, WRONG

from sinotech.checking import sharing
from sinotech.checking.check import WHOLE, Options, Share
from sinotech.checking.run import Run
from sinotech.checking.sharing import Draft, Source, Team, tasks_of, work_alone
from sinotech.claims.session import Session
from sinotech.errors import StoreError

LARGE = f"{RIGHT}\n\n{WRONG}\n\n" * 400


def test_what_is_little_is_done_at_once(tmp_path: Path) -> None:
    """Small drafts are not shared out, nor is anything where one process is enough."""
    small, large = tmp_path / "a.txt", tmp_path / "b.txt"
    small.write_text(RIGHT)
    large.write_text(LARGE)
    drafts = [Draft(str(small)), Draft(str(tmp_path / "none")), Draft("-", b"text")]
    assert tasks_of(drafts, 4) == [(0, WHOLE), (1, WHOLE), (2, WHOLE)]
    drafts.insert(1, Draft(str(large)))
    assert len(LARGE) > sharing.SMALL
    assert tasks_of(drafts, 1) == [(n, WHOLE) for n in range(4)]
    shares = [(1, Share(0, 2)), (1, Share(1, 2))]
    assert tasks_of(drafts, 2) == [(0, WHOLE), *shares, (2, WHOLE), (3, WHOLE)]


@pytest.fixture
def drafts() -> list[Draft]:
    """Return a draft that takes a while."""
    return [Draft("-", LARGE.encode())]


def test_what_is_found_is_told_at_once(
    mini: sqlite3.Connection, tmp_path: Path
) -> None:
    """No file is read before what is found in those before it has been taken."""
    later = tmp_path / "b.txt"
    drafts = [Draft("a.txt", WRONG.encode()), Draft(str(later))]
    tasks = tasks_of(drafts, 1)
    run = Run(drafts, Options())
    messages = work_alone(Session(mini), drafts, tasks, Options())
    found = run.diagnostics(tasks, messages)
    assert next(found).path == "a.txt"
    later.write_text(WRONG)
    assert [one.path for one in found] == [str(later)]
    assert (run.counts.problems, run.failures) == (2, [])


def test_a_process_that_is_killed_is_said(mini_db: Path, drafts: list[Draft]) -> None:
    """It is one error, and what was found before it is had; no process is left."""
    tasks = tasks_of(drafts, 2)
    team = Team(Source((str(mini_db), False), None), drafts, tasks, Options(), 2)
    workers = list(team._workers)  # noqa: SLF001  # one of them is to be killed
    found = Run(drafts, Options()).diagnostics(tasks, team.messages())
    assert next(found).sentence == WRONG
    workers[0].process.kill()
    with pytest.raises(StoreError, match="a process that checks was killed"):
        list(found)
    team.end()
    assert not any(one.process.is_alive() for one in workers)


def test_what_a_process_raises_is_raised(tmp_path: Path, drafts: list[Draft]) -> None:
    """A database that is gone is the same error as without other processes."""
    gone = str(tmp_path / "gone.db")
    tasks = tasks_of(drafts, 2)
    team = Team(Source((gone, True), None), drafts, tasks, Options(), 2)
    try:
        with pytest.raises(StoreError, match="there is no database"):
            list(Run(drafts, Options()).diagnostics(tasks, team.messages()))
    finally:
        team.end()
