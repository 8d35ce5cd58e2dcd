"""The commands for those who keep records: check, verify, count."""

from pathlib import Path

from sinotech.answers.answer import Answer
from sinotech.errors import FAULT, NOT_FOUND, RecordError, UsageError
from sinotech.progress import Bar

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
