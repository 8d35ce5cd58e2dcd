"""The names in a claim in another language, as the record set knows them."""

from sinotech.claims.reading import Mention
from sinotech.naming import key
from sinotech.query import evidence as query

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from sinotech.prose.languages.language import Language
    from sinotech.prose.tokens import Token

    Hit = tuple[str, str, str, str, str]

MAX_NAME = 24
"""Tokens of the longest name that is looked for; in Chinese, a character is one."""

LEAST_CHINESE = 2
"""Characters of the shortest Chinese name that is looked for."""

_KINDS = frozenset(("country", "group", "program", "organization", "person"))


class Names:
    """Finds names in one language."""

    def __init__(self, store: "sqlite3.Connection", language: "Language") -> None:
        """Look names up in *store*."""
        self._store, self._tongue = store, language

    def find(self, text: str, tokens: "Sequence[Token]") -> list[Mention]:
        """Return the names in *text*; of two that overlap the longer, else neither."""
        grams: dict[str, list[tuple[int, int]]] = {}
        for first in range(len(tokens)):
            for last in range(first, min(first + MAX_NAME, len(tokens))):
                row = text[tokens[first].start : tokens[last].end]
                for form in self._spellings(row):
                    grams.setdefault(form, []).append((first, last))
        found: dict[tuple[int, int], list[Hit]] = {}
        for hit in query.find_named(self._store, grams):
            for place in grams[hit[0]]:
                if self._is_name(hit, tokens[place[0] : place[1] + 1]):
                    found.setdefault(place, []).append(hit)
        return _longest(found, text, tokens)

    def single(self, tokens: "Iterable[Token]") -> dict[str, set[str]]:
        """Return the keys of each of *tokens* in capitals that is a name by itself."""
        texts = {token.text for token in tokens if token.text.isupper()}
        forms = {key(text): text for text in texts if text.isalpha() and text.isascii()}
        found: dict[str, set[str]] = {}
        for folded, kind, target, _, method in query.find_named(self._store, forms):
            if kind in _KINDS and method not in {"id", "code"}:
                found.setdefault(forms[folded], set()).add(f"@{target}")
        return found

    def _spellings(self, row: str) -> "Iterator[str]":
        """Yield what a name written *row* may be filed under: *brasileños* as one."""
        one = key(row)
        if one:
            yield one
        if one and " " not in one and row.islower() and self._tongue.endings:
            for ending in ("s", "es", "e", "ne", "nes"):
                if one.endswith(ending):
                    yield one.removesuffix(ending)

    def _is_name(self, hit: "Hit", tokens: "Sequence[Token]") -> bool:
        """Whether the tokens are written as that name is, and not as a common word."""
        _, kind, _, name, method = hit
        if kind not in _KINDS or method in {"id", "code"}:
            return False
        if tokens[0].kind == "cjk":
            return len(tokens) >= LEAST_CHINESE
        if len(tokens) == 1 and tokens[0].kind != "word":
            return False
        text = tokens[0].text
        stops = self._tongue.stops.at([(token.word,) for token in tokens], 0)[0]
        hedge = len(tokens) == 1 and tokens[0].word in self._tongue.openers
        if stops == len(tokens) or hedge:
            return False
        if len(tokens) == 1 and name.isupper() and name.isascii():
            return text.isupper()
        small = kind in {"country", "group"} and name[:1].islower()
        return small or any(token.is_capital for token in tokens)


def _longest(
    found: "dict[tuple[int, int], list[Hit]]",
    text: str,
    tokens: "Sequence[Token]",
) -> list[Mention]:
    """Return the longest of overlapping names; of two equally long ones neither."""
    chosen: list[Mention] = []
    taken: set[int] = set()
    spans = sorted(found, key=lambda place: (place[0] - place[1], place))
    for first, last in spans:
        span = set(range(first, last + 1))
        if taken & span:
            continue
        rivals = [
            other
            for other in spans
            if other != (first, last)
            and other[1] - other[0] == last - first
            and span & set(range(other[0], other[1] + 1))
        ]
        taken |= span
        if rivals:
            continue
        hits = found[first, last]
        ids, kinds = frozenset(h[2] for h in hits), frozenset(h[1] for h in hits)
        name = text[tokens[first].start : tokens[last].end]
        chosen.append(Mention(name, ids, kinds, first, last))
    return sorted(chosen, key=lambda mention: mention.first)
