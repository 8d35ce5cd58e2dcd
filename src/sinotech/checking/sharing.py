"""Drafts checked in shares, by one process or by several side by side."""

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sinotech.checking.check import WHOLE, Checked, Options, Share, Tally
from sinotech.checking.diagnostic import Diagnostic
from sinotech.checking.suppressions import Comment, Used
from sinotech.claims.session import Session
from sinotech.drafts.document import Document
from sinotech.drafts.reading import read_bytes, read_document
from sinotech.errors import DraftError, StoreError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from sinotech.store import Handle

SMALL = 8_000
"""Bytes of drafts that one process checks alone, within a second; larger ones are
shared out: 2,000 words take 0.8 seconds with two processes, and 1.3 with one."""

SILENT = 64
"""Sentences of which nothing is found that a process checks before it tells how far it
is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to check; of standard input its bytes, under the name that is given."""

    path: str
    data: bytes | None = None

    @property
    def size(self) -> int:
        """Return how many bytes it has; 0 if it cannot be read."""
        if self.data is not None:
            return len(self.data)
        try:
            return Path(self.path).stat().st_size
        except (OSError, ValueError):
            return 0

    def read(self) -> Document:
        """Return what it holds. Raises DraftError, which names it."""
        if self.data is None:
            return read_document(self.path)
        return read_bytes(self.data, self.path)


@dataclass(frozen=True, slots=True)
class Source:
    """What another process needs to know the same words: a database, and a day."""

    handle: "Handle"
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Begin:
    """The beginning of a draft that can be read, and all of its comments."""

    comments: list[Comment]


@dataclass(frozen=True, slots=True)
class Step:
    """What was found up to *share* (0 to 1) of a draft."""

    share: float
    found: list[Diagnostic]


@dataclass(frozen=True, slots=True)
class End:
    """The end of a share: what was counted in it, and what its comments suppressed."""

    tally: Tally
    used: Used


@dataclass(frozen=True, slots=True)
class Failure:
    """A draft that could not be read, and why."""

    error: DraftError


Message = Begin | Step | End | Failure
Task = tuple[int, Share]
"""A draft, by its number, and which share of it is checked."""


def tasks_of(drafts: Sequence[Draft], jobs: int) -> list[Task]:
    """Return what is to be done, in order; drafts are shared out if that is worth it.

    The shares of a draft follow each other.
    """
    if jobs == 1 or is_little(drafts):
        return [(number, WHOLE) for number in range(len(drafts))]
    return [
        (number, Share(at, of))
        for number, draft in enumerate(drafts)
        for of in [jobs if draft.size > SMALL else 1]
        for at in range(of)
    ]


def is_little(drafts: Sequence[Draft]) -> bool:
    """Whether all of *drafts* are done before other processes would have begun."""
    return sum(draft.size for draft in drafts) <= SMALL


def work(
    session: Session, draft: Draft, share: Share, options: Options
) -> Iterator[Message]:
    """Check a *share* of *draft*; tell of its beginning, each sentence, and the end.

    That may be a failure at any time. Raises StoreError if the database is damaged.
    """
    try:
        yield from _work(session, draft, share, options)
    except DraftError as error:
        yield Failure(error)


def _work(
    session: Session, draft: Draft, share: Share, options: Options
) -> Iterator[Message]:
    document = draft.read()
    tally = Tally()
    checked = Checked(session, document, options, tally)
    if share.number == 0:
        yield Begin(checked.suppressions.comments())
    size = len(document.source)
    for end, found in checked.sentences(share):
        yield Step(end / size, found)
    yield End(tally, checked.suppressions.used)


def work_alone(
    session: Session, drafts: Sequence[Draft], tasks: Sequence[Task], options: Options
) -> Iterator[Iterator[Message]]:
    """Yield the messages of each of *tasks*, all done in this process."""
    for number, share in tasks:
        yield work(session, drafts[number], share, options)


class Team:
    """Processes that work side by side, each with a database opened for itself."""

    def __init__(
        self,
        source: Source,
        drafts: Sequence[Draft],
        tasks: Sequence[Task],
        options: Options,
        count: int,
    ) -> None:
        """Start *count* processes; the *n*-th does every *n*-th of *tasks*."""
        self._of = len(tasks)
        self._workers: list[_Worker] = []
        try:
            for at in range(count):
                own = [(drafts[number], share) for number, share in tasks[at::count]]
                self._workers.append(_Worker(source, own, options))
        except BaseException:
            self.end()
            raise

    def messages(self) -> Iterator[Iterator[Message]]:
        """Yield the messages of each task in the order of the tasks.

        Raises StoreError if a process is killed, and whatever one of them raised.
        """
        for at in range(self._of):
            yield self._of_task(self._workers[at % len(self._workers)])

    def _of_task(self, worker: "_Worker") -> Iterator[Message]:
        """Yield the messages of the task that *worker* is at."""
        message: Message | None = None
        while not isinstance(message, End | Failure):
            while not worker.told:
                self._listen()
            message = worker.next()
            yield message

    def _listen(self) -> None:
        """Wait until a process tells something, and keep it until its turn comes.

        All are listened to: a process whose pipe is full would wait.
        """
        from multiprocessing.connection import wait

        pipes = {one.pipe: one for one in self._workers if not one.pipe.closed}
        for pipe in wait(list(pipes)):
            pipes[pipe].receive()  # type: ignore[index]  # it is one of them

    def end(self) -> None:
        """End all processes, whether they are done or not."""
        for worker in self._workers:
            worker.process.terminate()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()


class _Worker:
    """A process that does some tasks, and what it has told that was not heeded yet."""

    def __init__(
        self, source: Source, tasks: Sequence[tuple[Draft, Share]], options: Options
    ) -> None:
        """Start the process."""
        from multiprocessing import Pipe, Process

        from sinotech.processes import held_back

        self.pipe, theirs = Pipe(duplex=False)
        self.told: deque[bytes] = deque()
        with closing(theirs), held_back():
            told = (theirs, source, tasks, options)
            self.process = Process(target=_serve, args=told, daemon=True)
            self.process.start()

    def receive(self) -> None:
        """Take what the process tells next; nothing, if it has ended."""
        try:
            self.told.append(self.pipe.recv_bytes())
        except (EOFError, OSError):
            self.pipe.close()
            self.told.append(b"")

    def next(self) -> Message:
        """Return what it told first. Raises StoreError if it was killed."""
        if not (told := self.told.popleft()):
            why = "a process that checks was killed, perhaps for want of memory"
            raise StoreError(why, "try again with --jobs 1")
        message: Message | Exception = pickle.loads(told)  # noqa: S301  # our own
        if isinstance(message, Exception):
            raise message
        return message


def _serve(
    pipe: "Connection",
    source: Source,
    tasks: Sequence[tuple[Draft, Share]],
    options: Options,
) -> None:
    """Do *tasks* and tell of them; of what goes wrong, too."""
    from sinotech.processes import begin_service
    from sinotech.store import open_handle

    begin_service()

    def tell(message: Message | Exception) -> None:
        pipe.send_bytes(pickle.dumps(message, -1))

    with suppress(OSError):  # the other end is gone
        try:
            with closing(open_handle(source.handle)) as store:
                words = Session(store, source.as_of)
                for draft, share in tasks:
                    _tell_all(work(words, draft, share, options), tell)
        except Exception as error:  # noqa: BLE001  # raised where it is waited for
            from traceback import format_exc

            error.add_note(format_exc())  # which is lost on the way otherwise
            tell(error)


def _tell_all(messages: Iterator[Message], tell: Callable[[Message], None]) -> None:
    """Tell *messages*, but for most of those of sentences that nothing is found of."""
    silent = 0
    for message in messages:
        silent += 1
        if silent == SILENT or not isinstance(message, Step) or message.found:
            silent = 0
            tell(message)
