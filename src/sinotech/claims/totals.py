"""Whether a number of a claim is a total, or what was added or is reached in a time.

A figure is a total as of a day: ``by June 2025 China had signed 119``. That it signed
119 more, or 119 in June 2025, is another claim.
"""

from itertools import pairwise

from sinotech.claims.compare.outcome import MISSING, Outcome

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantity import Quantity

_ADDED = frozenset("another additional further extra new fresh".split())
"""Words beside a number by which it is of what came on top."""

_NEW = frozenset("additional further extra new fresh more".split())
"""Those of them that stand after a number."""

_COUNTED_UP = frozenset(
    """signed inked concluded established founded built opened launched set trained
    supported introduced initiated implemented joined created""".split()
)
"""Verbs in the past whose number grows from year to year (development)."""

_PERFECT = frozenset(
    "has have had having been be 've 'd also already since now jointly together".split()
)
"""Words before such a verb by which its number is the total so far."""

_TO_NUMBER = frozenset("up a an some about around over more than its the".split())
"""Words that may stand between a verb and its number."""

_CHINESE_ADDED = frozenset("又再另")
_CHINESE_EVERY = frozenset("每逐")
_LATELY = 8
"""Signs before a number in which Chinese says that it is of what came on top."""


class Adding:
    """What makes a number of a claim no total: *word*, or that it is of a *period*."""

    __slots__ = ("period", "word")

    def __init__(self, sentence: "Sentence", quantity: "Quantity") -> None:
        """Look at what stands beside *quantity*."""
        words = [token.word for token in sentence.tokens]
        self.word = _added(words, quantity) or _spread(words)
        dated = any(time.relation == "in" and not time.ends for time in sentence.times)
        self.period = dated and quantity.unit == "count" and _is_past(words, quantity)
        if not sentence.text.isascii():
            self._read_chinese(sentence, quantity, dated=dated)

    def _read_chinese(
        self, sentence: "Sentence", quantity: "Quantity", *, dated: bool
    ) -> None:
        """Read what stands beside the number in Chinese: 又签署了119项."""
        start = sentence.tokens[quantity.first].start
        before = sentence.text[max(start - _LATELY, 0) : start]
        clause = before.replace("，", ",").rpartition(",")[2]
        signs = [sign for sign in clause if sign in _CHINESE_ADDED | _CHINESE_EVERY]
        self.word = self.word or "".join(signs[:1])
        self.period |= dated and quantity.unit == "count" and before.endswith("了")


def compare_total(adding: Adding, evidence: "Evidence") -> Outcome | None:
    """Compare what a claim's number is of with what a record's is; maybe nothing."""
    features = evidence.features
    alike = _ADDED if adding.word in _ADDED | _NEW else {adding.word}
    if adding.word and alike.isdisjoint(features.words):
        reason = f"the record does not say “{adding.word}”"
        return Outcome("total", MISSING, 0.3, reason)
    if not adding.period or evidence.kind == "event":
        return None
    own = features.dates[: features.own]
    if any(first[:4] < last[:4] for first, last in own):
        return None  # it is of a period itself
    reason = "the record's number is a total as of then, not what was added then"
    return Outcome("total", MISSING, 0.3, reason)


def _added(words: "Sequence[str]", quantity: "Quantity") -> str:
    """Return the word beside a number by which it is of what came on top."""
    before, after = words[: quantity.first], words[quantity.last + 1 :]
    if quantity.unit == "ordinal":
        return ""
    if before and before[-1] in _ADDED and before[-1] != "new":
        return before[-1]
    than = after[1:2] == ["than"]
    return after[0] if after and after[0] in _NEW and not than else ""


def _spread(words: "Sequence[str]") -> str:
    """Return a word by which a number is reached by each, or more often than yearly."""
    for at, word in enumerate(words):
        if word == "capita" and words[at - 1] == "per":
            return word
        if word.startswith(("semi", "bi")) and words[at + 1 : at + 2] == ["annually"]:
            return word
        if word == "each" and words[at + 1 : at + 2] not in (
            ["year"],
            ["other"],
            ["of"],
        ):
            return word
    return ""


def _is_past(words: "Sequence[str]", quantity: "Quantity") -> bool:
    """Whether what is counted was done then: ``signed 119``, ``119 were signed``."""
    at = quantity.first - 1
    while at > 0 and words[at] in _TO_NUMBER:
        at -= 1
    if at > 0 and words[at] in _COUNTED_UP:
        return words[at - 1] not in _PERFECT
    rest = words[quantity.last + 1 :]
    return any(
        verb in _COUNTED_UP and before in {"were", "was"}
        for before, verb in pairwise(rest)
    )
