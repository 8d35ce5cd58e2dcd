"""What the styles for readers share: quotation marks, full stops, lists of names."""

from collections.abc import Sequence

from sinotech.safe import ITALIC

_STOPS = ".?!。？！…"


def quoted(title: str, end: str = "") -> str:
    """Return *title* in quotation marks, with *end* before the closing one.

    Marks within become single ones; a full stop yields to a mark that ends the title.

    >>> quoted('The "Daily", again', "."), quoted("Who pays?", ".")
    ('“The ‘Daily’, again.”', '“Who pays?”')
    """
    inner = title.replace("“", "‘").replace("”", "’")
    for index in range(inner.count('"')):
        inner = inner.replace('"', "’" if index % 2 else "‘", 1)
    stopped = inner.rstrip("’]")[-1:] in _STOPS
    return f"“{inner}{'' if end == '.' and stopped else end}”"


def italic(text: str) -> str:
    """Return *text* set in italics."""
    return f"{ITALIC}{text}{ITALIC}" if text else ""


def ended(text: str) -> str:
    """Return *text* with a full stop, unless it ends in a mark that stands for one.

    >>> ended("Ana “Wrecker”"), ended("Who pays?”"), ended("[Lu, Z.]")
    ('Ana “Wrecker.”', 'Who pays?”', '[Lu, Z.]')
    """
    bare = text.rstrip(f"”’]{ITALIC}")
    if bare[-1:] in _STOPS:
        return text
    return f"{text[:-1]}.”" if text.endswith("”") else f"{text}."


def followed(text: str) -> str:
    """Return *text* with a comma, unless it ends in one, within its quotation marks.

    >>> followed("Ana “Wrecker”"), followed("“A title,”")
    ('Ana “Wrecker,”', '“A title,”')
    """
    if text.endswith(",”"):
        return text
    return f"{text[:-1]},”" if text.endswith("”") else f"{text},"


def sentences(*parts: str) -> str:
    """Return the *parts* that hold anything, each ended, one after the other."""
    return " ".join(ended(part) for part in parts if part)


def listed(names: Sequence[str], conjunction: str, *, serial: bool = True) -> str:
    """Return *names* as a list whose last two are joined by *conjunction*.

    >>> listed(["A", "B"], "and"), listed(["A", "B", "C"], "&")
    ('A and B', 'A, B, & C')
    """
    if len(names) < 3:  # noqa: PLR2004
        return f" {conjunction} ".join(names)
    comma = "," if serial else ""
    return f"{', '.join(names[:-1])}{comma} {conjunction} {names[-1]}"
