"""A part of a claim in another language, weighed against each record."""

from sinotech.claims import settings
from sinotech.claims.compare.date import compare_date
from sinotech.claims.compare.outcome import DIFFERS, MISSING, OPEN
from sinotech.claims.compare.polarity import compare_polarity
from sinotech.claims.counted import phrase_of
from sinotech.claims.foreign_assertion import Comparison
from sinotech.claims.labels import HALF
from sinotech.claims.match import BEARS, CONTRADICTS, SUPPORTS, Match
from sinotech.claims.reading import Unit
from sinotech.claims.relation import goes_on, other_end
from sinotech.claims.segments import Segment
from sinotech.claims.totals import Adding, compare_total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.evidence import Evidence

CALLED = 0.74
"""Share of a label, or of an event's name, that a claim must say to contradict it: the
share that ``settings.COVERED`` asks of a record."""

FEWEST = 3
"""Pieces that a claim without a number must have to be supported: two names are in many
records together."""

_THINGS = frozenset(("program", "organization", "person"))
NONE: frozenset[Segment] = frozenset()

_BREAKS = frozenset(",，;；:：")
"""What parts clauses."""


class ForeignAssertion(Comparison):
    """A question that knows what the answers of a record come to."""

    def judge(
        self,
        evidence: "Evidence",
        helpers: "Sequence[Evidence]" = (),
        lent: "frozenset[Segment]" = NONE,
    ) -> Match:
        """Return how *evidence* stands to the part; *helpers* hold what is *lent*."""
        labels = self.labels.of(evidence)
        matter, missing = self.matter(evidence, helpers, lent)
        place = self.place(missing, evidence)
        outcomes = [
            compare_date(self.sentence.times, evidence),
            compare_polarity(self.sentence, evidence),
            self.status(evidence),
            matter,
        ]
        scopes = (place, self.scope(evidence), self.origin(evidence))
        outcomes += [one for one in scopes if one]
        called = max((label.covered(self.keys) for label in labels), default=0.0)
        if labels and not any(label.is_said(self.keys) for label in labels):
            called = min(called, HALF)
        if self.quantity:
            outcomes.append(self.number(evidence, called))
            total = compare_total(Adding(self.sentence, self.quantity), evidence)
            outcomes += [total] if total else []
        if evidence.kind == "event":
            of = self.is_of_program(evidence)
            called = 1.0 if of else self.named(evidence)
        match = Match(evidence, matter.score, (), lambda: outcomes)
        match.missing = [_unit(segment) for segment in missing]
        match.relation = self._relation(match, called)
        return match

    def _relation(self, match: Match, called: float) -> str:
        """Return what the outcomes come to, by the rules that `foreign` begins with."""
        differing = [o for o in match.outcomes if o.relation == DIFFERS]
        if match.missing or match.has(MISSING):
            return BEARS
        if differing:
            if self.sentence.negated and match.has(OPEN):
                return BEARS  # what is denied may be denied there as well
            alone = len(differing) == 1 and called >= CALLED
            decides = alone and self._decides(match.evidence, differing[0].aspect)
            return CONTRADICTS if decides else BEARS
        if match.has(OPEN) or self._goes_on(match.evidence):
            return BEARS
        if self.quantity:  # a program's record holds numbers of several things
            return BEARS if match.evidence.kind == "program" else SUPPORTS
        return SUPPORTS if len(self.segments) >= FEWEST else BEARS

    def _goes_on(self, evidence: "Evidence") -> bool:
        """Whether the claim has something that happens once go on since a day."""
        stems = {
            stem
            for segment in self.all
            for meaning in segment.means
            for stem in meaning.stems
        }
        return goes_on(self.sentence, stems, evidence)

    def _decides(self, evidence: "Evidence", aspect: str) -> bool:
        """Whether a record of that kind can be at odds with the claim in *aspect*.

        An ordinal is at odds only with that of the same date: a series has them all. A
        figure of one day tells nothing of another.
        """
        kind = evidence.kind
        if aspect == "quantity" and other_end(self.sentence, self.quantity):
            return False
        if aspect == "date" and kind != "event":
            return False
        if self.quantity and self.quantity.unit == "ordinal":
            return kind in {"figure", "event"} and bool(self.sentence.times)
        return kind == ("figure" if self.quantity else "event")

    def together(
        self, matches: "Sequence[Match]", others: "Sequence[Evidence]"
    ) -> list[Match]:
        """Return matches of records of one thing, taken together.

        *Others* hold the claim's other numbers, and what is said with them. What stands
        after the number and what it counts may be held by another record about the
        same program; to contradict, what stands in another clause, and in no label.
        """
        if any(match.relation == SUPPORTS for match in matches):
            return []
        counted = self._counted()
        free = frozenset(
            segment for segment in self.segments if segment.first not in counted
        )
        end = max(counted, default=0)
        after = frozenset(segment for segment in free if segment.first > end > 0)
        apart = self._apart()
        made = []
        for match in matches:
            unsettled = match.has(MISSING) or match.has(OPEN)
            if unsettled or match.matter < settings.TOGETHER:
                continue
            one = match.evidence
            mates = self._mates(one, matches)
            tries = (
                (self.judge(one, others, free), {SUPPORTS, CONTRADICTS}),
                (self.judge(one, mates, after), {SUPPORTS}),
                (self.judge(one, mates, apart), {CONTRADICTS}),
            )
            made += [again for again, wanted in tries if again.relation in wanted][:1]
        return made

    def _apart(self) -> "frozenset[Segment]":
        """Return the segments in other clauses than the number, which no label has."""
        if self.quantity is None:
            return NONE
        tokens, text = self.sentence.tokens, self.sentence.text
        where = tokens[self.quantity.first].start
        return frozenset(
            segment
            for segment in self.segments
            if not segment.keys & self.labels.known
            and _BREAKS
            & set(text[slice(*sorted((where, tokens[segment.first].start)))])
        )

    def _counted(self) -> set[int]:
        """Return the tokens of the number asked about and of what it counts."""
        if self.quantity is None:
            return set()
        phrase = phrase_of(self.quantity, self.sentence, self.all)
        return {
            *range(self.quantity.first, self.quantity.last + 1),
            *(
                at
                for segment in phrase
                for at in range(segment.first, segment.last + 1)
            ),
        }

    def _mates(
        self, evidence: "Evidence", matches: "Sequence[Match]"
    ) -> "list[Evidence]":
        """Return other records about the program or person of *evidence*.

        Of one with many records, only those that hold all of the claim but its number.
        """
        session = self.session
        found = session.evidence_of(sorted(session.mates(evidence) - {evidence.id}))
        own = {id_ for id_, kind in evidence.kinds.items() if kind in _THINGS}
        found += [
            match.evidence
            for match in matches
            if match.matter == 1 and own & match.evidence.ids
        ]
        return found


def _unit(segment: Segment) -> Unit:
    """Return a unit for the matches: the words that a record does not hold."""
    unit = Unit(segment.text, (), segment.first, segment.last)
    unit.proper, unit.weight = True, settings.UNKNOWN
    return unit
