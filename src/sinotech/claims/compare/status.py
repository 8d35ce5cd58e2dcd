"""How far it has come, and whether it is so or only may be."""

from sinotech.claims.compare.outcome import (
    DIFFERS,
    MISSING,
    OPEN,
    SAME,
    SILENT,
    Outcome,
)
from sinotech.prose.verbs import MODALS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence

_FINISHED = frozenset(
    "completed complete completion finished concluded ended inaugurated".split()
)
"""Words of a record that say that something is at an end."""


_NO_STATUS = Outcome("status", SILENT, 1.0, "")


_SAME_STATUS = Outcome("status", SAME, 1.0, "")


_ASKING = frozenset("whether question unclear".split())
"""Stems of words by which a record's own statement leaves something open."""


_POSSIBLE = frozenset("might could would".split())
"""Stems of words by which a record's own statement says what may be."""


def compare_modality(sentence: "Sentence", evidence: "Evidence") -> Outcome:
    """Compare whether each says what is, or only what may be."""
    possible = not MODALS.isdisjoint(evidence.features.words)
    if sentence.modal and not possible:
        reason = f"the claim says “{sentence.modal}”, the record does not"
        return Outcome("status", OPEN, 0.3, reason)
    asking = not _ASKING.isdisjoint(evidence.features.core)
    if asking and _ASKING.isdisjoint(sentence.stems):
        return Outcome("status", OPEN, 0.3, "the record leaves it open")
    if not (sentence.modal or _POSSIBLE.isdisjoint(evidence.features.core)):
        reason = "the record says only that it may be so"
        return Outcome("status", OPEN, 0.3, reason)
    return _NO_STATUS


_AGREED = frozenset("agreed agrees agree pledged promised renewed resolved".split())


_AWAITED = frozenset(("once", "will"))


_BUILDING = frozenset(
    """building constructing construction developing develops being setting underway
    builds build develop under""".split()
)
"""Words of a record by which something is being made."""


_RUNNING = frozenset("oper run function".split())


def compare_status(  # noqa: PLR0911
    sentence: "Sentence", evidence: "Evidence"
) -> Outcome:
    """Compare how far it has come."""
    if evidence.features.status == "planned" and sentence.status in {
        "done",
        "underway",
    }:
        reason = "the source speaks of it as planned only"
        relation = OPEN if sentence.runs else DIFFERS  # it may run by now
        return Outcome("status", relation, 0.0, reason)
    if evidence.kind == "figure" and sentence.status == "planned":
        return Outcome(
            "status", MISSING, 0.0, "the number is of what there is, not of plans"
        )
    if sentence.status == "underway" and _BUILDING.isdisjoint(evidence.features.words):
        reason = "the record does not say that it is being made"
        return Outcome("status", OPEN, 0.3, reason)
    if evidence.features.status == "done" and sentence.status == "planned":
        sure = not _AGREED.isdisjoint(token.word for token in sentence.tokens)
        relation = OPEN if sure else DIFFERS
        return Outcome("status", relation, 0.0, "the source speaks of it as done")
    if sentence.runs and _RUNNING.isdisjoint(evidence.features.said):
        reason = "the record does not say that it is in operation"
        return Outcome("status", OPEN, 0.3, reason)
    if _was_in_office(sentence, evidence):
        return Outcome("status", OPEN, 0.3, "the record calls the person “former”")
    words = evidence.features.words
    awaited = words >= _AWAITED  # "once completed, it will"
    if sentence.finished and (awaited or not _FINISHED & words):
        return Outcome(
            "status", OPEN, 0.3, "the record does not say that it is finished"
        )
    return _SAME_STATUS if sentence.status else _NO_STATUS


OFFICES = frozenset(
    """minist presid premier ambassador governor mayor king queen princ chairman
    chairwoman rector chancellor commission director secretari ceo""".split()
)
"""Stems of offices: who holds one did it, where a claim says so."""

_POSTS = OFFICES | {"chief", "head", "leader"}
_FORMER = "former"


def _was_in_office(sentence: "Sentence", evidence: "Evidence") -> bool:
    """Whether the claim gives a person a post, and the record calls one *former*."""
    return (
        _FORMER in evidence.features.stems
        and _FORMER not in sentence.stems
        and not _POSTS.isdisjoint(sentence.stems)
        and any("person" in mention.kinds for mention in sentence.mentions)
    )
