"""What the ways of changing a claim share: its names, its numbers, its first letter."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from sinotech.claims.session import Session

T = TypeVar("T")

UNITS = """zero one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    """.split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = """January February March April May June July August September October November
    December""".split()

_TENS = "|".join(TENS)
_ONES = "|".join(UNITS[1:10])
_NUMBER = re.compile(
    rf"(?<![\w.,$€-])(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+)(?P<point>\.\d+)?"
    rf"|(?P<words>(?:{_TENS})(?:[- ](?:{_ONES}))?|{'|'.join(reversed(UNITS[2:]))}))"
    r"(?![\w,]*\d)(?!\w|-(?!plus|odd))",
    re.IGNORECASE,
)
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS)
_DATED_BEFORE = re.compile(
    rf"(?:\b(?:{_MONTH})|\b(?:{_MONTH}) \d+(?: to| through|-|–| and)|No\.|Article"
    r"|version|one in|one out of|Chang'e|Chang’e|-)\s*$"
)
_DATED_AFTER = re.compile(
    rf"^(?:(?: to| through|-|–| and)\s?\d+)?\s(?:{_MONTH})\b|^ and a half|^/|^\.\d"
    r"|^ (?:fifths|thirds|quarters|tenths)"
)
_PERCENT = re.compile(r"^(?:\s?(?:to|–|-|and)\s?\d+)?(?:\s?%| per ?cent)")
_LOWER = re.compile(
    r"(?:(?<!extends )(?<!extend )over|more than|at least|upwards? of"
    r"|in excess of|no fewer than|no less than|better than|above|exceed(?:s|ed|ing)?"
    r"|beyond|past|not fewer than|surpass(?:es|ed)?|as many as)(?: the)?\s$",
    re.IGNORECASE,
)
_LOWER_AFTER = re.compile(r"^(?:-plus|\splus|\+| or more| and more)")
_UPPER = re.compile(
    r"(?<!no )(?:under|below|less than|fewer than|at most|up to|not more than)\s$"
    r"|(?:no more than)\s$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|around|roughly|some|approximately|nearly|almost|close to|just under)\s$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\d+[./]\d+[./]\d+")

_OPENERS = frozenset(
    """the a an in on at by for with from of to as since after before during
    under over more some each every no only all both it there this that
    these those its their his her at when once while because among between
    about around almost nearly roughly just exactly fewer less half one two
    three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty sixty eighty forty
    out today now not what so did according going thanks up close upwards
    better local young small fire joint ordinary improved traditional export
    rail freight cargo cassava soybean data alongside taken hundreds dozens
    """.split()
)
"""Words that begin a claim with a capital only because they begin it."""

_NATIONS = frozenset("australian brazilian russian african american indian".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a claim, where it stands, and what it may be the name of."""

    text: str
    start: int
    end: int
    ids: frozenset[str]
    kinds: frozenset[str]

    def is_of(self, kind: str) -> bool:
        """Whether it is written as a name, and one of *kind*.

        The reader takes *foreign* for a person: a ministry's spokesman is meant by it.
        """
        if kind not in self.kinds or not self.text[:1].isupper():
            return False
        parts = {part for id_ in self.ids for part in id_.split("-")}
        said = {word.lower() for word in re.findall(r"\w+", self.text)}
        return kind != "person" or bool(said & parts)


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a claim, and those of all persons of the record set."""

    said: tuple[Name, ...] = ()
    persons: tuple[str, ...] = ()

    def cover(self, start: int, end: int) -> bool:
        """Whether what stands there is of a name."""
        return any(one.start < end and start < one.end for one in self.said)

    def end_at(self, end: int) -> bool:
        """Whether a name, or what it owns by ``'s``, ends there."""
        return any(one.end == end for one in self.said)

    def begin(self) -> bool:
        """Whether the claim begins with a name."""
        return any(not one.start and one.text[:1].isupper() for one in self.said)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a claim that says how many, not when nor which."""

    text: str
    start: int
    end: int
    value: float
    percent: bool
    bound: str
    """``lower``, ``upper``, ``about`` or nothing."""

    @property
    def in_words(self) -> bool:
        """Whether it is written in words."""
        return self.text[0].isalpha()


Change = Callable[[str, Names], str | None]
"""A way to change a claim; it returns nothing where it does not apply."""


def names_of(session: Session, claim: str, persons: tuple[str, ...] = ()) -> Names:
    """Return the names that the engine's own reader finds in *claim*."""
    read = session.read(claim)
    said = []
    for one in read.mentions:
        start, end = read.tokens[one.first].start, read.tokens[one.last].end
        said.append(Name(claim[start:end], start, end, one.ids, one.kinds))
    return Names(tuple(said), persons)


def persons_of(session: Session) -> tuple[str, ...]:
    """Return the names of the persons of the record set."""
    rows = session.store.execute(
        "SELECT title FROM record WHERE kind = 'person' ORDER BY number"
    )
    return tuple(title for (title,) in rows if re.fullmatch(r"[\w'’ -]+ [\w-]+", title))


def choice(claim: str, options: "Sequence[T]") -> T:
    """Return one of *options*: always the same for a claim, whatever others come."""
    return max(options, key=lambda one: sha256(f"{claim}\n{one}".encode()).digest())


def replaced(claim: str, start: int, end: int, text: str) -> str:
    """Return *claim* with *text* from one place to another, with a fit article.

    >>> replaced("An Australian dish", 3, 13, "Chinese")
    'A Chinese dish'
    """
    before = claim[:start]
    article = re.search(r"\b([Aa])n? $", before)
    if article and text[:1].isalpha():
        fit = "n " if text[0].lower() in "aeio" else " "
        before = before[: article.start()] + article[1] + fit
    if not before:
        text = text[:1].upper() + text[1:]
    return before + text + claim[end:]


def lowered(claim: str, names: Names) -> str | None:
    """Return *claim* as it stands within a sentence; nothing if that is in doubt."""
    first = re.match(r"[A-Za-z]+", claim)
    if names.begin() or not first:
        return claim if names.begin() or claim[:1].isdigit() else None
    word = first[0].lower()
    following = claim[first.end() :].lstrip()[:1]
    plain = word in _OPENERS or (
        word.endswith(("s", "ed", "ing", "ly"))
        and len(word) > 4
        and word[:-1] not in _NATIONS
        and not following.isupper()
        and claim[first.end() : first.end() + 1] == " "
    )
    return claim[0].lower() + claim[1:] if plain else None


def in_words(value: int) -> str:
    """Return a number below a hundred in words.

    >>> in_words(13), in_words(24), in_words(70)
    ('thirteen', 'twenty-four', 'seventy')
    """
    if value < 20:
        return UNITS[value]
    ten = TENS[value // 10 - 2]
    return f"{ten}-{UNITS[value % 10]}" if value % 10 else ten


def value_of(text: str) -> int:
    """Return what a number below a hundred in words is."""
    parts = re.split("[- ]", text.lower())
    return sum(
        UNITS.index(part) if part in UNITS else 10 * TENS.index(part) + 20
        for part in parts
    )


def numbers(claim: str, names: Names) -> Iterator[Number]:
    """Yield the numbers of *claim* that say how many; no dates, and none of a name."""
    dotted = [match.span() for match in _DOTTED.finditer(claim)]
    for match in _NUMBER.finditer(claim):
        start, end = match.span()
        before, after = claim[:start], claim[end:]
        dated = _DATED_BEFORE.search(before) or _DATED_AFTER.search(after)
        inside = any(first <= start < last for first, last in dotted)
        if dated or inside or names.cover(start, end):
            continue
        words = match["words"]
        digits = (match["digits"] or "").replace(",", "") + (match["point"] or "")
        value = float(value_of(words) if words else digits)
        if not words and 1900 <= value < 2100 and "," not in match[0]:
            continue  # a year
        bound = _bound(before, after)
        percent = bool(_PERCENT.search(after))
        yield Number(match[0], start, end, value, percent, bound)


def _bound(before: str, after: str) -> str:
    """Return what bounds a number that stands between two texts."""
    if _UPPER.search(before):
        return "upper"
    if _LOWER.search(before) or _LOWER_AFTER.search(after):
        return "lower"
    return "about" if _ABOUT.search(before) or after.startswith("-odd") else ""
