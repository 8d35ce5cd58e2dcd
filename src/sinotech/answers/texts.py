"""A text that is at hand, checked as a draft."""

from typing import TYPE_CHECKING, Any

from sinotech.answers.judging import last_day, session_of
from sinotech.checking.check import Options, check_document
from sinotech.checking.codes import selected
from sinotech.drafts.reading import read_text
from sinotech.signs import check

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def check_text(  # noqa: PLR0913
    store: "sqlite3.Connection",
    text: str,
    name: str,
    *,
    select: "Sequence[str]",
    strict: bool,
    all: bool,  # noqa: A002  # as the option is called
    as_of: str | None,
) -> list[dict[str, Any]]:
    """Return what is found in a *text*, whose *name* says what it is, as rows.

    Raises UsageError if it is no text, or if what is asked for cannot be; DraftError if
    a paragraph of it is too long.
    """
    if text.strip():
        check(text)
    codes = selected(select, strict=strict, everything=all, named="select")
    day = last_day(as_of)
    session = session_of(store, day)
    found = check_document(session, read_text(text, name), Options(codes))
    return [one.row() for one in found if not one.suppressed]
