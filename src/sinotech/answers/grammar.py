"""What a command line may say, as plain values; and words read by it.

The commands are declared once, in :mod:`sinotech.answers.commands`; whatever reads or
describes a command line is derived from that. Nothing is imported here, so that a
look-up pays for none of it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    Values = dict[str, Any]


class Argument:
    """A word that stands by its place."""

    __slots__ = ("completes", "help", "many", "metavar", "name", "required")

    def __init__(
        self,
        name: str,
        help: str,
        *,
        required: bool = True,
        many: bool = False,
        completes: "Sequence[str]" = (),
    ) -> None:
        """Declare the parameter *name* of the command's function.

        *completes* are the kinds of record whose names a shell may offer for it.
        """
        self.name = name
        self.help = help
        self.required = required
        self.completes = tuple(completes)
        self.many = many
        self.metavar = name.upper().rstrip("_")

    @property
    def default(self) -> "list[str] | None":
        """What the parameter is if no word stands in its place."""
        return [] if self.many else None


class Option:
    """A word that begins with dashes, and what may follow it.

    *of* is ``text``, ``count``, ``flag``, or ``switch`` for a flag that can be denied.
    """

    __slots__ = (
        "choices",
        "completes",
        "flags",
        "help",
        "many",
        "metavar",
        "name",
        "of",
    )

    def __init__(  # noqa: PLR0913
        self,
        name: str,
        flags: "Sequence[str]",
        help: str,
        *,
        of: str = "text",
        many: bool = False,
        metavar: str = "",
        choices: "Sequence[str]" = (),
        completes: "Sequence[str]" = (),
    ) -> None:
        """Declare the parameter *name* of the command's function."""
        self.name = name
        self.flags = tuple(flags)
        self.help = help
        self.of = of
        self.many = many
        self.metavar = metavar or "|".join(choices)
        self.choices = tuple(choices)
        self.completes = tuple(completes)

    @property
    def default(self) -> "list[str] | bool | None":
        """What the parameter is if the option is not given."""
        if self.many:
            return []
        return False if self.of == "flag" else None

    def spellings(self) -> "dict[str, bool | None]":
        """Return each way to write the option, with what it means.

        None is for an option that the next word gives its value.
        """
        if self.of == "flag":
            return dict.fromkeys(self.flags, True)
        if self.of != "switch":
            return dict.fromkeys(self.flags)
        found: dict[str, bool | None] = {}
        for flags in self.flags:
            yes, _, no = flags.partition("/")
            found |= {yes: True, no: False} if no else {yes: True}
        return found


class Command:
    """One command: its words, its help, the function that answers, and what with.

    *run* names the function as ``module:function``, so that only the module of the
    command that was asked for is imported; *view*, in the same way, the function that
    sets its page. *batch* names the argument that ``-`` replaces by the lines of
    standard input. *shape* is the id of the schema of its answers, unless that is the
    command's name and ``@1``. *data* is what they hold, by names of definitions of
    :mod:`sinotech.schema.envelope`: ``figure[]`` is a list, ``figure?`` may be null,
    ``a | b`` is either; words after a name are fields that are there besides. *rows* is
    the kind of its rows, see :data:`sinotech.schema.columns.FIELDS`. *page* is how many
    records of a list it answers with unless told otherwise; 0 if its answers have no
    pages. One that *writes* makes files, so that slips are told before it begins. One
    that *prints* does so by itself, bit by bit, and returns the exit code.
    One that *serves* another program has no shape: it answers as that program wants.
    """

    __slots__ = (
        "batch",
        "data",
        "help",
        "name",
        "page",
        "panel",
        "parameters",
        "prints",
        "reads_store",
        "rows",
        "run",
        "shape",
        "view",
        "writes",
    )

    def __init__(  # noqa: PLR0913
        self,
        name: str,
        run: str,
        help: str,
        *parameters: "Argument | Option",
        panel: str,
        data: str = "",
        rows: str = "",
        view: str = "",
        batch: str = "",
        page: int = 0,
        reads_store: bool = True,
        prints: bool = False,
        writes: bool = False,
        serves: bool = False,
        shape: str = "",
    ) -> None:
        """Declare the command *name*."""
        self.name = name
        self.run = run
        self.help = help
        self.parameters = parameters
        self.panel = panel
        self.data = data
        self.rows = rows
        self.view = view
        self.batch = batch
        self.page = page
        self.reads_store = reads_store
        self.prints = prints or serves
        self.writes = writes
        self.shape = "" if serves else shape or f"{name}@1"


class NotUnderstoodError(Exception):
    """The command line is not understood here; Typer must read it."""


def parted(command: Command, words: "Sequence[str]") -> "tuple[Values, list[str]]":
    """Return the options that *words* give to *command*, and the words between them.

    Raises NotUnderstoodError.
    """
    spelt = {
        flag: (one, meaning)
        for one in command.parameters
        if isinstance(one, Option)
        for flag, meaning in one.spellings().items()
    }
    given: Values = {}
    plain: list[str] = []
    left = list(reversed(words))
    while left:
        word = left.pop()
        if word == "--":
            return given, [*plain, *reversed(left)]
        if word == "-" or not word.startswith("-"):
            plain.append(word)
            continue
        flag, value = _halves(word)
        if flag not in spelt:
            raise NotUnderstoodError
        option, meaning = spelt[flag]
        if meaning is None:
            _give(given, option, _next(left) if value is None else value)
        elif value is None:
            given[option.name] = meaning
        else:
            raise NotUnderstoodError
    return given, plain


def _halves(word: str) -> tuple[str, str | None]:
    """Return the flag of an option, and the value that stands in the same word."""
    if word.startswith("--"):
        flag, equals, value = word.partition("=")
        return flag, value if equals else None
    return word[:2], word[2:] or None


def _next(left: list[str]) -> str:
    if not left:
        raise NotUnderstoodError
    return left.pop()


def _give(given: "Values", option: Option, value: str) -> None:
    """Put the *value* of an *option* to what is *given*."""
    if option.choices and value not in option.choices:
        raise NotUnderstoodError
    if option.many:
        given.setdefault(option.name, []).append(value)
    elif option.of == "count":
        try:
            given[option.name] = int(value)
        except ValueError:
            raise NotUnderstoodError from None
    else:
        given[option.name] = value


def placed(command: Command, words: list[str]) -> "Values":
    """Return the arguments that *words* give to *command*, each by its place.

    Raises NotUnderstoodError if there are too many.
    """
    given: Values = {}
    for one in command.parameters:
        if isinstance(one, Argument) and words:
            given[one.name] = words if one.many else words[0]
            words = [] if one.many else words[1:]
    if words:
        raise NotUnderstoodError
    return given
