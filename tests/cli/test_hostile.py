"""What a hostile or unlucky user meets: one line, the right code, nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Sinotech
from paths import DATA, MINI, ROOT


@pytest.fixture
def environment(cache: Path) -> dict[str, str]:
    """Return what a process needs to run this checkout."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_CACHE_HOME": str(cache),
    }


def shell(line: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a shell line in which `sinotech` is this checkout."""
    script = f'sinotech() {{ "{sys.executable}" -m sinotech "$@"; }}\n{line}'
    return subprocess.run(
        ["bash", "-c", script],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


COMPLETE = "_SINOTECH_COMPLETE=complete_bash COMP_CWORD=1 COMP_WORDS='sinotech c'"
STREAMS = [
    ("sinotech country Kenya >/dev/full", 4, 1),
    ("sinotech --help >/dev/full", 4, 1),
    ("sinotech country <&-", 2, 1),
    ("sinotech cite - <&-", 2, 1),
    ("sinotech country - <&-", 2, 1),
    ("sinotech cite - 0>out", 4, 1),
    ("sinotech show 0>out", 4, 1),
    ("sinotech country Kenya >&-", 0, 0),
    ("sinotech --help >&-", 0, 0),
    ("sinotech --version >&-", 0, 0),
    ("sinotech --help >&- 2>&-", 0, 0),
    ("sinotech country Kenya <&- >&- 2>&-", 0, 0),
    ("echo Kenya | sinotech country - >/dev/full", 4, 1),
    (f"{COMPLETE} sinotech >/dev/full", 4, 0),
    ("sinotech country Atlantis 2>/dev/full", 1, 0),
    ("sinotech nosuch 2>/dev/full", 2, 0),
    ("sinotech country Atlantis --json >/dev/full 2>/dev/full", 4, 0),
    ("sinotech country Atlantis 2>&-", 1, 0),
    ("sinotech country $'Brazil\\xff'", 2, 1),
    ("sinotech figures $'\\xff'", 2, 1),
    ("sinotech search --kind $'\\xff' labs", 2, 1),
    ("sinotech country Kenya --fields $'\\xff'", 2, 1),
    ("sinotech countries --db $'/nowhere/\\xff'", 4, 1),
    ("sinotech countries --records $'/nowhere/\\xff'", 4, 1),
    ("sinotech nosuch", 2, 1),
    ("sinotech country Kenya --nosuch", 2, 1),
    ("sinotech show nothing-at-all --format csv", 1, 1),
]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(("line", "code", "lines"), STREAMS)
def test_streams_may_be_full_or_closed(
    environment: dict[str, str], tmp_path: Path, line: str, code: int, lines: int
) -> None:
    """Whatever happens to a stream, there is no traceback, and at most one line."""
    done = shell(f"cd {tmp_path}\n{line}", environment)
    assert done.returncode == code, done
    assert done.stderr.count("\n") == lines, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_file_may_have_any_name(environment: dict[str, str], tmp_path: Path) -> None:
    """Records and a database are read whose names are not UTF-8."""
    name = os.fsencode(tmp_path) + b"/own\xff.yaml"
    try:
        with open(name, "wb") as stream:  # noqa: PTH123  # a path in bytes
            stream.write(MINI.read_bytes())
    except OSError:
        pytest.skip("the file system takes UTF-8 only")
    files = f"{tmp_path}/own$'\\xff'.yaml --db {tmp_path}/own$'\\xff'.db"
    assert shell(f"sinotech build --records {files}", environment).returncode == 0
    for option in (f"--records {files.partition(' ')[0]}", files.partition(" ")[2]):
        done = shell(f"sinotech country Brazil {option}", environment)
        assert (done.returncode, "Brazil (BR)" in done.stdout) == (0, True), done


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_findings_are_printed_though_stderr_is_full(
    environment: dict[str, str],
) -> None:
    """Where the count cannot be told, what is wrong still is, and the code stands."""
    bad = DATA / "bad" / "E101-0.yaml"
    done = shell(f"sinotech lint --records {bad} 2>/dev/full", environment)
    assert (done.returncode, done.stdout.count(": E101 ")) == (4, 1)


def test_build_replaces_only_what_is_ours(sinotech: Sinotech, tmp_path: Path) -> None:
    """A file that is no database of ours, a link or a folder is left as it is."""
    own = tmp_path / "own.yaml"
    own.write_bytes(MINI.read_bytes())
    argv = ["build", "--records", str(own), "--db"]
    assert sinotech(*argv, str(own)).code == 2
    assert own.read_bytes() == MINI.read_bytes()
    (tmp_path / "link").symlink_to(own)
    assert sinotech(*argv, str(tmp_path / "link")).code == 2
    assert (tmp_path / "link").is_symlink()
    assert sinotech(*argv, str(tmp_path)).code == 2
    assert sinotech(*argv, str(tmp_path / "a**b.db")).code == 0
    assert sinotech(*argv, str(tmp_path / "a**b.db")).code == 0


OVERLAYS = [
    ("countries: [{id: BR, name: One}, {id: BR, name: Two}]", "E101"),
    ("people: [{id: ev-summit, name: A person}]", "E107"),
    ("groups: [{id: st-fact, name: A group, type: region}]", "E107"),
]


@pytest.mark.parametrize(("content", "code"), OVERLAYS)
def test_an_overlay_replaces_like_with_like(
    sinotech: Sinotech, tmp_path: Path, content: str, code: str
) -> None:
    """An overlay's record replaces one record, of its own kind."""
    over = tmp_path / "over.yaml"
    head = "records: {name: over, version: 1, format: 1, overlay: true}\n"
    over.write_text(f"{head}{content}\n")
    result = sinotech("lint", "--records", str(MINI), "--records", str(over))
    assert (result.code, code in result.out) == (4, True)


NUMBERS = [
    "paragraph: 99999999999999999999",
    "paragraph: 0",
    "paragraph: 1.5",
]


@pytest.mark.parametrize("field", NUMBERS)
def test_counts_are_bounded(sinotech: Sinotech, tmp_path: Path, field: str) -> None:
    """A paragraph is a number that a text can have."""
    path = tmp_path / "own.yaml"
    path.write_text(
        "records: {name: own, version: 1, format: 1}\n"
        "sources: [{id: src, type: news, short: A source}]\n"
        "statements: [{id: st-x, type: fact, text: It is.,"
        f" cites: [{{source: src, {field}}}]}}]\n"
    )
    result = sinotech("lint", "--records", str(path))
    assert (result.code, "E017" in result.out) == (4, True)


@pytest.mark.parametrize("span", ["1-99999999999", "1-" + "9" * 5000])
def test_spans_are_bounded(sinotech: Sinotech, tmp_path: Path, span: str) -> None:
    """No text has a hundred billion lines."""
    path = tmp_path / "own.yaml"
    path.write_text(
        "records: {name: own, version: 1, format: 1}\n"
        "sources: [{id: src, type: news, short: A source,"
        f" text: {{file: a.txt, sha256: 00, span: {span}}}}}]\n"
    )
    result = sinotech("lint", "--records", str(path))
    assert (result.code, "E019" in result.out) == (4, True)


def changed(db: Path, folder: Path, sql: str) -> Path:
    """Return a copy of a database in *folder* in which something is otherwise."""
    target = folder / "changed.db"
    shutil.copy(db, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
    return target


@pytest.mark.parametrize(
    ("argv", "damage"),
    [
        (("country", "Brazil"), "DROP TABLE link"),
        (("country", "Brazil"), "DELETE FROM meta WHERE key = 'records_name'"),
        (("country", "Brazil"), "UPDATE record SET doc = '{}'"),
        (("cite", "119 labs"), "DELETE FROM meta WHERE key = 'records_count'"),
        (("cite", "119 labs"), "DELETE FROM meta WHERE key = 'records_runs'"),
    ],
)
def test_a_damaged_database_is_said_to_be_so(
    sinotech: Sinotech, mini_db: Path, tmp_path: Path, argv: tuple[str], damage: str
) -> None:
    """With a table missing, a document spoilt or a count gone, it ends with 4."""
    target = changed(mini_db, tmp_path, damage)
    result = sinotech(*argv, "--db", str(target))
    assert (result.code, result.err.count("\n")) == (4, 1)
    assert "damaged" in result.err


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE page SET numbers = '1'",
        "UPDATE page SET numbers = replace(numbers, '1', 'x')",
        "UPDATE page SET docs = replace(docs, '{', '')",
    ],
)
def test_damaged_pages_are_said_to_be_so(
    real_db: Path, tmp_path: Path, damage: str
) -> None:
    """Whatever is wrong with records that are stored together."""
    start = "from sinotech.__main__ import script; script()"
    target = str(changed(real_db, tmp_path, damage))
    done = subprocess.run(
        [sys.executable, "-c", start, "country", "China", "--db", target],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert "damaged" in done.stderr


def test_pages_that_are_not_stored_are_gathered(
    real_db: Path, tmp_path: Path, sinotech: Sinotech
) -> None:
    """They save time, and nothing else."""
    bare = changed(real_db, tmp_path, "DELETE FROM page")
    told = [sinotech("country", "China", "--db", str(db)).out for db in (real_db, bare)]
    assert told[0] == told[1] != ""


def test_a_damaged_cache_is_made_again(
    sinotech: Sinotech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is spoilt in the cache is compiled again, not complained of for ever."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert sinotech("countries", "--records", str(MINI)).code == 0
    (cached,) = (tmp_path / "sinotech").glob("*.db")
    cached.write_bytes(b"")
    assert sinotech("countries", "--records", str(MINI)).code == 0


def test_a_batch_of_mixed_records_has_the_same_columns(on_mini: Sinotech) -> None:
    """`show -` prints rows alike in their columns, whatever the kinds asked for."""
    asked = b"brics\nbr\nev-summit\nfig-labs-50\n"
    lines = on_mini("show", "-", "--format", "csv", stdin=asked).out.splitlines()
    assert {line.count(",") for line in lines if '"' not in line} == {7}
    assert lines[0].startswith("input,section,id,kind,title")
    assert lines[2] == "br,record,br,country,Brazil,,,"


def test_a_long_line_is_cut(on_mini: Sinotech) -> None:
    """A line of megabytes is one question, told of in few characters."""
    stdin = b"x" * 3_000_000 + b"\nBR\n"
    result = on_mini("country", "-", stdin=stdin)
    assert len(result.out) < 5000
    assert "Brazil (BR)" in result.out


@pytest.mark.parametrize("columns", ["0", "1", "-5", "wide"])
def test_no_width_swallows_the_answer(
    on_mini: Sinotech, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """A terminal that claims to have no width still gets every cell."""
    monkeypatch.setenv("COLUMNS", columns)
    out = on_mini("country", "Brazil", "--format", "table").out
    assert "over 50" in out
    assert "[1e]" in out


@pytest.mark.parametrize("fields", [",", "", "citations.bogus", "id.bogus", "nose"])
def test_only_fields_that_are_there_can_be_chosen(
    on_mini: Sinotech, fields: str
) -> None:
    """A field that is not there is misuse, also below one that is."""
    result = on_mini("figures", "--format", "csv", "--fields", fields)
    assert result.code == 2


@pytest.mark.parametrize("asked", ["Chang'e 7", "15th Five-Year Plan"])
def test_a_digit_is_never_a_slip(on_real: Sinotech, asked: str) -> None:
    """Another number is another thing, and is offered, not taken."""
    result = on_real("program", asked)
    assert result.code in {1, 3}
    assert result.out == ""


@pytest.mark.parametrize("limit", ["0", "-1"])
def test_a_limit_asks_for_something(on_real: Sinotech, limit: str) -> None:
    """`cite` shows at least one record, or is not asked."""
    assert on_real("cite", "China", "--limit", limit).code == 2


def test_records_and_db_exclude_each_other(on_mini: Sinotech) -> None:
    """Two places for the records are one too many."""
    assert on_mini("countries", "--records", str(MINI)).code == 2


@pytest.mark.parametrize("limit", [2**63, 10**4000], ids=["2**63", "10**4000"])
def test_a_limit_may_be_any_number(on_mini: Sinotech, limit: int) -> None:
    """One that nothing can count with is all there is, in a batch as well."""
    argv = ("cite", "-", "--limit", str(limit), "--json")
    told = on_mini(*argv, stdin=b"Brazil has 50 labs\nNorway has labs\n")
    assert (told.code, told.out.count("\n")) == (0, 2), told.err


LONG = [
    ("country", "Brazil", "--limit", "9" * 5000),
    ("country", "Brazil", "--limit=-" + "9" * 4000),
    ("country", "Brazil", "--format", "x" * 5000),
    ("country", "Brazil", "--fields", "x" * 5000),
    ("country", "Brazil", "--records", "x" * 5000),
    ("country", "Brazil", "--" + "x" * 5000),
    ("cite", "It is.", "--as-of", "x" * 5000),
    ("search", "labs", "--kind", "x" * 5000),
    ("figures", "--source", "x" * 5000),
    ("fields", "x" * 5000),
    ("help", "x" * 5000),
    ("x" * 5000,),
]


@pytest.mark.slow
@pytest.mark.parametrize("argv", LONG, ids=lambda argv: " ".join(argv)[:30])
def test_what_is_long_is_not_repeated_whole(
    sinotech: Sinotech, argv: tuple[str, ...]
) -> None:
    """A message tells the beginning of a word of thousands of characters."""
    told = sinotech(*argv)
    assert told.code in {1, 2, 4}
    assert (told.err.count("\n"), len(told.err) < 900) == (1, True)


def test_a_source_that_is_none_is_named(on_mini: Sinotech) -> None:
    """As a country or a measure that is none is."""
    told = on_mini("figures", "--source", "nope")
    assert (told.code, "no source is called “nope”" in told.err) == (1, True)
    assert on_mini("figures", "--source", "weekly").code == 0


@pytest.mark.parametrize("words", [[], [""], [" ", ""]])
def test_a_search_needs_words(on_mini: Sinotech, words: list[str]) -> None:
    """Blanks are none."""
    told = on_mini("search", *words)
    assert told.code == 2
    assert "missing" in told.err or "there is nothing to search for" in told.err


SHELLS = [
    ("_SINOTECH_COMPLETE=complete_bash sinotech", 0, ""),
    ("_SINOTECH_COMPLETE=complete_bash COMP_WORDS=s COMP_CWORD=x sinotech", 0, ""),
    ("sinotech --install-completion zsh", 2, "takes no word"),
    ("HOME=/proc sinotech --install-completion", 4, "error: /proc/."),
    ("LC_ALL=C PYTHONUTF8=0 sinotech country 'Brásil'", 0, "“Brásil” read as"),
    ("LC_ALL=C PYTHONUTF8=0 sinotech cite 'Brásil takes part'", 0, ""),
]


@pytest.mark.parametrize(("line", "code", "told"), SHELLS)
def test_shells_ask_oddly(
    environment: dict[str, str], mini_db: Path, line: str, code: int, told: str
) -> None:
    """Without a line to complete, with a shell named, in a locale without accents."""
    done = shell(line, {**environment, "SINOTECH_DB": str(mini_db)})
    assert (done.returncode, told in done.stderr) == (code, True), done
    assert "Traceback" not in done.stderr
    assert "UTF-8" not in done.stderr


def test_a_header_that_is_wrong_is_the_only_error(
    sinotech: Sinotech, tmp_path: Path
) -> None:
    """What records name is there, though the header lacks a key."""
    path = tmp_path / "own.yaml"
    path.write_text(MINI.read_text(encoding="utf-8").replace(", format: 1", "", 1))
    told = sinotech("lint", "--records", str(path)).out
    assert "'format' is missing" in told
    assert told.count(": E") == 1, told


BLANK_ASKED = """country|{}
program|{}
person|{}
org|{}
group|{}
figure|{}
source|{}
series|{}
show|{}
related|{}
search|{}
cite|{}
compare|{}
compare|Brazil|{}
fields|{}
help|{}
schema|{}
check|{}
figures|--country|{}
figures|--program|{}
figures|--measure|{}
figures|--source|{}
figures|--as-of|{}
figures|--fields|{}
figures|--format|{}
figures|--limit|{}
check|d.md|--annotate|{}
check|d.md|--baseline|{}
check|d.md|--fields|{}
check|d.md|--select|{}
check|-|--stdin-filename|{}
check|d.md|--style|{}
check|d.md|--write-baseline|{}
timeline|--country|{}""".splitlines()


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u3000"], ids=ascii)
@pytest.mark.parametrize("asked", BLANK_ASKED)
def test_a_blank_is_misuse(on_mini: Sinotech, asked: str, blank: str) -> None:
    """It asks for nothing, and is no name that nothing has; a file may be called so."""
    told = on_mini(*asked.format(blank).split("|"))
    is_file = blank and asked == "check|{}"
    assert (told.code, told.out) == (4 if is_file else 2, ""), told
    assert told.err.splitlines()[0].startswith("error: ")


def test_a_blank_line_is_an_error_of_that_line(on_mini: Sinotech) -> None:
    """The rest of a batch is answered."""
    told = on_mini("country", "-", stdin=b"\n \nBrazil\n")
    lines = [f"line {number}: the name is empty; give one" for number in (1, 2)]
    assert (told.code, told.err.splitlines()) == (2, lines)
    assert "Brazil (BR)" in told.out
