"""What is wrong with a record set: a place, a code and a sentence."""

from dataclasses import dataclass

MAX_FINDINGS = 1000
"""Findings after which a file is not read on: it is no record set."""

MAX_IN_ALL = 10_000
"""Errors after which a set is not read on."""

TOO_MANY = "E009", "too many findings; the rest is not read"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing a person should mend in a record set.

    An ``E`` code forbids compiling; a ``W`` code is advice. Findings sort by place.
    """

    file: str
    line: int
    code: str
    message: str

    @property
    def is_error(self) -> bool:
        """Whether the record set cannot be compiled with it."""
        return self.code.startswith("E")

    def __str__(self) -> str:
        """Print as ``records.yaml:214: E102 message``."""
        return f"{self.file}:{self.line}: {self.code} {self.message}"


class Findings:
    """A growing list of findings about one file."""

    def __init__(self, file: str) -> None:
        """Begin with none, for *file*."""
        self.file = file
        self.found: list[Finding] = []

    @property
    def are_too_many(self) -> bool:
        """Whether the file need not be read on."""
        return len(self.found) > MAX_FINDINGS

    def add(self, line: int, code: str, message: str) -> None:
        """Note that *message* holds of *line*, unless there are too many already."""
        if not self.are_too_many:
            self.found.append(Finding(self.file, line, code, message))

    def stop(self) -> None:
        """Note that the file is not read on from the last, for there are too many."""
        self.found.append(Finding(self.file, self.found[-1].line, *TOO_MANY))
