"""What a claim denies: all that it says, or an alternative: ``by A, not by B``."""

from sinotech.prose.function_words import CLAUSE_BREAKS, FUNCTION_WORDS
from sinotech.prose.negation import NEGATIONS, turns_nothing
from sinotech.prose.numbers import NUMBER_WORDS
from sinotech.prose.superlatives import COMPARATIVES
from sinotech.prose.verbs import ATTRIBUTING, AUXILIARIES, FINITE

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
    >>> denied("It opened not in 2016 but in 2017"), denied("It has not 118, but 119")
    (['not', 'in', '2016'], ['not', '118'])
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
        elif word == "not" and _is_corrected(tokens, at + 1):
            yield at, at + 1
        elif word == "not" and (
            following not in _NO_CONTRAST or text[tokens[at + 1].end :][:1] == "-"
        ):
            joined = tokens[at - 1].word == "and"
            comma = "," in text[tokens[at - 1].end : tokens[at].start]
            if (joined or comma) and not _is_verb(tokens, at, text):
                yield at - joined, at + 1


def _is_corrected(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether a number, date or place at *at* is put right: ``in 2016 but in 2017``."""
    words = [token.word for token in tokens[at : at + _CORRECTED + 1]]
    if "but" not in words[1:-1]:
        return False
    other = tokens[at + words.index("but", 1) + 1]
    numbers = tokens[at].kind == other.kind == "number"
    return numbers or (words[0] in _WHEN and words[0] == other.word)


_WHEN = frozenset(("in", "on", "at", "by", "since"))
_CORRECTED = 5
"""Words of what is put right, at most."""


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


def tells(tokens: "Sequence[Token]", span: set[int]) -> bool:
    """Whether common words stand in *span*: no names, numbers or small words."""
    words = (tokens[at] for at in span)
    return any(
        token.kind == "word"
        and not (token.is_capital or _is_number(token.word))
        and token.word not in FUNCTION_WORDS | NEGATIONS
        for token in words
    )


_RELATIVE = frozenset(("that", "which", "who", "whom"))
_SAYING = ATTRIBUTING | frozenset(
    """prove proves proved show shows showed think thinks know knows knew believe
    believes agree agrees convinced sure aware recognise recognize means is was clear
    plain certain confident obvious evident view belief opinion conviction impression
    fact""".split()
)
"""Words after which *that* begins what is said, not a relative clause."""


def count_denials(tokens: "Sequence[Token]", taken: set[int]) -> int:
    """Return how many words turn the sentence round, those *taken* aside."""
    count = 0
    for at, token in enumerate(tokens):
        word = token.word
        if at in taken:
            continue
        says = word == "that" and _says(tokens, at)
        if word in _RELATIVE and count == 0 and at > 1 and not says:
            break  # what a relative clause denies is not what the claim says
        if count == 0 and _begins_relative(tokens, at):
            break
        if word == "nor" and any(t.word == "neither" for t in tokens[:at]):
            continue  # they are one denial
        if word in NEGATIONS or token.text.lower().endswith(("n't", "n’t")):
            count += not _turns_nothing(tokens, at, taken)
    return count


def _says(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether *that* at *at* begins what is said, or is to be: ``ensuring that``."""
    before = tokens[at - 1].word
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return before in _SAYING or before.endswith("ing") or following in {"no", "nobody"}


_PRONOUNS = frozenset("it they he she we you i".split())


def _begins_relative(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether a relative clause without *that* begins at *at*: ``labs it did not run``.

    A pronoun stands there after a noun, and the sentence has had its verb.
    """
    if tokens[at].word not in _PRONOUNS or at < 2 or at + 1 == len(tokens):  # noqa: PLR2004
        return False
    before, following = tokens[at - 1], tokens[at + 1].word
    begun = any(token.word in FINITE for token in tokens[: at - 1])
    plain = before.word not in FUNCTION_WORDS | FINITE | _SAYING
    joined = tokens[at].start == before.end + 1  # by a blank, not a comma
    return begun and plain and joined and following in AUXILIARIES


_CLAUSE = 5
"""Words from *not* to *until*, at most: ``did not join the group until 2024``."""


def _turns_nothing(tokens: "Sequence[Token]", at: int, taken: set[int]) -> bool:
    """Whether the denial at *at* denies nothing: ``not only``, ``no larger than``."""
    word = tokens[at].word
    following = [token.word for token in tokens[at + 1 :]]
    if "until" in following[:_CLAUSE]:
        return at + following.index("until") + 2 in taken  # it was so from a day on
    if following[:1] == ["one"]:
        return following[1:2] in (["but"], ["more"])
    if following and turns_nothing(word, following[0]):
        return True
    return word in {"no", "none"} and _is_best(following)


def _is_best(words: "Sequence[str]") -> bool:
    """Whether *words* after *no* say that something is the most, or the only one.

    ``is larger than the other``, but not ``than 50``; ``other than China``.
    """
    return any(
        than == "than"
        and (word == "other" or (word in COMPARATIVES and not _is_number(following)))
        for word, than, following in zip(words, words[1:], words[2:], strict=False)
    )


def _is_number(word: str) -> bool:
    return word[:1].isdecimal() or word in NUMBER_WORDS
