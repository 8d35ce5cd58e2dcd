"""What the outcomes of one record come to.

======================  ==========================================================
a record *supports*     if nothing differs or is missing, and it holds enough of what
                        the claim speaks of
a record *contradicts*  if exactly one aspect differs, nothing is missing, and it is
                        about the very same thing in all else
======================  ==========================================================
"""

from sinotech.claims import settings
from sinotech.claims.compare.matter import is_china, share_of_core, shares_of
from sinotech.claims.compare.outcome import DIFFERS, MISSING, OPEN, SAME
from sinotech.claims.compare.status import OFFICES
from sinotech.claims.match import BEARS, CONTRADICTS, SUPPORTS
from sinotech.claims.occasions import (
    BEGINNING,
    ONCE,
    is_named,
    is_that_occasion,
    is_that_session,
    meets,
)
from sinotech.claims.settings import CHINA
from sinotech.naming import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.match import Assertion, Match
    from sinotech.claims.reading import Sentence, Unit
    from sinotech.prose.quantity import Quantity

_STATING = frozenset(("figure", "event", "statement", "program"))
"""Kinds of records that have a statement of their own."""


_THINGS = frozenset(("program", "organization", "person", "group"))
"""Kinds whose records say what a thing is, so that its names alone settle nothing."""


def relation_of(assertion: "Assertion", match: "Match") -> str:
    """Read the table above for one record, given what was asked of it."""
    units, quantity = assertion.units, assertion.quantity
    relations = [outcome.relation for outcome in match.outcomes]
    aspects = {o.aspect for o in match.outcomes if o.relation == DIFFERS}
    differing = len(aspects - {"act"} if "polarity" in aspects else aspects)
    absent = {o.aspect for o in match.outcomes if o.relation == MISSING}
    if absent and not (absent == {"quantity"} and _is_untrue(match, assertion)):
        return BEARS
    if differing > 1:
        return CONTRADICTS if _is_wrong_all_over(match, assertion) else BEARS
    things = quantity is not None and quantity.unit == "count"
    if differing:
        same = _is_same(match, things=things) and not _is_beside(match)
        if match.differing == "party":  # another's name, with nothing said of it
            words = _share_of_words(units, match.missing)
            same = same and words >= settings.PREDICATE
        if quantity is None and _is_weak(match):
            same = same and not _is_less(match, assertion)
        same = same and _is_of_subject(match, assertion)
        return CONTRADICTS if same and _is_sure(match, assertion) else BEARS
    if OPEN in relations or match.unnamed:
        return BEARS
    going = goes_on(assertion.sentence, assertion.sentence.stems, match.evidence)
    going = going or _is_other_end(assertion.sentence, match.evidence)
    if going or _is_dated_beside(match, assertion):
        return BEARS
    less = quantity is None and _is_less(match, assertion)
    less = less or _is_of_office(match, assertion)
    return SUPPORTS if not less and _is_enough(assertion, match) else BEARS


def goes_on(sentence: "Sentence", stems: "Iterable[str]", evidence: "Evidence") -> bool:
    """Whether a claim has something go on since, or until, a day, that happens once.

    What was launched in 2017 was not launched *since* 2017. *stems* are those of the
    English words that *sentence* has, or means.
    """
    ways = {time.relation for time in sentence.times} & {"since", "until"}
    if "since" in ways and any(token.word == "been" for token in sentence.tokens):
        ways.discard("since")
    if not ways or evidence.kind == "figure":
        return False
    return not (ONCE | _HELD - {"host"}).isdisjoint(stems)


def _is_dated_beside(match: "Match", assertion: "Assertion") -> bool:
    """Whether a body that a claim dates is beside a program with such a date."""
    program = match.evidence.kind == "program" and match.has(SAME, "date")
    kinds = {kind for one in assertion.sentence.mentions for kind in one.kinds}
    bodies = "organization" in kinds and "program" not in kinds
    return program and bodies and not is_named(match.evidence, assertion)


def _is_other_end(sentence: "Sentence", evidence: "Evidence") -> bool:
    """Whether a claim has something begin, or be held, on the day that it ends."""
    stems, core = set(sentence.stems), evidence.features.core
    if evidence.kind != "event" or _ENDING.isdisjoint(core) or stems & _ENDING:
        return False
    day = any(time.earliest == time.latest for time in sentence.times)
    return day and not stems.isdisjoint(_HELD | {"open", "begin", "began", "start"})


_ENDING = frozenset("end close conclud finish wrap wind".split())
"""Stems of verbs by which something ends."""


def _is_of_office(match: "Match", assertion: "Assertion") -> bool:
    """Whether the claim has somebody in office do what the record does not say so."""
    spoken = assertion.sentence.speaker
    return any(
        not OFFICES.isdisjoint(unit.plain) and unit.first not in spoken
        for unit in match.missing
    )


def _is_untrue(match: "Match", assertion: "Assertion") -> bool:
    """Whether a claim is untrue, whatever number it gives besides.

    It is of another day or place, or calls something bad that the record does not.
    """
    if match.matter < settings.FULL:
        return False
    share = assertion.quantity is not None and assertion.quantity.unit == "percent"
    if share and not (_names_program(match) or _shared_names(match)):
        return False  # a share of many such things
    bad = bool(match.apart.intersection(assertion.adverse))
    return bad or match.differing in {"date", "place"}


_TRUTH = frozenset(("polarity", "status"))
_CIRCUMSTANCES = frozenset(("date", "place", "party"))


def _is_wrong_all_over(match: "Match", assertion: "Assertion") -> bool:
    """Whether a record of which several aspects differ is about the very same thing.

    That something is denied, and how far it has come, are one difference. When, where
    and with whom something was may all be wrong of a thing that the claim names, and
    that happens once.
    """
    aspects = {o.aspect for o in match.outcomes if o.relation == DIFFERS} - {"act"}
    if match.matter < settings.SURE or match.has(OPEN, "place"):
        return False
    acts = match.has(DIFFERS, "act") or match.has(OPEN, "act")
    acts = acts or match.has(MISSING, "act")
    if aspects <= _TRUTH:
        known = not match.turned or bool(match.apart.intersection(assertion.adverse))
        return known and _tells(match) and not match.unnamed
    if acts or not aspects <= _CIRCUMSTANCES or match.evidence.kind != "event":
        return False  # it is of another day and of another act
    stems = assertion.sentence.stems
    if not is_that_occasion(match, assertion):
        return False
    if {"date", "party"} <= aspects and BEGINNING.isdisjoint(stems):
        return False
    session = match.has(SAME, "quantity") and _is_ordinal(assertion)
    held = _holds_meeting(assertion) and is_that_session(match, assertion)
    once = held or session or not ONCE.isdisjoint(stems)
    return once and _names_program(match) and not match.unnamed


def _holds_meeting(assertion: "Assertion") -> bool:
    """Whether the claim is of something that was held, which has one day and place."""
    return not _HELD.isdisjoint(assertion.sentence.stems)


_HELD = frozenset("host held hold stage conven met meet venu".split())


def _is_same(match: "Match", *, things: bool) -> bool:
    """Whether a record of which one aspect differs is about the very same thing.

    Of counted *things*, what is counted settles that; else nothing grave is missing.
    """
    aspect, matter = match.differing, match.matter
    if len(match.apart) > 1 and aspect != "party":
        return False
    if aspect == "quantity" and things:
        return matter >= settings.COUNTED and not match.unnamed
    if aspect == "place" and not match.evidence.place:
        return not match.missing and matter >= settings.EXACTLY
    return matter >= settings.SAME and _heaviest(match) < settings.GRAVE


def _is_sure(match: "Match", assertion: "Assertion") -> bool:
    """Whether what differs can be held against the claim, by the aspect that it is.

    A verdict that is given must be right: where the record may speak of another thing,
    another step or another time, it settles nothing.
    """
    aspect = match.differing
    least = settings.MEASURED if _is_measured(match, assertion) else settings.SURE
    if match.matter < least or match.has(OPEN, "place"):
        return False
    if aspect == "speaker":
        return _tells(match)
    if aspect == "status":
        return not match.has(OPEN, "scope")
    if aspect in _CIRCUMSTANCES and (
        not is_that_occasion(match, assertion) or _is_of_others(match, assertion)
    ):
        return False
    rule = _RULES.get(aspect)
    return rule is None or rule(match, assertion)


def _is_of_others(match: "Match", assertion: "Assertion") -> bool:
    """Whether those who act are missing, and only a name before them is the record's.

    ``BRICS fans met`` is no meeting of the BRICS countries.
    """
    ends = {one.last + 1 for one in assertion.sentence.mentions}
    acts = {act.at for act in assertion.acts}
    return any(unit.first in ends and unit.last + 1 in acts for unit in match.missing)


def _reaches(match: "Match", quantity: "Quantity | None") -> bool:
    """Whether a record has the number that a claim denies, or more, if it has one."""
    if quantity is None or quantity.unit != "count":
        return True
    if quantity.hedge != "up_to" and match.has(SAME, "quantity"):
        return True
    stated = match.evidence.features.stated
    return any(one.quantity.low >= quantity.high for one in stated)


def _is_denied(match: "Match", assertion: "Assertion") -> bool:
    """Whether a claim denies what a record says, or the reverse."""
    if assertion.sentence.negated and not _reaches(match, assertion.quantity):
        return False
    if match.turned and _is_later(match, assertion.sentence):
        return False
    return not match.turned or _tells(match) or _is_whole(match)


def _is_later(match: "Match", sentence: "Sentence") -> bool:
    """Whether a claim without a date has what goes on in the record be at an end.

    That may have come to be since.
    """
    words = {token.word for token in sentence.tokens}
    ended = all(not _ENDED.isdisjoint(unit.plain) for unit in match.apart)
    return ended and not sentence.times and words.isdisjoint(_THEN)


_ENDED = _ENDING | {"complet", "sign", "over", "reach", "adopt", "ratifi"}
_THEN = frozenset(("had", "when", "already"))
"""Words by which a claim tells of the time of the record."""


def _is_of_subject(match: "Match", assertion: "Assertion") -> bool:
    """Whether the record speaks of the subject that a piece takes from elsewhere.

    A subject of names alone, or of common words, is compared as all names are.
    """
    carried = assertion.sentence.carried
    told = [u for u in carried if not (u.common or u.mention or u.proper)]
    named = [u for u in carried if u.mention and "program" in u.mention.kinds]
    shares = shares_of(told + named, match.evidence)
    pairs = list(zip(told + named, shares, strict=True))
    held = sum(unit.weight * share for unit, share in pairs)
    return not told or held >= settings.SUBJECT * sum(u.weight for u, _ in pairs)


def _is_measured(match: "Match", assertion: "Assertion") -> bool:
    """Whether a share or an amount differs, of something that the claim names."""
    counts = assertion.quantity is None or assertion.quantity.unit in {
        "count",
        "ordinal",
    }
    named = _names_program(match) or _shared_names(match) > 0
    return match.differing == "quantity" and not counts and named


def _is_its_party(match: "Match", assertion: "Assertion") -> bool:
    """Whether nobody else can have done the same as the party of the record.

    The claim may say so itself: ``Paraguay, not Uruguay``; or one alone can do it.
    """
    evidence = match.evidence
    if assertion.sentence.denied & evidence.ids - {CHINA} or _is_alone(
        match, assertion
    ):
        return True
    known = all(unit.mention for unit in match.apart)
    if known and not match.missing and _is_the_one(assertion, match):
        return True
    if evidence.kind in {"person", "organization"} and match.is_of_named:
        return known  # its own country or body
    if known and _is_of_words(match):
        return True
    shared = _shared_names(match)
    if len(match.apart) > 1 and not shared:
        return False  # it is of others altogether
    dated = match.has(SAME, "date") or match.has(SAME, "quantity")
    return shared > _LISTED or (known and (shared == _LISTED or dated))


def _is_the_one(assertion: "Assertion", match: "Match") -> bool:
    """Whether a claim says which one it was: ``X is the university that founded it``.

    The record names another, and all else that the claim says.
    """
    word = [token.word for token in assertion.sentence.tokens]
    for unit in match.apart:
        after = word[unit.last + 1 : unit.last + 2 + _NOUN_PHRASE]
        linked = after[:1] in (["is"], ["was"]) and after[1:2] == ["the"]
        if linked and not _THAT.isdisjoint(after):
            return match.evidence.kind in _STATING
    return False


_THAT = frozenset(("that", "which", "who"))
_NOUN_PHRASE = 6
"""Words up to *that*, at most, in ``is the Chinese university that``."""


_ALONE = frozenset("led lead head chair coordin presid spearhead".split())
"""Stems of what one alone does: to lead."""


def _is_alone(match: "Match", assertion: "Assertion") -> bool:
    """Whether what one body alone does is another's in the record: to lead."""
    stems = _ALONE.intersection(assertion.sentence.stems)
    bodies = all(u.mention and "organization" in u.mention.kinds for u in match.apart)
    evidence = match.evidence
    told = not _ALONE.isdisjoint(evidence.features.core)
    if evidence.kind == "program":
        roles = " ".join(part["role"] for part in evidence.doc["participants"])
        told = not _ALONE.isdisjoint(roles.split())
    one = list(evidence.kinds.values()).count("program") == 1
    return bool(stems) and bodies and told and one and _names_program(match)


def _is_of_words(match: "Match") -> bool:
    """Whether the record is what one person said, and the claim has another say it."""
    if match.evidence.kind != "statement" or len(match.apart) != 1:
        return False
    claimed = [unit.mention for unit in match.apart if unit.mention]
    speakers = match.evidence.features.speaker_ids
    kinds = {match.evidence.kinds.get(id_) for id_ in speakers}
    return "person" in kinds and all("person" in one.kinds for one in claimed)


_LISTED = 2
"""Other names that a claim and a record share where one of a list is another's."""


def _shared_names(match: "Match") -> int:
    """Return how many names of the claim, but China's, the record is about."""
    return sum(
        unit.mention is not None
        and not is_china(unit)
        and not unit.mention.ids.isdisjoint(match.evidence.ids)
        for unit in match.units
    )


def _is_that_step(match: "Match", assertion: "Assertion") -> bool:
    """Whether the record is of the one step that the claim dates otherwise.

    A figure is of a day, and so is a state: others have theirs. What happens again and
    again has many dates; what is launched, signed or founded has one.
    """
    evidence = match.evidence
    awaited = assertion.quantity is not None or assertion.sentence.status == "planned"
    if evidence.kind != "event" and (awaited or evidence.kind != "program"):
        return False
    stems = ONCE.intersection(assertion.sentence.stems)
    if evidence.kind == "program":
        stems &= evidence.features.said  # its dates are of other steps, too
    elif stems and _is_ordinal(assertion) and stems.isdisjoint(evidence.features.said):
        return False  # it is of another step of that session
    if (stems and _is_particular(match)) or match.has(SAME, "quantity"):
        return True
    spans = [
        time
        for time in assertion.sentence.times
        if time.earliest[:4] != time.latest[:4]
    ]
    if spans and match.is_of_named:
        return True  # from which year to which it runs
    years = {span[0][:4] for span in evidence.features.dates[: evidence.features.own]}
    if any(time.earliest[:4] in years for time in assertion.sentence.times):
        return True
    told = _is_particular(match) or _tells(match)
    return (
        evidence.kind == "event" and told and not match.missing and not meets(evidence)
    )


def _is_ordinal(assertion: "Assertion") -> bool:
    """Whether a claim asks for an ordinal: which of a series it is."""
    return assertion.quantity is not None and assertion.quantity.unit == "ordinal"


def _is_that_once(  # noqa: PLR0911
    match: "Match", assertion: "Assertion"
) -> bool:
    """Whether the claim means the very occasion of the record, which was elsewhere.

    It gives the same day or ordinal, or it is of something that stands where it is. A
    program has the ordinals and the places of several sessions.
    """
    if match.evidence.kind == "program" and _is_ordinal(assertion):
        return False
    if match.has(SAME, "date") or match.has(SAME, "quantity"):
        return True
    once = not ONCE.isdisjoint(assertion.sentence.stems)
    known = all(unit.common for unit in match.missing)
    if once and known and _is_particular(match):
        return True
    home = _HOME.intersection(assertion.sentence.stems)
    if home and _HOME & match.evidence.features.core and _shared_names(match):
        return not match.missing
    told = [u for u in match.units if u not in match.apart and not is_china(u)]
    if _holds_meeting(assertion) and not match.missing and len(told) >= _PARTICULAR:
        return True
    if match.is_of_named and not match.missing and not assertion.sentence.times:
        return True
    named = {id_ for u in match.units if u.mention for id_ in u.mention.ids}
    for id_ in named & match.evidence.ids:
        record = assertion.session.record(id_) or {}
        if record.get("kind") == "program" and record["type"] in _STANDING:
            return True
    return False


_HOME = frozenset("come hail origin home hometown".split())
"""Stems of words that tell where somebody is at home, which is one place."""


def _is_particular(match: "Match") -> bool:
    """Whether a claim says which thing it means: ``a center`` may be another one.

    It names a program that the record is about, or says enough of it.
    """
    held = [u for u in match.units if u not in match.apart and not is_china(u)]
    return _names_program(match) or len(held) >= _PARTICULAR


def _names_program(match: "Match") -> bool:
    """Whether a claim names a program that the record is about."""
    return any(
        unit.mention
        and "program" in unit.mention.kinds
        and not unit.mention.ids.isdisjoint(match.evidence.ids)
        for unit in match.units
        if unit not in match.apart
    )


_PARTICULAR = 5
"""Words and names, China's aside, that are enough for that (development)."""

_STANDING = frozenset("center facility laboratory park network platform system".split())
"""Types of programs that stay in one place."""


def _is_of_that_number(match: "Match", assertion: "Assertion") -> bool:
    """Whether a figure counts just what the claim counts, at the time that it means.

    A series has every ordinal: another session tells nothing of this one, unless both
    are of one day.
    """
    if assertion.quantity is None:
        return False
    if assertion.quantity.unit == "ordinal":
        return match.has(SAME, "date")
    denied = assertion.sentence.negated and not match.evidence.features.negated
    more = denied and not _reaches(match, assertion.quantity)
    if more or _is_of_earlier(match, assertion):
        return False  # it has not signed 300, if it has signed 119
    spoken = assertion.counted is not None and assertion.counted.spoken
    if assertion.quantity.unit == "count" and not spoken and not _tells(match):
        return False  # "they now give 30"
    if assertion.quantity.unit == "count" and (
        _names_noun_alone(match) or _is_of_unnamed(assertion.sentence)
    ):
        return False  # "27 countries", "the institute has 121 agreements"
    multiple = assertion.quantity.unit == "times" and not match.missing
    figure = match.evidence.kind == "figure" or multiple
    return figure and not _is_of_change(match, assertion)


def _is_of_earlier(match: "Match", assertion: "Assertion") -> bool:
    """Whether a claim has fewer things by a day before the last that a record is of.

    There may have been fewer then.
    """
    features, quantity = match.evidence.features, assertion.quantity
    if quantity is None or quantity.unit != "count" or not features.stated:
        return False
    until = max((last for _, last in features.dates[: features.own]), default="")
    earlier = any(
        one.relation in _UNTIL and one.latest < until
        for one in assertion.sentence.times
    )
    return earlier and quantity.low < features.stated[0].quantity.low


_UNTIL = frozenset(("by", "until", "before"))


def _is_of_unnamed(sentence: "Sentence") -> bool:
    """Whether a claim is of some body that it does not name: ``The institute has``."""
    words = [token.word for token in sentence.tokens[:_FRONT]]
    return words[:1] == ["the"] and not (
        sentence.mentions or _BODIES.isdisjoint(words[1:])
    )


_FRONT = 3
_BODIES = frozenset(
    """institute university company firm laboratory lab school academy college agency
    association foundation hospital bank park startup body network alliance""".split()
)
"""Nouns of what may be any of many, where it stands first without a name."""


def _names_noun_alone(match: "Match") -> bool:
    """Whether a claim says no more than what it counts, so that it may be anything."""
    told = [u for u in match.units if u not in match.apart and not is_china(u)]
    return len(told) == 1 and not told[0].mention and len(told[0].plain) == 1


def _is_of_change(match: "Match", assertion: "Assertion") -> bool:
    """Whether a number is an end of a change that no record's measure has both ends of.

    A record's number of one day may lie between the two.
    """
    other = other_end(assertion.sentence, assertion.quantity)
    return other is not None and not _is_end(match, assertion, other)


def other_end(sentence: "Sentence", quantity: "Quantity | None") -> "Quantity | None":
    """Return the other end of ``from 100 to 200``, a change or a range of them."""
    tokens, numbers = sentence.tokens, sentence.quantities
    starts = {
        one.last + 1: one
        for one in numbers
        if one.first and fold(tokens[one.first - 1].word) in _FROM
    }
    ends = {
        one.first - 1: one
        for one in numbers
        if one.first and fold(tokens[one.first - 1].word) in _TO
    }
    others = {starts[to]: ends[to] for to in starts.keys() & ends}
    others |= {end: start for start, end in others.items()}
    return others.get(quantity) if quantity else None


_FROM = frozenset("from de desde depuis entre 从 由".split())
_TO = frozenset("to a au ate hasta jusqu e y et 到 至".split())
"""Words before the two ends of a change, in each language that claims are read in."""


def _is_end(match: "Match", assertion: "Assertion", other: "Quantity") -> bool:
    """Whether a figure of the same measure has the *other* end of a change.

    Of what is counted, the two may be the ends of a guess: ``from 100 to 200 pacts``.
    """
    evidence = match.evidence
    if evidence.kind != "figure" or other.unit == "count":
        return False
    return any(
        sister.features.stated[0].quantity.interval == other.interval
        for sister in assertion.session.sisters(evidence)
        if sister.doc["measure"] == evidence.doc["measure"]
    )


def _tells(match: "Match") -> bool:
    """Whether a claim says enough, but for what differs, to be of that very thing."""
    told = (
        unit.weight
        for unit in match.units
        if not (unit.common or unit in match.apart or is_china(unit))
    )
    return sum(told) >= settings.NAMED


def _is_whole(match: "Match") -> bool:
    """Whether a record holds all that the claim says, in two words at least."""
    held = [u for u in match.units if u not in match.apart and not is_china(u)]
    return not match.missing and len(held) > 1


def _is_weak(match: "Match") -> bool:
    """Whether what differs is a denial, or a name that is of nothing known."""
    if match.differing == "party":
        return not all(unit.mention for unit in match.apart)
    return match.differing == "polarity"


def _is_less(match: "Match", assertion: "Assertion") -> bool:
    """Whether a record that differs in nothing says less than the claim all the same.

    That is so if next to nothing of the claim stands in its own statement: what only
    names, notes and its measure's definition hold is not what it states. And who is
    the best in one thing need not be in another, be it a common word that tells them
    apart; so it is with any claim that is short.
    """
    if assertion.strength.best and match.missing and match.matter < settings.BEST:
        return True
    length = sum(not is_china(unit) for unit in match.units)
    short = length <= settings.SHORT and not assertion.sentence.times
    few = length <= settings.SHORT + 1 and not assertion.sentence.times
    if (short and match.missing) or _is_of_several(match):
        return True
    if few and any(not unit.common for unit in match.missing):
        return True
    if match.evidence.kind not in _STATING:
        return False
    core = share_of_core(match.units, match.evidence, match.apart, worded=short)
    if not short:
        return core < settings.ASIDE
    words = [u for u in match.units if not (u.proper or u.mention)]
    if set(words) - match.apart:
        stated = share_of_core(words, match.evidence, match.apart, worded=True)
        core = min(core, stated)  # names are not what is said of them
    return core < settings.SHORTLY


def _is_of_several(match: "Match") -> bool:
    """Whether it names several people and countries, so that it tells of nobody whose.

    That matters if the claim names one of each.
    """
    named = [
        kind for unit in match.units if unit.mention for kind in unit.mention.kinds
    ]
    held = list(match.evidence.kinds.values())
    return all(
        named.count(kind) == 1 and held.count(kind) > 1
        for kind in ("person", "country")
    )


def _is_beside(match: "Match") -> bool:
    """Whether all that differs is the day as of which something is so.

    That is no date of its beginning. And whom and when a figure is of tells nothing of
    a claim without its number.
    """
    if match.evidence.kind == "figure" and match.differing in {"date", "party"}:
        return not match.has(SAME, "quantity")
    if match.differing != "date":
        return False
    steps = match.evidence.doc.get("status") or ()
    return bool(steps) and all(step["state"] == "operating" for step in steps)


def _counts_more(assertion: "Assertion", match: "Match") -> bool:
    """Whether the record lacks a word of what is counted: ``119 trade pacts``."""
    counted = assertion.counted
    return (
        counted is not None
        and counted.spoken
        and assertion.quantity is not None
        and assertion.quantity.unit == "count"
        and any(
            unit in match.missing and not (unit.common or unit.text.isupper())
            for unit in counted.units
        )
    )


def _is_enough(assertion: "Assertion", match: "Match") -> bool:
    """Whether a record of which nothing differs holds enough of the claim.

    An agreeing number of the same things is evidence of its own.
    """
    heaviest = _heaviest(match)
    counted = heaviest < settings.GRAVE and any(
        o.aspect == "quantity" and o.relation == SAME and o.score == 1.0
        for o in match.outcomes
    )
    if _counts_more(assertion, match):
        return False
    least = settings.COUNTED if counted else settings.COVERED
    if match.has(SAME, "speaker"):
        least -= settings.ANCHORED
    if match.evidence.kind in _THINGS:
        least = max(least, settings.NAMING)
    if match.matter < least or counted:
        return match.matter >= least
    if heaviest >= settings.GRAVE and match.matter < settings.FULL:
        return False
    return _share_of_words(assertion.units, match.missing) >= settings.PREDICATE


def _heaviest(match: "Match") -> float:
    return match.missing[0].weight if match.missing else 0.0


_RULES = {
    "polarity": _is_denied,
    "quantity": _is_of_that_number,
    "date": _is_that_step,
    "party": _is_its_party,
    "place": _is_that_once,
}
"""What must be so besides, where one of these differs, for a claim to be untrue."""


def _share_of_words(units: "Sequence[Unit]", missing: "Sequence[Unit]") -> float:
    """Return the share of words that are no names which are not missing."""
    plain = [unit for unit in units if not unit.mention]
    total = sum(unit.weight for unit in plain)
    if not total:
        return 1.0
    return 1.0 - sum(unit.weight for unit in missing if not unit.mention) / total
