"""The commands for those who keep records: check, verify, compile."""

import os
from pathlib import Path
from stat import S_ISREG

from sinotech.errors import FAULT, NOT_FOUND, RecordError, StoreError, UsageError, shown
from sinotech.present.answer import Answer
from sinotech.present.progress import Bar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sinotech.findings import Finding


def _findings(shape: str, findings: "Sequence[Finding]", summary: str) -> Answer:
    """Answer with *findings*, and FAULT if any of them is an error."""
    data = [
        {"file": f.file, "line": f.line, "code": f.code, "message": f.message}
        for f in findings
    ]
    answer = Answer(shape, data, notices=(summary,))
    answer.exit_code = FAULT if any(f.is_error for f in findings) else 0
    return answer


def lint(*, records: "Sequence[str]") -> Answer:
    """Answer with all that is wrong with a record set."""
    from sinotech.cached import record_files
    from sinotech.compile.database import check

    with Bar() as bar:
        checked = check(record_files(records), bar)
    errors = sum(1 for finding in checked.findings if finding.is_error)
    summary = f"{checked.records} records, {errors} errors"
    return _findings("lint@1", checked.findings, summary)


def verify(*, sources: str | None, records: "Sequence[str]") -> Answer:
    """Answer with the citations that are not where they say."""
    from sinotech.cached import record_files
    from sinotech.records.load import load
    from sinotech.verify import verify as verified

    if not sources:
        raise UsageError("verify needs the texts", "give their folder: --sources DIR")
    folder = _folder(sources)
    loaded = load(record_files(records))
    if errors := [finding for finding in loaded.findings if finding.is_error]:
        raise RecordError(errors)
    result = verified(loaded, folder)
    failed = len(result.findings)
    summary = f"{result.checked} citations checked against the texts, {failed} failed"
    summary = _with_missing(summary, result.missing)
    answer = _findings("verify@1", result.findings, summary)
    if result.checked == 0 and not failed:
        answer.exit_code = NOT_FOUND
    return answer


def coverage(
    *, sources: str | None, db: str | None, records: "Sequence[str]"
) -> Answer:
    """Answer with how much is held, and what the texts say that no record touches."""
    from contextlib import closing

    from sinotech.cached import record_files
    from sinotech.query.coverage import find_counts
    from sinotech.store import Wall, open_store

    if sources and db:
        remedy = "give --records FILE instead of --db"
        raise UsageError("what a text holds is compared with record files", remedy)
    files = record_files(records) if records else []  # once: one may be a pipe
    opened = open_store(db, [str(file) for file in files])
    with closing(opened) as store, Wall(store):
        data: dict[str, Any] = {"counts": find_counts(store)}
    if sources is None:
        return Answer("coverage@1", data)
    return _uncovered(data, _folder(sources), files or record_files())


def _uncovered(data: "dict[str, Any]", folder: Path, files: "list[Path]") -> Answer:
    from dataclasses import asdict

    from sinotech.coverage import untouched
    from sinotech.records.load import load

    left, missing = untouched(load(files), folder)
    data["untouched"] = [asdict(one) for one in left]
    summary = f"{len(left)} numbers, names and lines of the texts are not recorded"
    answer = Answer("coverage@1", data, notices=(_with_missing(summary, missing),))
    answer.exit_code = FAULT if left else 0
    return answer


def _with_missing(summary: str, missing: "Sequence[str]") -> str:
    """Return *summary*, and what could not be checked."""
    if not missing:
        return summary
    names = ", ".join(missing)
    return f"{summary}; could not check what cites: {names} (no text at hand)"


def _folder(named: str) -> Path:
    try:
        next(Path(named).iterdir(), None)
    except OSError as error:
        message = f"{named} cannot be read as a folder: {error.strerror}"
        raise UsageError(message, "check --sources") from None
    return Path(named)


def build(*, records: "Sequence[str]", db: str | None) -> Answer:
    """Compile a record set, and answer with what was made."""
    from contextlib import closing

    from sinotech.cached import record_files
    from sinotech.cli.drawing import draw_profiles
    from sinotech.compile.database import compile_records
    from sinotech.query.records import count_kinds, find_origin
    from sinotech.store import open_store

    if not db:
        raise UsageError("build needs a place for the database", "give --db FILE")
    files = record_files(records)
    target = _target(db)
    with Bar() as bar:
        compile_records(files, target, bar, finish=draw_profiles)
    with closing(open_store(str(target))) as store:  # /dev/fd/7 is the old one still
        counts, origin = count_kinds(store), find_origin(store)
    data = {"database": db, "records": counts, "sha256": origin["sha256"]}
    return Answer("build@1", data)


def _target(db: str) -> Path:
    """Return the file that the database *db* is, or will be; a link is followed.

    Raises UsageError if that is there and is no database of ours, or takes what this
    process prints; StoreError if it cannot be read.
    """
    try:
        target = Path(os.path.realpath(db))
        begins = _beginning(target)
    except (OSError, ValueError) as error:  # a name that is too long, or has a NUL
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{shown(db)} cannot be written ({reason})"
        raise StoreError(message, "choose another --db") from None
    if any(_is_open_as(target, stream) for stream in (1, 2)):
        message = f"{shown(db)} is where this command prints what it made"
        raise UsageError(message, "choose another --db")
    if begins and begins[68:72] != b"sino":  # PRAGMA application_id, at its place
        message = f"{db} is no database of sinotech, and is left as it is"
        raise UsageError(message, "choose another --db, or remove it first")
    return target


def _is_open_as(path: Path, stream: int) -> bool:
    """Whether *path* is the file that this process has open by the number *stream*."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream))
    except OSError:
        return False


def _beginning(path: Path) -> bytes:
    """Return the first bytes of the file *path*; none if nothing is there."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return b""
    if not S_ISREG(mode):
        return b"no file"
    with path.open("rb") as file:
        return file.read(72)
