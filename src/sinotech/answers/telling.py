"""The commands that tell of the tool itself: fields, schemas, help, version."""

from sinotech import __version__
from sinotech.answers.answer import Answer
from sinotech.errors import SinotechError, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from sinotech.answers.grammar import Command


def _named(command: str) -> "Command":
    """Return the command of that name.

    Raises UsageError if there is none, or it answers nothing that has fields.
    """
    from sinotech.answers.commands import BY_NAME

    if command not in BY_NAME:
        known = ", ".join(BY_NAME)
        raise UsageError(f"there is no command {command!r}", f"there are: {known}")
    if not BY_NAME[command].shape:
        message = f"{command} serves another program, and has no fields"
        raise UsageError(message, f"see sinotech {command} --help")
    return BY_NAME[command]


def fields(*, command: str | None, section: str | None) -> Answer:
    """Answer with the fields that --fields selects for *command*."""
    from sinotech.answers.commands import BY_NAME

    if command is None:
        known = ", ".join(BY_NAME)
        raise UsageError("COMMAND is missing", f"name one of: {known}")
    from sinotech.answers.rows import row_kind
    from sinotech.schema.paths import fields_of

    kind = row_kind(Answer(_named(command).shape, None), section)
    return Answer("fields@1", [field.row() for field in fields_of(kind)])


def schema(*, command_: str | None) -> Answer:
    """Answer with the JSON Schema of what a command answers, or with all their ids."""
    from sinotech.schema.envelope import schema_of

    shapes = described()
    if command_ is None:
        data = [
            {"command": name, "schema": f"sinotech/{shape}", "about": about}
            for name, (shape, _, about) in shapes.items()
        ]
        return Answer("schema@1", data)
    if command_ not in shapes:
        _named(command_)
    return Answer("schema@1", schema_of(*shapes[command_]))


def described() -> dict[str, tuple[str, str, str]]:
    """Return the id of each command's schema, its data, and what it is, by command.

    ``rows`` is no command but what any becomes with --fields or --section.
    """
    from sinotech.answers.commands import COMMANDS
    from sinotech.schema.envelope import ROWS

    shapes = {
        one.name: (one.shape, one.data, one.help) for one in COMMANDS if one.shape
    }
    return {**shapes, "rows": ROWS}


def help_(*, topic: str | None) -> Answer:
    """Answer with a topic, or a command's own words; or with the topics there are."""
    from sinotech.answers.commands import BY_NAME
    from sinotech.answers.topics import BY_TOPIC, TOPICS

    if topic is None:
        data = [{"topic": one.name, "about": one.about} for one in TOPICS]
        return Answer("help@1", data)
    if topic in BY_NAME:
        return Answer("help@1", _words(BY_NAME[topic]))
    if topic not in BY_TOPIC:
        known = f"there are: {', '.join(BY_TOPIC)}, and every command"
        raise UsageError(f"there is no topic {topic!r}", known)
    return Answer("help@1", BY_TOPIC[topic].as_json())


def _words(command: "Command") -> "dict[str, Any]":
    """Return the arguments and options of *command* as a topic."""
    entries = [
        {
            "term": ", ".join(getattr(one, "flags", [one.metavar])),
            "meaning": one.help,
        }
        for one in command.parameters
    ]
    more = f"sinotech {command.name} --help"
    return {
        "topic": command.name,
        "about": command.help,
        "text": [more],
        "entries": entries,
    }


def version() -> Answer:
    """Answer with the versions of the tool, its records and what it runs on."""
    import sqlite3
    import sys
    from contextlib import closing

    from sinotech.query.records import find_origin
    from sinotech.store import SCHEMA, Wall, open_store

    notices: tuple[str, ...] = ()
    try:
        with closing(open_store()) as store, Wall(store):
            records = find_origin(store)
    except SinotechError as error:
        records, notices = None, (str(error),)
    data = {
        "tool": "sinotech",
        "version": __version__,
        "records": records,
        "database_schema": SCHEMA,
        "python": ".".join(map(str, sys.version_info[:3])),
        "sqlite": sqlite3.sqlite_version,
    }
    return Answer("version@1", data, notices=notices)
