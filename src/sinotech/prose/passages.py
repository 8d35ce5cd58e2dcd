"""A text of a record, read by itself.

Many figures share the texts of their measure, so those are read once, when the record
set is compiled, and stored packed.
"""

from sinotech.prose.date_forms import MONTHS
from sinotech.prose.denial import contrasted
from sinotech.prose.features import StatedNumber
from sinotech.prose.function_words import NO_PLACES, PLACE_WORDS
from sinotech.prose.negation import DENYING, NEGATIONS, turns_nothing
from sinotech.prose.noun import counted_keys
from sinotech.prose.quantities import read_quantities
from sinotech.prose.quantity import Quantity
from sinotech.prose.status import is_planned
from sinotech.prose.times import read_times
from sinotech.prose.tokens import cuts_of, folded, tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from sinotech.prose.lexicon import Lexicon
    from sinotech.prose.tokens import Token

MAX_TOKENS = 400
"""Tokens of one text that are read."""


class Counted:
    """The words, dates and numbers of a text.

    *dates* are pairs of days. *numbers* are all of its numbers, *stated* those that
    belong to no date and say something.
    """

    __slots__ = ("dates", "numbers", "stated", "words")

    def __init__(
        self,
        words: set[str],
        dates: "list[tuple[str, str]]",
        stated: list[StatedNumber],
        numbers: list[StatedNumber],
    ) -> None:
        """Hold what was read."""
        self.words, self.dates = words, dates
        self.stated, self.numbers = stated, numbers


class ReadText:
    """What one text says.

    *stems* are those of its words, *own* its concepts and *implied* those and all that
    they entail; *places* are stems of names after words such as *in*; *adverse* are the
    concepts by which it says, but denies not, that something is no good. *counted* are
    its words, dates and numbers, if they have been read.
    """

    __slots__ = (
        "adverse",
        "counted",
        "implied",
        "negated",
        "own",
        "places",
        "planned",
        "stems",
    )

    def __init__(self) -> None:
        """Begin with nothing."""
        self.stems: set[str] = set()
        self.implied: set[int] = set()
        self.own: set[int] = set()
        self.places: set[str] = set()
        self.adverse: set[int] = set()
        self.negated = self.planned = False
        self.counted: Counted | None = None

    def pack(self) -> list[object]:
        """Return all but *numbers* as JSON can hold it, the same each time."""
        counted = self.counted or Counted(set(), [], [], [])
        return [
            *(sorted(words) for words in (self.stems, counted.words, self.places)),
            *(sorted(told) for told in (self.implied, self.own, self.adverse)),
            counted.dates,
            [self.negated, self.planned],
            [stated.pack() for stated in counted.stated],
        ]


def unpack(packed: "list[Any]") -> ReadText:
    """Return the passage that :meth:`ReadText.pack` made *packed* of."""
    *keys, dates, (negated, planned), stated = packed
    made = ReadText()
    made.stems, words, made.places, *concepts = map(set, keys)
    made.implied, made.own, made.adverse = concepts
    made.negated, made.planned = negated, planned
    spans = [(first, last) for first, last in dates]
    made.counted = Counted(
        words, spans, [StatedNumber.unpack(one) for one in stated], []
    )
    return made


class TextReader:
    """Reads texts, given stems and the lexicon."""

    def __init__(
        self, stems: "Callable[[Iterable[str]], dict[str, str]]", lexicon: "Lexicon"
    ) -> None:
        """Read with *stems* (of folded words) and *lexicon*."""
        self._stems, self.lexicon = stems, lexicon
        self._known: dict[str, str] = {}
        self._cuts: dict[str, list[str]] = {}

    def learn(self, texts: "Iterable[str]") -> None:
        """Ask for the stems of all words of *texts* at once, before they are read."""
        self._cuts = {text: _cut(text) for text in dict.fromkeys(texts)}
        self._of([folded(cut) for some in self._cuts.values() for cut in some])

    def stems(self, text: str) -> list[str]:
        """Return the stem of each token of *text*; empty for what is no word."""
        return self._of([folded(cut) for cut in self._cut(text)])

    def _cut(self, text: str) -> list[str]:
        """Return the tokens of *text*, as they stand there."""
        cuts = self._cuts.get(text)
        return _cut(text) if cuts is None else cuts

    def _of(self, words: list[str]) -> list[str]:
        """Return the stems of folded *words*."""
        known = self._known
        whole = [word.replace(" ", "") for word in words]
        if new := [word for word in whole if word and word not in known]:
            known.update(self._stems(new))
        return [known[word] if word else "" for word in whole]

    def read(self, text: str) -> ReadText:
        """Return what *text* says, but for what :meth:`count` returns."""
        cuts = self._cut(text)
        words = [folded(cut) for cut in cuts]
        stems = self._of(words)
        made = ReadText()
        made.stems.update(stems)
        for entry in self.lexicon.found(stems):
            made.implied |= entry.implied
            made.own |= entry.own
        made.adverse.update(self._adverse(words, stems))
        if not PLACE_WORDS.isdisjoint(words):
            made.places.update(_places(words, cuts, stems))
        if not NEGATIONS.isdisjoint(words):
            made.negated = is_negated(text)
        made.planned = is_planned(words)
        return made

    def _adverse(
        self, words: "Sequence[str]", stems: "Sequence[str]"
    ) -> "Iterator[int]":
        """Yield the concepts of adverse words that no word before them denies."""
        for at, word in enumerate(words):
            if word in NEGATIONS or word in DENYING:
                return
            for entry in self.lexicon.at(stems, at) if stems[at] else ():
                if entry.adverse:
                    yield from entry.own

    def count(self, text: str) -> Counted:
        """Return the words, dates and numbers of *text*."""
        tokens = tokenise(text)[:MAX_TOKENS]
        words = [token.word for token in tokens]
        stems = self._of(words)
        times = read_times(text, tokens)
        dates = [(t.earliest, t.latest) for t in times if t.earliest]
        dated = {at for t in times for at in range(t.first, t.last + 1)}
        numbers = list(self._numbers(text, tokens, stems, set()))
        others = self._numbers(text, tokens, stems, dated) if dated else numbers
        stated = [one for one in others if not _says_little(one.quantity)]
        return Counted(set(words), dates, stated, numbers)

    def _numbers(
        self, text: str, tokens: "Sequence[Token]", stems: list[str], taken: set[int]
    ) -> "Iterator[StatedNumber]":
        for quantity in read_quantities(text, tokens, taken):
            keys = counted_keys(text, tokens, stems, quantity, self.lexicon)
            yield StatedNumber(quantity, *keys)


def _cut(text: str) -> list[str]:
    return [cut for cut, *_ in cuts_of(text)[:MAX_TOKENS]]


def _places(
    words: "Sequence[str]", cuts: "Sequence[str]", stems: "Sequence[str]"
) -> "Iterator[str]":
    """Yield the stems of names after words such as *in*."""
    for at, word in enumerate(words[:-1], 1):
        if word in PLACE_WORDS and cuts[at][:1].isupper() and _may_be_place(words[at]):
            yield stems[at]


def _may_be_place(word: str) -> bool:
    return len(word) > 1 and word not in NO_PLACES and word not in MONTHS


def is_negated(text: str) -> bool:
    """Whether *text* says that something is not so; in a name, no word does.

    >>> is_negated("It is no rival."), is_negated("It is a partner, not a rival.")
    (True, False)
    """
    tokens = tokenise(text)[:MAX_TOKENS]
    other = contrasted(tokens, text)
    count = 0
    for at, token in enumerate(tokens):
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        named = bool(at) and token.is_capital
        denies = token.word in NEGATIONS and not turns_nothing(token.word, following)
        count += denies and not named and at not in other
    return count % 2 == 1


def _says_little(quantity: Quantity) -> bool:
    return quantity.low == quantity.high == 1 and quantity.unit == "count"
