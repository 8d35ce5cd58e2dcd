"""One number of a claim in another language, or none, compared with a record."""

from sinotech.claims.compare.date import compare_date
from sinotech.claims.compare.matter import holds
from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, SILENT, Outcome
from sinotech.claims.compare.quantity import NOT_COUNTED, compare_numbers
from sinotech.claims.counted import head_of, phrase_of
from sinotech.claims.labels import HALF, Labels, keys_of
from sinotech.claims.segments import PLACE, UNREAD, Segment, is_china
from sinotech.naming import fold
from sinotech.prose import numbers
from sinotech.prose.quantity import Quantity
from sinotech.query.records import get_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence
    from sinotech.prose.features import StatedNumber

UNIT_KEYS = {
    "percent": frozenset(("share",)),
    "t/ha": frozenset(("ton", "hectare", "yield")),
    "t": frozenset(("ton",)),
    "m2": frozenset(("area",)),
    "times": frozenset(("half", "double")),
    "years": frozenset(("year",)),
    "CNY": frozenset(("renminbi", "generation", "output")),
}
"""Words of a label that the unit of a number says."""

_SMALL = frozenset("and of the on for in".split())
"""English words inside names that other languages have no word for."""


class Comparison:
    """A part of a claim, and the number of it that is asked about.

    *all* are its segments, *segments* those without what its other numbers count.
    """

    def __init__(
        self,
        sentence: "Sentence",
        quantity: Quantity | None,
        segments: "Sequence[Segment]",
        labels: Labels,
    ) -> None:
        """Hold what is asked; *segments* of other numbers' phrases are left out."""
        self.sentence, self.quantity, self.labels = sentence, quantity, labels
        self.session = labels.session
        self.all = list(segments)
        self.keys = keys_of(segments)
        for one in sentence.quantities:
            self.keys |= UNIT_KEYS.get(one.unit, frozenset())
        others = {
            at
            for other in sentence.quantities
            if quantity and other is not quantity
            for at in (
                segment.first for segment in phrase_of(other, sentence, segments)
            )
        }
        self.segments = [segment for segment in segments if segment.first not in others]

    def matter(
        self,
        evidence: "Evidence",
        helpers: "Sequence[Evidence]",
        lent: "frozenset[Segment]",
    ) -> tuple[Outcome, list[Segment]]:
        """Compare the segments with what the record holds, and say what it does not."""
        asked = [segment for segment in self.segments if not is_china(segment)]
        missing = [
            segment
            for segment in asked
            if not self._holds(segment, evidence)
            and not (
                segment in lent and any(self._helps(segment, one) for one in helpers)
            )
        ]
        score = 1 - len(missing) / len(asked) if asked else 0.0
        reasons = []
        unread = [segment.text for segment in missing if segment.kind == UNREAD]
        if unread:
            reasons.append("not read: " + ", ".join(f"“{text}”" for text in unread))
        rest = [segment.text for segment in missing if segment.kind != UNREAD]
        if rest:
            spoken = ", ".join(f"“{text}”" for text in rest)
            reasons.append(f"the record does not speak of {spoken}")
        told = "; ".join(reasons) or "the record speaks of all that the claim does"
        return Outcome("matter", SAME, score, told), missing

    def _holds(self, segment: Segment, evidence: "Evidence") -> bool:
        keys = self.labels.keys_of(evidence)
        return _holds(segment, evidence, keys)

    def _helps(self, segment: Segment, evidence: "Evidence") -> bool:
        """Whether a record holds what another lacks; a place, only on the same day."""
        if not self._holds(segment, evidence):
            return False
        times = self.sentence.times if segment.kind == PLACE else []
        return compare_date(times, evidence).relation in {SAME, SILENT}

    def place(self, missing: list[Segment], evidence: "Evidence") -> Outcome | None:
        """Compare where the claim says it was with where an event was."""
        where = evidence.place
        elsewhere = [segment for segment in missing if segment.kind == PLACE]
        if evidence.kind != "event" or not where or not elsewhere:
            return None
        for segment in elsewhere:
            missing.remove(segment)
        reason = f"the record says that it was in {where}, not “{elsewhere[0].text}”"
        return Outcome("place", DIFFERS, 0.0, reason)

    def scope(self, evidence: "Evidence") -> Outcome | None:
        """Compare the regions of the claim with those over which a figure counts."""
        said = {id_ for p in self.all if p.mention for id_ in p.mention.ids}
        regions = {
            id_
            for id_, kind in evidence.kinds.items()
            if kind == "group" and evidence.kind != "group"
        }
        if not self.quantity or not said & regions or regions <= said:
            return None
        others = self.session.names_of(regions - said)
        return Outcome("scope", MISSING, 0.0, f"the record counts {others}, too")

    def origin(self, evidence: "Evidence") -> Outcome | None:
        """Compare whether what is counted is said to be Chinese.

        Every record is about China, but not every professional it trained is Chinese:
        the measure must be called so.
        """
        if self.quantity is None:
            return None
        phrase = phrase_of(self.quantity, self.sentence, self.all)
        chinese = [at for at, segment in enumerate(phrase) if is_china(segment)]
        names = " ".join(label.name for label in self.labels.of(evidence))
        if all(_is_called(phrase, at, names) for at in chinese):
            return None
        reason = "the record does not say that what it counts is Chinese"
        return Outcome("scope", MISSING, 0.0, reason)

    def status(self, evidence: "Evidence") -> Outcome:
        """Compare whether it is planned; tenses beyond that are not read."""
        planned = evidence.features.status == "planned"
        if planned == (self.sentence.status == "planned"):
            return Outcome("status", SAME if planned else SILENT, 1.0, "")
        who = "source" if planned else "claim alone"
        return Outcome(
            "status", MISSING, 0.0, f"the {who} speaks of it as planned only"
        )

    def number(self, evidence: "Evidence", called: float) -> Outcome:
        """Compare the number with those that the record states for the same thing."""
        none = Outcome("quantity", MISSING, 0.0, NOT_COUNTED)
        if self.quantity is None or (evidence.kind == "figure" and called < HALF):
            return none
        labels = self.labels.of(evidence)
        if any(self.quantity.low in label.numbers for label in labels):
            return none  # it is part of what the measure is called
        best = none
        for stated in _stated(evidence):
            if stated.quantity.unit != self.quantity.unit:
                continue
            if self.quantity.unit == "count" and not self._counts(stated):
                continue
            outcome = compare_numbers(self.quantity, stated.quantity)
            if best is none or (outcome.relation == SAME != best.relation):
                best = outcome
        return best

    def _counts(self, stated: "StatedNumber") -> bool:
        """Whether what the claim counts is what the record's number counts."""
        if self.quantity is None:
            return False
        head = head_of(self.quantity, self.sentence, self.all)
        if head is None:
            return False
        return any(
            (meaning.stems and meaning.stems[-1] in stated.heads)
            or any(unit.concepts & stated.heads for unit in meaning.units)
            for meaning in head.means
        )

    def named(self, evidence: "Evidence") -> float:
        """Return the share of an event's own words that the claim says."""
        said = {
            stem
            for segment in self.all
            for meaning in segment.means
            for stem in meaning.stems
        }
        ids = {id_ for p in self.all if p.mention for id_ in p.mention.ids}
        for id_ in ids:
            record = get_record(self.session.store, id_)
            if record:
                read = self.session.read(str(record["name"]))
                said |= set(read.stems)
        units = self.session.read(evidence.doc["what"]).units
        held = [
            unit
            for unit in units
            if (unit.mention and unit.mention.ids & ids)
            or set(unit.stems) - _SMALL <= said
        ]
        return len(held) / len(units) if units else 0.0

    def is_of_program(self, evidence: "Evidence") -> bool:
        """Whether the claim names an event's program, and its year or its day."""
        named = any(
            segment.mention
            and "program" in segment.mention.kinds
            and segment.mention.ids & evidence.ids
            for segment in self.all
        )
        times = self.sentence.times
        same = (compare_date([time], evidence).relation == SAME for time in times)
        return named and any(same)


def _is_called(phrase: "Sequence[Segment]", at: int, names: str) -> bool:
    """Whether *names* have the word at *at*, too, beside what is counted."""
    said = phrase[at].text
    if said.startswith("中"):
        noun = phrase[at + 1].text if at + 1 < len(phrase) else ""
        return f"{said}{noun}" in names
    adjectives = (fold(name) for name in names.split() if name.islower())
    return any(name.startswith(fold(said)[:4]) for name in adjectives)


def _holds(segment: Segment, evidence: "Evidence", keys: set[str]) -> bool:
    """Whether a record whose labels have *keys* holds what *segment* says."""
    if segment.mention:
        if segment.mention.ids & evidence.ids:
            return True
        inner = [one for one in segment.inner if not is_china(one)]
        if segment.mention.kinds != {"program"}:
            return bool(inner) and all(one.keys & keys for one in inner)
        return bool(inner) and all(_holds(one, evidence, keys) for one in inner)
    if segment.keys & keys:
        return True
    return any(
        all(holds(evidence, unit) > HALF for unit in meaning.units)
        if meaning.units
        else set(meaning.words) <= evidence.features.words
        for meaning in segment.means
    )


def _stated(evidence: "Evidence") -> "Iterable[StatedNumber]":
    """Yield the numbers that a record is of; of other records than figures, all."""
    if evidence.kind != "figure":
        yield from evidence.features.stated
        return
    main = evidence.features.stated[0]
    yield main
    if evidence.doc["hedge"] in numbers.VAGUE:
        vague = Quantity(*numbers.VAGUE[evidence.doc["hedge"]], main.quantity.unit)
        vague.text = main.quantity.text
        yield type(main)(vague, main.heads, main.wide)
