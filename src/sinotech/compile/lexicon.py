"""The lexicon's text file to rows: concepts, what they entail, what they exclude."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from sinotech.naming import fold
from sinotech.prose.lexicon import MAX_PHRASE, Entry, Lexicon, unpack
from sinotech.prose.stems import Stemmer

LEXICON_FILE = Path(__file__).with_name("lexicon.txt")

_TELLS_NOTHING = 2
_MARKS = ("- ", "~ ", "! ")
"""What a line begins with that says of its phrases only what they do to a claim."""

Phrase = tuple[str, ...]


class LexiconRow(NamedTuple):
    """A phrase and its concepts; see sinotech.prose.lexicon.Entry."""

    head: str
    phrase: str
    own: str
    implied: str
    opposed: str
    light: int
    adverse: int


class Meanings:
    """What the lines of a lexicon say, by stemmed phrase."""

    def __init__(self) -> None:
        """Begin without any."""
        self.concepts: dict[Phrase, set[int]] = {}
        self.entails: dict[int, set[int]] = {}
        self.excludes: dict[int, set[int]] = {}
        self.light: set[Phrase] = set()
        self.common: set[Phrase] = set()
        self.adverse: set[Phrase] = set()
        self.words: dict[str, str] = {}
        self._stemmer = Stemmer()
        self._count = 0

    def read(self, lines: Iterable[str]) -> None:
        """Take in *lines*; first all that say what means the same."""
        kept = [line for line in map(_bare, lines) if line]
        for line in kept:
            if "<" not in line and line[:2] not in _MARKS:
                self._same(self._phrases(line))
        for line in kept:
            if line.startswith("- "):
                self.light.update(self._phrases(line[2:]))
            elif line.startswith("~ "):
                self.common.update(self._phrases(line[2:]))
            elif line.startswith("! "):
                self._oppose(self._phrases(line[2:]))
            elif "<>" in line:
                one, other = (self._phrases(side) for side in line.split("<>"))
                self._exclude(one, other)
            elif "<" in line:
                self._chain([self._phrases(side) for side in line.split("<")])

    def _phrases(self, text: str) -> list[Phrase]:
        found = []
        for part in text.split(","):
            words = fold(part).split()
            if 0 < len(words) <= MAX_PHRASE:
                stems = self._stemmer.stems(words)
                self.words.setdefault(stems[words[0]], words[0])
                found.append(tuple(stems[word] for word in words))
        return list(dict.fromkeys(found))

    def _oppose(self, phrases: list[Phrase]) -> None:
        self.adverse.update(phrases)
        for phrase in phrases:
            self._of(phrase)

    def _same(self, phrases: list[Phrase]) -> None:
        self._count += 1
        for phrase in phrases:
            self.concepts.setdefault(phrase, set()).add(self._count)

    def _of(self, phrase: Phrase) -> set[int]:
        """Return the concepts of *phrase*; one of its own if it has none."""
        if phrase not in self.concepts:
            self._same([phrase])
        return self.concepts[phrase]

    def _chain(self, steps: list[list[Phrase]]) -> None:
        for lefts, rights in zip(steps, steps[1:], strict=False):  # noqa: RUF007
            for left in lefts:
                for right in rights:
                    for concept in self._of(left):
                        self.entails.setdefault(concept, set()).update(self._of(right))

    def _exclude(self, ones: list[Phrase], others: list[Phrase]) -> None:
        for one in ones:
            for other in others:
                for a in self._of(one):
                    for b in self._of(other):
                        self.excludes.setdefault(a, set()).add(b)
                        self.excludes.setdefault(b, set()).add(a)

    def implied(self, concepts: Iterable[int]) -> set[int]:
        """Return *concepts* and all that they entail, however many steps away."""
        found: set[int] = set()
        waiting = list(concepts)
        while waiting:
            concept = waiting.pop()
            if concept not in found:
                found.add(concept)
                waiting += self.entails.get(concept, ())
        return found

    @cached_property
    def rows(self) -> list[LexiconRow]:
        """A row for each phrase, in order; the lines have been read before."""
        return list(self._rows())

    def _rows(self) -> Iterator[LexiconRow]:
        told: dict[frozenset[int], tuple[str, str, str]] = {}  # phrases share concepts
        for phrase in sorted({*self.concepts, *self.light, *self.common}):
            own = frozenset(self.concepts.get(phrase, ()))
            if own not in told:
                told[own] = self._told(own)
            light = phrase in self.light
            tells = _TELLS_NOTHING if light else int(phrase in self.common)
            adverse = int(phrase in self.adverse)
            yield LexiconRow(phrase[0], " ".join(phrase), *told[own], tells, adverse)

    def _told(self, own: AbstractSet[int]) -> tuple[str, str, str]:
        """Return concepts, what they entail, and what excludes them, each packed."""
        opposed = {other for one in own for other in self.excludes.get(one, ())}
        return _packed(own), _packed(self.implied(own)), _packed(opposed - own)


@cache
def lexicon() -> Meanings:
    """Return the lexicon that ships with the tool."""
    meanings = Meanings()
    meanings.read(LEXICON_FILE.read_text(encoding="utf-8").splitlines())
    return meanings


def meaning_rows(
    meanings: Meanings, records: Mapping[str, int]
) -> Iterator[tuple[int, str]]:
    """Yield each concept with the single words in records that mean or entail it."""
    for phrase, own in sorted(meanings.concepts.items()):
        if len(phrase) == 1 and records.get(phrase[0]):
            for concept in sorted(meanings.implied(own)):
                yield concept, meanings.words[phrase[0]]


@cache
def whole_lexicon() -> Lexicon:
    """Return the lexicon that ships, all of it, as claims are read with."""
    concepts = cache(unpack)  # which phrases share
    return Lexicon(
        Entry(
            tuple(row.phrase.split()),
            (concepts(row.own), concepts(row.implied), concepts(row.opposed)),
            records=0,  # what reads records asks no entry how rare it is
            lightness=row.light,
            adverse=bool(row.adverse),
        )
        for row in lexicon().rows
    )


def occurrences(
    rows: Sequence[LexiconRow], records: Mapping[str, int]
) -> Iterator[tuple[str, str, str, str, str, int, int, int]]:
    """Yield *rows* with how many records hold each concept, at least.

    *records* says how many hold each stem: of a concept, the most that hold one of its
    single words; of a phrase, no more than hold its rarest word.
    """
    counts: dict[str, int] = {}
    for row in rows:
        count = min(records.get(stem, 0) for stem in row.phrase.split())
        for concept in row.own.split():
            counts[concept] = max(counts.get(concept, 0), count)
    for row in rows:
        most = max((counts[concept] for concept in row.own.split()), default=0)
        yield (*row, most)


def _bare(line: str) -> str:
    return line.partition("#")[0].strip()


def _packed(concepts: Iterable[int]) -> str:
    return " ".join(map(str, sorted(concepts)))
