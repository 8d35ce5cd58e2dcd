"""A baseline: what was found once and is let be, so that only what is new is told."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sinotech.checking.diagnostic import BY_BASELINE, Diagnostic
from sinotech.errors import StoreError, shown

FORMAT = 1
"""The number of the form of baselines; a later one is larger."""

LARGEST = 1 << 26
"""Bytes of a baseline that is read; one of 100,000 findings has 40,000,000."""

_REMEDY = "write it anew with --write-baseline"
_FIELDS = ("file", "code", "sentence", "nth", "fingerprint")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A diagnostic that is let be: its file's name, code, words, which of equal ones.

    Its *fingerprint* alone is compared; the rest is for people.
    """

    file: str
    code: str
    sentence: str
    nth: int
    fingerprint: str


class Baseline:
    """The entries of a baseline, and which of them were met again."""

    def __init__(
        self, entries: Iterable[Entry] = (), *, takes_all: bool = False
    ) -> None:
        """Hold *entries*; one that *takes_all* lets everything be that is a problem."""
        self.takes_all = takes_all
        self.entries = {one.fingerprint: one for one in entries}
        self._met: set[str] = set()

    def mark(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return *diagnostic*, suppressed if it is in the baseline."""
        known = self.takes_all or diagnostic.fingerprint in self.entries
        if not (known and diagnostic.is_problem):
            return diagnostic
        self._met.add(diagnostic.fingerprint)
        return replace(diagnostic, suppressed=BY_BASELINE)

    def idle(self, files: Iterable[str], codes: Iterable[str]) -> list[Entry]:
        """Return the entries that match nothing any more, in their order.

        Only those of *files* (names) and *codes* that were looked for can be known.
        """
        names, told = set(files), set(codes)
        return sorted(
            one
            for one in self.entries.values()
            if one.fingerprint not in self._met
            and one.file in names
            and one.code in told
        )


def entry_of(diagnostic: Diagnostic) -> Entry:
    """Return the entry by which *diagnostic* is let be."""
    name, code, words = diagnostic.key
    return Entry(name, code, words, diagnostic.nth, diagnostic.fingerprint)


def written(entries: Iterable[Entry]) -> str:
    """Return a baseline of *entries* as JSON: the same whatever their order."""
    import json  # only here, and below: most runs have no baseline

    rows = [
        {name: getattr(one, name) for name in _FIELDS} for one in sorted(set(entries))
    ]
    made = {"tool": "sinotech check", "format": FORMAT, "findings": rows}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> Baseline:
    """Read the baseline *path*. Raises StoreError if it is none."""
    import json

    if path.exists() and not path.is_file():  # a device may have no end
        message = f"{shown(str(path))} cannot be read (it is no file)"
        raise StoreError(message, "check --baseline")
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            message = f"{shown(str(path))} is larger than {LARGEST >> 20} MiB"
            raise StoreError(message, "check --baseline")
        made = json.loads(content)
    except OSError as error:
        message = f"{shown(str(path))} cannot be read ({error.strerror})"
        raise StoreError(message, "check --baseline") from None
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        message = f"{shown(str(path))}:{line}: the baseline is no JSON"
        raise StoreError(message, _REMEDY) from None
    return Baseline(_entries(made, shown(str(path))))


def _entries(made: object, path: str) -> list[Entry]:
    """Return the entries that the JSON of a baseline holds. Raises StoreError."""
    if not isinstance(made, dict) or made.get("tool") != "sinotech check":
        raise StoreError(f"{path} is no baseline of sinotech check", _REMEDY)
    if made.get("format") != FORMAT:
        told = f"{path}: format is {made.get('format')!r}, and {FORMAT} is read"
        raise StoreError(told, _REMEDY)
    rows = made.get("findings")
    if not isinstance(rows, list):
        raise StoreError(f"{path}: findings is no list", _REMEDY)
    return [_entry(row, f"{path}: findings[{at}]") for at, row in enumerate(rows)]


def _entry(row: Any, where: str) -> Entry:  # noqa: ANN401  # JSON of any shape
    if not isinstance(row, dict):
        raise StoreError(f"{where} is no object", _REMEDY)
    for name in _FIELDS:
        of = int if name == "nth" else str
        if not isinstance(row.get(name), of) or isinstance(row.get(name), bool):
            kind = "number" if of is int else "text"
            raise StoreError(f"{where}: {name} is no {kind}", _REMEDY)
    return Entry(**{name: row[name] for name in _FIELDS})
