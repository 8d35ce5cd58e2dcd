"""Comparators: one aspect of a claim against one record, with a reason in words."""

from sinotech.claims.settings import LINKED
from sinotech.prose.intervals import UNDERSTATED
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

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
    if unit.mention and "person" in unit.mention.kinds:  # no other person's words
        if unit.mention.ids & evidence.about:
            return 1.0
        return 0.9 if set(unit.stems) <= evidence.alone.stems else 0.0
    if unit.mention and unit.mention.ids & evidence.ids:
        return 1.0
    if unit.concepts & evidence.features.concepts:
        return 1.0
    stems = [stem for stem in unit.stems if stem]
    if not stems:
        return 1.0
    own = sum(stem in evidence.features.stems for stem in stems)
    if own == len(stems):
        return 1.0
    linked = sum(
        stem in evidence.features.stems or stem in evidence.features.linked
        for stem in stems
    )
    if linked == len(stems):
        return 0.9 if unit.mention or unit.proper else LINKED
    return 0.0 if unit.mention else 0.5 * linked / len(stems)


def compare_matter(
    units: "Sequence[Unit]", evidence: "Evidence", apart: "set[Unit]"
) -> "tuple[Outcome, list[Unit]]":
    """Compare what a claim speaks of, leaving out the units that stand *apart*.

    Returns the outcome, and the units that the record does not hold, the heaviest
    first.
    """
    total = held = 0.0
    missing = []
    for unit in units:
        if unit in apart:
            continue
        share = holds(evidence, unit)
        total += unit.weight
        held += unit.weight * share
        if share < LINKED:
            missing.append(unit)
    score = held / total if total else 0.0
    missing.sort(key=lambda unit: -unit.weight)
    if missing:
        words = ", ".join(f"“{unit.text}”" for unit in missing[:4])
        reason = f"the record does not speak of {words}"
    else:
        reason = "the record speaks of all that the claim does"
    return Outcome("matter", SAME, score, reason), missing


def share_of_core(
    units: "Sequence[Unit]", evidence: "Evidence", apart: "set[Unit]"
) -> float:
    """Return the share of *units* that stand in the record's own statement."""
    core = evidence.features.core
    total = held = 0.0
    for unit in units:
        if unit in apart:
            continue
        total += unit.weight
        named = unit.mention and unit.mention.ids & evidence.ids
        if named or unit.concepts & core or all(stem in core for stem in unit.stems):
            held += unit.weight
    return held / total if total else 0.0


def compare_quantity(
    sentence: "Sentence", quantity: "Quantity", evidence: "Evidence"
) -> Outcome:
    """Compare a number of the claim with the numbers of the record for that thing."""
    best = Outcome("quantity", MISSING, 0.0, NOT_COUNTED)
    for stated in evidence.features.stated:
        if not _same_unit(quantity, stated.quantity):
            if quantity.unit in CURRENCIES and stated.quantity.unit in CURRENCIES:
                reason = f"the record's amount is in {stated.quantity.unit}"
                best = Outcome("quantity", DIFFERS, 0.0, reason)
            continue
        near = counts_same(sentence, quantity, stated)
        if not near:
            continue
        outcome = compare_numbers(quantity, stated.quantity)
        outcome.score *= near
        if best.relation != SAME and (
            outcome.relation == SAME or best.relation == MISSING
        ):
            best = outcome
    return best


def _same_unit(one: "Quantity", other: "Quantity") -> bool:
    return one.unit == other.unit


def counts_same(sentence: "Sentence", quantity: "Quantity", stated: "Stated") -> float:
    """Return how far what the claim counts is what the record's number counts.

    1 if it is the same noun, a half if the claim's is wider (organizations for
    companies), 0 if it is another.
    """
    if quantity.unit not in {"count", "ordinal"}:
        return 1.0
    span = window(sentence.tokens, quantity, sentence.text)
    units = [u for u in sentence.units if u.first in span or u.last in span]
    if not span:
        units = sentence.units
    for unit in reversed(units):
        if _is_counted(unit, stated):
            return 1.0
        if span and not unit.text.split()[0].lower().endswith(("ing", "ed")):
            break  # the noun is the last of them, but for a participle
    last = units[-1].mention if units else None
    if last and span and "group" in last.kinds and "countri" in stated.heads:
        return 1.0
    if any(sentence.stems[at] in stated.heads for at in span):
        return 1.0
    return 0.5 if any(unit.concepts & stated.wide for unit in units) else 0.0


def _is_counted(unit: "Unit", stated: "Stated") -> bool:
    if unit.concepts & stated.heads:
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
