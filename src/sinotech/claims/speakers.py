"""Who is made to say a sentence: ``X said that …``, ``…, according to X``."""

from sinotech.prose.verbs import ATTRIBUTING, FINITE, SURE_ATTRIBUTING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.reading import Mention, Sentence
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


_FEW = 4
"""Tokens before a speaker that say something already, and after the verb at most twice
as many that say only when and where it was said."""


_NAME_AFTER = 12
"""Tokens that a speaker may take after a quotation: ``…,” said the minister X.``"""


def find_speaker(sentence: "Sentence") -> range:
    """Return the tokens that say who is made to say the rest, verb included."""
    word = [token.word for token in sentence.tokens]
    row = f" {' '.join(word)} "
    for phrase in _ATTRIBUTIONS:
        if f" {phrase} " in row:
            at = len(row.split(f" {phrase} ", maxsplit=1)[0].split())
            return range(at, comma_after(sentence, at + len(phrase.split())))
    if word[:1] == ["as"]:
        end = comma_after(sentence, 0)
        if end < len(word) and any(one in ATTRIBUTING for one in word[1:end]):
            return range(end)  # "As X explains, …"
    named_at = {at for m in sentence.mentions for at in range(m.first, m.last + 1)}
    if end := _writer_at(sentence, word) or _thinker_at(sentence, word):
        return range(end)
    for at, one in enumerate(word):
        if at and one in ATTRIBUTING | _SHOWING and at not in named_at:
            if one in _DONE and word[at - 1] in _PASSIVE:
                continue  # "… have been held, …"
            span = _said_before(sentence, word, at)
            span = _said_after(sentence, word, at) if span is None else span
            if span is not None:
                return span
    return range(0)


_PASSIVE = frozenset(("been", "be", "being"))
"""Words after which a participle is what is done to something …"""

_DONE = frozenset("held put called maintained considered regarded".split())
"""… and those of the participles with which nobody is quoted then."""

_HOLDING = frozenset(
    """sees see saw asks asked wonders wondered reads read contends contended holds held
    maintains maintained regards regarded considers considered takes took finds found
    calls called describes described leaves left deems deemed expects expected doubts
    thinks thought believes believed feels felt reckons reckoned suggests suggested
    wants hopes praises praised depicts depicted presents presented portrays""".split()
)
"""Verbs with which a text, or who wrote it, is made to hold something."""


_THINKING = frozenset(
    """asks asked wonders wondered doubts thinks thought believes believed feels felt
    reckons reckoned expects expected contends contended deems deemed""".split()
)
"""Verbs with which a person holds something, and does nothing."""


def _thinker_at(sentence: "Sentence", word: list[str]) -> int:
    """Return where ``X wonders whether`` ends; 0 if there is no such beginning."""
    first = next(iter(sentence.mentions), None)
    if first is None or first.first or "person" not in first.kinds:
        return 0
    end = first.last + 1
    if word[end : end + 1] == [] or word[end] not in _THINKING:
        return 0
    return end + 1 + (word[end + 1 : end + 2] in (["that"], ["whether"], ["how"]))


def _writer_at(sentence: "Sentence", word: list[str]) -> int:
    """Return where ``The author holds that`` ends; 0 if there is no such beginning."""
    for at in range(1, min(len(word) - 2, _FEW + 1)):
        writes = word[at] in WRITING and word[0] in ARTICLES
        own = sentence.text[sentence.tokens[at].end :][:2] in {"'s", "’s"}
        if writes and not own and word[at + 1] in _HOLDING | ATTRIBUTING:
            end = at + 2
            return end + (word[end] in {"that", "how", "open", "whether"})
    return 0


ARTICLES = frozenset("the this a an its one".split())


def _said_before(sentence: "Sentence", word: list[str], at: int) -> range | None:
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
    if begin and _writes(word[begin:at]):
        aside = _writer_aside(sentence, word, begin, at)
        if aside is not None:
            return aside
    comma = "," in text[tokens[at - 1].end : tokens[at].start]
    near = len(tokens) - at <= _NAME_AFTER + _TITLE
    following = (m for m in sentence.mentions if at < m.first <= at + _NAME_AFTER)
    if sure and comma and near and any(map(_says, following)):
        return range(at, len(tokens))  # "…, recalled vice minister X"
    return None


def _writer_aside(
    sentence: "Sentence", word: list[str], begin: int, at: int
) -> range | None:
    """Return the speaker from *begin*, who wrote the text; None if it is no aside."""
    end = comma_after(sentence, at)
    if end == at + 1:
        return range(begin, end)  # "It was X, the author notes, that"
    if begin <= _FEW:
        return None
    if end - at < _FEW:
        return range(begin, end)  # "…, the report shows"
    that = word[at + 1 : at + 2] in (["that"], ["how"])
    return range(begin, at + 1 + that)  # "Citing …, the report shows that"


def _said_after(sentence: "Sentence", word: list[str], at: int) -> range | None:
    """Return the speaker of what stands after the verb at *at*, if it does."""
    tokens, text = sentence.tokens, sentence.text
    following = word[at + 1 : at + 3]
    that = following[:1] in (["that"], ["how"]) or following == ["out", "that"]
    colon = text[tokens[at].end :].lstrip()[:1] in {":", "“", '"', ","}
    named = any(m.last < at <= m.last + _FEW and _says(m) for m in sentence.mentions)
    sure = word[at] in SURE_ATTRIBUTING and (named or at <= 2 * _FEW)
    if not (that or colon or sure):
        return None
    if word[at - 1] in {"and", "but"} and not FINITE.isdisjoint(word[: at - 1]):
        return None  # "X did this and said that": both are claims
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


WRITING = frozenset(
    """article post blog blogger commentary comment piece column columnist report paper
    newspaper author authors writer writers commentator commentators reporter reporters
    correspondent correspondents text story essay article's""".split()
)


def _writes(words: "Sequence[str]") -> bool:
    """Whether *words* name the text, or whoever wrote it: ``the two commentators``."""
    return bool(WRITING & set(words))


def _after_quotation(sentence: "Sentence", at: int) -> int:
    """Return the first token after a quotation before the verb at *at*; 0 if none."""
    text, tokens = sentence.text, sentence.tokens
    end = max(text.rfind(sign, 0, tokens[at].start) for sign in '"”')
    if end < 0:
        return 0
    first = next((i for i, token in enumerate(tokens) if token.start > end), 0)
    return first if first > 3 else 0  # noqa: PLR2004


def _says(mention: "Mention") -> bool:
    return bool(mention.kinds & {"person", "organization", "source"})


def _ends(text: str, tokens: "Sequence[Token]", at: int) -> bool:
    return text[tokens[at].end :].strip(" .”\"'’") == ""


def comma_after(sentence: "Sentence", at: int) -> int:
    """Return the token after the next comma, or the end."""
    tokens = sentence.tokens
    for i in range(at, len(tokens) - 1):
        if "," in sentence.text[tokens[i].end : tokens[i + 1].start]:
            return i + 1
    return len(tokens)


_SHORT = 3
"""Words of a speaker who needs no name before it: ``the science ministry``."""


def _speaker_before(sentence: "Sentence", at: int) -> int:
    """Return where the speaker before the verb at *at* begins; 0 if there is none.

    ``…, a researcher at an institute, said`` goes back to the name before it.
    """
    begin = _comma_before(sentence, at)
    if 0 < at - begin <= _SHORT and sentence.tokens[begin].word not in {"a", "an"}:
        return begin  # "…, officials said"
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


def _comma_before(sentence: "Sentence", at: int) -> int:
    """Return the token after the comma before *at*; 0 if there is none."""
    tokens = sentence.tokens
    for i in range(at, 0, -1):
        if "," in sentence.text[tokens[i - 1].end : tokens[i].start]:
            return i
    return 0


_SIGNS = " ,;:–—-\"“”'"


def apart(sentence: "Sentence") -> tuple[str, str]:
    """Return who is made to say a sentence, as ``X said that ``, and what is said."""
    span, tokens, text = sentence.speaker, sentence.tokens, sentence.text
    if not span:
        return "", text
    first, stop = tokens[span.start].start, tokens[span.stop - 1].end
    named = [m for m in sentence.mentions if m.first in span]
    who = (
        text[tokens[named[0].first].start : tokens[named[-1].last].end] if named else ""
    )
    rest = f"{text[:first].rstrip(_SIGNS)} {text[stop:].lstrip(_SIGNS)}".strip(_SIGNS)
    return (f"{who} said that " if who else ""), rest
