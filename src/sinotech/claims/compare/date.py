"""Dates of a claim, and those that a record is of or states."""

from sinotech.claims.compare.outcome import (
    DIFFERS,
    MISSING,
    OPEN,
    SAME,
    SILENT,
    Outcome,
    agreed,
)
from sinotech.dates import period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.claims.evidence import Evidence
    from sinotech.prose.time import Time

_NO_DATE = Outcome("date", SILENT, 1.0, "")


def compare_date(times: "Sequence[Time]", evidence: "Evidence") -> Outcome:
    """Compare the dates of the claim with those that the record is of, or states."""
    if not times:
        return _NO_DATE
    told = [
        agreed([_one_date(one, evidence) for one in time.as_read()], time.doubt)
        for time in times
    ]
    worst = max(told, key=_gravity)
    listed = any(
        time.listed and one.relation != DIFFERS
        for time, one in zip(times, told, strict=True)
    )
    if worst.relation == DIFFERS and listed:
        reason = f"{worst.reason}, and the claim gives its date as well"
        return Outcome("date", OPEN, 0.5, reason)
    return worst


_BEGUN = frozenset(("since", "after"))
_BESIDE = frozenset(("before", "after"))
"""Relations by which a claim means no day of the date that it gives."""


def _gravity(outcome: Outcome) -> int:
    return (SAME, SILENT, OPEN, MISSING, DIFFERS).index(outcome.relation)


def _one_date(time: "Time", evidence: "Evidence") -> Outcome:  # noqa: PLR0911
    if not time.earliest:
        reason = time.doubt or f"“{time.text}” is not read without --as-of"
        return Outcome("date", MISSING, 0.0, reason)
    spans = _of_year(evidence)
    if evidence.kind == "event":
        spans = spans[: evidence.features.own]
    if not spans:
        reason = f"the record gives no date for “{worded(time)}”"
        return Outcome("date", MISSING, 0.0, reason)
    long = [s for s in spans if s[0][:4] < s[1][:4]]
    if time.relation == "in" and time.earliest[:4] < time.latest[:4] and long:
        same = any(
            s[0][:4] == time.earliest[:4] and s[1][:4] == time.latest[:4] for s in long
        )
        relations, spans = [SAME if same else DIFFERS], long
    else:
        relations = _relations(time, spans, evidence)
    begun = time.relation in _BEGUN and relations[spans.index(min(spans))] == SAME
    if (
        SAME in relations
        and DIFFERS in relations
        and evidence.kind == "program"
        and (not begun)
    ):
        reason = "the record has several dates, of different steps"
        return Outcome("date", OPEN, 0.5, reason)
    if SAME in relations:
        return _told(SAME, 1.0, time, spans[relations.index(SAME)])
    if OPEN in relations:
        return _told(OPEN, 0.5, time, spans[relations.index(OPEN)])
    if MISSING in relations:
        if time.vague and any(time.text.lower() in t.lower() for t in evidence.texts):
            return Outcome("date", SAME, 1.0, f"the record says “{time.text}”")
        return _told(MISSING, 0.3, time, spans[relations.index(MISSING)])
    return _told(DIFFERS, 0.0, time, spans[0])


_BEARING = {
    SAME: "which “{}” allows",
    OPEN: "which leaves “{}” open",
    MISSING: "which is less exact than “{}”",
    DIFFERS: "not “{}”",
}
"""How a record's date bears on that of a claim, in words."""


def _told(relation: str, score: float, time: "Time", span: tuple[str, str]) -> Outcome:
    """Return an outcome whose reason gives the record's date, when it is asked for."""

    def told() -> str:
        shown, claimed = period(*span) or "another date", worded(time)
        if shown == claimed:
            return f"the record says {shown}, too"
        return f"the record says {shown}, {_BEARING[relation].format(claimed)}"

    return Outcome("date", relation, score, told)


def worded(time: "Time") -> str:
    """Return a date of a claim as it is written, and how it is meant: ``before 2015``.

    >>> from sinotech.prose.time import Time
    >>> made = Time("2015-01-01", "2015-12-31", 0, 1)
    >>> made.text, made.relation = "2015", "before"
    >>> worded(made)
    'before 2015'
    """
    if time.ends and " and " in time.text:
        return f"between {time.text}"
    if time.relation == "in" or time.relation in time.text.lower().split():
        return time.text
    return f"{time.relation} {time.text}"


def _relations(
    time: "Time", spans: "Sequence[tuple[str, str]]", evidence: "Evidence"
) -> list[str]:
    """Return how a date stands to each of *spans*; the same if the record says it."""
    if time.relation in _BESIDE and _says_so(time, evidence):
        return [SAME] * len(spans)
    pairs = [_yearless(time, *span) for span in spans]
    told = zip((_dates(time, *pair) for pair in pairs), pairs, strict=True)
    relations = [_sure(time, one, pair, evidence) for one, pair in told]
    if evidence.kind in {"event", "program"} and time.relation == "since":
        return [DIFFERS if r == OPEN else r for r in relations]
    ends = evidence.kind == "figure" or not _ENDING.isdisjoint(evidence.features.stems)
    if time.relation == "until" and not ends:
        told = zip(relations, pairs, strict=True)
        return [OPEN if r == SAME and not _ends(time, *p) else r for r, p in told]
    return relations


def _sure(
    time: "Time", relation: str, span: tuple[str, str], evidence: "Evidence"
) -> str:
    """Return *relation* if it is sure, or what is left of it.

    Where a claim gives the first and the last day of something, the record must give
    both. What is of some day of June need not be so before the 12th. A figure that is
    of one day, month or year tells nothing of how long it took.
    """
    latest = span[1]
    happens = evidence.kind in {"event", "program"}
    if relation == DIFFERS:
        return MISSING if _is_about(time, *span) else DIFFERS
    if relation != SAME:
        return relation
    if time.between or (time.ends and time.relation == "in"):
        return SAME if _has_ends(time, *span) else MISSING
    beyond = time.relation in _UPON and latest > time.latest
    if beyond and (happens or _is_one_of_calendar(*span)):
        told = time.relation != "before" and _states_day(time, evidence)
        return SAME if told else MISSING
    if time.relation == "since" and evidence.kind == "figure":
        lasting = any("since" in text.lower() for text in evidence.texts)
        return SAME if lasting or not _is_one_of_calendar(*span) else OPEN
    return SAME


def _states_day(time: "Time", evidence: "Evidence") -> bool:
    """Whether the record states the date of a claim, though it be of a longer time."""
    pairs = (_yearless(time, *span) for span in evidence.features.dates)
    return any(time.earliest <= a and b <= time.latest for a, b in pairs)


def _is_about(time: "Time", earliest: str, latest: str) -> bool:
    """Whether a date is loosely told, and may be that of a record all the same.

    One that is only *about* then may be a year off, or be of the same month.
    """
    month = time.earliest[:7] == time.latest[:7]
    if time.vague and time.earliest[:3] == earliest[:3]:
        return time.earliest[:7] == earliest[:7] or not month
    if not time.around or "XXXX" in {time.earliest[:4], earliest[:4]}:
        return False
    if month:
        return time.earliest[:7] in {earliest[:7], latest[:7]}
    year = int(time.earliest[:4])
    return any(abs(year - int(day[:4])) <= 1 for day in (earliest, latest))


_UPON = frozenset(("before", "by", "until"))
"""Relations by which nothing after the date is meant."""


def _has_ends(time: "Time", earliest: str, latest: str) -> bool:
    """Whether a period begins and ends when a claim says, as exactly as it says."""
    whole = time.latest[8:] >= "28" and time.earliest[8:] == "01"
    years = (time.earliest[5:], time.latest[5:]) == ("01-01", "12-31")
    size = len("2024") if years else len("2024-09") if whole else len("2024-09-28")
    begins = earliest[:size] == time.earliest[:size]
    return begins and latest[:size] == time.latest[:size]


def _is_one_of_calendar(earliest: str, latest: str) -> bool:
    """Whether a period is one day, month or year, and what was may be of any day."""
    month = earliest[:7] == latest[:7] and earliest[8:] == "01" and latest[8:] >= "28"
    ends = (earliest[5:], latest[5:])
    year = earliest[:4] == latest[:4] and ends == ("01-01", "12-31")
    return earliest == latest or month or year


def _says_so(time: "Time", evidence: "Evidence") -> bool:
    """Whether the record says *before*, or *after*, the same date itself."""
    words = (f"{time.relation} {time.text}", f"{time.relation} the {time.text}")
    texts = [text.lower() for text in evidence.texts]
    return any(one.lower() in text for one in words for text in texts)


def _of_year(evidence: "Evidence") -> list[tuple[str, str]]:
    """Return the dates of a record; those without a year are of that of its own.

    Where its own have no year, or several, they are of the only one that it states.
    """
    dates, own = evidence.features.dates, evidence.features.own
    year = _only_year(dates[:own]) or _only_year(dates)
    if not year:
        return dates
    return [
        (f"{year}{first[4:]}", f"{year}{last[4:]}")
        if first.startswith("XXXX")
        else (first, last)
        for first, last in dates
    ]


def _only_year(spans: "Sequence[tuple[str, str]]") -> str:
    years = {day[:4] for span in spans for day in span} - {"XXXX"}
    return min(years) if len(years) == 1 else ""


_ENDING = frozenset("close complet conclud continu end expir finish last".split())
"""Stems of words for what goes on until a day, or ends on it."""


def _ends(time: "Time", earliest: str, latest: str) -> bool:
    """Whether a period goes on until a date of the claim, rather than being of it."""
    return earliest < time.earliest <= latest <= time.latest


def _yearless(time: "Time", earliest: str, latest: str) -> tuple[str, str]:
    """Return days without their year, if the claim or the record gives none."""
    if time.earliest.startswith("XXXX"):
        if earliest[:7] == latest[:7]:
            return f"XXXX{earliest[4:]}", f"XXXX{latest[4:]}"
        return "XXXX-01-01", "XXXX-12-31"
    if earliest.startswith("XXXX"):
        return f"{time.earliest[:4]}{earliest[4:]}", f"{time.latest[:4]}{latest[4:]}"
    return earliest, latest


def _dates(time: "Time", earliest: str, latest: str) -> str:  # noqa: PLR0911
    """Return how a date of the claim stands to a period of the record.

    What was on a day was neither before nor after it.
    """
    if time.relation in _BESIDE and time.earliest <= earliest <= latest <= time.latest:
        return DIFFERS
    if time.relation == "before":
        begun = earliest < time.earliest <= time.latest <= latest
        return SAME if begun else DIFFERS if earliest > time.latest else MISSING
    if time.relation == "after":
        return DIFFERS if latest < time.earliest else OPEN
    if time.relation in {"by", "until"}:
        if earliest <= time.latest <= latest or time.earliest <= latest <= time.latest:
            return SAME
        return DIFFERS if earliest > time.latest else MISSING
    if time.relation == "since":
        if time.earliest <= earliest <= time.latest:
            return SAME
        return OPEN if latest >= time.earliest else DIFFERS
    if time.earliest <= earliest and latest <= time.latest:
        return SAME
    if earliest <= time.latest and time.earliest <= latest:
        spans = time.latest[:4] > time.earliest[:4] and latest[:4] > earliest[:4]
        return DIFFERS if spans else MISSING
    return DIFFERS
