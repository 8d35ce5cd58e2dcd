"""How a name on the command line is read, and what is said if it is not.

Shared by all commands that look something up.
"""

from sinotech.answers.answer import Answer
from sinotech.answers.commands import command_of
from sinotech.errors import AMBIGUOUS, NOT_FOUND, UsageError
from sinotech.kinds import ANY_KIND, KINDS, LISTED, PROFILES
from sinotech.query import records as query
from sinotech.query.names import Resolution, known, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from sinotech.query.records import Document


def unresolved(
    store: "sqlite3.Connection",
    shape: str,
    resolution: Resolution,
    kind: str,
    data: "list[Document] | None" = None,
) -> Answer:
    """Answer that a name means nothing here, or may mean several things.

    *data* is what the answer holds: None, or no records where a list is expected.
    Raises UsageError if the name is blank.
    """
    asked = _short(resolution.input)
    if not asked.strip():
        raise UsageError("the name is empty", "give one")
    if resolution.candidates:
        names = "; ".join(_candidate(one) for one in resolution.candidates)
        notice = f"“{asked}” is no {kind} by that name; did you mean: {names}?"
        return Answer(
            shape, data, resolved=resolution, notices=(notice,), exit_code=AMBIGUOUS
        )
    other = known(store, asked, ANY_KIND)
    if other.id is not None and other.kind != kind:
        remedy = _command_for(other)
        notice = f"“{asked}” is no {kind} but a {other.kind}: {remedy}"
        return Answer(
            shape, data, resolved=resolution, notices=(notice,), exit_code=NOT_FOUND
        )
    notice = f"no {kind} is called “{_short(asked)}”"
    hint = _hint(kind)
    return Answer(
        shape,
        data,
        resolved=resolution,
        notices=(notice,),
        exit_code=NOT_FOUND,
        hint=hint,
    )


def _hint(kind: str) -> str:
    """Return where to look for names of *kind*."""
    if kind in LISTED:
        return f"sinotech {KINDS[kind]} lists those recorded"
    if kind == "figure":
        return "sinotech figures lists those recorded"
    return "the id of any record is printed by the lists and by --json"


def _command_for(resolution: Resolution) -> str:
    command = "show"
    if resolution.kind in PROFILES:
        command = command_of(f"{resolution.kind}@1").name
    return f"sinotech {command} {resolution.id}"


def _candidate(candidate: dict[str, str]) -> str:
    return f"{candidate['name']} ({candidate['id']})"


def _short(text: str) -> str:
    most = 60
    return text if len(text) <= most else f"{text[:most]}…"


def nothing(
    store: "sqlite3.Connection", shape: str, resolution: Resolution, kind: str
) -> Answer:
    """Answer that a name is known, but nothing is recorded about it."""
    held = query.count_kinds(store).get(kind, 0)
    notice = f"nothing is recorded about {resolution.name}"
    several = KINDS.get(kind, f"{kind}s")
    hint = f"{held} {several} are; sinotech {several} lists them"
    notices = (f"{notice}; {hint}",)
    return Answer(
        shape, None, resolved=resolution, notices=notices, exit_code=NOT_FOUND
    )


def about_all(
    store: "sqlite3.Connection", shape: str, asked: "dict[str, str | None]"
) -> "tuple[list[str], list[str], Answer | None]":
    """Return the ids and notices of what filters name, or the answer of a failure."""
    about: list[str] = []
    notices: list[str] = []
    for kind, name in asked.items():
        if name is None:
            continue
        resolution = resolve(store, name, (kind,))
        if resolution.id is None:
            return [], [], unresolved(store, shape, resolution, kind, [])
        about.append(resolution.id)
        notices += [resolution.notice] if resolution.notice else []
    return about, notices, None


def days(option: str, date: str | None) -> tuple[str, str] | None:
    """Return the first and last day that the *date* of an *option* means, if given."""
    if date is None:
        return None
    from sinotech import edtf

    try:
        period = edtf.parse(date)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
    return period.earliest, period.latest


def periods(
    as_of: str | None, year: int | None, first: str | None, last: str | None
) -> list[tuple[str, str]]:
    """Return the first and last day of each time that the filters of figures name.

    Raises UsageError if one is no time.
    """
    found = [days("--as-of", as_of)]
    if year is not None:
        if not 1 <= year <= LAST_YEAR:
            raise UsageError(f"--year {year} is no year", f"give one to {LAST_YEAR}")
        found.append((f"{year:04}-01-01", f"{year:04}-12-31"))
    begin, end = span(first, last)
    if begin or end:
        from sinotech.edtf import FIRST_DAY, LAST_DAY  # who gives no day need not

        found.append((begin or FIRST_DAY, end or LAST_DAY))
    return [period for period in found if period]


def span(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Return the first day of ``--from`` and the last of ``--to``, if they are given.

    Raises UsageError if they are no dates, or leave no day.
    """
    begin, end = days("--from", first), days("--to", last)
    if begin and end and begin[0] > end[1]:
        raise UsageError(f"--from {first} is after --to {last}", "swap them")
    return begin and begin[0], end and end[1]


LAST_YEAR = 9999
"""The last year that a date can be of."""
