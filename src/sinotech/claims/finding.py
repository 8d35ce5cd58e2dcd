"""Which records may bear on a part of a claim: by words, and by what they are about."""

from sinotech.claims.settings import (
    CANDIDATES,
    COUNTED_APART,
    FIGURES,
    PLAIN_TERMS,
    TERMS,
)
from sinotech.claims.words import CHINA
from sinotech.prose.grammar import FUNCTION_WORDS
from sinotech.prose.noun import window
from sinotech.query import evidence as query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.claims.words import Words


def find_candidates(
    sentence: "Sentence", words: "Words", most: int = CANDIDATES
) -> "tuple[list[Evidence], list[str]]":
    """Return the records that may bear on *sentence*, and ids in the order of rank.

    *most* is how many the plain words of the claim alone may find; only those are
    ranked, by BM25. Other words for the same find more, and so do the
    names in the claim.
    """
    plain = _plain(sentence)
    ranked = query.find_candidates(words.store, plain, most) if plain else []
    found = dict.fromkeys(number for number, _ in ranked)
    if terms := _terms(sentence.units, words):
        hits = query.find_candidates(words.store, terms, CANDIDATES)
        found.update(dict.fromkeys(number for number, _ in hits))
    found.update(dict.fromkeys(_figures(sentence, words)))
    if targets := _targets(sentence):
        found.update(dict.fromkeys(query.find_own(words.store, targets)))
        linked = query.find_linked(words.store, targets, CANDIDATES)
        found.update(dict.fromkeys(linked))
    evidence = words.numbered(list(found)[: most + CANDIDATES])
    ids = {one.number: one.id for one in evidence}
    return evidence, [ids[number] for number, _ in ranked if number in ids]


def _plain(sentence: "Sentence") -> list[str]:
    """Return the words of a claim as they stand."""
    told = dict.fromkeys(
        token.text
        for token in sentence.tokens
        if token.kind in {"word", "number"} and token.word not in FUNCTION_WORDS
    )
    return list(told)[:PLAIN_TERMS]


def _figures(sentence: "Sentence", words: "Words") -> "Iterable[int]":
    """Yield figures that match what is counted, whatever else the claim says."""
    for quantity in sentence.quantities[:COUNTED_APART]:
        span = window(sentence.tokens, quantity, sentence.text)
        counted = [unit for unit in sentence.units if unit.first in span]
        terms = _terms(counted or sentence.units, words)
        if terms:
            hits = query.find_candidates(words.store, terms, FIGURES, ("figure",))
            yield from (number for number, _ in hits)


def _targets(sentence: "Sentence") -> list[str]:
    ids = {id_ for m in sentence.mentions for id_ in m.ids}
    return sorted(ids - {CHINA})


def _terms(units: "Sequence[Unit]", words: "Words") -> list[str]:
    """Return what the index is asked for: the units' words, others for the same."""
    heaviest = sorted(units, key=lambda unit: -unit.weight)[:TERMS]
    concepts = {concept for unit in heaviest for concept in unit.concepts}
    meanings = query.find_meanings(words.store, concepts)
    terms: dict[str, None] = {}
    for unit in heaviest:
        terms.update(dict.fromkeys(unit.text.split()))
        for concept in sorted(unit.concepts):
            terms.update(dict.fromkeys(meanings.get(concept, ())))
    return list(terms)
