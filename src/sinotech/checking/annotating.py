"""A copy of a checked ``.docx`` with a comment at each diagnostic."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from sinotech.checking.diagnostic import Diagnostic, Record
from sinotech.drafts.annotated import DAMAGED, Note, annotate
from sinotech.drafts.opening import read_bytes_of
from sinotech.drafts.reading import media_of, read_bytes
from sinotech.errors import DraftError, UsageError, shown


def check_target(path: str, target: str) -> None:
    """Raise UsageError if the draft *path* cannot be annotated in *target*."""
    if media_of(path) != "docx":
        message = f"--annotate is for a .docx, and {shown(path)} is none"
        raise UsageError(message, "leave --annotate out")
    if media_of(target) != "docx":
        message = f"--annotate {shown(target)} is not the name of a .docx"
        raise UsageError(message, "give a name that ends with .docx")
    try:
        is_same = Path(target).exists() and Path(target).samefile(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{shown(target)} cannot be written ({reason})"
        raise UsageError(message, "choose another --annotate") from None
    if is_same:
        message = f"--annotate {shown(target)} is the draft itself"
        raise UsageError(message, "give another name for the copy")


def write_annotated(path: str, diagnostics: Iterable[Diagnostic], target: str) -> int:
    """Write *target*, a copy of the draft *path* with comments; return how many.

    What is suppressed gets none. Raises DraftError if the draft is damaged, UsageError
    if the copy cannot be written.
    """
    content = read_bytes_of(Path(path))
    document = read_bytes(content, path)
    notes = [_note(one) for one in diagnostics if not one.suppressed]
    when = dt.datetime.now(dt.UTC)
    try:
        return annotate(content, document, notes, Path(target), when)
    except DAMAGED as error:
        message = f"{shown(path)} is damaged ({shown(str(error))})"
        raise DraftError(message, "open it in a word processor, and save it") from None
    except OSError as error:
        message = f"{shown(target)} cannot be written ({error.strerror})"
        raise UsageError(message, "choose another --annotate") from None


def _note(one: Diagnostic) -> Note:
    """Return what a comment says: the message, and each record with its citation."""
    told = (f"{one.code} {one.message}", *map(_cited, one.records))
    return Note(one.offset, one.offset + one.length, told)


def _cited(record: Record) -> str:
    """Return the citation of a record, with its id and its link."""
    told = f"{record['citation']} ({record['id']})".strip()
    return f"{told} {record['link']}" if record.get("link") else told
