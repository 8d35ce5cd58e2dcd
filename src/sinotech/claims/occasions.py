"""Whether an event of the record set is the very one of which a claim tells.

One thing has many dates: a telescope is built, completed and opened to guests; a summit
is held each year, and each member joins a group on a day of its own. So another date or
place speaks against a claim only where the record tells of the same act, on the same
thing.
"""

from itertools import pairwise

from sinotech.claims.compare.outcome import SAME
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.claims.acts import Act
    from sinotech.claims.evidence import Evidence
    from sinotech.claims.match import Assertion, Match
    from sinotech.claims.reading import Sentence
    from sinotech.query.records import Document

ONCE = frozenset(
    """launch inaugur sign found establish issu announc join adopt open creat unveil
    publish start began begun conclud renew admit enter becam set built build complet
    propos put""".split()
)
"""Stems of verbs for what happens to a thing once."""

MEETING = frozenset(
    """meet forum summit confer session visit expo exposit fair delegat congress
    workshop roundtabl seminar cours train talk deleg""".split()
)
"""Stems of what happens again and again."""

BEGINNING = frozenset(
    "launch inaugur found establish open creat unveil start began begun set".split()
)
"""Stems of verbs for how a thing begins, which are told of the same day."""

_SPANNING = BEGINNING | frozenset("cover run ran span last date".split())
"""Stems of words that tell when what takes years began, or which years it takes."""

_JOINING = frozenset("join enter admit acced becam".split())
"""Stems of verbs by which each member has a day of its own."""

_ARRANGING = frozenset("chosen choos select schedul slate".split())
"""Stems of verbs by which it is settled who does something."""

_AGAIN = frozenset("again another anew further subsequent".split())
"""Words by which a claim tells of one more event."""

_STATES = frozenset("had has have exist exists existed remained".split())
"""Verbs for what goes on, which the day of an event tells nothing of."""

_AUXILIARIES = frozenset("had has have".split())
"""Those of them after which a participle may stand."""

_ARTICLES = frozenset(("a", "an"))
_MAKING = frozenset(
    """signed sign launched launch issued issue held hold led lead opened open set up
    founded established published inaugurated created started unveiled concluded
    announced""".split()
)
"""Verbs whose object with *a* is any of a kind."""

_NAMED, _WHOLE = 0.5, 0.75
"""Share of the words of a name by which a claim means that thing, and by which it does
so with *a* before them (development)."""


def is_that_occasion(match: "Match", assertion: "Assertion") -> bool:
    """Whether the event or program of *match* is what the claim tells of."""
    evidence = match.evidence
    if evidence.kind not in {"event", "program"}:
        return True
    words = [token.word for token in assertion.sentence.tokens]
    named = _share_named(evidence, assertion)
    counts = assertion.quantity is not None and assertion.quantity.unit == "count"
    least = _WHOLE if counts or _is_any(words) else _NAMED
    if not _AGAIN.isdisjoint(words) or named < least:
        return False
    if evidence.kind == "program":
        ordinal = (
            assertion.quantity is not None and assertion.quantity.unit == "ordinal"
        )
        return match.differing != "party" or not (ordinal and meets(evidence))
    return _is_that_act(match, assertion, words)


def is_named(evidence: "Evidence", assertion: "Assertion") -> bool:
    """Whether a claim names what a record is of, or has half of its name."""
    return _share_named(evidence, assertion) >= _NAMED


def is_that_session(match: "Match", assertion: "Assertion") -> bool:
    """Whether what is held again and again is held in the year of the claim.

    Or it is the same session, by its number.
    """
    own = match.evidence.features.dates[: match.evidence.features.own]
    years = {day[:4] for span in own for day in span}
    told = {time.earliest[:4] for time in assertion.sentence.times} - {"", "XXXX"}
    return match.has(SAME, "quantity") or told <= years


def meets(evidence: "Evidence") -> bool:
    """Whether a record is of a meeting or a visit, which happens again."""
    return not MEETING.isdisjoint(evidence.features.core)


def _is_any(words: "Sequence[str]") -> bool:
    """Whether a claim tells of any of a kind: ``A forum``, ``signed an agreement``."""
    pairs = pairwise(["held", *words])
    return any(word in _ARTICLES and verb in _MAKING for verb, word in pairs)


def _is_that_act(
    match: "Match", assertion: "Assertion", words: "Sequence[str]"
) -> bool:
    """Whether a claim tells of the act of an event."""
    evidence, sentence = match.evidence, assertion.sentence
    if not _STATES.isdisjoint(_without_auxiliaries(words)):
        return False
    stems = {stem for stem in sentence.stems if stem}
    if match.differing == "date":
        if _SPANNING.isdisjoint(stems) and _is_day_of_years(sentence, evidence):
            return False
        going = any(time.relation == "since" for time in sentence.times)
        if going and stems.isdisjoint(ONCE | _SPANNING):
            return False  # it may have been so before
        if meets(evidence) and not is_that_session(match, assertion):
            return False
    if not _JOINING.isdisjoint(stems) and not match.has(SAME, "date"):
        return not match.apart and _is_subject(sentence, evidence)
    asked_to = any(_is_asked(act, match, words) for act in assertion.acts)
    return not asked_to and not _is_other_act(match)


def _is_asked(act: "Act", match: "Match", words: "Sequence[str]") -> bool:
    """Whether a claim tells that somebody was asked to do what the record tells of."""
    missing = any(unit.first <= act.at <= unit.last for unit in match.missing)
    leads = words[act.at + 1 : act.at + 2] == ["to"] and act.stem not in _ARRANGING
    return missing and leads


def _is_other_act(match: "Match") -> bool:
    """Whether a claim tells of an act that the record does not have.

    How something begins may be told in any word.
    """
    told = {stem for unit in match.missing for stem in unit.stems} & ONCE
    if not BEGINNING.isdisjoint(match.evidence.features.said):
        told -= BEGINNING
    return bool(told)


def _without_auxiliaries(words: "Sequence[str]") -> "Iterator[str]":
    """Yield *words* without those after which a participle stands: ``has signed``."""
    for word, after in pairwise([*words, ""]):
        participle = after.endswith("ed") or after in {"been", "held", "not", "since"}
        if word not in _AUXILIARIES or not participle:
            yield word


def _is_day_of_years(sentence: "Sentence", evidence: "Evidence") -> bool:
    """Whether a claim tells of a day, or a year, of what takes years."""
    own = evidence.features.dates[: evidence.features.own]
    return any(first[:4] < last[:4] for first, last in own) and all(
        time.earliest[:4] == time.latest[:4] for time in sentence.times
    )


def _is_subject(sentence: "Sentence", evidence: "Evidence") -> bool:
    """Whether the record names the first country of a claim, its subject, itself."""
    lands = [one for one in sentence.mentions if "country" in one.kinds]
    return not lands or not evidence.features.said.isdisjoint(
        stem for stem in sentence.stems[lands[0].first : lands[0].last + 1] if stem
    )


def _share_named(evidence: "Evidence", assertion: "Assertion") -> float:
    """Return the share of the name of what a record is of that a claim has.

    An event is of the program that is no other's parent, of a person, or of a body.
    """
    units = assertion.sentence.units
    ids = [evidence.id] if evidence.kind == "program" else _things(evidence, assertion)
    if not ids or any(u.mention and not u.mention.ids.isdisjoint(ids) for u in units):
        return 1.0
    if evidence.kind == "event" and not evidence.doc["programs"]:
        return 0.0
    record = assertion.session.record(ids[0])
    if record is None:
        return 1.0
    beside = " ".join(_names_beside(evidence, ids[0], assertion))
    names = (record["name"], *record["aliases"])
    least = _NAMED if _is_signed(record, assertion) else 0.0
    return max(least, *(_share(name, beside, assertion) for name in names))


def _things(evidence: "Evidence", assertion: "Assertion") -> list[str]:
    """Return the ids of what an event is of: of its program, or of people and bodies.

    Who joins a group may name either the group or its program.
    """
    doc = evidence.doc
    if not doc["programs"]:
        return [*doc["people"], *doc["organizations"]]
    records = [assertion.session.record(id_) or {} for id_ in doc["programs"]]
    parents = {(one.get("parent") or {}).get("id") for one in records}
    things = [id_ for id_ in doc["programs"] if id_ not in parents][:1]
    return (
        things
        if _JOINING.isdisjoint(assertion.sentence.stems)
        else things + doc["groups"]
    )


def _is_signed(record: "Document", assertion: "Assertion") -> bool:
    """Whether a claim has something signed for the program that an agreement is of."""
    parent = (record.get("parent") or {}).get("id")
    signed = record.get("type") == "agreement" and "sign" in assertion.sentence.stems
    return signed and any(parent in one.ids for one in assertion.sentence.mentions)


def _names_beside(
    evidence: "Evidence", thing: str, assertion: "Assertion"
) -> "Iterable[str]":
    """Yield the names of what else a record is about: groups, countries, parents."""
    for id_, kind in evidence.kinds.items():
        record: Document = assertion.session.record(id_) or {}
        if id_ != thing and kind not in {"event", "person"}:
            yield from (record.get(name) or "" for name in ("name", "abbreviation"))


def _share(name: str, beside: str, assertion: "Assertion") -> float:
    """Return the share of *name*, but for the words *beside*, that a claim has."""
    session = assertion.session
    own = dict.fromkeys(session.stems(tokenise(name)))
    others = {*session.stems(tokenise(beside)), *_SMALL, ""}
    stems = [stem for stem in own if stem not in others]
    said = {stem for stem in assertion.sentence.stems if stem}
    concepts = {c for unit in assertion.sentence.units for c in unit.concepts}
    held = [
        stem in said
        or any(
            not one.own.isdisjoint(concepts) for one in session.lexicon.at([stem], 0)
        )
        for stem in stems
    ]
    return sum(held) / max(len(held), _FEWEST)


_FEWEST = 2
"""Words of a name, at least, by which a thing is told from others of its kind."""

_SMALL = FUNCTION_WORDS | {"china", "chines"}
