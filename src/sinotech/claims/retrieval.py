"""Which records may bear on a part of a claim: by words, and by what they are about."""

from sinotech.claims.settings import (
    CANDIDATES,
    CHINA,
    COUNTED_APART,
    FIGURES,
    PLAIN_TERMS,
    TERMS,
)
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.noun import window
from sinotech.query import evidence as query
from sinotech.query.ranking import RankingQuery

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.claims.session import Session


def find_candidates(
    sentence: "Sentence", session: "Session", most: int = CANDIDATES
) -> "tuple[list[Evidence], list[str]]":
    """Return the records that may bear on *sentence*, and ids in the order of rank.

    *most* is how many the plain words of the claim alone may find; only those are
    ranked, by BM25. Other words for the same find more, and so do the
    names in the claim.
    """
    ranked, *others = query.find_candidates(
        session.store, list(_wanted(sentence, session, most))
    )
    found = dict.fromkeys(number for some in (ranked, *others) for number in some)
    if targets := _targets(sentence):
        found.update(dict.fromkeys(query.find_own(session.store, targets)))
        linked = query.find_linked(session.store, targets, CANDIDATES)
        found.update(dict.fromkeys(linked))
    evidence = session.numbered(list(found)[: most + CANDIDATES])
    ids = {one.number: one.id for one in evidence}
    return evidence, [ids[number] for number in ranked if number in ids]


def rank_all(text: str, session: "Session", most: int) -> list[str]:
    """Return the ids of records that share the words of all of *text*, by rank."""
    wanted = RankingQuery(_plain(session.read(text)), most, query.EVIDENCE_KINDS)
    numbers = query.find_candidates(session.store, [wanted])[0]
    return [one.id for one in session.numbered(numbers)]


def _plain(sentence: "Sentence") -> list[str]:
    """Return the words of a claim as they stand."""
    told = dict.fromkeys(
        token.text
        for token in sentence.tokens
        if token.kind in {"word", "number"} and token.word not in FUNCTION_WORDS
    )
    return list(told)[:PLAIN_TERMS]


def _wanted(
    sentence: "Sentence", session: "Session", most: int
) -> "Iterable[RankingQuery]":
    """Yield what the index is asked for: plain words, their meanings, what is counted.

    Figures are looked for by what is counted, whatever else the claim says.
    """
    yield RankingQuery(_plain(sentence), most, query.EVIDENCE_KINDS)
    yield _meant(sentence.units, session, CANDIDATES, query.EVIDENCE_KINDS)
    for quantity in sentence.quantities[:COUNTED_APART]:
        span = window(sentence.tokens, quantity, sentence.text)
        counted = [unit for unit in sentence.units if unit.first in span]
        yield _meant(counted or sentence.units, session, FIGURES, ("figure",))


def _targets(sentence: "Sentence") -> list[str]:
    ids = {id_ for m in sentence.mentions for id_ in m.ids}
    return sorted(ids - {CHINA})


def _meant(
    units: "Sequence[Unit]", session: "Session", limit: int, kinds: "Sequence[str]"
) -> RankingQuery:
    """Return what the index is asked for: the units' words, others for the same."""
    heaviest = sorted(units, key=lambda unit: -unit.weight)[:TERMS]
    concepts = {concept for unit in heaviest for concept in unit.concepts}
    meanings = query.find_meanings(session.store, concepts)
    said: dict[str, None] = {}
    terms: dict[str, None] = {}
    for unit in heaviest:
        own = dict.fromkeys(unit.text.split())
        said.update(own)
        terms.update(own)
        for concept in sorted(unit.concepts):
            terms.update(dict.fromkeys(meanings.get(concept, ())))
    return RankingQuery(
        list(terms), limit, kinds, list(said), sorted(meanings), ranked=False
    )
