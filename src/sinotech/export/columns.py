"""What a table and its columns are, and how a column gets its values from a document.

A document is what :mod:`sinotech.compile.documents` makes of a record, or an item in
one, such as a participant.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from types import MappingProxyType
from typing import Any

from sinotech.edtf import FIRST_DAY, LAST_DAY, parse
from sinotech.errors import UnsoundError
from sinotech.fieldspec import FieldSpec
from sinotech.kinds import KINDS
from sinotech.model import Part, field_specs

Document = dict[str, Any]
Value = str | int | float | bool | None
Row = tuple[Value, ...]
Read = Callable[[Any], Sequence[Value]]
"""From what stands under a key of a document to the values of its columns."""

_LARGEST = 1 << 63
"""Whole numbers from here on are too large for SQLite and Parquet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its *type*, what it means, whether it may be empty, what it refers to.

    *type* is text, number, integer, boolean or date. *choices* are all values that it
    has, if they are few. *to* names the table whose key its values are.
    """

    name: str
    type: str
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    to: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What stands under a *key* of a document, and the columns that it becomes."""

    key: str
    columns: tuple[Column, ...]
    read: Read


def declared(
    of: type[Part], names: str, filled: Mapping[str, str] = MappingProxyType({})
) -> list[Field]:
    """Return the fields *names* of *of* as the model declares them.

    *filled* are what fields mean that a document gives even if the record does not.
    """
    return [
        _of_form(name, field_specs(of)[name], filled.get(name, ""))
        for name in names.split()
    ]


def _of_form(name: str, form: FieldSpec, filled: str) -> Field:
    """Return the field *name* that *form* describes, or that is *filled* otherwise."""
    given = form.required or form.default is not None or bool(filled)
    meaning = filled or form.meaning
    if form.of == "date":
        return _dated(name, meaning, given=given)
    if form.of == "ref":
        return reference(name, f"{name}_id", form)
    types = {"number": ("number", _number), "count": ("integer", _whole)}
    type_, read = types.get(form.of, ("text", _text))
    choices = tuple(form.to) if form.of == "choice" else ()
    return Field(name, (Column(name, type_, meaning, given, choices),), read)


def reference(key: str, column: str, form: FieldSpec) -> Field:
    """Return the field *key* that holds the id of a record, as *form* describes it."""
    to = KINDS[form.to[0]] if len(form.to) == 1 else "records"
    given = form.required or form.many
    return Field(key, (Column(column, "text", form.meaning, given, to=to),), _id_of)


def _dated(name: str, meaning: str, *, given: bool) -> Field:
    """Return a field that is an EDTF date and, beside it, its first and last day."""
    columns = (
        Column(name, "text", f"{meaning} (EDTF)", given),
        Column(f"{name}_start", "date", f"first day of {name}; empty if open"),
        Column(f"{name}_end", "date", f"last day of {name}; empty if open"),
    )
    return Field(name, columns, _days)


def plain(
    key: str,
    meaning: str,
    *,
    required: bool = False,
    choices: tuple[str, ...] = (),
    to: str = "",
    column: str = "",
) -> Field:
    """Return a field of text, in a *column* of the name of its *key* unless told."""
    made = Column(column or key, "text", meaning, required, choices, to)
    return Field(key, (made,), _text)


def flag(name: str, meaning: str) -> Field:
    """Return a field that is true or false."""
    return Field(name, (Column(name, "boolean", meaning, required=True),), _as_it_is)


def whole(name: str, meaning: str) -> Field:
    """Return a field that is a whole number, or empty."""
    return Field(name, (Column(name, "integer", meaning),), _whole)


def year(key: str) -> Field:
    """Return the year of the date *key*, as a field of its own."""
    meaning = f"the year of {key}; empty if that is not within one year"
    return Field(key, (Column("year", "integer", meaning),), _year)


def columns_of(fields: Iterable[Field]) -> tuple[Column, ...]:
    """Return the columns of *fields* in their order."""
    return tuple(column for field in fields for column in field.columns)


def values_of(document: Document, fields: Iterable[Field]) -> Iterator[Value]:
    """Yield the values of *fields* in *document*. Raises KeyError if one is missing."""
    for field in fields:
        yield from field.read(document[field.key])


def _text(value: Value) -> tuple[Value]:
    return (value or None,)


def _id_of(value: Any) -> tuple[Value]:  # noqa: ANN401  # an id, or what has one
    return (value["id"] if isinstance(value, dict) else value,)


def _number(value: Any) -> tuple[Value]:  # noqa: ANN401  # a number of JSON
    if value is None:
        return (None,)
    found = float(value)
    if not isfinite(found):
        raise UnsoundError("a number is infinite")
    return (found,)


def _whole(value: Any) -> tuple[Value]:  # noqa: ANN401  # a number of JSON
    if value is not None and not -_LARGEST <= value < _LARGEST:
        raise UnsoundError("a whole number is too large")
    return (value,)


def _as_it_is(value: Value) -> tuple[Value]:
    return (value,)


def _year(text: str | None) -> tuple[int | None]:
    _, first, last = _days(text)
    is_one = first and last and str(first)[:4] == str(last)[:4]
    return (int(str(first)[:4]) if is_one else None,)


@lru_cache(maxsize=10_000)
def _days(text: str | None) -> tuple[Value, ...]:
    """Return an EDTF date, its first and its last day; None for an end that is open.

    >>> _days("2024-02"), _days("2023/..")
    (('2024-02', '2024-02-01', '2024-02-29'), ('2023/..', '2023-01-01', None))
    """
    if text is None:
        return None, None, None
    _, earliest, latest = parse(text)
    first = earliest if earliest > FIRST_DAY else None
    return text, first, latest if FIRST_DAY < latest < LAST_DAY else None
