"""A text of a record, read by itself.

Many figures share the texts of their measure, so those are read once, when the record
set is compiled, and stored packed.
"""

from sinotech.prose.features import Stated
from sinotech.prose.grammar import NEGATIONS, PLACE_WORDS, status_of
from sinotech.prose.noun import counted_keys
from sinotech.prose.quantities import Quantity, read_quantities
from sinotech.prose.times import read_times
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from sinotech.prose.lexicon import Lexicon
    from sinotech.prose.tokens import Token

MAX_TOKENS = 400
"""Tokens of one text that are read."""


class Counted:
    """The dates and numbers of a text.

    *dates* are pairs of days. *numbers* are all of its numbers, *stated* those that
    belong to no date and say something.
    """

    __slots__ = ("dates", "numbers", "stated")

    def __init__(
        self,
        dates: "list[tuple[str, str]]",
        stated: list[Stated],
        numbers: list[Stated],
    ) -> None:
        """Hold what was read."""
        self.dates, self.stated, self.numbers = dates, stated, numbers


class Passage:
    """What one text says.

    *stems* and *words* are its own, *own* its concepts and *implied* those and all that
    they entail; *places* are stems of names after words such as *in*. *counted* are its
    dates and numbers, if they have been read.
    """

    __slots__ = (
        "counted",
        "implied",
        "negated",
        "own",
        "places",
        "planned",
        "stems",
        "words",
    )

    def __init__(self) -> None:
        """Begin with nothing."""
        self.stems: set[str] = set()
        self.words: set[str] = set()
        self.implied: set[int] = set()
        self.own: set[int] = set()
        self.places: set[str] = set()
        self.negated = self.planned = False
        self.counted: Counted | None = None

    def pack(self) -> list[object]:
        """Return all but *numbers* as JSON can hold it, the same each time."""
        counted = self.counted or Counted([], [], [])
        return [
            *(sorted(words) for words in (self.stems, self.words, self.places)),
            *(sorted(concepts) for concepts in (self.implied, self.own)),
            counted.dates,
            [self.negated, self.planned],
            [stated.pack() for stated in counted.stated],
        ]


def unpack(packed: "list[Any]") -> Passage:
    """Return the passage that :meth:`Passage.pack` made *packed* of."""
    *keys, dates, (negated, planned), stated = packed
    made = Passage()
    made.stems, made.words, made.places, made.implied, made.own = map(set, keys)
    made.negated, made.planned = negated, planned
    spans = [(first, last) for first, last in dates]
    made.counted = Counted(spans, [Stated.unpack(one) for one in stated], [])
    return made


class Texts:
    """Reads texts, given stems and the lexicon."""

    def __init__(
        self, stems: "Callable[[Iterable[str]], dict[str, str]]", lexicon: "Lexicon"
    ) -> None:
        """Read with *stems* (of folded words) and *lexicon*."""
        self._stems, self.lexicon = stems, lexicon
        self._known: dict[str, str] = {}
        self._tokens: dict[str, list[Token]] = {}

    def learn(self, texts: "Iterable[str]") -> None:
        """Ask for the stems of all words of *texts* at once, before they are read."""
        self._tokens = {text: tokenise(text) for text in dict.fromkeys(texts)}
        self._of([token for some in self._tokens.values() for token in some])

    def stems(self, text: str) -> list[str]:
        """Return the stem of each token of *text*; empty for what is no word."""
        return self._of(self._cut(text))

    def _cut(self, text: str) -> "list[Token]":
        tokens = self._tokens.get(text)
        return (tokenise(text) if tokens is None else tokens)[:MAX_TOKENS]

    def _of(self, tokens: "Sequence[Token]") -> list[str]:
        known = self._known
        words = [token.word.replace(" ", "") for token in tokens]
        if new := [word for word in words if word and word not in known]:
            known.update(self._stems(new))
        return [known[word] if word else "" for word in words]

    def read(self, text: str) -> Passage:
        """Return what *text* says; its dates and numbers are not read."""
        tokens = self._cut(text)
        stems = self._of(tokens)
        made = Passage()
        made.stems.update(stems)
        made.words.update([token.word for token in tokens])
        for entry in self.lexicon.found(stems):
            made.implied |= entry.implied
            made.own |= entry.own
        for before, token, stem in zip(tokens, tokens[1:], stems[1:], strict=False):
            if before.word in PLACE_WORDS and token.is_capital:
                made.places.add(stem)
        made.negated = _denials(tokens) % 2 == 1
        made.planned = status_of(" ".join([t.word for t in tokens])) == "planned"
        return made

    def count(self, text: str) -> Counted:
        """Return the dates and numbers of *text*."""
        tokens = self._cut(text)
        stems = self._of(tokens)
        times = read_times(text, tokens)
        dates = [(t.earliest, t.latest) for t in times if t.earliest]
        dated = {at for t in times for at in range(t.first, t.last + 1)}
        numbers = list(self._numbers(text, tokens, stems, set()))
        others = self._numbers(text, tokens, stems, dated) if dated else numbers
        stated = [one for one in others if not _says_little(one.quantity)]
        return Counted(dates, stated, numbers)

    def _numbers(
        self, text: str, tokens: "Sequence[Token]", stems: list[str], taken: set[int]
    ) -> "Iterator[Stated]":
        for quantity in read_quantities(text, tokens, taken):
            keys = counted_keys(text, tokens, stems, quantity, self.lexicon)
            yield Stated(quantity, *keys)


def _denials(tokens: "Sequence[Token]") -> int:
    """Return how many words turn a text round; in a name, none does."""
    return sum(
        token.word in NEGATIONS and not (at and token.is_capital)
        for at, token in enumerate(tokens)
    )


def _says_little(quantity: Quantity) -> bool:
    return quantity.low == quantity.high == 1 and quantity.unit == "count"
