"""What the documents of each kind hold, as JSON Schema: names, types, meanings.

Derived from the fields that the model declares, and from the meanings that
:mod:`sinotech.schema.columns` gives; what a document has besides is said here. Loaded
by what tells of answers, never by a look-up.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sinotech.fieldspec import FieldSpec, Use
from sinotech.model import (
    SECTIONS,
    Author,
    Citation,
    Inference,
    Member,
    Name,
    Part,
    Participant,
    Source,
    Step,
    Text,
    field_specs,
    kind_of,
    used,
)
from sinotech.schema.columns import FIELDS

Schema = dict[str, Any]

KINDS: Mapping[str, type[Part]] = {kind_of(cls): cls for cls in SECTIONS.values()}
"""The kinds of record, and the class that declares each."""

_D = r"(\d{4}|\d{3}X|\d{2}XX)(-\d{2}(-\d{2})?)?[?~%]?"
TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer", "minimum": 0}
ID: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
DATE: Schema = {"type": "string", "pattern": rf"^(\.\.|{_D})(/(\.\.|{_D}))?$"}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
KIND: Schema = {"type": "string", "enum": list(KINDS)}
COUNTS: Schema = {"type": "object", "additionalProperties": WHOLE}
"""How many, by kind."""


def listed(items: Schema) -> Schema:
    """Return the schema of a list of *items*."""
    return {"type": "array", "items": items}


def or_none(schema: Schema) -> Schema:
    """Return *schema* with null allowed."""
    if "$ref" in schema or "anyOf" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    choices = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [*kinds, "null"], **choices}


def ref(name: str, *required: str) -> Schema:
    """Return a reference to a definition, whose fields *required* are there too."""
    return {"$ref": f"#/$defs/{name}"} | (
        {"required": list(required)} if required else {}
    )


def an_object(
    properties: Mapping[str, Schema],
    *,
    optional: Iterable[str] = (),
    closed: bool = False,
) -> Schema:
    """Return an object's schema; a *closed* one will never have other fields."""
    left = frozenset(optional)
    return {
        "type": "object",
        "properties": dict(properties),
        "required": [name for name in properties if name not in left],
        "additionalProperties": not closed,
    }


def told(schema: Schema, meaning: str) -> Schema:
    """Return *schema* with its meaning, unless there is none to give."""
    return {**schema, "description": meaning} if meaning else schema


def all_told(kind: str, properties: Mapping[str, Schema]) -> dict[str, Schema]:
    """Return *properties*, each with the meaning that it has for a *kind* of row."""
    meanings = dict(FIELDS[kind])
    return {name: told(one, meanings.get(name, "")) for name, one in properties.items()}


def definitions() -> dict[str, Schema]:
    """Return the schema of every kind of record, and of the parts that they share."""
    return {
        **{kind: _record(kind) for kind in KINDS},
        "record": {"anyOf": [ref(kind) for kind in KINDS]},
        "citation": an_object(_cited(), optional=("styled",)),
        "named": an_object(_NAMED, closed=True),
        "member": an_object(_properties(Member)),
        "participant": an_object(_properties(Participant)),
        "step": an_object(_properties(Step)),
        "side": an_object(all_told("record", _side())),
        "brief": _brief(),
    }


_NAMED = {
    "id": told(ID, "its id"),
    "kind": told(KIND, "what kind of record it is"),
    "name": told(TEXT, "its name"),
}
"""A record that another refers to."""


def _record(kind: str) -> Schema:
    """Return the schema of a record's document, fields in their order."""
    head = {
        "id": ID,
        "kind": {"type": "string", "const": kind},
        "standing": told(
            or_none(_standing()), "article, or corroborating; null if none"
        ),
    }
    own = _properties(KINDS[kind], used(KINDS[kind], Use.ELSEWHERE)) | _BESIDES.get(
        kind, {}
    )
    tail = {
        "conflicts": told(listed(ID), "ids of the conflicts about it"),
        "notes": told(listed(TEXT), "what a reader must know besides"),
        "citations": _CITATIONS,
    }
    here = {name: one for name, one in _only_here(kind).items() if name not in own}
    properties = all_told(kind, {**head, **own, **tail, **here})
    return an_object(properties, optional=here)


_CITATIONS = told(listed(ref("citation")), "where it is written")

_BESIDES: dict[str, dict[str, Schema]] = {
    "source": {"reference": TEXT},
    "country": {"iso2": {"type": "string", "pattern": "^[A-Z]{2}$"}},
    "conflict": {"sides": told(listed(ref("side")), "each of these records in a line")},
}
"""Fields of documents that the records themselves do not declare."""


_COUNTED = frozenset("country group program organization person measure".split())
"""Kinds whose lists say what is held about each."""


def _only_here(kind: str) -> dict[str, Schema]:
    """Return the fields that a document has in some answers only."""
    found: dict[str, Schema] = {
        "role": told(TEXT, "the role of what was asked for (only in profiles)"),
        "snippet": told(TEXT, "the words that matched, marked (only in search)"),
        "score": told({"type": "number"}, "how much they share (only in related)"),
        "shares": told(listed(TEXT), "what both are about (only in related)"),
    }
    if kind in _COUNTED:
        found["held"] = told(COUNTS, "records about it, by kind (only in lists)")
    if kind == "source":
        found["styled"] = told(TEXT, "its reference (only with --style)")
        found["cited"] = told(WHOLE, "citations that point to it (only in lists)")
        found["cited_for"] = told(
            listed(ref("record")), "records that are cited from it (source and show)"
        )
    if kind == "figure":
        found["measure_record"] = told(
            ref("measure"), "the measure itself (figure and show)"
        )
        found["as_of_start"] = found["as_of_end"] = or_none(DAY)
    if kind == "event":
        found["earliest"] = told(DAY, "first day it may be of (only in timelines)")
        found["latest"] = told(DAY, "last day it may be of (only in timelines)")
    return found


def _properties(part: type[Part], skipped: Iterable[str] = ()) -> dict[str, Schema]:
    """Return the schema of each field that *part* declares, as documents hold it."""
    properties: dict[str, Schema] = {}
    for name, form in field_specs(part).items():
        if name in skipped:
            continue
        if form.of == "part":
            properties |= _nested(name, form)
        else:
            properties[name] = told(_of_form(name, form), form.meaning)
    return properties


def _nested(name: str, form: FieldSpec) -> dict[str, Schema]:  # noqa: PLR0911
    """Return what a field of nested parts is in a document; some are simpler there."""
    texts = told(listed(TEXT), form.meaning)
    if form.to is Citation:
        return {"citations": _CITATIONS}
    if form.to is Name and name == "labels":
        label = an_object(
            {
                "name": told(TEXT, "a name of what is counted"),
                "lang": told(TEXT, "its language: en, zh, es, pt, fr"),
            }
        )
        return {name: told(listed(label), form.meaning)}
    if form.to is Name:
        return {name: texts, f"{name}_ours": texts}
    if form.to is Author:
        return {name: texts}
    if form.to is Inference:
        basis = {"type": "object", "additionalProperties": TEXT}
        return {name: told(basis, form.meaning)}
    if form.to is Text:
        return {"file": told(or_none(TEXT), form.meaning)}
    return {name: told(listed(ref(kind_of(form.to))), form.meaning)}


def _of_form(name: str, form: FieldSpec) -> Schema:
    """Return what a field that *form* describes is in a document."""
    if form.of == "ref" and (form.many or form.uses & Use.BY_ID):
        plain = ID if name != "countries" else {"type": "string", "pattern": "^[A-Z]+$"}
    elif form.of == "ref":
        plain = ref("named")
    elif form.of == "choice":
        plain = {"type": "string", "enum": list(form.to)}
    else:
        plain = {"date": DATE, "number": {"type": "number"}, "count": WHOLE}.get(
            form.of, TEXT
        )
    if form.many:
        return listed(plain)
    known = form.required or form.default is not None or form.uses & Use.FILLED
    return plain if known else or_none(plain)


def _cited() -> dict[str, Schema]:
    """Return the fields of a citation, with the meanings that figures give them."""
    meanings = dict(FIELDS["figure"])
    properties = _properties(Citation) | {
        "label": TEXT,
        "link": or_none(TEXT),
        "styled": or_none(TEXT),
    }
    return {
        name: told(one, meanings[f"citations.{name}"])
        for name, one in properties.items()
    }


def _side() -> dict[str, Schema]:
    """Return the fields of a side of a conflict."""
    named = {"id": ID, "kind": KIND, "title": TEXT, "date": or_none(DATE)}
    return {**named, "standing": _standing(), "citations": _CITATIONS}


def _standing() -> Schema:
    form = field_specs(Source)["standing"]
    return told({"type": "string", "enum": list(form.to)}, form.meaning)


def _brief() -> Schema:
    """Return the schema of a source as the list of sources in an envelope gives it."""
    source = _record("source")["properties"]
    names = "id title authors publisher published url file short standing inferred "
    names += "reference defects"
    properties = {name: source[name] for name in (*names.split(), "styled")}
    return an_object(properties | {"kind": source["type"]}, optional=("styled",))
