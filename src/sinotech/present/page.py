"""Answers as pages for people: a heading, sections of rows, numbered sources.

A page knows nothing of terminals; :mod:`sinotech.present.text` and
:mod:`sinotech.present.table` draw it. Every row ends in the marks of the places where
it is written: ``[2b]`` is the second place cited from source 2.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence, Sized
    from typing import Any

    from sinotech.answers.answer import Answer
    from sinotech.answers.style import Style

    Row = Mapping[str, Any]


class Section:
    """A heading, the titles of columns, and rows of as many cells.

    *part* says what part of a longer list the rows are. A *small* table is one at any
    width.
    """

    __slots__ = ("columns", "heading", "part", "rows", "small")

    def __init__(
        self,
        heading: str,
        columns: "Sequence[str]",
        rows: "Sequence[Sequence[str]]",
        part: str = "",
        *,
        small: bool = False,
    ) -> None:
        """Hold *rows*, each as long as *columns*."""
        self.heading, self.small = heading, small
        self.part = f" ({part})" if part else ""
        self.columns = tuple(columns)
        self.rows = [tuple(row) for row in rows]


class Told:
    """A sentence of a page, set in by *depth*, after a *label*; empty, it is a gap.

    One that is *whole* is never folded, so that it can be copied.
    """

    __slots__ = ("depth", "label", "text", "whole")

    def __init__(self, label: str, text: str, depth: int, *, whole: bool) -> None:
        """Hold the sentence."""
        self.label, self.text, self.depth = label, text, depth
        self.whole = whole


class Page:
    """What a person reads: heading, lines and sentences under it, sections, sources."""

    __slots__ = (
        "entries",
        "lines",
        "listing",
        "marks",
        "pages",
        "sections",
        "title",
        "told",
    )

    def __init__(self, answer: "Answer") -> None:
        """Begin an empty page for *answer*."""
        self.title = ""
        self.lines: list[str] = []
        self.told: list[Told] = []
        self.sections: list[Section] = []
        self.marks = Marks(answer)
        self.pages = answer.pages
        self.entries: list[Entry] = []
        self.listing: list[str] = []
        """Lines for programs, which are printed as they stand: never folded."""

    @property
    def sources(self) -> "list[Entry]":
        """The list at the end: the page's own entries, or what its marks refer to."""
        return self.entries or self.marks.entries()

    def add(
        self,
        heading: str,
        columns: "Sequence[str]",
        rows: "Sequence[Sequence[str]]",
        name: str = "",
        *,
        small: bool = False,
    ) -> None:
        """Add a section, unless it would be empty; *name* is that of its page."""
        if rows:
            part = self.part(name)
            self.sections.append(Section(heading, columns, rows, part, small=small))

    def tell(
        self, label: str = "", text: str = "", depth: int = 0, *, whole: bool = False
    ) -> None:
        """Add a sentence after a label, set in by *depth*; without either, a gap."""
        self.told.append(Told(label, text, depth, whole=whole))

    def abridge(self, deciding: "Iterable[Row]") -> None:
        """Make the sources at the end short; in a style they are whole, as asked.

        Of a source that one of the *deciding* records cites first, its address is told,
        and of a blog what to beware of most.
        """
        cited = (one["citations"][:1] for one in deciding)
        sources = {citation["source"] for some in cited for citation in some}
        self.entries = self.marks.short_entries(sources)

    def part(self, name: str) -> str:
        """Return what part of the whole the page *name* shows, if it is not all."""
        if name not in self.pages:
            return ""
        from sinotech.answers.paging import span

        return span(self.pages[name])

    def total(self, name: str, shown: "Sized") -> int:
        """Return how many there are of what the page *name* shows some of."""
        return self.pages[name]["total"] if name in self.pages else len(shown)

    def left(self, names: "Iterable[str]") -> int:
        """Return how many there are that the pages *names* do not show."""
        pages = [self.pages[name] for name in names if name in self.pages]
        return sum(page["total"] - page["shown"] for page in pages)

    def entitle(self, name: str, shown: "Sized") -> None:
        """Make the title how many there are, or what part of them is shown."""
        from sinotech.kinds import count, noun

        total = self.total(name, shown)
        part = self.part(name)
        self.title = f"{part[:1].upper()}{part[1:]} {noun(total, name)}"
        if not part:
            self.title = count(total, name)


class Entry:
    """One source in the list at the end: a mark, a reference, an address, lines."""

    __slots__ = ("lines", "mark", "reference", "url")

    def __init__(
        self, mark: str, brief: "Row", lines: "Sequence[str]", style: "Style | None"
    ) -> None:
        """Take the reference apart, so that its address can be printed unbroken.

        In a *style*, the reference is one whole, with its italics marked.
        """
        self.mark = mark
        self.url: str = "" if style else brief["url"] or ""
        self.reference: str = brief["reference"].removesuffix(f" {self.url}")
        self.lines = tuple(lines)
        if style:
            self.reference = style.reference(brief["id"])
            if brief["standing"] == "corroborating":
                self.lines = (*self.lines, "corroborating page")

    def shorten(self, brief: "Row", *, first: bool) -> None:
        """Name the source in short.

        Its address stays if it is among the *first*, and of a blog what to beware of.
        Where no address is between, a place that is alone stands beside the name.
        """
        self.reference = str(brief["short"])
        if brief["standing"] == "corroborating":
            self.reference += " (corroborating page)"
        if not first:
            self.url = ""
        if len(self.lines) == 1 and not self.url:
            letter, _, place = self.lines[0].partition("  ")
            self.mark = f"{self.mark[:-1]}{letter}]"
            self.reference += f", {place}"
            self.lines = ()
        if first and brief["kind"] == "blog":
            self.lines = (*self.lines, *_defects(brief)[:1])


class Marks:
    """Numbers for sources and letters for places in them, in the order of their use."""

    def __init__(self, answer: "Answer") -> None:
        """Know the sources that *answer* cites; each is numbered when it is used."""
        self.briefs = {brief["id"]: brief for brief in answer.sources}
        self.style = answer.style
        self.used: dict[str, dict[tuple[Any, ...], str]] = {}
        self.numbers: dict[str, str] = {}

    def of(self, record: "Row") -> str:
        """Return the marks of all places that *record* itself cites."""
        return "".join(dict.fromkeys(self.mark(c) for c in record["citations"]))

    def short(self, source: str) -> str:
        """Return the short name of a source."""
        return str(self.briefs[source]["short"])

    def mark(self, citation: "Row") -> str:
        """Return the mark of one place, such as ``[2b]``."""
        source = citation["source"]
        places = self.used.setdefault(source, {})
        number = self.numbers.setdefault(source, str(len(self.used)))
        if not citation["find"] and not citation["paragraph"]:
            return f"[{number}]"
        styled = self.style.place(citation) if self.style else ""
        place = (citation["section"], citation["paragraph"], citation["find"], styled)
        if place not in places:
            places[place] = _letter(len(places))
        return f"[{number}{places[place]}]"

    def entries(self) -> "list[Entry]":
        """Return the sources used, each with its places and what to beware of."""
        return [
            Entry(
                f"[{number}]",
                self.briefs[source],
                [*_places(places), *_cautions(self.briefs[source])],
                self.style,
            )
            for number, (source, places) in enumerate(self.used.items(), 1)
        ]

    def short_entries(self, first: "Container[str]") -> "list[Entry]":
        """Return the sources used, each with its places, in short but in a style.

        Of those *first* among them a little more is told.
        """
        made = []
        for number, (source, places) in enumerate(self.used.items(), 1):
            brief = self.briefs[source]
            entry = Entry(f"[{number}]", brief, _places(places), self.style)
            if self.style is None:
                entry.shorten(brief, first=source in first)
            made.append(entry)
        return made


def _letter(index: int) -> str:
    """Return the letter of an index: a, b, … z, aa, ab."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _places(places: "dict[tuple[Any, ...], str]") -> list[str]:
    """Return a line for each place: its citation in a style, or else where it is."""
    lines = []
    for (section, paragraph, find, styled), letter in places.items():
        where = f"“{section}”, para. {paragraph}" if section else f"para. {paragraph}"
        if styled:  # a style that names no paragraphs leaves that to us
            where = styled if f"para. {paragraph}" in styled else f"{styled} {where}"
        found = f"; find: {find}" if find else ""
        lines.append(f"{letter}  {where}{found}")
    return lines


def _cautions(brief: "Row") -> list[str]:
    inferred = [f"{name} inferred: {why}" for name, why in brief["inferred"].items()]
    return inferred + _defects(brief)


def _defects(brief: "Row") -> list[str]:
    return [f"caution: {defect}" for defect in brief["defects"]]
