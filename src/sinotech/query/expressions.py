"""What people type to search, as FTS5 is asked for it.

Quotes hold a phrase together, ``AND``, ``OR`` and ``NOT`` in capitals combine, a star
at a word's end stands for any ending. Whatever is typed is understood somehow: an
operator without something on both sides is a word like any other.
"""

import re

from sinotech.naming import bigrams, is_cjk
from sinotech.query.records import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    Part = tuple[str, bool]

MAX_TERMS = 50
"""Terms of a search that are read; nobody types more by hand."""

_TOKEN = re.compile(r'"([^"]*)"?|(\S+)')
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_WORDS = re.compile(r"\w+")


def expression(text: str) -> str | None:
    """Return *text* as a query of FTS5, or nothing if it holds no word.

    >>> expression('lunar AND "research station" NOT mars*')
    '"lunar" AND "research station" NOT "mars"*'
    >>> expression("AND OR"), expression("***")
    ('"AND" "OR"', None)
    """
    return " ".join(part for part, _ in parts_of(text)) or None


def parts_of(text: str) -> "list[Part]":
    """Return each term of *text* as FTS5 writes it, and whether it is an operator.

    An operator with nothing on one of its sides is a word.
    """
    parts = list(_parts(text))[:MAX_TERMS]
    built: list[Part] = []
    for index, (part, is_operator) in enumerate(parts):
        between = 0 < index < len(parts) - 1 and not parts[index + 1][1]
        joins = is_operator and between and bool(built) and not built[-1][1]
        built.append((part if joins or not is_operator else quoted(part), joins))
    return built


def _parts(text: str) -> "Iterator[Part]":
    for phrase, word in _TOKEN.findall(text):
        if word in _OPERATORS:
            yield word, True
        elif term := _term(phrase or word):
            star = "*" if word.endswith("*") and not is_cjk(word[-2:-1]) else ""
            yield term + star, False


def _term(text: str) -> str:
    """Return the words of *text* as a phrase; Chinese as its pairs of characters."""
    words: list[str] = []
    for word in _WORDS.findall(text):
        words += bigrams(word) or [word]
    return quoted(" ".join(words)) if words else ""
