"""Profiles of countries and programs as one list of rows, a page at a time.

A profile has several parts. Its rows are the first record of each part, the second of
each, and so on, so that the first page has something of every part; within a page they
stand by part. The offset counts rows, whatever their part.
"""

from sinotech.agents.slim_rows import row_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sinotech.agents.slim_rows import Row

PARTS = (
    ("status", "status", ""),
    ("participants", "participants", ""),
    ("figures", "figures", ""),
    ("facts", "statements", "fact"),
    ("events", "events", ""),
    ("plans", "statements", "plan"),
    ("opinions", "statements", "opinion"),
    ("programs", "programs", ""),
    ("children", "children", ""),
    ("groups", "groups", ""),
    ("organizations", "organizations", ""),
    ("people", "people", ""),
    ("conflicts", "conflicts", ""),
)
"""The parts of a profile: its name among the pages of an answer, the section of the
data that holds it, and the type of its statements."""

SECTIONS = tuple(dict.fromkeys(section for _, section, _ in PARTS))
"""The sections that can be asked for alone."""

OF_THE_RECORD = ("status", "participants")
"""Sections that are lists of the program's own record, and always whole."""


class Profile:
    """The *data* of a profile, with what its *pages* are of; of one *section*, if any.

    Both as the envelope of ``country`` or ``program`` has them.
    """

    def __init__(self, data: "Row", pages: "Row", section: str | None = None) -> None:
        """Take the parts out of the data."""
        kind = "program" if "program" in data else "country"
        self.head: Row = data[kind]
        self._data, self._pages = data, pages
        self._parts = [one for one in PARTS if section in {None, one[1]}]

    def totals(self) -> dict[str, int]:
        """Return how many rows each part has, whatever the page shows of it."""
        found = {}
        for page, section, type_ in self._parts:
            extent = self._pages.get(page)
            shown = len(self._shown(page, section, type_))
            found[page] = extent["total"] if extent else shown
        return {page: total for page, total in found.items() if total}

    def _shown(self, page: str, section: str, type_: str) -> "list[Row]":
        """Return what the data shows of a part."""
        if section in OF_THE_RECORD:
            return list(self.head.get(section, ()))
        found = [one for one in self._data.get(section, ()) if _is(one, type_)]
        extent = self._pages.get(page)
        # conflicts about other records on the page are shown after its own
        return found[: extent["shown"]] if extent else found

    def rows(self, rank: int, ranks: int) -> "list[tuple[int, Row]]":
        """Return the rows by rank and part, each with the number of its part.

        The data's page begins at *rank*, and holds as many as *ranks* of each part.
        """
        found = []
        for number, (page, section, type_) in enumerate(self._parts):
            begin = rank if section in OF_THE_RECORD else 0
            shown = self._shown(page, section, type_)[begin : begin + ranks]
            found += [(at, number, section, doc) for at, doc in enumerate(shown)]
        found.sort(key=lambda one: one[:2])
        return [(number, self._row(section, doc)) for _, number, section, doc in found]

    def _row(self, section: str, doc: "Row") -> "Row":
        if section == "status":
            return status_row(self.head, doc)
        return party_row(doc) if section == "participants" else row_of(doc)


def _is(doc: "Row", type_: str) -> bool:
    return not type_ or doc.get("type") == type_


def status_row(program: "Row", step: "Row") -> "Row":
    """Return a step of a *program*'s status as a row."""
    told = [step["state"], step["date"] or "undated", step["note"]]
    return _part_of(program, "status", ", ".join(filter(None, told)), step)


def party_row(member: "Row") -> "Row":
    """Return a participant of a program, or a member of a group, as a row."""
    role = member.get("role") or "member"
    if member.get("since"):
        role += f" since {member['since']}"
    party = member["party"]
    kind = "participant" if "role" in member else "member"
    return _part_of(party, kind, f"{party['name']}: {role}", member)


def _part_of(record: "Row", kind: str, says: str, cited: "Row") -> "Row":
    """Return what a record's list *says* as a row with the record's id."""
    doc = {"id": record["id"], "kind": kind, "text": says}
    return row_of(doc | {"citations": cited["citations"]})


def place_of(offset: int, totals: "dict[str, int]") -> tuple[int, int]:
    """Return the rank of the row at *offset*, and how many rows of it come before.

    >>> place_of(5, {"figures": 3, "facts": 10})  # f f, f f, f f, then facts alone
    (2, 1)
    >>> place_of(7, {"figures": 3, "facts": 10})
    (4, 0)
    """
    rank = before = 0
    for total in sorted(set(totals.values())):
        wide = sum(one >= total for one in totals.values())
        ranks = min(total - rank, (offset - before) // wide)
        rank, before = rank + ranks, before + ranks * wide
        if rank < total:
            break
    return rank, offset - before
