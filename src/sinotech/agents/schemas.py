"""JSON Schemas of what tools take and return, and a check of what they are given."""

from sinotech.agents.profile_pages import SECTIONS
from sinotech.errors import quoted
from sinotech.guidance import MEANINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Schema = dict[str, Any]

CLAIM, PASSAGE, WORDS = 1_000, 20_000, 500
"""Characters of the longest claim, passage and words that are taken. A sentence of news
has 150 to 300; a passage of that length, some 130 sentences."""

MOST = 100
"""Rows that can be asked for at once; fewer fit."""

_OFFSET: "Schema" = {
    "type": "integer",
    "minimum": 0,
    "description": "Rows to pass over.",
}
_LIMIT: "Schema" = {"type": "integer", "minimum": 1, "maximum": MOST}
PAGE: "Schema" = {"offset": _OFFSET, "limit": _LIMIT}
"""The parameters of tools that answer with pages."""

_STRINGS = {"type": "array", "items": {"type": "string"}}
_TEXT_OR_NONE = {"type": ["string", "null"]}
_VERDICT = {"enum": list(MEANINGS)}
_CONFIDENCE = {"enum": ["certain", "likely", None]}


def text(about: str, most: int = WORDS) -> "Schema":
    """Return the schema of a text of at most *most* characters."""
    return {
        "type": "string",
        "minLength": 1,
        "maxLength": most,
        "description": about,
    }


def taken(*required: str, **properties: "Schema") -> "Schema":
    """Return the schema of arguments, some of them *required*."""
    schema: Schema = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    return {**schema, "additionalProperties": False}


SECTION: "Schema" = {"enum": list(SECTIONS)}
"""The parameter that chooses a section of a profile."""

_CITATION: "Schema" = {
    "type": "object",
    "properties": {
        "source": {"type": "string"},
        "label": {"type": "string"},
        "find": _TEXT_OR_NONE,
        "link": _TEXT_OR_NONE,
    },
    "required": ["source", "label", "find", "link"],
}

_ROW: "Schema" = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "kind": {"type": "string"},
        "says": {"type": "string"},
        "standing": {"enum": ["article", "corroborating", None]},
        "disputed_by": _STRINGS,
        "citations": {"type": "array", "items": _CITATION},
    },
    "required": ["id", "kind", "says", "standing", "disputed_by", "citations"],
}

_SENTENCE: "Schema" = {
    "type": "object",
    "properties": {
        "sentence": {"type": "string"},
        "code": {"type": "string"},
        "verdict": {"enum": [*MEANINGS, None]},
        "confidence": _CONFIDENCE,
        "message": {"type": "string"},
        "disputed_by": _STRINGS,
        "records": {"type": "array", "items": _ROW},
    },
    "required": ["sentence", "code", "verdict", "message", "disputed_by", "records"],
}

_PART: "Schema" = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "verdict": _VERDICT,
        "confidence": _CONFIDENCE,
        "rule": _TEXT_OR_NONE,
        "reasons": _STRINGS,
        "notes": _STRINGS,
    },
    "required": ["text", "verdict", "confidence", "rule", "reasons", "notes"],
}

JUDGED: "Schema" = {
    "claim": {"type": "string"},
    "verdict": _VERDICT,
    "confidence": _CONFIDENCE,
    "means": {"type": "string"},
    "parts": {"type": "array", "items": _PART},
}
"""What ``cite`` returns besides rows."""

FIELDS: "Schema" = {"fields": {"type": "object"}}
"""What ``show`` returns besides rows."""


def returned(head: "Schema | None" = None, *, of: "Schema" = _ROW) -> "Schema":
    """Return the schema of an answer with a *head* and rows *of* a shape."""
    properties = {
        **(head or {}),
        "rows": {"type": "array", "items": of},
        "offset": {"type": "integer"},
        "total": {"type": "integer"},
        "more": _TEXT_OR_NONE,
        "disputes": {"type": "object", "additionalProperties": {"type": "string"}},
        "notices": _STRINGS,
    }
    return {"type": "object", "properties": properties, "required": list(properties)}


SENTENCES = returned({"as_of": _TEXT_OR_NONE}, of=_SENTENCE)
"""What ``check`` returns."""

_TYPES = {"string": str, "integer": int}
_NAMES = {"string": "a string", "integer": "a whole number"}


def mistakes(schema: "Schema", arguments: "Schema") -> list[str]:
    """Return what is wrong with *arguments*, each with its remedy; nothing if all fits.

    Reads no more of JSON Schema than our tools use.
    """
    known = schema["properties"]
    required = schema.get("required", ())
    found = [f"{name} is missing" for name in required if arguments.get(name) is None]
    for name, value in arguments.items():
        if name not in known:
            found.append(f"there is no argument {quoted(name)}")
        elif value is not None and (wrong := _mistake(known[name], value)):
            found.append(f"{name} {wrong}")
    if found:
        told = (f"{name} (required)" if name in required else name for name in known)
        found.append(f"arguments: {', '.join(told) or 'none'}")
    return found


def _mistake(schema: "Schema", value: "Any") -> str:  # noqa: ANN401  # JSON of any shape
    """Return what is wrong with the *value* of an argument; nothing if it fits."""
    if "enum" in schema:
        one_of = ", ".join(schema["enum"])
        return "" if value in schema["enum"] else f"must be one of {one_of}"
    if not isinstance(value, _TYPES[schema["type"]]) or isinstance(value, bool):
        return f"must be {_NAMES[schema['type']]}"
    if isinstance(value, str):
        if not value.strip():
            return "is empty"
        most = schema["maxLength"]
        wrong = f"has {len(value):,} characters, over {most:,}"
        return wrong if len(value) > most else ""
    least, most = schema["minimum"], schema.get("maximum")
    if value < least:
        return f"must be at least {least}"
    return f"must be at most {most}" if most and value > most else ""
