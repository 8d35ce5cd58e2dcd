"""Where people are from: a claim that gives somebody another country is untrue.

News says it in passing (``Malaysia's Blade Nzimande``), so that no other record speaks
of it, and what else the sentence says may be right.
"""

from sinotech.claims.compare.outcome import DIFFERS, Outcome
from sinotech.claims.findings import Asked, Finding, judge_record
from sinotech.claims.relation import CONTRADICTS
from sinotech.prose.grammar import FINITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.words import Words

_TITLE = 5
"""Words of a title between a country and a name, at most."""


def wrong_origins(sentence: "Sentence", words: "Words") -> "Iterator[Finding]":
    """Yield a finding for each person of *sentence* whom it gives another country."""
    for person in sentence.mentions:
        if "person" not in person.kinds or len(person.ids) != 1:
            continue
        claimed = {id_ for one in _given(sentence, person) for id_ in one.ids}
        if not claimed:
            continue
        record = words.record(min(person.ids)) or {}
        country = record.get("country")
        if not isinstance(country, dict) or country["id"] in claimed:
            continue
        yield _finding(sentence, words, person, f"{country['name']}")


def _finding(
    sentence: "Sentence", words: "Words", person: "Mention", country: str
) -> Finding:
    """Return the person's record as what contradicts *sentence*."""
    evidence = words.evidence_of([min(person.ids)])[0]
    finding = judge_record(Asked(sentence, None, words), evidence)
    reason = f"{person.name} is from {country}"
    finding.outcomes.append(Outcome("party", DIFFERS, 0.0, reason))
    finding.relation = CONTRADICTS
    return finding


def _given(sentence: "Sentence", person: "Mention") -> "Iterator[Mention]":
    """Yield the countries that *sentence* gives a person, before the name or behind."""
    for one in sentence.mentions:
        if "country" not in one.kinds:
            continue
        between = sentence.tokens[one.last + 1 : person.first]
        if one.last < person.first and len(between) <= _TITLE:
            gap = sentence.text[
                sentence.tokens[one.last].end : sentence.tokens[person.first].start
            ]
            plain = not any(t.is_capital or t.owns or t.word in FINITE for t in between)
            if plain and not set(gap) & set(",;:.") and " and " not in gap:
                yield one
        behind = sentence.tokens[person.last + 1 : one.first]
        if one.first > person.last and [t.word for t in behind] in (["of"], ["from"]):
            yield one
        elif (
            one.first > person.last
            and len(behind) == 1
            and behind[0].word in {"a", "an"}
        ):
            yield one  # "Francesco Faiola, an Italian scientist"
