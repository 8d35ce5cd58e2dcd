"""The places in a sentence, and whether two places can be the same.

A place may be read in several ways: *Rio de Janeiro* is a city and the state that it
lies in. Each reading is a *chain*: its name and what it lies in, inner first, folded,
each in one word, the code of its country last: ``("chengdu", "sichuan", "cn")``. One
place contains another if its chain ends the other's. Two differ only if, read in
whatever way, neither contains the other.

What qualifies a place belongs to it: *Chengdu, Sichuan province, southwest China* is
one place. The table ``place`` knows which there are; what it does not know is no place.
"""

from sinotech.naming import key
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sinotech.claims.reading import Mention
    from sinotech.prose.tokens import Token

    Chain = tuple[str, ...]
    Row = tuple[str, str, str, str, int]
    Lookup = Callable[[Iterable[str]], Iterable[Row]]
    Naming = Callable[[Sequence[Token]], Iterable[Mention]]

MAX_WORDS = 6
"""Words of the longest name of a place."""

_SMALL = 4
"""Letters of words without a capital within one: *Newcastle upon Tyne*."""

_AT = frozenset("in at near inside outside around across throughout within".split())
"""Words before a place where something is said to be."""

_COMING = frozenset("come comes came hail hails hailed originates".split())
"""Words before *from* that tell where something is at home."""

_HOST = frozenset(
    "host hosts hosted hosting saw venue site home location where".split()
)
"""Words after such a place: *Kazan hosted*, *Kazan was the venue*."""

_LINKS = frozenset("was is played serves served will has had".split())
"""Words between."""

_BY = ("hosted", "by")
"""Words before such a place: *hosted by Kazan*."""

_HOST_REACH = 4
"""Words after a place among which one of those is."""

_SITES = frozenset(
    "campus hall venue hotel center centre building site auditorium stadium".split()
)
"""Sites that lie in a place: *at a campus in São Paulo*."""

_ARTICLES = frozenset(("a", "an", "the"))

_SIDES = frozenset(
    """north south east west northern southern eastern western central northeast
    northwest southeast southwest northeastern northwestern southeastern southwestern
    coastal downtown inland nearby neighboring neighbouring""".split()
)
_PROVINCES = frozenset(
    """province state region oblast krai republic county governorate emirate
    department""".split()
)
_CITIES = frozenset("city municipality town metropolis".split())
_TYPES = _PROVINCES | _CITIES | frozenset(("prefecture", "district"))
"""What a place is: *Sichuan province*, *Kazan city*."""

_LEADING = frozenset(
    """autonomous special administrative metropolitan provincial zhuang uygur uyghur
    hui tibetan""".split()
)
"""Words before those: *Guangxi Zhuang Autonomous Region*."""

_BETWEEN = (
    _TYPES
    | _LEADING
    | _SIDES
    | frozenset("the a an in of capital located situated".split())
)
"""Words between a place and what it lies in: *the capital of southwest China's …*"""

_OF_A_PLACE = _TYPES | frozenset(("capital", "port"))
_MONTHS = frozenset(
    """january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday""".split()
)
_NO_NAMES = FUNCTION_WORDS | _BETWEEN | _AT | _MONTHS
"""Words with a capital before a place that are no part of a longer name with it."""

_HYPHENS = frozenset("-‐‑–")
_ENDS = frozenset(".!?:;")

_REACH = 8
"""Words after a place among which what it lies in begins."""

_AFTER = frozenset("in on from during between for last this where when".split())
"""Words after a place and its country: *in Kazan, China, in May*."""

_TOO = {
    "hk": "cn",
    "mo": "cn",
    "tw": "cn",
    "eh": "ma",
    "ps": "il",
    "xk": "rs",
    "ax": "fi",
    "fo": "dk",
    "gl": "dk",
    "gf": "fr",
    "gp": "fr",
    "mq": "fr",
    "nc": "fr",
    "pf": "fr",
    "re": "fr",
    "yt": "fr",
    "as": "us",
    "gu": "us",
    "mp": "us",
    "pr": "us",
    "vi": "us",
    "aw": "nl",
    "cw": "nl",
    "sx": "nl",
    "bm": "gb",
    "gi": "gb",
    "ky": "gb",
}
"""Territories that some count with another country: read both ways, so that nothing
here takes a side."""

_PEOPLES = tuple(
    """ese ish ian ean ican yan german afghan thai greek swiss dutch czech french kazakh
    uzbek tajik kyrgyz turkmen turk lao iraqi israeli pakistani emirati omani nepali
    bangladeshi saudi kuwaiti qatari bahraini yemeni azerbaijani zimbabwean""".split()
)
"""How the names of peoples end: *in Chinese labs* is no place."""

_CODE = 2
"""Letters of a country's code."""


class Place:
    """A place in a sentence, with what qualifies it.

    *name* is its own as written, *first* and *last* are the tokens of the whole;
    *chains* are its readings, *where* says that something is said to be there: a forum
    *in Kazan*, *Kazan hosted* it; not *delegates from Kazan*, not *Kazan officials*.
    *site* is the token with which it begins if its site is part of it.
    """

    __slots__ = ("chains", "first", "last", "name", "site", "where")

    def __init__(
        self, name: str, first: int, last: int, chains: "frozenset[Chain]"
    ) -> None:
        """Hold the name, where it stands, and how it may be read."""
        self.name, self.first, self.last, self.chains = name, first, last, chains
        self.where, self.site = False, first

    def __repr__(self) -> str:
        """Show its name and chains."""
        return f"<{self.name}: {', '.join(map('/'.join, sorted(self.chains)))}>"


def contains(outer: "Chain", inner: "Chain") -> bool:
    """Whether *inner* lies in *outer*, or is it.

    >>> contains(("sichuan", "cn"), ("chengdu", "sichuan", "cn"))
    True
    """
    return inner[len(inner) - len(outer) :] == outer and len(inner) >= len(outer)


def differ(one: "Iterable[Chain]", other: "Iterable[Chain]") -> bool:
    """Whether two places differ however they are read; not if one is unknown.

    >>> differ([("kazan", "tatarstan", "ru")], [("sochi", "krasnodar", "ru")])
    True
    """
    ones, others = list(one), list(other)
    return bool(ones and others) and not any(
        contains(a, b) or contains(b, a) for a in ones for b in others
    )


def find_places(
    text: str,
    tokens: "Sequence[Token]",
    mentions: "Iterable[Mention]",
    look_up: "Lookup",
) -> list[Place]:
    """Return the places that a sentence names, in order.

    *tokens* are those of *text*, *mentions* the names in it; *look_up* is given folded
    rows of words and returns the rows of the table ``place`` that they are. A country
    is a place by itself only where the sentence says that something is in it.
    """
    return _Finder(text, tokens, mentions, look_up).places(strict=True)


def chains_of(text: str, named: "Naming", look_up: "Lookup") -> "frozenset[Chain]":
    """Return what the *text* that a record has for a place may mean.

    *named* returns the names among tokens. Whatever place the text names counts, also
    in the name of something else: *Federal University of Rio de Janeiro*. What another
    of them lies in tells nothing more.
    """
    tokens = tokenise(text)
    finder = _Finder(text, tokens, named(tokens), look_up)
    places = [place.chains for place in finder.places(strict=False)]
    return frozenset(
        chain
        for chains in places
        for chain in chains
        if not any(
            len(chain) < len(inner) and contains(chain, inner)
            for others in places
            if others != chains
            for inner in others
        )
    )


class _Phrase:
    """A name of a place, being read: *first* and *last* grow with what qualifies it.

    *own* is the name's last token; *careful* says that it is a word as well, *country*
    that it is a country's name, *sure* that something shows that a place is meant.
    """

    __slots__ = (
        "careful",
        "country",
        "first",
        "last",
        "name",
        "own",
        "readings",
        "sure",
    )

    def __init__(self, first: int, last: int, name: str) -> None:
        """Begin with a name and no reading."""
        self.first, self.last, self.own, self.name = first, last, last, name
        self.readings: set[tuple[str, Chain]] = set()
        self.careful = self.country = self.sure = False

    @property
    def chains(self) -> "frozenset[Chain]":
        """How it may be read."""
        return frozenset(chain for _, chain in self.readings)

    def add(self, kind: str, chain: "Chain") -> None:
        """Take in a reading."""
        self.readings.add((kind, chain))
        if chain[-1] in _TOO:
            self.readings.add((kind, (*chain, _TOO[chain[-1]])))

    def narrow(self, outer: "_Phrase") -> bool:
        """Keep the readings that lie in *outer*, if there are any."""
        inner = {
            (kind, chain)
            for kind, chain in self.readings
            for one in outer.chains
            if len(one) < len(chain) and contains(one, chain)
        }
        self.readings = inner or self.readings
        self.sure = self.sure or bool(inner)
        return bool(inner)

    def is_in(self, outer: "_Phrase") -> bool:
        """Whether a reading of it lies in *outer*."""
        return any(contains(a, b) for a in outer.chains for b in self.chains)


class _Finder:
    """Finds the places in one text."""

    def __init__(
        self,
        text: str,
        tokens: "Sequence[Token]",
        mentions: "Iterable[Mention]",
        look_up: "Lookup",
    ) -> None:
        """Find the names of places and countries, by where they begin."""
        self._text, self._tokens = text, tokens
        self._plain = not any(_has_capital(token) for token in tokens)
        self._others: list[Mention] = []
        found = self._named(look_up)
        for mention in mentions:
            self._take(mention, found)
        self._phrases: dict[int, _Phrase] = {}
        for phrase in sorted(found.values(), key=lambda p: (p.first - p.last, p.first)):
            taken = range(phrase.first, phrase.last + 1)
            if not any(p.first in taken or p.last in taken for p in self._all()):
                self._phrases[phrase.first] = phrase

    def places(self, *, strict: bool) -> list[Place]:
        """Return the places; if *strict*, not those in the names of other things."""
        found: list[_Phrase] = []
        for at in sorted(self._phrases):
            phrase = self._phrases[at]
            if found and phrase.first <= found[-1].last:
                continue
            self._go_on(phrase)
            self._go_back(phrase)
            while found and found[-1].last >= phrase.first:
                found.pop()
            found.append(phrase)
        return self._placed([p for p in found if not strict or self._is_meant(p)])

    def _placed(self, phrases: "Iterable[_Phrase]") -> list[Place]:
        """Return *phrases* as places; those of a row stand where its first does."""
        places: list[Place] = []
        for phrase in phrases:
            place = Place(phrase.name, phrase.first, phrase.last, phrase.chains)
            place.where = self._is_in(phrase) or self._is_host(phrase)
            if places and places[-1].where and not place.where:
                place.where = self._is_row(places[-1].last, phrase.first)
            place.site = self._site_of(phrase) if place.where else place.first
            places.append(place)
        return places

    def _site_of(self, phrase: _Phrase) -> int:
        """Return where *phrase* begins with its site: *at a campus in São Paulo*."""
        at = phrase.first - 2
        row = [self._word(one) for one in (at - 2, at - 1, at)]
        known = row[0] in _AT and row[1] in _ARTICLES and row[2] in _SITES
        return at if known else phrase.first

    def _is_row(self, last: int, first: int) -> bool:
        """Whether nothing but commas and *and* stand between two places."""
        words = [self._word(at) for at in range(last + 1, first)]
        gaps = [self._gap(at).strip() for at in range(last, first)]
        return {*gaps} <= {"", ","} and words in ([], ["and"], ["or"])

    def _is_host(self, phrase: _Phrase) -> bool:
        """Whether what follows says that something is in *phrase*."""
        last = phrase.last
        if (self._word(phrase.first - 2), self._word(phrase.first - 1)) == _BY:
            return True
        told = [self._word(at) for at in range(last + 1, last + 1 + _HOST_REACH)]
        return told[0] in _HOST or (told[0] in _LINKS and bool(_HOST & {*told}))

    def _all(self) -> "Iterable[_Phrase]":
        return self._phrases.values()

    def _named(self, look_up: "Lookup") -> "dict[tuple[int, int], _Phrase]":
        """Return the names of cities and provinces, by their first and last tokens."""
        grams: dict[str, list[tuple[int, int]]] = {}
        for gram, span in self._grams():
            grams.setdefault(gram, []).append(span)
        found: dict[tuple[int, int], _Phrase] = {}
        for folded, name, kind, within, careful in look_up(grams) if grams else ():
            if careful and self._plain:
                continue
            chain = (key(name).replace(" ", "-"), *within.split())
            for first, last in grams[folded]:
                written = self._text[self._tokens[first].start : self._tokens[last].end]
                phrase = found.setdefault((first, last), _Phrase(first, last, written))
                phrase.add(kind, chain)
                phrase.careful = phrase.careful or bool(careful)
        return found

    def _grams(self) -> "Iterator[tuple[str, tuple[int, int]]]":
        """Yield rows of words that may be names.

        They begin with a capital, or in a text without any, after a word like *in*.
        """
        tokens = self._tokens
        words: dict[int, str] = {}
        for first in self._starts():
            row = ""
            for last in range(first, min(first + MAX_WORDS, len(tokens))):
                if last not in words:
                    words[last] = self._key(last)
                if not words[last]:
                    break
                row = f"{row} {words[last]}" if row else words[last]
                if self._ends(last):
                    yield row, (first, last)
                elif len(words[last]) > _SMALL:
                    break
                if tokens[last].owns:
                    row += "s"  # as names are folded: Cox's Bazar, St. John's
                    yield row, (first, last)

    def _key(self, at: int) -> str:
        """Return a word as names of places are folded; nothing for what is no word."""
        token = self._tokens[at]
        return key(token.word) if token.kind == "word" else ""

    def _starts(self) -> list[int]:
        """Return where names of places may begin."""
        tokens = self._tokens
        if not self._plain:
            return [at for at, token in enumerate(tokens) if _has_capital(token)]
        return [at for at in range(1, len(tokens)) if tokens[at - 1].word in _AT]

    def _ends(self, at: int) -> bool:
        """Whether the name of a place may end at *at*."""
        token = self._tokens[at]
        return self._plain or _has_capital(token) or token.word in _TYPES

    def _take(
        self, mention: "Mention", found: "dict[tuple[int, int], _Phrase]"
    ) -> None:
        """Take in the name of a country; of what else has a name, where it stands."""
        codes = [id_ for id_ in mention.ids if len(id_) == _CODE and id_.isalpha()]
        if "country" not in mention.kinds or not codes:
            self._others.append(mention)
            return
        span = mention.first, mention.last
        phrase = found.setdefault(span, _Phrase(*span, mention.name))
        if any(chain[-1] in codes for chain in phrase.chains):
            phrase.careful = True  # a capital, where it may stand for its government
            return
        phrase.country = not phrase.readings
        for code in codes:
            phrase.add("country", (code,))

    def _gap(self, at: int) -> str:
        """Return what stands between a token and the next, without a possessive's."""
        gap = self._text[self._tokens[at].end : self._tokens[at + 1].start]
        return gap[2:] if self._tokens[at].owns else gap

    def _word(self, at: int) -> str:
        return self._tokens[at].word if 0 <= at < len(self._tokens) else ""

    def _go_on(self, phrase: _Phrase) -> None:
        """Take in what follows and qualifies *phrase*."""
        self._take_type(phrase)
        outer = self._following(phrase.last)
        while outer:
            if not self._is_listed(outer) and phrase.narrow(outer):
                phrase.last = outer.last
                self._skip_types(phrase)
            elif not self._is_elsewhere(phrase, outer):
                return
            else:
                place = key(phrase.name).replace(" ", "-")
                phrase.readings = {("city", (place, *one)) for one in outer.chains}
                phrase.last = outer.last
            outer = self._following(phrase.last)

    def _take_type(self, phrase: _Phrase) -> None:
        """Take in what *phrase* is, if it is said: *New York state*, *city of Nice*."""
        last = phrase.last
        self._skip_types(phrase)
        said = {self._word(at) for at in range(last + 1, phrase.last + 1)}
        if self._word(phrase.first - 1) == "of":
            said |= {self._word(phrase.first - 2)} - {"republic"}
        kinds = {"province"} if said & _PROVINCES else set()
        kinds = kinds or ({"city"} if said & _CITIES else set())
        kept = {one for one in phrase.readings if one[0] in kinds}
        if kept:
            phrase.readings, phrase.sure = kept, True

    def _skip_types(self, phrase: _Phrase) -> None:
        """Let *phrase* go on over what it is."""
        at = phrase.last
        while at + 1 < len(self._tokens) and not self._gap(at).strip():
            at += 1
            if self._word(at) in _TYPES:
                phrase.last = at
            elif self._word(at) not in _LEADING:
                return

    def _following(self, last: int) -> _Phrase | None:
        """Return the place that follows *last*, if what is between may qualify it."""
        for at in range(last, min(last + _REACH, len(self._tokens) - 1)):
            if self._gap(at).strip(" ,()"):
                return None
            if at + 1 in self._phrases:
                return self._phrases[at + 1]
            if self._word(at + 1) not in _BETWEEN:
                return None
        return None

    def _is_listed(self, outer: _Phrase) -> bool:
        """Whether *outer* is one of several: *in Chengdu, China and Peru signed*."""
        after = outer.last + 1
        return (
            outer.country
            and self._word(after) in {"and", "or"}
            and after + 1 in self._phrases
        )

    def _is_elsewhere(self, phrase: _Phrase, outer: _Phrase) -> bool:
        """Whether *phrase* is a namesake that is not known: *in Paris, Texas*."""
        if phrase.sure or phrase.country or not self._is_in(phrase):
            return False
        if phrase.last + 1 != outer.first or self._gap(phrase.last).strip() != ",":
            return False
        if any(kind == "city" for kind, _ in outer.readings):
            return False
        after = outer.last + 1
        if after == len(self._tokens) or self._word(after) in _AFTER:
            return True
        following = self._phrases.get(after)
        listed = following is not None and not outer.is_in(following)
        return self._gap(outer.last).strip() != "" and not listed

    def _go_back(self, phrase: _Phrase) -> None:
        """Take in what precedes and qualifies *phrase*: *Russia's Kazan*."""
        last = phrase.first - 1
        while (
            last >= 0 and self._word(last) in _BETWEEN and not self._gap(last).strip()
        ):
            last -= 1
        outer = next((p for p in self._all() if p.own == last), None)
        if not outer or self._gap(last).strip():
            return
        between = {self._word(at) for at in range(last + 1, phrase.first)}
        if self._tokens[last].owns or between & _OF_A_PLACE:
            if phrase.narrow(outer):
                phrase.first = outer.first
            while self._word(phrase.first - 1) in _SIDES:
                phrase.first -= 1

    def _is_meant(self, phrase: _Phrase) -> bool:
        """Whether *phrase* is a place, and not a word, a person, a part of a name."""
        first, last = phrase.first, phrase.last
        if any(m.first <= phrase.own and phrase.own <= m.last for m in self._others):
            return False
        if phrase.country and self._tokens[phrase.own].word.endswith(_PEOPLES):
            return False
        if phrase.country or phrase.careful:
            told = phrase.country and self._is_host(phrase)
            if not (told or phrase.sure or self._is_in(phrase)):
                return False
        return not self._goes_on(last) and not self._is_inside(first)

    def _is_in(self, phrase: _Phrase) -> bool:
        """Whether *phrase* stands after a word like *in*."""
        at = phrase.first - 1
        skipped = _BETWEEN - _AT
        while at >= 0 and self._word(at) in skipped and not self._gap(at).strip():
            at -= 1
        if self._word(at) in _AT and not self._gap(at).strip():
            return True
        return any(self._comes_from(one) for one in range(phrase.first - 1, at - 6, -1))

    def _comes_from(self, at: int) -> bool:
        """Whether *from* at *at* tells where something is at home."""
        return self._word(at) == "from" and self._word(at - 1) in _COMING

    def _goes_on(self, last: int) -> bool:
        """Whether a longer name goes on after *last*: *Chengdu University*."""
        if last + 1 >= len(self._tokens) or self._tokens[last].owns:
            return False
        gap, token = self._gap(last), self._tokens[last + 1]
        if gap in _HYPHENS:
            return True
        return token.is_capital and token.word not in _MONTHS and not gap.strip()

    def _is_inside(self, first: int) -> bool:
        """Whether a longer name began before *first*: *University of São Paulo*."""
        before = self._tokens[first - 1] if first else None
        gap = self._gap(first - 1) if before else "."
        if not before or before.owns or (gap.strip() and gap not in _HYPHENS):
            return False
        if first == 1 or _ENDS & {*self._gap(first - 2)}:
            return False  # the first word of a sentence has a capital anyway
        if before.word == "of":
            named = self._tokens[first - 2]
            return named.is_capital and named.word not in _OF_A_PLACE
        return before.is_capital and before.word not in _NO_NAMES


def _has_capital(token: "Token") -> bool:
    """Whether *token* is a word with a capital: *Chengdu*, *d'Azur*."""
    return token.kind == "word" and not token.text.islower()
