"""The forms in which English writes a date: ``13 December 2025``, ``early 2024``."""

from sinotech.prose.numbers import ORDINALS, TENS
from sinotech.prose.time import FIRST_YEAR, LAST_YEAR, Time, existing_days, months

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
"""Names of months, in full and short, each with its number."""

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
"""First and last month of a season."""

_PARTS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "beginning": (1, 3),
    "start": (1, 3),
    "end": (10, 12),
    "close": (10, 12),
}
"""First and last month of a part of a year: ``early 2024``."""

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

_DAYS_OF_PART = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (10, 20),
    "middle": (10, 20),
    "late": (20, 31),
    "end": (20, 31),
    "close": (20, 31),
}
"""First and last day of a part of a month; where one ends, people differ."""

_YEARS_OF_PART = {
    "early": (0, 3),
    "beginning": (0, 3),
    "start": (0, 3),
    "mid": (3, 6),
    "middle": (3, 6),
    "late": (6, 9),
    "end": (7, 9),
    "close": (7, 9),
}
"""First and last year of a part of a decade."""

_DAYS = {word: day for word, day in ORDINALS.items() if day <= 31}  # noqa: PLR2004
"""Days of a month, spelt out."""

FIRST_WORDS = frozenset(
    (*MONTHS, *_PARTS, *_DAYS, "last", "this", "next", "twenty", "thirty")
)
"""Words that a date may begin with."""

_BEFORE_YEAR = frozenset(
    """in since by of from until till during before after early late mid the year to
    through and end spring summer autumn fall winter between around circa about as
    throughout over back beginning start dated""".split()
)
"""Words before a year, or a month that is another word too: *may*, *march*."""

_ENDINGS = frozenset(("st", "nd", "rd", "th"))
"""Ends of an ordinal in digits."""


class DateForms:
    """Reads the date at a token, whatever stands before it."""

    def __init__(self, text: str, tokens: "Sequence[Token]", as_of: str | None) -> None:
        """Read *tokens* of *text*; *as_of* is the day from which *last year* counts."""
        self.text, self.tokens, self.as_of = text, tokens, as_of

    def word(self, at: int) -> str:
        """Return the word of the token at *at*; empty beyond the ends."""
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
        return self.number(at, FIRST_YEAR, LAST_YEAR)

    def date_at(self, at: int) -> Time | None:
        """Return the date that begins at the token *at*."""
        if not self.tokens[at].text[:1].isdecimal():
            return self._spelt(at) or self._month(at) or self._relative(at)
        time = self._in_digits(at) or self._iso(at) or self._chinese(at)
        return time or self._day_first(at) or self._year(at)

    def _in_digits(self, at: int) -> Time | None:
        """Read ``28.09.2024``, ``9/28/2024``."""
        dots = self.tokens[at].text.count(".")
        if dots != 2 and self.between(at + 1) not in {"-", "/"}:  # noqa: PLR2004
            return None
        from sinotech.prose.digit_dates import numeric  # only here: few claims have one

        return numeric(self.text, self.tokens, at)

    def _iso(self, at: int) -> Time | None:
        """Read ``2024-09``."""
        year, month = self.year(at), self.number(at + 1, 1, 12)
        if year is None or month is None or self.between(at + 1) != "-":
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
        days = existing_days([(year, month, day)]) or [""]
        return Time(days[0], days[0], at, at + 5)

    def between(self, at: int) -> str:
        """Return what stands between the token at *at* and the one before it."""
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _day_first(self, at: int) -> Time | None:
        """Read ``13 December 2025``, ``10 to 12 June 2025``, ``the 8th of December``."""  # noqa: E501
        day = self.number(at, 1, 31)
        if day is None:
            return None
        until, end = day, at
        if self.word(end + 1) in _ENDINGS:
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
        return self.between(at).strip() in {"-", "–", "—", "‑"}

    def _dated(self, first: int, last: int, month: int, day: int, until: int) -> Time:
        """Return the days of a month; of the year that follows, or of no year."""
        year = self.year(last + 1)
        end = last if year is None else last + 1
        written = f"{year}" if year else self.as_of[:4] if self.as_of else "XXXX"
        days = (f"{written}-{month:02}-{day:02}", f"{written}-{month:02}-{until:02}")
        time = Time(*days, first, end)
        time.ends = until > day
        return time

    def _month(self, at: int) -> Time | None:
        """Read ``December 2025``, ``December 13, 2025``, ``June to August 2024``."""
        month = MONTHS.get(self.word(at))
        if month is None or not self.tokens[at].is_capital:
            return None
        time = self._month_of_year(at, month)
        if time:
            self._part(time, at)
            return time
        time = self._month_first(at, month) or self._month_to_month(at, month)
        if time:
            return time
        time = self._month_alone(at, month)
        if time:
            self._part(time, at)
        return time

    def _part(self, time: Time, at: int) -> None:
        """Narrow a month, named at *at*, to a part of it: ``late June``."""
        part, first = self._part_before(at)
        days = _DAYS_OF_PART.get(part)
        if days is None:
            return
        end = min(f"{days[1]:02}", time.latest[8:])
        time.earliest = f"{time.earliest[:8]}{days[0]:02}"
        time.latest = f"{time.latest[:8]}{end}"
        time.first, time.vague = first, True

    def _part_before(self, at: int) -> tuple[str, int]:
        """Return the word for a part of what is named at *at*, and where it stands."""
        first = at - 1
        first -= self.word(first) == "the"
        first -= self.word(first) == "of"
        return self.word(first), first

    def _month_of_year(self, at: int, month: int) -> Time | None:
        """Read ``December 2025``, ``December of 2025``."""
        end = at + 1
        year = self.year(end)
        if year is None and self.word(end) == "of":
            end += 1
            year = self.year(end)
        return None if year is None else Time(*months(year, month, month), at, end)

    def _month_first(self, at: int, month: int) -> Time | None:
        """Read ``December 13, 2025``, ``June 10 to 12``."""
        day = self.number(at + 1, 1, 31)
        if day is None:
            return None
        end, until = at + 1, day
        if self.word(end + 1) in _ENDINGS:
            end += 1
        is_word = self.word(end + 1) in {"to", "and", "through"}
        last = end + (2 if is_word else 1)
        other = self.number(last, day + 1, 31)
        if other is not None and (is_word or self._dash(end + 1)):
            end, until = last, other
        return self._dated(at, end, month, day, until)

    def _month_to_month(self, at: int, month: int) -> Time | None:
        """Read ``June to August 2024``."""
        last, year = MONTHS.get(self.word(at + 2)), self.year(at + 3)
        joined = self.word(at + 1) in {"to", "and", "until"}
        if not joined or last is None or year is None or last <= month:
            return None
        time = Time(*months(year, month, last), at, at + 3)
        time.ends = True
        return time

    def _month_alone(self, at: int, month: int) -> Time | None:
        """Read ``in December``: of the year that is known, or of none."""
        unsure = self.word(at) in {"may", "march"}
        if unsure and self.word(at - 1) not in _BEFORE_YEAR:
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
        if last := self._short_year(at):
            time = Time(f"{year}-01-01", f"{last}-12-31", at, at + 1)
            time.ends = True
            return time
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

    def _short_year(self, at: int) -> str:
        """Return the last year of ``2016-17``, which begins at *at*; maybe nothing."""
        first, gap = self.tokens[at].text, self.between(at + 1)
        short = self.tokens[at + 1].text if gap in {"-", "–", "/"} else ""
        if len(short) != 2 or not short.isdecimal() or short <= first[2:]:  # noqa: PLR2004
            return ""
        rest = self.text[self.tokens[at + 1].end :]
        joined = rest[:1] in {"-", "–", "/"} and rest[1:2].isdecimal()
        return "" if joined else f"{first[:2]}{short}"

    def _decade(self, at: int) -> Time | None:
        """Read ``the 2010s``, ``the late 1990s``."""
        text = self.tokens[at].text.lower()
        if len(text) != 5 or not text[:4].isdecimal() or text[3:] != "0s":  # noqa: PLR2004
            return None
        part, first = self._part_before(at)
        years = _YEARS_OF_PART.get(part)
        if years is None:
            return Time(f"{text[:4]}-01-01", f"{text[:3]}9-12-31", at, at)
        begin, end = years
        time = Time(f"{text[:3]}{begin}-01-01", f"{text[:3]}{end}-12-31", first, at)
        time.vague = True
        return time

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
