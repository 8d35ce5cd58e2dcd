"""Where in a source a fact is written: as a link, and in a citation of a style.

The only part of citing that is done when an answer is printed.
"""

from sinotech.styles import SLOT
from sinotech.styles.escapes import fragment, tex, wikitext

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def link(url: str | None, find: str | None) -> str | None:
    """Return the address of the place where *find* stands; None if *url* is not known.

    A text fragment makes the browser scroll to the phrase (WICG, URL Fragment Text
    Directives).

    >>> link("https://example.org/a", "sci-tech centers")
    'https://example.org/a#:~:text=sci%2Dtech%20centers'
    >>> link("https://example.org/#top", "a"), link(None, "a")
    ('https://example.org/#top:~:text=a', None)
    """
    if not url or not find or ":~:" in url:
        return url
    mark = ":~:" if "#" in url else "#:~:"
    return f"{url}{mark}text={fragment(find)}"


def placed(
    style: str,
    template: str,
    section: str | None,
    paragraph: int | None,
    address: str | None = None,
) -> str:
    """Return the citation that *template* of *style* makes of a place.

    Where the style prints links to a single place, *address* is the place's link.
    """
    before, of_part, after = template.split(SLOT)
    locator = _LOCATORS[style](section or "", str(paragraph or ""), of_part)
    linked = f": {address}" if style == "newsroom" and address else ""
    if locator.endswith("”") and after[:1] in {",", "."}:
        locator, after = f"{locator[:-1]}{after[0]}”", after[1:]
    return before + locator + linked + after


def _apa(section: str, paragraph: str, of_part: str) -> str:
    under = f", {section} section" if section else ""
    return under + (f", para. {paragraph}{of_part}" if paragraph else "")


def _chicago(section: str, paragraph: str, of_part: str) -> str:
    if section and paragraph:
        return f", under “{section},” para. {paragraph}{of_part}"
    return f", under “{section}”" if section else _apa("", paragraph, of_part)


def _none(_section: str, _paragraph: str, _of_part: str) -> str:
    return ""


def _newsroom(section: str, paragraph: str, of_part: str) -> str:
    under = f", “{section}”" if section else ""
    return under + _apa("", paragraph, of_part)


def _wikipedia(section: str, paragraph: str, of_part: str) -> str:
    under = f', "{wikitext(section)}"' if section else ""
    text = (under + _apa("", paragraph, of_part)).removeprefix(", ")
    return f" |at={text}" if text else ""


def _bibtex(section: str, paragraph: str, of_part: str) -> str:
    under = f", ``{tex(section)}''" if section else ""
    text = (under + _apa("", paragraph, of_part)).removeprefix(", ")
    return f"[{{{text.replace('para. ', 'para.~')}}}]" if text else ""


def _csl(section: str, paragraph: str, of_part: str) -> str:
    """Return what a citation item of CSL has besides its id; it takes one label."""
    if paragraph:
        under = f", under “{section}”" if section else ""
        item = {"locator": paragraph, "label": "paragraph", "suffix": of_part + under}
    else:
        item = {"locator": section, "label": "section"}
    told = {key: value for key, value in item.items() if item["locator"] and value}
    import json  # for the one style that is JSON

    return "".join(f',"{key}":{json.dumps(value)}' for key, value in told.items())


_LOCATORS: "dict[str, Callable[[str, str, str], str]]" = {
    "apa": _apa,
    "chicago": _chicago,
    "chicago-notes": _chicago,
    "mla": _none,
    "wikipedia": _wikipedia,
    "newsroom": _newsroom,
    "bibtex": _bibtex,
    "csl-json": _csl,
}
"""How each style names a place. RIS has no citations, so it has none here."""
