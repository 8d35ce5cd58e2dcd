"""W502: what is linked to the country whose cooperation the set records."""

import re
from collections.abc import Iterator

from sinotech.checks.ids import MAX_LEVELS
from sinotech.checks.rules import Faults, Index, rule
from sinotech.fieldspec import Use
from sinotech.model import (
    Event,
    Figure,
    Measure,
    Organization,
    Person,
    Program,
    Record,
    Statement,
    Subject,
    used,
)


@rule("W502", Figure, Event, Statement)
def mislinked(record: Figure | Event | Statement, index: Index) -> Faults:
    """It is linked to the set's subject where it concerns it, and only there."""
    subject = index.subject
    if subject is None:
        return
    code = subject.country.upper()
    reason = next(_reasons(record, subject, index), None)
    linked = subject.country in record.countries
    if reason and not linked:
        yield record.line, f"{reason}: add {code} to its countries"
    elif linked and not reason:
        message = f"nothing in it concerns {code}: name it in the text, or unlink it"
        yield record.line_of("countries"), message


def _reasons(
    record: Figure | Event | Statement, subject: Subject, index: Index
) -> Iterator[str]:
    """Yield in words why *record* concerns *subject*."""
    texts = [getattr(record, name) or "" for name in used(type(record), Use.SUBJECT)]
    if isinstance(record, Figure):
        measure = index.by_id.get(record.measure)
        texts.append(measure.label if isinstance(measure, Measure) else "")
    words = "|".join(map(re.escape, subject.words))
    named = re.search(rf"\b(?:{words})\b", " ".join(texts)) if words else None
    if named:
        yield f"it names {named[0]}"
    for program in record.programs:
        if takes_part(program, subject.country, index):
            yield f"{subject.country.upper()} takes part in {program}"
    speaker = getattr(record, "speaker", None) or ""
    for party in (*record.organizations, *record.people, str(speaker)):
        if is_of(party, subject.country, index):
            yield f"{party} is of {subject.country.upper()}"


def takes_part(program: str | None, country: str, index: Index) -> bool:
    """Whether *country*, or a party of it, takes part in *program* or its parents."""
    for _ in range(MAX_LEVELS):  # a parent may be its own ancestor: E104
        found = index.by_id.get(program or "")
        if not isinstance(found, Program):
            return False
        if any(is_of(one.party, country, index) for one in found.participants):
            return True
        program = found.parent
    return False


def is_of(party: str, country: str, index: Index) -> bool:
    """Whether *party* is *country*, or a body or person of it."""
    found: Record | None = index.by_id.get(party)
    if isinstance(found, Person) and not found.country:
        found = index.by_id.get(found.organization or "")
    if isinstance(found, Person | Organization):
        return found.country == country
    return party == country
