"""Files of records to a record set."""

import tempfile
from decimal import Decimal
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.provisional import urls
from paths import MINI

from sinotech.compile.database import check
from sinotech.findings import Findings
from sinotech.model import SECTIONS, Country, Figure, Source, kind_of
from sinotech.records.chunks import Chunk, File
from sinotech.records.entries import read_entries
from sinotech.records.load import load
from sinotech.records.reader import Mapping, Scalar

HEAD = "records: {name: test, version: 1, format: 1}\n"


def test_the_small_set_is_sound() -> None:
    """The record set that tests use has no finding."""
    assert check([MINI]).findings == []


def test_there_is_one_of_each_kind() -> None:
    """The small record set holds every kind of record."""
    kinds = {kind_of(section) for section in SECTIONS.values()}
    assert set(load([MINI]).records) == kinds


def test_norway_is_norway() -> None:
    """A country whose code YAML 1.1 reads as false stays what the author wrote."""
    records = load([MINI])
    assert "no" in [country.id for country in records.of(Country)]
    (figure,) = [f for f in records.of(Figure) if f.id == "fig-yield"]
    assert figure.countries == ("no",)


def test_values_are_what_the_author_wrote(tmp_path: Path) -> None:
    """Text that looks like a number, a time or a truth value stays text."""
    path = tmp_path / "words.yaml"
    names = ["NO", "012", "12:30", "1e3", "2024-01-01", "yes", "0x1F", ".5", "0o7"]
    aliases = ", ".join(names)
    path.write_text(
        f"{HEAD}countries:\n- {{id: BR, name: Brazil, aliases: [{aliases}]}}\n"
    )
    (country,) = load([path]).of(Country)
    assert [alias.name for alias in country.aliases] == names


def test_numbers_are_exact() -> None:
    """A number is kept as the decimal that was written."""
    (figure,) = [f for f in load([MINI]).of(Figure) if f.id == "fig-yield"]
    assert (figure.low, figure.high) == (Decimal(30), Decimal("60.5"))


def test_lines_are_kept() -> None:
    """A record knows the line it begins on, and the line of each field."""
    lines = MINI.read_text(encoding="utf-8").splitlines()
    for figure in load([MINI]).of(Figure):
        assert f"id: {figure.id}" in lines[figure.line - 1]
        assert lines[figure.line_of("as_written") - 1].strip().startswith("as_written:")


def test_an_author_may_be_just_a_name() -> None:
    """Plain text in a list of parts stands for the part's name."""
    authors = load([MINI]).of(Source)[0].authors
    assert [(a.name, a.family) for a in authors] == [
        ("WANG Xiaoming", "Wang"),
        ("Ana Souza", None),
    ]


def test_an_overlay_replaces_and_adds(tmp_path: Path) -> None:
    """Records of an overlay take the places of their namesakes; others follow."""
    path = tmp_path / "over.yaml"
    path.write_text(
        "records: {name: over, version: 2, format: 1, overlay: true}\n"
        "countries:\n"
        "- {id: BR, name: Brasil}\n"
        "- {id: FR, name: France}\n"
    )
    records = load([MINI, path])
    names = [country.name for country in records.of(Country)]
    assert names == ["Brasil", "China", "Norway", "Republic of the Congo", "France"]
    assert (records.name, records.version) == ("mini + over", "1 + 2")
    assert check([MINI, path]).findings == []


def test_without_overlay_a_second_id_is_an_error(tmp_path: Path) -> None:
    """Two files that give the same id contradict each other."""
    path = tmp_path / "again.yaml"
    path.write_text(f"{HEAD}countries:\n- {{id: BR, name: Brasil}}\n")
    assert [f.code for f in check([MINI, path]).findings] == ["E101"]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    """A file that cannot be read is said to be so."""
    (finding,) = load([tmp_path / "none.yaml"]).findings
    assert finding.code == "E001"


@given(st.dictionaries(st.text(max_size=40), st.text() | urls(), max_size=5))
def test_what_yaml_writes_is_read_back(entry: dict[str, str]) -> None:
    """Any text that a YAML writer can quote comes back unchanged."""
    written = yaml.safe_dump({"things": [entry]}, default_style='"', width=10**6)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yaml"
        path.write_text(written, encoding="utf-8", errors="surrogatepass")
        findings = Findings("any.yaml")
        chunk = Chunk(File(path, path.name), "", 0, path.stat().st_size, 1, "")
        ((key, _, node),) = list(read_entries(chunk, findings))
    assert not findings.found
    assert key == "things"
    assert isinstance(node, Mapping)
    texts = {k: v.text for k, v in node.items.items() if isinstance(v, Scalar)}
    assert texts == entry


@given(st.text(max_size=200))
def test_no_text_breaks_the_loader(text: str) -> None:
    """Any file is records or findings, never an exception."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.yaml"
        path.write_text(HEAD + text, encoding="utf-8", errors="surrogatepass")
        records = load([path])
    assert records.findings or list(records.all()) == []
