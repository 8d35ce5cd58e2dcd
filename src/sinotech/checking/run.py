"""A run over drafts: what is found is numbered, set against a baseline, and counted."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import inf

from sinotech.checking.baseline import Baseline, Entry, entry_of
from sinotech.checking.check import Options, Tally
from sinotech.checking.codes import REST, UNUSED
from sinotech.checking.diagnostic import BY_BASELINE, BY_COMMENT, Diagnostic, in_order
from sinotech.checking.sharing import Begin, Draft, End, Failure, Message, Step, Task
from sinotech.checking.suppressions import Comment, Used, unused
from sinotech.errors import DraftError

Watch = Callable[[float], None]
"""Is told how much of all drafts is done, 0 to 1."""


@dataclass(slots=True)
class Counts:
    """What a run counted: sentences, what was told by code, what was suppressed."""

    tally: Tally = field(default_factory=Tally)
    told: Counter[str] = field(default_factory=Counter)
    """Diagnostics that were told, by their code."""

    by_comment: Counter[str] = field(default_factory=Counter)
    """Those that a comment suppressed, by their code."""

    by_baseline: Counter[str] = field(default_factory=Counter)
    """Those that the baseline suppressed, by their code."""

    @property
    def problems(self) -> int:
        """How many problems were told."""
        return sum(n for code, n in self.told.items() if code not in REST)

    def count(self, diagnostic: Diagnostic) -> None:
        """Count a diagnostic as told or as suppressed."""
        by = {BY_COMMENT: self.by_comment, BY_BASELINE: self.by_baseline}
        by.get(diagnostic.suppressed, self.told)[diagnostic.code] += 1


@dataclass(frozen=True, slots=True)
class FileCounts:
    """How many sentences one file has, how many were judged, and problems told."""

    path: str
    sentences: int
    judged: int
    problems: int


class Run:
    """One run over *drafts*: goes through what is found, and keeps count meanwhile."""

    def __init__(
        self,
        drafts: Sequence[Draft],
        options: Options,
        baseline: Baseline | None = None,
        failed: Callable[[DraftError], None] = lambda _: None,
    ) -> None:
        """Go over *drafts*; *failed* is told of each that cannot be read."""
        self.drafts, self.options = drafts, options
        self.counts = Counts()
        self.files: list[FileCounts] = []
        self.failures: list[tuple[str, str]] = []
        self.entries: list[Entry] = []
        """What a baseline would hold that lets everything be."""

        self._baseline = baseline or Baseline()
        self._failed = failed
        self.watch: Watch = lambda _: None
        self._seen: Counter[tuple[str, str, str]] = Counter()
        sizes = [max(draft.size, 1) for draft in drafts]
        self._ends = [*accumulate(sizes, initial=0)]

    def diagnostics(
        self, tasks: Sequence[Task], messages: Iterator[Iterator[Message]]
    ) -> Iterator[Diagnostic]:
        """Yield all diagnostics of the *messages* of *tasks*, suppressed ones too."""
        state = _State()
        for (number, share), own in zip(tasks, messages, strict=True):
            state = state if share.number else _State()
            for message in own:
                if isinstance(message, Step):
                    yield from self._told(message.found, state)
                    self.watch(self._done(number, message.share))
                else:
                    self._keep(message, self.drafts[number], state)
            if share.number + 1 == share.of:
                yield from self._end(self.drafts[number], state)

    def _told(self, found: list[Diagnostic], state: "_State") -> Iterator[Diagnostic]:
        """Yield what is *found*, but hold it back behind a comment.

        What that suppresses is known at the end of its draft, and all is told in the
        order of its place.
        """
        for one in found:
            finished = self._finished(one, state)
            if one.offset < state.first_comment:
                yield finished
            else:
                state.held.append(finished)

    def _keep(
        self, message: Begin | End | Failure, draft: Draft, state: "_State"
    ) -> None:
        """Keep what the beginning or the end of a share tells."""
        if isinstance(message, Begin):
            state.comments = message.comments if self._looks_for_unused else []
        elif isinstance(message, End):
            state.tally.add(message.tally)
            state.used |= message.used
        elif not state.failed:
            state.failed = True
            self.failures.append((draft.path, str(message.error)))
            self._failed(message.error)

    @property
    def _looks_for_unused(self) -> bool:
        return UNUSED.id in self.options.codes

    def _end(self, draft: Draft, state: "_State") -> Iterator[Diagnostic]:
        """Yield what was held back of a draft, with the comments that suppress nothing.

        A draft that could not be read to its end is not counted.
        """
        if not state.failed:
            idle = unused(state.comments, state.used)
            state.held += [self._finished(one, state) for one in idle]
        yield from in_order(state.held)
        if state.failed:
            return
        tally = state.tally
        self.counts.tally.add(tally)
        of_file = FileCounts(draft.path, tally.sentences, tally.judged, state.problems)
        self.files.append(of_file)

    def _finished(self, diagnostic: Diagnostic, state: "_State") -> Diagnostic:
        """Return *diagnostic* numbered, suppressed if the baseline has it; count it."""
        key = diagnostic.key
        if nth := self._seen[key]:
            diagnostic = replace(diagnostic, nth=nth)
        self._seen[key] += 1
        if diagnostic.is_problem:
            self.entries.append(entry_of(diagnostic))
        marked = self._baseline.mark(diagnostic)
        self.counts.count(marked)
        state.problems += marked.is_problem
        return marked

    def _done(self, number: int, share: float) -> float:
        """Return how much of all drafts is done, if a *share* of one is."""
        begin, end = self._ends[number : number + 2]
        return (begin + share * (end - begin)) / self._ends[-1]


@dataclass(slots=True)
class _State:
    """What is known of the draft whose shares are gone through."""

    tally: Tally = field(default_factory=Tally)
    used: Used = field(default_factory=set)
    comments: list[Comment] = field(default_factory=list)
    held: list[Diagnostic] = field(default_factory=list)
    problems: int = 0
    failed: bool = False

    @property
    def first_comment(self) -> float:
        """Where in the source the first comment stands; behind all, without any."""
        return self.comments[0].diagnostic.offset if self.comments else inf
