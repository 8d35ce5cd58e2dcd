"""Numbers of a claim and a record: of the same things, within their hedges."""

from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, Outcome, agreed
from sinotech.claims.settings import CHINA
from sinotech.prose.intervals import ROUNDING, UNDERSTATED
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.features import StatedNumber
    from sinotech.prose.quantity import Quantity

CURRENCIES = frozenset(("USD", "CNY", "EUR", "GBP", "BRL", "RUB"))


NOT_COUNTED = "the record counts nothing of that kind"


_UPPER = frozenset(("fewer_than", "up_to"))


_SCOPES = frozenset(("country", "group", "program"))


_ADJECTIVES = ("al", "ary", "ic", "ive", "joint", "ous")


class Counted:
    """A number of a sentence, and what it counts: units, and stems of a phrase.

    An adjective (joint, national) says of what kind the noun is, and is no reason to
    compare national parks with nations.
    """

    __slots__ = (
        "named",
        "others",
        "quantity",
        "sentence",
        "spoken",
        "stems",
        "units",
        "unsaid",
    )

    def __init__(self, sentence: "Sentence", quantity: "Quantity") -> None:
        """Find what *quantity* counts; where no phrase says so, any unit may."""
        self.named = {id_ for m in sentence.mentions for id_ in m.ids}
        span = window(sentence.tokens, quantity, sentence.text)
        near = [u for u in sentence.units if u.first in span or u.last in span]
        self.sentence = sentence
        self.others = [q for q in sentence.quantities if q is not quantity]
        self.quantity, self.spoken = quantity, bool(span)
        self.units = near if span else sentence.units
        first = sentence.tokens[span.start].word if span else ""
        self.unsaid = quantity.unit == "ordinal" and first == "one"
        self.stems = [
            sentence.stems[at]
            for at in span
            if not sentence.tokens[at].word.endswith(_ADJECTIVES)
        ]

    def compare(self, stated: "StatedNumber") -> float:
        """Return how far that is what a record's number counts.

        1 if it is the same noun, a half if the claim's is wider (organizations for
        companies, or ``the third one``), 0 if it is another.
        """
        if self.unsaid:
            return 0.5
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

    def is_another(self, stated: "StatedNumber") -> bool:
        """Whether a record's number is that of another thing which the sentence counts.

        So is 2,500 in a claim of ``570 of the top 2,500 companies``.
        """
        interval, unit = stated.quantity.interval, stated.quantity.unit
        return interval != self.quantity.interval and any(
            (one.interval, one.unit) == (interval, unit)
            and not (self.spoken and not Counted(self.sentence, one).compare(stated))
            for one in self.others
        )

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
        if _is_since(counted, stated, evidence):
            continue
        near = counted.compare(stated)
        if not near or counted.is_another(stated):
            continue
        outcome = compare_numbers(quantity, stated.quantity)
        if outcome.relation == SAME and counted.bounds_more_than(evidence):
            reason = "the record counts a part of them, which tells nothing of all"
            outcome = Outcome("quantity", MISSING, 0.3, reason)
        outcome.score *= near
        if best.relation != SAME and (
            outcome.relation == SAME or best.relation == MISSING
        ):
            best = outcome
    return best


_SINCE = frozenset(("since", "after", "following", "ever"))


def _is_since(counted: Counted, stated: "StatedNumber", evidence: "Evidence") -> bool:
    """Whether a record has the first since something else, which may be any of all."""
    first = stated.quantity.unit == "ordinal" and stated.quantity.low == 1
    words = {token.word for token in counted.sentence.tokens}
    return first and "since" in evidence.features.words and words.isdisjoint(_SINCE)


def _is_counted(unit: "Unit", stated: "StatedNumber") -> bool:
    if not stated.heads.isdisjoint(unit.concepts):
        return True
    return bool(unit.stems) and unit.stems[-1] in stated.heads


def compare_numbers(claimed: "Quantity", stated: "Quantity") -> Outcome:
    """Compare two numbers of the same thing, by what their hedges leave open."""
    if claimed.collective and claimed.hedge != "bare":
        return _compare_collective(claimed, stated)
    outcomes = [_compare_one(one, stated) for one in claimed.as_read()]
    return agreed(outcomes, claimed.doubt) if claimed.readings else outcomes[0]


def _compare_one(claimed: "Quantity", stated: "Quantity") -> Outcome:  # noqa: PLR0911
    """Compare two numbers that may be read in one way alone."""
    wanted, given = claimed.interval, stated.interval
    written = f"the record says {stated.text or given}"
    if _are_other_ranges(claimed, stated):
        reason = f"{written}, another range than “{claimed.text}”"
        return Outcome("quantity", MISSING, 0.3, reason)
    if (
        claimed.hedge == "range"
        and claimed.low <= stated.low
        and stated.high <= claimed.high
        and stated.hedge in {"more_than", "at_least", "bare", "range"}
    ):
        return Outcome(
            "quantity", SAME, 1.0, f"{written}, which “{claimed.text}” allows"
        )
    if given == wanted:
        return Outcome("quantity", SAME, 1.0, f"{written}, too")
    if given.within(wanted):
        if claimed.hedge in {"more_than", "at_least"} and (
            stated.low > UNDERSTATED * claimed.low
        ):
            reason = f"{written}, more than {UNDERSTATED} times as much as"
            reason += f" “{claimed.text}”: nobody would write so"
            return Outcome("quantity", DIFFERS, 0.0, reason)
        return Outcome(
            "quantity", SAME, 1.0, f"{written}, which “{claimed.text}” allows"
        )
    if _integers_within(claimed, stated):
        reason = f"{written}, in whole numbers the same as “{claimed.text}”"
        return Outcome("quantity", SAME, 1.0, reason)
    if stated.meant.meets(claimed.meant) or (
        given.meets(wanted) and _close(claimed, stated)
    ):
        reason = f"{written}, which may be “{claimed.text}”, or not"
        return Outcome("quantity", MISSING, 0.3, reason)
    if claimed.low == stated.low and claimed.hedge == "bare":
        reason = f"{written}, which is less exact than “{claimed.text}”"
        return Outcome("quantity", MISSING, 0.5, reason)
    return Outcome("quantity", DIFFERS, 0.0, f"{written}, not “{claimed.text}”")


def _compare_collective(claimed: "Quantity", stated: "Quantity") -> Outcome:
    """Compare what a collective word says, such as ``dozens``, with a number.

    Such a word is a loose one: what lies beyond its range is untrue only if it is far
    beyond.
    """
    wanted, given = claimed.interval, stated.interval
    written = stated.text or str(given)
    least = claimed.hedge in {"more_than", "at_least"}
    top = claimed.low * LOOSE if least else claimed.high
    if given == wanted:
        return Outcome("quantity", SAME, 1.0, f"both say {wanted}")
    most = claimed.low * UNDERSTATED if least else claimed.high
    if stated.low >= claimed.low and stated.meant.high <= most:
        return Outcome("quantity", SAME, 1.0, f"{written} lies in {wanted}")
    if stated.meant.high * 2 < wanted.low or stated.low > top * UNDERSTATED:
        reason = f"{written} is {given}, which is far from {wanted}"
        return Outcome("quantity", DIFFERS, 0.0, reason)
    reason = f"{written} may be {claimed.text}, but need not be"
    return Outcome("quantity", MISSING, 0.3, reason)


LOOSE = 4
"""How many times its bound a collective word may mean: nobody says ``over a dozen`` of
more than ``dozens``. Set by judgement."""


def goes_beyond(claimed: "Quantity", evidence: "Evidence") -> bool:
    """Whether a range says that there may be far more than a record's numbers.

    That is twice as much, or well more than the exact number that it begins with.
    """
    alike = [
        stated.quantity
        for stated in evidence.features.stated
        if stated.quantity.unit == claimed.unit
        and claimed.low <= stated.quantity.low <= stated.quantity.high <= claimed.high
    ]
    return bool(alike) and all(
        claimed.high > one.high * (_MORE if one.high == claimed.low else _TWICE)
        for one in alike
    )


_TWICE = 2
_MORE = 1 + ROUNDING


def _are_other_ranges(claimed: "Quantity", stated: "Quantity") -> bool:
    """Whether both are ranges that are not the same, and may overlap."""
    ranges = claimed.hedge == "range" and stated.low < stated.high
    exact = stated.hedge in {"bare", "exactly", "range"}
    other = stated.interval != claimed.interval
    meets = other and stated.interval.meets(claimed.interval)
    return ranges and exact and meets


def _close(claimed: "Quantity", stated: "Quantity") -> bool:
    """Whether a number is as near to the bound that a record gives as bounds are used.

    More than 10 may be 18, but nobody would write so of 30.
    """
    bounded = stated.hedge in {"more_than", "at_least"}
    exact = claimed.hedge == "bare" and claimed.unit == "count"
    few = bounded and exact and stated.low <= _FEW
    most = stated.low * _TWICE if few else stated.low
    return claimed.meant.meets(stated.meant) or claimed.high <= most


_FEW = 20
"""Things up to which the next round number is twice as many, or nearly. Set by
judgement."""


def _integers_within(claimed: "Quantity", stated: "Quantity") -> bool:
    """Whether more than 50 is at least 51."""
    if claimed.unit != "count" or claimed.hedge != "at_least":
        return False
    return stated.hedge == "more_than" and claimed.low == stated.low + 1
