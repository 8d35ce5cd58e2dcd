"""How to cite and what is licensed how: CITATION.cff and the licence files."""

import tomllib
from typing import Any

import pytest
import yaml
from paths import ROOT

from sinotech import __version__
from sinotech.records.load import RecordSet


def citation() -> dict[str, Any]:
    """Read CITATION.cff."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def test_the_versions_are_those_cited(real_records: RecordSet) -> None:
    """CITATION.cff names this version of the tool and of its record set."""
    cited = citation()
    (records,) = cited["references"]
    assert cited["version"] == __version__
    assert (records["type"], records["version"]) == ("data", real_records.version)


def test_what_a_citation_file_must_have() -> None:
    """It has the keys that Citation File Format 1.2.0 requires, with their types."""
    cited = citation()
    assert cited["cff-version"] == "1.2.0"
    for work in (cited, *cited["references"]):
        assert work["title"]
        assert all(author["name"] for author in work["authors"])
    assert cited["message"]


def test_the_licenses_agree() -> None:
    """Project, citation and licence files name the same licences."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    cited = citation()
    (records,) = cited["references"]
    ours = f"{cited['license']} AND {records['license']}"
    assert project["license"] == f"{ours} AND Unicode-3.0 AND LicenseRef-WordNet"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("LICENSE", "MIT License"),
        ("LICENSE-RECORDS", "CC-BY-4.0"),
        ("LICENSE-UNICODE", "UNICODE LICENSE V3"),
        ("LICENSE-WORDNET", "WordNet 3.1 Copyright 2011 by Princeton University"),
        ("LICENSE-GEONAMES", "CC-BY-4.0"),
    ],
)
def test_each_license_has_its_file(name: str, words: str) -> None:
    """It is named by the project, and says which it is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert name in project["license-files"]
    assert words in (ROOT / name).read_text(encoding="utf-8")
