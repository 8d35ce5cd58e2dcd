"""A source as one line in a list of sources, and a citation as a footnote's label.

What is not known is left out; what is inferred stands in square brackets, as the
Chicago Manual of Style (17th ed., 14.28 and 14.145) does with supplied facts.
"""

from sinotech.dates import spell
from sinotech.model import Citation, Source


def reference_of(source: Source) -> str:
    """Return *source* as a line in a list of sources.

    Authors, title, publisher, date and address, as far as known.
    """
    inferred = {known.field for known in source.inferred}

    def shown(name: str, value: str | None) -> str:
        return f"[{value}]" if value and name in inferred else value or ""

    authors = shown("authors", ", ".join(author.name for author in source.authors))
    title = shown("title", f"“{source.title}”" if source.title else None)
    parts = [
        authors,
        title or "Headline not known",
        source.publisher and shown("publisher", source.publisher),
        shown("published", spell(source.published.text if source.published else None))
        or "undated",
    ]
    line = ". ".join(part for part in parts if part) + "."
    if source.type == "caption":
        line += " (Photo captions.)"
    if source.standing == "corroborating":
        line += " (Corroborating page.)"
    return f"{line} {source.url}" if source.url else line


def label_of(source: Source, citation: Citation) -> str:
    """Return where *citation* points, short enough for a footnote."""
    parts = [source.short]
    if citation.section:
        parts.append(f"“{citation.section}”")
    if citation.paragraph:
        parts.append(f"para. {citation.paragraph}")
    return ", ".join(parts)
