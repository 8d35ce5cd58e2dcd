"""Two free sentences compared: no record set is asked but for what words mean."""

import os
from functools import cache

from sinotech.claims import settings
from sinotech.claims.compare.date import compare_date
from sinotech.claims.compare.matter import compare_matter, shares_of
from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, SILENT, Outcome
from sinotech.claims.compare.polarity import compare_polarity
from sinotech.claims.compare.quantity import (
    NOT_COUNTED,
    Counted,
    compare_numbers,
    compare_quantity,
)
from sinotech.claims.doubts import unlike
from sinotech.claims.evidence import Evidence
from sinotech.claims.judgement import MAX_CHARS
from sinotech.claims.session import Session
from sinotech.claims.written import unclear_in
from sinotech.locks import new_lock
from sinotech.prose.oddities import worded
from sinotech.signs import check, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.quantity import Quantity


class Verdict:
    """What one sentence makes of another: a label, a score from 0 to 1, reasons."""

    __slots__ = ("label", "reasons", "score")

    def __init__(self, label: str, score: float, reasons: list[str]) -> None:
        """Hold the verdict."""
        self.label, self.score, self.reasons = label, score, reasons

    def __repr__(self) -> str:
        """Show the label and the reasons."""
        return f"Verdict({self.label!r}, {self.score}, {self.reasons!r})"


def judge_sentence(claim: str, evidence: str) -> Verdict:
    """Return whether *evidence* supports *claim*, contradicts it, or neither.

    Raises UsageError if either is no text that can be read, TypeError if it is no str.
    """
    from sinotech.store import Wall

    for name, text in (("claim", claim), ("evidence", evidence)):
        if not isinstance(text, str):
            given = type(text).__name__
            raise TypeError(f"{name} is of type {given}; it takes a str")
    words = _words(os.getpid())
    with _TURN, Wall(words.store):
        return _judge(words, _legible(claim), _legible(evidence))


def _judge(session: Session, claim: str, evidence: str) -> Verdict:
    sentence = session.read(claim)
    if not sentence.units and not sentence.mentions:
        return Verdict("neither", 0.0, ["the claim says nothing that can be checked"])
    record = _as_evidence(session, evidence)
    verdict = _verdict(compare_sentences(sentence, record))
    unclear = unclear_in(claim).keys() ^ unclear_in(evidence).keys()
    if unclear:
        told = ", ".join(f"“{one}”" for one in sorted(unclear))
        reasons = [f"quantity: {told} may say something else", *verdict.reasons]
        return Verdict("neither", verdict.score, reasons)
    if reasons := unlike(session, claim, evidence):
        return Verdict("neither", verdict.score, [*reasons, *verdict.reasons])
    return verdict


def _legible(text: str) -> str:
    """Return what of *text* is read, as it is seen."""
    check(text)
    return worded(plain(text[:MAX_CHARS]))


def compare_sentences(sentence: "Sentence", record: Evidence) -> list[Outcome]:
    """Return how each aspect of a claim stands to a sentence that is about it.

    Whoever brings the sentence says that it bears on the claim, so a number is compared
    with any of the same unit if none counts the same thing, and a name that is missing
    (*he*, *the film*) is none that differs.
    """
    units = [unit for unit in sentence.units if not _is_part_of_name(unit, record)]
    matter, missing = compare_matter(units, shares_of(units, record), set())
    outcomes = [compare_date(sentence.times, record), _party(sentence, missing, record)]
    outcomes += [
        _number(sentence, quantity, record) for quantity in sentence.quantities
    ]
    turned = [u for u in missing if u.opposed & record.features.concepts]
    if turned:
        reason = f"it says the opposite of “{turned[0].text}”"
        outcomes.append(Outcome("polarity", DIFFERS, 0.0, reason))
    else:
        outcomes.append(compare_polarity(sentence, record))
    outcomes.append(matter)
    return outcomes


def _is_part_of_name(unit: "Unit", record: Evidence) -> bool:
    """Whether a name stands there in part: *Chris Kyle*, *Kyle*."""
    named = unit.proper or unit.mention is not None
    return named and bool(set(unit.stems) & record.features.stems)


def _party(sentence: "Sentence", missing: "list[Unit]", record: Evidence) -> Outcome:
    """Compare names: one that is missing differs if another stands in its place."""
    known = {id_ for m in sentence.mentions for id_ in m.ids}
    for unit in missing:
        if unit.mention and unit.first:
            others = [
                id_
                for id_, kind in record.kinds.items()
                if kind in unit.mention.kinds and id_ not in known
            ]
            if others:
                reason = f"it names {', '.join(sorted(others))}, not {unit.text}"
                return Outcome("party", DIFFERS, 0.0, reason)
    return Outcome("party", SILENT, 1.0, "")


def _number(sentence: "Sentence", quantity: "Quantity", record: Evidence) -> Outcome:
    outcome = compare_quantity(Counted(sentence, quantity), record)
    if outcome.reason != NOT_COUNTED:
        return outcome
    alike = [
        compare_numbers(quantity, stated.quantity)
        for stated in record.features.stated
        if stated.quantity.unit == quantity.unit
    ]
    return min(alike, key=lambda o: o.relation != SAME, default=outcome)


def _verdict(outcomes: list[Outcome]) -> Verdict:
    """Read the outcomes: any that differs contradicts, if enough else is alike."""
    matter = outcomes[-1].score
    told = sorted(outcomes, key=lambda o: (o.relation != DIFFERS, o.aspect == "matter"))
    reasons = [f"{o.aspect}: {o.reason}" for o in told if o.reason]
    differing = [o.aspect for o in outcomes if o.relation == DIFFERS]
    if differing:
        least = settings.FREE_TURNED if "polarity" in differing else settings.FREE_SAME
        label = "contradicts" if matter >= least else "neither"
        return Verdict(label, round(matter, 3), reasons)
    missing = any(
        o.relation == MISSING and (o.aspect != "date" or not o.score) for o in outcomes
    )
    enough = matter >= settings.FREE_COVERED and not missing
    return Verdict("supports" if enough else "neither", round(matter, 3), reasons)


_TURN = new_lock()
"""Held by whoever asks the words; others wait."""


@cache
def _words(process: int) -> Session:  # noqa: ARG001  # each has its own
    """Return the words of the record set that ships with the tool."""
    from sinotech.store import open_in_turn

    words = Session(open_in_turn(None, ()))
    words.free = True
    return words


def _as_evidence(session: Session, text: str) -> Evidence:
    """Return a sentence as if a record stated it."""
    doc = {
        "id": "evidence",
        "kind": "statement",
        "type": "fact",
        "text": text,
        "citations": [],
        "standing": "article",
    }
    reading = session.read(text)
    features = session.reader.read(doc)
    evidence = Evidence.of_text(doc, features)
    for mention in reading.mentions:
        evidence.ids |= mention.ids
        for id_ in mention.ids:
            evidence.kinds[id_] = next(iter(sorted(mention.kinds)))
    return evidence
