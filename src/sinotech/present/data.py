"""Answers as data: JSON, JSON Lines, CSV, TSV."""

from sinotech.answers.rows import CLAIM, chosen, flat, rows
from sinotech.present.form import Format
from sinotech.rawjson import dump
from sinotech.safe import cell, escaped
from sinotech.schema.columns import value_at

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
        if answer.data is not None or self.section == CLAIM:
            found = rows(answer, self.section)
            picked = [_picked(row, paths) for row in found] if self.fields else found
            envelope["data"] = picked
        return _line(envelope)


class JsonLines(Json):
    """A line of JSON for each row; in a batch, for each answer."""

    is_whole = False

    def text(self, answer: "Answer") -> str:
        """Return one line of JSON for each row."""
        paths = chosen(answer, self.fields, self.section)
        found = rows(answer, self.section)
        return "".join(
            _line(_picked(row, paths) if self.fields else row) for row in found
        )

    def text_of_line(self, answer: "Answer", asked: str, *, first: bool) -> str:
        """Return the envelope on a line; of a claim in one row, that row."""
        if self.section == CLAIM:
            return self.text(answer)
        return super().text_of_line(answer, asked, first=first)

    def texts(self, found: "Iterator[Diagnostic]", run: "Run") -> "Iterator[str]":  # noqa: ARG002
        """Yield a line for each of what is *found*."""
        for one in found:
            yield self.text(answer_of_rows([one.row()]))


class Csv(Format):
    """A header and a line for each row.

    Lines end as RFC 4180 has them, so that a spreadsheet reads them everywhere.
    """

    separator = ","

    def text(self, answer: "Answer") -> str:
        """Return a header and a line for each row."""
        paths = chosen(answer, self.fields, self.section)
        return self._written([paths, *_cells(answer, paths, self.section)])

    def text_of_line(self, answer: "Answer", asked: str, *, first: bool) -> str:
        """Return rows, each with what was *asked* first, the first after a header.

        An answer without rows is a row that holds nothing but what was asked. A claim
        in one row has itself first.
        """
        paths = chosen(answer, self.fields, self.section, batch=True)
        if self.section == CLAIM:
            head = [paths] if first else []
            return self._written([*head, *_cells(answer, paths, CLAIM)])
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

    separator = "\t"


def answer_of_rows(rows: "list[Row]") -> "Answer":
    """Return an answer with the diagnostics *rows*, as `check` gives it."""
    from sinotech.answers.answer import Answer

    return Answer("check@1", {"diagnostics": rows})


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
