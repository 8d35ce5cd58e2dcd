"""Every source in every citation style."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sinotech.model import Source
from sinotech.styles import (
    STYLES,
    apa,
    bibtex,
    chicago,
    csl,
    mla,
    newsroom,
    ris,
    wikipedia,
)
from sinotech.styles.known import Known

Writer = Callable[[Known], str]

WRITERS: dict[str, tuple[Writer, Writer]] = {
    "apa": (apa.reference, apa.place),
    "chicago": (chicago.reference, chicago.place),
    "chicago-notes": (chicago.bibliography, chicago.note),
    "mla": (mla.reference, mla.place),
    "wikipedia": (wikipedia.reference, wikipedia.place),
    "newsroom": (newsroom.reference, newsroom.place),
    "bibtex": (bibtex.reference, bibtex.place),
    "ris": (ris.reference, ris.place),
    "csl-json": (csl.reference, csl.place),
}
"""What writes each style: a source's reference, and a citation of a place in it."""


class StyledRow(NamedTuple):
    """A source in a style; the citation has a slot for the place."""

    source: str
    style: str
    reference: str
    place: str


def styled_rows(sources: Iterable[Source]) -> Iterator[StyledRow]:
    """Yield each of *sources*, by id, in each style."""
    for source in sources:
        known = Known(source)
        for style in STYLES:
            reference, place = WRITERS[style]
            yield StyledRow(source.id, style, reference(known), place(known))
