"""Comparators of dates, parties, places, speakers, polarity, status and scope."""

from sinotech.claims.comparing import (
    DIFFERS,
    MISSING,
    OPEN,
    SAME,
    SILENT,
    Outcome,
    holds,
)
from sinotech.claims.reading import follows_place_word
from sinotech.claims.settings import CHINA
from sinotech.prose.grammar import (
    ATTRIBUTING,
    DENIALS,
    FUNCTION_WORDS,
    MODALS,
    NEGATIONS,
    TITLES,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.times import Time
    from sinotech.query.records import Document

_FINISHED = frozenset(
    "completed complete completion finished concluded ended inaugurated".split()
)
"""Words of a record that say that something is at an end."""


_NO_DATE = Outcome("date", SILENT, 1.0, "")
_NO_PARTY = Outcome("party", SILENT, 1.0, "")
_NO_PLACE = Outcome("place", SILENT, 1.0, "")
_NO_SPEAKER = Outcome("speaker", SILENT, 1.0, "")
_NO_STATUS = Outcome("status", SILENT, 1.0, "")
_SAME_STATUS = Outcome("status", SAME, 1.0, "")
SAME_POLARITY = Outcome("polarity", SAME, 1.0, "")


def compare_date(times: "Sequence[Time]", evidence: "Evidence") -> Outcome:
    """Compare the dates of the claim with those that the record is of, or states."""
    if not times:
        return _NO_DATE
    worst = Outcome("date", SAME, 1.0, "")
    for time in times:
        outcome = _one_date(time, evidence)
        if _gravity(outcome) > _gravity(worst) or not worst.reason:
            worst = outcome
    return worst


_BEGUN = frozenset(("since", "after"))


def _gravity(outcome: Outcome) -> int:
    return (SAME, SILENT, OPEN, MISSING, DIFFERS).index(outcome.relation)


def _one_date(time: "Time", evidence: "Evidence") -> Outcome:  # noqa: PLR0911
    if not time.earliest:
        reason = f"“{time.text}” is not read without --as-of"
        return Outcome("date", MISSING, 0.0, reason)
    spans = evidence.features.dates
    if evidence.kind == "event":
        spans = spans[: evidence.features.own]
    if not spans:
        return Outcome(
            "date", MISSING, 0.0, f"the record gives no date for “{time.text}”"
        )
    long = [s for s in spans if s[0][:4] < s[1][:4]]
    if time.relation == "in" and time.earliest[:4] < time.latest[:4] and long:
        same = any(
            s[0][:4] == time.earliest[:4] and s[1][:4] == time.latest[:4] for s in long
        )
        relations = [SAME if same else DIFFERS]
        spans = long
    else:
        relations = [_dates(time, *_yearless(time, *span)) for span in spans]
    if evidence.kind in {"event", "program"} and time.relation in _BEGUN:
        relations = [DIFFERS if r == OPEN else r for r in relations]
    if SAME in relations and DIFFERS in relations and evidence.kind == "program":
        reason = "the record has several dates, of different steps"
        return Outcome("date", OPEN, 0.5, reason)
    if SAME in relations:
        return Outcome("date", SAME, 1.0, f"“{time.text}” is what the record says")
    if OPEN in relations:
        reason = f"the record does not say whether it counts “{time.text}”"
        return Outcome("date", OPEN, 0.5, reason)
    if MISSING in relations:
        return Outcome(
            "date", MISSING, 0.3, f"the record's date is wider than “{time.text}”"
        )
    first = spans[0]
    shown = first[0] if first[0] == first[1] else f"{first[0]} to {first[1]}"
    return Outcome("date", DIFFERS, 0.0, f"the record is of {shown}, not “{time.text}”")


def _yearless(time: "Time", earliest: str, latest: str) -> tuple[str, str]:
    """Return days without their year, if the claim or the record gives none."""
    if time.earliest.startswith("XXXX"):
        if earliest[:7] == latest[:7]:
            return f"XXXX{earliest[4:]}", f"XXXX{latest[4:]}"
        return "XXXX-01-01", "XXXX-12-31"
    if earliest.startswith("XXXX"):
        return f"{time.earliest[:4]}{earliest[4:]}", f"{time.latest[:4]}{latest[4:]}"
    return earliest, latest


def _dates(time: "Time", earliest: str, latest: str) -> str:  # noqa: PLR0911
    """Return how a date of the claim stands to a period of the record."""
    if time.relation in {"by", "until", "before"}:
        if earliest <= time.latest <= latest or time.earliest <= latest <= time.latest:
            return SAME
        return DIFFERS if earliest > time.latest else MISSING
    if time.relation in {"since", "after"}:
        if time.earliest <= earliest <= time.latest:
            return SAME
        return OPEN if latest >= time.earliest else DIFFERS
    if time.earliest <= earliest and latest <= time.latest:
        return SAME
    if earliest <= time.latest and time.earliest <= latest:
        spans = time.latest[:4] > time.earliest[:4] and latest[:4] > earliest[:4]
        return DIFFERS if spans else MISSING
    return DIFFERS


def named_among(units: "Sequence[Unit]") -> "list[tuple[int, Unit]]":
    """Return those of *units* that are names, but not China's, and their places."""
    return [
        (at, unit)
        for at, unit in enumerate(units)
        if (unit.proper or unit.mention) and not is_china(unit)
    ]


def compare_parties(
    units: "Sequence[Unit]",
    absent: "Sequence[Unit]",
    sentence: "Sentence",
    evidence: "Evidence",
) -> "tuple[Outcome, Outcome, set[Unit]]":
    """Compare the names of the claim with those of the record, and its places.

    *absent* are the names among *units* that the record does not hold. Returns the
    outcome for parties, that for places, and the units that differ.
    """
    party, place = _NO_PARTY, _NO_PLACE
    apart: set[Unit] = set()
    if not absent:
        return party, place, apart
    mentioned = {id_ for u in units if u.mention for id_ in u.mention.ids}
    anchored = bool(sentence.times) or any(_is_anchor(u, evidence) for u in units)
    where = evidence.place if anchored else ""
    for unit in absent:
        said = (
            unit.mention
            and "person" in unit.mention.kinds
            and evidence.features.speaker_ids
        )
        rivals = _rivals(unit, evidence, mentioned) if anchored or said else set()
        if len(rivals) > 1 and not (sentence.times or _is_town(unit)):
            rivals = set()  # where several countries are named, one more may be, too
        country = unit.mention and "country" in unit.mention.kinds
        if where and country and _is_place(unit, sentence):
            reason = f"it was in {where}, not {unit.text}"
            place = Outcome("place", DIFFERS, 0.0, reason)
            apart.add(unit)
        elif rivals:
            named = ", ".join(sorted(rivals))
            reason = f"the record names {named}, not {unit.text}"
            party = Outcome("party", DIFFERS, 0.0, reason)
            apart.add(unit)
        elif unit.mention:
            reason = f"the record does not name {unit.text}"
            party = Outcome("party", MISSING, 0.0, reason)
            apart.add(unit)
    return party, place, apart


def _is_town(unit: "Unit") -> bool:
    """Whether *unit* is the name of no country, so that it may be a place in China."""
    return unit.mention is None or "country" not in unit.mention.kinds


def is_china(unit: "Unit") -> bool:
    """Whether *unit* is a name of China, which tells nothing here."""
    return unit.mention is not None and CHINA in unit.mention.ids


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


_WRITERS = frozenset(
    """articl post blog blogger commentari comment piec column columnist
    report paper newspap author writer comment reporter staff daili text
    stori essai opinion journalist public observ commentat observer page
    sourc edit editori contributor""".split()
)
"""Stems of words for whoever wrote the text, or for the text."""


def compare_speaker(  # noqa: PLR0911
    sentence: "Sentence",
    evidence: "Evidence",
    voices: "Callable[[Document], frozenset[str]]",
) -> Outcome:
    """Compare who is made to say it with who says it.

    *voices* returns the stems of the names of those who write what a record cites.
    """
    span = sentence.speaker
    if not span:
        return _NO_SPEAKER
    named = [m for m in sentence.mentions if m.first in span and not m.name.islower()]
    ids = {id_ for m in named for id_ in m.ids} - {CHINA}
    stems = {
        sentence.stems[at]
        for at in span
        if sentence.tokens[at].is_capital
        and (at or sentence.tokens[at].text.isupper() or ids)
        and sentence.stems[at]
        and sentence.tokens[at].word not in FUNCTION_WORDS | TITLES | ATTRIBUTING
    }
    name = sentence.within(span.start, span.stop - 1)
    persons = {
        id_
        for m in sentence.mentions
        if m.first in span and "person" in m.kinds
        for id_ in m.ids
    }
    if persons:  # their country or body is not who says it
        ids, stems = persons, stems if persons & evidence.about else set()
    if ids & evidence.alone.speaker_ids or (stems and stems & evidence.alone.speaker):
        return Outcome(
            "speaker", SAME, 1.0, "the speaker is the one that the record names"
        )
    if ids & evidence.about or (
        stems and stems <= evidence.alone.stems | evidence.alone.linked
    ):
        return Outcome(
            "speaker", SAME, 0.8, "the record is about the one who is said to say it"
        )
    if not ids and not stems:
        return Outcome("speaker", SAME, 0.6, f"“{name}” names nobody")
    written = {
        sentence.stems[at]
        for m in sentence.mentions
        if m.first in span and m.ids & persons
        for at in range(m.first, m.last + 1)
    }
    if (written or stems) <= voices(evidence.doc) | _WRITERS:
        return Outcome("speaker", SAME, 0.7, "the text that says so is its own")
    known = any(m.kinds & {"person", "organization"} for m in named)
    if known and evidence.alone.speaker_ids:
        who = evidence.doc["speaker"]["name"]
        return Outcome("speaker", DIFFERS, 0.0, f"{who} says so, not “{name}”")
    return Outcome("speaker", MISSING, 0.0, f"the record does not say that “{name}”")


_DENYING = frozenset("rejecting refusing denying excluding declining rejection".split())


def compare_polarity(sentence: "Sentence", evidence: "Evidence") -> Outcome:
    """Compare whether each says that it is so."""
    if _denials(sentence) & evidence.features.core:
        if not sentence.negated:  # does not reject what the record says is rejected
            reason = "the claim denies what the other says"
            return Outcome("polarity", DIFFERS, 0.0, reason)
        reason = "both deny something, maybe not the same"
        return Outcome("polarity", OPEN, 0.5, reason)
    words = evidence.features.words
    if "against" in {t.word for t in sentence.tokens} and "against" not in words:
        return Outcome("polarity", OPEN, 0.3, "the record does not say “against”")
    if sentence.negated == evidence.features.negated or sentence.contrasts:
        return SAME_POLARITY
    denying = NEGATIONS | _DENYING
    if not (evidence.features.negated or denying.isdisjoint(words)):
        reason = "the record denies something, maybe not the same"
        return Outcome("polarity", OPEN, 0.5, reason)
    who = "the claim" if sentence.negated else "the record"
    return Outcome("polarity", DIFFERS, 0.0, f"{who} denies what the other says")


def _denials(sentence: "Sentence") -> set[str]:
    """Return the stems of verbs that deny something: ``rejects``."""
    words = zip(sentence.tokens, sentence.stems, strict=True)
    return {stem for token, stem in words if token.word in DENIALS}


_POSSIBLE = frozenset("might could would".split())
"""Stems of words by which a record's own statement says what may be."""


def compare_modality(sentence: "Sentence", evidence: "Evidence") -> Outcome:
    """Compare whether each says what is, or only what may be."""
    possible = not MODALS.isdisjoint(evidence.features.words)
    if sentence.modal and not possible:
        reason = f"the record does not say what “{sentence.modal}” says"
        return Outcome("status", OPEN, 0.3, reason)
    if not (sentence.modal or _POSSIBLE.isdisjoint(evidence.features.core)):
        reason = "the record says only that it may be so"
        return Outcome("status", OPEN, 0.3, reason)
    return _NO_STATUS


_AGREED = frozenset("agreed agrees agree pledged promised renewed resolved".split())
_RUNNING = frozenset("oper run function".split())


def compare_status(sentence: "Sentence", evidence: "Evidence") -> Outcome:
    """Compare how far it has come."""
    if evidence.features.status == "planned" and sentence.status in {
        "done",
        "underway",
    }:
        return Outcome(
            "status", DIFFERS, 0.0, "the source speaks of it as planned only"
        )
    if evidence.kind == "figure" and sentence.status == "planned":
        return Outcome("status", MISSING, 0.0, "the number is of what is, not of plans")
    if evidence.features.status == "done" and sentence.status == "planned":
        sure = not _AGREED.isdisjoint(token.word for token in sentence.tokens)
        relation = OPEN if sure else DIFFERS
        return Outcome("status", relation, 0.0, "the source speaks of it as done")
    if sentence.runs and _RUNNING.isdisjoint(evidence.features.said):
        reason = "the record does not say that it is in operation"
        return Outcome("status", OPEN, 0.3, reason)
    if sentence.finished and not _FINISHED & evidence.features.words:
        return Outcome(
            "status", OPEN, 0.3, "the record does not say that it is finished"
        )
    return _SAME_STATUS if sentence.status else _NO_STATUS
