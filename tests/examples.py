"""How many examples a property is tried with, as the profile of Hypothesis says."""

from hypothesis import settings


def times(share: float) -> int:
    """Return *share* times as many examples as the profile says, at least one.

    That is for properties whose examples are dear, or cheap and many.
    """
    return max(1, round(settings().max_examples * share))
