"""Answers of tools: as text and as data, both whole, and never too large.

Some clients show a model the text of an answer and others the data, so each holds all
of it. What does not fit is left for the next page, by whole rows.
"""

from sinotech.agents.rows import text_of
from sinotech.agents.wire import encoded
from sinotech.errors import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech.agents.rows import Row

LARGEST = 24_000
"""Characters of the JSON text of a response, its text and its data together. A client
gives a model one of them: at four characters a token, 3,000 to 4,000 tokens; Claude
Code takes 25,000 at most."""

FRAME = 600
"""Characters that a response may have around its answer: its id, and who serves."""

_LEAST = 200
"""Characters of each text in a row that fills an answer by itself."""


class Found:
    """What a tool found: a page of *rows* that begins at *offset*, of a *total*.

    *head* stands before the rows, in the data by its keys, in the text as *lines*.
    *is_exact* says whether more than *total* are known not to be there. *parts*, if
    any, are numbers by which the rows of an answer are put in order.
    """

    __slots__ = (
        "head",
        "is_exact",
        "line_of",
        "lines",
        "notices",
        "parts",
        "rows",
        "total",
    )

    def __init__(
        self,
        rows: "list[Row]",
        total: int,
        line_of: "Callable[[Row], str] | None" = None,
    ) -> None:
        """Hold *rows*, which *line_of* writes as text."""
        self.rows = rows
        self.total = total
        self.line_of = line_of or line_of_row
        self.is_exact = True
        self.head: Row = {}
        self.lines: list[str] = []
        self.notices: list[str] = []
        self.parts: list[int] = []


def refusal(message: str) -> "Row":
    """Return the answer that a tool cannot do what it was asked, and why.

    Clients drop the data of such an answer: all of it is in the text.
    """
    text = text_of(message, 2_000)
    return {"content": [{"type": "text", "text": text}], "isError": True}


def fitted(found: Found, offset: int, dispute: "Callable[[str], str]") -> "Row":
    """Return the answer with as many rows of *found* as fit, in their order.

    The first of them is always there, if need be shortened. *dispute* says what a
    conflict is about.
    """
    kept: list[Row] = []
    about = found.head.get("about", {}).get("disputed_by", ())
    disputes = {id_: dispute(id_) for id_ in about}
    size = len(encoded(_answer(found, offset, kept, disputes)))
    for row in found.rows:
        disputed = row.get("disputed_by", ())
        new = {id_: dispute(id_) for id_ in disputed if id_ not in disputes}
        size += len(encoded([row, found.line_of(row), *new.items(), *new.items()]))
        if kept and size > LARGEST - FRAME:
            break
        kept.append(row)
        disputes |= new
    while not _fits(answer := _answer(found, offset, kept, disputes)):
        if len(kept) < 2:  # noqa: PLR2004  # nothing to leave for the next page
            return _shortened(found, offset, kept, disputes)
        kept.pop()
    return answer


def _shortened(
    found: Found, offset: int, kept: "list[Row]", disputes: dict[str, str]
) -> "Row":
    """Return an answer whose one row, or whose head, is too large by itself, cut."""
    short = Found(_least(found.rows), found.total, found.line_of)
    short.head, short.is_exact = _least(found.head), found.is_exact
    short.lines = [shown(line, _LEAST) for line in found.lines[:5]]
    short.notices = ["texts are cut: ask show for each record", *found.notices[:1]]
    short.notices = _least(short.notices)
    return _answer(short, offset, _least(kept), _least(disputes))


def _least(value: "Any") -> "Any":  # noqa: ANN401  # JSON of any shape
    """Return *value* with the first item of each list, and short texts."""
    if isinstance(value, dict):
        return {key: _least(one) for key, one in list(value.items())[:20]}
    if isinstance(value, list):
        return [_least(one) for one in value[:1]]
    return shown(value, _LEAST) if isinstance(value, str) else value


def _fits(answer: "Row") -> bool:
    return len(encoded(answer)) <= LARGEST - FRAME


def _answer(
    found: Found, offset: int, rows: "list[Row]", disputes: dict[str, str]
) -> "Row":
    """Return the answer with *rows*, as the result of a call."""
    every = [found.head.get("about", {}), *rows]
    told = {id_: disputes[id_] for row in every for id_ in row.get("disputed_by", ())}
    more = _more(found, offset + len(rows))
    if found.parts:
        pairs = sorted(zip(found.parts, rows, strict=False), key=lambda one: one[0])
        rows = [row for _, row in pairs]
    lines = [*found.lines, *map(found.line_of, rows)]
    lines += [f"Dispute {id_}: {text}" for id_, text in told.items()]
    lines += [f"Note: {notice}" for notice in found.notices]
    data = {
        **found.head,
        "rows": rows,
        "offset": offset,
        "total": found.total,
        "more": more,
        "disputes": told,
        "notices": found.notices,
    }
    text = "\n".join([*lines, *([more] if more else [])]) or "Nothing is found."
    content = [{"type": "text", "text": text}]
    return {"content": content, "structuredContent": data, "isError": False}


def _more(found: Found, end: int) -> str | None:
    """Return how many rows follow the first *end*, and how to ask for them."""
    left = found.total - end
    if left <= 0 and found.is_exact:
        return None
    many = f"{left:,} more" if found.is_exact else f"over {max(left, 0):,} more"
    return f"{many}: ask again with offset {end}"


def line_of_row(row: "Row") -> str:
    """Return a row as text: what it says, who disputes it, and where it stands."""
    marks = [row.get("relation"), row.get("standing"), row.get("type")]
    marks += [f"speaker: {row['speaker']}"] if row.get("speaker") else []
    marks += [f"role: {row['role']}"] if row.get("role") else []
    if row["disputed_by"]:
        marks.append(f"disputed by {', '.join(row['disputed_by'])}")
    told = f" [{'; '.join(filter(None, marks))}]" if any(marks) else ""
    line = f"- {row['kind']} {row['id']}: {row['says']}{told}"
    if row.get("comparison"):
        line += f"\n  Compared with the claim: {row['comparison']}"
    line += "".join(f"\n  Mind: {note}" for note in row.get("notes", ()))
    for side in row.get("sides", ()):
        line += f"\n  Side {side['id']}: {side['says']} ({side['label']})"
    line += "".join(f"\n  Cite: {_cited(one)}" for one in row["citations"])
    if row.get("more_citations"):
        line += f"\n  and {row['more_citations']} more citations: ask show"
    return line


def _cited(citation: "Row") -> str:
    """Return a citation as text: its label, find phrase, source and link."""
    find = f" “{citation['find']}”" if citation["find"] else ""
    link = f" {citation['link']}" if citation["link"] else ""
    return f"{citation['label']}{find} ({citation['source']}){link}"
