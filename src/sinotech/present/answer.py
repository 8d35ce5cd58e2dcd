"""What a command answers, before it takes a form."""

from sinotech.errors import NOT_FOUND

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sinotech.present.styled import Style
    from sinotech.query.names import Resolution


class Answer:
    """Data, with what it refers to and how the question was read.

    *shape* names the JSON schema; *data* is None or an empty list if nothing was
    found. *conflicts* are about what the data states, where the data itself has no
    room for them. *judged* says that it is a verdict, whose exit code says which.
    *notices* go to stderr and into ``meta.warnings``; *hint* goes to
    stderr alone.
    """

    __slots__ = (
        "conflicts",
        "data",
        "exit_code",
        "hint",
        "judged",
        "meta",
        "notices",
        "resolved",
        "shape",
        "sources",
        "style",
    )

    def __init__(  # noqa: PLR0913
        self,
        shape: str,
        data: "Any",  # noqa: ANN401  # JSON of any shape
        *,
        resolved: "Resolution | None" = None,
        conflicts: "list[dict[str, Any]] | None" = None,
        notices: "tuple[str, ...]" = (),
        exit_code: int = 0,
        hint: str = "",
    ) -> None:
        """Hold *data*; citations and meta are filled in by whoever has the store."""
        self.shape = shape
        self.data = data
        self.resolved = resolved
        self.conflicts = conflicts or []
        self.notices = notices
        self.exit_code = exit_code
        self.hint = hint
        self.judged = False
        self.sources: list[dict[str, Any]] = []
        self.meta: dict[str, Any] = {}
        self.style: Style | None = None

    @property
    def found(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.data) and (self.judged or self.exit_code != NOT_FOUND)

    def cited(self) -> list[str]:
        """Return the ids of the sources referred to, in order, each once."""
        return list(dict.fromkeys(place["source"] for place in self.citations()))

    def citations(self) -> "Iterator[dict[str, Any]]":
        """Yield every citation of the data, then of the conflicts about it."""
        yield from citations(self.data)
        yield from citations(self.conflicts)

    def envelope(self) -> "dict[str, Any]":
        """Return the whole answer as ``--json`` prints it."""
        resolved = self.resolved.as_json() if self.resolved else None
        meta = {**self.meta, "resolved": resolved, "warnings": list(self.notices)}
        meta["conflicts"] = self.conflicts
        return {
            "schema": f"sinotech/{self.shape}",
            "data": self.data,
            "citations": self.sources,
            "meta": meta,
        }


def citations(data: object) -> "Iterator[dict[str, Any]]":
    """Yield every citation within *data*, in the order of reading."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "citations":
                yield from value
            elif isinstance(value, dict | list):
                yield from citations(value)
    elif isinstance(data, list):
        for item in data:
            yield from citations(item)
