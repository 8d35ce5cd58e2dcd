"""The sentences of a text, judged one after another."""

from sinotech.claims.context import Context
from sinotech.claims.engine import hear, judge
from sinotech.claims.judgement import LIKELY
from sinotech.claims.settings import CONTRADICTED, UNDECIDED
from sinotech.claims.stating import makes_claim

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.claims.judgement import Judgement
    from sinotech.claims.session import Session

__all__ = ["Passage", "makes_claim", "to_review"]

REACH = 12
"""Sentences from one that names something recorded on, in which others are taken to be
on the same subject: two or three paragraphs, by judgement. Far from any such name,
*five labs are at work* is about somebody else's."""


class Passage:
    """Sentences of a text, judged one after another; each may inherit from the last."""

    def __init__(self, session: "Session", as_of: str | None = None) -> None:
        """Begin a text; relative dates are read as of the day *as_of*."""
        self._words, self._as_of = session, as_of
        self._context = Context()
        self._apart = REACH
        """Sentences since the last one that named something recorded."""

    def judge(self, text: str, *, opens: bool = False) -> "Judgement | None":
        """Return the sentence *text* judged; nothing if it makes no claim.

        One that *opens* a paragraph inherits only where it plainly leans on something.
        """
        self._context.opens = opens
        if self._is_near_subject(text):
            lent = self._context.lend(self._words, text)
            if makes_claim(self._words, lent.text) or (
                lent.inherited and makes_claim(self._words, text)
            ):
                return judge(self._words, text, self._as_of, context=self._context)
        hear(self._words, text, self._context)
        return None

    def hear(self, text: str, *, opens: bool = False) -> None:
        """Let *text* stand before what comes next, as `judge` does, but unjudged."""
        self._context.opens = opens
        self._is_near_subject(text)
        hear(self._words, text, self._context)

    def _is_near_subject(self, text: str) -> bool:
        """Whether *text*, or a sentence not far before it, names something recorded."""
        self._apart = 0 if self._words.names_subject(text) else self._apart + 1
        return self._apart < REACH

    def forget(self) -> None:
        """Begin a new text."""
        self._context = Context()
        self._apart = REACH


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
