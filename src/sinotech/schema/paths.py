"""The paths that ``--fields`` takes, with the type and meaning of what they lead to.

Loaded by what tells of fields, and where a path is none of the columns of CSV; never
by a look-up that names none or ordinary ones.
"""

from collections.abc import Iterator, Mapping

from sinotech.errors import UsageError
from sinotech.naming import edits
from sinotech.schema.columns import FIELDS
from sinotech.schema.envelope import everything
from sinotech.schema.shapes import KINDS, TEXT, Schema, listed, or_none, told

Shapes = Mapping[str, Schema]

MIXED = frozenset(("record", "found", "compared"))
"""Kinds of row that are records of any kind."""

NEAREST = 4
"""Paths that are offered for one that is not there."""


class Field:
    """A path, the type and meaning of what it leads to, and if it is a column."""

    __slots__ = ("column", "meanings", "path", "types")

    def __init__(self, path: str, *, column: bool) -> None:
        """Begin with nothing known; a *column* is in CSV unless fields are chosen."""
        self.path = path
        self.column = column
        self.types: list[str] = []
        self.meanings: list[str] = []

    def learn(self, schema: Schema) -> None:
        """Add what *schema* says, unless it has been said; a column has its meaning."""
        words = type_of(schema).split(" or ")
        self.types += [word for word in words if word not in self.types]
        self.types.sort(key="null".__eq__)  # what it is, then that it may be nothing
        if not self.column and schema["description"] not in self.meanings:
            self.meanings.append(schema["description"])

    def row(self) -> dict[str, object]:
        """Return it as `sinotech fields` prints it."""
        return {
            "field": self.path,
            "type": " or ".join(self.types),
            "column": self.column and not self.path.endswith("styled"),
            "meaning": " / ".join(self.meanings),
        }


def fields_of(kind: str) -> list[Field]:
    """Return the fields of a *kind* of row: the columns of CSV, then the others.

    Records within records, such as the measure of a figure, are one field here;
    :func:`leads` knows what is inside them too.
    """
    known = everything()
    found = {path: Field(path, column=True) for path, _ in FIELDS[kind]}
    for field, (_, meaning) in zip(found.values(), FIELDS[kind], strict=True):
        field.meanings.append(meaning)
    for shape in _shapes(kind, known):
        for path, schema in _walk(shape, known):
            field = found.setdefault(path, Field(path, column=False))
            field.learn(schema)
    return list(found.values())


def _shapes(kind: str, known: Shapes) -> list[Schema]:
    """Return the schemas that a row of *kind* may have."""
    if kind not in MIXED:
        return [known[kind]]
    put_first = ("of", "section", "title", "date")
    own = {
        name: told(or_none(TEXT), meaning)
        for name, meaning in FIELDS[kind]
        if name in put_first
    }
    return [{"properties": own}, *(known[one] for one in KINDS)]


def _walk(schema: Schema, known: Shapes) -> Iterator[tuple[str, Schema]]:
    """Yield each path under *schema* with the schema of what it leads to.

    Through a list it leads to a list, and through what may be null to what may be.
    """
    for name, one in schema.get("properties", {}).items():
        yield name, one
        for inside, inner in _objects(one, known):
            if inside in KINDS:
                continue
            for path, led in _walk(inner, known):
                many, maybe = one.get("type") == "array", "anyOf" in one
                whole = listed(led) if many else or_none(led) if maybe else led
                yield f"{name}.{path}", told(whole, led["description"])


def _objects(
    schema: Schema, known: Shapes, name: str = ""
) -> Iterator[tuple[str, Schema]]:
    """Yield what a field holds, or holds a list of: objects, with their names."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        yield from _objects(known[name], known, name)
    elif "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from _objects(one, known)
    elif "items" in schema:
        yield from _objects(schema["items"], known)
    elif schema.get("type") == "object" or "properties" in schema:
        yield name, schema


def leads(kind: str, path: str) -> bool:
    """Whether *path* leads anywhere in rows of *kind*.

    >>> leads("figure", "measure_record.unit"), leads("figure", "measure.unit")
    (True, False)
    >>> leads("country", "held.figure"), leads("source", "cited_for.citations.find")
    (True, True)
    """
    known = everything()
    return any(_leads(one, path.split("."), known) for one in _shapes(kind, known))


def _leads(schema: Schema, steps: list[str], known: Shapes) -> bool:
    """Whether *steps* lead from an object on; one of counts has what keys it likes."""
    step, *rest = steps
    inner = schema.get("properties", {}).get(step)
    if inner is None:
        return isinstance(schema.get("additionalProperties"), dict) and bool(step)
    return not rest or any(
        _leads(one, rest, known) for _, one in _objects(inner, known)
    )


def type_of(schema: Schema) -> str:
    """Return the type of *schema* in a few words.

    >>> type_of({"type": ["string", "null"]}), type_of({"const": "figure"})
    ('string or null', 'string')
    >>> type_of({"type": "array", "items": {"$ref": "#/$defs/citation"}})
    'list of citation'
    """
    if "$ref" in schema:
        return str(schema["$ref"].removeprefix("#/$defs/"))
    if "anyOf" in schema:
        return " or ".join(type_of(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {type_of(schema['items'])}"
    names = schema.get("type", "string")  # a choice or constant is of words
    return " or ".join(names) if isinstance(names, list) else str(names)


def check(kind: str, paths: list[str]) -> None:
    """Raise UsageError if any of *paths* leads nowhere in rows of *kind*."""
    for path in paths:
        if not leads(kind, path):
            nearest = ", ".join(_nearest(kind, path))
            remedy = f"nearest: {nearest}; sinotech fields COMMAND lists all"
            raise UsageError(f"there is no field {path!r} here", remedy)


def _nearest(kind: str, path: str) -> list[str]:
    """Return the paths most like *path*, as a whole or in their last step."""
    known = [field.path for field in fields_of(kind)]
    last = path.rpartition(".")[2]

    def distance(one: str) -> tuple[int, int]:
        most = len(path) + len(one)
        whole = edits(path, one, most)
        return min(whole, 2 * edits(last, one.rpartition(".")[2], most) + 1), whole

    return sorted(known, key=distance)[:NEAREST]
