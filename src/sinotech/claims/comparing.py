"""Comparators: one aspect of a claim against one record, with a reason in words."""

from sinotech.claims.settings import CHINA, LINKED
from sinotech.prose.intervals import UNDERSTATED
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.features import Stated
    from sinotech.prose.quantities import Quantity

CURRENCIES = frozenset(("USD", "CNY", "EUR", "GBP", "BRL", "RUB"))
SAME, DIFFERS, MISSING, SILENT = "same", "differs", "missing", "silent"
OPEN = "open"
NOT_COUNTED = "the record counts nothing of that kind"


class Outcome:
    """How one aspect of a claim stands to a record.

    *relation* is ``same``, ``differs`` (for the very same thing), ``missing`` (the
    record does not say), ``open`` (nor does it, but it may be about the same thing) or
    ``silent`` (the claim does not say). *score* is from 0 to 1.
    """

    __slots__ = ("aspect", "reason", "relation", "score")

    def __init__(self, aspect: str, relation: str, score: float, reason: str) -> None:
        """Hold the outcome."""
        self.aspect, self.relation, self.score = aspect, relation, score
        self.reason = reason

    def __repr__(self) -> str:
        """Show aspect, relation and reason."""
        return f"{self.aspect}: {self.relation} ({self.score:.2f}) {self.reason}"


def holds(evidence: "Evidence", unit: "Unit") -> float:  # noqa: PLR0911
    """Return how far *evidence* holds what *unit* says: 0 to 1."""
    mention, features = unit.mention, evidence.features
    if mention:
        if "person" in mention.kinds:  # no other person's words
            if not mention.ids.isdisjoint(evidence.about):
                return 1.0
            return 0.9 if evidence.alone.stems.issuperset(unit.stems) else 0.0
        if not mention.ids.isdisjoint(evidence.ids):
            return 1.0
        if mention.first < mention.last and mention.kinds <= _KNOWN_BY_ID:
            return 0.0  # its words may stand there for something else
        if not evidence.alone.stems.issuperset(unit.plain):
            return 0.0
    if not unit.concepts.isdisjoint(features.concepts):
        return 1.0
    own, stems = features.stems, unit.plain
    if own.issuperset(stems):
        return 1.0
    linked = features.linked
    there = sum([stem in own or stem in linked for stem in stems])
    if there == len(stems):
        return 0.9 if mention or unit.proper else LINKED
    return 0.0 if mention else 0.5 * there / len(stems)


def shares_of(units: "Iterable[Unit]", evidence: "Evidence") -> list[float]:
    """Return how far *evidence* holds what each of *units* says."""
    stems, concepts = evidence.features.stems, evidence.features.concepts
    return [
        1.0
        if not unit.mention
        and (not unit.concepts.isdisjoint(concepts) or stems.issuperset(unit.plain))
        else holds(evidence, unit)
        for unit in units
    ]


def compare_matter(
    units: "Sequence[Unit]", shares: "Sequence[float]", apart: "set[Unit]"
) -> "tuple[Outcome, list[Unit]]":
    """Compare what a claim speaks of, leaving out the units that stand *apart*.

    *shares* are how far the record holds each. Returns the outcome, and the units that
    the record does not hold, the heaviest first.
    """
    total = held = 0.0
    missing = []
    for unit, share in zip(units, shares, strict=True):
        if unit in apart:
            continue
        weight = unit.weight
        total += weight
        held += weight * share
        if share < LINKED:
            missing.append(unit)
    score = held / total if total else 0.0
    missing.sort(key=_lightness)
    if missing:
        words = ", ".join([f"“{unit.text}”" for unit in missing[:4]])
        reason = f"the record does not speak of {words}"
    else:
        reason = "the record speaks of all that the claim does"
    return Outcome("matter", SAME, score, reason), missing


def _lightness(unit: "Unit") -> float:
    return -unit.weight


def share_of_core(
    units: "Sequence[Unit]",
    evidence: "Evidence",
    apart: "set[Unit]",
    *,
    worded: bool = False,
) -> float:
    """Return the share of *units* that stand in the record's own statement.

    If *worded*, in the statement in whatever words.
    """
    core = evidence.features.said if worded else evidence.features.core
    total = held = 0.0
    for unit in units:
        if unit in apart:
            continue
        total += unit.weight
        named = unit.mention and unit.mention.ids & evidence.ids
        if named or unit.concepts & core or all(stem in core for stem in unit.stems):
            held += unit.weight
    return held / total if total else 0.0


_KNOWN_BY_ID = frozenset(("country", "program"))
_UPPER = frozenset(("fewer_than", "up_to"))
_SCOPES = frozenset(("country", "group", "program"))
_ADJECTIVES = ("al", "ary", "ic", "ive", "joint", "ous")


class Counted:
    """A number of a sentence, and what it counts: units, and stems of a phrase.

    An adjective (joint, national) says of what kind the noun is, and is no reason to
    compare national parks with nations.
    """

    __slots__ = ("named", "quantity", "spoken", "stems", "units")

    def __init__(self, sentence: "Sentence", quantity: "Quantity") -> None:
        """Find what *quantity* counts; where no phrase says so, any unit may."""
        self.named = {id_ for m in sentence.mentions for id_ in m.ids}
        span = window(sentence.tokens, quantity, sentence.text)
        near = [u for u in sentence.units if u.first in span or u.last in span]
        self.quantity, self.spoken = quantity, bool(span)
        self.units = near if span else sentence.units
        self.stems = [
            sentence.stems[at]
            for at in span
            if not sentence.tokens[at].word.endswith(_ADJECTIVES)
        ]

    def compare(self, stated: "Stated") -> float:
        """Return how far that is what a record's number counts.

        1 if it is the same noun, a half if the claim's is wider (organizations for
        companies), 0 if it is another.
        """
        if self.quantity.unit not in {"count", "ordinal"}:
            return 1.0
        for unit in reversed(self.units):
            if _is_counted(unit, stated):
                return 1.0
            participle = unit.text.split()[0].lower().endswith(("ing", "ed"))
            if self.spoken and not participle:
                break  # the noun is the last of them, but for a participle
        last = self.units[-1].mention if self.units and self.spoken else None
        if last and "group" in last.kinds and "countri" in stated.heads:
            return 1.0
        if any(stem in stated.heads for stem in self.stems):
            return 1.0
        return 0.5 if any(known & stated.wide for known in self._nouns()) else 0.0

    def bounds_more_than(self, evidence: "Evidence") -> bool:
        """Whether it is an upper bound, and of more than a record's number is of.

        That is so if the record is about a group, program or country besides China that
        the claim does not name: what few partners do tells nothing of all countries.
        """
        return self.quantity.hedge in _UPPER and any(
            kind in _SCOPES and id_ != CHINA and id_ not in self.named
            for id_, kind in evidence.kinds.items()
        )

    def _nouns(self) -> "list[frozenset[int]]":
        """Return the concepts of the unit that may be a wider noun, or of all units.

        Of a phrase that is the last which the lexicon knows: what stands before it says
        of what kind it is, and what comes after may belong to no noun.
        """
        known = [unit.concepts for unit in self.units if unit.concepts]
        return known[-1:] if self.spoken else known


def compare_quantity(counted: Counted, evidence: "Evidence") -> Outcome:
    """Compare a number of the claim with the numbers of the record for that thing."""
    best = Outcome("quantity", MISSING, 0.0, NOT_COUNTED)
    quantity = counted.quantity
    for stated in evidence.features.stated:
        if quantity.unit != stated.quantity.unit:
            if quantity.unit in CURRENCIES and stated.quantity.unit in CURRENCIES:
                reason = f"the record's amount is in {stated.quantity.unit}"
                best = Outcome("quantity", DIFFERS, 0.0, reason)
            continue
        near = counted.compare(stated)
        if not near:
            continue
        outcome = compare_numbers(quantity, stated.quantity)
        if outcome.relation == SAME and counted.bounds_more_than(evidence):
            reason = "a part of them being few tells nothing of all"
            outcome = Outcome("quantity", MISSING, 0.3, reason)
        outcome.score *= near
        if best.relation != SAME and (
            outcome.relation == SAME or best.relation == MISSING
        ):
            best = outcome
    return best


def _is_counted(unit: "Unit", stated: "Stated") -> bool:
    if not stated.heads.isdisjoint(unit.concepts):
        return True
    return bool(unit.stems) and unit.stems[-1] in stated.heads


def compare_numbers(claimed: "Quantity", stated: "Quantity") -> Outcome:  # noqa: PLR0911
    """Compare two numbers of the same thing, by what their hedges leave open."""
    wanted, given = claimed.interval, stated.interval
    written = stated.text or str(given)
    if (
        claimed.hedge == "range"
        and claimed.low <= stated.low
        and stated.high <= claimed.high
        and stated.hedge in {"more_than", "at_least", "bare", "range"}
    ):
        return Outcome("quantity", SAME, 1.0, f"{written} lies in {wanted}")
    if given == wanted:
        return Outcome("quantity", SAME, 1.0, f"both say {wanted}")
    if given.within(wanted):
        if claimed.hedge in {"more_than", "at_least"} and (
            stated.low > UNDERSTATED * claimed.low
        ):
            return Outcome(
                "quantity",
                DIFFERS,
                0.0,
                f"{written} lies in {wanted}, but is more than {UNDERSTATED} times"
                " as much: nobody would write so",
            )
        return Outcome("quantity", SAME, 1.0, f"{written} lies in {wanted}")
    if _integers_within(claimed, stated):
        return Outcome("quantity", SAME, 1.0, f"{written} is {wanted} in whole numbers")
    if stated.meant.meets(claimed.meant) or (
        given.meets(wanted) and _close(claimed, stated)
    ):
        return Outcome(
            "quantity",
            MISSING,
            0.3,
            f"{written} may be {wanted}, but need not be",
        )
    if claimed.low == stated.low and claimed.hedge == "bare":
        return Outcome(
            "quantity", MISSING, 0.5, f"the claim drops the hedge of “{written}”"
        )
    return Outcome(
        "quantity", DIFFERS, 0.0, f"{written} is {given}, which is not in {wanted}"
    )


def _close(claimed: "Quantity", stated: "Quantity") -> bool:
    return claimed.meant.meets(stated.meant)


def _integers_within(claimed: "Quantity", stated: "Quantity") -> bool:
    """Whether more than 50 is at least 51."""
    if claimed.unit != "count" or claimed.hedge != "at_least":
        return False
    return stated.hedge == "more_than" and claimed.low == stated.low + 1
