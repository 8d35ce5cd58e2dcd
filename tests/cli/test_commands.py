"""The commands: answers, exit codes, streams."""

import csv
import io
import json
from typing import Any

import pytest
from conftest import Sinotech

ANSWERS = [
    # argv, exit code, on stdout, on stderr
    (["country", "Brazil"], 0, "Brazil (BR)", ""),
    (["country", "brasil"], 0, "Brazil (BR)", "“brasil” read as"),
    (["country", "Brazl"], 0, "Brazil (BR)", "a slip for Brazil"),
    (["country", "Brazl", "--strict"], 3, "", "did you mean: Brazil (br)"),
    (["country", "Korea"], 3, "", "South Korea (kr)"),
    (["country", "Japan"], 1, "", "nothing is recorded about Japan; 4 countries are"),
    (["country", "Atlantis"], 1, "", "no country is called “Atlantis”"),
    (
        ["country", "BRICS"],
        1,
        "",
        "is no country but a program: sinotech program brics",
    ),
    (["country", ""], 2, "", "the name is empty; give one"),
    (["country", "x" * 10_000], 1, "", "no country is called"),
    (["program", "BRICS"], 0, "BRICS cooperation mechanism (BRICS)", ""),
    (["program", "BR"], 1, "", "is no program but a country: sinotech country br"),
    (
        ["program", "海洋负排放"],
        0,
        "Ocean Negative Carbon Emissions (ONCE)",
        "another name",
    ),
    (["figures"], 0, "3 figures", ""),
    (["figures", "--country", "NO"], 0, "about 30 to 60.5 percent", ""),
    (["figures", "--country", "Korea"], 3, "", "South Korea (kr)"),
    (["figures", "--as-of", "2024"], 0, "over 50", ""),
    (["figures", "--as-of", "soon"], 2, "", "--as-of: 'soon' is no date"),
    (["figures", "--source", "wire-2025"], 0, "70", ""),
    (["figures", "nothing", "at", "all"], 1, "", "no figure passes these filters"),
    (["figure", "fig-labs-50"], 0, "Planned laboratories are not counted.", ""),
    (["figure", "fig-labs-51"], 0, "over 50", "is now fig-labs-50"),
    (["figure", "fig-none-such"], 1, "", "no figure is called"),
    (["figure", "brics"], 1, "", "is no figure but a program"),
    (["source", "daily-2024"], 0, 'The [sic] "Daily" & <others>', ""),
    (["sources"], 0, "3 sources", ""),
    (["countries"], 0, "4 countries", ""),
    (["programs"], 0, "3 programs", ""),
    (["show", "cf-labs"], 0, "The later count supersedes the earlier.", ""),
    (["show", "st-opinion"], 0, "The work is a splendid success.", ""),
    (["show", "jose-alencar"], 0, "engineer at Petrobras", ""),
    (["show", "br"], 0, "Brazil", ""),
    (["cite", "Brazil takes part in laboratories"], 0, "\nSUPPORTED", ""),
    (["cite", "Moons are cheese"], 0, "\nNOT FOUND: ", "no record comes near"),
    (["cite", "  "], 2, "", "the claim is empty"),
    (["country", "Brazil", "--format", "xml"], 2, "", "'xml' is not one of"),
    (["country", "Brazil", "--json", "--format", "csv"], 2, "", "--json contradicts"),
    (["country", "Brazil", "--fields", "id"], 0, "- fig-labs-50 [1b]", ""),
    (["country", "Brazil", "--section", "people"], 0, "- José Alencar", ""),
    (["figures", "--json", "--fields", "nose"], 2, "", "there is no field 'nose' here"),
    (["country", "Brazil", "--json", "--section", "x"], 2, "", "no section 'x' here"),
    (["country"], 2, "", "NAME is missing; see sinotech country --help"),
    (["contry", "Brazil"], 2, "", "country"),
    (["country", "Brazil", "China"], 2, "", "unexpected extra argument"),
    (["country", "Brazil", "--nonsense"], 2, "", "--nonsense"),
]


@pytest.mark.parametrize(("argv", "code", "out", "err"), ANSWERS)
def test_a_command_answers(
    on_mini: Sinotech, argv: list[str], code: int, out: str, err: str
) -> None:
    """The code is right, the answer on stdout, and all else on stderr."""
    result = on_mini(*argv)
    assert (result.code, out in result.out) == (code, True), result
    assert err in result.err
    assert "Traceback" not in result.err
    if code:
        assert result.out == ""
    if not err:
        assert result.err == ""


def test_an_error_is_one_line(on_mini: Sinotech) -> None:
    """How a question was read is a line, and so is what is wrong with it."""
    result = on_mini("country", "a\nb\x1b[31m\u202e")
    read, wrong = result.err.splitlines()
    assert read == "read as “b”: signs that nobody sees (U+202E) were left out"
    assert wrong.startswith("no country is called “a b”; sinotech countries")
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err


def envelope(out: str) -> dict[str, Any]:
    """Read one line of JSON."""
    assert out.endswith("\n")
    assert out.count("\n") == 1
    found: dict[str, Any] = json.loads(out)
    return found


JSONS: list[tuple[list[str], str, type | None]] = [
    (["country", "Brazil"], "country@1", dict),
    (["country", "Japan"], "country@1", None),
    (["country", "Korea"], "country@1", None),
    (["program", "BRICS"], "program@1", dict),
    (["figures"], "figures@1", list),
    (["figures", "--country", "CG"], "figures@1", list),
    (["figure", "fig-yield"], "figure@1", dict),
    (["source", "weekly"], "source@1", dict),
    (["show", "ev-summit"], "show@1", dict),
    (["sources"], "sources@1", list),
    (["countries"], "countries@1", list),
    (["programs"], "programs@1", list),
    (["cite", "Brazil takes part in laboratories"], "cite@2", dict),
    (["cite", "green cheese"], "cite@2", dict),
]


@pytest.mark.parametrize(("argv", "shape", "kind"), JSONS)
def test_json_is_one_envelope(
    on_mini: Sinotech, argv: list[str], shape: str, kind: type | None
) -> None:
    """The envelope has the same four keys, whether anything was found or not."""
    found = envelope(on_mini(*argv, "--json").out)
    assert list(found) == ["schema", "data", "citations", "meta"]
    assert found["schema"] == f"sinotech/{shape}"
    assert found["data"] is None if kind is None else isinstance(found["data"], kind)
    assert {"tool", "records", "resolved", "warnings"} <= set(found["meta"])
    assert set(found["meta"]["records"]) == {"name", "version", "sha256"}


def test_the_envelope_lists_each_source_once(on_mini: Sinotech) -> None:
    """Whatever a record cites is in the envelope's list, with the fields promised."""
    found = envelope(on_mini("country", "Brazil", "--json").out)
    listed = [source["id"] for source in found["citations"]]
    assert sorted(listed) == ["daily-2024", "weekly", "wire-2025"]
    promised = "id title authors publisher published kind url file".split()
    for source in found["citations"]:
        assert set(promised) <= set(source)
    assert found["citations"][0]["kind"] == "news"


def test_a_country_has_the_sections_promised(on_mini: Sinotech) -> None:
    """A country's data has the keys that scripts lean on."""
    data = envelope(on_mini("country", "Brazil", "--json").out)["data"]
    assert set(data) == {
        "country",
        "groups",
        "programs",
        "figures",
        "events",
        "statements",
        "organizations",
        "people",
        "conflicts",
        "notes",
    }
    assert {"id", "iso2", "name", "aliases"} <= set(data["country"])


def test_a_program_has_the_sections_promised(on_mini: Sinotech) -> None:
    """A program's data has those of a country, participants and children."""
    data = envelope(on_mini("program", "BRICS", "--json").out)["data"]
    assert [child["id"] for child in data["children"]] == ["brics-lab"]
    assert [part["party"]["id"] for part in data["participants"]] == ["br"]
    promised = {"id", "name", "abbreviation", "aliases", "kind", "parent", "status"}
    assert promised <= set(data["program"])
    assert [step["state"] for step in data["program"]["status"]] == [
        "announced",
        "operating",
    ]


def test_how_a_name_was_read_is_told(on_mini: Sinotech) -> None:
    """meta.resolved says what was asked, what it was read as, and how."""
    resolved = envelope(on_mini("country", "Brazl", "--json").out)["meta"]["resolved"]
    assert resolved == {
        "input": "Brazl",
        "id": "br",
        "method": "typo",
        "notice": "“Brazl” read as a slip for Brazil",
        "candidates": [],
    }


def test_every_record_carries_what_is_promised(on_mini: Sinotech) -> None:
    """Each record printed has an id, a kind, and citations with their places."""
    data = envelope(on_mini("country", "Brazil", "--json").out)["data"]
    records = [
        one for value in data.values() if isinstance(value, list) for one in value
    ]
    assert records
    for record in records:
        assert record["id"]
        assert record["kind"]
        for citation in record["citations"]:
            keys = {"source", "section", "paragraph", "find", "label", "link"}
            assert set(citation) == keys


@pytest.mark.parametrize(
    "argv", [["figures", "--as-of", "2024"], ["figure", "fig-labs-50"]]
)
def test_a_figure_comes_with_the_other_side(on_mini: Sinotech, argv: list[str]) -> None:
    """A command that prints one side of a conflict prints the other, with the cause."""
    page = on_mini(*argv).out
    assert "50 or 70 laboratories" in page
    assert "- 1 February 2025 — → 70 (joint laboratories) (current)" in page
    (conflict,) = envelope(on_mini(*argv, "--json").out)["meta"]["conflicts"]
    assert [side["title"] for side in conflict["sides"]] == [
        "over 50 (joint laboratories)",
        "70 (joint laboratories)",
    ]


def test_what_only_a_corroborating_page_says_is_marked(on_mini: Sinotech) -> None:
    """A figure that no article states is visibly so, as text and as data."""
    assert "(corroborating page only)" in on_mini("figures").out
    data = envelope(on_mini("figures", "--json").out)["data"]
    standings = {one["id"]: one["standing"] for one in data}
    assert standings["fig-labs-70"] == "corroborating"
    assert standings["fig-labs-50"] == "article"


def test_csv_is_what_a_spreadsheet_reads(on_mini: Sinotech) -> None:
    """CSV has a header and one row a figure; no cell is a formula."""
    out = on_mini("figures", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [row["id"] for row in rows] == ["fig-yield", "fig-labs-50", "fig-labs-70"]
    assert rows[0]["label"] == "'=cmd() [bold]yield[/bold] of the labs"
    assert rows[1]["countries"] == "BR; CN"
    assert rows[1]["citations.label"] == "Daily, 5 March 2024, “Labs, labs”, para. 2"


def test_tsv_and_jsonl_have_a_line_a_record(on_mini: Sinotech) -> None:
    """One line of TSV (after the header) or JSON stands for one record."""
    assert len(on_mini("figures", "--format", "tsv").out.splitlines()) == 4
    lines = on_mini("figures", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [
        "fig-yield",
        "fig-labs-50",
        "fig-labs-70",
    ]


def test_fields_select(on_mini: Sinotech) -> None:
    """--fields chooses columns, in the order given, with paths into records."""
    argv = ["figures", "--country", "NO", "--fields", "as_written,citations.source"]
    assert on_mini(*argv, "--format", "csv").out.splitlines() == [
        "as_written,citations.source",
        "about 30 to 60.5 percent,weekly",
    ]
    data = envelope(on_mini(*argv, "--json").out)["data"]
    assert data == [
        {"as_written": "about 30 to 60.5 percent", "citations.source": ["weekly"]}
    ]


def test_a_section_of_a_profile_is_data(on_mini: Sinotech) -> None:
    """--section gives the records of one section, with the fields of their kind."""
    argv = ["country", "Brazil", "--section", "people", "--format", "csv"]
    out = on_mini(*argv, "--fields", "name,role").out
    assert out.splitlines() == ["name,role", "José Alencar,engineer at Petrobras"]


@pytest.mark.parametrize("command", ["figures", "sources", "countries", "programs"])
def test_every_listed_field_can_be_selected(
    on_mini: Sinotech, sinotech: Sinotech, command: str
) -> None:
    """What `sinotech fields` lists, --fields takes."""
    listed = envelope(sinotech("fields", command, "--json").out)["data"]
    names = ",".join(one["field"] for one in listed)
    result = on_mini(command, "--format", "csv", "--fields", names)
    assert result.code == 0
    assert result.out.splitlines()[0] == names


def test_a_batch_answers_in_order(on_mini: Sinotech) -> None:
    """Each line is answered in its place; the gravest exit code is kept."""
    result = on_mini("country", "-", "--json", stdin=b"BR\nKorea\n\nNO\n")
    lines = [json.loads(line) for line in result.out.splitlines()]
    assert [line["meta"]["input"] for line in lines] == ["BR", "Korea", "", "NO"]
    ids = [line["data"] and line["data"]["country"]["id"] for line in lines]
    assert ids == ["br", None, None, "no"]
    assert result.code == 3


def test_a_pipe_without_a_name_is_a_batch(on_mini: Sinotech) -> None:
    """Where a name is left out and something is piped in, that is asked."""
    result = on_mini("country", "--format", "csv", "--fields", "id", stdin=b"BR\nCN\n")
    assert result.out.splitlines()[0] == "input,id"
    assert result.out.splitlines()[1] == "BR,br"
    assert result.code == 0


def test_a_line_without_an_answer_is_a_row(on_mini: Sinotech) -> None:
    """In CSV too, every line of a batch is told of in its place."""
    argv = ["country", "-", "--format", "csv", "--fields", "id,kind"]
    result = on_mini(*argv, stdin=b"Atlantis\nNO\n")
    assert result.out.splitlines()[:3] == [
        "input,id,kind",
        "Atlantis,,",
        "NO,no,country",
    ]


def test_a_batch_guesses_no_slip(on_mini: Sinotech) -> None:
    """Nobody watches a batch for notices, so a slip is not read as a name."""
    result = on_mini("country", "-", "--json", stdin=b"Brazl\n")
    assert json.loads(result.out)["data"] is None
    told = on_mini("country", "-", "--json", "--no-strict", stdin=b"Brazl\n")
    assert json.loads(told.out)["data"]["country"]["id"] == "br"


def test_a_batch_survives_any_bytes(on_mini: Sinotech) -> None:
    """A line that is no text is refused, and the rest is answered."""
    result = on_mini("country", "-", "--json", stdin=b"\xff\x00\nBR\n")
    first, second = [json.loads(line) for line in result.out.splitlines()]
    assert first["data"] is None
    assert second["data"]["country"]["id"] == "br"


def test_a_bad_claim_does_not_stop_a_batch(on_mini: Sinotech) -> None:
    """An empty claim among others is told of in its place."""
    claims = b"\nBrazil takes part in laboratories\n"
    result = on_mini("cite", "-", stdin=claims)
    assert result.out.startswith("no answer to: \n")
    assert "the claim is empty" in result.err
    assert "\nSUPPORTED" in result.out
    assert result.code == 2


def test_an_empty_batch_is_misuse(on_mini: Sinotech) -> None:
    """Nothing on standing input is said to be nothing."""
    result = on_mini("country", "-", stdin=b"")
    assert (result.code, "standard input is empty" in result.err) == (2, True)


def test_the_environment_sets_the_form(
    on_mini: Sinotech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SINOTECH_FORMAT is the form unless an option names another."""
    monkeypatch.setenv("SINOTECH_FORMAT", "json")
    assert on_mini("countries").out.startswith("{")
    assert on_mini("countries", "--format", "csv").out.startswith("id,")
    monkeypatch.setenv("SINOTECH_FORMAT", "xml")
    assert on_mini("countries").code == 2
    monkeypatch.setenv("SINOTECH_FORMAT", "\udcff")
    told = on_mini("country", "Brazil").err
    assert told.startswith("error: SINOTECH_FORMAT is '\ufffd'; choose one of")
