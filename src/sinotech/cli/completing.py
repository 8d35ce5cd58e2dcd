"""What a shell may offer next on a command line, told without Typer.

Typer writes the scripts that ask (``sinotech --install-completion``), and they ask on
every press of the key. Bash, zsh and fish are answered here, from the same
declarations and with the same candidates; what is not surely understood is left to
Typer, as in :mod:`sinotech.cli.front`.
"""

import os
import sys

from sinotech.answers.commands import BY_NAME, COMMANDS
from sinotech.answers.grammar import Argument, NotUnderstoodError, Option, parted
from sinotech.errors import FAULT, NOT_FOUND, SinotechError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from sinotech.answers.grammar import Command

    Offers = list[tuple[str, str]]

HELP = (("-h", "--help"), "Show this message and exit.")
"""What Typer adds to every command."""


def complete(asking: str) -> int | None:
    """Print what the shell *asking* may offer, and return the exit code.

    *asking* and the line begun are in the environment, as Typer's scripts put them
    there. None if Typer must answer.
    """
    shell = asking.removeprefix("complete_")
    if shell == "bash" and not _is_asked():
        return 0
    if shell not in _WRITERS or (begun := _begun(shell)) is None:
        return None
    try:
        offers = candidates(*begun)
    except NotUnderstoodError:
        return None
    if os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args" and shell == "fish":
        return 0 if offers else NOT_FOUND
    from sinotech.cli.streams import drop_stdout

    try:
        sys.stdout.write(_WRITERS[shell](offers) + "\n")
        sys.stdout.flush()
    except OSError:  # nobody reads it
        drop_stdout()
        return FAULT
    return 0


def _is_asked() -> bool:
    """Whether bash tells the line, and which word of it is begun."""
    at = os.environ.get("COMP_CWORD", "")
    return "COMP_WORDS" in os.environ and at.isascii() and at.isdecimal()


def _begun(shell: str) -> tuple[list[str], str] | None:
    """Return the whole words after the program's name, and the word begun."""
    line = os.environ.get("COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS")
    if line is None or any(sign in line for sign in "'\"\\"):
        return None  # quotes are for Typer to take off
    words = [word for word in line.translate(_BLANKS).split(" ") if word]
    if shell == "bash":
        at = int(os.environ["COMP_CWORD"])
        return words[1:at], words[at] if at < len(words) else ""
    if len(words) > 1 and not line.endswith(" "):
        return words[1:-1], words[-1]
    return words[1:], ""


_BLANKS = dict.fromkeys(map(ord, "\t\r\n"), " ")


def candidates(words: "Sequence[str]", begun: str) -> "Offers":
    """Return what may stand for *begun* after *words*, each with what it means.

    Raises NotUnderstoodError.
    """
    if not words and not begun.startswith("-") and begun != "=":
        return [(one.name, one.help) for one in COMMANDS if one.name.startswith(begun)]
    if not words or words[0] not in BY_NAME:
        raise NotUnderstoodError
    command, rest = BY_NAME[words[0]], list(words[1:])
    if begun == "=":
        begun = ""
    elif begun.startswith("-") and "=" in begun:
        flag, _, begun = begun.partition("=")
        return _of_last(command, [*rest, flag], parted(command, rest)[1], begun)
    if begun.startswith("-"):
        if "--" in rest:
            raise NotUnderstoodError
        return _flags(command, parted(command, rest)[0], begun)
    if rest and _awaiting(command, rest[-1]):
        return _of_last(command, rest, [], begun)
    return _of_last(command, rest, parted(command, rest)[1], begun)


def _flags(command: "Command", given: "dict[str, object]", begun: str) -> "Offers":
    """Return the options that may still be given."""
    flags = [
        (flag, one.help)
        for one in command.parameters
        if isinstance(one, Option) and (one.many or one.name not in given)
        for flag in one.spellings()
    ]
    flags += [(flag, HELP[1]) for flag in HELP[0]]
    return [(flag, told) for flag, told in flags if flag.startswith(begun)]


def _awaiting(command: "Command", flag: str) -> Option | None:
    """Return the option of *command* that *flag* leaves without its value."""
    for one in command.parameters:
        if isinstance(one, Option) and one.spellings().get(flag, True) is None:
            return one
    return None


def _of_last(
    command: "Command", rest: "Sequence[str]", plain: "Sequence[str]", begun: str
) -> "Offers":
    """Return the names that may be the value of the last option, or an argument."""
    if rest and (option := _awaiting(command, rest[-1])):
        return _names(option.completes, begun)
    filled = len(plain)
    for one in command.parameters:
        if isinstance(one, Argument):
            if one.many or not filled:
                return _names(one.completes, begun)
            filled -= 1
    return []


def _names(kinds: "Sequence[str]", begun: str) -> "Offers":
    return [offer for offer in names(kinds, begun) if offer[0].startswith(begun)]


def names(kinds: "Sequence[str]", begun: str) -> "Offers":
    """Return names of *kinds* for *begun*; none if there is no database to ask."""
    if not kinds or not _is_text(begun):
        return []
    from sinotech.query.names import complete as complete_name
    from sinotech.safe import visible
    from sinotech.store import Wall, open_store

    try:
        store = open_store()
    except SinotechError:
        return []
    try:
        with Wall(store):
            found = complete_name(store, begun, kinds)
            return [(name, visible(of)) for name, of in found if visible(name) == name]
    except SinotechError:
        return []
    finally:
        store.close()


def _is_text(begun: str) -> bool:
    """Whether *begun* has no bytes that are not UTF-8: no name has."""
    try:
        begun.encode()
    except UnicodeEncodeError:
        return False
    return True


def _for_bash(offers: "Offers") -> str:
    return "\n".join(offer for offer, _ in offers)


def _for_zsh(offers: "Offers") -> str:
    if not offers:
        return "_files"
    lines = [
        f'"{_escaped(offer)}":"{_escaped(told)}"' if told else f'"{_escaped(offer)}"'
        for offer, told in offers
    ]
    listed = "\n".join(lines)
    return f"_arguments '*: :(({listed}))'"


def _escaped(text: str) -> str:
    """Return *text* as it stands between double quotes in zsh's list of offers."""
    doubled = text.replace('"', '""').replace("'", "''")
    return doubled.replace("$", r"\$").replace("`", r"\`").replace(":", r"\\:")


def _for_fish(offers: "Offers") -> str:
    lines = (f"{offer}\t{' '.join(told.split())}" for offer, told in offers)
    return "\n".join(lines)


_WRITERS = {"bash": _for_bash, "zsh": _for_zsh, "fish": _for_fish}
