"""Where people and things are from: a claim that gives them another country is untrue.

News says it in passing (``Malaysia's Blade Nzimande``, ``South Africa's FAST``), so
that no other record speaks of it, and what else the sentence says may be right.
"""

from sinotech.claims.compare.outcome import DIFFERS, Outcome
from sinotech.claims.match import CONTRADICTS, Assertion, Match
from sinotech.claims.matching import match_record
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.verbs import FINITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.session import Session

_TITLE = 5
"""Words of a title between a country and a name, at most."""


_HOME = "home country"
"""The role of the country that a facility is of."""

_WITH_HOME = frozenset(("person", "program"))
"""Kinds that have a home. Many a body shares its name with those of other countries:
``Vietnam's Ministry of Science and Technology``."""


def wrong_origins(sentence: "Sentence", session: "Session") -> "Iterator[Match]":
    """Yield a match for each thing of *sentence* that it gives another country."""
    for thing in sentence.mentions:
        if len(thing.ids) != 1 or _WITH_HOME.isdisjoint(thing.kinds):
            continue
        claimed = {id_ for one in _given(sentence, thing) for id_ in one.ids}
        if not claimed:
            continue
        home = _home_of(session.record(min(thing.ids)) or {})
        if home and home["id"] not in claimed:
            yield _finding(sentence, session, thing, home["name"])


def _home_of(record: "dict[str, Any]") -> "dict[str, str] | None":
    """Return the country that a record says somebody or something is from."""
    country = record.get("country")
    if isinstance(country, dict):
        return country
    parts = record.get("participants") or ()
    homes = [part["party"] for part in parts if part["role"] == _HOME]
    return homes[0] if len(homes) == 1 else None


def _finding(
    sentence: "Sentence", session: "Session", thing: "Mention", country: str
) -> Match:
    """Return the record of *thing* as what contradicts *sentence*."""
    evidence = session.evidence_of([min(thing.ids)])[0]
    match = match_record(Assertion(sentence, None, session), evidence)
    from_there = "is from" if "person" in thing.kinds else "is at home in"
    reason = f"{thing.name} {from_there} {country}"
    match.outcomes.append(Outcome("party", DIFFERS, 0.0, reason))
    match.relation = CONTRADICTS
    return match


def _given(sentence: "Sentence", thing: "Mention") -> "Iterator[Mention]":
    """Yield the countries that *sentence* gives a thing, before its name or behind."""
    for one in sentence.mentions:
        if "country" not in one.kinds:
            continue
        if "person" not in thing.kinds:
            is_its = _is_at_name(sentence, one, thing)
        else:
            is_its = _is_of_person(sentence, one, thing)
        if is_its:
            yield one


def _is_at_name(sentence: "Sentence", country: "Mention", thing: "Mention") -> bool:
    """Whether a country stands at a name: ``China's FAST``, ``FAST in China``.

    Not so in ``Kenya's FAST users``, or ``FAST in China's view``.
    """
    tokens = sentence.tokens
    if country.last + 1 == thing.first:
        apart = set(_gap(sentence, country, thing)) & _BREAKS
        return not apart and not _describes(sentence, thing.last + 1)
    behind = [token.word for token in tokens[thing.last + 1 : country.first]]
    whose = tokens[country.last].owns
    return country.first > thing.last and behind == ["in"] and not whose


_FACILITIES = frozenset("telescope telescopes radio dish array facility sky".split())


def _describes(sentence: "Sentence", at: int) -> bool:
    """Whether the name before *at* only says what kind the noun there is of."""
    if at >= len(sentence.tokens):
        return False
    token = sentence.tokens[at]
    gap = sentence.text[sentence.tokens[at - 1].end : token.start]
    told = token.word in FUNCTION_WORDS | FINITE | _FACILITIES
    return not told and not gap.strip()


def _is_of_person(sentence: "Sentence", country: "Mention", person: "Mention") -> bool:
    """Whether a country is a person's: in a title, or right behind the name.

    So is the country of an embassy where the person has a post.
    """
    tokens = sentence.tokens
    between = tokens[country.last + 1 : person.first]
    if country.last < person.first and len(between) <= _TITLE:
        gap = _gap(sentence, country, person)
        plain = not any(t.is_capital or t.owns or t.word in FINITE for t in between)
        return plain and not set(gap) & _BREAKS and " and " not in gap
    if country.first <= person.last:
        return False
    behind = [t.word for t in tokens[person.last + 1 : country.first]]
    if behind in (["of"], ["from"], ["a"], ["an"]):
        return True  # "Francesco Faiola, an Italian scientist"
    sends = tokens[country.last + 1 : country.last + 2]
    return (
        bool(sends)
        and sends[0].word in _EMBASSIES
        and not _POSTS.isdisjoint(behind)
        and behind[-1:] in (["at"], ["in"], ["the"], ["of"])
        and FINITE.isdisjoint(behind[-_TITLE:])
    )


_EMBASSIES = frozenset(("embassy", "consulate"))
_POSTS = frozenset(
    """ambassador attache attaché consul counselor counsellor diplomat minister official
    officer secretary handles serves works responsible charge""".split()
)
"""Words of who works there: a guest is from anywhere."""

_BREAKS = frozenset(",;:.")


def _gap(sentence: "Sentence", one: "Mention", other: "Mention") -> str:
    return sentence.text[
        sentence.tokens[one.last].end : sentence.tokens[other.first].start
    ]
