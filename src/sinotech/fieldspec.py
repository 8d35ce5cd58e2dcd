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
class FieldSpec:
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


def spec_field(form: FieldSpec) -> Any:
    """Declare a dataclass field that *form* describes."""
    if form.required:
        return field(metadata={"form": form})
    default = () if form.many else form.default
    return field(default=default, metadata={"form": form})


def flag_field(meaning: str) -> Any:
    """Declare a field that is true or false, and false if left out."""
    return spec_field(FieldSpec("flag", meaning, default=False))


def lines_field(meaning: str, *, required: bool = False) -> Any:
    """Declare a field of line ranges, such as 9-17, 23."""
    return spec_field(FieldSpec("ranges", meaning, required=required, default=()))


def text_field(meaning: str, *, uses: Use, required: bool = False) -> Any:
    """Declare a field of one line of prose."""
    return spec_field(FieldSpec("text", meaning, required=required, uses=uses))


def name_field(meaning: str, *, uses: Use = Use.NAMED, required: bool = False) -> Any:
    """Declare a field of one line that names something, or quotes a phrase."""
    form = FieldSpec("text", meaning, required=required, most=MAX_NAME, uses=uses)
    return spec_field(form)


def address_field(meaning: str) -> Any:
    """Declare a field that holds the address of a web page."""
    return spec_field(FieldSpec("address", meaning))


def text_list(meaning: str, *, uses: Use) -> Any:
    """Declare a field of several lines of prose."""
    return spec_field(FieldSpec("text", meaning, many=True, uses=uses))


def choice_field(
    of: tuple[str, ...],
    meaning: str,
    *,
    default: str | None = None,
    uses: Use = NO_USE,
) -> Any:
    """Declare a field that holds one of the words *of*."""
    return spec_field(
        FieldSpec(
            "choice",
            meaning,
            to=of,
            required=default is None,
            default=default,
            uses=uses,
        )
    )


def date_field(meaning: str, *, required: bool = False) -> Any:
    """Declare a field that holds a date in EDTF."""
    return spec_field(FieldSpec("date", meaning, required=required))


def id_field(meaning: str, *, uses: Use = NO_USE) -> Any:
    """Declare a field that holds a record's own id."""
    return spec_field(FieldSpec("id", meaning, required=True, uses=uses))


def count_field(meaning: str, *, required: bool = False) -> Any:
    """Declare a field that holds a whole number from 1."""
    return spec_field(FieldSpec("count", meaning, required=required))


def number_field(meaning: str) -> Any:
    """Declare a field that holds a decimal number."""
    return spec_field(FieldSpec("number", meaning))


def ref_field(
    *kinds: str, meaning: str, required: bool = False, uses: Use = NO_USE
) -> Any:
    """Declare a field that names one record of *kinds*."""
    return spec_field(FieldSpec("ref", meaning, to=kinds, required=required, uses=uses))


def ref_list(*kinds: str, meaning: str, uses: Use = NO_USE) -> Any:
    """Declare a field that names several records of *kinds*."""
    return spec_field(FieldSpec("ref", meaning, to=kinds, many=True, uses=uses))


def part_field(of: type, meaning: str, *, uses: Use = NO_USE) -> Any:
    """Declare a field that holds one nested part."""
    return spec_field(FieldSpec("part", meaning, to=of, uses=uses))


def part_list(
    of: type, meaning: str, *, required: bool = False, uses: Use = NO_USE
) -> Any:
    """Declare a field that holds several nested parts."""
    form = FieldSpec("part", meaning, to=of, many=True, required=required, uses=uses)
    return spec_field(form)
