"""The command `check`: what it prints, where, and how it ends."""

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Sinotech
from drafted import DOUBTFUL, IDLE, RIGHT, WRONG

from sinotech.answers.options import CHECK_FORMATS
from sinotech.checking.sharing import Team
from sinotech.cli import checking

Draft = Callable[..., str]

LINE = (
    "S001 contradicted: “30”, where the sources say over 50: joint laboratories, as of "
    "March 2024 — Daily, 5 March 2024, “Labs, labs”, para. 2 (fig-labs-50)"
)


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """Write drafts in a folder of their own, which the process is in."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, *sentences: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(sentences) + "\n", "utf-8")
        return name

    return write


def test_a_problem_is_a_line(on_mini: Sinotech, draft: Draft) -> None:
    """The line says where, what, what the sources say, and where; stderr sums up."""
    result = on_mini("check", draft("a.txt", IDLE, f"{RIGHT} {WRONG}"))
    assert result.code == 1
    assert result.out == f"a.txt:3:{len(RIGHT) + 2}: {LINE}\n"
    summed = "3 sentences, 2 judged: 1 contradicted, 1 supported\n"
    assert result.err == summed


def test_what_is_right_is_quiet(on_mini: Sinotech, draft: Draft) -> None:
    """Nothing is printed, and all is well."""
    result = on_mini("check", draft("a.md", "# Labs", RIGHT, IDLE))
    assert (result.code, result.out) == (0, "")


ENDS: list[tuple[list[str], list[str], int]] = [
    ([WRONG], [], 1),
    ([WRONG], ["--exit-zero"], 0),
    ([WRONG], ["--select", "S002,S003"], 0),
    ([DOUBTFUL], [], 0),
    ([DOUBTFUL], ["--strict"], 1),
    ([DOUBTFUL], ["--select", "s004"], 1),
    ([DOUBTFUL], ["--select", "S001,S002"], 0),
    ([RIGHT, "Norway takes part in the work of the laboratories."], ["--all"], 0),
    (["<!-- sinotech: ignore -->", IDLE], [], 1),
    (["<!-- sinotech: ignore -->", WRONG], [], 0),
]


@pytest.mark.parametrize(("sentences", "options", "code"), ENDS)
def test_it_ends_with_whether_there_are_problems(
    on_mini: Sinotech, draft: Draft, sentences: list[str], options: list[str], code: int
) -> None:
    """Notes are problems where they were asked for, and what is listed never is."""
    assert on_mini("check", draft("a.md", *sentences), *options).code == code


def test_to_select_a_code_turns_it_on(on_mini: Sinotech, draft: Draft) -> None:
    """Without the option that adds it; an option adds its codes to those selected."""
    unknown = "Norway takes part in the work of the laboratories."
    name = draft("a.txt", RIGHT, WRONG, DOUBTFUL, unknown)
    for options, codes in [
        (["S004"], ["S004"]),
        (["S005"], ["S005"]),
        (["S000"], ["S000"]),
        (["S001", "--strict"], ["S001", "S004"]),
        (["S004", "--all"], ["S000", "S004", "S005"]),
    ]:
        argv = ("--format", "csv", "--fields", "code", "--select", *options)
        assert on_mini("check", name, *argv).out.split()[1:] == codes


MISUSED = [
    ([], "there is nothing to check; name files, or - for standard input, or set"),
    (["a.txt", "--select", "S9"], "--select: there is no code 'S9'; there are: S000"),
    (["a.txt", "--jobs", "0"], "--jobs 0 does nothing"),
    (["a.txt", "--as-of", "soon"], "--as-of: 'soon' is no date"),
    (["a.txt", "--json", "--format", "csv"], "--json contradicts --format csv"),
    (["a.txt", "--format", "sarif", "--fields", "path"], "--fields is not for sarif"),
    (["a.txt", "--fields", "nose", "--format", "csv"], "there is no field 'nose' here"),
    (["a.txt", "--stdin-filename", "x.md"], "--stdin-filename names what - reads"),
    (["a.txt", "--style", "bibtex"], "'bibtex' is not one of"),
]


@pytest.mark.parametrize(("argv", "told"), MISUSED)
def test_misuse_is_told(
    on_mini: Sinotech, draft: Draft, argv: list[str], told: str
) -> None:
    """In one line, with the remedy, before anything is printed."""
    draft("a.txt", RIGHT)
    result = on_mini("check", *argv)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert told in result.err


def test_what_cannot_be_read_stops_nothing(on_mini: Sinotech, draft: Draft) -> None:
    """Each such file is a line on stderr, the others are checked, and 4 wins."""
    Path("folder.md").mkdir()
    Path("binary.txt").write_bytes(b"\x00\x01\x02")
    names = ["none.md", "folder.md", draft("a.txt", WRONG), "binary.txt"]
    result = on_mini("check", *names)
    assert (result.code, result.out) == (4, f"a.txt:1:1: {LINE}\n")
    *errors, summed = result.err.splitlines()
    assert len(errors) == 3
    for name, line in zip(("none.md", "folder.md", "binary.txt"), errors, strict=True):
        assert line.startswith("error: ")
        assert name in line
    assert summed.startswith("1 sentence, 1 judged")
    data = json.loads(on_mini("check", *names, "--json").out)["data"]
    assert [one["path"] for one in data["files"]] == ["a.txt"]
    failed = [one["path"] for one in data["failures"]]
    assert failed == ["none.md", "folder.md", "binary.txt"]


def test_a_missing_extra_stops_nothing(
    on_mini: Sinotech, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each Markdown file is a line with the command that helps; others are checked."""
    monkeypatch.setitem(sys.modules, "pyromark", None)
    names = (draft("a.md", WRONG), draft("b.txt", WRONG), draft("c.md", WRONG))
    result = on_mini("check", *names)
    assert (result.code, result.out) == (4, f"b.txt:1:1: {LINE}\n")
    remedy = "is Markdown, which needs the extra check; install it: pip install"
    lines = result.err.splitlines()
    assert [remedy in line for line in lines] == [True, True, False]
    assert [line[:12] for line in lines[:2]] == ["error: a.md ", "error: c.md "]


def test_standard_input_is_a_draft(on_mini: Sinotech, draft: Draft) -> None:
    """It is called -, or as it is told, and read as that name says."""
    stdin = f"<b>{WRONG}</b>\n".encode()
    assert on_mini("check", "-", stdin=WRONG.encode()).out.startswith("-:1:")
    named = ("--stdin-filename", "x.html")
    result = on_mini("check", "-", *named, stdin=stdin)
    assert result.out == f"x.html:1:4: {LINE}\n"
    assert on_mini("check", "-", stdin=b"\xff\xfeA\x00").code == 4


def test_json_tells_all(on_mini: Sinotech, draft: Draft) -> None:
    """The envelope holds the diagnostics, what was counted, and the sources."""
    name = draft("a.md", WRONG, "<!-- sinotech: ignore -->", WRONG)
    found = json.loads(on_mini("check", name, "--json").out)
    assert found["schema"] == "sinotech/check@1"
    (one,) = found["data"]["diagnostics"]
    assert (one["code"], one["line"], one["differs"]) == ("S001", 1, ["30"])
    assert found["data"]["statistics"] == {
        "sentences": 2,
        "judged": 2,
        "problems": 1,
        "suppressed": 1,
        "baselined": 0,
        "codes": {"S001": 1},
        "verdicts": {"contradicted": 2},
    }
    assert found["data"]["files"] == [
        {"path": "a.md", "sentences": 2, "judged": 2, "problems": 1}
    ]
    assert [source["id"] for source in found["citations"]] == ["daily-2024"]


def test_rows_have_the_same_fields(on_mini: Sinotech, draft: Draft) -> None:
    """JSON lines and CSV have a row for each diagnostic, with any fields chosen."""
    name = draft("a.txt", f"{RIGHT} {WRONG}")
    rows = json.loads(on_mini("check", name, "--all", "--json").out)["data"]
    lines = on_mini("check", name, "--all", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows["diagnostics"]
    out = on_mini("check", name, "--all", "--format", "csv").out
    table = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["code"] for row in table] == ["S000", "S001"]
    assert table[1]["records.id"] == "fig-labs-50"
    chosen = ("--fields", "line,records.value", "--format", "tsv")
    assert (
        on_mini("check", name, *chosen).out == "line\trecords.value\r\n1\tover 50\r\n"
    )


def test_a_table_without_rows_has_a_header(on_mini: Sinotech, draft: Draft) -> None:
    """Nothing found is an empty table, and no lines of JSON."""
    name = draft("a.txt", RIGHT)
    out = on_mini("check", name, "--format", "csv").out
    assert out.startswith("path,line,column,")
    assert out.count("\n") == 1
    assert on_mini("check", name, "--format", "jsonl").out == ""


MARKDOWN = """# 1 finding

| Place | Code | Sentence | Message | Source |
| --- | --- | --- | --- | --- |
| a.txt:1:1 | S001 | In March 2024 Brazil and China ran 30 joint laboratories. | \
contradicted: “30”, where the sources say over 50: joint laboratories, as of March \
2024 | \\[1a\\] |

## Sources
"""


def test_markdown_is_a_table(on_mini: Sinotech, draft: Draft) -> None:
    """Each finding is a row that ends in marks of the sources listed below."""
    out = on_mini("check", draft("a.txt", WRONG), "--format", "md").out
    assert out.startswith(MARKDOWN)
    assert "- a  “Labs, labs”, para. 2; find: over 50 laboratories" in out


TABLE = """\
a.txt:1:1: S001 contradicted: “30”, where the sources say
over 50: joint laboratories, as of March 2024 — Daily, 5
March 2024, “Labs, labs”, para. 2 (fig-labs-50)
  In March 2024 Brazil and China ran 30 joint laboratories.
                                     ^^

"""
NARROW = """\
  In March 2024 Brazil and China ran 30…
                                     ^^

"""


def test_a_terminal_shows_the_sentence(
    on_mini: Sinotech, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folded to the width, with carets below what differs; cut where it is narrow."""
    name = draft("a.txt", WRONG)
    for width, expected in (("60", TABLE), ("40", NARROW)):
        monkeypatch.setenv("COLUMNS", width)
        out = on_mini("check", name, "--format", "table").out
        lines = [f"{line.rstrip()}\n" for line in out.splitlines()]
        assert "".join(lines[-len(expected.splitlines()) :]) == expected
        assert max(map(len, lines)) <= int(width) + 1


STATISTICS = """\
4 sentences, 3 judged: 1 contradicted, 1 to review, 1 supported; 1 suppressed
S001 contradicted: 1 suppressed
S004 to review: 1 told
a.md: 4 sentences, 3 judged, 1 problem
"""


def test_statistics_are_counted(on_mini: Sinotech, draft: Draft) -> None:
    """By code and by file, on stderr, in any form."""
    ignored = "<!-- sinotech: ignore[S001] of old -->"
    name = draft("a.md", RIGHT, ignored, WRONG, IDLE, DOUBTFUL)
    for form in ("text", "csv"):
        argv = ("--strict", "--statistics", "--format", form)
        assert on_mini("check", name, *argv).err == STATISTICS


def test_a_baseline_lets_be_what_was_there(on_mini: Sinotech, draft: Draft) -> None:
    """Written and read, all is well; what is new is told, what is gone is counted."""
    name = draft("a.txt", WRONG, WRONG)
    written = on_mini("check", name, "--write-baseline", "b.json")
    assert (written.code, written.out) == (0, "")
    assert written.err.endswith("; 2 in the baseline\nb.json: 2 findings written\n")
    read = on_mini("check", name, "--baseline", "b.json")
    assert (read.code, read.out) == (0, "")
    moved = draft("old/a.txt", IDLE, f"{IDLE} {WRONG}", DOUBTFUL, WRONG, WRONG)
    told = on_mini("check", moved, "--baseline", "b.json")
    assert (told.code, told.out) == (1, f"{moved}:9:1: {LINE}\n")
    mended = on_mini("check", draft("a.txt", RIGHT, WRONG), "--baseline", "b.json")
    assert mended.code == 0
    gone = "b.json: 1 entry matches nothing any more; --write-baseline writes it anew"
    assert mended.err.splitlines()[-1] == gone


def test_a_baseline_is_of_all_files(on_mini: Sinotech, draft: Draft) -> None:
    """Where one cannot be read, none is written; a broken one is told."""
    result = on_mini("check", draft("a.txt", WRONG), "x", "--write-baseline", "b.json")
    assert result.code == 4
    assert "b.json is not written: not all files were checked" in result.err
    assert not Path("b.json").exists()
    Path("b.json").write_text("{}")
    broken = on_mini("check", "a.txt", "--baseline", "b.json")
    assert (broken.code, broken.out, broken.err.count("\n")) == (4, "", 1)


NOWHERE = [
    ("nowhere/b", "there is no folder nowhere; make it first"),
    ("a.docx/b", "there is no folder a.docx; make it first"),
    ("folder", "folder{} is a folder; name a file"),
    ("b" * 300 + "/b", "b" * 200),
]


@pytest.mark.parametrize(("target", "told"), NOWHERE)
@pytest.mark.parametrize(
    ("option", "suffix"), [("--write-baseline", ".json"), ("--annotate", ".docx")]
)
def test_no_folder_is_made(
    on_mini: Sinotech, draft: Draft, option: str, suffix: str, target: str, told: str
) -> None:
    """Where a file cannot be written is told before any draft is read."""
    Path(f"folder{suffix}").mkdir()
    before = sorted(Path().rglob("*"))
    result = on_mini("check", draft("a.docx", WRONG), option, f"{target}{suffix}")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert f"error: {option}: " in result.err
    assert told.format(suffix) in result.err
    assert sorted(Path().rglob("*")) == [Path("a.docx"), *before]


@pytest.mark.parametrize("name", ["a.txt", "b.json", "endless"])
@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_only_a_baseline_is_replaced(
    on_mini: Sinotech, draft: Draft, name: str, option: str
) -> None:
    """A draft and a file that is no baseline stay; what has no end is not read."""
    draft("a.txt", WRONG)
    Path("b.json").write_text("[1]")
    Path("endless").symlink_to("/dev/zero")
    before = {path: path.read_bytes() for path in Path().iterdir() if path.is_file()}
    result = on_mini("check", "a.txt", option, name)
    assert result.code == 4
    assert name in result.err.splitlines()[-1]
    assert all(path.read_bytes() == content for path, content in before.items())
    assert Path("endless").is_symlink()


def test_a_project_configures_it(
    sinotech: Sinotech, draft: Draft, mini_db: Path
) -> None:
    """Files, codes and database are those of the project, unless the line says more."""
    draft("drafts/a.md", WRONG)
    draft("drafts/b.md", DOUBTFUL)
    text = f'[check]\nfiles = ["drafts/*.md"]\nselect = ["S004"]\ndb = "{mini_db}"\n'
    Path("sinotech.toml").write_text(text)
    set_ = sinotech("check", "--fields", "path,code", "--format", "csv")
    assert set_.out == "path,code\r\ndrafts/b.md,S004\r\n"
    line = ("check", "drafts/a.md", "--select", "S001", "--fields", "path,code")
    assert sinotech(*line, "--format", "csv").out == "path,code\r\ndrafts/a.md,S001\r\n"
    Path("sinotech.toml").write_text(f"{text}strict = true\njobs = 1\n")
    assert sinotech("check", "drafts/a.md", "--no-strict").code == 0


def test_a_style_that_is_set_is_used(on_mini: Sinotech, draft: Draft) -> None:
    """In the line, in the records of the data, and in its list of sources."""
    Path("sinotech.toml").write_text('[check]\nstyle = "apa"\n')
    name = draft("a.txt", WRONG)
    found = json.loads(on_mini("check", name, "--json").out)
    (source,) = found["citations"]
    (record,) = found["data"]["diagnostics"][0]["records"]
    assert "2024" in source["styled"]
    assert record["citation"] == record["citations"][0]["styled"]
    assert f" — {record['citation']} (fig-labs-50)" in on_mini("check", name).out
    named = on_mini("check", name, "--style", "newsroom").out
    assert "according to" in named.lower()


MISSET = [
    ("select = ['S9']", "sinotech.toml: check.select: there is no code 'S9'"),
    ("style = 'bibtex'", "sinotech.toml: check.style: there is no style 'bibtex'"),
    ("as-of = 'soon'", "sinotech.toml: check.as-of: 'soon' is no date"),
    ("files = ['*.html']", "sinotech.toml: check.files match no file"),
    ("strict = 1", "sinotech.toml: check.strict: 1 is not true or false"),
]


@pytest.mark.parametrize(("setting", "told"), MISSET)
def test_a_wrong_setting_is_told(
    on_mini: Sinotech, draft: Draft, setting: str, told: str
) -> None:
    """In one line that names the file and the key."""
    Path("sinotech.toml").write_text(f"[check]\n{setting}\n")
    result = on_mini("check", *([] if "files" in setting else [draft("a.txt", RIGHT)]))
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert told in result.err


def test_a_file_is_checked_once(on_mini: Sinotech, draft: Draft) -> None:
    """However often, and by whatever spelling, it is named; by the first of them."""
    name = draft("drafts/a.txt", WRONG)
    Path("link.txt").symlink_to(name)
    spellings = (name, f"./{name}", "drafts/../drafts/a.txt", Path(name).absolute())
    told = on_mini("check", *map(str, spellings), "link.txt", "none.txt", "none.txt")
    assert told.out == f"{name}:1:1: {LINE}\n"
    assert told.err.count("none.txt") == 1
    Path("sinotech.toml").write_text(
        f'[check]\nfiles = ["drafts/*.txt", "{name}", "*.txt"]\n'
    )
    assert on_mini("check").out == f"{name}:1:1: {LINE}\n"


def test_what_is_found_is_in_its_order(on_mini: Sinotech, draft: Draft) -> None:
    """A comment that suppresses nothing stands among the findings."""
    name = draft("a.md", WRONG, "<!-- sinotech: ignore -->", IDLE, WRONG)
    other = draft("b.md", "<!-- sinotech: on -->", WRONG)
    shown = ("--fields", "path,line,code", "--format", "csv")
    assert on_mini("check", name, other, *shown).out.splitlines() == [
        "path,line,code",
        "a.md,1,S001",
        "a.md,3,S100",
        "a.md,7,S001",
        "b.md,1,S100",
        "b.md,3,S001",
    ]


def test_every_form_is_written(on_mini: Sinotech, draft: Draft) -> None:
    """Each form that may be named prints the finding."""
    name = draft("a.txt", WRONG)
    for form in CHECK_FORMATS:
        result = on_mini("check", name, "--format", form)
        assert result.code == 1, form
        assert "over 50" in result.out, form


def test_jobs_change_nothing(
    on_mini: Sinotech, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Several processes find the same, in the same order, and count the same."""
    monkeypatch.setattr("sinotech.checking.sharing.SMALL", 300)
    started: list[int] = []

    class Counted(Team):
        def __init__(self, *args: Any) -> None:  # noqa: ANN401  # as Team takes them
            started.append(args[-1])
            super().__init__(*args)

    monkeypatch.setattr(checking, "Team", Counted)
    leaning = "It ran 30 joint laboratories with China in March 2024."
    ignored = "<!-- sinotech: ignore -->"
    long = [f"{RIGHT} {leaning}", ignored, WRONG, IDLE, DOUBTFUL, ignored, IDLE] * 3
    names = [draft("a.md", *long), "none.md", draft("b.txt", WRONG, RIGHT)]
    results: list[Any] = []
    for jobs in ("1", "2", "5"):
        argv = ("--all", "--strict", "--statistics", "--jobs", jobs)
        results.append(on_mini("check", *names, *argv))
    assert results[0] == results[1] == results[2]
    assert results[0].code == 4
    assert results[0].out.count("S001 contradicted: “30”") == 1
    assert results[0].out.count("(read with Brazil from before)") == 3
    assert started == [2, 5]


def test_a_file_like_an_option_is_told_of(on_mini: Sinotech, draft: Draft) -> None:
    """One line says how to write its name; so written, it is checked."""
    name = draft("-x.txt", WRONG)
    result = on_mini("check", name)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "If the file of that name is meant, write ./-x.txt." in result.err
    assert on_mini("check", "./-x.txt").out == f"./-x.txt:1:1: {LINE}\n"


def test_help_begins_with_examples(sinotech: Sinotech) -> None:
    """Two of them, before anything else."""
    lines = sinotech("check", "--help").out.splitlines()
    told = [line.strip() for line in lines if line.strip()]
    assert told[0].startswith("Usage: sinotech check")
    assert told[1].startswith("sinotech check draft.md ")
    assert told[2].startswith("sinotech check --strict ")


def test_nothing_in_a_draft_is_obeyed(on_mini: Sinotech, draft: Draft) -> None:
    """Signs that a terminal obeys are shown, in names and in sentences, in any form."""
    hostile = WRONG.replace("ran", "ran \x1b[31m\u202e\x9b2J")
    name = draft("a\x1b[31m\u202e.txt", hostile, f"{hostile} {RIGHT}")
    for form in CHECK_FORMATS:
        result = on_mini("check", name, "x\x1b[0m", "--all", "--format", form)
        printed = (result.out + result.err).replace("\r\n", "\n")
        assert "S00" in printed, form
        for sign in "\x1b\x9b\u202e":
            assert sign not in printed, form


def test_a_name_that_is_no_text_is_checked(
    on_mini: Sinotech, draft: Draft, tmp_path: Path
) -> None:
    """A file whose name is not UTF-8 is read, and is in a baseline like any other."""
    name = "b\udcff.txt"
    Path(draft("a.txt", WRONG)).rename(name)
    assert json.loads(on_mini("check", name, "--format", "jsonl").out)["path"] == name
    assert on_mini("check", name, "--write-baseline", "b.json").code == 0
    assert on_mini("check", name, "--baseline", "b.json").code == 0
