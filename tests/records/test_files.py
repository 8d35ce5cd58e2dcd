"""The record files that a path names: what is no file is named, and nothing hangs."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Sinotech
from paths import MINI, ROOT
from processes import LONG

from sinotech.errors import StoreError
from sinotech.records import files


def folder_with(tmp_path: Path) -> Path:
    """Return a folder that holds a sound record set."""
    folder = tmp_path / "set"
    folder.mkdir()
    shutil.copy(MINI, folder / "m.yaml")
    return folder


def run(line: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `sinotech` is this checkout."""
    script = f'sinotech() {{ "{sys.executable}" -m sinotech "$@"; }}\n{line}'
    return subprocess.run(
        ["bash", "-c", script],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT / "src"),
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=LONG,
    )


def a_socket(path: Path) -> None:
    """Make a socket."""
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


NO_FILES: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere.yaml"),
    "a folder": Path.mkdir,
    "a socket": a_socket,
}
COMMANDS = [
    ("lint",),
    ("country", "Norway"),
    ("verify", "--sources", "."),
    ("coverage",),
    ("build", "--db", "new.db"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_in_a_folder_is_named(
    sinotech: Sinotech, tmp_path: Path, kind: str, command: tuple[str, ...]
) -> None:
    """Whatever stands in a folder under the name of a record file is a file."""
    odd = folder_with(tmp_path) / "odd.yaml"
    NO_FILES[kind](odd)
    asked = [str(tmp_path / one) if one.endswith(".db") else one for one in command]
    result = sinotech(*asked, "--records", str(odd.parent))
    assert (result.code, result.out) == (4, "")
    assert result.err == f"error: {odd} is {kind}; take it out of the folder\n"


def test_a_loop_of_links_leads_nowhere(sinotech: Sinotech, tmp_path: Path) -> None:
    """Links that lead to each other are one line, in a folder or by themselves."""
    loop = folder_with(tmp_path) / "a.yaml"
    loop.symlink_to("b.yaml")
    loop.with_name("b.yaml").symlink_to("a.yaml")
    for named in (loop, loop.parent):
        result = sinotech("lint", "--records", str(named))
        assert (result.code, result.err.count("\n")) == (4, 1)
        assert f"{loop} is a link that leads nowhere" in result.err


def test_hidden_files_are_passed_over(sinotech: Sinotech, tmp_path: Path) -> None:
    """Locks of editors, and what file systems keep beside a file, are no records."""
    folder = folder_with(tmp_path)
    (folder / ".#m.yaml").symlink_to("me@host.1234")
    (folder / "._m.yaml").write_bytes(b"\0\5\x16\7")
    (folder / ".m.yaml").write_text("no records", encoding="utf-8")
    result = sinotech("lint", "--records", str(folder))
    assert (result.code, result.err) == (0, "23 records, 0 errors\n")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere.yaml", "there is no file nowhere.yaml"),
        ("/dev/zero", "/dev/zero is a device"),
        ("x" * 300, "cannot be read: File name too long"),
        (f"{MINI}/x.yaml", "cannot be read: Not a directory"),
    ],
)
def test_what_is_no_file_by_itself_is_said_to_be_so(
    sinotech: Sinotech, name: str, why: str
) -> None:
    """A path that leads to no file is one line."""
    result = sinotech("lint", "--records", name)
    assert (result.code, result.err.count("\n")) == (4, 1)
    assert why in result.err


def test_a_path_that_no_system_takes(tmp_path: Path) -> None:
    """A library's caller may give what no command line can."""
    with pytest.raises(StoreError, match="embedded null"):
        list(files.files_of(f"{tmp_path}\0"))


PIPES = [
    ("lint --records <(cat {mini})", 0, "23 records, 0 errors"),
    ("cat {mini} | sinotech lint --records /dev/stdin", 0, "23 records, 0 errors"),
    ("lint --records /dev/stdin <{mini}", 0, "23 records, 0 errors"),
    ("country Norway --records <(cat {mini})", 0, "Norway (NO)"),
    ("coverage --sources {texts} --records <(cat {mini})", 0, "could not check"),
    ("build --db {texts}/new.db --records <(cat {mini})", 0, "Made"),
    ("lint --records <(echo no)", 4, ":1: E003"),
    ("lint --records {texts}/pipe.yaml", 0, "23 records, 0 errors"),
    ("lint --records /dev/stdin <&-", 4, "error: /dev/stdin is a link that leads"),
]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
@pytest.mark.parametrize(("line", "code", "said"), PIPES)
def test_records_come_through_pipes(
    tmp_path: Path, cache: Path, line: str, code: int, said: str
) -> None:
    """What a shell puts in the place of a file is read as one, and not left behind."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "scratch").mkdir()
    named = line.format(mini=MINI, texts=tmp_path)
    begun = named if named.startswith("cat") else f"sinotech {named}"
    feed = f"cat {MINI} > {tmp_path}/pipe.yaml & " if "/pipe" in line else ""
    environment = {"TMPDIR": str(tmp_path / "scratch"), "XDG_CACHE_HOME": str(cache)}
    done = run(feed + begun, environment)
    assert done.returncode == code, done
    assert said in done.stdout + done.stderr
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_pipe_without_an_end_is_left(tmp_path: Path) -> None:
    """What comes through a pipe is bounded."""
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    with (
        subprocess.Popen(["sh", "-c", f"yes > {pipe}"]),
        pytest.raises(StoreError, match="does not end within 1 MiB"),
    ):
        list(files.files_of(str(pipe), most_piped=1 << 20))


@pytest.mark.parametrize("command", ["verify", "coverage"])
def test_what_is_no_file_among_the_texts_is_no_text(
    sinotech: Sinotech, tmp_path: Path, command: str
) -> None:
    """Texts are known by their bytes, so whatever has none that end is passed over."""
    texts = tmp_path / "texts"
    texts.mkdir()
    for kind, make in NO_FILES.items():
        make(texts / f"{kind}.txt")
    (texts / "loop").symlink_to("loop")
    result = sinotech(command, "--sources", str(texts), "--records", str(MINI))
    assert "could not check what cites: daily-2024" in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("name", ["/dev/zero", "x" * 300, "nowhere"])
def test_a_folder_of_texts_is_a_folder(sinotech: Sinotech, name: str) -> None:
    """A path that leads to no folder is misuse."""
    result = sinotech("verify", "--sources", name, "--records", str(MINI))
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "cannot be read as a folder" in result.err
