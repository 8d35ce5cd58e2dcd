"""W6xx: sentences that a page can print, and that stand by themselves."""

import re

from sinotech.checks.rules import Faults, Index, rule
from sinotech.errors import quoted
from sinotech.fieldspec import Use
from sinotech.model import Event, Organization, Program, Record, Statement, used
from sinotech.model.vocabulary import PROGRAM_TYPES

MAX_WORDS = 30
"""Words of a sentence that is read at once; newspapers' style books ask for fewer."""

_FEWEST = 4
"""Words without which a note says nothing: "A hope.", "Not named."."""

_THINGS = (
    *(word.replace("_", " ") for word in PROGRAM_TYPES),
    *"""alliance article cable cluster controls countries exchange exhibit government
    group institution measure memorandum ministry page partnership post regulation
    resolution sentence share source summit trust university""".split(),
)
"""Nouns that mean one thing among many: "the center" is any, or the one before."""

_OUTSIDE = re.compile(
    rf"""(?: they | it | its | their | he | she | his | her | these | those | this
           | such | both | here
           | the \s (?:(?-i:[a-z]+) \s)? (?-i:{"|".join(_THINGS)}) (?:s|es)?
             (?! \s (?: of|for|in|on|at|from|between|that|which|with|to|under|by|whose
                        | (?-i:[A-Z0-9]) ) \b ) (?! \s (?-i:[A-Z0-9]))
       ) \b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Beginnings that send the reader to what stands before."""

_ELSEWHERE = re.compile(r"\b(?:this|that) (?:article|page|post|sentence|day)\b")
"""Words that send the reader to where the sentence was found."""

_MOMENT = re.compile(
    r"""\b(?: so\ far | to\ date | by\ now | now | today | currently | at\ present
            | recently | (?:this|last|next)\ year )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that mean the time of writing, which the reader does not know."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _sentences(record: Record) -> list[tuple[str, str]]:
    """Return name and text of each sentence of *record*."""
    named = used(type(record), Use.SENTENCE)
    found = ((name, getattr(record, name)) for name in named)
    return [(name, text) for name, text in found if text]


@rule("W601", Event, Statement, Program, Organization)
def dangling(record: Record, _index: Index) -> Faults:
    """A sentence points to nothing outside it."""
    for name, text in _sentences(record):
        pointing = _OUTSIDE.match(text) or _ELSEWHERE.search(text)
        if pointing:
            message = f"{name}: {pointing[0]!r} points outside; name what is meant"
            yield record.line_of(name), message


@rule("W602", Event, Statement, Program, Organization)
def long_winded(record: Record, _index: Index) -> Faults:
    """A sentence has at most 30 words."""
    for name, text in _sentences(record):
        if (words := len(text.split())) > MAX_WORDS:
            yield record.line_of(name), f"{name} has {words} words, over {MAX_WORDS}"


@rule("W603", Record)
def empty_notes(record: Record, _index: Index) -> Faults:
    """A note says something."""
    for note in record.notes:
        if len(note.split()) < _FEWEST:
            yield (
                record.line_of("notes"),
                f"the note {quoted(note)} says nothing; drop it",
            )


@rule("W604", Statement)
def undated_plan(statement: Statement, _index: Index) -> Faults:
    """A plan has the date that it names, or that at which it was stated."""
    if statement.type == "plan" and statement.date is None:
        yield (
            statement.line,
            "is a plan; give the date for which, or when, it is stated",
        )


@rule("W605", Event, Statement)
def fleeting(record: Event | Statement, _index: Index) -> Faults:
    """A word that means the time of writing comes with a date."""
    for name, text in _sentences(record):
        moment = _MOMENT.search(text)
        if moment and record.date is None and not _YEAR.search(text):
            yield record.line_of(name), f"{name}: {moment[0]!r} is when? give a date"
