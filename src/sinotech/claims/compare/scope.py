"""Comparator of scope: words that make a claim stronger than what a record says."""

from itertools import pairwise

from sinotech.claims.compare.outcome import DIFFERS, OPEN, SILENT, Outcome
from sinotech.prose.negation import NEGATIONS
from sinotech.prose.superlatives import STRONG, SUPERLATIVES, WIDTHS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Mention, Sentence, Unit
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.prose.tokens import Token

_NONE = frozenset(("no", "none", "nobody", "nothing"))
_DENYING = _NONE | {"not", "never", "without"}
_BEST = SUPERLATIVES | {"world", "worldwide"}
_ONLY = frozenset(
    (("no", "other"), ("no", "others"), ("nobody", "else"), ("nothing", "else"))
)
_LEADS: tuple[str, ...] = (
    "lead the world",
    "leads the world",
    "tops the world",
    "world leader",
)
_LEADS += ("global leader", "world s leader", "every other", "any other")
_FIRST = frozenset("first largest biggest greatest top".split())
"""Stems of which the statement of one that leads the world must have one; *leading* may
be one of many."""

_CLOSING = frozenset("only solely exclusively alone merely just sole exclusive".split())
"""Words that leave all else out; beside a denial they may be what is denied."""

_NO_SCOPE = Outcome("scope", SILENT, 1.0, "")


class Strength:
    """What makes a sentence stronger than others: *strong* words, and how wide it is.

    *regions* are where something is said to be the first or largest; *closing* are
    words that leave nothing out: ``no other``. *best* says that something is called
    the first or largest, or is it in the world, *leads* how, if it leads the world.
    """

    __slots__ = ("best", "closing", "leads", "regions", "strong")

    def __init__(self, sentence: "Sentence") -> None:
        """Find the words, but none inside names, numbers and dates or in a speaker."""
        taken = set(sentence.speaker)
        spans: tuple[Quantity | Mention | Time, ...]
        spans = (*sentence.quantities, *sentence.mentions, *sentence.times)
        for span in spans:
            taken.update(range(span.first, span.last + 1))
        taken |= _phrased(sentence)
        self.strong: list[Token] = [
            token
            for at, token in enumerate(sentence.tokens)
            if token.word in STRONG
            and at not in taken
            and not (at and _denies(sentence.tokens[at - 1]))
            and not _is_often(sentence.tokens, at)
        ]
        self.closing = _closing(sentence.tokens) or _whole(sentence)
        row = f" {' '.join([token.word for token in sentence.tokens])} "
        self.leads = next((one for one in _LEADS if f" {one} " in row), "")
        self.strong = [
            one for one in self.strong if not (self.leads and one.word == "every")
        ]
        best = any(token.word in SUPERLATIVES for token in sentence.tokens)
        self.best = any(token.word in _BEST for token in self.strong)
        self.regions: list[Unit] = [
            unit
            for unit in sentence.units
            if unit.mention
            and "group" in unit.mention.kinds
            and (best or _is_of_all(sentence.tokens, unit.first, unit.last))
        ]


_ALL_OF = frozenset(
    """across throughout whole entire all every everywhere each most""".split()
)
"""Words before a region, or after it, by which something is so of all of it."""


def _is_of_all(tokens: "Sequence[Token]", first: int, last: int) -> bool:
    """Whether a claim is of all of a region: ``across the whole of Africa``."""
    near = tokens[max(first - 4, 0) : first]
    return any(token.word in _ALL_OF for token in near) or (
        tokens[last + 1 : last + 2] != [] and tokens[last + 1].word == "wide"
    )


def _denies(token: "Token") -> bool:
    """Whether a word denies what follows: ``not``, ``isn't``."""
    return token.word in _DENYING or token.text.lower().endswith(("n't", "n’t"))


def _phrased(sentence: "Sentence") -> set[int]:
    """Return the tokens of phrases of the lexicon: ``in one direction only``."""
    return {
        at
        for unit in sentence.units
        if unit.first < unit.last and unit.concepts
        for at in range(unit.first, unit.last + 1)
    }


_SPELLS = frozenset("day week month year season decade hour".split())


def _is_often(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether the word at *at* says only how often: ``every year``."""
    return (
        tokens[at].word == "every"
        and tokens[at + 1 : at + 2] != []
        and (tokens[at + 1].word in _SPELLS)
    )


def _closing(tokens: "Sequence[Token]") -> str:
    """Return words that say *all* or *only*: ``no lab is not``, ``no other lab``."""
    denials = [token for token in tokens if token.word in _DENYING]
    if len(denials) > 1 and denials[0].word in _NONE:
        return f"{denials[0].text} … {denials[1].text}"
    for token, following in pairwise(tokens):
        pair = (token.word, following.word)
        if pair in _ONLY or (denials and pair == ("other", "than")):
            return f"{token.text} {following.text}"
    return ""


_WHOLE = (
    *("the whole of", "all of", "the entire", "every part of", "whole of"),
    *("throughout all of", "every corner of"),
)
"""Words before a region by which something is so in each part of it."""


def _whole(sentence: "Sentence") -> str:
    """Return words that say that something is so of a whole region or country."""
    word = [token.word for token in sentence.tokens]
    for mention in sentence.mentions:
        before = " ".join(word[max(mention.first - _BEFORE, 0) : mention.first])
        wide = mention.kinds & {"group", "country"}
        found = next((one for one in _WHOLE if wide and before.endswith(one)), "")
        if found:
            return f"{found} {mention.name}"
    return ""


_BEFORE = 3
"""Words of the longest of those."""


def compare_strength(strength: Strength, evidence: "Evidence") -> Outcome:
    """Compare words that make a claim stronger than what the record says."""
    for region in strength.regions:  # the record may only be linked to it
        if not evidence.features.said.issuperset(region.stems):
            reason = f"the record does not say so of all “{region.text}”"
            return Outcome("scope", OPEN, 0.0, reason)
    if strength.closing:  # that something is so of many is not that it is so of all
        reason = f"the record does not say “{strength.closing}”"
        return Outcome("scope", OPEN, 0.0, reason)
    if strength.leads and _FIRST.isdisjoint(evidence.features.core):
        reason = f"the record does not say that it is the first: “{strength.leads}”"
        return Outcome("scope", OPEN, 0.0, reason)
    for token in strength.strong:
        words = evidence.features.words
        if any(same in words for same in STRONG[token.word]) and not (
            token.word in _CLOSING and not NEGATIONS.isdisjoint(words)
        ):
            continue
        for one, other in (WIDTHS, WIDTHS[::-1]):
            if token.word in one and other & words and not one & words:
                reason = f"the record has another scope than “{token.text}”"
                return Outcome("scope", DIFFERS, 0.0, reason)
        reason = f"the record does not say “{token.text}”"
        return Outcome("scope", OPEN, 0.0, reason)
    return _NO_SCOPE
