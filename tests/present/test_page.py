"""Pages for people, drawn as text, Markdown and tables."""

import re
import sys

import pytest
from conftest import Sinotech, width_of
from paths import DATA

from sinotech.safe import cell, visible

PRINTED = DATA / "printed"

PAGES = [
    ("country-brazil", ["country", "Brazil"]),
    ("program-brics", ["program", "BRICS"]),
    ("figures", ["figures"]),
    ("figure", ["figure", "fig-yield"]),
    ("source", ["source", "weekly"]),
    ("sources", ["sources"]),
    ("countries", ["countries"]),
    ("show-conflict", ["show", "cf-labs"]),
    ("show-group", ["show", "brics-countries"]),
    ("cite", ["cite", "Brazil takes part in laboratories"]),
    ("show-chicago-notes", ["show", "cf-labs", "--style", "chicago-notes"]),
    ("source-wikipedia", ["source", "daily-2024", "--style", "wikipedia"]),
    ("sources-bibtex", ["sources", "--style", "bibtex"]),
]
FORMS = ["plain", "md", "table", "json", "jsonl", "csv", "tsv"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("name", "argv"), PAGES, ids=[name for name, _ in PAGES])
def test_what_is_printed(
    on_mini: Sinotech,
    request: pytest.FixtureRequest,
    name: str,
    argv: list[str],
    form: str,
) -> None:
    """Each page is, to the letter, what was reviewed; `pytest --accept` rewrites it."""
    out = on_mini(*argv, "--format", form).out
    path = PRINTED / f"{name}.{form}"
    if request.config.getoption("--accept"):
        path.write_text(out, encoding="utf-8", newline="")
    assert out == path.read_bytes().decode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("columns", [60, 80, 100, 140, 200])
@pytest.mark.parametrize(
    "argv",
    [
        ["country", "CN"],
        ["program", "BRI"],
        ["country", "BR"],
        ["sources"],
        ["compare", "BR", "ZA"],
        ["timeline"],
        ["search", "science"],
        ["series", "m-sti-agreements"],
        ["people"],
        ["org", "CAS"],
        ["group", "ASEAN"],
        ["person", "Philip Diamond"],
        ["related", "bri"],
        ["conflicts"],
    ],
    ids=" ".join,
)
def test_tables_fit_and_lose_nothing(
    on_real: Sinotech, monkeypatch: pytest.MonkeyPatch, argv: list[str], columns: int
) -> None:
    """At any width no line is too wide, and every word of the plain page is there."""
    monkeypatch.setenv("COLUMNS", str(columns))
    table = on_real(*argv, "--format", "table").out
    lines = [line for line in table.splitlines() if "http" not in line]
    assert max(map(width_of, lines)) <= columns
    plain = on_real(*argv, "--format", "plain").out
    for address in re.findall(r"https?://\S+", plain):
        assert address in table
    plain = re.sub(r"https?://\S+", "", plain)
    assert table.count("…") == plain.count("…")  # Rich would cut with an ellipsis
    words = {w for w in re.findall(r"\w+", plain) if w.isascii() and not w.isupper()}
    assert {word for word in words if word not in table and len(word) < 9} == set()


@pytest.mark.parametrize("form", ["table", "plain"])
def test_markup_in_a_record_is_text(on_mini: Sinotech, form: str) -> None:
    """Square brackets in a record are printed, never read as Rich markup."""
    out = on_mini("figures", "--format", form).out
    assert "[bold]yield[/bold]" in out
    assert "\x1b" not in out


def test_colour_is_only_for_terminals(
    on_mini: Sinotech, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR paints a table; the plain text never has an escape."""
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in on_mini("figures", "--format", "table").out
    assert "\x1b[" not in on_mini("figures", "--format", "plain").out


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x1B, 0x7F, 0x9B, 0x200B, 0x202E, 0x2066, 0xFEFF, 0xD800]
)
def test_what_could_be_obeyed_is_made_visible(code: int) -> None:
    """A control, override or surrogate becomes a sign in its place."""
    shown = visible(f"a{chr(code)}b")
    assert len(shown) == 3
    assert shown.isprintable() or "\ufffd" in shown
    assert chr(code) not in shown


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", " =1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A cell that a spreadsheet would calculate is quoted."""
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-5", "-3.5", "119", "a=b", ""])
def test_other_cells_are_as_they_are(text: str) -> None:
    """Numbers, also negative ones, and plain text are left alone."""
    assert cell(text) == text


def test_the_default_form_is_plain_off_a_terminal(on_mini: Sinotech) -> None:
    """A pipe gets plain text, the same at every width."""
    assert not sys.stdout.isatty()
    plain = on_mini("countries", "--format", "plain").out
    assert on_mini("countries").out == plain
