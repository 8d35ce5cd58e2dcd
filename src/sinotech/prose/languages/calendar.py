"""The dates of a claim in Chinese."""

import re

from sinotech.edtf import last_day
from sinotech.prose.digit_dates import numeric
from sinotech.prose.languages.dating import (
    FIRST_YEAR,
    LAST_YEAR,
    PARTS,
    relative,
    with_years,
)
from sinotech.prose.numbers import chinese_value
from sinotech.prose.time import Time, months

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.languages.language import Language
    from sinotech.prose.tokens import Token

_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:\d{4}|[〇零一二三四五六七八九]{4})"
_DATE = re.compile(
    rf"""(?P<before>自从|自|从|截至|截止到|截止|到|在|于|至)?
    (?:(?P<year>{_YEAR})年?(?:[至到\-–—~～](?P<until_year>{_YEAR}))年(?:间|期间)?
     | (?P<from>{_YEAR})年
       (?P<part>年初|初|年中|中期|年底|年末|底|末|上半年|下半年|春季|夏季|秋季)?
       (?:(?P<month>{_DAY})月(?:份|底|初|末|中旬|上旬|下旬)?
          (?:(?P<day>{_DAY})[日号](?:[至到\-–—~～](?P<until>{_DAY})[日号])?)?)?
     | (?P<bare>{_DAY})月(?P<bare_day>{_DAY})[日号]
       (?:[至到\-–—~～](?P<bare_until>{_DAY})[日号])?)
    (?P<after>以来|起|之前|以前|前|之后|以后|后)?""",
    re.VERBOSE,
)
_BEFORE = {"自从": "since", "自": "since", "从": "since", "到": "by", "至": "by"}
_BEFORE |= {"截至": "by", "截止到": "by", "截止": "by"}
_AFTER = {"以来": "since", "起": "since", "之前": "before", "以前": "before"}
_AFTER |= {"前": "before", "之后": "after", "以后": "after", "后": "after"}
_PARTS = {
    "年初": "early",
    "初": "early",
    "年中": "mid",
    "中期": "mid",
    "年底": "late",
    "年末": "late",
    "底": "late",
    "末": "late",
    "上半年": "first half",
    "下半年": "second half",
    "春季": "spring",
    "夏季": "summer",
    "秋季": "autumn",
}


class ChineseDater:
    """Reads the dates of a text."""

    def __init__(
        self,
        text: str,
        tokens: "Sequence[Token]",
        language: "Language",
        as_of: str | None,
    ) -> None:
        """Read *text*, cut into *tokens*; relative dates only with *as_of*, a day."""
        self.text, self.tokens = text, tokens
        self.language, self.as_of = language, as_of

    def read(self, taken: set[int]) -> list[Time]:
        """Return the dates in order, leaving out tokens *taken* by names."""
        starts = {token.start: at for at, token in enumerate(self.tokens)}
        ends = {token.end: at for at, token in enumerate(self.tokens)}
        found = []
        for match in _DATE.finditer(self.text):
            first, last = starts.get(match.start()), ends.get(match.end())
            days = _days(match)
            if first is None or last is None or days is None or first in taken:
                continue
            time = Time(*days, first, last)
            before, after = match["before"] or "", match["after"] or ""
            time.relation = _AFTER.get(after) or _BEFORE.get(before) or "in"
            time.text = match.group()
            time.ends = any(match[one] for one in ("until_year", "until", "bare_until"))
            found.append(time)
        dated = {at for t in found for at in range(t.first, t.last + 1)}
        found += self._relative(dated)
        found += self._numeric(dated | taken)
        found.sort(key=lambda time: time.first)
        return with_years(found, self.as_of)

    def _numeric(self, taken: set[int]) -> list[Time]:
        """Return the days in digits alone: 2024-09-28, 2024/9/28."""
        found: list[Time] = []
        for at in range(len(self.tokens)):
            end = found[-1].last if found else -1
            time = None if at in taken or at <= end else self._day_at(at)
            if time is not None:
                found.append(time)
        return found

    def _day_at(self, at: int) -> Time | None:
        time = numeric(self.text, self.tokens, at)
        if time is None:
            return None
        start, end = self.tokens[at].start, self.tokens[time.last].end
        time.text = self.text[start:end]
        for word, relation in sorted(_BEFORE.items(), key=_is_short):
            if self.text.endswith(word, 0, start):
                time.first, time.relation = at - len(word), relation
                break
        for word, relation in sorted(_AFTER.items(), key=_is_short):
            if self.text.startswith(word, end):
                time.last, time.relation = time.last + len(word), relation
                break
        return time

    def _relative(self, taken: set[int]) -> list[Time]:
        rows = [(token.word,) for token in self.tokens]
        found = []
        for at in range(len(rows)):
            length, when = self.language.relative.at(rows, at)
            if length and at not in taken:
                time = relative(when, self.as_of, at, at + length - 1)
                start, end = self.tokens[at].start, self.tokens[time.last].end
                time.text = self.text[start:end]
                found.append(time)
        return found


def _is_short(entry: tuple[str, str]) -> int:
    """Sort longer words first."""
    return -len(entry[0])


def _value(text: str) -> int:
    return int(chinese_value(text) or 0)


def _days(match: re.Match[str]) -> tuple[str, str] | None:
    """Return the first and last day of a date; nothing if there is no such date."""
    if match["bare"]:
        return _within_month(
            None, match["bare"], match["bare_day"], match["bare_until"]
        )
    year = _value(match["year"] or match["from"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if match["until_year"]:
        return f"{year}-01-01", f"{_value(match['until_year'])}-12-31"
    if match["month"]:
        return _within_month(year, match["month"], match["day"], match["until"])
    part = _PARTS.get(match["part"] or "")
    return months(year, *(PARTS[part] if part else (1, 12)))


def _within_month(
    year: int | None, month: str, day: str | None, until: str | None
) -> tuple[str, str] | None:
    """Return the days of a month, or of its whole; the year may be unknown."""
    number = _value(month)
    if not 1 <= number <= 12:  # noqa: PLR2004
        return None
    if not day:
        return months(year, number, number) if year else None
    first, last = _value(day), _value(until or day)
    if not 1 <= first <= last <= last_day(year or 2000, number):
        return None
    written = str(year) if year else "XXXX"
    return f"{written}-{number:02}-{first:02}", f"{written}-{number:02}-{last:02}"
