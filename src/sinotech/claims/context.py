"""What a sentence takes from the one before it: the subject, or the names left out.

A sentence leans on the one before where it begins with a pronoun (``It``, ``Both
sides``) or a noun with *the* or *this* that stands for a name (``The centre``). What it
leans on is put in its place only if there is one thing that it can be; else the
sentence is judged as it stands, and is never certain.
"""

from sinotech.claims.mentions import METONYMS
from sinotech.claims.peeling import subject_of
from sinotech.claims.settings import CHINA
from sinotech.prose.grammar import AUXILIARIES
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.words import Words
    from sinotech.prose.tokens import Token

ONE, SOME, PERSON, PAIR, LAND, NOUN = "one", "some", "person", "pair", "land", "noun"
"""What a beginning stands for: a thing, several, somebody, two countries, a country, or
what the noun after *the* says."""

_PRONOUNS = {
    "it": ONE,
    "its": ONE,
    "they": SOME,
    "their": SOME,
    "he": PERSON,
    "she": PERSON,
    "his": PERSON,
}
_OWNING = frozenset(("its", "their", "his"))
_POINTING = frozenset(("the", "this", "these", "those", "both"))
_LANDS = frozenset(("country", "nation"))
_PARTIES = frozenset("sides countries nations parties governments".split())
_KINDS = frozenset(
    """centre center laboratory lab program programme project initiative telescope
    observatory station park network platform fund alliance association organization
    organisation institute university academy ministry agency company conference forum
    summit agreement bank satellite railway base plan mechanism bloc group""".split()
)
"""Nouns that, after *the* or *this*, stand for something named before."""

_ALIKE = {
    "centre": "center",
    "programme": "program",
    "organisation": "organization",
    "lab": "laboratory",
}
_EMPTY = frozenset(
    """that to important clear likely possible necessary essential time hard easy
    difficult better best worth""".split()
)
"""Words after ``It is`` with which *it* stands for nothing."""

_SEEMING = frozenset("seems seemed appears appeared turns takes took remains".split())
_LONGEST = 12
"""Words of a subject that is put in, at most."""

_REACH = 4
"""Words after *it* among which one may say that it stands for nothing."""


class Lent:
    """A sentence with what it takes from the one before.

    The first *carried* characters of *text* were put in; *inherited* is what they say,
    and *said* the words in whose place they stand. It *leans* on something, be it known
    or not.
    """

    __slots__ = ("carried", "inherited", "leans", "said", "text")

    def __init__(self, text: str, *, leans: bool = False) -> None:
        """Begin with nothing put in."""
        self.text, self.leans = text, leans
        self.inherited = self.said = ""
        self.carried = 0

    def put(self, inherited: str, said: str, rest: str) -> None:
        """Put *inherited* in the place of *said*, before *rest*."""
        self.inherited, self.said, self.carried = inherited, said, len(inherited)
        self.text = f"{inherited}{rest}"

    @property
    def note(self) -> str:
        """Return in words what was put in; nothing where nothing was."""
        if not self.inherited:
            return ""
        return f"“{self.said}” is read as “{self.inherited}”, of the sentence before"


class Context:
    """What the sentence before says; nothing at the beginning of a text.

    The next sentence *opens* a paragraph, or does not.
    """

    __slots__ = ("_before", "opens")

    def __init__(self) -> None:
        """Begin a text."""
        self._before = ""
        self.opens = True

    def take(self, text: str) -> None:
        """Let *text* be the sentence before the next one."""
        self._before, self.opens = text, False

    def lend(self, words: "Words", text: str) -> Lent:
        """Return *text* with what it leans on put in, where that is known."""
        tokens = tokenise(text[:_FRONT])
        kind, noun, last = _leaning(tokens)
        lent = Lent(text, leans=bool(kind))
        if kind and self._before:
            found = _antecedent(words.read(self._before), kind, noun)
            if found:
                end = tokens[last].end
                own = tokens[last].word in _OWNING
                rest = f"’s{text[end:]}" if own else text[end:]
                lent.put(found, text[tokens[0].start : end], rest)
        return lent


_FRONT = 80
"""Characters in which a beginning that leans on something stands."""


def _leaning(tokens: "Sequence[Token]") -> tuple[str, str, int]:
    """Return what a beginning stands for, its noun, and its last token; maybe none."""
    words = [token.word for token in tokens]
    first = words[0] if words else ""
    kind = _PRONOUNS.get(first, "")
    if kind:
        return ("", "", 0) if first == "it" and _is_empty(words) else (kind, "", 0)
    if first not in _POINTING or len(words) < 3:  # noqa: PLR2004
        return "", "", 0
    at = 1 + (words[1] in {"two", "latter"})
    noun = words[at]
    if noun in _PARTIES and (at > 1 or first == "both"):
        return PAIR, noun, at
    if first == "both" or not _ends(tokens, at):
        return "", "", 0
    if noun in _LANDS:
        return LAND, noun, at
    return (NOUN, _ALIKE.get(noun, noun), at) if noun in _KINDS else ("", "", 0)


def _is_empty(words: "Sequence[str]") -> bool:
    """Whether *it* stands for nothing: ``It is clear that``."""
    if len(words) > 1 and words[1] in _SEEMING:
        return True
    said = words[1:2]
    return (
        bool(said)
        and said[0] in {"is", "was", "s"}
        and not (_EMPTY.isdisjoint(words[2 : 2 + _REACH]))
    )


def _ends(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether the noun at *at* ends its phrase: ``The centre has``, not ``of …``."""
    if tokens[at].owns or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return (
        after.word in AUXILIARIES
        or after.word.endswith("ed")
        or (after.word.endswith("s") and not after.is_capital)
    )


def _antecedent(before: "Sentence", kind: str, noun: str) -> str:
    """Return the words of the sentence *before* that a beginning stands for.

    There are none where it may be several things.
    """
    if kind == PAIR:
        return _pair(before)
    subject = _subject(before)
    if kind == NOUN:
        return _called(before, noun) or (subject if _head(subject) == noun else "")
    begin = before.text.find(subject)
    named = [m for m in before.mentions if _stands(before, m, begin, subject)]
    people = any("person" in m.kinds for m in named)
    alone = len(named) == 1
    fits = {
        PERSON: people and alone,
        LAND: alone and any(map(_is_land, named)),
        ONE: not people and not _is_several(subject, named),
        SOME: not people and _is_several(subject, named),
    }
    return subject if fits[kind] else ""


def _subject(before: "Sentence") -> str:
    """Return the subject of a sentence; none that counts, is long, or is another's.

    Where somebody is made to say it, it is not clear who is meant afterwards.
    """
    if before.speaker:
        return ""
    subject = subject_of(before.text)
    words = subject.split()
    if not words or len(words) > _LONGEST or any(c.isdecimal() for c in subject):
        return ""
    return subject


def _stands(before: "Sentence", mention: "Mention", begin: int, subject: str) -> bool:
    start = before.tokens[mention.first].start
    return begin <= start < begin + len(subject)


def _is_land(mention: "Mention") -> bool:
    return "country" in mention.kinds


def _is_several(subject: str, named: "Sequence[Mention]") -> bool:
    """Whether a subject is of several: joined by *and*, or a plural that is no name."""
    if not subject:
        return False
    if " and " in subject and not any(" and " in m.name.lower() for m in named):
        return True
    last = subject.rsplit(maxsplit=1)[-1]
    if any(m.name.endswith(last) for m in named):
        return False
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def _pair(before: "Sentence") -> str:
    """Return the two countries that a sentence names, joined; nothing if not two."""
    named: dict[frozenset[str], str] = {}
    for mention in before.mentions:
        if _is_land(mention):
            metonym = METONYMS.get(mention.name.lower()) == CHINA
            named.setdefault(mention.ids, "China" if metonym else mention.name)
    return " and ".join(named.values()) if len(named) == 2 else ""  # noqa: PLR2004


def _called(before: "Sentence", noun: str) -> str:
    """Return the one name in a sentence that has *noun* in it; nothing if not one."""
    found = [
        mention.name
        for mention in before.mentions
        if noun in {_ALIKE.get(one, one) for one in mention.name.lower().split()}
    ]
    return found[0] if len(set(found)) == 1 else ""


def _head(subject: str) -> str:
    """Return the noun that a subject ends with, before any preposition."""
    words = subject.lower().split()
    ends = (at for at, one in enumerate(words) if one in {"in", "of", "for", "at"})
    end = next(ends, len(words))
    last = words[end - 1] if end else ""
    return _ALIKE.get(last, last)
