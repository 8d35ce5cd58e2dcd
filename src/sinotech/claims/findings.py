"""How one record stands to a part of a claim: an outcome for each aspect."""

from functools import partial

from sinotech.claims import settings
from sinotech.claims.aspects import (
    SAME_POLARITY,
    compare_date,
    compare_parties,
    compare_polarity,
    compare_speaker,
    compare_status,
    named_among,
)
from sinotech.claims.comparing import (
    DIFFERS,
    MISSING,
    SAME,
    Counted,
    Outcome,
    compare_matter,
    compare_quantity,
    share_of_core,
    shares_of,
)
from sinotech.claims.relation import BEARS, relation_of
from sinotech.claims.strength import Strength, compare_strength
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.quantities import Quantity


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
        finding.relation = relation_of(asked, finding)
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
