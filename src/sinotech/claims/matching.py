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
from sinotech.claims.match import Assertion, Match
from sinotech.claims.relation import relation_of
from sinotech.claims.totals import compare_total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Unit


def match_record(assertion: Assertion, evidence: "Evidence") -> Match:
    """Return how *evidence* stands to *assertion*.

    What it speaks of comes first: a record that holds too little of the claim settles
    nothing, so all else is compared only when somebody asks for it.
    """
    units = assertion.units
    shares = shares_of(units, evidence)
    absent = [unit for at, unit in assertion.named if shares[at] <= settings.HALF]
    where, placed = compare_places(
        assertion.places, units, shares, evidence, assertion.session.chains
    )
    absent = [unit for unit in absent if unit not in placed]
    party, place, apart = compare_parties(
        units, absent, assertion.sentence, evidence, assertion.session.names_of
    )
    place = where if where.relation != SILENT else place
    if assertion.host:
        chains = assertion.session.chains(evidence)
        place = compare_host(assertion.host, chains, assertion.session.names_of, place)
    matter, missing = compare_matter(units, shares, apart | placed)
    turned, crossed, unclear = _turned(assertion, evidence, missing)
    if turned:
        apart |= set(turned)
        matter, missing = compare_matter(units, shares, apart | placed)
    named = (party, place)
    polarity = partial(
        polarity_of,
        assertion.sentence,
        evidence,
        turned,
        crossed=crossed,
        unclear=unclear,
    )
    compare = partial(_compare, assertion, evidence, named, polarity, matter)
    match = Match(evidence, matter.score, named, compare)
    match.units, match.missing, match.apart = units, missing, apart
    if assertion.counted:
        match.quantity, match.counted = assertion.quantity, assertion.counted.units
    match.turned = bool(turned)
    if matter.score >= settings.TOGETHER and MISSING not in {
        outcome.relation for outcome in named
    }:
        match.relation = relation_of(assertion, match)
    return match


def _turned(
    assertion: Assertion, evidence: "Evidence", missing: "Sequence[Unit]"
) -> "tuple[list[Unit], bool, bool]":
    """Return the units that the record says the opposite of, and how far that goes.

    That is whether one denies the opposite of what the other says, so that they agree,
    and whether it is unclear, since one denies and the other calls something bad.
    """
    core = evidence.features.core
    turned = [
        u for u in missing if u in assertion.opposites and assertion.opposites[u] & core
    ]
    denied = assertion.sentence.negated != evidence.features.negated
    adverse = adverse_to(assertion.adverse, evidence)
    if assertion.sentence.negated and evidence.features.negated and adverse:
        return turned, False, not turned  # what both deny may be called bad in one
    if not denied:
        return [*turned, *(u for u in adverse if u not in turned)], False, False
    held = any(unit not in missing for unit in adverse)
    crossed = bool(turned) and not held
    unclear = any(unit in missing for unit in adverse)
    return [] if crossed else turned, crossed, unclear


def _compare(
    assertion: Assertion,
    evidence: "Evidence",
    named: "Sequence[Outcome]",
    polarity: "Callable[[], Outcome]",
    matter: Outcome,
) -> list[Outcome]:
    """Return all outcomes, those that are known already among them."""
    sentence = assertion.sentence
    outcomes = [
        *named,
        compare_date(sentence.times, evidence),
        compare_speaker(sentence, evidence, assertion.session.voices),
        compare_act(
            assertion.acts, sentence.units, evidence, worded=not assertion.short
        ),
        compare_status(sentence, evidence),
        compare_modality(sentence, evidence),
        compare_strength(assertion.strength, evidence),
    ]
    if assertion.counted:
        outcomes.append(compare_quantity(assertion.counted, evidence))
    if assertion.adding and (total := compare_total(assertion.adding, evidence)):
        outcomes.append(total)
    return [*outcomes, polarity(), matter]
