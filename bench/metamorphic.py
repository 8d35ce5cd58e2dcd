"""Variants of claims, made by program, whose verdict is known from that of the claim.

From a claim that is judged rightly others are made that must be judged alike (said
otherwise), and from a supported one others that must not be supported (something else
is said). Each way is a function of a claim and of the names that stand in it; it
returns nothing where it does not apply, and always the same for the same claim.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import other_meaning as other
import same_meaning as same
from wordings import Change, choice, names_of, persons_of

from sinotech.claims.session import Session

HOLD, MUST_CHANGE = "hold", "change"
DECIDED = frozenset(("supported", "contradicted", "conflicting", "outdated"))


@dataclass(frozen=True, slots=True)
class Way:
    """A way to make a variant of a claim: of which kind, and what it must do.

    *but* are kinds of cases (``hedge-weaker``) of which it may make what is true.
    """

    kind: str
    must: str
    change: Change
    but: frozenset[str] = frozenset()


_WEAK = frozenset(("hedge-weaker",))

WAYS = (
    Way("attribution tail", HOLD, same.said_by_officials),
    Way("attribution tail", HOLD, same.by_a_statement),
    Way("attribution front", HOLD, same.officials_said),
    Way("title", HOLD, same.prof),
    Way("title", HOLD, same.doctor),
    Way("title", HOLD, same.mister),
    Way("province", HOLD, same.with_province),
    Way("province", HOLD, same.with_province_word),
    Way("footnote mark", HOLD, same.noted),
    Way("footnote mark", HOLD, same.numbered_note),
    Way("footnote mark", HOLD, same.raised_note),
    Way("list number", HOLD, same.listed),
    Way("opening adverbial", HOLD, same.meanwhile),
    Way("opening adverbial", HOLD, same.in_addition),
    Way("spelling", HOLD, same.british),
    Way("spelling", HOLD, same.american),
    Way("contraction", HOLD, same.contracted),
    Way("contraction", HOLD, same.written_out),
    Way("digits for words", HOLD, same.in_digits),
    Way("words for digits", HOLD, same.in_letters),
    Way("source in brackets", HOLD, same.cited),
    Way("hyphen at line end", HOLD, same.cut_at_a_line),
    Way("curly quotes", HOLD, same.curly),
    Way("headline capitals", HOLD, same.headline),
    Way("voice", HOLD, same.passive),
    Way("voice", HOLD, same.active),
    Way("names exchanged", MUST_CHANGE, other.names_exchanged),
    Way("names exchanged", MUST_CHANGE, other.others_exchanged),
    Way("verb unrelated", MUST_CHANGE, other.verb_unrelated),
    Way("verb opposite", MUST_CHANGE, other.verb_opposite),
    Way("word opposite", MUST_CHANGE, other.word_opposite),
    Way("bound turned", MUST_CHANGE, other.bound_turned),
    Way("number up", MUST_CHANGE, other.number_up, _WEAK),
    Way("number down", MUST_CHANGE, other.number_down, _WEAK),
    Way("percent", MUST_CHANGE, other.percent_up, _WEAK),
    Way("percent", MUST_CHANGE, other.percent_down, _WEAK),
    Way("ordinal", MUST_CHANGE, other.ordinal_changed),
    Way("numbers exchanged", MUST_CHANGE, other.numbers_exchanged),
    Way("date: year", MUST_CHANGE, other.year_changed),
    Way("date: month", MUST_CHANGE, other.month_changed),
    Way("date: day", MUST_CHANGE, other.day_changed),
    Way("place", MUST_CHANGE, other.place_replaced),
    Way("person", MUST_CHANGE, other.person_replaced),
    Way("negated", MUST_CHANGE, other.is_not),
    Way("negated", MUST_CHANGE, other.has_never),
    Way("negated", MUST_CHANGE, other.did_not),
    Way("it is false that", MUST_CHANGE, other.false_that),
    Way("it is false that", MUST_CHANGE, other.myth_that),
    Way("it is false that", MUST_CHANGE, other.not_true_that),
    Way("only", MUST_CHANGE, other.only),
    Way("all", MUST_CHANGE, other.all_of_them),
    Way("none", MUST_CHANGE, other.none_of_them),
    Way("planned for done", MUST_CHANGE, other.planned),
    Way("done for planned", MUST_CHANGE, other.done),
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A claim that is judged rightly: its verdict, the kind of case, its day."""

    claim: str
    verdict: str
    kind: str = ""
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A variant of a claim, and how it was made."""

    way: Way
    seed: Seed
    text: str


def variants(session: Session, seeds: Iterable[Seed]) -> Iterator[Variant]:
    """Yield the variants of *seeds*.

    What must change is made of supported claims alone. Of a claim that nothing is found
    of, a kind gives one variant: they seldom change, and take as long.
    """
    persons = persons_of(session)
    for seed in seeds:
        names = names_of(session, seed.claim, persons)
        made: dict[str, list[Variant]] = {}
        for way in WAYS:
            if way.must == MUST_CHANGE and seed.verdict != "supported":
                continue
            text = None if seed.kind in way.but else way.change(seed.claim, names)
            if text and text != seed.claim:
                made.setdefault(way.kind, []).append(Variant(way, seed, text))
        for some in made.values():
            yield from some if seed.verdict in DECIDED else [choice(seed.claim, some)]


def is_right(said: str, expected: str) -> bool:
    """Whether a verdict is the one expected; *undecided* decides nothing either."""
    return said == expected or (said, expected) == ("undecided", "not_found")


def holds(variant: Variant, said: str) -> bool:
    """Whether a variant is judged as it must be."""
    if variant.way.must == MUST_CHANGE:
        return said != "supported"
    nothing = {"not_found", "undecided"}
    return said == variant.seed.verdict or {said, variant.seed.verdict} <= nothing
