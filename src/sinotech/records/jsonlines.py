"""JSON lines to nodes: an object a line, whose one key is a section and holds an entry.

``{"figures": {"id": "fig-x", …}}`` says what the same entry says in YAML. A number is
kept as it is written, a key given twice is a finding, and there is no null.
"""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from sinotech.errors import quoted
from sinotech.findings import Findings
from sinotech.records.reader import (
    CROWDED,
    MAX_DEPTH,
    MAX_ITEMS,
    Mapping,
    Node,
    Scalar,
    Sequence,
)

_EXAMPLE = 'a line is {"figures": {…}}'


class _Number(str):
    """A number, as written."""

    __slots__ = ()


class _Pairs(list[tuple[str, Any]]):
    """The keys of an object with what they hold, in order."""


class _RefusedError(Exception):
    """A line cannot be read; the finding has been noted."""


def _refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python reads and JSON has not (RFC 8259, 6)."""
    raise ValueError(f"{name} is no value of it")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_Pairs,
    parse_int=_Number,
    parse_float=_Number,
    parse_constant=_refuse_constant,
)


def read_lines(
    text: str, line: int, findings: Findings
) -> Iterator[tuple[str, int, Node]]:
    """Yield ``(section, line, node)`` for each line of *text*, which begins on *line*.

    What is wrong goes to *findings*; the other lines are yielded.
    """
    for number, one in enumerate(text.split("\n"), line):
        if not one.strip():
            continue
        try:
            yield _entry(_decoded(one, number, findings), number, findings)
        except _RefusedError:
            continue


def _decoded(text: str, line: int, findings: Findings) -> object:
    try:
        found = _DECODER.decode(text)
        if "\\ud" in text.lower():
            json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        findings.add(line, "E014", "holds half of a character (a lone surrogate)")
    except json.JSONDecodeError as error:
        findings.add(line, "E002", f"is no JSON: {error.msg} at {error.pos + 1}")
    except ValueError as error:
        findings.add(line, "E002", f"is no JSON: {error}")
    except RecursionError:
        findings.add(line, "E007", f"is nested deeper than {MAX_DEPTH} levels")
    else:
        return found
    raise _RefusedError


def _entry(data: object, line: int, findings: Findings) -> tuple[str, int, Node]:
    if not isinstance(data, _Pairs) or len(data) != 1:
        findings.add(line, "E003", f"must be an object with one key: {_EXAMPLE}")
        raise _RefusedError
    ((section, entry),) = data
    return section, line, _Nodes(line, findings).node(entry, 2)


class _Nodes:
    """Makes nodes of what a line holds."""

    def __init__(self, line: int, findings: Findings) -> None:
        self.line, self.findings = line, findings
        self.left = MAX_ITEMS

    def node(self, data: object, depth: int) -> Node:
        """Return *data* as a node."""
        if depth > MAX_DEPTH:
            self.refuse("E007", f"is nested deeper than {MAX_DEPTH} levels")
        if isinstance(data, _Pairs):
            return self.mapping(data, depth)
        if isinstance(data, list):
            self.count(data)
            return Sequence(self.line, [self.node(one, depth + 1) for one in data])
        if isinstance(data, bool):
            return Scalar(self.line, str(data).lower(), plain=True)
        if data is None:
            self.refuse("E014", "is null; leave the key out if not known")
        return Scalar(self.line, str(data), plain=False)

    def mapping(self, pairs: _Pairs, depth: int) -> Mapping:
        """Return an object as a node; a key given twice is a finding."""
        self.count(pairs)
        line = self.line
        made = Mapping(line)
        items, lines = made.items, made.lines
        for key, value in pairs:
            if key in items:
                self.findings.add(line, "E005", f"key {quoted(key)} is already given")
                continue
            if isinstance(value, str) and depth < MAX_DEPTH:  # as nearly all are
                items[key] = Scalar(line, str(value), plain=False)
            else:
                items[key] = self.node(value, depth + 1)
            lines[key] = line
        return made

    def count(self, items: list[Any]) -> None:
        """Refuse the line if there are more than an entry may hold."""
        self.left -= len(items)
        if self.left < 0:
            self.refuse("E022", CROWDED)

    def refuse(self, code: str, message: str) -> None:
        """Note a finding for which the line is left out."""
        self.findings.add(self.line, code, message)
        raise _RefusedError
