"""The command that judges a claim."""

from functools import lru_cache

from sinotech.answers.answer import Answer
from sinotech.errors import UsageError

_SETS = 4
"""Record sets (or days, see ``--as-of``) whose sessions are kept for the next claim."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from sinotech.claims.session import Session


def cite(
    store: "sqlite3.Connection",
    *,
    claim: str,
    limit: int | None,
    as_of: str | None,
    exit_code: bool,
    explain: bool,
) -> Answer:
    """Answer with a verdict on *claim*, and all that it rests on."""
    from sinotech.claims.answering import as_data
    from sinotech.claims.engine import QUESTION, judge
    from sinotech.claims.settings import CANDIDATES, EXIT_CODES, NOT_FOUND

    if not claim.strip():
        raise UsageError("the claim is empty", "give a sentence in quotes")
    day = check_options(limit, as_of)
    session = session_of(store, day)
    judgement = judge(session, claim, day, max(limit or 0, CANDIDATES))
    data = as_data(judgement, session, limit, explain=explain)
    answer = Answer("cite@2", data, notices=tuple(judgement.notes))
    asks = any(QUESTION in part.notes for part in judgement.parts)
    if judgement.verdict == NOT_FOUND and not data["nearest"] and not asks:
        answer.notices = (*answer.notices, "no record comes near this claim")
        answer.hint = "sinotech sources lists what was read"
    answer.judged = True
    if exit_code:
        answer.exit_code = EXIT_CODES[judgement.verdict]
    return answer


def check_options(limit: int | None, as_of: str | None) -> str | None:
    """Return the last day that ``--as-of`` means.

    Raises UsageError if it has none, or if *limit* is none.
    """
    if limit is not None and limit < 1:
        raise UsageError(f"--limit {limit} asks for nothing", "give a number from 1")
    return last_day(as_of)


def last_day(as_of: str | None, name: str = "--as-of") -> str | None:
    """Return the last day that *as_of* means, the value of the option *name*.

    Raises UsageError if it has none.
    """
    if as_of is None:
        return None
    from sinotech.answers.reading import days  # who gives no day need not load it

    period = days(name, as_of)
    return period[1] if period else None


@lru_cache(maxsize=_SETS)
def session_of(store: "sqlite3.Connection", as_of: str | None) -> "Session":
    """Return the session for *store*; a batch has one, and looks each word up once."""
    from sinotech.claims.session import Session

    return Session(store, as_of)
