"""From matches to verdicts: for a number, for a part, for the whole.

=========================  =======================================================
a part is *supported*      if an article's record supports it
a part is *outdated*       if only records support it that another supersedes
a part is *conflicting*    if articles disagree about it, and none supersedes the other
a part is *contradicted*   if an article's record contradicts it, and none supports it,
                           or none that is as near to the claim
a part is *undecided*      if a record speaks of what it says, but does not settle it
a part is *not found*      if none speaks of it
=========================  =======================================================

What contradicts may be one side of a recorded conflict, and any page may state the
other: then the part is *conflicting*, or *outdated* if yet another side is current.
"""

from sinotech.claims import settings
from sinotech.claims.compare.outcome import DIFFERS, MISSING, OPEN, SAME
from sinotech.claims.match import CONTRADICTS, SUPPORTS, Assertion, Match
from sinotech.claims.matching import match_record
from sinotech.claims.roles import is_of_compared, is_turned, may_be_turned
from sinotech.claims.settings import (
    CHINA,
    CONFLICTING,
    CONTRADICTED,
    NOT_FOUND,
    OUTDATED,
    SUPPORTED,
    WEAKEST,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence
    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity
    from sinotech.query.records import Document


def judge_part(
    sentence: "Sentence", candidates: "Iterable[Evidence]", session: "Session"
) -> "tuple[str, list[Match], list[Quantity]]":
    """Return the verdict of a part, how each record stands to it, and the numbers that
    no record settles.
    """  # noqa: D205
    candidates = list(candidates)
    wanted: Sequence[Quantity | None] = sentence.quantities or [None]
    verdicts, matches = [], []
    for quantity in wanted:
        asked = Assertion(sentence, quantity, session)
        found = [match_record(asked, one) for one in candidates]
        found += _together(asked, found, session)
        _unsettle_turned(sentence, found, session)
        found.sort(key=lambda f: (-f.score, f.evidence.number))
        found += _rivals(asked, found, session)
        verdict = verdict_of(found, session)
        if (
            verdict == SUPPORTED
            and sentence.now
            and _is_superseded(asked, found, session)
        ):
            verdict = OUTDATED
        doubtful = verdict == SUPPORTED and _is_doubtful(sentence, found)
        verdicts.append(NOT_FOUND if doubtful else verdict)
        matches += found
    return min(verdicts, key=WEAKEST.index), matches, unsettled_of(sentence, verdicts)


def _unsettle_turned(
    sentence: "Sentence", matches: "Sequence[Match]", session: "Session"
) -> None:
    """Let no record support a claim whose values, or what is compared, are turned."""
    may_be = may_be_turned(sentence)
    for match in matches:
        if match.relation != SUPPORTS:
            continue
        if not (may_be or "than" in match.evidence.features.words):
            continue
        texts = session.texts(match.evidence)
        if may_be and is_turned(sentence, texts):
            match.unsettle("it goes the other way there")
        elif not may_be and is_of_compared(sentence, texts):
            match.unsettle("it is that with which the record compares it")


def _is_superseded(
    assertion: Assertion, matches: "Sequence[Match]", session: "Session"
) -> bool:
    """Whether a later figure, of the same measure or a sister of it, says otherwise.

    It matters where a claim says that something is so now; it may tell of both.
    """
    told = [quantity.interval for quantity in assertion.sentence.quantities]
    for match in matches:
        if match.relation != SUPPORTS or match.evidence.kind != "figure":
            continue
        own = match.evidence.features
        mine = own.stated[0].quantity
        if assertion.quantity is None or not mine.meant.meets(assertion.quantity.meant):
            continue
        for later in session.sisters(match.evidence):
            other = later.features
            since = own.dates[0][1] if own.dates else ""
            if not other.dates or other.dates[0][0] <= since:
                continue
            value = other.stated[0].quantity
            if value.unit == mine.unit and not (
                mine.meant.meets(value.meant) or value.interval in told
            ):
                return True
    return False


def _is_doubtful(sentence: "Sentence", matches: "Sequence[Match]") -> bool:
    """Whether what a claim denies beside what it says may be true as well.

    ``By A, not by B``: if a record tells as much of B, it is open which it is; and what
    is denied in common words is not looked for.
    """
    return sentence.unsure or any(
        match.evidence.ids & sentence.denied and match.matter >= settings.SAME
        for match in matches
    )


def unsettled_of(sentence: "Sentence", verdicts: "Sequence[str]") -> "list[Quantity]":
    """Return the numbers of *sentence* that are not found, given each one's verdict."""
    told = zip(sentence.quantities, verdicts, strict=False)  # one, if there is none
    return [quantity for quantity, verdict in told if verdict == NOT_FOUND]


def _together(
    assertion: Assertion, matches: "Sequence[Match]", session: "Session"
) -> list[Match]:
    """Return matches of records of one and the same thing, taken together.

    What several records say of a person or program with few records is about one
    thing, and so is what they make of one paragraph; so a claim may draw on them all.
    The one that holds most of it is named.
    """
    if any(match.relation for match in matches):
        return []
    near = [f for f in matches if f.matter >= settings.TOGETHER]
    near.sort(key=lambda f: (-f.matter, f.evidence.number))
    made = []
    for match in near[:3]:
        if match.matter < settings.FULL and not match.has(MISSING):
            mates = session.mates(match.evidence)
            others = [f.evidence for f in matches if f.evidence.id in mates]
            made.append(match_record(assertion, match.evidence.joined(others)))
    made = [
        match
        for match in made
        if match.relation == SUPPORTS
        or (match.relation and match.differing in {"party", "speaker"})
    ]
    return made or _in_passage(assertion, near, session)


def _in_passage(
    assertion: Assertion, near: "Sequence[Match]", session: "Session"
) -> list[Match]:
    """Return matches of what the records of one paragraph say together."""
    made: list[Match] = []
    if any(f.matter >= settings.SAME and f.differing == "polarity" for f in near):
        return made
    near = sorted(near, key=lambda f: not f.has(SAME, "quantity"))
    for match in near[:3]:
        evidence = match.evidence
        if evidence.kind not in {"figure", "event", "statement"}:
            continue
        beside = session.beside(evidence)
        quoted = [
            one for one in (evidence, *beside) if one.is_quoted(assertion.sentence.text)
        ]
        joined = evidence.joined(beside, naming=evidence in quoted)
        if evidence in quoted:  # the claim has the very words of the source
            joined.say(quoted)
        helped = match_record(assertion, joined)
        whole = helped.relation == SUPPORTS and helped.matter >= settings.WHOLE
        if whole and _says_number(assertion, evidence):
            made.append(helped)
    return made


def _says_number(assertion: Assertion, evidence: "Evidence") -> bool:
    """Whether a record has the very number that is asked for, if one is."""
    quantity = assertion.quantity
    return quantity is None or any(
        stated.quantity.interval == quantity.interval
        for stated in evidence.features.stated
    )


def _rivals(
    assertion: Assertion, matches: "Sequence[Match]", session: "Session"
) -> list[Match]:
    """Return matches of the other sides of conflicts that settling records are in."""
    seen = {match.evidence.id for match in matches}
    others = []
    for match in matches:
        if not match.relation:
            continue
        for conflict in session.conflicts(match.evidence.doc):
            others += [id_ for id_ in conflict["records"] if id_ not in seen]
    rivals = session.evidence_of(dict.fromkeys(others))
    return [match_record(assertion, one) for one in rivals]


def verdict_of(matches: "Sequence[Match]", session: "Session") -> str:
    """Return what the matches of one number, or of a part without, come to."""
    articles = [f for f in matches if f.evidence.features.standing != "corroborating"]
    supporting = [f for f in articles if f.relation == SUPPORTS]
    against = [f for f in articles if f.relation == CONTRADICTS or f.turns]
    if supporting and any(_outweighs(f, supporting) for f in against):
        return CONTRADICTED
    if supporting and any(_is_other_step(f, supporting) for f in against):
        return NOT_FOUND
    figures = [f for f in articles if f.relation and f.is_of_number]
    if figures and _best(figures) >= _best(supporting):
        articles = figures  # where numbers are judged, the figures settle it
        supporting = [f for f in figures if f.relation == SUPPORTS]
    if supporting:
        best = max(f.matter for f in supporting) - settings.ABOUT
        nearest = [f for f in supporting if f.matter >= best]
        dated = [f for f in matches if f.relation == SUPPORTS and f.has(SAME, "date")]
        ids = {f.evidence.id for f in dated}
        states = {_state(f, session, ids) for f in nearest}
        return max(states, key=WEAKEST.index)
    stating = [f for f in matches if f.relation == SUPPORTS]
    against = _contradicting(articles, matches)
    against = [f for f in against if _is_of_measure(f, stating)] or against
    states = {_dispute(f, stating, session) for f in against}
    if CONTRADICTED in states and all(_is_open(f, matches) for f in against):
        states = states - {CONTRADICTED} | {NOT_FOUND}
    return min(states, key=WEAKEST.index) if states else NOT_FOUND


def _is_other_step(match: Match, supporting: "Sequence[Match]") -> bool:
    """Whether an event says that it ended on the day on which the claim has it begin.

    A figure of that day tells nothing of it.
    """
    event = match.evidence.kind == "event" and match.turned
    figures = all(f.evidence.kind == "figure" for f in supporting)
    return event and figures and match.has(SAME, "date")


def _dispute(match: Match, stating: "Sequence[Match]", session: "Session") -> str:
    """Return what a contradicting record comes to, given the conflicts it is in.

    What another side of a conflict states, be it on a corroborating page, is not simply
    false: it is open or, if yet another record is the current one, outdated.
    """
    sides = {f.evidence.id for f in stating}
    for conflict in session.conflicts(match.evidence.doc):
        if sides.isdisjoint(conflict["records"]):
            continue
        settled = conflict["current"] and conflict["current"] not in sides
        return OUTDATED if settled else CONFLICTING
    return CONTRADICTED


def _best(matches: "Sequence[Match]") -> float:
    return max((f.score for f in matches), default=0.0)


def _contradicting(matches: "Sequence[Match]", every: "Sequence[Match]") -> list[Match]:
    """Return the matches that contradict, where none of *every* one supports.

    If a record states the very number, or may, another with another number is about
    something else, though it be in doubt whether all else is as claimed.
    """
    against = [
        f
        for f in matches
        if f.relation == CONTRADICTS
        and not (f.differing == "date" and any(_is_dated_by(f, g) for g in matches))
        and not (f.turned and any(_says_it(g, f) for g in matches))
        and not any(_is_nearer(g, f) for g in matches)
    ]
    others = [
        f
        for f in every
        if f.relation != SUPPORTS
        and f.matter > settings.TOGETHER
        and f.may_state_number
    ]
    return [
        f
        for f in against
        if f.differing != "quantity"
        or not (
            any(g.disputes(f) for g in others)
            or (f.missing and any(_holds_all(g) for g in every))
        )
    ]


def _says_it(match: Match, other: Match) -> bool:
    """Whether a record that is as near says the very words that *other* turns round."""
    near = match.near >= other.near and not match.turned
    said = other.apart.isdisjoint(match.missing)
    return near and said and not match.has(MISSING)


def _is_nearer(match: Match, other: Match) -> bool:
    """Whether a record that differs in nothing is nearer to the claim than *other*."""
    if other.differing == "quantity" or match.near <= other.near:
        return False
    if other.is_of_named and other.evidence.kind in {"person", "organization"}:
        return False  # it says itself whose it is
    return not match.differing and not match.has(MISSING)


def _holds_all(match: Match) -> bool:
    """Whether a figure says all that the claim does, and its number may be the same."""
    figure = match.evidence.kind == "figure" and not (match.differing or match.missing)
    return figure and any(
        o.aspect == "quantity" and o.relation == MISSING and o.score
        for o in match.outcomes
    )


def _is_dated_by(match: Match, other: Match) -> bool:
    """Whether the claim's date is that of another step of the same thing.

    The other record is of that day, and speaks of what this one does not: announced in
    August, inaugurated in December. Or the two are known to disagree.
    """
    conflicts = match.evidence.doc["conflicts"]
    if other.has(SAME, "date") and set(conflicts) & set(
        other.evidence.doc["conflicts"]
    ):
        return True
    shared = (match.evidence.ids & other.evidence.ids) - {CHINA}
    if shared and other.has(OPEN, "date") and match.has(OPEN, "act"):
        return not other.differing  # it has several dates, of different steps
    told = set(match.missing) - set(other.missing)
    return bool(shared and told) and other.has(SAME, "date") and not other.differing


def _is_open(match: Match, every: "Sequence[Match]") -> bool:
    """Whether another event than that which contradicts may be of the claim's day."""
    dated = match.has(DIFFERS, "date")
    return dated and any(_may_be_of(match, other) for other in every)


def _may_be_of(match: Match, other: Match) -> bool:
    """Whether an event that is as near gives the month of the claim's day."""
    shared = (match.evidence.ids & other.evidence.ids) - {CHINA}
    near = other.matter >= match.matter and other.near >= match.near
    near = near and other.evidence.kind == "event"
    wider = any(
        o.aspect == "date" and o.relation == MISSING and o.score for o in other.outcomes
    )
    return bool(shared) and near and wider and not other.differing


def _is_of_measure(match: Match, supporting: "Sequence[Match]") -> bool:
    """Whether a record that differs in its number is of the same measure as others."""
    measures = {f.evidence.doc.get("measure") for f in supporting}
    return match.differing != "quantity" or (
        match.evidence.doc.get("measure") in measures
    )


def _outweighs(match: Match, supporting: "Sequence[Match]") -> bool:
    """Whether a contradicting record is to be believed rather than the supporting.

    It is if it is much nearer to the claim, if it is the record of what the claim names
    and holds more of it, or if what it contradicts is just what none of the others
    speaks of.
    """
    if match.differing == "quantity" and any(f.is_of_number for f in supporting):
        # A record states the very number, but maybe of something else.
        best = max(f.matter for f in supporting) + settings.ABOUT
        of = {f.evidence.doc.get("measure") for f in supporting}
        return (
            match.relation == CONTRADICTS
            and not match.missing
            and match.matter > best
            and match.evidence.doc.get("measure") not in of
        )
    if match.apart and any(not f.missing for f in supporting):
        return False  # a record says all of it
    if match.turned and any(match.apart.isdisjoint(f.missing) for f in supporting):
        return False  # a record says the very words
    if match.near > max(f.near for f in supporting) + settings.CLEARLY:
        return True
    if match.is_of_named and match.matter > max(f.matter for f in supporting):
        return True
    return bool(match.apart) and all(match.apart <= set(f.missing) for f in supporting)


def _state(match: Match, session: "Session", dated: set[str]) -> str:
    """Return what a supporting record is worth, given the conflicts it is in.

    They are about its number or date, so a claim without one is in none of them; nor is
    one whose date all sides bear out, which are among the *dated* records.
    """
    one = match.evidence
    if not (match.has(SAME, "quantity") or match.has(SAME, "date")):
        return SUPPORTED
    for conflict in session.conflicts(one.doc):
        if conflict["current"] == one.id or dated.issuperset(conflict["records"]):
            continue
        others = session.evidence_of(set(conflict["records"]) - {one.id})
        if any(_disagree(one, other, conflict) for other in others):
            return OUTDATED if conflict["current"] else CONFLICTING
    return SUPPORTED


def _disagree(one: "Evidence", other: "Evidence", conflict: "Document") -> bool:
    """Whether two records that a conflict is about cannot both be so.

    Corroborating pages do not dispute what an article says, unless that is unresolved.
    """
    if other.features.standing == "corroborating" and conflict["current"]:
        return False
    if one.kind == other.kind == "figure":
        mine, its = one.features.stated[0].quantity, other.features.stated[0].quantity
        return not mine.meant.meets(its.meant)
    return any(
        a[1] < b[0] or b[1] < a[0]
        for a in one.features.dates[: one.features.own]
        for b in other.features.dates[: other.features.own]
    )
