"""A claim judged: read, set against the records that may bear on it, and weighed."""

from sinotech.claims import settings
from sinotech.claims.apposition import strangers
from sinotech.claims.cleaning import clean
from sinotech.claims.compare.matter import is_china
from sinotech.claims.compare.outcome import DIFFERS
from sinotech.claims.doubts import unsettle
from sinotech.claims.judgement import (
    DECIDED,
    MAX_CHARS,
    SETTLED,
    Judgement,
    Part,
    legible,
)
from sinotech.claims.match import SUPPORTS
from sinotech.claims.peeling import MAX_PIECES, Piece, peel
from sinotech.claims.reading import denial_at
from sinotech.claims.retrieval import find_candidates, rank_all
from sinotech.claims.roles import are_exchanged, may_be_exchanged
from sinotech.claims.settings import (
    CANDIDATES,
    CONTRADICTED,
    NOT_FOUND,
    SUPPORTED,
    UNDECIDED,
)
from sinotech.claims.speakers import apart
from sinotech.claims.stating import asks, says_something
from sinotech.claims.verdicts import judge_part
from sinotech.claims.written import with_signs_read
from sinotech.prose.languages import detect
from sinotech.prose.numbers import restyled
from sinotech.prose.sentences import sentences_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.context import Context, Lent
    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.session import Session

MAX_SENTENCES = 24
"""Sentences of a claim that are judged; what is beyond is said not to be read."""

_NOTHING_SAID = "it says nothing that can be checked"
QUESTION = "a question is no claim: put it as a statement"


def judge(
    session: "Session",
    claim: str,
    as_of: str | None = None,
    most: int = CANDIDATES,
    context: "Context | None" = None,
) -> Judgement:
    """Return *claim* judged by the records that *session* knows.

    *as_of* is a day (``2024-09-28``): relative dates are read as of it. A claim is
    judged sentence by sentence, and a sentence piece by piece where no record settles
    it whole. Of a claim that is too long, what was not read cannot be supported, and
    the notes say so. At least *most* records that share its words are looked at. A
    claim in another language is read in that language. What a sentence leaves out is
    taken from the one before, of the claim or of *context*.
    """
    read = legible(claim)
    if detect(read):
        from sinotech.claims.foreign import judge_foreign, language_of

        if language := language_of(session, read):
            if context:
                hear(session, claim, context)
            return judge_foreign(session, claim, language, as_of, most)
    whole, read = read, clean(with_signs_read(read))
    spans = list(sentences_of(read))
    texts = [restyled(read[begin:end]) for begin, end in spans[:MAX_SENTENCES]]
    parts = _sentences(session, texts, as_of, most, context)
    stating = [part for part in parts if part.states]
    if not parts:
        parts = [_part(session, Piece(read), as_of, most)]
    unsettle(session, whole, parts)
    judgement = Judgement(claim, stating or parts[:1])
    judgement.ranking = (
        parts[0].ranking if len(spans) == 1 else rank_all(read, session, most)
    )
    if (
        len(claim) > MAX_CHARS
        or len(spans) > MAX_SENTENCES
        or any(p.sentence.cut for p in parts)
    ):
        judgement.cut_short()
    return judgement


def _sentences(
    session: "Session",
    texts: "Sequence[str]",
    as_of: str | None,
    most: int,
    context: "Context | None",
) -> list[Part]:
    """Return the sentences *texts* judged, each after those before it."""
    if context is None and len(texts) > 1:
        from sinotech.claims.context import Context  # only here: most are one sentence

        context = Context()
    parts: list[Part] = []
    for text in texts:
        if context is None:
            parts += _sentence(session, Piece(text), as_of, most)
        else:
            parts += _in_context(session, text, as_of, most, context)
    return parts


def hear(session: "Session", claim: str, context: "Context") -> None:
    """Let the sentences of *claim* stand before what comes next, unjudged."""
    read = clean(with_signs_read(legible(claim)))
    for begin, end in list(sentences_of(read))[:MAX_SENTENCES]:
        lent = context.lend(session, restyled(read[begin:end]))
        context.take(lent.text)


def _in_context(
    session: "Session", text: str, as_of: str | None, most: int, context: "Context"
) -> list[Part]:
    """Return a sentence judged with what it takes from the one before."""
    lent = context.lend(session, text)
    parts = _lent(session, lent, as_of, most)
    if not lent.leans and _names_nothing(parts):
        more = context.complete(session, text)
        other = _lent(session, more, as_of, most) if more else []
        if other and all(part.decides for part in other):
            parts = other
    context.take(lent.text)
    return parts


def _lent(session: "Session", lent: "Lent", as_of: str | None, most: int) -> list[Part]:
    """Return a sentence judged; the parts that take something from before know it."""
    parts = _sentence(session, Piece(lent.text, lent.carried), as_of, most)
    for part in parts:
        part.lent = lent if lent.is_in(part.sentence.text) else None
    return parts


def _names_nothing(parts: list[Part]) -> bool:
    """Whether a sentence that no record settles names nothing, and states something."""
    return not any(part.decides for part in parts) and all(
        part.states
        and not part.sentence.mentions
        and (part.sentence.quantities or part.sentence.times)
        for part in parts
    )


def _sentence(
    session: "Session", piece: Piece, as_of: str | None, most: int
) -> list[Part]:
    """Return a sentence judged: whole if a record settles it so, else its pieces."""
    text, denied = piece.text, denial_at(piece.text)
    parts = _pieces(session, Piece(text[denied:], piece.carried), as_of, most)
    _unsettle_exchanged(session, text[denied:], parts)
    _unsettle_strangers(session, text, parts)
    parts += _of_elsewhere(session, text[denied:])
    for part in parts if denied else ():
        part.deny()
    return parts


def _of_elsewhere(session: "Session", text: str) -> list[Part]:
    """Return a part for where a sentence has something be from, if that is untrue."""
    sentence = session.read(text)
    lands = [one for one in sentence.mentions if "country" in one.kinds]
    ends = {one.last + 1 for one in lands} | {one.first - 2 for one in lands}
    if not lands or not any(
        "person" in one.kinds or one.first in ends or one.last in ends
        for one in sentence.mentions
    ):
        return []
    from sinotech.claims.origins import wrong_origins  # only here: few name a home

    matches = list(wrong_origins(sentence, session))
    return [Part(sentence, CONTRADICTED, matches)] if matches else []


def _pieces(session: "Session", one: Piece, as_of: str | None, most: int) -> list[Part]:
    """Return the sentence *one* judged, or the pieces that it is made of."""
    whole = _part(session, one, as_of, most)
    if not whole.states or (whole.verdict in SETTLED and not whole.is_mixed):
        return [whole]
    said, spoken = apart(whole.sentence)
    if _is_dated_whole(whole, f"{said}{spoken}"):
        return [whole]
    best = [whole]
    for finely in (True, False):
        pieces = peel(spoken, finely=finely)
        if len(pieces) == 1 and not said:
            continue
        for piece in pieces:
            piece.days = whole.sentence.times
            if piece.text.startswith(one.text[: one.carried]):
                piece.carried = max(piece.carried, one.carried)
        parts = [_piece(session, said, p, as_of, most) for p in pieces[:MAX_PIECES]]
        parts = [part for part in parts if _weighs(part)] or [whole]
        parts[0].ranking = whole.ranking
        if whole.verdict in SETTLED:
            return parts if any(part.is_opposed for part in parts) else [whole]
        verdicts = {part.verdict for part in parts}
        if verdicts <= SETTLED:
            return parts
        if len(best) == 1 and verdicts & DECIDED:
            best = parts
    told = any(part.verdict == CONTRADICTED for part in best)
    return [whole] if whole.verdict == CONTRADICTED and not told else best


def _is_dated_whole(whole: Part, told: str) -> bool:
    """Whether pieces of a sentence, which say what is *told*, would lose its dates.

    A date alone would be one of several that are listed. On the day on which somebody
    said how many there are, there were as many.
    """
    sentence = whole.sentence
    last = max((q.first for q in sentence.quantities if q.unit == "count"), default=0)
    lost = any(t.text not in told and t.last < last for t in sentence.times)
    listed = any(time.listed for time in sentence.times)
    return lost or (listed and whole.verdict == UNDECIDED)


def _piece(
    session: "Session", said: str, piece: Piece, as_of: str | None, most: int
) -> Part:
    """Return a piece judged, with who is made to say it: about what suits it better."""
    whole = Piece(f"{said}{piece.text}", len(said) + piece.carried)
    whole.days = piece.days
    part = _part(session, whole, as_of, most)
    if piece.other is None or part.verdict in SETTLED:
        return part
    other = _piece(session, said, piece.other, as_of, most)
    return other if other.verdict in DECIDED else part


def _weighs(part: Part) -> bool:
    """Whether a piece says something, be it by its date alone, that must be so."""
    sentence = part.sentence
    part.states |= bool(sentence.units or sentence.times or sentence.quantities)
    return part.states


def _unsettle_strangers(session: "Session", text: str, parts: list[Part]) -> None:
    """Let nothing be supported of somebody who is said to be of another country."""
    supported = [part for part in parts if part.verdict == SUPPORTED]
    if "," not in text or not supported:
        return
    for written, country in strangers(session, session.read(text)):
        for part in supported:
            part.doubt(written, f"the records have that person from {country}")


def _unsettle_exchanged(session: "Session", text: str, parts: list[Part]) -> None:
    """Let no parts be supported if two names stand in each other's place."""
    if not all(part.verdict == SUPPORTED for part in parts):
        return
    sentence = session.read(text)
    if not (may_be_exchanged(sentence) or _asked_names(sentence)):
        return
    near = {}
    for part in parts:
        stating = [f for f in part.matches if f.evidence.kind in _STATING]
        stating.sort(key=lambda f: (not f.relation, -f.matter, f.evidence.number))
        for match in stating[:_MOST]:
            near[match.evidence.number] = match.evidence
    reason = ""
    if may_be_exchanged(sentence):
        texts = [text for one in near.values() for text in session.texts(one)]
        pair = are_exchanged(sentence, texts)
    else:
        pair = None
    if pair:
        reason = f"the records have “{pair[0]}” and “{pair[1]}” in each other's place"
    elif name := _unnamed(sentence, parts, session):
        reason = f"the records do not say so of “{name}”"
    for part in parts if reason else ():
        part.verdict = UNDECIDED
        part.notes.append(reason)


def _unnamed(sentence: "Sentence", parts: list[Part], session: "Session") -> str:
    """Return a body or person of *sentence* that no text of what supports it names.

    A record may be linked to it, and be about something else.
    """
    asked = _asked_names(sentence)
    named: set[str] = set()
    said: set[str] = set()
    for part in parts if asked else ():
        for match in part.matches:
            if match.relation == SUPPORTS:
                evidence = match.evidence
                named |= {evidence.id, *evidence.features.speaker_ids}
                named.update(*(map(session.bodies_of, evidence.features.speaker_ids)))
                said |= evidence.features.stems
                for text in session.texts(evidence):
                    named.update(*(m.ids for m in text.mentions))
    for mention in asked:
        stems = {s for s in sentence.stems[mention.first : mention.last + 1] if s}
        if mention.ids.isdisjoint(named) and not _are_mostly_in(stems, said):
            return mention.name
    return ""


def _asked_names(sentence: "Sentence") -> "list[Mention]":
    """Return the names of bodies and people that a claim is about."""
    return [
        mention
        for mention in sentence.mentions
        if mention.first not in sentence.speaker
        and mention.kinds & _NAMED
        and not mention.name.islower()
    ]


def _are_mostly_in(stems: set[str], said: set[str]) -> bool:
    """Whether more than half of the words of a name stand in the records' texts."""
    return 2 * len(stems & said) > len(stems)


_NAMED = frozenset(("organization", "person"))


_STATING = frozenset(("figure", "event", "statement", "program"))
_MOST = 3
"""Records of a part whose names are compared with the claim's: those that settle it,
and the nearest."""


_AFTERWARDS = frozenset(("later", "earlier", "afterwards", "after", "before"))


def _part(session: "Session", piece: Piece, as_of: str | None, most: int) -> Part:
    sentence = session.read(piece.text, as_of)
    sentence.carry(piece.carried)
    if any(token.word in _AFTERWARDS for token in sentence.tokens):
        from sinotech.claims.durations import read_durations  # few give any

        read_durations(sentence, piece.days or sentence.times)
    if not sentence.units and not sentence.mentions:
        nothing = Part(sentence, NOT_FOUND, [], [_NOTHING_SAID])
        nothing.states = False
        return nothing
    candidates, ranking = find_candidates(sentence, session, most)
    verdict, matches, unsettled = judge_part(sentence, candidates, session)
    if not sentence.is_steady(lambda: judge_part(sentence, candidates, session)[0]):
        verdict = NOT_FOUND
    part = Part(sentence, verdict, matches)
    if not says_something(sentence, session):
        said = QUESTION if asks(sentence.text) else _NOTHING_SAID
        part.verdict, part.notes, part.states = NOT_FOUND, [said], False
    if part.verdict == NOT_FOUND and part.states and _speaks_of(part):
        part.verdict = UNDECIDED
    part.unsettled = unsettled
    part.ranking = ranking
    return part


def _speaks_of(part: Part) -> bool:
    """Whether a record speaks of what the part is about, though it settles nothing.

    It holds half of it, and in its own statement a share, or a name of it and a word;
    or it counts the same things, and finds another number of them.
    """
    for match in part.ranked()[:_MOST]:
        core = match.near - match.matter
        held = [u for u in match.units if u not in match.missing and not is_china(u)]
        spoken = len(held) > 1 and core >= settings.SPEAKING
        if spoken and match.matter >= settings.HALF:
            return True
        if match.has(DIFFERS, "quantity") and match.matter >= settings.COUNTED:
            return True
    return False
