"""docs/agents.md says what the server does."""

import json
import re
from pathlib import Path

import pytest
from paths import ROOT
from transcripts import BLOCK, rerun, surroundings

from sinotech.agents.fitting import LARGEST
from sinotech.agents.schemas import CLAIM, PAGE, PASSAGE, WORDS
from sinotech.agents.server import HANDSHAKE, MODERN
from sinotech.agents.tools import TOOLS
from sinotech.guidance import RULES, instructions

AGENTS_MD = ROOT / "docs" / "agents.md"


@pytest.mark.slow
def test_the_transcripts(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every command in docs/agents.md prints what the page says."""
    text = AGENTS_MD.read_text("utf-8")
    fresh = rerun(text, surroundings(tmp_path))
    if request.config.getoption("--accept"):
        AGENTS_MD.write_text(fresh, "utf-8")
    assert fresh == text
    assert len(BLOCK.findall(text)) == 2


def test_every_tool_is_listed() -> None:
    """The table has each tool with what it takes, besides pages."""
    rows = re.findall(
        r"^\| `(\w+)` \| (.*?) \|", AGENTS_MD.read_text("utf-8"), re.MULTILINE
    )
    taken = {
        tool.name: [name for name in tool.takes["properties"] if name not in PAGE]
        for tool in TOOLS
    }
    assert {name: re.findall(r"\w+", words) for name, words in rows} == taken


def test_the_limits() -> None:
    """The numbers of the page are those that hold."""
    text = AGENTS_MD.read_text("utf-8")
    told = (
        f"at most {CLAIM:,} characters, a passage {PASSAGE:,}, words and names {WORDS}"
    )
    assert told in text
    assert f"{LARGEST:,} characters of JSON" in text
    assert f"protocol: {MODERN}" in " ".join(text.split())
    assert f"({HANDSHAKE[0]} to {HANDSHAKE[-1]})" in text


def test_the_configurations() -> None:
    """Each of them is JSON that starts the server."""
    blocks = re.findall(r"```json\n(.*?)```", AGENTS_MD.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        ((servers,),) = (json.loads(block).values(),)
        assert servers["sinotech"]["command"] == "sinotech"
        assert servers["sinotech"]["args"] == ["mcp"]


def test_one_text_tells_agents() -> None:
    """The instructions hold every rule, and are short."""
    assert all(rule in instructions() for rule in RULES)
    assert len(instructions()) < 2_000
