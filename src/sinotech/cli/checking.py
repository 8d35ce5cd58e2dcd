"""The command that checks drafts."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sinotech.answers.options import CHECK_STYLE
from sinotech.answers.reading import days
from sinotech.checking.baseline import Baseline, read_baseline, written
from sinotech.checking.check import Options
from sinotech.checking.codes import selected
from sinotech.checking.configuration import Configuration, find_configuration
from sinotech.checking.run import Run
from sinotech.checking.sharing import (
    Draft,
    Source,
    Team,
    is_little,
    tasks_of,
    work_alone,
)
from sinotech.checking.target import check_target
from sinotech.claims.session import Session
from sinotech.cli.reporting import Report
from sinotech.cli.streams import complain
from sinotech.drafts.opening import LARGEST
from sinotech.errors import (
    ANSWERED,
    FAULT,
    NOT_FOUND,
    StoreError,
    UsageError,
    quoted,
    shown,
)
from sinotech.kinds import count
from sinotech.naming import shortened
from sinotech.present.checked import statistics, summary
from sinotech.processes import cores
from sinotech.progress import Bar
from sinotech.scratch import replacing
from sinotech.store import handle_of, open_store

if TYPE_CHECKING:
    import sqlite3

    from sinotech.checking.annotating import AnnotatedCopy
    from sinotech.checking.sharing import Message, Task

STDIN = "-"
"""What standard input is called among files; its name is that, too, unless given."""

PROBLEMS = NOT_FOUND
"""The exit code where there are problems."""

SHOWN = 80
"""Characters of a sentence that a line on stderr repeats."""

MOST_JOBS = 64
"""Processes that are started at most, whatever ``--jobs`` says."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do: by the command line, else by the configuration."""

    drafts: list[Draft]
    options: Options
    as_of: str | None
    records: list[str]
    db: str | None
    baseline: str | None
    write_baseline: str | None
    annotate: str | None
    jobs: int
    exit_zero: bool
    statistics: bool


def check(**values: Any) -> int:  # noqa: ANN401  # the parameters of the command
    """Check drafts, print what is found, and return the exit code."""
    _check_named(values)
    report = Report(values)
    settings = _settings(values, find_configuration())
    baseline = _baseline(settings)
    copy = _copy(settings)
    with Bar() as bar:
        store = open_store(settings.db, settings.records, bar)
    with closing(store):
        run = Run(settings.drafts, settings.options, baseline, report.complain)
        tasks = tasks_of(settings.drafts, settings.jobs)
        with _messages(tasks, settings, store) as messages:
            found = run.diagnostics(tasks, messages)
            report.write(copy.noting(found) if copy else found, run, store)
    sys.stdout.flush()
    if copy and not run.failures:
        complain(f"{copy.target}: {count(copy.write(), 'comments')} written")
    return _end(run, settings, baseline)


def _copy(settings: Settings) -> "AnnotatedCopy | None":
    """Return the copy that is to be annotated, if any. Raises UsageError."""
    if settings.annotate is None:
        return None
    from sinotech.checking.annotating import AnnotatedCopy  # only here: it is rare

    target = _identity(os.path.realpath(settings.annotate))
    for option in ("baseline", "write_baseline"):
        other = getattr(settings, option)
        if other is not None and _identity(os.path.realpath(other)) == target:
            named = f"--annotate and --{option.replace('_', '-')}"
            raise UsageError(f"{named} are one file", "give each its own")
    return AnnotatedCopy(settings.drafts, settings.annotate)


@contextmanager
def _messages(
    tasks: "list[Task]", settings: Settings, store: "sqlite3.Connection"
) -> "Iterator[Iterator[Iterator[Message]]]":
    """Give the messages of *tasks*, done by this process, or by several if they are
    many and the database is a file.
    """  # noqa: D205
    drafts, options = settings.drafts, settings.options
    alone = settings.jobs == 1 or len(tasks) == 1 or is_little(drafts)
    handle = None if alone else handle_of(store)
    if handle is None:
        yield work_alone(Session(store, settings.as_of), drafts, tasks, options)
        return
    source = Source(handle, settings.as_of)
    team = Team(source, drafts, tasks, options, min(settings.jobs, len(tasks)))
    try:
        yield team.messages()
    finally:
        team.end()


def _end(run: Run, settings: Settings, baseline: Baseline) -> int:
    """Say on stderr how it went, write a baseline if wanted; return the exit code."""
    complain(summary(run.counts))
    if settings.statistics:
        for line in statistics(run.counts, run.files):
            complain(line)
    if settings.write_baseline is not None:
        _write_baseline(Path(settings.write_baseline), run)
    else:
        _tell_idle(baseline, run, settings)
    if run.failures:
        return FAULT
    return PROBLEMS if run.counts.problems and not settings.exit_zero else ANSWERED


_NAMING = (
    "annotate",
    "baseline",
    "fields",
    "select",
    "stdin_filename",
    "write_baseline",
)
"""Parameters that name something."""


def _check_named(values: dict[str, Any]) -> None:
    """Raise UsageError if a parameter that names something has nothing but blanks."""
    for name in _NAMING:
        given = values[name] or values[name] == ""
        if given and not "".join(values[name]).replace(",", "").strip():
            option = f"--{name.replace('_', '-')}"
            raise UsageError(f"{option} names nothing", "leave it out, or give a name")


def _tell_idle(baseline: Baseline, run: Run, settings: Settings) -> None:
    """Say which entries of the baseline match nothing any more."""
    names = [Path(one.path).name for one in run.files]
    idle = baseline.idle(names, settings.options.codes)
    if idle:
        match = "entry matches" if len(idle) == 1 else "entries match"
        remedy = "--write-baseline writes it anew"
        told = f"{settings.baseline}: {len(idle):,} {match} nothing any more"
        complain(f"{told}; {remedy}")
    for one in idle if settings.statistics else ():
        complain(f"gone: {one.file}: {one.code} {shortened(one.sentence, SHOWN)}")


def _write_baseline(path: Path, run: Run) -> None:
    """Write what was found as a baseline, unless not all was.

    Raises StoreError if it cannot be written.
    """
    if run.failures:
        complain(f"{path} is not written: not all files were checked")
        return
    text = written(run.entries)
    try:
        with replacing(path) as scratch:
            scratch.write_text(text, "utf-8", "backslashreplace", "\n")
    except OSError as error:
        message = f"{shown(str(path))} cannot be written ({error.strerror})"
        raise StoreError(message, "choose another --write-baseline") from None
    complain(f"{path}: {count(len(set(run.entries)), 'findings')} written")


def _baseline(settings: Settings) -> Baseline:
    """Return what is let be: all, where a baseline is written.

    Raises StoreError if one cannot be read, or if what would be replaced is none;
    UsageError if there is no folder for it.
    """
    if settings.write_baseline is not None:
        check_target("--write-baseline", settings.write_baseline)
        _check_replaced(Path(settings.write_baseline))
        return Baseline(takes_all=True)
    if settings.baseline is None:
        return Baseline()
    return read_baseline(Path(settings.baseline))


def _check_replaced(path: Path) -> None:
    """Raise StoreError if something is at *path* that is no baseline."""
    if not path.exists():
        return
    try:
        read_baseline(path)
    except StoreError as error:
        remedy = "it is left as it is; choose another --write-baseline, or remove it"
        raise StoreError(error.message, remedy) from None


def _settings(values: dict[str, Any], configuration: Configuration) -> Settings:
    """Return what is asked for. Raises UsageError."""
    chosen = _Chosen(values, configuration)
    own_store = bool(values["records"] or values["db"])
    codes = selected(
        chosen.of("select") or (),
        strict=bool(chosen.of("strict")),
        everything=bool(chosen.of("all")),
        named=chosen.named("select"),
    )
    as_of = days(chosen.named("as-of"), chosen.of("as-of"))
    return Settings(
        drafts=_drafts(values, configuration),
        options=Options(codes, chosen.style()),
        as_of=as_of[1] if as_of else None,
        records=values["records"] if own_store else chosen.of("records") or [],
        db=values["db"] if own_store else chosen.of("db"),
        baseline=chosen.of("baseline"),
        write_baseline=values["write_baseline"],
        annotate=values["annotate"],
        jobs=chosen.jobs(),
        exit_zero=values["exit_zero"],
        statistics=values["statistics"],
    )


class _Chosen:
    """Values as the command line gives them, or else the configuration."""

    def __init__(self, values: dict[str, Any], configuration: Configuration) -> None:
        """Look into *values* first."""
        self._values, self._configuration = values, configuration

    def of(self, key: str) -> Any:  # noqa: ANN401  # of any kind
        """Return the value of *key*, or None if it is set nowhere."""
        given = self._values[_PARAMETERS.get(key, key)]
        if given is not None and given != []:
            return given
        return self._configuration.values.get(key)

    def named(self, key: str) -> str:
        """Return by what words the value of *key* was given."""
        given = self._values[_PARAMETERS.get(key, key)]
        is_set = key in self._configuration.values
        is_ours = given is None or given == []
        return self._configuration.named(key) if is_ours and is_set else f"--{key}"

    def style(self) -> str | None:
        """Return the citation style. Raises UsageError if there is no such."""
        style: str | None = self.of("style")
        if style is not None and style not in CHECK_STYLE.choices:
            named, known = self.named("style"), ", ".join(CHECK_STYLE.choices)
            told = f"{named}: there is no style {quoted(style)}"
            raise UsageError(told, f"there are: {known}")
        return style

    def jobs(self) -> int:
        """Return how many processes there may be. Raises UsageError if none."""
        jobs: int = cores() if (given := self.of("jobs")) is None else given
        if jobs < 1:
            raise UsageError(f"--jobs {jobs} does nothing", "give a number from 1")
        return min(jobs, MOST_JOBS)


_PARAMETERS = {"all": "all_", "as-of": "as_of"}
"""What parameters of the command are called that have another name as settings."""


def _drafts(values: dict[str, Any], configuration: Configuration) -> list[Draft]:
    """Return what is to be checked, each once. Raises UsageError if it is nothing."""
    named = values["files"] or configuration.files()
    if "" in named:
        raise UsageError("a file has no name", "give its path")
    if STDIN not in named and values["stdin_filename"] is not None:
        raise UsageError("--stdin-filename names what - reads", "give - as a file")
    if not named:
        where = configuration.named("files") if configuration.path else ""
        if "files" in configuration.values:
            raise UsageError(f"{where} match no file", "name files, or - for stdin")
        remedy = "name files, or - for standard input, or set files in pyproject.toml"
        raise UsageError("there is nothing to check", remedy)
    once: dict[object, str] = {}
    for one in named:
        once.setdefault(_identity(one), one)
    return [
        _of_stdin(values["stdin_filename"] or STDIN) if one == STDIN else Draft(one)
        for one in once.values()
    ]


def _identity(name: str) -> object:
    """Return what all names of one file have in common; a name that is none, itself."""
    if name == STDIN:
        return name
    try:
        found = os.stat(name)  # noqa: PTH116  # a name may be no path
    except (OSError, ValueError):
        return name
    return found.st_dev, found.st_ino


def _of_stdin(name: str) -> Draft:
    """Return standard input as a draft called *name*. Raises UsageError."""
    if sys.stdin is None:
        raise UsageError("standard input is closed", "name a file instead of -")
    try:
        return Draft(name, sys.stdin.buffer.read(LARGEST + 1))
    except (OSError, ValueError) as error:  # a folder, or open for writing alone
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"standard input cannot be read: {reason}") from None
