"""Who is made to say something, and who says it."""

from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, SILENT, Outcome
from sinotech.claims.settings import CHINA
from sinotech.prose.function_words import FUNCTION_WORDS, TITLES
from sinotech.prose.verbs import ATTRIBUTING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Sentence
    from sinotech.query.records import Document

_NO_SPEAKER = Outcome("speaker", SILENT, 1.0, "")

_WRITERS = frozenset(
    """articl post blog blogger commentari comment piec column columnist
    report paper newspap author writer comment reporter staff daili text
    stori essai opinion journalist public observ commentat observer page
    sourc edit editori contributor""".split()
)
"""Stems of words for whoever wrote the text, or for the text."""


def compare_speaker(
    sentence: "Sentence",
    evidence: "Evidence",
    voices: "Callable[[Document], frozenset[str]]",
) -> Outcome:
    """Compare who is made to say it with who says it.

    *voices* returns the stems of the names of those who write what a record cites.
    """
    span = sentence.speaker
    if not span:
        return _NO_SPEAKER
    named = [m for m in sentence.mentions if m.first in span and not m.name.islower()]
    ids = {id_ for m in named for id_ in m.ids} - {CHINA}
    stems = _name_stems(sentence, is_known=bool(ids))
    persons = _persons(sentence)
    if persons:  # their country or body is not who says it
        ids, stems = persons, stems if persons & evidence.about else set()
    name = sentence.within(span.start, span.stop - 1)
    if outcome := _of_record(ids, stems, evidence):
        return outcome
    if not ids and not stems:
        return Outcome("speaker", SAME, 0.6, f"“{name}” names nobody")
    written = _stems_of(sentence, persons) or stems
    if written <= voices(evidence.doc) | _WRITERS:
        return Outcome("speaker", SAME, 0.7, "the text itself says so")
    known = any(m.kinds & {"person", "organization"} for m in named)
    if known and evidence.alone.speaker_ids:
        who = evidence.doc["speaker"]["name"]
        return Outcome("speaker", DIFFERS, 0.0, f"{who} says so, not “{name}”")
    return Outcome(
        "speaker", MISSING, 0.0, f"the record does not name who says so: “{name}”"
    )


def _name_stems(sentence: "Sentence", *, is_known: bool) -> set[str]:
    """Return the stems of the words with a capital that name the speaker.

    The first word of a sentence has one anyway, unless some record *is_known* by it.
    """
    return {
        sentence.stems[at]
        for at in sentence.speaker
        if sentence.tokens[at].is_capital
        and (at or sentence.tokens[at].text.isupper() or is_known)
        and sentence.stems[at]
        and sentence.tokens[at].word not in FUNCTION_WORDS | TITLES | ATTRIBUTING
    }


def _persons(sentence: "Sentence") -> set[str]:
    """Return the ids of the persons who are made to say it."""
    return {
        id_
        for m in sentence.mentions
        if m.first in sentence.speaker and "person" in m.kinds
        for id_ in m.ids
    }


def _stems_of(sentence: "Sentence", persons: set[str]) -> set[str]:
    """Return the stems of all words of the names of *persons*."""
    return {
        sentence.stems[at]
        for m in sentence.mentions
        if m.first in sentence.speaker and m.ids & persons
        for at in range(m.first, m.last + 1)
    }


def _of_record(ids: set[str], stems: set[str], evidence: "Evidence") -> Outcome | None:
    """Return that the record names the speaker, or is about them, if so."""
    alone = evidence.alone
    if ids & alone.speaker_ids or (stems and stems & alone.speaker):
        reason = "the speaker is the one that the record names"
        return Outcome("speaker", SAME, 1.0, reason)
    if ids & evidence.about or (stems and stems <= alone.stems | alone.linked):
        reason = "the record is about the one who is said to say it"
        return Outcome("speaker", SAME, 0.8, reason)
    return None
