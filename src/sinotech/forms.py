"""How a field of a record is declared: one definition for loader, checks and docs.

Every declarer returns what :func:`dataclasses.field` returns, hence ``Any``.
"""

from dataclasses import dataclass, field
from enum import Flag, auto
from typing import Any

MAX_TEXT = 10_000
"""Characters of a text: several pages, where a sentence is meant."""

MAX_NAME = 500
"""Characters of a name, a title or a phrase: some lines."""


class Use(Flag):
    """What a field is for, besides being stored and shown.

    Every text is either PROSE or NAMED, so that no field of words is left undecided.
    """

    PROSE = auto()
    """Our own words: `verify` finds what they copy from a source."""
    NAMED = auto()
    """A name, a quotation or a remark, which may repeat the words of a source."""
    SENTENCE = auto()
    """One sentence, which pages print by itself: checks ask that it stands alone."""
    SUBJECT = auto()
    """A text in which a record names the country that its set is about."""
    SEARCHED = auto()
    """A text that full-text search reads, in the order of declaration."""
    STATED = auto()
    """What a record itself states: a claim must match it."""
    READ = auto()
    """What a claim is compared with."""
    DROPPED = auto()
    """Not kept in memory of a record to which others refer."""
    BY_ID = auto()
    """A reference that a document gives as an id alone, without kind and name."""
    FILLED = auto()
    """A field that a document has even if the record leaves it out."""
    ELSEWHERE = auto()
    """A field that a document has in another place, or not at all."""


NO_USE = Use(0)

STATEMENT = (
    Use.PROSE | Use.SENTENCE | Use.SUBJECT | Use.SEARCHED | Use.STATED | Use.READ
)
"""The uses of a sentence that says what a record states."""


@dataclass(frozen=True, slots=True)
class Form:
    """What may stand in a field.

    *of* names a reader of :mod:`sinotech.records.fields`; *to* holds the kinds of
    record that a reference may name, or the words a choice may be, or the class of
    a nested part. A text has at *most* so many characters. *uses* say what else reads
    the field.
    """

    of: str
    meaning: str
    to: Any = ()
    many: bool = False
    required: bool = False
    default: Any = None
    most: int = MAX_TEXT
    uses: Use = NO_USE


def a_field(form: Form) -> Any:
    """Declare a dataclass field that *form* describes."""
    if form.required:
        return field(metadata={"form": form})
    default = () if form.many else form.default
    return field(default=default, metadata={"form": form})


def a_flag(meaning: str) -> Any:
    """Declare a field that is true or false, and false if left out."""
    return a_field(Form("flag", meaning, default=False))


def some_lines(meaning: str, *, required: bool = False) -> Any:
    """Declare a field of line ranges, such as 9-17, 23."""
    return a_field(Form("ranges", meaning, required=required, default=()))


def a_text(meaning: str, *, uses: Use, required: bool = False) -> Any:
    """Declare a field of one line of prose."""
    return a_field(Form("text", meaning, required=required, uses=uses))


def a_name(meaning: str, *, uses: Use = Use.NAMED, required: bool = False) -> Any:
    """Declare a field of one line that names something, or quotes a phrase."""
    form = Form("text", meaning, required=required, most=MAX_NAME, uses=uses)
    return a_field(form)


def an_address(meaning: str) -> Any:
    """Declare a field that holds the address of a web page."""
    return a_field(Form("address", meaning))


def some_texts(meaning: str, *, uses: Use) -> Any:
    """Declare a field of several lines of prose."""
    return a_field(Form("text", meaning, many=True, uses=uses))


def a_choice(
    of: tuple[str, ...],
    meaning: str,
    *,
    default: str | None = None,
    uses: Use = NO_USE,
) -> Any:
    """Declare a field that holds one of the words *of*."""
    return a_field(
        Form(
            "choice",
            meaning,
            to=of,
            required=default is None,
            default=default,
            uses=uses,
        )
    )


def a_date(meaning: str, *, required: bool = False) -> Any:
    """Declare a field that holds a date in EDTF."""
    return a_field(Form("date", meaning, required=required))


def an_id(meaning: str, *, uses: Use = NO_USE) -> Any:
    """Declare a field that holds a record's own id."""
    return a_field(Form("id", meaning, required=True, uses=uses))


def a_count(meaning: str, *, required: bool = False) -> Any:
    """Declare a field that holds a whole number from 1."""
    return a_field(Form("count", meaning, required=required))


def a_number(meaning: str) -> Any:
    """Declare a field that holds a decimal number."""
    return a_field(Form("number", meaning))


def a_ref(*kinds: str, meaning: str, required: bool = False, uses: Use = NO_USE) -> Any:
    """Declare a field that names one record of *kinds*."""
    return a_field(Form("ref", meaning, to=kinds, required=required, uses=uses))


def some_refs(*kinds: str, meaning: str, uses: Use = NO_USE) -> Any:
    """Declare a field that names several records of *kinds*."""
    return a_field(Form("ref", meaning, to=kinds, many=True, uses=uses))


def a_part(of: type, meaning: str, *, uses: Use = NO_USE) -> Any:
    """Declare a field that holds one nested part."""
    return a_field(Form("part", meaning, to=of, uses=uses))


def some_parts(
    of: type, meaning: str, *, required: bool = False, uses: Use = NO_USE
) -> Any:
    """Declare a field that holds several nested parts."""
    form = Form("part", meaning, to=of, many=True, required=required, uses=uses)
    return a_field(form)
