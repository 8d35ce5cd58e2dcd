"""The commands that list all records of a kind."""

from sinotech.answers.answer import Answer
from sinotech.errors import NOT_FOUND
from sinotech.query import lists as query

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from sinotech.query.lists import Listed
    from sinotech.query.paging import Window


def countries(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with the countries recorded."""
    return _listed(query.find_kind(store, "country", window), "countries")


def people(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with the people recorded."""
    return _listed(query.find_kind(store, "person", window), "people")


def organizations(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with the organizations recorded."""
    return _listed(query.find_kind(store, "organization", window), "organizations")


def groups(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with the groups and regions recorded."""
    return _listed(query.find_kind(store, "group", window), "groups")


def measures(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with what is counted."""
    return _listed(query.find_kind(store, "measure", window), "measures")


def programs(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with the programs recorded."""
    return _listed(query.find_kind(store, "program", window), "programs")


def sources(store: "sqlite3.Connection", *, window: "Window") -> Answer:
    """Answer with the sources recorded."""
    return _listed(query.find_sources(store, window), "sources")


def _listed(listed: "Listed", what: str) -> Answer:
    found, extent = listed
    if extent["total"]:
        return Answer(f"{what}@1", found, pages={what: extent})
    notice = f"no {what} are recorded"
    return Answer(f"{what}@1", [], notices=(notice,), exit_code=NOT_FOUND)
