"""What can go wrong, each with its remedy and its exit code."""

ANSWERED = 0
NOT_FOUND = 1
USAGE = 2
AMBIGUOUS = 3
FAULT = 4

NO_MORE_FILES = (23, 24)
"""ENFILE and EMFILE: the system, or the process, has opened as many as it may."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Self

    from sinotech.findings import Finding


def shown(text: str, most: int = 200) -> str:
    """Return *text*, or its *most* first characters if it is too long for a message."""
    return text if len(text) <= most else f"{text[:most]}…"


def cut(message: str, most: int = 500) -> str:
    """Return *message*; the two ends of one that is longer than *most* characters."""
    return message if len(message) <= most else f"{message[:200]}…{message[-150:]}"


def quoted(text: str) -> str:
    """Return *text* in quotes, as a message repeats it: its beginning, if it is long.

    >>> quoted("9" * 5000)
    "'999999999999999999999999999999999999999999999999999999999999…'"
    """
    return repr(shown(text, 60))


def is_interrupt(error: BaseException | None) -> bool:
    """Whether *error* comes from a Ctrl-C, even if something made another error of it.

    Python 3.11 does where a class is made: RuntimeError, “Error calling __set_name__”.
    """
    while error and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


class UnsoundError(ValueError):
    """What a database holds is not what a compile puts there."""


def _what(error: Exception) -> str:
    """Return what an *error* tells; its class too if the text may say nothing."""
    told = shown(str(error))
    if isinstance(error, UnsoundError) or "sqlite3" in type(error).__module__:
        return told
    return f"{type(error).__name__}: {told}" if told else type(error).__name__


class SinotechError(Exception):
    """A mistake that is reported in one line, never as a traceback."""

    exit_code = FAULT

    def __init__(self, message: str, remedy: str = "") -> None:
        """State what is wrong in *message*, and in *remedy* what to do about it."""
        message = cut(message)
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """Give the message and its remedy on one line."""
        return f"{self.message}; {self.remedy}" if self.remedy else self.message

    def __reduce__(self) -> "tuple[Any, ...]":
        """Make it again elsewhere as it is here, whatever its class is made from.

        Exceptions are otherwise made again from their text alone.
        """
        from copyreg import __newobj__  # type: ignore[attr-defined]

        return __newobj__, (type(self), *self.args), vars(self)


class UsageError(SinotechError, ValueError):
    """The command line, or a caller, asks for something that cannot be."""

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
    def damaged(cls, error: Exception, path: str = "") -> "Self":
        """Return what to raise where *error* tells that the database *path* is damaged.

        Without a *path*, it is the one that came with the tool, or was compiled by it.
        """
        name = f"the database {shown(path)}" if path else "the database"
        remedy = "make it again with sinotech build"
        return cls(f"{name} is damaged ({_what(error)})", remedy)


class DraftError(SinotechError):
    """A document that is to be checked cannot be read, or is no text."""


class HandleError(SinotechError):
    """An open record set is asked that was closed, or that another process opened."""


class RecordError(SinotechError):
    """A record set has findings that forbid compiling it."""

    def __init__(self, findings: "Sequence[Finding]") -> None:
        """Carry all *findings*; the first stands for the rest in one line."""
        count = len(findings)
        more = f" (and {count - 1} more: sinotech lint lists them)" if count > 1 else ""
        super().__init__(f"{findings[0]}{more}")
        self.findings = tuple(findings)
