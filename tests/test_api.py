"""The Python API: the commands' own answers, typed, with exceptions for the rest."""

import doctest
import inspect
import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from conftest import Sinotech
from drafted import DOUBTFUL, RIGHT, WRONG
from paths import MINI, ROOT
from typed import methods, written

import sinotech
from sinotech import api
from sinotech.answers.commands import BY_NAME, COMMANDS
from sinotech.answers.grammar import Command
from sinotech.answers.options import BATCH, EXIT_CODE, LOOK_UP, PAGES, SECTION
from sinotech.query import lists

ASKING = [command for command in COMMANDS if command.reads_store]
WRITTEN = {"documents": written, "methods": methods}
"""Modules of the package that are made, and what makes each."""


@pytest.fixture
def ref(mini_db: Path) -> Any:  # noqa: ANN401
    """Open the small record set by the API."""
    with sinotech.open(mini_db) as opened:
        yield opened


@pytest.mark.parametrize("command", ASKING, ids=lambda command: command.name)
def test_every_command_is_a_method(command: Command) -> None:
    """A method has the parameters of its command, but for form and place."""
    method = inspect.signature(getattr(sinotech.Reference, command.name))
    wanted = set(command.parameters) - {*LOOK_UP, SECTION, EXIT_CODE, *BATCH}
    paged = PAGES if command.page else ()
    expected = {one.name.rstrip("_") for one in wanted.difference(paged)}
    expected |= {"page"} if command.page else set()
    assert set(method.parameters) - {"self"} == expected


def test_a_draft_is_checked(ref: sinotech.Reference, tmp_path: Path) -> None:
    """It returns what the command prints as JSON, with the same options."""
    text = f"{WRONG}\n\n<!-- sinotech: ignore -->\n{WRONG}\n\n{DOUBTFUL}\n"
    assert [one["code"] for one in ref.check(text, name="d.md")] == ["S001"]
    strict = ref.check(text, name="d.md", strict=True)
    assert [one["code"] for one in strict] == ["S001", "S004"]
    assert [one["code"] for one in ref.check(text, select=["s004"])] == ["S004"]
    assert ref.check(text, as_of="2023", select=("S001",)) == []
    assert ref.check("") == []
    assert [one["code"] for one in ref.check(RIGHT, all=True)] == ["S000"]
    assert strict[0]["path"] == "d.md"


def test_a_draft_that_is_none_is_refused(ref: sinotech.Reference) -> None:
    """Wrong types are told by name; codes and dates, as on the command line."""
    with pytest.raises(TypeError, match="text is of type bytes"):
        ref.check(b"x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="name is None"):
        ref.check("x", name=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="strict is of type int"):
        ref.check("x", strict=1)  # type: ignore[arg-type]
    with pytest.raises(sinotech.UsageError, match="select: there is no code 'S7'"):
        ref.check("x", select=["S7"])
    with pytest.raises(sinotech.UsageError, match="NUL"):
        ref.check("a\0b")
    with pytest.raises(sinotech.DraftError, match=r"d\.txt:1: "):
        ref.check("a" * 2_000_000, name="d.txt")


LABS_CLAIM = "Brazil takes part in the work of the laboratories"
ASKED: list[tuple[list[str], str, tuple[str, ...], dict[str, Any]]] = [
    (["country", "Brazil"], "country", ("Brazil",), {}),
    (["program", "BRICS"], "program", ("BRICS",), {}),
    (["person", "José Alencar"], "person", ("José Alencar",), {}),
    (["org", "Petrobras"], "org", ("Petrobras",), {}),
    (["group", "BRICS countries"], "group", ("BRICS countries",), {}),
    (["cite", LABS_CLAIM], "cite", (LABS_CLAIM,), {}),
    (["figures", "labs", "--country", "NO"], "figures", ("labs",), {"country": "NO"}),
    (["figures", "--country", "CG"], "figures", (), {"country": "CG"}),
    (["figures", "--as-of", "2024-03"], "figures", (), {"as_of": "2024-03"}),
    (["figure", "fig-yield"], "figure", ("fig-yield",), {}),
    (["source", "weekly"], "source", ("weekly",), {}),
    (["show", "cf-labs"], "show", ("cf-labs",), {}),
    (["search", "splendid"], "search", ("splendid",), {}),
    (["search", "nothing", "at", "all"], "search", ("nothing", "at", "all"), {}),
    (["timeline", "--from", "2024"], "timeline", (), {"first": "2024"}),
    (["compare", "Brazil", "Norway"], "compare", ("Brazil", "Norway"), {}),
    (["related", "st-fact", "--limit", "3"], "related", ("st-fact",), {"limit": 3}),
    (["conflicts"], "conflicts", (), {}),
    *(([name], name, (), {}) for name in "countries programs groups sources".split()),
    *(([name], name, (), {}) for name in "organizations people measures".split()),
]


@pytest.mark.parametrize(("argv", "method", "args", "named"), ASKED)
def test_a_method_returns_the_data_of_its_command(
    ref: sinotech.Reference,
    on_mini: Sinotech,
    argv: list[str],
    method: str,
    args: tuple[str, ...],
    named: dict[str, Any],
) -> None:
    """What Python gets is what JSON holds."""
    printed = json.loads(on_mini(*argv, "--json").out)
    assert getattr(ref, method)(*args, **named) == printed["data"]


@pytest.mark.parametrize("name", ["Brazil", "Japan"])
def test_an_envelope_is_the_whole_answer(
    ref: sinotech.Reference, on_mini: Sinotech, name: str
) -> None:
    """It is there also where nothing is found."""
    argv = ("country", name, "--strict", "--json")
    assert ref.envelope("country", name=name) == json.loads(on_mini(*argv).out)


def test_an_envelope_of_one_section(ref: sinotech.Reference) -> None:
    """Of a profile, only the section that is named is read."""
    data = ref.envelope("country", name="Brazil", section="figures")["data"]
    assert [one["id"] for one in data["figures"]] == ["fig-labs-50", "fig-labs-70"]
    assert (data["events"], data["statements"]) == ([], [])


def test_a_name_of_nothing_is_not_found(ref: sinotech.Reference) -> None:
    """What the command line says with exit code 1 is raised, with the same words."""
    with pytest.raises(sinotech.NotFoundError, match="no country is called “Atlantis”"):
        ref.country("Atlantis")
    with pytest.raises(sinotech.NotFoundError, match="nothing is recorded about Japan"):
        ref.country("Japan")
    with pytest.raises(sinotech.NotFoundError, match="no program is called"):
        ref.figures(program="none of that name")
    with pytest.raises(sinotech.NotFoundError, match="no record is called"):
        ref.related("none-such")


def test_a_name_of_several_things_is_ambiguous(ref: sinotech.Reference) -> None:
    """The candidates are had, also where one is but a slip away."""
    with pytest.raises(sinotech.AmbiguousError, match="did you mean") as caught:
        ref.country("Korea")
    assert {one["id"] for one in caught.value.candidates} == {"kp", "kr"}
    with pytest.raises(sinotech.AmbiguousError) as caught:
        ref.country("Brazl")
    assert [one["id"] for one in caught.value.candidates] == ["br"]


def test_how_a_name_was_read_is_a_warning(ref: sinotech.Reference) -> None:
    """No silent guess: the notices of the command line are warnings."""
    with pytest.warns(sinotech.Notice, match="a slip for Brazil") as caught:
        assert ref.country("Brazl", strict=False)["country"]["id"] == "br"
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ref.country("BR")["country"]["name"] == "Brazil"


def test_misuse_is_an_error_of_its_own(ref: sinotech.Reference) -> None:
    """What the command line refuses, the API refuses."""
    with pytest.raises(sinotech.UsageError, match=r"^as_of: 'soon' is no date"):
        ref.figures(as_of="soon")
    with pytest.raises(sinotech.UsageError, match=r"^last: 'soon' is no date"):
        ref.timeline(last="soon")
    with pytest.raises(sinotech.UsageError, match=r"^records names no file"):
        sinotech.open(records="")
    with pytest.raises(sinotech.UsageError, match="nothing to ask by 'build'"):
        ref.envelope("build")
    with pytest.raises(sinotech.UsageError, match="country takes no colour"):
        ref.envelope("country", name="Brazil", colour="red")


def test_records_of_ones_own_are_opened(tmp_path: Path) -> None:
    """records= is --records, for one file or several; a bad file is an error."""
    for records in (MINI, str(MINI), [MINI]):
        with sinotech.open(records=records) as ref:
            assert len(ref.countries()) == 4
    with pytest.raises(sinotech.StoreError):
        sinotech.open(tmp_path / "none.db")
    with pytest.raises(sinotech.UsageError):
        sinotech.open("some.db", records=MINI)
    bad = tmp_path / "bad.yaml"
    bad.write_text("records: {name: bad, version: 1, format: 1}\nfigures: [{id: x}]\n")
    with pytest.raises(sinotech.RecordError):
        sinotech.open(records=bad)


def test_importing_is_cheap() -> None:
    """`import sinotech` loads nothing of the package but itself; nor the API Rich."""
    code = (
        "import sys, sinotech; early = {m for m in sys.modules if 'sinotech' in m};"
        "assert early == {'sinotech'}, early; sinotech.open;"
        "heavy = {'rich', 'yaml', 'typer', 'typing', 'dataclasses', 'inspect'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    argv = [sys.executable, "-S", "-c", code]
    subprocess.run(argv, env={"PYTHONPATH": str(ROOT / "src")}, check=True)


def test_names_of_the_api_are_listed() -> None:
    """What the stub declares is there, and nothing else can be had."""
    stub = (ROOT / "src" / "sinotech" / "__init__.pyi").read_text()
    declared = {line.split()[-1] for line in stub.splitlines() if " as " in line}
    assert declared <= set(dir(sinotech))
    assert all(getattr(sinotech, name).__name__ == name for name in declared)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        sinotech.nothing  # type: ignore[attr-defined]  # noqa: B018


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_made_is_fresh(request: pytest.FixtureRequest, name: str) -> None:
    """documents.py is what the schemas say, methods.py what commands take."""
    path, fresh = ROOT / "src" / "sinotech" / f"{name}.py", WRITTEN[name]()
    if request.config.getoption("--accept"):
        path.write_text(fresh, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == fresh


def test_the_documentation_is_true() -> None:
    """Every example of docs/api.md gives what it says."""
    page = str(ROOT / "docs" / "api.md")
    failed, tried = doctest.testfile(page, module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried >= 15


def test_everything_is_gone_through(
    ref: sinotech.Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    """each() yields what all=True lists, whatever fits on a page, without notices."""
    warnings.simplefilter("error")
    for size in (1, 2, 10_000):
        monkeypatch.setattr(api, "A_PAGE", size)
        assert list(ref.each("figures")) == ref.figures(all=True)
        assert list(ref.each("countries")) == ref.countries()
        profile = ref.country("Brazil", all=True)
        for section in ("figures", "statements", "conflicts", "events"):
            asked = {"name": "Brazil", "section": section}
            found = sorted(one["id"] for one in ref.each("country", **asked))
            assert found == sorted(one["id"] for one in profile[section])
        found = sorted(one["id"] for one in ref.each("series", measure="m-labs"))
        assert found == ["fig-labs-50", "fig-labs-70", "fig-yield"]
        cited = ref.source("weekly", all=True)["cited_for"]
        assert list(ref.each("source", id="weekly", section="cited_for")) == cited
    assert list(ref.each("figures", country="CG")) == []
    monkeypatch.setattr(api, "A_PAGE", 1)
    monkeypatch.setattr(lists, "CAP", 1)
    both = {"country": "BR", "program": "BRICS"}
    assert [one["id"] for one in ref.each("figures", **both)] == [
        "fig-labs-50",
        "fig-labs-70",
    ]


def test_what_is_cut_unasked_is_said(
    ref: sinotech.Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that is not whole comes with a Notice, unless a page was asked for."""
    monkeypatch.setattr(BY_NAME["figures"], "page", 1)
    with pytest.warns(sinotech.Notice, match="the first 1 of 3 figures; --offset 1"):
        assert len(ref.figures()) == 1
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(ref.figures(limit=2)) == 2
        assert len(ref.figures(offset=1)) == 1
        assert ref.figures(offset=3) == []
        assert len(ref.figures(all=True)) == 3
    with pytest.raises(sinotech.UsageError, match="--all contradicts --limit 1"):
        ref.figures(limit=1, all=True)
    with pytest.raises(sinotech.UsageError, match="offset is -1; give a number from 0"):
        ref.figures(offset=-1)


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("country", {"name": "Brazil"}),
        ("country", {"name": "Brazil", "section": "nothing"}),
        ("figures", {"section": "figures"}),
        ("figure", {"id": "fig-yield"}),
    ],
)
def test_each_asks_for_what_can_be_listed(
    ref: sinotech.Reference, command: str, asked: dict[str, str]
) -> None:
    """A profile is asked for a section, a list for none."""
    with pytest.raises(sinotech.UsageError):
        list(ref.each(command, **asked))


def test_each_asks_for_a_name_that_is_one(ref: sinotech.Reference) -> None:
    """A name of nothing is not found."""
    with pytest.raises(sinotech.NotFoundError):
        list(ref.each("country", name="Atlantis", section="figures"))
