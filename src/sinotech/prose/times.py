"""The dates and periods that a sentence states, and how each is meant."""

from sinotech.prose.date_forms import FIRST_WORDS, DateForms
from sinotech.prose.time import Time, join_readings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.tokens import Token

_RELATIONS = {
    "since": "since",
    "from": "since",
    "after": "after",
    "until": "until",
    "through": "until",
    "till": "until",
    "before": "before",
    "by": "by",
    "following": "after",
    "post": "after",
    "beyond": "after",
    "pre": "before",
    "preceding": "before",
}
"""Words before a date that say how it is meant."""

_PAIRS = {
    ("prior", "to"): "before",
    ("ahead", "of"): "before",
    ("eve", "of"): "before",
    ("earlier", "than"): "before",
    ("later", "than"): "after",
    ("up", "to"): "until",
    ("or", "before"): "by",
    ("or", "by"): "by",
    ("or", "after"): "since",
    ("other", "than"): "",
    ("year", "but"): "",
}
"""The same in two words; with the last, any date is meant but the one that is given."""

_SPELLS = frozenset(
    "days week weeks month months year years decade decades hour hours".split()
)
"""Words before *before* or *after* by which another day is meant than the one given."""

_LISTING = frozenset("and or but in on not again".split())
"""Words between dates of a list."""

_ROUGHLY = frozenset("around about circa ca roughly approximately".split())
"""Words before a date by which it is only about then."""

_SIDES = frozenset("earlier later before after sooner".split())
"""Words after a date and *or* by which others may be meant."""

_ONWARD = frozenset(("onward", "onwards"))
"""Words after a date by which a time begins on it."""

_ISO = 10
"""Characters of a day in ISO 8601."""

_COMPARING = "=<>≤≥≦≧≠≮≯!¬"
"""Signs before a year by which it means other years."""

_MINUS = frozenset("-−–﹣")
"""Signs that are a minus where they are joined to a year, and to nothing before."""

_AROUND = frozenset("+±")
"""Signs after a year by which it means other years."""

_ERAS = frozenset(("BC", "BCE", "AH", "BP"))
"""Letters after a year by which it is of another era."""


class _Reader(DateForms):
    """Reads the dates of a row of tokens."""

    def read(self) -> list[Time]:
        """Return all dates, in order."""
        found: list[Time] = []
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            may_be = token.word in FIRST_WORDS or token.text[:1].isdecimal()
            time = self.date_at(at) if may_be else None
            if time is None:
                at += 1
                continue
            self._relate(time)
            self._mind_sides(time)
            start, end = self.tokens[time.first].start, self.tokens[time.last].end
            time.text = self.text[start:end]
            self._mind_signs(time, start, end)
            found.append(time)
            at = time.last + 1
        return self._joined(found)

    def _relate(self, time: Time) -> None:
        """Read how the date is meant from the word before it."""
        at = time.first - 1
        at -= self.word(at) == "year"  # after the year 2017
        named = self.word(at) == "the"
        at -= named
        pair = (self.word(at - 1), self.word(at))
        if pair in _PAIRS:
            if self.word(at - 2) in {"no", "not"}:
                return
            time.relation = _PAIRS[pair] or "in"
            time.unread = "" if _PAIRS[pair] else " ".join(pair)
            return
        relation = _RELATIONS.get(self.word(at))
        if named and relation in {"before", "after"} and self._is_of_noun(time.last):
            time.unread = self.word(at)  # after the 2017 forum
        one_day = time.earliest == time.latest or time.earliest[-2:] == "01"
        if relation == "since" and self.word(at) == "from":
            one_day = one_day and not time.ends
            if not one_day:
                return
        if relation == "until" and self.word(at - 1) == "not":
            return  # not until 2020: in 2020
        if relation:
            time.relation = relation

    def _mind_sides(self, time: Time) -> None:
        """Read what makes it other days: ``a day before``, ``2015 or later``."""
        before, after = time.first - 1, time.last + 1
        if self.word(before) == "between":
            time.ends = False
        before -= self.word(before) == "the"
        if self.word(before) in {"before", "after"} and (
            self.word(before - 1) in _SPELLS
        ):
            time.unread = f"{self.word(before - 1)} {self.word(before)}"
        if self.word(before) == "before" and self.word(before - 1) in {"not", "never"}:
            time.unread = f"{self.word(before - 1)} before"
        if self.word(after) == "or" and self.word(after + 1) in _SIDES:
            time.unread = f"or {self.word(after + 1)}"
        if self.word(before) == "of" and self.word(before - 1) in _SPELLS:
            time.unread = f"{self.word(before - 1)} of"
        time.around = self.word(before) in _ROUGHLY
        if self.word(after) in _ONWARD:
            time.relation = "since"

    def _is_of_noun(self, last: int) -> bool:
        """Whether a noun follows a date at *last*, and the date only says which."""
        following = self.tokens[last + 1 : last + 2]
        gap = self.between(last + 1)
        return bool(following) and gap == " " and following[0].kind == "word"

    def _mind_signs(self, time: Time, start: int, end: int) -> None:
        """Leave a date without days where a sign makes it another: ``<2017``, ``B.C.``.

        A minus is joined to it, and to nothing before it.
        """
        before = self.text[:start].rstrip()
        signs = before[len(before.rstrip(_COMPARING)) :].strip("=")
        if not signs and self.text[start - 1 : start] in _MINUS:
            signs = before[-1:] if not before[-2:-1].strip() else ""
        after = self.text[end : end + 8].lstrip(" ,(").upper().replace(".", "")
        era = (after.split(None, 1) or [""])[0].rstrip(",;:!?)")
        if self.text[end : end + 1] in _AROUND:
            signs += self.text[end : end + 1]
        time.unread = time.unread or signs or (era if era in _ERAS else "")
        if time.unread:
            time.earliest = time.latest = ""
            time.readings = []

    def _joined(self, found: list[Time]) -> list[Time]:
        """Return *found* with ``from 2013 to 2024`` and ``2022-2024`` made one."""
        joined: list[Time] = []
        for time in found:
            last = joined[-1] if joined else None
            if last and self._spans(last, time) and last.earliest <= time.earliest:
                start = self.tokens[last.first].start
                last.latest, last.last = time.latest, join_readings(last, time)
                last.text = self.text[start : self.tokens[time.last].end]
                last.relation = "in"
                last.between = self.word(last.first - 1) == "between"
                last.ends = not last.between
            else:
                if last and self._is_listed(last, time):
                    last.listed = time.listed = True
                joined.append(time)
        return joined

    def _is_listed(self, last: Time, time: Time) -> bool:
        """Whether *time* is one of several with *last*: ``in 2017, 2019 and 2023``."""
        gap = self.text[self.tokens[last.last].end : self.tokens[time.first].start]
        if "XXXX" in {last.earliest[:4], time.earliest[:4]}:
            return False
        return set(gap.replace(",", " ").replace("/", " ").lower().split()) <= _LISTING

    def _spans(self, last: Time, time: Time) -> bool:
        gap = self.text[self.tokens[last.last].end : self.tokens[time.first].start]
        between = gap.strip().lower()
        if gap == "/":  # as ISO 8601 writes an interval
            return len(last.text) == len(time.text) == _ISO
        if between in {"to", "until", "through", "-", "–", "—"}:
            return True
        return between == "and" and self.word(last.first - 1) == "between"


def read_times(
    text: str, tokens: "Sequence[Token]", as_of: str | None = None
) -> list[Time]:
    """Return the dates and periods that *text* states, in order.

    A day or month without a year has ``XXXX`` for it, unless *as_of* (a day) tells;
    relative dates (``last year``) are empty without it: it is not known when.

    >>> from sinotech.prose.tokens import tokenise
    >>> def read(text, as_of=None): return read_times(text, tokenise(text), as_of)
    >>> read("from 2013 to 2024, on December 13, 2025 and by June 2024")
    [<in 2013-01-01/2024-12-31>, <in 2025-12-13/2025-12-13>, <by 2024-06-01/2024-06-30>]
    >>> read("10 to 12 June 2025; early 2024; since 2012; 2000 labs; the 1990s")
    [<in 2025-06-10/2025-06-12>, <in 2024-01-01/2024-04-30>, \
<since 2012-01-01/2012-12-31>, <in 1990-01-01/1999-12-31>]
    >>> read("28.09.2024 to 30.09.2024, 09/28/2024, 10/12/2024, June 10 through 12")
    [<in 2024-09-28/2024-09-30>, <in 2024-09-28/2024-09-28>, \
<in 2024-10-12/2024-12-10>, <in XXXX-06-10/XXXX-06-12>]
    >>> read("28-9-2024, 2024/9/28, 2024年9月28日, 31/02/2024")
    [<in 2024-09-28/2024-09-28>, <in 2024-09-28/2024-09-28>, \
<in 2024-09-28/2024-09-28>, <in />]
    >>> read("on 13 December"), read("last year"), read("last year", "2025-06-19")
    ([<in XXXX-12-13/XXXX-12-13>], [<in />], [<in 2024-01-01/2024-12-31>])
    """
    return _Reader(text, tokens, as_of).read()
