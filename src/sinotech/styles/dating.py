"""Dates of publication, as styles print them."""

from typing import NamedTuple

from sinotech.dates import MONTHS

_MLA = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


class Day(NamedTuple):
    """A day, a month (day 0), a year or a decade (month 0)."""

    year: str
    month: int = 0
    day: int = 0


class When(NamedTuple):
    """A date of publication, or the first and last of a few; how sure it is."""

    first: Day
    last: Day
    approximate: bool = False
    uncertain: bool = False

    @property
    def unsure(self) -> bool:
        """Whether it is approximate or uncertain."""
        return self.approximate or self.uncertain

    @property
    def years(self) -> str:
        """The year, or two: ``2025``, ``2024–2025``; marked if it is not certain."""
        text = _span(self.first.year, self.last.year, "–")
        return self.marked(text)

    def marked(self, text: str) -> str:
        """Return *text*, which spells this date, with ``ca.`` or ``?`` if need be."""
        before = "ca. " if self.approximate else ""
        return before + text + ("?" if self.uncertain else "")


def when(text: str | None) -> When | None:
    """Return the date that the EDTF expression *text* gives, if it gives one.

    An interval open at either end is none: it says that the date is not known.

    >>> when("2025-06~").years, when("202X").years, when("2025-12-13/..")
    ('ca. 2025', '2020s', None)
    """
    if not text or ".." in text:
        return None
    first, _, last = text.partition("/")
    marks = first[-1] + (last or first)[-1]
    return When(
        _day(first),
        _day(last or first),
        approximate="~" in marks or "%" in marks,
        uncertain="?" in marks or "%" in marks,
    )


def _day(text: str) -> Day:
    year, month, day = [*text.rstrip("?~%").split("-"), "0", "0"][:3]
    if "X" in year:
        year = f"{year.replace('X', '0')}s"
    return Day(year, int(month), int(day))


def american(date: When) -> str:
    """Return *date* as Chicago prints it: ``September 28, 2024``.

    >>> american(when("2025-09-18/2025-09-19")), american(when("2025-06?"))
    ('September 18–19, 2025', 'June 2025?')
    """
    rest = month_and_day(date)
    if rest:
        comma = "," if date.last.day else ""
        return date.marked(f"{rest}{comma} {date.last.year}")
    return date.marked(_span(_american(date.first), _american(date.last), " – "))


def _american(one: Day) -> str:
    if not one.month:
        return one.year
    month = MONTHS[one.month - 1]
    return f"{month} {one.day}, {one.year}" if one.day else f"{month} {one.year}"


def month_and_day(date: When) -> str:
    """Return *date* without its year, as APA and Chicago print it after one.

    >>> month_and_day(when("2025-09-18/2025-09-19")), month_and_day(when("2025"))
    ('September 18–19', '')
    """
    first, last = date.first, date.last
    if first[:2] == last[:2]:
        month = MONTHS[first.month - 1] if first.month else ""
        days = _span(str(first.day or ""), str(last.day or ""), "–")
        return f"{month} {days}".rstrip()
    if first.year != last.year or not first.month or not last.month:
        return ""
    ends = (_american(one).removesuffix(first.year).rstrip(", ") for one in date[:2])
    return "–".join(ends)


def mla(date: When) -> str:
    """Return *date* as the MLA prints it: ``28 Sept. 2024``.

    >>> mla(when("2025-09-18/2025-09-19")), mla(when("2025-05/2025-06"))
    ('18-19 Sept. 2025', 'May-June 2025')
    """
    text = _day_first(date, _MLA, "-", "-")
    return date.marked(text).replace("ca. ", "circa ")


def british(date: When) -> str:
    """Return *date* as Wikipedia takes it; it has no sign for an uncertain one.

    >>> british(when("2025-05-28/2025-06-06")), british(when("2024?"))
    ('28 May – 6 June 2025', 'c. 2024')
    """
    text = _day_first(date, MONTHS, "–", " – " if date.first.day else "–")
    return f"c. {text}" if date.unsure else text


def _day_first(date: When, months: list[str], dash: str, wide: str) -> str:
    """Return *date*, what its ends share once; *wide* joins ends of several words."""
    first, last = date.first, date.last
    if first == last:
        return _whole(first, months)
    if first[:2] == last[:2]:
        return f"{first.day}{dash}{_whole(last, months)}"
    start = _whole(first, months)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    return f"{start}{wide}{_whole(last, months)}"


def _whole(one: Day, months: list[str]) -> str:
    month = months[one.month - 1] if one.month else ""
    return " ".join(part for part in (str(one.day or ""), month, one.year) if part)


def _span(first: str, last: str, dash: str) -> str:
    return first if first == last else f"{first}{dash}{last}"
