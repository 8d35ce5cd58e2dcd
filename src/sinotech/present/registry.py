"""The page of an answer, by the view of the command that gave it."""

from sinotech.answers.asking import named
from sinotech.answers.commands import command_of
from sinotech.present.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.answers.answer import Answer


def page_of(answer: "Answer") -> Page:
    """Return the page of *answer*; one that found nothing has an empty page."""
    page = Page(answer)
    if answer.found:
        named(command_of(answer.shape).view)(page, answer.data)
    if answer.conflicts:
        from sinotech.present.sections import add_conflicts

        add_conflicts(page, answer.conflicts)
    return page
