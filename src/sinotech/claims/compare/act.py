"""What a claim says that somebody did."""

from sinotech.claims.compare.outcome import DIFFERS, OPEN, SAME, SILENT, Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.acts import Act
    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Unit


def _is_common(act: "Act", units: "Sequence[Unit]") -> bool:
    """Whether the lexicon calls a verb common, so that it tells little."""
    return any(u.common for u in units if u.first <= act.at <= u.last)


def compare_act(
    acts: "Sequence[Act]",
    units: "Sequence[Unit]",
    evidence: "Evidence",
    *,
    worded: bool,
) -> Outcome:
    """Compare what the claim says that somebody did with what the record says."""
    for act in acts:
        concepts = frozenset[int]()
        for unit in units:
            if unit.first <= act.at <= unit.last:
                concepts = unit.concepts
        if _is_common(act, units):
            continue
        if not act.is_held(evidence, concepts, worded=worded):
            if act.opposites & {
                s for s in evidence.features.core if isinstance(s, str)
            }:
                reason = f"the record says the opposite of “{act.text}”"
                return Outcome("act", DIFFERS, 0.0, reason)
            reason = f"the record does not say “{act.text}”"
            return Outcome("act", OPEN, 0.3, reason)
    return Outcome("act", SAME if acts else SILENT, 1.0, "")
