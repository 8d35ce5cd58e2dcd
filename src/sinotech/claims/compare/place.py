"""Where a claim says that it was, and where the record says so."""

from functools import partial

from sinotech.claims import settings
from sinotech.claims.compare.outcome import DIFFERS, OPEN, SAME, SILENT, Outcome
from sinotech.claims.places import contains, differ

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.places import Place
    from sinotech.claims.reading import Sentence, Unit


def compare_places(
    places: "Sequence[Place]",
    units: "Sequence[Unit]",
    shares: "Sequence[float]",
    evidence: "Evidence",
    chains_of: "Callable[[Evidence], frozenset[tuple[str, ...]]]",
) -> "tuple[Outcome, set[Unit]]":
    """Compare where the claim says that it was with where the record says so.

    A city lies in its province, and in its country. Returns the outcome, and the units
    that are told by it. *chains_of* returns the places of a record, each with those
    that it lies in.
    """
    worst = _NO_PLACE
    placed: set[Unit] = set()
    if not places:
        return worst, placed
    held = _held_beside(places, units, shares)
    for place in places if held >= settings.HALF else ():
        inside = {u for u in units if place.first <= u.first and u.last <= place.last}
        chains = chains_of(evidence)
        if any(contains(a, b) for a in place.chains for b in chains):
            placed |= inside
            if worst.relation == SILENT:
                worst = Outcome(
                    "place", SAME, 1.0, f"the record says that it was in {place.name}"
                )
        elif any(contains(b, a) for a in place.chains for b in chains):
            placed |= inside
            reason = f"the record does not say whether it was in {place.name}"
            worst = Outcome("place", OPEN, 0.3, reason)
        elif chains and differ(place.chains, chains):
            placed |= {u for u in units if place.site <= u.first <= place.last}
            there = " or ".join(sorted({chain[0] for chain in chains})).title()
            there = evidence.place or there
            reason = f"the record says that it was in {there}, not in {place.name}"
            worst = Outcome("place", DIFFERS, 0.0, reason)
    return worst, placed


_NO_PLACE = Outcome("place", SILENT, 1.0, "")


_HOSTING = frozenset("host hosts hosted hosting".split())
_HELD = frozenset("held convened staged place".split())
_TO_HOST = 4
"""Words between a host and the verb, at most: ``China is due to host``."""


def host_of(sentence: "Sentence") -> frozenset[str]:
    """Return the ids of the country that *sentence* says is the host; maybe none.

    That something was held in a country makes it the host, too.
    """
    words = [token.word for token in sentence.tokens]
    lands = [one for one in sentence.mentions if "country" in one.kinds]
    for at, word in enumerate(words):
        for one in lands:
            before = word in _HOSTING and 0 < at - one.last <= _TO_HOST
            after = word in _HELD and one.first == at + 2 and words[at + 1] == "in"
            if before or after:
                return one.ids
    return frozenset()


def compare_host(
    host: frozenset[str],
    chains: "frozenset[tuple[str, ...]]",
    names_of: "Callable[[Iterable[str]], str]",
    place: Outcome,
) -> Outcome:
    """Compare a claim's host with the countries in which a record's places lie.

    Where they are others, and the *place* that the claim names is the record's, it is
    open who is right: a country may be host abroad.
    """
    lands = {chain[-1] for chain in chains if len(chain) > 1}
    if not lands or host & lands or place.relation not in {SILENT, SAME}:
        return place
    relation = DIFFERS if place.relation == SILENT else OPEN
    return Outcome("place", relation, 0.0, partial(_hosted, lands, names_of))


def _hosted(lands: "set[str]", names_of: "Callable[[Iterable[str]], str]") -> str:
    """Return in words in what countries the record says that it was."""
    return f"the record says that it was in {names_of(lands)}"


def _held_beside(
    places: "Sequence[Place]", units: "Sequence[Unit]", shares: "Sequence[float]"
) -> float:
    """Return the share of a claim, but for places and common words, that is held."""
    taken = {at for one in places for at in range(one.first, one.last + 1)}
    told = [
        share
        for unit, share in zip(units, shares, strict=True)
        if not unit.common and unit.first not in taken
    ]
    return sum(told) / len(told) if told else 0.0
