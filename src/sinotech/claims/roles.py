"""Who did what to whom: whether names stand in each other's place.

Exchanged names must not support a claim. So before records support one that names two
things, what stands near each name is held against what stands near it, and near the
other, in each wording of the records.
"""

from sinotech.claims.settings import CHINA
from sinotech.prose.grammar import FUNCTION_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.claims.reading import Mention, Sentence

_NEAR = 5
"""Words on either side of a name that tell what part it plays."""

_TELLING = frozenset(
    "by to into for toward towards from in at on across with against than of".split()
)
"""Small words that tell it, too."""

_BE = frozenset("is are was were be been being".split())
_PARTICIPLES = frozenset(
    """built held made set brought put sent won given taken led met drawn grown found
    known begun seen kept sold bought taught told shown written chosen""".split()
)
_MARGIN = 0.6
"""By how much each other's company must suit two names better than their own
(development)."""

_SHARE = 0.6
"""Share of that up to which their own company may suit them (development)."""

_MOST_NAMES = 8
"""Names of a sentence whose company is compared."""

Company = dict[tuple[str, str], float]
"""What stands near a name: stem or preposition, and on which side; the nearer, the
more it weighs."""


class Cast:
    """The names of a sentence, each with its company, by the id of what it names."""

    __slots__ = ("company", "kinds", "names")

    def __init__(self, sentence: "Sentence") -> None:
        """Find what stands near each name."""
        self.names: dict[str, str] = {}
        self.company: dict[str, list[Company]] = {}
        self.kinds: dict[str, frozenset[str]] = {}
        for mention in sentence.mentions[:_MOST_NAMES]:
            if mention.first in sentence.speaker or mention.name.islower():
                continue
            if _is_of_person(sentence, mention):
                continue
            near = _company(sentence, mention)
            for id_ in mention.ids:
                self.names[id_] = mention.name
                self.kinds[id_] = mention.kinds
                self.company.setdefault(id_, []).append(near)


def _is_of_person(sentence: "Sentence", mention: "Mention") -> bool:
    """Whether a body says only whose a person is: ``Tsinghua professor X``."""
    return "organization" in mention.kinds and any(
        "person" in one.kinds and 0 < one.first - mention.last <= 2  # noqa: PLR2004
        for one in sentence.mentions
    )


def _company(sentence: "Sentence", mention: "Mention") -> Company:
    """Return what stands near a name, a passive verb as if it were active."""
    near: Company = {}
    named = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    for side, row in (
        ("left", range(mention.first - 1, -1, -1)),
        ("right", range(mention.last + 1, len(sentence.tokens))),
    ):
        steps = 0
        for at in row:
            if at in named:
                continue
            token, stem = sentence.tokens[at], sentence.stems[at]
            telling = token.word in _TELLING and side == "left" and steps < 2  # noqa: PLR2004
            if token.word in FUNCTION_WORDS and not telling:
                continue
            if not stem and not telling:
                continue
            steps += 1
            if steps > _NEAR:
                break
            turned = _is_passive(sentence, at)
            seen = {"left": "right", "right": "left"}[side] if turned else side
            for key in _keys(sentence, at, token.word if telling else stem):
                near[key, seen] = max(near.get((key, seen), 0.0), 1.0 / steps)
    return near


def _keys(sentence: "Sentence", at: int, stem: str) -> "Iterator[str]":
    """Yield the stem at *at*, and the concepts of the unit that it belongs to."""
    yield stem
    for unit in sentence.units:
        if unit.first <= at <= unit.last:
            yield from (f"#{concept}" for concept in unit.concepts)


def _is_passive(sentence: "Sentence", at: int) -> bool:
    """Whether a passive participle stands at *at*: ``was built``, ``built by``."""
    tokens = sentence.tokens
    word = tokens[at].word
    if not (word.endswith("ed") or word in _PARTICIPLES):
        return False
    before = {token.word for token in tokens[max(at - 2, 0) : at]}
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return bool(before & _BE) or following == "by"


def may_be_exchanged(sentence: "Sentence") -> bool:
    """Whether *sentence* names two things."""
    ids = {id_ for m in sentence.mentions for id_ in m.ids}
    return len(ids) > 1


def are_exchanged(
    sentence: "Sentence", texts: "Iterable[Sentence]"
) -> "tuple[str, str] | None":
    """Return two names of *sentence* that stand in each other's place in *texts*.

    They do if what stands near each in the claim suits the other better, taking for
    each text of the record what stands near both.
    """
    claimed = Cast(sentence)
    if len(claimed.names) < 2:  # noqa: PLR2004
        return None
    stated = [Cast(text) for text in texts]
    for one, other in _pairs(claimed.names):
        if CHINA in {one, other} and "country" not in (
            claimed.kinds[one] & claimed.kinds[other]
        ):
            continue  # China is in nearly every record
        if not _may_be_taken(claimed.kinds[one], claimed.kinds[other]):
            continue
        both = [s for s in stated if one in s.company and other in s.company]
        if not both:
            continue
        kept = max(
            _suits(claimed, s, one, one) + _suits(claimed, s, other, other)
            for s in both
        )
        turned = max(
            _suits(claimed, s, one, other) + _suits(claimed, s, other, one)
            for s in both
        )
        if turned > kept + _MARGIN and kept < turned * _SHARE:
            return claimed.names[one], claimed.names[other]
    return None


_ACTING = frozenset(("country", "group", "organization"))
"""Kinds that act, so that one may be taken for another; nobody takes a person, or a
program, for a country."""


def _may_be_taken(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or bool(one & _ACTING and other & _ACTING)


def _suits(claimed: Cast, stated: Cast, one: str, other: str) -> float:
    """Return how well the company of *one* in the claim is that of *other* there."""
    return max(
        sum(min(weight, there[key]) for key, weight in here.items() if key in there)
        for here in claimed.company[one]
        for there in stated.company[other]
    )


def _pairs(names: "Iterable[str]") -> "Iterator[tuple[str, str]]":
    ids = sorted(names)
    for at, one in enumerate(ids):
        for other in ids[at + 1 :]:
            yield one, other


def may_be_turned(sentence: "Sentence") -> bool:
    """Whether *sentence* compares two things, or tells of a change between values."""
    return bool(_change(sentence) or _around_than(sentence))


def is_turned(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether what stands after *than*, or between *from* and *to*, is turned there."""
    return _is_compared_otherwise(sentence, texts) or _runs_backwards(sentence, texts)


def _is_compared_otherwise(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether the claim puts after *than* what the record puts before it."""
    claimed = _around_than(sentence)
    if not claimed:
        return False
    stated = [pair for pair in map(_around_than, texts) if pair]
    if not stated:
        return False
    same = any(
        len(claimed[1] & after) > len(claimed[1] & before) for before, after in stated
    )
    turned = any(
        len(claimed[1] & before) > len(claimed[1] & after) for before, after in stated
    )
    return turned and not same


def _around_than(sentence: "Sentence") -> "tuple[set[str], set[str]] | None":
    at = next((i for i, t in enumerate(sentence.tokens) if t.word == "than"), 0)
    if not at or any(q.first <= at <= q.last for q in sentence.quantities):
        return None
    stems = sentence.stems
    return {s for s in stems[:at] if s}, {s for s in stems[at + 1 :] if s}


def _runs_backwards(sentence: "Sentence", texts: "Sequence[Sentence]") -> bool:
    """Whether a change goes from the value to which the record has it go."""
    claimed = _change(sentence)
    return bool(claimed) and any(
        claimed == (last, first) for first, last in filter(None, map(_change, texts))
    )


def _change(sentence: "Sentence") -> "tuple[float, float] | None":
    """Return from which value to which a sentence has something change."""
    for one, other in zip(sentence.quantities, sentence.quantities[1:], strict=False):
        words = {t.word for t in sentence.tokens[max(one.first - 2, 0) : one.first]}
        if "from" in words and one.low != other.low:
            return one.low, other.low
    return None
