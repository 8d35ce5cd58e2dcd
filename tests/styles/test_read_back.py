"""What other people's programs read back out of the files and templates we write."""

import json
import re
from pathlib import Path
from typing import Any

import citeproc
import jsonschema
import mwparserfromhell
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st
from paths import DATA, RECORDS
from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from yaml_data import read_yaml

from sinotech.edtf import parse
from sinotech.model import Author, Source, Titles
from sinotech.records.load import load
from sinotech.styles import bibtex, csl, entries, ris, wikipedia
from sinotech.styles.cited import CitedSource
from sinotech.styles.place import placed

AWKWARD = DATA / "styles" / "awkward.yaml"
ALL = [*load([RECORDS]).of(Source), *load([AWKWARD]).of(Source)]
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

every_source = pytest.mark.parametrize("source", ALL, ids=lambda source: str(source.id))


def latex_reader() -> LatexNodes2Text:
    """Return the reader of TeX, taught six commands of LaTeX that it lacks."""
    known = get_default_latex_context_db()
    lacking = {
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciicircum": "^",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
    }
    macros = [MacroTextSpec(name, sign) for name, sign in lacking.items()]
    known.add_context_category("lacking", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=known)


def bibtex_read(text: str) -> dict[str, str]:
    """Return the fields of the one entry in *text*, their TeX read as text."""
    decoder = LatexDecodingMiddleware(decoder=latex_reader())
    library = parse_string(text, append_middleware=[decoder])
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = {field.key: str(field.value) for field in entry.fields}
    return {"": entry.key, "type": entry.entry_type, **fields}


@every_source
def test_bibtex_is_read_back(source: Source) -> None:
    """Every field that is known is read back as recorded; others are not there."""
    known = CitedSource(source)
    read = bibtex_read(bibtex.reference(known))
    assert read[""] == source.id
    assert read["title"] == (known.latin or f"[{known.described}]")
    assert read.get("journal" if known.periodical else "howpublished") == (
        source.publisher
    )
    assert read.get("origtitle", source.title) == source.title
    names = [
        f"{one.family}, {one.given}" if one.given else one.name
        for one in source.authors
    ]
    assert read.get("author", "") == " and ".join(names)
    dated = source.published is not None and known.date is not None
    assert ("year" in read) == dated
    assert read.get("month") == month_of(source)
    assert read.get("note", "") == entries.note(known)


def month_of(source: Source) -> str | None:
    """Return the month that the record gives, if it gives one."""
    text = source.published.text if source.published else ""
    months = {part[:7] for part in text.split("/")}
    if len(months) != 1 or ".." in text or len(text) < 7:
        return None
    return MONTHS[int(text[5:7]) - 1]


@every_source
def test_ris_is_read_back(source: Source) -> None:
    """Every tag is read back as recorded; what is not known is not there."""
    known = CitedSource(source)
    (read,) = rispy.loads(ris.reference(known).replace("\n", "\r\n"))
    assert read["id"] == source.id
    assert read["title"] == (known.latin or f"[{known.described}]")
    assert read.get("secondary_title") == source.publisher
    assert read.get("translated_title", "") == known.english
    assert read.get("authors", []) == [
        f"{one.family}, {one.given}" if one.given else one.name
        for one in source.authors
    ]
    assert read.get("urls", []) == ([source.url] if source.url else [])
    if known.date and known.date.first.year.isdecimal():
        assert read["year"] == known.date.first.year
        assert read["date"].startswith(f"{read['year']}/")
    else:
        assert "year" not in read


def vocabulary(file: str) -> set[str]:
    """Return the words that a file of the CSL schema in citeproc-py lists."""
    folder = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    return set(re.findall(r'"([A-Za-z_-]+)"', (folder / file).read_text("utf-8")))


def csl_schema() -> dict[str, Any]:
    """Return a JSON Schema of the items we write, from the table of their fields."""
    table = read_yaml(DATA / "styles" / "csl-fields.yaml")
    text = {"type": "string", "minLength": 1}
    parts = {"family": text, "given": text, "literal": text}
    number = {"type": "integer"}
    day = {"type": "array", "items": number, "minItems": 1, "maxItems": 3}
    days = {"type": "array", "items": day, "minItems": 1, "maxItems": 2}
    date = {"date-parts": days, "circa": {"type": "boolean"}}
    name = {"type": "object", "properties": parts, "additionalProperties": False}
    names = {"type": "array", "items": name, "minItems": 1}
    fields: dict[str, Any] = dict.fromkeys(table["texts"], text)
    fields |= dict.fromkeys(table["names"], names)
    dates = {"type": "object", "properties": date, "additionalProperties": False}
    fields |= dict.fromkeys(table["dates"], dates)
    fields["type"] = {"enum": table["types"]}
    return {
        "type": "object",
        "properties": fields,
        "required": ["id", "type"],
        "additionalProperties": False,
    }


def test_the_fields_of_csl_are_in_its_schema() -> None:
    """Each type and variable that we use is one of the CSL schema's."""
    table = read_yaml(DATA / "styles" / "csl-fields.yaml")
    assert set(table["types"]) <= vocabulary("csl-types.rnc")
    used = {*table["texts"], *table["names"], *table["dates"]}
    assert used - {"id", "type"} <= vocabulary("csl-variables.rnc") | {"language"}


@every_source
def test_csl_json_is_valid(source: Source) -> None:
    """Every item has known fields alone, each of its kind, as recorded."""
    known = CitedSource(source)
    item = json.loads(csl.reference(known))
    jsonschema.validate(item, csl_schema())
    assert item["id"] == source.id
    assert item.get("title", "") == known.latin
    assert item.get("container-title") == source.publisher
    assert item.get("URL") == source.url
    assert len(item.get("author", [])) == len(source.authors)


def template(text: str) -> Any:  # noqa: ANN401  # what a node has, its kind decides
    """Return the one template, or tag, that *text* is, and nothing else."""
    (node,) = mwparserfromhell.parse(text).nodes
    return node


def value(node: Any, name: str) -> str:  # noqa: ANN401
    """Return a parameter's value as a reader sees it."""
    if not node.has(name):
        return ""
    shown = node.get(name).value.strip_code(normalize=True, collapse=False)
    return str(shown).strip()


@every_source
def test_wikitext_is_read_back(source: Source) -> None:
    """Each parameter of the template is read back as recorded."""
    known = CitedSource(source)
    node = template(wikipedia.reference(known))
    assert str(node.name).strip() in {"cite news", "cite web"}
    script = value(node, "script-title").partition(":")[2]
    shown = f"[{known.described}]" if not known.title else known.latin
    assert (script or known.title) == known.title
    assert value(node, "title") == shown
    work = source.container if known.periodical else "work"
    assert (value(node, work) or value(node, "website")) == (source.publisher or "")


# Whatever a record may hold: one line, no control character; see records.fields.
HOSTILE = st.text(
    st.one_of(
        st.sampled_from(list("\\{}$&#%_^~<>|[]'\"`=*:;,.-!?/@()")),
        st.sampled_from([*"aZé科ß", "\u202e", "\u200b", "\u2066", "\U000e0041", " "]),
        st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=40,
).map(lambda text: " ".join(text.split()))
WORDS = st.sampled_from(
    """TY··-·NEWS ER··-· and {{cite·web}} --> <!-- '' '''b''' __TOC__ [[Category:X]]
    ~~~~ <ref> </ref> &amp; \\input{x} @misc{a, \" http://a.b ---- {{!}} |title=x
    #REDIRECT""".split()
).map(lambda word: word.replace("·", " "))
TEXTS = (
    st.lists(st.one_of(HOSTILE, WORDS), min_size=1, max_size=5)
    .map(lambda parts: " ".join(" ".join(parts).split()))
    .filter(lambda text: text and "\ufeff" not in text)
)


def hostile(title: str, name: str, given: str, basis: str) -> CitedSource:
    """Return a source whose every field is hostile."""
    signed = Author(name="Signed", family=name, given=given)
    return CitedSource(
        Source(
            id="hostile",
            type="news",
            title=title,
            titles=Titles(english=basis),
            short="Hostile",
            authors=(signed, Author(name=name)),
            publisher=given,
            container="newspaper",
            column=basis,
            published=parse("2024-05-06"),
            held=name,
        )
    )


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_hostile_csl_json(title: str, name: str, given: str, basis: str) -> None:
    """Any text is read back from CSL-JSON as it was; nothing in it acts on a screen."""
    known = hostile(title, name, given, basis)
    text = csl.reference(known)
    item = json.loads(text)
    assert (item["title"], item["container-title"]) == (title, given)
    assert item["author"] == [{"family": name, "given": given}, {"literal": name}]
    assert not {"\u202e", "\u200b", "\u2066", "\n"} & set(text)
    cited = json.loads(placed("csl-json", csl.place(known), basis, 3))
    assert cited["suffix"] == f" of {name}, under “{basis}”"


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_hostile_ris(title: str, name: str, given: str, basis: str) -> None:
    """Any text is read back from RIS as it was; no line of it is read as a tag."""
    known = hostile(title, name, given, basis)
    (read,) = rispy.loads(ris.reference(known).replace("\n", "\r\n"))
    assert read["title"] == title
    assert read["secondary_title"] == given
    assert read["authors"] == [f"{name}, {given}", name]
    assert read["translated_title"] == basis


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_hostile_bibtex(title: str, name: str, given: str, basis: str) -> None:
    """Any text is read back from BibTeX as it was, and is one entry."""
    known = hostile(title, name, given, basis)
    read = bibtex_read(bibtex.reference(known))
    assert unspaced(read["title"]) == unspaced(title)
    assert unspaced(read["journal"]) == unspaced(given)
    assert unspaced(read["author"]) == unspaced(f"{name}, {given} and {name}")


def unspaced(text: str) -> str:
    """Return *text* without white space, which the reader of TeX takes freely."""
    return "".join(text.split())


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_hostile_wikitext(title: str, name: str, given: str, basis: str) -> None:
    """Any text is read back from the template as it was, and is one template."""
    known = hostile(title, name, given, basis)
    node = template(wikipedia.reference(known))
    assert value(node, "title") == title
    assert value(node, "newspaper") == given
    assert value(node, "trans-title") == basis
    assert (value(node, "last1"), value(node, "first1")) == (name, given)
    cited = placed("wikipedia", wikipedia.place(known), basis, 3)
    note = template(cited)
    assert (str(note.tag), len(note.contents.nodes)) == ("ref", 1)
    assert value(note.contents.nodes[0], "at") == f'"{basis}", para. 3 of {name}'
