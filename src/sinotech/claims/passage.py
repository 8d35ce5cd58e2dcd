"""The sentences of a text, judged one after another."""

from sinotech.claims.context import Context
from sinotech.claims.engine import hear, judge
from sinotech.claims.judgement import LIKELY
from sinotech.claims.stating import makes_claim
from sinotech.claims.verdicts import CONTRADICTED, UNDECIDED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.claims.judgement import Judgement
    from sinotech.claims.words import Words

__all__ = ["Passage", "makes_claim", "to_review"]


class Passage:
    """Sentences of a text, judged one after another; each may inherit from the last."""

    def __init__(self, words: "Words", as_of: str | None = None) -> None:
        """Begin a text; relative dates are read as of the day *as_of*."""
        self._words, self._as_of = words, as_of
        self._context = Context()

    def judge(self, text: str, *, opens: bool = False) -> "Judgement | None":
        """Return the sentence *text* judged; nothing if it makes no claim.

        One that *opens* a paragraph inherits only where it plainly leans on something.
        """
        self._context.opens = opens
        lent = self._context.lend(self._words, text)
        if not makes_claim(self._words, lent.text):
            hear(self._words, text, self._context)
            return None
        return judge(self._words, text, self._as_of, context=self._context)

    def hear(self, text: str, *, opens: bool = False) -> None:
        """Let *text* stand before what comes next, as `judge` does, but unjudged."""
        self._context.opens = opens
        hear(self._words, text, self._context)

    def forget(self) -> None:
        """Begin a new text."""
        self._context = Context()


def to_review(judgement: "Judgement") -> bool:
    """Whether a writer should look again at a sentence that nothing is certain of.

    A part of it may be untrue; or it is undecided, and a record of the same thing has
    another number, date, place or name.
    """
    return any(
        part.confidence == LIKELY
        if part.verdict == CONTRADICTED
        else part.verdict == UNDECIDED and part.is_near_miss
        for part in judgement.parts
    )
