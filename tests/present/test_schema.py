"""The schemas: true of every answer, and kept once they are published."""

import json
import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from command_cases import ASKED, LINES, QUESTIONS, SECTIONS
from conftest import Sinotech
from jsonschema import Draft202012Validator
from paths import DATA

from sinotech.answers.commands import BY_NAME, COMMANDS
from sinotech.answers.rows import sections_of
from sinotech.answers.telling import described
from sinotech.schema.columns import FIELDS
from sinotech.schema.envelope import ROWS, everything, schema_of
from sinotech.schema.paths import fields_of, leads

Schema = dict[str, Any]

SHAPES = {shape: data for shape, data, _ in described().values()}
PUBLISHED = DATA / "published.txt"
CHANGED = """What scripts lean on is no longer so:
{lost}
Additions are allowed, changes are not. Either leave these as they were, or raise the
number after the @ of every schema that holds them ({holders}), in the Answer and
in answers/commands.py, say so in the CHANGELOG, and run pytest --accept.
"""
ADDED = """New in the schemas, and from now on leaned on; if it is meant to stay, run
pytest --accept:
{new}"""


def closed(schema: Any) -> Any:  # noqa: ANN401
    """Return *schema* with no additions allowed, so that what it leaves out is seen."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(value) for key, value in schema.items()}
    if "properties" in found and found.get("type") == "object":
        found["additionalProperties"] = False
    return found


@cache
def validator(shape: str) -> Draft202012Validator:
    """Return what judges answers of *shape*."""
    return Draft202012Validator(closed(schema_of(shape, SHAPES[shape], "")))


def judged(out: str) -> Schema:
    """Return an envelope that is what its own schema says. Raises ValidationError."""
    envelope: Schema = json.loads(out)
    validator(envelope["schema"].removeprefix("sinotech/")).validate(envelope)
    return envelope


def test_every_command_is_asked() -> None:
    """No command goes untested, and every batch has lines."""
    assert set(ASKED) == {command.name for command in COMMANDS if command.shape}
    assert set(LINES) == {command.name for command in COMMANDS if command.batch}


@pytest.mark.parametrize("shape", SHAPES)
def test_schemas_are_schemas(shape: str) -> None:
    """Each schema is itself valid, and every reference in it leads somewhere."""
    schema = schema_of(shape, SHAPES[shape], "")
    Draft202012Validator.check_schema(schema)
    assert list(validator(shape).iter_errors({}))


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_an_answer_is_what_its_schema_says(ask: Sinotech, question: list[str]) -> None:
    """For none, one or several found, the envelope is valid, nothing undeclared."""
    envelope = judged(ask(*question, "--json").out)
    assert envelope["schema"] == f"sinotech/{BY_NAME[question[0]].shape}"


@pytest.mark.parametrize("command", LINES)
def test_batches_are_what_their_schema_says(ask: Sinotech, command: str) -> None:
    """Each line of a batch is a valid envelope of the same schema."""
    stdin = "\n".join(LINES[command]).encode() + b"\n"
    lines = ask(command, "-", "--json", stdin=stdin).out.splitlines()
    assert len(lines) == len(LINES[command])
    for asked, line in zip(LINES[command], lines, strict=True):
        envelope = judged(line)
        assert envelope["schema"] == f"sinotech/{BY_NAME[command].shape}"
        assert envelope["meta"]["input"] == asked


@pytest.mark.parametrize("command", SECTIONS)
def test_what_was_chosen_says_so(ask: Sinotech, command: str) -> None:
    """Chosen fields or sections are rows, and never pass for the whole answer."""
    shape = BY_NAME[command].shape
    for section in sections_of(shape.partition("@")[0]):
        argv = [command, SECTIONS[command], "--json", "--section", section]
        envelope = judged(ask(*argv).out)
        assert envelope["schema"] == f"sinotech/{ROWS[0]}"
        assert envelope["meta"]["rows_of"] == f"sinotech/{shape}"


def test_every_record_is_what_its_schema_says(real: sqlite3.Connection) -> None:
    """All documents of the record set are valid, with nothing undeclared."""
    known = closed(everything())
    judges = {
        kind: Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": known})
        for (kind,) in real.execute("SELECT DISTINCT kind FROM record")
    }
    for kind, doc in real.execute("SELECT kind, doc FROM record"):
        judges[kind].validate(json.loads(doc))


@pytest.mark.parametrize("kind", FIELDS)
def test_every_column_is_declared(kind: str) -> None:
    """Each column leads somewhere; each field has a type and a meaning."""
    for path, _ in FIELDS[kind]:
        assert leads(kind, path), path
    for field in fields_of(kind):
        row = field.row()
        assert row["type"]
        assert row["meaning"]


def required(schema: Schema, path: str) -> Iterator[str]:
    """Yield a line for each promise that *schema* makes under *path*."""
    told = {"type", "enum", "const", "pattern", "$ref"} & set(schema)
    words = " ".join(
        f"{key}={json.dumps(schema[key], ensure_ascii=False)}" for key in sorted(told)
    )
    yield f"{path}: {words}".rstrip(": ")
    for name in schema.get("required", ()):
        if name in schema.get("properties", {}):
            yield from required(schema["properties"][name], f"{path}.{name}")
        else:
            yield f"{path}.{name} is there"
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from required(schema[key], f"{path}[]")
    for one in schema.get("anyOf", ()):
        yield from required(one, f"{path}|")


def promised() -> list[str]:
    """Return all that the schemas promise: each answer's data, then what it holds."""
    lines = [
        line
        for shape in SHAPES
        for line in required(
            schema_of(shape, SHAPES[shape], "")["properties"]["data"], shape
        )
    ]
    for name, schema in everything().items():
        lines += required(schema, name)
    return lines


def holders(lost: list[str]) -> str:
    """Return the ids of the schemas that hold any of the definitions of *lost*."""
    names = {line.split(":")[0].split(".")[0].rstrip("[]|") for line in lost}
    return ", ".join(
        shape
        for shape in SHAPES
        if names & {shape, *schema_of(shape, SHAPES[shape], "").get("$defs", ())}
    )


def test_what_is_published_is_kept(request: pytest.FixtureRequest) -> None:
    """Nothing that a schema promised is gone or changed under the same number."""
    now = promised()
    if request.config.getoption("--accept"):
        PUBLISHED.write_text("".join(f"{line}\n" for line in now), encoding="utf-8")
    then = PUBLISHED.read_text(encoding="utf-8").splitlines()
    lost = [line for line in then if line not in now]
    assert not lost, CHANGED.format(lost="\n".join(lost), holders=holders(lost))
    new = [line for line in now if line not in then]
    assert not new, ADDED.format(new="\n".join(new))
