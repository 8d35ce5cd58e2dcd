"""How one record stands to a part of a claim: outcomes, and what they come to.

======================  ==========================================================
a record *supports*     if nothing differs or is missing, and it holds enough of what
                        the claim speaks of
a record *contradicts*  if exactly one aspect differs, nothing is missing, and it is
                        about the very same thing in all else
======================  ==========================================================
"""

from sinotech.claims import settings
from sinotech.claims.aspects import (
    compare_date,
    compare_parties,
    compare_polarity,
    compare_speaker,
    compare_status,
    compare_strength,
)
from sinotech.claims.comparing import (
    DIFFERS,
    MISSING,
    OPEN,
    SAME,
    Outcome,
    compare_matter,
    compare_quantity,
    share_of_core,
)
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.quantities import Quantity

SUPPORTS, CONTRADICTS, BEARS = "supports", "contradicts", ""

_THINGS = frozenset(("program", "organization", "person", "group"))
"""Kinds whose records say what a thing is, so that its names alone settle nothing."""


class Finding:
    """How one record stands to a part of a claim.

    *missing* are the units that the record does not hold, the heaviest first, *apart*
    those that differ. *turned* says that the record says the opposite of one of them,
    *core* what share of the units stands in the record's own statement. *relation* is
    ``supports``, ``contradicts`` or empty: it bears on the claim, and settles nothing.
    """

    __slots__ = (
        "apart",
        "core",
        "evidence",
        "missing",
        "outcomes",
        "relation",
        "turned",
    )

    def __init__(self, evidence: "Evidence", outcomes: list[Outcome]) -> None:
        """Hold the outcomes; the relation is read from them."""
        self.evidence, self.outcomes = evidence, outcomes
        self.missing: list[Unit] = []
        self.apart: set[Unit] = set()
        self.turned = False
        self.core = 0.0
        self.relation = BEARS

    @property
    def score(self) -> float:
        """Return how much the record tells of the claim, from 0 to 1."""
        return round(self.matter * (1.0 if self.relation else 0.5), 3)

    def has(self, relation: str, aspect: str = "") -> bool:
        """Whether some outcome (of *aspect*, if given) is *relation*."""
        return any(
            o.relation == relation and aspect in {"", o.aspect} for o in self.outcomes
        )

    @property
    def unnamed(self) -> bool:
        """Whether a name of the claim is missing."""
        return any(unit.proper or unit.mention for unit in self.missing)

    @property
    def differing(self) -> str:
        """Return the aspect that differs, if one does."""
        return next((o.aspect for o in self.outcomes if o.relation == DIFFERS), "")

    @property
    def states_number(self) -> bool:
        """Whether the record states the claim's number, and nothing else differs."""
        return self.has(SAME, "quantity") and not self.differing

    @property
    def turns(self) -> bool:
        """Whether the record says the opposite of a word of the claim, near enough."""
        return self.turned and self.matter >= settings.FULL

    @property
    def near(self) -> float:
        """Return how near the record is: in all it says, and in its own statement."""
        return self.matter + self.core

    @property
    def matter(self) -> float:
        """Return the share of what the claim speaks of that the record holds."""
        return next(o.score for o in self.outcomes if o.aspect == "matter")

    @property
    def reasons(self) -> list[str]:
        """Return the reasons in words: first what differs."""
        told = sorted(
            self.outcomes, key=lambda o: (o.relation == SAME, o.aspect == "matter")
        )
        return [f"{o.aspect}: {o.reason}" for o in told if o.reason]


def judge_record(
    sentence: "Sentence", quantity: "Quantity | None", evidence: "Evidence"
) -> Finding:
    """Return how *evidence* stands to a part; of its numbers, to *quantity* alone."""
    units = _units(sentence, quantity)
    party, place, apart = compare_parties(units, sentence, evidence)
    finding = Finding(evidence, [party, place])
    finding.outcomes += [
        compare_date(sentence.times, evidence),
        compare_speaker(sentence, evidence),
        compare_status(sentence, evidence),
        compare_strength(sentence, evidence),
    ]
    if quantity:
        finding.outcomes.append(compare_quantity(sentence, quantity, evidence))
    matter, missing = compare_matter(units, evidence, apart)
    turned = [u for u in missing if u.opposed & evidence.features.core]
    if turned:
        apart |= set(turned)
        matter, missing = compare_matter(units, evidence, apart)
        reason = f"the record says the opposite of “{turned[0].text}”"
        finding.outcomes.append(Outcome("polarity", DIFFERS, 0.0, reason))
    else:
        finding.outcomes.append(compare_polarity(sentence, evidence))
    finding.outcomes.append(matter)
    finding.missing, finding.apart, finding.turned = missing, apart, bool(turned)
    finding.core = share_of_core(units, evidence, apart)
    finding.relation = _relation(finding, units, quantity)
    return finding


def _units(sentence: "Sentence", quantity: "Quantity | None") -> "list[Unit]":
    """Return the units of a part without those that other numbers count."""
    others = {
        at
        for other in sentence.quantities
        if quantity and other is not quantity
        for at in window(sentence.tokens, other, sentence.text)
    }
    return [unit for unit in sentence.units if unit.first not in others]


def _relation(
    finding: Finding, units: "Sequence[Unit]", quantity: "Quantity | None"
) -> str:
    """Read the table above for one record."""
    differing = sum(o.relation == DIFFERS for o in finding.outcomes)
    if finding.has(MISSING) or differing > 1:
        return BEARS
    things = quantity is not None and quantity.unit == "count"
    if differing:
        return CONTRADICTS if _is_same(finding, things=things) else BEARS
    if finding.has(OPEN) or finding.unnamed:
        return BEARS
    return SUPPORTS if _is_enough(finding, units, things=things) else BEARS


def _is_same(finding: Finding, *, things: bool) -> bool:
    """Whether a record of which one aspect differs is about the very same thing.

    Of counted *things*, what is counted settles that; else nothing grave is missing.
    """
    aspect, matter = finding.differing, finding.matter
    if len(finding.apart) > 1 and aspect != "party":
        return False
    if aspect == "quantity" and things:
        return matter >= settings.COUNTED and not finding.unnamed
    if aspect == "place" and not finding.evidence.doc.get("place"):
        return not finding.missing and matter >= settings.EXACTLY
    return matter >= settings.SAME and _heaviest(finding) < settings.GRAVE


def _is_enough(finding: Finding, units: "Sequence[Unit]", *, things: bool) -> bool:
    """Whether a record of which nothing differs holds enough of the claim.

    An agreeing number of the same things is evidence of its own.
    """
    heaviest = _heaviest(finding)
    counted = (things or heaviest < settings.GRAVE) and any(
        o.aspect == "quantity" and o.relation == SAME and o.score == 1.0
        for o in finding.outcomes
    )
    least = settings.COUNTED if counted else settings.COVERED
    if finding.has(SAME, "speaker"):
        least -= settings.ANCHORED
    if finding.evidence.kind in _THINGS:
        least = max(least, settings.NAMING)
    if finding.matter < least or counted:
        return finding.matter >= least
    if heaviest >= settings.GRAVE and finding.matter < settings.FULL:
        return False
    return _share_of_words(units, finding.missing) >= settings.PREDICATE


def _heaviest(finding: Finding) -> float:
    return finding.missing[0].weight if finding.missing else 0.0


def _share_of_words(units: "Sequence[Unit]", missing: "Sequence[Unit]") -> float:
    """Return the share of words that are no names which are not missing."""
    plain = [unit for unit in units if not unit.mention]
    total = sum(unit.weight for unit in plain)
    if not total:
        return 1.0
    return 1.0 - sum(unit.weight for unit in missing if not unit.mention) / total
