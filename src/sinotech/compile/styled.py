"""Every source in every citation style."""

from collections.abc import Callable, Iterator

from sinotech.model import Source
from sinotech.styles import (
    apa,
    bibtex,
    chicago,
    csl,
    mla,
    newsroom,
    ris,
    wikipedia,
)
from sinotech.styles.cited import CitedSource

Writer = Callable[[CitedSource], str]

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


def styled_rows(source: Source, number: int) -> Iterator[tuple[int, str, str, str]]:
    """Yield *source*, by its number, in each style.

    First comes its reference, then a citation that has a slot for the place.
    """
    known = CitedSource(source)
    for style, (reference, place) in WRITERS.items():
        yield number, style, reference(known), place(known)
