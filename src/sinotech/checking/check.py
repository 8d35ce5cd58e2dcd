"""A document checked, sentence by sentence."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from sinotech.checking.codes import UNUSED, USUAL
from sinotech.checking.diagnostic import BY_COMMENT, Diagnostic, in_order, numbered
from sinotech.checking.judging import Finder, Found
from sinotech.checking.placing import placed
from sinotech.checking.suppressions import Suppressions, unused
from sinotech.claims.passage import Passage
from sinotech.claims.session import Session
from sinotech.drafts.document import Document, Sentence
from sinotech.store import Wall


@dataclass(frozen=True, slots=True)
class Options:
    """What of a document is told, and how.

    *codes* are told; *style* names a citation style, or is None.
    """

    codes: frozenset[str] = USUAL
    style: str | None = None


@dataclass(slots=True)
class Tally:
    """How many sentences there were, and what became of them."""

    sentences: int = 0
    judged: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    """Judged sentences by the name of the gravest code that they have."""

    def add(self, other: "Tally") -> None:
        """Count what *other* counted, too."""
        self.sentences += other.sentences
        self.judged += other.judged
        self.verdicts += other.verdicts


@dataclass(frozen=True, slots=True)
class Share:
    """The part of a document that is judged: the *number*-th (from 0) of *of*.

    What stands before it is heard, so that its sentences are read as in the whole.
    """

    number: int = 0
    of: int = 1


WHOLE = Share()
"""All of a document."""


def check_document(
    session: Session, document: Document, options: Options, tally: Tally | None = None
) -> Iterator[Diagnostic]:
    """Yield what is found in *document*, in the order of its place.

    It is judged by the records that *session* knows, as of the day of *session*. What a
    comment suppresses is yielded too, and says so. *tally* counts sentences.
    """
    checked = Checked(session, document, options, tally or Tally())
    found = [one for _, some in checked.sentences() for one in some]
    if UNUSED.id in options.codes:
        found += checked.unused()
    yield from numbered(in_order(found))


class Checked:
    """A document on its way through the check."""

    def __init__(
        self, session: Session, document: Document, options: Options, tally: Tally
    ) -> None:
        """Check *document* by the records that *session* knows; *tally* counts."""
        self.document, self.tally = document, tally
        self.suppressions = Suppressions(document)
        self._words, self._options = session, options
        self._finder = Finder(session, options.codes, options.style)

    def sentences(self, share: Share = WHOLE) -> Iterator[tuple[int, list[Diagnostic]]]:
        """Yield where each sentence of a *share* ends, and what is found of it.

        The end is an offset in the source. Diagnostics are not numbered yet.
        """
        passage = Passage(self._words, self._words.as_of)
        size = len(self.document.source)
        for sentence in self.document.sentences():
            span = sentence.block.span(sentence.begin, sentence.end)
            place = share.of * span[0] // size
            if place > share.number:
                break
            if place == share.number:
                yield span[1], self._judged(passage, sentence, span)
            else:
                passage.hear(sentence.text, opens=sentence.opens)

    def unused(self) -> Iterator[Diagnostic]:
        """Yield the comments that suppressed nothing, now that all is judged."""
        return unused(self.suppressions.comments(), self.suppressions.used)

    def _judged(
        self, passage: Passage, sentence: Sentence, span: tuple[int, int]
    ) -> list[Diagnostic]:
        """Return what is found of a sentence, whose *span* is in the source."""
        self.tally.sentences += 1
        with Wall(self._words.store):
            judgement = passage.judge(sentence.text, opens=sentence.opens)
            if judgement is None:
                return []
            found = self._finder.found_of(judgement)
        self.tally.judged += 1
        self.tally.verdicts[found[0].code.name] += 1
        context = _Context(sentence, span, judgement.inherited)
        made = []
        for one in found:
            suppressed = self.suppressions.suppress(one.code.id, *span)
            if one.code.id in self._options.codes:
                made.append(self._diagnostic(one, context, suppressed=suppressed))
        return made

    def _diagnostic(
        self, one: Found, context: "_Context", *, suppressed: bool
    ) -> Diagnostic:
        return Diagnostic(
            **placed(self.document, *context.span),
            code=one.code.id,
            level=one.code.level,
            sentence=context.sentence.text,
            message=one.message(context.aside()),
            verdict=one.verdict,
            confidence=one.confidence,
            quoted=context.sentence.quoted,
            inherited=context.inherited,
            differs=tuple(dict.fromkeys(one.differs)),
            records=tuple(one.records),
            suppressed=BY_COMMENT if suppressed else "",
        )


@dataclass(frozen=True, slots=True)
class _Context:
    """A sentence, where in the source it stands, and what was read into it."""

    sentence: Sentence
    span: tuple[int, int]
    inherited: str

    def aside(self) -> str:
        """Return how it was read, if that is not plain from its words."""
        told = ["in a quotation"] if self.sentence.quoted else []
        if self.inherited:
            told.append(f"read with {self.inherited} from before")
        return "; ".join(told)
