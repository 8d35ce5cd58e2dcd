"""The record set itself: sound, whole, and where it says it is written."""

import sqlite3

import pytest
from conftest import Sinotech
from paths import RECORDS, SOURCES

from sinotech.compile.database import check
from sinotech.coverage import untouched
from sinotech.model import Country, Source
from sinotech.records.load import RecordSet, load
from sinotech.verify import verify

needs_texts = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the source texts are not at hand (../shared/sources)"
)


def test_the_record_set_has_no_findings(real_records: RecordSet) -> None:
    """No rule is broken by any record."""
    assert check([RECORDS]).findings == []


@pytest.mark.slow
@needs_texts
def test_every_citation_is_where_it_says(real_records: RecordSet) -> None:
    """Each find phrase stands once in its article, where the citation says."""
    result = verify(real_records, SOURCES)
    assert result.findings == ()
    assert result.checked > 800
    articles = [s for s in real_records.of(Source) if s.standing == "article"]
    assert not {source.id for source in articles} & set(result.missing)


@pytest.mark.slow
@needs_texts
def test_nothing_in_the_texts_is_left_out(real_records: RecordSet) -> None:
    """Every number, name and line is touched by a record, or left out for a reason."""
    left, _ = untouched(real_records, SOURCES)
    assert left == []


def test_every_id_can_be_shown(on_real: Sinotech, real_records: RecordSet) -> None:
    """Whatever id is printed anywhere, `show` answers to it."""
    ids = "\n".join(record.id for record in real_records.all())
    result = on_real("show", "-", "--all", "--format", "plain", stdin=ids.encode())
    assert result.code == 0
    assert result.err == ""


@pytest.mark.slow
@pytest.mark.parametrize("command", ["country", "program"])
@pytest.mark.parametrize("form", ["plain", "md", "json", "jsonl", "csv", "tsv"])
def test_every_profile_prints(
    on_real: Sinotech, real: sqlite3.Connection, command: str, form: str
) -> None:
    """Every country and program has a profile in every form."""
    sql = "SELECT id FROM record WHERE kind = ?"
    ids = [id_ for (id_,) in real.execute(sql, (command,))]
    asked = "\n".join(ids).encode()
    result = on_real(command, "-", "--all", "--format", form, stdin=asked)
    assert (result.code, result.err) == (0, "")


def test_every_country_is_of_iso_3166(real: sqlite3.Connection) -> None:
    """A country's id is a code of ISO 3166, with its alpha-3 and numeric codes."""
    for country in load([RECORDS]).of(Country):
        sql = "SELECT count(*) FROM name WHERE target = ? AND method = 'code'"
        assert real.execute(sql, (country.id,)).fetchone()[0] == 3


def test_nothing_is_a_fact_about_pakistan_by_mistake(on_real: Sinotech) -> None:
    """The article's slip is shown under both countries, and as a slip only."""
    pakistan = on_real("country", "Pakistan").out
    assert "“China-Pakistan” printed for the China-Brazil center" in pakistan
    before, _, after = pakistan.partition("CONFLICTS AND SOURCE ERRORS")
    assert "center" not in before.casefold()
    assert "China-Pakistan" in after
    assert "“China-Pakistan” printed" in on_real("country", "Brazil").out


@pytest.mark.parametrize(
    "asked", [["country", "Brazil"], ["program", "china-brazil-center"]]
)
def test_both_launch_dates_are_shown(on_real: Sinotech, asked: list[str]) -> None:
    """The date that the article gives comes with the one that all others give."""
    page = on_real(*asked).out
    assert "13 December 2025" in page
    assert "8 December 2025" in page
    assert "Launch of the China-Brazil center: 13 or 8 December" in page
