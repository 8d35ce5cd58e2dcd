"""Whether a claim and a record each say that it is so, and that it is good."""

from itertools import pairwise

from sinotech.claims.compare.outcome import DIFFERS, OPEN, SAME, Outcome
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.negation import DENIALS, DENYING, NEGATIONS, NOT_ONLY
from sinotech.prose.superlatives import COMPARATIVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.acts import Act
    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit

SAME_POLARITY = Outcome("polarity", SAME, 1.0, "")


def polarity_of(
    sentence: "Sentence",
    evidence: "Evidence",
    turned: "Sequence[Unit]",
    *,
    crossed: bool,
    unclear: bool,
) -> Outcome:
    """Compare whether each says that it is so.

    *turned* are the units that the record says the opposite of; *crossed* says that one
    denies the opposite of what the other says, *unclear* that one denies something and
    the other calls something bad, so that both may mean the same.
    """
    if unclear:
        reason = (
            "one denies something and the other calls something bad: they may agree"
        )
        return Outcome("polarity", OPEN, 0.5, reason)
    if _denied_there(sentence, evidence):
        reason = "the record tells of a refusal, and the claim does not"
        return Outcome("polarity", OPEN, 0.5, reason)
    if turned:
        reason = f"the record says the opposite of “{turned[0].text}”"
        return Outcome("polarity", DIFFERS, 0.0, reason)
    return SAME_POLARITY if crossed else compare_polarity(sentence, evidence)


def compare_polarity(  # noqa: PLR0911
    sentence: "Sentence", evidence: "Evidence"
) -> Outcome:
    """Compare whether each says that it is so."""
    if _denials(sentence) & evidence.features.core:
        if not sentence.negated:  # does not reject what the record says is rejected
            reason = "the claim denies what the record says"
            return Outcome("polarity", DIFFERS, 0.0, reason)
        reason = "both deny something, maybe not the same"
        return Outcome("polarity", OPEN, 0.5, reason)
    words = evidence.features.words
    if "against" in {t.word for t in sentence.tokens} and "against" not in words:
        return Outcome("polarity", OPEN, 0.3, "the record does not say “against”")
    if sentence.negated == evidence.features.negated or sentence.contrasts:
        return SAME_POLARITY
    if _calls_best(sentence):
        return Outcome(
            "polarity",
            OPEN,
            0.5,
            "“no … more than” calls it the first, the record does not",
        )
    if not sentence.negated and _goes_beyond(sentence):
        return Outcome("polarity", OPEN, 0.5, "“not only” may deny it, or add to it")
    denying = NEGATIONS | _REFUSING
    if not (evidence.features.negated or denying.isdisjoint(words)):
        reason = "the record denies something, maybe not the same"
        return Outcome("polarity", OPEN, 0.5, reason)
    reason = "the record denies what the claim says"
    if sentence.negated:
        reason = "the claim denies what the record says"
    return Outcome("polarity", DIFFERS, 0.0, reason)


_REFUSING = frozenset(
    "rejecting refusing denying excluding declining rejection".split()
)


def _calls_best(sentence: "Sentence") -> bool:
    """Whether it denies that any other is more so: ``no country has more than``."""
    words = [token.word for token in sentence.tokens]
    if "than" not in words or _NO_OTHER.isdisjoint(words[:2]):
        return False
    before = words[: words.index("than")]
    return any(w in _MORE or (w.endswith("er") and w in COMPARATIVES) for w in before)


_NO_OTHER = frozenset(("no", "nobody", "none", "nowhere"))
_MORE = frozenset(("more", "less", "fewer"))


def _goes_beyond(sentence: "Sentence") -> bool:
    """Whether it says that something is not only so: ``isn't just handed over``."""
    texts = [token.text.lower() for token in sentence.tokens]
    return any(
        following in NOT_ONLY and (text == "not" or text.endswith(("n't", "n’t")))
        for text, following in pairwise(texts)
    )


def _denials(sentence: "Sentence") -> set[str]:
    """Return the stems of verbs that deny something: ``rejects``."""
    words = zip(sentence.tokens, sentence.stems, strict=True)
    return {stem for token, stem in words if token.word in DENIALS}


_REJECTING = frozenset("reject oppos refus".split())


def _denied_there(sentence: "Sentence", evidence: "Evidence") -> bool:
    """Whether the record rejects what the claim may state."""
    found = _REJECTING & {s for s in evidence.features.core if isinstance(s, str)}
    said = sentence.negated or any(unit.adverse for unit in sentence.units)
    said |= any(token.word == "against" for token in sentence.tokens)
    return bool(found) and not (said or found.intersection(sentence.stems))


def adverse_of(sentence: "Sentence", units: "Sequence[Unit]") -> "list[Unit]":
    """Return the adverse words of *units* that no word before them denies."""
    denying = (
        at
        for at, token in enumerate(sentence.tokens)
        if at not in sentence.speaker
        and (token.word in _DENYING or token.text.lower().endswith(("n't", "n’t")))
    )
    until = next(denying, len(sentence.tokens))
    if _is_less_of(sentence, until):
        until += 1
    hedges = {at for q in sentence.quantities for at in range(q.first - 2, q.last + 1)}
    return [
        unit
        for unit in units
        if unit.adverse
        and unit.first < until
        and unit.last not in hedges
        and (unit.text.lower() not in _LESS or _is_less_of(sentence, unit.first))
    ]


_DENYING = DENYING | NEGATIONS
_LESS = frozenset(("less", "fewer"))


def _is_less_of(sentence: "Sentence", at: int) -> bool:
    """Whether there is less of a thing: ``less weight``, not ``suffers less from``."""
    words = [token.word for token in sentence.tokens[at : at + 2]]
    return words[:1] != [] and words[0] in _LESS and words[-1] not in FUNCTION_WORDS


def adverse_to(adverse: "Sequence[Unit]", evidence: "Evidence") -> "list[Unit]":
    """Return the adverse words of a claim that the record does not say, or denies."""
    if not adverse:
        return []
    said = evidence.features.adverse
    return [unit for unit in adverse if unit.concepts.isdisjoint(said)]


_NO_VERB = ("s", "al", "ic", "ive", "ous")
"""Ends of words that may be a noun or an adjective, so that a verb's opposite is no
reason to say that they differ."""


_TURNING = ("un", "in", "im", "non", "dis", "ir")


_SHORTEST = 4
"""Letters of a stem, at least, whose opposite may be made by a syllable before it."""


def opposites_of(unit: "Unit", acts: "Sequence[Act]") -> "frozenset[int | str]":
    """Return what says the opposite of *unit*: by the lexicon, or as *un-* does."""
    here = [act for act in acts if unit.first <= act.at <= unit.last]
    if of := [act.opposites for act in here if not act.text.endswith(_NO_VERB)]:
        return unit.opposed.union(*of)
    if unit.mention or len(unit.plain) != 1:
        return unit.opposed
    stem = unit.plain[0]
    turned = [stem[len(one) :] for one in _TURNING if stem.startswith(one)]
    return unit.opposed.union(one for one in turned if len(one) >= _SHORTEST)
