"""Help by topic, and the manual page."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import Sinotech
from paths import ROOT

from sinotech import errors
from sinotech.answers.commands import COMMANDS
from sinotech.answers.options import FORMATS
from sinotech.answers.topics import BY_TOPIC, EXIT_CODES, TOPICS
from sinotech.present.manual import manual


def terms(topic: str) -> list[str]:
    """Return the terms that a topic explains."""
    return [term for term, _ in BY_TOPIC[topic].entries]


def test_the_topics_are_complete() -> None:
    """Each form, way of reading a name, and exit code is explained."""
    assert terms("formats") == list(FORMATS)
    names = (ROOT / "src" / "sinotech" / "query" / "names.py").read_text()
    assert all(f'"{method}"' in names for method in terms("names"))
    codes = {value for value in vars(errors).values() if isinstance(value, int)}
    assert {code for code, _ in EXIT_CODES} == codes


def test_every_variable_that_is_read_is_told_of() -> None:
    """No variable of the environment is read that help does not name."""
    sources = (ROOT / "src").rglob("*.py")
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", text))
    assert read
    told_by_shells = {name for name in read if "COMP" in name}
    assert read - told_by_shells <= set(terms("environment"))


def test_help_lists_the_topics(sinotech: Sinotech) -> None:
    """Alone it lists them, each with what it is about."""
    out = sinotech("help").out
    for topic in TOPICS:
        assert f"- {topic.name} — {topic.about}" in out


@pytest.mark.parametrize("topic", BY_TOPIC)
def test_help_tells_of_a_topic(sinotech: Sinotech, topic: str) -> None:
    """A topic has every term with its meaning, as text and as data."""
    result = sinotech("help", topic)
    assert result.code == 0
    for term, meaning in BY_TOPIC[topic].entries:
        assert f"- {term} — {meaning}" in result.out
    data = json.loads(sinotech("help", topic, "--json").out)["data"]
    assert [one["term"] for one in data["entries"]] == terms(topic)


def test_help_tells_of_a_command(sinotech: Sinotech) -> None:
    """A command's name is a topic too."""
    out = sinotech("help", "figures").out
    assert out.startswith("Numbers that the sources state.\n")
    assert "- --as-of — True of this date or period." in out


def test_help_knows_no_other_topic(sinotech: Sinotech) -> None:
    """What is none is told of in one line, with those there are."""
    result = sinotech("help", "everything")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert "there are: exit-codes, formats, pages, verdicts" in result.err


def test_the_end_of_help_is_the_topic(sinotech: Sinotech) -> None:
    """--help ends with the exit codes as their topic has them."""
    text = " ".join(sinotech("--help").out.split())
    for code, meaning in EXIT_CODES:
        assert f"{code} {meaning}" in text


def test_the_manual_names_everything() -> None:
    """Every command, option and topic is in it, in ASCII and without a date."""
    page = manual()
    assert page.isascii()
    assert page.startswith('.TH SINOTECH 1 "" "sinotech ')
    for command in COMMANDS:
        assert re.search(rf'^\.SS "{command.name}[ "]', page, re.MULTILINE)
        for one in command.parameters:
            for flag in getattr(one, "flags", ()):
                assert flag.replace("-", r"\-") in page
    for topic in TOPICS:
        assert topic.about.replace("-", r"\-") in page


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_manual_is_sound_roff(tmp_path: Path) -> None:
    """Groff has nothing to warn of, and prints every term."""
    path = tmp_path / "sinotech.1"
    path.write_text(manual())
    argv = ["groff", "-man", "-Tutf8", "-ww", "-P-cbou", str(path)]
    done = subprocess.run(argv, capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""
    for topic in TOPICS:
        assert all(term in done.stdout for term, _ in topic.entries)
