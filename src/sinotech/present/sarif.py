"""Diagnostics as SARIF 2.1.0, the log that GitHub and other programs read."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from json import dumps
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sinotech import __version__
from sinotech.checking.codes import CODES, Code
from sinotech.checking.diagnostic import BY_COMMENT, Diagnostic
from sinotech.checking.run import Run
from sinotech.drafts.reading import media_of
from sinotech.present.form import Format
from sinotech.safe import escaped

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""Where the standard keeps its schema (OASIS, SARIF 2.1.0 with errata 01)."""

HOME = "https://pypi.org/project/sinotech/"
"""Where the package tells of itself."""

MOST = 25_000
"""Results of a log that GitHub takes; it refuses one that holds more."""

BASE = "SRCROOT"
"""What the working folder is called, to which paths are relative."""

TAGS = ["fact-checking", "prose"]
"""What GitHub lists rules under; it shows at most 20."""

MARK = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8; no character of a text region counts it."""

_HELP = {
    "S000": "Nothing is to be done. The evidence names the record that states it.",
    "S001": "Mend the sentence by the value that the message gives, or cite another "
    "source for it. If it is a quotation, say beside it what the sources state.",
    "S002": "Put the newer value that the message gives, or say of what date the old "
    "one is.",
    "S003": "Name the source that you follow, or give both values.",
    "S004": "Read the record beside the sentence, and decide.",
    "S005": "Nothing is wrong with it. Look for a source elsewhere.",
    "S100": "Remove the comment, or the code in it that suppresses nothing.",
}
"""What a writer does about a code."""


_KINDS = {"S000": "pass", "S005": "informational"}
"""What a result is whose code is no problem; its level is none, as the standard wants.
Any other is a failure."""


class Sarif(Format):
    """A log of all findings, those that a comment suppresses among them."""

    takes_fields = False
    takes_suppressed = True

    def texts(self, found: Iterator[Diagnostic], run: Run) -> Iterator[str]:
        """Yield the pieces of the log, and in the end the drafts that were not read."""
        return write_sarif(found, failures=run.failures)


def write_sarif(
    diagnostics: Iterable[Diagnostic],
    *,
    folder: str | None = None,
    failures: Iterable[tuple[str, str]] = (),
) -> Iterator[str]:
    """Yield the pieces of a log with *diagnostics*, those suppressed among them.

    Paths are relative to *folder*, the working folder unless it is given. *failures*
    are the paths of files that could not be read, each with the reason; they are looked
    at when all diagnostics are written. Beyond ``MOST``, results are left out, and a
    notification in the log says how many.
    """
    base = _Folder(folder or os.getcwd())  # noqa: PTH109  # a text is wanted
    yield f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{{"results":['
    told, left = 0, Counter[str]()
    for one, is_alone in _with_neighbours(diagnostics):
        if told == MOST:
            left[one.level] += 1
            continue
        result = _result(one, base, is_alone=is_alone)
        yield f"{',' if told else ''}\n{_line(result)}"
        told += 1
    yield "\n]"
    notifications = [_failure(*one, base) for one in failures]
    if left:
        notifications.append(_cut(left))
    for name, value in _rest(base, notifications).items():
        yield f",\n{_line(name)}:{_line(value)}"
    yield "}]}\n"


def _with_neighbours(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, bool]]:
    """Yield each of what is *found*, and whether its line has no other of its code."""
    for _, group in groupby(found, lambda one: (one.path, one.line)):
        line = [*group]
        codes = Counter(one.code for one in line)
        yield from ((one, codes[one.code] == 1) for one in line)


class _Folder:
    """The folder that paths are relative to, and what is known of the files there."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.abspath(folder)  # noqa: PTH100  # links are not followed
        self._marks: dict[str, int | None] = {}

    def uri(self) -> str:
        """Return the URI of the folder, which ends with a slash."""
        return Path(self.folder).as_uri().rstrip("/") + "/"

    def location(self, path: str) -> dict[str, str]:
        """Return the URI of the file *path*: relative to the folder if it is in it."""
        whole = os.path.abspath(os.path.join(self.folder, path))  # noqa: PTH100, PTH118
        try:
            relative = Path(whole).relative_to(self.folder)
        except ValueError:
            return {"uri": Path(whole).as_uri()}
        uri = quote(os.fsencode(relative.as_posix()), safe="/~")
        return {"uri": uri, "uriBaseId": BASE}

    def marks(self, path: str) -> int | None:
        """Return how many byte order marks a file begins with; None if none can tell.

        A diagnostic's offset counts the mark, as it stands in the file.
        """
        if path not in self._marks:
            try:
                with open(os.path.join(self.folder, path), "rb") as file:  # noqa: PTH118, PTH123
                    self._marks[path] = int(file.read(len(MARK)) == MARK)
            except (OSError, ValueError):  # standard input under a name of its own
                self._marks[path] = None
        return self._marks[path]


def _result(one: Diagnostic, folder: _Folder, *, is_alone: bool) -> dict[str, Any]:
    """Return a result; its number among the rules is that of its code."""
    physical = {
        "artifactLocation": folder.location(one.path),
        "region": _region(one, folder),
    }
    location: dict[str, Any] = {"physicalLocation": physical}
    if _is_word(one.path):
        name = f"paragraph {one.line}"
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    properties = {
        "sentence": one.sentence,
        "verdict": one.verdict,
        "confidence": one.confidence,
        "quoted": one.quoted,
        "inherited": one.inherited,
        "differs": [*one.differs],
        "records": [record["id"] for record in one.records],
    }
    return {
        "ruleId": one.code,
        "ruleIndex": _ORDER[one.code],
        "kind": _KINDS.get(one.code, "fail"),
        "level": "none" if one.code in _KINDS else one.level,
        "message": {"text": _plain(one.full_message)},
        "locations": [location],
        "partialFingerprints": _fingerprints(one, is_alone=is_alone),
        "suppressions": _suppressions(one),
        "properties": {name: told for name, told in properties.items() if told},
    }


def _fingerprints(one: Diagnostic, *, is_alone: bool) -> dict[str, str]:
    """Return what a result is known by in the next log.

    GitHub takes two of one code on one line for one alert, since it makes a fingerprint
    of each line, and warns where one is there. So there is one where that cannot do:
    there, and in a Word file, whose lines are none.
    """
    told = {"sentence/v1": one.fingerprint}
    if not is_alone or _is_word(one.path):
        told["primaryLocationLineHash"] = one.fingerprint
    return told


def _region(one: Diagnostic, folder: _Folder) -> dict[str, int]:
    """Return the place of a diagnostic; of a Word file, paragraphs are its lines."""
    region = {
        "startLine": one.line,
        "startColumn": one.column,
        "endLine": one.end_line,
        "endColumn": one.end_column,
    }
    if not _is_word(one.path) and (marks := folder.marks(one.path)) is not None:
        region |= {"charOffset": one.offset - marks, "charLength": one.length}
    return region


def _is_word(path: str) -> bool:
    return media_of(path) == "docx"


def _suppressions(one: Diagnostic) -> list[dict[str, str]]:
    """Return what suppresses a diagnostic: a comment in its file, or the baseline."""
    if not one.suppressed:
        return []
    kind = "inSource" if one.suppressed == BY_COMMENT else "external"
    return [{"kind": kind, "status": "accepted"}]


def _plain(text: str) -> str:
    """Return *text* as a message, which takes braces for the places of arguments."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _rest(folder: _Folder, notifications: list[dict[str, Any]]) -> dict[str, object]:
    """Return what a run holds beside its results."""
    driver = {
        "name": "sinotech",
        "fullName": f"sinotech check {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": [_rule(code) for code in CODES.values()],
    }
    invocation = {
        "executionSuccessful": all(one["level"] != "error" for one in notifications),
        "toolExecutionNotifications": notifications,
    }
    return {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "originalUriBaseIds": {BASE: {"uri": folder.uri()}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\r", "\n"],
        "defaultEncoding": "UTF-8",
    }


def _rule(code: Code) -> dict[str, Any]:
    """Return a code as a rule; GitHub shows its help beside each alert."""
    meaning = f"{code.meaning[:1].upper()}{code.meaning[1:]}."
    help_ = _HELP[code.id]
    return {
        "id": code.id,
        "name": "".join(word.capitalize() for word in code.name.split()),
        "shortDescription": {"text": meaning},
        "fullDescription": {"text": f"{meaning} {help_}"},
        "help": {
            "text": f"{meaning} {help_}",
            "markdown": f"**{code.id} {code.name}.** {meaning}\n\n{help_}",
        },
        "defaultConfiguration": {"level": code.level},
        "properties": {"tags": TAGS},
    }


_ORDER = {name: number for number, name in enumerate(CODES)}
"""The place of each code among the rules."""


def _failure(path: str, reason: str, folder: _Folder) -> dict[str, Any]:
    """Return the notification that a file could not be read."""
    location = {"artifactLocation": folder.location(path)}
    return {
        "level": "error",
        "message": {"text": _plain(reason)},
        "locations": [{"physicalLocation": location}],
    }


def _cut(left: Counter[str]) -> dict[str, Any]:
    """Return the notification that results were left out, how many of each level."""
    count = f"{left.total():,}"
    each = ", ".join(f"{number:,} of level {level}" for level, number in left.items())
    text = f"The log holds {MOST:,} results, as many as GitHub takes; {count} more "
    return {"level": "warning", "message": {"text": f"{text}are left out: {each}."}}


def _line(value: object) -> str:
    """Return *value* as JSON on one line, with nothing that a terminal would obey."""
    return escaped(dumps(value, ensure_ascii=False, separators=(",", ":")))
