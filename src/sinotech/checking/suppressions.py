"""Comments in a draft that suppress what is found of it, and those that do not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

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
        self.used: Used = set()

    def suppress(self, code: str, begin: int, end: int) -> bool:
        """Whether what is found from *begin* to *end* in the source is suppressed.

        A comment without codes counts as used by whatever has a problem, whether that
        would be told or not: what is told must not change which comments are needed.
        """
        found = False
        for number, one in enumerate(self._all):
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
    for number, one in enumerate(comments):
        met = {code for at, code in used if at == number}
        if told := one.problem or _unused(one.codes, met):
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
