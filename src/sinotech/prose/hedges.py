"""Words that say how exactly a number is meant, and how the hedge of one is read."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.prose.numerals import Numerals
    from sinotech.prose.quantity import Quantity

_BEFORE = (
    (
        "more_than",
        "more than|over|above|in excess of|exceeding|exceeds|exceeded|exceed|surpassed|"  # noqa: ISC004
        "surpassing|surpasses|surpass|upwards of|upward of|greater than|beyond|passed|"
        "topped|topping|past|higher than|well over|larger than|north of|"
        "not only|better than|slightly above|slightly over|slightly more than|just over|"  # noqa: E501
        "just above|a little over|a little more than|a bit over|a shade over|some over",
    ),
    (
        "at_least",
        "at least|no fewer than|no less than|not less than|not fewer than|minimum of",
    ),
    (
        "nearly",
        "nearly|almost|close to|just under|approaching|just short of|a little under|"  # noqa: ISC004
        "just below|not quite|slightly under|shy of|short of|just shy of|a shade under",
    ),
    (
        "about",
        "about|around|approximately|roughly|some|circa|approx|or so|in the region of|"  # noqa: ISC004
        "an estimated|estimated|something like|in the order of|near|round about|ca",
    ),
    (
        "up_to",
        "up to|at most|no more than|not more than|as many as|a maximum of|maximum of|"  # noqa: ISC004
        "not exceeding|not over|at the very most|at the most",
    ),
    (
        "fewer_than",
        "fewer than|less than|under|below|lower than|well under|not even|smaller than",
    ),
    ("exactly", "exactly|precisely|just|only|merely|a mere|a total of exactly"),
)
_AFTER = (
    ("at_least", "or more|or above|or over|and more|plus|and above|odd"),
    ("more_than", "and counting"),
    ("up_to", "or fewer|or less|at most|at the most|or under|at the very most|tops"),
    ("about", "or so|or thereabouts"),
    ("at_least", "at least"),
)
HEDGES = {tuple(p.split()): code for code, ps in _BEFORE for p in ps.split("|")}
"""Hedges before a number, by their words, each with its code."""

AFTERTHOUGHTS = {tuple(p.split()): code for code, ps in _AFTER for p in ps.split("|")}
"""Hedges after a number, by their words, each with its code."""

_SPREADING = ("exten", "spread", "stretch", "span")
"""How verbs begin after which *over* is no hedge: ``extends over six hectares``."""

_LONGEST = max(map(len, HEDGES))
"""Words of the longest hedge before a number."""

_LATEST = max(map(len, AFTERTHOUGHTS))
"""Words of the longest hedge after one."""


def read_hedge(row: "Numerals", found: "Quantity") -> None:
    """Read the hedge before *found*, or after it."""
    if found.hedge == "range" and found.unit == "count" and found.first == found.last:
        return
    for start in range(max(found.first - _LONGEST, 0), found.first):
        phrase = tuple(row.words[start : found.first])
        if phrase in HEDGES and not _is_of_time(row, start, found):
            found.hedge, found.first = HEDGES[phrase], start
            break
    first = found.last + 1
    for end in range(min(first + _LATEST, len(row.words)), first, -1):
        phrase = tuple(row.words[first:end])
        if phrase in AFTERTHOUGHTS:
            found.hedge, found.last = AFTERTHOUGHTS[phrase], end - 1
            return
    if row.text[row.tokens[found.last].end :][:1] == "+":
        found.hedge = "at_least"


def _is_of_time(row: "Numerals", start: int, found: "Quantity") -> bool:
    """Whether a hedge is none: ``over the past 11 years``, ``over five years``."""
    word, before = row.word(start), row.word(start - 1)
    if word == "over" and before.startswith(_SPREADING) and found.unit == "m2":
        return True
    if word == "past" and before in {"the", "these", "those"}:
        return True
    return word in {"over", "past", "under"} and row.word(found.last + 1) in {
        "years",
        "decades",
        "months",
    }
