"""Words that mean the same, words that entail others, and words that exclude each other.

The lexicon is a text file that we write by hand (``compile/lexicon.txt``); compiled,
it is a table of stemmed phrases. A *concept* is what the phrases of one line share.
"""  # noqa: E501

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Concepts = tuple[frozenset[int], frozenset[int], frozenset[int]]

MAX_PHRASE = 4
"""Words of the longest phrase of the lexicon that is recognised."""


class Entry:
    """A phrase of the lexicon, stemmed.

    *own* are its concepts, *implied* those and all that they entail, *opposed* those
    that exclude it; *records* is in how many records the concept occurs. Leaving out a
    *light* phrase never changes whether a claim is true; a *common* one tells little.
    An *adverse* one says that something is not so, or no good: ``failed``, ``merely``.
    """

    __slots__ = (
        "adverse",
        "common",
        "implied",
        "light",
        "opposed",
        "own",
        "phrase",
        "records",
    )

    def __init__(
        self,
        phrase: tuple[str, ...],
        concepts: "Concepts",
        records: int,
        lightness: int,
        *,
        adverse: bool = False,
    ) -> None:
        """Hold what is known of *phrase*: *concepts* are own, implied and opposed."""
        self.phrase, self.records = phrase, records
        self.own, self.implied, self.opposed = concepts
        self.common, self.light = lightness > 0, lightness > 1
        self.adverse = adverse


class Lexicon:
    """The entries that may occur in some text, by their first two stems."""

    def __init__(self, entries: "Iterable[Entry]" = ()) -> None:
        """Index *entries*."""
        self._single: dict[str, list[Entry]] = {}
        self._longer: dict[str, dict[str, list[Entry]]] = {}
        self.add(entries)

    def add(self, entries: "Iterable[Entry]") -> None:
        """Take in *entries*; longer phrases are tried first."""
        touched = []
        for entry in entries:
            if len(entry.phrase) == 1:
                self._single.setdefault(entry.phrase[0], []).append(entry)
            else:
                first, second, *_ = entry.phrase
                kept = self._longer.setdefault(first, {}).setdefault(second, [])
                kept.append(entry)
                touched.append(kept)
        for kept in touched:
            kept.sort(key=lambda entry: -len(entry.phrase))

    def found(self, stems: "Sequence[str]") -> "Iterator[Entry]":
        """Yield the entries whose phrase stands anywhere among *stems*."""
        single, longer = self._single, self._longer
        for at, stem in enumerate(stems):
            if stem in single or stem in longer:
                yield from self.at(stems, at)

    def at(self, stems: "Sequence[str]", at: int) -> "list[Entry]":
        """Return the entries whose phrase stands at *at*, the longest first."""
        single = self._single.get(stems[at], [])
        seconds = self._longer.get(stems[at])
        if not seconds or at + 1 == len(stems) or stems[at + 1] not in seconds:
            return single
        row = tuple(stems[at : at + MAX_PHRASE])
        longer = seconds[stems[at + 1]]
        return [e for e in longer if row[: len(e.phrase)] == e.phrase] + single


def unpack(numbers: str) -> frozenset[int]:
    """Return the concepts that a column of the lexicon's table holds.

    >>> sorted(unpack("3 14")), unpack("")
    ([3, 14], frozenset())
    """
    return frozenset(int(number) for number in numbers.split())
