"""Diagnostics as lines of text, and what a run over drafts came to."""

from collections.abc import Iterator

from sinotech.checking.codes import CODES, REST
from sinotech.checking.diagnostic import Diagnostic
from sinotech.checking.run import Counts, FileCounts
from sinotech.kinds import count
from sinotech.safe import visible


def place_of(diagnostic: Diagnostic) -> str:
    """Return where a diagnostic stands, as editors and terminals link it."""
    return f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"


def line_of(diagnostic: Diagnostic) -> str:
    """Return *diagnostic* as one line of text, of any length."""
    told = f"{diagnostic.code} {diagnostic.full_message}"
    return visible(f"{place_of(diagnostic)}: {told}")


def summary(counts: Counts) -> str:
    """Return in a line what a run came to.

    >>> summary(Counts())
    '0 sentences, 0 judged'
    """
    tally = counts.tally
    told = f"{count(tally.sentences, 'sentences')}, {tally.judged:,} judged"
    verdicts = [
        f"{number:,} {code.name}"
        for code in sorted(CODES.values(), key=lambda code: code.id in REST)
        if (number := tally.verdicts[code.name])
    ]
    told += f": {', '.join(verdicts)}" if verdicts else ""
    for number, how in (
        (counts.by_comment.total(), "suppressed"),
        (counts.by_baseline.total(), "in the baseline"),
    ):
        told += f"; {number:,} {how}" if number else ""
    return told


def statistics(counts: Counts, files: list[FileCounts]) -> Iterator[str]:
    """Yield a line for each code that was met, then one for each file."""
    for code in CODES.values():
        numbers = {
            "told": counts.told[code.id],
            "suppressed": counts.by_comment[code.id],
            "in the baseline": counts.by_baseline[code.id],
        }
        told = [f"{number:,} {how}" for how, number in numbers.items() if number]
        if told:
            yield f"{code.id} {code.name}: {', '.join(told)}"
    for one in files:
        told_of = f"{count(one.sentences, 'sentences')}, {one.judged:,} judged"
        yield f"{one.path}: {told_of}, {count(one.problems, 'problems')}"
