"""What a project has set for `sinotech check`, in pyproject.toml or sinotech.toml."""

import datetime as dt
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sinotech.errors import UsageError, quoted, shown

SETTINGS = {
    "files": "texts",
    "select": "texts",
    "strict": "flag",
    "all": "flag",
    "as-of": "text",
    "baseline": "path",
    "records": "paths",
    "db": "path",
    "style": "text",
    "jobs": "number",
}
"""Each setting, with what it takes. Paths are of the folder that the file is in."""

_TAKEN = {
    "text": "text in quotes",
    "path": "text in quotes",
    "texts": "a list of texts in quotes",
    "paths": "a list of texts in quotes",
    "flag": "true or false",
    "number": "a whole number from 1",
}

_WILD = "*?["

LARGEST = 1 << 22
"""Bytes of a file that is read for settings; the largest pyproject.toml of a project
that we know has 100,000."""

OWN, SHARED = "sinotech.toml", "pyproject.toml"
"""The files that may configure the check; the first is all ours."""

TABLE = "tool.sinotech.check"
"""The table of pyproject.toml that does; in sinotech.toml it is ``check``."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings by their names, and the file that they are from; none if there is none.

    Paths are as they are read from the current folder; *files* may be patterns still.
    """

    values: dict[str, Any]
    path: Path | None = None

    def named(self, key: str) -> str:
        """Return how the setting *key* is told of: by its file, its table, and name."""
        table = "check" if self.path and self.path.name == OWN else TABLE
        path = shown(nearest(self.path)) if self.path else ""
        return f"{path}: {table}.{key}"

    def files(self) -> list[str]:
        """Return the files that are set, in order; a pattern is what it matches.

        Raises UsageError if one is no pattern.
        """
        if self.path is None:
            return []
        folder = self.path.parent
        found: list[Path] = []
        for name in self.values.get("files", ()):
            try:
                found += _matched(folder, name)
            except ValueError as error:  # such as "**" within a name
                named = f"{self.named('files')}: {quoted(name)}"
                raise UsageError(f"{named} is no pattern ({error})") from None
        return list(dict.fromkeys(map(nearest, found)))


def _matched(folder: Path, name: str) -> Iterator[Path]:
    """Yield what *name*, a path or a pattern, stands for in *folder*."""
    if any(sign in name for sign in _WILD) and not Path(name).is_absolute():
        yield from sorted(path for path in folder.glob(name) if path.is_file())
    else:
        yield folder / name


def nearest(path: Path) -> str:
    """Return *path* as it is named from the current folder."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return str(path)


def find_configuration(folder: Path | None = None) -> Configuration:
    """Return what is set for *folder*, or the current one: in it or the next above it.

    In one folder, sinotech.toml goes before pyproject.toml. Raises UsageError for a
    file that cannot be read, and a setting that there is not or that takes another
    kind of value. A current folder that has been removed sets nothing.
    """
    try:
        here = (folder or Path.cwd()).absolute()
    except FileNotFoundError:
        return Configuration({})
    for place in (here, *here.parents):
        for name, table in ((OWN, "check"), (SHARED, TABLE)):
            path = place / name
            values = _table(path, table.split(".")) if _is_there(path) else None
            if values is not None:
                return Configuration(_checked(values, path, table), path)
    return Configuration({})


def _is_there(path: Path) -> bool:
    """Whether *path* is a file. Raises UsageError if it is something else."""
    if path.is_file():
        return True
    if os.path.lexists(path):
        message = f"{shown(nearest(path))} is no file"
        raise UsageError(message, "write the settings to a file, or remove it")
    return False


def _table(path: Path, names: list[str]) -> dict[str, Any] | None:
    """Return the table *names* of a file; None if it has none."""
    import tomllib  # only here: many projects set nothing

    told = shown(nearest(path))
    content = _read(path, told)
    try:
        found: Any = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # no TOML, or no UTF-8
        raise UsageError(f"{told} is no TOML: {error}") from None
    for at, name in enumerate(names):
        if not isinstance(found, dict):
            where = ".".join(names[:at])
            raise UsageError(f"{told}: {where} is no table", f"write [{where}.{name}]")
        if at + 1 == len(names):
            _check_known(found, [name], told, "".join(f"{one}." for one in names[:at]))
        if name not in found:
            return None
        found = found[name]
    if not isinstance(found, dict):
        where = ".".join(names)
        raise UsageError(f"{told}: {where} is no table", f"write [{where}]")
    return found


def _read(path: Path, told: str) -> bytes:
    """Return what a file holds. Raises UsageError if it cannot be read, or is large."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{told} cannot be read ({error.strerror})") from None
    if len(content) > LARGEST:
        raise UsageError(
            f"{told} is larger than {LARGEST >> 20} MiB", "make it smaller"
        )
    return content


def _check_known(
    found: dict[str, Any], known: Collection[str], told: str, where: str
) -> None:
    """Raise UsageError if a table has a key that is not *known*."""
    for key in found:
        if key not in known:
            there = ", ".join(known)
            named = shown(f"{where}{key}")
            raise UsageError(f"{told}: {named}: no such setting", f"there are: {there}")


def _checked(values: dict[str, Any], path: Path, where: str) -> dict[str, Any]:
    """Return *values* as they are used. Raises UsageError."""
    told = shown(nearest(path))
    _check_known(values, SETTINGS, told, f"{where}.")
    made = {}
    for key, value in values.items():
        kind = SETTINGS[key]
        if isinstance(value, dt.date):
            value = value.isoformat()  # noqa: PLW2901  # TOML has dates of its own
        if not _is(kind, value):
            named = f"{told}: {where}.{key}"
            raise UsageError(f"{named}: {_shown(value)} is not {_TAKEN[kind]}")
        made[key] = _placed(kind, value, path.parent)
    return made


def _shown(value: object) -> str:
    return shown(str(value).lower() if isinstance(value, bool) else repr(value), 60)


def _is(kind: str, value: object) -> bool:
    if kind == "flag":
        return isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int) and not isinstance(value, bool) and value > 0
    if kind.endswith("s"):
        return isinstance(value, list) and all(map(_is_text, value))
    return _is_text(value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def _placed(kind: str, value: Any, folder: Path) -> Any:  # noqa: ANN401  # of any kind
    """Return a *value*; the paths in it as they are named from the current folder."""
    if kind == "path":
        return nearest(folder / value)
    if kind == "paths":
        return [nearest(folder / one) for one in value]
    return value
