"""The glossary: its terms are in use in the code, and what it retires is not."""

import re
import tokenize
from functools import cache
from pathlib import Path

import pytest
from paths import ROOT

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
TERMS, RETIRED = GLOSSARY.split("## Retired words")
FOLDERS = ("src", "tests", "bench", "tools")


def names_in(path: Path) -> set[str]:
    """Return the names that a file of Python uses, its own among them."""
    with path.open(encoding="utf-8") as file:
        tokens = tokenize.generate_tokens(file.readline)
        found = {token.string for token in tokens if token.type == tokenize.NAME}
    return {path.stem, *found}


@cache
def names() -> frozenset[str]:
    """Return all names that the code uses."""
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    return frozenset().union(*map(names_in, paths))


@cache
def words() -> frozenset[str]:
    """Return the words that those names are made of, in small letters."""
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", " ".join(names()))
    return frozenset(part.lower() for part in parts)


def _terms() -> list[str]:
    rows = [row for row in TERMS.splitlines() if row.startswith("| **")]
    return [term for row in rows for term in re.findall(r"\*\*(.+?)\*\*", row)]


def _retired() -> list[str]:
    rows = [row.split("|")[1] for row in RETIRED.splitlines() if row.startswith("| `")]
    known = [row for row in rows if " of a " not in row]  # others keep such a name
    return [name for row in known for name in re.findall(r"`(\w+)", row)]


@pytest.mark.parametrize("term", _terms())
def test_a_term_is_in_use(term: str) -> None:
    """Each word of a term stands in a name of the code, as one thing or as several."""
    for word in term.lower().replace("-", "").split():
        assert {word, f"{word}s", word.removesuffix("s")} & words(), word


@pytest.mark.parametrize("name", _retired())
def test_a_retired_word_is_gone(name: str) -> None:
    """No name of the code is one that the glossary retires."""
    assert name not in names()
