"""What words weigh and mean in one record set."""

from functools import partial
from math import log

from sinotech.claims.acts import Act, acts_of, deeds_in
from sinotech.claims.evidence import Evidence
from sinotech.claims.mentions import PLACING, find_mentions, holds_name
from sinotech.claims.places import Place, chains_of, find_places
from sinotech.claims.reading import Mention, Sentence, Unit, read_sentence, tokens_of
from sinotech.claims.settings import (
    BESIDE,
    CHINA,
    COMMON,
    FREE,
    LEAST,
    LEXICAL,
    MATES,
    NAMED,
    UNKNOWN,
)
from sinotech.prose.features import Features
from sinotech.prose.languages import detect
from sinotech.prose.lexicon import Lexicon
from sinotech.prose.stems import Stemmer
from sinotech.query import evidence as query
from sinotech.query.postings import count_all
from sinotech.query.records import find_subject, get_record
from sinotech.rawjson import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.prose.features import StatedNumber
    from sinotech.prose.passages import ReadText
    from sinotech.prose.reader import ReadBeside, Reader
    from sinotech.prose.tokens import Token
    from sinotech.query.evidence import EvidenceRow
    from sinotech.query.records import Document

KEPT = 20_000
"""Records, names and measures that are kept for the next claim of a batch."""

KEPT_TEXTS = 2000
"""Records of which the read texts are kept: some kilobytes each."""

TOLD = 4
"""Names that a reason tells of one kind."""

MEASURES = 100
"""Measures whose texts are kept besides: the figures of a claim are of some twenty."""


class Session:
    """Stems, concepts and weights, for one record set; keeps what it looked up."""

    def __init__(
        self,
        store: "sqlite3.Connection",
        as_of: str | None = None,
        kept: int = KEPT,
    ) -> None:
        """Read from *store*; given a day, only what was published by then.

        Of records, names and measures, *kept* are kept for the next claim. If *free* is
        set, no word is rarer than another: the sentences are of no record set. *judges*
        are those of claims in other languages, by language.
        """
        self.store, self.as_of, self._kept = store, as_of, kept
        self.free = False
        self.total = count_all(store) + 1
        self.lexicon = Lexicon()
        self._stemmer = Stemmer()
        self._heads: set[str] = set()
        self._counts: dict[str, int] = {}
        self._read: dict[int, Evidence] = {}
        self._names: dict[int, str] = {}
        self._records: dict[str, Document | None] = {}
        self.judges: dict[str, object] = {}
        self._passages: dict[str, dict[str, ReadText]] = {}
        self._reader: Reader | None = None
        self._verbs: dict[str, tuple[str, str, str] | None] = {}
        self._texts: dict[int, list[Sentence]] = {}
        self._chains: dict[int, frozenset[tuple[str, ...]]] = {}
        self._beside: dict[int, list[int]] = {}
        self._voices: dict[str, frozenset[str]] = {}
        self._subject: frozenset[str] | None = None
        self._deeds: dict[int, tuple[set[str | int], set[str]]] = {}

    def stems(self, tokens: "Iterable[Token]") -> list[str]:
        """Return the stem of each token."""
        words = [token.word.replace(" ", "") for token in tokens]
        known = self.learn(word for word in words if word)
        return [known.get(word, "") for word in words]

    def learn(self, words: "Iterable[str]") -> dict[str, str]:
        """Return stems; of the lexicon, take in what begins with them."""
        known = self._stemmer.stems(words)
        new = set(known.values()) - self._heads
        if new:
            self._heads |= new
            self.lexicon.add(query.find_entries(self.store, new))
        return known

    def evidence_of(self, ids: "Iterable[str]") -> "list[Evidence]":
        """Return the records *ids* as evidence."""
        ids = list(ids)
        return self.numbered(query.find_own(self.store, ids) if ids else [])

    def numbered(self, numbers: "Sequence[int]") -> "list[Evidence]":
        """Return the records *numbers* as evidence, in that order, each read once."""
        if self.as_of:
            late = query.find_later(self.store, numbers, self.as_of)
            numbers = [number for number in numbers if number not in late]
        self._forget()
        read = self._read
        if new := [number for number in numbers if number not in read]:
            self._take(query.get_evidence(self.store, new))
        return [read[number] for number in numbers if number in read]

    def _take(self, found: "list[EvidenceRow]") -> None:
        """Take in records as evidence."""
        every = {number for held in found for number in held.links}
        if new := every - self._names.keys():
            self._names.update(query.find_name_stems(self.store, new))
        read = self._unread([held for held in found if not held.features])
        for held in found:
            number = held.number
            features = read.get(number) or Features(load(held.features))
            features.name(tuple([self._names[number] for number in held.links]))
            self._read[number] = Evidence(held, features)

    def _unread(self, found: "list[EvidenceRow]") -> "dict[int, Features]":
        """Return what records hold that the compile left unread.

        Numbers and what else seldom matters are read where a claim gets so far as to
        compare them, and the texts are not kept for that: there are many.
        """
        if not found:
            return {}
        asked = [self._asked(held) for held in found]
        self.reader.prepare(asked)
        read = {}
        for held, one in zip(found, asked, strict=True):
            features = read[held.number] = self.reader.outline(*one)
            features.later(partial(self._counted, held))
        return read

    def _asked(self, held: "EvidenceRow") -> "tuple[Document, str, ReadBeside]":
        """Return a record, its wordings, and what it is read with."""
        from sinotech.prose.reader import ReadBeside

        doc: Document = load(held.doc)
        measure, speaker = doc.get("measure"), doc.get("speaker")
        of = ReadBeside(
            self.record(measure) if measure else None,
            self._shared(measure) if measure else None,
            self.record(speaker["id"]) if speaker else None,
        )
        return doc, held.wordings, of

    def _counted(
        self, held: "EvidenceRow"
    ) -> "tuple[set[str], list[tuple[str, str]], list[StatedNumber]]":
        """Return the words, dates and numbers of a record that is read late."""
        return self.reader.count(*self._asked(held))

    @property
    def reader(self) -> "Reader":
        """What reads records that the compile left unread."""
        if self._reader is None:
            from sinotech.prose.reader import Reader  # most are read

            self._reader = Reader(self.learn, self.lexicon)
        return self._reader

    def _shared(self, measure: str) -> "dict[str, ReadText]":
        """Return the texts that the figures of *measure* have in common, read."""
        from sinotech.prose.passages import unpack

        if measure not in self._passages:
            if len(self._passages) > MEASURES:
                self._passages.clear()
            packed = query.get_passages(self.store, measure)
            passages = {text: unpack(one) for text, one in packed.items()}
            self._passages[measure] = passages
        return self._passages[measure]

    def record(self, id_: str) -> "Document | None":
        """Return the record *id_*, or nothing; keep it."""
        if id_ not in self._records:
            self._records[id_] = get_record(self.store, id_)
        return self._records[id_]

    def names_of(self, ids: "Iterable[str]") -> str:
        """Return what *ids* stand for, in words: at most `TOLD` names, in order.

        Of a territory that no record is of, that is the first name of it.
        """
        from sinotech.query.names import name_of

        names = sorted(name_of(self.store, "country", id_) for id_ in ids)
        if len(names) > TOLD:
            return f"{', '.join(names[:TOLD])} and {len(names) - TOLD} others"
        return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))

    def bodies_of(self, id_: str) -> set[str]:
        """Return the body that somebody works for, and those that it is part of."""
        found: set[str] = set()
        body = (self.record(id_) or {}).get("organization")
        while body and body["id"] not in found:
            found.add(body["id"])
            body = (self.record(body["id"]) or {}).get("parent")
        return found

    def _forget(self) -> None:
        """Forget what was read, if it is much."""
        if len(self._read) + len(self._names) + len(self._records) > self._kept:
            self._read, self._names, self._records = {}, {}, {}
            self._passages = {}
        if len(self._texts) > KEPT_TEXTS:
            self._texts, self._chains = {}, {}
        if len(self._deeds) > KEPT_TEXTS:
            self._deeds = {}

    def measure(self, doc: "Document") -> "Document":
        """Return the measure that a figure is of."""
        return self.record(doc["measure"]) or {"misreadings": []}

    def mates(self, evidence: "Evidence") -> set[str]:
        """Return the ids of records about a person or program of *evidence*."""
        shared = [
            id_
            for id_, kind in evidence.kinds.items()
            if kind in {"person", "program", "organization"}
        ]
        return set(shared) | set(query.find_mates(self.store, shared, MATES))

    def places_in(self, sentence: Sentence) -> list[Place]:
        """Return where *sentence* says that something was: cities and provinces."""
        found = find_places(
            sentence.text, sentence.tokens, sentence.mentions, self._look_up_places
        )
        return [
            place
            for place in found
            if place.where
            and not _is_country(place)
            and not _qualifies(place, sentence)
        ]

    def _look_up_places(
        self, grams: "Iterable[str]"
    ) -> "list[tuple[str, str, str, str, int]]":
        return query.find_places(self.store, grams)

    def chains(self, evidence: Evidence) -> "frozenset[tuple[str, ...]]":
        """Return the places of a record, as it names them; keep them."""
        known = self._chains.get(evidence.number)
        if known is None:
            found: set[tuple[str, ...]] = set()
            if evidence.place:
                found |= chains_of(evidence.place, self._named, self._look_up_places)
            for text in evidence.own_texts:
                for place in self.places_in(self.read(text)):
                    found |= set(place.chains)
            self._chains[evidence.number] = known = frozenset(found)
        return known

    def _named(self, tokens: "Sequence[Token]") -> "list[Mention]":
        return find_mentions(tokens, lambda grams: query.find_named(self.store, grams))

    def holds_name(self, tokens: "Sequence[Token]") -> bool:
        """Whether the name of something recorded is among *tokens*, in capitals."""
        return self._means_subject(tokens) or holds_name(
            tokens, lambda grams: query.find_named(self.store, grams)
        )

    def _means_subject(self, tokens: "Sequence[Token]") -> bool:
        """Whether a word stands for the country that the records are about: *Beijing*.

        Where something is in that city, or from there, it is only a place.
        """
        if self._subject is None:
            self._subject = frozenset(find_subject(self.store))
        return any(
            token.text in self._subject and not (at and tokens[at - 1].word in PLACING)
            for at, token in enumerate(tokens)
        )

    def names_subject(self, text: str) -> bool:
        """Whether *text* names something that a record is about.

        So does all text in another language that is read.
        """
        if not text.isascii() and detect(text):
            return True
        tokens = tokens_of(text)
        if self._means_subject(tokens):
            return True
        if not self.holds_name(tokens):
            return False
        named = (id_ for mention in self._named(tokens) for id_ in mention.ids)
        return any(self.record(id_) for id_ in named)

    def sisters(self, evidence: Evidence) -> "list[Evidence]":
        """Return the figures of the measure of *evidence*, and of those beside it.

        Those of the latter must count the same: laboratories, be they set up or begun.
        """
        measure = self.measure(evidence.doc)
        of = [evidence.doc["measure"], *(measure.get("differs_from") or ())]
        ids = [one["id"] if isinstance(one, dict) else one for one in of]
        numbers = [n for id_ in ids for n in query.same_measure(self.store, id_)]
        counted = evidence.features.stated[0].heads
        return [
            one
            for one in self.numbered(numbers)
            if one.id != evidence.id
            and (
                one.doc["measure"] == of[0]
                or not counted.isdisjoint(one.features.stated[0].heads)
            )
        ]

    def beside(self, evidence: Evidence) -> "list[Evidence]":
        """Return the records that cite a paragraph which *evidence* cites."""
        if evidence.number not in self._beside:
            found = query.find_beside(self.store, evidence.number, BESIDE)
            self._beside[evidence.number] = found
        return self.numbered(self._beside[evidence.number])

    def each_text(self, evidence: Evidence) -> "Iterator[Sentence]":
        """Yield what a record states, in each wording, read when it is asked for."""
        kept = self._texts.setdefault(evidence.number, [])
        for at, text in enumerate(evidence.texts):
            if at == len(kept):
                kept.append(self.read(text))
            yield kept[at]

    def texts(self, evidence: Evidence) -> list[Sentence]:
        """Return what a record states, in all its wordings, read; keep it."""
        return list(self.each_text(evidence))

    def conflicts(self, doc: "Document") -> "list[Document]":
        """Return the conflicts that a record is in, each as it stood on the day."""
        found: list[Document] = [self.record(id_) or {} for id_ in doc["conflicts"]]
        return [self._as_it_stood(one) for one in found] if self.as_of else found

    def _as_it_stood(self, conflict: "Document") -> "Document":
        """Return a conflict without a current record that came out later."""
        current = conflict["current"]
        known = not current or self.evidence_of([current])
        return conflict if known else {**conflict, "current": None}

    def read(self, text: str, as_of: str | None = None) -> Sentence:
        """Return *text* read as a claim is."""
        tokens = tokens_of(text)
        stems = self.stems(tokens)
        mentions = self._named(tokens)
        sentence = read_sentence(text, tokens, stems, mentions, self.lexicon, as_of)
        self.weigh(sentence.units)
        return sentence

    def verbs(self, stems: "Iterable[str]") -> dict[str, tuple[str, str, str]]:
        """Return what the store knows of *stems* as verbs; keep it."""
        new = [stem for stem in stems if stem and stem not in self._verbs]
        if new:
            self._verbs.update(dict.fromkeys(new))
            self._verbs.update(query.find_verbs(self.store, new))
        found = ((stem, self._verbs.get(stem)) for stem in stems)
        return {stem: known for stem, known in found if known}

    def acts(self, sentence: Sentence) -> list[Act]:
        """Return what *sentence* says that somebody did."""
        return acts_of(sentence, self.verbs(sentence.stems))

    def deeds(self, evidence: Evidence) -> "tuple[set[str | int], set[str]]":
        """Return what a record says that somebody did, in whatever words; keep it.

        The second set are the verbs of its own statement.
        """
        if evidence.number not in self._deeds:
            own, other = set[str](), set[str | int]()
            for text in evidence.own_texts:
                said, done = self._deeds_in(text)
                other |= said
                own |= done
            for text in evidence.wordings.splitlines():
                other |= self._deeds_in(text)[0]
            self._deeds[evidence.number] = other, own
        return self._deeds[evidence.number]

    def _deeds_in(self, text: str) -> "tuple[set[str | int], set[str]]":
        tokens = tokens_of(text)
        stems = self.stems(tokens)
        return deeds_in(tokens, stems, self.verbs(stems), self.lexicon)

    def voices(self, doc: "Document") -> frozenset[str]:
        """Return the stems of the names of those who write what *doc* cites."""
        found: set[str] = set()
        for citation in doc["citations"]:
            id_ = citation["source"]
            if id_ not in self._voices:
                source = self.record(id_) or {}
                names = [str(one) for one in source.get("authors") or ()]
                names += [source.get("publisher") or "", source.get("title") or ""]
                stems = self.stems(tokens_of(" ".join(names)))
                self._voices[id_] = frozenset(stem for stem in stems if stem)
            found |= self._voices[id_]
        return frozenset(found)

    def weigh(self, units: "Iterable[Unit]") -> None:
        """Fill in what each of *units* tells: the rarer, the more."""
        units = list(units)
        new = {stem for unit in units for stem in unit.stems} - self._counts.keys()
        if new:
            self._counts.update(dict.fromkeys(new, 0))
            self._counts.update(query.count_records(self.store, new))
        for unit in units:
            unit.weight = self._weight(unit)

    def _weight(self, unit: Unit) -> float:
        if unit.mention:
            return LEAST / 4 if CHINA in unit.mention.ids else NAMED
        records = unit.records
        if records < 0:
            records = min((self._counts.get(stem, 0) for stem in unit.stems), default=0)
        if unit.common:
            return COMMON
        if self.free:
            return FREE
        if not records:
            return LEXICAL if unit.concepts else UNKNOWN
        return max(log(self.total / (records + 1)), LEAST)


_BODIES = frozenset(
    """university universities institute institutes company companies firm firms lab
    school college academy museum hospital factory garden entrepreneur scientist
    professor researcher businesswoman minister""".split()
)


def _qualifies(place: Place, sentence: Sentence) -> bool:
    """Whether a place says only where a body or a person is from."""
    before = sentence.tokens[max(place.first - 2, 0) : place.first]
    return any(token.word in _BODIES for token in before) or any(
        mention.kinds & {"organization", "person"}
        and 0 < place.first - mention.last <= 2  # noqa: PLR2004
        for mention in sentence.mentions
    )


def _is_country(place: Place) -> bool:
    """Whether a place is only a country, which is compared as a party."""
    return all(len(chain) == 1 for chain in place.chains)


__all__ = ["Mention", "Session"]
