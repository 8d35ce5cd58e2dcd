"""The dates of a claim in Spanish, Portuguese or French."""

from sinotech.edtf import last_day
from sinotech.prose.digit_dates import numeric
from sinotech.prose.time import Time, join_readings, months

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.languages.language import Language
    from sinotech.prose.tokens import Token

FIRST_YEAR, LAST_YEAR = 1900, 2099
PARTS = {
    "early": (1, 4),
    "mid": (5, 8),
    "late": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
}
"""Months that a part of a year is taken to have."""

_OF = frozenset(("de", "del", "do", "d"))
_TO = frozenset(("a", "al", "ao", "au", "ate", "hasta", "e", "y", "et", "aos"))
_DASHES = frozenset("-–—")


class Dater:
    """Reads the dates of a row of tokens."""

    def __init__(
        self,
        text: str,
        tokens: "Sequence[Token]",
        language: "Language",
        as_of: str | None,
    ) -> None:
        """Read *tokens* of *text*; relative dates only with *as_of*, a day."""
        self.text, self.tokens = text, tokens
        self.language, self.as_of = language, as_of
        self.rows = [(token.word,) for token in tokens]

    def word(self, at: int) -> str:
        """Return the word at *at*; empty beyond the ends."""
        return self.rows[at][0] if 0 <= at < len(self.rows) else ""

    def read(self, taken: set[int]) -> list[Time]:
        """Return the dates in order, leaving out tokens *taken* by names."""
        found: list[Time] = []
        at = 0
        while at < len(self.tokens):
            time = None if at in taken else self._at(at)
            if time is None:
                at += 1
                continue
            at = time.last + 1
            self._before(time)
            start, end = self.tokens[time.first].start, self.tokens[time.last].end
            time.text = self.text[start:end]
            found.append(time)
        return with_years(self._joined(found), self.as_of)

    def _at(self, at: int) -> Time | None:
        """Return the date that begins at the token *at*."""
        length, when = self.language.relative.at(self.rows, at)
        if length:
            return relative(when, self.as_of, at, at + length - 1)
        day = numeric(self.text, self.tokens, at, day_first=True)
        return day or self._day(at) or self._month(at) or self._year(at)

    def number(self, at: int, least: int, most: int) -> int | None:
        """Return the integer at *at* if it lies within the bounds; 1er is one."""
        word = self.word(at)
        if word in {"1er", "1o"}:
            word = "1"
        if not word.isdecimal() or len(word) > 4:  # noqa: PLR2004
            return None
        return int(word) if least <= int(word) <= most else None

    def year(self, at: int) -> int | None:
        """Return the year at *at*, if it is one."""
        return self.number(at, FIRST_YEAR, LAST_YEAR)

    def _day(self, at: int) -> Time | None:
        """Read ``10 al 12 de junio de 2025`` and ``du 10 au 12 juin 2025``."""
        day = self.number(at, 1, 31)
        if day is None:
            return None
        until, end = day, at
        step = 2 if self.word(at + 1) in _TO else 1
        other = self.number(at + step, day + 1, 31)
        if other is not None and (step > 1 or self._gap(at + 1) in _DASHES):
            until, end = other, at + step
        step = end + (2 if self.word(end + 1) in _OF else 1)
        month = self.language.months.get(self.word(step))
        if month is None:
            return None
        year, last = self._year_after(step)
        if until > last_day(year or 2000, month):
            return None
        written = str(year) if year else "XXXX"
        days = (f"{written}-{month:02}-{day:02}", f"{written}-{month:02}-{until:02}")
        time = Time(*days, at, last)
        time.ends = until > day
        return time

    def _year_after(self, at: int) -> tuple[int | None, int]:
        """Return the year after the month at *at*, and the date's last token."""
        step = at + (2 if self.word(at + 1) in _OF else 1)
        year = self.year(step)
        return (year, step) if year else (None, at)

    def _month(self, at: int) -> Time | None:
        """Read ``octubre de 2023``."""
        month = self.language.months.get(self.word(at))
        if month is None:
            return None
        year, last = self._year_after(at)
        if year is None:
            if self.word(at) in self.language.short:
                return None
            return Time(f"XXXX-{month:02}-01", f"XXXX-{month:02}-31", at, last)
        return Time(*months(year, month, month), at, last)

    def _year(self, at: int) -> Time | None:
        """Read a year; what counts things is none."""
        year = self.year(at)
        if year is None or self.tokens[at].text != str(year):
            return None
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        related = self._relation(at)[0] > 0 or self._part(at)[0] > 0
        close = after is not None and not self._gap(at + 1).strip()
        counted = close and after is not None and after.kind == "word"
        if counted and not related and self.word(at + 1) not in _TO:
            return None
        return Time(*months(year, 1, 12), at, at)

    def _gap(self, at: int) -> str:
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _part(self, at: int) -> tuple[int, str]:
        return self.language.parts.before(self.rows, at)

    def _relation(self, at: int) -> tuple[int, str]:
        return self.language.relations.before(self.rows, at)

    def _before(self, time: Time) -> None:
        """Read the words before a date: ``a finales de``, ``desde``, ``até o``."""
        length, part = self._part(time.first)
        whole = time.earliest[4:] == "-01-01" and time.latest[4:] == "-12-31"
        if length:
            time.first -= length
            if whole:
                days = months(int(time.earliest[:4]), *PARTS[part])
                time.earliest, time.latest = days
        length, relation = self._relation(time.first)
        if length:
            time.first -= length
            time.relation = relation

    def _joined(self, found: list[Time]) -> list[Time]:
        """Return *found* with ``entre 2015 y 2020`` and ``2015-2020`` made one."""
        joined: list[Time] = []
        for time in found:
            last = joined[-1] if joined else None
            if last and self._spans(last, time):
                last.latest, last.relation = time.latest, "in"
                last.ends = self.word(last.first - 1) != "entre"
                last.last = join_readings(last, time)
                start = self.tokens[last.first].start
                last.text = self.text[start : self.tokens[last.last].end]
                if self.word(last.first - 1) == "entre":
                    last.first -= 1
            else:
                joined.append(time)
        return joined

    def _spans(self, last: Time, time: Time) -> bool:
        if not last.earliest or last.earliest > time.earliest:
            return False
        gap = self.text[self.tokens[last.last].end : self.tokens[time.first].start]
        if gap.strip() in _DASHES and time.first == last.last + 1:
            return True
        opened = self.word(last.first - 1) == "entre" or last.relation in {
            "in",
            "since",
        }
        to = gap.strip().lower() in {"y", "e", "et", "a", "à", ""}
        return opened and to and (time.relation in {"until", "by"} or bool(gap.strip()))


def relative(when: str, as_of: str | None, first: int, last: int) -> Time:
    """Return the year or month that ``last year``, ``this month``… is as of a day."""
    if not as_of:
        return Time("", "", first, last)
    shift = {"last": -1, "this": 0, "next": 1}[when.split(maxsplit=1)[0]]
    year, month = int(as_of[:4]), int(as_of[5:7])
    if when.endswith("year"):
        return Time(*months(year + shift, 1, 12), first, last)
    total = year * 12 + month - 1 + shift
    return Time(*months(total // 12, total % 12 + 1, total % 12 + 1), first, last)


def with_years(found: list[Time], as_of: str | None) -> list[Time]:
    """Return *found* where a day without a year has the only year there is.

    ``La cumbre de 2024, del 22 al 24 de octubre``: that year stands for both, and the
    bare year is left out. With none, it is the year of *as_of*, if that is known.
    """
    years = {t.earliest[:4] for t in found if t.earliest[:4].isdecimal()}
    open_ = [t for t in found if t.earliest.startswith("XXXX")]
    year = years.pop() if len(years) == 1 else (as_of or "")[:4] if not years else ""
    if not open_ or not year:
        return found
    for time in open_:
        month = int(time.earliest[5:7])
        last = min(int(time.latest[8:]), last_day(int(year), month))
        time.earliest = f"{year}{time.earliest[4:]}"
        time.latest = f"{year}-{month:02}-{last:02}"
    return found
