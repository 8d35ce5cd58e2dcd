"""The texts that articles were read from: cut into paragraphs, and searched.

Texts are found by the hash of their bytes, whatever their file names. White space,
hyphens at a line's end and column breaks are folded, so that a phrase is found where a
reader finds it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from sinotech.model import Source
from sinotech.records.load import RecordSet

_GAP = "[\\s\u00ad\u2010\u2011-]"
_BROKEN_WORD = re.compile(r"(?<=\w)- (?=\w)")
_LARGEST = 50_000_000
"""Bytes of the largest file that is taken for a text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article: its number, its section and its text."""

    number: int
    section: str | None
    text: str


@dataclass(slots=True)
class Texts:
    """The lines of each text by file name, its articles, and what is missing."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    articles: dict[str, list[Paragraph]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)


def read_texts(records: RecordSet, folder: Path) -> Texts:
    """Return the texts in *folder* that the sources of *records* were read from.

    Sources whose text is not there, or that name none, are *missing*.
    """
    files = {_hash(path): path for path in sorted(folder.iterdir()) if _is_text(path)}
    texts = Texts()
    for source in records.of(Source):
        if source.text is None or source.text.sha256 not in files:
            texts.missing.append(source.id)
            continue
        content = files[source.text.sha256].read_bytes().decode("utf-8", "replace")
        lines = content.split("\n")
        texts.lines[source.text.file] = lines
        texts.articles[source.id] = paragraphs(source, lines)
    return texts


def _is_text(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= _LARGEST
    except OSError:
        return False


def _hash(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""  # unreadable: no source names it


def paragraphs(source: Source, lines: list[str]) -> list[Paragraph]:
    """Return the paragraphs of *source*, cut from the *lines* of its text.

    Sub-headings begin sections and are no paragraphs, and a gap after a hyphen in one
    is folded; blank lines are passed over; a line of ``joins`` goes on in the next
    printed line. Paragraphs count from 1.
    """
    if source.text is None:
        return []
    headings, joins = (
        set(numbers(source.text.headings)),
        set(numbers(source.text.joins)),
    )
    found: list[Paragraph] = []
    section, broken = None, False
    for number in numbers(source.text.span):
        line = lines[number - 1].strip() if number <= len(lines) else ""
        if not line:
            continue
        if number in headings:
            section = _BROKEN_WORD.sub("-", line)
            continue
        if broken:
            last = found.pop()
            found.append(Paragraph(last.number, last.section, f"{last.text} {line}"))
        else:
            found.append(Paragraph(len(found) + 1, section, line))
        broken = number in joins
    return found


def numbers(ranges: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Yield every number in *ranges*, ends included."""
    for first, last in ranges:
        yield from range(first, last + 1)


def spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Return where *phrase* stands in *text* as whole words, gaps folded.

    >>> spans("sci-tech ties", "broad sci- tech ties, and more sci-tech")
    [(6, 20)]
    >>> spans("81 countries", "with 181 countries")
    []
    """
    words = re.split(f"{_GAP}+", phrase.strip())
    pattern = f"{_GAP}*".join(f"{_GAP}*".join(map(re.escape, word)) for word in words)
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(before + pattern + after, text)]
