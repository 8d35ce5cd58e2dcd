"""Configuration: found upward, read as it is written, refused in one line."""

import re
import sys
from pathlib import Path

import pytest

from sinotech.checking.configuration import SETTINGS, Configuration, find_configuration
from sinotech.errors import UsageError

EVERYTHING = """[tool.sinotech.check]
files = ["drafts/*.md", "notes.txt"]
select = ["S001"]
strict = true
all = false
as-of = 2025-06-01
baseline = "base.json"
records = ["own.yaml"]
db = "own.db"
style = "apa"
jobs = 2
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with drafts, which the process is in."""
    folder = tmp_path / "project"
    (folder / "drafts" / "deep").mkdir(parents=True)
    for name in ("drafts/b.md", "drafts/a.md", "drafts/deep/c.md"):
        (folder / name).write_text("x\n")
    monkeypatch.chdir(folder)
    return folder


def test_every_setting_is_read(project: Path) -> None:
    """Paths are of the file's folder, a date is a text, files may be patterns."""
    (project / "pyproject.toml").write_text(EVERYTHING)
    found = find_configuration()
    assert set(found.values) == set(SETTINGS)
    assert found.values["as-of"] == "2025-06-01"
    assert found.values["records"] == ["own.yaml"]
    assert found.values["strict"] is True
    files = ["drafts/a.md", "drafts/b.md", "notes.txt"]
    assert found.files() == [str(Path(name)) for name in files]
    assert found.named("jobs") == "pyproject.toml: tool.sinotech.check.jobs"


def test_it_is_found_upward(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder below, paths lead up; the nearest file with the table counts."""
    (project / "pyproject.toml").write_text('[tool.sinotech.check]\ndb = "a.db"\n')
    (project / "drafts" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    monkeypatch.chdir(project / "drafts" / "deep")
    assert find_configuration().values == {"db": str(Path("../../a.db"))}
    (project / "drafts" / "sinotech.toml").write_text('[check]\ndb = "b.db"\n')
    (project / "drafts" / "pyproject.toml").write_text(EVERYTHING)
    assert find_configuration().values == {"db": str(Path("../b.db"))}


def test_without_any_nothing_is_set(project: Path) -> None:
    """A project that sets nothing has no files, and no file to name."""
    (project / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert find_configuration().values == {}
    assert find_configuration().files() == []


def test_a_pattern_goes_down(project: Path) -> None:
    """Two stars are any folders; what is matched twice is taken once."""
    text = '[check]\nfiles = ["**/*.md", "drafts/a.md", "none/*.md"]\n'
    (project / "sinotech.toml").write_text(text)
    names = ["drafts/a.md", "drafts/b.md", "drafts/deep/c.md"]
    assert find_configuration().files() == [str(Path(name)) for name in names]


@pytest.mark.parametrize("pattern", ["**a", "***", "x/**y/*.md"])
def test_what_is_no_pattern_is_told(project: Path, pattern: str) -> None:
    """Two stars are folders, and stand between strokes."""
    (project / "sinotech.toml").write_text(f"[check]\nfiles = ['{pattern}']\n")
    told = re.escape(f"sinotech.toml: check.files: '{pattern}' is no pattern (")
    if sys.version_info < (3, 13):  # since then, they are read as one star
        with pytest.raises(UsageError, match=told):
            find_configuration().files()


def test_a_mark_of_the_byte_order_is_passed_over(project: Path) -> None:
    """Editors on Windows write one before UTF-8."""
    (project / "sinotech.toml").write_text("[check]\nall = true\n", "utf-8-sig")
    assert find_configuration().values == {"all": True}


BROKEN = [
    ("[check]\nfile = []\n", "check.file: no such setting"),
    ("[checks]\n", "checks: no such setting"),
    ("check = 3\n", "check is no table"),
    ("[check\n", "sinotech.toml is no TOML: "),
    ("[check]\nfiles = 'a.md'\n", "check.files: 'a.md' is not a list of texts"),
    ("[check]\nselect = ['S001', 2]\n", "check.select: ['S001', 2] is not a list"),
    ("[check]\nstrict = 'yes'\n", "check.strict: 'yes' is not true or false"),
    ("[check]\njobs = true\n", "check.jobs: true is not a whole number"),
    ("[check]\njobs = 0\n", "check.jobs: 0 is not a whole number"),
    ("[check]\nas-of = 2025\n", "check.as-of: 2025 is not text in quotes"),
    ("[check]\nrecords = 'r.yaml'\n", "check.records: 'r.yaml' is not a list"),
    ("[check]\nfiles = ['a.md', ' ']\n", "check.files: ['a.md', ' '] is not a list"),
    ("[check]\nbaseline = ''\n", "check.baseline: '' is not text in quotes"),
    ('[check]\ndb = "a\\u0000"\n', "check.db: 'a\\x00' is not text in quotes"),
    ("[check]\n" + "#" * (1 << 22), "sinotech.toml is larger than 4 MiB"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_what_is_wrong_is_told_in_one_line(project: Path, text: str, told: str) -> None:
    """The line names the file and the key."""
    (project / "sinotech.toml").write_text(text)
    with pytest.raises(UsageError) as caught:
        find_configuration()
    message = str(caught.value)
    assert message.startswith("sinotech.toml")
    assert told in message
    assert "\n" not in message


@pytest.mark.parametrize("name", ["sinotech.toml", "pyproject.toml"])
def test_what_is_no_file_is_not_passed_over(project: Path, name: str) -> None:
    """A folder and a link to nothing would leave a project unchecked as it wants."""
    path = project / name
    path.mkdir()
    with pytest.raises(UsageError, match=f"^{name} is no file; write"):
        find_configuration()
    path.rmdir()
    path.symlink_to("nowhere")
    with pytest.raises(UsageError, match=f"^{name} is no file; write"):
        find_configuration()


def test_a_removed_folder_sets_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is checked there, by a whole path or from a pipe, is checked."""
    gone = project / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find_configuration() == Configuration({})


def test_the_table_of_a_project_is_ours_alone(project: Path) -> None:
    """A slip in the name of the table is told, as is a table that is none."""
    path = project / "pyproject.toml"
    path.write_text("[tool.sinotech.chekc]\nstrict = true\n")
    with pytest.raises(UsageError, match=r"tool\.sinotech\.chekc: no such setting"):
        find_configuration()
    path.write_text("[tool]\nsinotech = 1\n")
    with pytest.raises(UsageError, match=r"tool\.sinotech is no table"):
        find_configuration()
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="no TOML"):
        find_configuration()
