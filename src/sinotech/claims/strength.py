"""Comparator of scope: words that make a claim stronger than what a record says."""

from sinotech.claims.comparing import DIFFERS, OPEN, SILENT, Outcome
from sinotech.prose.grammar import STRONG, SUPERLATIVES, WIDTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Mention, Sentence, Unit
    from sinotech.prose.quantities import Quantity
    from sinotech.prose.tokens import Token

_NONE = frozenset(("no", "none", "nobody", "nothing"))
_DENYING = _NONE | {"not", "never", "without"}
_NO_SCOPE = Outcome("scope", SILENT, 1.0, "")


class Strength:
    """What makes a sentence stronger than others: *strong* words, and how wide it is.

    *regions* are where something is said to be the first or largest; *doubled* is a
    word that denies a denial.
    """

    __slots__ = ("doubled", "regions", "strong")

    def __init__(self, sentence: "Sentence") -> None:
        """Find the words, but none inside names and numbers or in a speaker."""
        taken = set(sentence.speaker)
        spans: tuple[Quantity | Mention, ...]
        spans = (*sentence.quantities, *sentence.mentions)
        for span in spans:
            taken.update(range(span.first, span.last + 1))
        self.strong: list[Token] = [
            token
            for at, token in enumerate(sentence.tokens)
            if token.word in STRONG and at not in taken
        ]
        self.doubled = _doubled(sentence.tokens)
        best = any(token.word in SUPERLATIVES for token in sentence.tokens)
        self.regions: list[Unit] = [
            unit
            for unit in sentence.units
            if best and unit.mention and "group" in unit.mention.kinds
        ]


def _doubled(tokens: "Sequence[Token]") -> str:
    """Return the first of two denials, which together say *all*: ``no lab is not``."""
    denials = [token.text for token in tokens if token.word in _DENYING]
    return denials[0] if len(denials) > 1 and denials[0].lower() in _NONE else ""


def compare_strength(strength: Strength, evidence: "Evidence") -> Outcome:
    """Compare words that make a claim stronger than what the record says."""
    for region in strength.regions:  # the record may only be linked to it
        if not evidence.features.stems.issuperset(region.stems):
            reason = f"the record does not say so of all “{region.text}”"
            return Outcome("scope", OPEN, 0.0, reason)
    if strength.doubled:  # that something is so of many is not that it is so of all
        reason = f"the record does not say “{strength.doubled} … not”"
        return Outcome("scope", OPEN, 0.0, reason)
    for token in strength.strong:
        words = evidence.features.words
        if any(same in words for same in STRONG[token.word]):
            continue
        for one, other in (WIDTHS, WIDTHS[::-1]):
            if token.word in one and other & words:
                reason = (
                    f"the record does not speak of “{token.text}” but of another scope"
                )
                return Outcome("scope", DIFFERS, 0.0, reason)
        reason = f"the record does not say “{token.text}”"
        return Outcome("scope", OPEN, 0.0, reason)
    return _NO_SCOPE
