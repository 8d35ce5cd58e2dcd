"""A copy of a checked ``.docx`` with a comment at each diagnostic."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sinotech.checking.diagnostic import Diagnostic, Record
from sinotech.checking.sharing import Draft
from sinotech.checking.target import check_target
from sinotech.drafts.annotated import DAMAGED, Note, annotate
from sinotech.drafts.opening import bytes_of, largest
from sinotech.drafts.reading import media_of, read_bytes
from sinotech.errors import DraftError, UsageError, shown


class AnnotatedCopy:
    """A copy of a draft, with a comment at each diagnostic that is told."""

    def __init__(self, drafts: Sequence[Draft], target: str) -> None:
        """Take the one draft; *target* is the copy to be written. Raises UsageError."""
        if len(drafts) != 1:
            remedy = "give one .docx, or leave --annotate out"
            raise UsageError("--annotate is for one file", remedy)
        (self._draft,) = drafts
        self.target = target
        if media_of(self._draft.path) != "docx":
            message = (
                f"--annotate is for a .docx, and {shown(self._draft.path)} is none"
            )
            raise UsageError(message, "leave --annotate out")
        if media_of(target) != "docx":
            message = f"--annotate {shown(target)} does not end with .docx"
            raise UsageError(message, "give a name that does")
        check_target("--annotate", target)
        if self._draft.data is None and _is_same(self._draft.path, target):
            message = f"--annotate {shown(target)} is the draft itself"
            raise UsageError(message, "give another name for the copy")
        self._notes: list[Note] = []

    def noting(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what is *found*, and keep a comment on each that is not suppressed."""
        for one in found:
            if not one.suppressed:
                self._notes.append(_note(one))
            yield one

    def write(self) -> int:
        """Write the copy, and return how many comments it has.

        Raises DraftError if the draft is damaged, UsageError if the copy cannot be
        written.
        """
        content, path = self._draft.data, self._draft.path
        if content is None:
            content = bytes_of(Path(path), largest("docx"))
        document = read_bytes(content, path)
        when = dt.datetime.now(dt.UTC)
        try:
            return annotate(content, document, self._notes, Path(self.target), when)
        except DAMAGED as error:
            message = f"{shown(path)} is damaged ({shown(str(error))})"
            remedy = "open it in a word processor, and save it"
            raise DraftError(message, remedy) from None
        except OSError as error:
            reason = error.strerror or str(error)
            message = f"{shown(self.target)} cannot be written ({reason})"
            raise UsageError(message, "choose another --annotate") from None


def _is_same(path: str, target: str) -> bool:
    """Whether two paths are one file. What is not there is none."""
    try:
        return Path(target).samefile(path)
    except (OSError, ValueError):
        return False


def _note(one: Diagnostic) -> Note:
    """Return what a comment says: the message, and each record with its citation."""
    told = (f"{one.code} {one.message}", *map(_cited, one.records))
    return Note(one.offset, one.offset + one.length, told)


def _cited(record: Record) -> str:
    """Return the citation of a record, with its id and its link."""
    told = f"{record['citation']} ({record['id']})".strip()
    return f"{told} {record['link']}" if record.get("link") else told
