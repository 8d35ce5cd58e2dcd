"""Days in digits alone: ``28.09.2024``, ``9/28/2024``."""

from sinotech.prose.time import Time, existing_days

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.prose.tokens import Token

_YEAR = 4
"""Digits of a year."""


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
        return existing_days([(one, two, three)])
    if len(parts[2]) == _YEAR:
        if day_first or mark == ".":
            return existing_days([(three, two, one)]) or existing_days(
                [(three, one, two)]
            )
        return existing_days([(three, two, one), (three, one, two)])
    if mark != "/" or len(parts[2]) != 2:  # noqa: PLR2004
        return []
    orders = [(three, two, one)]
    if not day_first:
        orders.append((three, one, two))
        if len(parts[0]) == 2:  # noqa: PLR2004
            orders.append((one, two, three))
    return existing_days([(2000 + year, month, day) for year, month, day in orders])
