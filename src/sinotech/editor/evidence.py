"""The evidence behind a diagnostic as Markdown, for a hover."""

import re
from collections.abc import Iterable, Iterator

from sinotech.checking.diagnostic import Diagnostic, Record

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
"""Characters that may mean something in Markdown, wherever they stand."""

_BEGINS = re.compile(r"^(\d+)([.)])|^([-+=])")
"""What may mean something where it begins a line: a list, or a line below a heading."""

MOST = 5
"""Records that are shown of one diagnostic."""


def evidence(diagnostics: Iterable[Diagnostic]) -> str:
    """Return what decides about a sentence: what is found, and by which records."""
    return "\n\n---\n\n".join("\n\n".join(_told(one)) for one in diagnostics)


def _told(one: Diagnostic) -> Iterator[str]:
    """Yield the paragraphs that tell of one diagnostic."""
    yield f"**{one.code}** {plain(one.message)}"
    items = [*map(_record, one.records[:MOST])]
    if len(one.records) > MOST:
        items.append(f"- … and {len(one.records) - MOST} more")
    if items:
        yield "\n".join(items)


def _record(record: Record) -> str:
    """Return a record as an item of a list: what it says, and where that is written."""
    speaker = f"{plain(record['speaker'])}: " if record.get("speaker") else ""
    says = f"{speaker}{plain(record['says'])}"
    citations = record.get("citations") or [record]
    places = "; ".join(filter(None, map(_citation, citations)))
    told = " — ".join(filter(None, (says, places)))
    return f"- {told} (`{record['id']}`)"


def _citation(citation: Record) -> str:
    """Return where something is written, as a link if there is one."""
    names = ("styled", "label", "citation")
    named = next((citation[name] for name in names if citation.get(name)), "")
    link = citation.get("link") or ""
    if not link.startswith(("https://", "http://")):
        return plain(named)
    return f"[{plain(named)}](<{_address(link)}>)"


def _address(link: str) -> str:
    """Return *link* without what would end it in Markdown."""
    return re.sub(r"[<>\\\s]", lambda found: f"%{ord(found[0]):02X}", link)


def plain(text: str) -> str:
    r"""Return *text* on one line, as Markdown that reads as it stands.

    >>> plain("1. a *b* <c>")
    '1\\. a \\*b\\* \\<c\\>'
    """
    text = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
