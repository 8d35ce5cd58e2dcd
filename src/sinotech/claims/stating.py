"""Whether a sentence states something that records can be asked about.

`cite` takes headlines, too; a sentence of a draft is only judged if it is whole, and
holds the name of something recorded or a number of something.
"""

from sinotech.claims.reading import tokens_of
from sinotech.prose.languages import detect
from sinotech.prose.noun import window
from sinotech.prose.numbers import NUMBER_WORDS, SPELT
from sinotech.prose.quantities import read_quantities
from sinotech.prose.status import STATUS_WORDS
from sinotech.prose.times import read_times
from sinotech.prose.verbs import AUXILIARIES, FINITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.reading import Sentence
    from sinotech.claims.session import Session
    from sinotech.prose.tokens import Token

_SHORT = frozenset(("am", "isn", "aren", "re", "ain"))
_JOINED = (" s", " re", " t")
"""Endings of words that a verb is joined to: ``it's``."""

_QUESTIONS = frozenset("how why what which whose where whether who".split())
"""Words that begin a question, or a heading in its manner."""

_ALONE = frozenset(("it", "he", "she"))
"""Subjects that a verb in *-s* follows, known or not: ``it reinvests``."""

_BEFORE_NOUNS = frozenset(
    """the a an its their our of these those in for with by new joint more most other
    many few several""".split()
) | frozenset(SPELT[1:10])
"""Words that a noun follows, and no verb."""

_NOMINAL = ("ing", "tion", "tions", "ism", "isms", "ment", "ments", "ness", "ity")
"""Endings of nouns that have the stem of a verb: ``organizations``."""

_FEWEST = 4
"""Words of a claim without a number; a heading has as many, and no verb."""

_WHOLE = 5
"""Words and numbers of a whole sentence, at least (of 6,004 sentences of package
descriptions, those that a record supported had fewer, or no verb, or no name)."""


def makes_claim(session: "Session", text: str) -> bool:
    """Whether a sentence of a draft states what records may settle.

    It has five words, a verb, and the name of something recorded or a number with what
    it counts. This takes a small part of the time that judging it does.
    """
    if asks(text):
        return False
    if detect(text):
        return _states_abroad(session, text)
    tokens = tokens_of(text)
    said = sum(token.kind in {"word", "number"} for token in tokens)
    if said < _WHOLE or _heads(tokens):
        return False
    nouns = _nouns(tokens)
    rest = [token for at, token in enumerate(tokens) if at not in nouns]
    if not has_verb(rest, session.stems(rest), set(), session):
        return False
    return _counts(text, tokens) or session.holds_name(tokens)


def _heads(tokens: "Sequence[Token]") -> bool:
    """Whether it is a heading like a question: ``How China builds its network``.

    With a second verb it is a statement: ``What they signed was a pact``.
    """
    if not tokens or tokens[0].word not in _QUESTIONS:
        return False
    nouns = _nouns(tokens)
    verbs = [
        at
        for at in range(1, len(tokens))
        if at not in nouns and _is_finite(tokens[at].word)
    ]
    apart = [at for at in verbs if at - 1 not in verbs]
    return len(apart) < 2  # noqa: PLR2004


def _states_abroad(session: "Session", text: str) -> bool:
    """Whether a text in another language holds a number, or a recorded name."""
    from sinotech.claims.foreign import is_read  # only here: most are in English

    return is_read(session, text)


def _counts(text: str, tokens: "Sequence[Token]") -> bool:
    """Whether a number stands there, and a noun that it counts."""
    if not any(
        token.kind == "number" or token.word in NUMBER_WORDS for token in tokens
    ):
        return False
    dated = {
        at
        for time in read_times(text, tokens, None)
        for at in range(time.first, time.last + 1)
    }
    return any(
        quantity.unit != "count" or window(tokens, quantity, text)
        for quantity in read_quantities(text, tokens, dated)
    )


def says_something(sentence: "Sentence", session: "Session") -> bool:
    """Whether more stands there than names, a heading, or a question after something.

    A claim has a verb, or a number of something.
    """
    if asks(sentence.text):
        return False
    if sentence.quantities and len(sentence.units) > 1:
        return True
    ends = any(token.word in STATUS_WORDS for token in sentence.tokens)
    told = len(sentence.units) + ends
    if len(sentence.text.split()) < _FEWEST or told < 2:  # noqa: PLR2004
        return False
    named = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    return has_verb(sentence.tokens, sentence.stems, named, session)


def asks(text: str) -> bool:
    """Whether *text* is a question."""
    return text.rstrip().endswith("?")


def has_verb(
    tokens: "Sequence[Token]",
    stems: "Sequence[str]",
    named: set[int],
    session: "Session",
) -> bool:
    """Whether one of *tokens* is, by its form, a verb with a subject.

    Those that are *named* are words of names.
    """
    if any(_is_finite(token.word) for token in tokens):
        return True
    known = session.verbs(stems)
    for at, token in enumerate(tokens):
        if at in named or not at or token.is_capital:
            continue
        word = token.word
        if word.endswith("s") and tokens[at - 1].word in _ALONE:
            return True
        mostly = known.get(stems[at], ("n",))[0]
        if mostly == "v" and not word.endswith("ing"):
            return True
        if mostly == "=" and word.endswith(("s", "ed")):
            return True
        if word.endswith("s") and at - 1 in named and stems[at] in known:
            return True  # "X heads the program"
    return False


def _is_finite(word: str) -> bool:
    return word in FINITE or word in _SHORT or word.endswith(_JOINED)


def _nouns(tokens: "Sequence[Token]") -> set[int]:
    """Return the tokens that are nouns by what they end with, or what precedes them.

    Many have the stem of a verb: ``76 figures of 58 measures``, ``organizations``.
    """
    return {
        at
        for at in range(1, len(tokens))
        if tokens[at].word not in AUXILIARIES
        and (
            tokens[at].word.endswith(_NOMINAL)
            or (tokens[at].word.endswith("s") and _precedes_noun(tokens[at - 1]))
        )
    }


def _precedes_noun(token: "Token") -> bool:
    return token.kind == "number" or token.word in _BEFORE_NOUNS
