"""What the references that programs read have in common: a title, and a note.

Such formats have no brackets for what is inferred, so a note says it.
"""

from collections.abc import Iterator

from sinotech.dates import spell
from sinotech.styles.cited import CitedSource


def title(known: CitedSource) -> str:
    """Return the title in Latin letters, or in brackets what stands for it."""
    return known.latin or f"[{known.described}]"


def original(known: CitedSource) -> str:
    """Return the title as printed, if that is in another script."""
    return known.title if known.title != known.latin else ""


def short(known: CitedSource) -> str:
    """Return the beginning of the title by which a long one is known."""
    begins = known.latin.casefold().startswith(known.short.casefold())
    return known.short if begins and len(known.short) < len(known.latin) else ""


def note(known: CitedSource) -> str:
    """Return what a reader of the reference must know of it."""
    return " ".join(f"{line}." for line in _lines(known))


def _lines(known: CitedSource) -> Iterator[str]:
    published = known.source.published
    if known.date is None:
        day = f", {spell(published.text)}" if published else ""
        yield f"Undated{day}"
    if known.english:
        yield f"In English: {known.english.rstrip('.')}"
    if known.captions and known.title:
        yield "Photo captions"
    if known.held:
        yield f"Seen in part: {known.held}"
    if known.inferred:
        fields = ("date" if one == "published" else one for one in known.inferred)
        yield f"Inferred, not stated: {', '.join(fields)}"
    if known.source.also_at:
        yield f"Also at {' and '.join(known.source.also_at)}"
    if known.source.standing == "corroborating":
        yield "Corroborating page"


def note_with_original(known: CitedSource) -> str:
    """Return the note, with the title as printed, for formats that have no field."""
    printed = original(known)
    told = f"Title as printed: {printed}." if printed else ""
    return " ".join(part for part in (told, note(known)) if part)


def bases(known: CitedSource) -> str:
    """Return from what each inferred field was worked out."""
    return "; ".join(f"{field}: {basis}" for field, basis in known.inferred.items())
