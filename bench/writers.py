"""Records to files: YAML as data/records.yaml has it, or JSON lines."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TextIO

Record = Mapping[str, Any]
"""One record: its fields in their order, as text, numbers, lists and mappings."""

_PLAIN = re.compile(r"\w(?:[\w .'’~/()&;%-]|:(?=\S))*(?<! )")
_INLINE = "countries groups programs organizations people records differs_from aliases"


def as_yaml(value: object) -> str:
    """Return *value* on one line, quoted where YAML would misread it.

    >>> as_yaml({"party": "CN", "note": "one, two", "cites": [{"paragraph": 3}]})
    '{party: CN, note: "one, two", cites: [{paragraph: 3}]}'
    """
    if isinstance(value, str):
        return (
            value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{k}: {as_yaml(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_yaml, value))}]"
    return str(value)


def block(record: Record) -> str:
    """Return *record* as an item of a YAML list, a field a line."""
    lines = []
    for name, value in record.items():
        if isinstance(value, list) and name not in _INLINE and len(value) > 1:
            lines.append(f"  {name}:\n")
            lines.extend(f"  - {as_yaml(item)}\n" for item in value)
        else:
            lines.append(f"  {name}: {as_yaml(value)}\n")
    return "-" + "".join(lines)[1:]


class Yaml:
    """A file of records in YAML."""

    def __init__(self, path: Path, header: Record) -> None:
        """Begin the file *path*."""
        self.file: TextIO = path.open("w", encoding="utf-8")
        fields = "".join(f"  {name}: {value}\n" for name, value in header.items())
        self.file.write(f"records:\n{fields}")
        self.section = ""

    def write(self, section: str, records: Iterable[Record]) -> None:
        """Add *records* to *section*, which is the last one, or a new one."""
        for record in records:
            if section != self.section:
                self.section = section
                self.file.write(f"\n{section}:\n")
            self.file.write(block(record))


class JsonLines:
    """A file of records in JSON lines, each an object of one key: the section."""

    def __init__(self, path: Path, header: Record) -> None:
        """Begin the file *path*."""
        self.file: TextIO = path.open("w", encoding="utf-8")
        self.write("records", [header])

    def write(self, section: str, records: Iterable[Record]) -> None:
        """Add *records* of *section*."""
        for record in records:
            self.file.write(json.dumps({section: record}, ensure_ascii=False) + "\n")


Writer = Yaml | JsonLines
FORMATS: dict[str, type[Writer]] = {"yaml": Yaml, "jsonl": JsonLines}
