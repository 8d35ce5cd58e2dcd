"""What stands at the numbers of a claim in English, and may make them others.

``119 half``, ``its number 119``, ``more than 10-20``, ``half-second``, ``in one day``,
``Ten-Year Plan``; and changes: ``rose by 30`` is not ``rose to 30``.
"""

from itertools import pairwise

from sinotech.prose.function_words import FUNCTION_WORDS, phrases
from sinotech.prose.numbers import FRACTIONS, NUMBER_WORDS, ORDINALS, SPELT
from sinotech.prose.verbs import PARTICIPLES, PAST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantity import Quantity

    Found = tuple[str, Sequence[str], Sequence[str]]
    """What is written, the words that bear it out, and those that speak against it."""

SPELLS = frozenset("year month week day hour decade".split())
"""Words that a number is joined to where it says how long something takes."""

_PARTS = frozenset((*FRACTIONS, "halves"))
_POINTING = frozenset("its the a an their this that".split())
_BOUNDS = frozenset(("more_than", "at_least", "fewer_than", "nearly"))
_LESS = frozenset(("less", "minus", "plus"))
_LAST = frozenset(("last", "final"))
_HYPHENS = frozenset("-‐‑–")
_WITHIN = frozenset(("in", "within", "during", "over"))
_ONE = frozenset(("one", "single"))

_RISING = frozenset(
    """rose rise rises risen rising increase increased increases increasing grew grow
    grows grown growing climbed climb climbs jumped jump jumps soared surged gained
    raised raise raises boosted boost boosts lifted expanded""".split()
)
_FALLING = frozenset(
    """fell fall falls fallen falling dropped drop drops declined decline declines
    decreased decrease decreases reduced reduce reduces cut cuts shrank shrink sank sink
    slid slipped lowered""".split()
)
_UP = (
    *("rise", "rose", "rising", "increas", "grew", "grow", "climb", "jump", "soar"),
    *("surg", "gain", "rais", "boost", "lift", "expan", "higher", "more", "up by"),
)
_DOWN = (
    *("fall", "fell", "drop", "declin", "decreas", "reduc", "cut", "shr", "sank"),
    *("sink", "slid", "slip", "lower", "less", "down by", "sav"),
)
"""How words begin by which a record says that something grew, or became less."""


def doubtful(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Found]":
    """Yield what makes the numbers of *sentence*, whose *words* are given, unclear.

    With nothing that bears it out, or speaks against it, no record settles it.
    """
    yield from _spells(sentence, words)
    yield from _halves(sentence, words)
    yield from _single(words)
    yield from _unrealised(words)
    yield from _narrowed(sentence, words)
    for quantity in sentence.quantities:
        if quantity.unit == "ordinal":
            yield from _of_ordinal(sentence, quantity, words)
        else:
            yield from _beside(sentence, quantity, words)
            yield from _changes(sentence, quantity, words)
    yield from _turned(sentence, words)


_INTENDING = frozenset(
    """plan plans planned planning want wants wanted intend intends intended need needs
    needed seek seeks sought offered considered invited asked advised about set ready
    supposed urged forced told due tried tries hesitated threatened""".split()
)
"""Words before *to* by which something is wished or asked for, and not yet done."""

_DECIDING = frozenset("agreed agrees decided decides".split())
_BEGINNING = frozenset("started starts began begun begins".split())
"""Words before *to* by which it is decided or begun, and not yet done."""

_OPEN_YET = (
    *(" plan", " want", " inten", " need", " must", " seek", " sought", " invit"),
    *(" due to", " to be ", " is to ", " are to ", " will ", " would ", " aim", " hop"),
    *(" should", " call", " urg", " pledg", " ready", " expect", " asked", " wish"),
    *(" offer", " enabl", " help", " agreed", " agrees", "agreement on", " decid"),
    *("an agreement",),
)
"""How words of a record begin by which it says so, too."""

_ALMOST = frozenset("almost nearly practically virtually narrowly barely".split())
_WAS = frozenset(("was", "were"))
_PURPOSE = frozenset("aim goal purpose idea task mission objective plan".split())

_BRINK = phrases("verge of;brink of;cusp of;close to;point of;but")
"""What stands before a participle in *-ing*, or another, that was not done."""

_NOBODY = frozenset("nobody noone few hardly".split())
_BELIEVING = frozenset(
    """believe believes believed think thinks thought say says said claim claims claimed
    know knows knew""".split()
)
_UNSURE = frozenset(
    """wrong false incorrect premature misleading untrue inaccurate mistaken doubtful
    unclear unlikely questionable debatable disputed""".split()
)
_FRONT = 4
"""Words in which a beginning says that all of the rest is in doubt."""


def _unrealised(words: "Sequence[str]") -> "Iterator[Found]":
    """Yield words by which a claim tells of what is wished for, or has to be done.

    No record of what was done bears that out.
    """
    for at, (word, after) in enumerate(pairwise(words)):
        before = words[at - 1] if at else ""
        wished = after == "to" and word in _INTENDING | _DECIDING
        planned = after == "to" and word in _WAS and before not in _PURPOSE
        if wished or planned or word == "must":
            yield f"{word} {after}", _OPEN_YET, ()
        elif after == "to" and word in _BEGINNING:
            yield f"{word} {after}", (" start", " beg", " launch"), ()
        elif word in _ALMOST and _is_done(after):
            yield f"{word} {after}", (), ()
        elif before and (before, word) in _BRINK and after.endswith("ing"):
            yield f"{before} {word}", (), ()
        elif (word, after) in _ENDED:
            yield f"{word} {after}", (f"{word} {after}",), ()
        if word in _ALIKE:
            yield word, (word,), ()
    yield from _disbelieved(words[: 2 * _FRONT])


_ENDED = phrases(
    """of operation;of service;of use;shut down;no longer;ceased operation;ceased to;
    stopped working;closed down;been closed;been shut;been mothballed;standing
    idle;lie idle;lies idle;stand idle;was once;were once"""
)
"""Phrases by which something no longer works or is so: ``out of operation``."""

_ALIKE = frozenset("imports imported importing police news organs".split())
"""Words with the stem of others, which mean something else: *important*, *policy*."""


def _is_done(word: str) -> bool:
    """Whether *word* is a participle, or tells of the past."""
    return word.endswith("ed") or word in PAST | PARTICIPLES


def _disbelieved(words: "Sequence[str]") -> "Iterator[Found]":
    """Yield a beginning that calls what follows untrue or doubtful."""
    front = set(words[:_FRONT])
    nobody = front & _NOBODY or ("no" in front and "one" in front)
    if (nobody and front & _BELIEVING) or (
        words[:1] == ["it"] and not _UNSURE.isdisjoint(words)
    ):
        yield " ".join(words[:_FRONT]), (), ()


_NARROWING = frozenset(
    """partly partially briefly temporarily formerly bottom secretly reluctantly
    unsuccessfully mistakenly barely rarely seldom occasionally unofficially privately
    forcibly unilaterally provisionally tentatively conditionally illegally
    capita""".split()
)
"""Words by which a claim says less, or more, than the same without them."""

_ADDED = frozenset("new more other additional further extra another".split())
"""Words beside a number by which there are others besides."""


def _narrowed(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Found]":
    """Yield words that say of what, or how far, something is so."""
    for word, after in pairwise(words):
        because = _is_done(after) or after in {"by", "because", "due", "thanks"}
        if word in _NARROWING and not because:
            yield word, (word,), ()
    for quantity in sentence.quantities:
        beside = {*words[quantity.first - 1 : quantity.first]}
        beside.update(words[quantity.last + 1 : quantity.last + 2])
        for word in beside & _ADDED if quantity.unit == "count" else ():
            borne = (f" {word}",) if word == "another" else (f" {word}", " new ")
            yield word, borne, ()
    for at, token in enumerate(sentence.tokens[1:-1], 1):
        gap = sentence.text[sentence.tokens[at - 1].end : token.start]
        each = token.word == "each" and gap == " " and words[at + 1] not in _SPANS
        if each and not _PREPOSITIONS.intersection(words[at - 1 : at]):
            yield "each", ("each", "every", "apiece"), ()


_SPANS = frozenset("year other month side day week with of quarter".split())
_PREPOSITIONS = frozenset("of in for from with to by at on and on".split())


def _beside(
    sentence: "Sentence", quantity: "Quantity", words: "Sequence[str]"
) -> "Iterator[Found]":
    """Yield words beside a number by which it is another, or none."""
    first, last = quantity.first, quantity.last
    before, after = words[max(first - 2, 0) : first], words[last + 1 : last + 3]
    apart = sentence.text[sentence.tokens[last].end :][:1] == " "
    if _PARTS.intersection(after[:1]) and apart and quantity.unit == "count":
        yield f"{quantity.text} {after[0]}", (), ()
    numbered = before[-1:] == ["number"] and before[0] in _POINTING
    if numbered and after and after[0] not in FUNCTION_WORDS:
        yield f"number {quantity.text}", (), ()
    if _LESS.intersection(before[-1:]) and len(sentence.quantities) > 1:
        yield f"{before[-1]} {quantity.text}", (), ()
    if _is_bound_of_range(sentence, quantity):
        yield quantity.text, (), ()
    if before[-1:] == ["from"] and "to" not in words[last:]:
        yield f"from {quantity.text}", (" from ",), (" to ",)
    again = _AGAIN.intersection(after[:1]) or after[1:] == ["times"]
    if quantity.unit == "times" and again:
        yield f"{quantity.text} {after[0]}", (), ()
    for pair in pairwise(words[last + 1 :]):
        if pair in _BEYOND:
            yield " ".join(pair), (), ()


_AGAIN = frozenset(("twice", "thrice"))
_BEYOND = frozenset((("too", "many"), ("too", "few"), ("too", "much")))


def _is_bound_of_range(sentence: "Sentence", quantity: "Quantity") -> bool:
    """Whether a range is bounded, so that its end is unclear: ``over 10-20``."""
    span = sentence.tokens[quantity.first : quantity.last + 1]
    ends = sum(token.kind == "number" for token in span)
    bounded = quantity.hedge in _BOUNDS and quantity.low < quantity.high
    return bounded and ends > 1 and not quantity.readings


def _of_ordinal(
    sentence: "Sentence", quantity: "Quantity", words: "Sequence[str]"
) -> "Iterator[Found]":
    """Yield what makes another of an ordinal: ``half-second``, ``third-to-last``."""
    tokens, first, last = sentence.tokens, quantity.first, quantity.last
    gap = sentence.text[tokens[first - 1].end : tokens[first].start] if first else ""
    if gap in _HYPHENS and words[first - 1] not in NUMBER_WORDS - {"half"}:
        written = f"{words[first - 1]}-{quantity.text}"
        yield written, (written.lower(),), ()
    after = list(words[last + 1 : last + 3])
    if after[:1] and after[0] in _LAST:
        yield f"{quantity.text} {after[0]}", (f"{quantity.text}-{after[0]}",), ()
    elif after[:1] in (["to"], ["from"], ["before"]) and after[1:] in (
        ["last"],
        ["final"],
    ):
        yield f"{quantity.text} {' '.join(after)}", (), ()


def _spells(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Found]":
    """Yield how long something takes, by a hyphen: ``Ten-Year``, ``119-day``."""
    named = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    dated = {at for t in sentence.times for at in range(t.first, t.last + 1)}
    tokens = sentence.tokens
    for at, (number, unit) in enumerate(pairwise(words)):
        gap = sentence.text[tokens[at].end : tokens[at + 1].start]
        if unit not in SPELLS or gap not in _HYPHENS or at in named | dated:
            continue
        if tokens[at].kind == "number" or number in NUMBER_WORDS:
            written = sentence.text[tokens[at].start : tokens[at + 1].end]
            forms = [f"{one}{sign}{unit}" for one in _spelt(number) for sign in "- "]
            yield written, forms, ()


def _halves(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Found]":
    """Yield halves of what is no number: ``the half-second conference``."""
    tokens = sentence.tokens
    for at, (word, ordinal) in enumerate(pairwise(words)):
        gap = sentence.text[tokens[at].end : tokens[at + 1].start]
        if word in _HALF and gap in _HYPHENS and ordinal in ORDINALS:
            yield f"{word}-{ordinal}", (), ()


_HALF = frozenset("half semi quasi pseudo almost nearly non".split())


def _spelt(number: str) -> list[str]:
    """Return a number in words and in digits, if it is a small one."""
    if number in SPELT:
        return [number, str(SPELT.index(number) + 1)]
    if number.isdecimal() and 0 < int(number) <= len(SPELT):
        return [number, SPELT[int(number) - 1]]
    return [number]


def _single(words: "Sequence[str]") -> "Iterator[Found]":
    """Yield within what short time all happened: ``in one day``."""
    for at, word in enumerate(words):
        if word in SPELLS and at > 1 and words[at - 1] in _ONE:
            start = at - 2 - (words[at - 2] == "a")
            if start >= 0 and words[start] in _WITHIN:
                phrase = " ".join(words[start : at + 1])
                yield phrase, (f"{words[at - 1]} {word}", f"a {word}"), ()


def _changes(
    sentence: "Sentence", quantity: "Quantity", words: "Sequence[str]"
) -> "Iterator[Found]":
    """Yield by how much, or to what, something changed: a record may say the other."""
    first = quantity.first
    digits = next(
        (
            token.text
            for token in sentence.tokens[first : quantity.last + 1]
            if token.kind == "number"
        ),
        "",
    )
    before = words[first - 1] if first else ""
    earlier = words[max(first - _REACH, 0) : first]
    rising = not _RISING.isdisjoint(earlier)
    if not (digits and (rising or not _FALLING.isdisjoint(earlier))):
        return
    written = f"{before} {quantity.text}"
    if not rising and before in {"by", "to"}:
        yield written, _DOWN, ()
    if before == "by":
        yield written, (f"by {digits}",), (f"to {digits}",)
    elif before == "to" and first > 1 and words[first - 2] != "up":
        ways = (f"to {digits}", f"reach {digits}", f"reached {digits}")
        yield written, ways, (f"by {digits}", f"of {digits}", "increase in")
    elif before in _RISING | _FALLING and quantity.unit in {"percent", "points"}:
        yield written, _UP if before in _RISING else _DOWN, ()


_REACH = 12
"""Words between what changes, or that it does, and by how much."""


def _turned(sentence: "Sentence", words: "Sequence[str]") -> "Iterator[Found]":
    """Yield a change that goes the other way than its verb: ``rose from 30 to 15``."""
    numbers = sentence.quantities
    for one, other in pairwise(numbers):
        start, end = one.first - 1, other.first - 1
        if start < 1 or (words[start], words[end]) != ("from", "to"):
            continue
        if other.first - one.last > _BETWEEN or one.unit != other.unit:
            continue
        earlier = words[max(start - _REACH, 0) : start]
        rises = not _RISING.isdisjoint(earlier)
        falls = not _FALLING.isdisjoint(earlier)
        if rises != falls and one.low != other.low and rises != (other.low > one.low):
            yield f"from {one.text} to {other.text}", (), ()


_BETWEEN = 5
"""Words between the two ends of a change, with what they count."""
