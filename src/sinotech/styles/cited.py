"""What is known of a source, in the forms that styles print."""

from typing import NamedTuple

from sinotech.model import Author, Source
from sinotech.styles.dating import When, when

DESCRIBED = {
    "news": "News article",
    "opinion": "Opinion article",
    "declaration": "Declaration",
    "blog": "Blog post",
    "caption": "Photo captions",
}
"""What stands for a title that is not known, unless the record describes it better."""

TRANSLATED = "en"
"""The language into which titles are translated."""


class Name(NamedTuple):
    """An author: a person with a family name, or a name that is not taken apart."""

    whole: str
    family: str = ""
    given: str = ""
    family_first: bool = False


class CitedSource:
    """What is known of *source*; what is not is empty, and nothing is made up."""

    def __init__(self, source: Source) -> None:
        """Take *source* apart."""
        self.source = source
        self.id = source.id
        self.type = source.type
        self.inferred = {one.field: one.basis for one in source.inferred}
        self.authors = [_name(author) for author in source.authors]
        self.publisher = source.publisher or ""
        self.periodical = source.container != "website"
        self.date: When | None = when(
            source.published.text if source.published else None
        )
        self.url = source.url or ""
        self.language = source.language or TRANSLATED
        titles = source.titles
        self.title = source.title or ""
        latin = titles.latin if titles and titles.latin else self.title
        self.latin = latin
        self.sentence = (titles and titles.sentence) or latin
        self.headline = (titles and titles.headline) or latin
        self.short = (titles and titles.short) or self.headline
        self.english = (titles and titles.english) or ""
        self.description = described = source.described or DESCRIBED[source.type]
        self.described = described[0].upper() + described[1:]
        self.captions = source.type == "caption"
        self.held = source.held or ""

    @property
    def of_part(self) -> str:
        """What follows a paragraph's number if only a part of the text is held."""
        return f" of {self.held}" if self.held else ""

    def supplied(self, field: str, text: str) -> str:
        """Return *text* in square brackets if the *field* it prints is inferred.

        A date stands in brackets if it is not certain, too.
        """
        unsure = field == "published" and self.date is not None and self.date.unsure
        return f"[{text}]" if text and (unsure or field in self.inferred) else text


def _name(author: Author) -> Name:
    """Return *author*; the family name is first if the byline prints it first."""
    if not author.family:
        return Name(author.name)
    family, given = author.family, author.given or ""
    if not given:
        return Name(family, family)
    first = author.name.casefold().startswith(f"{family} ".casefold())
    whole = f"{family} {given}" if first else f"{given} {family}"
    return Name(whole, family, given, first)
