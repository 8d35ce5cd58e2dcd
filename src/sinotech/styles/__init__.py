"""How a source, or a fact in it, is cited: one module for each style.

What is asked of a style's module: ``reference(known)`` returns the source's entry in a
list of references, ``place(known)`` a citation of one fact, in which :data:`SLOT`
stands twice: the locator goes between, and what is between them after a paragraph's
number. Both are made when records are compiled.
"""

SLOT = "\x1f"
"""Stands before and after what follows a paragraph's number; no record can hold it."""
