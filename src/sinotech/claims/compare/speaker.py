"""Who is made to say something, and who says it."""

from sinotech.claims.compare.outcome import DIFFERS, MISSING, SAME, SILENT, Outcome
from sinotech.claims.settings import CHINA
from sinotech.prose.grammar import ATTRIBUTING, FUNCTION_WORDS, TITLES

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


def compare_speaker(  # noqa: PLR0911
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
    stems = {
        sentence.stems[at]
        for at in span
        if sentence.tokens[at].is_capital
        and (at or sentence.tokens[at].text.isupper() or ids)
        and sentence.stems[at]
        and sentence.tokens[at].word not in FUNCTION_WORDS | TITLES | ATTRIBUTING
    }
    name = sentence.within(span.start, span.stop - 1)
    persons = {
        id_
        for m in sentence.mentions
        if m.first in span and "person" in m.kinds
        for id_ in m.ids
    }
    if persons:  # their country or body is not who says it
        ids, stems = persons, stems if persons & evidence.about else set()
    if ids & evidence.alone.speaker_ids or (stems and stems & evidence.alone.speaker):
        return Outcome(
            "speaker", SAME, 1.0, "the speaker is the one that the record names"
        )
    if ids & evidence.about or (
        stems and stems <= evidence.alone.stems | evidence.alone.linked
    ):
        return Outcome(
            "speaker", SAME, 0.8, "the record is about the one who is said to say it"
        )
    if not ids and not stems:
        return Outcome("speaker", SAME, 0.6, f"“{name}” names nobody")
    written = {
        sentence.stems[at]
        for m in sentence.mentions
        if m.first in span and m.ids & persons
        for at in range(m.first, m.last + 1)
    }
    if (written or stems) <= voices(evidence.doc) | _WRITERS:
        return Outcome("speaker", SAME, 0.7, "the text that says so is its own")
    known = any(m.kinds & {"person", "organization"} for m in named)
    if known and evidence.alone.speaker_ids:
        who = evidence.doc["speaker"]["name"]
        return Outcome("speaker", DIFFERS, 0.0, f"{who} says so, not “{name}”")
    return Outcome("speaker", MISSING, 0.0, f"the record does not say that “{name}”")
