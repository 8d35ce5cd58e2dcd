"""The tables of an export, each declared once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sinotech.export.columns import (
    Column,
    Document,
    Field,
    Row,
    columns_of,
    declared,
    flag,
    plain,
    reference,
    values_of,
    whole,
    year,
)
from sinotech.fieldspec import FieldSpec
from sinotech.kinds import ANY_KIND, KINDS, line_of
from sinotech.model import (
    Citation,
    Conflict,
    Country,
    Event,
    Figure,
    Group,
    Measure,
    Name,
    Organization,
    Part,
    Person,
    Program,
    Record,
    Source,
    Statement,
    Text,
    field_specs,
    kind_of,
)
from sinotech.rawjson import load, own_citations

_POSITION = Column("position", "integer", "its place among them, from 1", required=True)

_LANGUAGE = {"language": "its language: en, zh…", "lang": "its language: en, zh…"}
_FILLED: Mapping[type[Part], Mapping[str, str]] = {
    Source: _LANGUAGE,
    Name: _LANGUAGE,
    Figure: {
        "label": "what it counts: its own label, or else the measure's",
        "unit": "its own unit, or else the measure's",
    },
}
"""What fields mean that documents fill in where the records leave them out."""

_STANDINGS = tuple(field_specs(Source)["standing"].to)
_STANDING = "article, or corroborating if no article states it; empty if nothing cited"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the store has it, with rows of another table *beside* it.

    *doc* is empty where a table needs none.
    """

    id: str
    kind: str
    doc: Document
    beside: tuple[tuple[Any, ...], ...] = ()


Items = Callable[[Entry], Iterable[Document]]
"""What becomes a row each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: what it holds, its columns and key, and where its rows come from.

    Of each record of *kinds*, the *items* become rows. A row begins with the *owner*,
    the record's id, and its place, if the rows are *numbered*. *beside* asks for rows
    of another table by a record's number, id and kind. A record whose document holds
    the text *empty* has no rows; where *reads_doc* is not so, none is read.
    """

    name: str
    holds: str
    kinds: tuple[str, ...]
    owner: Column
    fields: tuple[Field, ...]
    items: Items
    key: tuple[str, ...]
    numbered: bool = True
    beside: str = ""
    reads_doc: bool = True
    empty: str = ""
    columns: tuple[Column, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put its columns together."""
        own = (self.owner, _POSITION) if self.numbered else (self.owner,)
        object.__setattr__(self, "columns", (*own, *columns_of(self.fields)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    def rows(self, entry: Entry) -> Iterator[Row]:
        """Yield the rows of a record."""
        for position, item in enumerate(self.items(entry), 1):
            own = (entry.id, position) if self.numbered else (entry.id,)
            yield *own, *values_of(item, self.fields)


def _record(
    of: type[Record], names: str, *more: Field, first: tuple[Field, ...] = ()
) -> Table:
    """Return the table of a kind of record, with a row for each."""
    kind = kind_of(of)
    return Table(
        name=KINDS[kind],
        holds=(of.__doc__ or "").partition("\n")[0],
        kinds=(kind,),
        owner=Column("id", "text", "its id", required=True, to="records"),
        fields=(*first, *declared(of, names, _FILLED.get(of, {})), *more),
        items=lambda entry: (entry.doc,),
        key=("id",),
        numbered=False,
    )


def _owner(of: type[Record] | None) -> Column:
    """Return the column of the record of a kind, or of any, that a row is of."""
    kind = kind_of(of) if of else "record"
    to = KINDS[kind] if of else "records"
    return Column(f"{kind}_id", "text", f"the {kind}", required=True, to=to)


def _parts(
    name: str,
    of: type[Record],
    key: str,
    names: str,
    items: Items | None = None,
    beside: str = "",
) -> Table:
    """Return the table of the nested parts that a field *key* holds, in their order.

    They are *items*, where a document has them otherwise than the record.
    """
    owner, form = _owner(of), field_specs(of)[key]
    return Table(
        name=name,
        holds=_sentence(form.meaning),
        kinds=(kind_of(of),),
        owner=owner,
        fields=tuple(declared(form.to, names, _FILLED.get(form.to, {}))),
        items=items or (lambda entry: entry.doc[key]),
        key=(owner.name, "position"),
        beside=beside,
    )


def _texts(name: str, of: type[Record] | None, key: str, column: str) -> Table:
    """Return the table of a field *key* that holds several texts, or ids."""
    owner, form = _owner(of), field_specs(of or Record)[key]
    return Table(
        name=name,
        holds=_sentence(form.meaning),
        kinds=(kind_of(of),) if of else ANY_KIND,
        owner=owner,
        fields=(_one_of(column, form),),
        items=lambda entry: ({column: value} for value in entry.doc[key]),
        key=(owner.name, "position"),
        empty=f'"{key}":[]',
    )


def _one_of(column: str, form: FieldSpec) -> Field:
    if form.of == "ref":
        return reference(column, column, form)
    return plain(column, form.meaning, required=True)


def _sentence(text: str) -> str:
    line = text.partition("\n")[0]
    return f"{line[0].upper()}{line[1:].rstrip('.')}."


def _heads(entry: Entry) -> Iterator[Document]:
    """Yield what every record has."""
    doc = entry.doc
    yield {"kind": entry.kind, "title": line_of(doc), "standing": doc["standing"]}


_RECORDS = Table(
    name="records",
    holds="Every record, of any kind.",
    kinds=ANY_KIND,
    owner=Column("id", "text", "its id, for `sinotech show`", required=True),
    fields=(
        plain("kind", "the kind of record", required=True, choices=ANY_KIND),
        plain("title", "the line that stands for it", required=True),
        plain("standing", _STANDING, choices=_STANDINGS),
    ),
    items=_heads,
    key=("id",),
    numbered=False,
)


def _authors(entry: Entry) -> Iterator[Document]:
    """Yield each author; the parts of a name are those that CSL-JSON has."""
    names = entry.doc["authors"]
    if not names:
        return
    ((item,),) = entry.beside
    for name, parts in zip(names, load(item or "")["author"], strict=True):
        yield {"name": name, "family": parts.get("family"), "given": parts.get("given")}


def _inferences(entry: Entry) -> Iterator[Document]:
    for name, basis in entry.doc["inferred"].items():
        yield {"field": name, "basis": basis}


_NAME_TYPES = ("name", "abbreviation", "alias", "code", "other")
_NAMED = ("country", "group", "program", "organization", "person")


def _names(entry: Entry) -> Iterator[Document]:
    """Yield each name of a record once: those it gives itself, then all others."""
    doc = entry.doc
    ours = set(doc["aliases_ours"])
    found = {doc["name"]: ("name", False)}
    if abbreviation := doc.get("abbreviation"):
        found.setdefault(abbreviation, ("abbreviation", False))
    for alias in doc["aliases"]:
        found.setdefault(alias, ("alias", alias in ours))
    languages: dict[str, str | None] = {}
    for name, method, languages[name] in entry.beside:
        found.setdefault(name, ("code" if method == "code" else "other", True))
    for name, (type_, is_ours) in found.items():
        lang = languages.get(name)
        yield {"name": name, "type": type_, "lang": lang, "ours": is_ours}


_NAMES = Table(
    name="names",
    holds="Every name by which sinotech knows a record.",
    kinds=_NAMED,
    owner=_owner(None),
    fields=(
        plain("name", "the name", required=True),
        plain(
            "type",
            "whether the record gives it as its name, abbreviation or alias; a code is "
            "of ISO 3166, any other of Unicode CLDR or shortened",
            required=True,
            choices=_NAME_TYPES,
        ),
        plain(
            "lang",
            "its language: en, zh…; empty for codes and for most names of Unicode CLDR",
        ),
        flag("ours", field_specs(Name)["ours"].meaning),
    ),
    items=_names,
    key=("record_id", "name"),
    numbered=False,
    beside="SELECT name, method, lang FROM name WHERE target = :id AND kind = :kind "
    "ORDER BY name",
)


def _links(entry: Entry) -> Iterator[Document]:
    yield from ({"target_id": target, "role": role} for target, role in entry.beside)


_LINKS = Table(
    name="links",
    holds="What each record is about, and by way of whom: a pair once.",
    kinds=ANY_KIND,
    owner=_owner(None),
    fields=(
        plain("target_id", "what it is about", required=True, to="records"),
        plain("role", "of the target in the record: speaker, member, host…"),
    ),
    items=_links,
    reads_doc=False,
    key=("record_id", "target_id"),
    numbered=False,
    beside="SELECT target.id, role FROM link "
    "JOIN record AS target ON target.number = link.target "
    "WHERE link.record = :number ORDER BY link.target",
)

_CITED_PARTS = {"members": "member", "participants": "participant", "status": "status"}
"""The fields of parts that have citations of their own."""


def _citations(entry: Entry) -> Iterator[Document]:
    """Yield the citations of a record, then those of its parts."""
    whole_record: Document = {"part": "record", "part_position": None}
    for citation in own_citations(entry.doc):
        yield whole_record | citation
    for key, part in _CITED_PARTS.items():
        for position, item in enumerate(entry.doc.get(key, ()), 1):
            for citation in item["citations"]:
                yield {"part": part, "part_position": position} | citation


_CITATIONS = Table(
    name="citations",
    holds="Where each record is written: a row for each place.",
    kinds=tuple(kind for kind in ANY_KIND if kind != "source"),
    owner=_owner(None),
    fields=(
        plain(
            "part",
            "what of the record is written there: all of it, or a part",
            required=True,
            choices=("record", *_CITED_PARTS.values()),
        ),
        whole("part_position", "the place of that part; empty for the whole record"),
        *declared(Citation, "source section paragraph find"),
        plain("label", "the citation as a footnote prints it", required=True),
        plain("link", "the address of the place, where known"),
    ),
    items=_citations,
    key=("record_id", "position"),
)


TABLES = (
    _RECORDS,
    _record(
        Source,
        "type standing title described short publisher container published url "
        "language held",
        plain("column", field_specs(Source)["column"].meaning, column="rubric"),
        plain("file", field_specs(Text)["file"].meaning),
        plain("reference", "its line in a list of sources", required=True),
    ),
    _parts(
        "source_authors",
        Source,
        "authors",
        "name family given",
        _authors,
        beside="SELECT reference FROM styled "
        "WHERE source = :number AND style = 'csl-json'",
    ),
    _parts("source_inferences", Source, "inferred", "field basis", _inferences),
    _texts("source_defects", Source, "defects", "defect"),
    _texts("source_copies", Source, "also_at", "place"),
    _record(
        Country,
        "name",
        first=(plain("iso2", "ISO 3166 alpha-2 code; NA is Namibia", required=True),),
    ),
    _record(Group, "name type"),
    _parts("group_members", Group, "members", "party since"),
    _record(Program, "name abbreviation type parent summary place"),
    _parts("participants", Program, "participants", "party role"),
    _parts("statuses", Program, "status", "state date note"),
    _record(Organization, "name abbreviation type country parent summary"),
    _record(Person, "name role country organization"),
    _NAMES,
    _record(Measure, "label definition unit scope counting"),
    _parts("measure_labels", Measure, "labels", "name lang"),
    _texts("measure_misreadings", Measure, "misreadings", "misreading"),
    _texts("measure_differences", Measure, "differs_from", "other_id"),
    _record(
        Figure,
        "measure label value low high hedge unit as_written as_of as_of_basis scope "
        "speaker",
        year("as_of"),
    ),
    _record(Event, "type date date_basis what place"),
    _record(Statement, "type text speaker holder date"),
    _LINKS,
    _CITATIONS,
    _record(Conflict, "title cause explanation current"),
    _texts("conflict_records", Conflict, "records", "record_id"),
    _texts("notes", None, "notes", "note"),
)
"""All tables, in the order in which they refer to each other."""
