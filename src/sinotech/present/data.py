"""Answers as data: JSON, JSON Lines, CSV, TSV."""

from sinotech.answers.rows import row_kind, rows
from sinotech.safe import cell, escaped
from sinotech.schema.columns import FIELDS, value_at
from sinotech.stored import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sinotech.answers.answer import Answer

    Row = dict[str, Any]


def chosen(
    answer: "Answer", fields: str | None, section: str | None, *, batch: bool = False
) -> list[str]:
    """Return the paths of the columns asked for, or all. Raises UsageError."""
    kind = row_kind(answer, section, batch=batch)
    known = [path for path, _ in FIELDS[kind]]
    if not fields:
        return [path for path in known if answer.style or not path.endswith("styled")]
    wanted = [path.strip() for path in fields.split(",")]
    if others := [path for path in wanted if path not in known]:
        from sinotech.schema.paths import check

        # `show` is asked for any kind, and so takes any kind's fields
        check("record" if answer.shape.startswith("show@") else kind, others)
    return wanted


def as_json(
    answer: "Answer", fields: str | None, section: str | None, *, batch: bool = False
) -> str:
    """Return the envelope with rows for its data, if it has any."""
    paths = chosen(answer, fields, section, batch=batch)
    envelope = answer.envelope()
    envelope["meta"]["rows_of"] = envelope["schema"]
    envelope["schema"] = "sinotech/rows@1"
    if answer.data is not None:
        found = rows(answer, section)
        envelope["data"] = [_picked(row, paths) for row in found] if fields else found
    return _line(envelope)


def as_jsonl(answer: "Answer", fields: str | None, section: str | None) -> str:
    """Return one line of JSON for each row."""
    paths = chosen(answer, fields, section)
    found = rows(answer, section)
    return "".join(_line(_picked(row, paths) if fields else row) for row in found)


def as_separated(
    answer: "Answer",
    fields: str | None,
    section: str | None,
    separator: str,
    *,
    header: bool = True,
) -> str:
    """Return a *header* and a line for each row, separated by *separator*.

    Lines end as RFC 4180 has them, so that a spreadsheet reads them everywhere.
    """
    paths = chosen(answer, fields, section)
    head = [paths] if header else []
    return _separated([*head, *_cells(answer, paths, section)], separator)


def separated_batch(
    answer: "Answer",
    asked: str,
    fields: str | None,
    section: str | None,
    separator: str,
    *,
    header: bool,
) -> str:
    """Return the rows of one *answer* of a batch, each with what was *asked* first.

    An answer without rows is a row that holds nothing but what was asked.
    """
    paths = chosen(answer, fields, section, batch=True)
    lines = [["input", *paths]] if header else []
    found = _cells(answer, paths, section) or [[""] * len(paths)]
    lines += [[cell(asked), *line] for line in found]
    return _separated(lines, separator)


def _cells(
    answer: "Answer", paths: "Sequence[str]", section: str | None
) -> list[list[str]]:
    return [
        [cell(flat(value_at(row, path))) for path in paths]
        for row in rows(answer, section)
    ]


def _separated(lines: list[list[str]], separator: str) -> str:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(lines)
    return out.getvalue()


def _picked(row: "Row", paths: "Sequence[str]") -> "Row":
    return {path: value_at(row, path) for path in paths}


def flat(value: object) -> str:
    """Return *value* as the text of one cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(flat(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {flat(one)}" for key, one in value.items())
    return str(value)


def _line(data: object) -> str:
    """Return *data* as a line of JSON that is UTF-8 and harmless on a terminal."""
    return escaped(dump(data)) + "\n"
