"""Texts checked by what is set where they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from paths import MINI

from sinotech.editor.checker import Checker, Result, Text
from sinotech.errors import SinotechError

WRONG = "By March 2024, Brazil had 40 joint laboratories with China."


@pytest.fixture
def checker() -> Iterator[Checker]:
    """Make a checker that judges by what is set, and close it."""
    made = Checker()
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with records of its own; work elsewhere."""
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "records.yaml").write_bytes(MINI.read_bytes())
    settings = "[check]\nrecords = ['records.yaml']\nstrict = true\n"
    (tmp_path / "project" / "sinotech.toml").write_text(settings)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "project"


def text(folder: Path, source: str = WRONG) -> Text:
    """Return a text in *folder*."""
    return Text(folder / "draft.txt", source, "text")


def codes(result: Result | None) -> list[str]:
    """Return the codes of what is told."""
    assert result
    return [one.code for one in result.told]


def test_records_are_those_of_the_project(checker: Checker, folder: Path) -> None:
    """The file that is set is judged by, wherever the server works."""
    result = checker.check(text(folder), lambda: False)
    assert result
    (one,) = result.told
    assert "fig-labs-50" in {record["id"] for record in one.records}


def test_records_that_change_are_read_anew(checker: Checker, folder: Path) -> None:
    """A value that is mended in the records is judged by at once."""
    before = codes(checker.check(text(folder), lambda: False))
    records = folder / "records.yaml"
    changed = records.read_text("utf-8")
    changed = changed.replace("value: 50\n", "value: 40\n").replace(
        "over 50", "over 40"
    )
    records.write_text(changed, "utf-8")
    after = codes(checker.check(text(folder), lambda: False))
    assert before != after


def test_a_stale_text_is_given_up(checker: Checker, folder: Path) -> None:
    """No sentence is judged for nothing."""
    asked = []

    def stale() -> bool:
        asked.append(1)
        return len(asked) == 2

    assert checker.check(text(folder, f"{WRONG} " * 50), stale) is None
    assert len(asked) == 2


@pytest.mark.parametrize(
    "settings",
    [
        "[check]\nrecords = ['gone.yaml']",
        "[check]\nas-of = 'soon'",
        "[check]\nbaseline = 'gone.json'",
        "[check]\ndb = 'sinotech.toml'",
        "[check",
    ],
)
def test_what_cannot_be_used_is_told(
    checker: Checker, folder: Path, settings: str
) -> None:
    """In one line; once it is mended, all is well."""
    usual = (folder / "sinotech.toml").read_text()
    (folder / "sinotech.toml").write_text(settings)
    with pytest.raises(SinotechError) as raised:
        checker.check(text(folder), lambda: False)
    assert "\n" not in str(raised.value)
    (folder / "sinotech.toml").write_text(usual)
    assert checker.check(text(folder), lambda: False)
