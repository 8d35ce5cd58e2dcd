"""What a claim denies beside what it says: ``by A, not by B``, ``A rather than B``."""

from sinotech.prose.grammar import AUXILIARIES, CLAUSE_BREAKS, FINITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sinotech.prose.tokens import Token

_LONGEST = 8
"""Words of an alternative that is denied; more are a clause of their own."""

_ENDS = frozenset((*CLAUSE_BREAKS, *"that which who whom where when but and".split()))
_NO_CONTRAST = frozenset("only just merely least yet all always until to one".split())
"""Words after *not* with which it denies no alternative."""


def contrasted(tokens: "Sequence[Token]", text: str) -> set[int]:
    """Return the tokens of what is denied, with the words that deny it.

    >>> from sinotech.prose.tokens import tokenise
    >>> def denied(text):
    ...     tokens = tokenise(text)
    ...     return [tokens[at].text for at in sorted(contrasted(tokens, text))]
    >>> denied("It is tea, not coffee, that it grows"), denied("It grows tea, not only")
    (['not', 'coffee'], [])
    >>> denied("It links Angola rather than Cameroon with Brazil")
    ['rather', 'than', 'Cameroon']
    """
    found: set[int] = set()
    for first, start in _openings(tokens, text):
        end = start
        while end < len(tokens) and not _is_end(tokens, end, text, start):
            end += 1
        if start < end <= start + _LONGEST:
            found.update(range(first, end))
    return found


def _openings(tokens: "Sequence[Token]", text: str) -> "Iterator[tuple[int, int]]":
    """Yield where words begin that deny an alternative, and where that begins."""
    for at in range(1, len(tokens) - 1):
        word, following = tokens[at].word, tokens[at + 1].word
        if (word, following) in {("rather", "than"), ("instead", "of")}:
            yield at, at + 2
        elif word == "not" and following not in _NO_CONTRAST:
            joined = tokens[at - 1].word == "and"
            comma = "," in text[tokens[at - 1].end : tokens[at].start]
            if (joined or comma) and not _is_verb(tokens, at, text):
                yield at - joined, at + 1


def _is_verb(tokens: "Sequence[Token]", at: int, text: str) -> bool:
    """Whether *not* at *at* denies the verb: ``has, so far, not signed``."""
    following = tokens[at + 1].word
    if following in FINITE or following.endswith(("ed", "ing")):
        return True
    before = [one for one in range(at) if tokens[one].word in AUXILIARIES]
    if not before:
        return False
    last = before[-1]
    return "," in text[tokens[last].end : tokens[last + 1].start]


def _is_end(tokens: "Sequence[Token]", at: int, text: str, start: int) -> bool:
    """Whether the alternative that began at *start* ends before the token *at*."""
    if at == start:
        return False
    if tokens[start].is_capital and not tokens[at].is_capital:
        return True  # a name ends with its capitals
    between = text[tokens[at - 1].end : tokens[at].start]
    return tokens[at].word in _ENDS or any(sign in between for sign in ",;:.")
