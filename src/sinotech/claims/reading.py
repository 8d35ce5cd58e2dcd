"""A claim, or a record's sentence, read: what it is about and how it says so."""

from sinotech.prose.grammar import (
    ASIDES,
    ATTRIBUTING,
    FALSE_ENDS,
    FALSITIES,
    FUNCTION_WORDS,
    MODALS,
    NEGATIONS,
    NOW,
    PLACE_WORDS,
    RUNNING,
    STATUS_WORDS,
    SURE_ATTRIBUTING,
    TITLES,
    UNMET,
    WISHES,
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
    "as noted by",
    "as told by",
    "as explained by",
    "in the judgement of",
    "in the judgment of",
)
_CONTRASTING = frozenset(("not", "rather", "instead"))
"""Words that may deny something beside what a sentence says."""

_FEW = 4
"""Tokens before a speaker that say something already, and after the verb at most twice
as many that say only when and where it was said."""

_FRONT = 120
"""Characters in which a beginning that denies all stands."""

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
    a record bears out what it denies in other words. *modal* is a word by which it says
    only what may be, or would be; it *contrasts* what is not with what is: ``not A but
    B``.
    """

    __slots__ = (
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
        self.speaker: range = range(0)
        self.contrasts = self.cut = self.finished = False
        self.now = self.runs = False
        self.negated = False
        self.modal = ""
        self.unsure = False
        self.denied: set[str] = set()
        self.status = ""

    def carry(self, chars: int) -> None:
        """Ask nothing but names of the first *chars*, a subject from elsewhere."""
        if not chars:
            return
        count = sum(token.end <= chars for token in self.tokens)
        self.quantities = [q for q in self.quantities if q.first >= count]
        self.times = [t for t in self.times if t.first >= count]
        self.units = [
            u for u in self.units if u.first >= count or u.mention or u.proper
        ]

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
    sentence.speaker = _speaker(sentence)
    counted = {at for q in sentence.quantities for at in range(q.first, q.last + 1)}
    skipped = dated | counted | set(sentence.speaker) | other | denial
    skipped |= _titles(tokens) | _aside(sentence)
    sentence.units = _joined(sentence, _units(sentence, skipped, lexicon))
    if denies:
        _deny(sentence, mentions, other, skipped | named)
    sentence.negated ^= bool(denial)
    sentence.contrasts = _contrasts([token.word for token in tokens])
    sentence.modal = _modal(sentence)
    sentence.status = _status(sentence)
    row = f" {' '.join(token.word for token in tokens)} "
    sentence.now = any(f" {phrase} " in row for phrase in NOW)
    sentence.runs = any(f" {phrase} " in row for phrase in RUNNING)
    said = {token.word for token in tokens}
    sentence.finished = bool(said & STATUS_WORDS - {"already"}) or "is over" in text
    return sentence


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
    from sinotech.claims.denial import contrasted  # only here: few claims deny

    return contrasted(sentence.tokens, sentence.text)


def _deny(
    sentence: Sentence, mentions: "list[Mention]", other: set[int], taken: set[int]
) -> None:
    """Fill in what *sentence* denies; *other* are tokens that it denies beside."""
    from sinotech.claims.denial import count_denials, tells

    count = count_denials(sentence.tokens, taken)
    sentence.negated = count % 2 == 1
    sentence.denied = {id_ for m in mentions if m.first in other for id_ in m.ids}
    named = {at for m in mentions for at in range(m.first, m.last + 1)}
    sentence.unsure = tells(sentence.tokens, other - named)
    sentence.unsure |= count > 0 and not sentence.negated  # two may be of two clauses


def _units(
    sentence: Sentence, skipped: set[int], lexicon: "Lexicon"
) -> "Iterable[Unit]":
    starts = {m.first: m for m in sentence.mentions if not m.name.islower()}
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


def _speaker(sentence: Sentence) -> range:
    """Return the tokens that say who is made to say the rest, verb included."""
    word = [token.word for token in sentence.tokens]
    row = f" {' '.join(word)} "
    for phrase in _ATTRIBUTIONS:
        if f" {phrase} " in row:
            at = len(row.split(f" {phrase} ", maxsplit=1)[0].split())
            return range(at, _comma_after(sentence, at + len(phrase.split())))
    if word[:1] == ["as"]:
        end = _comma_after(sentence, 0)
        if end < len(word) and any(one in ATTRIBUTING for one in word[1:end]):
            return range(end)  # "As X explains, …"
    named_at = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    for at, one in enumerate(word):
        if at and one in ATTRIBUTING | _SHOWING and at not in named_at:
            span = _said_before(sentence, word, at)
            span = _said_after(sentence, word, at) if span is None else span
            if span is not None:
                return span
    return range(0)


def _said_before(sentence: Sentence, word: list[str], at: int) -> range | None:
    """Return the speaker of what stands before the verb at *at*, if it does."""
    tokens, text = sentence.tokens, sentence.text
    sure = word[at] in SURE_ATTRIBUTING
    ending = at + 1 + (not _PRESS.isdisjoint(word[at + 1 : at + 2]))
    if at == len(word) - 1 or _ends(text, tokens, ending - 1):
        begin = _speaker_before(sentence, at) if sure else 0
        if begin:  # "…, X said."
            return range(begin, ending)
    near = len(tokens) - at <= _NAME_AFTER
    if sure and near and text[: tokens[at].start].rstrip()[-1:] in "\"”’'":
        return range(at, len(tokens))
    begin = _comma_before(sentence, at)
    if begin > _FEW and _writes(word[begin:at]):
        return range(begin, len(tokens))  # "…, the report shows"
    comma = "," in text[tokens[at - 1].end : tokens[at].start]
    near = len(tokens) - at <= _NAME_AFTER + _TITLE
    following = (m for m in sentence.mentions if at < m.first <= at + _NAME_AFTER)
    if sure and comma and near and any(map(_says, following)):
        return range(at, len(tokens))  # "…, recalled vice minister X"
    return None


def _said_after(sentence: Sentence, word: list[str], at: int) -> range | None:
    """Return the speaker of what stands after the verb at *at*, if it does."""
    tokens, text = sentence.tokens, sentence.text
    following = word[at + 1 : at + 3]
    that = following[:1] in (["that"], ["how"]) or following == ["out", "that"]
    colon = text[tokens[at].end :].lstrip()[:1] in {":", "“", '"', ","}
    named = any(m.last < at <= m.last + _FEW and _says(m) for m in sentence.mentions)
    sure = word[at] in SURE_ATTRIBUTING and (named or at <= 2 * _FEW)
    if not (that or colon or sure):
        return None
    if tokens[at].start > _LONG:
        return range(0)
    tail = 0 if that or colon else _speaker_before(sentence, at)
    if tail > _FEW:  # "…, minister X said on Monday"
        few = len(tokens) - at <= 2 * _FEW
        return range(tail, len(tokens) if few else at + 1)
    return range(_after_quotation(sentence, at), at + 1 + that)


_TITLE = 4
"""Words of a title that may stand before a name."""

_LONG = 150
"""Characters before the verb from which nobody's name and title is so long."""

_SHOWING = frozenset("shows show showed".split())
_PRESS = frozenset("reporters journalists media parliament".split())
_WRITING = frozenset(
    """article post blog blogger commentary comment piece column columnist report paper
    newspaper author authors writer writers commentator commentators reporter reporters
    text story essay article's""".split()
)


def _writes(words: "Sequence[str]") -> bool:
    """Whether *words* name the text, or whoever wrote it: ``the two commentators``."""
    return bool(_WRITING & set(words))


def _after_quotation(sentence: Sentence, at: int) -> int:
    """Return the first token after a quotation before the verb at *at*; 0 if none."""
    text, tokens = sentence.text, sentence.tokens
    end = max(text.rfind(sign, 0, tokens[at].start) for sign in '"”')
    if end < 0:
        return 0
    first = next((i for i, token in enumerate(tokens) if token.start > end), 0)
    return first if first > 3 else 0  # noqa: PLR2004


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


def _speaker_before(sentence: Sentence, at: int) -> int:
    """Return where the speaker before the verb at *at* begins; 0 if there is none.

    ``…, a researcher at an institute, said`` goes back to the name before it.
    """
    begin = _comma_before(sentence, at)
    while begin and not any(sentence.tokens[i].is_capital for i in range(begin, at)):
        further = _comma_before(sentence, begin - 1)
        if not further or at - further > _NAME_AFTER + 4:
            break
        begin = further
    if begin and not any(m.first in range(begin, at) for m in sentence.mentions):
        further = _comma_before(sentence, begin - 1)
        named = any(
            m.first in range(further, begin) and "person" in m.kinds
            for m in sentence.mentions
        )
        begin = further if further and named else begin
    return begin


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
