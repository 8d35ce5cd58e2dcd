"""Records against the texts they were read from.

Codes E4xx: a citation is not where it says (E401), a record uses the text's own words
(E402), a date is not printed and not explained (E403), what is said to be left out is
not there (E404), a number is not in its phrase (E203, as ``lint`` has it).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sinotech.checks import Index, citations, unwritten
from sinotech.compile.names import names_of
from sinotech.edtf import Period
from sinotech.fieldspec import Use
from sinotech.findings import Finding
from sinotech.model import Citation, Event, Figure, Part, Record, field_specs
from sinotech.naming import fold
from sinotech.records.load import RecordSet
from sinotech.texts import Paragraph, Texts, read_texts, spans

LONGEST_RUN = 8
"""Words in a row that a record may share with a text, names and titles apart."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked against the texts, what failed, what could not be checked."""

    checked: int
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


def verify(records: RecordSet, folder: Path) -> Verification:
    """Check *records* against the texts in *folder*.

    Sources whose text is not there are named in ``missing``; nothing is said of what
    cites them.
    """
    texts = read_texts(records, folder)
    copied = CopyCheck(records, texts)
    findings: list[Finding] = []
    checked = 0
    for record in records.all():
        held = [one for one in citations(record) if one.source in texts.articles]
        checked += len(held)
        faults = [
            *_misplaced(held, texts),
            *copied.faults(record),
            *_undated(record, texts),
            *_unwritten(record),
        ]
        for line, code, message in faults:
            findings.append(Finding(record.file, line, code, f"{record.id}: {message}"))
    findings += _omission_findings(records, texts)
    return Verification(checked, tuple(sorted(findings)), tuple(texts.missing))


def _omission_findings(records: RecordSet, texts: Texts) -> Iterator[Finding]:
    """Yield each phrase left out on purpose that its article does not hold."""
    for one in records.omissions:
        if one.source not in texts.articles or one.find is None:
            continue
        article = texts.articles[one.source]
        if not any(spans(one.find, paragraph.text) for paragraph in article):
            message = f"{one.find!r} is not in {one.source}; drop the omission"
            yield Finding(records.omissions_file, one.line, "E404", message)


Faults = Iterator[tuple[int, str, str]]


def _unwritten(record: Record) -> Faults:
    if isinstance(record, Figure):
        for line, message in unwritten(record, Index()):
            yield line, "E203", message


def _misplaced(held: list[Citation], texts: Texts) -> Faults:
    for citation in held:
        if fault := _fault(citation, texts.articles[citation.source]):
            yield citation.line, "E401", fault


def _fault(citation: Citation, article: list[Paragraph]) -> str | None:
    """Say what is wrong with *citation*, or nothing."""
    if citation.find is None:
        return "has no find phrase, though its text is at hand"
    hits = [(p, len(spans(citation.find, p.text))) for p in article]
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


class CopyCheck:
    """Finds runs of words that records share with the texts, names and titles apart."""

    def __init__(self, records: RecordSet, texts: Texts) -> None:
        """Take in every run of nine words of *texts*, and every name of *records*."""
        self.runs: set[tuple[str, ...]] = set()
        for article in texts.articles.values():
            for paragraph in article:
                self.runs.update(_runs(fold(paragraph.text).split()))
        names = {fold(n) for record in records.all() for n, _ in names_of(record)}
        names |= {
            fold(s)
            for article in texts.articles.values()
            for p in article
            if (s := p.section)
        }
        long = sorted((n for n in names if " " in n), key=len, reverse=True)
        some = "|".join(map(re.escape, long))
        self.names = re.compile(rf"\b(?:{some})\b" if long else r"(?!)")

    def faults(self, record: Record) -> Faults:
        """Yield each field of *record* that shares a run of words with a text."""
        for line, words in _prose(record):
            parts = self.names.sub("\n", fold(words)).split("\n")
            shared = next(
                (
                    run
                    for part in parts
                    for run in _runs(part.split())
                    if run in self.runs
                ),
                None,
            )
            if shared:
                yield line, "E402", f"shares with a text: {' '.join(shared)!r}"


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    size = LONGEST_RUN + 1
    return (tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def _prose(part: Part) -> Iterator[tuple[int, str]]:
    """Yield what *part* and its own parts say in our words, each with its line."""
    for name, form in field_specs(type(part)).items():
        value = getattr(part, name)
        for one in value if form.many else (value,):
            if isinstance(one, Part):
                yield from _prose(one)
            elif one is not None and form.uses & Use.PROSE:
                yield part.line_of(name), str(one)


def _undated(record: Record, texts: Texts) -> Faults:
    """Yield a date whose year no cited paragraph prints, unless its basis is given."""
    if isinstance(record, Figure):
        name, period, basis = "as_of", record.as_of, record.as_of_basis
    elif isinstance(record, Event):
        name, period, basis = "date", record.date, record.date_basis
    else:
        return
    if period is None or basis is not None:
        return
    cited = [one for one in record.cites if one.source in texts.articles]
    if cited and not any(_prints_year(texts, one, period) for one in cited):
        year = period.text[:4]
        yield (
            record.line_of(name),
            "E403",
            f"no cited paragraph prints {year}; add {name}_basis",
        )


def _prints_year(texts: Texts, citation: Citation, period: Period) -> bool:
    years = {period.earliest[:4], period.latest[:4]}
    return any(
        year in paragraph.text
        for paragraph in texts.articles[citation.source]
        if paragraph.number == citation.paragraph
        for year in years
    )
