"""A run over drafts: what is found is numbered, set against a baseline, and counted."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from sinotech.checking.baseline import Baseline, Entry, entry_of
from sinotech.checking.check import Options, Tally
from sinotech.checking.codes import REST, UNUSED
from sinotech.checking.diagnostic import BY_BASELINE, BY_COMMENT, Diagnostic
from sinotech.checking.sharing import Draft, End, Failure, Message, Step, Task
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
                    yield from (self._finished(one, state) for one in message.found)
                    self.watch(self._done(number, message.share))
                else:
                    self._keep(message, self.drafts[number], state)
            if share.number + 1 == share.of and not state.failed:
                yield from self._end(self.drafts[number], state)

    def _keep(self, message: End | Failure, draft: Draft, state: "_State") -> None:
        """Keep what the end of a share tells."""
        if isinstance(message, End):
            state.tally.add(message.tally)
            state.used |= message.used
            state.comments += message.comments
        elif not state.failed:
            state.failed = True
            self.failures.append((draft.path, str(message.error)))
            self._failed(message.error)

    def _end(self, draft: Draft, state: "_State") -> Iterator[Diagnostic]:
        """Yield the suppressions of a draft that suppress nothing, and count it."""
        if UNUSED.id in self.options.codes:
            for one in unused(state.comments, state.used):
                yield self._finished(one, state)
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
    problems: int = 0
    failed: bool = False
