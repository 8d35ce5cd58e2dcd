"""A record, read: what it holds that a claim can be compared with.

Read once, when the record set is compiled, and stored; a record that is short enough
is read when a claim asks for it.
"""

from sinotech.edtf import parse
from sinotech.prose.grammar import NEGATIONS, PLACE_WORDS, status_of
from sinotech.prose.noun import counted_keys
from sinotech.prose.quantities import Quantity, read_quantities
from sinotech.prose.times import read_times
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from sinotech.prose.lexicon import Lexicon
    from sinotech.prose.tokens import Token

    Document = dict[str, Any]
    Keys = set[str | int]

MAX_TOKENS = 400
"""Tokens of one text that are read."""

MAX_DATES = 40
"""Dates of one record that are kept."""

_MAIN = ("text", "what", "label", "summary")
"""Fields that are a record's own statement."""

_PLANNED_STATES = frozenset(("proposed", "announced", "signed"))
_VAGUE_DOZENS = (24.0, 99.0)


class Stated:
    """A number as a record states it, and the stems and concepts of what it counts.

    *heads* are those of the noun, *wide* the concepts that the noun entails.
    """

    __slots__ = ("heads", "quantity", "wide")

    def __init__(self, quantity: Quantity, heads: "Keys", wide: "Keys") -> None:
        """Hold the number and what it counts."""
        self.quantity, self.heads, self.wide = quantity, heads, wide


class Features:
    """What a record holds.

    *stems* and *concepts* are those of its words in all wordings, *words* the words
    themselves, *core* the stems and concepts of its own statement; *linked* are the stems of the
    names of what it is about. *dates* are pairs of days: first those the record is of,
    *own* of them, then those its texts state.
    """  # noqa: E501

    __slots__ = (
        "concepts",
        "core",
        "dates",
        "linked",
        "negated",
        "own",
        "places",
        "speaker",
        "speaker_ids",
        "stated",
        "status",
        "stems",
        "words",
    )

    def __init__(self) -> None:
        """Begin with nothing."""
        self.stems: set[str] = set()
        self.words: set[str] = set()
        self.concepts: set[int] = set()
        self.core: Keys = set()
        self.linked: set[str] = set()
        self.places: set[str] = set()
        self.speaker: set[str] = set()
        self.speaker_ids: set[str] = set()
        self.stated: list[Stated] = []
        self.dates: list[tuple[str, str]] = []
        self.own = 0
        self.negated = False
        self.status = ""

    def pack(self) -> list[object]:
        """Return the features as JSON can hold them, the same each time."""
        return [
            _sorted(self.stems),
            _sorted(self.words),
            sorted(self.concepts),
            sorted(self.core, key=str),
            _sorted(self.linked),
            _sorted(self.places),
            _sorted(self.speaker),
            _sorted(self.speaker_ids),
            [_pack_stated(stated) for stated in self.stated],
            self.dates,
            self.own,
            self.negated,
            self.status,
        ]


def unpack(packed: "list[Any]") -> Features:
    """Return the features that :meth:`Features.pack` made *packed* of."""
    made = Features()
    (stems, words, concepts, core, linked, places, speaker, ids, *rest) = packed
    made.stems, made.words, made.linked = set(stems), set(words), set(linked)
    made.concepts, made.core = set(concepts), set(core)
    made.places, made.speaker, made.speaker_ids = set(places), set(speaker), set(ids)
    stated, dates, made.own, made.negated, made.status = rest
    made.stated = [_unpack_stated(one) for one in stated]
    made.dates = [(first, last) for first, last in dates]
    return made


def _sorted(words: set[str]) -> list[str]:
    return sorted(word for word in words if word)


def _pack_stated(stated: Stated) -> list[object]:
    one = stated.quantity
    keys = [sorted(keys, key=str) for keys in (stated.heads, stated.wide)]
    return [one.low, one.high, one.unit, one.hedge, one.text, *keys]


def _unpack_stated(packed: "list[Any]") -> Stated:
    low, high, unit, hedge, text, heads, wide = packed
    quantity = Quantity(low, high, unit)
    quantity.hedge, quantity.text = hedge, text
    return Stated(quantity, set(heads), set(wide))


class Reader:
    """Reads records, given stems and the lexicon."""

    def __init__(
        self, stems: "Callable[[Iterable[str]], dict[str, str]]", lexicon: "Lexicon"
    ) -> None:
        """Read with *stems* (of folded words) and *lexicon*."""
        self._stems, self.lexicon = stems, lexicon

    def stems(self, tokens: "Iterable[Token]") -> list[str]:
        """Return the stem of each token; empty for what is no word."""
        words = [token.word.replace(" ", "") for token in tokens]
        known = self._stems(word for word in words if word)
        return [known.get(word, "") for word in words]

    def read(
        self,
        doc: "Document",
        *,
        names: str,
        wordings: str,
        measure: "Document | None" = None,
        speaker: "Document | None" = None,
    ) -> Features:
        """Return what the record *doc* holds.

        *names* are lines of names of what it is linked to, *wordings* lines that say
        the same; of a figure, its *measure* is read too, and who is its *speaker*.
        """
        made = Features()
        for field in ("as_of", "date"):
            if doc.get(field):
                made.dates.append(parse(doc[field])[1:])
        for step in (*doc.get("status", ()), *doc.get("members", ())):
            when = step.get("date") or step.get("since")
            if when:
                made.dates.append(parse(when)[1:])
        made.own = len(made.dates)
        said: list[tuple[bool, bool]] = []
        for text in _texts(doc, measure):
            self._take(made, doc, text, said, wording=False)
        for text in wordings.split("\n"):
            self._take(made, doc, text, said, wording=True)
        made.negated = 2 * sum(negated for negated, _ in said) > len(said)
        del made.dates[MAX_DATES:]
        made.linked = set(self.stems(_tokens(_ascii_lines(names))))
        made.places |= set(self.stems(_tokens(_text(doc.get("place")))))
        planned = bool(said) and all(planned for _, planned in said)
        made.status = "planned" if planned else _status(doc)
        if measure is not None:
            self._number(made, doc, measure, wordings)
        self._speaker(made, doc, speaker)
        return made

    def _take(  # noqa: C901
        self,
        made: Features,
        doc: "Document",
        text: str,
        said: list[tuple[bool, bool]],
        *,
        wording: bool,
    ) -> None:
        """Take in what *text* says."""
        if not text:
            return
        tokens = _tokens(text)
        stems = self.stems(tokens)
        main = any(text == doc.get(name) for name in _MAIN)
        if main:
            made.core.update(stems)
        made.stems.update(stems)
        made.words.update(token.word for token in tokens)
        for at, stem in enumerate(stems):
            if stem:
                for entry in self.lexicon.at(stems, at):
                    made.concepts |= entry.implied
                    if main:
                        made.core |= entry.own
        times = read_times(text, tokens)
        made.dates += [(t.earliest, t.latest) for t in times if t.earliest]
        for before, token, stem in zip(tokens, tokens[1:], stems[1:], strict=False):
            if token.is_capital and before.word in PLACE_WORDS:
                made.places.add(stem)
        if main or wording:
            denials = [
                at
                for at, token in enumerate(tokens)
                if token.word in NEGATIONS and not (at and token.is_capital)
            ]
            negated = len(denials) % 2 == 1
            status = status_of(" ".join(t.word for t in tokens))
            said.append((negated, status == "planned"))
        dated = {at for t in times for at in range(t.first, t.last + 1)}
        for quantity in read_quantities(text, tokens, dated):
            if _says_little(quantity) or _is_main(quantity, doc):
                continue
            keys = counted_keys(text, tokens, stems, quantity, self.lexicon)
            made.stated.append(Stated(quantity, *keys))

    def _number(
        self, made: Features, doc: "Document", measure: "Document", wordings: str
    ) -> None:
        """Take in the number of a figure, and what it counts in whatever words."""
        low = doc["value"] if doc["low"] is None else doc["low"]
        high = doc["value"] if doc["high"] is None else doc["high"]
        unit = _unit(doc["unit"], measure["counting"])
        quantity = Quantity(float(low), float(high), unit)
        quantity.hedge = "bare" if doc["hedge"] == "exact" else doc["hedge"]
        if doc["hedge"] == "dozens":
            quantity.hedge = "range"
            least, most = _VAGUE_DOZENS
            quantity.low, quantity.high = min(low, least), max(high, most)
        quantity.text = doc["as_written"]
        heads, wide = self.keys(doc["unit"])
        for text in (*wordings.split("\n"), *_finds(doc)):
            tokens = _tokens(text)
            stems = self.stems(tokens)
            for other in read_quantities(text, tokens):
                if _is_main(other, doc):
                    found = counted_keys(text, tokens, stems, other, self.lexicon)
                    heads |= found[0]
                    wide |= found[1]
        made.stated.insert(0, Stated(quantity, heads, wide))

    def keys(self, text: str) -> "tuple[Keys, Keys]":
        """Return the stems and concepts of *text*, and the concepts it entails."""
        stems = self.stems(_tokens(text))
        keys: Keys = {stem for stem in stems if stem}
        wide: Keys = set()
        for at, stem in enumerate(stems):
            if stem:
                for entry in self.lexicon.at(stems, at):
                    keys |= entry.own
                    wide |= entry.implied
        return keys, wide

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
        made.speaker = set(self.stems(_tokens(" ".join(named))))
        made.linked |= made.speaker


def _tokens(text: str) -> "list[Token]":
    return tokenise(text)[:MAX_TOKENS]


def _says_little(quantity: Quantity) -> bool:
    return quantity.low == quantity.high == 1 and quantity.unit == "count"


def _is_main(quantity: Quantity, doc: "Document") -> bool:
    """Whether *quantity* is the number that a figure is of."""
    ends = {doc.get(name) for name in ("value", "low", "high")} - {None}
    return bool(ends & {quantity.low, quantity.high})


def _texts(doc: "Document", measure: "Document | None") -> "Iterator[str]":
    """Yield what a record says, in our words and in its few words of the source."""
    for field in ("name", "abbreviation", "label", "scope", "unit", "as_written"):
        yield _text(doc.get(field))
    for field in ("what", "text", "summary", "place", "role", "holder", "type"):
        yield _text(doc.get(field)).replace("_", " ")
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
    if measure:
        yield measure["definition"]
        yield from (label["name"] for label in measure["labels"])


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _finds(doc: "Document") -> "Iterator[str]":
    for citation in doc["citations"]:
        yield _text(citation["find"])


def _ascii_lines(names: str) -> str:
    return " ".join(line for line in names.split("\n") if line.isascii())


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
        return "planned" if state in _PLANNED_STATES else "done"
    return ""
