"""What a claim speaks of, and how much of that a record holds."""

from functools import partial

from sinotech.claims.compare.outcome import SAME, Outcome
from sinotech.claims.settings import CHINA, LINKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Unit


def is_china(unit: "Unit") -> bool:
    """Whether *unit* is a name of China, which tells nothing here."""
    return unit.mention is not None and CHINA in unit.mention.ids


def named_among(units: "Sequence[Unit]") -> "list[tuple[int, Unit]]":
    """Return those of *units* that are names, but not China's, and their places."""
    return [
        (at, unit)
        for at, unit in enumerate(units)
        if (unit.proper or unit.mention) and not is_china(unit)
    ]


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
        several = mention.first < mention.last or mention.kinds == _COUNTRY
        if several and mention.kinds <= _KNOWN_BY_ID:
            return 0.0  # its words may stand there for something else: “use”, US
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


_KNOWN_BY_ID = frozenset(("country", "program"))
_COUNTRY = frozenset(("country",))


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
    reason = partial(_unspoken, missing[:4]) if missing else _ALL_SPOKEN
    return Outcome("matter", SAME, score, reason), missing


_ALL_SPOKEN = "the record speaks of all that the claim does"


def _unspoken(missing: "Sequence[Unit]") -> str:
    """Return in words what a record does not speak of."""
    words = ", ".join([f"“{unit.text}”" for unit in missing])
    return f"the record does not speak of {words}"


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
