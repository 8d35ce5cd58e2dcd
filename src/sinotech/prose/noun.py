"""What a number counts: the words that follow it, up to where the phrase ends."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.lexicon import Lexicon
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.tokens import Token

_STOPS = frozenset(
    """in with for from to by on and or that which who whose were was are is be been have
    has had as at under over since during through throughout within among between across
    along around after before until while when where whereas but so than into onto via
    it they he she this these those their its will would can could may might do does did
    not also per of""".split()  # noqa: E501
)
"""Words that end a noun phrase."""

_PAIRS = frozenset((("science", "technology"), ("research", "development"), ("s", "t")))
_LONGEST = 8
_HYPHENS = frozenset("-‐‑")


def window(tokens: "Sequence[Token]", quantity: "Quantity", text: str) -> range:
    """Return the tokens of the noun phrase that *quantity* counts; maybe none."""
    at = quantity.noun
    end = at
    while end < len(tokens) and end - at < _LONGEST:
        token = tokens[end]
        hyphened = end > at and text[tokens[end - 1].end : token.start] in _HYPHENS
        if token.kind != "word" and token.text != "&":
            break
        if token.word in _STOPS and not (hyphened or _joins(tokens, end)):
            break
        gap = text[tokens[end - 1].end : token.start] if end else ""
        if gap.strip(" -‐‑'’") if end > at else set(",;:") & set(gap):
            break
        end += 1
    before = quantity.first - 2
    if end == at and before >= 0 and tokens[before + 1].word == "of":
        return range(before, before + 1)  # a workforce of 3,000
    return range(at, end)


def _joins(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether *and* at *at* stands inside a name: ``Belt and Road``."""
    if not 0 < at < len(tokens) - 1:
        return False
    one, other = tokens[at - 1], tokens[at + 1]
    if tokens[at].word != "and":
        return False
    pair = (one.word, other.word)
    return (one.is_capital and other.is_capital) or pair in _PAIRS


def counted_keys(
    text: str,
    tokens: "Sequence[Token]",
    stems: "Sequence[str]",
    quantity: "Quantity",
    lexicon: "Lexicon",
) -> "tuple[set[str | int], set[str | int]]":
    """Return the stems and concepts of the noun that *quantity* counts, and what
    concepts it entails.

    The noun is the last word of the phrase, or the last phrase of the lexicon.
    """  # noqa: D205
    heads: set[str | int] = set()
    wide: set[str | int] = set()
    span = window(tokens, quantity, text)
    for at in span:
        if not stems[at]:
            continue
        if at == span.stop - 1:
            heads.add(stems[at])
        for entry in lexicon.at(stems, at):
            if at + len(entry.phrase) == span.stop:
                heads |= entry.own
                wide |= entry.implied
    return heads, wide
