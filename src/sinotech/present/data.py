"""Answers as data: JSON, JSON Lines, CSV, TSV."""

from sinotech.errors import UsageError
from sinotech.present.columns import CLAIM, FIELDS, value_at
from sinotech.present.safe import cell, escaped
from sinotech.stored import dump

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from sinotech.answers.answer import Answer
    from sinotech.checking.diagnostic import Diagnostic
    from sinotech.checking.run import Run

    Row = dict[str, Any]


class Json(Format):
    """The envelope of an answer; with chosen fields, rows are its data."""

    is_whole = True

    def text(self, answer: "Answer") -> str:
        """Return the envelope on some lines."""
        return self._envelope(answer)

    def text_of_line(self, answer: "Answer", asked: str, *, first: bool) -> str:  # noqa: ARG002
        """Return the envelope on a line."""
        return self._envelope(answer, batch=True)

    def _envelope(self, answer: "Answer", *, batch: bool = False) -> str:
        if not (self.fields or self.section):
            return answer.line()
        paths = chosen(answer, self.fields, self.section, batch=batch)
        envelope = answer.envelope()
        envelope["meta"]["rows_of"] = envelope["schema"]
        envelope["schema"] = "sinotech/rows@1"
        if answer.data is not None:
            found = rows(answer, self.section)
            picked = [_picked(row, paths) for row in found] if self.fields else found
            envelope["data"] = picked
        return _line(envelope)


class JsonLines(Json):
    """A line of JSON for each row; in a batch, for each answer."""

    In a *batch*, what `show` prints are rows of mixed kinds, alike in their columns.
    Raises UsageError if the profile has no such section.
    """
    shape, data = answer.shape.partition("@")[0], answer.data
    if section == CLAIM and shape == "cite":
        return CLAIM
    if section:
        there = sections_of(shape)
        if section not in there:
            message = f"there is no section {section!r} here"
            raise UsageError(message, f"there are: {', '.join(there) or 'none'}")
        return _SECTIONS[section]
    if shape == "show" and isinstance(data, dict) and not batch:
        return str(data["kind"])
    if shape in _TOLD and isinstance(data, dict):
        return _TOLD[shape]
    if shape in _ROW_KIND:
        untouched = shape == "coverage" and "untouched" in (data or ())
        return "untouched" if untouched else _ROW_KIND[shape]
    return str(data["kind"]) if isinstance(data, dict) and "kind" in data else shape


def sections_of(shape: str) -> list[str]:
    """Return the sections of a profile of *shape*; none if it is no profile."""
    if shape not in _HEADS:
        return []
    return [name for name in _SECTIONS if _ONLY.get(name, shape) == shape]


def rows(answer: "Answer", section: str | None) -> "list[Row]":
    """Return *answer* as rows: its list, the records of a profile, or one record."""
    data = answer.data
    if section and (section == CLAIM or isinstance(data, dict)):
        return _rows_of_section(answer, section)
    if not isinstance(data, dict):
        return data or []
    if "counts" in data:
        found: list[Row] = data["untouched" if "untouched" in data else "counts"]
    elif "entries" in data:
        found = data["entries"]
    elif "series" in data:
        found = [figure for one in data["series"] for figure in one["figures"]]
    elif "items" in data:
        found = [row for item in data["items"] for row in _compared(item)]
    elif "diagnostics" in data:
        found = data["diagnostics"]
    elif "claim" in data:
        found = [row for part in data["parts"] for row in _judged(part)]
        found += _nearest(data)
    elif heads := [name for name in _HEADS if "statements" in data and name in data]:
        found = _profile_rows(data, heads[0])
    else:
        found = [_as_record("record", data) if "citations" in data else data]
    return found


def _rows_of_section(answer: "Answer", section: str) -> "list[Row]":
    """Return the records of one *section* of a profile; a claim, as one row."""
    if section == CLAIM:
        from sinotech.present.claimed import row_of_answer

        return [row_of_answer(answer)]
    holder = {**answer.data, **answer.data[answer.shape.partition("@")[0]]}
    return list(holder[section])


def _judged(part: "Row") -> "list[Row]":
    """Return the evidence of a part of a claim; if there is none, its verdict alone."""
    head = {"part": part["text"]}
    head |= {name: part[name] for name in ("verdict", "confidence", "rule")}
    if not part["evidence"]:
        return [head | {"id": None, "citations": [], "reasons": part["reasons"]}]
    return [head | one for one in part["evidence"]]


def _nearest(data: "Row") -> "list[Row]":
    """Return the records nearest to a claim that is not settled, as rows."""
    if data["verdict"] not in {"undecided", "not_found"}:
        return []
    verdicts = {part["text"]: part["verdict"] for part in data["parts"]}
    return [
        {**one, "verdict": verdicts[one["part"]], "relation": "nearest"}
        for one in data["nearest"]
    ]


def _compared(item: "Row") -> "list[Row]":
    """Return the records of one of several things compared, each with whose it is."""
    of = item["record"]["id"]
    return [
        {"of": of, **_as_record(section, record)}
        for section in _SECTIONS
        for record in item.get(section, ())
    ]


def _profile_rows(data: "Row", head: str) -> "list[Row]":
    found = [_as_record(head, data[head])]
    for name in _SECTIONS:
        if name not in {"participants", "status", "members"}:  # the head has them
            found += [_as_record(name, record) for record in data.get(name, ())]
    return found


def _as_record(section: str, record: "Row") -> "Row":
    """Return *record* with the fields that rows of mixed kinds share put first."""
    titles = ("what", "text", "title", "label", "name")
    title = next((record[key] for key in titles if record.get(key)), record["id"])
    if record["kind"] == "figure":
        title = f"{record['as_written']}: {record['label']}"
    date = record.get("date") or record.get("as_of") or record.get("published")
    return {"section": section, "title": title, "date": date, **record}


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
        from sinotech.present.paths import check

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
    if answer.data is not None or section == CLAIM:
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

    separator = ","

    def text(self, answer: "Answer") -> str:
        """Return a header and a line for each row."""
        paths = chosen(answer, self.fields, self.section)
        return self._written([paths, *_cells(answer, paths, self.section)])

    def text_of_line(self, answer: "Answer", asked: str, *, first: bool) -> str:
        """Return rows, each with what was *asked* first, the first after a header.

        An answer without rows is a row that holds nothing but what was asked.
        """
        paths = chosen(answer, self.fields, self.section, batch=True)
        lines = [["input", *paths]] if first else []
        found = _cells(answer, paths, self.section) or [[""] * len(paths)]
        lines += [[cell(asked), *line] for line in found]
        return self._written(lines)

    def texts(self, found: "Iterator[Diagnostic]", run: "Run") -> "Iterator[str]":  # noqa: ARG002
        """Yield a header, then a line for each of what is *found*."""
        empty = answer_of_rows([])
        paths = chosen(empty, self.fields, self.section)
        yield self._written([paths])
        for one in found:
            yield self._written(_cells(answer_of_rows([one.row()]), paths, None))

    def _written(self, lines: list[list[str]]) -> str:
        import csv
        import io

        out = io.StringIO()
        end = "\r\n"
        csv.writer(out, delimiter=self.separator, lineterminator=end).writerows(lines)
        return out.getvalue()


class Tsv(Csv):
    """CSV whose cells are separated by tabs."""

    An answer without rows is a row that holds nothing but what was asked. A claim in
    one row has itself first.
    """
    if section == CLAIM:
        return as_separated(answer, fields, section, separator, header=header)
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


def _picked(row: "Row", paths: "Sequence[str]") -> "Row":
    return {path: value_at(row, path) for path in paths}


def _line(data: object) -> str:
    """Return *data* as a line of JSON that is UTF-8 and harmless on a terminal."""
    return escaped(dump(data)) + "\n"
