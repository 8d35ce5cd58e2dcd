"""What measures are called in a language, and how much of that a claim says."""

from sinotech.claims.segments import NAME, Reader, Segment, is_china
from sinotech.prose.languages.language import tokens_of
from sinotech.prose.languages.reading import read_foreign_quantities
from sinotech.query.evidence import find_labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sinotech.claims.evidence import Evidence


HALF = 0.5
"""Share of a label from which its measure may be what a claim counts (by judgement)."""


class Label:
    """A measure's name, as the keys of each of its words."""

    __slots__ = ("name", "numbers", "words")

    def __init__(
        self, name: str, words: list[frozenset[str]], numbers: set[float]
    ) -> None:
        """Hold the name as written, its words, and the numbers in it."""
        self.name, self.words, self.numbers = name, words, numbers

    def covered(self, keys: set[str]) -> float:
        """Return the share of the words that are among *keys*."""
        said = sum(bool(word & keys) for word in self.words)
        return said / len(self.words) if self.words else 0.0

    def is_said(self, keys: set[str]) -> bool:
        """Whether *keys* hold all of the words that tell what is counted, and where."""
        return all(word & keys or word & LIGHT for word in self.words)


LIGHT = frozenset(
    """share generation output establish participate join cooperation relation half
    introduce train sign year average present world number generate result launch local
    joint yield advanced""".split()
)
"""Keys of words of labels that say what any claim with the others says."""


class Labels:
    """The labels of all measures in the language of a reader."""

    def __init__(self, reader: Reader) -> None:
        """Read them from the store of *reader*."""
        self.session, language = reader.session, reader.language.language
        names = find_labels(reader.session.store, language)
        text = " ".join(name for row in names.values() for name in row)
        known = reader.names.single(tokens_of(text))
        self._labels = {
            measure: [_label(name, reader, known) for name in row]
            for measure, row in names.items()
        }
        self._keys = {
            measure: {key for label in row for word in label.words for key in word}
            for measure, row in self._labels.items()
        }
        self.known = {key for keys in self._keys.values() for key in keys}

    def of(self, evidence: "Evidence") -> list[Label]:
        """Return the labels of the measure of a figure; of other records, none."""
        return self._labels.get(evidence.doc.get("measure", ""), [])

    def keys_of(self, evidence: "Evidence") -> set[str]:
        """Return the keys of all labels of the measure of a figure."""
        return self._keys.get(evidence.doc.get("measure", ""), set())

    def near(self, keys: set[str]) -> "Iterator[str]":
        """Yield the measures of which *keys* say enough."""
        for measure, labels in self._labels.items():
            if any(label.covered(keys) >= HALF for label in labels):
                yield measure


def _label(name: str, reader: Reader, known: dict[str, set[str]]) -> Label:
    tokens = tokens_of(name)
    language = reader.language.language
    digits = {at for at, token in enumerate(tokens) if token.kind == "number"}
    stated = read_foreign_quantities(name, tokens, language, set()) if digits else []
    words = [
        segment.keys | known.get(segment.text, frozenset())
        for segment in reader.segments(name, tokens, digits)
        if not is_china(segment)
    ]
    return Label(name, words, {quantity.low for quantity in stated})


def keys_of(segments: "Iterable[Segment]") -> set[str]:
    """Return all keys of *segments*, those of the words inside names too."""
    segments = list(segments)
    return {key for segment in (*segments, *words_of(segments)) for key in segment.keys}


def words_of(segments: "Iterable[Segment]") -> "Iterator[Segment]":
    """Yield *segments*, for a name its own words."""
    for segment in segments:
        if segment.kind == NAME:
            yield from segment.inner
        else:
            yield segment
