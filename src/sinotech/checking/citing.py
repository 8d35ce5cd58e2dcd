"""The records of a judgement as a diagnostic names them, each with its citation."""

from typing import Any

from sinotech.checking.diagnostic import Record
from sinotech.claims.session import Session
from sinotech.query.records import find_styled
from sinotech.safe import unmarked
from sinotech.styles.place import placed

Row = dict[str, Any]


class Citing:
    """Citations as they are printed: in short, or in a citation style."""

    def __init__(self, session: Session, style: str | None = None) -> None:
        """Cite the sources of the record set of *session*; *style* names a style."""
        self._store = session.store
        self._style = style
        self._templates: dict[str, str] = {}

    def record(self, row: Row) -> Record:
        """Return *row*, evidence or a record that is near, as a diagnostic has it."""
        citations = [self._styled(one) for one in row["citations"]]
        first = citations[0] if citations else {}
        return {
            "id": row["id"],
            "kind": row["kind"],
            "relation": row.get("relation", "nearest"),
            "says": row["says"],
            "value": row["value"],
            "standing": row["standing"],
            "speaker": row["speaker"],
            "citation": first.get("styled") or first.get("label", ""),
            "link": first.get("link"),
            "citations": citations,
        }

    def _styled(self, citation: Row) -> Row:
        """Return *citation* with its text in the style, if there is one."""
        if self._style is None:
            return citation
        source = citation["source"]
        if source not in self._templates:
            found = find_styled(self._store, [source], self._style)
            self._templates[source] = found[source][1]
        where = (citation["section"], citation["paragraph"], citation["link"])
        template = self._templates[source]
        styled = unmarked(placed(self._style, template, *where)) if template else ""
        return {**citation, "styled": styled or None}
