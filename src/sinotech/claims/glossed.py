"""A claim in another language that was wholly read, put into English word by word.

Records in English are compared with it only to see whether they deny it: that it is
so at all, or when or where it was.
"""

from sinotech import dates
from sinotech.claims.match import CONTRADICTS
from sinotech.claims.retrieval import find_candidates
from sinotech.claims.segments import PLACE, UNREAD
from sinotech.claims.settings import CONTRADICTED
from sinotech.claims.verdicts import judge_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.claims.match import Match
    from sinotech.claims.reading import Sentence
    from sinotech.claims.segments import Segment
    from sinotech.claims.session import Session

_JOINING = frozenset(
    """y e et mais pero sino mas sim ni nem como comme 而 但 但是 也 和 与 并 并且
    solo sólo só apenas seulement 只 仅""".split()
)
"""Words by which only a part of a clause may be denied, in each language."""

_ANY = frozenset(("un", "una", "une", "um", "uma"))
"""Words before one of a kind, so that what a record tells of may be another."""

_MARKS = frozenset(",，;；:：、")


def denying(
    sentence: "Sentence", segments: "Sequence[Segment]", session: "Session", most: int
) -> "list[Match]":
    """Return the matches by which records deny what *sentence* says; often none.

    Nothing is compared if a word was not read, if it counts anything or tells of any
    of a kind, or if only a part of it may be denied. At least *most* records are
    looked at.
    """
    if (
        any(one.kind == UNREAD for one in segments)
        or any(one.unit != "ordinal" for one in sentence.quantities)
        or any(token.word in _ANY for token in sentence.tokens)
        or (sentence.negated and _is_partly_denied(sentence))
    ):
        return []
    read = session.read(" ".join(_words(sentence, segments, session)))
    read.negated, read.status = sentence.negated, sentence.status
    candidates, _ = find_candidates(read, session, most)
    verdict, matches, _ = judge_part(read, candidates, session)
    denied = [m for m in matches if m.relation == CONTRADICTS and m.differing in _SEEN]
    return denied if verdict == CONTRADICTED else []


_SEEN = frozenset(("polarity", "date", "place"))
"""Aspects that do not depend on how the words of a clause are joined."""


def _is_partly_denied(sentence: "Sentence") -> bool:
    """Whether a denial may be of one of several things that *sentence* says."""
    words = {token.word for token in sentence.tokens}
    return bool(words & _JOINING or _MARKS & set(sentence.text))


def _words(
    sentence: "Sentence", segments: "Sequence[Segment]", session: "Session"
) -> "Iterator[str]":
    """Yield what *sentence* says in English, in its own order."""
    told: list[tuple[int, str]] = []
    for one in segments:
        if one.mention:
            told.append((one.first, _name(one.mention.ids, session)))
        elif one.means:
            phrase = one.means[0].phrase
            told.append((one.first, f"in {phrase}" if one.kind == PLACE else phrase))
    told += [
        (time.first, f"{time.relation} {dates.period(time.earliest, time.latest)}")
        for time in sentence.times
    ]
    told += [
        (one.first, f"the {_ordinal(int(one.low))}") for one in sentence.quantities
    ]
    yield from (text for _, text in sorted(told))
    if any(verb in sentence.text for verb in _HELD):
        yield "held"


def _name(ids: frozenset[str], session: "Session") -> str:
    """Return an English name for what *ids* stand for: the shortest that says so."""
    for id_ in sorted(ids):
        record = session.record(id_) or {"name": "", "aliases": ()}
        names = [str(record["name"]), *map(str, record["aliases"])]
        for name in sorted(names, key=len):
            mentions = session.read(name).mentions if name.isascii() else ()
            if any(one.ids == ids for one in mentions):
                return name
    return session.names_of(ids)


_HELD = (
    *("举办", "举行", "召开", "celebr", "tuvo lugar", "realiz", "teve lugar"),
    *("decorreu", "aconteceu", "tenu", "eu lieu"),
)
"""How verbs begin by which something was held, which may be left out of claims."""


def _ordinal(number: int) -> str:
    """Return *number* as an ordinal in digits.

    >>> _ordinal(1), _ordinal(12), _ordinal(21), _ordinal(102)
    ('1st', '12th', '21st', '102nd')
    """
    teens = number % 100 in range(11, 14)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
