"""Options that page long answers, in every command and form."""

import csv
import io
import json
from typing import Any

import pytest
from conftest import Sinotech
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.answers.commands import BY_NAME, COMMANDS
from sinotech.answers.options import A_LIST, PAGES

PAGED = [one.name for one in COMMANDS if one.page and one.reads_store]
UNPAGED = "cite check lsp mcp figure related lint verify coverage build"
UNPAGED += " export fields schema help version"


def test_every_command_that_lists_has_pages() -> None:
    """Whatever can be long is paged by the same three options."""
    assert set(BY_NAME) - {*PAGED, "diff"} == set(UNPAGED.split())
    for command in COMMANDS:
        given = [one for one in PAGES if one in command.parameters]
        assert len(given) == (3 if command.page else command.name == "related")


ANSWERS = [
    # what is asked of the small record set, the exit code, stdout, stderr
    (
        "country Brazil --limit 1",
        0,
        "FIGURES (first 1 of 2)",
        "--offset 1 shows the nex",
    ),
    (
        "country Brazil --limit 1",
        0,
        "2 figures, 1 event, 3 statements",
        "the first 1 of 2",
    ),
    ("country Brazil --limit 2", 0, "\nFIGURES\n", ""),
    (
        "country Brazil --offset 1",
        0,
        "FIGURES (number 2 of 2)",
        "shown of Brazil: number 2 of 2 f",
    ),
    (
        "country Brazil --offset 9",
        0,
        "Held: 1 group",
        "none of Brazil after the first 9; in all: 1 g",
    ),
    ("country Brazil --all", 0, "\nFIGURES\n", ""),
    ("country Brazil --all --offset 1", 0, "FIGURES (number 2 of 2)", "number 2 of 2"),
    (
        "country Brazil --section figures --limit 1 -fcsv",
        0,
        "fig-labs-50",
        "1 of 2 figur",
    ),
    (
        "country Brazil --section figures --offset 2 -fcsv",
        0,
        "id,kind",
        "none of Brazil a",
    ),
    ("country Brazil --section events --limit 1 -fcsv", 0, "ev-founding", ""),
    ("country Brazil --section nothing --limit 1", 2, "", "there is no section"),
    ("program BRICS --limit 1", 0, "EVENTS (first 1 of 2)", "the first 1 of 2 events"),
    ("group BRICS countries --limit 1", 2, "", "unexpected extra argument"),
    (
        "source weekly --limit 2",
        0,
        "CITED FOR (first 2 of 3)",
        "2 of 3 records cited from",
    ),
    ("show weekly --offset 2", 0, "CITED FOR (number 3 of 3)", "number 3 of 3 records"),
    ("show brics --limit 1", 0, "BRICS cooperation mechanism", ""),
    (
        "figures --limit 2",
        0,
        "First 2 of 3 figures",
        "--offset 2 shows the next, --all",
    ),
    ("figures --offset 1", 0, "2 to 3 of 3 figures", "shown: 2 to 3 of 3 figures"),
    ("figures --offset 1 --limit 1", 0, "Number 2 of 3 figures", "--offset 2 shows"),
    ("figures --offset 3", 0, "", "none after the first 3; in all: 3 figures"),
    ("figures --country CG --offset 3", 1, "", "no figure passes these filters"),
    ("figures --country Korea --limit 1", 3, "", "did you mean"),
    ("timeline --limit 1", 0, "First 1 of 2 events", "the first 1 of 2 events"),
    ("series m-labs --limit 2", 0, "Figures: first 2 of 3", "the first 2 of 3 figures"),
    ("compare Brazil Norway --limit 1", 0, "- figures — 2 — 1", "1 of 2 figures of br"),
    ("search laboratories --limit 1", 0, "First 1 of", "--offset 1 shows the next"),
    ("search laboratories --all", 0, " records", ""),
    ("countries --limit 3", 0, "First 3 of 4 countries", "the first 3 of 4 countries"),
    ("countries --offset 3 --all", 0, "Number 4 of 4 countries", "number 4 of 4"),
    ("people --offset 1", 0, "", "none after the first 1; in all: 1 person"),
    ("sources --limit 1", 0, "First 1 of 3 sources", "the first 1 of 3 sources"),
    ("conflicts --limit 1", 0, "1 conflict", ""),
    ("sources --limit 1 --style bibtex", 0, "@", "the sources are those of what is s"),
    ("figures --limit 0", 2, "", "--limit 0 asks for nothing; give a number from 1"),
    ("figures --limit -1", 2, "", "--limit -1 asks for nothing"),
    ("figures --offset -1", 2, "", "--offset -1 is before the first; give one from 0"),
    ("figures --all --limit 1", 2, "", "--all contradicts --limit 1; give one of them"),
    ("figures --limit one", 2, "", "Invalid value for '--limit'"),
    ("figures --limit 1.5", 2, "", "Invalid value for '--limit'"),
    ("figures --offset", 2, "", "Invalid value for '--offset'"),
    ("figures --all=1", 2, "", "does not take a value"),
    (f"figures --limit {10**40}", 0, "3 figures", ""),
    (f"figures --offset {10**40}", 0, "", "in all: 3 figures"),
    (f"country Brazil --limit {2**63}", 0, "2 figures", ""),
    (f"country Brazil --offset {2**63}", 0, "2 figures", "in all: "),
    (f"countries --offset {2**63 - 1} --limit {2**63 - 1}", 0, "", "in all: 4 coun"),
    (
        f"figures --country BR --program BRICS --offset {2**63}",
        0,
        "",
        "in all: 2 fig",
    ),
    (f"related fig-yield --limit {10**40}", 0, "related records", ""),
    ("related fig-yield --limit 0", 2, "", "--limit 0 asks for nothing"),
]


@pytest.mark.parametrize(("line", "code", "out", "err"), ANSWERS)
def test_what_is_cut_is_said(
    on_mini: Sinotech, line: str, code: int, out: str, err: str
) -> None:
    """The heading says what part is shown, stderr how to see more; a mistake is 2."""
    result = on_mini(*line.split())
    assert (result.code, out in result.out, err in result.err) == (code, True, True), (
        result
    )
    assert len(result.err.splitlines()) <= 2
    if not err:
        assert result.err == ""
    if code or not out:
        assert result.out == ""


ASKED = {
    "country": ("Brazil",),
    "program": ("BRICS",),
    "person": ("José Alencar",),
    "org": ("Petrobras",),
    "group": ("BRICS countries",),
    "source": ("weekly",),
    "show": ("weekly",),
    "search": ("laboratories",),
    "series": ("m-labs",),
    "compare": ("Brazil", "Norway"),
}
"""What is asked of the commands that must be asked something."""


def envelope(run: Sinotech, *argv: str) -> dict[str, Any]:
    """Return what is printed as JSON."""
    found: dict[str, Any] = json.loads(run(*argv, "--json").out)
    return found


@pytest.mark.parametrize("command", PAGED)
def test_json_tells_of_its_pages(on_mini: Sinotech, command: str) -> None:
    """meta.pages names what is cut, meta.warnings says it, and what is whole is not."""
    argv = (command, *ASKED.get(command, ()))
    whole = envelope(on_mini, *argv, "--all")
    assert whole["meta"]["pages"] == {}
    cut = envelope(on_mini, *argv, "--limit", "1")
    pages = cut["meta"]["pages"]
    assert all(one["shown"] == 1 and one["total"] > 1 for one in pages.values())
    assert any(": the first 1 of" in one for one in cut["meta"]["warnings"]) == bool(
        pages
    )
    if isinstance(whole["data"], list):
        assert [one["total"] for one in pages.values()] == (
            [len(whole["data"])] if len(whole["data"]) > 1 else []
        )
        assert cut["data"] == whole["data"][:1]


@pytest.mark.parametrize("command", ["country", "program", "group", "org", "person"])
def test_totals_are_what_all_shows(on_real: Sinotech, command: str) -> None:
    """The head counts what is held, whatever is shown of it."""
    name = {"country": "China", "program": "BRI", "group": "Africa"}.get(command)
    name = name or {"org": "most", "person": "philip-diamond"}[command]
    whole = envelope(on_real, command, name, "--all")["data"]
    cut = envelope(on_real, command, name, "--limit", "1")
    statements = whole.pop("statements")
    types = {"facts": "fact", "plans": "plan", "opinions": "opinion"}
    lists = {key: rows for key, rows in whole.items() if isinstance(rows, list)}
    lists |= {
        key: [one for one in statements if one["type"] == type_]
        for key, type_ in types.items()
    }
    for key, page in cut["meta"]["pages"].items():
        assert page == {
            "total": len(lists[key]),
            "exact": True,
            "offset": 0,
            "shown": 1,
        }
    assert cut["meta"]["pages"]

    def head(*argv: str) -> str:
        lines = on_real(command, name, *argv).out.splitlines()
        return next(line for line in lines if line.startswith("Held: "))

    assert head("--limit", "1") == head("--all") == head("--offset", "7")


@pytest.mark.parametrize(
    "form", ["plain", "md", "json", "jsonl", "csv", "tsv", "table"]
)
@pytest.mark.parametrize("command", PAGED)
def test_all_forms_are_paged_alike(on_mini: Sinotech, command: str, form: str) -> None:
    """Every form says on stderr the same of the same page."""
    argv = (command, *ASKED.get(command, ()), "--limit", "1")
    result = on_mini(*argv, "--format", form)
    told = envelope(on_mini, *argv)["meta"]["warnings"]
    assert (result.code, result.err.splitlines()) == (0, told)


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "json"])
def test_rows_are_of_the_page(on_mini: Sinotech, form: str) -> None:
    """Chosen fields and sections are of what is shown."""
    argv = ["country", "Brazil", "--section", "statements", "--fields", "id,type"]
    out = on_mini(*argv, "--limit", "1", "--format", form).out
    assert [name in out for name in ("st-fact", "st-opinion", "st-plan")] == [True] * 3
    argv = ["figures", "--fields", "id", "--offset", "2", "--format", form]
    out = on_mini(*argv).out
    assert ("fig-labs-70" in out, "fig-yield" in out) == (True, False)


def test_a_batch_pages_each_answer(on_mini: Sinotech) -> None:
    """The options are those of every line, and a mistake in them is made once."""
    lines = b"Brazil\nChina\nAtlantis"
    out = on_mini("country", "-", "--limit", "1", "--json", stdin=lines).out
    answers = [json.loads(line) for line in out.splitlines()]
    assert [sorted(one["meta"]["pages"]) for one in answers] == [["figures"], [], []]
    out = on_mini(
        "source", "-", "--limit", "1", "-fcsv", stdin=b"weekly\nwire-2025"
    ).out
    assert len(list(csv.reader(io.StringIO(out)))) == 3
    result = on_mini("country", "-", "--limit", "0", stdin=lines)
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1


def test_a_role_elsewhere_is_not_denied(on_real: Sinotech) -> None:
    """Side by side, what is on another page is not taken for what is not there."""
    whole = on_real("compare", "Brazil", "China").out
    assert "not on this page" not in whole
    cut = on_real("compare", "Brazil", "China", "--limit", "3").out
    assert "not on this page" in cut
    assert "- figures — 0 — 74" in cut
    assert "- statements — 32 — 411" in cut
    common = envelope(on_real, "compare", "Brazil", "China", "--limit", "3")["data"]
    shown = {
        one["id"]
        for item in common["items"]
        for name, rows in item.items()
        for one in (rows if name != "record" else ())
    }
    expected = envelope(on_real, "compare", "Brazil", "China")["data"]["common"]
    for section, ids in common["common"].items():
        assert set(ids) == shown & set(expected[section])


LISTS = [name for name in PAGED if BY_NAME[name].page == A_LIST and name != "series"]


@pytest.mark.parametrize("command", LISTS)
def test_lists_of_ordinary_size_are_whole(on_real: Sinotech, command: str) -> None:
    """No list of our own record set is cut."""
    result = on_real(command)
    assert (result.code, result.err) == (0, "")


COUNTS = st.integers() | st.integers(-3, 3)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    command=st.sampled_from(PAGED),
    limit=st.none() | COUNTS,
    offset=st.none() | COUNTS,
    everything=st.booleans(),
)
def test_any_numbers_give_an_answer(
    on_mini: Sinotech,
    command: str,
    limit: int | None,
    offset: int | None,
    everything: bool,  # noqa: FBT001
) -> None:
    """A page, or one line that says what is wrong with it: never a traceback."""
    argv = [command, *ASKED.get(command, ()), *(["--all"] if everything else [])]
    argv += [] if limit is None else [f"--limit={limit}"]
    argv += [] if offset is None else [f"--offset={offset}"]
    result = on_mini(*argv)
    wrong = (limit or 1) < 1 or limit == 0 or (offset or 0) < 0
    wrong = wrong or (everything and limit is not None)
    assert result.code == (2 if wrong else 0)
    if wrong:
        assert len(result.err.splitlines()) == 1
