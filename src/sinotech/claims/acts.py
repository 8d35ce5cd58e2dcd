"""What a claim says that somebody did: its verbs, and those that can mean the same."""

from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.negation import NEGATIONS
from sinotech.prose.verbs import AUXILIARIES, FINITE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Mention, Sentence
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.prose.tokens import Token

    Known = Mapping[str, tuple[str, str, str]]

LIGHT = frozenset(
    """account add aim amount appear attribut base be bear becam becom belong boast
    bring brought call came carri character come commend compris concern consid
    consist constitut contain continu count cover credit date describ devot did do
    drew enjoi equal exce expect extend face fall featur feel fell felt find
    follow found gave get give go gone got had hail happen have held help hold
    home hous includ intend involv keep kept knew know known lai lain last lie
    locat made make mark mean meant name note number occur persist pick plai plan
    prais prove put ran rank reach receiv refer relat remain report repres run sai
    said saw see seek seem seen serv set show situat sought span spoke spoken stai
    stand stem stood stress surpass take talli tell told took top total turn us
    want welcom went won wonder yield""".split()
)
"""Stems of verbs that say little by themselves: what stands beside them is compared."""

_BEFORE_NOUN = frozenset(
    """the a an its their his her of in on for with from by at this these those our your
    more most new joint such other any some no each every as and or into than per under
    over about between among""".split()
)
"""Words after which a noun stands rather than a verb with a subject."""


class Act:
    """A verb that a claim states: its *stem*, those *akin* to it, its *opposites*."""

    __slots__ = ("akin", "at", "opposites", "stem", "text")

    def __init__(
        self, text: str, stem: str, at: int, known: "tuple[str, str, str]"
    ) -> None:
        """Hold what the store knows of the verb."""
        self.text, self.stem, self.at = text, stem, at
        self.akin = frozenset(known[1].split())
        self.opposites = frozenset(known[2].split())

    def __repr__(self) -> str:
        """Show the verb."""
        return f"<act {self.text}>"

    def is_held(
        self, evidence: "Evidence", concepts: "frozenset[int]", *, worded: bool = True
    ) -> bool:
        """Whether *evidence* says the same of anybody, in some of its wordings.

        If not *worded*, it must do so in its own statement.
        """
        features = evidence.features
        said = features.said if worded else features.core
        return (
            self.stem in said
            or not self.akin.isdisjoint(said)
            or not concepts.isdisjoint(features.concepts if worded else features.core)
        )


def acts_of(sentence: "Sentence", known: "Known") -> list[Act]:
    """Return the verbs of *sentence* that say what was done, the main one first.

    *known* is what the store knows of its stems. None is
    returned of a sentence whose verb says little.
    """
    return [
        Act(sentence.tokens[at].text, sentence.stems[at], at, known[sentence.stems[at]])
        for at in _verbs(sentence, known)
        if sentence.stems[at] not in LIGHT
    ]


def _verbs(sentence: "Sentence", known: "Known") -> "Iterable[int]":
    """Yield where verbs stand, in order: after auxiliaries, and with a subject."""
    tokens = sentence.tokens
    taken = _taken(sentence)
    for at, token in enumerate(tokens):
        if at in taken or token.kind != "word" or token.word in AUXILIARIES:
            continue
        stem = sentence.stems[at]
        if stem not in known or token.word in FUNCTION_WORDS | NEGATIONS:
            continue
        if token.is_capital and at:
            continue
        if _is_verb(tokens, at, known[stem][0]):
            yield at


def _taken(sentence: "Sentence") -> set[int]:
    """Return the tokens of names, dates, numbers and speakers."""
    taken = set(sentence.speaker)
    spans: tuple[Mention | Time | Quantity, ...]
    spans = (*sentence.mentions, *sentence.times, *sentence.quantities)
    for span in spans:
        taken.update(range(span.first, span.last + 1))
    return taken


def _is_verb(tokens: "Sequence[Token]", at: int, mostly: str) -> bool:
    """Whether the token at *at* is a verb: by its form and what stands before it."""
    word = tokens[at].word
    before = tokens[at - 1].word if at else ""
    if before in {"to", "not", "never", "also"} or before in AUXILIARIES:
        return True
    if before in _BEFORE_NOUN:
        return False
    if word.endswith("ed") or word in FINITE:
        return mostly != "n" or word.endswith("ed")
    if word.endswith("ing"):
        return False
    return mostly == "v" and at > 0 and word.endswith("s")
