"""Judging records: rules with codes, each a small function over one record.

A rule yields ``(line, message)`` for each fault. ``E`` codes forbid compiling. Codes
E0xx are the loader's (what cannot be read), E1xx concern ids and references, E2xx
citations, E3xx numbers and dates; W codes are advice, W6xx on sentences. What a rule
cannot know of a single record (that an id is given twice, that two figures are at odds)
is found out where all of them are: see :mod:`sinotech.compile`.
"""

from sinotech.checks import figures, ids, links, locators, sentences
from sinotech.checks.ids import misdirected, unused
from sinotech.checks.locators import unwritten
from sinotech.checks.omissions import omission_faults
from sinotech.checks.rules import (
    RULES,
    Index,
    Reference,
    citations,
    faults_of,
    references,
)

__all__ = [
    "RULES",
    "Index",
    "Reference",
    "citations",
    "faults_of",
    "figures",
    "ids",
    "links",
    "locators",
    "misdirected",
    "omission_faults",
    "references",
    "sentences",
    "unused",
    "unwritten",
]
