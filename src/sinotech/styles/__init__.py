"""How a source, or a fact in it, is cited: one module for each style.

What is asked of a style's module: ``reference(known)`` returns the source's entry in a
list of references, ``place(known)`` a citation of one fact, in which :data:`SLOT`
stands twice: the locator goes between, and what is between them after a paragraph's
number. Both are made when records are compiled. Nothing is imported here, so that a
look-up pays for none of it.
"""

STYLES = (
    "apa",
    "chicago",
    "chicago-notes",
    "mla",
    "wikipedia",
    "newsroom",
    "bibtex",
    "ris",
    "csl-json",
)
"""The styles, by the names that ``--style`` takes."""

FILES = ("bibtex", "ris", "csl-json")
"""The styles whose references make a file that other programs read."""

ITALIC = "\x02"
"""Stands before and after what is set in italics; no record can hold it."""

SLOT = "\x1f"
"""Stands before and after what follows a paragraph's number; no record can hold it."""


def unmarked(text: str) -> str:
    """Return *text* without the marks of its italics."""
    return text.replace(ITALIC, "")
