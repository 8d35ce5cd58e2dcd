"""What a number of a claim in another language counts: the phrase after it."""

from sinotech.claims.labels import words_of
from sinotech.claims.segments import Segment, is_china

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantity import Quantity

COUNTED = frozenset(("count", "ordinal"))
"""Units of numbers that count something."""

ADJECTIVES = frozenset(("large", "new", "young", "top", "international", "joint"))
"""Keys of words that may stand between a number and its noun."""

VERBS = frozenset(
    """contribute participate announce launch establish generate join use hold attend
    present invest reinvest improve reduce export train share support lead sign result
    produce host develop receive""".split()
)
"""Keys of words that are verbs, or may be."""

FINITE = ("an", "en", "on", "ent", "ont", "am", "em", "ram", "ou", "eu", "iu", "a", "e")
"""Endings of verbs with a subject, in Spanish, Portuguese and French."""

_JOINTS = frozenset(
    """de des du del da do das dos d y e et en em a à la las los les le l el o os as au
    aux par por com con avec""".split()
)
"""What may stand between the words of a noun phrase."""

_CHARACTERS = frozenset("的和、与及以等领域")
_BLANK = str.maketrans("'’“”‘", "     ")


def phrase_of(
    quantity: "Quantity", sentence: "Sentence", segments: "Sequence[Segment]"
) -> list[Segment]:
    """Return the segments of the phrase that *quantity* counts.

    It stands after the number, or before one that ends its clause: ``son 50``.
    """
    if quantity.unit not in COUNTED:
        return []
    return _after(quantity, sentence, segments) or _before(quantity, sentence, segments)


def _after(
    quantity: "Quantity", sentence: "Sentence", segments: "Sequence[Segment]"
) -> list[Segment]:
    """Return the segments of the phrase after *quantity*."""
    found: list[Segment] = []
    at = quantity.noun
    for segment in words_of(segments):
        if segment.first < at:
            continue
        tokens, text = sentence.tokens, sentence.text
        gap = text[tokens[at - 1].end : tokens[segment.first].start]
        if not _continues(gap):
            break
        if found and _is_verb(segment):
            break
        found.append(segment)
        at = segment.last + 1
    return found


def _before(
    quantity: "Quantity", sentence: "Sentence", segments: "Sequence[Segment]"
) -> list[Segment]:
    """Return the segments before a count that ends its clause, alone in it.

    Between the two stands a verb such as ``to be`` or ``to reach``.
    """
    tokens, text = sentence.tokens, sentence.text
    rest = text[tokens[quantity.noun - 1].end :].lstrip()
    clause = max(text.rfind(mark, 0, tokens[quantity.first].start) for mark in _MARKS)
    others = (one for one in sentence.quantities if one is not quantity)
    if (
        quantity.unit != "count"
        or rest[:1] not in ("", *_MARKS)
        or any(tokens[one.first].start > clause for one in others)
    ):
        return []
    found: list[Segment] = []
    end = quantity.first
    for segment in reversed([*words_of(segments)]):
        if segment.first >= end or (not found and is_china(segment)):
            continue  # the agreements of China are 119
        gap = text[tokens[segment.last].end : tokens[end].start]
        if tokens[segment.first].start < clause or (found and not _continues(gap)):
            break
        if not found and (len(gap.split()) > _BRIDGE or _is_verb(segment)):
            break
        found.insert(0, segment)
        end = segment.first
    return found


_MARKS = ",，;；:：.。!！?？"
_BRIDGE = 4
"""Words between what is counted and its number, at most: ``ya son más de``."""


def _is_verb(segment: Segment) -> bool:
    """Whether *segment* is a verb with a subject, by its ending (in Chinese, any)."""
    if not segment.keys & VERBS:
        return False
    word = segment.text.lower()
    return not word[-1:].isascii() or word.endswith(FINITE)


def head_of(
    quantity: "Quantity", sentence: "Sentence", segments: "Sequence[Segment]"
) -> Segment | None:
    """Return the noun that *quantity* counts: in Chinese the last of its phrase."""
    phrase = phrase_of(quantity, sentence, segments)
    if not phrase:
        return None
    chinese = sentence.tokens[phrase[0].first].kind == "cjk"
    if chinese:
        return phrase[-1]
    nouns = [segment for segment in phrase if not segment.keys & ADJECTIVES]
    return nouns[0] if nouns else None


def _continues(gap: str) -> bool:
    """Whether a noun phrase goes on over *gap*."""
    words = gap.translate(_BLANK).lower().split()
    return all(word in _JOINTS or set(word) <= _CHARACTERS for word in words)
