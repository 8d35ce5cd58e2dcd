"""One number of a claim in another language, or none, compared with a record."""

from sinotech.claims.compare.date import compare_date
from sinotech.claims.compare.matter import holds
from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, SILENT, Outcome
from sinotech.claims.compare.quantity import NOT_COUNTED, compare_numbers
from sinotech.claims.counted import head_of, phrase_of
from sinotech.claims.labels import HALF, Labels, keys_of
from sinotech.claims.pieces import PLACE, UNREAD, Piece, is_china
from sinotech.naming import fold
from sinotech.prose import numbers
from sinotech.prose.quantity import Quantity
from sinotech.query.records import get_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence
    from sinotech.prose.features import Stated

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

    *all* are its pieces, *pieces* those without what its other numbers count.
    """

    def __init__(
        self,
        sentence: "Sentence",
        quantity: Quantity | None,
        pieces: "Sequence[Piece]",
        labels: Labels,
    ) -> None:
        """Hold what is asked; *pieces* of other numbers' phrases are left out."""
        self.sentence, self.quantity, self.labels = sentence, quantity, labels
        self.words = labels.words
        self.all = list(pieces)
        self.keys = keys_of(pieces)
        for one in sentence.quantities:
            self.keys |= UNIT_KEYS.get(one.unit, frozenset())
        others = {
            at
            for other in sentence.quantities
            if quantity and other is not quantity
            for at in (piece.first for piece in phrase_of(other, sentence, pieces))
        }
        self.pieces = [piece for piece in pieces if piece.first not in others]

    def matter(
        self,
        evidence: "Evidence",
        helpers: "Sequence[Evidence]",
        lent: "frozenset[Piece]",
    ) -> tuple[Outcome, list[Piece]]:
        """Compare the pieces with what the record holds, and say what it does not."""
        asked = [piece for piece in self.pieces if not is_china(piece)]
        missing = [
            piece
            for piece in asked
            if not self._holds(piece, evidence)
            and not (piece in lent and any(self._holds(piece, one) for one in helpers))
        ]
        score = 1 - len(missing) / len(asked) if asked else 0.0
        reasons = []
        unread = [piece.text for piece in missing if piece.kind == UNREAD]
        if unread:
            reasons.append("not read: " + ", ".join(f"“{text}”" for text in unread))
        rest = [piece.text for piece in missing if piece.kind != UNREAD]
        if rest:
            spoken = ", ".join(f"“{text}”" for text in rest)
            reasons.append(f"the record does not speak of {spoken}")
        told = "; ".join(reasons) or "the record speaks of all that the claim does"
        return Outcome("matter", SAME, score, told), missing

    def _holds(self, piece: Piece, evidence: "Evidence") -> bool:
        keys = self.labels.keys_of(evidence)
        return _holds(piece, evidence, keys)

    def place(self, missing: list[Piece], evidence: "Evidence") -> Outcome | None:
        """Compare where the claim says it was with where an event was."""
        where = evidence.place
        elsewhere = [piece for piece in missing if piece.kind == PLACE]
        if evidence.kind != "event" or not where or not elsewhere:
            return None
        for piece in elsewhere:
            missing.remove(piece)
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
        others = self.words.names_of(regions - said)
        return Outcome("scope", MISSING, 0.0, f"the record counts {others}, too")

    def origin(self, evidence: "Evidence") -> Outcome | None:
        """Compare whether what is counted is said to be Chinese.

        Every record is about China, but not every professional it trained is Chinese:
        the measure must be called so.
        """
        if self.quantity is None:
            return None
        phrase = phrase_of(self.quantity, self.sentence, self.all)
        chinese = [at for at, piece in enumerate(phrase) if is_china(piece)]
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

    def _counts(self, stated: "Stated") -> bool:
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
            for piece in self.all
            for meaning in piece.means
            for stem in meaning.stems
        }
        ids = {id_ for p in self.all if p.mention for id_ in p.mention.ids}
        for id_ in ids:
            record = get_record(self.words.store, id_)
            if record:
                read = self.words.read(str(record["name"]))
                said |= set(read.stems)
        units = self.words.read(evidence.doc["what"]).units
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
            piece.mention
            and "program" in piece.mention.kinds
            and piece.mention.ids & evidence.ids
            for piece in self.all
        )
        times = self.sentence.times
        same = (compare_date([time], evidence).relation == SAME for time in times)
        return named and any(same)


def _is_called(phrase: "Sequence[Piece]", at: int, names: str) -> bool:
    """Whether *names* have the word at *at*, too, beside what is counted."""
    said = phrase[at].text
    if said.startswith("中"):
        noun = phrase[at + 1].text if at + 1 < len(phrase) else ""
        return f"{said}{noun}" in names
    adjectives = (fold(name) for name in names.split() if name.islower())
    return any(name.startswith(fold(said)[:4]) for name in adjectives)


def _holds(piece: Piece, evidence: "Evidence", keys: set[str]) -> bool:
    """Whether a record whose labels have *keys* holds what *piece* says."""
    if piece.mention:
        if piece.mention.ids & evidence.ids:
            return True
        inner = [one for one in piece.inner if not is_china(one)]
        if piece.mention.kinds != {"program"}:
            return bool(inner) and all(one.keys & keys for one in inner)
        return bool(inner) and all(_holds(one, evidence, keys) for one in inner)
    if piece.keys & keys:
        return True
    return any(
        all(holds(evidence, unit) > HALF for unit in meaning.units)
        if meaning.units
        else set(meaning.words) <= evidence.features.words
        for meaning in piece.means
    )


def _stated(evidence: "Evidence") -> "Iterable[Stated]":
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
