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


class Passage:
    """What one text holds.

    *stems* and *words* are its own, *own* its concepts and *implied* those and all that
    they entail. *dates* are pairs of days, *places* stems of names after words such as
    *in*. *numbers* are all of its numbers, *stated* those that belong to no date and
    say something.
    """

    __slots__ = (
        "dates",
        "implied",
        "negated",
        "numbers",
        "own",
        "places",
        "planned",
        "stated",
        "stems",
        "words",
    )

    def __init__(self) -> None:
        """Begin with nothing."""
        self.stems: set[str] = set()
        self.words: set[str] = set()
        self.implied: set[int] = set()
        self.own: set[int] = set()
        self.dates: list[tuple[str, str]] = []
        self.places: set[str] = set()
        self.negated = self.planned = False
        self.stated: list[Stated] = []
        self.numbers: list[Stated] = []

    def pack(self) -> list[object]:
        """Return all but *numbers* as JSON can hold it, the same each time."""
        return [
            *(sorted(words) for words in (self.stems, self.words, self.places)),
            *(sorted(concepts) for concepts in (self.implied, self.own)),
            self.dates,
            [self.negated, self.planned],
            [stated.pack() for stated in self.stated],
        ]


def unpack(packed: "list[Any]") -> Passage:
    """Return the passage that :meth:`Passage.pack` made *packed* of."""
    made = Passage()
    made.stems, made.words, made.places, made.implied, made.own = map(set, packed[:5])
    dates, (made.negated, made.planned), stated = packed[5:]
    made.dates = [(first, last) for first, last in dates]
    made.stated = [Stated.unpack(one) for one in stated]
    return made


class Texts:
    """Reads texts, given stems and the lexicon."""

    def __init__(
        self, stems: "Callable[[Iterable[str]], dict[str, str]]", lexicon: "Lexicon"
    ) -> None:
        """Read with *stems* (of folded words) and *lexicon*."""
        self._stems, self.lexicon = stems, lexicon

    def learn(self, text: str) -> None:
        """Ask for the stems of all words of *text*, however long it is."""
        self._of(tokenise(text))

    def stems(self, text: str) -> list[str]:
        """Return the stem of each token of *text*; empty for what is no word."""
        return self._of(tokenise(text)[:MAX_TOKENS])

    def _of(self, tokens: "Sequence[Token]") -> list[str]:
        words = [token.word.replace(" ", "") for token in tokens]
        known = self._stems(word for word in words if word)
        return [known.get(word, "") for word in words]

    def read(self, text: str) -> Passage:
        """Return what *text* holds."""
        made = Passage()
        tokens = tokenise(text)[:MAX_TOKENS]
        stems = self._of(tokens)
        made.stems.update(stems)
        made.words.update(token.word for token in tokens)
        for at, stem in enumerate(stems):
            for entry in self.lexicon.at(stems, at) if stem else ():
                made.implied |= entry.implied
                made.own |= entry.own
        for before, token, stem in zip(tokens, tokens[1:], stems[1:], strict=False):
            if token.is_capital and before.word in PLACE_WORDS:
                made.places.add(stem)
        made.negated = _denials(tokens) % 2 == 1
        made.planned = status_of(" ".join(t.word for t in tokens)) == "planned"
        self._count(made, text, tokens, stems)
        return made

    def _count(
        self, made: Passage, text: str, tokens: "Sequence[Token]", stems: list[str]
    ) -> None:
        """Take in the dates and numbers of *text*."""
        times = read_times(text, tokens)
        made.dates = [(t.earliest, t.latest) for t in times if t.earliest]
        dated = {at for t in times for at in range(t.first, t.last + 1)}
        made.numbers = list(self._numbers(text, tokens, stems, set()))
        others = self._numbers(text, tokens, stems, dated) if dated else made.numbers
        made.stated = [one for one in others if not _says_little(one.quantity)]

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
