"""What a claim says that somebody did: its verbs, and those that can mean the same."""

from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.negation import NEGATIONS
from sinotech.prose.verbs import AUXILIARIES, FINITE, PARTICIPLES, PAST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.claims.reading import Mention, Sentence
    from sinotech.prose.lexicon import Lexicon
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.prose.tokens import Token

    KnownVerbs = Mapping[str, tuple[str, str, str]]

LIGHT = frozenset(
    """account add aim amount appear attribut base be bear becam becom belong boast
    bring brought call came carri character come commend compris concern consid
    consist constitut coupl contain continu count cover credit date describ devot did do
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


def acts_of(sentence: "Sentence", known: "KnownVerbs") -> list[Act]:
    """Return the verbs of *sentence* that say what was done, the main one first.

    *known* is what the store knows of its stems. None is
    returned of a sentence whose verb says little.
    """
    return [
        Act(sentence.tokens[at].text, sentence.stems[at], at, known[sentence.stems[at]])
        for at in _verbs(sentence, known)
        if sentence.stems[at] not in LIGHT
    ]


def _verbs(sentence: "Sentence", known: "KnownVerbs") -> "Iterable[int]":
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
    return _named_in(sentence) | set(sentence.speaker)


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


BLAND = frozenset(
    """agre amount appear attend base be becam becom began begin begun belong boast
    bring brought call came carri climb come compos compris concern consist
    constitut contain continu count coupl cover date did do done draw drawn drew
    enjoi exceed exist extend fall fallen feature fell figur find focus follow
    form found furnish gain gave get give given go gone got had happen have held
    help hit hold includ involv keep kept knew know known lai laid last lie made
    maintain make mark mean meant name number obtain occur part pick place plai
    produc prove pursu put ran reach receiv remain repres rise risen rose run
    sai said sat saw see seem seen serv set show sit span stai stand start stood
    suffer surpass take taken took top total travel turn us went wit work
    yield""".split()
)
"""Stems of verbs that may stand for any other: what stands beside them is compared."""

OPINING = frozenset(
    """account associ caution cite consid consider credit deem describ hail list mention
    portrai prais present regard strike treat view welcom""".split()
)
"""Stems of verbs by which somebody calls something what follows after *as* or *to*."""

BE = frozenset("is are was were be been being".split())
HAVE = frozenset("has have had having".split())
_DUE = frozenset("due set expected scheduled slated planned".split())
"""Words before *to* and a verb, by which it is to be done at a time."""

_BETWEEN = frozenset(
    """not never also now already jointly together both each since ever still just only
    so far""".split()
)
"""Words between an auxiliary, or a subject, and a verb."""

_OBJECT = frozenset(
    """the a an its their his her our your this that these those some any no each every
    all more most over nearly almost about at several many another upwards
    upward""".split()
)
"""Words with which an object begins."""

_NO_VERBS = (FUNCTION_WORDS | AUXILIARIES) | frozenset(
    "near like unlike past per".split()
)
_NOUN_ENDS = (
    *("ive", "ion", "ity", "ment", "ness", "tial", "erent", "ism", "ist", "ly"),
    *("ions", "ities", "ments", "isms", "gists", "tists"),
)
"""Ends of words that are no verbs, whatever verb has their stem."""


def finite_in(sentence: "Sentence", known: "KnownVerbs") -> list[int]:
    """Return where the finite verbs of *sentence* stand, in order.

    Those that help others are left out; *known* is what the store knows of its stems.
    """
    tokens, taken = sentence.tokens, _named_in(sentence)
    found, maybe = [], []
    for at, token in enumerate(tokens):
        if at in taken or token.kind != "word" or token.word in _NO_VERBS:
            continue
        if (token.is_capital and at) or _is_joined(sentence, at):
            continue
        if token.word.endswith(_NOUN_ENDS):
            continue
        mostly = known.get(sentence.stems[at], ("",))[0]
        if _is_finite(tokens, at, mostly, taken):
            found.append(at)
        elif mostly and not found and _is_of_name(tokens, at, taken):
            maybe.append(at)
    return found or maybe[:1]


def _named_in(sentence: "Sentence") -> set[int]:
    """Return the tokens of names, dates and numbers."""
    spans: tuple[Mention | Time | Quantity, ...]
    spans = (*sentence.mentions, *sentence.times, *sentence.quantities)
    return {at for span in spans for at in range(span.first, span.last + 1)}


def _is_joined(sentence: "Sentence", at: int) -> bool:
    """Whether the token at *at* is a part of a word with a hyphen."""
    tokens, text = sentence.tokens, sentence.text
    before = text[tokens[at - 1].end : tokens[at].start] if at else ""
    return "-" in before or text[tokens[at].end :][:1] == "-"


def _is_of_name(tokens: "Sequence[Token]", at: int, taken: set[int]) -> bool:
    """Whether a word in *s* follows a name: ``Kazan questions the first summit``."""
    before = tokens[at - 1] if at else tokens[at]
    named = at and not before.owns and (at - 1 in taken or before.is_capital)
    return bool(named) and tokens[at].word.endswith("s") and at + 1 < len(tokens)


def _is_finite(  # noqa: PLR0911
    tokens: "Sequence[Token]", at: int, mostly: str, taken: set[int]
) -> bool:
    """Whether the token at *at* is a finite verb, or a participle that makes one."""
    word, back = tokens[at].word, _before(tokens, at)
    before = tokens[back].word if back >= 0 else ""
    if before in BE | HAVE:
        part = word.endswith("ed") or word in PARTICIPLES
        return part or (before in BE and word.endswith("ing") and mostly != "")
    if before in AUXILIARIES:
        return mostly != ""
    if before == "to":
        return back > 0 and tokens[back - 1].word in _DUE
    if back < 0 or before in _BEFORE_NOUN or at + 1 == len(tokens):
        return False
    if word.endswith("ed") or word in PAST:
        return True
    if mostly in {"", "n"} or word.endswith("ing"):
        return False
    if tokens[at + 1].word == "of":
        return False
    object_follows = tokens[at + 1].word in _OBJECT or at + 1 in taken
    if word.endswith("s") and not word.endswith("ss"):
        named = back in taken and not tokens[back].owns
        return mostly == "v" or object_follows or (named and mostly != "n")
    plural = tokens[back].word.endswith("s")
    return plural and (mostly == "v" or object_follows)


def _before(tokens: "Sequence[Token]", at: int) -> int:
    """Return the token before *at*, adverbs passed over; -1 if there is none."""
    back = at - 1
    while back > 0 and (
        tokens[back].word.endswith("ly") or tokens[back].word in _BETWEEN
    ):
        back -= 1
    return back


def deeds_in(
    tokens: "Sequence[Token]",
    stems: "Sequence[str]",
    known: "KnownVerbs",
    lexicon: "Lexicon",
) -> "tuple[set[str | int], set[str]]":
    """Return what of *tokens*, with their *stems*, may be verbs, and what is one.

    The first are stems and concepts, of nouns that are made of verbs as well.
    """
    said: set[str | int] = set()
    done = set()
    for at, token in enumerate(tokens):
        stem = stems[at]
        if not stem or token.word in FUNCTION_WORDS or _is_time(tokens, at):
            continue
        word = token.word
        verb = word.endswith(("ed", "ing")) or word in PAST | PARTICIPLES
        mostly = known[stem][0] if stem in known else "v"
        entries = lexicon.at(stems, at)
        if (
            verb
            or (mostly == "v" and not _modifies(tokens, at))
            or _follows(tokens, at)
        ):
            said.add(stem)
        else:
            entries = [entry for entry in entries if len(entry.phrase) > 1]
        said.update(*(entry.implied for entry in entries))
        if verb or (mostly == "v" and _follows(tokens, at)):
            done.add(stem)
    return said, done


def _modifies(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether a word without an ending stands before a noun: ``clean energy``."""
    before = tokens[at - 1].word if at else "the"
    after = tokens[at + 1].word if at + 1 < len(tokens) else "of"
    verb = before == "to" or before in AUXILIARIES or before.endswith("s")
    return not (verb or tokens[at].word.endswith("s") or after in FUNCTION_WORDS)


def _follows(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether the token at *at* stands where a verb does."""
    before = tokens[at - 1].word if at else "the"
    return before not in _BEFORE_NOUN and not _modifies(tokens, at)


def _is_time(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether a token tells of a time: ``by the close of 2023``."""
    before = tokens[at - 1].word if at else ""
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    near = before in {"the", "at", "year"} or after == "of"
    no_verb = before != "to" and before not in AUXILIARIES
    word = tokens[at].word
    return (word in _NEARNESS and no_verb) or (word in _TIMES and near)


_TIMES = frozenset("end start beginning turn".split())
_NEARNESS = frozenset(("close", "closer"))


def verbs_in(sentence: "Sentence", known: "KnownVerbs") -> list[int]:
    """Return where verbs stand in a record's text, participles among them."""
    found = set(finite_in(sentence, known))
    for at, token in enumerate(sentence.tokens):
        after = sentence.tokens[at + 1 : at + 2]
        by = bool(after) and after[0].word == "by"
        part = token.word.endswith("ed") or token.word in PARTICIPLES
        noun = bool(after) and after[0].word in {"from", "of", "for", "by"}
        doing = at and token.word.endswith("ing") and not noun
        doing = doing and not _is_joined(sentence, at)
        if sentence.stems[at] in known and ((part and by) or doing):
            found.add(at)
    return sorted(found)
