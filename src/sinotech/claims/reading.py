"""A claim, or a record's sentence, read: what it is about and how it says so."""

from sinotech.prose.grammar import (
    ATTRIBUTING,
    FUNCTION_WORDS,
    NEGATIONS,
    PLACE_WORDS,
    STATUS_WORDS,
    SURE_ATTRIBUTING,
    status_of,
)
from sinotech.prose.numbers import NUMBER_WORDS
from sinotech.prose.quantities import read_quantities
from sinotech.prose.times import read_times
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sinotech.prose.lexicon import Entry, Lexicon
    from sinotech.prose.quantities import Quantity
    from sinotech.prose.times import Time
    from sinotech.prose.tokens import Token

_ATTRIBUTIONS = (
    "according to",
    "in the view of",
    "in the opinion of",
    "in the eyes of",
    "in the words of",
    "as stated by",
    "in the judgement of",
    "in the judgment of",
)
_CONTRASTING = frozenset(("not", "rather", "instead"))
"""Words that may deny something beside what a sentence says."""

_NAME_AFTER = 12
"""Tokens that a speaker may take after a quotation: ``…,” said the minister X.``"""
MAX_TOKENS = 400
"""Tokens of a claim that are read; what is beyond is said not to have been read."""


class Mention:
    """A name in a sentence: the ids it may stand for, and its tokens."""

    __slots__ = ("first", "ids", "kinds", "last", "name")

    def __init__(
        self,
        name: str,
        ids: frozenset[str],
        kinds: frozenset[str],
        first: int,
        last: int,
    ) -> None:
        """Hold the name as written, and what it may be the name of."""
        self.name, self.ids, self.kinds = name, ids, kinds
        self.first, self.last = first, last


class Unit:
    """A word or phrase that says what a sentence is about.

    *stems* are its words, *plain* those that are no signs; *concepts* the lexicon's;
    *mention* the name that it is.
    *proper* says that it looks like a name that no record has. *weight* is how much it
    tells, filled in by who knows the records.
    """

    __slots__ = (
        "common",
        "concepts",
        "first",
        "last",
        "mention",
        "opposed",
        "plain",
        "proper",
        "records",
        "stems",
        "text",
        "weight",
    )

    def __init__(
        self, text: str, stems: tuple[str, ...], first: int, last: int
    ) -> None:
        """Hold the unit's words and where they stand."""
        self.text, self.stems, self.first, self.last = text, stems, first, last
        self.plain = tuple(stem for stem in stems if stem)
        self.concepts: frozenset[int] = frozenset()
        self.opposed: frozenset[int] = frozenset()
        self.mention: Mention | None = None
        self.proper = False
        self.common = False
        self.records = -1
        self.weight = 1.0

    def __repr__(self) -> str:
        """Show its text and weight."""
        return f"<{self.text} {self.weight:.1f}>"


class Sentence:
    """A sentence, read.

    *units* are what it is about, in order; *speaker* the tokens of who is made to say
    it. *cut* says that it was too long to be read to its end, *finished* that it
    speaks of an end. *status* is ``planned``, ``underway``, ``done`` or empty. *denied*
    are ids of what it names only to deny it: ``by A, not by B``; it is *unsure* whether
    a record bears out what it denies in other words.
    """

    __slots__ = (
        "cut",
        "denied",
        "finished",
        "mentions",
        "negated",
        "quantities",
        "speaker",
        "status",
        "stems",
        "text",
        "times",
        "tokens",
        "units",
        "unsure",
    )

    def __init__(self, text: str, tokens: "list[Token]", stems: list[str]) -> None:
        """Begin with the tokens and their stems."""
        self.text, self.tokens, self.stems = text, tokens, stems
        self.times: list[Time] = []
        self.quantities: list[Quantity] = []
        self.mentions: list[Mention] = []
        self.units: list[Unit] = []
        self.speaker: range = range(0)
        self.cut = self.finished = False
        self.negated = False
        self.unsure = False
        self.denied: set[str] = set()
        self.status = ""

    def within(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        if not self.tokens or first > last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def read_sentence(  # noqa: PLR0913, PLR0917
    text: str,
    tokens: "list[Token]",
    stems: list[str],
    mentions: "list[Mention]",
    lexicon: "Lexicon",
    as_of: str | None = None,
) -> Sentence:
    """Return *text* read, given its names and the lexicon."""
    sentence = Sentence(text, tokens[:MAX_TOKENS], stems[:MAX_TOKENS])
    sentence.cut = len(tokens) > MAX_TOKENS
    tokens = sentence.tokens
    denies = _may_deny(sentence)
    other = _contrasted(sentence) if denies else set()
    sentence.mentions = [m for m in mentions if m.first not in other]
    named = {at for m in mentions for at in range(m.first, m.last + 1)}
    sentence.times = [
        t for t in read_times(text, tokens, as_of) if t.first not in named | other
    ]
    dated = {at for t in sentence.times for at in range(t.first, t.last + 1)}
    sentence.quantities = read_quantities(text, tokens, named | dated | other)
    sentence.speaker = _speaker(sentence)
    counted = {at for q in sentence.quantities for at in range(q.first, q.last + 1)}
    skipped = dated | counted | set(sentence.speaker) | other
    sentence.units = _joined(sentence, _units(sentence, skipped, lexicon))
    if denies:
        _deny(sentence, mentions, other, skipped | named)
    sentence.status = _status(sentence)
    said = {token.word for token in tokens}
    sentence.finished = bool(said & STATUS_WORDS - {"already"}) or "is over" in text
    return sentence


def _may_deny(sentence: Sentence) -> bool:
    """Whether a word of *sentence* may deny something."""
    words = [token.word for token in sentence.tokens]
    short = "n't" in sentence.text or "n’t" in sentence.text
    return short or not (NEGATIONS | _CONTRASTING).isdisjoint(words)


def _contrasted(sentence: Sentence) -> set[int]:
    from sinotech.claims.denial import contrasted  # only here: few claims deny

    return contrasted(sentence.tokens, sentence.text)


def _deny(
    sentence: Sentence, mentions: "list[Mention]", other: set[int], taken: set[int]
) -> None:
    """Fill in what *sentence* denies; *other* are tokens that it denies beside."""
    from sinotech.claims.denial import is_negated, tells

    sentence.negated = is_negated(sentence.tokens, taken)
    sentence.denied = {id_ for m in mentions if m.first in other for id_ in m.ids}
    named = {at for m in mentions for at in range(m.first, m.last + 1)}
    sentence.unsure = tells(sentence.tokens, other - named)


def _units(
    sentence: Sentence, skipped: set[int], lexicon: "Lexicon"
) -> "Iterable[Unit]":
    starts = {m.first: m for m in sentence.mentions}
    tokens, stems = sentence.tokens, sentence.stems  # noqa: F841
    at = 0
    while at < len(tokens):
        mention = starts.get(at)
        if at in skipped:
            at += 1
        elif mention:
            unit = _unit(sentence, at, mention.last)
            unit.mention = mention
            yield unit
            at = mention.last + 1
        else:
            entry = _entry(sentence, at, skipped, starts, lexicon)
            length = len(entry.phrase) if entry else 1
            word = tokens[at].word
            plain = length == 1 and (
                word in FUNCTION_WORDS
                or word in STATUS_WORDS
                or word in NEGATIONS
                or word in NUMBER_WORDS
                or tokens[at].kind != "word"
            )
            plain = plain and tokens[at].text != "WHO"
            if not plain and not (entry and entry.light):
                unit = _unit(sentence, at, at + length - 1)
                if entry:
                    unit.concepts, unit.opposed = entry.own, entry.opposed
                    unit.records = entry.records if entry.own else -1
                    unit.common = entry.common
                unit.proper = not entry and _is_proper(tokens, at, length)
                yield unit
            elif tokens[at].kind == "number" and at not in skipped:
                yield _unit(sentence, at, at)
            at += length


def _joined(sentence: Sentence, units: "Iterable[Unit]") -> list[Unit]:
    """Return *units* with the words of a name that no record has made one."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if (
            last
            and last.proper
            and unit.proper
            and not (last.concepts or unit.concepts)
            and unit.first == last.last + 1
        ):
            joined[-1] = _unit(sentence, last.first, unit.last)
            joined[-1].proper = True
        else:
            joined.append(unit)
    return joined


def _unit(sentence: Sentence, first: int, last: int) -> Unit:
    stems = tuple(sentence.stems[first : last + 1])
    return Unit(sentence.within(first, last), stems, first, last)


def _entry(
    sentence: Sentence,
    at: int,
    skipped: set[int],
    starts: "dict[int, Mention]",
    lexicon: "Lexicon",
) -> "Entry | None":
    """Return the longest entry of the lexicon that stands at *at*."""
    for entry in lexicon.at(sentence.stems, at):
        inside = range(at + 1, at + len(entry.phrase))
        if not any(i in skipped or i in starts for i in inside):
            return entry
    return None


def _is_proper(tokens: "Sequence[Token]", at: int, length: int) -> bool:
    """Whether the unit at *at* is written like a name."""
    return length == 1 and tokens[at].is_capital and tokens[at].text != "I"


def _speaker(sentence: Sentence) -> range:  # noqa: C901
    """Return the tokens that say who is made to say the rest, verb included."""
    tokens, text = sentence.tokens, sentence.text
    word = [token.word for token in tokens]
    row = " ".join(word)
    for phrase in _ATTRIBUTIONS:
        if f" {phrase} " in f" {row} ":
            at = len(f" {row} ".split(f" {phrase} ")[0].split())
            return range(at, _comma_after(sentence, at + len(phrase.split())))
    for at, one in enumerate(word):
        if one not in ATTRIBUTING or at == 0:
            continue
        following = word[at + 1] if at + 1 < len(word) else ""
        if at == len(word) - 1 or _ends(text, tokens, at):
            begin = _comma_before(sentence, at) if one in SURE_ATTRIBUTING else 0
            if begin:  # "…, X said."
                return range(begin, at + 1)
        if (  # noqa: SIM102
            one in SURE_ATTRIBUTING
            and text[: tokens[at].start].rstrip()[-1:] in "\"”’'"
        ):
            if len(tokens) - at <= _NAME_AFTER:
                return range(at, len(tokens))
        said_that = following in {"that", "how"} or (
            following == "out" and word[at + 2 : at + 3] == ["that"]
        )
        before = text[: tokens[at].start]
        colon = text[tokens[at].end :].lstrip()[:1] in {":", "“", '"', ","}
        named = any(m.last < at <= m.last + 3 and _says(m) for m in sentence.mentions)
        if said_that or colon or (one in SURE_ATTRIBUTING and (named or at <= 6)):  # noqa: PLR2004
            if len(before) > 150:  # noqa: PLR2004
                return range(0)
            return range(at + 1 + (1 if said_that else 0))
    return range(0)


def _says(mention: Mention) -> bool:
    return bool(mention.kinds & {"person", "organization", "source"})


def _ends(text: str, tokens: "Sequence[Token]", at: int) -> bool:
    return text[tokens[at].end :].strip(" .”\"'’") == ""


def _comma_after(sentence: Sentence, at: int) -> int:
    """Return the token after the next comma, or the end."""
    tokens = sentence.tokens
    for i in range(at, len(tokens) - 1):
        if "," in sentence.text[tokens[i].end : tokens[i + 1].start]:
            return i + 1
    return len(tokens)


def _comma_before(sentence: Sentence, at: int) -> int:
    """Return the token after the comma before *at*; 0 if there is none."""
    tokens = sentence.tokens
    for i in range(at, 0, -1):
        if "," in sentence.text[tokens[i - 1].end : tokens[i].start]:
            return i
    return 0


def _status(sentence: Sentence) -> str:
    spoken = sentence.speaker
    return status_of(
        " ".join(t.word for at, t in enumerate(sentence.tokens) if at not in spoken)
    )


def tokens_of(text: str) -> "list[Token]":
    """Return the tokens of *text*, one more than are read at most."""
    return tokenise(text)[: MAX_TOKENS + 1]


def follows_place_word(sentence: Sentence, unit: Unit) -> bool:
    """Whether *unit* stands where the name of a place does: ``in Chengdu``."""
    at = unit.first - 1
    while at >= 0 and sentence.tokens[at].word in {
        "the",
        "city",
        "town",
        "province",
        "of",
    }:
        at -= 1
    return at >= 0 and sentence.tokens[at].word in PLACE_WORDS - {"to", "from"}
