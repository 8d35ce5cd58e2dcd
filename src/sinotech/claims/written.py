"""How a claim writes its numbers: with a minus, or with zeros before them."""

from sinotech.naming import is_cjk

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantities import Quantity
    from sinotech.prose.tokens import Token

_MINUS = frozenset("-−‐‑‒–﹣－")
"""Signs that are a minus where a digit follows and nothing that they could join."""

_RANGE = 4
"""Characters of Chinese before a hyphen among which a digit makes it a range's."""


def negatives_in(text: str) -> list[str]:
    """Return the numbers of *text* that are below zero, as written.

    >>> negatives_in("−119 labs, 3-5 in COVID-19, and (-1,200.5)."), negatives_in("-")
    (['−119', '-1,200.5'], [])
    >>> negatives_in("签署-119个，10个-20个")
    ['-119']
    """
    if _MINUS.isdisjoint(text):
        return []
    found = []
    for at, char in enumerate(text):
        end = at + 1
        if char in _MINUS and not _is_joined(text[:at]):
            while text[end : end + 1].isdecimal() or text[end : end + 1] in {",", "."}:
                end += 1
            number = text[at:end].rstrip(",.")
            found += [number] if number[1:2].isdecimal() else []
    return found


def _is_joined(before: str) -> bool:
    """Whether a hyphen after *before* joins it to what follows.

    Chinese has no blanks between words.
    """
    if is_cjk(before[-1:] or " "):
        return any(char.isdecimal() for char in before[-_RANGE:])
    return before[-1:].isalnum()


def has_number(sentence: "Sentence", written: str) -> bool:
    """Whether *sentence* counts something by the number *written*, without its sign."""
    return any(token.text.startswith(written[1:]) for _, token in _numbers(sentence))


def padded(sentence: "Sentence") -> list[str]:
    """Return a notice for each number of *sentence* that begins with idle zeros."""
    return [
        f"“{token.text}” read as {quantity.low:,g}"
        for quantity, token in _numbers(sentence)
        if token.text[:1] == "0" and token.text[1:2].isdecimal()
    ]


def _numbers(sentence: "Sentence") -> "Iterator[tuple[Quantity, Token]]":
    """Yield each quantity with each number in digits that it is made of."""
    for quantity in sentence.quantities:
        for token in sentence.tokens[quantity.first : quantity.last + 1]:
            if token.kind == "number":
                yield quantity, token
