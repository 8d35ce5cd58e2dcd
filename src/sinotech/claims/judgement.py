"""A claim judged: its parts, each with its verdict, and what they come to."""

from sinotech.claims import settings
from sinotech.claims.compare.outcome import DIFFERS, SAME
from sinotech.claims.compare.quantity import goes_beyond
from sinotech.claims.match import BEARS, CONTRADICTS, SUPPORTS
from sinotech.claims.settings import (
    CONFLICTING,
    CONTRADICTED,
    NOT_FOUND,
    OUTDATED,
    SUPPORTED,
    UNDECIDED,
    WEAKEST,
)
from sinotech.claims.written import holding, padded, ranges, unclear_in, with_signs_read
from sinotech.prose.verbs import MODALS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.context import Lent
    from sinotech.claims.evidence import Evidence
    from sinotech.claims.match import Match
    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantity import Quantity

_ADDRESS = r"https?://\S+|www\.\S+|pic\.twitter\.com\S+"
"""What of a claim is the address of a page."""

_ADDRESSED = ("http", "www.", "pic.twitter.com")
"""Without any of which there is no address in a text."""

CERTAIN, LIKELY = "certain", "likely"
"""How sure a verdict is that decides."""

MAX_CHARS = 2000
"""Characters of a claim that are read; no claim that can be checked is longer."""

SETTLED = frozenset((SUPPORTED, OUTDATED, CONFLICTING))
"""Verdicts of a sentence that need no closer look, piece by piece."""

DECIDED = SETTLED | {CONTRADICTED}
"""Verdicts of a part that records settle."""

_DENIED = {
    SUPPORTED: CONTRADICTED,
    CONTRADICTED: UNDECIDED,
    OUTDATED: UNDECIDED,
    CONFLICTING: UNDECIDED,
}
"""What becomes of a verdict where the sentence is denied: ``It is a myth that``."""

_TELLING = frozenset(("date", "place", "party"))
"""Aspects beside numbers that differ where a writer has to look again."""


class Part:
    """A part of a claim, judged: by *matches*, one for each record looked at.

    *notes* say what could not be read, *ranking* the ids of records that share its
    words, the nearest first; *unsettled* are the numbers of it that no record settles.
    *lent* is what its sentence takes from the one before, if there is one.
    """

    __slots__ = (
        "_ranked",
        "lent",
        "matches",
        "notes",
        "ranking",
        "sentence",
        "states",
        "unsettled",
        "verdict",
    )

    def __init__(
        self,
        sentence: "Sentence",
        verdict: str,
        matches: "list[Match]",
        notes: "Sequence[str]" = (),
    ) -> None:
        """Hold the verdict and what it rests on."""
        self.sentence, self.verdict, self.matches = sentence, verdict, matches
        self.notes = list(notes)
        self.ranking: list[str] = []
        self.states = True
        self.unsettled: Sequence[Quantity] = ()
        self.lent: Lent | None = None
        self._ranked: list[Match] | None = None

    def ranked(self) -> "list[Match]":
        """Return the matches, those that settle it first, each record once."""
        if self._ranked is None:
            best: dict[str, Match] = {}
            for match in sorted(self.matches, key=self._place):
                best.setdefault(match.evidence.id, match)
            self._ranked = list(best.values())
        return self._ranked

    def _counts(self, evidence: "Evidence") -> bool:
        """Whether a figure's own number is one of the part's."""
        own = evidence.features.stated[:1]
        asked = [(one.interval, one.unit) for one in self.sentence.quantities]
        return any((s.quantity.interval, s.quantity.unit) in asked for s in own)

    def deny(self) -> None:
        """Turn it round: the sentence that it is of says that it is not so."""
        self.verdict = _DENIED.get(self.verdict, self.verdict)
        for match in self.matches if self.verdict == CONTRADICTED else ():
            match.deny()
        self._ranked = None

    def doubt(self, written: str, reason: str) -> None:
        """Leave it undecided: what is *written* leaves it open, for a *reason*."""
        if self.verdict in DECIDED:
            self.verdict = UNDECIDED
        self.notes.append(f"{reason}: “{written}”")
        self._ranked = None
        for match in self.matches:
            if match.relation:
                match.relation = BEARS

    def mind_ranges(self) -> None:
        """Leave undecided what is said to be far more, maybe, than records say."""
        for quantity in ranges(self.sentence) if self.verdict == SUPPORTED else ():
            told = [f for f in self.matches if f.relation == SUPPORTS]
            if told and all(goes_beyond(quantity, one.evidence) for one in told):
                self.doubt(quantity.text, "the records say nothing of so much")

    @property
    def confidence(self) -> str:
        """Return how sure a deciding verdict is: ``certain``, ``likely`` or nothing.

        It is certain where a number or date settles it, or a record says all of it; but
        not where it is not sure what it takes from the sentence before.
        """
        if self.verdict not in {SUPPORTED, CONTRADICTED}:
            return ""
        if self.lent and not self.lent.sure:
            return LIKELY
        wanted = SUPPORTS if self.verdict == SUPPORTED else CONTRADICTS
        deciding = [f for f in self.matches if f.relation == wanted]
        if self.verdict == CONTRADICTED:
            certain = not _is_qualified(self.sentence) and any(
                _is_certain(f) and _is_of_same_time(f, self.sentence) for f in deciding
            )
            return CERTAIN if certain else LIKELY
        return CERTAIN if any(map(_is_certain, deciding)) else LIKELY

    @property
    def decides(self) -> bool:
        """Whether records settle it."""
        return self.verdict in DECIDED

    @property
    def is_mixed(self) -> bool:
        """Whether it counts several things, so that each may be said of another."""
        counted = [one for one in self.sentence.quantities if one.unit == "count"]
        return len(counted) > 1

    @property
    def is_opposed(self) -> bool:
        """Whether a record that holds all of it has another number."""
        return self.verdict != SUPPORTED and any(
            match.relation == CONTRADICTS
            and match.differing == "quantity"
            and not match.missing
            for match in self.matches
        )

    @property
    def is_near_miss(self) -> bool:
        """Whether a record of the same thing has another number, date, place or name.

        That alone does not make the part untrue.
        """
        stated = [f for f in self.matches if f.is_about_number(SAME)]
        return any(
            match.matter >= settings.SAME
            if match.differing in _TELLING
            else match.is_about_number(DIFFERS)
            and not any(
                one.quantity is match.quantity and one.disputes(match) for one in stated
            )
            for match in self.matches
        )

    def _place(self, match: "Match") -> "tuple[bool, bool, float, bool, int]":
        """Order articles before other pages, and figures first if they settle it.

        Of those that are as near, that which is of the very number comes first.
        """
        evidence = match.evidence
        other = bool(self.sentence.quantities) and evidence.kind != "figure"
        weak = evidence.features.standing == "corroborating"
        return (
            weak,
            other and bool(match.relation),
            -match.score,
            evidence.kind != "figure" or not self._counts(evidence),
            evidence.number,
        )


def _is_certain(match: "Match") -> bool:
    compared = any(
        match.has(relation, aspect)
        for relation in (SAME, DIFFERS)
        for aspect in ("quantity", "date")
    )
    return compared or (match.relation == SUPPORTS and match.matter >= 1.0)


_QUALIFYING = MODALS | frozenset(
    """not no never none neither nor without can cannot soon when until before
    initially originally formerly previously once""".split()
)
"""Words by which a sentence denies something, only thinks it, or tells of before."""


def _is_qualified(sentence: "Sentence") -> bool:
    """Whether a sentence may mean another time, or deny what it speaks of."""
    words = (token.word for token in sentence.tokens)
    return any(word in _QUALIFYING or word.endswith(" t") for word in words)


def _is_of_same_time(match: "Match", sentence: "Sentence") -> bool:
    """Whether what differs is of the time, the series and the thing of the claim.

    Counts grow, so that another day has another; a series has every ordinal; and a
    record may give no place. With a number that the record does not have, another date
    may be that of another thing.
    """
    aspect, quantity = match.differing, match.quantity
    if aspect == "quantity":
        if quantity is not None and quantity.unit == "ordinal":
            return _is_of_series(match, sentence)
        dated = match.has(SAME, "date") and not _ends_before(sentence, match)
        return dated or not sentence.times
    if aspect == "date":
        counts = any(one.unit == "count" for one in sentence.quantities)
        return len(sentence.times) == 1 and (not counts or match.has(SAME, "quantity"))
    return aspect != "place" or bool(match.evidence.place)


def _is_of_series(match: "Match", sentence: "Sentence") -> bool:
    """Whether an ordinal is of the one time of a claim, and of a series of its own.

    What is the first since something else may be the sixteenth of all.
    """
    first = any(
        one.quantity.unit == "ordinal" and one.quantity.low == 1
        for one in match.evidence.features.stated
    )
    return len(sentence.times) == 1 and match.has(SAME, "date") and not first


def _ends_before(sentence: "Sentence", match: "Match") -> bool:
    """Whether a sentence counts *by* a year before the last of the record's."""
    last = max((span[1][:4] for span in match.evidence.features.dates), default="")
    return any(
        time.relation in {"by", "until"} and time.latest[:4] < last
        for time in sentence.times
    )


class Judgement:
    """A claim, judged.

    *inherited* is what its sentences take from those before, as a reader would read it.
    """

    __slots__ = ("claim", "inherited", "notes", "parts", "ranking", "verdict")

    def __init__(self, claim: str, parts: list[Part], language: str = "") -> None:
        """Hold the parts; the whole is worth what the weakest is.

        *language* is that of the claim: nothing for English.
        """
        self.claim, self.parts = claim, parts
        self.notes: list[str] = []
        lent = [part.lent for part in parts if part.lent and part.lent.inherited]
        self.inherited = ", ".join(dict.fromkeys(one.inherited for one in lent))
        self._mind_signs(language)
        self.notes += dict.fromkeys(one.note for one in lent)
        self.verdict = min((part.verdict for part in parts), key=WEAKEST.index)
        self.ranking = parts[0].ranking

    def _mind_signs(self, language: str) -> None:
        """Note how signs of the claim were read; no unclear number settles anything."""
        claim, read = self.claim, legible(self.claim)
        if read != claim:
            from sinotech.signs import told

            self.notes += told(claim[:MAX_CHARS], prose=True)
        unclear = unclear_in(read if language else with_signs_read(read), language)
        for part in self.parts:
            self.notes += padded(part.sentence, unclear)
        self.notes = list(dict.fromkeys(self.notes))
        for number, reason in unclear.items():
            near = holding([part.sentence for part in self.parts], number)
            for part in self.parts:
                if part.sentence in near:
                    part.doubt(number, reason)
        for part in self.parts:
            part.mind_ranges()

    @property
    def confidence(self) -> str:
        """Return how sure the verdict is: no surer than any part that has it."""
        told = {p.confidence for p in self.parts if p.verdict == self.verdict}
        return LIKELY if LIKELY in told else max(told, default="")

    def cut_short(self) -> None:
        """Note that only a beginning was read; what was not cannot be supported."""
        self.notes.append("the claim is too long; only its beginning was read")
        if self.verdict != CONTRADICTED:
            self.verdict = NOT_FOUND


def legible(claim: str) -> str:
    """Return what of *claim* is read: its beginning, without addresses of pages.

    Signs that nobody sees are left out, too.
    """
    read = claim[:MAX_CHARS]
    if not read.isascii() or not read.isprintable():
        from sinotech.signs import plain  # only here: most claims are of usual signs

        read = plain(read)
    if any(sign in read for sign in _ADDRESSED):
        import re  # only here: few claims hold an address

        read = re.sub(_ADDRESS, " ", read)
    return read
