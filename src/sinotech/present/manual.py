"""The manual page, in roff, from the commands and topics as they are declared."""

from sinotech import __version__
from sinotech.answers.commands import COMMANDS
from sinotech.answers.grammar import Argument, Option
from sinotech.answers.options import LOOK_UP, PAGES, SECTION, STRICT
from sinotech.answers.topics import EXAMPLES, PURPOSE, TOPICS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from sinotech.answers.grammar import Command

_SHARED = (*PAGES, *LOOK_UP, SECTION, STRICT)
"""Options that many commands take, and that the page tells of once."""


def manual() -> str:
    """Return the page `sinotech(1)` for man, with nothing but ASCII."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> "Iterator[str]":
    yield f'.TH SINOTECH 1 "" "sinotech {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "sinotech \\- reference on China's cooperation in science and technology"
    yield ".SH SYNOPSIS"
    yield ".B sinotech"
    yield _plain("COMMAND [ARGUMENTS] [OPTIONS]")
    yield ".SH DESCRIPTION"
    yield _plain(PURPOSE)
    for panel in dict.fromkeys(command.panel for command in COMMANDS):
        yield f'.SH "{panel.upper()}"'
        for command in COMMANDS:
            if command.panel == panel:
                yield from _command(command)
    yield ".SH OPTIONS"
    for option in _SHARED:
        yield from _option(option)
    for topic in TOPICS:
        yield f'.SH "{_HEADINGS.get(topic.name, topic.name).upper()}"'
        yield _plain(topic.about)
        for paragraph in topic.text:
            yield from (".PP", _plain(paragraph))
        for term, meaning in topic.entries:
            yield from (".TP", f".B {_plain(term)}", _plain(meaning))
    yield ".SH EXAMPLES"
    for line, meaning in EXAMPLES:
        yield from (".TP", f".B {_plain(line)}", _plain(meaning))


_HEADINGS = {"exit-codes": "exit status"}
"""What manuals call a topic."""


def _command(command: "Command") -> "Iterator[str]":
    """Yield what a command does, then its own arguments and options."""
    words = [
        (one.metavar if one.required else f"[{one.metavar}]") + "..." * one.many
        for one in command.parameters
        if isinstance(one, Argument)
    ]
    yield f'.SS "{_plain(" ".join([command.name, *words]))}"'
    yield _plain(command.help)
    for one in command.parameters:
        if isinstance(one, Argument):
            yield from (".TP", f".I {_plain(one.metavar)}", _plain(one.help))
        elif one not in _SHARED:
            yield from _option(one)


def _option(option: Option) -> "Iterator[str]":
    flags = ", ".join(option.flags)
    yield ".TP"
    yield f".B {_plain(f'{flags} {option.metavar}'.rstrip())}"
    yield _plain(option.help)


def _plain(text: str) -> str:
    r"""Return *text* so that roff prints it as it stands, in ASCII.

    >>> _plain(".x -f “a\\b”")
    '\\&.x \\-f \\[u201C]a\\(rsb\\[u201D]'
    """
    escaped = text.replace("\\", "\\(rs").replace("-", "\\-").replace("'", "\\(aq")
    escaped = escaped.replace('"', "\\(dq").replace("^", "\\(ha").replace("~", "\\(ti")
    escaped = escaped.replace("`", "\\(ga")
    safe = "".join(c if c.isascii() else f"\\[u{ord(c):04X}]" for c in escaped)
    return f"\\&{safe}" if safe.startswith(".") else safe
