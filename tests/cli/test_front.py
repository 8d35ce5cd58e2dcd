"""The two readers of a command line read it alike."""

from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO
from typing import Any

import pytest
import typer
from examples import times
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sinotech.answers.commands import BY_NAME, COMMANDS
from sinotech.answers.grammar import Argument, Command, Option
from sinotech.cli import app
from sinotech.cli.front import read

Read = tuple[str, dict[str, Any]]
ByTyper = Callable[[Sequence[str]], Read | None]


@pytest.fixture
def by_typer(monkeypatch: pytest.MonkeyPatch) -> ByTyper:
    """Return what Typer reads in a command line; nothing if it answers by itself."""
    found: list[Read] = []

    def run(command: Command, values: dict[str, Any]) -> int:
        found.append((command.name, values))
        return 0

    monkeypatch.setattr(app, "run", run)
    commands = typer.main.get_command(app.make_app())

    def reader(argv: Sequence[str]) -> Read | None:
        found.clear()
        quietly = (redirect_stdout(StringIO()), redirect_stderr(StringIO()))
        with quietly[0], quietly[1], suppress(Exception, SystemExit):
            commands.main(list(argv), prog_name="sinotech", standalone_mode=False)
        return found[0] if found else None

    return reader


def by_front(argv: Sequence[str]) -> Read | None:
    """Return what the front door reads in a command line; nothing if it leaves it."""
    asked = read(argv)
    return (asked[0].name, asked[1]) if asked else None


WORDS = st.sampled_from(
    ["Brazil", "", "-", "--", "a b", "巴西", "=", "a=b", "-x", "--x", "\udcff", "10"]
) | st.text(max_size=4)
LOOSE = """
--help -h -hf --version --nonsense --form --forma=json --json=yes --json= -f -fjson
-fxml -f=json --format --format= --format=xml --limit=x --limit=1_0 --limit=٣ --limit=+4
--limit --strict=no --no-strict= --=x --- -= -- -- - -ff --records --records=
--install-completion --show-completion
""".split()


def options(command: Command) -> st.SearchStrategy[list[str]]:
    """Draw one option of *command*, well given, in any of its spellings."""
    declared = [one for one in command.parameters if isinstance(one, Option)]
    return st.sampled_from(declared).flatmap(_given)


def _given(option: Option) -> st.SearchStrategy[list[str]]:
    values = {"count": st.integers().map(str)}.get(option.of, WORDS)
    if option.choices:
        values = st.sampled_from(option.choices)

    def written(flag: str) -> st.SearchStrategy[list[str]]:
        if option.spellings()[flag] is not None:
            return st.just([flag])
        apart = values.map(lambda value: [flag, value])
        if flag.startswith("--"):
            return apart | values.map(lambda value: [f"{flag}={value}"])
        return apart | values.filter(bool).map(lambda value: [flag + value])

    return st.sampled_from(list(option.spellings())).flatmap(written)


def well_formed(command: Command) -> st.SearchStrategy[list[str]]:
    """Draw a line that *command* takes: its options and arguments in any order."""
    arguments = [one for one in command.parameters if isinstance(one, Argument)]
    most = sum(4 if one.many else 1 for one in arguments)
    plain = WORDS.filter(lambda word: word == "-" or not word.startswith("-"))
    words = st.lists(plain.map(lambda word: [word]), max_size=most)
    mixed = st.tuples(st.lists(options(command), max_size=5), words).flatmap(
        lambda drawn: st.permutations([*drawn[0], *drawn[1]])
    )
    return mixed.map(lambda pieces: [command.name, *(w for one in pieces for w in one)])


def any_line(command: Command) -> st.SearchStrategy[list[str]]:
    """Draw a line that *command* may or may not take."""
    loose = st.sampled_from(LOOSE).map(lambda word: [word])
    piece = options(command) | loose | WORDS.map(lambda word: [word])
    return st.lists(piece, max_size=7).map(
        lambda pieces: [command.name, *(word for one in pieces for word in one)]
    )


FIXTURES = settings(
    max_examples=times(6), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FIXTURES
@given(st.sampled_from(COMMANDS).flatmap(any_line))
def test_no_line_is_read_in_two_ways(by_typer: ByTyper, argv: list[str]) -> None:
    """What the front door reads, Typer reads the same; the rest is left to Typer."""
    asked = by_front(argv)
    assert asked is None or asked == by_typer(argv)


@FIXTURES
@given(st.sampled_from(COMMANDS).flatmap(well_formed))
def test_every_sound_line_is_read(by_typer: ByTyper, argv: list[str]) -> None:
    """Whatever the table declares, the front door takes, and as Typer does."""
    asked = by_front(argv)
    assert asked is not None
    assert asked == by_typer(argv)


HARD = [
    # a line, and whether the front door reads it
    ("country Brazil", True),
    ("country", True),
    ("country -", True),
    ("country -- -", True),
    ("country -- --json", True),
    ("country --json --", True),
    ("country --json -- Brazil", True),
    ("country Brazil -- --json", False),
    ("country --json Brazil --strict", True),
    ("country --strict --no-strict Brazil", True),
    ("country Brazil --db --json", True),
    ("country Brazil --db -- --json", True),
    ("country Brazil --db=", True),
    ("country Brazil --db=a=b", True),
    ("country Brazil --db a --db b", True),
    ("country --records a --records=b Brazil", True),
    ("country -fjson Brazil", True),
    ("country -f json Brazil", True),
    ("country -f=json Brazil", False),
    ("country -f", False),
    ("country -fx Brazil", False),
    ("country --json=1 Brazil", False),
    ("country --js Brazil", False),
    ("country --help", False),
    ("country -h", False),
    ("country Brazil China", False),
    ("country --db", False),
    ("cite claim --limit 1_000", True),
    ("cite claim --limit ٣", True),
    ("cite claim --limit -3", True),
    ("cite claim --limit three", False),
    ("cite claim --limit=", False),
    ("figures", True),
    ("figures some --country CN words", True),
    ("search --kind figure -- -minus --plus", True),
    ("compare a b c", True),
    ("countries extra", False),
    ("-- country Brazil", False),
    ("--version", False),
    ("--json country Brazil", False),
    ("--install-completion", False),
    ("contry Brazil", False),
    ("", False),
]


@pytest.mark.parametrize(("line", "taken"), HARD)
def test_hard_lines_are_read_alike(by_typer: ByTyper, line: str, taken: bool) -> None:  # noqa: FBT001
    """Each of these is read as Typer does, or left to it."""
    argv = line.split()
    asked = by_front(argv)
    assert (asked is not None) == taken
    assert asked is None or asked == by_typer(argv)


def test_flags_are_of_two_kinds() -> None:
    """Flags are one dash and a letter, or two dashes and a word: no others are read."""
    for command in BY_NAME.values():
        for one in command.parameters:
            for flag in one.spellings() if isinstance(one, Option) else ():
                assert flag.startswith("--") or len(flag) == 2, flag


def test_an_argument_of_many_words_is_the_last() -> None:
    """Typer would share words out otherwise than the front door does."""
    for command in COMMANDS:
        many = [one.many for one in command.parameters if isinstance(one, Argument)]
        assert True not in many[:-1], command.name
