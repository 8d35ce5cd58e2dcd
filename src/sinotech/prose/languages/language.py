"""A language's words, ready to be found in a row of tokens."""

from functools import cache
from importlib import import_module
from types import ModuleType

from sinotech.prose.tokens import Token, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FEWEST = 2
"""Letters of the shortest beginning of a word that a list may hold."""

_LONGEST = 8
"""Words of the longest phrase that is looked for backwards."""

_OF = ("d", "del", "do", "da", "dos", "das", "du", "des")
"""What *de* becomes before a vowel or an article."""

_CUT = str.maketrans("'’％", "  %")
_COMMON = """s es o a os as e i is y en an ar er ir ado ada ados adas ido ida idos idas
io ia ios ias ion iones acion aciones cion ciones al ales"""
ENDINGS = {
    "es": frozenset(
        f"""{_COMMON} aron ieron iero ando iendo aba aban ian miento mientos imiento
        imientos ico ica icos icas on ones uye uyen io ores ora oras or ron
        te tes amiento amientos io n mente""".split()
    ),
    "pt": frozenset(
        f"""{_COMMON} m am em ou aram eu eram iu iram ando endo indo ava avam iam ao oes
        aes acao acoes cao coes sao soes mento mentos amento amentos imento imentos ais
        eis ico ica icos icas r res or ores ora oras ente entes el mente ida idade
        idades""".split()
    ),
    "fr": frozenset(
        """s e es x nt ent ons ez er ir re a ai as ant ante ants antes ee ees i ie is
        ies it t ts u ue us ues ait aient erent irent ation ations tion tions ion ions
        ment ments al ale aux ales que ques le les el elle elles els te tes eur eurs
        euse ement ements issent issement""".split()
    ),
    "zh": frozenset[str](),
}
"""Endings that inflection adds in a language, folded; no future and no conditional,
which speak of what is not done."""


_LIMITS = {"es": "más que, sino", "pt": "mais que, mais do que, senão"}
"""Words after a negation that make it *only*: ``no tiene más que 50``."""


class Phrases:
    """What rows of words stand for; each word of a row may be the beginning of one."""

    def __init__(self) -> None:
        """Begin with no phrase."""
        self._heads: dict[str, list[tuple[tuple[str, ...], str]]] = {}

    def add(self, phrase: str, meaning: str) -> None:
        """Take in that *phrase* says *meaning*."""
        row = tuple(token.word for token in tokens_of(phrase))
        if row:
            rows = self._heads.setdefault(row[0], [])
            rows.append((row, meaning))

    def at(self, forms: "Sequence[Iterable[str]]", at: int) -> tuple[int, str]:
        """Return how many words the longest phrase at *at* has, and what it says.

        *forms* are, for each word, those that it may be taken for. Nothing is found:
        zero words.
        """
        return max(self._all(forms, at), key=lambda found: found[0], default=(0, ""))

    def before(self, forms: "Sequence[Iterable[str]]", end: int) -> tuple[int, str]:
        """Return the same of the longest phrase that ends before the token *end*."""
        for start in range(max(end - _LONGEST, 0), end):
            for length, meaning in self._all(forms, start):
                if length == end - start:
                    return length, meaning
        return 0, ""

    def _all(
        self, forms: "Sequence[Iterable[str]]", at: int
    ) -> "Iterator[tuple[int, str]]":
        """Yield each phrase at *at*: its length, and what it says."""
        for form in forms[at] if at < len(forms) else ():
            for row, meaning in self._heads.get(form, ()):
                if at + len(row) <= len(forms) and all(
                    word in forms[at + i] for i, word in enumerate(row)
                ):
                    yield len(row), meaning


class Language:
    """A language: its phrases by what they do in a sentence."""

    def __init__(self, language: str) -> None:
        """Read the word lists of *language*."""
        lists = import_module(f"sinotech.prose.languages.{language}")
        self.language = language
        self.endings = ENDINGS[language]
        self.stops = _phrases(_named(lists.STOPS))
        self.glosses = _phrases(_mapped(lists.GLOSSES))
        self.places = _phrases(_mapped(lists.PLACES))
        self.negations = _phrases(_named(lists.NEGATIONS))
        self.limits = _phrases(_named(_LIMITS.get(language, "")))
        self.planned = _phrases(_named(lists.PLANNED))
        self.relative = _phrases(_mapped(lists.RELATIVE))
        self.ordinals = _phrases(_mapped(lists.ORDINALS))
        self.months: dict[str, int] = {}
        self.short: set[str] = set()
        self.cardinals: dict[str, float] = {}
        self._read_numbers(lists)
        self._read_own(lists)

    def _read_numbers(self, lists: ModuleType) -> None:
        """Read the lists of what stands around numbers, and of numbers in words."""
        self.hedges = _phrases(_hedges(lists.HEDGES))
        hedges = _hedges(lists.HEDGES)
        self.openers = {tokens_of(phrase)[0].word for phrase, _ in hedges}
        self.vague = _phrases(_hedges(lists.VAGUE))
        self.multiples = _phrases(_mapped(lists.MULTIPLES))
        self.shares = _phrases(_mapped(lists.SHARES))
        self.percent = _phrases((p, "percent") for p in _listed(lists.PERCENT))
        self.points = _phrases((p, "points") for p in _listed(lists.POINTS))
        self.units = _phrases(_mapped(lists.UNITS))

    def _read_own(self, lists: ModuleType) -> None:
        """Read the lists that Chinese has and the others have not, and the reverse."""
        chinese = self.language == "zh"
        self.after = _phrases(_hedges(lists.AFTER) if chinese else ())
        self.classifiers = _phrases(_named(lists.CLASSIFIERS) if chinese else ())
        self.scales = _phrases(() if chinese else _mapped(lists.SCALES))
        self.parts = _phrases(() if chinese else _mapped(lists.PARTS))
        self.relations = _phrases(() if chinese else _mapped(lists.RELATIONS))
        if chinese:
            return
        for phrase, month in _mapped(lists.MONTHS):
            word = tokens_of(phrase)[0].word
            if int(month) in self.months.values():
                self.short.add(word)
            self.months[word] = int(month)
        for phrase, value in _mapped(lists.CARDINALS):
            self.cardinals[tokens_of(phrase)[0].word] = float(value)

    def forms(self, word: str) -> tuple[str, ...]:
        """Return *word* (folded) and each beginning that an ending was added to.

        >>> open_language("es").forms("acuerdos")
        ('acuerdos', 'acuerdo', 'acuerd')
        """
        ends = range(len(word) - 1, _FEWEST - 1, -1)
        return (word, *(word[:end] for end in ends if word[end:] in self.endings))

    def known(self, tokens: "Sequence[Token]") -> set[int]:
        """Return which of *tokens* the lists have a word for."""
        rows = [self.forms(token.word) for token in tokens]
        exact = [row[:1] for row in rows]
        return {
            at
            for at in range(len(rows))
            if self.glosses.at(rows, at)[0] or self.stops.at(exact, at)[0]
        }

    def stem(self, word: str) -> str:
        """Return the beginning by which *word* is compared with the words of a label.

        It is the word without the longest ending that leaves four letters.
        """
        for end in range(4, len(word)):
            if word[end:] in self.endings:
                return word[:end]
        return word


@cache
def open_language(language: str) -> Language:
    """Return the words of *language*; they are read once."""
    return Language(language)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of *text*; an apostrophe cuts, as French has it.

    >>> [token.word for token in tokens_of("l'Académie, 2 500 à 5,3 %")]
    ['l', 'academie', '2 500', 'a', '5 3', '']
    """
    return tokenise(text.translate(_CUT))


def _phrases(pairs: "Iterable[tuple[str, str]]") -> Phrases:
    made = Phrases()
    for phrase, meaning in pairs:
        made.add(phrase, meaning)
    return made


def _listed(text: str) -> "Iterator[str]":
    """Yield the phrases of a list, which commas part."""
    for phrase in " ".join(text.split()).split(","):
        if phrase.strip():
            yield phrase.strip()


def _named(text: str) -> "Iterator[tuple[str, str]]":
    """Yield the phrases of a list, each as its own meaning."""
    for phrase in _listed(text):
        yield phrase, phrase


def _mapped(text: str) -> "Iterator[tuple[str, str]]":
    """Yield the phrases of ``meaning: phrase, phrase; …`` with their meanings."""
    for entry in " ".join(text.split()).split(";"):
        meaning, _, phrases = entry.partition(":")
        for phrase in _listed(phrases):
            yield phrase, meaning.strip()


def _hedges(lists: dict[str, str]) -> "Iterator[tuple[str, str]]":
    """Yield hedges with their codes; *de* also as it stands before an article."""
    for code, text in lists.items():
        for phrase in _listed(text):
            yield phrase, code
            if phrase.endswith(" de"):
                for ending in _OF:
                    yield phrase.removesuffix("de") + ending, code
