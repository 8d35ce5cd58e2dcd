"""Who does what in a claim in another language, as far as its segments tell."""

from sinotech.claims.acts import verbs_in
from sinotech.claims.roles import Doing, doings_of
from sinotech.claims.segments import WORD, is_china
from sinotech.claims.settings import CHINA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.claims.reading import Sentence
    from sinotech.claims.segments import Segment
    from sinotech.claims.session import Session

_DOING = frozenset("train export support fund found establish launch build".split())
"""Stems of English verbs that a segment may mean, of which it matters who does it."""

_PASSIVE = frozenset(
    """se es son fue fueron sido siendo e sao foi foram sendo est sont ete fut furent
    etaient etait 被 由 受 获 得 到 至 往""".split()
)
"""Words before a verb, or Chinese ones beside it, by which nobody does it."""

_NOUN = frozenset("de la el las los les des du l d o a os as da do das dos en".split())
"""Words after which a noun stands rather than a verb."""

_BESIDE = frozenset("为向给对与和同从在于")
"""Chinese words of what stands before a verb and does not do it."""

_FROM = frozenset("de desde depuis d 从 自".split())
"""Words by which something comes from where a number is of."""


def stated_in(text: "Sentence", session: "Session") -> "Iterator[Doing]":
    """Yield who does what in a record's *text*."""
    return doings_of(text, verbs_in(text, session.verbs(text.stems)), claimed=False)


def doings_abroad(
    sentence: "Sentence", pieces: "Sequence[Segment]", *, away: bool
) -> "Iterator[tuple[Segment, Doing | None]]":
    """Yield each piece that is a verb, and who does it; nobody if it runs backwards.

    If *away*, nothing comes from anywhere in the records: what is exported *from* a
    number of countries runs backwards.
    """
    tokens = [token.word for token in sentence.tokens]
    for piece in pieces:
        stems = {stem for one in piece.means for stem in one.stems}
        if piece.kind != WORD or not stems & _DOING:
            continue
        if away and "export" in stems and _is_from(sentence, tokens, piece):
            yield piece, None
        before, after = tokens[: piece.first], tokens[piece.last + 1 :]
        if not _PASSIVE.isdisjoint((*before[-2:], *after[:1])):
            continue
        if before[-1:] and before[-1] in _NOUN:
            continue
        agent = _agent(pieces, tokens, piece)
        others = (one for one in pieces if one is not piece)
        rest = {key for one in others for key in _keys(one)} - agent
        if agent and after:
            meant = (u.concepts for one in piece.means for u in one.units)
            yield piece, Doing(frozenset(stems).union(*meant), agent, rest)


def _is_from(sentence: "Sentence", tokens: "Sequence[str]", piece: "Segment") -> bool:
    """Whether a number is that of where something is exported from."""
    for quantity in sentence.quantities:
        row = tokens[max(quantity.first - 1, 0) : quantity.first]
        near = piece.last + 1 == quantity.first - 1 or row[:1] in (["从"], ["自"])
        if near and not _FROM.isdisjoint(row):
            return True
    return False


def _agent(
    pieces: "Sequence[Segment]", tokens: "Sequence[str]", verb: "Segment"
) -> set[str]:
    """Return the keys of what stands before *verb* and does it."""
    end = next((i for i in range(verb.first) if tokens[i] in _BESIDE), verb.first)
    return {key for one in pieces if one.last < end for key in _keys(one)}


def _keys(piece: "Segment") -> set[str]:
    """Return the stems that a piece means, or that it is China."""
    if is_china(piece):
        return {f"@{CHINA}"}
    if piece.mention:
        return {f"@{id_}" for id_ in piece.mention.ids}
    return {stem for one in piece.means[:1] for stem in one.stems}
