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
from sinotech.claims import verdicts
from sinotech.claims.answering import (
    MEANING,
    SUPERSEDES,
    differing_in,
    evidence_of,
    nearest_of,
)
from sinotech.claims.engine import CERTAIN, Judgement, Part
from sinotech.claims.relation import CONTRADICTS, SUPPORTS
from sinotech.claims.words import Words
from sinotech.naming import shortened

Row = dict[str, Any]

SAID = 200
"""Characters of what a record says that a message repeats."""

_BY_VERDICT = {
    verdicts.OUTDATED: OUTDATED,
    verdicts.CONFLICTING: CONFLICTING,
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
        named = f"{self.code.name} ({aside})" if aside else self.code.name
        return f"{named}: {told}"


class Finder:
    """Finds what judgements say of sentences."""

    def __init__(
        self, words: Words, codes: frozenset[str], style: str | None = None
    ) -> None:
        """Tell of the *codes* alone; cite in short, or in a citation *style*."""
        self._words, self._codes = words, codes
        self._citing = Citing(words, style)

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
        if part.verdict == verdicts.UNDECIDED:
            told, rows = _undecided(part, judgement, self._words)
        else:
            told, rows = _told(one.code, part, self._words)
        differs = self._differing(part, rows)
        if differs and part.verdict != verdicts.UNDECIDED:
            told = f"{_quoted(differs)}, where {told}"
        one.parts.append(told)
        one.differs += differs
        one.records += map(self._citing.record, rows)

    def _differing(self, part: Part, rows: list[Row]) -> list[str]:
        """Return words of *part* that the first of the records *rows* has otherwise."""
        if part.verdict == verdicts.OUTDATED:
            own = [quantity.text for quantity in part.sentence.quantities]
            return own if len(own) == 1 and rows[0]["relation"] == SUPERSEDES else []
        return differing_in(part, self._words, rows[0]["id"]) if rows else []

    def _whole(self, judgement: Judgement) -> Found:
        """Return what is found of a sentence without a problem."""
        if judgement.verdict != verdicts.SUPPORTED:
            return Found(NOT_FOUND, judgement.verdict, "", [MEANING[judgement.verdict]])
        one = Found(SUPPORTED, judgement.verdict, judgement.confidence)
        if SUPPORTED.id in self._codes:
            evidence = (evidence_of(part, self._words) for part in judgement.parts)
            rows = [row for some in evidence for row in some if row["decides"]]
            one.parts.append(f"the sources say {_all(rows)}")
            one.records += map(self._citing.record, rows)
        return one


def _code(part: Part) -> Code | None:
    """Return the code of a part that has a problem."""
    if part.verdict == verdicts.CONTRADICTED:
        return CONTRADICTED if part.confidence == CERTAIN else TO_REVIEW
    if part.verdict == verdicts.UNDECIDED:
        return TO_REVIEW if part.is_near_miss else None
    return _BY_VERDICT.get(part.verdict)


def _told(code: Code, part: Part, words: Words) -> tuple[str, list[Row]]:
    """Return in words what the sources say of *part* instead, and which records do."""
    evidence = evidence_of(part, words)
    deciding = [row for row in evidence if row["decides"]]
    if code is OUTDATED:
        now = [row for row in evidence if row["relation"] == SUPERSEDES]
        if not now:
            return f"a later source replaces {_all(deciding)}", deciding
        return f"the sources now say {_all(now)}", now
    if code is CONFLICTING:
        sides = _sides(evidence, words)
        told = "; another says ".join(dict.fromkeys(map(_said, sides)))
        return f"one source says {told}", sides
    against = [row for row in deciding if row["relation"] == CONTRADICTS] or deciding
    say = "say" if code is CONTRADICTED else "likely say otherwise:"
    return f"the sources {say} {_all(against)}", against


def _sides(evidence: list[Row], words: Words) -> list[Row]:
    """Return a record of each side of a conflict, that which agrees first.

    They are, if they can be, of one recorded conflict, and of one kind.
    """
    agreeing = [row for row in evidence if row["relation"] == SUPPORTS]
    others = [row for row in evidence if row["relation"] != SUPPORTS]
    pairs = [[one, other] for one in agreeing for other in others]

    def fit(pair: list[Row]) -> tuple[bool, bool, int]:
        one, other = pair
        in_one = _conflicts(one, words) & _conflicts(other, words)
        decide = bool(one["decides"]) + bool(other["decides"])
        return bool(in_one), one["kind"] == other["kind"], decide

    return max(pairs, key=fit, default=evidence[:2])


def _conflicts(row: Row, words: Words) -> set[str]:
    """Return the conflicts that a record is in."""
    return set((words.record(row["id"]) or {}).get("conflicts", ()))


def _undecided(part: Part, judgement: Judgement, words: Words) -> tuple[str, list[Row]]:
    """Return how the record nearest to an undecided *part* compares, and the record."""
    near = nearest_of(judgement, words, 1 + len(judgement.parts))
    own = [row for row in near if row["part"] == part.sentence.text]
    rows = (own or near)[:1]
    if not rows:
        return "the sources do not settle it", []
    told = f"the sources do not settle it; nearest is {_said(rows[0])}"
    return f"{told} ({rows[0]['comparison']})", rows


def _quoted(words: Iterable[str]) -> str:
    """Return *words* of a sentence, each in quotes."""
    return " and ".join(f"“{one}”" for one in words)


def _all(rows: Iterable[Row]) -> str:
    """Return what *rows* say, each once."""
    return ", and ".join(dict.fromkeys(map(_said, rows)))


def _said(row: Row) -> str:
    """Return what a record says, and who says so if it is not the text itself."""
    said = shortened(str(row["says"]).removesuffix("."), SAID)
    return f"{said}, says {row['speaker']}" if row["speaker"] else said
