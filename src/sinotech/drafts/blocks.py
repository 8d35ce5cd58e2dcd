"""The parts of a document: blocks, comments and regions, each with its place.

An offset counts the code points of the source, which is the file as it stands on disk.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sinotech.drafts.furniture import Cut, blanks_of, furniture_of

LONGEST = 1_000_000
"""Characters that a block may have: a book's chapter has a tenth of them."""


@dataclass(slots=True)
class Block:
    """A paragraph or the like: what a reader reads, and where each character stands.

    *kind* is ``paragraph``, ``heading``, ``cell``, ``item``, ``quotation``, ``caption``
    or ``footnote``. In *text*, markup is gone, entities are decoded, and blanks and
    soft line ends are one blank. Character ``i`` of it stands in the source between
    ``begins[i]`` and ``ends[i]``.
    """

    kind: str
    text: str
    begins: Sequence[int]
    ends: Sequence[int]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Return where in the source the characters *begin* to *end* of the text stand.

        They must be at least one.
        """
        return self.begins[begin], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of the source, between the offsets *begin* and *end*.

    *text* is what stands between its marks; *closed* says that it has its second mark.
    """

    begin: int
    end: int
    text: str
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Region:
    """What a reader sees as one thing, and holds blocks: a list, a table, a quotation.

    It stands in the source between the offsets *begin* and *end*.
    """

    begin: int
    end: int


Part = Block | Comment | Region
"""What a format's reader yields of a source, in the order in which it ends."""

Parse = Callable[[str], Iterator[Part]]
"""A format's reader: is given the source. Raises TooLongError."""


class Builder:
    """Gathers the characters of a block, with the place of each."""

    __slots__ = ("_begins", "_ends", "_size", "_texts")

    def __init__(self) -> None:
        """Begin with none."""
        self._clear()

    def _clear(self) -> None:
        self._texts: list[str] = []
        self._size = 0
        self._begins = array("I")
        self._ends = array("I")

    def add(self, text: str, begin: int, end: int) -> None:
        """Add *text*, which the source says between *begin* and *end*.

        Where the source says it in as many characters, each has its own place; else
        (an entity, a line end) all have the place of the whole.
        """
        size = len(text)
        if size == end - begin:
            self.join(text, range(begin, end), range(begin + 1, end + 1))
        else:
            self.join(text, (begin,) * size, (end,) * size)

    def join(self, text: str, begins: Sequence[int], ends: Sequence[int]) -> None:
        """Add *text*, whose characters stand between *begins* and *ends*.

        Raises TooLongError if a block has too many characters with it.
        """
        self._size += len(text)
        if self._size > LONGEST:  # before there are places for a hundred megabytes
            gathered, known, _ = self.gathered()
            first = len(gathered) - len(gathered.lstrip())
            if first == len(known):
                first += len(text) - len(text.lstrip())
            raise TooLongError([*known[: first + 1], *begins[: first + 1]][first])
        self._texts.append(text)
        self._begins.extend(begins)
        self._ends.extend(ends)

    def gathered(self) -> "tuple[str, array[int], array[int]]":
        """Return all characters, where they begin and end; and begin anew."""
        found = "".join(self._texts), self._begins, self._ends
        self._clear()
        return found

    def block(self, kind: str) -> Block | None:
        """Return all as a block of *kind*, and begin anew; None if nothing is prose."""
        if not self._size:
            return None
        text, begins, ends = self.gathered()
        for cuts_of in (furniture_of, blanks_of):
            text, begins, ends = _without(cuts_of(text), text, begins, ends)
        return Block(kind, text, begins, ends) if text else None


def _without(
    cuts: Sequence[Cut], text: str, begins: "array[int]", ends: "array[int]"
) -> tuple[str, "array[int]", "array[int]"]:
    """Return *text* with what takes the place of each of *cuts*, and all places."""
    if not cuts:
        return text, begins, ends
    texts: list[str] = []
    new_begins, new_ends, at = array("I"), array("I"), 0
    for begin, end, instead in cuts:
        texts += text[at:begin], instead
        new_begins += begins[at:begin]
        new_ends += ends[at:begin]
        if instead:
            new_begins.append(begins[begin])
            new_ends.append(ends[end - 1])
        at = end
    new_begins += begins[at:]
    new_ends += ends[at:]
    return "".join((*texts, text[at:])), new_begins, new_ends


class TooLongError(Exception):
    """A block that begins at *offset* is longer than LONGEST."""

    def __init__(self, offset: int) -> None:
        """Note the *offset*."""
        super().__init__(offset)
        self.offset = offset
