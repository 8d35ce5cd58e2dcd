"""Words for made-up records: the real set's, then a long tail of invented ones.

Real prose follows Zipf's law as Mandelbrot mended it: the word of rank *r* is met
``(r + offset) ** -exponent`` times as often as a word of rank 1 would be with no
offset. Whoever tests a search on equally frequent words finds it faster than it is.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Generic, TypeVar

from sinotech.prose.numerals import numbers_in

RECORDS = Path(__file__).parent.parent / "data" / "records.yaml"
WORD_TYPES = 120_000
"""As many as English newswire of some tens of millions of words has."""

OFFSET, EXPONENT = 2.7, 1.07
"""Mandelbrot's for English words, nearly (Manning and Schütze 1999, 1.4.3)."""

_LEFT_OUT = set("about around least less more most nearly over than true under".split())
_ONSETS = "b ch d f g h j k l m n p q r s sh t v w x y z zh".split()
_SYLLABLES = [onset + vowel for onset in _ONSETS for vowel in "a e i o u an".split()]
_LOWER_CASE = re.compile(r"(?<![\w'’-])[a-z]{4,}(?![\w'’:-])", re.ASCII)
_BATCH = 50_000

Item = TypeVar("Item")


class Draws(Generic[Item]):
    """Items drawn with the frequencies of their ranks; the first is met most."""

    def __init__(
        self,
        items: Sequence[Item],
        rng: Random,
        offset: float = OFFSET,
        exponent: float = EXPONENT,
    ) -> None:
        """Draw from *items* by *rng*."""
        self.items = items
        self.rng = rng
        ranks = range(1, len(items) + 1)
        self.heights = list(accumulate((r + offset) ** -exponent for r in ranks))
        self.ready: list[Item] = []

    def one(self) -> Item:
        """Return one item."""
        if not self.ready:
            self.ready = self.rng.choices(
                self.items, cum_weights=self.heights, k=_BATCH
            )
        return self.ready.pop()

    def some(self, most: int) -> list[Item]:
        """Return up to *most* different items."""
        return list(dict.fromkeys(self.one() for _ in range(most)))


def real_words() -> list[str]:
    """Return the lower-case words of our own records, the most frequent first.

    Words that are numbers or hedge one are left out: they would change what the
    figures say that they stand beside. So are the fields' names, and their ``true``.
    """
    text = RECORDS.read_text("utf-8")
    counts = Counter(_LOWER_CASE.findall(text))
    words = (word for word, _ in counts.most_common() if word not in _LEFT_OUT)
    return [word for word in words if not any(numbers_in(word))]


def vocabulary(rng: Random) -> list[str]:
    """Return the words of made-up prose, the most frequent first."""
    words = dict.fromkeys(real_words())
    while len(words) < WORD_TYPES:
        words["".join(rng.choices(_SYLLABLES, k=rng.choice((2, 3, 3, 4))))] = None
    return [word for word in words if not any(numbers_in(word))]


def proper_name(number: int) -> str:
    """Return a name that no other *number* has.

    >>> proper_name(0), proper_name(1), proper_name(140)
    ('Baba', 'Babe', 'Bebi')
    """
    base = len(_SYLLABLES)
    number, last = divmod(number, base)
    number, middle = divmod(number, base)
    first = "" if number == 0 else _SYLLABLES[number % base]
    return f"{first}{_SYLLABLES[middle]}{_SYLLABLES[last]}".capitalize()
