"""What a sentence takes from the one before it: the subject, or the names left out.

A sentence leans on the one before where its subject is a pronoun (``It``, ``Both
sides``) or a noun with *the* or *this* that stands for a name (``The centre``). What it
leans on is the subject before, if that agrees; it is put in its place. Where it is not
clear what that is, the sentence is judged as it stands, and its verdict is never
certain; nor is it where what is put in is more than recorded names, or where another
name of that kind comes after it. A sentence that leans on nothing and names nothing may
be about what the one before is.
"""

from itertools import pairwise

from sinotech.claims.mentions import METONYMS
from sinotech.claims.peeling import subject_of
from sinotech.claims.settings import CHINA
from sinotech.claims.speakers import apart
from sinotech.prose.tokens import tokenise
from sinotech.prose.verbs import AUXILIARIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.reading import Mention, Sentence
    from sinotech.claims.session import Session
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
_OPENERS = frozenset(
    """in on at by since from during after before under with for as today now then
    currently meanwhile however moreover furthermore additionally besides later
    recently so far""".split()
)
"""Words of an opening before a subject: ``By 2024, it had``."""

_JOINING = frozenset(("the", "and", "both", "of"))
"""Words that may stand between names without being more than names."""

_FRONT = 90
"""Characters in which a beginning that leans on something stands."""

_OPENING = 8
"""Words of an opening, at most."""

_LONGEST = 12
"""Words of a subject that is put in, at most."""

_ARTICLES = frozenset(("the", "a", "an", "one", "another"))
_SINGLE = _ARTICLES - {"the"}
"""Words that make a subject one thing: ``a park for China and Brazil``."""

_MADE = frozenset(
    """inaugurated opened launched established founded built completed unveiled located
    held based constructed installed""".split()
)
"""What is done to a thing or an event, and to no country."""

_AFTER_NOUNS = frozenset(
    """about after as at before by during for from in of on since that to under which
    who with""".split()
)
"""Words that end the naming of a thing."""

_DESCRIBED = 5
"""Words by which a thing is described, at most: ``a joint innovation center``."""

_REACH = 4
"""Words after *it* among which one may say that it stands for nothing."""


class Lent:
    """A sentence with what it takes from the one before.

    The first *carried* characters of *text* were put in; *inherited* is what was put
    in, and *said* the words in whose place it stands. The sentence *leans* on
    something, known or not; it is *sure* what if that is a recorded name alone.
    """

    __slots__ = ("carried", "inherited", "leans", "said", "sure", "text")

    def __init__(self, text: str, said: str = "") -> None:
        """Begin with nothing put in; the words *said* lean on something."""
        self.text, self.said, self.leans = text, said, bool(said)
        self.inherited = ""
        self.carried, self.sure = 0, False

    def is_in(self, text: str) -> bool:
        """Whether a piece *text* of the sentence has what was put in, or what leans."""
        words = self.inherited or self.said
        at = text.find(words) if words else -1
        return at >= 0 and not text[at + len(words) : at + len(words) + 1].isalnum()

    @property
    def note(self) -> str:
        """Return in words what was put in; nothing where nothing was."""
        if not self.inherited:
            return ""
        if not self.said:
            return f"it is read as about “{self.inherited}”, as the sentence before"
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

    def lend(self, session: "Session", text: str) -> Lent:
        """Return *text* with what it leans on put in, where that is known.

        Of one that begins with a small letter, something was left out: code, or a link.
        """
        tokens = tokenise(text[:_FRONT])
        if tokens and tokens[0].text.islower():
            return Lent(text, tokens[0].text)
        leaning = _leaning(text, tokens)
        if not leaning:
            return Lent(text)
        kind, noun, first, last = leaning
        start, end = tokens[first].start, tokens[last].end
        lent = Lent(text, text[start:end])
        found = Subject(session, session.read(self._before)) if self._before else None
        put = found.meant_by(kind, noun) if found else ""
        if found and kind == ONE and found.is_land and _is_made(tokens[last + 1 :]):
            put = found.one_thing()
        if found and put and (not start or found.is_name):
            owns = "’s" if tokens[last].word in _OWNING else ""
            lent.text = f"{text[:start]}{put}{owns}{text[end:]}"
            lent.carried = 0 if start or not found.named else len(put)
            lent.inherited = put
            lent.sure = found.is_recorded and not found.has_rival
        return lent

    def complete(self, session: "Session", text: str) -> Lent | None:
        """Return *text*, which names nothing, with what the sentence before is about.

        Nothing is taken from another paragraph, nor anything but recorded names.
        """
        if self.opens or not self._before:
            return None
        found = Subject(session, session.read(self._before))
        if not found.is_recorded:
            return None
        lent = Lent(f"{found.text}, {text}")
        lent.inherited, lent.carried = found.text, len(found.text)
        return lent


def _leaning(
    text: str, tokens: "Sequence[Token]"
) -> "tuple[str, str, int, int] | tuple[()]":
    """Return what a subject stands for, its noun, and its tokens; nothing if it does.

    An opening may stand before it: ``In 2016, it``.
    """
    words = [token.word for token in tokens]
    first = _after_opening(text, tokens, words)
    row = words[first:]
    kind = _PRONOUNS.get(row[0], "") if row else ""
    if kind:
        return () if row[0] == "it" and _is_empty(row) else (kind, "", first, first)
    if len(row) < 3 or row[0] not in _POINTING:  # noqa: PLR2004
        return ()
    at = 1 + (row[1] in {"two", "latter"})
    noun = row[at]
    if noun in _PARTIES and (at > 1 or row[0] == "both"):
        kind = PAIR
    elif row[0] != "both" and _ends(tokens, first + at):
        kind = LAND if noun in _LANDS else NOUN if noun in _KINDS else ""
    return (kind, _ALIKE.get(noun, noun), first, first + at) if kind else ()


def _after_opening(text: str, tokens: "Sequence[Token]", words: list[str]) -> int:
    """Return the token after an opening that a comma ends; 0 if there is none."""
    if not words or words[0] not in _OPENERS:
        return 0
    for at in range(1, min(len(tokens), _OPENING + 1)):
        if "," in text[tokens[at - 1].end : tokens[at].start]:
            return at
    return 0


def _is_empty(words: "Sequence[str]") -> bool:
    """Whether *it* stands for nothing: ``It is clear that``."""
    following = words[1:2]
    if following and following[0] in _SEEMING:
        return True
    joins = bool(following) and following[0] in {"is", "was", "s"}
    return joins and not _EMPTY.isdisjoint(words[2 : 2 + _REACH])


def _ends(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether the noun at *at* ends its phrase: ``The centre has``, not ``of …``."""
    if tokens[at].owns or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.word in AUXILIARIES or after.word.endswith("ed"):
        return True
    return after.word.endswith("s") and not after.is_capital


class Subject:
    """The subject of a sentence, its names, and whether it is nothing but a name.

    It has none where somebody named is made to say it: who is meant by *it* afterwards
    is not clear. Nor has it if it counts, is long, or is a pronoun.
    """

    __slots__ = ("_before", "_words", "is_name", "is_recorded", "named", "text")

    def __init__(self, session: "Session", before: "Sentence") -> None:
        """Find the subject of the sentence *before*."""
        self._words, self._before = session, before
        self.text = ""
        self.named: list[Mention] = []
        self.is_name = self.is_recorded = False
        said, spoken = apart(before)
        offset = before.text.find(spoken)
        if said or offset < 0:
            return
        begin, end = (offset + at for at in subject_of(spoken))
        text = before.text[begin:end]
        if 0 < len(text.split()) <= _LONGEST and not any(map(str.isdecimal, text)):
            self.text = text
            self._find_names(begin, end)

    def _find_names(self, begin: int, end: int) -> None:
        """Fill in the names of the subject, and what else there is of it."""
        tokens = self._before.tokens
        span = [at for at, t in enumerate(tokens) if begin <= t.start < end]
        self.named = [m for m in self._before.mentions if m.first in span]
        recorded = {at for m in self.named for at in range(m.first, m.last + 1)}
        units = [u for u in self._before.units if u.first in span and u.proper]
        proper = {at for u in units for at in range(u.first, u.last + 1)}
        other = [at for at in span if tokens[at].word not in _JOINING]
        self.is_recorded = bool(recorded) and recorded.issuperset(other)
        self.is_name = recorded | proper >= set(other)
        if not recorded | proper and tokens[span[0]].word not in _ARTICLES:
            self.text = ""  # "They", or "Some of these"

    @property
    def is_land(self) -> bool:
        """Whether it is a country."""
        return len(self.named) == 1 and _is_land(self.named[0])

    @property
    def has_rival(self) -> bool:
        """Whether another name of the same kind comes behind it."""
        kinds = {kind for mention in self.named for kind in mention.kinds}
        last = max((mention.last for mention in self.named), default=0)
        ids = {id_ for mention in self.named for id_ in mention.ids}
        return any(
            m.first > last and m.kinds & kinds and m.ids.isdisjoint(ids)
            for m in self._before.mentions
            if not m.name.islower()
        )

    def meant_by(self, kind: str, noun: str) -> str:
        """Return the words that a beginning stands for; nothing if that is not clear.

        What *kind* and *noun* call for, the subject must be.
        """
        if kind == PAIR:
            return self._pair()
        if kind == NOUN:
            return self._called(noun)
        people = any("person" in m.kinds for m in self.named)
        alone = len(self.named) == 1
        fits = {
            PERSON: people and alone,
            LAND: self.is_land and not self.has_rival,
            ONE: not people and not self._is_several(),
            SOME: not people and self._is_several(),
        }
        return self.text if fits[kind] else ""

    def one_thing(self) -> str:
        """Return the only words from *a* on in the sentence; nothing if there are more.

        They end before a preposition, or the end of a clause.
        """
        tokens = self._before.tokens
        firsts = [at for at, token in enumerate(tokens) if token.word in {"a", "an"}]
        self.named = []
        self.is_name = self.is_recorded = False
        if len(firsts) != 1:
            return ""
        (last,) = firsts
        while last + 1 < len(tokens) and tokens[last + 1].word not in _AFTER_NOUNS:
            gap = self._before.text[tokens[last].end : tokens[last + 1].start]
            if not gap.isspace():
                break
            last += 1
        near = 0 < last - firsts[0] <= _LONGEST
        return self._before.within(firsts[0], last) if near else ""

    def _is_several(self) -> bool:
        """Whether it is of several: joined by *and*, or a plural that is no name."""
        if not self.text:
            return False
        words = self.text.lower().split()
        if words[0] in _SINGLE:
            return any(one == "and" and two in _SINGLE for one, two in pairwise(words))
        inner = any(" and " in m.name.lower() for m in self.named)
        if " and " in self.text and not inner:
            return True
        last = self.text.rsplit(maxsplit=1)[-1]
        if any(m.name.endswith(last) for m in self.named):
            return False
        return last.endswith("s") and not last.endswith(("ss", "us", "is"))

    def _pair(self) -> str:
        """Return the two countries that the sentence names, joined, if it is two."""
        named: dict[frozenset[str], str] = {}
        for mention in filter(_is_land, self._before.mentions):
            metonym = METONYMS.get(mention.name.lower()) == CHINA
            named.setdefault(mention.ids, "China" if metonym else mention.name)
        if len(named) != 2:  # noqa: PLR2004
            return ""
        self.is_name = self.is_recorded = True
        return " and ".join(named.values())

    def _called(self, noun: str) -> str:
        """Return the one name in the sentence that has *noun* in it, or the subject.

        The subject must have it for its own noun: ``A laboratory in Kenya``.
        """
        found = {
            mention.name
            for mention in self._before.mentions
            if noun in {_ALIKE.get(one, one) for one in mention.name.lower().split()}
        }
        if len(found) == 1:
            self.is_name = self.is_recorded = True
            return found.pop()
        if found:
            return ""
        is_it = _head(self.text) == noun or self._is_recorded_as(noun)
        return self.text if is_it else self._described(noun)

    def _is_recorded_as(self, noun: str) -> bool:
        """Whether it is one name, of what is recorded as a *noun*, and the only one."""
        if not self.is_recorded or len(self.named) != 1 or self.has_rival:
            return False
        words = {_ALIKE.get(token.word, token.word) for token in self._before.tokens}
        records = [self._words.record(id_) or {} for id_ in self.named[0].ids]
        return noun not in words and [one.get("type") for one in records] == [noun]

    def _described(self, noun: str) -> str:
        """Return the words from *a* to the one *noun* of the sentence, if it is one."""
        tokens = self._before.tokens
        words = [_ALIKE.get(token.word, token.word) for token in tokens]
        if words.count(noun) != 1:
            return ""
        last = words.index(noun)
        first = next((at for at in range(last, -1, -1) if words[at] in {"a", "an"}), 0)
        self.named = []
        self.is_name = self.is_recorded = False
        near = words[first] in {"a", "an"} and last - first <= _DESCRIBED
        return self._before.within(first, last) if near else ""


def _is_made(tokens: "Sequence[Token]") -> bool:
    """Whether a predicate tells what was done to a thing: ``was opened in``."""
    words = [token.word for token in tokens[:_REACH]]
    return bool(words) and words[0] in AUXILIARIES and not _MADE.isdisjoint(words)


def _is_land(mention: "Mention") -> bool:
    return "country" in mention.kinds


def _head(subject: str) -> str:
    """Return the noun that a subject ends with, before any preposition."""
    words = subject.lower().split()
    ends = (at for at, one in enumerate(words) if one in {"in", "of", "for", "at"})
    end = next(ends, len(words))
    last = words[end - 1] if end else ""
    return _ALIKE.get(last, last)
