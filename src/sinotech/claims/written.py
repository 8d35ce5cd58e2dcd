"""How a claim writes its numbers: with a minus, idle zeros, or in no known form."""

from sinotech.naming import is_cjk
from sinotech.prose.numbers import BELOW, MINUS, NUMBER_WORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.claims.reading import Sentence
    from sinotech.prose.quantity import Quantity
    from sinotech.prose.tokens import Token

_SURELY = frozenset("−⁻₋˗➖﹣")
"""Signs that are a minus even where a blank follows: they are no dash."""

_RANGE = 4
"""Characters of Chinese before a hyphen among which a digit makes it a range's."""


def negatives_in(text: str) -> list[str]:
    """Return the numbers of *text* that are below zero, as written.

    >>> negatives_in("−119 labs, 3-5 in COVID-19, and (-1,200.5)."), negatives_in("-")
    (['−119', '-1,200.5'], [])
    >>> negatives_in("签署-119个，10个-20个，负5个")
    ['-119', '负5']
    >>> negatives_in("− 119 labs, 10 − 20, −(16), -one hundred and two labs")
    ['− 119', '−(16', '-one']
    """
    if MINUS.isdisjoint(text) and BELOW.isdisjoint(text):
        return []
    found = []
    for at, char in enumerate(text):
        joined = char not in BELOW and _is_joined(text[:at])
        if (char in MINUS or char in BELOW) and not joined:
            begin = _amount(text, at)
            number = _number_at(text, begin)
            found += [text[at:begin] + number] if number else []
    return found


def _amount(text: str, at: int) -> int:
    """Return where the number begins that the minus at *at* belongs to."""
    begin = at + 1
    blank = text[at] in _SURELY and not text[:at].rstrip()[-1:].isdecimal()
    while text[begin : begin + 1] == "(" or (
        blank and text[begin : begin + 1] in {" ", "\u00a0"}
    ):
        begin += 1
    return begin


def _number_at(text: str, at: int) -> str:
    """Return the number that begins at *at*, in digits or by its first word."""
    end = at
    while text[end : end + 1].isdecimal() or text[end : end + 1] in {",", "."}:
        end += 1
    number = text[at:end].rstrip(",.")
    if number.strip(",."):
        return number
    while text[end : end + 1].isalpha():
        end += 1
    word = text[at:end]
    return word if word.lower() in NUMBER_WORDS else ""


def _is_joined(before: str) -> bool:
    """Whether a hyphen after *before* joins it to what follows.

    Chinese has no blanks between words.
    """
    if is_cjk(before[-1:] or " "):
        return any(char.isdecimal() for char in before[-_RANGE:])
    return before[-1:].isalnum()


def is_plain(text: str) -> bool:
    """Whether all numbers of an English *text* are in digits as most people write them.

    None of them is unclear then, and no sign compares one.

    >>> is_plain('By 2024, it had "1,200" of 3.5 tons, 36%, and 21 labs.')
    True
    >>> any(map(is_plain, ("50-60", "16.000", "~5", "119 000", "(5)", "5 or 6")))
    False
    """
    if not text.isascii() or not _RARE.isdisjoint(text):
        return False
    before = ""
    for word in text.lower().split():
        written = word.lstrip("\"'").rstrip("\"').,;:?").removesuffix("%")
        if any(map(str.isdigit, written)):
            begins = not before or (before[-1].isalpha() and before not in _JOINING)
            if not (begins and _is_usual(written)):
                return False
        elif not all(part[-1:].isalnum() for part in word.split("-")[:-1]):
            return False  # it may be a minus
        before = written or word
    return True


_RARE = frozenset("<>=~^*_`[]{}|\\+/#$&")
"""Signs that may change what a number says."""

_JOINING = frozenset(("or", "x", "and/or"))
"""Words between two numbers that may be one."""

_GROUP, _LONGEST = 3, 4
"""Digits between thousands marks, and of a number without any."""


def _is_usual(number: str) -> bool:
    """Whether *number* has few digits, thousands marks or a decimal point."""
    whole, point, parts = number.partition(".")
    first, *groups = whole.split(",")
    if not first.isdigit() or first[0] == "0":
        return False
    if point and not (parts.isdigit() and len(parts) != _GROUP and not groups):
        return False
    most = _GROUP if groups else _LONGEST
    grouped = all(len(one) == _GROUP and one.isdigit() for one in groups)
    return grouped and len(first) <= most


def with_signs_read(text: str) -> str:
    """Return an English *text* with words where signs compare a number."""
    if is_plain(text):
        return text
    from sinotech.prose.oddities import worded  # only here: most claims are plain

    return worded(text)


def unclear_in(text: str, language: str = "") -> dict[str, str]:
    """Return the numbers of *text* that no record settles, and why, as written."""
    if not language and is_plain(text):
        return {}
    from sinotech.prose.oddities import oddities  # only here: most claims are plain

    below = negatives_in(text)
    told = dict.fromkeys(below, "no record counts anything below zero")
    for one in oddities(text, language):
        if not any(one in by or by in one for by in below):
            told[one] = "not read, for the form that it is in"
    return told


def holding(sentences: "Sequence[Sentence]", written: str) -> "list[Sentence]":
    """Return those of *sentences* that count by the number *written*; all if none does.

    One that was not read as a number stands in them as a word or not at all.
    """
    words = "".join(c if c.isalnum() else " " for c in written).split()
    digits = tuple(word for word in words if word.isdecimal())
    near = [
        one
        for one in sentences
        if any(token.text.startswith(digits) for _, token in _numbers(one))
    ]
    return near or list(sentences)


def ranges(sentence: "Sentence") -> "list[Quantity]":
    """Return the ranges of *sentence* between two numbers in digits."""
    ends = [quantity for quantity, _ in _numbers(sentence)]
    return [
        one
        for one in sentence.quantities
        if one.hedge == "range" and ends.count(one) > 1
    ]


def padded(sentence: "Sentence", unclear: "Iterable[str]") -> list[str]:
    """Return a notice for each number of *sentence* that begins with idle zeros.

    None is of a part of what is *unclear*.
    """
    told = " ".join(unclear)
    return [
        f"“{token.text}” read as {quantity.low:,g}"
        for quantity, token in _numbers(sentence)
        if token.text[:1] == "0" and token.text[1:2].isdecimal()
        if not quantity.readings and token.text not in told
        if not _is_of_time(sentence.text, token)
    ]


def _is_of_time(text: str, token: "Token") -> bool:
    """Whether a colon joins the number *token* to others: ``08:00``."""
    return ":" in {text[token.start - 1 : token.start], text[token.end : token.end + 1]}


def _numbers(sentence: "Sentence") -> "Iterator[tuple[Quantity, Token]]":
    """Yield each quantity with each number in digits that it is made of."""
    for quantity in sentence.quantities:
        for token in sentence.tokens[quantity.first : quantity.last + 1]:
            if token.kind == "number":
                yield quantity, token
