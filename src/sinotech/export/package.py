"""What an export says of itself: ``datapackage.json``, by Data Package 2.0.

Its property ``sinotech`` lists all files, by which a later export knows that it may
replace them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any, NamedTuple

from sinotech import __version__
from sinotech.export.columns import Column
from sinotech.export.tables import Table

NAME = "datapackage.json"
"""Its file."""

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"

OURS = "sinotech"
"""The name of the record set whose license LICENSE-RECORDS states."""

OUR_LICENSE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
UNICODE_LICENSE = {
    "name": "Unicode-3.0",
    "path": "https://www.unicode.org/license.txt",
    "title": "Unicode License V3",
}
"""As LICENSE-UNICODE has it, for the names of territories that are of CLDR."""

NAMES = "names"
"""The table that has names of CLDR, whatever the records."""

_TYPES = {"text": "string"}
"""Types that Table Schema names otherwise."""

_MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
}


class Written(NamedTuple):
    """A table that was written: how many *rows*, in which *files*."""

    table: Table
    rows: int
    files: tuple[Path, ...]


def package(
    folder: Path, form: str, origin: Mapping[str, str], tables: Sequence[Written]
) -> dict[str, Any]:
    """Return the description of *tables* in *folder*, made of the records *origin*.

    Its ``licenses`` are those of our records; of others, nothing is known.
    """
    licenses = licenses_of(origin)
    resources = [_resource(folder, form, one) for one in tables]
    for one in resources:
        if one["name"] == NAMES:
            one["licenses"] = [*licenses, UNICODE_LICENSE]
    return {
        "$schema": _PROFILE,
        "name": "sinotech-export",
        "title": f"Record set {origin['name']}, as tables",
        "version": origin["version"],
        "description": "Made by sinotech export; every figure has its citations.",
        **({"licenses": licenses} if licenses else {}),
        "resources": resources,
        "sinotech": {
            "tool": f"sinotech {__version__}",
            "records": dict(origin),
            "format": form,
            "files": files_of(folder, tables),
        },
    }


def licenses_of(origin: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the license of the records *origin*, as far as it is known."""
    return [OUR_LICENSE] if origin["name"] == OURS else []


def files_of(folder: Path, tables: Iterable[Written]) -> list[str]:
    """Return the names of all files of *tables* in *folder*, sorted."""
    found = {path for one in tables for path in one.files}
    return sorted(path.relative_to(folder).as_posix() for path in found)


def as_text(described: Mapping[str, Any]) -> str:
    """Return a description as JSON for people and machines."""
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _resource(folder: Path, form: str, written: Written) -> dict[str, Any]:
    names = [path.relative_to(folder).as_posix() for path in written.files]
    found: dict[str, Any] = {
        "name": written.table.name,
        "path": names[0] if len(names) == 1 else names,
        "description": written.table.holds,
        "format": form,
        "mediatype": _MEDIA_TYPES[form],
        "encoding": "utf-8",
        "rows": written.rows,
    }
    if form == "sqlite":
        found["dialect"] = {"table": written.table.name}
    elif len(names) == 1:
        path = written.files[0]
        with path.open("rb") as file:
            found["hash"] = f"sha256:{file_digest(file, 'sha256').hexdigest()}"
        found["bytes"] = path.stat().st_size
    if form == "csv":
        found["type"] = "table"
        found["dialect"] = {"lineTerminator": "\n"}
    found["schema"] = _schema(written.table)
    return found


def _schema(table: Table) -> dict[str, Any]:
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {
                    "resource": "" if column.to == table.name else column.to,
                    "fields": ["id"],
                },
            }
            for column in table.columns
            if column.to
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    found: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "description": column.meaning,
    }
    return found | ({"constraints": constraints} if constraints else {})
