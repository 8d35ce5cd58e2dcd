"""What every command answers as JSON, as JSON Schema (2020-12).

A schema is known by its id, such as ``country@1``. Fields may be added to what it
describes; what is there already changes only under another number after the ``@``.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from sinotech.kinds import PROFILES
from sinotech.query.records import PROFILE_SECTIONS
from sinotech.schema.findings import checked
from sinotech.schema.shapes import (
    COUNTS,
    ID,
    KIND,
    SHA256,
    TEXT,
    WHOLE,
    Schema,
    all_told,
    an_object,
    definitions,
    listed,
    or_none,
    ref,
    told,
)
from sinotech.schema.verdicts import judged

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ROWS = ("rows@1", "object[]?", "Any answer of which --fields or --section chose.")
"""The schema of any answer whose fields were chosen with --fields or --section: its id,
what it holds, and what it is about."""

_METHODS = ("id", "code", "exact", "alias", "folded", "typo")


def schema_of(shape: str, data: str, about: str) -> Schema:
    """Return the whole schema of *shape*, such as ``country@1``, and what it is about.

    *data* is what such answers hold, as commands declare it. Raises KeyError if there
    is no such thing.
    """
    known = everything()
    envelope = _envelope(shape, data_of(data))
    return {
        "$schema": DIALECT,
        "$id": f"urn:sinotech:{shape}",
        "title": f"sinotech/{shape}",
        "description": about,
        **envelope,
        "$defs": {name: known[name] for name in _reached(envelope, known)},
    }


@cache
def everything() -> Mapping[str, Schema]:
    """Return the definitions of all that answers hold, by name.

    They are made once (three milliseconds), though each field of ``--fields`` is looked
    up in them; nobody may change them.
    """
    return definitions() | _profiles() | _others()


def data_of(data: str) -> Schema:
    """Return the schema of *data*, as commands declare what their answers hold.

    >>> data_of("figure[]")
    {'type': 'array', 'items': {'$ref': '#/$defs/figure'}}
    >>> data_of("build?")
    {'anyOf': [{'$ref': '#/$defs/build'}, {'type': 'null'}]}
    """
    several = [_one_of(one) for one in data.split(" | ")]
    return several[0] if len(several) == 1 else {"anyOf": several}


def _one_of(data: str) -> Schema:
    """Return the schema of one of the things that *data* may be."""
    form, *required = data.split()
    name = form.rstrip("[]?")
    schema = _WHOLE.get(name) or ref(name, *required)
    if "[]" in form:
        schema = listed(schema)
    return or_none(schema) if form.endswith("?") else schema


_WHOLE: dict[str, Schema] = {"$schema": {"$ref": DIALECT}, "object": {"type": "object"}}
"""What data may be that is no definition of ours."""


def _envelope(shape: str, data: Schema) -> Schema:
    return an_object(
        {
            "schema": {"const": f"sinotech/{shape}"},
            "data": data,
            "citations": listed(ref("brief")),
            "meta": ref("meta"),
        },
        closed=True,
    )


def _reached(schema: Schema, known: Mapping[str, Schema]) -> list[str]:
    """Return the names of the definitions that *schema* needs, in their order."""
    found: set[str] = set()
    left = [schema]
    while left:
        for name in _refs(left.pop()):
            if name not in found:
                found.add(name)
                left.append(known[name])
    return [name for name in known if name in found]


def _refs(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        target = schema.get("$ref", "")
        if target.startswith("#/"):
            yield target.removeprefix("#/$defs/")
        for one in schema.values():
            yield from _refs(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _refs(one)


def _profiles() -> dict[str, Schema]:
    """Return the schemas of profiles, and of profiles side by side."""
    sections = {name: listed(ref(kind)) for name, kind in PROFILE_SECTIONS.items()}
    parts = {
        "participants": listed(ref("participant")),
        "children": sections["programs"],
    }
    notes = {"notes": listed(TEXT)}
    found = {}
    for kind in PROFILES:
        more = parts if kind == "program" else {}
        found[f"{kind}_profile"] = an_object(
            {kind: ref(kind), **more, **sections, **notes}
        )
    found["compared"] = an_object({"record": ref("record"), **sections})
    found["comparison"] = an_object(
        {
            "items": listed(ref("compared")),
            "common": an_object({name: listed(ID) for name in sections}),
        }
    )
    return found


def _others() -> dict[str, Schema]:
    """Return the schemas of what is no record: findings, counts, fields, meta."""
    one_series = {"label": TEXT, "scope": or_none(TEXT), "unit": TEXT}
    return {
        "series": an_object({**one_series, "figures": listed(ref("figure"))}),
        "measure_series": an_object(
            {"measure": ref("measure"), "series": listed(ref("series"))}
        ),
        **judged(),
        **checked(),
        **{name: an_object(all_told(name, row)) for name, row in _PLAIN.items()},
        **_differing(),
        "coverage": an_object(
            {"counts": listed(ref("count")), "untouched": listed(ref("untouched"))},
            optional=["untouched"],
        ),
        "resolved": an_object(
            {
                "input": TEXT,
                "id": or_none(ID),
                "method": {"enum": [*_METHODS, None]},
                "notice": or_none(TEXT),
                "candidates": listed(ref("named")),
            }
        ),
        "origin": an_object(_ORIGIN, closed=True),
        "extent": an_object(_EXTENT),
        "help": _help(),
        "meta": _meta(),
    }


def _differing() -> dict[str, Schema]:
    """Return the schemas of what differs between two record sets."""
    change = {
        "change": {"enum": ["added", "removed", "changed"]},
        "id": ID,
        "kind": KIND,
        "title": TEXT,
        "field": or_none(TEXT),
        "old": _ANYTHING,
        "new": _ANYTHING,
    }
    cited = {"citations": told(listed(ref("citation")), "where it is written")}
    counts = {
        what: told(WHOLE, f"records that were {what}")
        for what in ("added", "removed", "changed")
    }
    return {
        "change": an_object({**all_told("change", change), **cited}),
        "difference": an_object(
            {
                "old": told(ref("origin"), "the record set before"),
                "new": told(ref("origin"), "the record set after"),
                **counts,
                "changes": listed(ref("change")),
            }
        ),
    }


_ANYTHING: Schema = {"type": ["string", "number", "array", "object", "null"]}
"""What a field of a record may hold, or nothing."""


def _help() -> Schema:
    """Return the schema of what help says."""
    return an_object(
        {
            "topic": TEXT,
            "about": TEXT,
            "text": listed(TEXT),
            "entries": listed(ref("entry")),
        }
    )


def _meta() -> Schema:
    """Return the schema of what every answer says of itself."""
    return an_object(
        {
            "tool": TEXT,
            "records": or_none(ref("origin")),
            "resolved": or_none(ref("resolved")),
            "warnings": listed(TEXT),
            "conflicts": listed(ref("conflict")),
            "pages": told(
                {"type": "object", "additionalProperties": ref("extent")}, _PAGES
            ),
            "input": TEXT,
            "rows_of": TEXT,
        },
        optional=["input", "rows_of"],
    )


_PAGES = (
    "what is shown of each list in the data that is not whole: of a section under its "
    "name, of statements under facts, plans and opinions, in a comparison after the id "
    "of the thing and a dot, of a search under records, of what is cited from a source "
    "under cited_for, of a series under figures"
)

_EXTENT = {
    "total": told(WHOLE, "how many there are"),
    "exact": told({"type": "boolean"}, "false if there are more than the total"),
    "offset": told(WHOLE, "how many were passed over"),
    "shown": told(
        WHOLE, "how many follow; conflicts about other records shown come besides"
    ),
}

_ORIGIN = {
    "name": told(TEXT, "name of the record set"),
    "version": told(TEXT, "its version"),
    "sha256": told(SHA256, "hash of the record files"),
}

_PLAIN: dict[str, dict[str, Schema]] = {
    "finding": {
        "file": TEXT,
        "line": WHOLE,
        "code": {"type": "string", "pattern": r"^[EW]\d{3}$"},
        "message": TEXT,
    },
    "count": {
        "by": {"enum": ["kind", "source", "country", "program", "year"]},
        "of": TEXT,
        "title": TEXT,
        "kind": KIND,
        "records": WHOLE,
    },
    "untouched": {
        "source": TEXT,
        "paragraph": WHOLE,
        "kind": {"enum": ["number", "name", "line"]},
        "text": TEXT,
        "context": TEXT,
    },
    "exported": {
        "directory": TEXT,
        "format": {"enum": ["csv", "sqlite", "parquet", "jsonl"]},
        "files": WHOLE,
        "tables": COUNTS,
        "records": ref("origin"),
    },
    "build": {"database": TEXT, "records": COUNTS, "sha256": SHA256},
    "field": {
        "field": TEXT,
        "type": TEXT,
        "column": {"type": "boolean"},
        "meaning": TEXT,
    },
    "topic": {"topic": TEXT, "about": TEXT},
    "entry": {"term": TEXT, "meaning": TEXT},
    "version": {
        "tool": {"const": "sinotech"},
        "version": TEXT,
        "records": told(or_none(ref("origin")), "the record set; null if not at hand"),
        "database_schema": SHA256,
        "python": TEXT,
        "sqlite": TEXT,
    },
    "document": {"$id": TEXT, "title": TEXT, "description": TEXT},
    "schema": {"command": TEXT, "schema": TEXT, "about": TEXT},
}
"""Rows that are no records."""
