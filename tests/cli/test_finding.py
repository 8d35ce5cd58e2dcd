"""The commands that find, order and set side by side."""

import json
from typing import Any

import pytest
from conftest import Sinotech

from sinotech.answers import finding

ANSWERS = [
    (["search", "splendid"], 0, "‹splendid›", ""),
    (["search", "nothing", "at", "all"], 1, "", "nothing holds “nothing at all”"),
    (["search", "joint", "--kind", "figures"], 2, "", "there is no kind 'figures'"),
    (["search", "laboratories", "--limit", "1"], 0, "First 1 of", "the first 1 of"),
    (["search", "laboratories", "--limit", "0"], 2, "", "--limit 0 asks for nothing"),
    (["timeline"], 0, "2 events", ""),
    (["timeline", "--country", "Brasil"], 0, "1 event", "read as another name of"),
    (["timeline", "--country", "Korea"], 3, "", "did you mean"),
    (["timeline", "--from", "2024"], 0, "2024-10-22 … 2024-10-24", ""),
    (["timeline", "--to", "1999"], 1, "", "no event is recorded there"),
    (["timeline", "--from", "soon"], 2, "", "--from: 'soon' is no date"),
    (["series", "m-labs"], 0, "joint laboratories", "2 series: they count different"),
    (["series", "joint laboratories"], 0, "Planned laboratories are not", "2 series"),
    (["series", "nonsense"], 1, "", "sinotech measures lists those recorded"),
    (["compare", "Brazil", "Norway"], 0, "Brazil · Norway", ""),
    (["compare", "BRICS", "ONCE"], 0, "BRICS cooperation mechanism", "ONCE is read as"),
    (["compare", "Brazil"], 2, "", "there is nothing to compare"),
    (["compare", "Brazil", "BR"], 2, "", "Brazil is compared with itself"),
    (["compare", "Brazil", "Norway", "BR"], 0, "Brazil · Norway\n", ""),
    (["search"], 2, "", "there is nothing to search for"),
    (["series"], 2, "", "MEASURE is missing; see sinotech series --help"),
    (["related"], 2, "", "ID is missing; see sinotech related --help"),
    (["compare", "Brazil", "BRICS"], 2, "", "cannot be compared with each other"),
    (["compare", "Brazil", "Japan"], 1, "", "nothing is recorded about Japan"),
    (["related", "fig-labs-50"], 0, "related records", ""),
    (["related", "no-such"], 1, "", "no record is called"),
    (["person", "Alencar"], 0, "José Alencar", "another name of José Alencar"),
    (["person", "Dr. Jose Alencar"], 0, "José Alencar", "a spelling of"),
    (["person", "Brazil"], 1, "", "is no person but a country"),
    (["org", "Petrobras"], 0, "Company in Brazil (BR)", ""),
    (["group", "BRICS countries"], 0, "MEMBERS THAT A SOURCE NAMES", ""),
    (["group", "Africa"], 1, "", "nothing is recorded about"),
    (["conflicts"], 0, "50 or 70 laboratories", ""),
    (["conflicts", "--country", "NO"], 1, "", "no conflict is recorded"),
    (["people"], 0, "jose-alencar", ""),
    (["organizations"], 0, "petrobras", ""),
    (["groups"], 0, "brics-countries", ""),
    (["measures"], 0, "m-labs", ""),
]


@pytest.mark.parametrize(("argv", "code", "out", "err"), ANSWERS)
def test_a_command_answers(
    on_mini: Sinotech, argv: list[str], code: int, out: str, err: str
) -> None:
    """The code is right, the answer on stdout, and all else on stderr."""
    result = on_mini(*argv)
    assert (result.code, out in result.out) == (code, True), result
    assert err in result.err
    if code:
        assert result.out == ""
    if not err:
        assert result.err == ""


def data_of(on_mini: Sinotech, *argv: str) -> Any:  # noqa: ANN401
    """Return the data of an envelope."""
    return json.loads(on_mini(*argv, "--json").out)["data"]


@pytest.mark.parametrize(
    "argv", [argv for argv, code, _, _ in ANSWERS if code in {0, 1, 3}]
)
@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "tsv", "md", "table"])
def test_every_form_is_had(on_mini: Sinotech, argv: list[str], form: str) -> None:
    """Each command prints in every form, found or not, without a traceback."""
    result = on_mini(*argv, "--format", form)
    assert result.code in {0, 1, 3}
    if form == "json":
        envelope = json.loads(result.out)
        assert list(envelope) == ["schema", "data", "citations", "meta"]


@pytest.mark.parametrize("argv", [["search", "x"], ["conflicts"]], ids=" ".join)
def test_what_was_searched_is_a_list(on_mini: Sinotech, argv: list[str]) -> None:
    """Lists are lists, also when nothing was found."""
    assert isinstance(data_of(on_mini, *argv), list)


def test_a_timeline_of_nothing_is_a_list(on_mini: Sinotech) -> None:
    """It is one also where a name may mean several countries."""
    assert data_of(on_mini, "timeline", "--country", "Korea") == []


def test_compared_things_have_their_common_records(on_mini: Sinotech) -> None:
    """What all have is listed; what each has is in its own sections."""
    data = data_of(on_mini, "compare", "Brazil", "China")
    assert [item["record"]["id"] for item in data["items"]] == ["br", "cn"]
    assert data["common"]["figures"] == ["fig-labs-50"]
    assert data["common"]["programs"] == []


def test_both_sides_come_with_a_series(on_mini: Sinotech) -> None:
    """A series that holds disputed figures prints the conflict."""
    assert "The later count supersedes" in on_mini("series", "m-labs").out


def test_what_is_compared_is_counted_once(
    on_mini: Sinotech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However often it is named; of many, none can be read side by side."""
    monkeypatch.setattr(finding, "MOST", 2)
    told = on_mini("compare", *["Brazil", "Norway"] * 300)
    assert (told.code, told.err) == (0, "")
    told = on_mini("compare", "Brazil", "Norway", "China")
    assert (told.code, told.out) == (2, "")
    assert told.err == "error: more than 2 are named; compare fewer at once\n"
