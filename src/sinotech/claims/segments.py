"""A claim in another language, cut into segments: what was read as what, and what not.

Names are read first, then dates, numbers, and what is left by the longest phrase that
the word lists of the language hold. What no list holds is *unread*.
"""

from sinotech.claims.mentions import METONYMS
from sinotech.claims.names import Names
from sinotech.claims.reading import Mention, Sentence, Unit
from sinotech.claims.settings import CHINA
from sinotech.prose.languages.language import open_language, tokens_of
from sinotech.prose.languages.reading import read_foreign_quantities, read_foreign_times

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.claims.session import Session
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.prose.tokens import Token

NAME, WORD, PLACE, UNREAD = "name", "word", "place", "unread"
_HELD_ALONE = 1


class Segment:
    """A word, phrase or name of a claim, and what it was read as.

    *kind* is ``name``, ``word``, ``place`` or ``unread``. *meaning* are English
    phrases, parted by bars, of which a record must hold one; *means* those phrases,
    read. *keys* is what is compared with labels; *inner* the segments of its words.
    """

    __slots__ = (
        "first",
        "inner",
        "keys",
        "kind",
        "last",
        "meaning",
        "means",
        "mention",
        "text",
    )

    def __init__(self, kind: str, text: str, first: int, last: int) -> None:
        """Hold the tokens *first* to *last*."""
        self.kind, self.text, self.first, self.last = kind, text, first, last
        self.keys: frozenset[str] = frozenset()
        self.meaning = ""
        self.means: list[Gloss] = []
        self.mention: Mention | None = None
        self.inner: list[Segment] = []

    def __repr__(self) -> str:
        """Show kind, text and keys."""
        return f"<{self.kind} {self.text}: {', '.join(sorted(self.keys))}>"


_PHRASE = 3
"""Words of a phrase before the number in it, at most."""


class Gloss:
    """An English phrase that a segment may stand for, and its units; maybe none."""

    __slots__ = ("phrase", "stems", "units", "words")

    def __init__(self, phrase: str, read: Sentence) -> None:
        """Hold *phrase*, which was *read*."""
        self.phrase, self.units = phrase, read.units
        for unit in read.units:
            if unit.mention and METONYMS.get(unit.text.lower()) in unit.mention.ids:
                unit.mention = None  # the city, not its country's government
        self.stems = [stem for stem in read.stems if stem]
        self.words = [token.word for token in read.tokens]


class Reader:
    """Reads claims and labels in one language, for one record set."""

    def __init__(self, session: "Session", language: str) -> None:
        """Look names up in the store of *session*."""
        self.session, self.language = session, open_language(language)
        self.names = Names(session.store, self.language)
        self._meanings: dict[str, list[Gloss]] = {}

    def read(
        self, text: str, as_of: str | None = None
    ) -> "tuple[Sentence, list[Segment]]":
        """Return *text* as a sentence, and the segments it is made of.

        The sentence has the tokens, names, dates and numbers, and for units what the
        segments mean in English.
        """
        tokens = tokens_of(text)
        sentence = Sentence(text, tokens, [""] * len(tokens))
        sentence.mentions = self.names.find(text, tokens)
        language = self.language.language
        named = _within(sentence.mentions)
        sentence.times = read_foreign_times(text, tokens, language, named, as_of)
        taken = named | _within(sentence.times)
        phrases = self._rows(tokens, taken)
        sentence.quantities = [
            one
            for one in read_foreign_quantities(text, tokens, language, taken)
            if not self._is_of_phrase(one, phrases)
        ]
        taken |= _within(sentence.quantities)
        rows = self._rows(tokens, taken)
        taken |= self._modality(sentence, rows)
        segments = self._name_segments(sentence)
        segments += self.segments(text, tokens, taken)
        segments.sort(key=lambda segment: segment.first)
        for segment in segments:
            for one in (segment, *segment.inner):
                one.means = self.meanings(one.meaning) if one.meaning else []
        sentence.units = list(self._units(segments))
        self.session.weigh(sentence.units)
        return sentence, segments

    def _rows(
        self, tokens: "Sequence[Token]", taken: set[int]
    ) -> list[tuple[str, ...]]:
        """Return what each token may be taken for; none of those *taken* anything."""
        return [
            () if at in taken else self.language.forms(token.word)
            for at, token in enumerate(tokens)
        ]

    def _is_of_phrase(
        self, quantity: "Quantity", rows: "Sequence[tuple[str, ...]]"
    ) -> bool:
        """Whether a number is part of a longer phrase: ``en los dos sentidos``."""
        exact = [row[:1] for row in rows]
        stops, glosses = self.language.stops, self.language.glosses
        return any(
            start + max(glosses.at(rows, start)[0], stops.at(exact, start)[0])
            > quantity.last + 1
            for start in range(max(0, quantity.first - _PHRASE), quantity.first + 1)
        )

    def _modality(
        self, sentence: Sentence, rows: "Sequence[tuple[str, ...]]"
    ) -> set[int]:
        """Read negations and what makes a plan; return the tokens they stand at."""
        exact = [row[:1] for row in rows]
        taken: set[int] = set()
        denied = 0
        for at in range(len(exact)):
            if at in taken:
                continue
            length, _ = self.language.negations.at(exact, at)
            stops, _ = self.language.stops.at(exact, at)
            words, _ = self.language.glosses.at(rows, at)
            if length and length >= max(stops, words):
                denied += 1
            else:
                length, _ = self.language.planned.at(exact, at)
                if length < max(stops, words):
                    continue
                if length:
                    sentence.status = "planned"
            taken |= set(range(at, at + length))
        only = any(self.language.limits.at(exact, at)[0] for at in range(len(exact)))
        sentence.negated = denied % 2 == 1 and not only
        return taken

    def segments(
        self, text: str, tokens: "Sequence[Token]", taken: set[int]
    ) -> list[Segment]:
        """Return what the tokens that are not *taken* say, stop words left out."""
        rows = self._rows(tokens, taken)
        exact = [row[:1] for row in rows]
        found: list[Segment] = []
        at = 0
        while at < len(tokens):
            if at in taken:
                at += 1
                continue
            stops, _ = self.language.stops.at(exact, at)
            words, meaning = self.language.glosses.at(rows, at)
            places, place = self.language.places.at(exact, at)
            length = max(stops, words, places, _HELD_ALONE)
            if stops < length or not stops:
                kind = PLACE if places == length and place else WORD
                said = place if kind == PLACE else meaning if words else ""
                segment = Segment(kind, "", at, at + length - 1)
                self._understand(segment, said, text, tokens)
                _append(found, segment, text, tokens)
            at += length
        return found

    def _understand(
        self, segment: Segment, meaning: str, text: str, tokens: "Sequence[Token]"
    ) -> None:
        """Fill in what *segment* says: *meaning*, itself if a capital, or nothing."""
        first = tokens[segment.first]
        segment.text = text[first.start : tokens[segment.last].end]
        single = segment.first == segment.last and first.kind != "cjk"
        own = f"={self.language.stem(first.word) if single else segment.text}"
        segment.keys = frozenset((own,))
        if meaning:
            segment.keys |= frozenset(meaning.split("|"))
            segment.meaning = meaning
        elif first.kind == "word" and first.is_capital:
            segment.meaning = segment.text
        else:
            segment.kind = UNREAD

    def meanings(self, meaning: str) -> list[Gloss]:
        """Return each of the English phrases of *meaning*, read."""
        if meaning not in self._meanings:
            self._meanings[meaning] = [
                Gloss(phrase, self.session.read(phrase))
                for phrase in meaning.split("|")
            ]
        return self._meanings[meaning]

    def _name_segments(self, sentence: Sentence) -> list[Segment]:
        made = []
        for mention in sentence.mentions:
            segment = Segment(NAME, mention.name, mention.first, mention.last)
            segment.mention = mention
            others = set(range(len(sentence.tokens))) - _within([mention])
            segment.inner = self.segments(sentence.text, sentence.tokens, others)
            segment.keys = frozenset(f"@{id_}" for id_ in mention.ids)
            made.append(segment)
        return made

    def _units(self, segments: "Iterable[Segment]") -> "Iterator[Unit]":
        """Yield the first meaning of each segment, where it stands in the claim."""
        for segment in segments:
            for unit in segment.means[0].units if segment.means else ():
                made = Unit(unit.text, unit.stems, segment.first, segment.last)
                made.concepts, made.opposed = unit.concepts, unit.opposed
                made.records, made.common = unit.records, unit.common
                yield made


def is_china(segment: Segment) -> bool:
    """Whether *segment* names China, which every record is about."""
    if segment.mention:
        return CHINA in segment.mention.ids
    return "china" in segment.keys


def _within(spans: "Iterable[Mention | Time | Quantity]") -> set[int]:
    """Return the tokens of names, dates or numbers."""
    return {at for span in spans for at in range(span.first, span.last + 1)}


def _append(
    found: list[Segment], segment: Segment, text: str, tokens: "Sequence[Token]"
) -> None:
    """Add *segment*; unread Chinese characters in a row are one."""
    last = found[-1] if found else None
    if last and last.kind == segment.kind == UNREAD and last.last + 1 == segment.first:
        gap = text[tokens[last.last].end : tokens[segment.first].start]
        if not gap and tokens[segment.first].kind == "cjk":
            last.last = segment.last
            last.text = text[tokens[last.first].start : tokens[last.last].end]
            last.keys = frozenset({f"={last.text}"})
            return
    found.append(segment)
