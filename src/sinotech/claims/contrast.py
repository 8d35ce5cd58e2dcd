"""How one record compares with a claim, in words: aspect by aspect, and in a line."""

from sinotech.claims.compare.date import worded
from sinotech.claims.compare.outcome import DIFFERS, MISSING, OPEN, SAME, SILENT
from sinotech.claims.nearest import agreeing_with, current_of, stated_like
from sinotech.claims.places import differ
from sinotech.claims.settings import CHINA, COMMON
from sinotech.dates import period, spell
from sinotech.prose.noun import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from sinotech.claims.compare.outcome import Outcome
    from sinotech.claims.nearest import Near
    from sinotech.claims.reading import Unit
    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity
    from sinotech.query.records import Document

    Row = dict[str, Any]
    Pair = tuple[str, str]

MOST, FEW = 3, 2
"""Words, names or numbers that a line tells of one kind; of a line that is long."""

LONG = 120
"""Characters of a line that is long."""

_PARTIES = ("country", "group", "organization", "person")
"""Kinds of parties, in the order in which they are told."""

_SAID = ("quantity", "date", "place")
"""Aspects whose words are what claim and record say, in the order of a line."""


_LACKING = frozenset(("quantity", "date", "party", "speaker", "matter"))
"""Aspects of which a line tells otherwise what the record does not say."""


class Contrast:
    """One record beside the part of a claim that it is nearest to."""

    def __init__(self, near: "Near", session: "Session") -> None:
        """Find out what each says of each aspect."""
        self.match, self.session = near.match, session
        self.sentence = near.part.sentence
        self.evidence = near.match.evidence
        self.doc: Document = self.evidence.doc
        self.outcomes = [o for o in self.match.outcomes if o.relation != SILENT]
        self.number = self._number()
        self.pairs = {outcome.aspect: self._pair(outcome) for outcome in self.outcomes}

    def aspects(self) -> "list[Row]":
        """Return each aspect that was compared, with the words of claim and record."""
        rows = []
        for outcome in self.outcomes:
            claim, record = self.pairs[outcome.aspect]
            lacks = outcome.aspect == "matter" and outcome.relation == SAME and claim
            rows.append(
                {
                    "aspect": outcome.aspect,
                    "relation": MISSING if lacks else outcome.relation,
                    "claim": claim or None,
                    "record": record or None,
                }
            )
        return rows

    def line(self) -> str:
        """Return the comparison in a line: what is the same, what differs, is missing.

        ``same agreements and parties; it says 119, June 2025, the claim 116``
        """
        same, later, missing = self._same(), self._later(), self._missing()
        differing = [*self._differing(), *self._open()][:2]
        missing = [one for one in missing if f"“{one}”" not in " ".join(differing)]
        told = (same, *differing, _lacking(missing[:MOST]), later)
        if _length(told) > LONG:
            told = (same, *differing, _lacking(missing[:FEW]), later)
        if _length(told) > LONG and any(told[1:]):
            told = told[1:]
        return "; ".join(filter(None, told)) or "it has words of the claim"

    def _pair(self, outcome: "Outcome") -> "Pair":
        """Return the claim's words for an aspect, and the record's, where they tell."""
        claimed = str(getattr(outcome, "claimed", ""))
        stated = str(getattr(outcome, "stated", ""))
        if outcome.aspect in _WORDS and not (claimed and stated):
            words = _WORDS[outcome.aspect](self)
            claimed, stated = claimed or words[0], stated or words[1]
        return claimed, stated

    def _relation(self, aspect: str) -> str:
        return next((o.relation for o in self.outcomes if o.aspect == aspect), SILENT)

    # What claim and record say of each aspect.

    def _number(self) -> "Quantity | None":
        """Return the number of the claim that is compared with the record's."""
        quantities = self.sentence.quantities
        for quantity in quantities:
            if self._has(quantity):
                return quantity
        for quantity in quantities:
            if any(stated_like(quantity, self.sentence, self.evidence)):
                return quantity
        return None

    def _has(self, quantity: "Quantity") -> bool:
        return agreeing_with(quantity, self.sentence, self.evidence) is not None

    def quantity(self) -> "Pair":
        """Return the claim's number, and the record's for that thing."""
        if self.number is None:
            told = ", ".join(one.text for one in self.sentence.quantities[:MOST])
            return told, self._stated()
        return self.number.text, self._stated()

    def _stated(self) -> str:
        """Return the record's number as written, if it is of what the claim counts."""
        if self.doc["kind"] == "figure":
            return str(self.doc["as_written"])
        if self.number is None:
            return ""
        agreeing = agreeing_with(self.number, self.sentence, self.evidence)
        like = stated_like(self.number, self.sentence, self.evidence)
        stated = agreeing or next(like, None)
        return stated.quantity.text if stated else ""

    def date(self) -> "Pair":
        """Return the claim's dates, and the record's."""
        return ", ".join(map(worded, self.sentence.times)), self._dated()

    def _dated(self) -> str:
        """Return the date of the record in words."""
        if date := self.doc.get("as_of") or self.doc.get("date"):
            return spell(date)
        dates = self.evidence.features.dates
        return period(*dates[0]) if dates else ""

    def party(self) -> "Pair":
        """Return the names of the claim, and those that the record has instead."""
        if self._relation("party") == DIFFERS:
            apart = sorted(self.match.apart, key=_order)
            return _texts(apart), ", ".join(self._instead(apart))
        absent = self._absent()
        return ", ".join(absent or self._named()), ", ".join(self._named())

    def _absent(self) -> list[str]:
        """Return the names of the claim that the record does not hold."""
        units = [*self.match.apart, *self.match.missing]
        named = sorted((u for u in units if u.mention or u.proper), key=_order)
        return list(dict.fromkeys(unit.text for unit in named))[:MOST]

    def _named(self) -> list[str]:
        """Return the names of the claim that the record holds, but not China's."""
        absent = {*self.match.apart, *self.match.missing}
        found = [u for u in self.sentence.units if u.mention and u not in absent]
        names = [u.text for u in found if u.mention and CHINA not in u.mention.ids]
        return list(dict.fromkeys(names))[:MOST]

    def _instead(self, apart: "Iterable[Unit]") -> list[str]:
        """Return the names that the record has in the place of those *apart*."""
        kinds = {kind for u in apart if u.mention for kind in u.mention.kinds}
        claimed = {id_ for m in self.sentence.mentions for id_ in m.ids} | {CHINA}
        ids = [
            id_
            for wanted in _PARTIES
            for id_, kind in self.evidence.kinds.items()
            if kind == wanted and (kind in kinds or not kinds) and id_ not in claimed
        ]
        docs = [self.session.record(id_) for id_ in ids[:FEW]]
        return [str(doc["name"]) for doc in docs if doc]

    def place(self) -> "Pair":
        """Return the claim's place, and the record's if it has another."""
        if self._relation("place") != DIFFERS:
            return "", self.evidence.place
        apart = _texts(sorted(self.match.apart, key=_order))
        return apart or ", ".join(self._elsewhere()), self.evidence.place

    def _elsewhere(self) -> list[str]:
        """Return the places of the claim in none of which the record's places lie."""
        chains = self.session.chains(self.evidence)
        places = self.session.places_in(self.sentence)
        return [one.name for one in places if differ(one.chains, chains)]

    def speaker(self) -> "Pair":
        """Return who says so in the claim, and who in the record."""
        span = self.sentence.speaker
        speaker = self.doc.get("speaker")
        stated = speaker["name"] if speaker else self.doc.get("holder") or ""
        names = [m.name for m in self.sentence.mentions if m.first in span]
        claimed = ", ".join(names) or self.sentence.within(span.start, span.stop - 1)
        return claimed, stated

    def status(self) -> "Pair":
        """Return how far it has come in the claim, and in the record."""
        return self.sentence.status, self.evidence.features.status

    def polarity(self) -> "Pair":
        """Return which of the two denies something."""
        claim = "denied" if self.sentence.negated else ""
        return claim, "denied" if self.evidence.features.negated else ""

    def matter(self) -> "Pair":
        """Return the words of the claim that the record does not hold."""
        return ", ".join(self._unspoken()), ""

    def _unspoken(self) -> list[str]:
        """Return the heaviest words of the claim that the record does not hold."""
        told = dict.fromkeys(unit.text for unit in self.match.missing)
        return list(told)[:MOST]

    # The line.

    def _same(self) -> str:
        """Tell what is the same in both, and in what number they agree."""
        same = []
        if noun := self._counted():
            same.append(noun)
        elif self._is_whole():
            same.append("subject")
        named = self._named()
        if named and not self._absent():
            same.append("party" if len(named) == 1 else "parties")
        same += [
            aspect
            for aspect in ("date", "place", "speaker")
            if self._relation(aspect) == SAME
        ]
        if not same:
            held = self._held()
            return f"it speaks of {quoted(held)}" if held else ""
        agrees = self.number is not None and self._has(self.number)
        if agrees and self._relation("quantity") != DIFFERS:
            dated = self._relation("date") in {SAME, SILENT}  # else it is told apart
            told = self._value() if dated else self._stated()
            return f"same {listed(same)}; it says {told}"
        return f"same {listed(same)}"

    def _is_whole(self) -> bool:
        """Whether the record speaks of all that the claim does."""
        match = self.match
        every = len(match.units) == len(self.sentence.units)
        return every and not match.missing and not match.apart

    def _held(self) -> list[str]:
        """Return the heaviest words of the claim that the record holds."""
        absent = {*self.match.apart, *self.match.missing}
        held = [u for u in self.sentence.units if u not in absent and u.weight > COMMON]
        held.sort(key=lambda unit: -unit.weight)
        return list(dict.fromkeys(unit.text for unit in held))[:FEW]

    def _counted(self) -> str:
        """Return what the claim counts, if the record counts it."""
        if self.number is None:
            return ""
        tokens, text = self.sentence.tokens, self.sentence.text
        span = window(tokens, self.number, text)
        return text[tokens[span[-1]].start : tokens[span[-1]].end] if span else ""

    def _value(self) -> str:
        """Return the record's number with its date, if it has one."""
        date = self._dated() if self.doc["kind"] == "figure" else ""
        return ", ".join(one for one in (self._stated(), date) if one)

    def _differing(self) -> "Iterable[str]":
        """Yield what differs: what the record says, and what the claim."""
        said: dict[str, Pair] = {}
        for outcome in self.outcomes:
            claim, record = self.pairs[outcome.aspect]
            if not self._is_apart(outcome, record) or claim == record != "":
                continue
            counted = outcome.aspect != "quantity" or self.number is not None
            if outcome.aspect in _SAID and claim and record and counted:
                said[outcome.aspect] = claim, record
            elif outcome.aspect == "party" and claim and record:
                yield f"it names {record}, the claim {claim}"
            elif outcome.aspect == "status" and claim and record:
                yield f"it speaks of what is {record}, the claim of what is {claim}"
            elif outcome.aspect == "polarity" and bool(claim) != bool(record):
                yield f"{'the claim' if claim else 'it'} denies that"
            elif outcome.reason:
                yield impersonal(outcome.reason)
        if said:
            pairs = [said[aspect] for aspect in _SAID if aspect in said]
            claims, records = ([pair[side] for pair in pairs] for side in (0, 1))
            if "quantity" in said and "date" not in said:
                records[0] = self._value()
            yield f"it says {', '.join(records)}, the claim {', '.join(claims)}"

    def _is_apart(self, outcome: "Outcome", record: str) -> bool:
        """Whether an aspect differs, or both give a date and it is open if they do."""
        if outcome.relation == DIFFERS:
            return True
        if outcome.relation not in {MISSING, OPEN} or not record:
            return False
        if outcome.aspect == "quantity":
            return self.number is not None and not self._has(self.number)
        return outcome.aspect == "date"

    def _open(self) -> "Iterable[str]":
        """Yield why it is open whether the record says the same, but for what lacks."""
        for outcome in self.outcomes:
            unsaid = outcome.relation in {MISSING, OPEN} and outcome.reason
            if unsaid and outcome.aspect not in _LACKING:
                yield impersonal(outcome.reason)

    def _missing(self) -> list[str]:
        """Return numbers, names and words of the claim that the record does not say."""
        told = [q.text for q in self.sentence.quantities if not self._is_compared(q)]
        if self._relation("date") in {MISSING, OPEN} and not self._dated():
            told += map(worded, self.sentence.times)
        if self._relation("speaker") == MISSING:
            told.append(self.pairs["speaker"][0])
        if self._relation("party") == MISSING:
            told += self._absent()
        told += self._unspoken()
        return list(dict.fromkeys(told))

    def _is_compared(self, quantity: "Quantity") -> bool:
        return quantity is self.number or self._has(quantity)

    def _later(self) -> str:
        """Tell what supersedes the record, if something does and says otherwise."""
        id_ = current_of(self.evidence, self.session)
        doc = self.session.record(id_) if id_ else None
        if doc is None or doc["kind"] != "figure":
            return ""
        own = self.evidence.doc
        if own["kind"] == "figure" and doc["value"] == own["value"]:
            return ""
        told = filter(None, (doc["as_written"], spell(doc["as_of"])))
        return f"a later source says {', '.join(told)}"


_WORDS: "dict[str, Callable[[Contrast], Pair]]" = {
    "quantity": Contrast.quantity,
    "date": Contrast.date,
    "party": Contrast.party,
    "place": Contrast.place,
    "speaker": Contrast.speaker,
    "status": Contrast.status,
    "polarity": Contrast.polarity,
    "matter": Contrast.matter,
}
"""The words of claim and record, by aspect, where the comparator gives none."""


def _lacking(missing: "list[str]") -> str:
    """Return a clause that tells of what is *missing*; none if nothing is."""
    return f"it says nothing of {quoted(missing, 'or')}" if missing else ""


def _length(told: "Iterable[str]") -> int:
    return sum(map(len, told))


def _order(unit: "Unit") -> int:
    return unit.first


def _texts(units: "Sequence[Unit]") -> str:
    return ", ".join(dict.fromkeys(unit.text for unit in units[:MOST]))


def listed(words: "list[str]", last: str = "and") -> str:
    """Return *words* as a list in a sentence, with *last* before the last of them.

    >>> listed(["date"]), listed(["agreements", "parties", "date"])
    ('date', 'agreements, parties and date')
    """
    *others, one = words
    return f"{', '.join(others)} {last} {one}" if others else one


def quoted(words: "list[str]", last: str = "and") -> str:
    """Return *words* as a list of quotations in a sentence.

    >>> quoted(["moon", "cheese"])
    '“moon” and “cheese”'
    """
    return listed([f"“{word}”" for word in words], last)


def impersonal(reason: str) -> str:
    """Return a *reason* as it reads where the record is named before.

    >>> impersonal("the record's amount is in USD")
    'its amount is in USD'
    """
    return reason.replace("the record's", "its").replace("the record", "it")
