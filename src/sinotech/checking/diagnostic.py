"""What is found of a sentence: its place in the file, its code, and the evidence."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sinotech.checking.codes import REST

Record = dict[str, Any]
"""A record that decides: ``id``, ``kind``, ``relation``, ``says``, ``value``,
``standing``, ``speaker``, ``citation`` (in short, or in a style), ``link`` and the
``citations`` themselves. ``value``, ``speaker`` and ``link`` may be None."""

BY_BASELINE, BY_COMMENT = "baseline", "comment"
"""What may suppress a diagnostic."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in a draft.

    Lines and columns are from 1, in code points; the end is just behind the last
    character. *offset* and *length* are in code points of the file as it stands on
    disk. *sentence* is as a reader reads it, *quoted* whether it is a quotation.
    *inherited* is what was read into it from before, or empty. *differs* are the words
    of it that the sources have otherwise, where those are known. *nth* tells it from
    others of the same file name, code and words; see :func:`numbered`.
    """

    path: str
    code: str
    level: str
    line: int
    column: int
    end_line: int
    end_column: int
    offset: int
    length: int
    sentence: str
    message: str
    verdict: str = ""
    confidence: str = ""
    quoted: bool = False
    inherited: str = ""
    differs: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    nth: int = 0
    suppressed: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Return the name of its file, its code, and the words of its sentence."""
        name = self.path.replace("\\", "/").rpartition("/")[2]
        return name, self.code, " ".join(self.sentence.split())

    @property
    def fingerprint(self) -> str:
        """Return what tells it from all others, wherever in its file it stands.

        A line above it, or another folder, changes nothing.
        """
        told = "\n".join((*self.key, str(self.nth)))
        return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def is_problem(self) -> bool:
        """Whether it is one that is to be mended, and not suppressed."""
        return not self.suppressed and self.code not in REST

    @property
    def full_message(self) -> str:
        """Return the message with the citation and id of each record that decides."""
        cited = [f"{one['citation']} ({one['id']})".strip() for one in self.records]
        told = "; ".join(dict.fromkeys(cited))
        return f"{self.message} — {told}" if told else self.message

    def row(self) -> dict[str, Any]:
        """Return it as JSON prints it."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "offset": self.offset,
            "length": self.length,
            "code": self.code,
            "level": self.level,
            "message": self.message,
            "sentence": self.sentence,
            "verdict": self.verdict or None,
            "confidence": self.confidence or None,
            "quoted": self.quoted,
            "inherited": self.inherited or None,
            "differs": [*self.differs],
            "fingerprint": self.fingerprint,
            "records": [*self.records],
        }


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what is *found* in one file in the order of its place."""
    return sorted(found, key=lambda one: one.offset)


def numbered(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is *found*, each with which it is of those with an equal key."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for one in found:
        nth = seen[one.key]
        seen[one.key] += 1
        yield replace(one, nth=nth) if nth else one
