"""What a command answers, before it takes a form."""

from sinotech.errors import NOT_FOUND
from sinotech.query.paging import is_cut
from sinotech.rawjson import citations_of, dump, iter_json, read, sources_of
from sinotech.safe import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from sinotech import documents as doc
    from sinotech.answers.style import Style
    from sinotech.query.names import Resolution
    from sinotech.query.paging import Extent
    from sinotech.rawjson import RawJSON


class Answer:
    """Data, with what it refers to and how the question was read.

    *shape* names the JSON schema; *data* is None or an empty list if nothing was
    found. *resolved* says how the name was read, which may be worth a notice.
    *conflicts* are about what the data states, where the data itself has no
    room for them. *pages* say of each list in the data that is not whole what is shown
    of it. *judged* says that it is a verdict, whose exit code says which. *drawn* is
    the plain text of a page, if there is no data since that was ready.
    *notices* go to stderr and into ``meta.warnings``; *hint* goes to stderr alone.
    """

    __slots__ = (
        "_data",
        "_sources",
        "conflicts",
        "drawn",
        "exit_code",
        "hint",
        "judged",
        "meta",
        "notices",
        "pages",
        "resolved",
        "shape",
        "style",
    )

    def __init__(  # noqa: PLR0913
        self,
        shape: str,
        data: "Any",  # noqa: ANN401  # JSON of any shape
        *,
        resolved: "Resolution | None" = None,
        conflicts: "Sequence[Any] | None" = None,
        notices: "tuple[str, ...]" = (),
        pages: "dict[str, Extent] | None" = None,
        exit_code: int = 0,
        hint: str = "",
        drawn: str = "",
    ) -> None:
        """Hold *data*; citations and meta are filled in by whoever has the store."""
        self.shape = shape
        self._data = data
        self.resolved = resolved
        self.conflicts: list[doc.Conflict] = [*(conflicts or ())]
        self.notices = notices
        if resolved and resolved.notice:
            self.notices = (*notices, resolved.notice)
        self.pages = {k: one for k, one in (pages or {}).items() if is_cut(one)}
        self.exit_code = exit_code
        self.hint = hint
        self.drawn = drawn
        self.judged = False
        self._sources: RawJSON | list[dict[str, Any]] = []
        self.meta: dict[str, Any] = {}
        self.style: Style | None = None

    @property
    def data(self) -> "Any":  # noqa: ANN401  # JSON of any shape
        """The data, with every document in it read."""
        self._data = read(self._data)
        return self._data

    @property
    def sources(self) -> "Any":  # noqa: ANN401  # documents
        """The sources cited, each in brief, and read."""
        self._sources = read(self._sources)
        return self._sources

    @sources.setter
    def sources(self, sources: "RawJSON | list[dict[str, Any]]") -> None:
        self._sources = sources

    def read(self) -> None:
        """Read every document in it. Raises UnsoundError if one is none."""
        self._data, self._sources = read(self._data), read(self._sources)

    @property
    def found(self) -> bool:
        """Whether there is anything to show."""
        there = bool(self._data or self.drawn)
        return there and (self.judged or self.exit_code != NOT_FOUND)

    @property
    def has_sources(self) -> bool:
        """Whether the sources that it cites have been found."""
        return bool(self._sources)

    def cited(self) -> list[str]:
        """Return the ids of the sources referred to, in order, each once."""
        cited = (*sources_of(self._data), *sources_of(self.conflicts))
        return list(dict.fromkeys(cited))

    def citations(self) -> "Iterator[dict[str, Any]]":
        """Yield every citation of the data, then of the conflicts about it."""
        yield from citations_of(self.data)
        yield from citations_of(self.conflicts)

    def envelope(self) -> "dict[str, Any]":
        """Return the whole answer as data, with every document in it read."""
        return {**self._stored(), "data": self.data, "citations": self.sources}

    def _stored(self) -> "dict[str, Any]":
        """Return the whole answer as data; its documents may still be unread."""
        resolved = self.resolved.as_json() if self.resolved else None
        meta = {**self.meta, "resolved": resolved, "warnings": list(self.notices)}
        meta["conflicts"] = self.conflicts
        meta["pages"] = self.pages
        return {
            "schema": f"sinotech/{self.shape}",
            "data": self._data,
            "citations": self._sources,
            "meta": meta,
        }

    def ready(self) -> tuple[str, str]:
        """Return data and citations, each as the envelope prints it."""
        return dump(self._data, 1), dump(self._sources, 1)

    def line(self) -> str:
        """Return the whole answer as ``--json`` prints it."""
        return "".join(map(escaped, iter_json(self._stored(), 2))) + "\n"
