"""Who and what a claim names, and whom the record names in their place."""

from functools import partial

from sinotech.claims.compare.matter import holds, is_china
from sinotech.claims.compare.outcome import DIFFERS, MISSING, SILENT, Outcome
from sinotech.claims.reading import follows_place_word
from sinotech.claims.settings import CHINA
from sinotech.prose.verbs import AUXILIARIES, FINITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit

    NamesOf = Callable[[Iterable[str]], str]

_NO_PARTY = Outcome("party", SILENT, 1.0, "")


_NO_PLACE = Outcome("place", SILENT, 1.0, "")


def compare_parties(
    units: "Sequence[Unit]",
    absent: "Sequence[Unit]",
    sentence: "Sentence",
    evidence: "Evidence",
    names_of: "NamesOf",
) -> "tuple[Outcome, Outcome, set[Unit]]":
    """Compare the names of the claim with those of the record, and its places.

    *absent* are the names among *units* that the record does not hold. *names_of*
    returns in words what ids stand for. Returns the outcome for parties, that for
    places, and the units that differ.
    """
    party, place = _NO_PARTY, _NO_PLACE
    apart: set[Unit] = set()
    if not absent:
        return (_of_others(units, evidence, names_of) or party), place, apart
    mentioned = {id_ for u in units if u.mention for id_ in u.mention.ids}
    anchored = bool(sentence.times) or any(_is_anchor(u, evidence) for u in units)
    where = evidence.place if anchored else ""
    for unit in absent:
        said = _is_person(unit) and evidence.features.speaker_ids
        rivals = _rivals(unit, evidence, mentioned) if anchored or said else set()
        denied = sentence.denied & evidence.ids
        rivals |= {id_ for id_ in denied if _is_alike(unit, evidence.kinds.get(id_))}
        if not rivals and _is_chinas(unit, units, sentence, evidence):
            rivals = {CHINA}
        if len(rivals) > 1 and not (sentence.times or _is_town(unit)):
            rivals = set()  # where several countries are named, one more may be, too
        country = unit.mention and "country" in unit.mention.kinds
        if where and country and _is_place(unit, sentence):
            reason = f"the record says that it was in {where}, not in {unit.text}"
            place = Outcome("place", DIFFERS, 0.0, reason)
            apart.add(unit)
        elif rivals:
            told = partial(_instead, rivals, unit, names_of)
            party = Outcome("party", DIFFERS, 0.0, told)
            apart.add(unit)
        elif unit.mention:
            reason = f"the record does not name {unit.text}"
            party = Outcome("party", MISSING, 0.0, reason)
            apart.add(unit)
    return party, place, apart


def _is_person(unit: "Unit") -> bool:
    """Whether *unit* names a person."""
    return unit.mention is not None and "person" in unit.mention.kinds


def _is_town(unit: "Unit") -> bool:
    """Whether *unit* is the name of no country, so that it may be a place in China."""
    return unit.mention is None or "country" not in unit.mention.kinds


_THEMSELVES = frozenset(("program", "organization", "person"))
"""Records of which what they are linked to is something else."""


def _is_anchor(unit: "Unit", evidence: "Evidence") -> bool:
    """Whether *unit* names the very thing that the record is about.

    A country or a group is no anchor: what one does with China, another may do too, and
    a group has more members than those of whom something is told.
    """
    if unit.mention:
        kinds = unit.mention.kinds & {"program", "organization", "person"}
        if "group" in unit.mention.kinds:
            return False
        own = {evidence.id} if evidence.kind in _THEMSELVES else evidence.ids
        return bool(kinds and unit.mention.ids & own)
    return unit.proper and holds(evidence, unit) == 1.0


def _is_place(unit: "Unit", sentence: "Sentence") -> bool:
    """Whether *unit* stands where a place does: ``in Chengdu``, ``Chengdu hosted``."""
    if follows_place_word(sentence, unit):
        return True
    following = [t.word for t in sentence.tokens[unit.last + 1 : unit.last + 5]]
    if following[:1] and following[0] in {"hosted", "hosts", "host", "saw"}:
        return True
    return following[:2] == ["is", "where"] or bool(
        {"venue", "site", "home", "host", "location"} & set(following)
    )


_THINGS = frozenset("award awards prize prizes medal order journal".split())
"""Last words of a name that is nobody's."""


def _rivals(unit: "Unit", evidence: "Evidence", mentioned: set[str]) -> set[str]:
    """Return what the record names in the place of *unit*."""
    kinds = frozenset(("organization", "person"))
    if unit.mention:
        kinds = unit.mention.kinds & {"country", "organization", "person", "group"}
    elif unit.text.split()[-1].lower() in _THINGS:
        return set()
    return {
        id_
        for id_, kind in evidence.kinds.items()
        if kind in kinds and id_ != CHINA and id_ not in mentioned
    }


def _is_chinas(
    unit: "Unit", units: "Sequence[Unit]", sentence: "Sentence", evidence: "Evidence"
) -> bool:
    """Whether a claim has another country do, on a day, what China did on that day."""
    country = unit.mention is not None and "country" in unit.mention.kinds
    if not country or not sentence.times or evidence.kind != "event":
        return False
    if "china" not in evidence.features.core:
        return False  # it may be in the record for its links alone
    others = [id_ for id_, kind in evidence.kinds.items() if kind == "country"]
    verb = [token.word for token in sentence.tokens[unit.last + 1 : unit.last + 2]]
    acts = unit.first <= 1 and not (FINITE - AUXILIARIES).isdisjoint(verb)
    return acts and others == [CHINA] and not any(map(is_china, units))


_SUBJECT = 2
"""Words before a subject: ``It was Beijing that``."""


def _of_others(
    units: "Sequence[Unit]", evidence: "Evidence", names_of: "NamesOf"
) -> Outcome | None:
    """Compare China, if a claim names it first, with those the record is about."""
    named = next((u for u in units if u.mention and "country" in u.mention.kinds), None)
    if named is None or not is_china(named) or CHINA in evidence.ids:
        return None
    if named.first > _SUBJECT:
        return None
    others = [id_ for id_, kind in evidence.kinds.items() if kind == "country"]
    if not others:
        return None
    return Outcome("party", MISSING, 0.0, partial(_instead, others, named, names_of))


def _instead(ids: "Iterable[str]", unit: "Unit", names_of: "NamesOf") -> str:
    """Return in words that the record names others in the place of *unit*."""
    return f"the record names {names_of(ids)}, not {unit.text}"


def _is_alike(unit: "Unit", kind: str | None) -> bool:
    """Whether *unit* may stand in the place of something of that *kind*."""
    return unit.proper or (unit.mention is not None and kind in unit.mention.kinds)
