"""How one record stands to a part of a claim: an outcome for each aspect."""

from functools import partial

from sinotech.claims import settings
from sinotech.claims.aspects import (
    SAME_POLARITY,
    compare_date,
    compare_modality,
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
    SILENT,
    Counted,
    Outcome,
    compare_matter,
    compare_quantity,
    share_of_core,
    shares_of,
)
from sinotech.claims.places import contains, differ
from sinotech.claims.relation import BEARS, CONTRADICTS, SUPPORTS, relation_of
from sinotech.claims.strength import Strength, compare_strength
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.claims.words import Words
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

    def unsettle(self, reason: str) -> None:
        """Let it settle nothing, because of who does what to whom."""
        self.relation = BEARS
        self.outcomes.append(Outcome("role", DIFFERS, 0.0, reason))

    def deny(self) -> None:
        """Turn it round: the claim says that it is not so."""
        if self.relation == SUPPORTS:
            self.relation = CONTRADICTS
            reason = "the claim says that this is not so"
            self.outcomes.append(Outcome("polarity", DIFFERS, 0.0, reason))

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
        named = any(unit.mention for unit in self.apart)
        return self.turned and not named and self.matter >= settings.FULL

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

    __slots__ = (
        "acts",
        "counted",
        "named",
        "opposites",
        "places",
        "quantity",
        "sentence",
        "short",
        "strength",
        "units",
        "words",
    )

    def __init__(
        self, sentence: "Sentence", quantity: "Quantity | None", words: "Words"
    ) -> None:
        """Find out what need not be found out for each record."""
        self.sentence, self.quantity, self.words = sentence, quantity, words
        self.acts = words.acts(sentence)
        self.places = words.places_in(sentence)
        self.units = _units(sentence, quantity)
        self.named = named_among(self.units)
        self.counted = Counted(sentence, quantity) if quantity else None
        self.strength = Strength(sentence)
        length = sum(not is_china(unit) for unit in self.units)
        self.short = length <= settings.SHORT and quantity is None
        opposites = ((unit, _opposites(unit)) for unit in self.units)
        self.opposites = {unit: meant for unit, meant in opposites if meant}


def judge_record(asked: Asked, evidence: "Evidence") -> Finding:
    """Return how *evidence* stands to what is *asked*.

    What it speaks of comes first: a record that holds too little of the claim settles
    nothing, so all else is compared only when somebody asks for it.
    """
    units = asked.units
    shares = shares_of(units, evidence)
    absent = [unit for at, unit in asked.named if shares[at] <= settings.HALF]
    where, placed = compare_places(asked, evidence, shares)
    absent = [unit for unit in absent if unit not in placed]
    party, place, apart = compare_parties(units, absent, asked.sentence, evidence)
    place = where if where.relation != SILENT else place
    matter, missing = compare_matter(units, shares, apart | placed)
    core = evidence.features.core
    turned = [u for u in missing if u in asked.opposites and asked.opposites[u] & core]
    crossed = bool(turned) and asked.sentence.negated != evidence.features.negated
    if crossed:
        turned = []  # one denies the opposite of what the other says
    if turned:
        apart |= set(turned)
        matter, missing = compare_matter(units, shares, apart | placed)
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
        compare_speaker(sentence, evidence, asked.words.voices),
        compare_act(asked, evidence),
        compare_status(sentence, evidence),
        compare_modality(sentence, evidence),
        compare_strength(asked.strength, evidence),
    ]
    if asked.counted:
        outcomes.append(compare_quantity(asked.counted, evidence))
    return [*outcomes, polarity(), matter]


_TURNING = ("un", "in", "im", "non", "dis", "ir")

_SHORTEST = 4
"""Letters of a stem, at least, whose opposite may be made by a syllable before it."""


def _opposites(unit: "Unit") -> "frozenset[int | str]":
    """Return what says the opposite of *unit*: by the lexicon, or as *un-* does."""
    if unit.mention or len(unit.plain) != 1:
        return unit.opposed
    stem = unit.plain[0]
    turned = [stem[len(one) :] for one in _TURNING if stem.startswith(one)]
    return unit.opposed.union(one for one in turned if len(one) >= _SHORTEST)


def compare_places(
    asked: Asked, evidence: "Evidence", shares: "Sequence[float]"
) -> "tuple[Outcome, set[Unit]]":
    """Compare where the claim says that it was with where the record says so.

    A city lies in its province, and in its country. Returns the outcome, and the units
    that are told by it.
    """
    worst = Outcome("place", SILENT, 1.0, "")
    placed: set[Unit] = set()
    held = sum(shares) / len(shares) if shares else 0.0
    for place in asked.places if held >= settings.HALF else ():
        inside = {
            u for u in asked.units if place.first <= u.first and u.last <= place.last
        }
        chains = asked.words.chains(evidence)
        if any(contains(a, b) for a in place.chains for b in chains):
            placed |= inside
            if worst.relation == SILENT:
                worst = Outcome("place", SAME, 1.0, f"it was in {place.name}")
        elif any(contains(b, a) for a in place.chains for b in chains):
            placed |= inside
            reason = f"the record's place is wider than {place.name}"
            worst = Outcome("place", OPEN, 0.3, reason)
        elif chains and differ(place.chains, chains):
            placed |= inside
            there = " or ".join(sorted({chain[0] for chain in chains})).title()
            reason = f"the record says {evidence.place or there}, not {place.name}"
            worst = Outcome("place", DIFFERS, 0.0, reason)
    return worst, placed


def compare_act(asked: Asked, evidence: "Evidence") -> Outcome:
    """Compare what the claim says that somebody did with what the record says."""
    for act in asked.acts:
        concepts = frozenset[int]()
        for unit in asked.sentence.units:
            if unit.first <= act.at <= unit.last:
                concepts = unit.concepts
        if not act.is_held(evidence, concepts, worded=not asked.short):
            if act.opposites & {
                s for s in evidence.features.core if isinstance(s, str)
            }:
                reason = f"the record says the opposite of “{act.text}”"
                return Outcome("act", DIFFERS, 0.0, reason)
            reason = f"the record does not say that anybody “{act.text}”"
            return Outcome("act", OPEN, 0.3, reason)
    return Outcome("act", SAME if asked.acts else SILENT, 1.0, "")


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
