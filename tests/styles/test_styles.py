"""Every source in every style, to the letter, and what is done when printing."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import Sinotech
from hypothesis import given
from hypothesis import strategies as st
from paths import DATA, RECORDS

from sinotech.answers.options import FILES, STYLES
from sinotech.compile.styled import WRITERS
from sinotech.model import Source
from sinotech.records.load import load
from sinotech.styles.cited import CitedSource
from sinotech.styles.place import link, placed

FOLDER = DATA / "styles"
AWKWARD = FOLDER / "awkward.yaml"
SETS = {"records": RECORDS, "awkward": AWKWARD}


def rendered(style: str, path: Path) -> Iterator[str]:
    """Yield each source's reference, then its citation at a section and paragraph."""
    reference, place = WRITERS[style]
    for source in load([path]).of(Source):
        known = CitedSource(source)
        yield source.id
        yield reference(known).replace("\x02", "*")
        if template := place(known):
            address = link(source.url, "a phrase")
            places = [("A section", 3), ("", 3), ("A section", None), ("", None)]
            for section, number in places if path == AWKWARD else places[:1]:
                text = placed(style, template, section, number, address)
                yield "    " + text.replace("\x02", "*")
        yield ""


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("style", STYLES)
def test_every_source_is_as_reviewed(
    request: pytest.FixtureRequest, style: str, name: str
) -> None:
    """Each reference is, to the letter, what was read against the style's manual."""
    text = "\n".join(rendered(style, SETS[name]))
    path = FOLDER / f"{name}.{style}.txt"
    if request.config.getoption("--accept"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_style_has_a_writer() -> None:
    """What --style takes is what is compiled, in the same order."""
    assert tuple(WRITERS) == STYLES
    assert set(FILES) <= set(STYLES)


LINKS = [
    # Examples of the WICG's text fragments, and what must be encoded there.
    ("https://a.b/", "sci-tech", "https://a.b/#:~:text=sci%2Dtech"),
    ("https://a.b/", "R&D, all", "https://a.b/#:~:text=R%26D%2C%20all"),
    ("https://a.b/#top", "x", "https://a.b/#top:~:text=x"),
    ("https://a.b/#:~:text=y", "x", "https://a.b/#:~:text=y"),
    ("https://a.b/", "科技", "https://a.b/#:~:text=%E7%A7%91%E6%8A%80"),
    ("https://a.b/", None, "https://a.b/"),
    (None, "x", None),
]


@pytest.mark.parametrize(("url", "find", "expected"), LINKS)
def test_a_link_leads_to_the_phrase(
    url: str | None, find: str | None, expected: str | None
) -> None:
    """The address is the source's, with the phrase as a text fragment."""
    assert link(url, find) == expected


@given(st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_any_phrase_is_read_back_from_a_link(find: str) -> None:
    """A fragment holds nothing that ends it or splits it, and loses nothing."""
    made = link("https://a.b/", find)
    assert made is not None
    fragment = made.removeprefix("https://a.b/#:~:text=")
    assert unquote(fragment) == find
    assert not set(fragment) & set("-,& #?/\n")


def test_a_page_is_in_the_style_asked_for(on_mini: Sinotech) -> None:
    """The list at the foot, and each place in it, are in the style."""
    page = on_mini("country", "Brazil", "--style", "apa").out
    assert "] Wang, X., & Ana Souza. (2024, March 5)." in page
    assert "a  (Wang & Ana Souza, 2024, para. 1); find: Brazil among them" in page
    assert "\x02" not in page


@pytest.mark.parametrize("form", ["md", "plain", "table", "json", "csv"])
def test_italics_are_kept_where_they_can_be(on_mini: Sinotech, form: str) -> None:
    """Markdown has them; plain text and JSON have none, and no trace of them."""
    out = on_mini("show", "st-opinion", "--style", "mla", "--format", form).out
    assert "\x02" not in out
    assert ("*The Daily*" in out) == (form == "md")
    assert ("*The Daily*, 5 Mar. 2024" in out) == (form == "md")


def test_json_gains_the_styled_texts(on_mini: Sinotech) -> None:
    """Sources and citations have ``styled``, and only if a style was asked for."""
    found = json.loads(on_mini("figure", "fig-labs-50", "--json").out)
    assert "styled" not in found["citations"][0]
    argv = ["figure", "fig-labs-50", "--style", "chicago", "--json"]
    found = json.loads(on_mini(*argv).out)
    assert found["citations"][0]["styled"].startswith("Wang Xiaoming and Ana Souza. ")
    (place,) = found["data"]["citations"]
    assert place["styled"] == ("(Wang and Ana Souza 2024, under “Labs, labs,” para. 2)")
    assert place["link"].endswith("#:~:text=over%2050%20laboratories")


@pytest.mark.parametrize("form", ["plain", "md", "table"])
@pytest.mark.parametrize("style", FILES)
def test_a_page_of_references_is_a_file(
    on_mini: Sinotech, style: str, form: str
) -> None:
    """In these styles, an answer is the references it rests on, and nothing else."""
    result = on_mini("show", "st-opinion", "--style", style, "--format", form)
    begins = {"bibtex": "@", "ris": "TY  - ", "csl-json": "[\n{"}
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(begins[style])
    assert result.out.count("daily-2024") == 1


def test_a_batch_is_one_file(on_mini: Sinotech) -> None:
    """A source that several lines rest on is in the file once."""
    argv = ["country", "-", "--style", "csl-json"]
    result = on_mini(*argv, stdin=b"Brazil\nNorway\nAtlantis\n")
    ids = [item["id"] for item in json.loads(result.out)]
    assert len(ids) == len(set(ids)) == 3
    assert (result.code, "Atlantis" in result.err) == (1, True)


def test_nothing_found_is_no_reference(on_mini: Sinotech) -> None:
    """An answer that is none has no references either."""
    result = on_mini("country", "Japan", "--style", "bibtex")
    assert (result.code, result.out) == (1, "")


def test_an_unknown_style_is_refused(on_mini: Sinotech) -> None:
    """One line says which styles there are."""
    result = on_mini("sources", "--style", "harvard")
    assert (result.code, result.err.count("\n")) == (2, 1)
    for style in STYLES:
        assert style in result.err


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_every_record_is_cited_in_every_style(
    on_real: Sinotech, style: str, real_ids: bytes
) -> None:
    """Whatever is recorded can be printed in any style."""
    argv = ["show", "-", "--style", style, "--all"]
    result = on_real(*argv, "--format", "plain", stdin=real_ids)
    assert (result.code, result.err) == (0, "")


@pytest.fixture(scope="session")
def real_ids() -> bytes:
    """Return the ids of every twentieth record, and of all sources, one a line."""
    records = load([RECORDS])
    everything = [record.id for record in records.all()]
    sources = [source.id for source in records.of(Source)]
    return "\n".join([*everything[::20], *sources]).encode()
