"""The forms of output: what each can write, and the page of an answer."""

import sys

from sinotech.answers.asking import named
from sinotech.answers.commands import command_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sinotech.answers.answer import Answer
    from sinotech.checking.diagnostic import Diagnostic
    from sinotech.checking.run import Run
    from sinotech.present.page import Page

SHOWN = 80
"""Characters of what was asked that are shown where there is no answer."""


class Format:
    """A form of output. :data:`sinotech.answers.options.FORMATS` lists all.

    It writes one answer, the answers of a batch one after another, or what is found in
    drafts. Of each answer it writes *fields* or a *section* alone, if those are given,
    and *tells* its notices before. One that *is_whole* needs all findings at once; one
    that *takes_suppressed* writes those too that a comment suppresses.
    """

    is_whole = False
    takes_fields = True
    takes_suppressed = False

    def __init__(
        self,
        fields: str | None,
        section: str | None,
        tell: "Callable[[Answer], None]",
    ) -> None:
        """Begin an output."""
        self.fields, self.section = fields, section
        self.tell = tell

    def text(self, answer: "Answer") -> str:
        """Return one answer as it is printed."""
        raise NotImplementedError

    def text_of_line(self, answer: "Answer", asked: str, *, first: bool) -> str:  # noqa: ARG002
        """Return the answer to the line *asked* of a batch, or to its *first*."""
        return self.text(answer)

    def text_of_end(self) -> str:
        """Return what a batch ends with."""
        return ""

    def texts(self, found: "Iterator[Diagnostic]", run: "Run") -> "Iterator[str]":
        """Yield what is *found* in drafts, bit by bit, unless it *is_whole*."""
        raise NotImplementedError

    def show(self, answer: "Answer") -> None:
        """Print one answer."""
        text = self.text(answer)
        self.tell(answer)
        sys.stdout.write(text)

    def show_line(self, answer: "Answer", asked: str, *, first: bool) -> None:
        """Print the answer of a batch to the line *asked*."""
        self.tell(answer)
        sys.stdout.write(self.text_of_line(answer, asked, first=first))

    def show_findings(
        self,
        found: "Iterator[Diagnostic]",
        run: "Run",
        aside: "Callable[[], AbstractContextManager[None]]",
    ) -> None:
        """Print what is *found* in drafts as it comes, with a bar kept *aside*."""
        for text in self.texts(found, run):
            with aside():
                sys.stdout.write(text)


class PageFormat(Format):
    """A form of output that people read."""

    def __init__(
        self,
        fields: str | None,
        section: str | None,
        tell: "Callable[[Answer], None]",
    ) -> None:
        """Begin an output; chosen fields are set in columns, for which all must be."""
        super().__init__(fields, section, tell)
        self.is_whole = self.is_whole or bool(fields)

    def drawn(self, page: "Page") -> str:
        """Return *page* as text."""
        raise NotImplementedError

    def text(self, answer: "Answer") -> str:
        """Return the page of *answer*; nothing if there is nothing to show."""
        if answer.drawn:
            return answer.drawn
        page = self.page(answer)
        return self.drawn(page) if page else ""

    def page(self, answer: "Answer") -> "Page | None":
        """Return the page of *answer*, or nothing if there is nothing to show."""
        if self.fields or self.section:
            from sinotech.present.chosen import page_of_rows

            page = page_of_rows(answer, self.fields, self.section)
            return page if answer.found else None
        return page_of(answer) if answer.found else None

    def show_line(self, answer: "Answer", asked: str, *, first: bool) -> None:
        """Print a page, or in its place that there is none; why goes to stderr."""
        if not first:
            sys.stdout.write("\n")
        if answer.found:
            self.show(answer)
            return
        from sinotech.safe import visible

        self.tell(answer)
        sys.stdout.write(f"no answer to: {visible(asked[:SHOWN])}\n")


def page_of(answer: "Answer") -> "Page":
    """Return the page of *answer*; one that found nothing has an empty page."""
    from sinotech.present.page import Page

    page = Page(answer)
    if answer.found:
        named(command_of(answer.shape).view)(page, answer.data)
    if answer.conflicts:
        from sinotech.present.sections import add_conflicts

        add_conflicts(page, answer.conflicts)
    return page
