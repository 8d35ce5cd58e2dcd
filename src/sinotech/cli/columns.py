"""One column of CSV that is read line by line."""

import csv
from collections.abc import Iterable, Iterator

from sinotech.errors import UsageError
from sinotech.naming import ECHOED, shortened

SEPARATORS = ",;\t"
"""What may stand between cells: the first by which the header has the column."""

SHOWN = 12
"""Columns that are named where the one that is asked for is not among them."""


def column_of(lines: Iterable[str], name: str) -> Iterator[str]:
    """Yield the cells of the column *name* of CSV in *lines*; of a short row, nothing.

    The header is the first row. Raises UsageError if it has no such column or two,
    or where the lines are no CSV.
    """
    ended = (f"{line}\n" for line in lines)
    header = next(ended, None)
    if header is None:
        raise UsageError("standard input is empty", "give CSV with a header")
    separator = _separator(header, name)
    rows = csv.reader(ended, delimiter=separator, strict=True)
    at = _cells(header, separator).index(name)
    try:
        for row in rows:
            if row:  # a line that is empty is none
                yield row[at] if at < len(row) else ""
    except csv.Error as error:
        where = f"line {rows.line_num + 1} of standard input"
        raise UsageError(f"{where} is no CSV ({error})", "see RFC 4180") from None


def _separator(header: str, name: str) -> str:
    """Return what separates the cells of a *header* that has the column *name*."""
    for separator in SEPARATORS:
        there = _cells(header, separator).count(name)
        if there > 1:
            message = f"standard input has two columns {shortened(name, ECHOED)!r}"
            raise UsageError(message, "rename one of them")
        if there:
            return separator
    columns = _cells(header, max(SEPARATORS, key=header.count))
    told = ", ".join(columns[:SHOWN]) + ("…" if len(columns) > SHOWN else "")
    message = f"standard input has no column {shortened(name, ECHOED)!r}"
    raise UsageError(message, f"its header has: {shortened(told, ECHOED)}")


def _cells(header: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([header], delimiter=separator, strict=True), [])
    except csv.Error:  # a quote that another separator would end
        return []
