"""The house: a file imports only from the floors below its own."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

SRC = ROOT / "src" / "sinotech"
FLOORS = [
    {
        "__init__",
        "errors",
        "findings",
        "edtf",
        "dates",
        "naming",
        "signs",
        "fieldspec",
        "documents",
        "methods",
        "kinds",
        "rawjson",
        "bitmaps",
        "gc_pause",
        "guidance",
        "locks",
        "safe",
        "progress",
    },
    {"prose"},
    {"model"},
    {"ending"},
    {"scratch", "processes"},
    {"digest"},
    {"records"},
    {"checks"},
    {"texts", "styles", "drafts"},
    {"compile"},
    {"verify", "coverage"},
    {"cached", "stranger"},
    {"store"},
    {"query"},
    {"claims", "export", "diff"},
    {"checking"},
    {"schema"},
    {"answers"},
    {"present"},
    {"api", "batch", "editor", "cli"},
    {"agents"},
    {"__main__"},
]
LONGEST = 45
"""Lines of the longest function, but in what `pytest --accept` writes."""

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


def graph() -> dict[str, set[str]]:
    """Return the modules that each module imports, at once, later, or for types."""
    paths = {".".join(_parts(path)): path for path in SRC.rglob("*.py")}
    found: dict[str, set[str]] = {}
    for name, path in paths.items():
        others = found[name] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    others.add(inner if inner in paths else node.module)
        others &= paths.keys() - {name}
    return found


def _parts(path: Path) -> tuple[str, ...]:
    """Return the names of packages and module of a file, outermost first."""
    parts = path.relative_to(SRC.parent).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def reached(imports: dict[str, set[str]], start: str) -> set[str]:
    """Return the modules that *start* imports, and all that those import."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = imports[waiting.pop()] - found
        found |= new
        waiting += new
    return found


RINGS = [{"reading", "speakers"}]
"""Modules of ``claims/`` that still import each other; there shall be no more."""


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Neither when it is loaded, nor later, nor for types alone: there are no rings."""
    imports = graph()
    reach = {name: reached(imports, name) for name in imports}
    rings = {
        frozenset(other for other in reach[name] if name in reach[other])
        for name in imports
        if name in reach[name]
    }
    known = {frozenset(f"sinotech.claims.{one}" for one in ring) for ring in RINGS}
    assert rings == known


def test_functions_are_short() -> None:
    """None of ours has more than 45 lines, the docstring included."""
    long = {
        f"{path.relative_to(SRC)}:{node.lineno} {node.name}": size
        for path in SRC.rglob("*.py")
        if path.name != "methods.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        if (size := (node.end_lineno or 0) - node.lineno + 1) > LONGEST
    }
    assert long == {}


def modules(code: str, *argv: str, **environment: str) -> set[str]:
    """Return the modules that a process imports for *code*, without its site."""
    done = subprocess.run(
        [sys.executable, "-S", "-X", "importtime", "-c", code, *argv],
        env={"PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    lines = [line.split("|") for line in done.stderr.splitlines()]
    return {line[-1].strip() for line in lines if line[0].startswith("import time")}


LOOK_UPS = [
    "country Brazil",
    "country brasil --section figures",
    "program BRICS",
    "figure fig-labs-50",
    "show ev-summit",
    "sources",
    "countries",
    "timeline",
    "conflicts",
]


@pytest.mark.parametrize("form", ["json", "jsonl", "plain", "md"])
@pytest.mark.parametrize("line", LOOK_UPS)
def test_a_look_up_imports_nothing_heavy(mini_db: Path, line: str, form: str) -> None:
    """Beside modules of its own, it imports SQLite, and JSON's functions in C."""
    if "--section" in line and form in {"plain", "md"}:
        line = line.partition(" --")[0]
    start = "from sinotech.__main__ import script; script()"
    argv = [*line.split(), "--format", form]
    needed = modules("import os, gc, _sqlite3, _json")
    imported = modules(start, *argv, SINOTECH_DB=str(mini_db))
    assert "sinotech.store" in imported
    assert {name for name in imported - needed if "sinotech" not in name} == set()


CLAIMS = [
    "China has signed 119 intergovernmental agreements",
    "By June 2024, China and Brazil signed 3.5 pacts, and it said they built labs.",
]


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_imports_nothing_heavy(mini_db: Path, claim: str) -> None:
    """A claim in English needs only logarithms besides: no re, no sqlite3."""
    start = "from sinotech.__main__ import script; script()"
    needed = modules("import os, gc, _sqlite3, _json, math, unicodedata")
    imported = modules(start, "cite", claim, "--json", SINOTECH_DB=str(mini_db))
    assert "sinotech.claims.engine" in imported
    assert {name for name in imported - needed if "sinotech" not in name} == set()


def test_completion_imports_nothing_heavy(mini_db: Path) -> None:
    """Nor does a shell's question."""
    start = "from sinotech.__main__ import script; script()"
    asking = {"_SINOTECH_COMPLETE": "complete_bash", "COMP_CWORD": "2"}
    asking |= {"COMP_WORDS": "sinotech country B", "SINOTECH_DB": str(mini_db)}
    needed = modules("import os, gc, _sqlite3, _json")
    imported = modules(start, **asking)
    assert "sinotech.query.names" in imported
    assert {name for name in imported - needed if "sinotech" not in name} == set()
