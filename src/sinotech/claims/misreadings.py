"""A claim in the words of a misreading that the measure of its figure warns of."""

from sinotech.claims.compare.outcome import SAME
from sinotech.claims.match import SUPPORTS
from sinotech.prose.function_words import FUNCTION_WORDS
from sinotech.prose.tokens import tokenise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sinotech.claims.judgement import Part
    from sinotech.claims.match import Match
    from sinotech.claims.session import Session


def misread(session: "Session", part: "Part", meant: "Collection[str]" = ()) -> str:
    """Return what *part* counts, where its figures' measures say they do not.

    It has all words of a misreading, of which the measure's label lacks one. Empty if
    there is none. *meant* are stems of what a claim in another language means.
    """
    sentence = part.sentence
    if not any(quantity.unit == "count" for quantity in sentence.quantities):
        return ""
    claimed = set(sentence.stems)
    claimed |= set(meant)
    found = [
        _phrase(session, match, claimed, noun=meant or None)
        for match in part.matches
        if match.relation == SUPPORTS and _is_its_number(match, part)
    ]
    return found[0] if all(found) and found else ""


def _is_its_number(match: "Match", part: "Part") -> bool:
    """Whether a number of *part* is the one that a figure is of."""
    if match.evidence.kind != "figure" or not match.has(SAME, "quantity"):
        return False
    own = match.evidence.features.stated[0].quantity
    numbers = [match.quantity] if match.quantity else part.sentence.quantities
    return any(own.meant.meets(one.meant) for one in numbers)


def _phrase(
    session: "Session",
    match: "Match",
    claimed: set[str],
    noun: "Collection[str] | None",
) -> str:
    """Return the misreading of a figure that a claim has the words of.

    What it counts is *noun*, or what the match says.
    """
    measure = session.measure(match.evidence.doc)
    label = set(_stems(session, measure.get("label", "")))
    said = {stem for unit in match.counted for stem in unit.plain}
    said = set(noun) if noun else said
    for phrase in _denied(measure["misreadings"]):
        stems = set(_stems(session, phrase))
        short = len(phrase.split()) <= _SHORT
        if stems - label and stems <= (said if short else claimed):
            return phrase
    return ""


_SHORT = 3
"""Words of a misreading that the claim must say as what its number counts."""

_BEFORE: tuple[str, ...] = (
    "not the number of ",
    "not a number of ",
    "not count ",
    "not a count of ",
    " not ",
)
"""What stands before a misreading in a measure's own words, the longest first."""


def _denied(lines: "Sequence[str]") -> "Iterator[str]":
    """Yield what *lines* say that a number is not.

    >>> list(_denied(["It is not a number of states; bodies joined.", "It counts a."]))
    ['states']
    """
    for line in lines:
        for before in _BEFORE:
            if before in line:
                told = line.partition(before)[2]
                for end in ";,.":
                    told = told.partition(end)[0]
                if not told.startswith("all "):  # a part of them may be called so
                    yield told
                break


def _stems(session: "Session", text: str) -> list[str]:
    """Return the stems of the words of *text* that are no function words."""
    tokens = [one for one in tokenise(text) if one.word not in FUNCTION_WORDS]
    return [stem for stem in session.stems(tokens) if stem]
