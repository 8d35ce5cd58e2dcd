"""The house: a file imports only from the floors below its own."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

SRC = ROOT / "src" / "sinotech"
FLOORS = [
    {
        "__init__",
        "errors",
        "findings",
        "edtf",
        "dates",
        "naming",
        "numerals",
        "forms",
        "stored",
    },
    {"model"},
    {"digest"},
    {"records"},
    {"checks"},
    {"texts"},
    {"compile"},
    {"verify", "coverage"},
    {"store"},
    {"query"},
    {"present"},
    {"cli"},
    {"__main__"},
]
FLOOR = {name: floor for floor, names in enumerate(FLOORS) for name in names}


def imported(path: Path) -> set[str]:
    """Return the rooms of the house that a file imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        module = getattr(node, "module", None) or ""
        if isinstance(node, ast.ImportFrom) and module.startswith("sinotech"):
            parts = module.split(".")
            names = parts[1:2] or [alias.name for alias in node.names]
            found |= {name if name in FLOOR else "__init__" for name in names}
    return found


@pytest.mark.parametrize("path", sorted(SRC.rglob("*.py")), ids=lambda p: p.name)
def test_imports_point_downwards(path: Path) -> None:
    """No file imports from its own floor's neighbours or from above."""
    room = path.relative_to(SRC).parts[0].removesuffix(".py")
    for other in imported(path) - {room}:
        below = FLOOR[other] < FLOOR[room]
        on_the_ground = FLOOR[other] == FLOOR[room] == 0
        assert below or on_the_ground, f"{room} imports {other}"


def test_a_look_up_imports_nothing_heavy(mini_db: Path) -> None:
    """A look-up as JSON or plain text needs no Rich, YAML or sqlite-utils."""
    code = (
        "import sys; from sinotech.cli.run import run;"
        "from sinotech.cli.commands import BY_NAME;"
        "values = dict(name='Brazil', strict=False, section=None, fields=None,"
        "  format_=sys.argv[2], json_=False, db=sys.argv[1], records=[]);"
        "run(BY_NAME['country'], values);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    heavy = {"rich", "yaml", "sqlite_utils", "babel", "typer", "pydantic", "click"}
    heavy |= {"dataclasses", "typing", "inspect", "importlib.metadata"}
    for form in ("json", "plain"):
        argv = [sys.executable, "-S", "-c", code, str(mini_db), form]
        environment = {"PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            argv, env=environment, capture_output=True, check=True, encoding="utf-8"
        )
        assert not heavy & set(done.stderr.split())
