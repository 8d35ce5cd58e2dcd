"""What comparing one aspect of a claim with a record came to."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAME, DIFFERS, MISSING, SILENT = "same", "differs", "missing", "silent"


OPEN = "open"


class Outcome:
    """How one aspect of a claim stands to a record.

    *relation* is ``same``, ``differs`` (for the very same thing), ``missing`` (the
    record does not say), ``open`` (nor does it, but it may be about the same thing) or
    ``silent`` (the claim does not say). *score* is from 0 to 1. The *reason* is given,
    or by what it is written when somebody asks for it: names are looked up for it.
    """

    __slots__ = ("_reason", "aspect", "relation", "score")

    def __init__(
        self,
        aspect: str,
        relation: str,
        score: float,
        reason: "str | Callable[[], str]",
    ) -> None:
        """Hold the outcome."""
        self.aspect, self.relation, self.score = aspect, relation, score
        self._reason = reason

    @property
    def reason(self) -> str:
        """Return in words what the outcome comes from; empty where nothing does."""
        if not isinstance(self._reason, str):
            self._reason = self._reason()
        return self._reason

    def __repr__(self) -> str:
        """Show aspect, relation and reason."""
        return f"{self.aspect}: {self.relation} ({self.score:.2f}) {self.reason}"


def agreed(outcomes: "Sequence[Outcome]", doubt: str) -> Outcome:
    """Return what comparing each reading of a number or date came to, if all agree.

    If they do not, nothing is settled: *doubt* says what the readings are.
    """
    first = outcomes[0]
    if all(outcome.relation == first.relation for outcome in outcomes):
        return first
    return Outcome(first.aspect, MISSING, 0.3, doubt)
