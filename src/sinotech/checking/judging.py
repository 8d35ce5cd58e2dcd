"""What a judgement says of a sentence: codes, messages, and the records behind them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sinotech.checking.citing import Citing
from sinotech.checking.codes import (
    CONFLICTING,
    CONTRADICTED,
    NOT_FOUND,
    OUTDATED,
    SUPPORTED,
    TO_REVIEW,
    Code,
)
from sinotech.checking.diagnostic import Record
from sinotech.claims import settings
from sinotech.claims.answering import (
    SUPERSEDES,
    differing_in,
    evidence_of,
    nearest_of,
)
from sinotech.claims.judgement import CERTAIN, Judgement, Part
from sinotech.claims.match import CONTRADICTS, SUPPORTS
from sinotech.claims.session import Session
from sinotech.claims.settings import MEANING
from sinotech.naming import shortened

Row = dict[str, Any]

SAID = 200
"""Characters of what a record says that a message repeats."""

_BY_VERDICT = {
    settings.OUTDATED: OUTDATED,
    settings.CONFLICTING: CONFLICTING,
}
"""The codes of verdicts that have one, however sure."""


@dataclass(slots=True)
class Found:
    """What is found of a sentence under one code.

    *parts* say in words what is found of each part of it, *records* are those that
    decide, and *differs* words of the sentence that those have otherwise.
    """

    code: Code
    verdict: str
    confidence: str
    parts: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    differs: list[str] = field(default_factory=list)

    def message(self, aside: str) -> str:
        """Return one line; *aside* stands behind the name of the code."""
        told = "; ".join(dict.fromkeys(self.parts))
        is_open = (self.code, self.verdict) == (NOT_FOUND, settings.UNDECIDED)
        name = "undecided" if is_open else self.code.name
        return f"{name} ({aside}): {told}" if aside else f"{name}: {told}"


class Finder:
    """Finds what judgements say of sentences."""

    def __init__(
        self, session: Session, codes: frozenset[str], style: str | None = None
    ) -> None:
        """Tell of the *codes* alone; cite in short, or in a citation *style*."""
        self._words, self._codes = session, codes
        self._citing = Citing(session, style)

    def found_of(self, judgement: Judgement) -> list[Found]:
        """Return what is found of a sentence: one for each code that a part of it has.

        Where no part has a problem, the sentence as a whole is supported or not found.
        What has a code that is not told of comes without words and records.
        """
        found: dict[str, Found] = {}
        for part in judgement.parts:
            if code := _code(part):
                one = Found(code, part.verdict, part.confidence)
                self._tell(found.setdefault(code.id, one), part, judgement)
        return [found[id_] for id_ in sorted(found)] or [self._whole(judgement)]

    def _tell(self, one: Found, part: Part, judgement: Judgement) -> None:
        """Add what the sources say of *part* instead, and the records, to *one*."""
        if one.code.id not in self._codes:
            return
        if part.verdict == settings.UNDECIDED:
            told, rows = _undecided(part, judgement, self._words)
            pairs = self._differing(part, rows)
        else:
            rows = _deciding(one.code, part, self._words)
            pairs = self._differing(part, rows)
            told = _told(one.code, rows, pairs)
        one.parts.append(told)
        one.differs += [own for own, _ in pairs]
        one.records += map(self._citing.record, rows)

    def _differing(self, part: Part, rows: list[Row]) -> list[tuple[str, str]]:
        """Return what of *part* the first of *rows* has otherwise, with what it has."""
        if not rows or part.verdict == settings.CONFLICTING:
            return []
        if part.verdict == settings.OUTDATED:
            own = [quantity.text for quantity in part.sentence.quantities]
            is_one = len(own) == 1 and rows[0]["relation"] == SUPERSEDES
            return [(own[0], str(rows[0]["value"]))] if is_one else []
        pairs = differing_in(part, self._words, rows[0]["id"])
        numbers = {quantity.text for quantity in part.sentence.quantities}
        if len(numbers) > 1:  # each may be said of another
            numbers.discard(_contradicted_number(part, rows[0]["id"]))
            return [pair for pair in pairs if pair[0] not in numbers]
        return pairs

    def _whole(self, judgement: Judgement) -> Found:
        """Return what is found of a sentence without a problem."""
        if judgement.verdict != settings.SUPPORTED:
            return Found(NOT_FOUND, judgement.verdict, "", [MEANING[judgement.verdict]])
        one = Found(SUPPORTED, judgement.verdict, judgement.confidence)
        if SUPPORTED.id in self._codes:
            evidence = (evidence_of(part, self._words) for part in judgement.parts)
            rows = [row for some in evidence for row in some if row["decides"]]
            one.parts.append(f"the sources say {_all(rows)}")
            one.records += map(self._citing.record, rows)
        return one


def _contradicted_number(part: Part, id_: str) -> str:
    """Return the one number of *part* that the record *id_* contradicts.

    It is empty if that is none, or several, or another number reads the same.
    """
    texts = {
        finding.quantity.text
        for finding in part.matches
        if finding.evidence.id == id_
        and finding.relation == CONTRADICTS
        and finding.differing == "quantity"
        and finding.quantity
    }
    own = [quantity.text for quantity in part.sentence.quantities]
    return texts.pop() if len(texts) == 1 and own.count(*texts) == 1 else ""


def _code(part: Part) -> Code | None:
    """Return the code of a part that has a problem."""
    if part.verdict == settings.CONTRADICTED:
        if not any(one.relation == CONTRADICTS for one in part.matches):
            return None  # no record can be named
        return CONTRADICTED if part.confidence == CERTAIN else TO_REVIEW
    if part.verdict == settings.UNDECIDED:
        return TO_REVIEW if part.is_near_miss else None
    return _BY_VERDICT.get(part.verdict)


def _deciding(code: Code, part: Part, session: Session) -> list[Row]:
    """Return the records that a writer must know of to mend *part*."""
    evidence = evidence_of(part, session)
    deciding = [row for row in evidence if row["decides"]]
    if code is CONFLICTING:
        return _sides(evidence, session)
    if code is OUTDATED:
        return [row for row in evidence if row["relation"] == SUPERSEDES] or deciding
    return [row for row in deciding if row["relation"] == CONTRADICTS] or deciding


def _told(code: Code, rows: list[Row], pairs: list[tuple[str, str]]) -> str:
    """Return in words what *rows* say, and beside it what the sentence says instead."""
    if code is CONFLICTING:
        return f"one source says {'; another says '.join(map(_said, rows))}"
    if code is OUTDATED and rows[0]["relation"] != SUPERSEDES:
        return f"a later source replaces {_all(rows)}"
    say = {OUTDATED: "now say", CONTRADICTED: "say"}.get(code, "likely say")
    told = f"the sources {say} {_with(pairs, rows)}"
    own = " and ".join(f"“{words}”" for words, _ in pairs)
    return f"{own}, where {told}" if own else told


def _with(pairs: list[tuple[str, str]], rows: list[Row]) -> str:
    """Return what *rows* say, behind what they have in the place of the *pairs*."""
    said = _all(rows)
    instead = " and ".join(theirs for _, theirs in pairs if theirs)
    if not instead or said.lower().startswith(f"{instead.lower()}:"):
        return said
    return f"{instead} ({said})"


def _sides(evidence: list[Row], session: Session) -> list[Row]:
    """Return a record of each side of a conflict, that which agrees first.

    They are, if they can be, of one recorded conflict, and of one kind.
    """
    agreeing = [row for row in evidence if row["relation"] == SUPPORTS]
    others = [row for row in evidence if row["relation"] != SUPPORTS]
    pairs = [[one, other] for one in agreeing for other in others]

    def fit(pair: list[Row]) -> tuple[bool, bool, int]:
        one, other = pair
        in_one = _conflicts(one, session) & _conflicts(other, session)
        decide = bool(one["decides"]) + bool(other["decides"])
        return bool(in_one), one["kind"] == other["kind"], decide

    return max(pairs, key=fit, default=evidence[:2])


def _conflicts(row: Row, session: Session) -> set[str]:
    """Return the conflicts that a record is in."""
    return set((session.record(row["id"]) or {}).get("conflicts", ()))


def _undecided(
    part: Part, judgement: Judgement, session: Session
) -> tuple[str, list[Row]]:
    """Return how the record nearest to an undecided *part* compares, and the record."""
    near = nearest_of(judgement, session, 1 + len(judgement.parts))
    own = [row for row in near if row["part"] == part.sentence.text]
    rows = (own or near)[:1]
    if not rows:
        return "the sources do not settle it", []
    told = f"the sources do not settle it; nearest is {_said(rows[0])}"
    return f"{told} ({rows[0]['comparison']})", rows


def _all(rows: Iterable[Row]) -> str:
    """Return what *rows* say, each once."""
    return ", and ".join(dict.fromkeys(map(_said, rows)))


def _said(row: Row) -> str:
    """Return what a record says, and who says so if it is not the text itself."""
    said = shortened(str(row["says"]).removesuffix("."), SAID)
    return f"{said}, says {row['speaker']}" if row["speaker"] else said
