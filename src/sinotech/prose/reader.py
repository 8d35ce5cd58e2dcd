"""Records read: what each says, in all its wordings.

A record is read once, when the record set is compiled. Only a figure without wordings
is read when a claim asks for it: there may be a million of them, and what their measure
says of them is stored.
"""

from collections import Counter

from sinotech.edtf import parse
from sinotech.prose.features import STATED, Features, StatedNumber
from sinotech.prose.passages import Counted, ReadText, TextReader
from sinotech.prose.quantity import Quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from sinotech.prose.features import Keys
    from sinotech.prose.lexicon import Lexicon

    Document = dict[str, Any]

MAX_DATES = 40
"""Dates of one record that are kept."""

READ = (
    *("name", "abbreviation", "label", "scope", "unit", "as_written"),
    *("what", "text", "summary", "place", "role", "holder", "type"),
)
"""Fields with which a claim is compared, as the model declares them (``Use.READ``)."""

SHARED = ("label", "scope", "unit")
"""Fields that a figure has from its measure unless it has its own."""

_PLANNED_STATES = frozenset(("proposed", "announced", "under_construction"))
_OPEN_STATES = frozenset(("signed", "suspended"))
"""States that say neither that something is done nor that it is planned."""
_WORDINGS = 3
"""Wordings of which each is believed by itself in what it counts."""

_VAGUE_DOZENS = (24.0, 99.0)


class ReadBeside:
    """What is read with a record: of a figure, its *measure*.

    The texts in *shared* have been read; *speaker* is who says it.
    """

    __slots__ = ("measure", "shared", "speaker")

    def __init__(
        self,
        measure: "Document | None" = None,
        shared: "Mapping[str, ReadText] | None" = None,
        speaker: "Document | None" = None,
    ) -> None:
        """Hold what is known."""
        self.measure, self.speaker = measure, speaker
        self.shared: Mapping[str, ReadText] = shared or {}


_ALONE = ReadBeside()


class Reader:
    """Reads records, given stems and the lexicon."""

    def __init__(
        self, stems: "Callable[[Iterable[str]], dict[str, str]]", lexicon: "Lexicon"
    ) -> None:
        """Read with *stems* (of folded words) and *lexicon*."""
        self._texts = TextReader(stems, lexicon)

    def names(self, names: "Iterable[str]") -> str:
        """Return the stems of those of *names* that are in plain letters."""
        found = {
            stem for name in names if name.isascii() for stem in self._texts.stems(name)
        }
        return " ".join(sorted(found - {""}))

    def prepare(self, asked: "Iterable[tuple[Document, str, ReadBeside]]") -> None:
        """Ask for the stems of all that is *asked* at once, not text by text."""
        self._texts.learn(
            text
            for doc, wordings, of in asked
            for text in (*_texts(doc, None), *wordings.split("\n"))
            if text not in of.shared
        )

    def shared(self, measure: "Document") -> dict[str, ReadText]:
        """Return the texts that a *measure* and its figures have in common, read."""
        texts = (_text(measure[field]) for field in SHARED)
        every = dict.fromkeys((*texts, *_defining(measure)))
        read = {text: self._texts.read(text) for text in every if text}
        for text, passage in read.items():
            passage.counted = self._texts.count(text)
        return read

    def read(
        self, doc: "Document", wordings: str = "", of: ReadBeside = _ALONE
    ) -> Features:
        """Return what the record *doc* holds.

        *wordings* are lines that say the same.
        """
        made = self.outline(doc, wordings, of)
        made.words, made.dates, made.stated = self.count(doc, wordings, of)
        return made

    def outline(self, doc: "Document", wordings: str, of: ReadBeside) -> Features:
        """Return what the record *doc* holds, but for what :meth:`count` returns."""
        made = Features()
        made.own, made.standing = len(_own_dates(doc)), doc["standing"] or ""
        main = {doc.get(name) for name in STATED}
        texts, lines = _texts_of(doc, wordings, of)
        read = {
            text: of.shared.get(text) or self._texts.read(text)
            for text in (*texts, *lines)
        }
        for text in (*texts, *lines):
            _take(made, read[text], main=text in main)
        for line in lines:
            made.said |= read[line].stems
            made.said |= read[line].own
        if (find := next(_finds(doc), "")) and find in read:
            made.said |= read[find].stems
            made.said |= read[find].own
        made.said |= made.core
        said = [read[text] for text in texts if text in main]
        said += [read[line] for line in lines]
        made.negated = 2 * sum(one.negated for one in said) > len(said)
        if doc.get("place"):
            made.places |= set(self._texts.stems(doc["place"]))
        planned = bool(said) and all(one.planned for one in said)
        made.status = "planned" if planned else _status(doc)
        self._speaker(made, doc, of.speaker)
        return made

    def count(
        self, doc: "Document", wordings: str, of: ReadBeside
    ) -> "tuple[set[str], list[tuple[str, str]], list[StatedNumber]]":
        """Return the words of the record *doc*, its dates, and numbers that it states.

        The dates it is of come first, and so does the number of a figure.
        """
        texts, lines = _texts_of(doc, wordings, of)
        read = {text: self._counted(text, of) for text in (*texts, *lines)}
        every = [read[text] for text in (*texts, *lines)]
        words = {word for one in every for word in one.words}
        dates = [parse(date)[1:] for date in _own_dates(doc)]
        dates += [date for one in every for date in one.dates]
        stated = [
            number
            for one in every
            for number in one.stated
            if not _is_main(number.quantity, doc)
        ]
        if of.measure is not None:
            finds = (text for text in _finds(doc) if text)
            sure = [read[text] for text in (*finds, *lines[:_WORDINGS])]
            more = [read[text] for text in lines[_WORDINGS:]]
            unit = of.shared.get(doc["unit"]) or self._texts.read(doc["unit"])
            stated.insert(0, _number(doc, of.measure["counting"], unit, sure, more))
        return words, dates[:MAX_DATES], stated

    def _counted(self, text: str, of: ReadBeside) -> Counted:
        known = of.shared.get(text)
        counted = known.counted if known else None
        return counted or self._texts.count(text)

    def _speaker(
        self, made: Features, doc: "Document", speaker: "Document | None"
    ) -> None:
        """Take in who says it: ids of the speaker and their body, stems of names."""
        named = [_text(doc.get("holder"))]
        if speaker is not None:
            made.speaker_ids.add(str(speaker["id"]))
            named = [speaker["name"], _text(speaker.get("role"))]
            body, country = speaker.get("organization"), speaker.get("country")
            if isinstance(body, dict):
                made.speaker_ids.add(body["id"])
                named.append(body["name"])
            if isinstance(country, dict):
                named.append(country["name"])
        if any(named):
            made.speaker = set(self._texts.stems(" ".join(named)))


def _texts_of(
    doc: "Document", wordings: str, of: ReadBeside
) -> tuple[list[str], list[str]]:
    """Return the texts of a record, and the lines that say the same."""
    texts = [text for text in _texts(doc, of.measure) if text]
    return texts, [line for line in wordings.split("\n") if line]


def _take(made: Features, passage: ReadText, *, main: bool) -> None:
    """Take in what a text says; *main* if it is the record's own statement."""
    made.stems |= passage.stems
    made.concepts |= passage.implied
    made.adverse |= passage.adverse
    if main:
        made.core |= passage.stems
        made.core |= passage.own
    if passage.places:
        made.places |= passage.places


def _number(
    doc: "Document",
    counting: str,
    unit: ReadText,
    sure: "Iterable[Counted]",
    more: "Iterable[Counted]",
) -> StatedNumber:
    """Return the number of a figure, and what it counts, however a text puts it.

    What stands near the number in one text may be something else, so what only one of
    the texts *more* than are *sure* has is left out.
    """
    low = doc["value"] if doc["low"] is None else doc["low"]
    high = doc["value"] if doc["high"] is None else doc["high"]
    quantity = Quantity(float(low), float(high), _unit(doc["unit"], counting))
    quantity.hedge = "bare" if doc["hedge"] == "exact" else doc["hedge"]
    if doc["hedge"] == "dozens":
        quantity.hedge = "range"
        least, most = _VAGUE_DOZENS
        quantity.low, quantity.high = min(low, least), max(high, most)
    quantity.text = doc["as_written"]
    heads: Keys = {*unit.stems, *unit.own}
    number = StatedNumber(quantity, heads - {""}, {*unit.implied})
    for one in _main_of(sure, doc):
        number.heads |= one.heads
        number.wide |= one.wide
    others = list(_main_of(more, doc))
    number.heads |= _agreed([one.heads for one in others])
    number.wide |= _agreed([one.wide for one in others])
    return number


def _main_of(texts: "Iterable[Counted]", doc: "Document") -> "Iterator[StatedNumber]":
    """Yield the numbers of *texts* that are the one that a figure is of."""
    for text in texts:
        yield from (one for one in text.numbers if _is_main(one.quantity, doc))


def _agreed(said: "Sequence[Keys]") -> "Keys":
    """Return the keys that two of *said* share."""
    count = Counter(key for keys in said for key in keys)
    return {key for key, times in count.items() if times > 1}


def _own_dates(doc: "Document") -> list[str]:
    """Return the dates that a record is of, as they are written."""
    steps = (*doc.get("status", ()), *doc.get("members", ()))
    dates = [doc.get("as_of"), doc.get("date")]
    dates += [step.get("date") or step.get("since") for step in steps]
    return [date for date in dates if date]


def _is_main(quantity: Quantity, doc: "Document") -> bool:
    """Whether *quantity* is the number that a figure is of."""
    ends = {doc.get(name) for name in ("value", "low", "high")} - {None}
    return bool(ends & {quantity.low, quantity.high})


def _texts(doc: "Document", measure: "Document | None") -> "Iterator[str]":
    """Yield what a record says, in our words and in its few words of the source."""
    for field in READ:
        if text := _text(doc.get(field)):
            yield text.replace("_", " ") if field == "type" else text
    yield from (alias for alias in doc.get("aliases", ()) if alias.isascii())
    for step in doc.get("status", ()):
        yield f"{step['state']} {step['note'] or ''}"
    for part in doc.get("participants", ()):
        yield f"{part['party']['name']}: {part['role']}"
    for member in doc.get("members", ()):
        yield f"{member['party']['name']}, member"
    for field in ("parent", "country", "organization"):
        if isinstance(doc.get(field), dict):
            yield doc[field]["name"]
    yield from _finds(doc)
    yield from _defining(measure) if measure else ()


def _defining(measure: "Document") -> "Iterator[str]":
    """Yield what a *measure* says of what its figures count."""
    yield measure["definition"]
    yield from (label["name"] for label in measure["labels"])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _finds(doc: "Document") -> "Iterator[str]":
    for citation in doc["citations"]:
        yield _text(citation["find"])


def _unit(unit: str, counting: str) -> str:
    """Return the unit of a quantity for the unit of a measure."""
    row = f" {unit.lower()} "
    if counting == "ordinal":
        return "ordinal"
    return next((code for word, code in _UNITS if word in row), "count")


_UNITS = (
    (" per hectare ", "t/ha"),
    (" square meters ", "m2"),
    (" tons ", "t"),
    (" years ", "years"),
    (" points ", "points"),
    (" percent ", "percent"),
    (" rmb ", "CNY"),
    (" yuan ", "CNY"),
    (" dollars ", "USD"),
    (" usd ", "USD"),
    (" times ", "times"),
)


def _status(doc: "Document") -> str:
    """Return how far what a record speaks of has come, if it says."""
    if doc["kind"] == "statement":
        return "planned" if doc["type"] == "plan" else ""
    if doc["kind"] == "event":
        return "planned" if doc["type"] == "planned" else "done"
    if doc["kind"] == "program" and doc["status"]:
        state = doc["status"][-1]["state"]
        if state in _OPEN_STATES:
            return ""
        return "planned" if state in _PLANNED_STATES else "done"
    return ""
