"""E3xx: numbers and dates."""

from decimal import Decimal

from sinotech.checks.rules import Faults, Index, rule
from sinotech.checks.written import all_written, states, written_in
from sinotech.model import Event, Figure, Measure
from sinotech.prose.oddities import worded


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
    if figure.hedge == "exact" and worded(figure.as_written) != figure.as_written:
        yield figure.line_of("as_written"), f"{figure.as_written!r} is not exact"
    if states(figure.as_written, figure.value):
        return
    wanted = {n for n in (figure.value, figure.low, figure.high) if n is not None}
    if written_in(figure.as_written) and not all_written(wanted, figure.as_written):
        shown = " and ".join(str(n) for n in sorted(wanted))
        yield (
            figure.line_of("as_written"),
            f"{figure.as_written!r} does not say {shown}",
        )


DOZENS = 24
"""The least number that dozens are: two of them."""


@rule("E306", Figure)
def undercounted(figure: Figure, _index: Index) -> Faults:
    """Dozens are at least two dozen."""
    if figure.hedge == "dozens" and (figure.value or DOZENS) < DOZENS:
        yield figure.line_of("value"), f"dozens are at least {DOZENS}: write that"


MOST = 10**15
"""More than anything that is counted; numbers of more digits are not kept exactly."""


def _numbers(figure: Figure) -> list[Decimal]:
    """Return the numbers that *figure* states."""
    given = (figure.value, figure.low, figure.high)
    return [number for number in given if number is not None]


@rule("W701", Figure)
def boundless(figure: Figure, _index: Index) -> Faults:
    """A number is of a size, and of an exactness, that something may have."""
    for number in _numbers(figure):
        if abs(number) >= MOST or len(number.as_tuple().digits) > len(str(MOST - 1)):
            yield (
                figure.line_of("value"),
                f"{number} is too large or too exact; check its digits",
            )


@rule("W702", Figure)
def oversized_share(figure: Figure, index: Index) -> Faults:
    """A share is between nothing and all of it."""
    measure = index.by_id.get(figure.measure)
    if not isinstance(measure, Measure) or measure.counting in {"rate", "change"}:
        return
    unit = figure.unit or measure.unit
    if measure.counting != "share" and unit not in {"percent", "%"}:
        return
    for number in _numbers(figure):
        if not 0 <= number <= 100:  # noqa: PLR2004  # percent
            message = f"{number} is no share: one is from 0 to 100 percent"
            yield figure.line_of("value"), message


@rule("W703", Figure)
def negative_count(figure: Figure, index: Index) -> Faults:
    """What is counted is not less than none."""
    measure = index.by_id.get(figure.measure)
    if isinstance(measure, Measure) and measure.counting in COUNTS:
        for number in _numbers(figure):
            if number < 0:
                yield (
                    figure.line_of("value"),
                    f"{number} is less than none; check its sign",
                )


COUNTS = ("total", "period", "ordinal")
"""Ways of counting in which no number is below zero; a share has a rule of its own."""


@rule("E303", Event)
def premature(event: Event, index: Index) -> Faults:
    """What happened had happened when an article told of it."""
    for citation in event.cites:
        source = index.source(citation)
        if source is None or source.published is None:
            continue
        if event.type == "happened" and event.date.earliest > source.published.latest:
            when = source.published.text
            yield event.line_of("date"), f"it lies after {source.id} ({when}); planned?"


@rule("E305", Figure, Event)
def unfounded(record: Figure | Event, index: Index) -> Faults:
    """A date that is only that of publication says so."""
    name = "as_of" if isinstance(record, Figure) else "date"
    period = getattr(record, name)
    if period is None or getattr(record, f"{name}_basis"):
        return
    for citation in record.cites:
        source = index.source(citation)
        if source is not None and source.published == period:
            if source.text is not None:
                yield (
                    record.line_of(name),
                    f"it is when {source.id} appeared; add {name}_basis",
                )
            return
