"""Pages as plain text, untruncated and unboxed, and as Markdown."""

from sinotech.present.form import PageFormat
from sinotech.safe import ITALIC, unmarked, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from sinotech.checking.diagnostic import Diagnostic
    from sinotech.checking.run import Run
    from sinotech.present.page import Page, Section


class Plain(PageFormat):
    """Plain text, a line for each thing that is said."""

    def drawn(self, page: "Page") -> str:
        """Return *page* as lines of any length."""
        return as_plain(page)

    def texts(self, found: "Iterator[Diagnostic]", run: "Run") -> "Iterator[str]":  # noqa: ARG002
        """Yield a line for each of what is *found*."""
        from sinotech.present.checked import line_of

        for one in found:
            yield f"{line_of(one)}\n"


class Markdown(PageFormat):
    """Markdown with tables, as GitHub and CommonMark read it."""

    is_whole = True

    def drawn(self, page: "Page") -> str:
        """Return *page* as Markdown."""
        return as_markdown(page)


def as_plain(page: "Page") -> str:
    """Return *page* as lines of any length: a line of text is one thing said.

    The same whatever the terminal, so that it can be searched and compared.
    """
    return "".join(f"{line}\n" for line in _plain_lines(page))


def _plain_lines(page: "Page") -> "Iterator[str]":
    if page.title:
        yield visible(page.title)
    for line in page.lines:
        yield visible(line)
    yield from map(visible, page.listing)
    for told in page.told:
        yield "  " * told.depth + visible(sentence(told.label, told.text))
    for section in page.sections:
        if section.heading:
            yield ""
            yield visible(section.heading).upper() + section.part
        dash = "- " if len(section.columns) > 1 else ""  # findings stand for themselves
        for row in section.rows:
            yield dash + _joined(section, row)
    if page.sources:
        yield ""
        yield "SOURCES"
        for entry in page.sources:
            text = f"{entry.mark} {entry.reference} {entry.url}".rstrip()
            yield visible(unmarked(text))
            for line in entry.lines:
                yield visible(unmarked(f"    {line}"))


def sentence(label: str, text: str) -> str:
    """Return *text* after its label, if it has one.

    >>> sentence("Rule", "both say 119."), sentence("To paste", "")
    ('Rule: both say 119.', 'To paste')
    """
    return ": ".join(filter(None, (label, text)))


def _joined(section: "Section", row: tuple[str, ...]) -> str:
    """Return the cells of *row* as one line; marks follow without a dash."""
    marked = section.columns[-1] == "Source"
    cells = row[:-1] if marked else row
    line = " — ".join(cell for cell in cells if cell)
    return visible(f"{line} {row[-1]}".rstrip() if marked else line)


def as_markdown(page: "Page") -> str:
    """Return *page* as Markdown with tables (GitHub's and CommonMark's common part)."""
    return "".join(f"{line}\n" for line in _markdown_lines(page))


def _markdown_lines(page: "Page") -> "Iterator[str]":
    if page.title:
        yield f"# {_escaped(page.title)}"
    for line in page.lines:
        yield ""
        yield _paragraph(line)
    yield from _told_lines(page)
    if page.listing:
        yield from ("```json", *map(visible, page.listing), "```")
    for section in page.sections:
        yield ""
        if section.heading:
            yield f"## {_escaped(section.heading)}{section.part}"
            yield ""
        yield "| " + " | ".join(map(_escaped, section.columns)) + " |"
        yield "|" + " --- |" * len(section.columns)
        for row in section.rows:
            yield "| " + " | ".join(map(_escaped, row)) + " |"
    if page.sources:
        yield ""
        yield "## Sources"
        for entry in page.sources:
            yield ""
            told = f"{_escaped(entry.mark)} {_styled(entry.reference)}"
            yield f"{told} {_link(entry.url)}".rstrip()
            if entry.lines:
                yield ""
            yield from (f"- {_unlisted(_styled(line).strip())}" for line in entry.lines)


def _told_lines(page: "Page") -> "Iterator[str]":
    """Yield each sentence as a paragraph; what is set in, as an item of a list."""
    depth = 0
    for told in page.told:
        if not (told.label or told.text):
            continue
        text = _paragraph(told.text)
        if told.label:
            own = _code(told.text) if told.whole else _escaped(told.text).strip()
            text = f"**{_escaped(told.label)}:** {own}".rstrip()
        if not (told.depth and depth):
            yield ""
        yield "  " * (told.depth - 1) + f"- {text}" if told.depth else text
        depth = told.depth


_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>#|~$"})

_NO_ADDRESS = frozenset("<>\\ ")
"""What a link in angle brackets cannot hold."""


def _styled(text: str) -> str:
    """Return *text*, perhaps in a citation style, so that Markdown prints it.

    Its marked italics are italics, its addresses links; templates of wikitext stand as
    code, so that they can be copied as they are.
    """
    if "{{cite " in text:
        return _code(text)
    return "*".join(map(_linked, text.split(ITALIC)))


def _linked(text: str) -> str:
    """Return *text* escaped, but for the addresses in it, which become links."""
    return " ".join(map(_linked_word, text.split(" ")))


def _linked_word(word: str) -> str:
    """Return *word* escaped, with the address in it, if there is one, as a link."""
    start = max(word.find("https://"), word.find("http://"))
    address = word[start:].rstrip(".,:;") if start >= 0 else ""
    if not address or any(sign in address for sign in "<>\\"):
        return _escaped(word)
    before, after = word[:start], word[start + len(address) :]
    return f"{_escaped(before)}<{visible(address)}>{_escaped(after)}"


def _escaped(text: str) -> str:
    r"""Return *text* so that Markdown prints it as it stands.

    An ampersand is escaped only where it begins a reference to a character.

    >>> _escaped("S&T *Daily*"), _escaped("S&T;")
    ('S&T \\*Daily\\*', 'S\\&T;')
    """
    first, *others = visible(text).translate(_SPECIAL).split("&")
    return first + "".join(map(_after_ampersand, others))


def _after_ampersand(text: str) -> str:
    """Return an ampersand and *text*, which stands for no other character.

    One that is named by its number is none any more: its # is escaped.
    """
    name, semicolon, _ = text.partition(";")
    is_name = semicolon and name.isascii() and name.isalnum()
    return f"\\&{text}" if is_name else f"&{text}"


def _code(text: str) -> str:
    """Return *text* as code in a line, to be copied as it stands.

    >>> _code("S&T"), _code("`a` b")
    ('`S&T`', '`` `a` b ``')
    """
    text = visible(text)
    marks = "`"
    while marks in text:
        marks += "`"
    space = " " if "`" in (text[:1], text[-1:]) else ""
    return f"{marks}{space}{text}{space}{marks}" if text else ""


def _paragraph(text: str) -> str:
    r"""Return *text* as a paragraph that Markdown takes for no list or underline.

    >>> _paragraph("- a"), _paragraph("1. b"), _paragraph("2024 c")
    ('\\- a', '1\\. b', '2024 c')
    """
    return _unlisted(_escaped(text).strip())


def _unlisted(text: str) -> str:
    """Return escaped *text* with what would begin a list or underline escaped too."""
    if text.startswith(("-", "+", "=")):
        return f"\\{text}"
    digits = len(text) - len(text.lstrip("0123456789"))
    listed = digits and text[digits : digits + 1] in {".", ")"}
    return f"{text[:digits]}\\{text[digits:]}" if listed else text


def _link(url: str) -> str:
    """Return *url* as a link, or as text if it is no address that can be one."""
    whole = visible(url) == url and not _NO_ADDRESS & set(url) and ":" in url
    return f"<{url}>" if whole else _escaped(url)
