"""The types of :mod:`sinotech.documents`, and :mod:`sinotech.methods`, as source.

The types are made from the schemas, the methods from the commands.
"""

import json
import subprocess
import sys
import textwrap
from typing import Any

from sinotech.answers.commands import COMMANDS
from sinotech.answers.grammar import Argument, Command, Option
from sinotech.answers.options import BATCH, EXIT_CODE, LOOK_UP, PAGES, SECTION
from sinotech.model import SECTIONS, Citation, Member, Participant, Step, kind_of
from sinotech.schema.envelope import everything
from sinotech.schema.shapes import KINDS

Schema = dict[str, Any]

HEAD = '''"""The documents that answers are made of, as types.

Made from the schemas by `pytest --accept`. Imported by type checkers, and by whoever
annotates with it; by no look-up.
"""

from typing import Any, Literal, NotRequired, TypedDict

'''

MEANINGS = {
    "named": "A record that another refers to.",
    "side": "One of the records that disagree, in a line.",
    "brief": "A source, as the list of sources of an answer gives it.",
    "compared": "One of several things compared.",
    "comparison": "Countries, or programs, side by side.",
    "extent": "What is shown of a long list.",
    "series": "The figures of one thing that a measure counts.",
    "measure_series": "A measure over time.",
    "claim": "A claim in one row.",
    "judged": "A claim, judged.",
    "part": "A part of a claim that can be true or false by itself.",
    "quantity": "A number that a claim states.",
    "evidence": "A record that decides a part of a claim, or disputes what does.",
    "near": "A record that is near to a claim, and how it compares.",
    "aspect": "How one aspect of a claim compares with a record.",
    "reading": "How a part of a claim was read.",
    "compared_with": "How a record compares with a part of a claim.",
    "diagnostic": "What was found of a sentence in a draft.",
    "deciding": "A record that decides what is found of a sentence.",
    "check": "What was found in drafts, and what was counted.",
    "statistics": "How many sentences and findings there were.",
    "checked_file": "What was counted in one draft.",
    "failure": "A draft that could not be read.",
    "resolved": "How a name was read.",
    "origin": "The record set that was asked.",
    "meta": "How an answer came about.",
}
PARTS = {kind_of(part): part for part in (Citation, Member, Participant, Step)}  # type: ignore[arg-type]

UNTYPED = frozenset(
    """finding count untouched build exported change difference document field schema
    coverage topic entry help version""".split()
)
"""What only commands without a method answer."""


def class_name(name: str) -> str:
    """Return the name of the class for a definition: MeasureSeries."""
    return "".join(word.capitalize() for word in name.split("_"))


def type_of(schema: Schema) -> str:
    """Return the annotation that *schema* comes to."""
    if "$ref" in schema:
        return f'"{class_name(schema["$ref"].rpartition("/")[2])}"'
    if "anyOf" in schema:
        return joined([type_of(one) for one in schema["anyOf"]])
    if "const" in schema:
        return f"Literal[{json.dumps(schema['const'])}]"
    if "enum" in schema:
        words = [json.dumps(one) for one in schema["enum"] if one is not None]
        return f"Literal[{', '.join(words)}]" + " | None" * (None in schema["enum"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return joined([plain(kind, schema) for kind in kinds])


def joined(types: list[str]) -> str:
    """Return a union; as one string if it names a class that comes later."""
    text = " | ".join(types)
    return f'"{text.replace(chr(34), "")}"' if '"' in text else text


def plain(kind: str, schema: Schema) -> str:
    """Return the annotation of a JSON type."""
    if kind == "array":
        return f"list[{type_of(schema['items'])}]"
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        return f"dict[str, {type_of(schema['additionalProperties'])}]"
    names = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
    return {**names, "null": "None", "object": "dict[str, Any]"}[kind]


def fields(schema: Schema) -> dict[str, str]:
    """Return the annotation of each property of an object."""
    return {
        name: type_of(one)
        if name in schema["required"]
        else f"NotRequired[{type_of(one)}]"
        for name, one in schema["properties"].items()
    }


def a_class(name: str, base: str, meaning: str, annotated: dict[str, str]) -> str:
    """Return the source of a class."""
    body = "".join(f"    {field}: {of}\n" for field, of in annotated.items())
    return f'\nclass {name}({base}):\n    """{meaning}"""\n\n{body}\n'


def meaning_of(name: str) -> str:
    """Return a line for a class: the model's own where it declares one."""
    kinds = {kind_of(cls): cls for cls in SECTIONS.values()}
    if name in kinds or name in PARTS:
        declared = kinds.get(name) or PARTS[name]
        return str(declared.__doc__).partition("\n")[0]
    if name.endswith("_profile"):
        return f"All that is recorded about a {name.removesuffix('_profile')}."
    return MEANINGS[name]


def written() -> str:
    """Return the source of the module, formatted."""
    known = everything()
    kinds = [fields(known[kind]) for kind in KINDS]
    common = {
        name: of
        for name, of in kinds[0].items()
        if all(one.get(name) == of for one in kinds)
    }
    text = HEAD + a_class(
        "Recorded", "TypedDict", "What records of every kind have.", common
    )
    for name, schema in known.items():
        if name == "record":
            text += f"\nRecord = {' | '.join(class_name(kind) for kind in KINDS)}\n"
            text += '"""A record of any kind, as ``kind`` tells."""\n\n'
        elif name not in UNTYPED:
            own = fields(schema)
            if name in KINDS:
                own = {key: of for key, of in own.items() if key not in common}
            base = "Recorded" if name in KINDS else "TypedDict"
            text += a_class(class_name(name), base, meaning_of(name), own)
    envelope = {"schema": "str", "data": "Any", "citations": "list[Brief]"}
    meaning = "A whole answer, as ``--json`` prints it."
    text += a_class("Envelope", "TypedDict", meaning, {**envelope, "meta": "Meta"})
    return formatted(text)


def formatted(source: str) -> str:
    """Return the *source* of a module as ruff formats it."""
    argv = [sys.executable, "-m", "ruff", "format", "-", "--stdin-filename", "d.py"]
    done = subprocess.run(
        argv, input=source, capture_output=True, check=True, text=True
    )
    return done.stdout


METHODS = '''\
"""Commands that look something up, as methods of :class:`sinotech.api.Reference`.

Made from :mod:`sinotech.answers.commands` by `pytest --accept`.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypedDict, TypeVar, Unpack

    from sinotech import documents as doc

    Data = TypeVar("Data")

    class Page(TypedDict, total=False):
        """Which page of a long list is wanted: see the options of the command."""

        limit: int | None
        offset: int | None
        all: bool


class Methods:
    """A method for each command, which returns the data of its answer."""

    if TYPE_CHECKING:

        def _data(self, command: str, **values: Any) -> Data:  # type: ignore[type-var]
            """Return the data of an answer, or raise why there is none."""
'''

NO_PARAMETERS = {EXIT_CODE, SECTION, *LOOK_UP, *BATCH}
"""What a command takes and its method does not."""


def methods() -> str:
    """Return the source of the module of methods, formatted."""
    asked = [command for command in COMMANDS if command.reads_store]
    return formatted(METHODS + "".join(map(method, asked)))


def method(command: Command) -> str:
    """Return the source of the method of *command*."""
    left_out = NO_PARAMETERS.union(PAGES if command.page else ())
    taken = [one for one in command.parameters if one not in left_out]
    words = [one for one in taken if isinstance(one, Argument)]
    options = [one for one in taken if isinstance(one, Option)]
    declared = [f"{'*' * one.many}{named(one)}: str" for one in words]
    if options and not any(one.many for one in words):
        declared.append("*")
    declared += [option(one) for one in options]
    given = [f"{named(one)}={given_by(one)}" for one in taken]
    if command.page:
        declared.append('**page: "Unpack[Page]"')
        given.append("**page")
    return f"""
    def {command.name}(self, {", ".join(declared)}) -> {returned(command.data)}:
        {described(command, options)}
        return self._data({", ".join([repr(command.name), *given])})
"""


def named(one: Argument | Option) -> str:
    """Return the name of a parameter."""
    return one.name.rstrip("_")


def given_by(one: Argument | Option) -> str:
    """Return what a method hands on: the words of many are a list."""
    return f"list({one.name})" if one.many else named(one)


def option(one: Option) -> str:
    """Return the declaration of an option of a method."""
    types = {"text": "str | None = None", "count": "int | None = None"}
    types |= {"flag": "bool = False", "switch": "bool = True"}
    return f"{named(one)}: {types[one.of]}"


def returned(data: str) -> str:
    """Return the annotation of *data*, as a command declares it; it is never null."""
    name = data.split(maxsplit=1)[0].rstrip("?")
    of = f"doc.{class_name(name.removesuffix('[]'))}"
    return f'"list[{of}]"' if name.endswith("[]") else f'"{of}"'


def described(command: Command, options: list[Option]) -> str:
    """Return the docstring of the method of *command*: what each option means."""
    blocks = [f"Return what `sinotech {command.name}` answers.", command.help]
    blocks += [f"*{named(one)}*: {one.help}" for one in options]
    lines = "\n\n".join("\n".join(textwrap.wrap(one, 80)) for one in blocks)
    return f'"""{textwrap.indent(lines, " " * 8).lstrip()}\n        """'
