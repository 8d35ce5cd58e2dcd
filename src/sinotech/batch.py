"""Tables of claims, judged: Arrow record batches, pandas, and whatever engine has them.

Nothing here knows an engine. Spark's ``mapInArrow``, Dask's ``map_partitions``, and the
``map_batches`` of Ray and Polars call a function on each piece of a table, and these
are such functions: docs/scale.md has recipes. A process opens a record set once,
read-only, and keeps it for the next piece.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sinotech.answers.asking import answer_of
from sinotech.answers.claimed import COLUMNS, row_of, row_of_error
from sinotech.answers.commands import BY_NAME
from sinotech.answers.judging import last_day
from sinotech.errors import UsageError
from sinotech.gc_pause import gc_paused
from sinotech.locks import new_lock
from sinotech.naming import shortened
from sinotech.schema.columns import FIELDS
from sinotech.signs import writable
from sinotech.store import open_in_turn

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    Path = str | os.PathLike[str]
    Row = dict[str, Any]

__all__ = ["COLUMNS", "judge_batches", "judge_frame", "schema"]

LISTS = frozenset(("evidence", "reasons"))
"""Columns that are lists of text."""

NUMBER = "score"
"""The column that is a number; the others are text."""

SHOWN = 60
"""Characters of a value that an error repeats."""


def schema() -> "pa.Schema":
    """Return the Arrow schema of what :func:`judge_batches` yields.

    Each field's metadata has its ``description``. Raises UsageError without pyarrow.
    """
    pa = _package("pyarrow")
    text = pa.string()
    types = {name: pa.list_(text) for name in LISTS} | {NUMBER: pa.float64()}
    return pa.schema(
        pa.field(name, types.get(name, text), metadata={"description": meaning})
        for name, meaning in FIELDS["claim"]
    )


def judge_batches(
    batches: "Iterable[pa.RecordBatch]",
    column: str,
    db: "Path | None" = None,
    *,
    keep: Sequence[str] = (),
    as_of: str | None = None,
) -> "Iterator[pa.RecordBatch]":
    """Yield for each of *batches* one with a row for each of its rows, in order.

    The text in *column* is the claim. A row has the columns that are named in *keep*,
    as they are, then those of :func:`schema`. A null is a row without a verdict; so is
    text that is no claim, and ``error`` says why. *db* is a database, as for ``--db``;
    *as_of* a date, as for ``--as-of``.

    Raises UsageError if there is no such column, or it holds no text; or without
    pyarrow. Raises StoreError if *db* cannot be opened.
    """
    pa = _package("pyarrow")
    if isinstance(batches, pa.Table | pa.RecordBatch) or not _is_iterable(batches):
        given = type(batches).__name__
        message = f"batches is of type {given}; it takes an iterator of RecordBatch"
        raise TypeError(message)
    judge = _judge(db, as_of)
    _check_kept(keep)
    return (_judged(judge, batch, column, keep) for batch in batches)


def _judged(
    judge: "Callable[[str | None], Row]",
    batch: "pa.RecordBatch",
    column: str,
    keep: Sequence[str],
) -> "pa.RecordBatch":
    """Return the rows of a *batch*."""
    pa = _package("pyarrow")
    if not isinstance(batch, pa.RecordBatch):
        given = type(batch).__name__
        raise TypeError(f"batches holds a {given}; it takes RecordBatch, each of them")
    names = batch.schema.names
    _check_columns(names, (column, *keep))
    claims = batch.column(names.index(column))
    if not _is_text(claims.type):
        message = f"column {column!r} holds {claims.type}, no text"
        raise UsageError(message, "cast it to string")
    rows = [judge(claim) for claim in claims.to_pylist()]
    made = schema()
    kept = [batch.schema.field(name) for name in keep]
    arrays = [batch.column(names.index(name)) for name in keep]
    arrays += [pa.array([row[one.name] for row in rows], one.type) for one in made]
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema([*kept, *made]))


def _is_text(type_: "pa.DataType") -> bool:
    """Whether an Arrow type is of text, or of nothing but nulls."""
    types = _package("pyarrow").types
    if types.is_dictionary(type_):
        type_ = type_.value_type
    kinds = (types.is_string, types.is_large_string, types.is_string_view)
    return types.is_null(type_) or any(is_kind(type_) for is_kind in kinds)


def judge_frame(
    frame: "pd.DataFrame",
    column: str,
    db: "Path | None" = None,
    *,
    keep: Sequence[str] = (),
    as_of: str | None = None,
) -> "pd.DataFrame":
    """Return a DataFrame with a row for each of *frame*, and its index.

    All is as :func:`judge_batches` has it; text is of dtype ``string``, and lists are
    lists. An empty frame opens no record set: it is what an engine calls a *meta*.
    """
    pd = _package("pandas")
    if not isinstance(frame, pd.DataFrame):
        given = type(frame).__name__
        raise TypeError(f"frame is of type {given}; it takes a DataFrame")
    _check_kept(keep)
    _check_columns(list(frame.columns), (column, *keep))
    claims = [_text_or_none(value, column, pd) for value in frame[column]]
    judge = _judge(db, as_of) if claims else None
    rows = [judge(claim) for claim in claims] if judge else []
    types = dict.fromkeys(LISTS, "object") | {NUMBER: "float64"}
    made = {}
    for name in COLUMNS:
        values = [row[name] for row in rows]
        made[name] = pd.Series(values, frame.index, types.get(name, "string"))
    return pd.concat([frame[list(keep)], pd.DataFrame(made, frame.index)], axis=1)


def _text_or_none(value: object, column: str, pd: Any) -> str | None:  # noqa: ANN401
    """Return the text in a cell of *column*; None if it is null."""
    if isinstance(value, str):
        return value
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return None
    message = f"column {column!r} holds {shortened(repr(value), SHOWN)}, no text"
    raise UsageError(message, "convert it: astype('string')")


def _is_iterable(value: object) -> bool:
    return hasattr(type(value), "__iter__") and not isinstance(value, str | bytes)


def _check_kept(keep: Sequence[str]) -> None:
    """Raise UsageError if columns are kept that the answer has besides."""
    if isinstance(keep, str):
        raise TypeError("keep is of type str; it takes a list of names")
    if both := [name for name in keep if name in COLUMNS]:
        message = f"keep names {both[0]!r}, which is a column of the answer"
        raise UsageError(message, "rename it first")


def _check_columns(there: Sequence[object], wanted: Sequence[str]) -> None:
    """Raise UsageError unless each column that is *wanted* is *there* once."""
    for name in wanted:
        if there.count(name) > 1:
            raise UsageError(f"there are two columns {name!r}", "rename one of them")
        if name not in there:
            named = shortened(", ".join(map(str, there)), 5 * SHOWN) or "none"
            raise UsageError(f"there is no column {name!r}", f"there are: {named}")


def _package(name: str) -> Any:  # noqa: ANN401  # a module
    """Return a package of the extra ``batch``. Raises UsageError if it is absent."""
    try:
        return __import__(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        remedy = "install it: pip install 'sinotech[batch]'"
        raise UsageError(f"sinotech.batch needs {name}", remedy) from None


class _Reader:
    """A record set that this process has opened; threads take turns to ask it."""

    def __init__(self, db: str | None) -> None:
        """Open it. Raises StoreError."""
        self._store = open_in_turn(db, ())
        self._turn = new_lock()

    def row(self, claim: str | None, as_of: str | None) -> "Row":
        """Return the row of a *claim*."""
        if claim is None:
            return row_of_error(None, None)
        asked = {"claim": claim, "limit": None, "as_of": as_of}
        flags = {"exit_code": False, "explain": False}
        try:
            with self._turn, gc_paused():
                answer = answer_of(_CITE, asked | flags, self._store, whole=False)
        except UsageError as error:
            return row_of_error(writable(claim), str(error))
        return {**row_of(answer.data), "claim": claim}


_CITE = BY_NAME["cite"]

_readers: dict[tuple[int, str | None], _Reader] = {}
"""What is open, by process and path. A process that was forked has the readers of its
parent too: it never asks them, and closes none."""

_opening = new_lock()


def _reader(path: str | None) -> _Reader:
    """Return the record set of a *path*, which this process opens once."""
    key = (os.getpid(), path)
    with _opening:
        if key not in _readers:
            _readers[key] = _Reader(path)
        return _readers[key]


def _judge(
    db: "Path | None", as_of: str | None
) -> "Callable[[str | None], dict[str, Any]]":
    """Return what judges a claim by *db*, in whatever process. Raises StoreError."""
    last_day(as_of, "as_of")  # or it is an error here, and not of every claim
    path = None if db is None else os.fsdecode(db)
    _reader(path)
    return lambda claim: _reader(path).row(claim, as_of)
