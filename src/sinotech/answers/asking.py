"""Asking a command: its function called, and its answer made whole."""

from sinotech import __version__
from sinotech.answers.answer import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from typing import Any

    from sinotech.answers.grammar import Command, Values
    from sinotech.answers.style import Style


def answer_of(
    command: "Command",
    values: "Values",
    store: "sqlite3.Connection | None",
    *,
    whole: bool = True,
) -> Answer:
    """Return what *command* answers; *values* are the parameters of its function.

    If it is not *whole*, only its data are wanted, not the list of its sources.
    """
    function: Callable[..., Answer] = named(command.run)
    style = values.get("style")
    values = {key: value for key, value in values.items() if key != "style"}
    if store is None:
        answer = function(**values)
        complete(answer, None)
        _tell_of_pages(answer)
        return answer
    values, notices = _legible(values)
    from sinotech.store import Wall

    with Wall(store) as trusted:
        answer = function(store, **values)
        if whole and not answer.drawn:
            complete(answer, store, style)
        if not trusted:
            answer.read()
        _tell_of_pages(answer)
    answer.notices = (*notices, *answer.notices)
    return answer


def named(path: str) -> "Callable[..., Any]":
    """Return the function that *path* names, as ``module:function``."""
    module, _, name = path.partition(":")
    # importlib's own import costs more than most look-ups
    found: Callable[..., Any] = getattr(__import__(module, fromlist=[name]), name)
    return found


def _legible(values: "Values") -> "tuple[Values, list[str]]":
    """Return *values* with every text as it is looked up, and notices of what differs.

    A claim is left as it is: it is quoted as given, and made plain where it is read.
    Raises UsageError if a text is none.
    """
    odd = [name for name, value in values.items() if _is_odd(value)]
    if not odd:
        return values, []
    from sinotech.signs import arrived, check, plain, told

    read, notices = dict(values), []
    for name in odd:
        several = isinstance(values[name], list)
        texts = [*map(arrived, values[name] if several else [values[name]])]
        for text in texts:
            check(text)
        made = texts if name == "claim" else [plain(text) for text in texts]
        read[name] = made if several else made[0]
        if name != "claim":
            notices += [notice for text in texts for notice in told(text)]
    return read, notices


def _is_odd(value: "Any") -> bool:  # noqa: ANN401  # whatever a parameter holds
    """Whether a text of *value* holds more than the signs of a keyboard."""
    if isinstance(value, str):
        return not (value.isascii() and value.isprintable())
    return isinstance(value, list) and any(map(_is_odd, value))


def complete(
    answer: Answer, store: "sqlite3.Connection | None", style: str | None = None
) -> None:
    """Fill in what the store alone knows: the sources cited, and where it is from."""
    answer.meta["tool"] = f"sinotech {__version__}"
    answer.meta["records"] = None
    if store is None:
        return
    from sinotech.query.records import find_briefs, find_origin

    answer.meta["records"] = find_origin(store)
    if not answer.has_sources:
        answer.sources = find_briefs(store, answer.cited())
    if style:
        from sinotech.answers.style import Style
        from sinotech.query.records import find_styled

        _dress(answer, Style(style, find_styled(store, answer.cited(), style)))


def _dress(answer: "Answer", style: "Style") -> None:
    """Give every source and citation of *answer* a ``styled`` text, without italics."""
    from sinotech.safe import unmarked

    answer.style = style
    data = answer.data if isinstance(answer.data, list) else [answer.data]
    sources = [one for one in data if one and one.get("kind") == "source"]
    for source in [*answer.sources, *sources]:
        source["styled"] = unmarked(style.reference(source["id"]))
    for citation in answer.citations():
        citation["styled"] = unmarked(style.place(citation)) or None
    if isinstance(answer.data, dict) and "line" in answer.data:
        from sinotech.claims.answering import line_of  # a claim loaded it already

        answer.data["line"] = line_of(answer.data)


def _tell_of_pages(answer: Answer) -> None:
    """Say what is cut, and how to see more."""
    if answer.pages:
        from sinotech.answers.paging import notice

        answer.notices = (*answer.notices, notice(answer))
