"""E3xx: numbers and dates."""

from decimal import Decimal

from sinotech.checks.rules import Faults, Index, counted, rule
from sinotech.model import Event, Figure, Record, Source
from sinotech.numerals import read_numbers


@rule("E301", Figure)
def valueless(figure: Figure, _index: Index) -> Faults:
    """A figure has a value, or both ends of a range, in order."""
    ends = (figure.low, figure.high)
    if figure.value is None and None in ends:
        yield figure.line, "give a value, or low and high"
    elif figure.value is not None and ends != (None, None):
        yield figure.line, "give a value or a range, not both"
    elif (
        figure.low is not None and figure.high is not None and figure.low > figure.high
    ):
        yield figure.line_of("low"), "low is above high"


@rule("E302", Figure)
def misquoted(figure: Figure, _index: Index) -> Faults:
    """The number as written is the number recorded."""
    written = read_numbers(figure.as_written)
    wanted = {n for n in (figure.value, figure.low, figure.high) if n is not None}
    if written and not _agree(wanted, written):
        shown = " and ".join(str(n) for n in sorted(wanted))
        yield (
            figure.line_of("as_written"),
            f"{figure.as_written!r} does not say {shown}",
        )


def _agree(wanted: set[Decimal], written: list[Decimal]) -> bool:
    return all(n in written or n / 100 in written for n in wanted)


@rule("E303", Event)
def premature(event: Event, index: Index) -> Faults:
    """What happened had happened when an article told of it."""
    for citation in event.cites:
        source = index.by_id.get(citation.source)
        if not isinstance(source, Source) or source.published is None:
            continue
        if event.type == "happened" and event.date.earliest > source.published.latest:
            when = source.published.text
            yield event.line_of("date"), f"it lies after {source.id} ({when}); planned?"


@rule("E304", Figure)
def at_odds(figure: Figure, index: Index) -> Faults:
    """Two numbers for one thing at one time are a conflict, and recorded as such."""
    for other in index.figures[counted(figure)]:
        if other.id <= figure.id or not _at_once(figure, other):
            continue
        shared = index.disputed.get(figure.id, set()) & index.disputed.get(
            other.id, set()
        )
        if not shared and not _compatible(figure, other):
            yield figure.line, f"{other.id} states another number; record a conflict"


def _at_once(one: Figure, other: Figure) -> bool:
    if one.as_of is None or other.as_of is None:
        return one.as_of is other.as_of
    return (
        one.as_of.earliest <= other.as_of.latest
        and other.as_of.earliest <= one.as_of.latest
    )


def _compatible(one: Figure, other: Figure) -> bool:
    """Whether some number is what both figures say."""
    (low, high), (low2, high2) = _reach(one), _reach(other)
    return low <= high2 and low2 <= high


_ENDLESS = Decimal("Infinity")
_ROUNDING = Decimal("0.1")
"""Share by which a number said to be about or nearly so may be off, for E304."""


def _reach(figure: Figure) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest number that *figure* may mean."""
    low = figure.value if figure.low is None else figure.low
    high = figure.value if figure.high is None else figure.high
    if low is None or high is None:
        return -_ENDLESS, _ENDLESS
    margin = abs(high) * _ROUNDING
    match figure.hedge:
        case "more_than" | "at_least" | "dozens":
            return low, _ENDLESS
        case "up_to" | "fewer_than":
            return -_ENDLESS, high
        case "about":
            return low - margin, high + margin
        case "nearly":
            return low - margin, high
        case _:
            return low, high


@rule("E305", Figure, Event)
def unfounded(record: Record, index: Index) -> Faults:
    """A date that is only that of publication says so."""
    name = "as_of" if isinstance(record, Figure) else "date"
    period = getattr(record, name)
    if period is None or getattr(record, f"{name}_basis"):
        return
    for citation in record.cites:
        source = index.by_id.get(citation.source)
        if isinstance(source, Source) and source.published == period:
            if source.text is not None:
                yield (
                    record.line_of(name),
                    f"it is when {source.id} appeared; add {name}_basis",
                )
            return
