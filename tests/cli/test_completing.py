"""A shell is offered the same by the front door as by Typer."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import typer
from typer._completion_classes import BashComplete

from sinotech.answers.commands import COMMANDS
from sinotech.answers.grammar import Command, NotUnderstoodError, Option
from sinotech.cli.app import answer, make_app
from sinotech.cli.completing import candidates
from sinotech.cli.front import main

LINES = [
    # a line, up to the cursor, and whether the front door answers
    ("", True),
    ("c", True),
    ("country", True),
    ("nosuch", True),
    ("-", False),
    ("country ", True),
    ("country b", True),
    ("country B", True),
    ("country bra", True),
    ("country Japan", True),
    ("country Brazil ", True),
    ("country --", True),
    ("country -", True),
    ("country --s", True),
    ("country --no", True),
    ("country --h", True),
    ("country --json --", True),
    ("country --strict --", True),
    ("country --records a --", True),
    ("country --format ", True),
    ("country --format j", True),
    ("country --format=j", True),
    ("country -f ", True),
    ("country --db ", True),
    ("country --nonsense ", False),
    ("country -- ", True),
    ("country -- -", False),
    ("country -- B", True),
    ("country Brazil --db", True),
    ("program ", True),
    ("program brics", True),
    ("figures --country B", True),
    ("figures --country=B", True),
    ("figures --country = B", True),
    ("figures --country =", True),
    ("figures --program ", True),
    ("figures word ", True),
    ("compare Brazil ", True),
    ("compare Brazil Ken", True),
    ("series ", True),
    ("show ", True),
    ("countries ", True),
    ("countries extra ", True),
    ("cite --limit ", True),
    ("figure fig", True),
    ("person J", True),
    ("nosuch --", False),
]


@pytest.fixture
def on_mini(mini_db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Complete from the small record set."""
    monkeypatch.setenv("SINOTECH_DB", str(mini_db))


@cache
def typer_commands() -> BashComplete:
    """Return Typer's own completion of all commands, which takes long to make."""
    commands = typer.main.get_command(make_app())
    return BashComplete(commands, {}, "sinotech", "_SINOTECH_COMPLETE")


def by_typer(words: list[str], begun: str) -> list[tuple[str, str]]:
    """Return what Typer offers, each with what it means."""
    offers = typer_commands().get_completions(words, begun)
    told = [(offer.value, offer.help or "") for offer in offers]
    # Typer puts -h and --help in the order of a set, which differs from run to run
    return sorted(told, key=lambda offer: offer[0] == "--help")


@pytest.mark.usefixtures("on_mini")
@pytest.mark.parametrize(("line", "answered"), LINES)
def test_offers_are_those_of_typer(line: str, answered: bool) -> None:  # noqa: FBT001
    """The same candidates, with the same words, in the same order."""
    *words, begun = line.split(" ")
    if not answered:
        with pytest.raises(NotUnderstoodError):
            candidates(words, begun)
        return
    assert candidates(words, begun) == by_typer(words, begun)


@pytest.mark.usefixtures("on_mini")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_place_is_completed(command: Command) -> None:
    """Each argument and each option's value of the table is offered as by Typer."""
    options = [one for one in command.parameters if isinstance(one, Option)]
    flags = [flag for one in options for flag in one.spellings()]
    for words in [[command.name], *([command.name, flag] for flag in flags)]:
        for begun in ("", "b"):
            assert candidates(words, begun) == by_typer(words, begun)
    assert candidates([command.name], "-") == by_typer([command.name], "-")


def environment(shell: str, line: str) -> Iterator[dict[str, str]]:
    """Yield the settings in which a shell's script asks about *line*."""
    words = ["sinotech", *line.split(" ")]
    asking = {"_SINOTECH_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        line = "\n".join(words)
        yield {**asking, "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
        return
    asking["_TYPER_COMPLETE_ARGS"] = " ".join(words)
    actions = ("get-args", "is-args") if shell == "fish" else ("",)
    for action in actions:
        yield {**asking, "_TYPER_COMPLETE_FISH_ACTION": action}


@pytest.mark.usefixtures("on_mini")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "nosuch"])
@pytest.mark.parametrize(
    "line", ["", "c", "country B", "country --s", "show x", "countries ", "nosuch -"]
)
def test_each_shell_is_answered_as_by_typer(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shell: str,
    line: str,
) -> None:
    """The same bytes and the same exit code, whatever the shell."""
    monkeypatch.setenv("COLUMNS", "1000")  # Typer breaks long lines otherwise
    for settings in environment(shell, line):
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        ends = []
        for asked in (main, answer):
            with pytest.raises(SystemExit) as ended:
                asked([])
            ends.append((ended.value.code or 0, capsys.readouterr()))
        assert ends[0] == ends[1]


def test_without_a_database_nothing_is_offered(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Completion never complains."""
    monkeypatch.setenv("SINOTECH_DB", str(tmp_path / "none.db"))
    assert candidates(["country"], "B") == []
