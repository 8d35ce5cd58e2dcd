"""The documentation of records is what the model declares."""

import re
import tomllib
from pathlib import Path

import pytest
from paths import DATA, ROOT
from transcripts import BLOCK, rerun, surroundings

from sinotech.answers.commands import BY_NAME
from sinotech.answers.grammar import Option
from sinotech.answers.options import CHECK_FORMATS
from sinotech.checking.codes import CODES
from sinotech.checking.configuration import SETTINGS
from sinotech.checks import RULES
from sinotech.fieldspec import FieldSpec
from sinotech.model import SECTIONS, Omission, Part, Retired, field_specs

RECORDS_MD = ROOT / "docs" / "records.md"
DEVELOPING_MD = ROOT / "docs" / "developing.md"
CHECK_MD = ROOT / "docs" / "check.md"
MARK = "## All fields\n"


OTHERS = {
    "date": "EDTF",
    "ranges": "lines, such as `9-17, 23`",
    "flag": "`true` or `false`",
    "count": "whole number",
}


def written(form: FieldSpec) -> str:
    """Return what may stand in a field, in a few words."""
    if form.of == "choice":
        of = "one of " + ", ".join(f"`{word}`" for word in form.to)
    elif form.of == "ref":
        of = f"id of a {' or '.join(form.to or ('record',))}"
    elif form.of == "part":
        of = f"a {form.to.__name__}, below"
    else:
        of = OTHERS.get(form.of, form.of)
    return f"list: {of}" if form.many else of


def parts_of(part: type[Part], seen: list[type[Part]]) -> list[type[Part]]:
    """Return the parts that may be nested in *part*, each once, in order."""
    for form in field_specs(part).values():
        if form.of == "part" and form.to not in seen:
            seen.append(form.to)
            parts_of(form.to, seen)
    return seen


def fields_markdown() -> str:
    """Return the tables of all fields, kind after kind, then the nested parts."""
    kinds: list[type[Part]] = [*SECTIONS.values(), Omission, Retired]
    nested: list[type[Part]] = []
    for kind in kinds:
        parts_of(kind, nested)
    lines = ["", "Made from the model; a field in **bold** must be given.", ""]
    for kind in (*kinds, *nested):
        lines += [f"### {kind.__name__}", "", (kind.__doc__ or "").split("\n")[0], ""]
        lines += ["| field | holds | meaning |", "| --- | --- | --- |"]
        for name, form in field_specs(kind).items():
            shown = f"**{name}**" if form.required else name
            lines.append(f"| {shown} | {written(form)} | {form.meaning} |")
        lines.append("")
    return "\n".join(lines)


def test_the_fields_are_documented(request: pytest.FixtureRequest) -> None:
    """docs/records.md lists every field as the model declares it."""
    text = RECORDS_MD.read_text(encoding="utf-8")
    prose, _, _ = text.partition(MARK)
    fresh = prose + MARK + fields_markdown()
    if request.config.getoption("--accept"):
        RECORDS_MD.write_text(fresh, encoding="utf-8")
    assert text == fresh


def test_checks_are_as_documented(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Every `$ sinotech check …` in docs/check.md prints what the page says.

    They are run one after another where the page's own draft is.
    """
    text = CHECK_MD.read_text(encoding="utf-8")
    (draft,) = re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)
    bin_, folder = tmp_path / "bin", tmp_path / "drafts"
    bin_.mkdir()
    folder.mkdir()
    (folder / "draft.md").write_text(draft, encoding="utf-8")
    fresh = rerun(text, surroundings(bin_), folder)
    if request.config.getoption("--accept"):
        CHECK_MD.write_text(fresh, encoding="utf-8")
    assert fresh == text
    assert len(BLOCK.findall(text)) >= 5


def test_every_code_of_the_check_is_documented() -> None:
    """docs/check.md has each code with its name and level; each setting and form."""
    text = CHECK_MD.read_text(encoding="utf-8")
    for code in CODES.values():
        assert f"| {code.id} {code.name} | {code.level} |" in text
    settings = tomllib.loads(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0])
    assert {*settings["tool"]["sinotech"]["check"], "db"} == set(SETTINGS)
    assert all(f"`{form}`" in text for form in CHECK_FORMATS)


LINT_CODES = {*RULES, *(path.stem[:4] for path in (DATA / "bad").glob("*.yaml"))}


@pytest.mark.parametrize("code", sorted(LINT_CODES))
def test_every_code_is_documented(code: str) -> None:
    """docs/developing.md speaks of each code that a rule or the loader has."""
    spans = [
        (line[2:6], line[7:11] if line[6] in "–-" else line[2:6])
        for line in DEVELOPING_MD.read_text(encoding="utf-8").splitlines()
        if line.startswith(("| E", "| W"))
    ]
    assert any(first <= code <= last for first, last in spans)


def promises() -> list[str]:
    """Return the rows of the table of what is promised when something ends."""
    text = DEVELOPING_MD.read_text(encoding="utf-8")
    section = text.partition("## When something ends it\n")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("|")][2:]


def test_there_are_promises() -> None:
    """The table is found."""
    assert len(promises()) > 10


@pytest.mark.parametrize("row", promises(), ids=lambda row: row[2:50])
def test_what_is_promised_is_held(row: str) -> None:
    """Each row of the table of what is promised names tests, and they exist."""
    named = re.findall(r"`(tests/\S+\.py)::(\w+)`", row)
    assert named
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), test


COMMANDS = re.compile(r"^(?:sinotech|pytest) .*?(?=  +#|$)", re.MULTILINE)


def test_what_contributors_are_told_is_so() -> None:
    """Commands and options are those that there are; files and folders exist."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    lines = COMMANDS.findall(blocks)
    assert len(lines) == 5
    for line in lines:
        tool, name, *words = line.split()
        if tool == "pytest":
            assert f"`.venv/bin/{line}`" in DEVELOPING_MD.read_text(encoding="utf-8")
            continue
        options = [one for one in BY_NAME[name].parameters if isinstance(one, Option)]
        flags = {flag for one in options for flag in one.flags}
        assert {word for word in words if word.startswith("-")} <= flags
    paths = re.findall(r"\]\((\w[\w./-]*)\)|`((?:data|tests)/[\w./]+)`", text)
    assert len(paths) > 6
    assert all((ROOT / (link or path)).exists() for link, path in paths)
