"""What a page shows of how much, in words."""

from sinotech.answers.options import FILES
from sinotech.kinds import noun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.answers.answer import Answer
    from sinotech.query.paging import Extent


def span(extent: "Extent") -> str:
    """Return what part of a list is shown.

    >>> span({"total": 12431, "exact": True, "offset": 0, "shown": 50})
    'first 50 of 12,431'
    >>> span({"total": 10000, "exact": False, "offset": 50, "shown": 50})
    '51 to 100 of more than 10,000'
    """
    start, end = extent["offset"], extent["offset"] + extent["shown"]
    if not extent["shown"]:
        return f"none of {number(extent)}"
    part = f"{start + 1:,} to {end:,}" if extent["shown"] > 1 else f"number {end:,}"
    return f"{part if start else f'first {end:,}'} of {number(extent)}"


def number(extent: "Extent") -> str:
    """Return how many there are."""
    return f"{'' if extent['exact'] else 'more than '}{extent['total']:,}"


def notice(answer: "Answer") -> str:
    """Return one line that says what is shown of *answer*, and how to see more."""
    pages = answer.pages
    of = f" of {answer.resolved.name}" if answer.resolved else ""
    offset = max(extent["offset"] for extent in pages.values())
    shown = {name: extent for name, extent in pages.items() if extent["shown"]}
    if not shown:
        there = ", ".join(_counted(name, one) for name, one in pages.items())
        return f"none{of} after the first {offset:,}; in all: {there}"
    told = ", ".join(
        f"{'' if offset else 'the '}{span(one)} {_noun(name, one)}"
        for name, one in shown.items()
    )
    ends = [one["offset"] + one["shown"] for one in shown.values() if _goes_on(one)]
    more = f"; --offset {max(ends)} shows the next, --all everything" if ends else ""
    if answer.style and answer.style.name in FILES:
        more += "; the sources are those of what is shown"
    return f"shown{of}: {told}{more}"


def _goes_on(extent: "Extent") -> bool:
    end = extent["offset"] + extent["shown"]
    return end < extent["total"] or not extent["exact"]


def _counted(name: str, extent: "Extent") -> str:
    return f"{number(extent)} {_noun(name, extent)}"


def _noun(name: str, extent: "Extent") -> str:
    """Return what *name* is a page of; in a comparison, it says of what too."""
    of, _, section = name.rpartition(".")
    told = noun(extent["total"], section)
    return f"{told} of {of}" if of else told
