"""A claim in another language, cut into pieces: what was read as what, and what not.

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


class Piece:
    """A word, phrase or name of a claim, and what it was read as.

    *kind* is ``name``, ``word``, ``place`` or ``unread``. *meaning* are English
    phrases, parted by bars, of which a record must hold one; *means* those phrases,
    read. *keys* is what is compared with labels; *inner* the pieces of a name's words.
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
        self.means: list[Meaning] = []
        self.mention: Mention | None = None
        self.inner: list[Piece] = []

    def __repr__(self) -> str:
        """Show kind, text and keys."""
        return f"<{self.kind} {self.text}: {', '.join(sorted(self.keys))}>"


class Meaning:
    """An English phrase that a piece may stand for, and its units; maybe none."""

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
        self.words, self.language = session, open_language(language)
        self.names = Names(session.store, self.language)
        self._meanings: dict[str, list[Meaning]] = {}

    def read(
        self, text: str, as_of: str | None = None
    ) -> "tuple[Sentence, list[Piece]]":
        """Return *text* as a sentence, and the pieces it is made of.

        The sentence has the tokens, names, dates and numbers, and for units what the
        pieces mean in English.
        """
        tokens = tokens_of(text)
        sentence = Sentence(text, tokens, [""] * len(tokens))
        sentence.mentions = self.names.find(text, tokens)
        language = self.language.language
        named = _within(sentence.mentions)
        sentence.times = read_foreign_times(text, tokens, language, named, as_of)
        taken = named | _within(sentence.times)
        sentence.quantities = read_foreign_quantities(text, tokens, language, taken)
        taken |= _within(sentence.quantities)
        rows = self._rows(tokens, taken)
        taken |= self._modality(sentence, rows)
        pieces = self._name_pieces(sentence)
        pieces += self.pieces(text, tokens, taken)
        pieces.sort(key=lambda piece: piece.first)
        for piece in pieces:
            for one in (piece, *piece.inner):
                one.means = self.meanings(one.meaning) if one.meaning else []
        sentence.units = list(self._units(pieces))
        self.words.weigh(sentence.units)
        return sentence, pieces

    def _rows(
        self, tokens: "Sequence[Token]", taken: set[int]
    ) -> list[tuple[str, ...]]:
        """Return what each token may be taken for; none of those *taken* anything."""
        return [
            () if at in taken else self.language.forms(token.word)
            for at, token in enumerate(tokens)
        ]

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

    def pieces(
        self, text: str, tokens: "Sequence[Token]", taken: set[int]
    ) -> list[Piece]:
        """Return what the tokens that are not *taken* say, stop words left out."""
        rows = self._rows(tokens, taken)
        exact = [row[:1] for row in rows]
        found: list[Piece] = []
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
                piece = Piece(kind, "", at, at + length - 1)
                self._understand(piece, said, text, tokens)
                _append(found, piece, text, tokens)
            at += length
        return found

    def _understand(
        self, piece: Piece, meaning: str, text: str, tokens: "Sequence[Token]"
    ) -> None:
        """Fill in what *piece* says: *meaning*, itself if a capital, or nothing."""
        first = tokens[piece.first]
        piece.text = text[first.start : tokens[piece.last].end]
        single = piece.first == piece.last and first.kind != "cjk"
        own = f"={self.tongue.stem(first.word) if single else piece.text}"
        piece.keys = frozenset((own,))
        if meaning:
            piece.keys |= frozenset(meaning.split("|"))
            piece.meaning = meaning
        elif first.kind == "word" and first.is_capital:
            piece.meaning = piece.text
        else:
            piece.kind = UNREAD

    def meanings(self, meaning: str) -> list[Meaning]:
        """Return each of the English phrases of *meaning*, read."""
        if meaning not in self._meanings:
            self._meanings[meaning] = [
                Meaning(phrase, self.words.read(phrase))
                for phrase in meaning.split("|")
            ]
        return self._meanings[meaning]

    def _name_pieces(self, sentence: Sentence) -> list[Piece]:
        made = []
        for mention in sentence.mentions:
            piece = Piece(NAME, mention.name, mention.first, mention.last)
            piece.mention = mention
            others = set(range(len(sentence.tokens))) - _within([mention])
            piece.inner = self.pieces(sentence.text, sentence.tokens, others)
            piece.keys = frozenset(f"@{id_}" for id_ in mention.ids)
            made.append(piece)
        return made

    def _units(self, pieces: "Iterable[Piece]") -> "Iterator[Unit]":
        """Yield the first meaning of each piece, where it stands in the claim."""
        for piece in pieces:
            for unit in piece.means[0].units if piece.means else ():
                made = Unit(unit.text, unit.stems, piece.first, piece.last)
                made.concepts, made.opposed = unit.concepts, unit.opposed
                made.records, made.common = unit.records, unit.common
                yield made


def is_china(piece: Piece) -> bool:
    """Whether *piece* names China, which every record is about."""
    if piece.mention:
        return CHINA in piece.mention.ids
    return "china" in piece.keys


def _within(spans: "Iterable[Mention | Time | Quantity]") -> set[int]:
    """Return the tokens of names, dates or numbers."""
    return {at for span in spans for at in range(span.first, span.last + 1)}


def _append(
    found: list[Piece], piece: Piece, text: str, tokens: "Sequence[Token]"
) -> None:
    """Add *piece*; unread Chinese characters in a row are one."""
    last = found[-1] if found else None
    if last and last.kind == piece.kind == UNREAD and last.last + 1 == piece.first:
        gap = text[tokens[last.last].end : tokens[piece.first].start]
        if not gap and tokens[piece.first].kind == "cjk":
            last.last = piece.last
            last.text = text[tokens[last.first].start : tokens[last.last].end]
            last.keys = frozenset({f"={last.text}"})
            return
    found.append(piece)
