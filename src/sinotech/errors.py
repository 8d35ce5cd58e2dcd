"""What can go wrong, each with its remedy and its exit code."""

ANSWERED = 0
NOT_FOUND = 1
USAGE = 2
AMBIGUOUS = 3
FAULT = 4

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from sinotech.findings import Finding


QUOTED = 60
"""Characters of a text that a message repeats."""


def quoted(text: str) -> str:
    """Return *text* in quotes, as a message repeats it: its beginning, if it is long.

    >>> quoted("9" * 5000)
    "'999999999999999999999999999999999999999999999999999999999999…'"
    """
    return repr(text if len(text) <= QUOTED else f"{text[:QUOTED]}…")


class SinotechError(Exception):
    """A mistake that is reported in one line, never as a traceback."""

    exit_code = FAULT

    def __init__(self, message: str, remedy: str = "") -> None:
        """State what is wrong in *message*, and in *remedy* what to do about it."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """Give the message and its remedy on one line."""
        return f"{self.message}; {self.remedy}" if self.remedy else self.message


class UsageError(SinotechError):
    """The command line asks for something that cannot be."""

    exit_code = USAGE


class NotFoundError(SinotechError):
    """Nothing is recorded under a name."""

    exit_code = NOT_FOUND


class AmbiguousError(SinotechError):
    """A name may mean several things, or is not quite that of any.

    *candidates* are what may be meant, each with ``id``, ``kind`` and ``name``.
    """

    exit_code = AMBIGUOUS

    def __init__(self, message: str, candidates: "Sequence[dict[str, str]]") -> None:
        """Say what was asked in *message*."""
        super().__init__(message)
        self.candidates = tuple(candidates)


class StoreError(SinotechError):
    """A database is missing, damaged, or of another schema."""

    @classmethod
    def damaged(cls, error: Exception) -> "Self":
        """Return what to raise where *error* tells that a database is damaged."""
        remedy = "make it again with sinotech build"
        return cls(f"the database is damaged ({error})", remedy)


class RecordError(SinotechError):
    """A record set has findings that forbid compiling it."""

    def __init__(self, findings: "Sequence[Finding]") -> None:
        """Carry all *findings*; the first stands for the rest in one line."""
        count = len(findings)
        more = f" (and {count - 1} more: sinotech lint lists them)" if count > 1 else ""
        super().__init__(f"{findings[0]}{more}")
        self.findings = tuple(findings)
