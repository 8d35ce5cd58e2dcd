"""A column of claims: a row for each, in order, by one process or several."""

import csv
import io
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Sinotech
from hypothesis import given
from hypothesis import strategies as st
from processes import outcome, started

from sinotech.cli.columns import SEPARATORS, column_of
from sinotech.cli.jobs import CHARACTERS, LINES, chunks
from sinotech.errors import UsageError

CLAIMS = """Brazil takes part in the work of the laboratories

Norway takes part in the work of the laboratories
green cheese
"""
HEADER = "claim verdict confidence evidence says citation link score reasons error"


def rows_of(out: str) -> list[dict[str, str]]:
    """Read CSV."""
    return list(csv.DictReader(io.StringIO(out, newline="")))


def test_each_claim_has_one_row(on_mini: Sinotech) -> None:
    """It has the verdict, the first record that decides, and where that is written."""
    stdin = CLAIMS.encode()
    result = on_mini("cite", "-", "--one-row", "--format", "csv", stdin=stdin)
    assert result.out.splitlines()[0].split(",") == HEADER.split()
    first, empty, *others = rows_of(result.out)
    assert [row["claim"] for row in others] == CLAIMS.splitlines()[2:]
    assert first == {
        "claim": "Brazil takes part in the work of the laboratories",
        "verdict": "supported",
        "confidence": "certain",
        "evidence": "st-fact",
        "says": "Brazil takes part in the work of the laboratories.",
        "citation": "Daily, 5 March 2024, para. 1",
        "link": "https://example.org/daily?a=1&b=2#:~:text=Brazil%20takes%20part",
        "score": first["score"],
        "reasons": first["reasons"],
        "error": "",
    }
    assert first["reasons"].startswith("a source states it")
    error = "line 2: the claim is empty; give a sentence in quotes"
    assert {key: cell for key, cell in empty.items() if cell} == {"error": error}
    assert (result.code, result.err.splitlines()[0]) == (2, error)


def test_its_columns_are_listed(sinotech: Sinotech) -> None:
    """As those of any other row."""
    line = ("fields", "cite", "--section", "claim", "--format", "jsonl")
    fields = [json.loads(row) for row in sinotech(*line).out.splitlines()]
    assert [one["field"] for one in fields] == HEADER.split()
    assert all(one["type"] and one["meaning"] and one["column"] for one in fields)


def test_nothing_decides_what_is_not_found(on_mini: Sinotech) -> None:
    """The nearest records are no evidence, and so not in the row."""
    argv = ("cite", "green cheese", "--one-row", "--format", "csv")
    (row,) = rows_of(on_mini(*argv).out)
    assert row["verdict"] == "not_found"
    assert (row["evidence"], row["says"], row["citation"], row["link"]) == ("",) * 4


def test_what_is_outdated_says_what_is_so_now(on_real: Sinotech) -> None:
    """The reasons name the record that replaces it."""
    claim = "China has signed 116 intergovernmental S&T agreements."
    (row,) = rows_of(on_real("cite", claim, "--one-row", "--format", "csv").out)
    assert row["verdict"] == "outdated"
    assert "; now 119: " in row["reasons"]


def test_of_several_parts_the_one_that_decides_is_told(on_real: Sinotech) -> None:
    """The row's evidence is of the part that has the verdict of the whole."""
    claim = (
        "China has signed 119 intergovernmental science agreements. "
        "China has trained over 18,000 professionals for its partner countries."
    )
    (row,) = rows_of(on_real("cite", claim, "--one-row", "--format", "csv").out)
    assert row["verdict"] == "contradicted"
    assert row["evidence"] == "fig-bri-professionals-trained-16000"


@pytest.mark.parametrize("style", ["apa", "newsroom"])
def test_the_citation_follows_the_style(on_mini: Sinotech, style: str) -> None:
    """It is the one that the answer has in that style."""
    claim = "Brazil takes part in the work of the laboratories"
    line = ("cite", claim, "--style", style)
    whole = json.loads(on_mini(*line, "--json").out)["data"]
    (row,) = rows_of(on_mini(*line, "--one-row", "--format", "csv").out)
    place = whole["parts"][0]["evidence"][0]["citations"][0]
    assert row["citation"] == place["styled"] != place["label"]


def test_every_form_for_data_has_it(on_mini: Sinotech) -> None:
    """JSON Lines are the rows themselves; JSON is an envelope a line; fields select."""
    line = ("cite", "-", "--one-row", "--fields", "verdict,evidence", "--format")
    stdin = b"Brazil takes part in the work of the laboratories\n\n"
    rows = [
        {"verdict": "supported", "evidence": ["st-fact"]},
        {"verdict": None, "evidence": []},
    ]
    out = on_mini(*line, "jsonl", stdin=stdin).out
    assert [json.loads(one) for one in out.splitlines()] == rows
    out = on_mini(*line, "json", stdin=stdin).out
    assert [json.loads(one)["data"] for one in out.splitlines()] == [
        [row] for row in rows
    ]
    out = on_mini(*line, "tsv", stdin=stdin).out
    assert out.splitlines() == ["verdict\tevidence", "supported\tst-fact", "\t"]


USAGE = [
    ("cite - --one-row", "--one-row is for data; give --format csv, tsv, json or"),
    ("cite - --one-row --style ris", "--one-row is for data"),
    ("cite - -fcsv --jobs 0", "--jobs 0 does nothing; give a number from 1"),
    ("cite x -fcsv --column a", "--column is for what - reads; give - for CLAIM"),
    ("cite x --jobs 2", "--jobs is for what - reads; give - for CLAIM"),
    ("cite - --limit 0", "--limit 0 asks for nothing; give a number from 1"),
    ("cite - --as-of soon", "--as-of: 'soon' is no date such as 2024"),
    ("cite - -fcsv --column a,c", "standard input has no column 'a,c'"),
    ("cite - -fcsv --column x", "standard input has two columns 'x'; rename one"),
    (
        "cite - -fcsv --column b",
        "standard input has no column 'b'; its header has: a, x",
    ),
]


@pytest.mark.parametrize(("line", "error"), USAGE)
def test_what_cannot_be_is_one_line(on_mini: Sinotech, line: str, error: str) -> None:
    """It says what is wrong, and nothing is printed."""
    result = on_mini(*line.split(), stdin=b"a,x,x\nx,y,z\n")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {error}")
    assert result.err.count("\n") == 1


COLUMNS = [
    ("id,claim\n1,green cheese\n", ["green cheese"]),
    ('id;claim\n1;"green, ""blue"" cheese"\n', ['green, "blue" cheese']),
    ('\ufeff"the claim",claim\r\nx,green\r\n\r\ny,blue\r\n', ["green", "blue"]),
    ('claim\tid\n"green\ncheese"\t1\n', ["green\ncheese"]),
    ("id,claim\n1\n", [""]),
    ('"no,\nof";claim\n1;green\n', ["green"]),
    ('"no;\n\nof", claim \n1,green\n', ["green"]),
    ('size 5",claim\n1,green\n2,"blue"\n', ["green", "blue"]),
    ("claim\n", []),
]


@pytest.mark.parametrize(("text", "claims"), COLUMNS)
def test_a_column_of_csv_is_read(
    on_mini: Sinotech, text: str, claims: list[str]
) -> None:
    """Whatever separates its cells; a short row is an empty claim, no row is none."""
    line = ("cite", "-", "--column", "claim", "--one-row", "--format", "jsonl")
    result = on_mini(*line, stdin=text.encode())
    assert [json.loads(row)["claim"] for row in result.out.splitlines()] == claims
    if not claims:
        told = "error: standard input has a header, and no row; give a claim a row\n"
        assert (result.code, result.err) == (2, told)


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"))


@given(
    st.lists(st.tuples(CELLS, CELLS.filter(bool)), min_size=1, max_size=5),
    st.sampled_from(SEPARATORS),
)
def test_what_is_written_as_csv_is_read_back(
    rows: list[tuple[str, str]], separator: str
) -> None:
    """Any cells, quoted as a spreadsheet quotes them."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([("id", "the claim"), *rows])
    lines = [line.rstrip("\r") for line in out.getvalue().split("\n")[:-1]]
    assert list(column_of(lines, "the claim")) == [claim for _, claim in rows]


def test_what_is_no_csv_is_told_with_its_line() -> None:
    """The rows before it are read; a header may have several lines."""
    cells = column_of(["claim,x", "a,b", '"a"b,x'], "claim")
    assert next(cells) == "a"
    with pytest.raises(UsageError, match="line 3 of standard input is no CSV"):
        next(cells)
    cells = column_of(['"the', 'claim",x', '"a"b,x'], "the\nclaim")
    with pytest.raises(UsageError, match="line 3 of standard input is no CSV"):
        next(cells)


def test_a_row_is_told_by_its_number(on_mini: Sinotech) -> None:
    """Of a column, rows are counted and not lines, for a cell may have several."""
    line = ("cite", "-", "--column", "claim", "--one-row", "--format", "csv")
    result = on_mini(*line, stdin=b'claim\n"green\ncheese"\n""\n')
    error = "row 2: the claim is empty; give a sentence in quotes"
    assert rows_of(result.out)[1]["error"] == error
    assert result.err.splitlines()[-1] == error


def test_lines_are_shared_out_in_small_lists() -> None:
    """No list has more than so many lines, or characters beyond its last line."""
    lines = [(n, "x" * size) for n, size in enumerate([1] * 20 + [CHARACTERS, 1, 1])]
    lists = list(chunks(lines))
    assert [len(one) for one in lists] == [LINES, 20 - LINES + 1, 2]
    assert [line for one in lists for line in one] == lines


LONG = "Brazil takes part in laboratories, of which there are over 60.\n"


@pytest.mark.slow
@pytest.mark.parametrize("form", ["csv", "jsonl", "plain"])
def test_processes_answer_as_one_does(mini_db: Path, form: str, tmp_path: Path) -> None:
    """To the byte: answers, complaints and the exit code."""
    asked = tmp_path / "claims.txt"
    asked.write_text((CLAIMS + LONG) * 12, "utf-8")
    found = set()
    for jobs in ("1", "2", "3"):
        argv = ["cite", "-", "--format", form, "--jobs", jobs, "--db", str(mini_db)]
        argv += ["--one-row"] if form != "plain" else []
        with asked.open("rb") as stdin:
            process = started("-m", "sinotech", *argv, stdin=stdin)
            found.add(outcome(process))
    assert len(found) == 1
    assert next(iter(found))[0] == 2


@pytest.fixture
def judging(mini_db: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Start two processes that judge without end, and wait for the first answers."""
    line = ("cite", "-", "--format", "jsonl", "--one-row", "--jobs", "2")
    argv = ("-m", "sinotech", *line, "--db", mini_db)
    with started(*argv, stdin=subprocess.PIPE) as process:
        ask(process)
        assert process.stdout
        assert process.stdout.readline()
        yield process
        process.kill()


def ask(process: "subprocess.Popen[bytes]") -> None:
    """Ask for more than two processes are given at once."""
    assert process.stdin
    process.stdin.write(LONG.encode() * 20 * LINES)
    process.stdin.flush()


def workers_of(leader: int) -> list[int]:
    """Return the processes of a group but the *leader*, on Linux."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == leader and fields[0] != "Z":
            found.append(int(path.parent.name))
    return [one for one in found if one != leader]


def ended(leader: int) -> bool:
    """Wait until a group has no workers left; return whether that comes."""
    began = time.monotonic()
    while workers_of(leader) and time.monotonic() - began < 60:
        time.sleep(0.01)
    return not workers_of(leader)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_whoever_ends_it_leaves_no_process(
    judging: "subprocess.Popen[bytes]", number: signal.Signals
) -> None:
    """It ends by the signal, quietly, and so do the processes that work for it."""
    assert len(workers_of(judging.pid)) == 2
    os.killpg(judging.pid, number)
    assert judging.wait(60) == -number
    assert judging.stderr
    assert judging.stderr.read() == b""
    assert ended(judging.pid)


@pytest.mark.slow
def test_a_process_that_is_killed_is_told(judging: "subprocess.Popen[bytes]") -> None:
    """It is one line and exit code 4, and no process stays."""
    os.kill(workers_of(judging.pid)[0], signal.SIGKILL)
    ask(judging)
    assert judging.stdin
    assert judging.stdout
    assert judging.stderr
    judging.stdin.close()
    judging.stdout.read()
    told = judging.stderr.read().decode()
    assert told == (
        "error: a process that judges was killed, perhaps for want of memory; "
        "try again with --jobs 1\n"
    )
    assert judging.wait(60) == 4
    assert ended(judging.pid)
