"""Judging a record set: rules with codes, each a small function over one record.

A rule yields ``(line, message)`` for each fault. ``E`` codes forbid compiling. Codes
E0xx are the loader's (what cannot be read), E1xx concern ids and references, E2xx
citations, E3xx numbers and dates; W codes are advice.
"""

from collections.abc import Iterator

from sinotech.checks import figures, ids, places
from sinotech.checks.places import unwritten
from sinotech.checks.rules import RULES, Index, citations, references
from sinotech.findings import Finding
from sinotech.records.load import RecordSet

__all__ = [
    "RULES",
    "Index",
    "check",
    "citations",
    "figures",
    "ids",
    "places",
    "references",
    "unwritten",
]


def check(records: RecordSet) -> list[Finding]:
    """Return all that is wrong with *records*, what the loader found included."""
    index = Index.of(records)
    findings = list(records.findings)
    for record in index.repeated:
        first = index.by_id[record.id]
        message = f"id {record.id!r} is already used at {first.file}:{first.line}"
        findings.append(Finding(record.file, record.line_of("id"), "E101", message))
    for record in records.all():
        for code, applied in RULES.items():
            for line, message in applied(record, index):
                told = f"{record.id}: {message}"
                findings.append(Finding(record.file, line, code, told))
    findings += _omission_faults(records, index)
    for old in records.retired.values():
        if old.id in index.by_id or old.now not in index.by_id:
            message = f"retired id {old.id!r} is in use, or {old.now!r} is no record"
            findings.append(Finding(records.retired_file, old.line, "E106", message))
    return sorted(findings)


def _omission_faults(records: RecordSet, index: Index) -> Iterator[Finding]:
    """Yield what is wrong with what is left out on purpose (E206)."""
    cited = {
        (citation.source, citation.find)
        for record in records.all()
        for citation in citations(record)
    }
    for omission in records.omissions:
        where = (records.omissions_file, omission.line, "E206")
        in_article = omission.source is not None and omission.find is not None
        in_text = omission.file is not None and bool(omission.span)
        if in_article == in_text:
            yield Finding(*where, "give source and find, or file and span")
        elif in_article and omission.source not in index.by_id:
            yield Finding(*where, f"there is no source {omission.source!r}")
        elif in_article and (omission.source, omission.find) in cited:
            yield Finding(*where, f"{omission.find!r} is left out and recorded at once")
