"""The dates and periods that a sentence states."""

from sinotech.prose.numbers import ORDINALS, TENS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.tokens import Token

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_FIRST_YEAR, _LAST_YEAR = 1600, 2099
_MONTHS = 12
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_PARTS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "beginning": (1, 3),
    "start": (1, 3),
    "end": (10, 12),
    "close": (10, 12),
}
_SHARES = {
    ("first", "half"): (1, 6),
    ("second", "half"): (7, 12),
    ("first", "quarter"): (1, 3),
    ("second", "quarter"): (4, 6),
    ("third", "quarter"): (7, 9),
    ("fourth", "quarter"): (10, 12),
    ("last", "quarter"): (10, 12),
    ("final", "quarter"): (10, 12),
    ("first", "month"): (1, 1),
    ("last", "month"): (12, 12),
    ("final", "month"): (12, 12),
}
"""Months of a share of a year: ``the first half of 2024``."""

_RELATIONS = {
    "since": "since",
    "from": "since",
    "after": "after",
    "until": "until",
    "till": "until",
    "before": "before",
    "by": "by",
    "following": "after",
    "post": "after",
    "beyond": "after",
    "pre": "before",
    "preceding": "before",
}
_PAIRS = {
    ("prior", "to"): "before",
    ("ahead", "of"): "before",
    ("eve", "of"): "before",
    ("earlier", "than"): "before",
    ("later", "than"): "after",
    ("other", "than"): "",
    ("year", "but"): "",
}
"""The same in two words; with the last, any date is meant but the one that is given."""

_DAYS = {word: day for word, day in ORDINALS.items() if day <= 31}  # noqa: PLR2004
_FIRST = frozenset(
    (*MONTHS, *_PARTS, *_DAYS, "last", "this", "next", "twenty", "thirty")
)
"""Words that a date may begin with."""

_BEFORE_YEAR = frozenset(
    """in since by of from until till during before after early late mid the year to
    through and end spring summer autumn fall winter between around circa about as
    throughout over back beginning start dated""".split()
)


class Time:
    """A date or period that a sentence states.

    *earliest* and *latest* are days (``2024-02-01``); *relation* says how it is meant:
    ``in``, ``since``, ``after``, ``until``, ``before`` or ``by``. *first* and *last*
    are the tokens it is made of. *text* is what was read, as written. *readings* are
    the days that it may be, if nobody can tell which (``05/06/2024``): *earliest* and
    *latest* are the first and the last of them. *unread* is a sign beside it by which
    it means other days, which are not read.
    """

    __slots__ = (
        "earliest",
        "first",
        "last",
        "latest",
        "readings",
        "relation",
        "text",
        "unread",
    )

    def __init__(self, earliest: str, latest: str, first: int, last: int) -> None:
        """Hold the days and the tokens."""
        self.earliest, self.latest = earliest, latest
        self.first, self.last = first, last
        self.readings: list[tuple[str, str]] = []
        self.relation = "in"
        self.text = self.unread = ""

    def may_be(self, readings: "list[tuple[str, str]]") -> None:
        """Let it be any of *readings*."""
        self.readings = readings
        self.earliest = min(first for first, _ in readings)
        self.latest = max(last for _, last in readings)

    def as_read(self) -> "list[Time]":
        """Return a date for each of its readings."""
        made = [Time(*days, self.first, self.last) for days in self.readings]
        for one in made:
            one.relation, one.text = self.relation, self.text
        return made or [self]

    @property
    def doubt(self) -> str:
        """Return in words which days it may be, if that is unclear; or that none is.

        >>> time = Time("", "", 0, 2)
        >>> time.may_be([("2024-05-06", "2024-05-06"), ("2024-06-05", "2024-06-05")])
        >>> time.text = "05/06/2024"
        >>> time.doubt
        '“05/06/2024” may be 2024-05-06 or 2024-06-05: it is not said which'
        """
        if self.unread:
            return f"“{self.text}” with “{self.unread}” is not read as a date"
        if not self.readings:
            odd = self.text[:1].isdecimal() and not self.earliest
            return f"“{self.text}” is no day of the calendar" if odd else ""
        told = " or ".join(a if a == b else f"{a} to {b}" for a, b in self.readings)
        return f"“{self.text}” may be {told}: it is not said which"

    def __repr__(self) -> str:
        """Show relation and days."""
        return f"<{self.relation} {self.earliest}/{self.latest}>"


def months(year: int, first: int, last: int) -> tuple[str, str]:
    """Return the days from a month's first to a month's last."""
    from sinotech.edtf import last_day  # only here: few claims hold a date

    return f"{year}-{first:02}-01", f"{year}-{last:02}-{last_day(year, last)}"


def numeric(
    text: str, tokens: "Sequence[Token]", at: int, *, day_first: bool = False
) -> Time | None:
    """Return the day at *at* in digits alone: ``28.09.2024``, ``9/28/2024``.

    With points, and where the language says *day_first*, the day comes first. Else
    whichever is above 12 is the day; if none is, the date may be either. A day that
    there is not, such as the 31st of February, is a date without days.
    """
    parts, mark, last = _digits_at(text, tokens, at)
    if not parts:
        return None
    days = _days_of(parts, mark, day_first=day_first)
    if not days:
        return Time("", "", at, last) if _YEAR in map(len, parts) else None
    time = Time(days[0], days[-1], at, last)
    if len(days) > 1:
        time.may_be([(day, day) for day in days])
    return time


_YEAR, _ISO = 4, 10
"""Digits of a year, and characters of a day in ISO 8601."""

_COMPARING = "=<>≤≥≦≧≠≮≯!¬"
_MINUS = frozenset("-−–﹣")
_AROUND = frozenset("+±")
_ERAS = frozenset(("BC", "BCE", "AH", "BP"))
"""Signs and letters beside a year by which it means other years."""


def _digits_at(
    text: str, tokens: "Sequence[Token]", at: int
) -> tuple[list[str], str, int]:
    """Return three rows of digits at *at*, the mark between, and the last token."""
    row = tokens[at : at + 3]
    first = row[0].text
    if first.count(".") == 2:  # noqa: PLR2004
        parts, mark, last = first.split("."), ".", at
    elif len(row) == 3 and first.isdecimal():  # noqa: PLR2004
        mark = text[row[0].end : row[1].start]
        if mark not in {"-", "/"} or text[row[1].end : row[2].start] != mark:
            return [], "", at
        if text[row[0].start - 1 : row[0].start] == mark or (
            text[row[2].end : row[2].end + 1] == mark
            and text[row[2].end + 1 : row[2].end + 2].isdecimal()
        ):
            return [], "", at  # a row of more numbers
        parts, last = [token.text for token in row], at + 2
    else:
        return [], "", at
    sizes = [len(part) for part in parts]
    short = sizes[1] <= 2 and min(sizes[0], sizes[2]) <= 2  # noqa: PLR2004
    if not all(part.isdecimal() for part in parts) or not short:
        return [], "", at
    return parts, mark, last


def _days_of(parts: list[str], mark: str, *, day_first: bool) -> list[str]:
    """Return the days, in order, that three rows of digits may be."""
    one, two, three = map(int, parts)
    if len(parts[0]) == _YEAR:
        return _existing([(one, two, three)])
    if len(parts[2]) == _YEAR:
        if day_first or mark == ".":
            return _existing([(three, two, one)]) or _existing([(three, one, two)])
        return _existing([(three, two, one), (three, one, two)])
    if mark != "/" or len(parts[2]) != 2:  # noqa: PLR2004
        return []
    orders = [(three, two, one)]
    if not day_first:
        orders.append((three, one, two))
        if len(parts[0]) == 2:  # noqa: PLR2004
            orders.append((one, two, three))
    return _existing([(2000 + year, month, day) for year, month, day in orders])


def _existing(days: list[tuple[int, int, int]]) -> list[str]:
    """Return those of *days* that the calendar has, in order, each once."""
    from sinotech.edtf import last_day  # only here: few claims hold a date

    return sorted(
        {
            f"{year}-{month:02}-{day:02}"
            for year, month, day in days
            if _FIRST_YEAR <= year <= _LAST_YEAR
            and 1 <= month <= _MONTHS
            and 1 <= day <= last_day(year, month)
        }
    )


class _Reader:
    """Reads the dates of a row of tokens."""

    def __init__(self, text: str, tokens: "Sequence[Token]", as_of: str | None) -> None:
        self.text, self.tokens, self.as_of = text, tokens, as_of

    def word(self, at: int) -> str:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def number(self, at: int, least: int, most: int) -> int | None:
        """Return the plain integer at *at* if it lies within the bounds."""
        if not 0 <= at < len(self.tokens):
            return None
        digits = self.tokens[at].text
        if not digits.isdecimal() or len(digits) > 4:  # noqa: PLR2004
            return None
        value = int(digits)
        return value if least <= value <= most else None

    def year(self, at: int) -> int | None:
        """Return the year at *at*, if it is one."""
        digits = self.tokens[at].text if 0 <= at < len(self.tokens) else ""
        if len(digits) != 4:  # noqa: PLR2004
            return None
        return self.number(at, _FIRST_YEAR, _LAST_YEAR)

    def read(self) -> list[Time]:
        found: list[Time] = []
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            may_be = token.word in _FIRST or token.text[:1].isdecimal()
            time = self._at(at) if may_be else None
            if time is None:
                at += 1
                continue
            self._relate(time)
            start, end = self.tokens[time.first].start, self.tokens[time.last].end
            time.text = self.text[start:end]
            self._mind_signs(time, start, end)
            found.append(time)
            at = time.last + 1
        return self._joined(found)

    def _at(self, at: int) -> Time | None:
        """Return the date that begins at the token *at*."""
        if not self.tokens[at].text[:1].isdecimal():
            return self._spelt(at) or self._month(at) or self._relative(at)
        time = numeric(self.text, self.tokens, at) or self._iso(at)
        time = time or self._chinese(at) or self._day_first(at)
        return time or self._year(at)

    def _iso(self, at: int) -> Time | None:
        """Read ``2024-09``."""
        year, month = self.year(at), self.number(at + 1, 1, 12)
        if year is None or month is None or self._between(at + 1) != "-":
            return None
        if len(self.tokens[at + 1].text) != 2:  # noqa: PLR2004
            return None
        return Time(*months(year, month, month), at, at + 1)

    def _chinese(self, at: int) -> Time | None:
        """Read ``2024年9月28日`` in a sentence that is not Chinese."""
        year, month = self.year(at), self.number(at + 2, 1, 12)
        if year is None or self.word(at + 1) != "年":
            return None
        if month is None or self.word(at + 3) != "月":
            return Time(*months(year, 1, 12), at, at + 1)
        day = self.number(at + 4, 1, 31)
        if day is None or self.word(at + 5) not in {"日", "号"}:
            return Time(*months(year, month, month), at, at + 3)
        days = _existing([(year, month, day)]) or [""]
        return Time(days[0], days[0], at, at + 5)

    def _between(self, at: int) -> str:
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _day_first(self, at: int) -> Time | None:
        """Read ``13 December 2025``, ``10 to 12 June 2025``, ``the 8th of December``."""  # noqa: E501
        day = self.number(at, 1, 31)
        if day is None:
            return None
        until, end = day, at
        if self.word(end + 1) in {"st", "nd", "rd", "th"}:
            end += 1
        other = self.number(end + 1, day + 1, 31) if self._dash(end + 1) else None
        if self.word(end + 1) in {"to", "and", "until"}:
            other, end = self.number(end + 2, day + 1, 31), end + 1
        if other is not None:
            until, end = other, end + 1
        if self.word(end + 1) == "of":
            end += 1
        month = MONTHS.get(self.word(end + 1))
        if month is None:
            return None
        return self._dated(at, end + 1, month, day, until)

    def _spelt(self, at: int) -> Time | None:
        """Read ``the eighth of December``, ``the tenth to the twelfth of June``."""
        day, end = self._ordinal(at)
        until = day
        if self.word(end + 1) in {"to", "and", "until", "through"}:
            other, last = self._ordinal(end + (3 if self.word(end + 2) == "the" else 2))
            if day < other:
                until, end = other, last
        month = MONTHS.get(self.word(end + 2))
        if not day or not month or self.word(end + 1) != "of":
            return None
        if not self.tokens[end + 2].is_capital:
            return None
        return self._dated(at, end + 2, month, day, until)

    def _ordinal(self, at: int) -> tuple[int, int]:
        """Return the day that is spelt out at *at*, or 0, and its last token."""
        first, second = self.word(at), _DAYS.get(self.word(at + 1), 10)
        if first in {"twenty", "thirty"} and second < 10:  # noqa: PLR2004
            return int(TENS[first] + second), at + 1
        return int(_DAYS.get(first, 0)), at

    def _dash(self, at: int) -> bool:
        return self._between(at).strip() in {"-", "–", "—", "‑"}

    def _dated(self, first: int, last: int, month: int, day: int, until: int) -> Time:
        """Return the days of a month; of the year that follows, or of no year."""
        year = self.year(last + 1)
        if year is None and self.as_of:
            return Time(
                f"{self.as_of[:4]}-{month:02}-{day:02}",
                f"{self.as_of[:4]}-{month:02}-{until:02}",
                first,
                last,
            )
        end = last if year is None else last + 1
        written = f"{year}" if year else "XXXX"
        return Time(
            f"{written}-{month:02}-{day:02}",
            f"{written}-{month:02}-{until:02}",
            first,
            end,
        )

    def _month(self, at: int) -> Time | None:  # noqa: C901, PLR0911, PLR0912
        """Read ``December 2025``, ``December 13, 2025``, ``June-August 2024``."""
        word = self.word(at)
        if word in _PARTS and MONTHS.get(self.word(at + 1)):
            inner = self._month(at + 1)
            if inner:
                inner.first = at
            return inner
        month = MONTHS.get(word)
        if month is None or not self.tokens[at].is_capital:
            return None
        year = self.year(at + 1)
        if year is None and self.word(at + 1) == "of":
            year = self.year(at + 2)
            if year is not None:
                return Time(*months(year, month, month), at, at + 2)
        if year is not None:
            return Time(*months(year, month, month), at, at + 1)
        day = self.number(at + 1, 1, 31)
        if day is not None:
            end, until = at + 1, day
            if self.word(end + 1) in {"st", "nd", "rd", "th"}:
                end += 1
            step = 2 if self.word(end + 1) in {"to", "and", "through"} else 1
            other = self.number(end + step, day + 1, 31)
            if other is not None and (step == 2 or self._dash(end + 1)):  # noqa: PLR2004
                end, until = end + step, other
            return self._dated(at, end, month, day, until)
        other_month = MONTHS.get(self.word(at + 2))
        if other_month and self.word(at + 1) in {"to", "and", "until"}:
            year = self.year(at + 3)
            if year is not None and other_month > month:
                return Time(*months(year, month, other_month), at, at + 3)
        if word in {"may", "march"} and self.word(at - 1) not in _BEFORE_YEAR:
            return None
        if self.as_of:
            return Time(*months(int(self.as_of[:4]), month, month), at, at)
        return Time(f"XXXX-{month:02}-01", f"XXXX-{month:02}-31", at, at)

    def _year(self, at: int) -> Time | None:
        """Read a year: by what stands around it, it is no number of things."""
        year = self.year(at)
        if year is None:
            return self._decade(at)
        before, after = self.word(at - 1), self.tokens[at + 1 : at + 2]
        counted = (
            after
            and after[0].kind == "word"
            and after[0].text.islower()
            and after[0].word.endswith("s")
            and before not in _BEFORE_YEAR
        )
        if counted or (after and after[0].text in {"%", "percent"}):
            return None
        first, part = at, _PARTS.get(before)
        share = _SHARES.get((self.word(at - 3), self.word(at - 2)))
        if before == "of" and share:
            part, first = share, at - 3
        elif before == "of" and self.word(at - 2) in _PARTS | _SEASONS:
            part, first = (_PARTS | _SEASONS)[self.word(at - 2)], at - 2
        elif before in _SEASONS:
            part, first = _SEASONS[before], at - 1
        elif part:
            first = at - 1
        return Time(*months(year, *(part or (1, 12))), first, at)

    def _decade(self, at: int) -> Time | None:
        text = self.tokens[at].text.lower()
        if len(text) == 5 and text[:4].isdecimal() and text[3:] == "0s":  # noqa: PLR2004
            return Time(f"{text[:4]}-01-01", f"{text[:3]}9-12-31", at, at)
        return None

    def _relative(self, at: int) -> Time | None:
        """Read ``last year``, ``this month``…, if it is known as of when."""
        word, following = self.word(at), self.word(at + 1)
        if following not in {"year", "month"} or word not in {"last", "this", "next"}:
            return None
        if self.word(at + 2) == "of":
            return None
        if not self.as_of:
            return Time("", "", at, at + 1)
        year, month = int(self.as_of[:4]), int(self.as_of[5:7])
        shift = {"last": -1, "this": 0, "next": 1}[word]
        if following == "year":
            return Time(*months(year + shift, 1, 12), at, at + 1)
        total = year * 12 + month - 1 + shift
        return Time(*months(total // 12, total % 12 + 1, total % 12 + 1), at, at + 1)

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
        if relation == "since" and self.word(at) == "from" and not one_day:
            return
        if relation == "until" and self.word(at - 1) == "not":
            return  # not until 2020: in 2020
        if relation:
            time.relation = relation

    def _is_of_noun(self, last: int) -> bool:
        """Whether a noun follows a date at *last*, and the date only says which."""
        following = self.tokens[last + 1 : last + 2]
        gap = self._between(last + 1)
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
            else:
                joined.append(time)
        return joined

    def _spans(self, last: Time, time: Time) -> bool:
        gap = self.text[self.tokens[last.last].end : self.tokens[time.first].start]
        between = gap.strip().lower()
        if gap == "/":  # as ISO 8601 writes an interval
            return len(last.text) == len(time.text) == _ISO
        if between in {"to", "until", "through", "-", "–", "—"}:
            return True
        return between == "and" and self.word(last.first - 1) == "between"


def join_readings(first: Time, last: Time) -> int:
    """Let *first* be what may be the days up to *last*; return the last token."""
    if first.readings or last.readings:
        begins = first.readings or [(first.earliest, first.latest)]
        ends = last.readings or [(last.earliest, last.latest)]
        first.may_be([(a, b) for a, _ in begins for _, b in ends if a <= b])
    return last.last


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
