"""Comments in a draft that suppress what is found of it, and those that do not."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from sinotech.checking.codes import CODES, REST, UNUSED
from sinotech.checking.diagnostic import Diagnostic
from sinotech.checking.placing import placed
from sinotech.drafts.document import Document

Used = set[tuple[int, str]]
"""Suppressions that suppressed something, by their number, with the code of that."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A suppression: its codes (none: all), and what tells that it is not used.

    What is wrong with it is its *problem*, or empty.
    """

    codes: frozenset[str]
    problem: str
    diagnostic: Diagnostic


class Suppressions:
    """The suppressions of one document, and which of them did suppress something."""

    def __init__(self, document: Document) -> None:
        """Take those of *document*."""
        self._document = document
        self._all = list(document.suppressions)
        self._order = sorted(range(len(self._all)), key=lambda at: self._all[at].first)
        self._firsts = [self._all[at].first for at in self._order]
        self._lasts = list(accumulate((self._all[at].last for at in self._order), max))
        self.used: Used = set()

    def suppress(self, code: str, begin: int, end: int) -> bool:
        """Whether what is found from *begin* to *end* in the source is suppressed.

        A comment without codes counts as used by whatever has a problem, whether that
        would be told or not: what is told must not change which comments are needed.
        """
        found = False
        for at in range(bisect_left(self._firsts, end) - 1, -1, -1):
            if self._lasts[at] <= begin:  # so are those of all before
                break
            number = self._order[at]
            one = self._all[number]
            if one.is_about(begin, end, code):
                found = True
                if one.codes or code not in REST:
                    self.used.add((number, code))
        return found

    def comments(self) -> list[Comment]:
        """Return what is told of each, should it suppress nothing."""
        source = self._document.source
        return [
            Comment(
                one.codes,
                one.problem,
                Diagnostic(
                    **placed(self._document, one.begin, one.end),
                    code=UNUSED.id,
                    level=UNUSED.level,
                    sentence=source[one.begin : one.end],
                    message=UNUSED.meaning,
                ),
            )
            for one in self._all
        ]


def unused(comments: Iterable[Comment], used: Used) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each that suppressed nothing, or not all it names."""
    met: dict[int, set[str]] = {}
    for number, code in used:
        met.setdefault(number, set()).add(code)
    for number, one in enumerate(comments):
        if told := one.problem or _unused(one.codes, met.get(number, set())):
            message = f"{UNUSED.name} suppression: {told}"
            yield replace(one.diagnostic, message=message)


def _unused(codes: frozenset[str], met: set[str]) -> str:
    """Return what of a suppression suppresses nothing; empty if all of it does."""
    if not codes:
        return "" if met else "nothing is found there"
    strange = sorted(code for code in codes if code not in CODES)
    idle = sorted(codes - met - set(strange))
    told = [f"there is no code {code[:40]}" for code in strange]
    return "; ".join(told + [f"{', '.join(idle)} is not found there"] * bool(idle))
