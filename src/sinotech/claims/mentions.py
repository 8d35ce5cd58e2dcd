"""The names in a sentence: those the record set knows, exactly as it knows them."""

from sinotech.claims.reading import Mention
from sinotech.naming import key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sinotech.prose.tokens import Token

    Lookup = Callable[[Iterable[str]], list[tuple[str, str, str, str, str]]]

MAX_WORDS = 12
"""Words of the longest name that is looked for."""

ABBREVIATION = 4
"""Letters up to which a name in capitals must be written in capitals: *ONCE* is a
facility, *once* is not."""

METONYMS = {
    "beijing": "cn",
    "washington": "us",
    "moscow": "ru",
    "brasilia": "br",
    "pretoria": "za",
    "berlin": "de",
    "canberra": "au",
}
"""Capitals by which people mean a government."""
_HOSTING = frozenset("venue host hosts hosted hosting site city".split())
PLACING = frozenset(("in", "at", "from", "of", "near", "to"))
"""Words before a capital that is meant as a city."""


_TWO_LETTERS = frozenset(("US", "UK", "EU", "UN"))
"""Codes of two letters that prose uses; the others are words as often as not."""

_GENERIC = frozenset(
    """science technology innovation cooperation center laboratory program project
    conference forum platform network initiative plan fund park""".split()
)


def find_mentions(tokens: "Sequence[Token]", look_up: "Lookup") -> list[Mention]:
    """Return the names among *tokens*, the longest where they overlap.

    *look_up* is given folded rows of words and returns those that are names.
    """
    return list(_longest(_hits(tokens, range(len(tokens)), look_up), tokens))


def holds_name(tokens: "Sequence[Token]", look_up: "Lookup") -> bool:
    """Whether a name that begins with a capital letter or a digit is among *tokens*.

    That is a fifth of what there is to look up to find all names.
    """
    firsts = [at for at, one in enumerate(tokens) if not one.text[:1].islower()]
    return bool(_hits(tokens, firsts, look_up))


def _hits(
    tokens: "Sequence[Token]", firsts: "Iterable[int]", look_up: "Lookup"
) -> "dict[tuple[int, int], list[tuple[str, str, str, str, str]]]":
    """Return the names that begin at one of *firsts*, by their places."""
    words = [key(token.word) if token.word else "" for token in tokens]
    grams: dict[str, list[tuple[int, int]]] = {}
    for first in firsts:
        row = ""
        for last in range(first, min(first + MAX_WORDS, len(words))):
            if not words[last]:
                break
            row = f"{row} {words[last]}" if row else words[last]
            grams.setdefault(row, []).append((first, last))
            if tokens[last].owns:
                row += "s"  # as names are folded: Lao People's, peoples
    found: dict[tuple[int, int], list[tuple[str, str, str, str, str]]] = {}
    for hit in look_up(grams):
        for place in grams[hit[0]]:
            if hit[1] == "program" and _is_any(tokens, *place):
                continue
            if _is_written(hit, tokens[place[0] : place[1] + 1]) and not _goes_on(
                tokens, place[1]
            ):
                found.setdefault(place, []).append(hit)
    return found


def _is_any(tokens: "Sequence[Token]", first: int, last: int) -> bool:
    """Whether it is any of a kind, and not the one of that name: ``a BRICS forum``."""
    article = tokens[first - 1].word if first else ""
    return article in {"a", "an"} and first < last and not tokens[last].is_capital


def _goes_on(tokens: "Sequence[Token]", at: int) -> bool:
    """Whether the name in capitals at *at* is the beginning of another: ``CAR-T``."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    letter = len(following) == 1 and following.isupper() and following != "I"
    near = letter and tokens[at + 1].start == tokens[at].end + 1
    return near and tokens[at].text.isupper()


def _metonyms(tokens: "Sequence[Token]", taken: set[int]) -> "Iterable[Mention]":
    """Yield the capitals that stand for their governments: ``accords with Beijing``."""
    for at, token in enumerate(tokens):
        country = METONYMS.get(token.word)
        before = tokens[at - 1].word if at else ""
        following = {one.word for one in tokens[at + 1 : at + 5]}
        if not country or at in taken or following & _HOSTING:
            continue
        if before not in PLACING:
            ids, kinds = frozenset((country,)), frozenset(("country",))
            yield Mention(token.text, ids, kinds, at, at)


def _longest(
    found: "dict[tuple[int, int], list[tuple[str, str, str, str, str]]]",
    tokens: "Sequence[Token]",
) -> "Iterable[Mention]":
    taken: set[int] = set()
    chosen = []
    for first, last in sorted(found, key=lambda place: (place[0] - place[1], place)):
        if taken & set(range(first, last + 1)):
            continue
        taken.update(range(first, last + 1))
        hits = found[first, last]
        name = " ".join(token.text for token in tokens[first : last + 1])
        ids = frozenset(hit[2] for hit in hits)
        kinds = frozenset(hit[1] for hit in hits)
        chosen.append(Mention(name, ids, kinds, first, last))
    chosen += _metonyms(tokens, taken)
    return sorted(chosen, key=lambda mention: mention.first)


def _is_written(hit: tuple[str, str, str, str, str], tokens: "Sequence[Token]") -> bool:  # noqa: PLR0911
    """Whether the tokens are written as that name is, and not as a common word."""
    folded, kind, _, name, method = hit
    if kind == "measure" or method == "id":
        return False
    if kind == "source" and len(tokens) == 1:
        return False
    text = tokens[0].text if len(tokens) == 1 else ""
    if not text:
        return any(token.kind == "word" for token in tokens)
    if kind in {"person", "organization"} and text.islower():
        return False
    if method == "code":
        return text in _TWO_LETTERS or (len(text) == 3 and text.isupper())  # noqa: PLR2004
    if not text[:1].isalpha() and tokens[0].kind == "number":
        return False
    if len(text) <= ABBREVIATION and name.isupper() and name.isascii():
        return text.isupper()
    return folded not in _GENERIC
