"""Every command in every form: well formed, and with whatever fields are asked for."""

import csv
import io
import json

import pytest
from command_cases import ASKED, LINES, QUESTIONS, SECTIONS
from conftest import Sinotech

from sinotech.answers.answer import Answer
from sinotech.answers.commands import BY_NAME
from sinotech.answers.options import DATA, FORMATS
from sinotech.answers.rows import sections_of
from sinotech.present.form import Format

SEPARATORS = {"csv": ",", "tsv": "\t"}

PRINTED = [
    name
    for name in ASKED
    if any(one.name == "format_" for one in BY_NAME[name].parameters)
]
"""The commands whose --format is that of their answer; of an export, it is another."""


def table(out: str, form: str) -> list[list[str]]:
    """Read CSV or TSV; every row is as long as the header."""
    found = list(csv.reader(io.StringIO(out, newline=""), delimiter=SEPARATORS[form]))
    assert {len(row) for row in found} == {len(found[0])}
    return found


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "question", [one for one in QUESTIONS if one[0] in PRINTED], ids=" ".join
)
def test_every_command_has_every_form(
    ask: Sinotech, question: list[str], form: str
) -> None:
    """Each answer is well formed; what is found is printed, and nothing else is."""
    command, *argv = question
    result = ask(command, *argv, "--format", form)
    assert result.code in {0, 1, 3, 4}, result
    if form == "json":
        assert json.loads(result.out)["schema"].endswith(BY_NAME[command].shape)
    elif form == "jsonl":
        rows = [json.loads(line) for line in result.out.splitlines()]
        assert all(isinstance(row, dict) for row in rows)
    elif form in SEPARATORS:
        table(result.out, form)
    elif command not in {
        "lint",
        "verify",
        "check",
        "diff",
    }:  # which may have nothing to say
        assert bool(result.out) == (result.code in {0, 4}), result


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", LINES)
def test_every_batch_has_every_form(ask: Sinotech, command: str, form: str) -> None:
    """A batch in any form tells of every line that was asked."""
    stdin = "\n".join(LINES[command]).encode() + b"\n"
    out = ask(command, "-", "--format", form, stdin=stdin).out
    if form in {"json", "jsonl"}:
        asked = [json.loads(line)["meta"]["input"] for line in out.splitlines()]
        assert asked == LINES[command]
    elif form in SEPARATORS:
        asked = list(dict.fromkeys(row[0] for row in table(out, form)[1:]))
        assert asked == LINES[command]
    else:
        assert "no answer to: " in out


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", PRINTED)
def test_fields_are_chosen_in_every_form(
    ask: Sinotech, sinotech: Sinotech, command: str, form: str
) -> None:
    """Any field that is listed can be chosen, in any form, found or not."""
    argv = ("fields", command, "--json", "--fields", "field")
    listed = json.loads(sinotech(*argv).out)["data"]
    names = [one["field"] for one in listed]
    # what a schema and what is not recorded are made of is no list of schemas or counts
    first = 1 if command in {"schema", "help", "coverage"} else 2
    for asked in [*ASKED[command][:first], *ASKED[command][-1:] * (first - 1)]:
        chosen = ",".join(names)
        result = ask(command, *asked, "--format", form, "--fields", chosen)
        assert result.code in {0, 1, 3, 4}, result.err
        if form in SEPARATORS:
            assert table(result.out, form)[0] == names
        if form == "jsonl":
            for line in result.out.splitlines():
                assert list(json.loads(line)) == names


DEEP = [
    (["figures", "--country", "NO"], "citations.source", ["weekly"]),
    (["figures", "--country", "NO"], "speaker.name", None),
    (["figure", "fig-yield"], "measure_record.unit", "laboratories"),
    (["source", "weekly"], "cited_for.citations.paragraph", [[4], [2], [3]]),
    (
        ["show", "cf-labs"],
        "sides.title",
        ["over 50 (joint laboratories)", "70 (joint laboratories)"],
    ),
]


@pytest.mark.parametrize(("argv", "path", "value"), DEEP)
def test_a_path_leads_through_lists(
    ask: Sinotech, argv: list[str], path: str, value: object
) -> None:
    """A path leads into records within records, and through lists to each item."""
    out = ask(*argv, "--format", "jsonl", "--fields", path).out
    assert json.loads(out) == {path: value}


WRONG = [
    (["figures"], "citations.sorce", "nearest: citations.source,"),
    (["figures"], "asof", "nearest: as_of,"),
    (["figures", "--country", "CG"], "lable", "nearest: label,"),
    (["country", "Brazil"], "as_writen", "nearest: as_written,"),
    (["country", "Brazil"], "id.", "nearest: id,"),
    (["lint", "--records", "{mini}"], "cod", "nearest: code,"),
    (["compare", "Brazil", "Norway"], "citations.labels", "nearest: citations.label,"),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("argv", "path", "nearest"), WRONG)
def test_an_unknown_path_names_the_nearest(
    ask: Sinotech, argv: list[str], path: str, nearest: str, form: str
) -> None:
    """What is no field is told of in one line, and nothing is printed."""
    result = ask(*argv, "--format", form, "--fields", path)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert f"there is no field {path!r} here; {nearest}" in result.err


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", SECTIONS)
def test_a_section_stands_alone(ask: Sinotech, command: str, form: str) -> None:
    """Each section of a profile is had in each form: one header, a row a record."""
    name, kind = SECTIONS[command], BY_NAME[command].shape.partition("@")[0]
    for section in sections_of(kind):
        argv = (command, name, "--section", section)
        rows = json.loads(ask(*argv, "--json").out)["data"]
        result = ask(*argv, "--format", form)
        assert result.code == 0
        if form in SEPARATORS:
            header, *lines = table(result.out, form)
            assert len(lines) == len(rows)
            listed = ask("fields", command, "--section", section, "--json").out
            fields = json.loads(listed)["data"]
            assert header == [one["field"] for one in fields if one["column"]]
        elif form == "jsonl":
            assert [json.loads(line) for line in result.out.splitlines()] == rows


@pytest.mark.parametrize("form", FORMATS)
def test_a_section_that_is_not_there_is_misuse(ask: Sinotech, form: str) -> None:
    """A section of another kind of profile is told of in one line."""
    argv = ("country", "Brazil", "--section", "participants", "--format", form)
    result = ask(*argv)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "there are: groups, programs, figures" in result.err


def test_chosen_fields_still_say_where_they_are_written(ask: Sinotech) -> None:
    """On a page, a row of chosen fields ends in marks like any other."""
    out = ask("figures", "--country", "NO", "--fields", "as_written").out
    assert out.startswith("- about 30 to 60.5 percent [1a]\n\nSOURCES\n[1] ")


@pytest.mark.parametrize(
    "argv", [["figures", "--fields", "id"], ["country", "CN", "--section", "figures"]]
)
def test_a_chosen_side_comes_with_the_other(ask: Sinotech, argv: list[str]) -> None:
    """Chosen fields or sections of a disputed record bring the conflict along."""
    assert "→ 70 (joint laboratories) (current)" in ask(*argv).out


class Shouted(Format):
    """A form of output that is declared nowhere but here."""

    def text(self, answer: Answer) -> str:
        """Return the label of a figure in capitals."""
        return f"{answer.data['label'].upper()}\n"


def test_a_form_is_a_class_and_a_line(
    ask: Sinotech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is listed is printed, alone and in a batch."""
    monkeypatch.setitem(FORMATS, "shouted", (DATA, f"{__name__}:Shouted", "loud"))
    monkeypatch.setenv("SINOTECH_FORMAT", "shouted")
    assert ask("figure", "fig-labs-50").out == "JOINT LABORATORIES\n"
    out = ask("figure", "-", stdin=b"fig-labs-50\nfig-labs-50\n").out
    assert out == "JOINT LABORATORIES\n" * 2
