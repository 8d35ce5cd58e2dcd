"""What reading a document imports."""

import subprocess
import sys

import pytest
from paths import ROOT

CODE = """
import sys
{hidden}
from sinotech.drafts.reading import read_text
print(len(list(read_text("It is so. So it is.", "draft{suffix}").sentences())))
print(*sys.modules)
"""
HIDDEN = "sys.modules.update(dict.fromkeys(('sentencex', 'pyromark', 'pygls')))"


def run(suffix: str, hidden: str = "") -> tuple[str, set[str]]:
    """Return how many sentences are read, and the modules that were imported."""
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(suffix=suffix, hidden=hidden)],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    count, modules = done.stdout.splitlines()
    return count, set(modules.split())


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_no_extra_is_needed(suffix: str) -> None:
    """Plain text and HTML are read without any."""
    assert run(suffix, HIDDEN)[0] == "2"


def test_a_format_imports_what_it_needs() -> None:
    """Plain text does not wait for what reads Markdown or Word."""
    _, modules = run(".txt")
    assert "sinotech.drafts.plain" in modules
    others = {"pyromark", "sinotech.drafts.page", "zipfile", "xml.parsers.expat"}
    assert not modules & others
    assert not any(name.startswith("sinotech.claims") for name in modules)
