"""One column of CSV that is read line by line."""

import csv
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from sinotech.errors import UsageError
from sinotech.naming import ECHOED, shortened

SEPARATORS = ",;\t"
"""What may stand between cells: the first by which the header has the column."""

TALLEST = 100
"""Lines of a header at most: a name in quotes may have several."""

SHOWN = 12
"""Columns that are named where the one that is asked for is not among them."""


class Header(NamedTuple):
    """What separates cells, the place of the column, and how many lines it takes."""

    separator: str
    place: int
    lines: int


def column_of(lines: Iterable[str], name: str) -> Iterator[str]:
    """Yield the cells of the column *name* of CSV in *lines*; of a short row, nothing.

    The header is the first row; blanks around its names count for nothing. Raises
    UsageError if it has no such column or two, if no row follows it, or where the
    lines are no CSV.
    """
    more = (f"{line}\n" for line in lines)
    taken = [line for line in (next(more, None),) if line is not None]
    if not taken:
        raise UsageError("standard input is empty", "give CSV with a header")
    header = _header(taken, more, name.strip())
    left = chain(taken[header.lines :], more)
    rows = csv.reader(left, delimiter=header.separator, strict=True)
    is_empty = True
    try:
        for row in rows:
            if row:  # a line that is empty is none
                is_empty = False
                yield row[header.place] if header.place < len(row) else ""
    except csv.Error as error:
        where = f"line {header.lines + rows.line_num} of standard input"
        raise UsageError(f"{where} is no CSV ({error})", "see RFC 4180") from None
    if is_empty:
        message = "standard input has a header, and no row"
        raise UsageError(message, "give a claim a row")


def _header(taken: list[str], more: Iterator[str], name: str) -> Header:
    """Return the header that has the column *name*, by the first separator that can.

    It begins with the lines that were *taken*; as many of *more* as it has are, too.
    """
    for separator in SEPARATORS:
        cells, lines = _cells(taken, more, separator)
        if cells.count(name) > 1:
            message = f"standard input has two columns {shortened(name, ECHOED)!r}"
            raise UsageError(message, "rename one of them")
        if name in cells:
            return Header(separator, cells.index(name), lines)
    columns, _ = _cells(taken, more, max(SEPARATORS, key=taken[0].count))
    told = ", ".join(columns[:SHOWN]) + ("…" if len(columns) > SHOWN else "")
    message = f"standard input has no column {shortened(name, ECHOED)!r}"
    raise UsageError(message, f"its header has: {shortened(told, ECHOED)}")


def _cells(
    taken: list[str], more: Iterator[str], separator: str
) -> tuple[list[str], int]:
    """Return the cells of the header, and its lines; none if it is no CSV so."""
    reader = csv.reader(_taking(taken, more), delimiter=separator, strict=True)
    try:
        return [cell.strip() for cell in next(reader)], reader.line_num
    except csv.Error:  # a quote that another separator would end
        return [], 0


def _taking(taken: list[str], more: Iterator[str]) -> Iterator[str]:
    """Yield the lines that were *taken*, then *more*, which are taken with that."""
    for place in range(TALLEST):
        if place == len(taken):
            taken += [line for line in (next(more, None),) if line is not None]
        yield from taken[place : place + 1]
