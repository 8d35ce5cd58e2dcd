"""Records against the texts they were read from: each citation is where it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sinotech.checks import citations
from sinotech.findings import Finding
from sinotech.model import Citation, Source
from sinotech.records.load import RecordSet

_FOLDED_AWAY = re.compile(r"[\s\u00ad\u2010\u2011-]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an article: its number, its section and its text."""

    number: int
    section: str | None
    text: str


def paragraphs(source: Source, lines: list[str]) -> list[Paragraph]:
    """Return the paragraphs of *source*, cut from the *lines* of its text.

    Sub-headings begin sections and are no paragraphs; blank lines are passed over; a
    line of ``joins`` goes on in the next printed line. Paragraphs count from 1.
    """
    assert source.text is not None  # noqa: S101  # callers ask only then
    headings, joins = _set(source.text.headings), _set(source.text.joins)
    found: list[Paragraph] = []
    section, broken = None, False
    for number in _numbers(source.text.span):
        line = lines[number - 1].strip() if number <= len(lines) else ""
        if not line:
            continue
        if number in headings:
            section = line
        elif broken:
            last = found.pop()
            found.append(Paragraph(last.number, last.section, f"{last.text} {line}"))
        else:
            found.append(Paragraph(len(found) + 1, section, line))
        if number not in headings:
            broken = number in joins
    return found


def _numbers(ranges: tuple[tuple[int, int], ...]) -> Iterator[int]:
    for first, last in ranges:
        yield from range(first, last + 1)


def _set(ranges: tuple[tuple[int, int], ...]) -> set[int]:
    return set(_numbers(ranges))


def occurrences(phrase: str, text: str) -> int:
    """Count *phrase* in *text* as whole words, white space and hyphens folded.

    >>> occurrences("sci-tech ties", "broad sci- tech ties, and more sci-tech")
    1
    >>> occurrences("81 countries", "with 181 countries")
    0
    """
    folded = _FOLDED_AWAY.split(phrase.strip())
    pattern = r"[\s\u00ad\u2010\u2011-]*".join(
        r"[\s\u00ad\u2010\u2011-]*".join(map(re.escape, word)) for word in folded
    )
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() else ""
    return len(re.findall(before + pattern + after, text))


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked against the texts, and what failed."""

    checked: int
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


def verify(records: RecordSet, folder: Path) -> Verification:
    """Check every citation of *records* against the texts in *folder*.

    Texts are found by the hash of their bytes, whatever their file names. Sources
    whose text is not there are named in ``missing``; nothing is said of their records.
    """
    texts = {
        sha256(path.read_bytes()).hexdigest(): path
        for path in sorted(folder.iterdir())
        if path.is_file()
    }
    articles: dict[str, list[Paragraph]] = {}
    missing = []
    for source in records.of(Source):
        if source.text is None or source.text.sha256 not in texts:
            missing.append(source.id)
            continue
        content = texts[source.text.sha256].read_text(encoding="utf-8")
        articles[source.id] = paragraphs(source, content.split("\n"))
    findings, checked = [], 0
    for record in records.all():
        for citation in citations(record):
            if citation.source in articles:
                checked += 1
                message = _fault(citation, articles[citation.source])
                if message:
                    where = (record.file, citation.line)
                    findings.append(Finding(*where, "E401", f"{record.id}: {message}"))
    return Verification(checked, tuple(sorted(findings)), tuple(missing))


def _fault(citation: Citation, article: list[Paragraph]) -> str | None:
    """Say what is wrong with *citation*, or nothing."""
    if citation.find is None:
        return "has no find phrase, though its text is at hand"
    hits = [(p, occurrences(citation.find, p.text)) for p in article]
    total = sum(count for _, count in hits)
    if total != 1:
        return f"{citation.find!r} occurs {total} times in {citation.source}, not once"
    found = next(p for p, count in hits if count)
    if citation.paragraph != found.number:
        where = f"paragraph {found.number}, not {citation.paragraph}"
        return f"{citation.find!r} stands in {where}"
    if citation.section != found.section:
        where = f"section {found.section!r}, not {citation.section!r}"
        return f"{citation.find!r} stands in {where}"
    return None
