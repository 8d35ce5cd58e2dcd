"""What is made up to break the tool, and what must hold whatever comes.

:mod:`test_fuzz` asks a little of it in every run, ``bench/fuzz.py`` for as long as one
likes.
"""

import contextlib
import io
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from command_cases import ASKED, LINES
from drafted import DOUBTFUL, IDLE, RIGHT, WRONG
from hypothesis import strategies as st
from paths import MINI

from sinotech.answers.commands import BY_NAME
from sinotech.answers.grammar import Option
from sinotech.answers.options import FORMATS
from sinotech.cli.front import main

CODES = frozenset((0, 1, 2, 3, 4, 10, 11, 12, 13))
"""Exit codes that the help names; 130 and 143 are for signals, which none sends."""

PATIENCE = 120
"""Seconds after which a command counts as one that does not end."""

DAMAGED = 4
"""Exit code for records and databases that cannot be read."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, what it printed, what it raised."""

    code: int | None
    out: str
    err: str
    raised: str = ""


class EndlessError(BaseException):
    """A command took longer than anybody waits."""


def _stop(number: int, frame: FrameType | None) -> None:
    raise EndlessError


_TIMERS = (
    (signal.SIGPROF, signal.ITIMER_PROF, 1),
    (signal.SIGALRM, signal.ITIMER_REAL, 10),
)
"""Of the processor, and of the clock, which may run ten times as long: others work."""


@contextlib.contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Raise EndlessError in what takes more than *seconds* of the processor.

    So it is with what waits ten times as long.
    """
    before = [signal.signal(one, _stop) for one, *_ in _TIMERS]
    for _, timer, times in _TIMERS:
        signal.setitimer(timer, times * seconds)
    try:
        yield
    finally:
        for (one, timer, _), handler in zip(_TIMERS, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(one, handler)


def ended(argv: Sequence[str], stdin: bytes = b"") -> Ended:
    """Run a command line in this process, with streams of its own."""
    streams = [io.TextIOWrapper(io.BytesIO(b), "utf-8") for b in (stdin, b"", b"")]
    before = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    code, raised = None, ""
    try:
        with bounded(PATIENCE):
            main(list(argv))
    except SystemExit as exit_:
        code = exit_.code if isinstance(exit_.code, int) else 0
    except (Exception, EndlessError) as error:  # noqa: BLE001  # it is what is looked for
        raised = f"{type(error).__name__}: {error}"
    finally:
        sys.stdin, sys.stdout, sys.stderr = before
    out, err = (_told(stream) for stream in streams[1:])
    return Ended(code, out, err, raised)


def _told(stream: io.TextIOWrapper) -> str:
    with contextlib.suppress(ValueError):
        stream.flush()
    raw = stream.buffer
    held = raw.getvalue() if isinstance(raw, io.BytesIO) else b""
    return held.decode("utf-8", "backslashreplace")


def fault_of(argv: Sequence[str], end: Ended, *, ours: bool = True) -> str:
    """Return what is wrong with how a command ended; nothing if all is well.

    If the records or the database are *ours*, they cannot be what is damaged.
    """
    faults = {
        f"it raised {end.raised}": bool(end.raised),
        f"it ended with {end.code}": end.code not in CODES,
        f"it printed a traceback: {end.err[-500:]}": "Traceback" in end.err,
        "it printed a sign that a terminal obeys": any(
            map(_is_control, (end.out + end.err).replace("\r\n", "\n"))
        ),
        f"it calls what is ours damaged: {end.err}": end.code == DAMAGED and ours,
        "it failed and said nothing": bool(end.code) and not (end.err or end.out),
    }
    found = (told for told, is_so in faults.items() if is_so)
    return next(found, "") or _ill_formed(argv, end)


def _is_control(sign: str) -> bool:
    return (sign < " " and sign not in "\n\t") or "\x7f" <= sign < "\xa0"


def _ill_formed(argv: Sequence[str], end: Ended) -> str:
    """Return why what was printed as JSON is none; the last word on the form counts."""
    forms = ("--json", *FORMATS)
    form = next((word for word in reversed(argv) if word in forms), "")
    lines = end.out.splitlines() if form == "jsonl" else [end.out]
    if end.code in {2, DAMAGED} or form not in {"--json", "jsonl", "json"}:
        return ""
    for line in lines if end.out.strip() else ():
        try:
            json.loads(line)
        except ValueError as error:
            return f"its JSON is none: {error}"
    return ""


NASTY = [
    *("", " ", "-", "--", "\t", "'", '"', "`", "%", "_", "*", "^", "NEAR(", "a OR b"),
    *("NULL", "nan", "inf", "1e999", "0x1f", "-0", "−119", "00119", "1\u200b19"),
    *("\u202eBrazil", "e\u0301", "Bra\u00adzil", "\ufeffBR", "\U000e0042", "🇧🇷"),
    *("BRICS\x00", "\x1b[31mred", "\x07", "\r\n", "\x85", "\u2028", "\ud800"),
    *("[link=x]a[/link]", "[/]", "{}", "{0}", "%s", "$(id)", "../../etc", "a" * 5000),
    *("1,19", "16.000", "1.234.567", "28.09.2024", "09/28/2024", "2024-02-30", "零点"),
    *("9" * 400, "one hundred million billion", "५०", "３０", "½", "10⁹", "①"),
    *("China", "Brazil", "labs", "BRICS", "not", "no", "119", "agreements", "signed"),
]
"""Bits of text that some reader of text once took for something else."""

BITS = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
TEXTS = st.lists(BITS, min_size=1, max_size=8).map(" ".join)


ON_FILES = frozenset("build check coverage diff export lint verify".split())
"""Commands whose words are paths."""


@st.composite
def arguments(draw: st.DrawFn) -> list[str]:
    """Make up a command line: a command, words in its place, options of its own."""
    name = draw(st.sampled_from(sorted(set(ASKED) - ON_FILES)))
    asked = draw(st.sampled_from(ASKED[name]))
    if draw(st.integers(0, 9)) == 0:
        asked = asked[: draw(st.integers(0, len(asked)))]
    argv = [name, *(draw(TEXTS) if draw(st.booleans()) else word for word in asked)]
    for option in draw(st.lists(st.sampled_from(_options(name)), max_size=3)):
        argv.append(option.flags[0])
        if option.of in {"text", "count"}:
            value = st.sampled_from(option.choices or ["3"])
            argv.append(draw(st.one_of(TEXTS, value)))
    argv += draw(st.sampled_from([[], ["--json"], ["--format", "jsonl"]]))
    return [word.replace("\x00", "\ufffd") for word in argv]  # no process is given NUL


def _options(command: str) -> list[Option]:
    """Return the options of a command, but for those that name files."""
    options = (one for one in BY_NAME[command].parameters if isinstance(one, Option))
    return [one for one in options if one.name not in {"db", "records", "sources"}]


def _as_bytes(line: str) -> bytes:
    return line.encode("utf-8", "surrogatepass")


LINE = st.one_of(
    TEXTS.map(_as_bytes),
    st.binary(max_size=40),
    TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
)
BATCHES = st.tuples(
    st.sampled_from(sorted(LINES)), st.lists(LINE, max_size=6).map(b"\n".join)
)
"""A command that reads one question a line, and what it is given."""

SCALARS = [
    *("", "~", "[]", "{}", "!!python/object:os.system x", "&a [*a]", "*a", "9" * 5000),
    *("-5", "400 percent", "9223372036854775808", "1e400", ".nan", "2024-02-30"),
    *(
        '"\\u202eabc"',
        '"\\0"',
        '"\\e[31m"',
        '"' + "x" * 5000 + '"',
        "? a",
        "- - -",
        "\t",
    ),
]
"""Values that a line of YAML may be given."""


@st.composite
def record_sets(draw: st.DrawFn) -> bytes:
    """Make up a record set: the small one with lines lost, moved or changed."""
    lines = MINI.read_text("utf-8").splitlines()
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        way = draw(st.integers(0, 5))
        if way == 0:
            del lines[at]
        elif way == 1:
            lines.insert(at, lines[at])
        elif way == 2:
            lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
        elif way == 3:
            lines[at] = lines[at][draw(st.integers(0, 8)) :]
        else:
            key, colon, _ = lines[at].partition(": ")
            value = draw(st.sampled_from(SCALARS))
            lines[at] = f"{key}{colon}{value}"
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


MARKS = [
    *("\n\n", "\n", "\r\n", ". ", "? ", " “", "” ", "# ", "> ", "- ", "1. "),
    *("| a | b |\n", "<p>", "</p>", "<table><td>", "<script>", "&#0;", "&amp;"),
    *("<!-- sinotech: ignore -->", "<!-- sinotech: off -->", "-->", "&nbsp;"),
    *("<!-- sinotech: ignore[S001", "```\n", "`", "**", "[^1]", "---\n", "[a](b)"),
    *("\\", "\t", "$x$", "https://a.example/1"),
]
"""Markup that may stand between the words of a draft."""

SENTENCES = [
    *(RIGHT, WRONG, DOUBTFUL, IDLE, "The", "Both.", "巴西。"),
    "It ran 30 joint laboratories.",
    "Its outputs are , and the like.",
    "They said that the center has 50, 60 or 70 laboratories; so did Brazil.",
]

PIECES = st.one_of(st.sampled_from(MARKS), st.sampled_from(SENTENCES), TEXTS)

DRAFTS = st.tuples(
    st.lists(PIECES, max_size=12).map(" ".join),
    st.sampled_from([".md", ".txt", ".html"]),
    st.sampled_from(["jsonl", "json", "plain", "table", "sarif", "github", "md"]),
)
"""What a draft holds, how its name ends, and the form that is asked for."""

ON_RECORDS = [
    ["lint"],
    ["country", "Norway", "--json"],
    ["cite", "Brazil takes part in laboratories"],
]
ON_DATABASES = [
    ["country", "Brazil", "--json"],
    ["cite", "Brazil takes part in laboratories", "--json"],
    ["search", "laboratories"],
    ["figures", "--format", "jsonl"],
    ["show", "brics"],
    ["timeline"],
    ["coverage"],
]


@st.composite
def damages(draw: st.DrawFn, size: int) -> list[tuple[int, bytes]]:
    """Make up what is written over a database of *size* bytes, and where.

    A place of ``-n`` means that all but its first *n* bytes are lost.
    """
    made = []
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, size - 1))
        made.append((place, draw(st.binary(min_size=1, max_size=64))))
    if draw(st.integers(0, 5)) == 0:
        made.append((-draw(st.integers(0, size)), b""))
    return made


def damaged(whole: bytes, damage: list[tuple[int, bytes]]) -> bytes:
    """Return the bytes of a database after a damage."""
    held = bytearray(whole)
    for place, written in damage:
        if written:
            held[place : place + len(written)] = written[: len(held) - place]
        else:
            del held[-place:]
    return bytes(held)


def fault_of_arguments(argv: list[str], db: Path) -> str:
    """Return what is wrong with the answer to a made-up command line."""
    here = ["--db", str(db)] if BY_NAME[argv[0]].reads_store else []
    line = [argv[0], *here, *argv[1:]]
    return fault_of(line, ended(line))


def fault_of_batch(command: str, stdin: bytes, db: Path) -> str:
    """Return what is wrong with the answers to made-up lines."""
    line = [command, "-", "--format", "jsonl", "--db", str(db)]
    return fault_of(line, ended(line, stdin))


def fault_of_draft(text: str, suffix: str, form: str, db: Path, folder: Path) -> str:
    """Return what is wrong with the check of a made-up draft."""
    path = folder / f"draft{suffix}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    options = ("--all", "--strict", "--format", form, "--db", str(db))
    line = ["check", str(path), *options]
    return fault_of(line, ended(line), ours=False)


def fault_of_records(content: bytes, asked: list[str], folder: Path) -> str:
    """Return what is wrong with the answer on a made-up record set."""
    path = folder / "set.yaml"
    path.write_bytes(content)
    line = [*asked, "--records", str(path)]
    return fault_of(line, ended(line), ours=False)


def fault_of_database(content: bytes, asked: list[str], folder: Path) -> str:
    """Return what is wrong with the answer on a damaged database."""
    path = folder / "set.db"
    path.write_bytes(content)
    line = [*asked, "--db", str(path)]
    return fault_of(line, ended(line), ours=False)
