"""Wikipedia: ``{{cite news}}`` and ``{{cite web}}``, as Help:Citation Style 1 has them.

What is inferred is said in a comment beside the value, since dates and names take no
brackets there. Authors whose names stand family name first are given whole. No access
date: nobody is known to have opened the page.
"""

from sinotech.styles import SLOT
from sinotech.styles.cited import CitedSource
from sinotech.styles.dating import british
from sinotech.styles.escapes import address, comment, wikitext

_SCRIPTS = frozenset("ar bg el fa he hi ja ko ru th uk ur zh".split())
"""Languages whose titles Citation Style 1 takes as script-title."""


def reference(known: CitedSource) -> str:
    """Return the template."""
    return f"{{{{{_body(known)}}}}}"


def place(known: CitedSource) -> str:
    """Return the template in a footnote, with a slot for the place."""
    of_part = wikitext(known.of_part)
    return f"<ref>{{{{{_body(known)}{SLOT}{of_part}{SLOT}}}}}</ref>"


def _body(known: CitedSource) -> str:
    news = known.periodical or known.type == "news" or not known.url
    parameters = [*_authors(known), *_titles(known), *_publication(known)]
    told = [f"|{name}={value}" for name, value in parameters if value]
    return " ".join(["cite news" if news else "cite web", *told])


def _authors(known: CitedSource) -> list[tuple[str, str]]:
    parameters = []
    for number, name in enumerate(known.authors, 1):
        if name.given and not name.family_first:
            parameters += [(f"last{number}", wikitext(name.family))]
            parameters += [(f"first{number}", wikitext(name.given))]
        else:
            parameters += [(f"author{number}", wikitext(name.whole))]
    if parameters:
        last, value = parameters[-1]
        parameters[-1] = (last, value + _said(known, "authors"))
    return parameters


def _titles(known: CitedSource) -> list[tuple[str, str]]:
    if not known.title:
        return [("title", wikitext(f"[{known.described}]"))]
    script, title = "", wikitext(known.latin)
    if known.language in _SCRIPTS:
        script = f"{known.language}:{wikitext(known.title)}"
        title = "" if known.latin == known.title else title
    said = _said(known, "title")
    return [
        ("title", title and title + said),
        ("script-title", script),
        ("trans-title", wikitext(known.english)),
    ]


def _publication(known: CitedSource) -> list[tuple[str, str]]:
    name = wikitext(known.publisher)
    column = known.source.column or ""
    date = _date(known)
    foreign = "" if known.language == "en" else known.language
    return [
        ("url", address(known.url)),
        (_container(known), name and name + _said(known, "publisher")),
        ("department", "" if column == known.title else wikitext(column)),
        ("date", date and date + _said(known, "published")),
        ("type", "Photo captions" if known.captions and known.title else ""),
        ("language", foreign),
    ]


def _container(known: CitedSource) -> str:
    if known.periodical:
        return known.source.container
    return "work" if known.type == "news" else "website"


def _date(known: CitedSource) -> str:
    return british(known.date) if known.date else "n.d."


def _said(known: CitedSource, field: str) -> str:
    """Return the comment that says from what *field* is inferred, if it is."""
    basis = known.inferred.get(field)
    return f"<!-- inferred: {comment(basis)} -->" if basis else ""
