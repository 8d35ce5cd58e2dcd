"""The built wheel and sdist: what is in them, and that they answer."""

import os
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from conftest import MadeOnce
from paths import ROOT

from sinotech import __version__
from sinotech.answers.telling import described

pytest.importorskip("hatchling")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dist(made_once: MadeOnce) -> Path:
    """Build sdist and wheel, without network."""
    argv = [sys.executable, "-m", "build", "--no-isolation", str(ROOT), "-o"]
    return made_once(
        "dist",
        lambda folder: subprocess.run(
            [*argv, str(folder)], check=True, capture_output=True
        ),
    )


def test_the_wheel_holds_package_and_data(dist: Path) -> None:
    """The wheel has every module and what is made for it, and nothing else."""
    (wheel,) = dist.glob("*.whl")
    names = {
        name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name
    }
    sources = (ROOT / "src").rglob("*")
    expected = {
        path.relative_to(ROOT / "src").as_posix()
        for path in sources
        if path.is_file() and path.suffix in {".py", ".sql", ".txt", ".typed", ".pyi"}
    }
    shared = {f"sinotech/schema/{shape}.json" for shape, *_ in described().values()}
    shared.add("man/man1/sinotech.1")
    folder = f"sinotech-{__version__}.data/data/share"
    expected |= {f"{folder}/{name}" for name in shared}
    assert names == expected | {"sinotech/sinotech.db", "sinotech/records.yaml"}


def test_the_sdist_can_build_the_wheel(dist: Path) -> None:
    """The sdist has the records, the hook and the tests."""
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    needed = {
        "data/records.yaml",
        "hatch_build.py",
        "src/sinotech/compile/schema.sql",
        "tests/conftest.py",
        "bench/generate.py",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "LICENSE-RECORDS",
        "LICENSE-UNICODE",
        "LICENSE-WORDNET",
        "LICENSE-GEONAMES",
        "tools/cldr.py",
        "CITATION.cff",
        ".pre-commit-hooks.yaml",
        "action.yml",
        "tests/data/sarif/LICENSE",
    }
    assert needed <= names


def test_two_builds_give_the_same_wheel(dist: Path, tmp_path: Path) -> None:
    """The wheel is the same bytes when it is built again."""
    argv = [sys.executable, "-m", "build", "--no-isolation", "--wheel"]
    subprocess.run(
        [*argv, "-o", str(tmp_path), str(ROOT)], check=True, capture_output=True
    )
    (one,), (other,) = dist.glob("*.whl"), tmp_path.glob("*.whl")
    assert one.read_bytes() == other.read_bytes()


def test_an_installed_copy_answers_from_its_own_database(
    dist: Path, tmp_path: Path
) -> None:
    """Unpacked in a folder that cannot be written, with no home, it answers."""
    (wheel,) = dist.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)  # noqa: S202  # our own wheel
    for path in site.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    libraries = os.pathsep.join(path for path in sys.path if "site-packages" in path)
    environment = {
        "PYTHONPATH": f"{site}{os.pathsep}{libraries}",
        "HOME": "/nonexistent",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "sinotech", "country", "Brazil"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("Brazil (BR)\n")
    assert done.stderr == ""
    for path in site.rglob("*"):
        path.chmod(0o755)


def test_the_database_that_ships_is_drawn(dist: Path, tmp_path: Path) -> None:
    """Its profiles are ready to be printed."""
    (wheel,) = dist.glob("*.whl")
    database = zipfile.ZipFile(wheel).extract("sinotech/sinotech.db", tmp_path)
    with closing(sqlite3.connect(database)) as connection:
        sql = """SELECT count(drawn.target) = count(*), count(*) > 200 FROM record
                 LEFT JOIN drawn ON target = number WHERE kind IN
                 ('country', 'program', 'person', 'organization', 'group')"""
        assert connection.execute(sql).fetchone() == (1, 1)


def test_a_zipped_copy_answers(dist: Path, tmp_path: Path) -> None:
    """The wheel itself, as an archive on the path or a zipapp, answers from memory."""
    (wheel,) = dist.glob("*.whl")
    packed = tmp_path / "sinotech.pyz"
    with zipfile.ZipFile(wheel) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
        start = "from sinotech.__main__ import script\nscript()\n"
        target.writestr("__main__.py", start)
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o555)
    environment = {"HOME": str(empty), "TMPDIR": str(empty)}
    for argv in (["-S", str(packed)], ["-S", "-m", "sinotech"]):
        done = subprocess.run(
            [sys.executable, *argv, "country", "Brazil", "--json"],
            env={**environment, "PYTHONPATH": str(wheel)},
            cwd=empty,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout.startswith('{"schema":"sinotech/country@1","data":{')
        assert done.stderr == ""
    assert list(empty.iterdir()) == []
