"""The codes of diagnostics: what each means, and which are told unasked."""

from sinotech.claims import settings
from sinotech.errors import UsageError, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ERROR, WARNING, NOTE = "error", "warning", "note"
"""The levels of diagnostics, the gravest first."""


class Code:
    """A code: its name in a word or two, its level, and what it says of a sentence."""

    __slots__ = ("id", "level", "meaning", "name")

    def __init__(self, id_: str, name: str, level: str, meaning: str) -> None:
        """Declare the code *id_*."""
        self.id, self.name = id_, name
        self.level, self.meaning = level, meaning


SUPPORTED = Code("S000", settings.SUPPORTED, NOTE, "a source states it")
CONTRADICTED = Code(
    "S001",
    settings.CONTRADICTED,
    ERROR,
    "a source states otherwise, and a number, a date or all of the words settle it",
)
OUTDATED = Code(
    "S002",
    settings.OUTDATED,
    WARNING,
    "a source stated it once, and a later one replaces it",
)
CONFLICTING = Code(
    "S003",
    settings.CONFLICTING,
    WARNING,
    "the sources disagree about it, and none is later",
)
TO_REVIEW = Code(
    "S004",
    "to review",
    NOTE,
    "the sources speak of it: they likely contradict it, or do not settle it",
)
NOT_FOUND = Code(
    "S005", "not found", NOTE, "no record speaks of it, or none settles it"
)
UNUSED = Code("S100", "unused", WARNING, "a suppression that suppresses nothing")

CODES = {
    code.id: code
    for code in (
        SUPPORTED,
        CONTRADICTED,
        OUTDATED,
        CONFLICTING,
        TO_REVIEW,
        NOT_FOUND,
        UNUSED,
    )
}
"""Every code, by its id."""

USUAL = frozenset(("S001", "S002", "S003", "S100"))
"""The codes that are told unless others are selected."""

STRICT = frozenset(("S004",))
"""The codes that ``--strict`` adds."""

REST = frozenset(("S000", "S005"))
"""The codes that ``--all`` adds; they are no problems."""


def selected(
    select: "Iterable[str]",
    *,
    strict: bool = False,
    everything: bool = False,
    named: str = "--select",
) -> frozenset[str]:
    """Return the codes that are told: those of *select*, or the usual ones, and more.

    Codes are read in either case. Raises UsageError for one that there is not; *named*
    is what selects them.
    """
    words = [word.strip().upper() for one in select for word in one.split(",")]
    codes = frozenset(word for word in words if word)
    for code in sorted(codes - CODES.keys()):
        known = f"there are: {', '.join(CODES)}"
        raise UsageError(f"{named}: there is no code {quoted(code)}", known)
    return (
        (codes or USUAL)
        | (STRICT if strict else frozenset())
        | (REST if everything else frozenset())
    )
