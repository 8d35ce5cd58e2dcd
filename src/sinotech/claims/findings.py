"""How one record stands to a part of a claim: outcomes, and what they come to.

======================  ==========================================================
a record *supports*     if nothing differs or is missing, and it holds enough of what
                        the claim speaks of
a record *contradicts*  if exactly one aspect differs, nothing is missing, and it is
                        about the very same thing in all else
======================  ==========================================================
"""

from functools import partial

from sinotech.claims import settings
from sinotech.claims.aspects import (
    SAME_POLARITY,
    compare_date,
    compare_parties,
    compare_polarity,
    compare_speaker,
    compare_status,
    is_china,
    named_among,
)
from sinotech.claims.comparing import (
    DIFFERS,
    MISSING,
    OPEN,
    SAME,
    Counted,
    Outcome,
    compare_matter,
    compare_quantity,
    share_of_core,
    shares_of,
)
from sinotech.claims.strength import Strength, compare_strength
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.quantities import Quantity

_STATING = frozenset(("figure", "event", "statement"))
"""Kinds of records that have a statement of their own."""

SUPPORTS, CONTRADICTS, BEARS = "supports", "contradicts", ""

_THINGS = frozenset(("program", "organization", "person", "group"))
"""Kinds whose records say what a thing is, so that its names alone settle nothing."""


class Finding:
    """How one record stands to a part of a claim.

    *matter* is the share of what the claim speaks of that the record holds, *missing*
    are the *units* that it does not, the heaviest first, *apart* those that differ.
    *turned* says that the record says the opposite of one of them. *relation* is
    ``supports``, ``contradicts`` or empty: it bears on the claim, and settles nothing.
    """

    __slots__ = (
        "_compare",
        "_named",
        "_outcomes",
        "apart",
        "evidence",
        "matter",
        "missing",
        "relation",
        "turned",
        "units",
    )

    def __init__(
        self,
        evidence: "Evidence",
        matter: float,
        named: "Sequence[Outcome]",
        compare: "Callable[[], list[Outcome]]",
    ) -> None:
        """Hold what *compare* returns, all outcomes, once they are asked for.

        Those for what is *named* are among them, and are known already.
        """
        self.evidence, self.matter, self._compare = evidence, matter, compare
        self._named = named
        self._outcomes: list[Outcome] | None = None
        self.units: Sequence[Unit] = ()
        self.missing: list[Unit] = []
        self.apart: set[Unit] = set()
        self.turned = False
        self.relation = BEARS

    @property
    def outcomes(self) -> list[Outcome]:
        """Return how each aspect compares, that of the matter among them."""
        if self._outcomes is None:
            self._outcomes = self._compare()
        return self._outcomes

    @property
    def score(self) -> float:
        """Return how much the record tells of the claim, from 0 to 1."""
        return round(self.matter * (1.0 if self.relation else 0.5), 3)

    def has(self, relation: str, aspect: str = "") -> bool:
        """Whether some outcome (of *aspect*, if given) is *relation*."""

        def is_so(outcome: Outcome) -> bool:
            return outcome.relation == relation and aspect in {"", outcome.aspect}

        return any(map(is_so, self._named)) or any(map(is_so, self.outcomes))

    @property
    def unnamed(self) -> bool:
        """Whether a name of the claim is missing."""
        return any(unit.proper or unit.mention for unit in self.missing)

    @property
    def differing(self) -> str:
        """Return the aspect that differs, if one does."""
        return next((o.aspect for o in self.outcomes if o.relation == DIFFERS), "")

    @property
    def is_of_number(self) -> bool:
        """Whether the record is a figure, and a number was asked for."""
        if self.evidence.kind != "figure":
            return False
        return any(outcome.aspect == "quantity" for outcome in self.outcomes)

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
        return self.matter + share_of_core(self.units, self.evidence, self.apart)

    @property
    def is_of_named(self) -> bool:
        """Whether the record is that of something which the claim names."""
        return any(u.mention and self.evidence.id in u.mention.ids for u in self.units)

    @property
    def reasons(self) -> list[str]:
        """Return the reasons in words: first what differs."""
        told = sorted(
            self.outcomes, key=lambda o: (o.relation == SAME, o.aspect == "matter")
        )
        return [f"{o.aspect}: {o.reason}" for o in told if o.reason]


class Asked:
    """What is asked of each record: a part of a claim, and of its numbers one.

    *units* are those of the part, without those that other numbers count.
    """

    __slots__ = ("counted", "named", "quantity", "sentence", "strength", "units")

    def __init__(self, sentence: "Sentence", quantity: "Quantity | None") -> None:
        """Find out what need not be found out for each record."""
        self.sentence, self.quantity = sentence, quantity
        self.units = _units(sentence, quantity)
        self.named = named_among(self.units)
        self.counted = Counted(sentence, quantity) if quantity else None
        self.strength = Strength(sentence)


def judge_record(asked: Asked, evidence: "Evidence") -> Finding:
    """Return how *evidence* stands to what is *asked*.

    What it speaks of comes first: a record that holds too little of the claim settles
    nothing, so all else is compared only when somebody asks for it.
    """
    units = asked.units
    shares = shares_of(units, evidence)
    absent = [unit for at, unit in asked.named if shares[at] <= settings.HALF]
    party, place, apart = compare_parties(units, absent, asked.sentence, evidence)
    matter, missing = compare_matter(units, shares, apart)
    turned = [u for u in missing if u.opposed and u.opposed & evidence.features.core]
    crossed = bool(turned) and asked.sentence.negated != evidence.features.negated
    if crossed:
        turned = []  # one denies the opposite of what the other says
    if turned:
        apart |= set(turned)
        matter, missing = compare_matter(units, shares, apart)
    named = (party, place)
    polarity = partial(_polarity, asked, evidence, turned, crossed=crossed)
    compare = partial(_compare, asked, evidence, named, polarity, matter)
    finding = Finding(evidence, matter.score, named, compare)
    finding.units, finding.missing, finding.apart = units, missing, apart
    finding.turned = bool(turned)
    if matter.score >= settings.TOGETHER and MISSING not in {
        outcome.relation for outcome in named
    }:
        finding.relation = _relation(asked, finding)
    return finding


def _compare(
    asked: Asked,
    evidence: "Evidence",
    named: "Sequence[Outcome]",
    polarity: "Callable[[], Outcome]",
    matter: Outcome,
) -> list[Outcome]:
    """Return all outcomes, those that are known already among them."""
    sentence = asked.sentence
    outcomes = [
        *named,
        compare_date(sentence.times, evidence),
        compare_speaker(sentence, evidence),
        compare_status(sentence, evidence),
        compare_strength(asked.strength, evidence),
    ]
    if asked.counted:
        outcomes.append(compare_quantity(asked.counted, evidence))
    return [*outcomes, polarity(), matter]


def _polarity(
    asked: Asked, evidence: "Evidence", turned: "Sequence[Unit]", *, crossed: bool
) -> Outcome:
    """Compare whether each says that it is so.

    *turned* are the units that the record says the opposite of; *crossed* says that one
    denies the opposite of what the other says.
    """
    if turned:
        reason = f"the record says the opposite of “{turned[0].text}”"
        return Outcome("polarity", DIFFERS, 0.0, reason)
    return SAME_POLARITY if crossed else compare_polarity(asked.sentence, evidence)


def _units(sentence: "Sentence", quantity: "Quantity | None") -> "list[Unit]":
    """Return the units of a part without those that other numbers count."""
    others = {
        at
        for other in sentence.quantities
        if quantity and other is not quantity
        for at in window(sentence.tokens, other, sentence.text)
    }
    return [unit for unit in sentence.units if unit.first not in others]


def _relation(asked: Asked, finding: Finding) -> str:
    """Read the table above for one record."""
    units, quantity = asked.units, asked.quantity
    relations = [outcome.relation for outcome in finding.outcomes]
    differing = relations.count(DIFFERS)
    if MISSING in relations or differing > 1:
        return BEARS
    things = quantity is not None and quantity.unit == "count"
    if differing:
        same = _is_same(finding, things=things) and not _is_beside(finding)
        if finding.differing == "party":  # another's name, with nothing said of it
            words = _share_of_words(units, finding.missing)
            same = same and words >= settings.PREDICATE
        if finding.differing == "polarity" and quantity is None:
            same = same and not _is_less(finding, asked)
        return CONTRADICTS if same else BEARS
    if (
        OPEN in relations
        or finding.unnamed
        or asked.sentence.denied & finding.evidence.ids
    ):
        return BEARS
    if quantity is None and _is_less(finding, asked):
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
    if aspect == "place" and not finding.evidence.place:
        return not finding.missing and matter >= settings.EXACTLY
    return matter >= settings.SAME and _heaviest(finding) < settings.GRAVE


def _is_less(finding: Finding, asked: Asked) -> bool:
    """Whether a record that differs in nothing says less than the claim all the same.

    That is so if next to nothing of the claim stands in its own statement: what only
    names, notes and its measure's definition hold is not what it states. And who is
    the best in one thing need not be in another, be it a common word that tells them
    apart; so it is with any claim that is short.
    """
    if asked.strength.best and finding.missing and finding.matter < settings.BEST:
        return True
    words = sum(not is_china(unit) for unit in finding.units)
    short = words <= settings.SHORT and not asked.sentence.times
    if short and finding.missing:
        return True
    if finding.evidence.kind not in _STATING:
        return False
    core = share_of_core(finding.units, finding.evidence, finding.apart)
    return core < (settings.SHORTLY if short else settings.ASIDE)


def _is_beside(finding: Finding) -> bool:
    """Whether all that differs is the day as of which something is so.

    That is no date of its beginning. And whom and when a figure is of tells nothing of
    a claim without its number.
    """
    if finding.evidence.kind == "figure" and finding.differing in {"date", "party"}:
        return not finding.has(SAME, "quantity")
    if finding.differing != "date":
        return False
    steps = finding.evidence.doc.get("status") or ()
    return bool(steps) and all(step["state"] == "operating" for step in steps)


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
