"""How one record stands to a part of a claim: an outcome for each aspect."""

from functools import partial

from sinotech.claims import settings
from sinotech.claims.compare.act import compare_act
from sinotech.claims.compare.date import compare_date
from sinotech.claims.compare.matter import compare_matter, shares_of
from sinotech.claims.compare.outcome import MISSING, SILENT, Outcome
from sinotech.claims.compare.party import compare_parties
from sinotech.claims.compare.place import compare_host, compare_places
from sinotech.claims.compare.polarity import adverse_to, polarity_of
from sinotech.claims.compare.quantity import compare_quantity
from sinotech.claims.compare.scope import compare_strength
from sinotech.claims.compare.speaker import compare_speaker
from sinotech.claims.compare.status import compare_modality, compare_status
from sinotech.claims.match import Asked, Match
from sinotech.claims.relation import relation_of
from sinotech.claims.totals import compare_total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Unit


def match_record(asked: Asked, evidence: "Evidence") -> Match:
    """Return how *evidence* stands to what is *asked*.

    What it speaks of comes first: a record that holds too little of the claim settles
    nothing, so all else is compared only when somebody asks for it.
    """
    units = asked.units
    shares = shares_of(units, evidence)
    absent = [unit for at, unit in asked.named if shares[at] <= settings.HALF]
    where, placed = compare_places(
        asked.places, units, shares, evidence, asked.words.chains
    )
    absent = [unit for unit in absent if unit not in placed]
    party, place, apart = compare_parties(
        units, absent, asked.sentence, evidence, asked.words.names_of
    )
    place = where if where.relation != SILENT else place
    if asked.host and place.relation == SILENT:
        chains = asked.words.chains(evidence)
        place = compare_host(asked.host, chains, asked.words.names_of) or place
    matter, missing = compare_matter(units, shares, apart | placed)
    turned, crossed, unclear = _turned(asked, evidence, missing)
    if turned:
        apart |= set(turned)
        matter, missing = compare_matter(units, shares, apart | placed)
    named = (party, place)
    polarity = partial(
        polarity_of, asked.sentence, evidence, turned, crossed=crossed, unclear=unclear
    )
    compare = partial(_compare, asked, evidence, named, polarity, matter)
    match = Match(evidence, matter.score, named, compare)
    match.units, match.missing, match.apart = units, missing, apart
    if asked.counted:
        match.quantity, match.counted = asked.quantity, asked.counted.units
    match.turned = bool(turned)
    if matter.score >= settings.TOGETHER and MISSING not in {
        outcome.relation for outcome in named
    }:
        match.relation = relation_of(asked, match)
    return match


def _turned(
    asked: Asked, evidence: "Evidence", missing: "Sequence[Unit]"
) -> "tuple[list[Unit], bool, bool]":
    """Return the units that the record says the opposite of, and how far that goes.

    That is whether one denies the opposite of what the other says, so that they agree,
    and whether it is unclear, since one denies and the other calls something bad.
    """
    core = evidence.features.core
    turned = [u for u in missing if u in asked.opposites and asked.opposites[u] & core]
    denied = asked.sentence.negated != evidence.features.negated
    adverse = adverse_to(asked.adverse, evidence)
    if asked.sentence.negated and evidence.features.negated and adverse:
        return turned, False, not turned  # what both deny may be called bad in one
    if not denied:
        return [*turned, *(u for u in adverse if u not in turned)], False, False
    held = any(unit not in missing for unit in adverse)
    crossed = bool(turned) and not held
    unclear = any(unit in missing for unit in adverse)
    return [] if crossed else turned, crossed, unclear


def _compare(
    asked: Asked,
    evidence: "Evidence",
    named: "Sequence[Outcome]",
    polarity: "Callable[[], Outcome]",
    matter: Outcome,
) -> list[Outcome]:
    """Return all outcomes, those that are known already among them."""
    sentence = asked.sentence
    outcomes = [
        *named,
        compare_date(sentence.times, evidence),
        compare_speaker(sentence, evidence, asked.words.voices),
        compare_act(asked.acts, sentence.units, evidence, worded=not asked.short),
        compare_status(sentence, evidence),
        compare_modality(sentence, evidence),
        compare_strength(asked.strength, evidence),
    ]
    if asked.counted:
        outcomes.append(compare_quantity(asked.counted, evidence))
    if asked.adding and (total := compare_total(asked.adding, evidence)):
        outcomes.append(total)
    return [*outcomes, polarity(), matter]
