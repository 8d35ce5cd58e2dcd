"""Which records are nearest to a claim: they are shown whatever the verdict.

What a record holds of the claim comes first; then how much of that stands in its own
statement, the numbers that agree, the rank of its words, and whether an article says
so. Of several figures of one measure there is one: that which states the claim's
number, or else the current one.
"""

from sinotech.claims import settings
from sinotech.claims.settings import SUPPORTED
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.judgement import Judgement, Part
    from sinotech.claims.match import Match
    from sinotech.claims.reading import Sentence
    from sinotech.claims.session import Session
    from sinotech.prose.features import StatedNumber
    from sinotech.prose.quantity import Quantity

_STATING = frozenset(("figure", "event", "statement"))
"""Kinds of records that state something."""

_NOUNLESS = frozenset(("percent", "points", "times"))
"""Units of numbers that are compared whatever they are of."""


class Near:
    """A record that is near to a claim, and to which part of it, by what match."""

    __slots__ = ("match", "part", "score")

    def __init__(self, part: "Part", match: "Match", score: float) -> None:
        """Hold them; of two, the one with the higher *score* is nearer."""
        self.part, self.match, self.score = part, match, score


def find_nearest(
    judgement: "Judgement", session: "Session", limit: int = settings.NEAREST
) -> list[Near]:
    """Return up to *limit* records that are nearest to the claim, the nearest first.

    Of a claim of several parts, each part that is not supported has one before any has
    two.
    """
    apart = _told_apart(_ordered(judgement, settings.NEAR_CLOSELY * limit), session)
    if len(judgement.parts) == 1:
        return [near for _, near in zip(range(limit), apart, strict=False)]
    found = list(apart)
    open_ = [part for part in judgement.parts if part.verdict != SUPPORTED]
    first = [next((one for one in found if one.part is part), None) for part in open_]
    chosen = list(dict.fromkeys(one for one in (*first, *found) if one))[:limit]
    return sorted(chosen, key=_place)


def _ordered(judgement: "Judgement", most: int) -> list[Near]:
    """Return the nearest records, the nearest first: *most*, and one of each part."""
    weights = [sum(u.weight for u in part.sentence.units) for part in judgement.parts]
    total = sum(weights)
    shares = [weight / total if total else 1.0 for weight in weights]
    ordered: list[Near] = []
    left = list(judgement.parts)
    for at, one in enumerate(sorted(_roughly(judgement, shares), key=_place)):
        if len(ordered) >= most and not left:
            break
        wanted = len(ordered) < most or one.part in left
        if wanted and (_is_near(one) or (at < most and _agrees(one))):
            one.score += _closely(judgement, one.match.evidence, shares)
            ordered.append(one)
            left = [part for part in left if part is not one.part]
    return sorted(ordered, key=_place)


def _roughly(judgement: "Judgement", shares: list[float]) -> "Iterable[Near]":
    """Return all records looked at, each scored by what is known of it already.

    *shares* are those of the parts in the claim.
    """
    ranks = {id_: rank for rank, id_ in enumerate(judgement.ranking)}
    near: dict[str, Near] = {}
    for part, share in zip(judgement.parts, shares, strict=True):
        if not getattr(part, "states", True):
            continue  # it is no claim, so nothing is near to it
        for id_, match in _best(part).items():
            score = share * match.matter
            score += settings.NEAR_SETTLES * bool(match.relation)
            other = near.get(id_)
            if other is None:
                score += _worth(match.evidence, ranks.get(id_, len(ranks)))
                near[id_] = Near(part, match, score)
            else:
                if match.matter > other.match.matter:
                    other.part, other.match = part, match
                other.score += score
    return near.values()


def _worth(evidence: "Evidence", rank: int) -> float:
    """Return what a record is worth by its rank, its sources, and its kind."""
    worth = settings.NEAR_RANKED / (1 + rank / settings.NEAR_BEHIND)
    if evidence.features.standing != "corroborating":
        worth += settings.NEAR_ARTICLE
    if evidence.kind in _STATING:
        worth += settings.NEAR_STATES
    return worth


def _place(near: Near) -> tuple[float, int]:
    return -near.score, near.match.evidence.number


def _best(part: "Part") -> "dict[str, Match]":
    """Return of each record the match by which it is nearest to *part*."""
    best: dict[str, Match] = {}
    for match in part.matches:
        id_ = match.evidence.id
        if id_ not in best or _nearness(match) > _nearness(best[id_]):
            best[id_] = match
    return best


def _nearness(match: "Match") -> tuple[bool, float]:
    return bool(match.relation), match.matter


def _is_near(near: Near) -> bool:
    """Whether a record holds enough of the claim to be shown, whatever its numbers."""
    match = near.match
    if match.relation or match.matter >= settings.NEAR_LEAST:
        return True
    about = match.evidence.ids
    return any(
        settings.CHINA not in mention.ids and not mention.ids.isdisjoint(about)
        for mention in near.part.sentence.mentions
    )


def _closely(
    judgement: "Judgement", evidence: "Evidence", shares: list[float]
) -> float:
    """Return what a record's own statement and its numbers are worth."""
    worth = 0.0
    numbers = agreeing = 0
    for part, share in zip(judgement.parts, shares, strict=True):
        worth += settings.NEAR_STATED * share * _share_stated(part, evidence)
        numbers += len(part.sentence.quantities)
        agreeing += sum(
            agreeing_with(quantity, part.sentence, evidence) is not None
            for quantity in part.sentence.quantities
        )
    return worth + (settings.NEAR_AGREES * agreeing / numbers if numbers else 0.0)


def _share_stated(part: "Part", evidence: "Evidence") -> float:
    """Return the share of *part* that stands in a record's own statement."""
    core = evidence.features.core
    total = held = 0.0
    for unit in part.sentence.units:
        total += unit.weight
        named = unit.mention and unit.mention.ids & evidence.ids
        if named or unit.concepts & core or core.issuperset(unit.stems):
            held += unit.weight
    return held / total if total else 0.0


def agreeing_with(
    quantity: "Quantity", sentence: "Sentence", evidence: "Evidence"
) -> "StatedNumber | None":
    """Return the number of a record that is a claim's *quantity*, of such a thing."""
    for stated in stated_like(quantity, sentence, evidence):
        one = stated.quantity
        if one.interval.within(quantity.interval) or one.meant.meets(quantity.meant):
            return stated
    return None


def stated_like(
    quantity: "Quantity", sentence: "Sentence", evidence: "Evidence"
) -> "Iterator[StatedNumber]":
    """Yield the numbers of a record that count what a claim's *quantity* does."""
    alike = [
        one for one in evidence.features.stated if one.quantity.unit == quantity.unit
    ]
    if quantity.unit in _NOUNLESS or not alike:
        yield from alike
        return
    span: Container[int] = window(sentence.tokens, quantity, sentence.text)
    span = span or range(len(sentence.tokens))
    stems = [stem for at, stem in enumerate(sentence.stems) if at in span]
    units = [u for u in sentence.units if u.first in span or u.last in span]
    for stated in alike:
        if not stated.heads.isdisjoint(stems) or any(
            not stated.heads.isdisjoint(unit.concepts) for unit in units
        ):
            yield stated


def _told_apart(ordered: list[Near], session: "Session") -> "Iterator[Near]":
    """Yield *ordered* without other figures of a measure that one is of already.

    In the place of a figure that does not state the claim's number stands the current
    one of its measure, or the one of the best source.
    """
    seen: set[str] = set()
    for near in ordered:
        one = near
        if one.match.evidence.kind == "figure" and not _agrees(one):
            one = _best_figure(near, ordered, session)
            if one.match.evidence.doc["measure"] in seen:
                continue
        evidence = one.match.evidence
        if evidence.id not in seen:
            seen |= {evidence.id, str(evidence.doc.get("measure"))}
            yield one


def _best_figure(near: Near, ordered: list[Near], session: "Session") -> Near:
    """Return the figure of the measure of *near* that is the best to show."""
    evidence = near.match.evidence
    current = current_of(evidence, session)
    figures = [
        one
        for one in ordered
        if one.match.evidence.doc.get("measure") == evidence.doc["measure"]
    ]
    best = min(figures, key=lambda one: _rank_of_source(one, current, session))
    best.score = max(best.score, near.score)
    return best


def _rank_of_source(near: Near, current: str, session: "Session") -> tuple[bool, ...]:
    evidence = near.match.evidence
    weak = evidence.features.standing == "corroborating"
    return evidence.id != current, weak, is_of_blog(evidence, session)


def _agrees(near: Near) -> bool:
    sentence = near.part.sentence
    return any(
        agreeing_with(quantity, sentence, near.match.evidence)
        for quantity in sentence.quantities
    )


def is_of_blog(evidence: "Evidence", session: "Session") -> bool:
    """Whether nothing but blogs says what *evidence* does."""
    sources = [session.record(one["source"]) for one in evidence.doc["citations"]]
    return bool(sources) and all(one and one["type"] == "blog" for one in sources)


def current_of(evidence: "Evidence", session: "Session") -> str:
    """Return the id of the record that supersedes *evidence*; empty if none does."""
    for conflict in session.conflicts(evidence.doc):
        current = conflict["current"]
        if current and current != evidence.id:
            return str(current)
    return ""
