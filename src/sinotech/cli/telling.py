"""The commands that tell of the commands: fields, schemas."""

from sinotech.errors import UsageError
from sinotech.present.answer import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.cli.grammar import Command


def _named(command: str) -> "Command":
    """Return the command of that name. Raises UsageError if there is none."""
    from sinotech.cli.commands import BY_NAME

    if command not in BY_NAME:
        known = ", ".join(BY_NAME)
        raise UsageError(f"there is no command {command!r}", f"there are: {known}")
    return BY_NAME[command]


def fields(*, command: str | None, section: str | None) -> Answer:
    """Answer with the fields that --fields selects for *command*."""
    from sinotech.cli.commands import BY_NAME

    if command is None:
        known = ", ".join(BY_NAME)
        raise UsageError("COMMAND is missing", f"name one of: {known}")
    from sinotech.present.data import row_kind
    from sinotech.present.paths import fields_of

    kind = row_kind(Answer(_named(command).shape, None), section)
    return Answer("fields@1", [field.row() for field in fields_of(kind)])


def schema(*, command_: str | None) -> Answer:
    """Answer with the JSON Schema of what a command answers, or with all their ids."""
    if command_ is not None:
        from sinotech.present.schema import schema_of

        named = _named(command_)
        return Answer("schema@1", schema_of(named.shape, named.help))
    from sinotech.cli.commands import COMMANDS

    data = [
        {"command": one.name, "schema": f"sinotech/{one.shape}", "about": one.help}
        for one in COMMANDS
    ]
    return Answer("schema@1", data)
