"""Words that mean the same, words that entail others, and words that exclude each other.

The lexicon is a text file that we write by hand (``compile/lexicon.txt``); compiled,
it is a table of stemmed phrases. A *concept* is what the phrases of one line share.
"""  # noqa: E501

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_PHRASE = 4
"""Words of the longest phrase of the lexicon that is recognised."""


class Entry:
    """A phrase of the lexicon, stemmed.

    *own* are its concepts, *implied* those and all that they entail, *opposed* those
    that exclude it; *records* is in how many records the concept occurs. Leaving out a
    *light* phrase never changes whether a claim is true; a *common* one tells little.
    """

    __slots__ = ("common", "implied", "light", "opposed", "own", "phrase", "records")

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        phrase: tuple[str, ...],
        own: frozenset[int],
        implied: frozenset[int],
        opposed: frozenset[int],
        records: int,
        lightness: int,
    ) -> None:
        """Hold what is known of *phrase*."""
        self.phrase, self.own, self.implied = phrase, own, implied
        self.opposed, self.records = opposed, records
        self.common, self.light = lightness > 0, lightness > 1


class Lexicon:
    """The entries that may occur in some text, by their first stem."""

    def __init__(self, entries: "Iterable[Entry]" = ()) -> None:
        """Index *entries*."""
        self._heads: dict[str, list[Entry]] = {}
        self.add(entries)

    def add(self, entries: "Iterable[Entry]") -> None:
        """Take in *entries*; longer phrases are tried first."""
        touched = set()
        for entry in entries:
            self._heads.setdefault(entry.phrase[0], []).append(entry)
            touched.add(entry.phrase[0])
        for head in touched:
            self._heads[head].sort(key=lambda entry: -len(entry.phrase))

    def at(self, stems: "Sequence[str]", at: int) -> "list[Entry]":
        """Return the entries whose phrase stands at *at*, the longest first."""
        entries = self._heads.get(stems[at])
        if not entries:
            return []
        return [e for e in entries if tuple(stems[at : at + len(e.phrase)]) == e.phrase]


def unpack(numbers: str) -> frozenset[int]:
    """Return the concepts that a column of the lexicon's table holds.

    >>> sorted(unpack("3 14")), unpack("")
    ([3, 14], frozenset())
    """
    return frozenset(int(number) for number in numbers.split())
