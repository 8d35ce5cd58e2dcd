"""Which module sets the page of an answer, by the shape of the answer."""

from sinotech.present.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.answers.answer import Answer

PROFILES = frozenset(("country", "program", "person", "organization", "group"))
"""The shapes of profiles. Their pages, and that of a claim, which are asked for most,
are set without loading all others."""


def page_of(answer: "Answer") -> Page:
    """Return the page of *answer*; one that found nothing has an empty page."""
    page = Page(answer)
    shape = answer.shape.partition("@")[0]
    if answer.found:
        if shape in PROFILES:
            from sinotech.present.profiles import PAGES
        elif shape == "cite":
            from sinotech.present.judged import PAGES
        else:
            from sinotech.present.pages import PAGES
        PAGES[shape](page, answer.data)
    if answer.conflicts:
        from sinotech.present.sections import add_conflicts

        add_conflicts(page, answer.conflicts)
    return page
