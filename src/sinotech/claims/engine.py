"""A claim judged: read, set against the records that may bear on it, and weighed."""

from sinotech.claims.finding import find_candidates
from sinotech.claims.parts import MAX_PARTS, split_claim
from sinotech.claims.settings import CANDIDATES
from sinotech.claims.verdicts import CONTRADICTED, NOT_FOUND, WEAKEST, judge_part
from sinotech.prose.grammar import FINITE
from sinotech.prose.tongues import detect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.findings import Finding
    from sinotech.claims.reading import Sentence
    from sinotech.claims.words import Words
    from sinotech.prose.quantities import Quantity

_ADDRESS = r"https?://\S+|www\.\S+|pic\.twitter\.com\S+"
_ADDRESSED = ("http", "www.", "pic.twitter.com")
"""Without any of which there is no address in a text."""

MAX_CHARS = 2000
"""Characters of a claim that are read; no claim that can be checked is longer."""


_NOTHING_SAID = "it says nothing that can be checked"
_ASKING = frozenset("who whom whose what which when where why how".split())


class Part:
    """A part of a claim, judged: by *findings*, one for each record looked at.

    *notes* say what could not be read, *ranking* the ids of records that share its
    words, the nearest first; *unsettled* are the numbers of it that no record settles.
    """

    __slots__ = (
        "_ranked",
        "findings",
        "notes",
        "ranking",
        "sentence",
        "unsettled",
        "verdict",
    )

    def __init__(
        self,
        sentence: "Sentence",
        verdict: str,
        findings: "list[Finding]",
        notes: "Sequence[str]" = (),
    ) -> None:
        """Hold the verdict and what it rests on."""
        self.sentence, self.verdict, self.findings = sentence, verdict, findings
        self.notes = list(notes)
        self.ranking: list[str] = []
        self.unsettled: Sequence[Quantity] = ()
        self._ranked: list[Finding] | None = None

    def ranked(self) -> "list[Finding]":
        """Return the findings, those that settle it first, each record once."""
        if self._ranked is None:
            best: dict[str, Finding] = {}
            for finding in sorted(self.findings, key=self._place):
                best.setdefault(finding.evidence.id, finding)
            self._ranked = list(best.values())
        return self._ranked

    def _place(self, finding: "Finding") -> "tuple[bool, bool, float, int]":
        """Order articles before other pages, and figures first if they settle it."""
        evidence = finding.evidence
        other = bool(self.sentence.quantities) and evidence.kind != "figure"
        weak = evidence.features.standing == "corroborating"
        return (
            weak,
            other and bool(finding.relation),
            -finding.score,
            evidence.number,
        )


class Judgement:
    """A claim, judged."""

    __slots__ = ("claim", "notes", "parts", "ranking", "verdict")

    def __init__(
        self, claim: str, parts: list[Part], notes: "Sequence[str]" = ()
    ) -> None:
        """Hold the parts; the whole is worth what the weakest is."""
        self.claim, self.parts, self.notes = claim, parts, list(notes)
        self.verdict = min((part.verdict for part in parts), key=WEAKEST.index)
        self.ranking = parts[0].ranking

    def cut_short(self) -> None:
        """Note that only a beginning was read; what was not cannot be supported."""
        self.notes.append("the claim is too long; only its beginning was read")
        if self.verdict != CONTRADICTED:
            self.verdict = NOT_FOUND


def legible(claim: str) -> str:
    """Return what of *claim* is read: its beginning, without addresses of pages."""
    read = claim[:MAX_CHARS]
    if any(sign in read for sign in _ADDRESSED):
        import re  # only here: few claims hold an address

        read = re.sub(_ADDRESS, " ", read)
    return read


def judge(
    words: "Words", claim: str, as_of: str | None = None, most: int = CANDIDATES
) -> Judgement:
    """Return *claim* judged by the records that *words* knows.

    *as_of* is a day (``2024-09-28``): relative dates are read as of it. Of a claim that
    is too long, what was not read cannot be supported, and the notes say so. At least
    *most* records that share its words are looked at. A claim in another language is
    read in that language.
    """
    read = legible(claim)
    if detect(read):
        from sinotech.claims.foreign import judge_foreign, language_of

        if language := language_of(words, read):
            return judge_foreign(words, claim, language, as_of, most)
    whole = _part(words, read, as_of, most)
    judgement = Judgement(claim, [whole])
    texts = split_claim(read)
    if len(texts) > 1 and whole.verdict in {NOT_FOUND, CONTRADICTED}:
        parts = [_part(words, text, as_of, most) for text in texts[:MAX_PARTS]]
        apart = Judgement(claim, parts)
        if whole.verdict == NOT_FOUND or apart.verdict != NOT_FOUND:
            judgement = apart
            judgement.ranking = whole.ranking
    if len(claim) > MAX_CHARS or len(texts) > MAX_PARTS or whole.sentence.cut:
        judgement.cut_short()
    return judgement


def _part(words: "Words", text: str, as_of: str | None, most: int) -> Part:
    sentence = words.read(text, as_of)
    if not sentence.units and not sentence.mentions:
        return Part(sentence, NOT_FOUND, [], [_NOTHING_SAID])
    candidates, ranking = find_candidates(sentence, words, most)
    verdict, findings, unsettled = judge_part(sentence, candidates, words)
    part = Part(sentence, verdict, findings)
    if not _says_something(sentence):
        part.verdict, part.notes = NOT_FOUND, [_NOTHING_SAID]
    part.unsettled = unsettled
    part.ranking = ranking
    return part


def _says_something(sentence: "Sentence") -> bool:
    """Whether more stands there than names, a word, or a question after something."""
    words = sentence.text.split()
    if words[-1].endswith("?") and words[0].lower() in _ASKING:
        return False
    if sentence.quantities or sentence.times or sentence.status or sentence.finished:
        return True
    if len(sentence.units) < 2:  # noqa: PLR2004
        return False
    verb = any(token.word in FINITE for token in sentence.tokens)
    return verb or not all(unit.mention for unit in sentence.units)
