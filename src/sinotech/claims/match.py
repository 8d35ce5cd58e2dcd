"""An assertion, and how one record stands to it."""

from sinotech.claims import settings
from sinotech.claims.compare.matter import is_china, named_among, share_of_core
from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, Outcome
from sinotech.claims.compare.place import host_of
from sinotech.claims.compare.polarity import adverse_of, opposites_of
from sinotech.claims.compare.quantity import Counted
from sinotech.claims.compare.scope import Strength
from sinotech.claims.totals import Adding
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity

SUPPORTS, CONTRADICTS, BEARS = "supports", "contradicts", ""
"""How a record stands to a claim: the last, if it bears on it and settles nothing."""


class Match:
    """How one record stands to a part of a claim.

    *matter* is the share of what the claim speaks of that the record holds, *missing*
    are the *units* that it does not, the heaviest first, *apart* those that differ.
    *quantity* is the number that was asked for, if one was, which *counted* units say.
    *turned* says that the record says the opposite of one of them. *relation* is
    ``supports``, ``contradicts`` or empty: it bears on the claim, and settles nothing.
    """

    __slots__ = (
        "_compare",
        "_named",
        "_outcomes",
        "apart",
        "counted",
        "evidence",
        "matter",
        "missing",
        "quantity",
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
        self.quantity: Quantity | None = None
        self.counted: Sequence[Unit] = ()
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

    def disputes(self, other: "Match") -> bool:
        """Whether it is open if *other*, with another number, tells against a claim.

        This one states the very number; or a bound that the claim gives holds for it,
        and it is as near.
        """
        return self.near >= other.near or any(
            self.quantity is not None
            and stated.quantity.interval == self.quantity.interval
            for stated in self.evidence.features.stated
        )

    def is_about_number(self, relation: str) -> bool:
        """Whether the number asked for is *relation* in a figure of that very thing.

        It holds all words for what is counted; these name it, or it holds half of what
        else is said.
        """
        if self.evidence.kind != "figure" or not self.counted:
            return False
        if any(unit in self.missing for unit in self.counted):
            return False
        named = any(u.mention and not is_china(u) for u in self.counted)
        told = sum(not is_china(unit) for unit in self.units)
        near = named or (told > 1 and self.matter >= settings.TOGETHER)
        return near and self.has(relation, "quantity")

    @property
    def may_state_number(self) -> bool:
        """Whether the claim's number is the record's, and nothing else differs.

        A collective number, such as ``dozens``, may be the record's.
        """
        loose = self.quantity is not None and self.quantity.collective
        known = {SAME, MISSING} if loose else {SAME}
        return not self.differing and any(
            o.aspect == "quantity" and o.relation in known and o.score
            for o in self.outcomes
        )

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


class Assertion:
    """A part of a claim with one of its numbers, or none: what records are held to.

    *units* are those of the part, without those that other numbers count; *adverse*
    are those of them that say that something is not so, or no good.
    """

    __slots__ = (
        "acts",
        "adding",
        "adverse",
        "counted",
        "host",
        "named",
        "opposites",
        "places",
        "quantity",
        "sentence",
        "session",
        "short",
        "strength",
        "units",
    )

    def __init__(
        self, sentence: "Sentence", quantity: "Quantity | None", session: "Session"
    ) -> None:
        """Find out what need not be found out for each record."""
        self.sentence, self.quantity, self.session = sentence, quantity, session
        self.acts = session.acts(sentence)
        self.places = session.places_in(sentence)
        self.host = host_of(sentence)
        self.units = _units(sentence, quantity)
        self.named = named_among(self.units)
        self.counted = Counted(sentence, quantity) if quantity else None
        self.adding = Adding(sentence, quantity) if quantity else None
        self.strength = Strength(sentence)
        length = sum(not is_china(unit) for unit in self.units)
        self.short = length <= settings.SHORT and quantity is None
        opposites = ((unit, opposites_of(unit, self.acts)) for unit in self.units)
        self.opposites = {unit: meant for unit, meant in opposites if meant}
        self.adverse = adverse_of(sentence, self.units)


def _is_part(sentence: "Sentence", quantity: "Quantity", other: "Quantity") -> bool:
    """Whether *quantity* is of what *other* counts: ``60 percent of the 81``."""
    between = sentence.tokens[quantity.last + 1 : other.first]
    return "of" in {token.word for token in between} and len(between) <= _BETWEEN


_BETWEEN = 3
"""Words between a share and the number that it is of."""


def _units(sentence: "Sentence", quantity: "Quantity | None") -> "list[Unit]":
    """Return the units of a part without those that other numbers count."""
    others = {
        at
        for other in sentence.quantities
        if quantity
        and other is not quantity
        and not _is_part(sentence, quantity, other)
        for at in window(sentence.tokens, other, sentence.text)
    }
    return [unit for unit in sentence.units if unit.first not in others]
