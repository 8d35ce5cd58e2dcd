"""A claim, or a record's sentence, read: what it is about and how it says so."""

from sinotech.claims.speakers import ARTICLES, comma_after, find_speaker
from sinotech.prose.function_words import (
    ASIDES,
    FUNCTION_WORDS,
    NOW,
    PLACE_WORDS,
    SHORTENED,
    TITLES,
)
from sinotech.prose.negation import (
    FALSE_ENDS,
    FALSITIES,
    NEGATIONS,
    NOT_ONLY,
    UNMET,
    turns_nothing,
)
from sinotech.prose.numbers import NUMBER_WORDS
from sinotech.prose.quantities import read_quantities
from sinotech.prose.status import RUNNING, STATUS_WORDS, status_of
from sinotech.prose.times import read_times
from sinotech.prose.tokens import tokenise
from sinotech.prose.verbs import MODALS, WISHES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sinotech.prose.lexicon import Entry, Lexicon
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.time import Time
    from sinotech.prose.tokens import Token


_CONTRASTING = frozenset(("not", "rather", "instead"))
"""Words that may deny something beside what a sentence says."""


_FRONT = 120
"""Characters in which a beginning that denies all stands."""


MAX_TOKENS = 400
"""Tokens of a claim that are read; what is beyond is said not to have been read."""


_WAYS = 16
"""Ways to read a sentence that are tried: four numbers that may be either of two."""


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
    *proper* says that it looks like a name that no record has; *adverse*, that it says
    that something is not so, or no good. *weight* is how much it
    tells, filled in by who knows the records.
    """

    __slots__ = (
        "adverse",
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
        self.common = self.adverse = False
        self.records = -1
        self.weight = 1.0

    def __repr__(self) -> str:
        """Show its text and weight."""
        return f"<{self.text} {self.weight:.1f}>"


class Sentence:
    """A sentence, read.

    *units* are what it is about, in order; *carried* those of a subject that stands
    elsewhere; *speaker* the tokens of who is made to say it. *cut* says that it was too
    long to be read to its end, *finished* that it speaks of an end. *status* is
    ``planned``, ``underway``, ``done`` or empty. *denied* are ids of what it names only
    to deny it: ``by A, not by B``; it is *unsure* whether a record bears out what it
    denies in other words. *modal* is a word by which it says only what may be, or would
    be; it *contrasts* what is not with what is: ``not A but B``.
    """

    __slots__ = (
        "carried",
        "contrasts",
        "cut",
        "denied",
        "finished",
        "mentions",
        "modal",
        "negated",
        "now",
        "quantities",
        "runs",
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
        self.carried: list[Unit] = []
        self.speaker: range = range(0)
        self.contrasts = self.cut = self.finished = False
        self.now = self.runs = False
        self.negated = False
        self.modal = ""
        self.unsure = False
        self.denied: set[str] = set()
        self.status = ""

    def carry(self, chars: int) -> None:
        """Ask nothing but names of the first *chars*, a subject from elsewhere.

        With a date, its ordinal is asked, too: when was ``the 21st expo``?
        """
        if not chars:
            return
        count = sum(token.end <= chars for token in self.tokens)
        self.carried = [u for u in self.units if u.first < count]
        unasked = [u for u in self.carried if not (u.mention or u.proper)]
        self.times = [t for t in self.times if t.first >= count]
        self.quantities = [
            q
            for q in self.quantities
            if q.first >= count or (self.times and q.unit == "ordinal")
        ]
        self.units = [u for u in self.units if u not in unasked]

    @property
    def doubts(self) -> list[str]:
        """Return in words which numbers and dates may be read in several ways."""
        told = [one.doubt for one in self.quantities]
        told += [one.doubt for one in self.times]
        return [doubt for doubt in dict.fromkeys(told) if doubt]

    def is_steady(self, judge: "Callable[[], str]") -> bool:
        """Whether *judge* returns the same whichever way numbers and dates are read."""
        quantities, times = self.quantities, self.times
        if not (any(q.readings for q in quantities) or any(t.readings for t in times)):
            return True
        ways: list[tuple[list[Quantity], list[Time]]] = [([], [])]
        for quantity in quantities:
            ways = [([*q, one], t) for q, t in ways for one in quantity.as_read()]
        for time in times:
            ways = [(q, [*t, one]) for q, t in ways for one in time.as_read()]
        if len(ways) > _WAYS:
            return False
        told = set()
        try:
            for self.quantities, self.times in ways:
                told.add(judge())
        finally:
            self.quantities, self.times = quantities, times
        return len(told) == 1

    def within(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        if not self.tokens or first > last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def read_sentence(
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
    denial = _denial_of_all(sentence)
    denies = _may_deny(sentence)
    other = _contrasted(sentence) if denies and not denial else set()
    sentence.mentions = [m for m in mentions if m.first not in other]
    named = {at for m in mentions for at in range(m.first, m.last + 1)}
    sentence.times = [
        t for t in read_times(text, tokens, as_of) if t.first not in named | other
    ]
    dated = {at for t in sentence.times for at in range(t.first, t.last + 1)}
    sentence.quantities = read_quantities(text, tokens, named | dated | other)
    sentence.quantities = [
        quantity
        for quantity in sentence.quantities
        if not _is_title(tokens, quantity) and not _is_listed(sentence, quantity)
    ]
    sentence.speaker = find_speaker(sentence)
    counted = {at for q in sentence.quantities for at in range(q.first, q.last + 1)}
    skipped = dated | counted | set(sentence.speaker) | other | denial
    skipped |= _saying_nothing(sentence)
    sentence.units = _joined(sentence, _units(sentence, skipped, lexicon))
    _mark_split(sentence, lexicon)
    if denies:
        _deny(sentence, mentions, other, skipped | named)
    sentence.negated ^= bool(denial)
    sentence.contrasts = _contrasts([token.word for token in tokens])
    sentence.modal = _modal(sentence)
    _stand(sentence)
    return sentence


def _stand(sentence: Sentence) -> None:
    """Fill in how far it has come by what *sentence* says, and whether that is now."""
    sentence.status = _status(sentence)
    row = f" {' '.join(token.word for token in sentence.tokens)} "
    sentence.now = any(f" {phrase} " in row for phrase in NOW)
    sentence.runs = any(f" {phrase} " in row for phrase in RUNNING)
    awaited = _awaited(sentence)
    said = {t.word for at, t in enumerate(sentence.tokens) if at not in awaited}
    ended = bool(said & STATUS_WORDS - {"already"})
    sentence.finished = ended or "is over" in sentence.text
    if sentence.finished and sentence.negated:  # "isn't finished yet"
        sentence.status, sentence.finished, sentence.negated = "planned", False, False


_LISTING = frozenset("namely and the".split())
_AFTER = 3
"""Words from a number to the list of what it counts: ``Five new members – Egypt,``."""


def _is_listed(sentence: Sentence, quantity: "Quantity") -> bool:
    """Whether a number only counts the names that follow it: ``Two states – Iran and``.

    A list of as many names says no less without it.
    """
    run: list[Mention] = []
    tokens, last = sentence.tokens, quantity.last
    if quantity.unit == "count" and _are_among(sentence, quantity):
        return True
    for mention in sentence.mentions:
        if mention.first <= last:
            continue
        gap = sentence.text[tokens[last].end : tokens[mention.first].start]
        if not run:
            dashed = any(sign in gap for sign in "–—:") or "namely" in gap
            if not dashed or mention.first - last > _AFTER + 1:
                return False
        elif set(gap.replace(",", " ").split()) - _LISTING or not gap.strip():
            break
        run.append(mention)
        last = mention.last
    return bool(run) and quantity.unit == "count" and quantity.low == len(run)


def _are_among(sentence: Sentence, quantity: "Quantity") -> bool:
    """Whether a number counts the names before it: ``A and B are two of the four``."""
    tokens, first = sentence.tokens, quantity.first
    following = [token.word for token in tokens[quantity.last + 1 : quantity.last + 3]]
    if following[:1] != ["of"] or following[1:] not in (["the"], ["its"], ["their"]):
        return False
    before = [m for m in sentence.mentions if m.last < first]
    linked = first > 0 and tokens[first - 1].word in {"are", "were", "is", "was"}
    return linked and quantity.low == len(before) == quantity.high


def denial_at(text: str) -> int:
    """Return where the sentence begins that *text* denies as a whole; 0 if none.

    >>> denial_at("It is a myth that labs exist."), denial_at("It is new that it is")
    (18, 0)
    """
    tokens = tokenise(text[:_FRONT])
    words = [token.word for token in tokens]
    for phrase in FALSITIES:
        if tuple(words[: len(phrase)]) == phrase and len(words) > len(phrase):
            return tokens[len(phrase)].start
    return 0


_DENYING_ALL = frozenset(
    [phrase[-1] for phrase in FALSE_ENDS]
    + [word for one in UNMET for word in one[1:-1]]
) | {"failed", "fails"}


def _denial_of_all(sentence: Sentence) -> set[int]:
    """Return the tokens by which all of *sentence* is denied: ``That … is a myth``."""
    words = [token.word for token in sentence.tokens]
    if _DENYING_ALL.isdisjoint(words):
        return set()
    for phrase in FALSE_ENDS:
        begin = len(words) - len(phrase)
        if begin > 1 and tuple(words[begin:]) == phrase and _is_clause(words):
            return {0, *range(begin, len(words))}
    for phrase in UNMET:
        for at in range(len(words) - len(phrase)):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return set(range(at, at + len(phrase)))
    return set()


def _contrasts(words: "Sequence[str]") -> bool:
    """Whether *words* say what is not, but is: ``not a rival but a partner``."""
    if "but" not in words:
        return False
    before = words[: words.index("but")]
    return bool({"not", "no", "never"} & set(before)) or any(
        word.endswith(" t") for word in before
    )


def _is_clause(words: "Sequence[str]") -> bool:
    """Whether it begins as a sentence about another does: ``That X did Y is false``."""
    return words[0] == "that" or words[:3] in (
        ["the", "claim", "that"],
        ["the", "idea", "that"],
    )


def _aside(sentence: Sentence) -> set[int]:
    """Return the tokens of an opening that only ties it to what came before."""
    words = [token.word for token in sentence.tokens[:5]]
    for phrase in ASIDES:
        end = len(phrase)
        if tuple(words[:end]) == phrase and end < len(sentence.tokens):
            gap = sentence.text[
                sentence.tokens[end - 1].end : sentence.tokens[end].start
            ]
            if "," in gap or ":" in gap:
                return set(range(end))
    return set()


def _titles(tokens: "Sequence[Token]") -> set[int]:
    """Return the tokens that are titles before a name."""
    return {
        at
        for at, token in enumerate(tokens[:-1])
        if token.word in TITLES and token.is_capital and tokens[at + 1].is_capital
    }


def _saying_nothing(sentence: Sentence) -> set[int]:
    """Return the tokens that say nothing of their own: titles, openings, idioms."""
    tokens = sentence.tokens
    idioms = {at for at in range(1, len(tokens)) if _is_idiom(tokens, at)}
    return _titles(tokens) | _aside(sentence) | _writers(tokens) | idioms


def _writers(tokens: "Sequence[Token]") -> set[int]:
    """Return the tokens that name who wrote a text, or the text: ``by the author``."""
    return {
        at
        for at, token in enumerate(tokens)
        if at and token.word in _AUTHORS and tokens[at - 1].word in ARTICLES
    }


_AUTHORS = frozenset(
    """author authors writer writers blogger commentary commentator commentators
    columnist essay article text piece""".split()
)


def _is_idiom(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether the token at *at* says nothing after *no*: ``no small affair``."""
    denial, word = tokens[at - 1].word, tokens[at].word
    return denial == "no" and word not in NOT_ONLY and turns_nothing(denial, word)


_RANKS = frozenset("vice deputy secretary minister lady class hand".split())


def _is_title(tokens: "Sequence[Token]", quantity: "Quantity") -> bool:
    """Whether a number is a rank: ``first vice-president``."""
    following = {token.word for token in tokens[quantity.last + 1 : quantity.last + 2]}
    return quantity.unit == "ordinal" and bool(following & _RANKS)


def _modal(sentence: Sentence) -> str:
    """Return a word by which *sentence* says only what may be; maybe none."""
    spoken = sentence.speaker
    for at, token in enumerate(sentence.tokens):
        month = token.word == "may" and token.is_capital and at
        if at not in spoken and token.word in MODALS | WISHES and not month:
            return token.word
    return ""


def _may_deny(sentence: Sentence) -> bool:
    """Whether a word of *sentence* may deny something."""
    words = [token.word for token in sentence.tokens]
    short = "n't" in sentence.text or "n’t" in sentence.text
    return short or not (NEGATIONS | _CONTRASTING).isdisjoint(words)


def _contrasted(sentence: Sentence) -> set[int]:
    from sinotech.prose.denial import contrasted  # only here: few claims deny

    return contrasted(sentence.tokens, sentence.text)


def _deny(
    sentence: Sentence, mentions: "list[Mention]", other: set[int], taken: set[int]
) -> None:
    """Fill in what *sentence* denies; *other* are tokens that it denies beside."""
    from sinotech.prose.denial import count_denials, tells

    count = count_denials(sentence.tokens, taken)
    sentence.negated = count % 2 == 1
    sentence.denied = {id_ for m in mentions if m.first in other for id_ in m.ids}
    named = {at for m in mentions for at in range(m.first, m.last + 1)}
    sentence.unsure = tells(sentence.tokens, other - named)
    sentence.unsure |= count > 0 and not sentence.negated  # two may be of two clauses


_WHO = "WHO"
"""A body, and no word that records have."""


def _units(
    sentence: Sentence, skipped: set[int], lexicon: "Lexicon"
) -> "Iterable[Unit]":
    starts = {m.first: m for m in sentence.mentions if not m.name.islower()}
    tokens = sentence.tokens
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
            plain = length == 1 and _says_little(tokens[at])
            if not plain and not (entry and entry.light):
                unit = _unit(sentence, at, at + length - 1)
                _understand(unit, entry)
                unit.proper = not entry and _is_proper(tokens, at, length)
                yield unit
            elif tokens[at].kind == "number" and at not in skipped:
                yield _unit(sentence, at, at)
            at += length


def _says_little(token: "Token") -> bool:
    """Whether a token is no word that says what a sentence is about."""
    if token.text == _WHO:
        return False
    return (
        token.word in FUNCTION_WORDS
        or token.word in STATUS_WORDS
        or token.word in NEGATIONS
        or token.word in NUMBER_WORDS
        or token.kind != "word"
        or token.text.lower().endswith(SHORTENED)
    )


def _understand(unit: Unit, entry: "Entry | None") -> None:
    """Fill in what the lexicon says of *unit*."""
    if entry:
        unit.concepts, unit.opposed = entry.own, entry.opposed
        unit.records = entry.records if entry.own else -1
        unit.common, unit.adverse = entry.common, entry.adverse
    if unit.text == _WHO:
        unit.plain = unit.stems = (_WHO,)


_PARTICLES = frozenset("out off down back away from".split())
_APART = 8
"""Words between which an adverse phrase may stand: ``left chips and the like out``."""


def _mark_split(sentence: Sentence, lexicon: "Lexicon") -> None:
    """Mark the first words of adverse phrases whose second stands further on."""
    particles = [
        at
        for at, token in enumerate(sentence.tokens)
        if token.word in _PARTICLES and (token.word != "from" or _is_ing(sentence, at))
    ]
    for unit in sentence.units if particles else ():
        for at in particles:
            if not 1 < at - unit.last <= _APART or len(unit.plain) != 1:
                continue
            for entry in lexicon.at([unit.plain[0], sentence.stems[at]], 0):
                if entry.adverse and len(entry.phrase) > 1:
                    unit.adverse, unit.concepts = True, entry.own


def _is_ing(sentence: Sentence, at: int) -> bool:
    """Whether a gerund stands after the token *at*: ``from uniting``."""
    return any(t.word.endswith("ing") for t in sentence.tokens[at + 1 : at + 2])


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


def _status(sentence: Sentence) -> str:
    apart = {*sentence.speaker, *_awaited(sentence)}
    return status_of(
        " ".join(t.word for at, t in enumerate(sentence.tokens) if at not in apart)
    )


def _awaited(sentence: Sentence) -> set[int]:
    """Return the tokens of what is to be, first: ``once finished, it will …``.

    That may stand last, too: ``it will … once finished``.
    """
    words = [token.word for token in sentence.tokens]
    first = words[0] if words else ""
    if first == "once" or (first in {"when", "after"} and "will" in words):
        return set(range(comma_after(sentence, 0)))
    if "will" in words and "once" in words[words.index("will") :]:
        at = words.index("once", words.index("will"))
        return set(range(at, comma_after(sentence, at)))
    return set()


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
