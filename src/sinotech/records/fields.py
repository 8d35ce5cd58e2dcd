"""Nodes to values: a reader for each kind of field of :mod:`sinotech.fieldspec`.

A reader returns the value, or None after noting what is wrong with it.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sinotech import edtf
from sinotech.errors import quoted
from sinotech.fieldspec import FieldSpec
from sinotech.findings import Findings
from sinotech.model import Part, field_specs, required
from sinotech.records.reader import Mapping, Node, Scalar, Sequence

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_ISO2 = re.compile(r"[A-Z]{2}", re.ASCII)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_RANGE = re.compile(r"([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?", re.ASCII)
_ADDRESS = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
    "|(?<![^\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\u024f])"
)
"""Characters that control, part, hide or turn about what stands beside them. Two that
join and part letters are left to scripts that need them."""

_HOLLOW = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0]")
"""Letters and signs of which nothing is seen, though they count as printable."""

MAX_DIGITS = 30
"""More digits than any count of anything; a longer number is a slip."""

MAX_ID = 100
"""Characters of an id: a few words."""

MAX_COUNT = 999_999
"""More paragraphs or lines than any text has."""

Reader = Callable[[Scalar, FieldSpec, Findings], Any]


def read_text(node: Scalar, form: FieldSpec, findings: Findings) -> str | None:
    """Read prose: one line, white space folded, nothing invisible, not too long."""
    text = " ".join(node.text.split())
    if len(text) > form.most:
        _note_length(node, form.most, findings)
        return None
    if not text or (node.plain and text in {"~", "null", "Null", "NULL"}):
        findings.add(node.line, "E014", "is empty; leave the key out if not known")
        return None
    unseen = None if text.isprintable() else _UNSEEN.search(text)
    if not text.isascii():
        unseen = unseen or _HOLLOW.search(text)
    if unseen:
        sign = f"U+{ord(unseen[0]):04X}"
        message = f"holds {sign}, a character that nobody sees; leave it out"
        findings.add(node.line, "E014", message)
        return None
    return text


def read_address(node: Scalar, form: FieldSpec, findings: Findings) -> str | None:
    """Read the address of a web page: what a reader can follow without harm."""
    text = read_text(node, form, findings)
    if text is None or _ADDRESS.fullmatch(text):
        return text
    message = f"{quoted(text)} is no address of a web page; write https://…"
    findings.add(node.line, "E014", message)
    return None


def _note_length(node: Scalar, most: int, findings: Findings) -> None:
    length = len(node.text)
    message = f"{quoted(node.text)} has {length:,} characters, over {most:,}"
    findings.add(node.line, "E020", message)


def read_id(node: Scalar, _form: FieldSpec, findings: Findings) -> str | None:
    """Read an id; a country's, written in capitals, is kept in lower case."""
    if len(node.text) > MAX_ID:
        _note_length(node, MAX_ID, findings)
        return None
    if id_ := _id_of(node.text):
        return id_
    message = f"{quoted(node.text)} is no id; write lower-case words joined by hyphens"
    findings.add(node.line, "E015", message)
    return None


@lru_cache(maxsize=4096)
def _id_of(text: str) -> str | None:
    """Return the id that *text* is; the same are referred to again and again."""
    return text.lower() if _ID.fullmatch(text) or _ISO2.fullmatch(text) else None


def read_choice(node: Scalar, form: FieldSpec, findings: Findings) -> str | None:
    """Read one of the words that *form* lists."""
    if node.text in form.to:
        return node.text
    message = f"{quoted(node.text)} is not one of {', '.join(form.to)}"
    findings.add(node.line, "E016", message)
    return None


def read_number(node: Scalar, _form: FieldSpec, findings: Findings) -> Decimal | None:
    """Read a decimal number in plain digits."""
    if _NUMBER.fullmatch(node.text) and len(node.text) <= MAX_DIGITS:
        return Decimal(node.text)
    message = (
        f"{quoted(node.text)} is no plain number; write digits such as 1000 or 3.5"
    )
    findings.add(node.line, "E017", message)
    return None


def read_count(node: Scalar, form: FieldSpec, findings: Findings) -> int | None:
    """Read a whole number from 1."""
    number = read_number(node, form, findings)
    if number is None:
        return None
    if number == number.to_integral_value() and 1 <= number <= MAX_COUNT:
        return int(number)
    message = f"{quoted(node.text)} is no whole number from 1 to {MAX_COUNT}"
    findings.add(node.line, "E017", message)
    return None


def read_flag(node: Scalar, _form: FieldSpec, findings: Findings) -> bool | None:
    """Read ``true`` or ``false``."""
    if node.plain and node.text in {"true", "false"}:
        return node.text == "true"
    findings.add(node.line, "E016", f"{quoted(node.text)} is neither true nor false")
    return None


@lru_cache(maxsize=4096)
def _parsed(text: str) -> edtf.Period:
    """Return the period that *text* means; the same dates come again and again."""
    if any(day.startswith("0000") for day in text.split("/")):
        raise ValueError(f"{quoted(text)} has a year 0000, which is a slip")
    return edtf.parse(text)


def read_date(node: Scalar, _form: FieldSpec, findings: Findings) -> edtf.Period | None:
    """Read a date in EDTF."""
    try:
        return _parsed(node.text)
    except ValueError as error:
        findings.add(node.line, "E018", str(error))
        return None


def read_ranges(
    node: Scalar, _form: FieldSpec, findings: Findings
) -> tuple[tuple[int, int], ...] | None:
    """Read line ranges such as ``9-17, 23``."""
    ranges = []
    for written in node.text.split(","):
        match = _RANGE.fullmatch(written.strip())
        if match is None or int(match[2] or match[1]) < int(match[1]):
            message = f"{quoted(node.text)} is no list of lines; write 9-17, 23"
            findings.add(node.line, "E019", message)
            return None
        ranges.append((int(match[1]), int(match[2] or match[1])))
    if sum(last - first + 1 for first, last in ranges) > MAX_COUNT:
        findings.add(node.line, "E019", f"are more than {MAX_COUNT:,} lines")
        return None
    return tuple(ranges)


_READERS: dict[str, Reader] = {
    "text": read_text,
    "address": read_address,
    "id": read_id,
    "ref": read_id,
    "choice": read_choice,
    "number": read_number,
    "count": read_count,
    "flag": read_flag,
    "date": read_date,
    "ranges": read_ranges,
}


def read_part(
    of: type[Part], node: Node, findings: Findings, **known: object
) -> Part | None:
    """Build a part of class *of* from *node*; None if anything required is missing.

    Unknown keys and missing ones are findings. *known* holds values that do not come
    from the file, such as its name.
    """
    if isinstance(node, Scalar) and of.short_for:
        node = Mapping(node.line, {of.short_for: node}, {of.short_for: node.line})
    if not isinstance(node, Mapping):
        findings.add(node.line, "E011", f"must be a mapping: {_example(of)}")
        return None
    values = _read_fields(of, node, findings)
    missing = required(of) - values.keys()
    for name in missing - node.items.keys():
        findings.add(node.line, "E013", f"{_known(of)}: {name!r} is missing")
    if missing:
        return None
    return of(line=node.line, lines=node.lines, **known, **values)


def _read_fields(
    of: type[Part], node: Mapping, findings: Findings
) -> dict[str, object]:
    """Return the fields of *of* that *node* gives; keys of no field are findings."""
    declared = field_specs(of)
    values: dict[str, object] = {}
    for name, value in node.items.items():
        form = declared.get(name)
        if form is None:
            message = (
                f"unknown key {quoted(name)}; {_known(of)} are: {', '.join(declared)}"
            )
            findings.add(node.lines[name], "E012", message)
            continue
        reader = None if form.many else _READERS.get(form.of)
        if reader and type(value) is Scalar:  # as nearly all are
            read = reader(value, form, findings)
        else:
            read = _read_field(form, value, findings)
        if read is not None:
            values[name] = read
    return values


def _known(of: type[Part]) -> str:
    return f"the keys of a {of.__name__.lower()}"


def _example(of: type[Part]) -> str:
    needed = [name for name in field_specs(of) if name in required(of)]
    return "{" + ", ".join(f"{name}: …" for name in needed) + "}"


def _read_field(form: FieldSpec, node: Node, findings: Findings) -> object:
    if not form.many:
        return _read_one(form, node, findings)
    if not isinstance(node, Sequence):
        findings.add(node.line, "E011", "must be a list: [one, another]")
        return None
    values = [_read_one(form, item, findings) for item in node.items]
    return tuple(value for value in values if value is not None)


def _read_one(form: FieldSpec, node: Node, findings: Findings) -> object:
    if form.of == "part":
        return read_part(form.to, node, findings)
    if not isinstance(node, Scalar):
        findings.add(node.line, "E011", "must be a single value, not a list or mapping")
        return None
    return _READERS[form.of](node, form, findings)
