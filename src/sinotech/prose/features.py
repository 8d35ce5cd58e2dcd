"""What a record holds that a claim can be compared with.

Records are read when the record set is compiled (see :mod:`sinotech.prose.reader`), and
what they hold is stored packed. A claim unpacks only what it compares.
"""

from sinotech.prose.quantity import Quantity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    Keys = set[str | int]

STATED = ("text", "what", "label", "summary")
"""Fields in which a document says what its record states, as the model declares them
(``Use.STATED``)."""


class StatedNumber:
    """A number as a record states it, and the stems and concepts of what it counts.

    *heads* are those of the noun, *wide* the concepts that the noun entails.
    """

    __slots__ = ("heads", "quantity", "wide")

    def __init__(self, quantity: Quantity, heads: "Keys", wide: "Keys") -> None:
        """Hold the number and what it counts."""
        self.quantity, self.heads, self.wide = quantity, heads, wide

    def pack(self) -> list[object]:
        """Return the number as JSON can hold it, the same each time: stems first."""
        one = self.quantity
        keys = [sorted(keys, key=repr) for keys in (self.heads, self.wide)]
        return [one.low, one.high, one.unit, one.hedge, one.text, *keys]

    @classmethod
    def unpack(cls, packed: "list[Any]") -> "StatedNumber":
        """Return the number that was packed so."""
        low, high, unit, hedge, text, heads, wide = packed
        quantity = Quantity(low, high, unit)
        quantity.hedge, quantity.text = hedge, text
        return cls(quantity, set(heads), set(wide))


class Features:
    """What a record holds.

    *stems* and *concepts* are those of its words in all wordings, *words* the words
    themselves, *core* the stems and concepts of its own statement, *said* those of all
    its wordings besides; *linked* are the stems of the names of what it is about.
    *adverse* are the concepts by which it says that something is not so, or no good.
    *dates* are pairs of days: first those the record is of, *own* of them, then those
    its texts state. *standing* is that of the best of its sources.
    """

    __slots__ = (
        "_later",
        "_names",
        "_packed",
        "adverse",
        "concepts",
        "core",
        "dates",
        "linked",
        "negated",
        "own",
        "places",
        "said",
        "speaker",
        "speaker_ids",
        "standing",
        "stated",
        "status",
        "stems",
        "words",
    )

    adverse: set[int]
    concepts: set[int]
    core: "Keys"
    dates: list[tuple[str, str]]
    linked: set[str]
    negated: bool
    own: int
    places: set[str]
    said: "Keys"
    speaker: set[str]
    speaker_ids: set[str]
    standing: str
    stated: list[StatedNumber]
    status: str
    stems: set[str]
    words: set[str]

    def __init__(self, packed: "list[Any] | None" = None) -> None:
        """Hold what :meth:`pack` made *packed* of, or begin with nothing."""
        self._packed = packed or _NOTHING
        self._names: tuple[str, ...] = ()
        self._later: Callable[[], tuple[set[str], list[Any], list[StatedNumber]]] | None
        self._later = None
        self.own, self.negated, self.status, self.standing = self._packed[-4:]

    def name(self, names: tuple[str, ...]) -> None:
        """Take in rows of stems of names: its own, and of what it is about."""
        self._names = names

    def later(
        self, count: "Callable[[], tuple[set[str], list[Any], list[StatedNumber]]]"
    ) -> None:
        """Let *count* return words, dates and numbers, when they are asked for."""
        self._later = count

    def __getattr__(self, name: str) -> "Any":  # noqa: ANN401  # each its own type
        """Unpack what is asked for the first time."""
        if name == "linked":
            value = {stem for row in self._names for stem in row.split()}
            value |= self.speaker
        elif self._later and name in {"words", "dates", "stated"}:
            self.words, self.dates, self.stated = self._later()
            self._later = None
            return getattr(self, name)
        else:
            if name not in _PLACES:
                raise AttributeError(name)
            at, unpack = _PLACES[name]
            value = unpack(self._packed[at])
        if name == "said":  # it is stored without what stands in core
            value = value | {one for one in self.core if isinstance(one, str)}
        setattr(self, name, value)
        return value

    def pack(self) -> list[object]:
        """Return all but *linked* as JSON can hold it, the same each time."""
        return [
            _joined(self.stems),
            _joined(self.words, "|"),
            sorted(self.concepts),
            _pack_keys(self.core),
            _pack_keys(self.said - self.core),
            sorted(self.adverse),
            _joined(self.places),
            _joined(self.speaker),
            _joined(self.speaker_ids),
            [stated.pack() for stated in self.stated],
            self.dates,
            self.own,
            self.negated,
            self.status,
            self.standing,
        ]

    def joined(self, others: "Iterable[Features]") -> "Features":
        """Return these features with the words that *others* hold besides."""
        made = Features()
        for name in (*_PLACES, "linked", "own", "negated", "status", "standing"):
            setattr(made, name, getattr(self, name))
        others = list(others)
        made.stems = self.stems.union(*(one.stems for one in others))
        made.concepts = self.concepts.union(*(one.concepts for one in others))
        made.adverse = self.adverse.union(*(one.adverse for one in others))
        made.words = self.words.union(*(one.words for one in others))
        return made


def _joined(words: set[str], sign: str = " ") -> str:
    return sign.join(sorted(word for word in words if word))


def _pack_keys(keys: "Keys") -> "list[str | int]":
    """Return stems in one row, and then the concepts."""
    stems = sorted(key for key in keys if isinstance(key, str))
    return [" ".join(stems), *sorted(key for key in keys if isinstance(key, int))]


def _words(row: str) -> set[str]:
    return set(row.split())


def _keys(packed: "list[Any]") -> "Keys":
    stems, *concepts = packed
    return {*stems.split(" "), *concepts} if stems else set(concepts)


def _rows(row: str) -> set[str]:
    return set(row.split("|")) if row else set()


def _stated(packed: "list[Any]") -> list[StatedNumber]:
    return [StatedNumber.unpack(one) for one in packed]


def _dates(packed: "list[Any]") -> list[tuple[str, str]]:
    return [(first, last) for first, last in packed]


_UNPACK: "tuple[tuple[str, Callable[[Any], Any]], ...]" = (
    ("stems", _words),
    ("words", _rows),
    ("concepts", set),
    ("core", _keys),
    ("said", _keys),
    ("adverse", set),
    ("places", _words),
    ("speaker", _words),
    ("speaker_ids", _words),
    ("stated", _stated),
    ("dates", _dates),
)
_PLACES = {name: (at, unpack) for at, (name, unpack) in enumerate(_UNPACK)}
_NOTHING: "list[Any]" = [
    "",
    "",
    [],
    [""],
    [""],
    [],
    "",
    "",
    "",
    [],
    [],
    0,
    False,
    "",
    "",
]
