"""The documentation of exports and differences: every line of it was run."""

import re
import runpy
from pathlib import Path

import pytest
from paths import MINI, ROOT
from transcripts import BLOCK, rerun, surroundings

pytestmark = pytest.mark.slow
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def prepare(folder: Path) -> None:
    """Write what docs/diff.md has at hand: the small record set, and it changed."""
    text = MINI.read_text("utf-8")
    (folder / "old.yaml").write_text(text, "utf-8")
    changed = text.replace("as_of: 2025-02-01", "as_of: 2025-02")
    changed = changed.replace("aliases: [ROC]", "aliases: [ROC, Congo]")
    head, _, plan = changed.partition("- id: st-plan")
    rest = plan.partition("\n\nconflicts:")[2]
    (folder / "new.yaml").write_text(f"{head}\nconflicts:{rest}", "utf-8")


@pytest.mark.parametrize("name", ["export.md", "diff.md"])
def test_what_is_documented_is_printed(
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
) -> None:
    """Each command prints what the page says, and each program runs."""
    page = ROOT / "docs" / name
    text = page.read_text(encoding="utf-8")
    bin_, folder = tmp_path / "bin", tmp_path / "there"
    bin_.mkdir()
    folder.mkdir()
    prepare(folder)
    fresh = rerun(text, surroundings(bin_), folder)
    if request.config.getoption("--accept"):
        page.write_text(fresh, encoding="utf-8")
    assert fresh == text
    assert len(BLOCK.findall(text)) >= 2
    monkeypatch.chdir(folder)
    for program in PYTHON.findall(text):
        (tmp_path / "program.py").write_text(program, "utf-8")
        runpy.run_path(str(tmp_path / "program.py"))
        assert capsys.readouterr().out
