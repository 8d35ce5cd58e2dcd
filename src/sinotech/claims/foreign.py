"""A claim in Chinese, Spanish, Portuguese or French, judged as far as it can be read.

Its names, dates and numbers are read, and the words that the lists of the language or
the labels of the measures hold. A record *supports* it only if nothing was left unread
and the record holds every segment; a record *contradicts* it only if, besides, exactly
one number, date or place differs, and the claim says what the measure or event is
called. In all other cases it is not found, and what could not be read is named.
"""

from sinotech import dates
from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, SILENT, Outcome
from sinotech.claims.counted import COUNTED
from sinotech.claims.doings import doings_abroad, stated_in
from sinotech.claims.doubts import unread_signs
from sinotech.claims.foreign_match import ForeignAssertion
from sinotech.claims.glossed import denying
from sinotech.claims.judgement import MAX_CHARS, Judgement, Part, legible
from sinotech.claims.labels import Labels, keys_of
from sinotech.claims.match import BEARS, SUPPORTS, Match
from sinotech.claims.misreadings import misread
from sinotech.claims.peeling import MAX_PIECES
from sinotech.claims.plans import only_planned_abroad
from sinotech.claims.retrieval import find_candidates
from sinotech.claims.roles import acts_otherwise
from sinotech.claims.segments import UNREAD, Reader, Segment
from sinotech.claims.settings import (
    CANDIDATES,
    CONTRADICTED,
    NOT_FOUND,
    OPEN,
    SUPPORTED,
    WEAKEST,
)
from sinotech.claims.verdicts import unsettled_of, verdict_of
from sinotech.prose.languages import NAMES, detect, split_sentences
from sinotech.prose.languages.language import tokens_of
from sinotech.prose.numbers import restyled
from sinotech.query import evidence as query

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence
    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity


_SETS = frozenset("套组对双批副")
"""Chinese words that count pairs, sets or lots of several things."""

_OF_SEVERAL = "it counts sets of several"


def language_of(session: "Session", claim: str) -> str:
    """Return the language that *claim* is judged in; empty for English.

    The names that the record set knows do not tell, whatever their language: of the
    other words, at least as many must be of the language as are of English only.
    """
    language = detect(claim)
    if language in {"", "zh"}:
        return language
    reader = _judge_of(session, language).reader
    tokens = tokens_of(claim)
    named = {
        at
        for mention in reader.names.find(claim, tokens)
        for at in range(mention.first, mention.last + 1)
    }
    rest = [t for at, t in enumerate(tokens) if at not in named and t.kind == "word"]
    known = reader.language.known(rest)
    others = {stem for at, stem in enumerate(session.stems(rest)) if at not in known}
    english = query.count_records(session.store, others)
    return language if len(known) > len(english) else ""


def is_read(session: "Session", text: str) -> bool:
    """Whether *text* holds a number or a recorded name, in the language that it is in.

    So it is said of one that is in English after all.
    """
    language = language_of(session, text)
    if not language or any(char.isdecimal() for char in text):
        return True
    reader = _judge_of(session, language).reader
    return bool(reader.names.find(text, tokens_of(text)))


def judge_foreign(
    session: "Session",
    claim: str,
    language: str,
    as_of: str | None = None,
    most: int = CANDIDATES,
) -> Judgement:
    """Return *claim*, which is in *language*, judged by the records of *session*.

    *as_of* and *most* are what they are of a claim in English.
    """
    judge = _judge_of(session, language)
    texts = split_sentences(legible(claim)) or [claim]
    parts = [judge.part(text, as_of, most) for text in texts[:MAX_PIECES]]
    for doubt in unread_signs(claim):
        for part in parts:
            part.doubt(doubt.written, doubt.reason)
    judgement = Judgement(claim, parts, language)
    if len(claim) > MAX_CHARS or len(texts) > MAX_PIECES:
        judgement.cut_short()
    return judgement


def _judge_of(session: "Session", language: str) -> "Judge":
    """Return the judge of claims in *language*, the same for all claims of a batch."""
    judge = session.judges.get(language)
    if not isinstance(judge, Judge):
        judge = session.judges[language] = Judge(session, language)
    return judge


class Judge:
    """Judges claims in one language."""

    def __init__(self, session: "Session", language: str) -> None:
        """Begin without any claim."""
        self.session, self.reader = session, Reader(session, language)
        self.language = NAMES[language]
        self._labels: Labels | None = None

    @property
    def labels(self) -> Labels:
        """Return the labels of all measures; they are read when first asked for."""
        self._labels = self._labels or Labels(self.reader)
        return self._labels

    def part(self, text: str, as_of: str | None, most: int) -> Part:
        """Return *text* judged."""
        text = restyled(text, comma=self.reader.language.language != "zh")
        sentence, segments = self.reader.read(text, as_of)
        candidates = self._candidates(sentence, segments, most)
        read = Outcome("reading", SILENT, 1.0, self._reading(sentence, segments))
        rows = self._rows(sentence, segments, candidates)
        verdicts = [verdict_of(row, self.session) for row in rows]
        matches = [match for row in rows for match in row]
        for match in matches:
            match.outcomes.append(read)
        verdict = min(verdicts, key=WEAKEST.index)
        if not sentence.is_steady(
            lambda: self._verdict(sentence, segments, candidates)
        ):
            verdict = NOT_FOUND
        if verdict in OPEN and (
            denied := denying(sentence, segments, self.session, most)
        ):
            verdict, matches = CONTRADICTED, denied
        part = Part(sentence, verdict, matches, _unread(segments))
        part.unsettled = unsettled_of(sentence, verdicts)
        if verdict == SUPPORTED and (verb := self._done_by_other(part, segments)):
            part.doubt(verb, "the records have it done by others")
        self._unsettle(part, segments)
        for quantity in sentence.quantities:
            start, end = (sentence.tokens[at] for at in (quantity.first, quantity.last))
            written = sentence.text[start.start : end.end + 1]
            if not _SETS.isdisjoint(written):
                part.doubt(written, _OF_SEVERAL)
        return part

    def _unsettle(self, part: Part, segments: "Sequence[Segment]") -> None:
        """Let no plan, and no number that is of something else, support *part*."""
        if part.verdict != SUPPORTED:
            return
        told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
        planned = part.sentence.status == "planned"
        if not planned and (verb := only_planned_abroad(segments, told)):
            part.doubt(verb, "the records tell of a plan")
        means = [gloss for one in segments for gloss in one.means]
        meant = {stem for gloss in means for stem in gloss.stems}
        if phrase := misread(self.session, part, meant):
            part.doubt(phrase, "the records' number is none of that")

    def _done_by_other(self, part: Part, segments: "Sequence[Segment]") -> str:
        """Return the verb of *part* that somebody else does in the records."""
        told = [f.evidence for f in part.matches if f.relation == SUPPORTS]
        texts = [text for one in told for text in self.session.texts(one)]
        stated = [one for text in texts for one in stated_in(text, self.session)]
        away = not any("from" in {t.word for t in text.tokens} for text in texts)
        for segment, doing in doings_abroad(part.sentence, segments, away=away):
            if doing is None or acts_otherwise(doing, stated):
                return segment.text
        return ""

    def _verdict(
        self,
        sentence: "Sentence",
        segments: "Sequence[Segment]",
        candidates: "Sequence[Evidence]",
    ) -> str:
        rows = self._rows(sentence, segments, candidates)
        return min((verdict_of(row, self.session) for row in rows), key=WEAKEST.index)

    def _rows(
        self,
        sentence: "Sentence",
        segments: "Sequence[Segment]",
        candidates: "Sequence[Evidence]",
    ) -> list[list[Match]]:
        """Return how each record stands to each number of a part, or to one without."""
        wanted: list[Quantity | None] = [*sentence.quantities] or [None]
        asked = [
            ForeignAssertion(sentence, one, segments, self.labels) for one in wanted
        ]
        rows = [[one.judge(record) for record in candidates] for one in asked]
        for one, row in zip(asked, rows, strict=True):
            agreeing = [
                e for other in rows if other is not row for e in _agreeing(other)
            ]
            row.extend(one.together(row, agreeing))
            row.sort(key=lambda f: (-f.score, f.evidence.number))
        _check_order(sentence, rows)
        return rows

    def _candidates(
        self, sentence: "Sentence", segments: "Sequence[Segment]", most: int
    ) -> "list[Evidence]":
        """Return the records that may bear on a part, those of its measures too."""
        found, _ = find_candidates(sentence, self.session, most)
        seen = {one.number for one in found}
        wanted = [
            number
            for measure in self.labels.near(keys_of(segments))
            for number in query.same_measure(self.session.store, measure)
        ]
        new = dict.fromkeys(number for number in wanted if number not in seen)
        return found + self.session.numbered(list(new))

    def _reading(self, sentence: "Sentence", segments: "Sequence[Segment]") -> str:
        """Return in words what of a part was read as what."""
        told = [f"“{q.text}” as {q.interval} {q.unit}" for q in sentence.quantities]
        told += [
            f"“{t.text}” as {dates.period(t.earliest, t.latest)}"
            for t in sentence.times
        ]
        names_of = self.session.names_of
        told += [f"“{m.name}” as {names_of(m.ids)}" for m in sentence.mentions]
        told += [f"“{p.text}” as {p.means[0].phrase}" for p in segments if p.means]
        return f"in {self.language}: " + "; ".join(told)


def _unread(segments: "Iterable[Segment]") -> list[str]:
    """Return a note that names what no list holds; none where all was read."""
    texts = dict.fromkeys(
        segment.text for segment in segments if segment.kind == UNREAD
    )
    told = ", ".join(f"“{text}”" for text in texts)
    return [f"not read: {told}"] if told else []


def _check_order(sentence: "Sentence", rows: "list[list[Match]]") -> None:
    """Let no record support the later value of a change that is of an earlier time.

    ``De 30 a 15 toneladas`` has the numbers of a rise from 15 to 30, turned round.
    """
    quantities = sentence.quantities
    for at in range(1, len(quantities)):
        one, other = quantities[at - 1], quantities[at]
        if one.unit != other.unit or one.unit in COUNTED:
            continue
        before = (_day(f) for f in rows[at - 1] if f.relation == SUPPORTS)
        latest = max(before, default="")
        for match in rows[at]:
            if match.relation == SUPPORTS and _day(match) < latest:
                reason = f"it is of an earlier time than “{one.text}”"
                match.outcomes.append(Outcome("order", MISSING, 0.0, reason))
                match.relation = BEARS


def _day(match: Match) -> str:
    """Return the last day that a record is of; nothing where it gives none."""
    features = match.evidence.features
    return max((last for _, last in features.dates[: features.own]), default="")


def _agreeing(matches: "Iterable[Match]") -> "list[Evidence]":
    """Return the figures and events that hold a number of the claim."""
    return [
        match.evidence
        for match in matches
        if match.evidence.kind in {"figure", "event"}
        and match.has(SAME, "quantity")
        and not (match.has(MISSING) or match.has(DIFFERS))
    ]
