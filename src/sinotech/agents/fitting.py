"""Answers of tools: as text and as data, both whole, and never too large.

Some clients show a model the text of an answer and others the data, so each holds all
of it. What does not fit is left for the next page, by whole rows.
"""

from sinotech.agents.jsonrpc import encoded
from sinotech.agents.slim_rows import text_of
from sinotech.errors import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from sinotech.agents.slim_rows import Row

LARGEST = 24_000
"""Characters of the JSON text of a response, its text and its data together. A client
gives a model one of them: at four characters a token, 3,000 to 4,000 tokens; Claude
Code takes 25,000 at most."""

FRAME = 600
"""Characters that a response may have around its answer: its id, and who serves."""

_LEAST = 200
"""Characters of each text in a row that fills an answer by itself."""


class Page:
    """Rows that a tool found, of a *total*, from the offset that was asked for.

    *head* has the keys of the data that stand before the rows, *lines* the same as
    text. The total is a lower bound unless it *is_exact*. *parts*, if any, are numbers
    by which the rows that fit are put in order.
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


def fit(page: Page, offset: int, dispute: "Callable[[str], str]") -> "Row":
    """Return the answer with as many rows of *page* as fit, from its first on.

    The first is always there, if need be shortened. *dispute* returns what a conflict
    is about.
    """
    kept: list[Row] = []
    about = page.head.get("about", {}).get("disputed_by", ())
    disputes = {id_: dispute(id_) for id_ in about}
    size = len(encoded(_answer(page, offset, kept, disputes)))
    for row in page.rows:
        disputed = row.get("disputed_by", ())
        new = {id_: dispute(id_) for id_ in disputed if id_ not in disputes}
        size += len(encoded([row, page.line_of(row), *new.items(), *new.items()]))
        if kept and size > LARGEST - FRAME:
            break
        kept.append(row)
        disputes |= new
    answer = _answer(page, offset, kept, disputes)
    if len(encoded(answer)) > LARGEST - FRAME:  # with one row, or none
        return _shortened(page, offset, kept, disputes)
    return answer


def _shortened(
    page: Page, offset: int, kept: "list[Row]", disputes: dict[str, str]
) -> "Row":
    """Return an answer with one row, of which every text and list is cut short."""
    short = Page(_shortest(page.rows), page.total, page.line_of)
    short.head, short.is_exact = _shortest(page.head), page.is_exact
    short.lines = [shown(line, _LEAST) for line in page.lines[:5]]
    short.notices = ["texts are cut: ask show for each record", *page.notices[:1]]
    short.notices = _shortest(short.notices)
    return _answer(short, offset, _shortest(kept), _shortest(disputes))


def _shortest(value: "Any") -> "Any":  # noqa: ANN401  # JSON of any shape
    """Return *value* with the first item of each list, and short texts."""
    if isinstance(value, dict):
        return {key: _shortest(one) for key, one in list(value.items())[:20]}
    if isinstance(value, list):
        return [_shortest(one) for one in value[:1]]
    return shown(value, _LEAST) if isinstance(value, str) else value


def _answer(
    page: Page, offset: int, rows: "list[Row]", disputes: dict[str, str]
) -> "Row":
    """Return the answer with *rows*, as the result of a call."""
    every = [page.head.get("about", {}), *rows]
    about = {id_: disputes[id_] for row in every for id_ in row.get("disputed_by", ())}
    more = _more(page, offset, len(rows))
    if page.parts:
        pairs = sorted(zip(page.parts, rows, strict=False), key=lambda one: one[0])
        rows = [row for _, row in pairs]
    lines = [*page.lines, *map(page.line_of, rows)]
    lines += [f"Dispute {id_}: {text}" for id_, text in about.items()]
    lines += [f"Note: {notice}" for notice in page.notices]
    data = {
        **page.head,
        "rows": rows,
        "offset": offset,
        "total": page.total,
        "more": more,
        "disputes": about,
        "notices": page.notices,
    }
    if page.total and not rows:
        lines.append(f"There is no row {offset + 1:,}: there are {page.total:,}.")
    text = "\n".join([*lines, *([more] if more else [])])
    content = [{"type": "text", "text": text}]
    return {"content": content, "structuredContent": data, "isError": False}


def _more(page: Page, offset: int, shown: int) -> str | None:
    """Return how many rows follow those that are shown, and how to ask for them."""
    end = offset + shown
    left = page.total - end
    if left <= 0 and (page.is_exact or not shown):
        return None
    many = f"{left:,} more" if left > 0 else "more"
    over = "" if page.is_exact or left <= 0 else "over "
    return f"{over}{many}: ask again with offset {end}"


def line_of_row(row: "Row") -> str:
    """Return a row as text: what it says, who disputes it, and where it stands."""
    lines = [f"- {row['kind']} {row['id']}: {row['says']}{_marks(row)}"]
    if row.get("part"):
        lines.append(f"On the part: {row['part']}")
    if row.get("comparison"):
        lines.append(f"Compared with the claim: {row['comparison']}")
    lines += [f"Note: {note}" for note in row.get("notes", ())]
    for side in row.get("sides", ()):
        lines.append(f"Side {side['id']}: {side['says']} ({side['label']})")
    lines += [f"Cite: {_cited(one)}" for one in row["citations"]]
    if row.get("more_citations"):
        lines.append(f"and {row['more_citations']} more citations: ask show")
    return "\n  ".join(lines)


def _marks(row: "Row") -> str:
    """Return in brackets how a row bears on a claim, who says so, and who disputes."""
    marks = [row.get("relation"), row.get("standing"), row.get("type")]
    marks += [f"{key}: {row[key]}" for key in ("speaker", "role") if row.get(key)]
    if row["disputed_by"]:
        marks.append(f"disputed by {', '.join(row['disputed_by'])}")
    return f" [{'; '.join(filter(None, marks))}]" if any(marks) else ""


def _cited(citation: "Row") -> str:
    """Return a citation as text: its label, find phrase, source and link."""
    find = f" “{citation['find']}”" if citation["find"] else ""
    link = f" {citation['link']}" if citation["link"] else ""
    return f"{citation['label']}{find} ({citation['source']}){link}"
