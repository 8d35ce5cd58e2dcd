"""E2xx: where records are written."""

from sinotech.checks.rules import Faults, Index, citations, rule
from sinotech.checks.written import any_written, states
from sinotech.model import (
    Citation,
    Event,
    Figure,
    Organization,
    Person,
    Program,
    Record,
    Source,
    Statement,
    field_specs,
)

MAX_PHRASE = 8
"""Words of a find phrase: enough to find a place, too few to be the sentence."""


@rule("E201", Program, Organization, Person, Figure, Event, Statement)
def uncited(record: Record, _index: Index) -> Faults:
    """Nothing without a source."""
    if not record.cites:
        yield record.line, "has no citation; give cites: [{source: …, paragraph: …}]"


@rule("E202", Record)
def wordy(record: Record, _index: Index) -> Faults:
    """A find phrase is at most eight words."""
    for citation in citations(record):
        words = len((citation.find or "").split())
        if words > MAX_PHRASE:
            yield citation.line, f"the find phrase has {words} words, over {MAX_PHRASE}"


@rule("E203", Figure)
def unwritten(figure: Figure, _index: Index) -> Faults:
    """In each source, a find phrase of a figure contains its number."""
    if figure.cites and all(states(c.find or "", figure.value) for c in figure.cites):
        return
    wanted = {n for n in (figure.value, figure.low, figure.high) if n is not None}
    phrases: dict[str, list[Citation]] = {}
    for citation in figure.cites:
        if citation.find:
            phrases.setdefault(citation.source, []).append(citation)
    for cited in phrases.values():
        if not any(any_written(wanted, one.find or "") for one in cited):
            yield cited[0].line, f"the number is not in its phrase {cited[0].find!r}"


@rule("E204", Record)
def unlocated(record: Record, index: Index) -> Faults:
    """A citation of a source whose text was read names paragraph and find phrase."""
    for citation in citations(record):
        source = index.source(citation)
        if source is None or source.text is None:
            continue
        if citation.find is None or citation.paragraph is None:
            yield citation.line, f"give paragraph and find for {citation.source}"


@rule("E206", Record)
def left_out(record: Record, index: Index) -> Faults:
    """What is left out on purpose is not recorded.

    It is noted in *index*, for the fault is at the omission.
    """
    if index.left_out:
        cited = {(one.source, one.find or "") for one in citations(record)}
        index.recorded |= cited & index.left_out
    return iter(())


@rule("E205", Source)
def unexplained(source: Source, _index: Index) -> Faults:
    """What is said to be inferred is a field of the source that is given."""
    for known in source.inferred:
        if known.field not in field_specs(Source) or not getattr(source, known.field):
            yield known.line, f"inferred: the source gives no field {known.field!r}"
